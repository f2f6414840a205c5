package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"kettle/model"
	"kettle/store/intake"
)

func TestAnyCellIsCleaned(t *testing.T) {
	for _, c := range []struct{ in, want, codes string }{
		{"Ann\x1b[31m Hill", "Ann Hill", "control-characters"}, {"Ann\u009b31m Hill", "Ann Hill", "control-characters"},
		{"Ann\x1b]2;owned\x1b\\ Hill", "Ann Hill", "control-characters"}, {"Ann \u202eHill", "Ann Hill", "control-characters"},
		{"A\u200bnn Hill", "Ann Hill", "control-characters"}, {"Ann\u00a0 Hill", "Ann Hill", ""}, {"  Ann   Hill ", "Ann Hill", ""},
		{`="Ann Hill"`, "Ann Hill", ""}, {"n/a", "", ""}, {"N/A", "", ""}, {"-", "", ""}, {"--", "", ""}, {"?", "", ""}, {"TBC", "", ""},
		{"unknown", "", ""}, {"Not known", "", ""}, {"Null", "Null", ""}, {"None", "None", ""}, {"Nil", "Nil", ""}, {"Na", "Na", ""},
		{"=Ann", "", "formula"}, {"@Ann", "", "formula"}, {"+Ann", "", "formula"}, {"-Ann", "", "formula"}, {"-(Ann)", "", "formula"},
		{`+"Ann"`, "", "formula"}, {"'=Ann", "", "formula"}, {"- Ann", "- Ann", ""},
	} {
		if got, codes := field(t, "Known as", c.in, intake.KnownAs); got != c.want || codes != c.codes {
			t.Errorf("%q: %q, %q; want %q, %q", c.in, got, codes, c.want, c.codes)
		}
	}
	for _, word := range []string{"none", "Null", "NIL", "na"} {
		if got, _ := field(t, "Home language", word, intake.Language); got != "" {
			t.Errorf("the language %s is %q", word, got)
		}
	}
	for _, heading := range []string{"Notes", "Shoe size"} {
		if _, codes := field(t, heading, "a\x07b", intake.Form); codes != "control-characters" {
			t.Errorf("a column that is left where it is, %s: %q", heading, codes)
		}
	}
}

// A cell that a spreadsheet would evaluate is blank in a name, title, relationship, UPN or e-mail.
func TestFormulasAreBlanked(t *testing.T) {
	text := "UPN,Surname,Forename,Year,Relationship,Title,Contact surname,Contact forename,Email,Mobile\n" +
		"=1+1,Hill,Ava,4,=Mother,@Ms,+Hill,-Ann,=a@example.org,07700 900123\n"
	plan, after := imported(t, text, intake.Caseload{})
	if n := strings.Count(strings.Join(codes(plan), " "), "formula"); n != 6 {
		t.Errorf("%d formulas in %v", n, codes(plan))
	}
	if v := after.Adults[0].Now; len(v) > 0 || after.Links[0].Now[intake.Relation] != "" || after.Pupils[0].Now[intake.UPN]+after.Pupils[0].Now[intake.UPNUnverified] != "" {
		t.Errorf("%v, %v", v, after.Links[0].Now)
	}
}

func TestNamesOfContacts(t *testing.T) {
	const full, parts = "Contact name", "Contact title,Contact forename,Contact surname"
	for _, c := range []struct{ headings, cells, title, forename, surname, known string }{
		{full, `"SURNAME, Ann"`, "", "Ann", "Surname", ""}, {full, "Ms Ann van der Berg", "Ms", "Ann", "van der Berg", ""},
		{full, `"O'BRIEN, Ann"`, "", "Ann", "O'Brien", ""}, {full, "ANN MCALLISTER", "", "Ann", "McAllister", ""}, {full, `"NÍ DHOMHNAILL, BRÍD"`, "", "Bríd", "Ní Dhomhnaill", ""},
		{full, "ANN SMITH-JONES", "", "Ann", "Smith-Jones", ""}, {full, "ANN JONES-MCALLISTER", "", "Ann", "Jones-McAllister", ""}, {full, "Ann O’Neill", "", "Ann", "O’Neill", ""},
		{full, `"VAN DE BERG, JJ"`, "", "JJ", "van de Berg", ""}, {full, "Ana de la Cruz", "", "Ana", "de la Cruz", ""}, {full, "Omar al Fayed", "", "Omar", "al Fayed", ""},
		{full, "Huda el Sayed", "", "Huda", "el Sayed", ""}, {full, "Ali bin Said", "", "Ali", "bin Said", ""}, {full, "Áine Ní Bhriain", "", "Áine", "Ní Bhriain", ""},
		{full, "Úna Nic Dháibhéid", "", "Úna", "Nic Dháibhéid", ""}, {full, "Seán Ó Dónaill", "", "Seán", "Ó Dónaill", ""}, {full, "Iain Mac Leod", "", "Iain", "Mac Leod", ""},
		{full, "Kim St John", "", "Kim", "St John", ""}, {full, "Leo di Caprio", "", "Leo", "di Caprio", ""}, {full, "Rui da Costa", "", "Rui", "da Costa", ""},
		{full, "Ann von Trapp", "", "Ann", "von Trapp", ""}, {full, "Ann del Rio", "", "Ann", "del Rio", ""}, {full, "Jan ter Beek", "", "Jan", "ter Beek", ""},
		{full, "Eleni (Nell) Hill", "", "Eleni", "Hill", "Nell"}, {full, `"Ann ""ANNIE"" Hill"`, "", "Ann", "Hill", "Annie"}, {full, "Mrs Hill", "Mrs", "", "Hill", ""},
		{full, "Ann", "", "Ann", "", ""}, {full, "Mr. Tom Null", "Mr", "Tom", "Null", ""}, {full, "Mr & Mrs Hill", "Mr & Mrs", "", "Hill", ""},
		{parts, "MR.,TOM,HILL", "Mr", "Tom", "Hill", ""}, {parts, "canon,Tom,Hill", "canon", "Tom", "Hill", ""}, {parts, ",Mrs Ann,Hill", "Mrs", "Ann", "Hill", ""},
		{parts, ",Mr & Mrs,Hill", "Mr & Mrs", "", "Hill", ""}, {parts, ",,Dr Hill", "Dr", "", "Hill", ""}, {parts, ",Tom,Lord", "", "Tom", "Lord", ""},
		{parts, "Mr,Tom (Tommy),Hill", "Mr", "Tom", "Hill", "Tommy"},
	} {
		v := contact(t, c.headings, c.cells).Values
		if v[intake.Title] != c.title || v[intake.Forename] != c.forename || v[intake.Surname] != c.surname || v[intake.KnownAs] != c.known {
			t.Errorf("%s: %v", c.cells, v)
		}
	}
	for _, title := range []string{"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Rev", "Prof", "Sir", "Lady"} {
		if v := contact(t, full, strings.ToUpper(title)+". Ann Hill").Values; v[intake.Title] != title || v[intake.Forename] != "Ann" {
			t.Errorf("%s: %v", title, v)
		}
	}
}

func TestTwoInOneContactAreKeptAsOne(t *testing.T) {
	for _, name := range []string{"Mr & Mrs Hill", "Mr and Mrs Hill", "Tom & Ann Hill"} {
		plan, after := imported(t, "Name,DOB,Contact name\nAva Hill,03/11/2016,"+name+"\n", intake.Caseload{})
		if len(after.Adults) != 1 || strings.Join(codes(plan), " ") != "contact-joint" {
			t.Errorf("%s: %d adults, %v", name, len(after.Adults), codes(plan))
		}
	}
}

func TestANameThatIsOnlyARelationshipIsNoName(t *testing.T) {
	for name, want := range map[string]model.Relationship{
		"Dad": model.Father, "Gran": model.Grandmother, "Nan": model.Grandmother, "Step mum": model.Stepmother, "Childminder": model.Childminder,
		"Social Worker": model.SocialWorker, "Foster carer": model.FosterCarer,
	} {
		v := contact(t, "Contact name,Mobile", name+",07700 900123").Values
		if v[intake.Relation] != string(want) || v[intake.Forename]+v[intake.Surname] != "" {
			t.Errorf("%s: %v", name, v)
		}
	}
}

func TestDatesOfBirth(t *testing.T) {
	for in, want := range map[string]string{
		"03/05/2016": "2016-05-03", "3-5-2016": "2016-05-03", "03.05.2016": "2016-05-03", "03 05 2016": "2016-05-03", "3/5/16": "2016-05-03",
		"2016-05-03": "2016-05-03", "12-Mar-17": "2017-03-12", "1st June 2020": "2020-06-01", "2nd Sept 2019": "2019-09-02", "03/05/2016 00:00:00": "2016-05-03",
		"2016-05-03T00:00:00Z": "2016-05-03", "2016-05-03T00:00:00+01:00": "2016-05-03", "03/05/2016 12:00 AM": "2016-05-03", "29/02/2016": "2016-02-29", "36892": "",
		"42064": "2015-03-01", "34699": "", "55001": "", "03/25/2015": "", "31/02/2016": "", "29/02/2015": "", "01/01/2027": "",
		"01/01/2001": "", "June 2016": "", "9": "", "3.5.98": "", "32/01/2016": "", "03/13/2016": "",
	} {
		got, codes := field(t, "DOB", in, intake.Born)
		invalid := strings.Contains(codes, "dob-invalid")
		if got != want || invalid != (want == "") || strings.Contains(codes, "date-serial") != (in == "42064") {
			t.Errorf("%s: %q %q, want %q", in, got, codes, want)
		}
	}
}

func TestYearGroups(t *testing.T) {
	table := map[string]string{
		"N1": "N1", "nursery 1": "N1", "N2": "N2", "Nursery": "N2", "Nursery 2": "N2", "f1": "N2", "FS1": "N2", "R": "R", "reception": "R", "yr r": "R", "Year R": "R", "YR": "R",
		"F2": "R", "fs2": "R", "0": "R", "X": "X", "14": "14", "7a": "", "Sixth form": "", "15": "", "-1": "", "Oak": "",
	}
	for n := 1; n <= 13; n++ {
		for _, form := range []string{"Year %d", "Yr %02d", "Y%d", "%d", "NCY%d", "Yr. %d", "year %02d", "%02d"} {
			table[fmt.Sprintf(form, n)] = fmt.Sprint(n)
		}
	}
	for in, want := range table {
		got, codes := field(t, "Year", in, intake.Year)
		if got != want || (codes == "year-unknown") != (want == "") {
			t.Errorf("%q: %q, %q; want %q", in, got, codes, want)
		}
	}
	if got, codes := field(t, "Year", "n/a", intake.Year); got != "" || codes != "year-missing" {
		t.Errorf("blank: %q, %q", got, codes)
	}
}

func TestSENStatuses(t *testing.T) {
	for in, want := range map[string]string{
		"N": "N", "K": "K", "E": "E", "No SEN": "N", "No Special Educational Need": "N", "Monitoring": "N", "SEN Support": "K", "K - SEN Support": "K",
		"EHC plan": "E", "EHCP": "E", "Education, Health and Care Plan": "E", "E - Education, Health and Care Plan": "E",
		"A": "K sen-old-code", "P": "K sen-old-code", "School Action": "K sen-old-code", "School Action Plus": "K sen-old-code", "S": "E sen-old-code",
		"Statement": "E sen-old-code", "Q": " sen-unknown", "maybe": " sen-unknown", "": "", "-": "", "none": "",
	} {
		got, codes := field(t, "SEN status", in, intake.SEN)
		if text := strings.TrimSpace(got + " " + codes); text != strings.TrimSpace(want) {
			t.Errorf("%q: %q, want %q", in, text, want)
		}
	}
}

func TestUPNs(t *testing.T) {
	for _, good := range []string{"G999999900001", "B801200005001", "P207000016049", "U99999992401A", "g9999 9990 0001"} {
		if got, codes := field(t, "UPN", good, intake.UPN); got != strings.ToUpper(strings.ReplaceAll(good, " ", "")) || codes != "" {
			t.Errorf("%s: %q, %q", good, got, codes)
		}
	}
	for _, bad := range []string{"A801200005001", "Q207000016049", "G99999990000", "I999999900001", "G9999999000O1"} {
		if got, codes := field(t, "UPN", bad, intake.UPN); got != "" || codes != "upn-invalid" {
			t.Errorf("%s: %q, %q", bad, got, codes)
		}
		if got, _ := field(t, "UPN", bad, intake.UPNUnverified); got != bad {
			t.Errorf("%s is kept as %q", bad, got)
		}
	}
}

func TestTelephones(t *testing.T) {
	for _, c := range []struct{ heading, cell, want, codes string }{
		{"Mobile", "07700 900123", "mobile 07700 900123", ""}, {"Mobile", "(07700) 900-123", "mobile 07700 900123", ""}, {"Mobile", "07700.900.123", "mobile 07700 900123", ""},
		{"Mobile", "+44 7700 900123", "mobile 07700 900123", ""}, {"Mobile", "0044 (0)7700 900123", "mobile 07700 900123", ""}, {"Mobile", "7700900123", "mobile 07700 900123", ""},
		{"Mobile", "020 7946 0123", "home 020 7946 0123", ""}, {"Home phone", "2079460123", "home 020 7946 0123", ""}, {"Home phone", "1214960123", "home 0121 496 0123", ""},
		{"Home phone", "01632 960123", "home 01632 960123", ""}, {"Home phone", "3069990123", "home 0306 999 0123", ""}, {"Home phone", "8081570123", "home 0808 157 0123", ""},
		{"Mobile", "+353 86 123 4567", "home +353861234567", ""}, {"Work phone", "07700 900123", "work 07700 900123", ""},
		{"Phone", "020 7946 0123 / 07700 900123", "home 020 7946 0123, mobile 07700 900123", ""}, {"Phone", "020 7946 0123; 07700 900123", "home 020 7946 0123, mobile 07700 900123", ""},
		{"Phone", "\"020 7946 0123, 07700 900123\"", "home 020 7946 0123, mobile 07700 900123", ""}, {"Phone", "020 7946 0123 or 07700 900123", "home 020 7946 0123, mobile 07700 900123", ""},
		{"Work phone", "020 7946 0123 ext 12", "work 020 7946 0123 ext 12", ""}, {"Work phone", "020 7946 0123 x12", "work 020 7946 0123 ext 12", ""},
		{"Mobile", "07700 900123 (after 3pm)", "mobile 07700 900123 (after 3pm)", ""}, {"Mobile", "7.700900123E+09", "mobile 07700 900123", "phone-restored"},
		{"Mobile", "7.7009E+09", "", "phone-lost"}, {"Mobile", "7.70E+09", "", "phone-lost"}, {"Mobile", "07700 9001", "", "phone-invalid"}, {"Mobile", "ask Gran", "", "phone-invalid"},
		{"Mobile", `="07700900123"`, "mobile 07700 900123", ""}, {"Mobile", "'07700900123", "mobile 07700 900123", ""}, {"Mobile", "n/a", "", ""},
		{"Mobile", "04700 900123", "", "phone-invalid"}, {"Mobile", "00000000000", "", "phone-invalid"},
		{"Phone", "\"020 7946 0123\n07700 900123\"", "home 020 7946 0123, mobile 07700 900123", ""}, {"Phone", "\"07700\n900123\"", "mobile 07700 900123", ""},
		{"Phone", "\"07700 900123\n(after 3pm)\"", "mobile 07700 900123 (after 3pm)", ""},
	} {
		text := "Name,DOB,Contact name," + c.heading + "\nAva Hill,03/11/2016,Ann Hill," + c.cell + "\n"
		plan, after := imported(t, text, intake.Caseload{})
		var got []string
		for _, p := range after.Adults[0].Phones {
			got = append(got, string(p.Type)+" "+p.Words())
		}
		if strings.Join(got, ", ") != c.want || strings.Join(codes(plan), " ") != c.codes {
			t.Errorf("%s %s: %q, %v; want %q, %q", c.heading, c.cell, got, codes(plan), c.want, c.codes)
		}
	}
}

func TestEmailAddresses(t *testing.T) {
	for cell, want := range map[string]string{
		"Ann@Example.ORG": "ann@example.org", "ann@example.org; jo@example.org": "ann@example.org jo@example.org", "\"ann@example.org, jo@example.org\"": "ann@example.org jo@example.org",
		"ann@example.org jo@example.org": "ann@example.org jo@example.org", "ann@example": " email-invalid", "ann": " email-invalid", "ann@@example.org": " email-invalid",
		"ann@example.org;ann@": "ann@example.org email-invalid", "none": "",
	} {
		plan, after := imported(t, "Name,DOB,Contact name,Email\nAva Hill,03/11/2016,Ann Hill,"+cell+"\n", intake.Caseload{})
		var got []string
		for _, e := range after.Adults[0].Emails {
			got = append(got, e.Address)
		}
		if text := strings.TrimSpace(strings.Join(got, " ") + " " + strings.Join(codes(plan), " ")); text != strings.TrimSpace(want) {
			t.Errorf("%s: %q, want %q", cell, text, want)
		}
	}
}

func TestAddressesAreOneLineAndAPostcode(t *testing.T) {
	for _, c := range []struct{ headings, cells, address, postcode string }{
		{"Address", "\"1 Mill Lane\nTown\nzz11aa\"", "1 Mill Lane, Town", "ZZ1 1AA"}, {"Address", "\"1 Mill Lane, Town ZZ1 1AA, England\"", "1 Mill Lane, Town, England", "ZZ1 1AA"},
		{"Address", "1 Mill Lane ZZ1 1AA Town", "1 Mill Lane Town", "ZZ1 1AA"}, {"Address,Postcode", "\"1 Mill Lane, Town\",zz1 1aa", "1 Mill Lane, Town", "ZZ1 1AA"},
		{"House number,Street,Town,Postcode", "14,Mill Lane,Town,ZZ1 1AA", "14 Mill Lane, Town", "ZZ1 1AA"},
		{"House number,Address line 1,Address line 2,Post town,County", "14,Mill Lane,Eastside,Town,Countyshire", "14 Mill Lane, Eastside, Town, Countyshire", ""},
		{"Flat,House number,Road,City", "Flat 2,14a,Mill Lane,Town", "Flat 2, 14a Mill Lane, Town", ""}, {"House name (number),Street", "14,Mill Lane", "14 Mill Lane", ""},
		{"House name,Street", "The Forge,Mill Lane", "The Forge, Mill Lane", ""}, {"Apartment,Street", "Flat 3,Mill Lane", "Flat 3, Mill Lane", ""},
		{"Address 1,Address 2,Address 3,Address 4", "1 Mill Lane,,Town,ZZ1 1AA", "1 Mill Lane, Town", "ZZ1 1AA"},
	} {
		v := contact(t, "Contact name,"+c.headings, "Ann Hill,"+c.cells).Values
		if v[intake.Address] != c.address || v[intake.Postcode] != c.postcode {
			t.Errorf("%s: %q %q", c.cells, v[intake.Address], v[intake.Postcode])
		}
	}
}

func TestAnswers(t *testing.T) {
	for cells, want := range map[string]string{
		"y yes true t 1 x tick Yes TRUE": "yes", "n no false f 0 No FALSE": "no", "maybe ? n/a sometimes": "",
	} {
		for cell := range strings.FieldsSeq(cells) {
			v := contact(t, "Contact name,Parental responsibility,Lives with", "Ann Hill,"+cell+","+cell).Values
			if v[intake.Responsibility] != want || v[intake.LivesWith] != want {
				t.Errorf("%s: %q, %q", cell, v[intake.Responsibility], v[intake.LivesWith])
			}
		}
	}
}

// Whom an order is about may stand in another list; that there is one must not be lost.
func TestACourtOrderAboutNobodyIsSaid(t *testing.T) {
	for cells, want := range map[string]string{"Father,Yes": "contact-no-name", "Father,see file": "contact-no-name", "Father,No": "", "Father,": ""} {
		plan, after := imported(t, "Name,DOB,Contact name,Relationship,Court order\nAva Hill,03/11/2016,,"+cells+"\n", intake.Caseload{})
		if len(after.Adults) > 0 || strings.Join(codes(plan), " ") != want {
			t.Errorf("%s: %v, %v", cells, after.Adults, codes(plan))
		}
	}
}

func TestLanguages(t *testing.T) {
	for in, want := range map[string]string{"POL": "Polish", "URD": "Urdu", "BEN": "Bengali", "SOM": "Somali", "ARA": "Arabic", "UKR": "Ukrainian", "PNJ": "Panjabi",
		"CYM": "Welsh", "ENB": "English", "ENG": "English", "Tigrinya": "Tigrinya", "XYZ": "XYZ"} {
		if got, _ := field(t, "Home language", in, intake.Language); got != want {
			t.Errorf("%s: %q", in, got)
		}
	}
}

func TestRelationshipsAndTheirCodes(t *testing.T) {
	table := map[string]model.Relationship{
		"Mum": model.Mother, "Mam": model.Mother, "Nan": model.Grandmother, "Nanna": model.Grandmother, "Auntie": model.Aunt, "Step-father": model.Stepfather, "Adoptive mother": model.Mother,
		"Birth father": model.Father, "Adoptive parent": model.Parent, "PAM": model.Mother, "PAF": model.Father, "STP": model.StepParent, "FOM": model.FosterCarer,
		"FOF": model.FosterCarer, "CAR": model.Carer, "GRP": model.Grandparent, "REL": model.OtherRelative, "OFM": model.OtherRelative, "CHM": model.Childminder,
		"SWR": model.SocialWorker, "DOC": model.ProfessionalHelp, "TCH": model.ProfessionalHelp, "RLG": model.ProfessionalHelp, "OTH": model.OtherRelationship,
		"Mother's partner": model.OtherRelationship,
	}
	for _, r := range model.Relationships {
		table[string(r)], table[strings.ToUpper(r.Words())] = r, r
	}
	for text, want := range table {
		plan, after := imported(t, "Name,DOB,Contact name,Relationship\nAva Hill,03/11/2016,Ann Hill,"+text+"\n", intake.Caseload{})
		v := after.Links[0].Now
		if v[intake.Relation] != string(want) || v[intake.RelationText] != text || (len(plan.Problems) > 0) != (text == "Mother's partner") {
			t.Errorf("%s: %v, %v", text, v, plan.Problems)
		}
	}
}
