package capture_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// sizes are the windows in which every screen is looked at.
var sizes = [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}}

// school is a made-up school with the popup open over Today.
func school(t *testing.T) *tuitest.Driver {
	t.Helper()
	return tuitest.New(t, tuitest.Options{Families: 60}).Press("c").See("Log a contact")
}

// entries are the entries of a family, the newest first.
func entries(t *testing.T, d *tuitest.Driver, family int64) []model.Contact {
	t.Helper()
	all, err := d.Store.FamilyContacts(context.Background(), family, 3, 0)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func lines(t *testing.T, d *tuitest.Driver) (all []view.DraftRow) {
	t.Helper()
	drafts, err := d.Store.Drafts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range drafts {
		if r.Form == view.CaptureForm {
			all = append(all, r)
		}
	}
	return all
}

func TestTheLineFitsEveryWindow(t *testing.T) {
	for _, size := range sizes {
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		t.Run(name, func(t *testing.T) {
			d := tuitest.New(t, tuitest.Options{Families: 60, Width: size[0], Height: size[1], Start: screen.Route{Kind: screen.Family, ID: 1}})
			d.Press("c").Golden("empty-" + name)
			d.Type("mum, gate, +: loved the reading certificate; “he sang in the bath”; Ada starts nursery in Jan; ring about the trip fri").Golden("line-" + name)
			d.Press("tab", "tab").Golden("part-"+name).Press("esc", "c")
			d.Type("Haddad, dsl Mrs Bell ref 1123: said something at lunch").Golden("dsl-" + name)
		})
	}
}

// practices 3 and 5: a good word at the gate in ten seconds, from anywhere.
func TestAGoodWordIsKeptInOneLine(t *testing.T) {
	d := school(t).Type("chidi, gate, +: loved the certificate; ring about the trip fri")
	d.See("Chidi Okafor", "+ good news", "loved the certificate", "ring about the trip, Fri 27 Nov, you")
	d.Press("enter").NotSee("Log a contact").See("logged good news")
	c := entries(t, d, 1)[0]
	if c.Kind != model.GoodNews || c.Channel != model.ByGate || c.Note != "loved the certificate" || len(c.Pupils) != 1 {
		t.Errorf("kept %+v", c)
	}
	if left := lines(t, d); len(left) != 0 {
		t.Errorf("a draft is left of it: %+v", left)
	}
	d.Press("u").See("Taken back")
	if c := entries(t, d, 1); len(c) > 0 && c[0].Note == "loved the certificate" {
		t.Error("u left the entry")
	}
}

// practice 15: two families of one name are asked about; none is chosen for the person.
func TestWhereSeveralFitItIsAsked(t *testing.T) {
	d := school(t).Type("okaf, gate: hello").See("families fit: which one?")
	d.Press("enter").See("Several fit: which family?", "Okafor-Lane", "Another family")
	d.Press("down", "enter").See("Log a contact", "by hand").NotSee("families fit")
	d.Type("!").See("hello!", "by hand").Press("enter").See("logged information")
}

func TestWhereNobodyIsNamedTheFamilyIsAskedFor(t *testing.T) {
	d := school(t).Type("the printer is broken").See("whose? none is named")
	d.Press("enter").See("Whose is it?").Type("haddad").Press("enter").See("Haddad (by hand)").Press("enter").See("logged information")
}

func TestOnTheirPageTheFamilyIsKnown(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 60, Start: screen.Route{Kind: screen.Family, ID: 1}})
	d.Press("c").Type("gate, +: hello").See("family      Okafor").Press("ctrl+x").Type("Haddad, gate: hello").See("family      Haddad")
}

func TestAPartIsCorrectedAndStaysSo(t *testing.T) {
	d := school(t).Type("haddad, gate, +: read a page; ring fri")
	d.Press("tab", "tab", "tab").Press("enter").See("Where, how", "video")
	d.Press("down", "enter").See("phone (by hand)")
	d.Press("shift+tab", "enter").See("Who it was with").Press("space", "ctrl+s").See("(by hand)")
	d.Type(". Done").See("phone (by hand)", "read a page; Done")
	for range 9 {
		d.Press("down")
	}
	d.Press("enter").See("The follow-up").Type(" back").Press("ctrl+s").See("ring back, Fri 27 Nov, you (by hand)")
	d.Press("ctrl+s").See("logged good news")
}

// What is typed is never lost: Esc keeps it, c opens empty, and the unfinished line is taken up again.
func TestWhatIsUnfinishedStandsAboveTheLine(t *testing.T) {
	d := school(t).Type("haddad, gate: half a sen").Press("tab", "tab", "tab", "enter", "down", "enter", "esc").NotSee("Log a contact")
	d.See("half a sen") // on Today
	d.Press("c").See("unfinished").Type("nowak: other").Press("up", "enter")
	d.See("haddad, gate: half a sen", "phone (by hand)", "nowak: other").Type("tence").Press("enter").See("logged information")
	left := lines(t, d)
	if len(left) != 1 || left[0].Body[view.CaptureLine] != "nowak: other" {
		t.Fatalf("left are %+v", left)
	}
	d.Press("c").See("nowak: other").Press("up", "enter", "ctrl+x", "esc", "c").NotSee("unfinished")
}

func TestAnUnfinishedLineIsTakenUpFromToday(t *testing.T) {
	d := school(t).Type("haddad, gate: half a sen").Press("esc").See("Unfinished", "half a sen")
	d.Press("g", "enter").See("Log a contact", "haddad, gate: half a sen", "family      Haddad")
}

// A line from a shell is seen in the open window.
func TestALineFromTheShellWaitsHere(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 60})
	if err := d.Store.LeaveLine(context.Background(), "okafor: from the shell"); err != nil {
		t.Fatal(err)
	}
	d.Press("c").See("unfinished", "okafor: from the shell")
}

func TestTheWholeFormTakesOverWhatWasUnderstood(t *testing.T) {
	d := school(t).Type("haddad, mum rang, !: angry about maths; ring fri; send the form mon").Press("ctrl+e")
	d.See("Log a contact: Haddad", "angry about maths", "Who takes it", "Promised, too: send the form, Mon 30 Nov")
	d.Press("ctrl+s").See("logged concern")
	c := entries(t, d, lastFamily(t, d, "Haddad"))[0]
	if c.Kind != model.Concern || c.Dir != model.In || c.Note != "angry about maths" || len(c.Adults) != 1 {
		t.Errorf("kept %+v", c)
	}
	if left := lines(t, d); len(left) != 0 {
		t.Errorf("a draft is left of it: %+v", left)
	}
}

func lastFamily(t *testing.T, d *tuitest.Driver, name string) int64 {
	t.Helper()
	found, err := d.Store.FamilyList(context.Background(), name, view.ByName, 0, 1)
	if err != nil || len(found.Rows) != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	return found.Rows[0].ID
}

func TestWhatGoesToTheDSLSaysBeforeEnterThatTheRestIsNotKept(t *testing.T) { // rules.md R49
	d := school(t).Type("haddad, dsl Mrs Bell ref 1123: a secret").See("the rest of the line is not kept", "Mrs Bell, ref 1123")
	d.Press("enter").See("logged passed to the DSL")
	if c := entries(t, d, lastFamily(t, d, "Haddad"))[0]; c.Note != "" || c.DSLTo != "Mrs Bell" {
		t.Errorf("kept %+v", c)
	}
	if left := lines(t, d); len(left) != 0 {
		t.Errorf("the words stay in a draft: %+v", left)
	}
}

func TestAWordThatLooksLikeAMarkIsPointedAt(t *testing.T) {
	school(t).Type("haddad: worried about maths").See("worried: a concern? !", "information")
}

func TestAPastedPageIsOneLine(t *testing.T) {
	d := school(t).Paste("haddad, gate: " + strings.Repeat("word\n", 3000)).See("longer than 10,000")
	d.Press("enter").See("logged information")
}

// A time to meet is the offer of a meeting, which grows from the entry; the promise stands either way.
func TestATimeToMeetOffersTheMeeting(t *testing.T) {
	d := school(t).Type("chidi, gate: lunch is hard; meet fri 3pm").Press("enter").See("To meet Fri 27 15:00", "prepare the meeting")
	d.Press("enter").See("Okafor").NotSee("To meet")
	if d.Press("ctrl+s"); !strings.Contains(d.Screen(), "Meetings ›") {
		t.Errorf("no meeting is prepared:\n%s", d.Screen())
	}
	d = school(t).Type("chidi, gate: lunch is hard; meet fri 3pm").Press("enter", "down", "enter").NotSee("To meet", "Log a contact").Press("4").See("meet")
	school(t).Type("chidi, gate: all well; ring fri").Press("enter").NotSee("To meet")
}
