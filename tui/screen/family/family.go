// Package family is a family's page, and the forms with which its people, contacts and promises are
// added and changed: people on the left, what comes and what happened on the right.
package family

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
)

// Store is what the page and its forms need of the store.
type Store interface {
	promise.Store

	FamilyPage(ctx context.Context, id int64) (view.FamilyPage, error)
	Timeline(ctx context.Context, family int64, of view.TimelineOf, limit, offset int) (view.Timeline, error)
	Corrections(ctx context.Context, of view.Record) ([]view.Correction, error)
	MeetingPreps(ctx context.Context, ids []int64) ([]view.MeetingPrep, error)

	AddFamily(ctx context.Context, n view.NewFamily) (view.Change, error)
	SaveFamily(ctx context.Context, f model.Family) (view.Change, error)
	SaveFamilyEntry(ctx context.Context, e model.FamilyEntry) (view.Change, error)
	RemoveFamilyEntry(ctx context.Context, id int64) (view.Change, error)
	BringBackFamilyEntry(ctx context.Context, id int64) (view.Change, error)
	SayWelcomePoints(ctx context.Context, family int64, said []bool, on model.Date) (view.Change, error)

	SaveAdultInFamily(ctx context.Context, in view.AdultInFamily) (view.Change, error)
	AdultNames(ctx context.Context, notIn int64) ([]view.AdultName, error)
	JoinAdult(ctx context.Context, family, adult int64, links ...model.Link) (view.Change, error)
	LeaveFamily(ctx context.Context, family, adult int64) (view.Change, error)
	RemoveAdult(ctx context.Context, id int64) (view.Change, error)
	BringBackAdult(ctx context.Context, id int64) (view.Change, error)
	BringBackLink(ctx context.Context, id int64) (view.Change, error)
	SavePupil(ctx context.Context, p model.Pupil) (view.Change, error)
	RemovePupil(ctx context.Context, id int64) (view.Change, error)
	BringBackPupil(ctx context.Context, id int64) (view.Change, error)
	SENHistory(ctx context.Context, pupil int64) ([]model.SENChange, error)
	Professionals(ctx context.Context) ([]model.Professional, error)
	SavePupilProfessionals(ctx context.Context, pupil int64, ids []int64) (view.Change, error)
	SaveHousehold(ctx context.Context, h model.Household) (view.Change, error)
	RemoveHousehold(ctx context.Context, id int64) (view.Change, error)
	BringBackHousehold(ctx context.Context, id int64) (view.Change, error)

	Contact(ctx context.Context, id int64) (model.Contact, error)
	SaveContact(ctx context.Context, n view.NewContact) (view.Change, error)
	RemoveContact(ctx context.Context, id int64) (view.Change, error)
	BringBackContact(ctx context.Context, id int64) (view.Change, error)
	SettleConcern(ctx context.Context, id int64, on model.Date) (view.Change, error)

	RemoveFollowUp(ctx context.Context, id int64) (view.Change, error)
	BringBackFollowUp(ctx context.Context, id int64) (view.Change, error)

	RemoveMeeting(ctx context.Context, id int64) (view.Change, error)
	BringBackMeeting(ctx context.Context, id int64) (view.Change, error)
	Letter(ctx context.Context, id int64) (model.Letter, error)
	RemoveLetter(ctx context.Context, id int64) (view.Change, error)
	BringBackLetter(ctx context.Context, id int64) (view.Change, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store Store
	id    int64
	page  view.FamilyPage
	known bool // the first answer has come
	ready map[int64]readiness
	line  timeline
	parts []*part
	at    int // the part with the selection
	panes [3]pane
}

// readiness is how far a meeting is prepared.
type readiness struct{ n, m int }

// New is the page of a family.
func New(env *screen.Env, store Store, id int64) *Page {
	s := &Page{Base: screen.Base{Env: env}, store: store, id: id, parts: newParts(), at: story}
	s.line.of.Filter = view.Everything
	return s
}

// Load asks for the people and for the part of the timeline around what is seen.
func (s *Page) Load() []screen.Ask {
	return []screen.Ask{
		{Slot: "page", Do: func(ctx context.Context) (any, error) { return s.store.FamilyPage(ctx, s.id) }},
		s.askTimeline(),
	}
}

// Take takes the page, the timeline, or how ready the meetings are.
func (s *Page) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case view.FamilyPage:
		if answer.Family.ID == 0 { // adding it was taken back
			return screen.Close(s, nil)
		}
		s.page, s.known = answer, true
		s.build()
		return s.askReadiness()
	case view.Timeline:
		s.takeTimeline(answer)
	case map[int64]readiness:
		s.ready = answer
		s.build()
	}
	return nil
}

// build makes the items of the parts anew.
func (s *Page) build() {
	s.parts[people].set(s.peopleItems())
	s.parts[children].set(s.childrenItems())
	s.parts[helps].set(s.helpsItems())
	s.parts[ahead].set(s.aheadItems())
}

// askReadiness asks how far the next meetings are prepared.
func (s *Page) askReadiness() tea.Cmd {
	var ids []int64
	for _, m := range s.page.Coming {
		ids = append(ids, m.ID)
	}
	if len(ids) == 0 {
		return nil
	}
	today := s.Today()
	return screen.Question(s, screen.Ask{Slot: "ready", Do: func(ctx context.Context) (any, error) {
		preps, err := s.store.MeetingPreps(ctx, ids)
		ready := map[int64]readiness{}
		for _, p := range preps {
			n, m := model.Ready(model.Checklist(p.Facts(today)))
			ready[p.Meeting.ID] = readiness{n, m}
		}
		return ready, err
	}})
}

// Stale is so when anything of this family changed, or the school's settings.
func (s *Page) Stale(c view.Change) bool {
	return c.TouchesOne(view.Family, s.id) || c.Touches(view.Setting, view.School)
}

// Crumbs are the section and the family.
func (s *Page) Crumbs() []string { return []string{"Families", s.page.Family.Name} }

// FamilyID is the family of the page.
func (s *Page) FamilyID() int64 { return s.id }

// Scopes are those of a family, a list and parts.
func (s *Page) Scopes() []action.Scope {
	return []action.Scope{action.Family, action.List, action.Parts}
}

// Handlers bind the actions of the page.
func (s *Page) Handlers() action.Handlers {
	h := s.parts[s.at].list.Handlers(s.moved)
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return s.toPart(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return s.toPart(-1) }}
	h[action.MeetingNew] = action.Handler{Do: s.meet}
	h[action.FollowUpNew] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.NewFollowUp, s.id) }}
	h[action.FamilyItemOpen] = action.Handler{Do: s.open, Why: s.whyNotOpen}
	h[action.FamilyAdd] = action.Handler{Do: s.add, Why: s.whyNotYet}
	h[action.FamilyItemChange] = action.Handler{Do: s.change, Why: s.whyNotYet}
	h[action.FamilyChange] = action.Handler{Do: s.changeFamily, Why: s.whyNotYet}
	h[action.FamilyItemDo] = action.Handler{Do: s.tick, Why: s.whyNotTick}
	h[action.FamilyItemMove] = action.Handler{Do: s.move, Why: s.whyNotMove}
	h[action.FamilyItemRemove] = action.Handler{Do: s.remove, Why: s.whyNotRemove}
	h[action.FamilyStory] = action.Handler{Do: s.readStory, Why: s.whyNotYet}
	h[action.RecordWhole] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.WholeRecord, s.id) }}
	h[action.ThreadSee] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.Thread, s.id) }}
	h[action.FamilyKinds] = action.Handler{Do: s.chooseView, Why: s.whyNotYet}
	h[action.MonthBack] = action.Handler{Do: func() tea.Cmd { return s.toMonth(1) }, Why: s.whyNoMonth}
	h[action.MonthOn] = action.Handler{Do: func() tea.Cmd { return s.toMonth(-1) }, Why: s.whyNoMonth}
	return h
}

func (s *Page) whyNotYet() string {
	if !s.known {
		return "The family has not been read yet."
	}
	return ""
}

func (s *Page) toPart(n int) tea.Cmd {
	s.goTo((s.at + n + len(s.parts)) % len(s.parts))
	return nil
}

// goTo moves the selection into a part.
func (s *Page) goTo(part int) {
	s.at = part
	s.parts[part].seen = true
}

// moved asks for more of the timeline when the selection comes near the edge of what is at hand.
func (s *Page) moved() tea.Cmd {
	if s.at != story {
		return nil
	}
	s.line.remember(s.parts[story].list.At())
	if s.line.nearEdge(s.parts[story].list.At()) {
		return screen.Question(s, s.askTimeline())
	}
	return nil
}

// About says whose page it is, and why what is selected matters.
func (s *Page) About() []string {
	why := []string{
		"Everybody here stands in their own right: each parent is asked, written to and told separately (practice 15).",
		"Talk begins well with what the child is good at and loves (practice 4).",
		"What is hard just now, and what helps, is dated and never a label: things change (practice 9).",
		"A promise kept is the best message home. Space ticks it; the log keeps what was done.",
		"Good news first, and often: + is good news, ! a concern, ? a question, → a letter, ✓ a promise kept, · all else. v shows one kind, one person or a whole year.",
	}
	return []string{s.page.Family.Name + ".", why[s.at]}
}

// isElsewhere reports whether an adult belongs to another family, too.
func (s *Page) isElsewhere(adult int64) bool { return slices.Contains(s.page.Elsewhere, adult) }
