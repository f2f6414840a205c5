package worries

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// Where the selected row is told about: beside the list from this width on, else in a few rows below it.
const (
	besideFrom = 100
	belowRows  = 5
	shortRows  = 3
	shortBelow = 16 // rows of the window, below which little is told
)

// fact is one line about the selected row; a warning is marked by its words, colour repeats it.
type fact struct {
	label, words string
	warn         bool
}

// picture is how one list is drawn.
type picture[T any] struct {
	summary string                  // at the right of the filter
	above   []string                // sentences above the list
	empty   []string                // what to say when nothing is listed
	draw    func(*canvas.Canvas, T) // one row
	title   func(T) (what, whose string)
	facts   func(T) []fact
}

// paint draws the filter, the list, and what there is to say about the selected row.
func (r *rows[T]) paint(c *canvas.Canvas, p picture[T]) {
	c = c.Rows(1, c.Height()-1)
	r.drawFilter(c.Rows(0, 1), p.summary)
	if !r.known {
		return
	}
	if c.Height() < shortBelow && len(p.above) > 0 {
		p.above = p.above[:1]
	}
	y := 2
	if said := strings.Join(p.above, " "); said != "" {
		y += c.Sub(1, 1, c.Width()-2, 3).Wrap(0, 0, r.Theme.Dim, said)
	}
	body := c.Rows(y, c.Height()-y)
	switch {
	case r.list.Total() == 0:
		r.drawEmpty(body.Columns(2, -2), p.empty)
	case c.Width() >= besideFrom:
		side := min(c.Width()*35/100, 72)
		r.drawList(body.Columns(0, -side-3), p.draw)
		r.drawBeside(body.Columns(c.Width()-side-2, side+2), p)
	default:
		below := belowRows
		if c.Height() < shortBelow {
			below = shortRows
		}
		r.drawList(body.Rows(0, -below-1), p.draw)
		r.drawBelow(body.Rows(body.Height()-below, below), p)
	}
	if r.typing {
		c.Sub(3, 0, 30, 1).Cursor(min(canvas.Width(r.filter.Text()), 29), 0)
	}
}

func (r *rows[T]) drawFilter(c *canvas.Canvas, summary string) {
	c.Text(1, 0, r.Theme.Accent, name(action.WaitingFind))
	if !r.known {
		summary = ""
	}
	at := c.Right(c.Width()-1, 0, r.Theme.Dim, canvas.Cut(summary, c.Width()/2))
	line := c.Sub(3, 0, max(at-5, 0), 1)
	r.filter.Draw(line, r.Theme, r.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.WaitingFind) })
}

// drawEmpty says why nothing is listed, and what to do.
func (r *rows[T]) drawEmpty(c *canvas.Canvas, words []string) {
	if r.filter.Text() != "" {
		words = []string{"Nothing here fits “" + canvas.Cut(r.filter.Text(), 40) + "”.", "Fewer letters find more; Esc shows all again."}
	}
	c.Wrap(0, 0, r.Theme.Strong, words[0])
	y := 2
	for _, line := range words[1:] {
		y += c.Rows(y, c.Height()-y).Wrap(0, 0, r.Theme.Dim, line)
	}
}

func (r *rows[T]) drawList(c *canvas.Canvas, draw func(*canvas.Canvas, T)) {
	r.list.Draw(c, r.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		if one, ok := r.row(i); ok {
			draw(row, one)
		}
	}, func() tea.Cmd { return screen.Run(action.WaitingOpen) })
}

const labelWidth = 11

// drawBeside draws the facts in a column beside the list.
func (r *rows[T]) drawBeside(c *canvas.Canvas, p picture[T]) {
	for y := range c.Height() {
		c.Text(0, y, r.Theme.Rule, "│")
	}
	one, ok := r.at()
	if !ok {
		return
	}
	c = c.Columns(2, -1)
	what, whose := p.title(one)
	y := c.Wrap(0, 0, r.Theme.Strong, what)
	c.Text(0, y, r.Theme.Dim, canvas.Cut(whose, c.Width()))
	y += 2
	for _, f := range p.facts(one) {
		style := r.Theme.Text
		if f.warn {
			style = r.Theme.Warn
		}
		c.Text(0, y, r.Theme.Dim, f.label)
		y += max(c.Columns(labelWidth, c.Width()-labelWidth).Rows(y, max(c.Height()-y, 0)).Wrap(0, 0, style, f.words), 1)
	}
}

// drawBelow draws the facts as a few lines below the list.
func (r *rows[T]) drawBelow(c *canvas.Canvas, p picture[T]) {
	c.Rule(0, r.Theme.Rule)
	one, ok := r.at()
	if !ok {
		return
	}
	var parts []string
	for _, f := range p.facts(one) {
		parts = append(parts, f.label+": "+f.words)
	}
	lines := canvas.WrapText(strings.Join(parts, " · "), c.Width()-2)
	for i, line := range lines[:min(len(lines), c.Height()-1)] {
		c.Text(1, i+1, r.Theme.Dim, line)
	}
}

// counted is how many there are in words, and how many of them sleep.
func counted(total, asleep int, one, many string) string {
	said := fmt.Sprintf("%d %s", total, many)
	if total == 1 {
		said = "1 " + one
	}
	if asleep > 0 {
		said += fmt.Sprintf(", %d asleep", asleep)
	}
	return said
}

// known are the facts that have words.
func known(facts ...fact) []fact {
	var all []fact
	for _, f := range facts {
		if f.words != "" {
			all = append(all, f)
		}
	}
	return all
}

func quoted(words string) string {
	if words == "" {
		return ""
	}
	return "“" + words + "”"
}

// firstLine is the first line of a text, as a list shows it.
func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

// name is how the key of an action is written.
func name(id action.ID) string { return action.ByID(id).Keyname(false) }

func findKey() string { return name(action.WaitingFind) }
