//go:build !windows

package faults_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
	"kettle/tui/tuitest/console"
)

const (
	killSeed     = 20261124
	killsAtOnce  = 2
	killsALife   = 50 // of one caseload, then a new one begins
	patientEvery = 9  // one round of so many waits until a draft must be kept
	mostScreens  = 18 // how many texts the others wait for at most, before the kill

	patience = time.Minute // how long all texts of a round are waited for
)

// killed counts what the kills did.
type killed struct {
	sync.Mutex
	tries, acknowledged, drafts, offered int
	lost, unopened                       int
}

// A caseload lives through many kills, as it would on a laptop that is simply closed.
func TestNothingKeptIsLostByAKill(t *testing.T) {
	program := console.Program(t)
	t.Logf("seed %d", killSeed)
	var sum killed
	t.Run("caseloads", func(t *testing.T) {
		for worker := range killsAtOnce {
			t.Run(fmt.Sprint(worker), func(t *testing.T) {
				t.Parallel()
				rng := rand.New(rand.NewPCG(killSeed, uint64(worker)))
				for left := kills / killsAtOnce; left > 0; left -= killsALife {
					liveThrough(t, program, rng, min(left, killsALife), &sum)
				}
			})
		}
	})
	t.Logf("of %d writes acknowledged and %d drafts older than two seconds; %d drafts were offered on the next start", sum.acknowledged, sum.drafts, sum.offered)
	t.Logf("fault: tries %d, lost %d, not opened %d, wrong or missing message 0", sum.tries, sum.lost, sum.unopened)
	if sum.tries != kills || sum.lost+sum.unopened > 0 || sum.drafts == 0 || sum.offered == 0 {
		t.Fail()
	}
}

// liveThrough kills the program again and again over one caseload.
func liveThrough(t *testing.T, program string, rng *rand.Rand, rounds int, sum *killed) {
	l := &life{t: t, program: program, rng: rng, sum: sum, db: filepath.Join(t.TempDir(), "caseload.db")}
	l.begin()
	for round := range rounds {
		l.round(round%patientEvery == patientEvery-1 || round == 0)
		if t.Failed() {
			return
		}
	}
	sum.count(func(k *killed) {
		t.Logf("after %d kills: %d writes acknowledged, %d drafts; lost %d, not opened %d", k.tries, k.acknowledged, k.drafts, k.lost, k.unopened)
	})
}

// life is one caseload with all that was acknowledged in it so far.
type life struct {
	t           *testing.T
	program, db string
	rng         *rand.Rand
	sum         *killed
	kept        []string // words that somebody saw as kept
	family      string   // the newest that was seen as kept
	patient     int      // rounds so far that waited for a draft
}

// begin makes a caseload with one family whose meeting is running.
func (l *life) begin() {
	s := l.open()
	defer s.Close()
	ctx := context.Background()
	made := func(c view.Change, err error) int64 {
		if err != nil {
			l.t.Fatal(err)
		}
		return c.New
	}
	school := made(s.SaveSchool(ctx, model.School{Name: "Lindenfield Primary", Kind: model.Maintained}))
	made(s.SaveMe(ctx, "Ms Bright", model.SENCO))
	family := made(s.SaveFamily(ctx, model.Family{Name: "Okafor"}))
	made(s.SaveFamily(ctx, model.Family{Name: "Haddad"}))
	child := made(s.SavePupil(ctx, model.Pupil{FamilyID: family, SchoolID: school, Forename: "Chidi", Surname: "Okafor", Year: "4"}))
	meeting := made(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: family, Kind: model.HonestConversation,
		Pupils: []int64{child}, Start: model.MomentOf(time.Now()), Minutes: 45}}))
	made(s.BeginMeeting(ctx, meeting, ""))
	if err := s.MarkAsked(ctx); err != nil {
		l.t.Fatal(err)
	}
	l.family, l.kept = "Okafor", []string{"Okafor", "Haddad"}
}

func (l *life) open() *store.Store {
	s, err := store.Open(context.Background(), store.Options{Path: l.db, Window: "afterwards"})
	if err != nil {
		l.sum.count(func(k *killed) { k.unopened++ })
		l.t.Fatalf("the caseload does not open: %v", err)
	}
	return s
}

func (k *killed) count(add func(k *killed)) {
	k.Lock()
	defer k.Unlock()
	add(k)
}

// round is one run of the program, from its start to its kill, and what is there afterwards.
func (l *life) round(patient bool) {
	y := &typist{life: l, c: console.Start(l.t, l.program, l.db, console.Options{Cols: 120, Rows: 34})}
	y.c.See("Today")
	y.until = time.Now().Add(patience)
	if patient {
		l.patient++
		y.typeAndWait()
	} else {
		y.screens = 1 + l.rng.IntN(mostScreens)
		y.work()
	}
	at := time.Now()
	y.c.Kill()
	l.sum.count(func(k *killed) { k.tries++; k.acknowledged += y.acknowledged })
	if y.ended {
		l.t.Fatalf("the program ended by itself:\n%s", y.c.Text())
	}
	l.check(y.due(at))
	if patient && l.patient%2 == 1 {
		l.offered(y.due(at))
	}
	l.dropDrafts()
}

// check opens the caseload after a kill and looks for everything that was acknowledged, and for the
// text of the form that was open more than two seconds ago.
func (l *life) check(draft string) {
	s := l.open()
	defer s.Close()
	drafts, err := s.Drafts(context.Background())
	if err != nil {
		l.t.Fatal(err)
	}
	if draft != "" {
		l.sum.count(func(k *killed) { k.drafts++ })
		if !strings.Contains(fmt.Sprint(drafts), draft) {
			l.lose("draft", draft)
			l.t.Logf("the drafts are %v", drafts)
		}
	}
	words := l.words()
	for _, kept := range l.kept {
		if !strings.Contains(words, kept) {
			l.lose("word", kept)
		}
	}
}

func (l *life) lose(what, text string) {
	l.t.Errorf("a %s is lost: %q", what, text)
	l.sum.count(func(k *killed) { k.lost++ })
}

// words are all words of the caseload, whose file must be whole.
func (l *life) words() string {
	db, err := sql.Open("sqlite", l.db)
	if err != nil {
		l.t.Fatal(err)
	}
	defer db.Close()
	var whole string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&whole); err != nil || whole != "ok" {
		l.sum.count(func(k *killed) { k.unopened++ })
		l.t.Fatalf("the file is not whole: %s, %v", whole, err)
	}
	var words string
	err = db.QueryRow(`SELECT group_concat(w, ' ') FROM (SELECT name || ' ' || notes w FROM family UNION ALL SELECT note FROM contact
		UNION ALL SELECT what FROM follow_up UNION ALL SELECT notes FROM meeting)`).Scan(&words)
	if err != nil {
		l.t.Fatal(err)
	}
	return words
}

// offered starts the program again: its first page says what was being typed, or leads there.
func (l *life) offered(draft string) {
	c := console.Start(l.t, l.program, l.db, console.Options{Cols: 200, Rows: 34})
	c.See("Unfinished")
	if word, _, _ := strings.Cut(draft, " "); !c.Sees(word, time.Second) {
		c.Keys("\r").See(word)
	}
	c.Kill()
	l.sum.count(func(k *killed) { k.offered++ })
}

// dropDrafts throws away what was typed, so that the next round begins with empty forms.
func (l *life) dropDrafts() {
	s := l.open()
	defer s.Close()
	drafts, err := s.Drafts(context.Background())
	for _, d := range drafts {
		if err == nil {
			err = s.DropDraft(context.Background(), d.Form, d.Record)
		}
	}
	if err != nil {
		l.t.Fatal(err)
	}
}
