package model

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is made at its first use: made at the start, all of them
// together would hold up the first screen.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
