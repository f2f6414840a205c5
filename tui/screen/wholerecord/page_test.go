package wholerecord_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// okafors is the record of the Okafors of the made-up school, opened from their page.
func okafors(t *testing.T) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Families: 30})
	rows, err := d.Store.FamilyList(context.Background(), "chidi", view.ByName, 0, 1)
	if err != nil || len(rows.Rows) == 0 {
		t.Fatal(err)
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Family, ID: rows.Rows[0].ID}})
	return d.Press("ctrl+p").Type("whole record").Press("enter").See("Whole record", "Nobody who asks is chosen yet")
}

// asked is the record for Mr Okafor, who asked on 3 November.
func asked(t *testing.T) *tuitest.Driver {
	t.Helper()
	return okafors(t).Press("e").Type("Mr E").Press("tab").Type("3/11").Press("ctrl+s").See("Asks: Mr Okafor", "answer by Thu 3 Dec 2026", "better by Tue 1 Dec")
}

func TestTheRecordLooksAsItDid(t *testing.T) {
	d := asked(t)
	for _, size := range []struct {
		name string
		w, h int
	}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}} {
		d.Resize(size.w, size.h)
		d.Golden("record-" + size.name)
	}
	d.Resize(80, 24).Press("G", "enter").Golden("reading-80x24")
}

// rules.md R48: nothing is decided by itself; each decision is one step that is taken back.
func TestEachEntryIsDecidedAboutByAPerson(t *testing.T) {
	d := okafors(t)
	d.Press("space").See("First say who asks")
	d = asked(t)
	d.See("0 of ").Press("v").See("! not decided").NotSee("shown")
	d.Press("space").See("1 of ", "decided").Press("v").See("✓ shown")
	d.Press("u").See("0 of ").NotSee("✓ shown")
	d.Press("v").Press("w").See("The reason stays with you").Type("She asked us to keep it.").Press("ctrl+s").See("1 of ")
	d.Press("v").See("– left out")
}

// A reason that was left half typed is found again, for the one it was typed for.
func TestAReasonIsNotLost(t *testing.T) {
	d := asked(t)
	d.Press("w").Type("She asked us").Press("esc").Wait(3*time.Second).Press("1").See("Unfinished", "She asked us")
	d.Press("g", "enter").See("Leave the entry out", "She asked us").Press("ctrl+s").See("1 of ", "– left out")
}

// What is decided for one parent holds for the other one not.
func TestWhatIsDecidedHoldsForTheOneWhoAsks(t *testing.T) {
	d := asked(t)
	d.Press("v", "space").See("1 of ")
	d.Press("e").Press("home").Type("Mrs").Press("ctrl+s").See("Asks: Mrs Okafor", "0 of ")
}

func printed(t *testing.T, d *tuitest.Driver) string {
	t.Helper()
	if len(d.Shown) == 0 {
		t.Fatalf("nothing was printed:\n%s", d.Screen())
	}
	path := d.Shown[len(d.Shown)-1]
	text, err := os.ReadFile(path)
	if err != nil || strings.Contains(strings.ToLower(path[strings.LastIndex(path, "/"):]), "okafor") {
		t.Fatal(path, err)
	}
	return string(text)
}

func TestBothPrintsAreMade(t *testing.T) {
	d := asked(t)
	d.Press("p").See("for the data protection officer", "to give out").Press("enter").See("Print the record as").Press("end", "enter")
	all := printed(t, d)
	d.Press("p", "down", "enter", "end", "enter")
	out := printed(t, d)
	for _, theirs := range []string{"85 Foundry Street", "07700 900123", "Mrs Okafor", "Niamh"} {
		if !strings.Contains(all, theirs) {
			t.Errorf("the print for who decides lacks %q", theirs)
		}
		if strings.Contains(out, theirs) {
			t.Errorf("the print to give out holds %q", theirs)
		}
	}
	if !strings.Contains(out, "not decided yet: what names others in them is blacked out") {
		t.Errorf("the print does not say that much is not decided:\n%s", out[:600])
	}
	okafors(t).Press("p", "down", "enter").See("First say who asks")
	d.Press("y", "enter")
	if !strings.Contains(d.Copied, "names others: ") {
		t.Errorf("copied was %.200q", d.Copied)
	}
}

// practice 49, rules.md R49: a debrief belongs to the record, what went to the DSL does not, and what is
// written of threat or abuse waits for the safeguarding lead.
func TestTheDebriefIsInAndWhatWentToTheDSLIsNot(t *testing.T) {
	c, ctx := tuitest.NewSmall(t), context.Background()
	family := c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	c.Log("Okafor", model.Contact{At: "2026-11-20T08:40", Channel: model.ByGate, Kind: model.PassedToDSL, DSLTo: "Mrs Webb", DSLRef: "R-17"})
	c.Log("Okafor", model.Contact{At: "2026-11-21T08:40", Channel: model.ByPhone, Kind: model.Abuse, AbuseWhat: "shouted that he would come round"})
	meeting := c.Keep(c.Store.SaveMeeting(ctx, model.Meeting{FamilyID: family, Kind: model.HonestConversation, Start: "2026-11-19T15:30"}))
	c.Keep(c.Store.KeepDebrief(ctx, meeting, view.Debrief{Words: "I was shaken, and we walked it off."}))
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.WholeRecord, ID: family}})
	d.See("Debrief of staff", "Threat or abuse", "▲ held back").NotSee("Mrs Webb", "passed to the DSL")
	d.Press("p", "enter", "end", "enter")
	text := printed(t, d)
	if !strings.Contains(text, "walked it off") || !strings.Contains(text, model.HeldBack[:20]) {
		t.Errorf("the debrief is not in it, or nothing is held back:\n%s", text)
	}
	for _, kept := range []string{"R-17", "Mrs Webb", "come round"} {
		if strings.Contains(text, kept) {
			t.Errorf("%q is on paper", kept)
		}
	}
}

// Whoever reads an entry and is told to say first who asks can say it there.
func TestWhoAsksIsSaidWhileAnEntryIsRead(t *testing.T) {
	okafors(t).Press("enter").See("entry 1 of").Press("space").See("First say who asks: e").Press("e").See("Who asks, and since when", "You asked back on", "Three months, told why")
}
