package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

func TestAPeriodInOneSentence(t *testing.T) {
	l := model.LookBack{Families: 61, GoodNewsTo: 43, Late: 9, KeptEarly: 3}
	if got := l.Sentence(); got != "61 families, 43 with good news, 9 promises late, 3 kept early." {
		t.Errorf("the sentence is %q", got)
	}
	l = model.LookBack{Families: 1, Late: 1}
	if got := l.Sentence(); got != "1 family, 0 with good news, 1 promise late, 0 kept early." {
		t.Errorf("the sentence is %q", got)
	}
}

func TestWhatDidNotHappenIsNotSaid(t *testing.T) {
	text := model.LookBack{Period: model.Period{Span: model.SpanTerm, Name: "Autumn term 2026", From: "2026-09-02", To: "2026-12-18"}, Today: "2026-11-24"}.Sheet().Text()
	for _, not := range []string{"Worries", "Meetings", "without an answer", "dropped"} {
		if strings.Contains(text, not) {
			t.Errorf("it says %q:\n%s", not, text)
		}
	}
	if !strings.Contains(text, "0 late now") {
		t.Errorf("that nothing is late is not said:\n%s", text)
	}
}

func TestThePeriodsOfTheYear(t *testing.T) {
	c := sampleCalendar(t)
	for _, tc := range []struct {
		span model.PeriodSpan
		day  model.Date
		want string
		from model.Date
		to   model.Date
	}{
		{model.SpanWeek, "2026-11-24", "week of Mon 23 Nov", "2026-11-23", "2026-11-29"},
		{model.SpanWeek, "2026-11-29", "week of Mon 23 Nov", "2026-11-23", "2026-11-29"},
		{model.SpanHalf, "2026-11-24", "Autumn 2", "2026-11-02", "2026-12-18"},
		{model.SpanHalf, "2026-10-28", "Autumn 1", "2026-09-01", "2026-10-23"}, // in half-term one looks back
		{model.SpanTerm, "2026-12-25", "Autumn term 2026", "2026-09-01", "2026-12-18"},
	} {
		p, ok := c.PeriodOf(tc.span, tc.day)
		if !ok || p.Name != tc.want || p.From != tc.from || p.To != tc.to {
			t.Errorf("the %s of %s is %+v, %v", tc.span, tc.day, p, ok)
		}
	}
	if p, ok := (*model.Calendar)(nil).PeriodOf(model.SpanTerm, "2026-11-24"); ok {
		t.Errorf("without term dates there is %+v", p)
	}
}

// One period follows another, and going there and back leads to the same one.
func TestPeriodsFollowOneAnother(t *testing.T) {
	c := sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		day := model.Date("2026-09-07").AddDays(rapid.IntRange(0, 250).Draw(t, "day"))
		span := rapid.SampledFrom(model.Spans).Draw(t, "span")
		p, ok := c.PeriodOf(span, day)
		if !ok {
			t.Fatalf("%s lies in no %s", day, span)
		}
		next, ok := c.PeriodAfter(p)
		if !ok {
			return
		}
		if next.From <= p.To {
			t.Fatalf("%+v is followed by %+v", p, next)
		}
		if back, ok := c.PeriodBefore(next); !ok || back != p {
			t.Fatalf("before %+v is %+v, not %+v", next, back, p)
		}
	})
}

func TestAWeekEndsOnItsLastSchoolDay(t *testing.T) {
	c := sampleCalendar(t)
	for day, want := range map[model.Date]bool{"2026-11-26": false, "2026-11-27": true, "2026-11-28": false, "2026-10-23": true, "2026-10-30": false} {
		p, _ := c.PeriodOf(model.SpanWeek, day)
		if c.EndsToday(p, day) != want {
			t.Errorf("the week ends on %s: %v, want %v", day, !want, want)
		}
	}
}
