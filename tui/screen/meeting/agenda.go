package meeting

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// Agenda is the lines of the agenda with their minutes, against the length of the meeting
// (practice 35).
type Agenda struct{ page }

func newAgenda(below page) *Agenda {
	a := &Agenda{below}
	a.self = a
	a.rebuild()
	return a
}

func (p *Prepare) agenda() tea.Cmd { return screen.Show(newAgenda(p.below("Agenda"))) }

// Take takes the meeting.
func (a *Agenda) Take(answer any) tea.Cmd {
	cmd := a.page.Take(answer)
	a.rebuild()
	return cmd
}

func (a *Agenda) rebuild() {
	keys := make([]string, len(a.prep.Agenda))
	for i, item := range a.prep.Agenda {
		keys[i] = fmt.Sprint(item.ID)
	}
	a.setKeys(keys)
}

func (a *Agenda) item() model.AgendaItem { return a.prep.Agenda[a.list.At()] }

// Scopes are those of the agenda.
func (a *Agenda) Scopes() []action.Scope { return []action.Scope{action.MeetingAgenda, action.List} }

// Handlers bind what can be done with the agenda.
func (a *Agenda) Handlers() action.Handlers {
	h := a.list.Handlers(a.remember)
	none := a.selected("The agenda is empty: " + key(action.AgendaAdd) + " adds a line.")
	write := func(do func(ctx context.Context, id int64) (view.Change, error)) action.Handler {
		return action.Handler{Why: none, Do: func() tea.Cmd {
			id := a.item().ID
			return screen.Keep(func(ctx context.Context) (view.Change, error) { return do(ctx, id) })
		}}
	}
	h[action.AgendaOpen] = action.Handler{Do: func() tea.Cmd { return a.change(a.item()) }, Why: none}
	h[action.AgendaAdd] = action.Handler{Do: func() tea.Cmd { return a.change(a.nextItem()) }}
	h[action.AgendaRemove] = write(a.store.RemoveAgendaItem)
	h[action.AgendaUp] = write(func(ctx context.Context, id int64) (view.Change, error) { return a.store.MoveAgendaItem(ctx, id, -1) })
	h[action.AgendaDown] = write(func(ctx context.Context, id int64) (view.Change, error) { return a.store.MoveAgendaItem(ctx, id, 1) })
	h[action.AgendaSend] = action.Handler{Do: func() tea.Cmd { return a.invitations(agendaSent) }, Why: none}
	return h
}

// nextItem is a new line: what the family named and is not on the agenda yet, else an empty one.
func (a *Agenda) nextItem() model.AgendaItem {
	for _, named := range splitLines(a.prep.Meeting.Theirs) {
		on := slices.ContainsFunc(a.prep.Agenda, func(i model.AgendaItem) bool { return model.Fold(i.Title) == model.Fold(named) })
		if !on {
			return model.AgendaItem{Title: named, Minutes: 5, Theirs: true, Brings: "the family"}
		}
	}
	return model.AgendaItem{Minutes: 5}
}

func (a *Agenda) change(item model.AgendaItem) tea.Cmd {
	item.MeetingID = a.id
	title := "A line of the agenda"
	if item.ID == 0 {
		title = "Add to the agenda"
	}
	return a.show(form.Spec{
		Title: title, Name: "agenda item", Record: form.RecordOf(item.ID, a.id),
		Groups: form.Fields(
			widget.Text("What", &item.Title).Needed("What is it about? A few words the family would use, too."),
			widget.Number("Minutes", &item.Minutes, 0, 240),
			widget.Pick("Brought by", item.Brings, a.bringers(), func(_, text string) { item.Brings = text }).AllowNew(),
			widget.YesNo("The family's own", &item.Theirs),
			widget.YesNo("Asks for any worry", &item.AnyWorry),
		),
		About: []string{"The family's own items are marked ★. The last line asks for any other worry, however small."},
		Keep:  func(ctx context.Context) (view.Change, error) { return a.store.SaveAgendaItem(ctx, item) },
	})
}

func (a *Agenda) bringers() []widget.Option {
	options := []widget.Option{{Value: "the family", Words: "the family"}}
	for _, m := range a.prep.People {
		if !a.walled(m) {
			options = append(options, widget.Option{Value: a.nameOf(m), Words: a.nameOf(m), Note: m.Role})
		}
	}
	return options
}

// Draw draws the lines, the running time beside them and the sum below.
func (a *Agenda) Draw(c *canvas.Canvas) {
	if !a.known {
		return
	}
	a.drawCrumbs(c, c.Width()-24)
	a.drawSum(c)
	if len(a.prep.Agenda) == 0 {
		a.drawEmpty(c.Sub(2, top, c.Width()-4, c.Height()-top), "The agenda is empty.", key(action.AgendaAdd)+" adds a line. It helps everyone to keep pace.")
		return
	}
	at := 0
	starts := make([]int, len(a.prep.Agenda))
	for i, item := range a.prep.Agenda {
		starts[i] = at
		at += item.Minutes
	}
	a.list.Draw(c.Rows(top, c.Height()-top-2), a.Theme, true, func(row *canvas.Canvas, i int, _ bool) { a.drawRow(row, a.prep.Agenda[i], starts[i]) },
		func() tea.Cmd { return screen.Run(action.AgendaOpen) })
	a.drawQuestion(c.Rows(c.Height()-1, 1))
}

func (a *Agenda) drawSum(c *canvas.Canvas) {
	need, have := model.AgendaMinutes(a.prep.Agenda), a.prep.Meeting.Minutes
	style := a.Theme.Good
	if need > have {
		style = a.Theme.Late
	}
	c.Right(c.Width()-1, 1, style, fmt.Sprintf("%d of %d min", need, have))
}

// drawRow draws when a line begins, its minutes and its words.
func (a *Agenda) drawRow(row *canvas.Canvas, item model.AgendaItem, after int) {
	th := a.Theme
	begins := fmt.Sprintf("+%d", after)
	if start := a.prep.Meeting.Start; start.Clock() != "" {
		begins = string(start.Add(after).Clock())
	}
	row.Text(0, 0, th.Dim, begins)
	row.Right(10, 0, th.Text, fmt.Sprintf("%d", item.Minutes))
	row.Text(11, 0, th.Dim, "min")
	if item.Theirs {
		row.Text(15, 0, th.Accent, "★")
	}
	by := row.Width()
	if item.Brings != "" {
		by = max(by-22, 40)
	}
	row.Text(17, 0, th.Text, canvas.Cut(item.Title, by-18))
	row.Text(by, 0, th.Dim, canvas.Cut(item.Brings, row.Width()-by))
}

// drawQuestion draws the first open question about the agenda.
func (a *Agenda) drawQuestion(c *canvas.Canvas) {
	for _, i := range model.Checklist(a.facts()) {
		if i.Group == model.GroupAgenda && i.State == model.ItemAsks {
			c.Text(1, 0, a.Theme.Warn, canvas.Cut(theme.GlyphAsk+" "+i.Asks+": "+i.Question, c.Width()-2))
			return
		}
	}
}

// About says what makes an agenda a help.
func (a *Agenda) About() []string {
	return []string{"The agenda is in the family's hands beforehand: no surprises.", "★ marks the family's own items. The last line asks for any other worry, however small."}
}
