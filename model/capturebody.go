package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bodyClause is a stretch of the body between two cuts, without their words.
type bodyClause struct {
	pieces [][2]int // where it stands in the line, in bytes
	quoted bool     // their words were taken out of it
}

// readBody takes the body apart: a mark, their words, follow-ups, and the note (capture.md section 6).
func (r *captureReader) readBody() {
	if words := captureWords(r.line[r.body:]); len(words) > 0 {
		for i := range words {
			words[i].from += r.body
			words[i].to += r.body
			words[i].colon += min(words[i].colon, 1) * r.body
		}
		before := len(r.head.spans)
		if n := r.head.readBodyMark(r, words); n > 0 {
			r.body = words[n-1].to
			if colon := words[n-1].colon; colon > 0 {
				r.body = colon
			}
			r.spans = append(r.spans, r.head.spans[before:]...)
		}
	}
	var note []string
	for _, c := range r.clauses() {
		if p, ok := r.promise(c); ok {
			r.promises = append(r.promises, p)
		} else if text := c.text(r.line); text != "" {
			note = append(note, text)
		}
	}
	r.note = strings.Join(note, "; ")
}

// clauses cuts the body at semicolons and at full stops before a capital letter, and takes their words
// out of it.
func (r *captureReader) clauses() []bodyClause {
	var all []bodyClause
	var c bodyClause
	from := r.body
	piece := func(to int) {
		if from < to {
			c.pieces = append(c.pieces, [2]int{from, to})
		}
	}
	end := func() {
		all = append(all, c)
		c = bodyClause{}
	}
	var theirs []string
	for at := r.body; at < len(r.line); {
		letter, size := utf8.DecodeRuneInString(r.line[at:])
		switch {
		case opensQuote(letter):
			said, length := quoted(r.line[at+size:])
			if said == "" {
				break
			}
			piece(at)
			theirs = append(theirs, said)
			r.spans = append(r.spans, CaptureSpan{at, at + size + length, PartWords})
			at += size + length
			from, c.quoted = at, true
			if strings.ContainsAny(said[len(said)-1:], ".!?") && beginsSentence(r.line[at:]) {
				end()
			}
			continue
		case letter == ';', letter == '.' && endsSentence(r.line[r.body:at]) && beginsSentence(r.line[at+1:]):
			piece(at)
			end()
			from = at + size
		}
		at += size
	}
	piece(len(r.line))
	end()
	r.theirs = strings.Join(theirs, " / ")
	return all
}

func opensQuote(r rune) bool { return strings.ContainsRune(`"“„«”`, r) }

// quoted is the text up to the closing quote, and how far that is; "" when there is none.
func quoted(text string) (said string, length int) {
	at := strings.IndexAny(text, `"”“»`)
	if at < 0 {
		return "", 0
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return strings.Join(strings.Fields(text[:at]), " "), at + size
}

// beginsSentence reports whether what follows a full stop is a space and a capital letter.
func beginsSentence(rest string) bool {
	trimmed := strings.TrimLeft(rest, " ")
	letter, size := utf8.DecodeRuneInString(trimmed)
	if opensQuote(letter) {
		letter, _ = utf8.DecodeRuneInString(trimmed[size:])
	}
	return len(trimmed) < len(rest) && unicode.IsUpper(letter)
}

// endsSentence reports whether a full stop behind this text ends a sentence: not behind "Mr" or "J".
func endsSentence(text string) bool {
	word := text[strings.LastIndex(text, " ")+1:]
	_, title := titles()[Fold(word)]
	return !title && !strings.EqualFold(word, "st") && (utf8.RuneCountInString(word) > 1 || !isUpperLetter(word))
}

func isUpperLetter(word string) bool {
	letter, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(letter)
}

// text is the clause as it stands in the note.
func (c bodyClause) text(line string) string {
	text := ""
	for _, p := range c.pieces {
		piece := strings.Join(strings.Fields(line[p[0]:p[1]]), " ")
		if text != "" && piece != "" && !strings.ContainsAny(piece[:1], ",.;:!?") {
			text += " "
		}
		text += piece
	}
	if c.quoted {
		text = strings.TrimLeft(text, " ,.;:")
	}
	return text
}

// words are the words of the clause; a colon behind one makes it no verb: "phone: which one".
func (c bodyClause) words(line string) []capturedWord {
	var words []capturedWord
	for _, p := range c.pieces {
		for at := p[0]; at < p[1]; {
			if line[at] == ' ' {
				at++
				continue
			}
			end := at + strings.IndexByte(line[at:p[1]]+" ", ' ')
			w := capturedWord{text: line[at:end], from: at, to: end}
			w.key = wordKey(strings.TrimRight(w.text, ".,!"))
			words = append(words, w)
			at = end
		}
	}
	return words
}
