package family

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/form"
	"kettle/tui/screen/promise"
)

// chosen is what the selected item of the page stands for, outside the timeline.
func (s *Page) chosen() ref {
	if s.at == story {
		return ref{}
	}
	return s.parts[s.at].selected()
}

// chosenRow is the selected row of the timeline.
func (s *Page) chosenRow() (view.TimelineRow, bool) {
	if s.at != story {
		return view.TimelineRow{}, false
	}
	return s.line.row(s.parts[story].list.At())
}

func (s *Page) whyNotOpen() string {
	if _, ok := s.chosenRow(); ok || s.chosen().kind != toNothing {
		return ""
	}
	return "Nothing is selected here."
}

// open opens what is selected.
func (s *Page) open() tea.Cmd {
	if r, ok := s.chosenRow(); ok {
		return s.openRow(r)
	}
	switch at := s.chosen(); at.kind {
	case toAdult:
		return screen.Show(s.adultForm(s.page.Adult(at.id)))
	case toPupil:
		return screen.Show(s.pupilForm(at.id))
	case toHousehold:
		return screen.Show(s.householdForm(s.household(at.id)))
	case toEntry:
		return screen.Show(s.entryForm(s.entry(at.id)))
	case toWelcome:
		return screen.Show(s.welcomeForm())
	case toNotes:
		return s.changeFamily()
	case toMeeting:
		return screen.Open(screen.Meeting, at.id)
	case toPromise:
		return s.hands().Change(at.id)
	}
	return nil
}

func (s *Page) openRow(r view.TimelineRow) tea.Cmd {
	switch r.Kind {
	case view.TimelineContact:
		return screen.Open(screen.LogEntry, r.ID)
	case view.TimelineMeeting:
		return screen.Open(screen.Meeting, r.ID)
	case view.TimelineLetter:
		return screen.Open(screen.Letter, r.ID)
	case view.TimelineFollowUp:
		return s.hands().Change(r.ID)
	case view.TimelineImport:
		return screen.Show(newReader(s.Env, "The office’s file, "+r.At.Date().Full(), []readText{{"What it changed of this family", r.Text}}))
	}
	if r.Corrected {
		return s.readEarlier(r)
	}
	return screen.Show(s.entryForm(s.entry(r.ID)))
}

// meet begins a meeting, which remembers the entry of the log that is selected. What went to the DSL
// is not taken along (rules.md R49).
func (s *Page) meet() tea.Cmd {
	if r, ok := s.chosenRow(); ok && r.Kind == view.TimelineContact && r.Contact != model.PassedToDSL {
		return screen.Open(screen.MeetingFrom, r.ID)
	}
	return screen.Open(screen.NewMeeting, s.id)
}

// change opens the form of what is selected, or that of the family.
func (s *Page) change() tea.Cmd {
	if s.whyNotOpen() != "" {
		return s.changeFamily()
	}
	if r, ok := s.chosenRow(); ok {
		switch r.Kind {
		case view.TimelineContact:
			return screen.Show(ChangeContact(s.Env, s.store, r.ID))
		case view.TimelineEntry:
			return screen.Show(s.entryForm(s.entry(r.ID)))
		}
	}
	return s.open()
}

func (s *Page) changeFamily() tea.Cmd { return screen.Show(s.familyForm()) }

func (s *Page) household(id int64) model.Household {
	for _, h := range s.page.Households {
		if h.ID == id {
			return h
		}
	}
	return model.Household{FamilyID: s.id}
}

func (s *Page) entry(id int64) model.FamilyEntry {
	for _, e := range s.page.Entries {
		if e.ID == id {
			return e
		}
	}
	return model.FamilyEntry{FamilyID: s.id, Kind: model.WhatHelps, On: s.Today()}
}

// add asks what is to be added; what fits the part comes first.
func (s *Page) add() tea.Cmd {
	show := func(make func() *form.Form) func() tea.Cmd {
		return func() tea.Cmd { return screen.Show(make()) }
	}
	entry := func(kind model.FamilyEntryKind) func() tea.Cmd {
		return show(func() *form.Form {
			return s.entryForm(model.FamilyEntry{FamilyID: s.id, Kind: kind, On: s.Today()})
		})
	}
	choices := []choose.Choice{
		{Words: "An adult", Note: "parent, carer, relative, friend", Do: show(func() *form.Form { return s.adultForm(model.Adult{}) })},
		{Words: "A child", Do: show(s.newPupilForm)},
		{Words: "What helps", Note: "a dated line", Do: entry(model.WhatHelps)},
		{Words: "What is hard just now", Note: "a dated line", Do: entry(model.HardJustNow)},
		{Words: "Their story", Note: "what they told us, and when we listened", Do: entry(model.TheirStory)},
		{Words: "A household", Note: "who lives together", Do: show(func() *form.Form { return s.householdForm(model.Household{FamilyID: s.id}) })},
	}
	choices = append(choices, choose.Choice{Words: "Somebody who is in Kettle already", Note: "they belong to another family, too", Do: show(s.joinForm)})
	for _, p := range s.page.Pupils {
		choices = append(choices, choose.Choice{Words: "Who from outside works with " + p.Called(), Do: show(func() *form.Form { return s.outsideForm(p) })})
	}
	choices = append(choices,
		choose.Choice{Words: "Stands here twice: join", Note: "what is selected, or the family", Do: s.joinWith},
		choose.Choice{Words: "Is really two: split", Note: "what is selected, or the family", Do: s.split})
	if n := len(s.page.Removed); n > 0 {
		choices = append(choices, choose.Choice{Words: "Bring something back", Note: fmt.Sprintf("%d removed", n), Do: s.bringBack})
	}
	popup := choose.New(s.Env, "Add to the "+s.page.Family.Name+" family", choices)
	popup.Select(map[int]int{people: 0, children: 1, helps: 2}[s.at])
	return screen.Show(popup)
}

// bringBack asks which of the removed things is to come back.
func (s *Page) bringBack() tea.Cmd {
	back := map[view.RemovedKind]func(context.Context, int64) (view.Change, error){
		view.RemovedAdult: s.store.BringBackAdult, view.RemovedPupil: s.store.BringBackPupil, view.RemovedLink: s.store.BringBackLink,
		view.RemovedHousehold: s.store.BringBackHousehold, view.RemovedEntry: s.store.BringBackFamilyEntry, view.RemovedContact: s.store.BringBackContact,
		view.RemovedMeeting: s.store.BringBackMeeting, view.RemovedFollowUp: s.store.BringBackFollowUp, view.RemovedLetter: s.store.BringBackLetter,
	}
	var choices []choose.Choice
	for _, r := range s.page.Removed {
		choices = append(choices, choose.Choice{Words: r.What, Note: string(r.Kind) + ", removed " + r.On.Near(s.Today()), Do: func() tea.Cmd {
			return screen.Keep(func(ctx context.Context) (view.Change, error) { return back[r.Kind](ctx, r.ID) })
		}})
	}
	return screen.Show(choose.New(s.Env, "Bring back", choices))
}

// hands do things with the promises of the page.
func (s *Page) hands() promise.Hands { return promise.Hands{Env: s.Env, Store: s.store} }

// promised is the selected promise.
func (s *Page) promised() (promise.Line, bool) {
	at := s.chosen()
	for _, f := range s.page.Owed {
		if at.kind == toPromise && f.ID == at.id {
			return promise.Line{ID: f.ID, FamilyID: s.id, AdultID: f.AdultID, MeetingID: f.MeetingID, What: f.What, Family: s.page.Family.Name,
				Kind: f.Kind, Whose: f.Whose, Due: f.Due, DateTold: f.DateTold}, true
		}
	}
	return promise.Line{}, false
}

func (s *Page) whyNotMove() string {
	if _, ok := s.promised(); !ok {
		return "Select a promise to move it to another day."
	}
	return ""
}

func (s *Page) move() tea.Cmd {
	l, _ := s.promised()
	return s.hands().Move(l)
}

func (s *Page) whyNotTick() string {
	r, _ := s.chosenRow()
	_, isPromise := s.promised()
	if isPromise || r.Kind == view.TimelineFollowUp || r.Contact == model.Concern {
		return ""
	}
	return "Select a promise to tick it as done, or a concern to say that it is settled."
}

// tick says that a promise is done or open again, that a concern is settled or open again.
func (s *Page) tick() tea.Cmd {
	if l, ok := s.promised(); ok {
		return s.hands().Done(l)
	}
	r, _ := s.chosenRow()
	if r.Kind == view.TimelineFollowUp {
		return s.hands().Reopen(r.ID)
	}
	on := s.Today()
	if r.Settled != "" {
		on = ""
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return s.store.SettleConcern(ctx, r.ID, on) })
}

func (s *Page) whyNotRemove() string {
	if s.whyNotOpen() != "" {
		return s.whyNotOpen()
	}
	if at := s.chosen(); at.kind == toWelcome || at.kind == toNotes {
		return "This line is always here. Enter changes what it says."
	}
	if r, _ := s.chosenRow(); r.Kind == view.TimelineImport {
		return "This came with the office's file; the history takes a whole import back."
	}
	return ""
}

// remove moves what is selected out of sight; a promise is dropped with a reason.
func (s *Page) remove() tea.Cmd {
	at := s.chosen()
	if l, ok := s.promised(); ok {
		return s.hands().Drop(l)
	}
	if at.kind == toAdult && s.isElsewhere(at.id) {
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return s.store.LeaveFamily(ctx, s.id, at.id) })
	}
	remove := map[refKind]func(context.Context, int64) (view.Change, error){
		toAdult: s.store.RemoveAdult, toPupil: s.store.RemovePupil, toHousehold: s.store.RemoveHousehold,
		toEntry: s.store.RemoveFamilyEntry, toMeeting: s.store.RemoveMeeting,
	}[at.kind]
	id := at.id
	if r, ok := s.chosenRow(); ok {
		remove, id = map[view.TimelineKind]func(context.Context, int64) (view.Change, error){
			view.TimelineContact: s.store.RemoveContact, view.TimelineMeeting: s.store.RemoveMeeting, view.TimelineLetter: s.store.RemoveLetter,
			view.TimelineFollowUp: s.store.RemoveFollowUp, view.TimelineEntry: s.store.RemoveFamilyEntry,
		}[r.Kind], r.ID
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return remove(ctx, id) })
}

// readStory opens the page with what the family told.
func (s *Page) readStory() tea.Cmd { return screen.Open(screen.Story, s.id) }
