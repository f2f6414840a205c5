package model

import (
	"math/bits"
	"slices"
	"sync"
)

// seatSet is some seats of a layout: bit 0 is seat 1.
type seatSet uint64

// mostSeats is how many seats of a layout count.
const mostSeats = 40

func (s seatSet) has(seat int) bool     { return s&(1<<seat) != 0 }
func (s seatSet) with(seat int) seatSet { return s | 1<<seat }
func (s seatSet) len() int              { return bits.OnesCount64(uint64(s)) }

// each calls do with every seat of the set, lowest first.
func (s seatSet) each(do func(seat int)) {
	for ; s != 0; s &= s - 1 {
		do(bits.TrailingZeros64(uint64(s)))
	}
}

// where keeps the seats that pass.
func (s seatSet) where(pass func(seat int) bool) (kept seatSet) {
	s.each(func(seat int) {
		if pass(seat) {
			kept = kept.with(seat)
		}
	})
	return kept
}

// plan is what the drawing of a layout says of its seats. Distances are in half rows, so that a cell
// to the side counts one and a row two.
type plan struct {
	seats  []Place
	things []Thing
	beside []seatSet // who sits next to a seat, with nothing and nobody between
	across []seatSet // whom one faces from a seat, over a table or through the middle
	desk   []seatSet // from whom a desk parts a seat
	roomy  seatSet   // where a pushchair or a wheelchair can stand
	toDoor []int     // how far it is to the nearest door, squared; 0 where there is no door

	shut  map[seatSet]seatSet // who is shut in, for those who sit there
	halfs func() []seatSet    // every way in which a straight line parts the seats, found at the first use
}

// How near is near, in half rows.
const (
	besideWithin = 90 // squared: about nine and a half
	inTheWay     = 3
	chairReach   = 3 // what a chair and somebody on it take to each side
)

// plans are those of Kettle's own layouts, each made at its first use.
var plans = sync.OnceValue(func() map[LayoutID]func() *plan {
	all := map[LayoutID]func() *plan{}
	for _, l := range Layouts {
		all[l.ID] = sync.OnceValue(func() *plan { return newPlan(l) })
	}
	return all
})

func planOf(l Layout) *plan {
	known, ok := plans()[l.ID]
	if !ok {
		return newPlan(l)
	}
	p := *known()
	p.shut = map[seatSet]seatSet{}
	return &p
}

func newPlan(l Layout) *plan {
	n := min(len(l.Seats), mostSeats)
	p := &plan{seats: l.Seats[:n], things: l.Things, beside: make([]seatSet, n), across: make([]seatSet, n), desk: make([]seatSet, n),
		toDoor: make([]int, n), shut: map[seatSet]seatSet{}}
	p.halfs = sync.OnceValue(p.halves)
	tables := slices.ContainsFunc(l.Things, func(t Thing) bool { return t.Kind == ATable || t.Kind == ADesk })
	for i := range n {
		for j := range n {
			if i != j {
				p.relate(i, j, tables)
			}
		}
		p.toDoor[i] = p.doorDistance(i)
		if p.hasRoom(i) {
			p.roomy = p.roomy.with(i)
		}
	}
	return p
}

// relate notes what seat j is to seat i.
func (p *plan) relate(i, j int, tables bool) {
	a, b := p.seats[i], p.seats[j]
	if p.parts(a, b, ADesk) {
		p.desk[i] = p.desk[i].with(j)
	}
	over, between := p.parts(a, b, ATable, ADesk), p.somebodyBetween(i, j)
	switch {
	case !over && !between && squared(a, b) <= besideWithin:
		p.beside[i] = p.beside[i].with(j)
	case over || !tables && !between && p.throughMiddle(a, b):
		p.across[i] = p.across[i].with(j)
	}
}

func squared(a, b Place) int {
	dx, dy := a.X-b.X, 2*(a.Y-b.Y)
	return dx*dx + dy*dy
}

// parts reports whether the straight line between two seats crosses a thing of one of these kinds.
func (p *plan) parts(a, b Place, kinds ...ThingKind) bool {
	return slices.ContainsFunc(p.things, func(t Thing) bool { return slices.Contains(kinds, t.Kind) && t.crossedBy(a, b) })
}

// crossedBy reports whether the straight line between the middles of two cells crosses the thing.
func (t Thing) crossedBy(a, b Place) bool {
	const steps = 64
	for s := range steps + 1 {
		x := float64(a.X) + 0.5 + float64(b.X-a.X)*float64(s)/steps
		y := float64(a.Y) + 0.5 + float64(b.Y-a.Y)*float64(s)/steps
		if x > float64(t.X) && x < float64(t.X+t.W) && y > float64(t.Y) && y < float64(t.Y+t.H) {
			return true
		}
	}
	return false
}

// somebodyBetween reports whether another seat stands in the straight line between two.
func (p *plan) somebodyBetween(i, j int) bool {
	a, b := p.seats[i], p.seats[j]
	dx, dy := b.X-a.X, 2*(b.Y-a.Y)
	long := dx*dx + dy*dy
	return slices.ContainsFunc(p.seats, func(c Place) bool {
		cx, cy := c.X-a.X, 2*(c.Y-a.Y)
		along, aside := cx*dx+cy*dy, cx*dy-cy*dx
		return c != a && c != b && along > 0 && along < long && aside*aside < inTheWay*inTheWay*long
	})
}

// throughMiddle reports whether two seats face each other through the middle of all seats.
func (p *plan) throughMiddle(a, b Place) bool {
	n, mx, my := len(p.seats), 0, 0
	for _, s := range p.seats {
		mx, my = mx+s.X, my+s.Y
	}
	ax, ay, bx, by := n*a.X-mx, 2*(n*a.Y-my), n*b.X-mx, 2*(n*b.Y-my)
	dot := ax*bx + ay*by
	return dot < 0 && 4*float64(dot)*float64(dot) > float64(ax*ax+ay*ay)*float64(bx*bx+by*by) // more than 120 degrees apart
}

func (p *plan) doorDistance(i int) int {
	nearest := 0
	for _, t := range p.things {
		if t.Kind != ADoor {
			continue
		}
		if d := squared(p.seats[i], Place{t.X + t.W/2, t.Y}); nearest == 0 || d < nearest {
			nearest = max(d, 1)
		}
	}
	return nearest
}

// hasRoom reports whether there is floor beside a seat, to one of its sides, that is free of things
// and of other seats.
func (p *plan) hasRoom(i int) bool {
	s := p.seats[i]
	for _, x := range []int{s.X - chairReach - roomWidth, s.X + chairReach + 1} {
		for _, y := range []int{s.Y - 1, s.Y} {
			if p.floorFree(x, y, i) {
				return true
			}
		}
	}
	return false
}

// roomWidth is how many cells a pushchair or a wheelchair takes; it is two rows deep.
const roomWidth = 7

func (p *plan) floorFree(x, y, but int) bool {
	if x < 0 || y < 0 || x+roomWidth > PlanWidth || y+2 > PlanHeight {
		return false
	}
	meets := func(tx, ty, w, h int) bool { return tx < x+roomWidth && x < tx+w && ty < y+2 && y < ty+h }
	for _, t := range p.things {
		if meets(t.X, t.Y, t.W, t.H) {
			return false
		}
	}
	for j, s := range p.seats {
		if j != but && meets(s.X-chairReach, s.Y, 2*chairReach+1, 1) {
			return false
		}
	}
	return true
}

func (p *plan) all() seatSet { return 1<<len(p.seats) - 1 }

func (p *plan) anybodyBehindDesk() bool {
	return slices.ContainsFunc(p.desk, func(s seatSet) bool { return s != 0 })
}

func (p *plan) anybodyAcross() bool {
	return slices.ContainsFunc(p.across, func(s seatSet) bool { return s != 0 })
}
