package store

import (
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/store/demo"
)

// BenchmarkCapturePeople reads whom a line may name from a caseload of ten thousand families, and makes
// the index of their names: what the popup waits for once.
func BenchmarkCapturePeople(b *testing.B) {
	s, err := Open(ctx, Options{Path: filepath.Join(b.TempDir(), "caseload.db")})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 10_000, Seed: 7, Today: "2026-11-24", Now: "2026-11-24T08:41"})); err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.CapturePeople(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	people, err := s.CapturePeople(ctx)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			model.NewCaptureIndex(people)
		}
	})
}
