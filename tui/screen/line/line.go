// Package line is the page that draws a line under a meeting: thanks, what was agreed, who does what by
// when, when to meet again, and a letter for each parent who may have one. Keeping it makes each of
// them a follow-up, a planned meeting or a letter, as one step.
package line

import (
	"context"
	"encoding/json"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	form.Store
	MeetingPrep(ctx context.Context, id int64) (view.MeetingPrep, error)
	SaveAgreement(ctx context.Context, a model.Agreement) (view.Change, error)
	RemoveAgreement(ctx context.Context, id int64) (view.Change, error)
	SaveOutcome(ctx context.Context, o model.Outcome) (view.Change, error)
	RemoveOutcome(ctx context.Context, id int64) (view.Change, error)
	DrawLine(ctx context.Context, line view.DrawnLine) (view.Change, error)
}

// draftForm names the drafts of this page.
const draftForm = "line"

// answers are what is chosen on the page and not yet kept.
type answers struct {
	Closed   model.YesNo
	Thanks   string // for what they are thanked: "for telling us how lunchtimes feel"
	OpenDoor bool
	Next     model.Moment
	RoomID   int64
	AskAgain model.Date
	By       map[int64]model.Channel // the thank-you of each adult, by their way; missing is not thanked
	On       map[int64]model.Date
	Edited   map[int64]string // letters changed by hand
	None     map[int64]bool   // adults who get no letter after all
	AskHow   bool             // they are asked how it was
	AskHowOn model.Date
	Stays    map[string]bool // what was parked and is not brought up again
}

// Page is the screen.
type Page struct {
	screen.Base
	store   Store
	id      int64
	prep    view.MeetingPrep
	known   bool
	answers answers
	first   string        // the answers as prefilled, to know whether something was changed
	adults  []model.Adult // and young people, who have letters of their own
	lines   []row
	list    widget.List
}

// New is the page of one meeting.
func New(env *screen.Env, store Store, id int64) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store, id: id}
	p.list.Heading = func(i int) bool { return p.lines[i].heading }
	return p
}

// opened is the meeting and the answers that were given before, nil for none.
type opened struct {
	prep  view.MeetingPrep
	draft map[string]string
}

// Load asks for the meeting, and for the answers of a draft.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "meeting", Do: func(ctx context.Context) (any, error) {
		prep, err := p.store.MeetingPrep(ctx, p.id)
		if err != nil {
			return nil, err
		}
		draft, err := form.DraftOf(ctx, p.store, draftForm, p.id)
		return opened{prep, draft}, err
	}}}
}

// Take takes the meeting, and the answers of a draft once.
func (p *Page) Take(answer any) tea.Cmd {
	o, ok := answer.(opened)
	if !ok {
		return nil
	}
	p.prep, p.adults = o.prep, o.prep.Writable(p.Today())
	if !p.known {
		p.prefill()
		p.restore(o.draft["answers"])
	}
	p.known = true
	p.refresh()
	return nil
}

// restore puts the answers of a draft over those proposed; what a draft does not say stays proposed.
func (p *Page) restore(body string) {
	a := p.answers
	if body == "" || json.Unmarshal([]byte(body), &a) != nil {
		return
	}
	if a.By != nil && a.On != nil && a.Edited != nil && a.None != nil && a.Stays != nil {
		p.answers = a
	}
}

func (p *Page) refresh() {
	if p.known {
		p.lines = p.compose()
		p.list.SetTotal(len(p.lines))
	}
}

// prefill proposes an answer to everything.
func (p *Page) prefill() {
	a := answers{Closed: model.Yes, OpenDoor: true, By: map[int64]model.Channel{}, On: map[int64]model.Date{}, Edited: map[int64]string{}, None: map[int64]bool{}, Stays: map[string]bool{}, AskHow: true}
	due := p.dues()
	for _, adult := range p.adults {
		if p.cameOrWasAsked(adult.ID) {
			a.By[adult.ID], a.On[adult.ID] = likes(adult), due.ThankYou.Due
		}
	}
	a.AskAgain, a.AskHowOn = due.AskAgain.Due, due.AskHow.Due
	a.Thanks = p.prep.Meeting.Thanks
	p.answers, p.first = a, text(a)
}

// cameOrWasAsked reports whether a reader is on the list of people.
func (p *Page) cameOrWasAsked(id int64) bool {
	for _, m := range p.prep.People {
		if m.Reader() == id && m.Attended != model.No && !m.Answer.Absent() {
			return true
		}
	}
	return false
}

func text(a answers) string {
	body, err := json.Marshal(a)
	if err != nil {
		return ""
	}
	return string(body)
}

// Draft is what was answered and is not kept yet.
func (p *Page) Draft() (string, int64, map[string]string, bool) {
	body := text(p.answers)
	return draftForm, p.id, map[string]string{"answers": body}, p.known && body != p.first
}

// Stale is so when the meeting changed.
func (p *Page) Stale(c view.Change) bool { return c.TouchesOne(view.Meeting, p.id) }

// Crumbs lead to the page.
func (p *Page) Crumbs() []string { return []string{"Meetings", p.prep.Family.Name, "Draw a line"} }

// FamilyID is the meeting's family.
func (p *Page) FamilyID() int64 { return p.prep.Meeting.FamilyID }

// Scopes are those of the page, its parts and its list.
func (p *Page) Scopes() []action.Scope {
	return []action.Scope{action.LineScope, action.List, action.Parts}
}

// Handlers bind the page's actions.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(-1) }}
	h[action.LineTake] = p.bound(func(r row) func() tea.Cmd { return r.open }, "There is nothing to change in this line.")
	h[action.LineTick] = p.bound(func(r row) func() tea.Cmd { return r.tick }, "This line is no yes or no.")
	h[action.LineMove] = p.bound(func(r row) func() tea.Cmd { return r.move }, "This line has no date.")
	h[action.LineRemove] = p.bound(func(r row) func() tea.Cmd { return r.remove }, "This line cannot be removed.")
	h[action.LineCopy] = p.bound(func(r row) func() tea.Cmd { return r.copy }, "Only a letter can be copied: go to one first.")
	h[action.LinePrint] = p.bound(func(r row) func() tea.Cmd { return r.print }, "Only a letter can be printed: go to one first.")
	h[action.LineAdd] = p.bound(func(r row) func() tea.Cmd { return r.add }, "Nothing can be added in this part.")
	h[action.LineDone] = action.Handler{Do: p.done, Why: p.whyNotDone}
	return h
}

// bound is a handler for what the selected row can do.
func (p *Page) bound(of func(r row) func() tea.Cmd, why string) action.Handler {
	return action.Handler{
		Do: func() tea.Cmd {
			cmd := of(p.selected())()
			p.refresh()
			return cmd
		},
		Why: func() string {
			if of(p.selected()) == nil {
				return why
			}
			return ""
		},
	}
}

func (p *Page) selected() row {
	if at := p.list.At(); at >= 0 {
		return p.lines[at]
	}
	return row{}
}

func (p *Page) toPart(step int) tea.Cmd {
	i := p.list.At()
	if i < 0 {
		return nil
	}
	for here := p.lines[i].part; i >= 0 && i < len(p.lines) && p.lines[i].part == here; {
		i += step
	}
	i = (i + len(p.lines)) % len(p.lines)
	for i > 0 && p.lines[i-1].part == p.lines[i].part {
		i--
	}
	p.list.Select(i)
	return nil
}

func (p *Page) whyNotDone() string {
	switch p.prep.Meeting.Status {
	case model.Planned, model.Running:
		return ""
	}
	return "A line is drawn under this meeting already."
}

// done keeps everything as one step.
func (p *Page) done() tea.Cmd {
	line, said := p.drawn()
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) {
			change, err := p.store.DrawLine(ctx, line)
			if err == nil {
				err = p.store.DropDraft(ctx, draftForm, p.id)
			}
			return change, err
		},
		Then: func(view.Change) tea.Cmd {
			p.first = text(p.answers)
			return screen.Both(screen.Open(screen.Today, 0), screen.Say(said))
		},
	})
}

// About says what the page is for (practices 44 to 48).
func (p *Page) About() []string {
	return []string{
		"First the thanks: they came, and they said what is hard to say. Name what it was; that is what they take home.",
		"Say aloud whether it is settled or goes on. Either is good; not knowing is not.",
		"Every line becomes a promise with its day, in one step: u takes all of it back.",
	}
}

// Escape leaves the page; what was answered stays.
func (p *Page) Escape() (string, func() tea.Cmd) {
	if body := text(p.answers); p.known && body != p.first {
		return "later (draft kept)", nil
	}
	return "back", nil
}
