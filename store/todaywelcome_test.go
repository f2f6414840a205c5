package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// welcomes are how many new families Today names.
func welcomes(t testing.TB, s *Store) (n int) {
	t.Helper()
	world, err := s.World(ctx)
	if err != nil {
		t.Fatal(err)
	}
	figures, err := s.TodayFigures(ctx, model.MomentOf(s.o.Now()), world)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range figures.Coming {
		if c.Welcome {
			n++
		}
	}
	return n
}

// Families that come one by one are welcomed (practice 8); those that came with an export were known before.
func TestOnlyFewNewFamiliesOfOneDayAreToBeWelcomed(t *testing.T) {
	for families, want := range map[int]int{1: 1, mostOnADay: mostWelcomes, mostOnADay + 1: 0} {
		s := openNew(t)
		var file strings.Builder
		file.WriteString("Surname,Forename,DOB\n")
		for i := range families {
			fmt.Fprintf(&file, "Family%c,Ava,0%d/03/2015\n", 'a'+i, i+1)
		}
		preview, err := s.PreviewImport(ctx, "new.csv", []byte(file.String()))
		if err != nil {
			t.Fatal(err)
		}
		must(t)(s.TakeIn(ctx, preview))
		if got := welcomes(t, s); got != want {
			t.Errorf("%d families of one day: %d are to be welcomed, want %d", families, got, want)
		}
	}
}

// BenchmarkTodayAfterALargeImport reads the figures of the first morning, when all families are of one day.
func BenchmarkTodayAfterALargeImport(b *testing.B) {
	s, err := Open(ctx, Options{Path: filepath.Join(b.TempDir(), "caseload.db")})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	var preview view.Import
	if preview, err = s.PreviewImport(ctx, "trust.csv", bigExport(12_500)); err != nil {
		b.Fatal(err)
	}
	if _, err := s.TakeIn(ctx, preview); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		welcomes(b, s)
	}
}
