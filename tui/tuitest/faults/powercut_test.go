//go:build linux

package faults_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

const (
	powerCutSeed     = 20261124
	powerCutsAtOnce  = 2
	powerCutFixture  = "testdata/powercut.gob.gz"
	strikesAtAMoment = 3    // states made each time that a moment is chosen
	recordedFrom     = 1000 // so many states are worth a log of the program as it is today
)

var record = flag.Bool("record", false, "record what the program asks of the disk anew")

// outages is what many power cuts left.
type outages struct {
	sync.Mutex
	states                int // so many are tried
	tries, lost, unopened int
	faults                []string          // what went wrong, the first few
	seen                  map[[32]byte]bool // states
	whole                 map[[32]byte]bool // backups that were opened
}

// The log of a real disk, under a program in which somebody typed, is cut at every sync and between.
// What a person had seen as kept is there in each state that a disk may show then, drafts and backups
// too; nothing is there by halves.
func TestNothingKeptIsLostByAPowerCut(t *testing.T) {
	log := powerCutLog(t)
	o := cutPower(t, log, powerCutStates)
	for _, fault := range o.faults {
		t.Error(fault)
	}
	t.Logf("fault: tries %d, lost %d, not opened %d, wrong or missing message 0", o.tries, o.lost, o.unopened)
	if o.tries != powerCutStates || o.lost+o.unopened > 0 {
		t.Fail()
	}
}

// On a disk that is never told to sync, the same log loses something: the states are hard enough.
func TestWithoutSyncsAPowerCutLosesSomething(t *testing.T) {
	log := readLog(t, powerCutFixture)
	log.Ops = slices.DeleteFunc(log.Ops[:len(log.Ops)/4], func(op diskOp) bool { return op.Kind == opSync })
	if o := cutPower(t, log, 40); o.lost == 0 || o.unopened == 0 {
		t.Errorf("of %d states %d lost something and %d did not open", o.tries, o.lost, o.unopened)
	}
}

// The first backup makes its folder, whose name must be on the disk before anybody is told.
func TestTheFirstBackupIsThereAfterAPowerCut(t *testing.T) {
	log, rng := readLog(t, powerCutFixture), rand.New(rand.NewPCG(powerCutSeed, 2))
	d := newDisk(log.Before)
	for _, op := range log.Ops {
		d.do(op)
		if op.Kind == opKept && op.To == "Made and checked" {
			break
		}
	}
	c := cut{backups: d.finishedBackups()}
	if len(c.backups) == 0 {
		t.Fatal("no backup was made in the log")
	}
	for range 50 {
		if c.state = (outage{rng: rng}).strike(d); len(c.lostBackups()) > 0 {
			t.Fatal(c.lostBackups())
		}
	}
}

// cutPower cuts a log in many states, and opens what each leaves.
func cutPower(t *testing.T, log diskLog, states int) *outages {
	t.Helper()
	folder := memoryFolder(t)
	h := newHistory(t, log, filepath.Join(folder, "history"))
	t.Logf("seed %d; %d ops, %d transactions, %d times something was seen as kept", powerCutSeed, len(log.Ops), len(h.contents)-1, h.marks)
	o := &outages{states: states, seen: map[[32]byte]bool{}, whole: map[[32]byte]bool{}}
	cuts := make(chan cut, 4*powerCutsAtOnce)
	go func() {
		defer close(cuts)
		o.strike(log, h, cuts)
	}()
	var all sync.WaitGroup
	for worker := range powerCutsAtOnce {
		all.Go(func() {
			for c := range cuts {
				o.judge(h, c, filepath.Join(folder, fmt.Sprint(worker)))
			}
		})
	}
	all.Wait()
	return o
}

// powerCutLog is a log recorded now, or the one that was kept.
func powerCutLog(t *testing.T) diskLog {
	t.Helper()
	if *record {
		log := recordTyping(t)
		writeLog(t, powerCutFixture, log)
		return log
	}
	if powerCutStates >= recordedFrom {
		return recordTyping(t)
	}
	return readLog(t, powerCutFixture)
}

// memoryFolder is a folder for the states, in memory where there is such a place.
func memoryFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "kettle-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}

// cut is one state with what may be in it: the contents after the transactions from first to last.
type cut struct {
	state
	moment      int // how many ops were asked for
	first, last int
	backups     []string // those that somebody knew of
}

// strike sends so many different states of the disk: each moment before a sync is among those that are
// cut, and as many others.
func (o *outages) strike(log diskLog, h *history, cuts chan<- cut) {
	rng := rand.New(rand.NewPCG(powerCutSeed, 0))
	for made := 0; made < o.states; {
		d := newDisk(log.Before)
		moments := chosenMoments(rng, log.Ops, o.states-made)
		for i, op := range log.Ops {
			for range moments[i] {
				c := cut{state: outage{rng: rng}.strike(d), moment: i, first: h.kept[i], last: h.begun[i], backups: h.backups[i]}
				if sum := c.sum(); !o.seen[sum] && made < o.states {
					o.seen[sum] = true
					made++
					cuts <- c
				}
			}
			d.do(op)
		}
	}
}

// chosenMoments says how often the power is cut before each op.
func chosenMoments(rng *rand.Rand, ops []diskOp, states int) map[int]int {
	var before []int
	for i, op := range ops {
		if op.Kind != opWrite {
			before = append(before, i)
		}
	}
	rng.Shuffle(len(before), func(i, j int) { before[i], before[j] = before[j], before[i] })
	chosen := map[int]int{}
	for n := range states/(2*strikesAtAMoment) + 1 {
		chosen[before[n%len(before)]] += strikesAtAMoment
		chosen[rng.IntN(len(ops))] += strikesAtAMoment
	}
	return chosen
}

func (s state) sum() (sum [32]byte) {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(h, "%s %d\n", name, len(s[name]))
		_, _ = h.Write(s[name])
	}
	return [32]byte(h.Sum(nil))
}

// write makes the files in an empty folder.
func (s state) write(folder string) error {
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	for name, data := range s {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// judge starts again after a power cut.
func (o *outages) judge(h *history, c cut, folder string) {
	err := c.write(folder)
	var content string
	if err == nil {
		content, err = contentIn(filepath.Join(folder, caseloadFile))
	}
	o.Lock()
	defer o.Unlock()
	o.tries++
	if err != nil {
		o.unopened++
		o.fault(c, err.Error())
		return
	}
	wrong := c.lostBackups()
	if !slices.Contains(h.contents[c.first:c.last+1], content) {
		wrong = append(wrong, fmt.Sprintf("the content is %s, not that of transactions %d to %d", h.named(content), c.first, c.last))
	}
	for name, data := range c.state {
		if strings.HasPrefix(name, finishedBackup) {
			wrong = append(wrong, o.brokenBackup(h, filepath.Join(folder, name), data)...)
		}
	}
	if len(wrong) > 0 {
		o.lost++
		o.fault(c, strings.Join(wrong, "; "))
	}
}

// fault remembers the first few that went wrong.
func (o *outages) fault(c cut, what string) {
	if len(o.faults) < 20 {
		o.faults = append(o.faults, fmt.Sprintf("cut before op %d: %s", c.moment, what))
	}
}

func (c cut) lostBackups() (wrong []string) {
	for _, name := range c.backups {
		if c.state[name] == nil {
			wrong = append(wrong, name+" was made and is gone")
		}
	}
	return wrong
}

// brokenBackup opens a backup that has its name, each content once.
func (o *outages) brokenBackup(h *history, path string, data []byte) []string {
	sum := sha256.Sum256(data)
	if o.whole[sum] {
		return nil
	}
	content, err := contentIn(path)
	if err != nil {
		return []string{fmt.Sprintf("%s is not whole: %v", filepath.Base(path), err)}
	}
	if !slices.Contains(h.contents, content) {
		return []string{filepath.Base(path) + " is no caseload that ever was"}
	}
	o.whole[sum] = true
	return nil
}
