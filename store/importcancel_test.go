package store

import (
	"context"
	"errors"
	"os"
	"reflect"
	"slices"
	"testing"

	"kettle/model/view"
)

// stoppingAt is a context that is done when long work reports for the nth time.
func stoppingAt(n int) (context.Context, *int) {
	stopped, stop := context.WithCancel(ctx)
	reports := 0
	return view.WithProgress(stopped, func(view.Progress) {
		if reports++; reports == n {
			stop()
		}
	}), &reports
}

// Esc while a file is being taken in leaves everything as it was, wherever it comes.
func TestAnImportThatIsStoppedLeavesNothing(t *testing.T) {
	s := openNew(t)
	addOkafors(t, s)
	data := bigExport(600)
	before, dump := contentOf(t, s), dumped(t, s)
	preview, err := s.PreviewImport(ctx, "trust.csv", data)
	if err != nil {
		t.Fatal(err)
	}
	all, reports := stoppingAt(-1)
	if _, err := s.PreviewImport(all, "trust.csv", data); err != nil || *reports < 3 {
		t.Errorf("the preview reports %d times, %v", *reports, err)
	}
	for n := 1; n <= *reports; n++ {
		stopped, _ := stoppingAt(n)
		if _, err := s.PreviewImport(stopped, "trust.csv", data); !errors.Is(err, context.Canceled) {
			t.Errorf("a preview stopped at report %d: %v", n, err)
		}
	}
	for _, n := range []int{1, 2, 4, 7, 11, 14} {
		stopped, _ := stoppingAt(n)
		if change, err := s.TakeIn(stopped, preview); err == nil || change.Step != 0 {
			t.Errorf("stopped at report %d: %+v, %v", n, change, err)
		}
		if after := contentOf(t, s); !slices.Equal(before, after) || !reflect.DeepEqual(dump, dumped(t, s)) {
			t.Fatalf("stopped at report %d, it left:\n%s", n, differences(before, after))
		}
	}
	must(t)(s.TakeIn(ctx, preview))
}

// What is larger than the memory for it is written to the file before it is complete, and taken out of it
// again when it is stopped; a reader is told to wait.
func TestAnImportThatOutgrowsItsMemoryLeavesNothing(t *testing.T) {
	defer func(pages int) { largePages = pages }(largePages)
	largePages = 30
	s := openNew(t)
	addOkafors(t, s)
	before := contentOf(t, s)
	size := fileSize(t, s.o.Path)
	preview, err := s.PreviewImport(ctx, "trust.csv", bigExport(600))
	if err != nil {
		t.Fatal(err)
	}
	var grown int64
	stopped, stop := context.WithCancel(ctx)
	stopped = view.WithProgress(stopped, func(p view.Progress) {
		if p.What == "households" && grown == 0 {
			grown = fileSize(t, s.o.Path)
			stop()
		}
	})
	if _, err := s.TakeIn(stopped, preview); err == nil {
		t.Fatal("it went on")
	}
	if after := contentOf(t, s); !slices.Equal(before, after) {
		t.Fatalf("it left:\n%s", differences(before, after))
	}
	if now := fileSize(t, s.o.Path); grown <= size || now != size {
		t.Errorf("the file had %d bytes, %d before it was stopped, and %d now", size, grown, now)
	}
	must(t)(s.TakeIn(ctx, preview))
	done := contentOf(t, s)
	must(t)(s.Undo(ctx))
	must(t)(s.Redo(ctx))
	if after := contentOf(t, s); !slices.Equal(done, after) {
		t.Fatalf("taken back and done again, it left:\n%s", differences(done, after))
	}
	var spill, pages int
	if err := errors.Join(s.writer.QueryRow("PRAGMA cache_spill").Scan(&spill), s.writer.QueryRow("PRAGMA cache_size").Scan(&pages)); err != nil || spill != 0 || pages != 20 {
		t.Errorf("afterwards a small step may still shut readers out: spill %d, pages %d, %v", spill, pages, err)
	}
}

func fileSize(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

func TestAnUndoOfAnImportThatIsStoppedLeavesItDone(t *testing.T) {
	s := openNew(t)
	preview, err := s.PreviewImport(ctx, "trust.csv", bigExport(300))
	if err != nil {
		t.Fatal(err)
	}
	must(t)(s.TakeIn(ctx, preview))
	done := contentOf(t, s)
	for _, n := range []int{1, 3, 6} {
		stopped, _ := stoppingAt(n)
		if _, err := s.Undo(stopped); err == nil {
			t.Errorf("stopped at report %d, it went on", n)
		}
		if after := contentOf(t, s); !slices.Equal(done, after) {
			t.Fatalf("stopped at report %d, it left:\n%s", n, differences(done, after))
		}
	}
	must(t)(s.Undo(ctx))
}
