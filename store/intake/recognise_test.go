package intake_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kettle/store/intake"
)

// TestWhoIsWho is the table of decisions of import.md section 8.
func TestWhoIsWho(t *testing.T) {
	const kit = "K999999917004,Ash,Kit,12/01/2017,3,3W"
	const none = ",,,,,,,,,"
	for _, c := range []struct {
		name                     string
		rows                     []string
		pupils, adults, families int
		codes                    string
	}{
		{"same UPN, other name, other birth", []string{row(ava, none), row("G999999916001,Ash,Kit,12/01/2017,3,3W", none)}, 1, 0, 1, "upn-duplicate"},
		{"same UPN, other name", []string{row(ava, none), row("G999999916001,Hill,Eva,03/11/2016,4,4H", none)}, 1, 0, 1, "pupil-conflict"},
		{"same UPN, other birth", []string{row(ava, none), row("G999999916001,Hill,Ava,04/11/2016,4,4H", none)}, 1, 0, 1, "pupil-conflict"},
		{"bad UPN, name and birth known", []string{row(ava, none), row("A999999916001,Hill,Ava,03/11/2016,4,4H", none)}, 1, 0, 1, "upn-invalid"},
		{"one without UPN", []string{row(",Hill,Ava,03/11/2016,4,4H", none), row(ava, none)}, 1, 0, 1, ""},
		{"one without UPN, the other way round", []string{row(ava, none), row(",Hill,Ava,03/11/2016,4,4H", none)}, 1, 0, 1, ""},
		{"same name and birth, two UPNs", []string{row(ava, none), row("Q999999920002,Hill,Ava,03/11/2016,4,4H", none)}, 2, 0, 2, "possible-duplicate-pupil"},
		{"no UPN, no date, same form", []string{row(",Hill,Ava,,4,4H", none), row(",Hill,Ava,,4,4H", none)}, 1, 0, 1, "pupil-weak-key"},
		{"same adult name, same mobile, other address", []string{row(ava, ann), row(kit, "Mother,1,Yes,No,Ms,Hill,Ann,07700 900123,,\"9 Mill Lane, ZZ1 1AA\"")}, 2, 1, 1, "adult-conflict"},
		{"same adult name, nothing shared", []string{row(ava, ann), row(kit, "Mother,1,Yes,No,Ms,Hill,Ann,07700 900999,,")}, 2, 2, 2, "possible-duplicate-adult"},
		{"an initial is not a name", []string{row(ava, "Mother,1,,,Ms,Hill,A,07700 900123,,"), row(kit, "Mother,1,,,Ms,Hill,A,07700 900123,,")}, 2, 2, 2, "possible-duplicate-adult"},
		{"other adult name, same e-mail", []string{row(ava, ann), row(kit, "Father,1,Yes,No,Mr,Hill,Tom,,ann@example.org,\"1 Quarry Bank, ZZ4 2EW\"")}, 2, 2, 2, "email-shared"},
		{"father and grandfather of one name, one address", []string{
			row(ava, "Father,1,Yes,No,Mr,Smith,John,,,\"1 Quarry Bank, ZZ4 2EW\""), row(ava, "Grandfather,2,No,No,Mr,Smith,John,,,\"1 Quarry Bank, ZZ4 2EW\""),
		}, 1, 2, 1, "same-name-adults"},
		{"a grandfather elsewhere, one address", []string{
			row(ava, "Father,1,Yes,No,Mr,Smith,John,,,\"1 Quarry Bank, ZZ4 2EW\""), row(kit, "Grandfather,2,No,No,Mr,Smith,John,,,\"1 Quarry Bank, ZZ4 2EW\""),
		}, 2, 2, 2, "possible-duplicate-adult"},
		{"a grandfather elsewhere, one mobile", []string{
			row(ava, "Father,1,Yes,No,Mr,Smith,John,07700 900124,,"), row(kit, "Grandfather,2,No,No,Mr,Smith,John,07700 900124,,"),
		}, 2, 1, 1, ""},
		{"a grandmother who is the mother elsewhere, as her mobile says late", []string{
			row(ava, "Mother,1,Yes,No,Ms,Hill,Ann,,ann@example.org,"), row(kit, "Grandmother,1,Yes,No,Ms,Hill,Ann,07700 900123,ann@example.org,"),
			row(noah, "Mother,1,Yes,No,Ms,Hill,Ann,07700 900123,ann@example.org,"),
		}, 3, 1, 1, ""},
		{"siblings, no parent in common", []string{row(ava, ann), row(noah, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,")}, 2, 2, 2, ""},
		{"two families, one childminder", []string{
			row(ava, "Childminder,1,No,No,Ms,Lane,Jo,07700 900125,,"), row(kit, "Child minder,1,No,No,Ms,Lane,Jo,07700 900125,,"),
		}, 2, 1, 2, ""},
		{"no relationship, parental responsibility", []string{row(ava, ",1,Yes,No,Ms,Hill,Ann,07700 900123,,"), row(kit, ",1,Yes,No,Ms,Hill,Ann,07700 900123,,")}, 2, 1, 1, ""},
		{"no relationship, no parental responsibility", []string{row(ava, ",1,,No,Ms,Hill,Ann,07700 900123,,"), row(kit, ",1,,No,Ms,Hill,Ann,07700 900123,,")}, 2, 1, 2, ""},
		{"father shared, court order on one link", []string{
			row(ava, "Father,1,Yes,Yes,Mr,Smith,John,07700 900124,,"), row(kit, "Father,1,Yes,No,Mr,Smith,John,07700 900124,,"),
		}, 2, 1, 2, ""},
		{"row repeated word for word", []string{row(ava, ann), row(ava, ann)}, 1, 1, 1, ""},
		{"nameless twice", []string{row(ava, "Mother,1,,,,,,07700 900123,,"), row(ava, "Mother,1,,,,,,07700 900123,,"), row(kit, "Mother,1,,,,,,07700 900123,,")}, 2, 2, 2, "contact-no-name"},
		{"priority used twice", []string{row(ava, ann), row(ava, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,")}, 1, 2, 1, ""},
		{"a father named twice for a child, with his number the second time", []string{
			row(ava, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,"), row(noah, "Father,1,Yes,No,Mr,Hill,Tom,,,"), row(noah, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,"),
		}, 2, 1, 1, ""},
		{"the same, the other way round", []string{
			row(noah, "Father,1,Yes,No,Mr,Hill,Tom,,,"), row(ava, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,"), row(noah, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,"),
		}, 2, 1, 1, ""},
		{"two seen to be one late, with an address each", []string{
			row(ava, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,\"1 Quarry Bank, ZZ4 2EW\""), row(noah, "Father,1,Yes,No,Mr,Hill,Tom,,,\"9 Mill Lane, ZZ1 1AA\""),
			row(noah, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,"),
		}, 2, 1, 1, "adult-conflict"},
		{"one pupil, one name, one relationship, nothing shared", []string{row(ava, ann), row(ava, "Mum,1,,,,Hill,Ann,,,")}, 1, 1, 1, ""},
	} {
		plan, after := imported(t, head+strings.Join(c.rows, ""), intake.Caseload{})
		got := fmt.Sprint(len(after.Pupils), len(after.Adults), len(after.Families), strings.Join(slices.Compact(codes(plan)), " "))
		want := fmt.Sprint(c.pupils, c.adults, c.families, c.codes)
		if got != want {
			t.Errorf("%s: pupils, adults, families, codes %s; want %s", c.name, got, want)
		}
	}
}

func TestContactsAreOneByTheOfficesNumber(t *testing.T) {
	const head = "Surname,Forename,DOB,Contact ID,Contact Surname,Contact Forename,Relationship,Mobile\n"
	_, after := imported(t, head+"Hill,Ava,03/11/2016,C1,Hill,Ann,Mother,\nHill,Noah,19/02/2020,C1,Hill,Annie,Mother,\n", intake.Caseload{})
	if len(after.Adults) != 1 {
		t.Errorf("one number: %d adults", len(after.Adults))
	}
	_, after = imported(t, head+"Hill,Ava,03/11/2016,C1,Hill,Ann,Mother,07700 900123\nHill,Noah,19/02/2020,C2,Hill,Ann,Mother,07700 900123\n", intake.Caseload{})
	if len(after.Adults) != 2 {
		t.Errorf("two numbers: %d adults", len(after.Adults))
	}
}

// The office's number is known of two who turn out to be one, whichever of them it was given to.
func TestTheOfficesNumberGoesAlongWhenTwoTurnOutToBeOne(t *testing.T) {
	const head = "Surname,Forename,DOB,Contact ID,Contact Surname,Contact Forename,Relationship,Mobile\n"
	_, after := imported(t, head+"Hill,Ava,03/11/2016,,Hill,Ann,Mother,07700 900123\nHill,Noah,19/02/2020,C1,Hill,Ann,Mother,07700 900124\n"+
		"Hill,Noah,19/02/2020,,Hill,Ann,Mother,07700 900123\nHill,Kit,02/05/2018,C1,Hill,Ann,Mother,\n", intake.Caseload{})
	if len(after.Adults) != 1 {
		t.Errorf("%d adults", len(after.Adults))
	}
}

// What rows say of where a child lives is taken from one of them: never the postcode of another address.
func TestAPupilsPostcodeIsThatOfTheAddress(t *testing.T) {
	const head = "Surname,Forename,DOB,Address,Postcode\n"
	_, after := imported(t, head+"Hill,Ava,03/11/2016,1 Quarry Bank,\nHill,Ava,03/11/2016,9 Mill Lane,ZZ1 1AA\n", intake.Caseload{})
	if is := after.Pupils[0].Now; is[intake.Address] != "1 Quarry Bank" || is[intake.Postcode] != "" {
		t.Errorf("%q, %q", is[intake.Address], is[intake.Postcode])
	}
}

// A number that a whole household has is nobody's own: a father is never taken for the mother.
func TestANumberOfTheHouseholdMakesNobodyOne(t *testing.T) {
	const head = "Surname,Forename,DOB,Contact ID,Contact Title,Contact Surname,Contact Forename,Relationship,Court order,Mobile\n"
	for name, rows := range map[string]string{
		"by forename": "Hill,Ava,03/11/2016,F7,,Hill,Jo,Mother,,07700 900123\nHill,Ava,03/11/2016,F7,,Hill,John,Father,Yes,07700 900124\n" +
			"Hill,Noah,19/02/2020,F7,,Hill,John,Father,,07700 900124\nHill,Noah,19/02/2020,F7,,Hill,Jo,Mother,,07700 900123\n",
		"by title": "Hill,Ava,03/11/2016,F7,Mrs,Hill,,Mother,,07700 900123\nHill,Ava,03/11/2016,F7,Mr,Hill,,Father,Yes,07700 900124\n" +
			"Hill,Noah,19/02/2020,F7,Mr,Hill,,Father,,07700 900124\n",
		"at two children": "Hill,Ava,03/11/2016,F7,,Hill,Ann,Mother,,07700 900123\nHill,Noah,19/02/2020,F7,,Hill,Tom,Father,,07700 900124\n",
	} {
		_, after := imported(t, head+rows, intake.Caseload{})
		if len(after.Adults) != 2 {
			t.Fatalf("%s: %d adults", name, len(after.Adults))
		}
		if _, again := imported(t, head+rows, stored(after)); len(again.Adults) != 2 {
			t.Errorf("%s, again: %d adults", name, len(again.Adults))
		}
	}
}

// The office's number knows again whom the office gives another name.
func TestAnAdultRenamedByTheOfficeIsTheSame(t *testing.T) {
	const head = "Surname,Forename,DOB,Contact ID,Contact Surname,Contact Forename,Relationship\n"
	_, before := imported(t, head+"Hill,Ava,03/11/2016,C1,Hill,Jon,Father\n", intake.Caseload{})
	for _, name := range []string{"Moor,Jon", "Hill,John", "Hill,Jonathan", "Hill,Sean"} {
		if _, after := imported(t, head+"Hill,Ava,03/11/2016,C1,"+name+",Father\n", stored(before)); len(after.Adults) != 1 {
			t.Errorf("%s: %d adults", name, len(after.Adults))
		}
	}
	if _, after := imported(t, head+"Hill,Ava,03/11/2016,C1,Hill,Jon,Father\nHill,Ava,03/11/2016,C1,Hill,Sue,Mother\n", stored(before)); len(after.Adults) != 2 {
		t.Errorf("another of the number beside him: %d adults", len(after.Adults))
	}
}

func TestACorrectedUPNIsTakenUpByNameAndDate(t *testing.T) {
	plan, after := imported(t, head+row(strings.Replace(ava, "G999999916001", "Q999999920002", 1), ann), first(t))
	if len(after.Pupils) != 1 || after.Pupils[0].Now[intake.UPN] != "Q999999920002" || plan.Pupils[0].State != intake.Changed {
		t.Errorf("%+v", plan.Pupils)
	}
}

func TestASiblingJoinsTheFamilyTheCaseloadHas(t *testing.T) {
	plan, after := imported(t, head+row(noah, ann), first(t))
	if len(after.Families) != 1 || after.Pupils[1].Family != after.Pupils[0].Family || plan.Families[0].State != intake.Changed || plan.Adults[0].ID <= 0 {
		t.Errorf("%+v", plan.Families)
	}
}

// TestFamiliesPartedByHandStayApart: the two share a mother, the user has parted them.
func TestFamiliesPartedByHandStayApart(t *testing.T) {
	_, held := imported(t, head+row(ava, ann)+row(noah, ann), intake.Caseload{})
	held = stored(held)
	held.Pupils[1].Family = 2
	held.Families = append(held.Families, intake.Family{ID: 2, Name: "Hill (Noah)", NameByHand: true})
	text := head + row(ava, ann) + row(noah, strings.Replace(ann, "Mother,1", "Mother,2", 1))
	if _, after := imported(t, head+row(ava, ann)+row(noah, ann), held); len(after.Families) != 2 {
		t.Error("the same file joins them again")
	}
	held.Apart = [][2]int64{{1, 2}}
	if _, after := imported(t, text, held); len(after.Families) != 2 || after.Families[1].Name != "Hill (Noah)" {
		t.Error("a changed file joins them again")
	}
	held.Apart = nil
	if plan, after := imported(t, text, held); len(after.Families) != 1 || !slices.Equal(plan.Families[0].Joined, []int64{2}) {
		t.Error("families that nobody parted are not joined")
	}
}

func TestALargeFamilyIsAskedAbout(t *testing.T) {
	text := "Surname,Forename,DOB,Relationship,Contact Surname,Contact Forename,Mobile\n"
	for i := range 9 {
		text += fmt.Sprintf("Hill,Child%c,0%d/03/2016,Carer,Ash,Jo,07700 900123\n", 'a'+i, i+1)
	}
	plan, after := imported(t, text, intake.Caseload{})
	if len(plan.Questions) != 1 || len(plan.Questions[0].Pupils) != 9 || len(after.Families) != 9 {
		t.Errorf("%+v, %d families", plan.Questions, len(after.Families))
	}
}

func TestTheNameOfAFamily(t *testing.T) {
	const head = "Surname,Forename,DOB,Relationship,Contact Surname,Contact Forename,Mobile\n"
	const mother = ",Mother,Hill,Ann,07700 900123\n"
	for want, rows := range map[string]string{
		"Ash":        "Ash,Ava,01/01/2012" + mother + "Hill,Noah,01/01/2013" + mother + "Ash,Kit,01/01/2014" + mother,
		"Hill / Ash": "Ash,Ava,01/01/2014" + mother + "Hill,Noah,01/01/2013" + mother,
		"Oak / Ash":  "Oak,Ava,01/01/2012" + mother + "Hill,Noah,01/01/2014" + mother + "Ash,Kit,01/01/2013" + mother,
	} {
		plan, _ := imported(t, head+rows, intake.Caseload{})
		if plan.Families[0].Name != want {
			t.Errorf("%q, want %q", plan.Families[0].Name, want)
		}
	}
}
