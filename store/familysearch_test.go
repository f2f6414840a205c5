package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kettle/model/view"
	"kettle/store/demo"
)

// What a filter finds does not depend on what was typed before it, nor on what changed meanwhile.
func TestAFilterFindsTheSameWhateverWasTypedBefore(t *testing.T) {
	s := openNew(t)
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 150, Seed: 3, Today: "2026-11-24", Now: "2026-11-24T09:00"})); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		filter := ""
		orders := []view.FamilyOrder{view.ByName, view.ByClass, view.ByLastContact, view.ByNext}
		order := orders[0]
		for range rapid.IntRange(1, 20).Draw(t, "keys") {
			switch rapid.IntRange(0, 11).Draw(t, "key") {
			case 0, 1, 2:
				filter = filter[:max(0, len(filter)-1)]
			case 3:
				order = rapid.SampledFrom(orders).Draw(t, "order")
			default:
				filter += rapid.SampledFrom([]string{"o", "k", "a", "f", "y", "4", "0", "7", " ", "+", "-", "e", "n"}).Draw(t, "letter")
			}
			offset := rapid.IntRange(0, 30).Draw(t, "offset")
			got, err := s.FamilyList(ctx, filter, order, offset, 12)
			if err != nil {
				t.Fatal(err)
			}
			s.search.known = false
			want, err := s.FamilyList(ctx, filter, order, offset, 12)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%q: %s", filter, diff)
			}
		}
	})
}

func TestAFilterSeesAChangeAtOnce(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	find := func() int {
		t.Helper()
		page, err := s.FamilyList(ctx, "okafor", view.ByName, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		return page.Fit
	}
	if n := find(); n != 1 {
		t.Fatalf("%d families", n)
	}
	must(t)(s.RemoveFamily(ctx, o.family))
	if n := find(); n != 0 {
		t.Fatalf("%d families after it was removed", n)
	}
}
