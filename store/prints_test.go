package store

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"kettle/model"
)

func printed(t *testing.T, s *Store, form model.PrintForm) string {
	t.Helper()
	path, err := s.Print(ctx, model.LetterSheet("Dear Mrs Okafor,\n\nHello.", "2026-11-24"), form)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// trust.md: prints lie beside the caseload, are their owner's alone, and name nobody.
func TestPrintsAreTheirOwnersAloneAndNameNobody(t *testing.T) {
	s := openNew(t)
	for form, ending := range map[model.PrintForm]string{model.AsPDF: ".pdf", model.AsDOCX: ".docx", model.AsText: ".txt"} {
		path := printed(t, s, form)
		if filepath.Dir(path) != filepath.Join(filepath.Dir(s.Path()), "prints") || filepath.Ext(path) != ending || strings.Contains(strings.ToLower(path[len(filepath.Dir(path)):]), "okafor") {
			t.Errorf("%s lies at %s", form, path)
		}
		file, err := os.Stat(path)
		if err != nil || file.Size() == 0 {
			t.Fatal(err)
		}
		folder, _ := os.Stat(filepath.Dir(path))
		if runtime.GOOS != "windows" && (file.Mode().Perm() != 0o600 || folder.Mode().Perm() != 0o700) {
			t.Errorf("others may look: file %v, folder %v", file.Mode(), folder.Mode())
		}
	}
}

func TestPrintsGoAtTheNextStart(t *testing.T) {
	s := openNew(t)
	s.ClearPrints() // without a folder there is nothing to do
	path := printed(t, s, model.AsPDF)
	s.ClearPrints()
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("it is still there: %v", err)
	}
	if _, err := os.Stat(s.Path()); err != nil {
		t.Error(err)
	}
}

func TestWhoOnlyLooksWritesNoPrints(t *testing.T) {
	s := openNew(t)
	path := printed(t, s, model.AsText)
	looking := openAt(t, s.Path(), func(o *Options) { o.ReadOnly = true })
	_, err := looking.Print(ctx, model.LetterSheet("Dear", ""), model.AsPDF)
	if err == nil || !strings.Contains(err.Error(), "--read-only") {
		t.Errorf("it is printed: %v", err)
	}
	looking.ClearPrints()
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the prints of another window went: %v", err)
	}
}

func TestAFolderOfPrintsThatLeadsElsewhereIsNotFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	s := openNew(t)
	elsewhere := t.TempDir()
	if err := os.Symlink(elsewhere, s.prints()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Print(ctx, model.LetterSheet("Dear", ""), model.AsText); err == nil {
		t.Error("it was printed into another folder")
	}
	if entries, _ := os.ReadDir(elsewhere); len(entries) > 0 {
		t.Errorf("there lies %v", entries)
	}
	theirs := filepath.Join(elsewhere, "theirs.txt")
	if err := os.WriteFile(theirs, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.ClearPrints()
	if _, err := os.Stat(theirs); err != nil {
		t.Errorf("somebody else's file was cleared away: %v", err)
	}
}

func TestAFileInTheWayOfThePrintsIsSaid(t *testing.T) {
	s := openNew(t)
	if err := os.WriteFile(s.prints(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := s.Print(ctx, model.LetterSheet("Dear", ""), model.AsText)
	if problem, ok := err.(Problem); !ok || !strings.Contains(problem.Sentence, "prints") {
		t.Errorf("the fault is said as %v", err)
	}
}
