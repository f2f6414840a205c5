package moves

import (
	"cmp"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// besideFrom is the width from which the visits and check-ins stand beside the move.
const besideFrom = 100

// Draw draws the move, its visits and its check-ins.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	x := 1 + c.Text(1, 1, p.Theme.Dim, "Log › Moves › ")
	c.Text(x, 1, p.Theme.Strong, canvas.Cut(p.page.Pupil.FullName()+" · "+p.when(), c.Width()-x-1))
	body := c.Rows(3, c.Height()-3)
	p.list.SetHeight(max(body.Height()/3, 1))
	open := func() tea.Cmd { return screen.Run(action.MoveTake) }
	if c.Width() < besideFrom {
		width := body.Width() - 2
		p.panes[0].Draw(body, p.Theme, append(append(p.moveRows(width), widget.EmptyRow()), p.wayRows(width)...), &p.list, open)
		return
	}
	left := body.Width() * 2 / 5
	p.panes[0].Draw(body.Columns(0, left), p.Theme, p.moveRows(left-2), &p.list, open)
	for y := range body.Height() {
		body.Text(left, y, p.Theme.Rule, "│")
	}
	right := body.Columns(left+1, body.Width()-left-1)
	p.panes[1].Draw(right, p.Theme, p.wayRows(right.Width()-2), &p.list, open)
}

// when says where the pupil moves to, and when.
func (p *Page) when() string {
	where := p.move.Where(p.page.Pupil, p.page.School)
	if p.move.Year <= model.SchoolYearOf(p.Today()) {
		return fmt.Sprintf("%s, in the year that began in %d", cmp.Or(where, "came here"), p.move.Year)
	}
	return fmt.Sprintf("%s in September %d", cmp.Or(where, "moves"), p.move.Year)
}

// moveRows are what is written of the move.
func (p *Page) moveRows(width int) []widget.PaneRow {
	rows := []widget.PaneRow{widget.Heading(p.Theme, "The move", p.page.Pupil.Card()+" · "+p.page.Family)}
	add := func(heading, text, empty string) {
		rows = append(rows, widget.PaneRow{Item: 0, Draw: func(c *canvas.Canvas) { c.Text(0, 0, p.Theme.Dim, heading) }})
		style := p.Theme.Text
		if text == "" {
			text, style = empty, p.Theme.Dim
		}
		rows = append(rows, widget.WrapRows(0, 2, width, style, text)...)
	}
	add("worries", p.move.Worries, "Not asked yet. Ask the child, and each parent.")
	add("what helps", p.move.Helps, "Not known yet.")
	add("who is there for them", p.move.NamedAdult, "Nobody is named yet.")
	handed := ""
	if p.move.HandedOver != "" {
		handed = p.move.HandedOver.Near(p.Today())
	}
	add("hand-over page", handed, "Not gone yet: "+action.ByID(action.MovePrint).Keyname(false)+" prints it, "+action.ByID(action.MoveSent).Keyname(false)+" marks that it went.")
	if follow := p.page.Pupil.RecordsFollow(p.calendar()); follow != "" {
		add("records", follow, "")
	}
	if years := p.page.Pupil.OutOfYear(p.Today()); years != 0 {
		computed := model.YearGroupOn(p.page.Pupil.Born, 0, p.Today())
		rows = append(rows, widget.WrapRows(widget.NoItem, 0, width, p.Theme.Warn,
			theme.GlyphAsk+" In "+p.page.Pupil.Year.Words()+"; by the date of birth it would be "+computed.Words()+". What the school has written down counts.")...)
	}
	return rows
}

// wayRows are the visits, the check-ins and the arrival.
func (p *Page) wayRows(width int) []widget.PaneRow {
	item := 1
	rows := []widget.PaneRow{widget.Heading(p.Theme, "Visits", p.move.VisitsSaid())}
	if len(p.move.Visits) == 0 {
		rows = append(rows, widget.WrapRows(widget.NoItem, 0, width, p.Theme.Dim, action.ByID(action.MoveVisit).Keyname(false)+" adds a visit: seen beforehand, the new place frightens less.")...)
	}
	for _, v := range p.move.Visits {
		glyph, style := theme.GlyphOpen, p.Theme.Warn
		if v.Done != "" {
			glyph, style = theme.GlyphDone, p.Theme.Good
		}
		rows = append(rows, p.dated(item, width, glyph, style, v.On, v.What)...)
		item++
	}
	rows = append(rows, widget.EmptyRow(), widget.Heading(p.Theme, "Check-ins", ""))
	for _, f := range p.page.ChecksOf(p.move.ID) {
		glyph, style := promise.Mark(p.Theme, f.Group(p.Today()))
		switch f.State {
		case model.Done:
			glyph, style = theme.GlyphDone, p.Theme.Good
		case model.Dropped:
			glyph, style = theme.GlyphLeftOut, p.Theme.Dim
		}
		rows = append(rows, p.dated(item, width, glyph, style, f.Due, f.What)...)
		item++
	}
	if n := len(p.proposed()); n > 0 {
		rows = append(rows, widget.WrapRows(widget.NoItem, 0, width, p.Theme.Dim,
			fmt.Sprintf("%d more can be promised: %s proposes their days, before the move and after it.", n, action.ByID(action.MoveChecks).Keyname(false)))...)
	}
	glyph, style, words := theme.GlyphOpen, p.Theme.Dim, "not yet seen to have arrived"
	if p.move.Settled != "" {
		glyph, style, words = theme.GlyphDone, p.Theme.Good, "seen to have arrived"
	}
	rows = append(rows, widget.EmptyRow(), widget.Heading(p.Theme, "Arrived", ""))
	return append(rows, p.dated(item, width, glyph, style, p.move.Settled, words)...)
}

// dayWidth is the column of glyph and day.
const dayWidth = 15

// dated is a glyph and a day, and behind them what there is to do.
func (p *Page) dated(item, width int, glyph string, style canvas.Style, on model.Date, what string) []widget.PaneRow {
	day := on.Near(p.Today())
	at := dayWidth
	if day == "" {
		at = 2
	}
	rows := widget.WrapRows(item, at, width, p.Theme.Text, what)
	first := rows[0].Draw
	rows[0].Draw = func(c *canvas.Canvas) {
		c.Text(0, 0, style, glyph+" "+day)
		first(c)
	}
	return rows
}
