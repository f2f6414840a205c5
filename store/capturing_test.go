package store

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// sampleLines are the examples of capture.md with what each must be read as.
func sampleLines(t *testing.T) (lines []struct {
	Line   string
	Now    model.Moment
	Expect struct {
		Status   model.CaptureStatus
		Families []string
		Note     *string
	}
}) {
	t.Helper()
	data, err := os.ReadFile("../model/testdata/capture.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &lines); err != nil || len(lines) == 0 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	return lines
}

// TestTheSamplesAreReadOnTheCaseloadOfTheSampleExport reads the examples with the people whom the
// office's export brought.
func TestTheSamplesAreReadOnTheCaseloadOfTheSampleExport(t *testing.T) {
	s := openNew(t)
	preview, err := s.PreviewImportFile(ctx, simsExport)
	if err != nil {
		t.Fatal(err)
	}
	must(t)(s.TakeIn(ctx, preview))
	people, err := s.CapturePeople(ctx)
	if err != nil {
		t.Fatal(err)
	}
	x := model.NewCaptureIndex(people)
	for _, l := range sampleLines(t) {
		now := l.Now
		if now == "" {
			now = "2026-11-24T08:41"
		}
		c := model.ReadCapture(l.Line, x, model.CaptureNow{Now: now})
		got := c.JSON()
		if got.Status != l.Expect.Status && l.Expect.Status != "" || len(l.Expect.Families) > 0 && !slices.Equal(got.Families, l.Expect.Families) ||
			l.Expect.Note != nil && got.Note != *l.Expect.Note {
			t.Errorf("%s\n%+v", l.Line, got)
		}
	}
}

// practice 3: small successes count, and a line keeps them whole; what it brought is taken back in one.
func TestALineIsKeptWithItsPeopleAndPromisesInOneStep(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	people, err := s.CapturePeople(ctx)
	if err != nil {
		t.Fatal(err)
	}
	line := model.ReadCapture("Chidi, mum, yesterday 15.10, phone, with Ms Reed, +: read aloud; “he sang”; ring about the trip fri; mum to send the form", // practice 41
		model.NewCaptureIndex(people), model.CaptureNow{Now: "2026-11-24T14:30"})
	change := must(t)(s.LogLine(ctx, line))
	c := contactIn(t, s, change.New)
	if c.FamilyID != o.family || c.At != "2026-11-23T15:10" || c.Recorded != "2026-11-24T14:30" || c.Channel != model.ByPhone || c.Kind != model.GoodNews ||
		c.Note != "read aloud" || c.Words != "he sang" || c.Present != "Ms Reed" || !slices.Equal(c.Adults, []int64{o.ngozi}) || !slices.Equal(c.Pupils, []int64{o.chidi}) {
		t.Errorf("kept %+v", c)
	}
	if !slices.Equal(c.Told, []model.Told{{AdultID: o.ngozi, On: "2026-11-23"}}) {
		t.Errorf("told %+v", c.Told) // practices 13 and 15
	}
	list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 10, 0)
	if err != nil || len(list.Rows) != 2 {
		t.Fatalf("promised %+v, %v", list.Rows, err)
	}
	must(t)(s.Undo(ctx))
	list, err = s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 10, 0)
	left, errs := s.FamilyContacts(ctx, o.family, 5, 0)
	if err != nil || errs != nil || len(list.Rows) != 0 || len(left) != 0 {
		t.Errorf("u left %+v, %+v, %v, %v", list.Rows, left, err, errs)
	}
}

func TestALineForTheDSLKeepsNothingOfWhatWasSaid(t *testing.T) { // rules.md R49
	s := openNew(t)
	addOkafors(t, s)
	people, err := s.CapturePeople(ctx)
	if err != nil {
		t.Fatal(err)
	}
	line := model.ReadCapture("Okafor, dsl Mrs Bell ref 1123, 8.30: a secret; ring fri", model.NewCaptureIndex(people), model.CaptureNow{Now: "2026-11-24T14:30"})
	c := contactIn(t, s, must(t)(s.LogLine(ctx, line)).New)
	if c.Kind != model.PassedToDSL || c.Note != "" || c.DSLTo != "Mrs Bell" || c.DSLRef != "1123" || c.DSLWhen != "2026-11-24T08:30" {
		t.Errorf("%+v", c)
	}
}

func TestALineWithoutAFamilyIsNotKept(t *testing.T) {
	s := openNew(t)
	line := model.ReadCapture("the printer is broken", model.NewCaptureIndex(model.CapturePeople{}), model.CaptureNow{Now: "2026-11-24T14:30"})
	if _, err := s.LogLine(ctx, line); err == nil {
		t.Error("it was filed nowhere, in silence")
	}
}
