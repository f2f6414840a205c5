package store

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kettle/store/demo"
)

// kept is a caseload that was used and closed.
func kept(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	s := openAt(t, path)
	addOkafors(t, s)
	if err := s.KeepDraft(ctx, "contact", 0, map[string]string{"note": "half a senten"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// changedBehindOurBack runs SQL on a caseload as another tool would, without the change log.
func changedBehindOurBack(t *testing.T, path, text string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(text); err != nil {
		t.Fatal(err)
	}
}

func TestASoundCaseloadIsFoundSoundAndStaysAsItIs(t *testing.T) {
	path := kept(t)
	before := fileAt(t, path)
	c, err := Check(ctx, path)
	if err != nil || !c.Sound() {
		t.Fatalf("found %+v, %v", c.Damage, err)
	}
	if c.Families != 1 || c.Children == 0 || c.Adults == 0 || c.Steps == 0 || c.Pages != int64(len(before)/4096) || c.Unproven != 0 || c.Proven == 0 {
		t.Errorf("examined %+v", c)
	}
	if !bytes.Equal(before, fileAt(t, path)) {
		t.Error("checking changed the file")
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("there are files beside it: %v", files)
	}
}

func fileAt(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestAMadeUpSchoolIsSoundAndUnproven(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	s := openAt(t, path)
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 20, Today: "2026-11-24"})); err != nil {
		t.Fatal(err)
	}
	c, err := Check(ctx, path)
	if err != nil || !c.Sound() || c.Proven != 0 || c.Unproven == 0 {
		t.Errorf("found %+v, %v", c, err)
	}
}

func TestCheckSeesWhatNoLookAtTheFileItselfCan(t *testing.T) {
	for _, c := range []struct{ sql, where string }{
		{"UPDATE adult SET notes = 'Rings back on Tuesdays.' WHERE id = 1", "adult"},
		{"UPDATE pupil SET sen = 'K', dob = '2018-03-04' WHERE id = 1", "pupil"},
		{"DELETE FROM phone", "phone"},
		{"UPDATE change_log SET op = 'delete', before = after, after = '{}' WHERE tbl = 'phone'", "phone"},
		{"UPDATE family SET name = 'Okafos'", "family"},
		{"UPDATE change_log SET tbl = 'room' WHERE tbl = 'family'", "room"},
		{"UPDATE change_log SET after = replace(after, 'Okafor', 'Okafos') WHERE tbl = 'family' AND op = 'insert'", "family"},
		{"UPDATE change_log SET tbl = 'nowhere' WHERE tbl = 'pupil'", "change_log"},
		{"UPDATE pupil SET dob = '2018-13-02'", "pupil"},
		{"UPDATE adult SET in_touch = 'perhaps'", "adult"},
		{"UPDATE draft SET body = '{\"note\":'", "draft"},
		{"PRAGMA foreign_keys = OFF; UPDATE pupil SET family_id = 99 WHERE id = 1", "pupil"},
	} {
		path := kept(t)
		changedBehindOurBack(t, path, c.sql)
		found, err := Check(ctx, path)
		if err != nil || !strings.Contains(fmt.Sprint(found.Damage), c.where) || found.Mendable() {
			t.Errorf("%s: found %+v, %v", c.sql, found.Damage, err)
		}
	}
}

func TestAListThatDisagreesIsMadeAnewAndNothingElse(t *testing.T) {
	path := kept(t)
	changedBehindOurBack(t, path, "UPDATE family_index SET people = 'nobody'")
	found, err := Check(ctx, path)
	if err != nil || !found.Mendable() {
		t.Fatalf("found %+v, %v", found.Damage, err)
	}
	s := openAt(t, path)
	if err := s.MakeListAnew(ctx); err != nil {
		t.Fatal(err)
	}
	if found, err = Check(ctx, path); err != nil || !found.Sound() {
		t.Errorf("found %+v, %v", found.Damage, err)
	}
	if state := s.UndoState(); state.Back != "" {
		t.Error("making the list anew is a step")
	}
}

func TestAnotherToolsTriggerIsRefusedAtOpening(t *testing.T) {
	for _, text := range []string{
		"CREATE TRIGGER listener AFTER INSERT ON family BEGIN DELETE FROM contact; END",
		"CREATE VIEW extra AS SELECT * FROM family",
		"DROP TABLE draft",
		"PRAGMA user_version = 0",
	} {
		path := kept(t)
		changedBehindOurBack(t, path, text)
		before := fileAt(t, path)
		refused(t, Options{Path: path}, "changed by something else")
		if !bytes.Equal(before, fileAt(t, path)) {
			t.Errorf("%s: the file was changed", text)
		}
	}
	path := kept(t)
	changedBehindOurBack(t, path, "ANALYZE")
	openAt(t, path)
}

func TestTheSentenceAboutDamageNamesTheNewestGoodBackup(t *testing.T) {
	path := kept(t)
	s := openAt(t, path)
	good, err := s.Backup(ctx, "daily")
	if err != nil {
		t.Fatal(err)
	}
	bad, err := s.Backup(ctx, "asked")
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, bad} {
		data := fileAt(t, name)
		clear(data[len(data)/2:])
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	refused(t, Options{Path: path}, "kettle restore")
	refused(t, Options{Path: path}, filepath.Base(good))
	checks, err := CheckBackups(ctx, path)
	if err != nil || len(checks) != 2 || checks[0].Sound() == checks[1].Sound() {
		t.Errorf("the backups are %+v, %v", checks, err)
	}
}

func TestTheFingerprintOfEachVersionIsThatOfItsSchema(t *testing.T) {
	for i, want := range schemaPrints {
		if is, err := freshPrint(ctx, i+1); err != nil || is != want {
			t.Errorf("version %d has the fingerprint %s, %v: the list in checkschema.go says %s", i+1, is, err, want)
		}
	}
	if len(schemaPrints) != newestVersion() {
		t.Errorf("%d fingerprints for %d versions: add the missing to checkschema.go", len(schemaPrints), newestVersion())
	}
}

// A large caseload is not looked through when it is opened. What is damaged in it is said when it is
// met, and no backup is made of it that would drive out a good one.
func TestDamageThatIsMetLaterIsSaidAndNotBackedUp(t *testing.T) {
	whole := fileAt(t, kept(t))
	said := 0
	for page := 2; page < len(whole)/4096; page++ {
		path := filepath.Join(t.TempDir(), "caseload.kettle")
		file := bytes.Clone(whole)
		for i := range file[page*4096 : page*4096+200] {
			file[page*4096+i] ^= 0xA5
		}
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(ctx, Options{Path: path, Now: testClock, looksThrough: 1})
		if err == nil {
			if err = readSome(s); err != nil {
				said++
			}
			if _, err := s.Backup(ctx, "daily"); err == nil {
				t.Errorf("page %d: a damaged caseload was backed up", page)
			} else if !errors.As(err, new(Problem)) {
				t.Errorf("page %d: the backup said %v", page, err)
			}
			s.Close()
		}
		if err != nil && !errors.As(err, new(Problem)) {
			t.Errorf("page %d: %v", page, err)
		}
		if c, err := Check(ctx, path); err != nil || c.Sound() {
			t.Errorf("page %d: found %+v, %v", page, c.Damage, err)
		}
	}
	if said == 0 {
		t.Error("no damage was met: the test tries too little")
	}
}
