package faults_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
)

// A process of its own writes, or reads, as fast as it can; it is this test's own program.
const windowEnv = "KETTLE_TEST_WINDOW"

func init() {
	role, path, ok := strings.Cut(os.Getenv(windowEnv), "|")
	if !ok {
		return
	}
	os.Unsetenv(windowEnv)
	if err := beWindow(role, path); err != nil {
		fmt.Println("failed", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// beWindow keeps families under the role's name, or reads, until the time is over, and prints each
// that was answered as kept, and each busy answer.
func beWindow(role, path string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, store.Options{Path: path})
	if err != nil {
		return err
	}
	defer s.Close()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	last := 0
	for n, end := 1, time.Now().Add(twoWindowsFor*time.Second); time.Now().Before(end); n++ {
		var answer string
		if role == "reader" {
			last, answer, err = readAll(ctx, s, last)
		} else {
			answer, err = keepOne(ctx, s, fmt.Sprintf("%s %d", role, n))
		}
		if err != nil {
			return err
		}
		fmt.Fprintln(out, answer)
	}
	return nil
}

// readAll reads how many families there are, which never grow fewer.
func readAll(ctx context.Context, s *store.Store, last int) (int, string, error) {
	list, err := s.FamilyCount(ctx, "", view.ByName)
	if isBusy(err) {
		return last, "busy", nil
	}
	if err == nil && list.All < last {
		err = fmt.Errorf("there were %d families, now %d", last, list.All)
	}
	return list.All, "read " + strconv.Itoa(list.All), err
}

// keepOne keeps a family, again while another window is said to be writing.
func keepOne(ctx context.Context, s *store.Store, name string) (string, error) {
	var busy strings.Builder
	for {
		_, err := s.SaveFamily(ctx, model.Family{Name: name})
		if isBusy(err) {
			busy.WriteString("busy\n")
			continue
		}
		return busy.String() + "kept " + name, err
	}
}

func isBusy(err error) bool {
	var p store.Problem
	return errors.As(err, &p) && strings.Contains(p.Sentence, "Another window is writing")
}

// practice: two windows on one caseload both work, and nothing that either was told is kept is lost.
func TestTwoProcessesWriteAtTheSameTime(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "caseload.db")
	s := openedAt(t, db)
	defer s.Close()
	answers := map[string]chan []string{}
	for _, role := range []string{"Okafor", "Haddad", "reader"} {
		answer := make(chan []string, 1)
		answers[role] = answer
		go func() {
			cmd := exec.Command(program)
			cmd.Env = append(os.Environ(), windowEnv+"="+role+"|"+db)
			out, err := cmd.CombinedOutput()
			if err != nil {
				out = append(out, []byte("\nfailed "+err.Error())...)
			}
			answer <- strings.Split(strings.TrimSpace(string(out)), "\n")
		}()
	}
	var tally faultTally
	kept, busy := map[string]bool{}, 0
	for role, answer := range answers {
		lines := <-answer
		n := map[string]int{}
		for _, line := range lines {
			word, rest, _ := strings.Cut(line, " ")
			n[word]++
			if word == "kept" {
				kept[rest] = true
			}
			if word == "failed" {
				t.Errorf("%s: %s", role, line)
				tally.count(&tally.wrong)
			}
		}
		busy += n["busy"]
		t.Logf("%s: kept %d, read %d, busy %d", role, n["kept"], n["read"], n["busy"])
		if n["kept"]+n["read"] == 0 {
			t.Errorf("%s did nothing", role)
		}
	}
	tally.tries, tally.failed = len(kept), 1
	allThere(t, s, db, kept, &tally)
	t.Logf("%d writes of two processes in %d seconds; %d were told to try again", len(kept), twoWindowsFor, busy)
	tally.print(t)
}

func openedAt(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), store.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// allThere looks for every family that was kept, once, with its step and its line in the list.
func allThere(t *testing.T, s *store.Store, db string, kept map[string]bool, tally *faultTally) {
	t.Helper()
	list, err := s.FamilyList(context.Background(), "", view.ByName, 0, len(kept)+10)
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]int{}
	for _, f := range list.Rows {
		there[f.Name]++
	}
	for name := range kept {
		if there[name] != 1 {
			t.Errorf("%s is there %d times", name, there[name])
			tally.count(&tally.lost)
		}
	}
	counts, err := countsIn(t, db)
	if err != nil {
		t.Error(err)
		tally.count(&tally.unopened)
	}
	if n := len(kept); !strings.HasPrefix(counts, fmt.Sprintf("step %d change_log %d family %d family_index %d ", n, n, n, n)) {
		t.Errorf("after %d kept there are %s", n, counts)
		tally.count(&tally.lost)
	}
}
