package faults_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"kettle/store"
)

// faultTally counts what one fault did; several may count at once.
type faultTally struct {
	sync.Mutex
	tries, lost, unopened, wrong int
	denied                       int // kept, but answered as not kept
	failed                       int // tries in which the person met the fault
}

func (f *faultTally) count(number *int) {
	f.Lock()
	defer f.Unlock()
	*number++
}

// print writes the figures, and fails the test when one is not as it should be.
func (f *faultTally) print(t *testing.T) {
	t.Helper()
	t.Logf("the fault was met in %d tries; kept though answered as not kept: %d", f.failed, f.denied)
	t.Logf("fault: tries %d, lost %d, not opened %d, wrong or missing message %d", f.tries, f.lost, f.unopened, f.wrong)
	if f.tries == 0 || f.failed == 0 || f.lost+f.unopened+f.wrong+f.denied > 0 {
		t.Fail()
	}
}

// copyOfFile copies a caseload, with the journal beside it where there is one, so that looking into the
// copy does not mend the file.
func copyOfFile(t *testing.T, path string) string {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copy.db")
	for _, end := range []string{"", "-journal"} {
		data, err := os.ReadFile(path + end)
		if os.IsNotExist(err) {
			continue
		}
		if err == nil {
			err = os.WriteFile(copied+end, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return copied
}

// countedTables tell whether a step stands, whole: itself, its log, its rows.
var countedTables = []string{"step", "change_log", "family", "family_index", "pupil", "adult", "pupil_adult", "import_run"}

// countsIn opens a copy of a caseload as the program does, looks whether it is whole, and says how
// many rows of each kind are in it.
func countsIn(t *testing.T, path string) (counts string, err error) {
	t.Helper()
	copied := copyOfFile(t, path)
	s, err := store.Open(context.Background(), store.Options{Path: copied})
	if err != nil {
		return "", err
	}
	if err := s.Close(); err != nil {
		return "", err
	}
	db, err := sql.Open("sqlite", copied)
	if err != nil {
		return "", err
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		return "", fmt.Errorf("the file is not whole: %s, %w", verdict, err)
	}
	for _, table := range countedTables {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil {
			return "", err
		}
		counts += fmt.Sprintf("%s %d ", table, n)
	}
	return counts, nil
}

// unkindWords are what nobody who is no programmer understands.
var unkindWords = regexp.MustCompile(`(?i)sql|journal|panic|goroutine|errno|inode|ioerr|transaction|input/output|no space left|\(\d+\)`)

// plainSentence reports whether what a command says is one sentence for a person.
func plainSentence(said string) bool {
	said = strings.TrimSpace(said)
	return strings.HasPrefix(said, "kettle: ") && strings.Count(said, "\n") == 0 && !unkindWords.MatchString(said) && len(said) < 400
}
