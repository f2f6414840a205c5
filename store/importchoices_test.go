package store

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kettle/model/view"

	"pgregory.net/rapid"
)

// decided is a preview in which the items that fit are turned.
func decided(t fatal, s *Store, preview view.Import, turn func(view.ImportItem) bool) view.Import {
	t.Helper()
	choices := view.ImportChoices{}
	for _, i := range preview.Items {
		for _, k := range i.Keys {
			if turn(i) {
				choices[k] = true
			}
		}
	}
	preview, err := s.ChooseImport(ctx, preview, choices)
	if err != nil {
		t.Fatal(err)
	}
	return preview
}

func everyItem(view.ImportItem) bool { return true }

func TestWhatIsLeftIsNotTakenInAndTheTitleSaysSo(t *testing.T) {
	s := openNew(t)
	preview := previewed(t, s, export(t, twoFamilies...))
	preview = decided(t, s, preview, func(i view.ImportItem) bool { return i.Lead == "Ava Hill" })
	if preview.Sum != "takes in 1 child, 2 adults; 2 left out" {
		t.Error(preview.Sum)
	}
	shown := s.DumpAfter(preview)
	change := must(t)(s.TakeIn(ctx, preview))
	if change.Title != "took in export.csv: 1 child, 2 adults; 2 left out" {
		t.Error(change.Title)
	}
	if want, got := withoutIDs(t, shown), withoutIDs(t, dumped(t, s)); !slices.Equal(want, got) {
		t.Errorf("taking in did otherwise than shown:\n%s", differences(want, got))
	}
	again := previewed(t, s, export(t, twoFamilies...))
	if again.Sum != "takes in 1 child, 1 adult" {
		t.Errorf("the next import %s", again.Sum)
	}
}

func TestEverythingLeftIsNoStep(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, twoFamilies...))
	before := contentOf(t, s)
	path := export(t, strings.Replace(chidiAndEmeka, "Year 4,4B,K,No,Father,2,Yes,No", "Year 5,5C,E,No,Father,2,No,Yes", 1), twoFamilies[2],
		`Hill,Noah,19/02/2020,Year R,RO,,Yes,Mother,1,Yes,Yes,Ms,Hill,Jo,07700 900124,`)
	preview := decided(t, s, previewed(t, s, path), everyItem)
	if !preview.Nothing {
		t.Errorf("%s: %+v", preview.Sum, preview.Items)
	}
	if change := must(t)(s.TakeIn(ctx, preview)); change.Step != 0 {
		t.Errorf("it is a step: %s", change.Title)
	}
	if diff := differences(before, contentOf(t, s)); diff != "" {
		t.Error(diff)
	}
}

// A file that is taken in with any decisions brings the second time what was left, and nothing else; left
// again, it changes nothing.
func TestTheSameFileTwiceWithAnyDecisionsChangesNothing(t *testing.T) {
	files, _ := filepath.Glob("intake/testdata/*.csv")
	empty := bytesOf(t, openNew(t))
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	for _, file := range files {
		rounds := 0
		rapid.Check(t, func(r *rapid.T) {
			if rounds++; rounds > 2 { // each takes a whole file in
				return
			}
			s := openCopy(r, path, empty)
			defer s.Close()
			first, err := s.PreviewImportFile(ctx, file)
			if err != nil {
				r.Fatal(err)
			}
			first = decided(r, s, first, func(view.ImportItem) bool { return rapid.IntRange(0, 4).Draw(r, "turned") == 0 })
			if _, err := s.TakeIn(ctx, first); err != nil {
				r.Fatal(err)
			}
			before := contentOf(r, s)
			again, err := s.PreviewImportFile(ctx, file)
			if err != nil {
				r.Fatal(err)
			}
			if strings.Contains(first.Sum, "left") == again.Nothing {
				r.Fatalf("first it %s, then it %s", first.Sum, again.Sum)
			}
			again = decided(r, s, again, func(i view.ImportItem) bool { return i.Part != view.ImportDoubles && i.Part != view.ImportJoins })
			if change, err := s.TakeIn(ctx, again); err != nil || change.Step != 0 {
				r.Fatalf("%s, %v", change.Title, err)
			}
			if diff := differences(before, contentOf(r, s)); diff != "" {
				r.Fatal("the second time changed:\n", diff)
			}
		})
	}
}

// What may be decided stands where it stood, whatever is left.
func TestNothingMovesWhenSomethingIsLeft(t *testing.T) {
	s := openNew(t)
	preview := previewed(t, s, simsExport)
	left := decided(t, s, preview, func(i view.ImportItem) bool { return i.Part == view.ImportNew })
	if len(left.Items) != len(preview.Items) {
		t.Fatalf("%d items, then %d", len(preview.Items), len(left.Items))
	}
	for i, item := range left.Items {
		if item.Lead != preview.Items[i].Lead || item.Part != preview.Items[i].Part {
			t.Fatalf("item %d is %+v, then %+v", i, preview.Items[i], item)
		}
	}
	if left.Alarms == nil || !left.Nothing {
		t.Errorf("court orders %v, nothing %v: %s", left.Alarms, left.Nothing, left.Sum)
	}
}
