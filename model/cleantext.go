package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unseen are the characters that steer a terminal or the direction of text, or have no width:
// nobody types them on purpose, and they can make a name look like another.
var unseen = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x00AD, Hi: 0x00AD, Stride: 1}, // soft hyphen
		{Lo: 0x061C, Hi: 0x061C, Stride: 1}, // Arabic letter mark
		{Lo: 0x180E, Hi: 0x180E, Stride: 1}, // Mongolian vowel separator
		{Lo: 0x200B, Hi: 0x200F, Stride: 1}, // zero width, left-to-right and right-to-left marks
		{Lo: 0x202A, Hi: 0x202E, Stride: 1}, // embeddings and overrides
		{Lo: 0x2060, Hi: 0x206F, Stride: 1}, // word joiner, isolates, old format characters
		{Lo: 0xFEFF, Hi: 0xFEFF, Stride: 1}, // byte-order mark
		{Lo: 0xFFF9, Hi: 0xFFFB, Stride: 1}, // interlinear annotation
	},
	R32: []unicode.Range32{
		{Lo: 0xE0000, Hi: 0xE007F, Stride: 1}, // tags
	},
	LatinOffset: 1,
}

// The C1 controls that begin an escape sequence by themselves, and the one that ends a string.
const (
	escape = 0x1B
	bell   = 0x07
	dcs    = 0x90
	sos    = 0x98
	csi    = 0x9B
	st     = 0x9C
	osc    = 0x9D
	pm     = 0x9E
	apc    = 0x9F
)

// Clean takes out of text what a terminal would obey or a person could not see: whole escape
// sequences (7- and 8-bit, window titles too), control characters and NUL, and characters of
// direction or without width (import.md section 4). Line breaks become "\n"; tabs stay. changed says
// that something was taken out; another way of writing a line break does not count.
func Clean(s string) (clean string, changed bool) {
	if plain(s) {
		return s, false
	}
	c := cleaner{rest: s}
	c.out.Grow(len(s))
	for c.rest != "" {
		c.next()
	}
	return c.out.String(), c.changed
}

// plain reports whether s is ASCII that needs no cleaning, which most text is.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if b := s[i]; b >= 0x7F || b < ' ' && b != '\n' && b != '\t' {
			return false
		}
	}
	return true
}

type cleaner struct {
	rest    string
	out     strings.Builder
	changed bool
	// open is set once no end of a string sequence is left, so that a text of nothing but beginnings
	// is not searched to its end again and again.
	open bool
}

func (c *cleaner) next() {
	r, size := first(c.rest)
	c.rest = c.rest[size:]
	switch {
	case r == '\n' || r == '\t':
		c.out.WriteRune(r)
	case r == '\r':
		c.rest = strings.TrimPrefix(c.rest, "\n")
		c.out.WriteByte('\n')
	case r == 0x85 || r == 0x2028 || r == 0x2029:
		c.out.WriteByte('\n')
	case r == escape:
		c.changed = true
		c.sequence()
	case unicode.IsControl(r):
		c.changed = true
		c.control(r)
	case unicode.Is(unseen, r):
		c.changed = true
	default:
		c.out.WriteRune(r)
	}
}

// first is the first character of s; a stray byte 0x80 to 0x9F is read as the control character that
// an 8-bit terminal takes it for.
func first(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 && s[0] >= 0x80 && s[0] <= 0x9F {
		return rune(s[0]), 1
	}
	return r, size
}

// control drops what follows an 8-bit control that begins a sequence.
func (c *cleaner) control(r rune) {
	switch r {
	case csi:
		c.skipParameters()
	case osc, dcs, sos, pm, apc:
		c.skipString()
	}
}

// sequence drops what follows an escape character.
func (c *cleaner) sequence() {
	if c.rest == "" {
		return
	}
	kind := c.rest[0]
	switch {
	case kind == '[':
		c.rest = c.rest[1:]
		c.skipParameters()
	case strings.IndexByte("]PX^_", kind) >= 0:
		c.rest = c.rest[1:]
		c.skipString()
	case kind >= ' ' && kind < '0':
		c.skipParameters()
	case kind >= '0' && kind < 0x7F:
		c.rest = c.rest[1:]
	}
}

// skipParameters drops parameter and intermediate characters and the final one.
func (c *cleaner) skipParameters() {
	i := 0
	for i < len(c.rest) && c.rest[i] >= ' ' && c.rest[i] < '@' {
		i++
	}
	if i < len(c.rest) && c.rest[i] >= '@' && c.rest[i] < 0x7F {
		i++
	}
	c.rest = c.rest[i:]
}

// skipString drops the body of a string sequence and its end. One without an end is text that only
// looked like one and stays.
func (c *cleaner) skipString() {
	if c.open {
		return
	}
	for i := 0; i < len(c.rest); {
		r, size := first(c.rest[i:])
		i += size
		switch {
		case r == bell || r == st:
			c.rest = c.rest[i:]
			return
		case r == escape && strings.HasPrefix(c.rest[i:], `\`):
			c.rest = c.rest[i+1:]
			return
		}
	}
	c.open = true
}
