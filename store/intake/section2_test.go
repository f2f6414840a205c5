package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"kettle/store/intake"
)

// parsed reads a file and gives its records and its problems in words.
func parsed(t *testing.T, text string) (intake.Result, string) {
	t.Helper()
	file, err := intake.Read("x.csv", []byte(text), intake.Options{})
	if err != nil {
		t.Fatalf("%.80q: %v", text, err)
	}
	result := intake.Parse(file, today)
	var got []string
	for _, p := range result.Problems {
		got = append(got, fmt.Sprint(p.Row, " ", p.Level, " ", p.Code))
	}
	return result, strings.Join(got, ", ")
}

func TestTheFirstLineMayFixTheSeparator(t *testing.T) {
	const rows = "Surname;Forename;DOB\nHill;Ava, May;03/11/2016\n"
	for _, text := range []string{
		"sep=;\n" + rows, "sep=;\r\n" + rows, "SEP=;\n" + rows, "\uFEFFsep=;\n" + rows, "\"sep=;\"\n" + rows, "sep=;;;\n" + rows,
		strings.ReplaceAll("sep=;\n"+rows, "\n", "\r"),
	} {
		result, _ := parsed(t, text)
		if r := result.Records[0]; r.Row != 2 || r.Pupil[intake.Forename] != "Ava, May" {
			t.Errorf("%q: row %d, %v", text, r.Row, r.Pupil)
		}
	}
	if _, err := intake.Read("x.csv", []byte("sep=,\n"+rows), intake.Options{}); err == nil {
		t.Error("a separator that the file names wrongly is guessed")
	}
}

func TestTheSeparatorIsTheOneThatKnowsMostHeadings(t *testing.T) {
	for _, text := range []string{
		"Surname;Forename;DOB;Address\nHill;Ava;03/11/2016;1 Mill Lane, Town, ZZ1 1AA\n",
		"Surname,Forename,DOB,Address\nHill,Ava,03/11/2016,1 Mill Lane; Town; ZZ1 1AA\n",
		"Our list, of all pupils, their contacts\nSurname\tForename\tDOB\tAddress\nHill\tAva\t03/11/2016\t1 Mill Lane, Town\n",
		"Surname|Forename|DOB\nHill|Ava|03/11/2016\n",
	} {
		result, _ := parsed(t, text)
		if r := result.Records[0]; r.Pupil[intake.Born] != "2016-11-03" {
			t.Errorf("%q: %v", text, r.Pupil)
		}
	}
}

func TestLinesEndInAnyWayAndQuotesMayHoldThem(t *testing.T) {
	text := "\"Sur\nname\",Surname,Forename,\"Date\r\nof birth\"\r\nx,Hill,Ava,03/11/2016\n\ny,\"Ash\",\"K\"\"i\"\"t\",04/11/2016\r\nz,Oak,O\"Neill,05/11/2016"
	result, problems := parsed(t, text)
	var got []string
	for _, r := range result.Records {
		got = append(got, fmt.Sprint(r.Row, r.Pupil[intake.Surname], r.Pupil[intake.Born]))
	}
	if strings.Join(got, " ") != "2Hill2016-11-03 4Ash2016-11-04 5Oak2016-11-05" || problems != "" {
		t.Errorf("%v, %s", got, problems)
	}
}

func TestAQuotedCellMaySpanFiftyLines(t *testing.T) {
	cell := func(lines int) string {
		return "Surname,Forename,Year,Notes\nHill,Ava,4,\"" + strings.Repeat("a\n", lines-1) + "a\"\n"
	}
	if _, err := intake.Read("x.csv", []byte(cell(50)), intake.Options{}); err != nil {
		t.Errorf("50 lines: %v", err)
	}
	_, err := intake.Read("x.csv", []byte(cell(51)), intake.Options{})
	if refusal, ok := intake.Refused(err); !ok || refusal.Code != intake.QuoteUnclosed {
		t.Errorf("51 lines: %v", err)
	}
}

// A file of just twenty mebibytes is read, one byte more is not.
func TestTheLargestFile(t *testing.T) {
	const head = "Surname,Forename,Year,Notes\nHill,Ava,4,"
	data := head + strings.Repeat("a", 20<<20-len(head))
	if _, err := intake.Read("x.csv", []byte(data), intake.Options{}); err != nil {
		t.Error(err)
	}
	_, err := intake.Read("x.csv", []byte(data+"a"), intake.Options{})
	if refusal, ok := intake.Refused(err); !ok || refusal.Code != intake.FileTooBig || !strings.Contains(refusal.Text, "has 21 MB, more than the 20") {
		t.Errorf("one byte more: %v", err)
	}
}

// rowsHead are the headings of the tests of rows: eight columns, and one separator too many, as some
// exports have it on each line.
const (
	rowsHead = "Surname,Forename,DOB,Year,Form,Contact name,Relationship,Mobile\n"
	goodRow  = "Hill,Ava,03/11/2016,4,4H,Ann Hill,Mother,07700 900123\n"
)

func TestWhatBecomesOfRows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		read       int
		want       string
	}{
		{"rows without text", rowsHead + goodRow + ",,,,,,,\n\n \u00a0,,,\n=\"\",=\"\",=\"\"\n\u200b,,\n" + goodRow, 2, ""},
		{"headings again are not counted", rowsHead + goodRow + rowsHead + goodRow, 2, "3 left-out label-row"},
		{"headings again in capitals", rowsHead + goodRow + strings.ToUpper(rowsHead), 1, "3 left-out label-row"},
		{"one cell", rowsHead + "Year 4\n" + goodRow + "Total,,,,,,,\n", 3, "2 left-out label-row, 4 left-out label-row"},
		{"a total with its number", rowsHead + goodRow + "Total,,,28,,,,\nTotal pupils:,28,,,,,,\n", 3, "3 left-out label-row, 4 left-out label-row"},
		{"half the cells", rowsHead + "Hill,Ava,03/11/2016,4\n", 1, "2 warning row-short"},
		{"fewer than half", rowsHead + "Hill,Ava,03/11/2016\n", 1, "2 left-out row-short"},
		{"blank cells too many", rowsHead + strings.Replace(goodRow, "\n", ",,,\n", 1), 1, ""},
		{"an unquoted comma", rowsHead + strings.Replace(goodRow, "Ann Hill", "Hill, Ann", 1), 1, "2 left-out row-long"},
		{"a separator at the end of each line", strings.ReplaceAll(rowsHead+goodRow, "\n", ",\n"), 1, ""},
		{"and an unquoted comma", strings.ReplaceAll(rowsHead+strings.Replace(goodRow, "Ann Hill", "Hill, Ann", 1), "\n", ",\n"), 1, "2 left-out row-long"},
		{"a column without a heading", strings.ReplaceAll(rowsHead, "\n", ",\n") + strings.ReplaceAll(goodRow, "\n", ",see file\n"), 1, ""},
		{"a contact below", rowsHead + goodRow + ",,,,,Tom Hill,Father,07700 900124\n", 2, "3 warning filled-down"},
		{"two below, and a blank line", rowsHead + goodRow + ",,,,,Tom Hill,Father,\n,,,,,,,\n,,,,,Jo Ash,Aunt,\n", 3, "3 warning filled-down, 5 warning filled-down"},
		{"a contact at the top", rowsHead + ",,,,,Tom Hill,Father,07700 900124\n" + goodRow, 2, "2 left-out no-pupil"},
		{"a year without a name", rowsHead + goodRow + ",,,4,,Tom Hill,Father,07700 900124\n", 2, "3 left-out no-pupil"},
		{"a date without a name", rowsHead + goodRow + ",,03/11/2016,,,Tom Hill,Father,07700 900124\n", 2, "3 left-out no-pupil"},
		{"a formula for a name", rowsHead + goodRow + "=cmd(),,,,,Tom Hill,Father,07700 900124\n", 2, "3 warning formula, 3 left-out no-pupil"},
		{"below a row that is left out", rowsHead + goodRow + ",,,4,,Tom Hill,Father,\n,,,,,Jo Ash,Aunt,\n", 3, "3 left-out no-pupil, 4 left-out no-pupil"},
		{"below a label", rowsHead + goodRow + "Year 5,,,,,,,\n,,,,,Jo Ash,Aunt,\n", 3, "3 left-out label-row, 4 left-out no-pupil"},
		{"a cell too long", rowsHead + strings.Replace(goodRow, "4H", strings.Repeat("h", 10_001), 1), 1, "2 warning cell-too-long"},
	} {
		result, problems := parsed(t, c.text)
		if problems != c.want || result.RowsRead != c.read {
			t.Errorf("%s: %d rows, %q; want %d, %q", c.name, result.RowsRead, problems, c.read, c.want)
		}
	}
}

// What is below a pupil who is left out when people are recognised is nobody's, too.
func TestRowsBelowAPupilWhoIsLeftOut(t *testing.T) {
	text := "Surname,Forename,DOB,Status,Contact name,Relationship,Mobile\nHill,Ava,03/11/2016,Leaver,Ann Hill,Mother,07700 900123\n,,,,Tom Hill,Father,07700 900124\n"
	plan, after := imported(t, text, intake.Caseload{})
	if got := fmt.Sprint(codes(plan)); got != "[leaver no-pupil]" || len(after.Adults) > 0 || plan.LeftOut() != 2 {
		t.Errorf("%s, %d adults", got, len(after.Adults))
	}
}

func TestColumnsAreCountedToFourHundred(t *testing.T) {
	for n, want := range map[int]bool{397: true, 398: false} {
		data := "Surname,Forename,Year" + strings.Repeat(",x", n) + "\nHill,Ava,4\n"
		if _, err := intake.Read("x.csv", []byte(data), intake.Options{}); (err == nil) != want {
			t.Errorf("%d columns: %v", n+3, err)
		}
	}
}
