package log_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
	"kettle/store/demo"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

var sizes = [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}}

func TestTheJournalLooksAsItDid(t *testing.T) {
	for _, size := range sizes {
		name := func(what string) string { return fmt.Sprintf("%s-%dx%d", what, size[0], size[1]) }
		d := tuitest.New(t, tuitest.Options{Families: 60, Width: size[0], Height: size[1]})
		d.Press("5").Golden(name("journal")).Press("/").Type("okafor gate").Golden(name("filter")).Press("esc")
		d.Press("tab", "tab").Golden(name("concerns")).Press("enter").Golden(name("entry")).Press("esc", "/").Type("zzyzx").Golden(name("nothing"))
	}
	tuitest.New(t, tuitest.Options{Width: 80, Height: 24}).Press("5").Golden("empty-80x24")
}

// journal is a person at the log of two families; the Okafors' three entries are 1 to 3, with more of the
// other family before them.
func journal(t *testing.T, before int) *tuitest.Driver {
	t.Helper()
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	c.AddFamily("Nowak", "Zoë", "6C", "Anna")
	mother := c.Mother("Okafor")
	c.Log("Okafor", model.Contact{At: "2026-11-23T08:40", Channel: model.ByGate, Kind: model.GoodNews, Note: "Loved the certificate", Words: "He beamed", Adults: []int64{mother}})
	c.Log("Okafor", model.Contact{At: "2026-11-20T12:20", Channel: model.ByPhone, Kind: model.Concern, Note: "Lunch was loud", Told: []model.Told{{AdultID: mother}}})
	c.Log("Okafor", model.Contact{At: "2026-11-19T15:00", Channel: model.FaceToFace, Kind: model.PassedToDSL, DSLTo: "Mrs Bell"})
	for i := range before {
		day := model.Date("2026-11-18").AddDays(-i)
		c.Log("Nowak", model.Contact{At: model.Moment(day), Channel: model.ByText, Kind: model.Information, Note: fmt.Sprintf("Note %03d", i), Adults: []int64{c.Mother("Nowak")}})
	}
	return c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Log}})
}

func TestTheFilterFindsEveryWordAnywhere(t *testing.T) {
	d := journal(t, 3)
	for words, finds := range map[string]string{"okafor beamed": "Loved the certificate", "4b phone": "Lunch was loud", "zoe 002": "Note 002", "ngozi good": "Loved the certificate"} {
		d.Press("/").Type(words).See(finds, "1 entry").Press("esc")
	}
	d.Press("/").Type("nobody at all").See("No entry fits", "Esc shows all again").Press("esc").See("Loved the certificate", "Note 000")
	d.Press("/").Type("beamed").Press("enter").See("Log › Okafor", "“He beamed”")
}

// practice 13: what is still to be told has a list of its own, and one key.
func TestTheKindsAreWalkedWithTabAndTellingIsOneKey(t *testing.T) {
	d := journal(t, 3)
	d.See("○ to tell Mrs Okafor", "✓ shared")
	d.Press("tab").See("Loved the certificate").NotSee("Lunch was loud", "Note 000")
	d.Press("tab").See("Lunch was loud").NotSee("Loved the certificate")
	d.Press("tab", "tab", "tab").See("Lunch was loud", "1 entry").Press("x").See("Nobody is still to be told of anything.")
	d.Press("u").See("Lunch was loud", "○ to tell Mrs Okafor").Press("esc").See("Note 000")
}

// rules.md R49
func TestWhatWentToTheDSLHasNoNoteIsNotCopiedAndNotPrinted(t *testing.T) {
	d := journal(t, 1)
	d.Press("tab", "tab", "tab", "tab", "tab", "tab").See("to the DSL", "Mrs Bell", "No note is kept here").Press("y")
	if d.Copied != "" {
		t.Errorf("copied %q", d.Copied)
	}
	d.See("neither copied nor printed").Press("esc", "p").See("Print the log as").Press("G", "enter")
	text := printed(t, d)
	for _, there := range []string{"Mon 23 Nov 2026", "Okafor, good news, gate, with Mrs Okafor", "Loved the certificate “He beamed” (shared with Mrs Okafor)", "Note 000", "3 entries"} {
		if !strings.Contains(text, there) {
			t.Errorf("%q is not on paper:\n%s", there, text)
		}
	}
	if strings.Contains(text, "DSL") || strings.Contains(text, "Mrs Bell") {
		t.Errorf("what went to the DSL is on paper:\n%s", text)
	}
}

func printed(t *testing.T, d *tuitest.Driver) string {
	t.Helper()
	if len(d.Shown) == 0 {
		t.Fatalf("nothing was printed:\n%s", d.Screen())
	}
	file, err := os.ReadFile(d.Shown[len(d.Shown)-1])
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}

// Corrections keep the old text, and the journal says so.
func TestACorrectionKeepsTheOldText(t *testing.T) {
	d := journal(t, 1)
	ctx := context.Background()
	c, err := d.Store.Contact(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	c.Note = "Loved the reading certificate"
	if _, err := d.Store.SaveContact(ctx, view.NewContact{Contact: c}); err != nil {
		t.Fatal(err)
	}
	d.Press("1", "5").See("corrected").Press("enter").See("Loved the reading certificate", "note was: Loved the certificate, until today, changed by Ms Bright")
}

func TestAnEntryLeadsToItsFamilyAndWhatCameOfIt(t *testing.T) {
	d := journal(t, 1)
	d.Press("enter").See("good news · gate", "Mrs Okafor", "He beamed", "by Ms Bright")
	d.Press("f").See("A follow-up: Okafor").Type("Frame it").Press("ctrl+s").See("follow-up", "Frame it: open")
	d.Press("m").See("A new meeting: Okafor", "Loved the certificate").Press("esc")
	d.Press("y")
	if want := "Mon 23 Nov 2026\n08:40, Okafor, good news, gate, with Mrs Okafor, by Ms Bright: Loved the certificate “He beamed” (shared with Mrs Okafor)"; d.Copied != want {
		t.Errorf("copied %q, want %q", d.Copied, want)
	}
	d.Press("down", "enter").See("Families › Okafor")
}

func TestARemovedEntryIsBroughtBackByUndo(t *testing.T) {
	d := journal(t, 1)
	d.Press("d").NotSee("Loved the certificate").Press("u").See("Loved the certificate")
	d.Press("g", "enter", "d").See("Lunch was loud").NotSee("Loved the certificate").Press("u").See("Loved the certificate")
}

// years is a person at a log with so many more entries of the years before 2020, one a day, the oldest last.
func years(t *testing.T, more int) *tuitest.Driver {
	t.Helper()
	school := demo.Make(demo.Options{Families: 3, Seed: 1, Today: "2026-11-24", Now: "2026-11-24T08:41"})
	next := school.Contacts[len(school.Contacts)-1].ID
	for i := range more {
		at := model.Moment(model.Date("2019-12-31").AddDays(-i))
		school.Contacts = append(school.Contacts, model.Contact{ID: next + int64(i) + 1, UID: fmt.Sprint("more ", i), FamilyID: 1, At: at, Recorded: at,
			Kind: model.Information, Channel: model.ByText, Dir: model.Out, Note: fmt.Sprintf("Hay %05d", i)})
	}
	path := filepath.Join(t.TempDir(), "caseload.db")
	s, err := store.Open(context.Background(), store.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Fill(context.Background(), school), s.Close()); err != nil {
		t.Fatal(err)
	}
	return tuitest.New(t, tuitest.Options{Path: path}).Press("5")
}

// A log of years is walked by month, from one end to the other, while only what is near is held.
func TestTheLogIsWalkedByMonth(t *testing.T) {
	d := years(t, 1200)
	d.See("November 2026").Press("left").See("October 2026")
	d.Press("/").Type("hay").Press("down").See("December 2019").NotSee("entries").Press("esc")
	d.Press("G").See("Hay 01199", "September 2016").Press("right").See("September 2016").Press("right").See("October 2016")
	if !d.Selected("Hay 01156") {
		t.Errorf("a month on:\n%s", d.Screen())
	}
	d.Press("g").See("November 2026")
	for range 120 {
		d.Press("pgdown")
	}
	d.See("Hay 01199")
	for range 120 {
		d.Press("pgup")
	}
	d.See("November 2026")
}

// A search goes on by itself, says how far it has come, and ends with a new letter.
func TestASearchSaysHowFarItLooksBack(t *testing.T) {
	d := years(t, 10_000)
	d.Press("/")
	d.Hold()
	d.Type("09999")
	for range 100 {
		if d.Step(); strings.Contains(d.Screen(), "looking back to") {
			break
		}
	}
	d.See("looking back to").NotSee("Hay 09999", "No entry fits")
	d.Release().See("Hay 09999", "1 entry").NotSee("looking back")
	d.Hold()
	d.Press("backspace").Press("backspace").Press("backspace").Press("backspace").Press("backspace").Type("certificate")
	d.Release().See("certificate").NotSee("Hay 09999")
}
