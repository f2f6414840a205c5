package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/demo"
)

// BenchmarkGoodNews reads the pages of the list of good news, of the walk through it and of the gate in a
// caseload of 10,000 families.
func BenchmarkGoodNews(b *testing.B) {
	s := openNew(b)
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 10_000, Seed: 1, Today: tuesday, Now: tuesdayMorning})); err != nil {
		b.Fatal(err)
	}
	w, err := s.World(ctx)
	if err != nil {
		b.Fatal(err)
	}
	spans := model.NewsSpans(tuesday, w.Calendar(0))
	now := view.NewsFilter{Span: spans[0], Today: tuesday}
	states, err := s.GoodNewsStates(ctx, now, w)
	if err != nil {
		b.Fatal(err)
	}
	round := model.NewsRound(model.NewsClasses(states, model.NewsByLack))
	var ids []int64
	for _, f := range round[5000:5120] {
		ids = append(ids, f.Family)
	}
	for name, read := range map[string]func() error{
		"this half term": func() error { _, err := s.GoodNewsStates(ctx, now, w); return err },
		"found by words": func() error {
			_, err := s.GoodNewsStates(ctx, view.NewsFilter{Span: spans[0], Today: tuesday, Words: "ok"}, w)
			return err
		},
		"the first half term": func() error {
			_, err := s.GoodNewsStates(ctx, view.NewsFilter{Span: spans[1], Today: tuesday}, w)
			return err
		},
		"a page of families":   func() error { _, err := s.GoodNewsFamilies(ctx, ids, now, w); return err },
		"the next call":        func() error { _, err := s.NextCall(ctx, round[5000:], now, w); return err },
		"the calls of today":   func() error { _, err := s.CallsToday(ctx, tuesday); return err },
		"the gate":             func() error { _, err := s.GateList(ctx, "", tuesday, 120, 0); return err },
		"the end of the gate":  func() error { _, err := s.GateList(ctx, "", tuesday, 120, 9880); return err },
		"the gate, by words":   func() error { _, err := s.GateList(ctx, "ok", tuesday, 120, 0); return err },
		"the figures of today": func() error { _, err := s.TodayFigures(ctx, tuesdayMorning, w); return err },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
