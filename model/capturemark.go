package model

import (
	"slices"
	"strings"
)

// readMark reads a mark, and with ! how soon, with dsl to whom and under which reference it was passed
// (capture.md section 4).
func (h *captureHead) readMark(r *captureReader, w []capturedWord) int {
	if h.mark == PassedToDSL {
		return h.readRef(w)
	}
	if h.mark != "" {
		return 0
	}
	for n := min(2, len(w)); n > 0; n-- {
		key := keyOf(w[:n])
		if n == 1 && key == "" {
			key = w[0].text
		}
		mark, ok := captureMarks[key]
		if !ok || n == 2 && w[1].comma {
			continue
		}
		h.mark = mark
		h.span(w[:n], PartMark)
		return n + h.readBehindMark(r, w[n:])
	}
	return 0
}

// readBodyMark is readMark for the first word of the body, where only the marks themselves count.
func (h *captureHead) readBodyMark(r *captureReader, w []capturedWord) int {
	if h.mark != "" || len(w) == 0 {
		return 0
	}
	mark, ok := bodyMarks()[firstText(w[0].key, w[0].text)]
	if !ok {
		return 0
	}
	h.mark = mark
	h.span(w[:1], PartMark)
	return 1 + h.readBehindMark(r, w[1:])
}

func (h *captureHead) readBehindMark(r *captureReader, w []capturedWord) int {
	switch h.mark {
	case Concern:
		return h.readTriage(w)
	case PassedToDSL:
		return h.readPassed(r, w)
	}
	return 0
}

// mostTriageWords is how many words a time behind ! may have: "quarter to 4".
const mostTriageWords = 3

func (h *captureHead) readTriage(w []capturedWord) int {
	if len(w) > 0 && (w[0].key == "now" || w[0].key == "today") {
		h.triage = w[0].key
		return h.span(w[:1], PartMark)
	}
	for n := min(mostTriageWords, len(w)); n > 0; n-- {
		if clock := timeSaid(w[:n]); clock != "" {
			h.triage = string(clock)
			return h.span(w[:n], PartMark)
		}
	}
	return 0
}

// readPassed reads to whom something was passed, and the reference.
func (h *captureHead) readPassed(r *captureReader, w []capturedWord) (read int) {
	if len(w) > 1 && w[0].key == "to" && r.staffWords(w[1:]) > 0 {
		h.span(w[:1], PartMark)
		w, read = w[1:], 1
	}
	if n := r.staffWords(w); n > 0 {
		h.dslTo = typedText(w[:n])
		h.span(w[:n], PartMark)
		w, read = w[n:], read+n
	}
	return read + h.readRef(w)
}

func (h *captureHead) readRef(w []capturedWord) int {
	if h.dslRef != "" || len(w) < 2 || w[0].key != "ref" {
		return 0
	}
	h.dslRef = w[1].text
	return h.span(w[:2], PartMark)
}

// staffWords is how many of the words are somebody from school: with a title, or by a name that the
// caseload knows.
func (r *captureReader) staffWords(w []capturedWord) int {
	for n := min(3, len(w)); n > 0; n-- {
		if partedWords(w[:n]) {
			continue
		}
		if _, known := r.x.staffAt[keyOf(w[:n])]; known {
			return n
		}
	}
	if len(w) > 1 && titles()[w[0].key] != "" && w[1].key != "" && !partedWords(w[:2]) {
		return 2
	}
	return 0
}

// partedWords reports whether a comma or a colon stands between words.
func partedWords(w []capturedWord) bool {
	return slices.ContainsFunc(w[1:], func(c capturedWord) bool { return c.comma }) ||
		slices.ContainsFunc(w[:len(w)-1], func(c capturedWord) bool { return c.colon > 0 })
}

// typedText is words as they were typed, with one space between.
func typedText(words []capturedWord) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

func trimLeft(s string) string { return strings.TrimLeft(s, " ") }
