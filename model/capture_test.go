package model_test

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"kettle/model"
)

// capturedLine is one line with what it must be read as; what an example leaves out is not compared.
type capturedLine struct {
	Line   string         `json:"line"`
	Now    model.Moment   `json:"now"`
	Expect map[string]any `json:"expect"`
}

const captureMorning model.Moment = "2026-11-24T08:41"

// TestLinesAreReadAsTheExamplesSay runs testdata/capture.json, or the file of the same form that
// KETTLE_CAPTURE names, and reports every example that fails (capture.md).
func TestLinesAreReadAsTheExamplesSay(t *testing.T) {
	path := "testdata/capture.json"
	if other := os.Getenv("KETTLE_CAPTURE"); other != "" {
		path = other
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var lines []capturedLine
	if err := json.Unmarshal(data, &lines); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if len(lines) == 0 {
		t.Errorf("%s holds no line", path)
	}
	people, calendar := samplePeople(t), sampleCalendar(t)
	for i, l := range lines {
		now := l.Now
		if now == "" {
			now = captureMorning
		}
		got := plainJSON(t, model.ReadCapture(l.Line, people, model.CaptureNow{Now: now, Calendar: calendar}).JSON()).(map[string]any)
		for key, want := range l.Expect {
			if !reflect.DeepEqual(got[key], want) {
				t.Errorf("%d: %s\n %s got %v\nwant %v\n all %v", i+1, l.Line, key, got[key], want, got)
			}
		}
	}
}

// samplePeople are the people whom the sample of the office's export brings.
func samplePeople(t testing.TB) *model.CaptureIndex {
	t.Helper()
	data, err := os.ReadFile("testdata/capturepeople.json")
	if err != nil {
		t.Fatal(err)
	}
	var people model.CapturePeople
	if err := json.Unmarshal(data, &people); err != nil {
		t.Fatal(err)
	}
	return model.NewCaptureIndex(people)
}
