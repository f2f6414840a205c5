package meeting

import (
	"cmp"
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/widget"
)

// Agenda is the lines of the agenda with their minutes, against the length of the meeting
// (practice 35). Below them stand what is offered for it, the good thing to begin with (practice 42),
// and who has which version in their hands.
type Agenda struct {
	page
	rows []agendaRow
	log  []model.Contact // of the family, the newest first
}

// agendaRow is a heading, a line, the good thing to begin with, something that is offered, or a person
// with the version that they have.
type agendaRow struct {
	key     string
	heading string
	item    model.AgendaItem
	starts  int // minutes after the beginning
	begins  bool
	offer   *agendaOffer
	hand    model.AgendaHand
}

func newAgenda(below page) *Agenda {
	a := &Agenda{page: below}
	a.self = a
	a.list.Heading = a.isHeading
	a.rebuild()
	return a
}

func (p *Prepare) agenda() tea.Cmd { return screen.Show(newAgenda(p.below("Agenda"))) }

// Load asks for the meeting, and for the log: what is good in it may begin the meeting.
func (a *Agenda) Load() []screen.Ask {
	family := a.prep.Meeting.FamilyID
	return append(a.page.Load(), screen.Ask{Slot: "log", Do: func(ctx context.Context) (any, error) {
		return a.store.FamilyContacts(ctx, family, meetingforms.NewestGood, 0)
	}})
}

// Take takes the meeting, or the log.
func (a *Agenda) Take(answer any) tea.Cmd {
	var cmd tea.Cmd
	if log, ok := answer.([]model.Contact); ok {
		a.log = log
	} else {
		cmd = a.page.Take(answer)
	}
	a.rebuild()
	return cmd
}

func (a *Agenda) rebuild() {
	a.rows = nil
	if a.known {
		a.addRows()
	}
	keys := make([]string, len(a.rows))
	for i, r := range a.rows {
		keys[i] = r.key
	}
	a.setKeys(keys)
}

func (a *Agenda) addRows() {
	after := 0
	for _, item := range a.prep.Agenda {
		a.rows = append(a.rows, agendaRow{key: fmt.Sprint(item.ID), item: item, starts: after})
		after += item.Minutes
	}
	a.section("Offered for it", a.offered())
	a.section("Begin with something good", a.openings())
	var hands []agendaRow
	for _, h := range model.AgendaHands(a.facts(), a.prep.Letters) {
		hands = append(hands, agendaRow{key: fmt.Sprint("hand ", h.Person.ID), hand: h})
	}
	a.section("In their hands", hands)
}

// section adds rows under a heading; without rows there is none.
func (a *Agenda) section(heading string, rows []agendaRow) {
	if len(rows) > 0 {
		a.rows = append(append(a.rows, agendaRow{heading: heading}), rows...)
	}
}

// row is the selected row, the zero row for none.
func (a *Agenda) row() agendaRow {
	if at := a.list.At(); at >= 0 && at < len(a.rows) {
		return a.rows[at]
	}
	return agendaRow{}
}

// Scopes are those of what is selected.
func (a *Agenda) Scopes() []action.Scope {
	switch r := a.row(); {
	case r.offer != nil:
		return []action.Scope{action.AgendaOffered, action.List}
	case r.hand.Person.ID != 0:
		return []action.Scope{action.AgendaHands, action.List}
	}
	return []action.Scope{action.MeetingAgenda, action.List}
}

// Handlers bind what can be done with the agenda.
func (a *Agenda) Handlers() action.Handlers {
	h := a.list.Handlers(a.remember)
	write := func(do func(ctx context.Context, id int64) (view.Change, error)) action.Handler {
		return action.Handler{Why: a.noLine, Do: func() tea.Cmd {
			id := a.row().item.ID
			return screen.Keep(func(ctx context.Context) (view.Change, error) { return do(ctx, id) })
		}}
	}
	h[action.AgendaOpen] = action.Handler{Do: a.open, Why: a.nothing}
	h[action.AgendaAdd] = action.Handler{Do: func() tea.Cmd { return a.change(a.nextItem()) }}
	h[action.AgendaTake] = action.Handler{Do: func() tea.Cmd { return a.row().offer.take(a) }, Why: a.nothing}
	h[action.AgendaRemove] = write(a.store.RemoveAgendaItem)
	h[action.AgendaUp] = write(func(ctx context.Context, id int64) (view.Change, error) { return a.store.MoveAgendaItem(ctx, id, -1) })
	h[action.AgendaDown] = write(func(ctx context.Context, id int64) (view.Change, error) { return a.store.MoveAgendaItem(ctx, id, 1) })
	h[action.AgendaSend] = action.Handler{Do: func() tea.Cmd { return a.invitations(agendaSent) }, Why: a.empty}
	h[action.AgendaAgain] = action.Handler{Do: func() tea.Cmd { return a.sendAgenda(a.row().hand.Person) }, Why: a.empty}
	return h
}

func (a *Agenda) nothing() string {
	if a.list.At() < 0 {
		return a.empty()
	}
	return ""
}

func (a *Agenda) empty() string {
	if len(a.prep.Agenda) == 0 {
		return "The agenda is empty: " + key(action.AgendaAdd) + " adds a line."
	}
	return ""
}

func (a *Agenda) noLine() string {
	if a.row().item.ID == 0 {
		return cmp.Or(a.empty(), "Go to a line of the agenda first.")
	}
	return ""
}

// open changes the line, or the good thing to begin with.
func (a *Agenda) open() tea.Cmd {
	if r := a.row(); !r.begins {
		return a.change(r.item)
	}
	return a.opening()
}

// nextItem is a new line: what the family named and is not on the agenda yet, else an empty one.
func (a *Agenda) nextItem() model.AgendaItem {
	for _, named := range model.NotOnAgenda(splitLines(a.prep.Meeting.Theirs), a.prep.Agenda) {
		return model.AgendaItem{Title: named, Minutes: 5, Theirs: true, Brings: "the family"}
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
			options = append(options, widget.Option{Value: a.nameOf(m), Words: a.nameOf(m), Note: roleWords(m)})
		}
	}
	return options
}

// About says what makes an agenda a help.
func (a *Agenda) About() []string {
	about := []string{"The agenda is in the family's hands beforehand: no surprises.", "★ marks the family's own items. The last line asks for any other worry, however small."}
	if h := a.row().hand; h.Person.ID != 0 {
		about = append([]string{h.Name + ": " + h.Words(a.Today()) + "."}, about...)
	}
	return about
}
