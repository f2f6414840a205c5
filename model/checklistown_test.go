package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var passport = OwnItem{ID: 7, Part: GroupHow, Due: AWeekBefore, Asks: "The passport looked for", Why: "The trip is abroad."}

func TestALineOfTheSchoolsOwnIsTickedByHandAndCounts(t *testing.T) {
	f := okaforFacts()
	n, m := Ready(Checklist(f))
	f.Own = []OwnItem{passport}
	i, ok := itemOf(Checklist(f), "own.7")
	if !ok || i.State != ItemOpen || !i.ByHand || !i.Own || i.Why != "The trip is abroad." || i.Lacks != "still to do: The passport looked for" {
		t.Errorf("the line stands as %+v", i)
	}
	if n2, m2 := Ready(Checklist(f)); n2 != n || m2 != m+1 {
		t.Errorf("with it ready is %d of %d, want %d of %d", n2, m2, n, m+1)
	}
	f.Marks = []Mark{{Item: "own.7", State: Ticked}}
	if n2, m2 := Ready(Checklist(f)); n2 != n+1 || m2 != m+1 {
		t.Errorf("ticked, ready is %d of %d, want %d of %d", n2, m2, n+1, m+1)
	}
}

func TestALineOfTheSchoolsOwnMayBelongToSomeKindsOnly(t *testing.T) {
	own := passport
	own.Kinds = []MeetingKind{TransitionMeeting}
	for kind, want := range map[MeetingKind]bool{HonestConversation: false, TransitionMeeting: true} {
		f := okaforFacts()
		f.Meeting.Kind, f.Own = kind, []OwnItem{own}
		if _, got := itemOf(Checklist(f), "own.7"); got != want {
			t.Errorf("%s: the line is there: %v, want %v", kind, got, want)
		}
	}
}

func TestALineForTheDayItselfIsNotCounted(t *testing.T) {
	f := okaforFacts()
	_, m := Ready(Checklist(f))
	own := passport
	own.Part = GroupDay
	f.Own = []OwnItem{own}
	if _, got := Ready(Checklist(f)); got != m {
		t.Errorf("m is %d with a line for the day, want %d", got, m)
	}
}

func TestALineSwitchedOffLeavesTheListAndKeepsItsMark(t *testing.T) {
	f := okaforFacts()
	f.FamilyStory, f.Own = true, []OwnItem{passport}
	f.Marks = []Mark{{Item: "why.story", State: Ticked}, {Item: "own.7", State: LeftOut, Reason: "no trip"}}
	_, m := Ready(Checklist(f))
	f.Off = []ItemID{"why.story", "own.7"}
	for _, id := range f.Off {
		if _, still := itemOf(Checklist(f), id); still {
			t.Errorf("%s is switched off and still there", id)
		}
	}
	if _, got := Ready(Checklist(f)); got != m-2 {
		t.Errorf("m is %d with two lines off, want %d", got, m-2)
	}
	f.Off = nil
	story, _ := itemOf(Checklist(f), "why.story")
	own, _ := itemOf(Checklist(f), "own.7")
	if story.State != TickedByHand || own.State != ItemLeftOut {
		t.Errorf("switched on again, they are %q and %q", story.State, own.State)
	}
}

func TestTheWallIsNeverSwitchedOff(t *testing.T) {
	f := okaforFacts()
	f.Links[1].CourtOrder, f.Off = true, []ItemID{"who.order"}
	if _, ok := itemOf(Checklist(f), "who.order"); !ok || WhyNotOff("who.order") == "" || WhyNotOff("day.kettle") != "" {
		t.Error("a school can do without reading a court order")
	}
}

// A hand's tick stands as long as its line applies, whatever else changes: the mode, the kind, the
// people, and back.
func TestATickIsNeverLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts(t)
		f.Own = []OwnItem{passport}
		f.Marks = nil
		for _, r := range append(slices.Clone(ChecklistRules), passport.Rule()) {
			if r.Hand {
				f.Marks = append(f.Marks, Mark{Item: r.ID, State: Ticked})
			}
		}
		before := Checklist(f)
		kind, mode, people, off := f.Meeting.Kind, f.Meeting.Mode, f.People, f.Off
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				f.Meeting.Kind = rapid.SampledFrom(MeetingKinds).Draw(t, "kind")
			case 1:
				f.Meeting.Mode = rapid.SampledFrom(append([]Mode{ModeNotChosen}, Modes...)).Draw(t, "mode")
			case 2:
				f.People = f.People[:rapid.IntRange(0, len(f.People)).Draw(t, "people")]
			case 3:
				f.Off = append(f.Off, rapid.SampledFrom(ChecklistRules).Draw(t, "off").ID)
			}
			items := Checklist(f)
			for _, i := range items {
				if MayTick(i.ID) && !i.State.Settled() {
					t.Fatalf("%s was ticked and is %q", i.ID, i.State)
				}
			}
			if n, m := Ready(items); n < 0 || n > m {
				t.Fatalf("ready %d of %d", n, m)
			}
		}
		f.Meeting.Kind, f.Meeting.Mode, f.People, f.Off = kind, mode, people, off
		if after := Checklist(f); !slices.Equal(after, before) {
			t.Fatalf("changed and changed back, the list is another:\n%+v\n%+v", before, after)
		}
	})
}
