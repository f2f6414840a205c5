package accounts_test

import (
	"context"
	"strings"
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

func atTheList(t *testing.T) *tuitest.Driver {
	t.Helper()
	return tuitest.New(t, tuitest.Options{Families: 62, Start: screen.Route{Kind: screen.Accounts}})
}

func TestTheAccountsLookAsTheyDid(t *testing.T) {
	d := atTheList(t)
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Golden("accounts-" + size.name)
	}
	d.Press("enter")
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Press("home").Golden("account-" + size.name)
	}
	d.Press("esc").Resize(120, 40)
	d.Press("j", "enter", "end").Golden("account-told")
}

// practice 14: two colleagues tell it, what differs is marked, one account is agreed, and only then it
// shows whom to tell; all hear the same words.
func TestOneAccountIsAgreedBeforeAnybodyRingsHome(t *testing.T) {
	d := atTheList(t)
	d.See("2 versions, not agreed yet").Press("enter")
	d.See("‹Niamh stepped in", "‹both hands.›", "‹one hand.›", "not agreed yet").NotSee("Whom to tell", "Mrs Okafor")
	d.Press("x").See("First agree on one account")
	d.Press("end", "enter").See("Agree on one account", "begins with the words of Mr Shah", "Mr Shah, Miss Harlow")
	d.Press("ctrl+s").See("Whom to tell", "3 left, by today", "0 of 3 parents told")
}

// practices 14 and 15: a parent who is kept out is never told, and each of the others in their own right.
func TestEachParentIsToldInTheirOwnRight(t *testing.T) {
	d := atTheList(t)
	d.Press("enter", "end", "enter", "ctrl+s")
	d.See("Mrs Okafor", "Mr Okafor", "Mrs O'Brien", "Mr O'Brien, Niamh: not told, asked not to be contacted")
	d.See("names a child they are not linked to")
	for range 10 {
		if d.Selected("Mrs O'Brien") {
			break
		}
		d.Press("j")
	}
	d.Press("enter").See("To Mrs O'Brien, about Niamh", "say it without").Press("y")
	if d.Copied == "" {
		t.Error("the words were not copied")
	}
	d.Press("x").See("Mrs O'Brien was told", "Keep it in the log").Press("ctrl+s").See("1 of 3 parents told", "told today 08:41")
	entries, err := d.Store.FamilyContacts(context.Background(), familyNamed(t, d, "brien"), 1, 0)
	if err != nil || len(entries) != 1 || entries[0].Kind != model.Information {
		t.Fatalf("%v %v", entries, err)
	}
	if note := entries[0].Note; note == "" || strings.Contains(note, "Chidi") {
		t.Errorf("the log of one family names a child of another: %q", note)
	}
}

func familyNamed(t *testing.T, d *tuitest.Driver, name string) int64 {
	t.Helper()
	rows, err := d.Store.FamilyList(context.Background(), name, view.ByName, 0, 1)
	if err != nil || len(rows.Rows) != 1 {
		t.Fatalf("%v %v", rows, err)
	}
	return rows.Rows[0].ID
}

// one is a caseload with two families and an account of their children that was agreed.
func agreedAccount(t *testing.T) (*tuitest.Small, int64) {
	t.Helper()
	c, ctx := tuitest.NewSmall(t), context.Background()
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	c.AddFamily("Nowak", "Luki", "3A", "Agnieszka")
	names, err := c.Store.PupilNames(ctx)
	if err != nil {
		t.Fatal(err)
	}
	id := c.Keep(c.Store.SaveAccount(ctx, model.Account{What: "the lost coat", At: "2026-11-23T12:10", Pupils: []int64{names[0].ID, names[1].ID},
		Versions: []model.AccountVersion{{By: "Mr Shah", Text: "A coat was taken home by mistake."}}}))
	c.Keep(c.Store.AgreeAccount(ctx, id, "A coat was taken home by mistake.", "Mr Shah", "2026-11-23T15:00"))
	return c, id
}

// practice 14: whoever was told before it was agreed, or heard other words, is marked.
func TestWhoHeardOtherWordsIsMarked(t *testing.T) {
	c, id := agreedAccount(t)
	c.Keep(c.Store.TellAccount(context.Background(), view.AccountTelling{Told: model.AccountTold{AccountID: id, AdultID: c.Mother("Okafor"), At: "2026-11-23T14:10", By: "Mr Shah"}}))
	c.Keep(c.Store.TellAccount(context.Background(), view.AccountTelling{Told: model.AccountTold{AccountID: id, AdultID: c.Mother("Nowak"), At: "2026-11-23T15:10", By: "Mr Shah"}}))
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Account, ID: id}})
	d.See("Mrs Okafor was told before it was agreed: say what has changed", "1 of 2 parents told").NotSee("Mrs Nowak was told before")
	d.Press("home", "j", "j", "enter").See("Agree on one account").Type(" It is back.").Press("ctrl+s")
	d.See("It is back.", "Mrs Nowak was told before it was agreed", "0 of 2 parents told")
	d.Press("u").See("1 of 2 parents told").NotSee("It is back.")
}

// Nothing that is typed is lost, and the palette begins an account from a family's page, with its children.
func TestAnAccountBeginsFromAFamily(t *testing.T) {
	c, _ := agreedAccount(t)
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Family, ID: c.Family("Okafor")}})
	d.Press("ctrl+p").Type("account of an").Press("enter").See("An account of an incident", "Chidi Okafor 4B")
	d.Type("the paint on the wall").Press("esc")
	d.Press("ctrl+p").Type("account of an").Press("enter").See("the paint on the wall", "is back").Press("ctrl+s")
	d.See("Log › Accounts › the paint on the wall", "Chidi 4B (Okafor)")
}

// The list says how to begin where nothing is written down yet, and v leads to the other lists.
func TestAnEmptyListSaysHowToBegin(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Accounts}})
	d.See("No incident is written down.", "n begins one").Press("v").See("The lists of the log")
}

// The filter finds an account by a family, and removing one can be taken back.
func TestAccountsAreFoundAndRemoved(t *testing.T) {
	d := atTheList(t)
	d.Press("/").Type("yilmaz").Press("down").See("the broken kite", "1 account").NotSee("the push")
	d.Press("d").See("No account fits").Press("u").See("the broken kite")
}
