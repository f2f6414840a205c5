package moves

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/promise"
	"kettle/tui/widget"
)

// Page is the screen of one pupil's move.
type Page struct {
	screen.Base
	store Store
	hands promise.Hands
	pupil int64
	page  view.MovePage
	move  model.Transition // the one that matters now
	known bool
	items []item
	list  widget.List
	panes [2]widget.Pane
}

// itemKind says what can be selected on the page.
type itemKind int

const (
	theMove itemKind = iota
	aVisit
	aCheck
	theArrival
)

// item is something that can be selected; id is that of the visit or of the promise.
type item struct {
	kind itemKind
	id   int64
}

// New is the page of the move of one pupil.
func New(env *screen.Env, store Store, pupil int64) *Page {
	return &Page{Base: screen.Base{Env: env}, store: store, hands: promise.Hands{Env: env, Store: store}, pupil: pupil}
}

// Load asks for the move.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "move", Do: func(ctx context.Context) (any, error) { return p.store.MovePage(ctx, p.pupil) }}}
}

// Take takes the move and stays on what was selected.
func (p *Page) Take(answer any) tea.Cmd {
	page, ok := answer.(view.MovePage)
	if !ok {
		return nil
	}
	if page.Pupil.ID == 0 { // adding the child was taken back
		return screen.Close(p, nil)
	}
	was := p.selected()
	p.page, p.known = page, true
	p.move = model.Current(page.Moves, p.pupil, p.calendar(), p.Today())
	p.items = []item{{theMove, 0}}
	for _, v := range p.move.Visits {
		p.items = append(p.items, item{aVisit, v.ID})
	}
	for _, f := range page.ChecksOf(p.move.ID) {
		p.items = append(p.items, item{aCheck, f.ID})
	}
	p.items = append(p.items, item{theArrival, 0})
	p.list.SetTotal(len(p.items))
	if i := slices.Index(p.items, was); i >= 0 {
		p.list.Select(i)
	}
	return nil
}

func (p *Page) calendar() *model.Calendar { return p.World.Calendar(p.page.Pupil.SchoolID) }

func (p *Page) selected() item {
	if at := p.list.At(); at >= 0 && at < len(p.items) {
		return p.items[at]
	}
	return item{}
}

func (p *Page) visit(id int64) model.TransitionVisit {
	for _, v := range p.move.Visits {
		if v.ID == id {
			return v
		}
	}
	return model.TransitionVisit{On: ""}
}

// check is the check-in that is selected.
func (p *Page) check() (model.FollowUp, bool) {
	for _, f := range p.page.Checks {
		if at := p.selected(); at.kind == aCheck && f.ID == at.id {
			return f, true
		}
	}
	return model.FollowUp{}, false
}

func (p *Page) line(f model.FollowUp) promise.Line {
	return promise.Line{ID: f.ID, FamilyID: f.FamilyID, AdultID: f.AdultID, What: f.What, Family: p.page.Family, Kind: f.Kind, Whose: f.Whose, Due: f.Due, DateTold: f.DateTold}
}

// leaves reports whether the pupil goes to another school, or has gone.
func (p *Page) leaves() bool {
	_, leaves := p.page.Pupil.MovesTo(p.page.School)
	return leaves || p.move.ToSchool != ""
}

// sheet is the hand-over page.
func (p *Page) sheet() model.Sheet {
	return model.HandOver{Pupil: p.page.Pupil, School: p.page.School, Move: p.move, Circle: p.page.Circle, Entries: p.page.Entries, Today: p.Today()}.Sheet()
}

// Stale is so when anything of the pupil or the family changed.
func (p *Page) Stale(c view.Change) bool {
	return c.TouchesOne(view.Pupil, p.pupil) || c.TouchesOne(view.Family, p.FamilyID()) || c.Touches(view.School)
}

// Crumbs lead to the page.
func (p *Page) Crumbs() []string { return []string{"Log", "Moves", p.page.Pupil.Called()} }

// FamilyID is the pupil's family.
func (p *Page) FamilyID() int64 { return p.page.Pupil.FamilyID }

// Record is the selected check-in, else the move.
func (p *Page) Record() view.Record {
	if f, ok := p.check(); ok {
		return view.Record{Kind: view.PromiseRecord, ID: f.ID}
	}
	return recordOf(p.move.ID, p.pupil)
}

// Scopes are the page's.
func (p *Page) Scopes() []action.Scope { return []action.Scope{action.MovePage, action.List} }

// Handlers bind what can be done with the move.
func (p *Page) Handlers() action.Handlers {
	h := widget.Reading(&p.list, &p.panes[0], &p.panes[1])
	h[action.MoveTake] = action.Handler{Do: p.take, Why: p.whyNotYet}
	h[action.MoveChange] = action.Handler{Do: func() tea.Cmd { return screen.Show(p.moveForm()) }, Why: p.whyNotYet}
	h[action.MoveDone] = action.Handler{Do: p.done, Why: p.whyNotDone}
	h[action.MoveVisit] = action.Handler{Do: func() tea.Cmd { return screen.Show(p.visitForm(model.TransitionVisit{})) }, Why: p.whyNotYet}
	h[action.MoveChecks] = action.Handler{Do: func() tea.Cmd { return screen.Show(p.checksForm()) }, Why: p.whyNoChecks}
	h[action.MoveShift] = action.Handler{Do: p.shift, Why: p.whyNotShift}
	h[action.MovePrint] = action.Handler{Do: func() tea.Cmd { return screen.Show(choose.Print(p.Env, "the hand-over page", p.sheet())) }, Why: p.whyNotYet}
	h[action.MoveCopy] = action.Handler{Do: func() tea.Cmd { return screen.Copy(p.sheet().Text(), "the hand-over page") }, Why: p.whyNotYet}
	h[action.MoveSent] = action.Handler{Do: p.handedOver, Why: p.whyNotYet}
	h[action.MoveDrop] = action.Handler{Do: p.drop, Why: p.whyNotDrop}
	return h
}

// About says why what is selected matters.
func (p *Page) About() []string {
	return map[itemKind][]string{
		theMove: {"What worries the child and the family, in their words, and who is there for them where they arrive: one adult with a name.",
			"The hand-over page is warm: what they love, what helps, hopes. It holds nothing of an adult who is kept apart, and nothing of the story that they told this school alone."},
		aVisit:     {"Seen beforehand, the new place frightens less. Space says that a visit took place."},
		aCheck:     {"Check-ins before the move, while there is time to do something, and after it, while a bad start can be mended (practice 21)."},
		theArrival: {"Space says that the child is seen to have arrived: has a place, a friend, somebody to ask. Say so to the family."},
	}[p.selected().kind]
}
