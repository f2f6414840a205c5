package tuitest_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kettle/model"
	"kettle/tui/tuitest/console"
)

// piped runs kettle with a text in its pipe.
func piped(t *testing.T, text string, args ...string) result {
	t.Helper()
	home := t.TempDir()
	run := exec.Command(console.Program(t), args...)
	run.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+filepath.Join(home, "data"), "KETTLE_DB=")
	var out, wrong strings.Builder
	run.Stdin, run.Stdout, run.Stderr = strings.NewReader(text), &out, &wrong
	_ = run.Run()
	return result{run.ProcessState.ExitCode(), out.String(), wrong.String()}
}

// okaforCaseload is a caseload that holds the one child of the office's export of these tests.
func okaforCaseload(t *testing.T) string {
	t.Helper()
	db := filepath.Join(t.TempDir(), "caseload.db")
	if r := command(t, "import", pupils(t), "--yes", "--db", db); r.code != 0 {
		t.Fatal(r.err)
	}
	return db
}

// practices 3 and 5: a good word at the gate, from the shell, in one line.
func TestALineIsLoggedFromAPipeOrFromWords(t *testing.T) {
	db := okaforCaseload(t)
	for _, r := range []result{
		piped(t, "Okafor, gate, +: loved the\ncertificate; ring about the trip fri\n", "log", "--db", db),
		command(t, "log", "Chidi,", "gate", "+:", "loved", "the", "certificate;", "ring", "about", "the", "trip", "fri", "--db", db),
	} {
		if r.code != 0 || r.err != "" {
			t.Fatalf("code %d, said %q", r.code, r.err)
		}
		for _, says := range []string{"Okafor", "good news", "loved the certificate", "ring about the trip, Fri", "Kept: logged good news."} {
			if !strings.Contains(r.out, says) {
				t.Errorf("it does not say %q:\n%s", says, r.out)
			}
		}
	}
	if r := command(t, "today", "--db", db); strings.Count(r.out, "ring about the trip") == 0 {
		t.Errorf("the promise is not on Today:\n%s", r.out)
	}
}

func TestAPreviewOfALineKeepsNothing(t *testing.T) {
	db := okaforCaseload(t)
	before, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	r := piped(t, "Okafor, gate, !, now: in tears; “help us”", "log", "--preview", "--json", "--db", db)
	var read model.CaptureJSON
	if err := json.Unmarshal([]byte(r.out), &read); err != nil || r.code != 0 || r.err != "" {
		t.Fatalf("code %d, said %q, %v:\n%s", r.code, r.err, err, r.out)
	}
	if read.Status != "ok" || read.Families[0] != "Okafor" || read.Kind != "concern" || read.Triage != "now" || read.Note != "in tears" || read.Words != "help us" || read.FollowUps == nil || read.Pupils == nil {
		t.Errorf("%+v", read)
	}
	if r := command(t, "log", "--preview", "Okafor", "+", "--db", db); r.code != 0 || !strings.Contains(r.out, "good news") || strings.Contains(r.out, "Kept") {
		t.Errorf("code %d\n%s", r.code, r.out)
	}
	if after, err := os.ReadFile(db); err != nil || !bytes.Equal(before, after) {
		t.Errorf("a preview wrote, %v", err)
	}
}

func TestALineWithoutAFamilyIsLeftUnfinished(t *testing.T) {
	db := okaforCaseload(t)
	for _, line := range []string{"the printer is broken", "'Okafor: as it stands"} {
		r := piped(t, line, "log", "--db", db)
		if r.code != 1 || !strings.Contains(r.err, "unfinished entry") {
			t.Errorf("%s: code %d, said %q", line, r.code, r.err)
		}
		oneSentence(t, line, r.err)
	}
	r := command(t, "today", "--db", db)
	for _, says := range []string{"the printer is broken", "'Okafor: as it stands"} {
		if !strings.Contains(r.out, says) {
			t.Errorf("Today does not offer %q:\n%s", says, r.out)
		}
	}
}

func TestAnEmptyLineIsNotLogged(t *testing.T) {
	r := piped(t, " \n", "log", "--db", okaforCaseload(t))
	if r.code != 1 || r.out != "" {
		t.Errorf("code %d, printed %q", r.code, r.out)
	}
	oneSentence(t, "an empty line", r.err)
}

func TestTheHelpOfLogWarnsOfTheShellsHistory(t *testing.T) {
	if r := command(t, "log", "--help"); !strings.Contains(r.out, "history") {
		t.Errorf("it does not say so:\n%s", r.out)
	}
}
