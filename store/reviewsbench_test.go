package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/demo"
)

// BenchmarkReviews reads the first page of each view in a caseload of 10,000 families.
func BenchmarkReviews(b *testing.B) {
	s := openNew(b)
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 10_000, Seed: 1, Today: tuesday, Now: tuesdayMorning})); err != nil {
		b.Fatal(err)
	}
	world, err := s.World(ctx)
	if err != nil {
		b.Fatal(err)
	}
	first, last := model.SchoolYear(tuesday)
	b.Run("grid", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.SENGrid(ctx, view.SENFilter{From: first, To: last}, 120, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("countdown", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.ReviewCountdown(ctx, "", tuesday, world, 120, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("countdown found by words", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.ReviewCountdown(ctx, "ok", tuesday, world, 120, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("today", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.TodayFigures(ctx, tuesdayMorning, world); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("today, few days left", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.TodayFigures(ctx, "2026-12-08T08:00", world); err != nil {
				b.Fatal(err)
			}
		}
	})
}
