package letter_test

import (
	"context"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// drawn is the made-up school after a line was drawn under the Okafors' meeting.
func drawn(t *testing.T, w, h int) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Families: 30, Width: w, Height: h, Now: time.Date(2026, 11, 24, 16, 18, 0, 0, time.UTC)})
	list, err := d.Store.MeetingList(context.Background(), view.MeetingFilter{Words: "okafor honest"}, 5, 0)
	if err != nil || len(list.Rows) == 0 {
		t.Fatalf("the Okafors do not come: %v", err)
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: list.Rows[0].ID}})
	return d.Press("r", "ctrl+s", "ctrl+s").See("The line is drawn").Wait(time.Minute)
}

// practice 46
func TestThePromiseOfTheSummariesLeadsToTheLettersAndIsKeptWhenAllHaveGone(t *testing.T) {
	d := drawn(t, 120, 40)
	d.Press("4", "/").Type("summaries").Press("enter")
	d.See("Summary to Mrs Okafor  not sent yet", "Summary to Mr Okafor  not sent yet")
	if !d.Selected("Summary to Mrs Okafor") {
		t.Errorf("the first letter that waits is not selected:\n%s", d.Screen())
	}
	d.Press("enter").See("Letter › summary to Mrs Okafor", "Dear Mrs Okafor").Press("y").See("Copied")
	d.Press("x", "ctrl+s").See("✓ sent today").Press("esc").See("Summary to Mrs Okafor  ✓ sent today")
	d.Press("j", "enter", "x", "ctrl+s").See("✓ sent today").Press("esc", "esc").See("No promise fits")
	d.Press("u", "esc").See("Send the 2 summaries of the meeting")
}

func TestALetterIsOpenedFromTheFamilysStory(t *testing.T) {
	d := drawn(t, 120, 40)
	families, err := d.Store.FamilyList(context.Background(), "okafor", view.ByName, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Family, ID: families.Rows[0].ID}})
	d.ClickOn("Summary to Mr Okafor").ClickOn("Summary to Mr Okafor").See("Letter › summary to Mr Okafor", "Dear Mr Okafor")
}

func TestALongLetterIsReadToItsEndInASmallWindow(t *testing.T) {
	d := drawn(t, 60, 16)
	letters, err := d.Store.FamilyLetters(context.Background(), familyOf(t, d))
	if err != nil {
		t.Fatal(err)
	}
	l := letters[0]
	l.Body = "Dear Mr Okafor,\n\n" + longBody + "\n\nThe last line."
	if _, err := d.Store.SaveLetter(context.Background(), l); err != nil {
		t.Fatal(err)
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Letter, ID: l.ID}})
	d.See("Dear Mr Okafor", "more lines below").NotSee("The last line.")
	d.Press("j").NotSee("Dear Mr Okafor").Press("G").See("The last line.").NotSee("more lines below").Press("g").See("Dear Mr Okafor")
}

const longBody = "One thought.\n\nAnother thought.\n\nA third.\n\nA fourth.\n\nA fifth.\n\nA sixth.\n\nA seventh."

func familyOf(t *testing.T, d *tuitest.Driver) int64 {
	t.Helper()
	families, err := d.Store.FamilyList(context.Background(), "okafor", view.ByName, 0, 1)
	if err != nil || len(families.Rows) == 0 {
		t.Fatalf("no Okafors: %v", err)
	}
	return families.Rows[0].ID
}

func TestALetterThatWentStaysAsItWas(t *testing.T) {
	d := drawn(t, 120, 40)
	letters, err := d.Store.FamilyLetters(context.Background(), familyOf(t, d))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range letters {
		if l.Kind == model.SummaryOfMeeting {
			d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Letter, ID: l.ID}})
			break
		}
	}
	d.Press("x", "ctrl+s", "e").See("This letter was sent, so it stays as it was.")
}
