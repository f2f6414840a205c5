package school_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

func thornwick(t *testing.T, o tuitest.Options) *tuitest.Driver {
	t.Helper()
	o.Start = screen.Route{Kind: screen.School}
	d := tuitest.New(t, o)
	ctx := context.Background()
	if _, err := d.Store.Introduce(ctx, model.Staff{Name: "Ms Reed", Role: model.SENCO}, model.School{Name: "Thornwick School", Kind: model.Maintained}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Store.TakeInCalendarFile(ctx, 1, calendarFile(t)); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Store.SaveRoom(ctx, model.Room{Name: "Rainbow room", Neutral: true, Private: true, Welcoming: true}); err != nil {
		t.Fatal(err)
	}
	return d.Press("7").Press("g")
}

func calendarFile(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", "..", "model", "testdata", "calendar-2026-27.json"))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheSchoolOnOnePage(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}} {
		thornwick(t, tuitest.Options{Width: size.w, Height: size.h}).Golden("school-" + size.name)
	}
}

func TestTheFirstQuestionsAreAskedOnceAndCanBeSkipped(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{FirstStart: true})
	d.See("Welcome to Kettle", "Your name").Golden("welcome-120x40")
	d.Press("esc").See("Take in the office's export", "Add the first family", "Look round a made-up school")
	d.Press("7").See("Who are you?").Press("enter").Type("Ms Reed").Press("ctrl+s").See("Ms Reed", "SENCO")
	d.Press("u").See("Who are you?")
}

func TestTermDatesComeFromAFileAndCanBeTakenBack(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.School}})
	d.Press("tab").See("none yet: add your school").Press("n").Type("Thornwick School").Press("ctrl+s")
	d.See("no term dates yet").Press("g", "tab", "tab", "down").See("Take the term dates from a file")
	d.Press("enter").Type("/no/such/file.json").Press("ctrl+s").See("cannot be opened")
	d.Press("esc", "ctrl+x").Paste("'" + calendarFile(t) + "'").Press("ctrl+s")
	d.See("2026/27 Autumn", "half-term", "INSET", "Autumn 2, wk 4")
	d.Press("u").NotSee("2026/27 Autumn").See("no term dates yet")
}

func TestAFileThatIsNoCalendarChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.json")
	if err := os.WriteFile(path, []byte("Dear all"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := thornwick(t, tuitest.Options{})
	if _, err := d.Store.TakeInCalendarFile(context.Background(), 1, path); err == nil {
		t.Error("a letter was taken in as term dates")
	}
}

func TestASettingSaysWhatFits(t *testing.T) {
	d := thornwick(t, tuitest.Options{})
	d.Press("g", "shift+tab", "shift+tab", "shift+tab", "k", "k").See("Blank the screen").Press("enter")
	d.Type("900").Press("ctrl+s").See("whole number")
	d.Press("ctrl+x").Press("backspace").Type("20").Press("ctrl+s").See("20").NotSee("whole number")
}

// A SENCO of two schools adds to the school whose dates are selected.
func TestWithTwoSchoolsEachHasItsOwnDates(t *testing.T) {
	d := thornwick(t, tuitest.Options{})
	if _, err := d.Store.SaveSchool(context.Background(), model.School{Name: "Westmere School", Kind: model.Academy}); err != nil {
		t.Fatal(err)
	}
	d.Press("1", "7", "g", "tab", "tab").See("Term dates: Thornwick School", "Term dates: Westmere School").NotSee("Thornwick School: 2026")
	d.Press("tab").See("no term dates yet").Press("n").See("A school year: Westmere School").Press("esc")
	d.Press("ctrl+p").Type("without pupils").Press("enter").See("A day without pupils: Westmere School")
}

func TestADayWithoutPupilsIsMovedAsOneStep(t *testing.T) {
	d := thornwick(t, tuitest.Options{})
	d.Press("ctrl+p").Type("without pupils").Press("enter").Type("25/11").Press("tab", "tab").Type("snow").Press("ctrl+s")
	d.See("Closed Wed 25 Nov 2026").ClickOn("Closed Wed 25 Nov 2026").Press("e", "down", "ctrl+s")
	d.See("Closed Thu 26 Nov 2026").NotSee("Closed Wed 25 Nov 2026")
	d.Press("u").See("Closed Wed 25 Nov 2026").NotSee("Closed Thu 26 Nov 2026")
}

func TestADraftOfOneClosedDayStaysOutOfAnother(t *testing.T) {
	d := thornwick(t, tuitest.Options{})
	d.ClickOn("INSET Wed 2 Sep 2026").Press("e", "tab", "tab").Type("paint").Press("esc")
	d.ClickOn("INSET Mon 2 Nov 2026").Press("e").See("Mon 2 Nov 2026").NotSee("paint")
}

// Whoever looks for how something comes into Kettle, or goes out, finds it under School as well.
func TestSchoolLeadsToWhatComesInAndGoesOut(t *testing.T) {
	for line, page := range map[string]string{
		"The office's export": "Take in the office's export", "A hand-over pack": "Open a hand-over pack", "The last import, taken back": "No import stands",
		"Who is perhaps the same": "Nobody seems to stand in Kettle twice", "A whole record, for": "12 families",
	} {
		d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.School}, Width: 120, Height: 40})
		for n := 0; !d.Selected(line) && n < 200; n++ {
			d.Press("down")
		}
		d.Press("enter").See(page)
	}
}
