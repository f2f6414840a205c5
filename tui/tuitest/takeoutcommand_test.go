package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTakingOutOnTheCommandLine(t *testing.T) {
	folder := t.TempDir()
	db := filepath.Join(folder, "school.db")
	if r := command(t, "demo", "--families", "12", "--into", db, "--today", "2026-11-24"); r.code != 0 {
		t.Fatal(r.err)
	}
	out := func(line string) result {
		return command(t, append(strings.Fields("export "+line), "--db", db, "--today", "2026-11-24")...)
	}
	for line, begins := range map[string]string{
		"contacts": "\uFEFFChild forename,", "vcards": "BEGIN:VCARD\r\nVERSION:3.0\r\n", "calendar": "BEGIN:VCALENDAR\r\n", "families": "\uFEFFFamily,Children", "log --from 1/9/2026": "\uFEFFDay,Time,Family",
	} {
		if r := out(line); r.code != 0 || !strings.HasPrefix(r.out, begins) || !strings.Contains(r.err, " famil") {
			t.Errorf("kettle export %s: code %d, printed %.60q, said %q", line, r.code, r.out, r.err)
		}
	}
	if r := out("calendar --family okafor"); strings.Contains(r.out, "Okafor") || !strings.Contains(r.out, "SUMMARY:Meeting C.O.") {
		t.Errorf("the Okafors' calendar is:\n%s", r.out)
	}
	if r := out("calendar --family okafor --names"); !strings.Contains(r.out, "SUMMARY:Okafor: honest conversation") {
		t.Errorf("with names it is:\n%s", r.out)
	}

	for _, want := range []string{"list.csv", "list 2.csv"} {
		r := out("contacts --to " + filepath.Join(folder, "list"))
		if r.code != 0 || !strings.Contains(r.out, "Written: "+filepath.Join(folder, want)) {
			t.Fatalf("code %d, printed %q, said %q", r.code, r.out, r.err)
		}
	}
	if info, err := os.Stat(filepath.Join(folder, "list 2.csv")); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the file is %v: %v", info, err)
	}
	for line, says := range map[string]string{
		"contacts --to " + filepath.Join(folder, "gone", "x.csv"): "There is no folder",
		"contacts --family nobody":                                "There is no family",
		"log --family a":                                          "may be",
	} {
		r := out(line)
		if r.code != 1 || r.out != "" || !strings.Contains(r.err, says) {
			t.Errorf("kettle export %s: code %d, printed %q, said %q", line, r.code, r.out, r.err)
		}
		oneSentence(t, line, r.err)
	}
}
