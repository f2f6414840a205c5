package output

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/sfnt"
)

// The letters of a PDF are Liberation Sans: like the Go fonts a module, but they have Vietnamese, Igbo
// and Yoruba names, too, which are those of many families.

// UnwritableError is a text with characters that the letters of a PDF lack.
type UnwritableError struct {
	Characters []rune // each once, in their order
}

// Error implements error.
func (e UnwritableError) Error() string { return e.Plain() }

// Plain is what a person reads.
func (e UnwritableError) Plain() string {
	const most = 4
	var shown []string
	for _, r := range e.Characters[:min(len(e.Characters), most)] {
		shown = append(shown, "“"+string(r)+"”")
	}
	more := ""
	if len(e.Characters) > most {
		more = fmt.Sprintf(" and %d more", len(e.Characters)-most)
	}
	return "Nothing was printed, for the letters of a PDF lack " + strings.Join(shown, ", ") + more +
		": take the DOCX or the text, or copy it, and your own programs write it as it is."
}

// unwritable are the characters of a text that the letters lack, each once.
func unwritable(text string) []rune {
	parsed, err := sfnt.Parse(liberationsansregular.TTF)
	var lacking []rune
	var buffer sfnt.Buffer
	for _, r := range text {
		if unicode.IsSpace(r) || slices.Contains(lacking, r) {
			continue
		}
		if glyph, glyphErr := parsed.GlyphIndex(&buffer, r); err != nil || glyphErr != nil || glyph == 0 || unicode.Is(unicode.Mn, r) {
			lacking = append(lacking, r)
		}
	}
	return lacking
}
