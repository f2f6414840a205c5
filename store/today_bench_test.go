package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
	"kettle/store/demo"
)

// BenchmarkToday reads the page of the morning in a caseload of 10,000 families, which is read after
// every write, and beside it the figures that it does not wait for.
func BenchmarkToday(b *testing.B) {
	ctx, now := context.Background(), model.Moment("2026-11-24T08:41")
	s, err := store.Open(ctx, store.Options{Path: filepath.Join(b.TempDir(), "caseload.db"), Window: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 10_000, Seed: 1, Today: now.Date(), Now: now})); err != nil {
		b.Fatal(err)
	}
	world, err := s.World(ctx)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("page", func(b *testing.B) { readToday(b, now, world, s.Today) })
	b.Run("figures", func(b *testing.B) { readToday(b, now, world, s.TodayFigures) })
}

func readToday[T any](b *testing.B, now model.Moment, w view.World, read func(context.Context, model.Moment, view.World) (T, error)) {
	for b.Loop() {
		if _, err := read(context.Background(), now, w); err != nil {
			b.Fatal(err)
		}
	}
}
