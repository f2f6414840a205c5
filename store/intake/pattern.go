package intake

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is made at its first use, for the first screen must not wait
// for what only a file needs.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
