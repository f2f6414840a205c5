package store

import (
	"context"
	"errors"
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
