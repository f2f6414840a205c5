package followups

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// columnsOf are the columns of the open promises, or of the past ones, whose first is wider.
func columnsOf(past bool) widget.Columns {
	columns := slices.Clone(columns)
	if past {
		columns[0].Width = 16
	}
	return columns
}

var columns = widget.Columns{
	{Width: 13},
	{Width: 24, Grow: 1},
	{Width: 13},
	{Width: 11, From: 70},
}

// Where the selected promise is told about: beside the list, or below it.
const (
	besideFrom = 100
	belowRows  = 3
)

// Draw draws the filter, the list, and what there is to say about the selected promise.
func (l *List) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	l.drawFilter(c.Rows(0, 1))
	body := c.Rows(2, c.Height()-2)
	if l.known && l.list.Total() == 0 {
		l.drawEmpty(body.Columns(2, -2))
		return
	}
	if c.Width() >= besideFrom {
		side := min(c.Width()*3/10, 64)
		l.drawList(body.Columns(0, -side-3))
		l.drawBeside(body.Columns(c.Width()-side-2, side+2))
	} else {
		l.drawList(body.Rows(0, -belowRows-1))
		l.drawBelow(body.Rows(body.Height()-belowRows, belowRows))
	}
	if l.typing {
		c.Sub(3, 0, 30, 1).Cursor(min(canvas.Width(l.filter.Text()), 29), 0)
	}
}

func (l *List) drawFilter(c *canvas.Canvas) {
	c.Text(1, 0, l.Theme.Accent, action.ByID(action.PromisesFind).Keyname(false))
	at := c.Right(c.Width()-1, 0, l.Theme.Dim, l.summary())
	line := c.Sub(3, 0, max(at-5, 0), 1)
	l.filter.Draw(line, l.Theme, l.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.PromisesFind) })
}

func (l *List) summary() string {
	switch {
	case !l.known:
		return ""
	case l.past:
		return fmt.Sprintf("%d done or dropped", l.rows.Total)
	}
	return fmt.Sprintf("%d open", l.rows.Total)
}

// drawEmpty says why nothing is listed, and what to do.
func (l *List) drawEmpty(c *canvas.Canvas) {
	th := l.Theme
	switch {
	case l.filter.Text() != "":
		c.Text(0, 0, th.Strong, "No promise fits “"+canvas.Cut(l.filter.Text(), 40)+"”.")
		c.Text(0, 2, th.Dim, "Fewer letters find more; Esc shows all again.")
	case l.past:
		c.Text(0, 0, th.Strong, "Nothing has been done or dropped yet.")
	default:
		c.Text(0, 0, th.Strong, "Nothing is promised.")
		c.Wrap(0, 2, th.Dim, action.ByID(action.PromiseNew).Keyname(false)+" adds a follow-up. Others come by themselves, from a contact that is logged and from the line drawn under a meeting.")
	}
}

func (l *List) drawList(c *canvas.Canvas) {
	cells := columnsOf(l.past).Lay(c.Width() - 2)
	l.list.Draw(c, l.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		if r, ok := l.row(i); ok {
			l.drawRow(row, cells, r)
		} else if s, ok := l.spanOf(i); ok && s.heading == i {
			l.drawHeading(row, s)
		}
	}, func() tea.Cmd { return screen.Run(action.LineOpen) })
}

func headings() map[view.FollowUpGroup]string {
	return map[view.FollowUpGroup]string{
		view.Late: "Late", view.DueToday: "Today", view.ThisWeek: "This week", view.LaterOn: "Later",
		view.OfOthers: "Waiting for others", view.NotOpen: "Done and dropped, the last first",
	}
}

func (l *List) drawHeading(row *canvas.Canvas, s span) {
	row.Text(0, 0, l.Theme.Accent, headings()[s.group])
	count := fmt.Sprint(s.n)
	if s.group == view.OfOthers && row.Width() >= 50 {
		count = fmt.Sprintf("colleagues %d · families %d", l.others.staff, l.others.family)
	}
	row.Right(row.Width()-1, 0, l.Theme.Dim, count)
}

func (l *List) drawRow(row *canvas.Canvas, cells []widget.Cell, r view.FollowUpRow) {
	th := l.Theme
	glyph, words, style := l.mark(r)
	row.Text(0, 0, style, glyph)
	row.Text(2, 0, style, canvas.Cut(words, cells[0].Width-2))
	what := r.What
	if r.DueAt != "" && r.State == model.Open {
		what += ", by " + string(r.DueAt)
	}
	cells[1].Text(row, 0, th.Text, what)
	cells[2].Text(row, 0, th.Dim, r.Family)
	if cell := cells[3]; cell.Width > 0 {
		row.Right(cell.X+cell.Width, 0, th.Dim, canvas.Cut(promise.WhoseWords(r.Whose, r.Who), cell.Width))
	}
}

// mark is the glyph and the word for a promise's date, or for how it ended.
func (l *List) mark(r view.FollowUpRow) (glyph, words string, style canvas.Style) {
	switch r.State {
	case model.Done:
		return theme.GlyphDone, "done " + l.endedOn(r), l.Theme.Good
	case model.Dropped:
		return theme.GlyphLeftOut, "dropped " + l.endedOn(r), l.Theme.Dim
	}
	glyph, style = promise.Mark(l.Theme, model.DueGroupOf(r.Due, l.Today()))
	return glyph, model.DueWords(r.Due, l.Today(), l.Calendar()), style
}

// endedOn is the day a promise was done or dropped, short enough for its column.
func (l *List) endedOn(r view.FollowUpRow) string {
	if r.StateOn.DaysUntil(l.Today()) > 6 {
		return r.StateOn.Time().Format("2 Jan")
	}
	return r.StateOn.Near(l.Today())
}
