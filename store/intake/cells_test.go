package intake_test

import (
	"strings"
	"testing"

	"kettle/model"
	"kettle/store/intake"
)

// field reads one value in a column of its own, beside a pupil's name.
func field(t *testing.T, heading, value string, f intake.Field) (string, string) {
	t.Helper()
	text := "Surname,Forename,Form," + heading + "\nHill,Ava,4H,\"" + strings.ReplaceAll(value, `"`, `""`) + "\"\n"
	file, err := intake.Read("x.csv", []byte(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	result := intake.Parse(file, today)
	var codes []string
	for _, p := range result.Problems {
		codes = append(codes, string(p.Code))
	}
	return result.Records[0].Pupil[f], strings.Join(codes, " ")
}

func TestCellsAreReadAsPeopleMeanThem(t *testing.T) {
	for _, c := range []struct {
		heading string
		field   intake.Field
		in      string
		want    string
		codes   string
	}{
		{"DOB", intake.Born, "03/05/2016", "2016-05-03", ""}, {"DOB", intake.Born, "3.5.16", "2016-05-03", ""},
		{"DOB", intake.Born, "3 5 2016", "2016-05-03", ""}, {"DOB", intake.Born, "2016-05-03", "2016-05-03", ""},
		{"DOB", intake.Born, "2016-05-03T00:00:00", "2016-05-03", ""}, {"DOB", intake.Born, "03/05/2016 00:00", "2016-05-03", ""},
		{"DOB", intake.Born, "12-Mar-17", "2017-03-12", ""}, {"DOB", intake.Born, "1st June 2020", "2020-06-01", ""},
		{"DOB", intake.Born, "Monday 1 June 2020", "2020-06-01", ""}, {"DOB", intake.Born, "42064", "2015-03-01", "date-serial"},
		{"DOB", intake.Born, "03/25/2015", "", "dob-invalid"}, {"DOB", intake.Born, "31/02/2017", "", "dob-invalid"},
		{"DOB", intake.Born, "25/11/2026", "", "dob-invalid"}, {"DOB", intake.Born, "24/11/2026", "2026-11-24", ""},
		{"DOB", intake.Born, "23/11/2001", "", "dob-invalid"}, {"DOB", intake.Born, "24/11/2001", "2001-11-24", ""},
		{"DOB", intake.Born, "March 2015", "", "dob-invalid"}, {"DOB", intake.Born, "n/a", "", ""},
		{"Year", intake.Year, "Year 4", "4", ""}, {"Year", intake.Year, "Yr 04", "4", ""}, {"Year", intake.Year, "NCY4", "4", ""}, {"Year", intake.Year, "y4", "4", ""},
		{"Year", intake.Year, "0", "R", ""}, {"Year", intake.Year, "Reception", "R", ""}, {"Year", intake.Year, "FS2", "R", ""}, {"Year", intake.Year, "yr r", "R", ""},
		{"Year", intake.Year, "Nursery", "N2", ""}, {"Year", intake.Year, "Nursery 1", "N1", ""}, {"Year", intake.Year, "F1", "N2", ""}, {"Year", intake.Year, "X", "X", ""},
		{"Year", intake.Year, "14", "14", ""}, {"Year", intake.Year, "15", "", "year-unknown"}, {"Year", intake.Year, "7a", "", "year-unknown"},
		{"Year", intake.Year, "1/2", "", "year-unknown"}, {"Year", intake.Year, "Sixth form", "", "year-unknown"}, {"Year", intake.Year, "", "", "year-missing"},
		{"SEN", intake.SEN, "n", "N", ""}, {"SEN", intake.SEN, "No Special Educational Need", "N", ""}, {"SEN", intake.SEN, "Monitoring", "N", ""},
		{"SEN", intake.SEN, "SEN Support", "K", ""}, {"SEN", intake.SEN, "K - SEN support", "K", ""}, {"SEN", intake.SEN, "EHCP", "E", ""},
		{"SEN", intake.SEN, "E - Education, Health and Care Plan", "E", ""}, {"SEN", intake.SEN, "School Action Plus", "K", "sen-old-code"},
		{"SEN", intake.SEN, "S", "E", "sen-old-code"}, {"SEN", intake.SEN, "maybe", "", "sen-unknown"}, {"SEN", intake.SEN, "", "", ""},
		{"Known as", intake.KnownAs, "Na", "Na", ""}, {"Known as", intake.KnownAs, "tbc", "", ""}, {"Home language", intake.Language, "na", "", ""},
		{"Known as", intake.KnownAs, "=HYPERLINK(1)", "", "formula"}, {"Known as", intake.KnownAs, "-Ava", "", "formula"}, {"Known as", intake.KnownAs, "@ava", "", "formula"},
		{"Known as", intake.KnownAs, `="Avie"`, "Avie", ""}, {"Known as", intake.KnownAs, "A\u00a0\u2003v", "A v", ""},
		{"Known as", intake.KnownAs, "'t Hooft", "'t Hooft", ""}, {"Home language", intake.Language, "'=Igbo", "=Igbo", ""},
		{"Known as", intake.KnownAs, "'=HYPERLINK(1)", "", "formula"}, {"Known as", intake.KnownAs, "'", "'", ""},
		{"Known as", intake.KnownAs, "A\x1b]0;x\x07v\u202eie", "Avie", "control-characters"},
		{"Known as", intake.KnownAs, strings.Repeat("a", 10_001), strings.Repeat("a", 10_000), "cell-too-long"},
		{"Home language", intake.Language, "POL", "Polish", ""}, {"Home language", intake.Language, "Panjabi", "Panjabi", ""},
		{"UPN", intake.UPN, "a999 9999 18902", "A999999918902", ""}, {"UPN", intake.UPNUnverified, "B999999917901", "B999999917901", "upn-invalid"},
		{"On roll", intake.OnRoll, "Current", "yes", ""}, {"Leaving date", intake.OnRoll, "24/11/2026", "", ""}, {"Leaving date", intake.OnRoll, "soon", "", "date-invalid"},
		{"Leaving date", intake.OnRoll, "23/11/2026", "no", ""}, {"Status", intake.OnRoll, "Leaver", "no", ""},
		{"Address", intake.Address, "1 Mill Lane\r\nTown\r\nzz11aa", "1 Mill Lane, Town", ""}, {"Address", intake.Postcode, "1 Mill Lane\nzz11aa", "ZZ1 1AA", ""},
	} {
		got, codes := field(t, c.heading, c.in, c.field)
		if got != c.want || codes != c.codes {
			t.Errorf("%s %.60q: %.60q, %q; want %.60q, %q", c.heading, c.in, got, codes, c.want, c.codes)
		}
	}
}

// contact reads one row with a contact.
func contact(t *testing.T, headings, cells string) intake.Contact {
	t.Helper()
	file, err := intake.Read("x.csv", []byte("Surname,Forename,Year,"+headings+"\nHill,Ava,4,"+cells+"\n"), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return intake.Parse(file, today).Records[0].Contacts[0]
}

func TestNotKnownIsNotNo(t *testing.T) {
	const headings = "Contact name,Parental responsibility,Court order,Lives with"
	for cells, want := range map[string][3]string{
		"Ann Hill,Yes,No,x":        {"yes", "no", "yes"},
		"Ann Hill,,,":              {"", "", ""},
		"Ann Hill,perhaps,n/a,?":   {"", "", ""},
		"Ann Hill,0,see file,TRUE": {"no", "yes", "yes"},
		"Ann Hill,,No contact,":    {"", "yes", ""}, // what the order says
		"Ann Hill,,No order.,":     {"", "no", ""},
		"Ann Hill,,none known,":    {"", "no", ""},
	} {
		v := contact(t, headings, cells).Values
		if got := [3]string{v[intake.Responsibility], v[intake.CourtOrder], v[intake.LivesWith]}; got != want {
			t.Errorf("%s: %q, want %q", cells, got, want)
		}
	}
}

func TestAContactsAddressIsPutTogetherFromItsParts(t *testing.T) {
	c := contact(t, "Contact name,Flat,House number,Street,Locality,Town,Postcode", "Ann Hill,Flat 3,21b,Mill Lane,Eastside,Marlowbridge,zz31ab")
	if c.Values[intake.Address] != "Flat 3, 21b Mill Lane, Eastside, Marlowbridge" || c.Values[intake.Postcode] != "ZZ3 1AB" {
		t.Errorf("%v", c.Values)
	}
}

func TestAContactWhoLivesWithThePupilHasTheirAddress(t *testing.T) {
	_, after := imported(t, "Surname,Forename,Year,Address,Contact name,Lives with\nHill,Ava,4,\"1 Mill Lane, ZZ1 1AA\",Ann Hill,Yes\n", intake.Caseload{})
	if got := after.Adults[0].Now; got[intake.Address] != "1 Mill Lane" || got[intake.Postcode] != "ZZ1 1AA" {
		t.Errorf("%v", got)
	}
}

func TestANameThatIsARelationshipIsNone(t *testing.T) {
	c := contact(t, "Mum,Mum mobile", "Gran,07700 900123")
	if c.Values[intake.Relation] != string(model.Grandmother) || c.Values[intake.Forename] != "" || len(c.Phones) != 1 {
		t.Errorf("%+v", c)
	}
}
