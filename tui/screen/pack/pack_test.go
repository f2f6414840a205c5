package pack_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

const phrase = "acorn ladder violet mint tunnel"

var ctx = context.Background()

// given is a pack of two families that a colleague made: one has an order, one is known to Ms Reed, too.
func given(t *testing.T) string {
	t.Helper()
	clock := func() time.Time { return tuitest.Morning }
	s, err := store.Open(ctx, store.Options{Path: filepath.Join(t.TempDir(), "doyle.db"), Now: clock, Machine: clock, Sealing: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	kept := func(c view.Change, err error) int64 {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c.New
	}
	kept(s.SaveMe(ctx, "Mr Doyle", model.FLO))
	lane := kept(s.SaveFamily(ctx, model.Family{Name: "Lane"}))
	mia := kept(s.SavePupil(ctx, model.Pupil{FamilyID: lane, Forename: "Mia", Surname: "Lane", Year: "2", Class: "2C", Born: "2019-10-02"}))
	kept(s.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Carl", Surname: "Lane"}, lane,
		model.Link{PupilID: mia, Relation: model.Father, CourtOrder: true, OrderText: "by letter only, through school"}))
	kept(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: lane, At: "2026-11-20T15:20", Recorded: "2026-11-20T15:21", Channel: model.ByGate, Dir: model.In, Kind: model.GoodNews, Note: "sang in assembly"}}))
	kept(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: lane, What: "Ring about the trip", Whose: model.Mine, Kind: model.ActionPromised, Due: "2026-11-27"}))
	okafor := kept(s.SaveFamily(ctx, model.Family{Name: "Okafor"}))
	chidi := kept(s.SavePupil(ctx, model.Pupil{FamilyID: okafor, Forename: "Chidi", Surname: "Okafor", Year: "4", Class: "4B", Born: born(t), Interests: "trains"}))
	kept(s.AddAdult(ctx, model.Adult{Title: "Mrs", Forename: "Ngozi", Surname: "Okafor", Notes: "asks for Mr Doyle"}, okafor, model.Link{PupilID: chidi, Relation: model.Mother}))
	path, err := s.MakePack(ctx, nil, filepath.Join(t.TempDir(), "given.kettlepack"), phrase)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// born is when the made-up Chidi was born, by which he is known in another caseload.
func born(t *testing.T) model.Date {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Families: 12})
	pupils, err := d.Store.FamilyPupils(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pupils {
		if p.Forename == "Chidi" {
			return p.Born
		}
	}
	t.Fatal("no Chidi")
	return ""
}

// practice 16: whoever takes over opens what was handed over, having read first what must be read.
func TestTheSENCOOpensAPack(t *testing.T) {
	path := given(t)
	d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackIn}})
	d.See("Open a hand-over pack", "Passphrase")
	d.Paste("'" + path + "'").Press("tab").Type("wrong words all of these").NotSee("wrong words").Press("enter")
	d.See("That passphrase does not open this pack")
	d.Type(phrase).Press("enter")
	d.See("Pack of Mr Doyle", "Read this first", "court order", "by letter only", "Lane · new", "Okafor · known", "nothing is written yet")
	d.Press("ctrl+s").See("Opened the hand-over pack of Mr Doyle: 1 new family, 1 brought up to date")
	d.Press("/").Type("lane").See("Lane").Press("esc")
	d.Press("u").Press("/").Type("mia").NotSee("Mia 2C")
}

func TestAFamilyIsLeft(t *testing.T) {
	path := given(t)
	d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackIn}})
	d.Paste(path).Press("tab").Type(phrase).Press("enter").See("Lane · new")
	d.Press("down", "down", "space")                                                                                                                                           // below the order that must be read
	d.See("Takes in 1 known family; 1 left out", "Lane · new · left out").Press("esc").See("Passphrase").Press("tab").Type(phrase).Press("enter").See("Lane · new · left out") // what was decided stands
	d.Press("ctrl+s").See("1 family brought up to date")
	d.Press("/").Type("mia").NotSee("Mia 2C")
}

func TestAnExportsPagePassesAPackOn(t *testing.T) {
	path := given(t)
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Import}})
	d.Paste(path).Press("enter").See("Open a hand-over pack", "given.kettlepack")
	d.Type(phrase).Press("enter").See("Lane · new", "Okafor · new")
	if text := d.Screen(); strings.Index(text, "Lane · new") > strings.Index(text, "Okafor · new") {
		t.Errorf("the families are not in the order of their names:\n%s", text)
	}
	d.Press("esc", "esc").See("Take in the office's export").NotSee("given.kettlepack")
}

func TestFamiliesAreHandedOver(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackOut}})
	d.See("Who goes into the pack?", "Okafor")
	d.Press("space", "enter").See("Stays here", "Goes into the pack", "11 families")
	d.Press("enter", "enter").See("the passphrase that is offered").NotSee("Made")
	folder := t.TempDir()
	d.Press("up").Paste(folder).Press("tab").Type("short").Press("tab").Type("short").Press("enter").See("too short")
	d.Press("ctrl+u").Type(phrase).Press("tab").Press("ctrl+u").Type("acorn").Press("enter").See("not the same")
	d.Type(phrase).Press("enter").See("Made ")
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 1 || files[0].Name() != "hand-over 2026-11-24.kettlepack" {
		t.Errorf("%v, %v", files, err)
	}
}

func TestGoldenPacks(t *testing.T) {
	path := given(t)
	for _, size := range []struct {
		name          string
		width, height int
	}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}} {
		t.Run(size.name, func(t *testing.T) {
			d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackIn}, Width: size.width, Height: size.height})
			d.Golden("in-file-" + size.name)
			d.Paste(path).Press("tab").Type(phrase).Press("enter").Golden("in-" + size.name)
			d = tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackOut}, Width: size.width, Height: size.height})
			d.Golden("out-" + size.name)
		})
	}
}

// What is typed stays where only the file is the wrong one, or the folder.
func TestAPassphraseStaysWhenTheFileIsTheWrongOne(t *testing.T) {
	path := given(t)
	d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackIn}})
	d.Paste(filepath.Dir(path)).Press("tab").Type(phrase).Press("enter").See("is a folder: choose the pack in it")
	d.Paste(path+"x").Press("enter", "enter").See("cannot be opened", "•••••")
	d.Paste(path).Press("tab", "enter").See("Lane · new")
}

// Another window changes a family while the pack is looked at.
func TestAPackIsLookedAtAgainWithoutItsPassphrase(t *testing.T) {
	path := given(t)
	d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackIn}, Width: 120, Height: 40})
	d.Paste(path).Press("tab").Type(phrase).Press("enter").See("Lane · new")
	d.Press("down", "down", "space").See("Lane · new · left out")
	for range 10 {
		if !d.Selected("interests") {
			d.Press("down")
		}
	}
	d.Press("space").See("theirs is taken")
	page, err := d.Store.FamilyPage(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range page.Adults {
		if a.Forename == "Ngozi" {
			a.Notes = "rings at noon"
			if _, err := d.Store.SaveAdult(ctx, a); err != nil {
				t.Fatal(err)
			}
		}
	}
	d.Press("ctrl+s").See("! The caseload has changed", "Lane · new · left out", "theirs is taken", "rings at noon here")
	pupils, err := d.Store.FamilyPupils(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	chidi := pupils[0]
	if chidi.Forename != "Chidi" {
		chidi = pupils[1]
	}
	chidi.Interests = "drums"
	if _, err := d.Store.SavePupil(ctx, chidi); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s").See("! The caseload has changed", "Lane · new · left out", "drums here", "yours stays")
	d.Press("ctrl+s").See("Nothing was changed: all that you took is here already.")
}

func TestAFolderThatIsNotThereIsSaidWhereItIsTyped(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackOut}})
	d.See("12 of 12 families go").Press("A").See("0 of 12").Press("A", "space").See("11 of 12 families go").Press("enter")
	d.Type(phrase).Press("tab").Type(phrase).Press("up", "up").Type("/nowhere/at/all").Press("enter", "enter", "enter")
	d.See("! There is no folder /nowhere", "/nowhere/at/all", "•••••").NotSee("Made")
	folder := t.TempDir()
	d.Press("ctrl+u").Type(folder).Press("enter", "enter", "enter").See("Made", "2026-11-24.kettlepack")
}

// A small window has no room for all that goes and stays: the help says it then.
func TestWhatGoesAndStaysIsSaidInASmallWindow(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackOut}, Width: 60, Height: 16})
	d.See("Who goes").Press("enter").See("Stays here", "F1 says the rest").NotSee("12 families,")
	d.Press("f1").See("Stays here: ", "Goes into the pack: 12 families")
	d.Press("esc").Resize(120, 40).See("12 families,").NotSee("F1 says the rest")
}

// A family that another window adds while the passphrase is typed was not shown, and stays.
func TestAFamilyThatComesMeanwhileIsNotHandedOver(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackOut}})
	d.See("12 of 12 families go").Press("enter").See("Goes into the pack")
	if _, err := d.Store.SaveFamily(ctx, model.Family{Name: "Zola"}); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	d.Type(phrase).Press("tab").Type(phrase).Press("up", "up").Type(folder).Press("enter", "enter", "enter").See("Made")
	packs, err := filepath.Glob(filepath.Join(folder, "*.kettlepack"))
	if err != nil || len(packs) != 1 {
		t.Fatal(packs, err)
	}
	pack, err := d.Store.PreviewPack(ctx, packs[0], phrase)
	if err != nil || len(pack.Families) != 12 {
		t.Errorf("%d families went (%v)", len(pack.Families), err)
	}
	d = tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.PackOut}})
	d.Press("enter").See("Goes into the pack")
	if _, err := d.Store.SaveFamily(ctx, model.Family{Name: "Zola"}); err != nil {
		t.Fatal(err)
	}
	d.Press("esc").See("13 of 13 families go")
}
