package output_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"kettle/model/view"
	"kettle/store/output"
)

func preview() view.Import {
	return view.Import{
		File:     view.ImportFile{Name: "sims.csv", Size: 2000, Encoding: "UTF-8", Separator: "commas", HeadingRow: 1, Rows: 3, Columns: []view.ImportColumn{{Heading: "DOB", Field: "date of birth (child)"}}},
		Alarms:   []view.ImportNote{{Row: 3, Text: "Emeka Okafor, father of Chidi Okafor: the office's file says there is a court order. Ask to see it."}},
		Counts:   []view.ImportCount{{What: "children", New: 1, Changed: 2}},
		LeftOut:  1,
		Problems: []view.ImportProblems{{Title: "No child in the row", LeftOut: true, Notes: []view.ImportNote{{Row: 4, Text: strings.Repeat("word ", 60)}}}},
		Changes:  []view.ImportChange{{Row: 2, Name: "Ada Okafor", Fields: []view.ImportField{{Field: "form", From: "1A", To: "1B"}}}},
		Families: []view.ImportFamily{{Name: "Okafor", New: true, Children: "Chidi 4B K", Adults: "Mr Emeka Okafor"}},
		Missing:  []string{"Zoë Lane"},
	}
}

func TestThePrintedPreviewBeginsWithCourtOrdersAndFitsATerminal(t *testing.T) {
	var out bytes.Buffer
	if err := output.WriteImport(&out, preview()); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	at := -1
	for _, part := range []string{"sims.csv: 2 KB, UTF-8, separated by commas, headings in row 1, 3 rows", "court order", "What it brings", "1 row left out", "Left out: No child in the row", "form: 1A → 1B", "Not in this file", "Okafor (new): Chidi 4B K – Mr Emeka Okafor", "DOB: date of birth"} {
		next := strings.Index(text, part)
		if next <= at {
			t.Errorf("%q is missing or not in its place:\n%s", part, text)
		}
		at = next
	}
	for _, line := range strings.Split(text, "\n") {
		if utf8.RuneCountInString(line) > 80 {
			t.Errorf("wider than a terminal: %q", line)
		}
	}
}

// What was left stands below whom it is about, as on the screen.
func TestWhatIsLeftStandsBelowWhomItIsAbout(t *testing.T) {
	v, keys := preview(), []view.ImportKey{{Decision: "leave"}}
	v.Items = []view.ImportItem{
		{Part: view.ImportChanged, Lead: "Ada Okafor", Keys: keys, Left: true},
		{Part: view.ImportChanged, Lead: "form", Text: "1A → 1B", Under: true, Keys: keys, Left: true},
		{Part: view.ImportChanged, Lead: "Chidi Okafor", Text: "year group Year 4 → Year 5", Keys: keys},
	}
	var out bytes.Buffer
	if err := output.WriteImport(&out, v); err != nil {
		t.Fatal(err)
	}
	if want := "\nLeft out, as you decided\n  Ada Okafor\n      form: 1A → 1B\n\n"; !strings.Contains(out.String(), want) {
		t.Errorf("%q is missing:\n%s", want, out.String())
	}
}

func TestTheExportIsPlainJSON(t *testing.T) {
	var out bytes.Buffer
	none := view.Export{Schema: view.ExportSchema, Families: []view.ExportFamily{{ID: 1, Name: "Lane & Sons <"}}}
	if err := output.WriteExport(&out, none); err != nil {
		t.Fatal(err)
	}
	var back map[string]any
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || back["schema"] != "kettle-export/1" || !strings.Contains(out.String(), "Lane & Sons <") {
		t.Errorf("%v\n%s", err, out.String())
	}
}
