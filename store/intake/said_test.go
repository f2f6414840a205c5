package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"kettle/store/intake"
)

// layout is the fingerprint of the headings in the first line of a text.
func layout(t *testing.T, text string) string {
	t.Helper()
	head, err := intake.ReadHead([]byte(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, _, layout := head.Columns(1, nil)
	return layout
}

func columnsOf(columns []intake.Column) string {
	var all []string
	for _, c := range columns {
		all = append(all, fmt.Sprint(c.Block, " ", c.Field))
	}
	return strings.Join(all, ",")
}

// What was said of a layout counts wherever its headings stand again, even where no heading is known.
func TestWhatWasSaidOfALayoutIsFoundAgain(t *testing.T) {
	const first = "Kid,Jahrgang,Anruf 1,Wer\nAva Hill,4,07700 900123,Ann Hill\n"
	said := map[string]intake.Said{layout(t, first): {
		0: {Field: intake.FullName}, 1: {Field: intake.Year}, 2: {Field: intake.Mobile, Block: 1}, 3: {Field: intake.FullName, Block: 1},
	}}
	for name, text := range map[string]string{
		"the same file":               first,
		"under a title, other commas": "Class list;;;\n\nKID;Jahrgang;Anruf-1;Wer\nAva Hill;4;07700 900123;Ann Hill\n",
	} {
		if _, err := intake.Read("x.csv", []byte(text), intake.Options{}); err == nil {
			t.Fatal("the headings are known without help")
		}
		file, err := intake.Read("x.csv", []byte(text), intake.Options{Said: said})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		r := intake.Parse(file, today).Records[0]
		if r.Pupil[intake.Surname] != "Hill" || r.Pupil[intake.Year] != "4" || r.Contacts[0].Values[intake.Forename] != "Ann" || len(r.Contacts[0].Phones) != 1 {
			t.Errorf("%s: %+v", name, r)
		}
	}
	if _, err := intake.Read("x.csv", []byte("Kid,Jahrgang,Anruf 2,Wer\nAva Hill,4,07700 900123,Ann Hill\n"), intake.Options{Said: said}); err == nil {
		t.Error("other headings are taken for those of the layout")
	}
}

func TestOneAnswerChangesOneColumn(t *testing.T) {
	for _, c := range []struct {
		name, headings string
		said           intake.Said
		want           string
	}{
		{"a forename of its own", "Pupil forename chosen,Surname,Year,Contact 1 name,Mobile", intake.Said{0: {Field: intake.PreferredForename}},
			"0 preferred_forename,0 surname,0 year,1 full_name,1 mobile"},
		{"a number before the first contact", "Name,Year,Anruf 1,Guardian 1 name,Mobile,Guardian 2 name,Mobile", intake.Said{2: {Field: intake.Telephone, Block: 2}},
			"0 full_name,0 year,2 telephone,1 full_name,1 mobile,2 full_name,2 mobile"},
		{"left out", "Name,Year,Form,Telephone", intake.Said{3: {Field: intake.NotImported}}, "0 full_name,0 year,0 reg,0 not_imported"},
		{"a further contact", "Name,Year,Form,Nan at home", intake.Said{3: {Field: intake.Telephone, Block: 3}}, "0 full_name,0 year,0 reg,3 telephone"},
		{"what no column can hold", "Name,Year,Form,Ring", intake.Said{1: {Field: intake.Year, Block: 1}, 2: {Field: intake.Priority}, 3: {Field: "ring", Block: 1}, 9: {Field: intake.UPN}},
			"0 full_name,0 year,0 reg,0 "},
		{"more contacts than anybody has", "Name,Year,Form,Ring", intake.Said{3: {Field: intake.Mobile, Block: 21}}, "0 full_name,0 year,0 reg,0 "},
	} {
		text := c.headings + "\nAva Hill,4,4B,07700 900123,x\n"
		file, err := intake.Read("x.csv", []byte(text), intake.Options{Said: map[string]intake.Said{layout(t, text): c.said}})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := columnsOf(file.Columns); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
		intake.Parse(file, today)
	}
}

// "Mum" in a heading says who a contact is, even where somebody had to say what the column holds.
func TestAHeadingSaysWhoTheContactIs(t *testing.T) {
	const text = "Name,Year,Form,Mum at night\nAva Hill,4,4B,07700 900123\n"
	file, err := intake.Read("x.csv", []byte(text), intake.Options{Said: map[string]intake.Said{layout(t, text): {3: {Field: intake.Mobile, Block: 1}}}})
	if err != nil {
		t.Fatal(err)
	}
	if c := intake.Parse(file, today).Records[0].Contacts; len(c) != 1 || c[0].Values[intake.Relation] != "mother" {
		t.Errorf("%+v", c)
	}
}

func TestTheHeadOfAFile(t *testing.T) {
	for _, c := range []struct {
		name, text string
		row, own   int
		samples    string // of the first column
	}{
		{"known headings", "Name,Year,Form\nAva Hill,4,4B\n", 1, 1, "Ava Hill"},
		{"a title above unknown ones", "Our list 2026\n\nKid;Klasse;Anruf 1\nAva Hill;4;07700 900123\nTom Ash;4;\nAva Hill;5;\nKit Lane;5;\nJo Ash;5;\n", 3, 0, "Ava Hill|Tom Ash|Kit Lane"},
		{"headings again", "Name,Year,Form\nName,Year,Form\nAva Hill,4,4B\n", 1, 1, "Ava Hill"},
		{"tabs", "Kid\tKlasse\nAva, Hill\t4\n", 1, 0, "Ava, Hill"},
		{"given by the file", "sep=|\nKid|Klasse\n\x1b[31mAva|4\n", 1, 0, "Ava"},
	} {
		head, err := intake.ReadHead([]byte(c.text), intake.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if samples := strings.Join(head.Samples(head.Row, 0), "|"); head.Row != c.row || head.Own != c.own || samples != c.samples {
			t.Errorf("%s: headings in row %d (%d by itself), then %s", c.name, head.Row, head.Own, samples)
		}
	}
	for name, text := range map[string]string{
		"a letter": "Dear all,\nthe trip is on Friday.\n", "headings alone": "Kid;Klasse\n", "known headings alone": "Name,Year,Form\n", "nothing": "", "a spreadsheet": "PK\x03\x04",
		"one column": "Kid\nAva\nTom\n", "a quotation mark": "Kid,Klasse\n\"Ava,4\nTom,5\n",
	} {
		if _, err := intake.ReadHead([]byte(text), intake.Options{}); err == nil {
			t.Errorf("%s is taken for a list", name)
		} else if _, ok := intake.Refused(err); !ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestHowACellReads(t *testing.T) {
	for _, c := range []struct {
		text  string
		as    intake.Target
		want  string
		wrong string
	}{
		{"03/05/2017", intake.Target{Field: intake.Born}, "dob 2017-05-03", ""},
		{"05/31/2017", intake.Target{Field: intake.Born}, "", "not a date of birth"},
		{"42858", intake.Target{Field: intake.Born}, "dob 2017-05-03", "spreadsheet's number"},
		{"20.7.27", intake.Target{Field: intake.Leaving}, "leaving_date 2027-07-20", ""},
		{"07700900123", intake.Target{Field: intake.Mobile, Block: 2}, "mobile 07700 900123", ""},
		{"7.7009E+09", intake.Target{Field: intake.Mobile, Block: 1}, "", "digits away"},
		{"A; B@Example.ORG", intake.Target{Field: intake.Email, Block: 1}, "email b@example.org", "not an e-mail"},
		{"K", intake.Target{Field: intake.SEN}, "sen K", ""},
		{"Yr 04", intake.Target{Field: intake.Year}, "year 4", ""},
		{"HILL, Ava (Avie)", intake.Target{Field: intake.FullName}, "forename Ava,surname Hill,known_as Avie", ""},
		{"MS ANN VAN DER BERG", intake.Target{Field: intake.FullName, Block: 1}, "title Ms,forename Ann,surname van der Berg", ""},
		{"Gran", intake.Target{Field: intake.FullName, Block: 1}, "relationship grandmother", ""},
		{"O'BRIEN", intake.Target{Field: intake.Surname, Block: 3}, "surname O'Brien", ""},
		{"Mam", intake.Target{Field: intake.Relation, Block: 1}, "relationship mother", ""},
		{"Taxi firm", intake.Target{Field: intake.Relation, Block: 1}, "relationship other", "not a relationship"},
		{"see file", intake.Target{Field: intake.CourtOrder, Block: 1}, "court_order yes", ""},
		{"perhaps", intake.Target{Field: intake.Responsibility, Block: 1}, "", ""},
		{"4 Mill Lane, zz1 4dp", intake.Target{Field: intake.Address}, "address 4 Mill Lane,postcode ZZ1 4DP", ""},
		{"Mill Lane", intake.Target{Field: intake.AddressLine, Block: 1}, "address_line Mill Lane", ""},
		{"A801200005001", intake.Target{Field: intake.UPN}, "upn_unverified A801200005001", "check letter"},
		{"=1+1", intake.Target{Field: intake.FullName}, "", "formula"},
		{"n/a", intake.Target{Field: intake.Year}, "", ""},
		{"x", intake.Target{Field: intake.NotImported}, "", ""},
		{"x", intake.Target{}, "", ""},
	} {
		r := intake.ReadCell("Column", c.text, c.as, today)
		var got []string
		for _, v := range r.Values {
			got = append(got, string(v.Field)+" "+v.Value)
		}
		if strings.Join(got, ",") != c.want || (c.wrong == "") != (r.Wrong == "") || !strings.Contains(r.Wrong, c.wrong) {
			t.Errorf("%q as %v reads %v, %q", c.text, c.as, got, r.Wrong)
		}
	}
}

func TestValuesShowWhatTheyAre(t *testing.T) {
	for want, values := range map[intake.Field]string{
		intake.Born: "03/05/2017|4.6.16", intake.Telephone: "07700 900123|020 7946 0123", intake.Email: "a@example.org", intake.SEN: "K|N|E", intake.Year: "4|R|Yr 5",
		intake.Relation: "Mum|Dad|Gran", intake.UPN: "G999999900001|B801200005001", "": "Ava|Tom",
	} {
		if got := intake.Likely(strings.Split(values, "|"), today); got != want {
			t.Errorf("%s look like %q, want %q", values, got, want)
		}
	}
	if got := intake.Likely([]string{"03/05/2017", "ask"}, today); got != "" || intake.Likely(nil, today) != "" {
		t.Errorf("one that does not fit, or nothing, looks like %q", got)
	}
}

// Every field reads every kind of cell without a fault, for whomever it is.
func TestEveryFieldReadsAnything(t *testing.T) {
	for _, f := range intake.ColumnFields {
		for _, block := range []int{0, 1, 20} {
			for _, text := range []string{"", "x", "07700 900123", "31/02/2017", "=cmd()", strings.Repeat("é ", 6000)} {
				intake.ReadCell("x", text, intake.Target{Field: f.Field, Block: block}, today)
			}
		}
	}
}

func TestTwoColumnsForOneThingAreFound(t *testing.T) {
	head, err := intake.ReadHead([]byte("Name,Kid,Year,Tel,Tel 2,Address 1,Address 2\nAva,Ava,4,1,2,3,4\n"), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	columns, _, _ := head.Columns(1, intake.Said{1: {Field: intake.FullName}})
	for i, want := range []int{1, 0, -1, -1, -1, -1, -1} {
		if got := intake.Twice(columns, i); got != want {
			t.Errorf("column %d is beside %d, want %d", i, got, want)
		}
	}
	none, _, _ := head.Columns(1, intake.Said{0: {Field: intake.NotImported}})
	if !intake.Named(columns) || intake.Named(none) {
		t.Error("a child's name is there where it is not, or not where it is")
	}
}

// dealAtRandom says of the columns of any file what their own bytes make of it.
func dealAtRandom(t *testing.T, data []byte) {
	head, err := intake.ReadHead(data, intake.Options{})
	if err != nil {
		t.Fatalf("the file is read, its head is not: %v", err)
	}
	said := intake.Said{}
	for i, b := range data[:min(len(data), 40)] {
		said[i] = intake.Target{Field: intake.ColumnFields[int(b)%len(intake.ColumnFields)].Field, Block: int(b) % 23}
	}
	columns, _, _ := head.Columns(head.Row, said)
	for _, c := range columns {
		for _, text := range head.Samples(head.Row, c.Index) {
			intake.ReadCell(c.Heading, text, c.Target, today)
		}
		intake.Twice(columns, c.Index)
	}
	head.Lines()
}
