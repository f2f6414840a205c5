package family_test

import (
	"context"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// rules.md R13: a question is owed an answer by a day that the school's settings say.
func TestAQuestionProposesThePromiseToAnswerIt(t *testing.T) {
	d := okafors(t).Press("c", "ctrl+e")
	toField(t, d, "What it was")
	choose(t, d, "question")
	toField(t, d, "Our answer").See("They are owed an answer within 5 school days", "Tue 1 Dec 2026")
	d.Press("ctrl+s").See("Answer their question", "Tue 1 Dec").Press("u").NotSee("Answer their question")
}

func TestAQuestionThatPromisesNothingMakesNoFollowUp(t *testing.T) {
	d := okafors(t).Press("c", "ctrl+e")
	toField(t, d, "What it was")
	choose(t, d, "question")
	toField(t, d, "Our answer").Press("ctrl+u")
	d.Press("ctrl+s").See("question").NotSee("Answer their question")
}

func TestAMeetingBegunOnAnEntryOfTheLogRemembersIt(t *testing.T) {
	d := okafors(t).Press("c", "ctrl+e")
	toField(t, d, "Note").Type("lunch was a disaster")
	d.Press("ctrl+s").See("lunch was a disaster").Press("m").See("A new meeting: Okafor", "From today").Press("ctrl+s")
	preps, err := d.Store.MeetingPreps(context.Background(), []int64{1})
	if err != nil || len(preps) != 1 || preps[0].Meeting.ContactID != 1 {
		t.Fatalf("the meeting does not name the entry it grew from: %v %v", preps, err)
	}
}

func TestAMeetingBegunOnWhatWentToTheDSLTakesNothingAlong(t *testing.T) {
	d := okafors(t)
	if _, err := d.Store.SaveContact(context.Background(), view.NewContact{Contact: model.Contact{FamilyID: 1, Kind: model.PassedToDSL}}); err != nil {
		t.Fatal(err)
	}
	d.Press("2", "enter").See("Passed to the DSL").Press("m").See("A new meeting: Okafor").NotSee("From today")
}

func TestWhoeverIsNotThereYetIsAddedOnTheWay(t *testing.T) {
	for key, title := range map[string]string{"c": "Log a contact: Nowak", "m": "A new meeting: Nowak", "f": "A follow-up: Nowak"} {
		kind := map[string]screen.Kind{"c": screen.ContactForm, "m": screen.NewMeeting, "f": screen.NewFollowUp}[key]
		d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: kind}})
		d.See("Add the first family").Type("Nowak").See("Add a new family: Nowak").Press("enter")
		d.See("Add a family", "Nowak").Press("ctrl+s").See(title)
	}
}

func TestADraftSaysWhatWasTypedAndLeavesTheRestAlone(t *testing.T) {
	d := okafors(t)
	add(t, d, "An adult").Type("Mrs").Press("esc")
	drafts, err := d.Store.Drafts(context.Background())
	if err != nil || len(drafts) != 1 || len(drafts[0].Body) != 1 || drafts[0].Body["title"] != "Mrs" {
		t.Fatalf("the draft is %v, %v; it should hold the title only", drafts, err)
	}
	add(t, d, "An adult").See("What you typed the last time is back", "Mrs", "Chidi")
}

func TestTheWheelScrollsAFormAndLeavesTheCursor(t *testing.T) {
	d := okafors(t).Resize(80, 16)
	add(t, d, "An adult").See("Forename").NotSee("Court order")
	for range 12 {
		d.Wheel(true)
	}
	d.See("Court order").NotSee("▌Title").Type("M").See("▌Title")
}
