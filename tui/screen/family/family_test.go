package family_test

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

// empty is a person at an empty caseload, on the list of families.
func empty(t *testing.T) *tuitest.Driver {
	return tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
}

// okafors is a person on the page of a family that was just added by hand.
func okafors(t *testing.T) *tuitest.Driver {
	t.Helper()
	d := empty(t).Press("n").Type("Okafor")
	field(d, "First child: forename").Type("Chidi")
	field(d, "surname").Type("Okafor")
	field(d, "born").Type("14/3/2018")
	d.Press("tab") // year group
	field(d, "class").Type("4B")
	d.Press("tab") // SEN status
	field(d, "First adult: title").Type("Mrs")
	field(d, "forename").Type("Ngozi")
	field(d, "surname").Type("Okafor")
	field(d, "relationship").Type("m")
	field(d, "parental responsibility").Type("y")
	field(d, "phones").Type("07700900123")
	return d.Press("ctrl+s")
}

// field goes to the next field of a form; its name is for the reader.
func field(d *tuitest.Driver, _ string) *tuitest.Driver { return d.Press("tab") }

// toField goes to the field of that label.
func toField(t *testing.T, d *tuitest.Driver, label string) *tuitest.Driver {
	t.Helper()
	for range 60 {
		if strings.Contains(d.Screen(), "▌"+label) {
			return d
		}
		d.Press("tab")
	}
	t.Fatalf("no field %q:\n%s", label, d.Screen())
	return d
}

// add takes one of what n offers.
func add(t *testing.T, d *tuitest.Driver, what string) *tuitest.Driver {
	t.Helper()
	d.Press("n")
	for range 20 {
		if strings.Contains(d.Screen(), "▌ "+what) {
			return d.Press("enter")
		}
		d.Press("down")
	}
	t.Fatalf("n does not offer %q:\n%s", what, d.Screen())
	return d
}

// part goes to a part of the page from the timeline, where a page opens.
func part(d *tuitest.Driver, name string) *tuitest.Driver {
	for range map[string]int{"People": 1, "Children": 2, "What helps": 3, "Promises": 4}[name] {
		d.Press("tab")
	}
	return d
}

// choose takes an answer of the choice field with the cursor.
func choose(t *testing.T, d *tuitest.Driver, answer string) *tuitest.Driver {
	t.Helper()
	for range 30 {
		if strings.Contains(d.Screen(), "● "+answer) {
			return d
		}
		d.Press("right")
	}
	t.Fatalf("no answer %q:\n%s", answer, d.Screen())
	return d
}

func TestAFamilyIsAddedWithItsFirstChildAndAdultInOneStep(t *testing.T) {
	d := okafors(t)
	d.See("Families › Okafor", "Mrs Ngozi Okafor", "mother", "parental responsibility", "07700 900123", "Chidi", "8, 4B")
	d.Press("u").NotSee("Families › Okafor")
	d.See("No families yet.")
	d.Press("ctrl+r", "enter").See("Mrs Ngozi Okafor")
}

// However long a name is, what somebody is to the child is read behind it, or below.
func TestALongNameLeavesRoomForWhatTheyAre(t *testing.T) {
	d := okafors(t).Press("n", "enter")
	d.Type("The Right Honourable Lady").Press("tab").Type("Persephone Anastasia").Press("tab").Type("Wolfeschlegelsteinhausen-Featherstonehaugh")
	toField(t, d, "Relationship")
	choose(t, d, "stepmother")
	d.Press("ctrl+s")
	for _, width := range []int{120, 200} {
		d.Resize(width, 40).See("The Right Honourable Lady", "stepmother")
	}
}

// practice 15
func TestAnAdultIsAddedWithWhatACourtOrderSays(t *testing.T) {
	d := okafors(t)
	d.Press("n", "enter").See("Add an adult to the Okafor family").NotSee("What it says")
	d.Type("Mr").Press("tab").Type("Emeka").Press("tab").Type("Okafor")
	toField(t, d, "Relationship")
	choose(t, d, "father")
	field(d, "parental responsibility").Type("y")
	field(d, "lives with").Press("right", "left").Type("n")
	toField(t, d, "Court order")
	d.Type("y")
	field(d, "what it says").Type("letters only, no collecting")
	field(d, "of").Type("31/02").Press("ctrl+s")
	d.See("! ", "31").See("Add an adult") // the wrong date is said in its place, and nothing is lost
	for range 5 {
		d.Press("backspace")
	}
	d.Type("3/9/2026").Press("ctrl+s")
	d.See("Mr Emeka Okafor", "father, lives apart", "▲ about Chidi: letters only, no collecting")
	d.Press("u").NotSee("Mr Emeka")
}

// practice 3
func TestGoodNewsIsLoggedWithThreeKeysAndAText(t *testing.T) {
	d := okafors(t)
	d.Press("c", "ctrl+e").See("Log a contact: Okafor", "gate", "good news")
	d.Press("enter", "enter").Type("Loved the reading certificate").Press("ctrl+s")
	d.See("+ Tue 24", "gate", "Loved the reading certificate", "November")
	d.Press("u").NotSee("Loved the reading certificate")
}

func TestWhatGoesToTheDSLKeepsNoNote(t *testing.T) {
	d := okafors(t)
	d.Press("c", "ctrl+e", "enter", "enter").Type("something seen").Press("shift+tab")
	choose(t, d, "passed to the DSL")
	d.See("No note is kept here").NotSee("something seen", "Their own words", "A promise from it")
	field(d, "to whom").Type("Mrs Bell").Press("ctrl+s")
	d.See("Passed to the DSL: Mrs Bell").NotSee("something seen")
	d.Press("enter").See("Log › Okafor › to the DSL", "Mrs Bell", "None is kept here").NotSee("something seen").Press("esc")
	d.Press("e").See("Change the entry").NotSee("something seen")
}

// practices 10 to 12
func TestAConcernAsksWhoTakesItHowSoonAndWhatTheyNeed(t *testing.T) {
	d := okafors(t)
	d.Press("c", "ctrl+e").NotSee("Who takes it", "What they might need")
	d.Press("tab")
	choose(t, d, "concern")
	d.See("Who takes it", "How soon", "First step", "What they might need", "What they would like").NotSee("What had to wait")
	field(d, "note").Type("Lunch was loud")
	field(d, "their words").Type("He cried")
	field(d, "need")
	field(d, "wish")
	field(d, "owner").Type("Ms Reed")
	field(d, "how soon").Type("soon").Press("tab").See("Now, today, or a time")
	d.Press("shift+tab")
	for range 4 {
		d.Press("backspace")
	}
	d.Type("now").See("What had to wait").Press("ctrl+s")
	d.See("! Tue 24", "Lunch was loud", "“He cried”", "not settled yet")
	d.Press("space").See("settled today")
	d.Press("u").See("not settled yet")
}

// practice 13
func TestAParentStillToBeToldIsAPromise(t *testing.T) {
	d := okafors(t)
	d.Press("c", "ctrl+e", "enter", "enter").Type("He climbed to the top")
	toField(t, d, "Still to be told")
	d.Press("space", "ctrl+s").See("Owed", "Tell Mrs Okafor: He climbed to the top")
}

func TestADraftComesBackWhenTheFormIsOpenedAgain(t *testing.T) {
	d := okafors(t)
	d.Press("c", "ctrl+e", "enter", "enter").Type("Half a sentence").Press("esc")
	d.See("Nothing here yet")
	d.Press("c", "ctrl+e").See("Half a sentence", "is back").Press("ctrl+s")
	d.See("+ Tue 24", "Half a sentence")
	d.Press("c", "ctrl+e").NotSee("is back")
}

func TestAPromiseIsAddedMovedKeptAndOpenAgain(t *testing.T) {
	d := okafors(t)
	d.Press("f").Type("Ring about the trip").Press("tab").Type("fri").Press("ctrl+s")
	d.See("Owed", "Fri 27", "Ring about the trip")
	part(d, "Promises").Press("s").Type("31/02/2027").Press("ctrl+s").See("! ").Press("esc")
	d.Press("space", "esc").NotSee("Owed").See("✓ Tue 24", "promise", "Ring about the trip")
	d.Press("u").See("Owed")
}

func TestARemovedAdultIsBroughtBackFromTheFamily(t *testing.T) {
	d := okafors(t)
	part(d, "People").Press("d").NotSee("Mrs Ngozi Okafor").See("n adds the first adult")
	d.Press("n").See("Bring something back", "1 removed").Press("G", "enter").See("Mrs Okafor", "removed today").Press("enter")
	d.See("Mrs Ngozi Okafor")
}

// practices 7 and 9
func TestTheirStoryIsBegunReadAndChanged(t *testing.T) {
	d := okafors(t)
	d.Press("t").See("Nothing is written down yet").Press("n", "enter").See("Add: their story").Type("School was hard for me, too.").Press("ctrl+s")
	d.See("listened on Tue 24 Nov 2026", "School was hard for me, too.").Press("esc")
	d.See("Their story", "School was hard for me, too.")
	part(d, "What helps").Press("enter").See("Change the line").Press("esc")
	d.Press("d").NotSee("School was hard")
}

// practice 8
func TestTheWelcomeIsTickedAsItIsSaid(t *testing.T) {
	d := okafors(t)
	part(d, "What helps").Press("enter").See("We do this together").Press("space", "down", "space", "ctrl+s")
	d.See("Welcome: 2 of 7 said").Press("u").See("nothing said yet")
}

func TestAHouseholdGroupsWhoLivesTogether(t *testing.T) {
	d := okafors(t)
	for _, name := range []string{"Church Road", "With Grace"} {
		add(t, d, "A household").See("Add a household").Type(name).Press("tab", "space", "tab", "space", "ctrl+s")
	}
	d.See("Mrs Ngozi Okafor").See("At home: Church Road  with Chidi", "At home: With Grace")
}

func TestTheTimelineShowsOneKind(t *testing.T) {
	d := okafors(t)
	d.Press("c", "ctrl+e", "enter", "enter").Type("A ticket for sitting well").Press("ctrl+s")
	d.Press("c", "ctrl+e", "enter", "enter", "shift+tab")
	choose(t, d, "information").Press("tab").Type("Trip money").Press("ctrl+s")
	d.See("A ticket for sitting well", "Trip money")
	showStory(d, "Good news").See("A ticket for sitting well").NotSee("Trip money")
	showStory(d, "Concerns").NotSee("A ticket for sitting well", "Trip money").See("Nothing here yet")
}

func TestWhoseIsAskedWhereNoFamilyIsKnown(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 60, Start: screen.Route{Kind: screen.School}})
	d.Press("c", "ctrl+e").See("Log a contact", "whose?").Type("haddad")
	d.See("Layla").Press("enter").See("Log a contact: Haddad")
}

func TestOfALongTimelineOnlyWhatIsSeenIsRead(t *testing.T) {
	d := okafors(t)
	ctx := context.Background()
	for day := range 300 {
		c := model.Contact{FamilyID: 1, At: model.Moment(model.Date("2026-11-24").AddDays(-day)), Kind: model.Information, Channel: model.ByText, Note: fmt.Sprintf("Note %03d.", day)}
		if _, err := d.Store.SaveContact(ctx, view.NewContact{Contact: c}); err != nil {
			t.Fatal(err)
		}
	}
	d.Press("esc", "enter").See("Note 000.").NotSee("Note 299.")
	d.Press("G").See("Note 299.", "January").NotSee("Note 000.")
	d.Press("g").See("Note 000.").Press("pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown").See("Note 1")
	line, err := d.Store.Timeline(ctx, 1, view.TimelineOf{Filter: view.Everything}, 120, 100)
	if err != nil || len(line.Rows) != 120 || line.Total != 300 || line.Rows[0].Text != "Note 100." {
		t.Errorf("a window of 120 from 100 on: %d rows of %d, %v", len(line.Rows), line.Total, err)
	}
}

func TestSomebodyOfAnotherFamilyIsOneOfThisToo(t *testing.T) {
	d := okafors(t)
	d.Press("esc", "n").Type("Lane").Press("tab").Type("Zoë").Press("ctrl+s").See("Families › Lane")
	add(t, d, "Somebody who is in Kettle already").See("Add somebody who is in Kettle already")
	d.Type("ngo").Press("down", "enter")
	toField(t, d, "Relationship")
	choose(t, d, "childminder").Press("ctrl+s")
	d.See("Mrs Ngozi Okafor", "childminder")
	part(d, "People").Press("d").NotSee("Ngozi")
	d.Press("esc").See("Mrs Ngozi Okafor") // with the Okafors she stays
}

// practice 4
func TestWhatTheChildIsGoodAtOpensEveryContact(t *testing.T) {
	d := okafors(t)
	part(d, "Children").Press("enter").See("Change Chidi")
	toField(t, d, "Good at")
	d.Type("drawing").Press("tab").Type("trains").Press("ctrl+s")
	d.See("good at  drawing", "loves    trains")
	d.Press("c", "ctrl+e").See("Chidi is good at drawing, loves trains.")
}

// practice 6
func TestAPhoneIsTypedAsPeopleWriteItAndAWrongOneIsSaidInItsPlace(t *testing.T) {
	d := okafors(t)
	part(d, "People").Press("enter").See("Change Mrs Ngozi Okafor")
	toField(t, d, "Phones")
	d.Type("work 02079460123 ext 12").Press("enter").Type("12").Press("ctrl+s").See("This is no telephone number")
	d.Press("ctrl+d", "ctrl+s").See("work 020 7946 0123 ext 12", "07700 900123")
}

// practice 32: what is understood of somebody's good times is said under them while they are typed, and
// what is not stays there.
func TestWhatIsUnderstoodOfGoodTimesIsSaidUnderThem(t *testing.T) {
	d := okafors(t)
	part(d, "People").Press("enter").See("Change Mrs Ngozi Okafor")
	toField(t, d, "Best times")
	d.Type("not Mon, after 2; ring the bell twice")
	d.See("→ Mon not; Tue to Fri from 14:00", "? not understood, to keep in mind yourself: ring the bell twice")
	d.Press("tab").NotSee("→ Mon not").See("? not understood, to keep in mind yourself: ring the bell twice")
}

// Letters in large print, on request.
func TestLargePrintIsAskedForInTheAdultsForm(t *testing.T) {
	d := part(okafors(t), "People").Press("e").See("Change Mrs Ngozi Okafor")
	toField(t, d, "Large print")
	d.Type("y").Press("ctrl+s").See("letters in large print")
}
