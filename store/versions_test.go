package store

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/demo"
)

// landed are the fingerprints of the schema files that people have caseloads of. They never change
// again: what is to be different is the next file.
var landed = map[int]string{
	1: "5c705e64fcd9c0b37585f905341ecde8fc60131d40afe0c09043e589229aa4f0",
	2: "b67b7cac3a71145828ebbaa87853f8eb2f7b81994b8bf404b8a308492b7e3a17",
	3: "f6eb00eedb3bd45b8e483932571b7f7ed775ecb84de6c52fbf90894d8ed5866a",
	4: "7e28c960b4844f785df6fb63e88cac9c9f9c71638c930ab3d34adeb48521df0e",
}

// TestEveryVersionThatLandedStays: a change of a landed schema file would part the caseloads that are
// made from it from those that were.
func TestEveryVersionThatLandedStays(t *testing.T) {
	for _, m := range migrations() {
		text := strings.ReplaceAll(m.sql(), "\r\n", "\n")
		if got := fmt.Sprintf("%x", sha256.Sum256([]byte(text))); landed[m.version] != got {
			t.Errorf("version %d (%s) is %s, want %q: put what is to change into a new file; a new file is noted here once it has landed",
				m.version, m.name, got, landed[m.version])
		}
	}
	if len(landed) != newestVersion() {
		t.Errorf("%d versions have landed, and the program knows %d", len(landed), newestVersion())
	}
}

const versionFolder = "testdata/versions"

var keepVersion = flag.Bool("keep-version", false, "keep a caseload of the newest version in "+versionFolder)

// TestEveryVersionCanStillBeOpened opens a kept caseload of each version with the program of today: it
// is backed up, brought to the newest version, and holds what it held. practice 12
func TestEveryVersionCanStillBeOpened(t *testing.T) {
	if *keepVersion {
		keepCaseload(t)
	}
	for _, m := range migrations() {
		t.Run(fmt.Sprint("version ", m.version), func(t *testing.T) { openVersion(t, m.version) })
	}
}

// TestEveryVersionCanBeOpenedLater does the same with a program that is one version newer.
func TestEveryVersionCanBeOpenedLater(t *testing.T) {
	versions := newestVersion()
	withMigration(t, familyMadeAnew())
	for version := 1; version <= versions; version++ {
		t.Run(fmt.Sprint("version ", version), func(t *testing.T) { openVersion(t, version) })
	}
}

func openVersion(t *testing.T, version int) {
	path := unpacked(t, version)
	before := rowsIn(t, path)
	s := openAt(t, path)
	if _, got, err := s.marks(ctx); err != nil || got != newestVersion() {
		t.Fatalf("it is of version %d, want %d (%v)", got, newestVersion(), err)
	}
	backups, err := ListBackups(ctx, s.o)
	if err != nil || len(backups) != min(1, newestVersion()-version) {
		t.Errorf("the backups are %+v, %v", backups, err)
	}
	if lost := lostRows(before, rowsIn(t, path)); lost != "" {
		t.Errorf("rows were lost or changed:\n%s", lost)
	}
	want, err := os.ReadFile(fixture(version) + ".json")
	if got := dumpText(t, s); err != nil || !bytes.Equal(want, got) {
		t.Errorf("the families, people and links are not those that were kept (%v):\n%s", err,
			differences(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")))
	}
	goesOn(t, s)
	isSound(t, path)
}

// goesOn takes back what a window of long ago did, does something new and takes that back.
func goesOn(t *testing.T, s *Store) {
	t.Helper()
	steps, err := s.History(ctx, 100)
	if err != nil || len(steps) < 3 {
		t.Fatalf("the history is %v, %v", steps, err)
	}
	old := slices.IndexFunc(steps, func(h view.HistoryStep) bool { return h.Kind == stepDo && !h.TakenBack })
	start := contentOf(t, s)
	undone := must(t)(s.invert(ctx, loggedStep{steps[old].ID, steps[old].Title}, stepUndo))
	if after := contentOf(t, s); slices.Equal(start, after) {
		t.Error("taking back an old step changed nothing")
	}
	must(t)(s.invert(ctx, loggedStep{undone.Step, undone.Title}, stepRedo))
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Adeyemi"}))
	must(t)(s.Undo(ctx))
	if after := contentOf(t, s); !slices.Equal(start, after) {
		t.Errorf("taking back and doing again changed:\n%s", differences(start, after))
	}
	drafts, err := s.Drafts(ctx)
	if err != nil || len(drafts) != 1 || drafts[0].Body["note"] != "half a sentence" {
		t.Errorf("the draft is %+v, %v", drafts, err)
	}
}

func isSound(t *testing.T, path string) {
	t.Helper()
	db := opened(t, path)
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("the file is not whole: %s, %v", verdict, err)
	}
	var dangling int
	if err := db.QueryRow("SELECT count(*) FROM pragma_foreign_key_check").Scan(&dangling); err != nil || dangling > 0 {
		t.Errorf("%d rows point at nothing (%v)", dangling, err)
	}
}

// fixture is a kept caseload of a version, without what its name ends in.
func fixture(version int) string { return filepath.Join(versionFolder, fmt.Sprintf("%04d", version)) }

// unpacked is a copy of the kept caseload of a version.
func unpacked(t testing.TB, version int) string {
	t.Helper()
	packed, err := os.Open(fixture(version) + ".db.gz")
	if err != nil {
		t.Fatalf("no caseload of version %d is kept: make one with -run TestEveryVersionCanStillBeOpened -keep-version before the next version lands (%v)", version, err)
	}
	defer packed.Close()
	unzip, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	file, err := io.ReadAll(unzip)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "caseload.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func opened(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := connect(path, 1, "rw")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// rowsIn are the rows of all tables that are no draft and nothing that is made from others.
func rowsIn(t testing.TB, path string) map[string]map[string]any {
	t.Helper()
	db := opened(t, path)
	defer db.Close()
	tables, err := db.Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
	names, err := scanAll(tables, err, func(name *string) []any { return []any{name} })
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]any{}
	for _, table := range names {
		if slices.Contains([]string{"family_index", "step_now", "draft"}, table) {
			continue
		}
		rows, err := db.Query("SELECT * FROM " + table)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range readMaps(t, rows) {
			key, ok := row["id"]
			if !ok {
				key = row["key"]
			}
			all[fmt.Sprint(table, " ", key)] = row
		}
		rows.Close()
	}
	return all
}

// lostRows are the rows that are gone, or of which a column that was there holds something else.
func lostRows(before, after map[string]map[string]any) string {
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(before)) {
		for column, was := range before[name] {
			if is, ok := after[name][column]; !ok || fmt.Sprint(is) != fmt.Sprint(was) {
				lines = append(lines, fmt.Sprintf("%s, %s: was %v, is %v", name, column, was, is))
			}
		}
	}
	return strings.Join(lines, "\n")
}

func dumpText(t testing.TB, s *Store) []byte {
	t.Helper()
	text, err := json.MarshalIndent(dumped(t, s), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(text, '\n')
}

// keepCaseload keeps a made-up caseload with rows of every kind, as the program of today writes it.
func keepCaseload(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.db")
	s := openAt(t, path, func(o *Options) { o.Window = "999999999-long-ago" })
	school := demo.Make(demo.Options{Families: 6, Seed: 1, Today: "2026-11-24", Now: "2026-11-24T08:41"})
	if err := s.Fill(ctx, school); err != nil {
		t.Fatal(err)
	}
	addOkafors(t, s)
	takenIn(t, s, export(t, chidiAndNgozi, chidiAndEmeka))
	must(t)(s.step(ctx, "wrote a row of every other kind", func(w *work) error { return otherRows(w) }))
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Petrov"}))
	must(t)(s.Undo(ctx))
	if err := s.KeepDraft(ctx, "contact", 0, map[string]string{"note": "half a sentence"}); err != nil {
		t.Fatal(err)
	}
	for _, table := range emptyTables(t, s) {
		t.Errorf("%s holds no row", table)
	}
	if err := os.WriteFile(fixture(newestVersion())+".json", dumpText(t, s), 0o644); err != nil {
		t.Fatal(err)
	}
	pack(t, path)
}

// otherRows are of the tables in which neither a made-up school nor an import writes.
func otherRows(w *work) error {
	for _, sql := range []string{
		"INSERT INTO bank_holiday (day, name) VALUES ('2026-12-28', 'Boxing Day')",
		"INSERT INTO setting (key, value) VALUES ('blank_after', '10')",
		"INSERT INTO item_off (item) VALUES ('day.arms')",
		"INSERT INTO own_item (part, due, asks, created_at, updated_at) VALUES ('Papers', 'the day before', 'The spare glasses', '2026-11-20T10:00', '2026-11-20T10:00')",
		"INSERT INTO own_layout (name, seats, created_at, updated_at) VALUES ('By the window', '[{\"x\":2,\"y\":3}]', '2026-11-20T10:00', '2026-11-20T10:00')",
		"INSERT INTO own_template (name, kind, agenda, created_at, updated_at) VALUES ('Tea with Year 6', 'check-in', '[{\"title\":\"Tea\",\"minutes\":5}]', '2026-11-20T10:00', '2026-11-20T10:00')",
		"INSERT INTO asleep (what, record, until) SELECT 'quiet', max(id), '2026-12-01' FROM family",
		"INSERT INTO account (uid, what, at, created_at, updated_at) VALUES ('0193-account', 'the push at the gate', '2026-11-19T15:20', '2026-11-20T10:00', '2026-11-20T10:00')",
		"INSERT INTO account_pupil (account_id, pupil_id) SELECT (SELECT max(id) FROM account), max(id) FROM pupil",
		"INSERT INTO account_version (account_id, by_whom, text, on_day, created_at, updated_at) SELECT max(id), 'Ms Reed', 'They both ran for the gate.', '2026-11-20', '2026-11-20T10:00', '2026-11-20T10:00' FROM account",
		"INSERT INTO account_told (account_id, adult_id, at) SELECT (SELECT max(id) FROM account), max(id), '2026-11-20T15:40' FROM adult",
		"INSERT INTO transition (pupil_id, year, to_school, created_at, updated_at) SELECT max(id), 2027, 'Fernhill High', '2026-11-20T10:00', '2026-11-20T10:00' FROM pupil",
		"INSERT INTO transition_visit (transition_id, on_day, what) SELECT max(id), '2027-06-24', 'Taster day' FROM transition",
		"INSERT INTO letter (family_id, pupil_id, kind, body, made, created_at, updated_at) SELECT family_id, max(id), 'other', 'Dear Chidi', '2026-11-20', '2026-11-20T10:00', '2026-11-20T10:00' FROM pupil",
		"INSERT INTO column_choice (layout, place, field, block) VALUES ('f00d', 3, 'forename', 0)",
		"INSERT INTO also_listed (entity, entity_id, forename, surname) SELECT 'adult', max(id), 'Ngozi', 'Eze' FROM adult",
		"INSERT INTO kept_apart (entity, first_id, second_id, on_day) SELECT 'family', min(id), max(id), '2026-11-20' FROM family",
		"INSERT INTO joined (entity, kept_id, gone_id, on_day, split_on) SELECT 'family', max(id), min(id), '2026-11-20', '2026-11-21' FROM family",
		"INSERT INTO joined_row (joined_id, tbl, row_id, col, was) SELECT (SELECT max(id) FROM joined), 'pupil', max(id), 'family_id', '1' FROM pupil",
		"INSERT INTO known_elsewhere (tbl, uid, row_id, stamp) SELECT 'pupil', '0193-elsewhere', max(id), '2026-11-20T10:00' FROM pupil",
		"INSERT INTO disclosure (family_id, what, record, decision, on_day) SELECT max(id), 'contact', 1, 'leave out', '2026-11-20' FROM family",
		"INSERT INTO welcome_point (family_id, point, said_on) SELECT max(id), 2, '2026-11-20' FROM family",
		"INSERT INTO family_adult (family_id, adult_id) SELECT (SELECT max(id) FROM family), min(id) FROM adult",
		"INSERT INTO contact_told (contact_id, adult_id, on_day) SELECT (SELECT max(id) FROM contact), max(id), '2026-11-23' FROM adult",
		"INSERT INTO follow_up_date (follow_up_id, due, moved_on) SELECT max(id), '2026-11-20', '2026-11-19' FROM follow_up",
		"INSERT INTO order_answer (letter_id, link_id, checked_by, answer, on_day) SELECT (SELECT max(id) FROM letter), max(id), 'Mrs Bell', 'may have it', '2026-11-18' FROM pupil_adult",
	} {
		if _, err := w.exec(sql); err != nil {
			return err
		}
	}
	return nil
}

func emptyTables(t *testing.T, s *Store) (empty []string) {
	t.Helper()
	err := s.read(ctx, func(q querier) error {
		tables, err := q.contentTables()
		for _, table := range append(tables, "draft", "change_log", "about") {
			if has, err := q.has(table); err != nil || !has {
				empty = append(empty, table)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return empty
}

func pack(t *testing.T, path string) {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	zip, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if _, err := zip.Write(file); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(fixture(newestVersion())+".db.gz", packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
