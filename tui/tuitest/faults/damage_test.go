package faults_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/store"
)

// What may happen to a damaged caseload: it is refused at opening in a sentence that names the way back,
// and left as it is; or it opens, and everything in it is as it was; or the damage is met later, in a
// sentence. A value of a row that was overwritten by another that fits as well is seen by no look at
// the file as such. kettle check sees it where the history of what was kept says otherwise; what it
// cannot see either is counted by itself.

// damageCount is what became of the damaged files.
type damageCount struct{ tries, refused, same, later, byCheck, hidden, silent, badly int }

func (c *damageCount) add(o damageCount) {
	c.tries, c.refused, c.same, c.later = c.tries+o.tries, c.refused+o.refused, c.same+o.same, c.later+o.later
	c.byCheck, c.hidden, c.silent, c.badly = c.byCheck+o.byCheck, c.hidden+o.hidden, c.silent+o.silent, c.badly+o.badly
}

func (c damageCount) String() string {
	return fmt.Sprintf("tries %d: refused %d, same content %d, met later with a sentence %d, another value seen by kettle check %d, undetectable %d; wrong data silently %d, wrong or missing message %d",
		c.tries, c.refused, c.same, c.later, c.byCheck, c.hidden, c.silent, c.badly)
}

// practice 12: the caseload of a person with a failing disk or memory stick.
func TestADamagedCaseloadIsRefusedOrSaysWhatIsDamaged(t *testing.T) {
	var all damageCount
	for i, s := range []subject{madeUpSubject(t), livedInSubject(t)} {
		count := damageCount{}
		kinds := map[string]*damageCount{}
		rng := rand.New(rand.NewPCG(20261124, uint64(i)))
		for range damagedFiles / 2 {
			d := damages[rng.IntN(len(damages))]
			one := s.try(t, d.kind, d.make(rng, s))
			if kinds[d.kind] == nil {
				kinds[d.kind] = &damageCount{}
			}
			kinds[d.kind].add(one)
			count.add(one)
		}
		for _, d := range damages {
			if n := kinds[d.kind]; n != nil {
				t.Logf("%s, %s: %v", s.name, d.kind, *n)
			}
		}
		t.Logf("%s: %v", s.name, count)
		all.add(count)
	}
	t.Logf("damaged files: %v", all)
	if all.silent+all.badly > 0 {
		t.Error("damage led to wrong data, or to no sentence")
	}
}

// damagedFile is a caseload after something happened to it, with what lies beside it.
type damagedFile struct {
	data    []byte
	journal []byte // nil is none
}

// subject is a caseload that gets damaged, with what a person sees in it while it is whole.
type subject struct {
	name  string
	path  string // where the damaged ones are put; backups lie beside it
	whole []byte
	seen  seen
	good  string // the name of the newest backup that is good
}

// try puts a damaged file in the caseload's place and does what the program does with it.
func (s subject) try(t *testing.T, kind string, d damagedFile) damageCount {
	t.Helper()
	s.put(t, d)
	one := damageCount{tries: 1}
	saw, err := s.open()
	var later laterError
	switch {
	case err != nil && !errors.As(err, &later):
		one.refused = 1
		s.judgeRefusal(t, &one, kind, d, err)
	case err != nil:
		one.later = 1
		one.badly = fault(t, kind, sentenceOf(later.error), "damage")
	case saw == s.seen:
		one.same = 1
	default:
		s.judgeDifference(t, &one, kind, d)
	}
	return one
}

// put puts the damaged file in place, with nothing of the last one left.
func (s subject) put(t *testing.T, d damagedFile) {
	t.Helper()
	for _, end := range []string{"-journal", "-wal", "-shm"} {
		_ = os.Remove(s.path + end)
	}
	if err := os.WriteFile(s.path, d.data, 0o600); err != nil {
		t.Fatal(err)
	}
	if d.journal == nil {
		return
	}
	if err := os.WriteFile(s.path+"-journal", d.journal, 0o600); err != nil {
		t.Fatal(err)
	}
}

// laterError is damage that was met after the caseload had been opened.
type laterError struct{ error }

// open opens the caseload, reads everything, writes, and closes.
func (s subject) open() (saw seen, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = laterError{fmt.Errorf("fault: %v", fault)}
		}
	}()
	ctx := context.Background()
	opened, err := store.Open(ctx, s.options())
	if err != nil {
		return saw, err
	}
	saw, err = see(ctx, opened, s.path)
	if err == nil {
		_, err = opened.SaveFamily(ctx, model.Family{Name: "Petrov"})
	}
	if err = errors.Join(err, opened.Close()); err != nil {
		return saw, laterError{err}
	}
	return saw, nil
}

func morning() time.Time { return time.Date(2026, 11, 24, 8, 41, 0, 0, time.Local) }

// judgeRefusal looks at the sentence, that it names the way back, and that the file is as it was.
func (s subject) judgeRefusal(t *testing.T, one *damageCount, kind string, d damagedFile, err error) {
	t.Helper()
	says := sentenceOf(err)
	one.badly = fault(t, kind, says, s.path)
	if !strings.Contains(says, s.good) && !strings.Contains(says, "newer Kettle") {
		t.Errorf("%s: the newest good backup is not named: %q", kind, says)
		one.badly = 1
	}
	after, err := os.ReadFile(s.path)
	if err != nil || !bytes.Equal(after, d.data) {
		t.Errorf("%s: a file that was refused was changed (%v)", kind, err)
		one.silent = 1
	}
}

// judgeDifference decides whether what is read otherwise than it was kept could have been known.
func (s subject) judgeDifference(t *testing.T, one *damageCount, kind string, d damagedFile) {
	t.Helper()
	s.put(t, d)
	if words := faultsOfFile(t, s.path); words != "ok" {
		t.Errorf("%s: a file that is damaged as such was opened: %s", kind, words)
		one.silent = 1
		return
	}
	found, err := store.Check(context.Background(), s.path)
	if err != nil {
		one.badly = fault(t, kind, sentenceOf(err), "")
	}
	if err != nil || !found.Sound() {
		one.byCheck = 1
		return
	}
	one.hidden = 1
}

// sentenceOf is what a person reads of an error, "" when it has no sentence of its own.
func sentenceOf(err error) string {
	var problem interface{ Plain() string }
	if errors.As(err, &problem) {
		return problem.Plain()
	}
	return ""
}

// fault is 1 unless a sentence is one that a person understands, and holds a word.
func fault(t *testing.T, kind, says, word string) int {
	t.Helper()
	inner := slices.ContainsFunc([]string{"SQL", "sqlite", "malformed", "%!", "\n", "disk image"}, func(w string) bool { return strings.Contains(says, w) })
	if says == "" || inner || !strings.Contains(says, word) {
		t.Errorf("%s: said %q", kind, says)
		return 1
	}
	return 0
}

// withBackups puts two backups beside a caseload: a good one, and a newer one that is damaged.
func withBackups(t *testing.T, path string, whole []byte) (good string) {
	t.Helper()
	folder := filepath.Join(filepath.Dir(path), "backups")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	broken := bytes.Clone(whole)
	clear(broken[len(broken)/2:])
	good = "caseload-20261123-084100-daily.db"
	for name, data := range map[string][]byte{good: whole, "caseload-20261124-084000-daily.db": broken} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return good
}
