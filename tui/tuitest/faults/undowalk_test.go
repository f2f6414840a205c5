package faults_test

import (
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// mustWrite is how many steps there must be, in percent of the actions asked for: the walk goes on until
// there are.
const mustWrite = 16

// undoneAtOnce is how many actions are done before all of them are undone and redone.
const undoneAtOnce = 200

// A person presses whatever could be pressed, in a made-up school, then takes everything back: the
// caseload is as it was, table for table; done again it is as it was after. Then comes another day.
func TestEverythingDoneCanBeUndoneAndRedone(t *testing.T) {
	t.Parallel()
	w := newUndoWalk(t, 11)
	for n := 0; !t.Failed() && (w.actions < undoneActions || w.steps*100 < undoneActions*mustWrite); n++ {
		t.Run(fmt.Sprint("day ", n), func(t *testing.T) { w.day(t, n, undoneAtOnce) })
	}
	if w.actions > 2*undoneActions {
		t.Errorf("%d actions made only %d steps: such a walk shows little", w.actions, w.steps)
	}
	t.Logf("fault: tries %d actions, %d steps of %d kinds, undone %d, redone %d, refused %d, rows that differ %d",
		w.actions, w.steps, len(w.kinds), w.undone, w.redone, w.refused, w.differ)
	t.Logf("kinds: %s", w.kindWords())
}

// undoWalk is the walk through one caseload, day after day.
type undoWalk struct {
	random  *rand.Rand
	path    string
	exports string

	t     *testing.T
	d     *tuitest.Driver
	db    *sql.DB
	trail []string

	actions, steps, undone, redone, refused, differ int
	kinds                                           map[string]int // steps that did this to that table
}

func newUndoWalk(t *testing.T, seed uint64) *undoWalk {
	w := &undoWalk{random: rand.New(rand.NewPCG(seed, 5)), path: filepath.Join(t.TempDir(), "caseload.db"), kinds: map[string]int{}}
	w.exports = officeExports(t)
	t.Run("made-up school", func(t *testing.T) { tuitest.New(t, tuitest.Options{Path: w.path, Families: 40}) })
	return w
}

// officeExports is a folder with the exports that an office could send.
func officeExports(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	samples, err := filepath.Glob(filepath.Join("..", "..", "..", "store", "intake", "testdata", "*.csv"))
	if err != nil || len(samples) == 0 {
		t.Fatal("there are no exports to take in", err)
	}
	for _, sample := range samples {
		data, err := os.ReadFile(sample)
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, filepath.Base(sample)), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// day walks in a window of its own, undoes all that it did there, and redoes it.
func (w *undoWalk) day(t *testing.T, n, actions int) {
	w.t, w.trail = t, nil
	w.db = openContent(t, w.path)
	w.d = tuitest.New(t, tuitest.Options{Path: w.path, Exports: w.exports, Now: tuitest.Morning.AddDate(0, 0, n), Start: w.start(n)})
	before := contentOf(t, w.db)
	first := lastStep(t, w.db)
	for end := w.actions + actions; w.actions < end; {
		w.act()
		if t.Failed() || w.d.Ended {
			t.Fatalf("after %q", w.trail[max(0, len(w.trail)-20):])
		}
	}
	w.toToday()
	w.count(first)
	after := contentOf(t, w.db)
	undone := w.takeAllBack()
	w.same("taken back, the caseload is not as it was", before)
	w.doAgain(undone)
	w.same("done again, the caseload is not as it was after", after)
}

// start is where the day begins: a section, or something that is in the caseload.
func (w *undoWalk) start(n int) screen.Route {
	starts := []screen.Route{
		{Kind: screen.Today}, {Kind: screen.Meeting, ID: w.some("meeting")}, {Kind: screen.GoingQuiet}, {Kind: screen.Family, ID: w.some("family")},
		{Kind: screen.Gate}, {Kind: screen.Families}, {Kind: screen.Worries}, {Kind: screen.Account, ID: w.some("account")}, {Kind: screen.Replies},
		{Kind: screen.Log}, {Kind: screen.Move, ID: w.some("pupil")}, {Kind: screen.GoodNews},
		{Kind: screen.Meetings}, {Kind: screen.RunMeeting, ID: w.some("meeting")}, {Kind: screen.FollowUps}, {Kind: screen.Letter, ID: w.some("letter")},
		{Kind: screen.School}, {Kind: screen.DrawLine, ID: w.some("meeting")}, {Kind: screen.Import}, {Kind: screen.Reviews}, {Kind: screen.ReviewDates},
	}
	if at := starts[n%len(starts)]; at.ID >= 0 {
		return at
	}
	return starts[0]
}

// some is the id of a row that is in sight, -1 when an earlier day left none.
func (w *undoWalk) some(table string) (id int64) {
	w.t.Helper()
	if err := w.db.QueryRow("SELECT id FROM " + table + " WHERE deleted_at = '' ORDER BY (id * 7919 + " + fmt.Sprint(w.random.IntN(1000)) + ") % 1009 LIMIT 1").Scan(&id); errors.Is(err, sql.ErrNoRows) {
		return -1
	} else if err != nil {
		w.t.Fatal(err)
	}
	return id
}

// takeAllBack presses u until this window has nothing more to take back, and says how often.
func (w *undoWalk) takeAllBack() int {
	times := 0
	for ; w.d.Store.UndoState().Back != ""; times++ {
		w.mustStep("u", w.d.Store.UndoState().Back)
	}
	w.undone += times
	return times
}

func (w *undoWalk) doAgain(times int) {
	for range times {
		w.mustStep("ctrl+r", w.d.Store.UndoState().Forward)
		w.redone++
	}
}

// mustStep presses a key that takes back, or does again, what this window did itself.
func (w *undoWalk) mustStep(key, what string) {
	w.t.Helper()
	before := lastStep(w.t, w.db)
	w.d.Press(key)
	if lastStep(w.t, w.db) == before {
		w.refused++
		w.t.Fatalf("%s on %q does nothing; the last keys were %q\n%s", key, what, w.trail[max(0, len(w.trail)-60):], w.d.Screen())
	}
}

// leaveByName is after how many keys a page that is left by no key, because its text always has the
// cursor and nothing lies below it, is left through the palette.
const leaveByName = 20

// toToday leaves popups and texts, so that letters are keys again.
func (w *undoWalk) toToday() {
	for n := range 30 {
		if slices.ContainsFunc(w.d.App.Possible(), func(a action.Action) bool { return a.ID == action.GoToday }) {
			w.d.Press("1").Wait(10 * time.Second)
			return
		}
		w.press(w.way())
		if n == leaveByName {
			w.take(action.Action{Title: "Today"})
		}
	}
	w.t.Fatalf("there is no way back to Today:\n%s", w.d.Screen())
}

// way is the key that leads out of here.
func (w *undoWalk) way() string {
	if possible := w.d.App.Possible(); len(possible) == 1 {
		return possible[0].Keys[0]
	}
	return "esc"
}

func (w *undoWalk) same(claim string, want content) {
	w.t.Helper()
	got := contentOf(w.t, w.db)
	if lines := want.differences(got); len(lines) > 0 {
		w.differ += len(lines)
		w.t.Fatalf("%s:\n%s\nthe last keys were %q", claim, strings.Join(lines, "\n"), w.trail[max(0, len(w.trail)-60):])
	}
}

// count adds up what the steps since the first did to which tables.
func (w *undoWalk) count(first int64) {
	rows, err := w.db.Query(`SELECT DISTINCT s.id, c.op || ' ' || c.tbl FROM step s JOIN change_log c ON c.step_id = s.id
		WHERE s.id > ? AND s.kind = 'do'`, first)
	if err != nil {
		w.t.Fatal(err)
	}
	defer rows.Close()
	seen := map[int64]bool{}
	for rows.Next() {
		var id int64
		var kind string
		if err := rows.Scan(&id, &kind); err != nil {
			w.t.Fatal(err)
		}
		seen[id] = true
		w.kinds[kind]++
	}
	w.steps += len(seen)
}

func (w *undoWalk) kindWords() string {
	var words []string
	for _, kind := range slices.Sorted(maps.Keys(w.kinds)) {
		words = append(words, fmt.Sprintf("%s %d", kind, w.kinds[kind]))
	}
	return strings.Join(words, ", ")
}

// openContent opens a caseload beside the program, to look at what stands in it.
func openContent(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func lastStep(t *testing.T, db *sql.DB) (last int64) {
	t.Helper()
	if err := db.QueryRow("SELECT coalesce(max(id), 0) FROM step").Scan(&last); err != nil {
		t.Fatal(err)
	}
	return last
}
