package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// asleepOn is what Today says of one kind of line: how many stand on it, how many sleep.
type asleepOn struct{ all, asleep int }

// The line leaves Today until its day, over a restart, and comes back as late as it was.
func TestALineSleepsUntilItsDay(t *testing.T) {
	for _, tc := range []struct {
		what   model.Sleeper
		kind   model.ContactKind
		counts func(view.Today) asleepOn
	}{
		{model.QuietSleeps, model.CheckIn, func(p view.Today) asleepOn { return asleepOn{p.Quiet.All, p.Quiet.Asleep} }},
		{model.WorrySleeps, model.Concern, func(p view.Today) asleepOn { return asleepOn{p.Worries.All, p.Worries.Asleep} }},
		{model.QuestionSleeps, model.Question, func(p view.Today) asleepOn { return asleepOn{p.Waiting.All, p.Waiting.Asleep} }},
	} {
		t.Run(string(tc.what), func(t *testing.T) {
			s := openNew(t)
			o := addOkafors(t, s)
			entry := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, At: "2026-09-10T09:00", Kind: tc.kind, Note: "lunch"}})).New
			record := entry
			if tc.what.OfFamily() {
				record = o.family
			}
			before := tc.counts(todayOf(t, s))
			if before != (asleepOn{1, 0}) {
				t.Fatalf("before: %+v", before)
			}
			change := must(t)(s.SleepUntil(ctx, tc.what, record, "2030-01-07"))
			if change.Title != "sleeps until Mon 7 Jan: Okafor" || !change.Touches(view.Asleep) {
				t.Errorf("the step: %+v", change)
			}
			s = openAt(t, s.o.Path)
			if got := tc.counts(todayOf(t, s)); got != (asleepOn{0, 1}) {
				t.Errorf("asleep, and opened again: %+v", got)
			}
			must(t)(s.SleepUntil(ctx, tc.what, record, "2030-02-04"))
			must(t)(s.Wake(ctx, tc.what, record))
			if got := tc.counts(todayOf(t, s)); got != before {
				t.Errorf("awake: %+v, want %+v", got, before)
			}
			must(t)(s.Undo(ctx))
			must(t)(s.Undo(ctx))
			if got := tc.counts(todayOf(t, s)); got != (asleepOn{0, 1}) {
				t.Errorf("both taken back: %+v", got)
			}
		})
	}
}

func TestNothingSleepsUntilADayThatIsHere(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	for _, until := range []model.Date{"", "2026-02-30", "2026-01-05"} {
		if _, err := s.SleepUntil(ctx, model.QuietSleeps, o.family, until); err == nil {
			t.Errorf("sleeps until %q", until)
		}
	}
	if _, err := s.SleepUntil(ctx, model.WorrySleeps, 99, "2030-01-07"); err == nil {
		t.Error("a worry that is not there sleeps")
	}
}
