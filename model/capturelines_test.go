package model_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kettle/model"
)

// usual are the parts of a reading that the table of lines leaves out.
var usual = []string{"ok", "dir both", "kind information", "at " + string(captureMorning), "triage ", "note ", "words ",
	"0 adult", "0 pupil", "0 with", "0 todo", "0 hint", "0 family", "1 adult", "1 pupil", "1 with", "1 todo", "1 hint", "1 family"}

// TestLinesOfASchoolAreReadInAllTheirParts runs testdata/capturelines.txt: a line, and below it, behind
// a tab, all that is unusual in its reading. Set KETTLE_CAPTURE_WRITE to write the readings anew, then
// read every difference.
func TestLinesOfASchoolAreReadInAllTheirParts(t *testing.T) {
	const path = "testdata/capturelines.txt"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	people, calendar := captureSchool(), sampleCalendar(t)
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	var anew strings.Builder
	count := 0
	for i, line := range lines {
		if line == "" || strings.HasPrefix(line, "# ") {
			anew.WriteString(line + "\n")
			continue
		}
		if strings.HasPrefix(line, "\t") {
			continue
		}
		count++
		parts := captured(model.ReadCapture(line, people, model.CaptureNow{Now: captureMorning, Calendar: calendar}))
		got := strings.Join(slices.DeleteFunc(parts, func(p string) bool { return slices.Contains(usual, p) }), " | ")
		anew.WriteString(line + "\n\t" + got + "\n")
		if i+1 >= len(lines) || lines[i+1] != "\t"+got {
			t.Errorf("%s\n\t%s", line, got)
		}
	}
	if count < 150 {
		t.Errorf("%s holds %d lines", path, count)
	}
	if os.Getenv("KETTLE_CAPTURE_WRITE") != "" {
		if err := os.WriteFile(path, []byte(anew.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
