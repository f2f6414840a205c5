package intake_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"kettle/store/intake"
)

func TestFilesThatAreRefusedSayWhatToDo(t *testing.T) {
	const ok = "Surname,Forename,Year\n"
	for _, c := range []struct {
		name, data string
		want       intake.Code
	}{
		{"nothing", "", intake.FileEmpty},
		{"blank lines", "\n\n  \n", intake.FileEmpty},
		{"a spreadsheet", "PK\x03\x04rest", intake.FileNotText},
		{"an old spreadsheet", "\xD0\xCF\x11\xE0\xA1\xB1", intake.FileNotText},
		{"a PDF", "%PDF-1.7", intake.FileNotText},
		{"other bytes", strings.Repeat("\x01\x02\x03abc", 100), intake.FileNotText},
		{"too big", ok + strings.Repeat("a", 20<<20), intake.FileTooBig},
		{"no headings", "a,b,c\nd,e,f\n", intake.NoHeadings},
		{"headings without a pupil", "Year,DOB,Form\n1,2,3\n", intake.NoHeadings},
		{"headings too far down", strings.Repeat("title\n", 20) + ok + "Hill,Ava,4\n", intake.NoHeadings},
		{"no rows", ok + "\n\n", intake.NoRows},
		{"too many rows", ok + strings.Repeat("Hill,Ava,4\n", 20_001), intake.TooManyRows},
		{"too many columns", "Surname,Forename,Year" + strings.Repeat(",x", 398) + "\nHill,Ava,4\n", intake.TooManyColumns},
		{"too many columns further down", ok + "Hill,Ava,4" + strings.Repeat(",x", 500) + "\n", intake.TooManyColumns},
		{"file ends inside quotes", ok + "Hill,\"Ava,4\n", intake.QuoteUnclosed},
		{"a quote over fifty lines", ok + "Hill,\"" + strings.Repeat("Ava\n", 60) + "\",4\n", intake.QuoteUnclosed},
	} {
		_, err := intake.Read("x.csv", []byte(c.data), intake.Options{})
		refusal, ok := intake.Refused(err)
		if !ok || refusal.Code != c.want || !strings.HasSuffix(refusal.Text, ".") || refusal.Problem().Row != 0 {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestWhatIsNotTooMuchIsRead(t *testing.T) {
	for name, data := range map[string]string{
		"20,000 rows":           "Surname,Forename,Year\n" + strings.Repeat("Hill,Ava,4\n", 20_000),
		"400 columns":           "Surname,Forename,Year" + strings.Repeat(",x", 397) + "\nHill,Ava,4\n",
		"blank columns":         "Surname,Forename,Year" + strings.Repeat(",", 2000) + "\nHill,Ava,4\n",
		"a million blank lines": "Surname,Forename,Year\nHill,Ava,4" + strings.Repeat("\n", 1_000_000),
	} {
		if _, err := intake.Read("x.csv", []byte(data), intake.Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEncodingsAndSeparators(t *testing.T) {
	const text = "Surname;Forename;Year\r\nÉlan;Zoë;4\r\n"
	units := utf16.Encode([]rune(text))
	little, big := []byte{}, []byte{0xFE, 0xFF}
	for _, u := range units {
		little = append(little, byte(u), byte(u>>8))
		big = append(big, byte(u>>8), byte(u))
	}
	latin := bytes.NewBuffer(nil)
	for _, r := range text {
		latin.WriteByte(byte(r))
	}
	for name, data := range map[string][]byte{
		"UTF-8":                 []byte(text),
		"UTF-8 with a mark":     []byte("\uFEFF" + text),
		"Windows-1252":          latin.Bytes(),
		"UTF-16":                append([]byte{0xFF, 0xFE}, little...),
		"UTF-16 big-endian":     big,
		"UTF-16 without a mark": little,
		"tabs":                  []byte(strings.ReplaceAll(text, ";", "\t")),
		"bars":                  []byte(strings.ReplaceAll(text, ";", "|")),
		"commas":                []byte(strings.ReplaceAll(text, ";", ",")),
		"sep= line":             []byte("sep=;\r\n" + text),
		"carriage returns":      []byte(strings.ReplaceAll(text, "\r\n", "\r")),
		"no line end":           []byte(strings.TrimRight(text, "\r\n")),
	} {
		file, err := intake.Read("x.csv", data, intake.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		records := intake.Parse(file, today).Records
		if len(records) != 1 || records[0].Pupil[intake.Forename] != "Zoë" || records[0].Pupil[intake.Surname] != "Élan" || records[0].Row != 2 {
			t.Errorf("%s (%s, %q): %+v", name, file.Encoding, file.Separator, records)
		}
	}
}

func TestRowNumbersAreThoseOfASpreadsheet(t *testing.T) {
	text := "My list\n\nSurname,Forename,Year,Address\nHill,Ava,4,\"1 Mill Lane\nTown\"\n\nAsh,Kit,4,\n"
	file, err := intake.Read("x.csv", []byte(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	records := intake.Parse(file, today).Records
	if file.HeadingRow != 3 || records[0].Row != 4 || records[1].Row != 6 || records[0].Pupil[intake.Address] != "1 Mill Lane, Town" {
		t.Errorf("headings in row %d, %+v", file.HeadingRow, records)
	}
}

func TestQuotesInsideACellAreOrdinaryCharacters(t *testing.T) {
	file, err := intake.Read("x.csv", []byte("Surname,Forename,Form\nHill,Ava,the \"Owls\"\nAsh,\"K\"\"it\",\"4\"H\n"), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	records := intake.Parse(file, today).Records
	if records[0].Pupil[intake.Form] != `the "Owls"` || records[1].Pupil[intake.Form] != "4H" {
		t.Errorf("%+v", records)
	}
}

func TestRowsThatAreNotAPupils(t *testing.T) {
	const head = "Surname,Forename,Year,Form,Relationship,Contact name,Mobile\n"
	const good = "Hill,Ava,4,4H,Mother,Ann Hill,07700 900123\n"
	for _, c := range []struct{ name, rows, want string }{
		{"headings again", good + head + good, "3 left-out label-row"},
		{"a label", good + "Year 5,,,,,,\n", "3 left-out label-row"},
		{"a label without separators", good + "Year 5\n", "3 left-out label-row"},
		{"a cell missing", "Hill,Ava,4,4H,Mother,Ann Hill\n", "2 warning row-short"},
		{"half the cells missing", "Hill,Ava,4\n", "2 left-out row-short"},
		{"a cell too many", "Hill,Ava,4,4H,Mother,Hill, Ann,07700 900123\n", "2 left-out row-long"},
		{"blank cells too many", strings.TrimSuffix(good, "\n") + ",,,\n", ""},
		{"a contact below", good + ",,,,Father,Tom Hill,07700 900124\n", "3 warning filled-down"},
		{"a contact below a row left out", "Hill,Ava,4\n,,,,Father,Tom Hill,07700 900124\n", "2 left-out row-short 3 left-out no-pupil"},
		{"a form without a name", good + ",,,4H,Father,Tom Hill,07700 900124\n", "3 left-out no-pupil"},
		{"year blank", "Hill,Ava,,4H,Mother,Ann Hill,07700 900123\n", "2 warning year-missing"},
	} {
		file, err := intake.Read("x.csv", []byte(head+c.rows), intake.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, p := range intake.Parse(file, today).Problems {
			got = append(got, fmt.Sprint(p.Row, " ", p.Level, " ", p.Code))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
