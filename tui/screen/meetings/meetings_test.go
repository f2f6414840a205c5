package meetings_test

import (
	"context"
	"fmt"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// list is a person at the list of meetings of a caseload with some families, each with one meeting
// to come and one that was held.
func list(t *testing.T, families, width, height int) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Width: width, Height: height, Start: screen.Route{Kind: screen.Today}})
	ctx := context.Background()
	must := func(c view.Change, err error) int64 {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c.New
	}
	names := []string{"Okafor", "Haddad", "Nowak", "Brennan", "Adeyemi", "Malik"}
	kinds := []model.MeetingKind{model.HonestConversation, model.TermlyReview, model.AnnualReview, model.CheckInMeeting}
	for i := range families {
		name := names[i%len(names)]
		if i >= len(names) {
			name = fmt.Sprintf("%s %d", name, i)
		}
		family := must(d.Store.SaveFamily(ctx, model.Family{Name: name}))
		pupil := must(d.Store.SavePupil(ctx, model.Pupil{FamilyID: family, Forename: "Child of " + name, Surname: name}))
		day := model.Date("2026-11-24").AddDays(i)
		plan := model.Meeting{FamilyID: family, Kind: kinds[i%len(kinds)], Purpose: "How can it be calm again?", Start: model.At(day, "15:30"), Minutes: 45, Pupils: []int64{pupil}}
		must(d.Store.PlanMeeting(ctx, view.MeetingPlan{Meeting: plan, Agenda: model.AgendaFor(plan.Kind, nil, 45)}))
		plan.Start, plan.Status, plan.Kind = model.At("2026-10-05", "09:00"), model.Held, model.CheckInMeeting
		must(d.Store.PlanMeeting(ctx, view.MeetingPlan{Meeting: plan}))
	}
	return d.Press("3")
}

func TestComingMeetingsSayHowReadyTheyAre(t *testing.T) {
	d := list(t, 6, 120, 40)
	d.See("6 coming", "today 15:30", "Okafor", "honest conversation", " of ", "not every parent is asked yet")
}

func TestTheListGoesFromComingToPastToOneFamilyAndBack(t *testing.T) {
	d := list(t, 6, 120, 40)
	d.Press("j", "v").See("6 past", "✓ held").NotSee("today 15:30")
	d.Press("v").See(": 2, coming and past", "✓ held")
	d.Press("esc").See("6 coming")
}

func TestAFewLettersFindTheMeetingsOfAFamily(t *testing.T) {
	d := list(t, 6, 120, 40)
	d.Press("/").Type("had").See("1 coming", "Haddad").NotSee("Okafor", "Nowak")
	d.Press("enter").See("Meetings › Haddad · Termly SEN review").Press("esc", "esc").See("6 coming")
	d.Press("/").Type("nobody").See("No meeting fits “nobody”.")
}

func TestFarDownTheListMeetingsStillSayHowReadyTheyAre(t *testing.T) {
	d := list(t, 180, 120, 24)
	d.See("180 coming").Press("G").See("180 coming", "Malik 179", " of ")
	d.Press("pgup", "pgup").See(" of ").Press("g").See("Okafor", " of ")
}

func TestAMeetingIsCancelledFromTheListAndBroughtBackWithUndo(t *testing.T) {
	d := list(t, 3, 120, 40)
	d.Press("d", "tab").Type("snow").Press("ctrl+s").See("2 coming").NotSee("Okafor ")
	d.Press("v").See("– cancelled", "4 past").Press("u").See("3 past").Press("esc").See("3 coming")
	d.Press("d", "right", "right", "ctrl+s").See("2 coming").Press("u").See("3 coming")
	d.Press("g", "s").See("Move: Okafor")
	for range 22 {
		d.Press("backspace")
	}
	d.Type("fri 9:00").Press("ctrl+s").See("Fri 27 09:00")
	d.Press("v", "d").See("This meeting has been held")
}

func TestANewMeetingAsksWhoseWhenNobodySaid(t *testing.T) {
	d := list(t, 3, 120, 40)
	d.Press("n").See("Whose meeting?").Type("nowak").See("Nowak").Press("enter").See("A new meeting: Nowak", "● Child of Nowak")
	d.Press("tab", "right", "tab").See("To get to know Child of Nowak, and each other").Press("down", "down", "enter").See("How can we make Child of Nowak's start a good one?")
	d.Press("ctrl+s").See("Nowak · First meeting", "40 of 40 min")
}

func TestAPurposeWithItsGapIsNotFinished(t *testing.T) {
	d := list(t, 1, 120, 40)
	d.Press("n", "enter", "tab", "tab", "down", "enter", "ctrl+s").See("Finish the purpose: put your words where the … stands.")
}

func TestWithoutMeetingsTheListSaysWhatToDo(t *testing.T) {
	d := list(t, 0, 80, 24)
	d.See("No meetings are coming.", "n prepares one").Press("v").See("No meeting has been held yet.")
	d.Golden("empty-80x24")
}

func TestTheListLooksAsItDid(t *testing.T) {
	d := list(t, 14, 120, 40)
	for _, view := range []string{"coming", "past"} {
		for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
			d.Resize(size[0], size[1]).Golden(fmt.Sprintf("%s-%dx%d", view, size[0], size[1]))
		}
		d.Press("v")
	}
}

func TestOnAMeetingAFollowUpIsForItsFamily(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 60, Start: screen.Route{Kind: screen.Meetings}})
	d.See("Okafor").Press("f").See("A follow-up: Okafor").Press("esc", "enter", "f").See("A follow-up: Okafor")
	d.Press("esc", "m").See("A new meeting: Okafor")
}
