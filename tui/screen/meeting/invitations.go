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
	"kettle/tui/theme"
)

// Invitations is what each person was told, asked and given, one by one: people down, matters across.
type Invitations struct {
	page
	rows   []inviteRow
	matter int // the one that is noted
}

// inviteRow is a heading or a person.
type inviteRow struct {
	heading string
	person  model.MeetingPerson
}

// matter is one thing that is noted for each person.
type matter struct {
	title string
	// told is what is noted, "" nothing yet.
	told func(p *page, m model.MeetingPerson) string
	// note notes it for today, in the way the person likes best; nil opens the form instead.
	note func(s Store, ctx context.Context, m model.MeetingPerson, today model.Date, by model.Channel) (view.Change, error)
	// open is the form for it.
	open func(p *page, m model.MeetingPerson) tea.Cmd
	why  string
	// letter is the page on which its letter is written.
	letter screen.Kind
	// asks reports whether what is noted no longer holds; nil is never.
	asks func(m model.MeetingPerson) bool
}

// The matters by their place in the table.
const (
	toldWhy = iota
	invited
	answered
	agendaSent
	reminded
)

var matters = []matter{
	toldWhy: {title: "Told why", open: (*page).tellWhy, why: "The worst meeting is one you walk into not knowing.",
		told: func(p *page, m model.MeetingPerson) string { return sentOn(m.ToldWhy, m.ToldWhyBy, p.Today()) },
		note: func(s Store, ctx context.Context, m model.MeetingPerson, on model.Date, by model.Channel) (view.Change, error) {
			return s.MarkToldWhy(ctx, m.ID, on, by)
		}},
	invited: {title: "Asked", open: (*page).invite, why: "Nobody should hear it second hand.",
		told: func(p *page, m model.MeetingPerson) string {
			if m.Invited == "" && m.WhyNot != "" {
				return "not asked: " + m.WhyNot
			}
			return sentOn(m.Invited, m.InvitedBy, p.Today())
		},
		note: func(s Store, ctx context.Context, m model.MeetingPerson, on model.Date, by model.Channel) (view.Change, error) {
			return s.MarkInvited(ctx, m.ID, on, by)
		}},
	answered: {title: "Answer", open: (*page).invite, why: "Whoever can't come may still be asked what they think.",
		told: func(_ *page, m model.MeetingPerson) string { return string(m.Answer) },
		note: func(s Store, ctx context.Context, m model.MeetingPerson, _ model.Date, _ model.Channel) (view.Change, error) {
			return s.AnswerInvitation(ctx, m.ID, model.Comes)
		}},
	agendaSent: {title: "Agenda", open: (*page).sendAgenda, letter: screen.AgendaTo, why: "Who knows the way can keep pace.",
		told: func(p *page, m model.MeetingPerson) string {
			if m.AgendaOutdated {
				return "has the old one"
			}
			return sentOn(m.AgendaSent, m.AgendaSentBy, p.Today())
		},
		asks: func(m model.MeetingPerson) bool { return m.AgendaOutdated }},
	reminded: {title: "Reminder", open: (*page).remind, why: "A text the day before, not a letter.",
		told: func(p *page, m model.MeetingPerson) string { return m.Reminded.Near(p.Today()) },
		note: func(s Store, ctx context.Context, m model.MeetingPerson, on model.Date, _ model.Channel) (view.Change, error) {
			return s.MarkReminded(ctx, m.ID, on)
		}},
}

func newInvitations(below page, at int) *Invitations {
	i := &Invitations{page: below, matter: at}
	i.self = i
	i.list.Heading = i.isHeading
	i.rebuild()
	return i
}

// invitations opens the invitations at one matter.
func (p *page) invitations(at int) tea.Cmd {
	return screen.Show(newInvitations(p.below("Invitations"), at))
}

// Take takes the meeting.
func (i *Invitations) Take(answer any) tea.Cmd {
	cmd := i.page.Take(answer)
	i.rebuild()
	return cmd
}

// rebuild lists the people by side. Children, and who is behind the wall, are not invited; a young person
// is to whom letters go.
func (i *Invitations) rebuild() {
	i.rows = nil
	var keys []string
	for _, side := range model.Sides {
		first := true
		for _, m := range i.prep.People {
			if m.Side != side || m.PupilID != 0 && !i.isYoung(m) || i.walled(m) {
				continue
			}
			if first {
				i.rows, keys = append(i.rows, inviteRow{heading: sideTitles[side]}), append(keys, "")
				first = false
			}
			i.rows, keys = append(i.rows, inviteRow{person: m}), append(keys, fmt.Sprint(m.ID))
		}
	}
	i.setKeys(keys)
}

// isYoung reports whether a person is a pupil to whom letters go in person (rules.md R39).
func (i *Invitations) isYoung(m model.MeetingPerson) bool {
	return slices.ContainsFunc(i.prep.Circle().YoungPeople(i.Today()), func(p model.Pupil) bool { return p.ID == m.PupilID })
}

func (i *Invitations) person() model.MeetingPerson {
	at := i.list.At()
	if at < 0 || at >= len(i.rows) {
		return model.MeetingPerson{}
	}
	return i.rows[at].person
}

// Scopes are those of invitations; Tab goes through the matters.
func (i *Invitations) Scopes() []action.Scope {
	return []action.Scope{action.Invitations, action.List, action.Parts}
}

// Handlers bind what can be noted.
func (i *Invitations) Handlers() action.Handlers {
	h := i.list.Handlers(i.remember)
	nobody := i.selected("Nobody is on the list yet: add people first.")
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return i.turn(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return i.turn(-1) }}
	h[action.InviteOpen] = action.Handler{Do: func() tea.Cmd { return i.matters()[i.matter].open(&i.page, i.person()) }, Why: nobody}
	h[action.InviteDo] = action.Handler{Do: i.note, Why: nobody}
	h[action.InviteText] = action.Handler{Do: i.toLetter, Why: i.whyNoLetter}
	return h
}

func (i *Invitations) turn(by int) tea.Cmd {
	i.matter = (i.matter + by + len(i.matters())) % len(i.matters())
	return nil
}

func (i *Invitations) whyNoLetter() string {
	switch m := i.person(); {
	case m.ID == 0:
		return "Nobody is on the list yet: add people first."
	case m.Reader() == 0:
		return "Letters go to the adults of the family: go to one of them."
	}
	return ""
}

// toLetter opens the letter of the matter: the agenda, or the invitation, which says why and asks.
func (i *Invitations) toLetter() tea.Cmd {
	kind := matters[i.matter].letter
	if kind == "" {
		kind = screen.InviteTo
	}
	return screen.Open(kind, i.person().ID)
}

// note notes the matter for today; where something is noted already, or there is more to say, the
// form opens.
func (i *Invitations) note() tea.Cmd {
	m, what := i.person(), i.matters()[i.matter]
	if what.note == nil || what.told(&i.page, m) != "" {
		return what.open(&i.page, m)
	}
	today, by := i.Today(), i.likes(m)
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return what.note(i.store, ctx, m, today, by) })
}

const (
	inviteName   = 22 // cells for the name
	inviteMatter = 18 // cells for a matter at least
	inviteMost   = 28 // and at most
)

// Draw draws people down and matters across; in a narrow window only the open matter and those
// beside it that fit.
func (i *Invitations) Draw(c *canvas.Canvas) {
	if !i.known {
		return
	}
	i.drawCrumbs(c, c.Width()-1)
	if len(i.rows) == 0 {
		i.drawEmpty(c.Sub(2, top, c.Width()-4, c.Height()-top), "Nobody is on the list yet.", "Esc goes back; the list of people proposes whom to ask.")
		return
	}
	w := i.window(c.Width())
	for x := range w.n {
		style := i.Theme.Dim
		if w.first+x == i.matter {
			style = i.Theme.Section
		}
		c.Text(1+inviteName+x*w.cells, top, style, " "+i.matters()[w.first+x].title+" ")
		c.Sub(1+inviteName+x*w.cells, top, w.cells, 1).Area(func(int, int) tea.Cmd { i.matter = w.first + x; return nil })
	}
	foot := i.turns()
	i.list.Draw(c.Rows(top+1, c.Height()-top-2-len(foot)), i.Theme, true, func(row *canvas.Canvas, at int, _ bool) { i.drawRow(row, i.rows[at], w) },
		func() tea.Cmd { return screen.Run(action.InviteOpen) })
	for y, turn := range foot {
		c.Text(1, c.Height()-1-len(foot)+y, i.Theme.Info, canvas.Cut(turn, c.Width()-2))
	}
	c.Text(1, c.Height()-1, i.Theme.Dim, canvas.Cut(i.below(w), c.Width()-2))
}

// turns say to which young people letters go in person, or soon will.
func (i *Invitations) turns() (turns []string) {
	for _, p := range i.prep.Pupils {
		if turn := p.LettersTurn(i.Today()); turn != "" {
			turns = append(turns, turn)
		}
	}
	return turns
}

// below is why the matter is noted, behind what is noted of the selected person where the row cuts it.
func (i *Invitations) below(w inviteWindow) string {
	what := i.matters()[i.matter]
	if told := what.told(&i.page, i.person()); canvas.Width(told)+3 > w.cells {
		return told + ". " + what.why
	}
	return what.why
}

// inviteWindow is the first matter that is drawn, how many, and how wide each is.
type inviteWindow struct{ first, n, cells int }

func (i *Invitations) window(width int) inviteWindow {
	width -= inviteName + 2
	n := min(max(width/inviteMatter, 1), len(i.matters()))
	return inviteWindow{min(max(i.matter-n+1, 0), len(i.matters())-n), n, min(max(width/n, inviteMatter), inviteMost)}
}

func (i *Invitations) drawRow(row *canvas.Canvas, r inviteRow, w inviteWindow) {
	th := i.Theme
	if r.heading != "" {
		row.Text(0, 0, th.Accent, r.heading)
		return
	}
	row.Text(1, 0, th.Text, canvas.Cut(i.nameOf(r.person), inviteName-3))
	for x := range w.n {
		what := i.matters()[w.first+x]
		told, style, glyph := what.told(&i.page, r.person), th.Text, theme.GlyphDone
		switch {
		case told == "":
			told, style, glyph = "not yet", th.Dim, theme.GlyphOpen
		case what.asks != nil && what.asks(r.person):
			style, glyph = th.Warn, theme.GlyphAsk
		}
		row.Text(inviteName+1+x*w.cells, 0, style, canvas.Cut(glyph+" "+told, w.cells-1))
	}
}

// About says why the matter is noted for each person.
func (i *Invitations) About() []string {
	about := []string{i.matters()[i.matter].title + ": " + i.matters()[i.matter].why}
	if m := i.person(); m.ID != 0 {
		if by := i.likes(m); by != "" {
			about = append(about, i.nameOf(m)+" likes to be reached by "+string(by)+".")
		}
	}
	about = append(about, i.turns()...)
	return append(about, "Each in their own right: no parent reports back for another.")
}
