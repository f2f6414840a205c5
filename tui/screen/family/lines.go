package family

import (
	"kettle/tui/canvas"
)

// span is a text in one style.
type span struct {
	style canvas.Style
	text  string
}

// line is one row of cells, drawn from its indent on.
type line struct {
	indent int
	spans  []span
}

func of(spans ...span) line { return line{spans: spans} }

// draw draws the line in row y and cuts it at the edge.
func (l line) draw(c *canvas.Canvas, y int) {
	x := l.indent
	for _, s := range l.spans {
		x += c.Text(x, y, s.style, canvas.Cut(s.text, c.Width()-x))
	}
}

func width(spans []span) int {
	n := 0
	for _, s := range spans {
		n += canvas.Width(s.text)
	}
	return n
}

// leastBeside is the room in which a text still begins beside what stands before it.
const leastBeside = 10

// hang puts text behind some spans and wraps it in a width, further lines beneath its beginning; of
// more than most lines the rest is left out. Behind spans that leave no room it begins below them.
func hang(room, most int, lead []span, style canvas.Style, text string) []line {
	indent := width(lead)
	if len(lead) > 0 && indent > 2 && room-indent < min(leastBeside, canvas.Width(text)) {
		return append([]line{of(lead...)}, hang(room, most, []span{{style, "  "}}, style, text)...)
	}
	wrapped := canvas.WrapText(text, max(room-indent, 1))
	if len(wrapped) > most {
		wrapped = wrapped[:most]
		wrapped[most-1] = canvas.Cut(wrapped[most-1]+" …", max(room-indent, 1))
	}
	lines := make([]line, 0, len(wrapped))
	for i, w := range wrapped {
		if i == 0 {
			lines = append(lines, of(append(append([]span{}, lead...), span{style, w})...))
			continue
		}
		lines = append(lines, line{indent, []span{{style, w}}})
	}
	return lines
}

// wrapped is text in one style over as many lines as it needs, at most so many.
func wrapped(width, most int, style canvas.Style, text string) []line {
	return hang(width, most, nil, style, text)
}
