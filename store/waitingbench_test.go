package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/store"
	"kettle/store/demo"
)

// BenchmarkWaiting reads the lists of what waits among 10,000 families: going quiet, worries, replies owed.
func BenchmarkWaiting(b *testing.B) {
	ctx, now := context.Background(), model.Moment("2026-11-24T08:41")
	s, err := store.Open(ctx, store.Options{Path: filepath.Join(b.TempDir(), "caseload.db"), Window: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 10_000, Seed: 7, Today: now.Date(), Now: now})); err != nil {
		b.Fatal(err)
	}
	world, err := s.World(ctx)
	if err != nil {
		b.Fatal(err)
	}
	for name, read := range map[string]func() error{
		"going quiet":           func() error { _, err := s.GoingQuiet(ctx, "", now, world, 80, 0); return err },
		"going quiet, filtered": func() error { _, err := s.GoingQuiet(ctx, "okaf", now, world, 80, 0); return err },
		"worries":               func() error { _, err := s.Worries(ctx, "", now, world, 80, 0); return err },
		"settled worries":       func() error { _, err := s.SettledWorries(ctx, "", now, world); return err },
		"figures of worries":    func() error { _, err := s.WorryFigures(ctx, now, world); return err },
		"replies owed":          func() error { _, err := s.RepliesOwed(ctx, "", now, world, 80, 0); return err },
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
