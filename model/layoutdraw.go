package model

import "slices"

// A layout is drawn from pieces: its seats, then its things, counted from 0. Each of these functions
// gives a changed layout and leaves the old one as it is.

// Pieces is how many there are.
func (l OwnLayout) Pieces() int { return len(l.Seats) + len(l.Things) }

// Piece is one of them as a thing; a seat has no kind.
func (l OwnLayout) Piece(i int) Thing {
	if i < len(l.Seats) {
		return Thing{Place: l.Seats[i], W: 1, H: 1}
	}
	return l.Things[i-len(l.Seats)]
}

func (l OwnLayout) clone() OwnLayout {
	l.Seats, l.Things = slices.Clone(l.Seats), slices.Clone(l.Things)
	return l
}

// set changes a piece and keeps it on the plan.
func (l OwnLayout) set(i int, t Thing) OwnLayout {
	t.W, t.H = min(max(t.W, 1), PlanWidth), min(max(t.H, 1), PlanHeight)
	t.X, t.Y = min(max(t.X, 0), PlanWidth-t.W), min(max(t.Y, 0), PlanHeight-t.H)
	l = l.clone()
	if i < len(l.Seats) {
		l.Seats[i] = Place{min(max(t.X, seatEdge), PlanWidth-1-seatEdge), t.Y}
	} else {
		l.Things[i-len(l.Seats)] = t
	}
	return l
}

// seatEdge is how near a seat may be to the walls at its sides.
const seatEdge = 2

// MovePiece moves a piece so many cells, as far as the room goes.
func (l OwnLayout) MovePiece(i, dx, dy int) OwnLayout {
	t := l.Piece(i)
	t.X, t.Y = t.X+dx, t.Y+dy
	return l.set(i, t)
}

// ResizePiece makes a thing wider and deeper; a seat stays as it is.
func (l OwnLayout) ResizePiece(i, dw, dh int) OwnLayout {
	if i < len(l.Seats) {
		return l
	}
	t := l.Piece(i)
	t.W, t.H = t.W+dw, t.H+dh
	return l.set(i, t)
}

// WithoutPiece takes a piece away.
func (l OwnLayout) WithoutPiece(i int) OwnLayout {
	l = l.clone()
	if i < len(l.Seats) {
		l.Seats = slices.Delete(l.Seats, i, i+1)
	} else {
		at := i - len(l.Seats)
		l.Things = slices.Delete(l.Things, at, at+1)
	}
	return l
}

// newThings are the sizes in which things come.
func newThings() map[ThingKind]Thing {
	return map[ThingKind]Thing{
		ATable: thing(ATable, 17, 4, 14, 3), ADesk: thing(ADesk, 17, 4, 14, 3), AScreen: thing(AScreen, 17, 0, 14, 2),
		ADoor: theDoor,
	}
}

// AddThing puts a thing where such things usually stand, and says which piece it is.
func (l OwnLayout) AddThing(kind ThingKind) (OwnLayout, int) {
	l = l.clone()
	l.Things = append(l.Things, newThings()[kind])
	return l, l.Pieces() - 1
}

// AddSeat puts a seat on the first free place, and says which piece it is; there is none when the room
// is full.
func (l OwnLayout) AddSeat() (OwnLayout, int, bool) {
	for y := 1; y < PlanHeight; y += 2 {
		for x := seatEdge + 2; x < PlanWidth-seatEdge; x += 7 {
			if len(l.Seats) < mostSeats && !l.taken(Place{x, y}, -1) {
				l = l.clone()
				l.Seats = append(l.Seats, Place{x, y})
				return l, len(l.Seats) - 1, true
			}
		}
	}
	return l, -1, false
}

// Clashes reports whether a seat stands where another seat or a thing does.
func (l OwnLayout) Clashes(i int) bool { return i < len(l.Seats) && l.taken(l.Seats[i], i) }

// seatApart is how many cells two seats of a row are apart at least.
const seatApart = 4

func (l OwnLayout) taken(p Place, but int) bool {
	for j, s := range l.Seats {
		if j != but && s.Y == p.Y && s.X-p.X < seatApart && p.X-s.X < seatApart {
			return true
		}
	}
	return slices.ContainsFunc(l.Things, func(t Thing) bool {
		return t.Kind != ADoor && p.X >= t.X && p.X < t.X+t.W && p.Y >= t.Y && p.Y < t.Y+t.H
	})
}
