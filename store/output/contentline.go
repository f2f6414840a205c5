package output

import (
	"io"
	"strings"
	"unicode/utf8"

	"kettle/model"
)

// Cards and calendars are made of the same lines: NAME;PARAMETER=value:value, ended by CRLF, and folded
// so that none is longer than 75 octets (RFC 2426 and 5545). They are written here and not by a library:
// the one for calendars would link the network, and the one for cards neither folds nor escapes fully.

// longestLine is how long a line may be, in octets without its CRLF.
const longestLine = 75

// lineWriter writes content lines and keeps the first error.
type lineWriter struct {
	w   io.Writer
	err error
}

// line writes one line; a long one goes on in the next, behind a blank.
func (l *lineWriter) line(head, value string) {
	rest, room := head+":"+value, longestLine
	for len(rest) > room {
		at := room
		for !utf8.RuneStart(rest[at]) {
			at--
		}
		l.write(rest[:at] + "\r\n ")
		rest, room = rest[at:], longestLine-1
	}
	l.write(rest + "\r\n")
}

// text writes a line of text, and none where there is none.
func (l *lineWriter) text(head, value string) {
	if escaped := escapedText(value); escaped != "" {
		l.line(head, escaped)
	}
}

func (l *lineWriter) write(s string) {
	if l.err == nil {
		_, l.err = io.WriteString(l.w, s)
	}
}

// escapedText is text as a value may hold it: one line, nothing that ends or parts a value, and nothing
// that steers a terminal.
func escapedText(s string) string {
	s, _ = model.Clean(strings.ToValidUTF8(s, "?"))
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "\\\n;,") {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '\\', ';', ',':
			b.WriteByte('\\')
		case '\n':
			b.WriteString(`\n`)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
