// Package meeting is the preparation of one meeting: the checklist of why, who, how, when and where,
// and below it a screen for each of its parts. All of them show the same view.MeetingPrep; what is
// settled, asked and proposed is decided by the rules in model.
//
// Start reading at prepare.go; settle.go says which editor belongs to which item.
package meeting

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/afterwards"
	"kettle/tui/screen/form"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/screen/moving"
	"kettle/tui/widget"
)

// Store is what the preparation needs of the store.
type Store interface {
	meetingforms.Store
	moving.Store
	afterwards.Store
	meetingforms.OwnStore
	MeetingPreps(ctx context.Context, ids []int64) ([]view.MeetingPrep, error)
	FamilyPupils(ctx context.Context, family int64) ([]model.Pupil, error)
	FamilyContacts(ctx context.Context, family int64, limit, offset int) ([]model.Contact, error)

	SaveMeeting(ctx context.Context, m model.Meeting) (view.Change, error)
	BeginMeeting(ctx context.Context, id int64, at model.Moment) (view.Change, error)
	SaveMeetingPerson(ctx context.Context, p model.MeetingPerson) (view.Change, error)
	RemoveMeetingPerson(ctx context.Context, id int64) (view.Change, error)
	ChooseHost(ctx context.Context, meeting, person int64) (view.Change, error)
	AnswerOrder(ctx context.Context, a model.OrderAnswer) (view.Change, error)
	KeepOut(ctx context.Context, a model.OrderAnswer, p model.MeetingPerson) (view.Change, error)

	AnswerInvitation(ctx context.Context, person int64, answer model.Answer) (view.Change, error)
	MarkToldWhy(ctx context.Context, person int64, on model.Date, by model.Channel) (view.Change, error)
	MarkReminded(ctx context.Context, person int64, on model.Date) (view.Change, error)
	MarkAgendaSent(ctx context.Context, person int64, on model.Date, by model.Channel, body string) (view.Change, error)
	TellAgendaChange(ctx context.Context, person int64) (view.Change, error)

	AskAdvice(ctx context.Context, people []int64, on model.Date) (view.Change, error)
	ReceiveAdvice(ctx context.Context, people []int64, on model.Date) (view.Change, error)
	SendAdviceOn(ctx context.Context, people []int64, on model.Date) (view.Change, error)
	SendReport(ctx context.Context, people []int64, on model.Date) (view.Change, error)

	OfferTime(ctx context.Context, meeting int64, start model.Moment) (view.Change, error)
	AnswerTime(ctx context.Context, option, person int64, answer model.YesNo) (view.Change, error)
	ChooseTime(ctx context.Context, option int64) (view.Change, error)
	// MeetingsAhead are the meetings of the caseload from a day on.
	MeetingsAhead(ctx context.Context, from model.Date) ([]view.MeetingSlot, error)
	WithdrawTime(ctx context.Context, option int64) (view.Change, error)

	SaveAgendaItem(ctx context.Context, item model.AgendaItem) (view.Change, error)
	// KeepAgenda keeps the lines of an agenda in this order as one step, the new ones among them.
	KeepAgenda(ctx context.Context, meeting int64, items []model.AgendaItem) (view.Change, error)
	MoveAgendaItem(ctx context.Context, id int64, by int) (view.Change, error)
	RemoveAgendaItem(ctx context.Context, id int64) (view.Change, error)
	SavePaper(ctx context.Context, p model.Paper) (view.Change, error)
	RemovePaper(ctx context.Context, id int64) (view.Change, error)
	SettleFollowUp(ctx context.Context, id int64, on model.Date, told bool) (view.Change, error)
	ReopenFollowUp(ctx context.Context, id int64) (view.Change, error)

	TickItem(ctx context.Context, meeting int64, item model.ItemID) (view.Change, error)
	NoteItem(ctx context.Context, meeting int64, item model.ItemID, words string) (view.Change, error)
	LeaveOutItem(ctx context.Context, meeting int64, item model.ItemID, reason string) (view.Change, error)
	ClearMark(ctx context.Context, meeting int64, item model.ItemID) (view.Change, error)

	AddColleague(ctx context.Context, c model.Staff, p model.MeetingPerson) (view.Change, error)
	AddOutsider(ctx context.Context, o model.Professional, p model.MeetingPerson) (view.Change, error)
	MeetInNewRoom(ctx context.Context, m model.Meeting, r model.Room) (view.Change, error)
	SaveRoom(ctx context.Context, r model.Room) (view.Change, error)
	SeatPeople(ctx context.Context, meeting int64, layout model.LayoutID, seats map[int64]int) (view.Change, error)
	SaveOwnLayout(ctx context.Context, l model.OwnLayout) (view.Change, error)
	RemoveOwnLayout(ctx context.Context, id int64) (view.Change, error)
}

// page is what all screens of the preparation have: the meeting they show.
type page struct {
	screen.Base
	self  screen.Screen // the screen that this is the page of
	store Store
	id    int64
	name  string // of the part, for the crumbs; "" is the preparation itself
	prep  view.MeetingPrep
	known bool // the first answer has come
	list  widget.List
	keys  []string // of the rows, "" for a heading
	at    string   // the key of the selected row, so that a refresh does not move to another
}

func newPage(env *screen.Env, store Store, id int64, name string) page {
	return page{Base: screen.Base{Env: env}, store: store, id: id, name: name}
}

// below is a page for a part of the same meeting, which shows at once what is known already.
func (p *page) below(name string) page {
	q := newPage(p.Env, p.store, p.id, name)
	q.prep, q.known = p.prep, p.known
	return q
}

// setKeys says which rows there are and finds the selected one again; when it has gone, its
// neighbour is selected.
func (p *page) setKeys(keys []string) {
	p.keys = keys
	p.list.SetTotal(len(keys))
	if i := slices.Index(keys, p.at); i >= 0 && p.at != "" {
		p.list.Select(i)
	}
	p.remember()
}

func (p *page) remember() tea.Cmd {
	if i := p.list.At(); i >= 0 && i < len(p.keys) {
		p.at = p.keys[i]
	}
	return nil
}

func (p *page) isHeading(i int) bool { return i < len(p.keys) && p.keys[i] == "" }

// Load asks for everything that is prepared.
func (p *page) Load() []screen.Ask {
	id := p.id
	return []screen.Ask{{Slot: "meeting", Do: func(ctx context.Context) (any, error) {
		return p.store.MeetingPreps(ctx, []int64{id})
	}}}
}

// Take takes the meeting. When it has gone, because planning it was taken back, the screen closes.
func (p *page) Take(answer any) tea.Cmd {
	preps, ok := answer.([]view.MeetingPrep)
	switch {
	case !ok:
		return nil
	case len(preps) == 0:
		return screen.Close(p.self, nil)
	}
	p.prep, p.known = preps[0], true
	return nil
}

// Stale is so when anything that the rules look at has changed.
func (p *page) Stale(c view.Change) bool {
	return c.Touches(view.Meeting, view.FollowUp, view.Family, view.Adult, view.Pupil, view.Contact, view.School, view.Setting, view.Letter)
}

// FamilyID is the family of the meeting.
func (p *page) FamilyID() int64 { return p.prep.Meeting.FamilyID }

// Crumbs are the section, the meeting, and the part of its preparation.
func (p *page) Crumbs() []string {
	crumbs := []string{"Meetings", p.title()}
	if p.name != "" {
		crumbs = append(crumbs, p.name)
	}
	return crumbs
}

// title is whose meeting it is and what kind: "Okafor · Honest conversation".
func (p *page) title() string {
	if !p.known {
		return ""
	}
	kind := string(p.prep.Meeting.Kind)
	return p.prep.Family.Name + " · " + strings.ToUpper(kind[:1]) + kind[1:]
}

// drawCrumbs draws the path in the second row, the last part strong, and gives where it ends.
func (p *page) drawCrumbs(c *canvas.Canvas, width int) int {
	crumbs := p.Crumbs()
	x := 1
	for i, crumb := range crumbs {
		last := i == len(crumbs)-1
		style := p.Theme.Dim
		if last {
			style = p.Theme.Strong
		}
		x += c.Text(x, 1, style, canvas.Cut(crumb, max(width-x, 0)))
		if !last {
			x += c.Text(x, 1, p.Theme.Dim, canvas.Cut(" › ", max(width-x, 0)))
		}
	}
	return x
}

// crumbsWidth is how many cells the path takes in a window that is wide enough.
func (p *page) crumbsWidth() int { return canvas.Width(strings.Join(p.Crumbs(), " › ")) }

// asThread opens all meetings with the family, those about the same children first.
func (p *page) asThread() tea.Cmd { return screen.Open(screen.ThreadFrom, p.id) }

func (p *page) facts() model.Facts { return p.prep.Facts(p.Today()) }

func (p *page) days() widget.Days { return widget.Days{Today: p.Today(), Calendar: p.prep.Calendar} }

// show opens a form over the page.
func (p *page) show(spec form.Spec) tea.Cmd { return screen.Show(form.New(p.Env, p.store, spec)) }

// showLoading opens a form whose fields need the answer to a question first.
func (p *page) showLoading(title string, ask func(ctx context.Context) (any, error), build func(answer any) form.Spec) tea.Cmd {
	return screen.Show(form.Loading(p.Env, p.store, title, ask, build))
}

// edit opens a form that changes the meeting itself: its fields write into m, which is kept as it is
// then.
func (p *page) edit(title string, build func(m *model.Meeting) form.Spec) tea.Cmd {
	m := p.prep.Meeting
	spec := build(&m)
	spec.Title, spec.Record = title, p.id
	if spec.Keep == nil {
		spec.Keep = func(ctx context.Context) (view.Change, error) { return p.store.SaveMeeting(ctx, m) }
	}
	return p.show(spec)
}

// selected says why an action on the selected row is not possible just now.
func (p *page) selected(words string) func() string {
	return func() string {
		if p.list.At() < 0 {
			return words
		}
		return ""
	}
}

// nameOf is how a person is named: an adult by their form of address.
func (p *page) nameOf(m model.MeetingPerson) string {
	if a := p.prep.Adult(m.AdultID); a.ID != 0 {
		return a.Formal()
	}
	if m.Name != "" {
		return m.Name
	}
	return "somebody"
}

// walled reports whether the wall keeps a person of the meeting out.
func (p *page) walled(m model.MeetingPerson) bool {
	for _, w := range p.prep.Circle().Walled() {
		if w.Adult.ID == m.AdultID && m.AdultID != 0 {
			return true
		}
	}
	return false
}

// drawEmpty says why nothing is listed, and what to do.
func (p *page) drawEmpty(c *canvas.Canvas, nothing, next string) {
	c.Text(0, 0, p.Theme.Strong, nothing)
	c.Wrap(0, 2, p.Theme.Dim, next)
}

// key is the name of an action's key, for a sentence.
func key(id action.ID) string { return action.ByID(id).Keyname(false) }

// likes is the channel that an adult likes best, "" for anybody else.
func (p *page) likes(m model.MeetingPerson) model.Channel { return p.prep.Adult(m.AdultID).Channel }

// channels are the ways to be in touch, with none first.
var channels = append([]widget.Option{{Value: "", Words: "not said"}}, widget.Options(model.Channels)...)

// sentOn is a day with its channel: "Thu 19, phone"; "" for no day.
func sentOn(on model.Date, by model.Channel, today model.Date) string {
	if on == "" || by == "" {
		return on.Near(today)
	}
	return on.Near(today) + ", " + string(by)
}
