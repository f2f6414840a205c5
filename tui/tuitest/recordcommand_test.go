package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A whole record is written where it was said to be, never over a file, and its name names nobody.
func TestAWholeRecordIsWrittenFromTheCommandLine(t *testing.T) {
	db, folder := okaforCaseload(t), t.TempDir()
	for _, name := range []string{"record.txt", "record 2.txt"} {
		r := command(t, "export", "record", "--db", db, "--family", "Okafor", "--form", "text", "--to", folder)
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || r.code != 0 || !strings.Contains(string(text), "Chidi Okafor") || !strings.Contains(string(text), "What it does not hold") {
			t.Errorf("%+v, %v:\n%s", r, err, text)
		}
	}
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--family", "Okafor", "--give-out"}, 2, "--about NAME"}, {[]string{"--family", "Nobody"}, 1, "No family fits"},
		{[]string{"--family", "Okafor", "--form", "odt"}, 2, "pdf, docx or text"}, {nil, 2, "--family NAME"}, {[]string{"--family", "Okafor", "--about", "Mx Nobody"}, 1, "say who asks"},
	} {
		r := command(t, append([]string{"export", "record", "--db", db}, c.args...)...)
		if r.code != c.code || !strings.Contains(r.err, c.says) {
			t.Errorf("%v: %+v", c.args, r)
		}
		oneSentence(t, strings.Join(c.args, " "), r.err)
	}
}
