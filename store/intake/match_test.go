package intake_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/store/intake"

	"pgregory.net/rapid"
)

const head = "UPN,Surname,Forename,DOB,Year,Reg,Relationship,Priority,PR,Court order,Title,Surname,Forename,Mobile,Email,Address\n"

// row is one line under head; the pupil's cells and the contact's are given as they stand.
func row(pupil, contact string) string { return pupil + "," + contact + "\n" }

const (
	ava  = "G999999916001,Hill,Ava,03/11/2016,4,4H"
	noah = "Q999999920002,Hill,Noah,19/02/2020,R,RO"
	ann  = "Mother,1,Yes,No,Ms,Hill,Ann,07700 900123,ann@example.org,\"1 Quarry Bank, ZZ4 2EW\""
)

func codes(plan intake.Plan) (list []string) {
	for _, p := range plan.Problems {
		list = append(list, string(p.Code))
	}
	slices.Sort(list)
	return list
}

func TestTheSameFileTwiceChangesNothing(t *testing.T) {
	for _, name := range []string{"sims-contacts.csv", "arbor-students.csv", "bromcom-contacts.csv", "excel-homemade.csv"} {
		first, held := sample(t, name)
		held = stored(held)
		again := again(t, name, held)
		for _, c := range []intake.Counts{again.PupilCounts(), again.AdultCounts(), again.LinkCounts()} {
			if c.New+c.Changed+c.Hidden > 0 {
				t.Errorf("%s: %+v", name, c)
			}
		}
		if len(again.Pupils) != len(first.Pupils) || len(again.Conflicts)+len(again.Alarms)+len(again.Missing) > 0 {
			t.Errorf("%s: %d pupils, conflicts %v, alarms %v, missing %v", name, len(again.Pupils), again.Conflicts, again.Alarms, again.Missing)
		}
		for _, f := range again.Families {
			if f.State != intake.Same {
				t.Errorf("%s: family %s is %s", name, f.Name, f.State)
			}
		}
		for _, p := range again.Pupils {
			if len(p.Set)+len(p.Imported)+len(p.Phones) > 0 {
				t.Errorf("%s: pupil %d is written: %v", name, p.ID, p.Entry)
			}
		}
	}
}

// TestTheSameSampleOverAnotherChangesNothingOfIt: two schools' files in one caseload, then the first again.
func TestTheSameSampleOverAnotherChangesNothingOfIt(t *testing.T) {
	_, held := sample(t, "sims-contacts.csv")
	held = stored(held)
	plan := again(t, "bromcom-contacts.csv", held)
	both := intake.After(held, plan)
	if len(both.Pupils) != 76 || plan.PupilCounts().New != 36 {
		t.Errorf("%d pupils, %+v", len(both.Pupils), plan.PupilCounts())
	}
	last := again(t, "sims-contacts.csv", both)
	if c := last.PupilCounts(); c.New+c.Changed > 0 || len(last.Missing) != 36 {
		t.Errorf("%+v, %d missing", c, len(last.Missing))
	}
}

// stored gives everything the ids a database would: above 0.
func stored(c intake.Caseload) intake.Caseload {
	for i := range c.Pupils {
		c.Pupils[i].ID, c.Pupils[i].Family = -c.Pupils[i].ID, -c.Pupils[i].Family
	}
	for i := range c.Adults {
		c.Adults[i].ID = -c.Adults[i].ID
	}
	for i := range c.Links {
		l := &c.Links[i]
		l.ID, l.Pupil, l.Adult = -l.ID, -l.Pupil, -l.Adult
	}
	for i := range c.Families {
		c.Families[i].ID = -c.Families[i].ID
	}
	return c
}

func TestARowInAnotherOrderGivesTheSamePeople(t *testing.T) {
	rows := []string{
		row(ava, "Mother,1,Yes,No,Ms,Hill,Ann,07700 900123,,"),
		row(noah, "Mother,1,Yes,No,Ms,Hill,Ann,,ann@example.org,"),
		row("K999999917004,Hill,Kit,12/01/2017,3,3W", ann),
	}
	rapid.Check(t, func(r *rapid.T) {
		_, after := imported(t, head+strings.Join(rapid.Permutation(rows).Draw(r, "rows"), ""), intake.Caseload{})
		if len(after.Adults) != 1 || len(after.Families) != 1 || len(after.Links) != 3 {
			r.Fatalf("%d adults, %d families, %d links", len(after.Adults), len(after.Families), len(after.Links))
		}
	})
}

// first is a caseload with Ava and her mother, as a database holds it.
func first(t *testing.T) intake.Caseload {
	t.Helper()
	_, held := imported(t, head+row(ava, ann), intake.Caseload{})
	return stored(held)
}

func TestTheOfficesChangeIsTakenWhereTheUserChangedNothing(t *testing.T) {
	plan, after := imported(t, head+row(strings.Replace(ava, "4,4H", "5,5H", 1), ann), first(t))
	p := plan.Pupils[0]
	if p.State != intake.Changed || p.ID <= 0 || len(p.Changes) != 2 || p.Changes[0] != (intake.Change{Field: intake.Year, From: "4", To: "5"}) {
		t.Errorf("%+v", p)
	}
	if after.Pupils[0].Now[intake.Form] != "5H" || after.Pupils[0].Imported[intake.Form] != "5H" {
		t.Errorf("%+v", after.Pupils[0].Office)
	}
}

func TestTheUsersChangeStays(t *testing.T) {
	held := first(t)
	held.Pupils[0].Now[intake.Forename] = "Avie"
	same, after := imported(t, head+row(ava, ann), held)
	if same.Pupils[0].State != intake.Same || len(same.Conflicts) > 0 || after.Pupils[0].Now[intake.Forename] != "Avie" {
		t.Errorf("the same file: %+v", same.Pupils[0])
	}
	plan, after := imported(t, head+row(strings.Replace(ava, "Ava", "Eva", 1), ann), held)
	want := intake.Conflict{Kind: intake.APupil, ID: 1, Row: 2, Name: "Avie Hill", Field: intake.Forename, Yours: "Avie", Office: "Eva", Was: "Ava"}
	if !slices.Contains(plan.Conflicts, want) || after.Pupils[0].Now[intake.Forename] != "Avie" {
		t.Errorf("conflicts %+v", plan.Conflicts)
	}
	if again, _ := imported(t, head+row(strings.Replace(ava, "Ava", "Eva", 1), ann), after); len(again.Conflicts) > 0 {
		t.Errorf("the conflict comes again: %+v", again.Conflicts)
	}
}

func TestABlankInTheFileNeverWipes(t *testing.T) {
	plan, after := imported(t, head+row("G999999916001,Hill,Ava,,,", "Mother,,,,Ms,Hill,Ann,,,"), first(t))
	if c := plan.PupilCounts(); c.Same != 1 || plan.AdultCounts().Same != 1 || plan.LinkCounts().Same != 1 {
		t.Errorf("%+v, %+v, %+v", c, plan.AdultCounts(), plan.LinkCounts())
	}
	if len(after.Adults[0].Phones) != 1 || after.Pupils[0].Now[intake.Born] == "" {
		t.Errorf("%+v", after)
	}
}

func TestOfficeNumbersAreReplacedAsASetAndTheUsersOwnStay(t *testing.T) {
	held := first(t)
	own := model.Phone{Type: model.PhoneHome, Number: "020 7946 0123", Note: "her mother's"}
	held.Adults[0].Phones = append(held.Adults[0].Phones, own)
	_, after := imported(t, head+row(ava, strings.Replace(ann, "07700 900123", "07700 900456", 1)), held)
	got := after.Adults[0].Phones
	if len(got) != 2 || got[0].Number != "07700 900456" || !got[0].FromOffice || got[1] != own {
		t.Errorf("%+v", got)
	}
}

func TestACourtOrderIsSaidFirstInWords(t *testing.T) {
	held := first(t)
	plan, _ := imported(t, head+row(ava, strings.Replace(ann, "Yes,No", "No,Yes", 1)), held)
	if len(plan.Alarms) != 2 || !strings.Contains(plan.Alarms[0].Text, "Ann Hill, mother of Ava Hill") || !strings.Contains(plan.Alarms[0].Text, "court order") {
		t.Errorf("%+v", plan.Alarms)
	}
	if !strings.Contains(plan.Alarms[1].Text, "parental responsibility") {
		t.Errorf("%+v", plan.Alarms)
	}
	held.Links[0].Now[intake.CourtOrder], held.Links[0].Imported[intake.CourtOrder] = "yes", "yes"
	if plan, _ := imported(t, head+row(ava, ann), held); len(plan.Alarms) != 1 || !strings.Contains(plan.Alarms[0].Text, "no longer") {
		t.Errorf("an order that goes: %+v", plan.Alarms)
	}
}

func TestAConflictAboutACourtOrderIsSaid(t *testing.T) {
	held := first(t)
	held.Links[0].Now[intake.CourtOrder], held.Links[0].Imported[intake.CourtOrder] = "no", ""
	plan, after := imported(t, head+row(ava, strings.Replace(ann, "Yes,No", "Yes,Yes", 1)), held)
	if len(plan.Conflicts) != 1 || len(plan.Alarms) != 1 || after.Links[0].Now[intake.CourtOrder] != "no" {
		t.Errorf("conflicts %+v, alarms %+v", plan.Conflicts, plan.Alarms)
	}
}

func TestNewLeaversAreLeftOutAndKnownOnesMarked(t *testing.T) {
	text := "UPN,Surname,Forename,DOB,Leaving date,Relationship,Contact Surname,Contact Forename,Mobile\n" +
		"G999999916001,Hill,Ava,03/11/2016,01/09/2026,Mother,Hill,Ann,07700 900123\n" +
		"Q999999920002,Hill,Noah,19/02/2020,01/09/2026,Mother,Hill,Ann,07700 900123\n" +
		"K999999917004,Hill,Kit,12/01/2017,01/09/2027,Mother,Hill,Ann,07700 900123\n"
	plan, after := imported(t, text, first(t))
	if !slices.Equal(codes(plan), []string{"leaver"}) || len(after.Pupils) != 2 {
		t.Errorf("%v, %d pupils", codes(plan), len(after.Pupils))
	}
	if after.Pupils[0].Now[intake.OnRoll] != "no" || after.Pupils[1].Now[intake.OnRoll] != "yes" {
		t.Errorf("%+v", after.Pupils)
	}
}

func TestWhoIsNotInTheFileStaysAndIsListed(t *testing.T) {
	plan, after := imported(t, head+row(noah, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,"), first(t))
	if len(plan.Missing) != 1 || plan.Missing[0].Kind != intake.APupil || plan.Missing[0].Name != "Ava Hill" || len(after.Pupils) != 2 {
		t.Errorf("%+v", plan.Missing)
	}
	plan, after = imported(t, head+row(ava, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,"), first(t))
	if len(plan.Missing) != 1 || plan.Missing[0].Name != "Ann Hill, mother of Ava Hill" || len(after.Links) != 2 {
		t.Errorf("%+v", plan.Missing)
	}
}

func TestWhatWasMovedOutOfSightStaysThere(t *testing.T) {
	held := first(t)
	held.Adults[0].Removed = true
	plan, after := imported(t, head+row(ava, ann), held)
	if plan.AdultCounts().Hidden != 1 || plan.LinkCounts().New > 0 || len(after.Adults) != 1 {
		t.Errorf("%+v", plan.Adults)
	}
	held = first(t)
	held.Pupils[0].Removed = true
	plan, after = imported(t, head+row(strings.Replace(ava, "4,4H", "5,5H", 1), ann), held)
	if plan.PupilCounts().Hidden != 1 || len(plan.Adults) > 0 || len(after.Pupils) != 1 || after.Pupils[0].Now[intake.Year] != "4" {
		t.Errorf("%+v", plan)
	}
}

func TestTheOfficePutsARelationshipRight(t *testing.T) {
	plan, after := imported(t, head+row(ava, strings.Replace(ann, "Mother", "Step-mother", 1)), first(t))
	if len(after.Adults) != 1 || plan.LinkCounts().Changed != 1 || after.Links[0].Now[intake.Relation] != "stepmother" {
		t.Errorf("%d adults, %+v", len(after.Adults), plan.Links)
	}
}

func TestAJoinByHandOutlivesTheImport(t *testing.T) {
	held := first(t)
	held.Adults[0].Also = []intake.Values{{intake.Forename: "Anne", intake.Surname: "Smith"}}
	text := head + row(ava, strings.Replace(ann, "Ms,Hill,Ann", "Ms,Smith,Anne", 1))
	plan, after := imported(t, text, held)
	if len(after.Adults) != 1 || after.Adults[0].Now[intake.Surname] != "Hill" || plan.AdultCounts().Same != 1 {
		t.Errorf("%+v", after.Adults)
	}
}

// again takes a sample into a caseload that may hold it already.
func again(t *testing.T, name string, held intake.Caseload) intake.Plan {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	plan, _ := imported(t, string(data), held)
	return plan
}
