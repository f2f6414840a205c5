package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// capturedWord is a word of the line, without a comma or colon behind it.
type capturedWord struct {
	text     string
	key      string // folded, "" when the word holds a sign that no word has
	from, to int    // where it stands in the line, in bytes
	comma    bool   // a comma stands before it
	last     bool   // a semicolon stands behind it: no head goes beyond
	colon    int    // where the line goes on behind a colon that may end the head, 0 without one
}

// captureLine is a line as it is read: without anything that a terminal would obey, line breaks as
// spaces, and not longer than MostCaptured characters; cut says that something of it was left out.
func captureLine(typed string) (line string, cut bool) {
	line, _ = Clean(typed)
	line = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, line)
	line = strings.TrimSpace(line)
	if utf8.RuneCountInString(line) <= MostCaptured {
		return line, false
	}
	return strings.TrimSpace(string([]rune(line)[:MostCaptured])), true
}

// mostHeadWords is how many words a head can have: what stands behind is body.
const mostHeadWords = 60

// captureWords cuts the beginning of a line into words. A colon ends one only where a space or the end
// follows it.
func captureWords(line string) []capturedWord {
	var words []capturedWord
	comma := false
	for at := 0; at < len(line) && len(words) < mostHeadWords; {
		switch line[at] {
		case ' ':
			at++
			continue
		case ',':
			comma = true
			at++
			continue
		}
		end := at + strings.IndexAny(line[at:]+" ", " ,")
		if cut := strings.IndexByte(line[at:end], ';'); cut > 0 {
			end = at + cut
		}
		w := capturedWord{from: at, to: end, comma: comma, last: end < len(line) && line[end] == ';'}
		if line[end-1] == ':' && (end == len(line) || line[end] == ' ') {
			w.colon, w.to = end, end-1
		}
		w.text = line[w.from:w.to]
		at, comma = end, false
		if w.text == "" && len(words) > 0 && words[len(words)-1].colon == 0 {
			words[len(words)-1].colon = w.colon
			continue
		}
		w.key = wordKey(w.text)
		words = append(words, w)
	}
	return words
}

// wordKey is a word folded for comparing, "" where it holds a sign that no word has.
func wordKey(text string) string {
	for i, r := range text {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), isApostrophe(r), r == '-', r == '‐', r == '‑', r == '–':
		case r == '.' && i == len(text)-1 && i > 1: // "Mr."
		default:
			return ""
		}
	}
	return Fold(text)
}

// withoutOwner is the word without 's, as in "Niamh's" and "the Jones' mum".
func withoutOwner(text string) (owner string, is bool) {
	for _, s := range []string{"'s", "’s", "'S", "’S", "`s", "´s", "ʼs"} {
		if rest, ok := strings.CutSuffix(text, s); ok && rest != "" {
			return rest, true
		}
	}
	for _, s := range []string{"s'", "s’"} {
		if strings.HasSuffix(text, s) {
			return text[:len(text)-len(s)+1], true
		}
	}
	return text, false
}
