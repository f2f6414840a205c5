package letter_test

import (
	"context"
	"fmt"
	"strings"
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

// invitations opens the invitations of a meeting that is not prepared far, in the made-up school.
func invitations(t *testing.T, w, h int) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Families: 30, Width: w, Height: h})
	list, err := d.Store.MeetingList(context.Background(), view.MeetingFilter{Words: "nowak annual"}, 1, 0)
	if err != nil || len(list.Rows) == 0 {
		t.Fatalf("the Nowaks do not come: %v", err)
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: list.Rows[0].ID}})
	return d.Press("i").See("Jan Nowak", "Asked")
}

// practices 15, 24, 28, 30 and 31
func TestAnInvitationIsWrittenByTheRulesChangedPrintedAndSent(t *testing.T) {
	d := invitations(t, 120, 40)
	d.Press("p").See("Letter › invitation to Jan Nowak", "written just now", "does Luki's plan still say what he", "your camera off", "Bring anyone you wish.",
		"tell me beforehand", "Flesch 1948")
	d.Press("y").See("Copied the letter to Jan Nowak")
	if !strings.HasPrefix(d.Copied, "Dear Jan Nowak,") {
		t.Errorf("copied is %q", d.Copied)
	}
	d.Press("p").See("Print the letter to Jan Nowak as", "PDF in large print", "school's letterhead").Press("enter").See("Opened the letter to Jan Nowak")
	if len(d.Shown) != 1 || !strings.HasSuffix(d.Shown[0], ".pdf") || strings.Contains(d.Shown[0], "owak") {
		t.Errorf("shown is %q", d.Shown)
	}
	d.Press("e").Type("The prior to intervention. ").Press("ctrl+s").See("intervention", "“intervention” in plain words", "extra help").NotSee("written just now")
	d.Press("x", "ctrl+s").See("✓ sent today").Press("esc").See("✓ today, phone")
	d.Press("p").See("The prior to intervention.", "✓ sent today").Press("n").See("written just now").NotSee("intervention")
	d.Press("esc", "u", "u").NotSee("✓ today, phone")
}

func TestALetterLooksAsItDid(t *testing.T) {
	d := invitations(t, 120, 40).Press("tab", "tab", "p", "e").Type(" This sentence, which goes on and on and has many more words in it than anybody likes to read at once in the evening, is long. ").Press("ctrl+s").Wait(time.Minute)
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		d.Resize(size[0], size[1]).Golden(fmt.Sprintf("letter-%dx%d", size[0], size[1]))
	}
}

// practice 35
func TestTheAgendaLetterOpensFromItsMatter(t *testing.T) {
	d := invitations(t, 120, 40).Press("tab", "tab", "p").See("Letter › agenda to Jan Nowak", "Here is the plan", "- Welcome, who is who")
	d.Press("x", "ctrl+s").See("✓ sent today").Press("esc").See("Agenda", "✓ today, phone")
}

func TestNobodyFromSchoolGetsALetter(t *testing.T) {
	invitations(t, 120, 40).Press("G", "p").See("Letters go to the adults of the family")
}

// Large print is offered first to who asked for it.
func TestLargePrintIsPreset(t *testing.T) {
	d := invitations(t, 120, 40)
	ctx := context.Background()
	families, err := d.Store.FamilyList(ctx, "nowak", view.ByName, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	page, err := d.Store.FamilyPage(ctx, families.Rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range page.Adults {
		a.LargePrint = model.Yes
		if _, err := d.Store.SaveAdult(ctx, a); err != nil {
			t.Fatal(err)
		}
	}
	d.Wait(3 * time.Second).Press("p").See("in large print").Press("p")
	if !d.Selected("PDF in large print") {
		t.Errorf("it is not selected:\n%s", d.Screen())
	}
	d.See("as they asked")
}

func TestPlainWordsStandInTheLettersPlaceInANarrowWindow(t *testing.T) {
	invitations(t, 60, 16).Press("tab", "tab", "p").See("v shows what to look at").Press("v").See("“outcome” in plain words: what we hope for").Press("v").See("Dear Jan Nowak")
}

func TestWhatIsTypedInANewLetterComesBack(t *testing.T) {
	d := invitations(t, 120, 40).Press("p", "e").Type("Half a thought. ").Press("esc", "e").See("What you typed the last time is back")
	d.Press("ctrl+s").See("Half a thought.")
}

// the wall
func TestALetterToWhoIsKeptApartIsNeitherCopiedPrintedNorSent(t *testing.T) {
	d := drawn(t, 120, 40)
	ctx, family := context.Background(), familyOf(t, d)
	letters, err := d.Store.FamilyLetters(ctx, family)
	if err != nil {
		t.Fatal(err)
	}
	links, err := d.Store.FamilyLinks(ctx, family)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range links {
		if l.AdultID == letters[0].AdultID {
			l.CourtOrder = true
			if _, err := d.Store.SaveLink(ctx, l); err != nil {
				t.Fatal(err)
			}
		}
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Letter, ID: letters[0].ID}})
	d.See("may not be approached")
	for _, key := range []string{"y", "p", "x", "e"} {
		d.Press(key).NotSee("Copied", "Print the letter", "Sent to").Wait(10 * time.Second)
	}
	if d.Copied != "" {
		t.Errorf("copied is %q", d.Copied)
	}
}
