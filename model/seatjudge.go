package model

import (
	"slices"
	"strings"
)

// SeatJudgement is what the picture of a room says to a family.
type SeatJudgement struct {
	Good     bool // everybody has a seat, and nothing is not well
	Word     Judgement
	Sentence string
	NotWell  []string // a sentence each, the heaviest first
}

// Judge judges how people sit: in one sentence whether the sides are mixed, whether a desk is a
// barrier, how it is with the door, and whether a pushchair or a wheelchair has room.
func (s Seating) Judge() SeatJudgement {
	j := SeatJudgement{Word: s.Layout.Judgement}
	for _, c := range s.Concerns() {
		j.NotWell = append(j.NotWell, c.Says)
	}
	j.NotWell = slices.Concat(nonEmpty(s.tooFew()), j.NotWell, nonEmpty(s.tooLarge()))
	j.Good = len(j.NotWell) == 0 && s.Placed()
	all := s.seated()
	var said []string
	for _, about := range sentenceParts {
		said = append(said, nonEmpty(about(s, all))...)
	}
	j.Sentence = Capital(textIf(j.Good, "good: ")+strings.Join(said, ", ")) + "."
	if s.Placed() {
		j.Word = s.word(all)
	}
	return j
}

// word is the layout in a word or two, as these people sit in it.
func (s Seating) word(all *seated) Judgement {
	switch {
	case overADesk(all) != 0:
		return JudgedBarrier
	case twoSides(all) != 0 || facingARow(all) != 0:
		return JudgedTwoSides
	case s.Layout.Judgement == JudgedBarrier:
		return JudgedOpen
	case s.Layout.Judgement == JudgedTwoSides:
		return JudgedMixed
	}
	return s.Layout.Judgement
}

// tooFew says who has no seat.
func (s Seating) tooFew() string {
	var names []string
	for _, who := range s.Standing() {
		names = append(names, who.Name)
	}
	seats := len(s.plan.seats)
	switch {
	case len(names) == 0 || !s.Placed() && len(s.Sitters) <= seats:
		return ""
	case len(s.Sitters) > seats:
		said := Capital(inWords(seats)) + byCount(seats, " seat", " seats", " seats") + " for " + inWords(len(s.Sitters)) + " people"
		if !s.Placed() {
			return said + "."
		}
		return said + ": " + listOf(names) + byCount(len(names), " has", " have", " have") + " none. Who is needed?"
	}
	return listOf(names) + byCount(len(names), " has", " have", " have") + " no seat yet."
}

// tooLarge says that few people are lost in the layout.
func (s Seating) tooLarge() string {
	n := len(s.Sitters)
	if n == 0 || n >= s.Layout.MinPeople {
		return ""
	}
	return "It is made for " + inWords(s.Layout.MinPeople) + " or more, and you are " + inWords(n) + "."
}

// sentenceParts are the parts of the sentence, in their order; "" says nothing.
var sentenceParts = []func(s Seating, all *seated) string{sidesSaid, deskSaid, doorSaid, floorSaid}

func sidesSaid(s Seating, all *seated) string {
	switch {
	case !s.Placed():
		return mixable(s.Layout)
	case facingARow(all) != 0:
		return "somebody faces a row of others"
	case twoSides(all) != 0:
		return "there are two sides"
	case all.theirs == 0 || all.school == 0:
		return "there are no two sides"
	case all.theirs.len() > 1 && all.school.len() > 1:
		return "the sides are mixed"
	}
	return "nobody faces a row of others"
}

func deskSaid(s Seating, all *seated) string {
	if s.Placed() && overADesk(all) != 0 || !s.Placed() && s.Layout.BehindDesk {
		return "a desk stands between them"
	}
	return "nobody is behind a desk"
}

func doorSaid(s Seating, all *seated) string {
	sitting := all.occupied
	if !s.Placed() {
		sitting = s.plan.all()
	}
	switch {
	case !s.plan.hasDoor():
		return ""
	case s.plan.shutIn(sitting) != 0:
		return "not everybody has a free way to the door"
	case all.theirs != 0 && nearerToDoor(all) == 0:
		return "the door is near and free"
	}
	return "the way to the door is free"
}

// floorSaid looks at the seats of those who need the floor; where nobody was noted to, at those of the
// family and the free ones.
func floorSaid(s Seating, all *seated) string {
	fits := s.plan.roomy&(all.theirs|s.plan.all()&^all.occupied) != 0
	if all.needRoom != 0 {
		fits = all.needRoom&^s.plan.roomy == 0
	}
	if fits {
		return "a pushchair or wheelchair fits"
	}
	return "there is no room for a pushchair or wheelchair"
}

func mixable(l Layout) string {
	if l.SidesMixed {
		return "the sides can be mixed"
	}
	return "it easily becomes two sides"
}

func (p *plan) hasDoor() bool { return len(p.toDoor) > 0 && p.toDoor[0] > 0 }
