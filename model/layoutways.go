package model

import (
	"cmp"
	"math"
	"slices"
)

// shutIn are those of the people sitting there who cannot get to a door without squeezing past
// somebody. Where there is no door nobody is shut in.
func (p *plan) shutIn(sitting seatSet) seatSet {
	if known, ok := p.shut[sitting]; ok {
		return known
	}
	floor := p.floor(sitting)
	var in seatSet
	if floor.walk(p.things) {
		in = sitting.where(func(seat int) bool { return !floor.canLeave(seat, p.seats[seat]) })
	}
	p.shut[sitting] = in
	return in
}

// floor is the floor of a plan: on each cell a wall, the chair of one person, what several chairs
// take, the way to the door, or nothing.
type floor [PlanHeight][PlanWidth]int8

const (
	freeFloor int8 = -1 - iota
	aWall
	taken // by more than one
	way
)

func (p *plan) floor(sitting seatSet) *floor {
	f := &floor{}
	for y := range f {
		for x := range f[y] {
			f[y][x] = freeFloor
		}
	}
	sitting.each(func(seat int) {
		s := p.seats[seat]
		f.put(s.X-chairReach, s.Y-1, 2*chairReach+1, 3, int8(seat))
	})
	for _, t := range p.things {
		if t.Kind != ADoor {
			f.put(t.X, t.Y, t.W, t.H, aWall)
		}
	}
	return f
}

func (f *floor) put(x, y, w, h int, what int8) {
	for cy := max(y, 0); cy < min(y+h, PlanHeight); cy++ {
		for cx := max(x, 0); cx < min(x+w, PlanWidth); cx++ {
			switch {
			case what >= 0 && f[cy][cx] != freeFloor:
				f[cy][cx] = taken
			default:
				f[cy][cx] = what
			}
		}
	}
}

// walk marks all floor that can be reached from a door, and reports whether there is a door.
func (f *floor) walk(things []Thing) (door bool) {
	var edge []Place
	for _, t := range things {
		if t.Kind != ADoor {
			continue
		}
		door = true
		for y := t.Y; y < t.Y+t.H; y++ {
			for x := t.X; x < t.X+t.W; x++ {
				edge = f.step(edge, Place{x, y})
			}
		}
	}
	for len(edge) > 0 {
		at := edge[len(edge)-1]
		edge = edge[:len(edge)-1]
		for _, by := range fourWays {
			edge = f.step(edge, Place{at.X + by.X, at.Y + by.Y})
		}
	}
	return door
}

var fourWays = []Place{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}

func (f *floor) step(edge []Place, to Place) []Place {
	if f.at(to) != freeFloor {
		return edge
	}
	f[to.Y][to.X] = way
	return append(edge, to)
}

func (f *floor) at(p Place) int8 {
	if p.X < 0 || p.Y < 0 || p.X >= PlanWidth || p.Y >= PlanHeight {
		return aWall
	}
	return f[p.Y][p.X]
}

// canLeave reports whether the way to the door touches what the chair of a seat takes alone.
func (f *floor) canLeave(seat int, s Place) bool {
	for y := s.Y - 1; y <= s.Y+1; y++ {
		for x := s.X - chairReach; x <= s.X+chairReach; x++ {
			if f.at(Place{x, y}) != int8(seat) {
				continue
			}
			for _, by := range fourWays {
				if f.at(Place{x + by.X, y + by.Y}) == way {
					return true
				}
			}
		}
	}
	return false
}

// parted reports whether a straight line through the room has all of one group on one side of it and
// all of the other on the other side.
func (p *plan) parted(a, b seatSet) bool {
	return slices.ContainsFunc(p.halfs(), func(half seatSet) bool { return a&half == a && b&half == 0 })
}

// halves are the seats on one side of each straight line that parts them: as seen along every line
// through two seats, turned a little to either side.
func (p *plan) halves() []seatSet {
	var all []seatSet
	for i, a := range p.seats {
		for j, b := range p.seats {
			if i == j {
				continue
			}
			turn := math.Atan2(float64(2*(b.Y-a.Y)), float64(b.X-a.X))
			all = append(all, slices.Concat(p.alongside(turn-0.001), p.alongside(turn+0.001))...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// alongside are the seats left of a line of that direction as it moves across the room.
func (p *plan) alongside(turn float64) []seatSet {
	sin, cos := math.Sincos(turn)
	offset := func(seat int) float64 { return float64(p.seats[seat].X)*sin - float64(2*p.seats[seat].Y)*cos }
	order := make([]int, len(p.seats))
	for i := range order {
		order[i] = i
	}
	InOrder(order, func(a, b int) int { return cmp.Compare(offset(a), offset(b)) })
	var half seatSet
	var halves []seatSet
	for _, seat := range order {
		half = half.with(seat)
		halves = append(halves, half)
	}
	return halves
}
