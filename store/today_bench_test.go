package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/store"
	"kettle/store/demo"
)

// BenchmarkToday reads the page of the morning in a caseload of 10,000 families. It is to stay below
// ten milliseconds: it is read after every write.
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
	for b.Loop() {
		if _, err := s.Today(ctx, now); err != nil {
			b.Fatal(err)
		}
	}
}
