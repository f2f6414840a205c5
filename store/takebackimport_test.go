package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"

	"pgregory.net/rapid"
)

func lastImport(t fatal, s *Store) view.LastImport {
	t.Helper()
	last, err := s.LastImport(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return last
}

// twoFamilies are the rows of Chidi with his parents, and of Ava with her mother.
var twoFamilies = []string{chidiAndNgozi, chidiAndEmeka, `Hill,Ava,03/11/2016,Year 4,4H,,Yes,Mother,1,Yes,No,Ms,Hill,Ann,07700 900123,"1 Quarry Bank, Thornwick, ZZ4 2EW"`}

func TestTheLastImportIsTakenBackWhole(t *testing.T) {
	s := openNew(t)
	addOkafors(t, s)
	before := contentOf(t, s)
	takenIn(t, s, simsExport)
	must(t)(s.SaveRoom(ctx, model.Room{Name: "Rainbow room"})) // nothing to do with it
	room := must(t)(s.Undo(ctx))
	last := lastImport(t, s)
	if last.File != "sims-contacts.csv" || last.Children != 40 || last.Families != 36 || len(last.Stays)+len(last.Fields) > 0 || room.Step == last.Step {
		t.Errorf("%+v", last)
	}
	must(t)(s.TakeBackImport(ctx, last.Step))
	if diff := differences(before, contentOf(t, s)); diff != "" {
		t.Error("it is not as before:\n", diff)
	}
	if last := lastImport(t, s); last.Step != 0 {
		t.Errorf("there is another: %+v", last)
	}
	if _, err := s.TakeBackImport(ctx, last.Step); !isProblem(err, "not the last import") {
		t.Errorf("twice: %v", err)
	}
}

// Another window takes in a file at the very moment in which the last one is taken back.
func TestAnImportThatIsNotTheLastAnyMoreStays(t *testing.T) {
	path, meanwhile := filepath.Join(t.TempDir(), "caseload.db"), func() {}
	s := openAt(t, path, func(o *Options) {
		o.Observe = func(write bool) {
			if write {
				meanwhile()
			}
		}
	})
	first, other := takenIn(t, s, export(t, twoFamilies...)), openAt(t, path)
	meanwhile = func() {
		meanwhile = func() {}
		takenIn(t, other, export(t, strings.Replace(chidiAndNgozi, "Year 4,4B", "Year 5,5C", 1)))
	}
	if _, err := s.TakeBackImport(ctx, first.Step); !isProblem(err, "not the last import") {
		t.Errorf("%v", err)
	}
	if chidi := pupilNamed(t, s, "Chidi"); chidi.Class != "5C" {
		t.Errorf("%+v", chidi)
	}
}

// What was written since stays, with the family it was written about.
func TestAFamilyWithSomethingWrittenSinceStays(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, twoFamilies...))
	okafor := familyNamed(t, s, "Okafor")
	mother, chidi := idNamed(t, s, "adult", "Ngozi", "Okafor"), pupilNamed(t, s, "Chidi").ID
	contact := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: okafor, Kind: model.GoodNews, Note: "sang",
		Adults: []int64{mother}, Pupils: []int64{chidi}}})).New // one entry, with all its people
	must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: okafor, What: "ring", AdultID: mother}))
	written := contentOf(t, s)
	last := lastImport(t, s)
	want := view.ImportStays{Family: "Okafor", Children: "Chidi 4B", Why: "1 entry in the log, 1 promise"}
	if len(last.Stays) != 1 || last.Stays[0] != want || last.Families != 1 || last.Children != 1 || last.Adults != 1 {
		t.Fatalf("%+v", last)
	}
	change := must(t)(s.TakeBackImport(ctx, last.Step))
	dump := dumped(t, s)
	if len(dump.Families) != 1 || len(dump.Pupils) != 1 || len(dump.Adults) != 2 || len(dump.Links) != 2 || dump.Families[0].Name != "Okafor" {
		t.Errorf("%+v", dump)
	}
	if c, err := s.Contact(ctx, contact); err != nil || c.Note != "sang" {
		t.Errorf("the entry: %+v, %v", c, err)
	}
	after := contentOf(t, s)
	if got := s.UndoState().Back; !strings.HasPrefix(got, "took back: took in export.csv") || change.Step == 0 {
		t.Errorf("u would take back %q", got)
	}
	must(t)(s.Undo(ctx))
	if diff := differences(written, contentOf(t, s)); diff != "" {
		t.Error("undone, it is not as before:\n", diff)
	}
	must(t)(s.Redo(ctx))
	if diff := differences(after, contentOf(t, s)); diff != "" {
		t.Error("done again, it differs:\n", diff)
	}
}

func TestWhatWasChangedByHandSinceStays(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, twoFamilies...))
	second := takenIn(t, s, export(t, strings.Replace(chidiAndNgozi, "Year 4,4B", "Year 5,5C", 1), strings.Replace(twoFamilies[2], "07700 900123", "07700 900456", 1)))
	if last := lastImport(t, s); last.Changes != 3 { // as the preview counts them: year group, form, telephones
		t.Errorf("%d changes go", last.Changes)
	}
	chidi := pupilNamed(t, s, "Chidi")
	chidi.Class = "5A"
	must(t)(s.SavePupil(ctx, chidi))
	last := lastImport(t, s)
	if last.Step != second.Step || last.Changes != 2 || len(last.Fields) != 1 || last.Fields[0] != (view.ImportKept{Name: "Chidi Okafor", Field: "form", Now: "5A"}) {
		t.Errorf("%+v", last)
	}
	must(t)(s.TakeBackImport(ctx, last.Step))
	if chidi = pupilNamed(t, s, "Chidi"); chidi.Class != "5A" || chidi.Year != "4" {
		t.Errorf("class %s, year %s", chidi.Class, chidi.Year)
	}
	if ann := dumped(t, s).Adults[2]; ann.Phones[0].Number != "07700 900123" {
		t.Errorf("%+v", ann)
	}
	if first := lastImport(t, s); first.Step == 0 || first.Step == last.Step {
		t.Errorf("the import before it is the last now: %+v", first)
	}
}

// What stays as it was changed by hand is said as a person reads it, each field once.
func TestWhatStaysAsItWasChangedIsSaidInWords(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, twoFamilies...))
	takenIn(t, s, export(t, `Okafor,Chidi,02/03/2018,Year 5,5C,E,No,Mother,2,No,Yes,Mrs,Okafor,Ngozi,07700 900101,"4 Mill Lane, Thornwick, ZZ1 4DP"`))
	chidi := pupilNamed(t, s, "Chidi")
	chidi.Year, chidi.SEN = "4", model.SENSupport
	must(t)(s.SavePupil(ctx, chidi))
	links, err := s.FamilyLinks(ctx, chidi.FamilyID)
	if err != nil || links[0].Relation != model.Mother {
		t.Fatal(links, err)
	}
	links[0].CourtOrder, links[0].Priority, links[0].LivesWith, links[0].ParentalResponsibility = false, 0, model.Yes, model.NotKnown
	must(t)(s.SaveLink(ctx, links[0]))
	var said []string
	for _, f := range lastImport(t, s).Fields {
		said = append(said, f.Name+": "+f.Field+" "+f.Now)
	}
	want := []string{"Chidi Okafor: SEN status SEN support", "Chidi Okafor: year group Year 4", "Mrs Ngozi Okafor: court order no", "Mrs Ngozi Okafor: lives with yes",
		"Mrs Ngozi Okafor: parental responsibility ", "Mrs Ngozi Okafor: priority "}
	if !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
}

// Whether a child is on roll stands in two columns of our own, and in one answer of the office.
func TestWhetherAChildIsOnRollIsSaidInWords(t *testing.T) {
	for _, c := range []struct{ column, now, want string }{
		{"roll", "on roll", "on roll yes"}, {"roll", "left", "on roll no, left"}, {"left_on", "2026-11-20", "on roll no, left on Fri 20 Nov 2026"}, {"left_on", "", "on roll "},
	} {
		field, value := (&backward{}).columnWords(c.column, c.now)
		if got := field + " " + value; got != c.want {
			t.Errorf("%s %q: %q", c.column, c.now, got)
		}
	}
}

// What the preview counted as changes is counted alike when it is taken back, whatever became of the rows.
func TestChangesAreCountedAsThePreviewCountsThem(t *testing.T) {
	const ann = 2
	for _, c := range []struct {
		row      int
		was, is  string
		expected int
	}{
		{0, "Year 4,4B", "Year 5,4B", 1},
		{0, "Year 4,4B,K", "Year 5,5C,E", 3},
		{ann, "07700 900123", "07700 900456", 1},
		{ann, "07700 900123", "07700 900123 / 07700 900456", 1},
		{ann, "07700 900123", "07700 900457 / 07700 900456", 1},
		{ann, "1 Quarry Bank", "3 Quarry Bank", 1},
		{ann, "1 Quarry Bank, Thornwick, ZZ4 2EW", "7 Mill Lane, Thornwick, ZZ4 2EX", 2},
		{ann, "Yes,Mother,1,Yes", "No,Aunt,2,No", 4},
		{ann, "Yes,Mother,1,Yes,No", "Yes,Mother,1,Yes,Yes", 1},
	} {
		s := openNew(t)
		takenIn(t, s, export(t, twoFamilies...))
		rows := slices.Clone(twoFamilies)
		rows[c.row] = strings.Replace(rows[c.row], c.was, c.is, 1)
		preview, changes := previewed(t, s, export(t, rows...)), 0
		for _, change := range preview.Changes {
			changes += len(change.Fields)
		}
		must(t)(s.TakeIn(ctx, preview))
		if last := lastImport(t, s); changes < c.expected || last.Changes != changes {
			t.Errorf("%s: %d changes in the preview %+v, %d when it is taken back", c.is, changes, preview.Changes, last.Changes)
		}
	}
}

// What stays is said as a person reads it: codes in words, and one joining as one.
func TestWhatStaysIsSaidInWords(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, twoFamilies...))
	changed := strings.NewReplacer("Year 4,4B,K", "Year 5,4B,E")
	takenIn(t, s, export(t, changed.Replace(chidiAndNgozi), changed.Replace(chidiAndEmeka),
		`Hill,Ava,03/11/2016,Year 4,4H,,Yes,Mother,1,Yes,No,Ms,Brandt,Ann,07700 900123,"1 Quarry Bank, Thornwick, ZZ4 2EW"`))
	chidi := pupilNamed(t, s, "Chidi")
	chidi.Year, chidi.SEN = "6", model.NoSEN
	must(t)(s.SavePupil(ctx, chidi))
	for two := range doublesOf(t, s) {
		must(t)(s.JoinTwo(ctx, view.Two{Of: two.Of, Kept: two.Gone, Gone: two.Kept}, true))
	}
	last, words := lastImport(t, s), []string{}
	for _, f := range last.Fields {
		words = append(words, f.Name+", "+f.Field+": "+f.Now)
	}
	if got := strings.Join(words, "; "); got != "Chidi Okafor, SEN status: no SEN; Chidi Okafor, year group: Year 6" {
		t.Errorf("these stay: %s", got)
	}
	if len(last.Stays) != 1 || last.Stays[0].Why != "1 joining by hand" {
		t.Errorf("these stay: %+v", last.Stays)
	}
}

func TestOnlyTheLastImportIsTakenBack(t *testing.T) {
	s := openNew(t)
	first := takenIn(t, s, export(t, chidiAndNgozi))
	takenIn(t, s, export(t, twoFamilies...))
	if _, err := s.TakeBackImport(ctx, first.Step); !isProblem(err, "not the last import") {
		t.Errorf("%v", err)
	}
}

// Taken back after anything that a person may do, and that undone, nothing is changed; whatever was
// written since is there in between, and everything that is there leads to something.
func TestTakingAnImportBackAndUndoingThatChangesNothing(t *testing.T) {
	s := openNew(t)
	made := addOkafors(t, s)
	takenIn(t, s, export(t, append([]string{strings.Replace(chidiAndNgozi, "4B", "4C", 1)}, twoFamilies[1:]...)...))
	path, file := filepath.Join(t.TempDir(), "caseload.kettle"), bytesOf(t, s)
	rounds := 0
	rapid.Check(t, func(t *rapid.T) {
		if rounds++; rounds > 25 { // each opens a file and writes a good deal
			return
		}
		s := openCopy(t, path, file)
		defer s.Close()
		p := &people{s: s, families: []int64{made.family, made.family + 1}, pupils: []int64{made.chidi, made.ada, made.ada + 1}, adults: []int64{made.ngozi, made.emeka, made.emeka + 1}}
		for range rapid.IntRange(0, 6).Draw(t, "steps") {
			p.randomStep(t)
		}
		before := contentOf(t, s)
		last := lastImport(t, s)
		if _, err := s.TakeBackImport(ctx, last.Step); err != nil {
			t.Fatalf("%v", err)
		}
		after := contentOf(t, s)
		for _, line := range before {
			if (strings.HasPrefix(line, "contact") || strings.HasPrefix(line, "follow_up") || strings.HasPrefix(line, "family_entry")) && !slices.Contains(after, line) {
				t.Fatalf("it has gone: %s", line)
			}
		}
		var dangling int
		if err := s.readers.QueryRow("SELECT count(*) FROM pragma_foreign_key_check").Scan(&dangling); err != nil || dangling > 0 {
			t.Fatalf("%d rows lead nowhere, %v", dangling, err)
		}
		remakeLines(t, s)
		if diff := differences(after, contentOf(t, s)); diff != "" {
			t.Fatal("the list of families was not kept up to date:\n", diff)
		}
		if _, err := s.Undo(ctx); err != nil {
			t.Fatalf("undo: %v", err)
		}
		if diff := differences(before, contentOf(t, s)); diff != "" {
			t.Fatal("undone, it is not as before:\n", diff)
		}
		if _, err := s.Redo(ctx); err != nil {
			t.Fatalf("redo: %v", err)
		}
		if diff := differences(after, contentOf(t, s)); diff != "" {
			t.Fatal("done again, it differs:\n", diff)
		}
	})
}

func familyNamed(t testing.TB, s *Store, name string) int64 {
	t.Helper()
	for _, f := range dumped(t, s).Families {
		if f.Name == name {
			return f.ID
		}
	}
	t.Fatalf("there is no family %s", name)
	return 0
}

func pupilNamed(t testing.TB, s *Store, forename string) model.Pupil {
	t.Helper()
	for _, p := range dumped(t, s).Pupils {
		if p.Forename == forename {
			found, err := s.Pupil(ctx, p.ID)
			if err != nil {
				t.Fatal(err)
			}
			return found
		}
	}
	t.Fatalf("there is no %s", forename)
	return model.Pupil{}
}

func bytesOf(t testing.TB, s *Store) []byte {
	t.Helper()
	file, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	return file
}
