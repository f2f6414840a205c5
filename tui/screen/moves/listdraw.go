package moves

import (
	"cmp"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var columns = widget.Columns{
	{Title: "Child", Width: 18, Grow: 2},
	{Title: "Moves to", Width: 14, Grow: 2},
	{Title: "Worries", Width: 16, Grow: 5, From: 110},
	{Title: "Who is there", Width: 14, Grow: 1, From: 76},
	{Title: "Visits", Width: 18, From: 120},
	{Title: "Check-in", Width: 11, From: 140},
	{Title: "Still", Width: 24, Grow: 1},
}

// The places of the columns.
const (
	childCell = iota
	toCell
	worriesCell
	namedCell
	visitsCell
	checkCell
	stillCell
)

// Draw draws the filter, the titles and the visible rows.
func (l *List) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	l.drawFilter(c.Rows(0, 1))
	if !l.known {
		return
	}
	if l.list.Total() == 0 {
		l.drawEmpty(c.Sub(2, 2, c.Width()-4, c.Height()-2))
		return
	}
	cells := columns.Lay(c.Width() - 2)
	columns.Titles(c.Columns(1, c.Width()-2), 2, l.Theme.Dim, cells)
	l.list.Draw(c.Rows(3, c.Height()-3), l.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		if r, ok := l.row(i); ok {
			l.drawRow(row, cells, r)
		}
	}, func() tea.Cmd { return screen.Run(action.MoveOpen) })
}

func (l *List) which() string {
	if l.begun {
		return fmt.Sprintf("arrived in September %d", l.year())
	}
	return fmt.Sprintf("move in September %d", l.year())
}

func (l *List) drawFilter(c *canvas.Canvas) {
	c.Text(1, 0, l.Theme.Accent, action.ByID(action.MoveFind).Keyname(false))
	count := ""
	if l.known {
		count = fmt.Sprintf("%d %s", l.list.Total(), l.which())
	}
	at := c.Right(c.Width()-1, 0, l.Theme.Dim, canvas.Cut(count, c.Width()/2))
	line := c.Sub(3, 0, max(at-5, 0), 1)
	l.filter.Draw(line, l.Theme, l.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.MoveFind) })
}

func (l *List) drawEmpty(c *canvas.Canvas) {
	tab, add := action.ByID(action.NextPart).Keyname(false), action.ByID(action.MoveNew).Keyname(false)
	switch {
	case l.filter.Text() != "":
		c.Text(0, 0, l.Theme.Strong, canvas.Cut("Nobody who moves fits “"+l.filter.Text()+"”.", c.Width()))
		c.Text(0, 2, l.Theme.Dim, "Fewer letters find more; Esc shows all again.")
	case l.begun:
		c.Text(0, 0, l.Theme.Strong, "Nobody has just arrived from another phase or school.")
		c.Wrap(0, 2, l.Theme.Dim, tab+" shows who moves next. "+add+" adds a child who joins or leaves during the year.")
	default:
		c.Text(0, 0, l.Theme.Strong, canvas.Cut("Nobody moves to another phase or school next September.", c.Width()))
		c.Wrap(0, 2, l.Theme.Dim, "Who moves is known from the children's year groups, and from those of the school. "+add+" adds a child who joins or leaves during the year.")
	}
}

func (l *List) drawRow(row *canvas.Canvas, cells []widget.Cell, r view.MoveRow) {
	th := l.Theme
	glyph, style, still := theme.GlyphOpen, th.Warn, r.Move.Lacks(l.Today())
	switch {
	case r.Move.ID == 0: // nothing is written down yet
		style = th.Dim
	case r.Move.Settled != "":
		glyph, style, still = theme.GlyphDone, th.Good, "arrived "+r.Move.Settled.Near(l.Today())
	case still == "":
		glyph, style, still = theme.GlyphDone, th.Dim, "ready"
	}
	cells[childCell].Text(row, 0, th.Strong, r.Pupil.Card()+" "+surname(r.Pupil))
	cells[toCell].Text(row, 0, th.Text, cmp.Or(r.Move.Where(r.Pupil, schoolOf(l.Env, r.Pupil)), "here: "+r.Pupil.Year.Words()))
	cells[worriesCell].Text(row, 0, th.Info, r.Move.Worries)
	cells[namedCell].Text(row, 0, th.Text, r.Move.NamedAdult)
	cells[visitsCell].Text(row, 0, th.Dim, r.Move.VisitsSaid())
	cells[checkCell].Text(row, 0, th.Dim, r.Next.Near(l.Today()))
	cells[stillCell].Text(row, 0, style, glyph+" "+still)
}

// surname is behind the name that a pupil is called by, for there may be two of them.
func surname(p model.Pupil) string {
	if p.Called() == p.Surname {
		return ""
	}
	return p.Surname
}

// schoolOf is the school of a pupil, the zero school for none.
func schoolOf(env *screen.Env, p model.Pupil) model.School {
	for _, s := range env.World.Schools {
		if s.ID == p.SchoolID {
			return s
		}
	}
	return model.School{}
}
