package families_test

import (
	"context"
	"fmt"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// list is a person at the list of two families.
func list(t *testing.T) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	for _, name := range []string{"Nowak", "Okafor"} {
		n := view.NewFamily{Family: model.Family{Name: name}, Pupil: model.Pupil{Forename: "Sam", Roll: model.OnRoll}}
		if _, err := d.Store.AddFamily(context.Background(), n); err != nil {
			t.Fatal(err)
		}
	}
	return d.Press("1", "2").See("Nowak", "Okafor")
}

func TestARemovedFamilyIsFoundAndBroughtBack(t *testing.T) {
	const nowak = "Nowak    " // its row, not what the footer says of it
	d := list(t).Press("d").NotSee(nowak).See("1 family").Press("o", "o", "o", "o")
	d.See("removed ones", nowak, "d bring back").NotSee("Okafor", "m meeting")
	d.Press("d").NotSee(nowak).See("No family has been removed").Press("o").See(nowak, "Okafor")
	d.Press("u").NotSee(nowak).Press("ctrl+r").See(nowak)
}

func TestTheFilterIsLeftInTwoSteps(t *testing.T) {
	d := list(t).Press("/").Type("oka").NotSee("Nowak").Press("down", "esc").See("Nowak", "Okafor")
	d.Press("/").Type("zzz").See("Nobody fits").Press("enter").See("Nobody fits").Press("esc").See("Nowak")
}

// What is counted beside a filter is the caseload as it is, not as it was when the filter was typed.
func TestTheCountBesideAFilterFollowsTheCaseload(t *testing.T) {
	d := list(t).Press("/").Type("oka").Press("down").See("1 of 2 families")
	d.Press("d").See("0 of 1 family").Press("u").See("1 of 2 families")
	d.Press("o", "o", "o", "o").See("removed ones", "0 families")
}

func TestTheSectionsHaveWholeNamesWhereAllFit(t *testing.T) {
	list(t).Resize(80, 24).See("2 Families", "3 Meetings", "4 Follow-ups").Resize(60, 16).See("2 Fam").NotSee("2 Families")
}

func TestHelpBreaksLongSentences(t *testing.T) {
	list(t).Resize(60, 16).Press("?").See("It says", "nothing about the family.")
}

// What stands in the footer of a popup always names the way out.
func TestAPopupNamesTheWayOutInASmallWindow(t *testing.T) {
	list(t).Resize(60, 16).Press("n", "tab", "tab", "tab", "tab").See("esc close")
}

func TestThePaletteKnowsTheWordsPeopleUse(t *testing.T) {
	for typed, found := range map[string]string{"import": "Import the office's export", "undo": "Undo the last step", "redo": "Redo what",
		"take in": "Import the office's export", "csv": "Import the office's export", "export": "Take out contacts", "duplicates": "Perhaps the same", "new school year": "Move the years on", "sar": "on a family’s page"} {
		list(t).Press("ctrl+p").Type(typed).See(found)
	}
}

// The rows of the letters just typed may still be on their way: what was selected before is not opened.
func TestEnterRightAfterTypingOpensWhatWasTyped(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 60, Start: screen.Route{Kind: screen.Families}})
	d.Press("/")
	d.Hold()
	d.Type("haddad").Press("enter")
	d.Release()
	d.See("Families › Haddad")
}

func TestTheListLooksAsItDid(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		name := func(what string) string { return fmt.Sprintf("%s-%dx%d", what, size[0], size[1]) }
		d := tuitest.New(t, tuitest.Options{Families: 60, Width: size[0], Height: size[1], Start: screen.Route{Kind: screen.Families}})
		d.Golden(name("families")).Press("/").Type("oka").Golden(name("filter")).Type("zzz").Golden(name("nobody"))
	}
	tuitest.New(t, tuitest.Options{Width: 80, Height: 24, Start: screen.Route{Kind: screen.Families}}).Golden("empty-80x24")
}
