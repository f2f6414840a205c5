package store

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
)

// The clock of the tests: Tuesday 24 November 2026, half past two.
var testNow = time.Date(2026, 11, 24, 14, 30, 0, 0, time.UTC)

func testClock() time.Time { return testNow }

var ctx = context.Background()

// openAt opens the caseload at path for a test, which closes it.
func openAt(t testing.TB, path string, with ...func(*Options)) *Store {
	t.Helper()
	o := Options{Path: path, Now: testClock}
	for _, set := range with {
		set(&o)
	}
	s, err := Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	unsynced(t, s)
	return s
}

// openNew opens a caseload with nothing in it.
func openNew(t testing.TB) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	if err := os.WriteFile(path, emptyCaseload(), 0o600); err != nil {
		t.Fatal(err)
	}
	return openAt(t, path)
}

// emptyCaseload is the file of a caseload that was just made: copying it is quicker than making one
// for every test.
var emptyCaseload = sync.OnceValue(func() []byte {
	folder, err := os.MkdirTemp("", "kettle")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "caseload.kettle")
	s, err := Open(ctx, Options{Path: path})
	if err != nil {
		panic(err)
	}
	if err := s.Close(); err != nil {
		panic(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	return file
})

// unsynced makes the writes of a test not wait for the disk.
func unsynced(t testing.TB, s *Store) {
	t.Helper()
	if s.o.ReadOnly {
		return
	}
	if _, err := s.writer.Exec("PRAGMA synchronous = OFF"); err != nil {
		t.Fatal(err)
	}
}

// must is the change of a write that may not fail.
func must(t testing.TB) func(view.Change, error) view.Change {
	return func(c view.Change, err error) view.Change {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
}

// okafors keeps a family of two children and two parents, and gives their ids.
type okafors struct{ family, chidi, ada, ngozi, emeka int64 }

func addOkafors(t testing.TB, s *Store) okafors {
	t.Helper()
	o := okafors{family: must(t)(s.SaveFamily(ctx, model.Family{Name: "Okafor"})).New}
	chidi := model.Pupil{FamilyID: o.family, Forename: "Chidi", Surname: "Okafor", Year: "4", Class: "4B", SEN: model.SENSupport,
		Born: "2018-03-02", Postcode: "ZZ1 4DP", Language: "Igbo"}
	o.chidi = must(t)(s.SavePupil(ctx, chidi)).New
	o.ada = must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: o.family, Forename: "Adaeze", KnownAs: "Ada", Surname: "Okafor", Year: "1", Class: "1A", Born: "2021-05-06"})).New
	ngozi := model.Adult{Title: "Mrs", Forename: "Ngozi", Surname: "Okafor",
		Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900123"}}, Emails: []model.Email{{Address: "ngozi@example.org"}}}
	o.ngozi = must(t)(s.AddAdult(ctx, ngozi, o.family, model.Link{PupilID: o.chidi, Relation: model.Mother, Priority: 1}, model.Link{PupilID: o.ada, Relation: model.Mother, Priority: 1})).New
	o.emeka = must(t)(s.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Emeka", Surname: "Okafor"}, o.family,
		model.Link{PupilID: o.chidi, Relation: model.Father, Priority: 2})).New
	return o
}
