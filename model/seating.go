package model

import "slices"

// Seating is who sits where in a layout.
type Seating struct {
	Layout  Layout
	Sitters []Sitter
	Seats   []int // for each sitter their seat from 1, 0 for none
	Heated  bool  // it may become heated

	plan *plan
}

// NewSeating has everybody standing.
func NewSeating(l Layout, who []Sitter, heated bool) Seating {
	return Seating{Layout: l, Sitters: who, Seats: make([]int, len(who)), Heated: heated, plan: planOf(l)}
}

// Seating is how people sit as it was kept: on the layout of the meeting. A seat that is not there, or
// that two were given, leaves the later one without.
func (f Facts) Seating() Seating {
	l, _ := LayoutAmong(f.Meeting.Layout, f.OwnLayouts)
	s := NewSeating(l, f.Sitters(), mayGetHeated(f))
	kept := map[int64]int{}
	for _, p := range f.People {
		kept[p.ID] = p.Seat
	}
	for i, who := range s.Sitters {
		if seat := kept[who.Person]; seat > 0 && seat <= len(s.plan.seats) && s.On(seat) < 0 {
			s.Seats[i] = seat
		}
	}
	return s
}

// On is which of the sitters sits on a seat, -1 for nobody.
func (s Seating) On(seat int) int {
	if seat == 0 {
		return -1
	}
	return slices.Index(s.Seats, seat)
}

// Placed reports whether anybody has a seat.
func (s Seating) Placed() bool {
	return slices.ContainsFunc(s.Seats, func(seat int) bool { return seat > 0 })
}

// Standing are the sitters without a seat.
func (s Seating) Standing() []Sitter {
	var standing []Sitter
	for i, who := range s.Sitters {
		if s.Seats[i] == 0 {
			standing = append(standing, who)
		}
	}
	return standing
}

// Move seats one of the sitters there, 0 nowhere. Who sits there takes the place that becomes free.
func (s Seating) Move(sitter, seat int) Seating {
	s.Seats = slices.Clone(s.Seats)
	if other := s.On(seat); other >= 0 {
		s.Seats[other] = s.Seats[sitter]
	}
	s.Seats[sitter] = seat
	return s
}

// Kept are the seats by the ids of the people, as they are kept.
func (s Seating) Kept() map[int64]int {
	kept := map[int64]int{}
	for i, who := range s.Sitters {
		if s.Seats[i] > 0 {
			kept[who.Person] = s.Seats[i]
		}
	}
	return kept
}

// seated are the people of a seating by what they are, each as the seats on which such people sit.
type seated struct {
	*plan
	heated                              bool
	theirs, school                      seatSet // theirs with friends and children
	friends, children, interpreters     seatSet
	needInterpreter, needRoom, occupied seatSet
}

func (s *seated) seat(k sitterKind, on int) {
	for _, set := range []struct {
		is   bool
		seat *seatSet
	}{
		{true, &s.occupied}, {k.Group == WithFamily, &s.theirs}, {k.Group == WithSchool, &s.school},
		{k.Friend, &s.friends}, {k.Child, &s.children}, {k.Interprets, &s.interpreters},
		{k.NeedsInterpreter, &s.needInterpreter}, {k.NeedsRoom, &s.needRoom},
	} {
		if set.is {
			*set.seat = set.seat.with(on)
		}
	}
}

// parents are the grown-ups of the family.
func (s *seated) parents() seatSet { return s.theirs &^ s.friends &^ s.children }

// adults are the grown-ups of the family and those they bring.
func (s *seated) adults() seatSet { return s.theirs &^ s.children }

func (s Seating) seated() *seated {
	all := &seated{plan: s.plan, heated: s.Heated}
	for i, who := range s.Sitters {
		if s.Seats[i] > 0 {
			all.seat(who.sitterKind, s.Seats[i]-1)
		}
	}
	return all
}
