package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func okaforBrief() BriefFacts {
	f := okaforFacts()
	f.Meeting.Theirs, f.Meeting.AskedTheirs = "What happens when he says no?", "2026-11-19"
	f.Meeting.TeacherView, f.Meeting.FamilyView = "In lessons he is settled since October.", "At home he eats with headphones on."
	f.People[5].Answer = CannotCome
	f.People[5].Instead = "sends a page"
	f.Papers = []Paper{{Title: "Reading record", Ready: true}, {Title: "What Mr Shah saw at lunch"}}
	return BriefFacts{
		Facts: f, Family: Family{Name: "Okafor"},
		Entries: []FamilyEntry{{Kind: WhatHelps, Text: "Say first what went well."}, {Kind: TheirStory, Text: "At his last school nobody rang until it was a letter."}},
		Log:     []Contact{{Kind: GoodNews, Note: "First swim without armbands.", Pupils: []int64{chidiID}}, {Kind: PassedToDSL, Note: "dsl"}},
		LastOn:  "2026-11-22", LastKind: CheckInMeeting, LastCame: []Outcome{{Text: "The library is a place for lunch on Tuesdays"}},
		LastOwed: []FollowUp{
			{Kind: ActionPromised, What: "Mr Shah opens the library on Tuesdays", State: Done},
			{Kind: ActionPromised, What: "Ask both how the first week went", State: Open, Due: "2026-11-30"},
			{Kind: ActionPromised, What: "Ring the nurse", State: Open, Due: "2026-11-23"},
			{Kind: OtherFollowUp, What: "A seat by the window", State: Dropped, StateWhy: "the table is fixed"},
			{Kind: ThankYou, What: "Thank Mrs Okafor", State: Open},
		},
	}
}

// practices 24, 29, 36, 37, 38, 39 and 42
func TestTheBriefAsAWhole(t *testing.T) {
	want := `Okafor · Honest conversation
Tuesday 24 November, 15:30 to 16:15 · Rainbow room · face to face, the family's choice

What for
How can Chidi's lunchtimes be calm again?
Mrs Okafor and Mr Okafor know why.
Say at the start: “We work this out together. You know Chidi best.”

Begin with good
- The reading certificate
- First swim without armbands

Their question
What happens when he says no?

Who comes
Ms Reed leads.
On standby, not in the room: Mr Doyle, the office next door.
Cannot come: Mrs Bell (sends a page).
Mrs Okafor    mother         comes
Mr Okafor     father         comes
Auntie Grace  aunt           comes
Ms Reed       SENCO          leads the meeting
Mr Shah       class teacher  sees Chidi every day
Dr Ito                       knows how Chidi learns

The last time
Sunday 22 November, check-in. The library is a place for lunch on Tuesdays.
kept      Mr Shah opens the library on Tuesdays
open      Ask both how the first week went, by Mon 30 Nov
late      Ring the nurse, by Mon 23 Nov
not kept  A seat by the window: the table is fixed

Their story
At his last school nobody rang until it was a letter.
What helps: Say first what went well.

How it looks to
teacher  In lessons he is settled since October.
family   At home he eats with headphones on.

Agenda, 44 min
5 minutes   Something good
14 minutes  What happened on Monday           theirs
10 minutes  What lunchtime is like for Chidi
10 minutes  What we could try
5 minutes   Any other worry, however small

Papers, out of sight
[ ] Reading record
[ ] What Mr Shah saw at lunch (still to fetch)

On the day
[ ] Kettle, cups, water, tissues
[ ] Met at the door by name, as they like to be called
[ ] Read the room first; name what you see
[ ] Arms unfolded, phone away, chair away from the desk
[ ] Said at the start: we solve this together`
	if diff := cmp.Diff(want, Brief(okaforBrief()).Text()); diff != "" {
		t.Error(diff)
	}
}

func TestTheBriefSaysWhatDidNotFit(t *testing.T) {
	f := okaforBrief()
	for i := range 30 {
		f.People = append(f.People, MeetingPerson{ID: int64(100 + i), Side: SchoolSide, Name: fmt.Sprint("Guest ", i)})
		f.Papers = append(f.Papers, Paper{Title: fmt.Sprint("Paper ", i)})
	}
	got := Brief(f).Text()
	if want := "Not on this page\n27 more of who comes and 28 more of the papers: see Kettle."; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

func TestABriefForAMeetingThatIsHardlyPrepared(t *testing.T) {
	got := Brief(BriefFacts{Facts: Facts{Meeting: Meeting{Kind: OtherMeeting}}}).Text()
	for _, want := range []string{"no time yet", "Not asked yet: ask first what works at home"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// the wall, practice 49, and rules.md R49
func TestTheBriefHoldsNothingOfAWalledAdultOrOfADebrief(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := okaforBrief()
		walled := &f.Adults[1]
		walled.Forename = "Zebulon"
		switch rapid.IntRange(0, 2).Draw(t, "why") {
		case 0:
			f.Links[1].CourtOrder = true
		case 1:
			f.Links[1].MayBeContacted = No
		default:
			walled.InTouch = AskedNotTo
		}
		keptOut := append(secrets(*walled), "Mr Okafor", "Zebulon")
		for _, a := range f.Adults {
			keptOut = append(keptOut, secrets(a)...)
		}
		typed := func(what string) string {
			return rapid.SampledFrom(append(slices.Clone(keptOut), "calm lunchtimes")).Draw(t, what) + rapid.SampledFrom([]string{"", " said so", "'s", "."}).Draw(t, "behind")
		}
		f.Meeting.Debrief, f.Meeting.DebriefWith = "debriefed", "debriefed"
		f.Log = append(f.Log, Contact{Kind: PassedToDSL, Note: "dsl-note", DSLRef: "dsl-note", DSLTo: "dsl-note"})
		f.Meeting.Purpose, f.Meeting.Opening, f.Meeting.Theirs, f.Meeting.TeacherView = typed("purpose"), typed("opening"), typed("theirs"), typed("view")
		f.Meeting.StandbyWho, f.Meeting.Interpreter = typed("standby"), typed("interpreter")
		f.Entries = append(f.Entries, FamilyEntry{Kind: HardJustNow, Text: typed("hard")})
		f.Entries[1].Text = typed("story")
		f.Agenda[0].Title, f.Agenda[1].Brings = typed("item"), typed("brings")
		f.Papers[0].Title, f.People[4].Reason = typed("paper"), typed("reason")
		f.LastCame[0].Text, f.LastOwed[0].What, f.LastOwed[3].StateWhy = typed("came"), typed("promise"), typed("dropped")
		f.LastOwed[1].AdultID, f.LastOwed[1].What = emekaID, "He rings the nurse himself"
		page := Brief(f).Text()
		for _, s := range append(keptOut, "debriefed", "dsl-note", "He rings the nurse himself") {
			if strings.Contains(page, s) {
				t.Fatalf("the brief holds %q:\n%s", s, page)
			}
		}
	})
}

func TestTheBriefStaysShortWhateverIsTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := okaforBrief()
		long := strings.Repeat(rapid.StringMatching(`[A-Za-z]{3,30} `).Draw(t, "word"), rapid.IntRange(1, 200).Draw(t, "times"))
		for _, field := range []*string{&f.Meeting.Purpose, &f.Meeting.Opening, &f.Meeting.Theirs, &f.Meeting.TeacherView, &f.Meeting.FamilyView,
			&f.Meeting.PupilView, &f.Meeting.StandbyWho, &f.Entries[0].Text, &f.Entries[1].Text, &f.Agenda[0].Title, &f.Papers[0].Title, &f.LastCame[0].Text} {
			*field = long
		}
		n := rapid.IntRange(0, 40).Draw(t, "n")
		for range n {
			f.People = append(f.People, MeetingPerson{Side: SchoolSide, Name: long, Reason: long})
			f.Agenda = append(f.Agenda, AgendaItem{Title: long, Brings: long, Minutes: 5})
			f.LastOwed = append(f.LastOwed, FollowUp{Kind: ActionPromised, What: long, State: Dropped, StateWhy: long})
			f.Papers = append(f.Papers, Paper{Title: long})
			f.Log = append(f.Log, Contact{Kind: GoodNews, Note: long + fmt.Sprint(len(f.Log))})
		}
		if chars := utf8.RuneCountInString(Brief(f).Text()); chars > 5600 {
			t.Fatalf("%d characters do not stand on one page", chars)
		}
	})
}
