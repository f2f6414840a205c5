package store

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kettle/model/view"
)

// unheard is an export whose headings nobody knows.
const unheard = "Liste 2026\n\nKid,Klasse,Anruf 1,Wer,Geb.\n\"HILL, Ava\",4,07700900123,Ann Hill,03/05/2017\nTom Ash,5,07700 900124,Mum,04/06/2016\n"

func exportOf(t testing.TB, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func columnsOf(t testing.TB, s *Store, path string) view.Columns {
	t.Helper()
	c, err := s.ImportColumns(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// saying are the columns when it is said so of single ones.
func saying(t testing.TB, s *Store, c view.Columns, said map[int]view.ColumnTarget) view.Columns {
	t.Helper()
	c, err := s.DealColumns(ctx, c, c.Row, said)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// unheardSaid is what the columns of unheard hold.
func unheardSaid() map[int]view.ColumnTarget {
	return map[int]view.ColumnTarget{0: {Field: "full_name"}, 1: {Field: "year"}, 2: {Field: "mobile", Block: 1}, 3: {Field: "full_name", Block: 1}, 4: {Field: "dob"}}
}

func TestAFileThatNobodyKnowsIsTakenInOnceItsColumnsAreSaid(t *testing.T) {
	s := openNew(t)
	path := exportOf(t, unheard)
	if _, err := s.PreviewImportFile(ctx, path); err == nil {
		t.Fatal("its headings are known without help")
	}
	c := columnsOf(t, s, path)
	if c.Row != 3 || c.Own != 0 || c.Wrong == "" || len(c.Columns) != 5 || c.Columns[2].Heading != "Anruf 1" {
		t.Fatalf("%+v", c)
	}
	if _, err := s.RememberColumns(ctx, c); err == nil {
		t.Error("it is kept without a child's name")
	}
	c = saying(t, s, c, unheardSaid())
	for i, want := range []string{"forename Ava, surname Hill", "year 4", "07700 900123", "forename Ann, surname Hill", "Wed 3 May 2017"} {
		if got := c.Columns[i].Samples[0].Reads; !strings.EqualFold(got, want) {
			t.Errorf("column %d reads %q, want %q", i, got, want)
		}
	}
	if got := c.Columns[3].Samples[1].Reads; c.Wrong != "" || got != "mother" {
		t.Errorf("%q; “Mum” reads %q", c.Wrong, got)
	}
	must(t)(s.RememberColumns(ctx, c))
	takenIn(t, s, path)
	if e := dumped(t, s); len(e.Pupils) != 2 || len(e.Adults) != 2 || e.Pupils[1].Forename != "Ava" {
		t.Errorf("%+v", e)
	}
	// the next export of the same layout, with other separators and rows
	again := exportOf(t, "kid;klasse;anruf-1;wer;geb\nKit Lane;3;07700 900125;Jo Lane;01/02/2018\n")
	if p := previewed(t, s, again); p.Counts[0].New != 1 || !p.File.Columns[2].Said {
		t.Errorf("%+v", p.File)
	}
}

func TestWhatIsSaidOfColumnsIsOneStepAndForgotten(t *testing.T) {
	s := openNew(t)
	path := export(t, chidiAndNgozi)
	before := contentOf(t, s)
	c := columnsOf(t, s, path)
	if len(c.Kept) != 0 || c.Row != 1 || c.Own != 1 {
		t.Fatalf("%+v", c)
	}
	said := map[int]view.ColumnTarget{4: {Field: "not_imported"}, 14: {Field: "work_phone", Block: 1}, 0: c.Columns[0].Own}
	change := must(t)(s.RememberColumns(ctx, saying(t, s, c, said)))
	if change.Step == 0 || !change.Touches(view.Intake) {
		t.Errorf("%+v", change)
	}
	kept := columnsOf(t, s, path)
	if delete(said, 0); !maps.Equal(kept.Kept, said) || !maps.Equal(kept.Said, said) {
		t.Errorf("remembered: %v", kept.Kept)
	}
	if p := previewed(t, s, path); p.File.Columns[4].Field != "left out, as you said" || !strings.HasPrefix(p.File.Columns[14].Field, "work telephone") {
		t.Errorf("the preview does not follow: %+v", p.File.Columns)
	}
	if again := must(t)(s.RememberColumns(ctx, kept)); again.Step != 0 {
		t.Errorf("the same again is a step: %+v", again)
	}
	must(t)(s.Undo(ctx))
	if after := contentOf(t, s); !equalLines(before, after) {
		t.Errorf("undone, there is left:\n%s", differences(before, after))
	}
	must(t)(s.Redo(ctx))
	must(t)(s.RememberColumns(ctx, saying(t, s, columnsOf(t, s, path), map[int]view.ColumnTarget{})))
	if c := columnsOf(t, s, path); len(c.Kept) != 0 || c.Columns[4].Now != c.Columns[4].Own {
		t.Errorf("not forgotten: %v", c.Kept)
	}
}

func equalLines(a, b []string) bool { return strings.Join(a, "\n") == strings.Join(b, "\n") }

// Somebody may say that another line holds the headings, and nothing else.
func TestAnotherLineMayHoldTheHeadings(t *testing.T) {
	s := openNew(t)
	path := exportOf(t, "Forename,Surname,Year,Form\nName,Year,Form,Mobile\nAva Hill,4,4B,07700 900123\n")
	c := columnsOf(t, s, path)
	if c.Row != 1 || len(c.Lines) != 2 || c.Lines[1].Text != "Name · Year · Form · Mobile" {
		t.Fatalf("%+v", c)
	}
	c, err := s.DealColumns(ctx, c, 2, nil)
	if err != nil || c.Columns[0].Now.Field != "full_name" {
		t.Fatal(c, err)
	}
	must(t)(s.RememberColumns(ctx, c))
	if p := previewed(t, s, path); p.File.HeadingRow != 2 || p.Counts[0].New != 1 {
		t.Errorf("%+v", p.File)
	}
}

func TestEveryFieldSaysHowTheFirstValueWouldRead(t *testing.T) {
	s := openNew(t)
	c := columnsOf(t, s, exportOf(t, "Name,Year,Form,Datum\nAva Hill,4,4B,03/05/2017\n"))
	fields, err := s.ColumnReadings(ctx, c, 3)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range fields {
		got[f.Key] = f.Reads
	}
	for key, want := range map[string]string{"dob": "Wed 3 May 2017", "leaving_date": "Wed 3 May 2017", "mobile": "", "year": "", "reg": "03/05/2017"} {
		if got[key] != want {
			t.Errorf("as %s it reads %q, want %q", key, got[key], want)
		}
	}
}

func TestTwoColumnsForOneThingAreSaid(t *testing.T) {
	s := openNew(t)
	c := columnsOf(t, s, exportOf(t, "Name,Year,Form,Klasse\nAva Hill,4,4B,4\n"))
	c = saying(t, s, c, map[int]view.ColumnTarget{3: {Field: "year"}})
	if c.Columns[3].Twice != "Year" || c.Columns[1].Twice != "Klasse" || c.Columns[2].Twice != "" {
		t.Errorf("%+v", c.Columns)
	}
}
