package years_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

var (
	september = time.Date(2027, 9, 3, 8, 41, 0, 0, time.UTC)
	july      = time.Date(2027, 7, 9, 8, 41, 0, 0, time.UTC)
)

// lindenfield is a primary school of the school year 2026/27, with children in several groups.
func lindenfield(t *testing.T) *tuitest.Small {
	t.Helper()
	c := tuitest.NewSmall(t)
	ctx := context.Background()
	c.Keep(c.Store.SaveSchool(ctx, model.School{ID: c.School, Name: "Lindenfield Primary", YearGroups: "R 1 2 3 4 5 6"}))
	c.Keep(c.Store.SaveTerms(ctx, c.School, "2027/28", []model.Term{
		{Year: "2027/28", Name: model.Autumn, Start: "2027-09-02", End: "2027-12-17", HalfTermStart: "2027-10-25", HalfTermEnd: "2027-10-29"}}))
	for _, child := range []struct {
		family, name, class string
		born                model.Date
	}{
		{"Okafor", "Chidi", "4B", "2018-03-02"}, {"Haddad", "Samir", "6C", "2016-01-20"}, {"Nowak", "Zoë", "6C", "2016-07-01"},
		{"Malik", "Amina", "2A", "2020-02-11"}, {"Brennan", "Ciara", "3A", "2018-11-05"}, {"Adeyemi", "Tobi", "3A", "2018-05-05"},
	} {
		family := c.Keep(c.Store.SaveFamily(ctx, model.Family{Name: child.family}))
		c.Keep(c.Store.SavePupil(ctx, model.Pupil{FamilyID: family, SchoolID: c.School, Forename: child.name, Surname: child.family,
			Year: model.YearGroup(child.class[:1]), Class: child.class, Born: child.born}))
	}
	return c
}

func atYears(t *testing.T, now time.Time) *tuitest.Driver {
	t.Helper()
	return lindenfield(t).Open(tuitest.Options{Now: now, Start: screen.Route{Kind: screen.YearsMoveOn}})
}

func dump(t *testing.T, d *tuitest.Driver) string {
	t.Helper()
	export, err := d.Store.Dump(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(export)
}

func TestTheYearsMoveOnWithOneKeyAndUTakesItBack(t *testing.T) {
	d := atYears(t, september)
	d.See("Move the years on: 2027/28", "Y6 → leaves", "Y4 → Y5", "Y2 → Y3", "hand-over page", "where to?")
	before := dump(t, d)
	d.Press("ctrl+s").See("The years have moved on into 2027/28", "Left at 31 August", "The records go to the new", "by Wed 22 Sep 2027")
	d.Press("ctrl+s").See("nobody is moved twice").Press("space").See("The years have moved on already")
	if dump(t, d) == before {
		t.Error("nothing was moved")
	}
	d.Press("u").See("Y4 → Y5", "Y6 → leaves")
	if dump(t, d) != before {
		t.Error("taken back it is not as it was")
	}
}

func TestAChildIsKeptBackOrGoesUpTwo(t *testing.T) {
	d := atYears(t, september)
	for !d.Selected("Chidi") {
		d.Press("j")
	}
	d.Press("space").See("kept back", "by date of birth Y5").Press("space").See("Y4 → Y6", "goes up two").Press("space").See("Y4 → Y5").Press("space", "ctrl+s")
	d.Press("2").See("Chidi Y4", "Ciara Y4", "Tobi Y4", "Amina Y3").Press("/").Type("haddad").See("Samir", "1 of 6 families")
}

// rules.md R50, R54: those who leave are asked about, and their page says when the records go.
func TestWhereThoseGoWhoLeave(t *testing.T) {
	d := atYears(t, july)
	d.See("Leave at 31 August", "where to? (e)", "The new year begins on 1 September 2027")
	d.Press("e").See("Where does Samir move to?").Type("Hill Road Academy").Press("ctrl+s").See("to Hill Road Academy")
	d.Press("ctrl+s").See("from then on the years can move")
	d.Press("enter").See("Hill Road Academy in September 2027").Press("esc")
	d.Press("e").Type("X").Press("ctrl+c")
	d = tuitest.New(t, tuitest.Options{Path: d.Store.Path(), Now: september, Window: "later"})
	d.See("where to: Hill Road AcademyX").Press("enter").See("Where does Samir move to?", "Hill Road AcademyX")
}

func TestWhoseYearStandsApartIsFlagged(t *testing.T) {
	d := atYears(t, september)
	d.See("Look at these", "! by date of birth Y5") // Tobi and Ciara were born in other school years
}

func TestTodayAndSchoolLeadToThePage(t *testing.T) {
	d := lindenfield(t).Open(tuitest.Options{Now: september})
	d.See("move the years on: 6 children").ClickOn("move the years on").Press("enter").See("Move the years on: 2027/28").Press("ctrl+s", "1").NotSee("move the years on:")
	d.Press("7").See("Move the years on").Press("ctrl+p").Type("years on").Press("enter").See("nothing to move until 1 September 2028")
}

func TestAFreshCaseloadIsAskedNothing(t *testing.T) {
	d := lindenfield(t).Open(tuitest.Options{})
	d.NotSee("move the years on").Press("ctrl+p").Type("years on").Press("enter").See("Everybody is in this year's group already").Press("ctrl+s").See("there is nothing to move")
}

func TestAFileThatBringsNewYearsIsNotMovedOnAgain(t *testing.T) {
	file := func(year string) string {
		path := filepath.Join(t.TempDir(), "export.csv")
		row := "Okafor,Obi,02/03/2018," + year + ",Okafor,Ngozi,Mother\n"
		if err := os.WriteFile(path, []byte("Surname,Forename,DOB,Year,Reg,Contact Surname,Contact Forename,Relationship\n"+row), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	c, ctx := lindenfield(t), context.Background()
	preview, err := c.Store.PreviewImportFile(ctx, file("Year 4,4B"))
	if err != nil {
		t.Fatal(err)
	}
	preview.School = c.School
	c.Keep(c.Store.TakeIn(ctx, preview))
	d := c.Open(tuitest.Options{Now: september, ImportFile: file("Year 5,5A"), Start: screen.Route{Kind: screen.Import}})
	d.See("7 here are still in last year's groups").Press("enter").Press("ctrl+p").Type("years on").Press("enter")
	d.See("Already in this year's group", "written down today").Press("ctrl+s").Press("2").See("Obi 5A", "Tobi Y4")
}

func TestWithoutASchoolThePageSaysWhatToDo(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.YearsMoveOn}})
	d.See("No school is written down yet").Press("ctrl+s").See("Write down the school first").Press("space").See("Nobody is selected")
}

func TestThePageInEverySize(t *testing.T) {
	for name, size := range map[string][2]int{"60x16": {60, 16}, "80x24": {80, 24}, "120x40": {120, 40}, "200x60": {200, 60}} {
		atYears(t, september).Resize(size[0], size[1]).Golden("years_" + name)
	}
	atYears(t, september).Press("ctrl+s").Resize(80, 24).Wait(10 * time.Second).Golden("moved_80x24")
}

// Who is kept back is settled in a conversation, perhaps weeks before the years move on.
func TestWhatWasChosenOutlivesLeaving(t *testing.T) {
	d := atYears(t, july)
	selects(d, "Chidi").Press("space").See("kept back").Press("ctrl+c")
	d = tuitest.New(t, tuitest.Options{Path: d.Store.Path(), Now: september, Window: "later"})
	d.See("how the years move on: 1 child otherwise")
	d.Press("enter").See("Move the years on: 2027/28", "kept back", "What you chose stands here again")
	d.Press("ctrl+s").See("The years have moved on").Press("u").See("kept back").Press("ctrl+r")
	d.Press("1").NotSee("how the years move on").Press("2").See("Chidi Y4")
}

func TestAChoiceTakenBackLeavesNothingUnfinished(t *testing.T) {
	d := atYears(t, september)
	selects(d, "Chidi").Press("space").See("kept back").Wait(2 * time.Second).Press("1").See("how the years move on")
	d.Press("g", "enter").See("Move the years on")
	selects(d, "Chidi").Press("space", "space").See("Y4 → Y5").Press("1").NotSee("how the years move on")
}

func selects(d *tuitest.Driver, name string) *tuitest.Driver {
	for range 20 {
		if !d.Selected(name) {
			d.Press("j")
		}
	}
	return d
}

// Somebody who is in this year's group already may go up all the same: then there is something to move.
func TestOneWhoIsThereAlreadyGoesUpAllTheSame(t *testing.T) {
	d := tuitest.NewSmall(t).Open(tuitest.Options{Now: september})
	ctx := context.Background()
	family, err := d.Store.SaveFamily(ctx, model.Family{Name: "Okafor"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Store.SavePupil(ctx, model.Pupil{FamilyID: family.New, SchoolID: 1, Forename: "Ada", Surname: "Okafor", Year: "2", Born: "2021-06-05"}); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+p").Type("years on").Press("enter").See("Everybody is in this year's group already", "0 up · 0 leave · 1 stay")
	d.Press("space").See("1 up · 0 leave · 0 stay", "up all the same; by date of birth Y2", "Everybody goes up one").NotSee("nothing to move")
}

// A school of which nobody is in the caseload has nothing to move.
func TestASchoolWithoutChildrenDoesNotHoldTheYearsBack(t *testing.T) {
	c := lindenfield(t)
	c.Keep(c.Store.SaveSchool(context.Background(), model.School{Name: "Hill Road Academy", YearGroups: "7 8 9 10 11"}))
	d := c.Open(tuitest.Options{Now: september, Start: screen.Route{Kind: screen.YearsMoveOn}})
	selects(d, "Chidi").Press("space").See("kept back").Press("ctrl+s")
	d.See("The years have moved on into 2027/28. There is nothing to move until").NotSee("Everybody goes up one")
}

func TestLookingOnlyTriesToKeepNothing(t *testing.T) {
	path := atYears(t, july).Store.Path()
	d := tuitest.New(t, tuitest.Options{Path: path, Now: july, Window: "looking", ReadOnly: true, Start: screen.Route{Kind: screen.YearsMoveOn}})
	selects(d, "Chidi").Press("space").Wait(2 * time.Second).See("kept back").NotSee("may not be written")
	d.Press("space", "space").Wait(2 * time.Second).See("Y4 → Y5").NotSee("may not be written")
}
