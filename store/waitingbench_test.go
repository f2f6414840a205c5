package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/store"
	"kettle/store/demo"
)

// BenchmarkGoingQuiet reads the list of families going quiet among 10,000.
func BenchmarkGoingQuiet(b *testing.B) {
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
	for name, words := range map[string]string{"all": "", "filtered": "okaf"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.GoingQuiet(ctx, words, now, world, 80, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
