package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestADrawingStaysInTheRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.SampledFrom(Layouts).Draw(t, "begins like")
		l := OwnLayout{Seats: from.Seats, Things: from.Things}
		before := l.clone()
		for range rapid.IntRange(0, 30).Draw(t, "changes") {
			by := rapid.IntRange(-60, 60)
			switch n := l.Pieces(); rapid.IntRange(0, 4).Draw(t, "change") {
			case 0:
				l, _, _ = l.AddSeat()
			case 1:
				l, _ = l.AddThing(rapid.SampledFrom(ThingKinds).Draw(t, "kind"))
			case 2:
				if n > 0 {
					l = l.WithoutPiece(rapid.IntRange(0, n-1).Draw(t, "away"))
				}
			case 3:
				if n > 0 {
					l = l.MovePiece(rapid.IntRange(0, n-1).Draw(t, "moved"), by.Draw(t, "x"), by.Draw(t, "y"))
				}
			case 4:
				if n > 0 {
					l = l.ResizePiece(rapid.IntRange(0, n-1).Draw(t, "sized"), by.Draw(t, "w"), by.Draw(t, "h"))
				}
			}
		}
		for i := range l.Pieces() {
			p := l.Piece(i)
			if p.X < 0 || p.Y < 0 || p.W < 1 || p.H < 1 || p.X+p.W > PlanWidth || p.Y+p.H > PlanHeight {
				t.Fatalf("piece %d is at %+v", i, p)
			}
		}
		if !slices.Equal(from.Seats, before.Seats) || !slices.Equal(from.Things, before.Things) {
			t.Fatal("the layout it began like was changed")
		}
		AsLayouts([]OwnLayout{l})
	})
}

func TestANewSeatStandsWhereNothingElseDoes(t *testing.T) {
	for _, from := range Layouts {
		l := OwnLayout{Seats: from.Seats, Things: from.Things}
		for {
			more, at, ok := l.AddSeat()
			if !ok {
				break
			}
			if more.Clashes(at) || len(more.Seats) != len(l.Seats)+1 {
				t.Fatalf("%s: seat %d stands at %v", from.ID, at+1, more.Seats[at])
			}
			l = more
		}
		if len(l.Seats) <= len(from.Seats) || len(l.Seats) > mostSeats {
			t.Errorf("%s became a room with %d seats", from.ID, len(l.Seats))
		}
	}
}

// Kettle's own layouts are drawn as an own one has to be.
func TestNoSeatOfALayoutStandsOnAnother(t *testing.T) {
	for _, l := range Layouts {
		own := OwnLayout{Seats: l.Seats, Things: l.Things}
		for i := range l.Seats {
			if own.Clashes(i) {
				t.Errorf("%s: something stands on seat %d", l.ID, i+1)
			}
		}
		if p := planOf(l); p.anybodyBehindDesk() != l.BehindDesk || l.ID != BehindADesk && p.shutIn(p.all()) != 0 {
			t.Errorf("%s: the drawing does not say what the table does", l.ID)
		}
	}
}
