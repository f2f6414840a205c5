package doubles_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

var sizes = []struct {
	name string
	w, h int
}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}}

func TestThoseWhoArePerhapsTheSameLookAsTheyDid(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 62, Start: screen.Route{Kind: screen.Doubles}})
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Golden("doubles-" + size.name)
	}
	d.Press("enter")
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Golden("compare-" + size.name)
	}
	d.Press("ctrl+s").Resize(120, 40)
	d.Golden("doubles-none")
}

// twice is a caseload in which one grandmother of the Okafors stands twice.
func twice(t *testing.T) (*tuitest.Small, int64) {
	t.Helper()
	c := tuitest.NewSmall(t)
	family := c.AddFamily("Okafor", "Chidi", "6C", "Ngozi")
	c.AddFamily("Nowak", "Luki", "3A", "Agnieszka")
	pupils, err := c.Store.FamilyPupils(context.Background(), family)
	if err != nil {
		t.Fatal(err)
	}
	for _, surname := range []string{"O'Brien", "OBrien"} {
		a := model.Adult{Title: "Mrs", Forename: "Grace", Surname: surname, Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900321"}}}
		if _, err := c.Store.AddAdult(context.Background(), a, family, model.Link{PupilID: pupils[0].ID, Relation: model.Grandmother}); err != nil {
			t.Fatal(err)
		}
	}
	return c, family
}

// One grandmother in two spellings: looked at, joined, taken back, joined the other way round.
func TestTwoAreJoinedAfterALook(t *testing.T) {
	c, _ := twice(t)
	d := c.Open(tuitest.Options{})
	d.Press("ctrl+p").Type("perhaps the same").Press("enter")
	d.See("One pair is perhaps the same", "Mrs Grace O'Brien", "Mrs Grace OBrien", "the same name, 07700 900321")
	d.Press("enter").See("Are these one?", "grandmother of Chidi", "goes out of sight")
	d.Press("ctrl+s").See("Nobody seems to stand in Kettle twice")
	d.Press("u").See("One pair is perhaps the same")
	d.Press("enter", "v").See("Mrs Grace OBrien stays. All that").Press("ctrl+s").See("Nobody seems")
}

// Said to be two, they are not proposed again; joined all the same only after a question.
func TestTwoWhoAreTwoAreLeftAlone(t *testing.T) {
	c, family := twice(t)
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Doubles}})
	d.Press("w").See("Nobody seems to stand in Kettle twice").Press("u").See("One pair").Press("ctrl+r").See("Nobody seems")
	d = c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Family, ID: family}})
	d.Press("shift+tab", "shift+tab", "shift+tab", "shift+tab").Press("j", "j").Press("ctrl+p").Type("join with").Press("enter")
	d.See("with another adult").Type("grace").Press("enter").See("Are these one?", "Somebody said that these are two")
	d.Press("ctrl+s").See("Are they one all the same?").Press("enter").See("Are these one?")
	d.Press("ctrl+s", "j", "enter").See("Okafor")
}

// Two families of one child each become one, and are two again; what was written since goes with the
// family that is marked.
func TestFamiliesAreJoinedAndSplitAgain(t *testing.T) {
	c, family := twice(t)
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Family, ID: family}})
	d.Press("ctrl+p").Type("join with").Press("enter").See("Join with another family")
	d.Type("nowak").Press("enter").See("Are these one?", "Luki", "Chidi").Press("ctrl+s").See("Luki", "Chidi")
	d.Press("u").Press("ctrl+p").Type("join with").Press("enter").Type("nowak").Press("enter", "v", "ctrl+s").See("Nowak", "Luki", "Chidi")
	d.Press("u").Press("ctrl+p").Type("okafor").Press("enter").See("Chidi").Press("ctrl+p").Type("join with").Press("enter").Type("nowak").Press("enter", "ctrl+s").See("Luki", "Chidi")
	d.Press("c").Type("gate, +: sang").Press("enter").See("sang")
	d.Press("ctrl+p").Type("split …").Press("enter").See("From the Nowak family again", "Some children into a family").Press("enter")
	d.See("What came along goes back: 1 child", "Written since then", "sang").Press("space").See("[✓]").Press("ctrl+s")
	d.See("Chidi").NotSee("Luki", "sang").Press("u").See("Luki", "sang")
}

// A family that never was joined is split: the child who is marked goes, with what is about nobody else.
func TestChildrenGoIntoAFamilyOfTheirOwn(t *testing.T) {
	c, family := twice(t)
	ctx := context.Background()
	ada, err := c.Store.SavePupil(ctx, model.Pupil{FamilyID: family, Forename: "Ada", Surname: "Lane", Class: "1A"})
	if err != nil {
		t.Fatal(err)
	}
	for note, pupils := range map[string][]int64{"hers alone": {ada.New}, "of everybody": nil} {
		if _, err := c.Store.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: family, Kind: model.GoodNews, Channel: model.ByGate, Note: note, Pupils: pupils}}); err != nil {
			t.Fatal(err)
		}
	}
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Family, ID: family}})
	d.Press("ctrl+p").Type("split …").Press("enter").Press("enter").See("Who goes into a family of their own", "Ada Lane", "Mark a child")
	d.Press("end", "space").See("1 goes along", "hers alone", "1 stays", "of everybody", "named after the eldest")
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Golden("split-" + size.name)
	}
	d.Press("home", "space", "ctrl+s").See("All the children would go", "[✓]")
	d.Press("esc", "j", "space").See("0 go along", "2 stay").Press("space", "k", "space").See("1 goes along")
	d.Press("ctrl+s").See("Lane", "hers alone").NotSee("Chidi", "of everybody")
}

// An adult who is two people: what is marked goes to the other one.
func TestAnAdultWhoIsTwoPeopleIsSplit(t *testing.T) {
	c, family := twice(t)
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Family, ID: family}})
	d.Press("shift+tab", "shift+tab", "shift+tab", "shift+tab").Press("j").Press("ctrl+p").Type("split …").Press("enter").Press("enter")
	d.See("What belongs to the other one", "grandmother of Chidi", "07700 900321")
	d.Press("end", "space", "e").See("The name of the other one").Press("tab").Type("x").Press("ctrl+s").See("Gracex")
	d.Press("ctrl+s").See("Gracex")
}

// An import says when somebody who came is perhaps here already.
func TestAnImportSaysWhoIsPerhapsTheSame(t *testing.T) {
	c := tuitest.NewSmall(t)
	file := filepath.Join(t.TempDir(), "office.csv")
	text := "Surname,Forename,DOB,Relationship,Contact Surname,Contact Forename,Mobile\nHill,Ava,01/03/2016,Aunt,Ash,Jo,07700 900123\nHill,Ava,01/03/2016,Carer,Ash,Jo,07700 900123\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Import}})
	d.Paste(file).Press("enter", "ctrl+s").See("One pair is perhaps the same.", "“Perhaps the same” shows")
}
