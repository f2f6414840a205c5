package moves_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

var sizes = []struct {
	name string
	w, h int
}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}}

func atTheList(t *testing.T) *tuitest.Driver {
	t.Helper()
	return tuitest.New(t, tuitest.Options{Families: 62, Start: screen.Route{Kind: screen.Moves}})
}

func TestTheMovesLookAsTheyDid(t *testing.T) {
	d := atTheList(t)
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Golden("moves-" + size.name)
	}
	d.Press("j", "enter")
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Press("home").Golden("move-" + size.name)
	}
	d.Press("esc").Resize(120, 40)
	d.Press("tab").Golden("moves-arrived")
}

// moving is a caseload with a child who moves next September.
func moving(t *testing.T) (*tuitest.Small, int64) {
	t.Helper()
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "6C", "Ngozi")
	c.AddFamily("Nowak", "Luki", "3A", "Agnieszka")
	if _, err := c.Store.SaveSchool(context.Background(), model.School{ID: c.School, Name: "Lindenfield Primary", YearGroups: "R 1 2 3 4 5 6"}); err != nil {
		t.Fatal(err)
	}
	names, err := c.Store.PupilNames(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return c, names[0].ID
}

// practice 21: somebody follows a child through: worries, a named adult, a visit, check-ins before and
// after, until it is seen to have arrived.
func TestAChildIsFollowedThroughItsMove(t *testing.T) {
	c, _ := moving(t)
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Moves}})
	d.See("1 move in September 2027", "Chidi 6C", "secondary school", "nobody named, no visit").NotSee("Luki")
	d.Press("enter").See("Not asked yet", "Nobody is named yet")
	d.Press("e").Type("Harbour View").Press("tab").Type("The bus. And the canteen.").Press("tab", "tab").Type("Mrs Frost").Press("ctrl+s")
	d.See("Harbour View in September 2027", "The bus. And the canteen.", "Mrs Frost")
	d.Press("n").Type("a morning in Year 7").Press("tab").Type("24/6").Press("ctrl+s").See("1 to come", "24 Jun 2027", "a morning in Year 7")
	d.Press("j", "space").See("1 done").Press("u").See("1 to come")
	d.Press("f").See("Check-ins before and after", "six school weeks", "on the third school")
	d.Press("ctrl+s").See("Ask Chidi and the family what worries them", "and the new school, how the first", "Has Chidi arrived?").NotSee("more can be promised")
	d.Press("end", "space").See("seen to have arrived").Press("esc").See("arrived today")
	d.Press("4").See("Ask Chidi and the family what worri")
}

// A check-in whose day is emptied is left out; it can be promised later.
func TestACheckInCanBeLeftOut(t *testing.T) {
	c, pupil := moving(t)
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Move, ID: pupil}})
	d.Press("f")
	for range 30 {
		d.Press("backspace")
	}
	d.Press("ctrl+s").See("1 more can be promised", "A word with Chidi before the holidays").NotSee("what worries them about the move")
	d.Press("j", "s").See("Move to").Type("1/7").Press("ctrl+s").See("1 Jul 2027")
	d.Press("space").See("✓")
}

// practices 16 and 21: one key prints the warm page that goes to the new school.
func TestTheHandOverPageIsPrinted(t *testing.T) {
	d := atTheList(t)
	d.Press("/").Type("zoe").Press("enter").See("Harbour View School")
	d.Press("y")
	for _, part := range []string{"Zoë Okafor-Lane", "Who is there", "Mrs Adeline Frost", "Ms Lane", "sign with me"} {
		if !strings.Contains(d.Copied, part) {
			t.Errorf("%q is not on the page:\n%s", part, d.Copied)
		}
	}
	for _, form := range []string{"enter", "end"} {
		d.Press("p").See("Print the hand-over page as", "one A4 page").Press(form)
		if form == "end" {
			d.Press("enter")
		}
	}
	if len(d.Shown) != 2 {
		t.Fatalf("%v was handed to the viewer", d.Shown)
	}
	for _, path := range d.Shown {
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", path, err)
		}
	}
	d.Press("x").See("hand-over page").NotSee("Not gone yet")
}

// Somebody who joins or leaves during the year is followed, too.
func TestAMoveDuringTheYear(t *testing.T) {
	c, _ := moving(t)
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Moves}})
	d.Press("n").Type("luki").Press("enter").Type("Quayside Junior").Press("ctrl+s")
	d.See("Luki Nowak · Quayside Junior, in the year that began in 2026").Press("esc", "tab").See("1 arrived in September 2026", "Quayside Junior", "nobody named")
}

// Until the autumn half-term the list is of those who have just arrived; v leads to the other lists.
func TestInSeptemberItIsAboutArriving(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 62, Now: time.Date(2026, 9, 15, 8, 41, 0, 0, time.UTC), Start: screen.Route{Kind: screen.Moves}})
	d.See("arrived in September 2026", "Karim RB").Press("v").See("The lists of the log")
	d = tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Moves}})
	d.See("Nobody moves to another phase or school").Press("tab").See("Nobody has just arrived")
}
