package store

import (
	"context"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// practice 34
func TestSeatsAreKeptAsOneStep(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	ctx := context.Background()
	id := planLunchtimes(t, s, o)
	before := prepOf(t, s, id)
	p := before.People
	must(t)(s.SeatPeople(ctx, id, model.EasyChairs, map[int64]int{p[0].ID: 1, p[1].ID: 3}))
	must(t)(s.SeatPeople(ctx, id, model.RoundTable, map[int64]int{p[2].ID: 1, p[0].ID: 2}))
	seats := func() (all [3]int) {
		for i, one := range prepOf(t, s, id).People {
			all[i] = one.Seat
		}
		return all
	}
	if got := seats(); got != [3]int{2, 0, 1} || prepOf(t, s, id).Meeting.Layout != model.RoundTable {
		t.Errorf("seats %v, layout %q", got, prepOf(t, s, id).Meeting.Layout)
	}
	if c := must(t)(s.SeatPeople(ctx, id, model.RoundTable, map[int64]int{p[2].ID: 1, p[0].ID: 2})); c.Step != 0 {
		t.Error("sitting as before is a step")
	}
	must(t)(s.Undo(ctx))
	if got := seats(); got != [3]int{1, 3, 0} || prepOf(t, s, id).Meeting.Layout != model.EasyChairs {
		t.Errorf("after undo: seats %v, layout %q", got, prepOf(t, s, id).Meeting.Layout)
	}
	must(t)(s.Undo(ctx))
	if got := seats(); got != [3]int{} || prepOf(t, s, id).Meeting.Layout != before.Meeting.Layout {
		t.Errorf("after both: seats %v", got)
	}
}

func TestNoSeatIsGivenTwice(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	p := prepOf(t, s, id).People
	for _, seats := range []map[int64]int{{p[0].ID: 1, p[1].ID: 1}, {p[0].ID: 0}, {p[0].ID: -2}} {
		if _, err := s.SeatPeople(context.Background(), id, model.RoundTable, seats); err == nil {
			t.Errorf("%v were given", seats)
		}
	}
}

func TestAnOwnLayoutIsKeptAndRemovedAndComesBack(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	ctx := context.Background()
	id := planLunchtimes(t, s, o)
	own := model.OwnLayout{Name: "By the window", Seats: []model.Place{{X: 4, Y: 2}}, Things: []model.Thing{{Kind: model.ATable, W: 6, H: 3}}}
	own.ID = must(t)(s.SaveOwnLayout(ctx, own)).New
	own.Seats = append(own.Seats, model.Place{X: 14, Y: 2})
	must(t)(s.SaveOwnLayout(ctx, own))
	must(t)(s.SeatPeople(ctx, id, own.LayoutID(), map[int64]int{prepOf(t, s, id).People[0].ID: 2}))
	layouts := func() []model.OwnLayout { return prepOf(t, s, id).Own.Layouts }
	if got := layouts(); len(got) != 1 || len(got[0].Seats) != 2 || got[0].Things[0].W != 6 {
		t.Fatalf("got %+v", got)
	}
	var c view.Change = must(t)(s.RemoveOwnLayout(ctx, own.ID))
	if got := layouts(); !got[0].Removed || c.Title != "removed By the window" {
		t.Errorf("got %+v, %q", got, c.Title)
	}
	must(t)(s.Undo(ctx))
	if got := layouts(); got[0].Removed {
		t.Errorf("after undo: %+v", got)
	}
}
