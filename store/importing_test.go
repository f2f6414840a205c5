package store

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
)

const simsExport = "intake/testdata/sims-contacts.csv"

func previewed(t testing.TB, s *Store, path string) view.Import {
	t.Helper()
	preview, err := s.PreviewImportFile(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	return preview
}

// takenIn previews a file and takes it in.
func takenIn(t testing.TB, s *Store, path string) view.Change {
	t.Helper()
	return must(t)(s.TakeIn(ctx, previewed(t, s, path)))
}

// export writes rows below the usual headings to a file.
func export(t testing.TB, rows ...string) string {
	t.Helper()
	const headings = "Surname,Forename,DOB,Year,Reg,SEN,Lives With,Relationship,Priority,PR,Court Order,Title,Contact Surname,Contact Forename,Mobile,Address"
	path := filepath.Join(t.TempDir(), "export.csv")
	if err := os.WriteFile(path, []byte(headings+"\n"+strings.Join(rows, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Rows of an export: Chidi and his parents, who live apart.
const (
	chidiAndNgozi = `Okafor,Chidi,02/03/2018,Year 4,4B,K,Yes,Mother,1,Yes,No,Mrs,Okafor,Ngozi,07700 900101,"4 Mill Lane, Thornwick, ZZ1 4DP"`
	chidiAndEmeka = `Okafor,Chidi,02/03/2018,Year 4,4B,K,No,Father,2,Yes,No,Mr,Okafor,Emeka,07700 900102,"11 Quay Street, Thornwick, ZZ2 9AB"`
)

func dumped(t testing.TB, s *Store) view.Export {
	t.Helper()
	dump, err := s.Dump(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return dump
}

func TestAPreviewWritesNothing(t *testing.T) {
	s := openNew(t)
	before := contentOf(t, s)
	preview := previewed(t, s, simsExport)
	if preview.Nothing || len(preview.Families) == 0 || len(preview.Alarms) == 0 || preview.Counts[0].New == 0 {
		t.Errorf("the preview says too little: %+v", preview.Counts)
	}
	if after := contentOf(t, s); !slices.Equal(before, after) {
		t.Errorf("the preview wrote:\n%s", differences(before, after))
	}
}

// What a preview shows is what taking in does: the same families, people and links, by other ids.
func TestThePreviewKeepsItsWord(t *testing.T) {
	files, err := filepath.Glob("intake/testdata/*.csv")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			s := openNew(t)
			preview := previewed(t, s, file)
			shown := s.DumpAfter(preview)
			must(t)(s.TakeIn(ctx, preview))
			if want, got := withoutIDs(t, shown), withoutIDs(t, dumped(t, s)); !slices.Equal(want, got) {
				t.Errorf("taking in did otherwise than shown:\n%s", differences(want, got))
			}
		})
	}
}

// withoutIDs is a dump in lines that say the same whatever the ids are.
func withoutIDs(t testing.TB, e view.Export) []string {
	t.Helper()
	pupils, adults, families := map[int64]string{}, map[int64]string{}, map[int64]string{}
	for _, f := range e.Families {
		families[f.ID] = f.Name
	}
	var lines []string
	add := func(of string, v any) {
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, of+" "+string(text))
	}
	for _, p := range e.Pupils {
		pupils[p.ID] = p.Forename + " " + p.Surname + " " + p.Born
		of := families[p.Family]
		p.ID, p.Family = 0, 0
		add(of, p)
	}
	for _, a := range e.Adults {
		adults[a.ID] = a.Forename + " " + a.Surname
		a.ID = 0
		add("", a)
	}
	for _, l := range e.Links {
		of := pupils[l.Pupil] + ", " + adults[l.Adult]
		l.Pupil, l.Adult = 0, 0
		add(of, l)
	}
	for _, f := range e.Families {
		add(f.Name, []int{len(f.Pupils), len(f.Adults)})
	}
	add("", e.Report)
	slices.Sort(lines)
	return lines
}

func TestTheSameFileTwiceAddsAndChangesNothing(t *testing.T) {
	files, _ := filepath.Glob("intake/testdata/*.csv")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			s := openNew(t)
			takenIn(t, s, file)
			before := contentOf(t, s)
			preview := previewed(t, s, file)
			if !preview.Nothing {
				t.Errorf("the second preview finds something to do: %+v, %+v", preview.Counts, preview.Changes)
			}
			if change := must(t)(s.TakeIn(ctx, preview)); change.Step != 0 {
				t.Errorf("nothing was taken in as a step of its own: %q", change.Title)
			}
			if after := contentOf(t, s); !slices.Equal(before, after) {
				t.Errorf("the second time changed:\n%s", differences(before, after))
			}
		})
	}
}

// A wrong import is one key away from never having been (trust.md).
func TestOneStepTakesAnImportBack(t *testing.T) {
	s := openNew(t)
	addOkafors(t, s)
	before, dumpBefore := contentOf(t, s), dumped(t, s)
	change := takenIn(t, s, simsExport)
	if !strings.HasPrefix(change.Title, "took in sims-contacts.csv: ") || !strings.Contains(change.Title, "children") {
		t.Errorf("the step is called %q", change.Title)
	}
	taken := contentOf(t, s)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if after := contentOf(t, s); !slices.Equal(before, after) {
		t.Errorf("left behind:\n%s", differences(before, after))
	}
	if after := dumped(t, s); !reflect.DeepEqual(dumpBefore, after) {
		t.Errorf("the dump is not the one before: %+v", after)
	}
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if again := contentOf(t, s); !slices.Equal(taken, again) {
		t.Errorf("done again, it differs:\n%s", differences(taken, again))
	}
}

func TestABackupStandsBeforeAnImport(t *testing.T) {
	s := openNew(t)
	addOkafors(t, s)
	takenIn(t, s, simsExport)
	backups, err := ListBackups(ctx, s.o)
	if err != nil || len(backups) != 1 || backups[0].Families != 1 {
		t.Fatalf("%+v, %v", backups, err)
	}
}

// Of several schools the one is proposed that has the year groups of most of the new children.
func TestNewChildrenGoToTheSchoolOfTheirYears(t *testing.T) {
	s := openNew(t)
	must(t)(s.SaveSchool(ctx, model.School{Name: "Abbey Academy", YearGroups: "7 8 9 10 11"}))
	primary := must(t)(s.SaveSchool(ctx, model.School{Name: "Thornwick Primary", YearGroups: "R 1 2 3 4 5 6"})).New
	must(t)(s.SaveSchool(ctx, model.School{Name: "Zeal Primary", YearGroups: "R 1 2 3 4 5 6"}))
	for _, c := range []struct {
		year   string
		school int64
	}{{"Year 4", primary}, {"Year 8", primary - 1}, {"", primary - 1}} {
		rows := []string{strings.Replace(chidiAndNgozi, "Year 4", c.year, 1), strings.Replace(twoFamilies[2], "Year 4", c.year, 1)}
		preview := previewed(t, s, export(t, rows...))
		if preview.School != c.school {
			t.Errorf("%q: school %d, not %d, of %+v", c.year, preview.School, c.school, preview.Schools)
		}
	}
}

func TestNewChildrenGoToTheChosenSchool(t *testing.T) {
	s := openNew(t)
	must(t)(s.SaveSchool(ctx, model.School{Name: "Abbey School"}))
	thornwick := must(t)(s.SaveSchool(ctx, model.School{Name: "Thornwick School"})).New
	preview := previewed(t, s, export(t, chidiAndNgozi))
	if len(preview.Schools) != 2 || preview.School != preview.Schools[0].ID {
		t.Fatalf("%+v", preview.Schools)
	}
	preview.School = thornwick
	must(t)(s.TakeIn(ctx, preview))
	if p := onlyPupil(t, s); p.SchoolID != thornwick {
		t.Errorf("school %d, not %d", p.SchoolID, thornwick)
	}
}

func TestACaseloadThatChangedMeanwhileIsLookedAtAgain(t *testing.T) {
	s := openNew(t)
	path := export(t, chidiAndNgozi)
	preview := previewed(t, s, path)
	takenIn(t, s, path)
	before := contentOf(t, s)
	_, err := s.TakeIn(ctx, preview)
	if err == nil || !strings.Contains(err.Error(), "look at it again") {
		t.Errorf("taken in on an old preview: %v", err)
	}
	if after := contentOf(t, s); !slices.Equal(before, after) {
		t.Errorf("and it wrote:\n%s", differences(before, after))
	}
}

func TestAFileThatCannotBeTakenInSaysWhy(t *testing.T) {
	s := openNew(t)
	folder := t.TempDir()
	for _, c := range []struct{ name, text, want string }{
		{"empty.csv", "", "empty"},
		{"list.xlsx", "PK\x03\x04 and so on", "CSV"},
		{"letter.csv", "Dear all,\nthe trip is on Friday.\n", "heading"},
		{"only.csv", "Surname,Forename,Year\n", "nothing below"},
	} {
		path := filepath.Join(folder, c.name)
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.PreviewImportFile(ctx, path); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for _, path := range []string{filepath.Join(folder, "none.csv"), folder} {
		if _, err := s.PreviewImportFile(ctx, path); err == nil {
			t.Errorf("%s was read", path)
		}
	}
}

func TestNothingOfTheFileIsKeptButItsName(t *testing.T) {
	s := openNew(t)
	path := export(t, chidiAndNgozi)
	takenIn(t, s, "'"+path+"'") // as a terminal pastes a file that is dropped on it
	for _, line := range contentOf(t, s) {
		if strings.Contains(line, filepath.Dir(path)) {
			t.Errorf("the caseload holds where the file lay: %s", line)
		}
	}
	report := dumped(t, s).Report
	if report.File != "export.csv" || report.RowsRead != 1 {
		t.Errorf("%+v", report)
	}
}

func TestTheNewestExportsAreFound(t *testing.T) {
	downloads, desktop := t.TempDir(), t.TempDir()
	for i, path := range []string{filepath.Join(downloads, "old.csv"), filepath.Join(desktop, "new.CSV"), filepath.Join(downloads, "letter.docx"),
		filepath.Join(downloads, model.TakeOut{Kind: model.OutLog}.FileName("2026-11-24")), filepath.Join(downloads, model.TakeOut{Kind: model.OutFamilies}.FileName("2026-11-24"))} {
		if err := os.WriteFile(path, []byte("a,b"), 0o600); err != nil {
			t.Fatal(err)
		}
		at := testNow.Add(time.Duration(i) * time.Hour)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	s := openAt(t, filepath.Join(t.TempDir(), "caseload.db"), func(o *Options) { o.Exports = []string{downloads, filepath.Join(desktop, "gone"), desktop} })
	files, err := s.RecentExports(ctx)
	if err != nil || len(files) != 2 || files[0].Name != "new.CSV" || files[1].Folder != filepath.Base(downloads) {
		t.Errorf("%+v, %v", files, err)
	}
}
