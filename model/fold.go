package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// foldLetters are letters that Unicode does not take apart into a base letter and an accent.
func foldLetters() map[rune]string {
	return map[rune]string{
		'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ħ': "h", 'ı': "i", 'ŧ': "t", 'ς': "σ",
	}
}

// Fold is s for comparing: without accents, case, apostrophes, hyphens and spaces, so that
// "O’Brien", "OBRIEN" and "O Brien" are equal (import.md section 4).
func Fold(s string) string { return fold(s, false) }

// FoldSearch is s for searching: as Fold, but words stay apart by one space, and a hyphen parts
// words, so that "jones" finds "Smith-Jones".
func FoldSearch(s string) string { return fold(s, true) }

func fold(s string, breaks bool) string {
	if !isASCII(s) {
		s = norm.NFKD.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	parted := false
	for _, r := range s {
		r = unicode.ToLower(r)
		switch {
		case isAccent(r) || isApostrophe(r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			parted = true
			continue
		}
		if breaks && parted && b.Len() > 0 {
			b.WriteByte(' ')
		}
		parted = false
		writeFolded(&b, r)
	}
	if isASCII(b.String()) {
		return b.String()
	}
	return norm.NFKD.String(b.String()) // marks that were apart stand together now, in an order of their own
}

func writeFolded(b *strings.Builder, r rune) {
	if r >= 0x80 {
		if plainer, ok := foldLetters()[r]; ok {
			b.WriteString(plainer)
			return
		}
	}
	b.WriteRune(r)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// isAccent is about the marks of Latin, Greek and Cyrillic, and the vowel marks of Arabic and Hebrew,
// which most people leave out. The vowel signs of Indian scripts make the word and stay.
func isAccent(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r <= 0x36F, r >= 0x1AB0 && r <= 0x1AFF, r >= 0x1DC0 && r <= 0x1DFF, r >= 0x20D0 && r <= 0x20FF:
		return true
	}
	return r >= 0x591 && r <= 0x5C7 && unicode.Is(unicode.Mn, r) || r >= 0x64B && r <= 0x652
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ', 'ʹ', '′':
		return true
	}
	return false
}
