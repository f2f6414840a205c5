package model

import "strings"

// An unknown number is one of so many digits that begins as numbers do; shorter ones are sums and dates.
const shortestUnknown = 10

// digit is a digit of a text and where it stands.
type digit struct {
	at    int
	value byte
}

// readPhones finds telephone numbers, however they are spaced; one that nobody is known by is perhaps
// somebody's.
func (r *nameReader) readPhones() {
	var run []digit
	plus := false
	for i := 0; i <= len(r.text); i++ {
		c := byte(0)
		if i < len(r.text) {
			c = r.text[i]
		}
		switch {
		case c >= '0' && c <= '9':
			run = append(run, digit{i, c})
		case c == '+' && len(run) == 0:
			plus = true
		case len(run) > 0 && (c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == 0xC2 || c == 0xA0):
		default:
			r.readRun(run, plus)
			run, plus = nil, false
		}
	}
}

// readRun reads digits that stand together: one number, or several.
func (r *nameReader) readRun(run []digit, plus bool) {
	digits := make([]byte, len(run))
	for i, d := range run {
		digits[i] = d.value
	}
	text, from := string(digits), 0
	for end := phoneTail; end <= len(text); end++ {
		people := r.phones[text[end-phoneTail:end]]
		if len(people) == 0 {
			continue
		}
		start := max(from, end-phoneTail-4) // with its 0, its 44 or its 0044
		r.add(r.signed(run[start].at), run[end-1].at+1, people, foundPhone, false)
		from = end
	}
	switch {
	case from > 0:
	case len(text) >= shortestPhone && len(text) < phoneTail && len(r.phones[text]) > 0:
		r.add(run[0].at, run[len(run)-1].at+1, r.phones[text], foundPhone, false)
	case len(text) >= shortestUnknown && (plus || text[0] == '0'):
		r.add(r.signed(run[0].at), run[len(run)-1].at+1, nil, foundPhone, true)
	}
}

// signed takes the + before a number along.
func (r *nameReader) signed(at int) int {
	if at > 0 && r.text[at-1] == '+' {
		return at - 1
	}
	return at
}

// readEmails finds e-mail addresses; one that nobody is known by is perhaps somebody's.
func (r *nameReader) readEmails() {
	for at := 0; ; {
		i := strings.IndexByte(r.text[at:], '@')
		if i < 0 {
			return
		}
		i += at
		start, end := i, i+1
		for start > 0 && inEmail(r.text[start-1]) {
			start--
		}
		for end < len(r.text) && inEmail(r.text[end]) {
			end++
		}
		whole := strings.TrimRight(r.text[start:end], ".-")
		end = start + len(whole)
		if start < i && end > i+1 {
			people := r.emails[strings.ToLower(whole)]
			r.add(start, end, people, foundEmail, len(people) == 0)
		}
		at = max(end, i+1)
	}
}

// inEmail reports whether a byte belongs to an address: letters of any script, digits and a few signs.
func inEmail(c byte) bool {
	return c >= 0x80 || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte("._%+-'@", c) >= 0
}
