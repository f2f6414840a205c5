package output_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
	"kettle/store/output"
)

// tableOf writes one row under as many headings, and gives the file.
func tableOf(t testing.TB, cells ...string) string {
	t.Helper()
	var b bytes.Buffer
	table, err := output.NewTable(&b, strings.Fields(strings.Repeat("heading ", len(cells)))...)
	if err == nil {
		err = table.Add(cells...)
	}
	if err == nil {
		err = table.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rowOf is the row as a spreadsheet reads it.
func rowOf(t testing.TB, file string) []string {
	t.Helper()
	rest, marked := strings.CutPrefix(file, "\uFEFF")
	if !marked {
		t.Fatal("the table has no byte-order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("the table is %q: %v", file, err)
	}
	return rows[1]
}

// What each dangerous cell is in a spreadsheet, as its user sees it. A blank behind a text that cannot be
// seen (~ here) keeps it from becoming a number or a date.
func TestWhatASpreadsheetSees(t *testing.T) {
	for cell, want := range map[string]string{
		`=HYPERLINK("http://x","y")`: `'=HYPERLINK("http://x","y")`,
		"=1+1":                       "'=1+1",
		"+44 7700 900123":            "'+44 7700 900123",
		"-2+3":                       "'-2+3",
		"@SUM(A1)":                   "'@SUM(A1)",
		"\t=1":                       "'=1",
		"\r=1":                       "'=1",
		"  =1":                       "'=1",
		"\x1b]0;x\x07=1":             "'=1",
		"\u200b=1":                   "'=1",
		"＝1+1":                       "'＝1+1",
		"'=1":                        "'=1",
		"07700 900123":               "07700 900123",
		"07700900123":                "07700900123~",
		"123456789012":               "123456789012~",
		"3-4":                        "3-4~",
		"10/11":                      "10/11~",
		"1.2":                        "1.2~",
		"1E2":                        "1E2~",
		"May 5":                      "May 5~",
		"true":                       "true~",
		"4B":                         "4B",
		"10":                         "10",
		"O'Brien":                    "O'Brien",
		"Zoë, \"Zo\"":                "Zoë, \"Zo\"",
		"two\r\nlines":               "two\nlines",
		"":                           "",
		"May":                        "May",
	} {
		if got := strings.ReplaceAll(rowOf(t, tableOf(t, cell, "x"))[0], "\u00A0", "~"); got != want {
			t.Errorf("%q is seen as %q, not %q", cell, got, want)
		}
	}
}

func TestATableEndsItsLinesAsSpreadsheetsDo(t *testing.T) {
	if got, want := tableOf(t, "a", "b"), "\uFEFFheading,heading\r\na,b\r\n"; got != want {
		t.Errorf("the table is %q, not %q", got, want)
	}
}

// No cell runs, whatever somebody typed.
func TestNoCellRuns(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		cell := rapid.StringMatching(`[\x00-\x20=+\-@']{0,4}.{0,6}`).Draw(r, "cell")
		got := rowOf(t, tableOf(t, cell, "x"))[0]
		if strings.TrimSpace(got) != "" && strings.ContainsAny(got[:1], "=+-@\t\r\n ") {
			t.Fatalf("%q is written as %q", cell, got)
		}
	})
}

func TestPhonesStayReadable(t *testing.T) {
	line := model.ContactLine{Pupil: model.Pupil{ID: 1, Forename: "Chidi", Surname: "Okafor"}, Adult: model.Adult{Surname: "Okafor", Phones: []model.Phone{
		{Type: model.PhoneMobile, Number: "07700 900123"}, {Type: model.PhoneMobile, Number: "+353861234567", Note: "after 3pm"},
		{Type: model.PhoneWork, Number: "020 7946 0123", Ext: "12"}, {Type: model.PhoneOther, Number: "01632 960123"},
	}}}
	var b bytes.Buffer
	table, err := output.NewContactsTable(&b)
	if err == nil {
		err = table.Line(line)
	}
	if err == nil {
		err = table.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(rowOf(t, b.String())[14:17], "|")
	if want := "07700 900123; 00 353861234567 (after 3pm)|01632 960123|020 7946 0123 ext 12"; got != want {
		t.Errorf("the telephones are %q, not %q", got, want)
	}
	for _, cell := range strings.Split(got, "|") {
		if phones, faults := model.ReadPhones(cell, false); len(phones) == 0 || len(faults) > 0 {
			t.Errorf("%q is not read again: %v %v", cell, phones, faults)
		}
	}
}
