package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// newBriefGuard looks for what must not stand on the page: everybody's addresses and numbers, and the
// names of adults who are kept out.
func newBriefGuard(c Circle) guard {
	var g guard
	for _, a := range c.Adults {
		g.addWhere(a.Address, a.Postcode, a.Phones, a.Emails)
		if len(c.linksOf(a.ID)) > 0 && !c.mayApproach(a) {
			g.phrases = append(g.phrases, callNames(a)...)
		}
	}
	// A town is no secret; a house or a postcode has a number.
	g.places = slices.DeleteFunc(g.places, func(place string) bool { return digitsOf(place) == "" })
	return g
}

// typed is what a person typed, in one line of at most so many characters; "" when it must not stand
// here.
func (b *brief) typed(text string, most int) string {
	line := oneLine(text)
	if b.guard.against(line) != "" {
		b.kept++
		return ""
	}
	return shortened(line, most)
}

// shortened cuts a text between words, and shows that it goes on.
func shortened(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	head := string([]rune(text)[:most-2])
	if at := strings.LastIndexByte(head, ' '); at > most/2 {
		head = head[:at]
	}
	return strings.TrimRight(head, " ,;.") + " …"
}

// atMost are the first n, and notes how many of what there are beyond them.
func atMost[T any](b *brief, all []T, n int, what string) []T {
	if len(all) > n {
		b.left = append(b.left, fmt.Sprintf("%d more of %s", len(all)-n, what))
		return all[:n]
	}
	return all
}
