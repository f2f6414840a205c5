package model

import (
	"slices"
	"strings"
)

// A concern is one thing that may be not well about how people sit (practice 34). What it weighs is
// counted for each seat that it names.
type concern struct {
	name   string
	weight int
	heated int  // what it weighs when it may become heated
	once   bool // it weighs no more when it names more
	// names are the seats for whose people it is not well.
	names func(s *seated) seatSet
	// one and more say it of one person and of several, who stand where %s is. A concern without
	// words only chooses between seatings that are equally good otherwise.
	one, more string
}

// concerns is the table, the heaviest first; the first one that names somebody is what is said.
var concerns = []concern{
	{name: "barrier", weight: 40, heated: 40, once: true, names: overADesk,
		one: "A desk parts %s from the school.", more: "A desk parts %s from the school."},
	{name: "way out", weight: 15, heated: 60, names: func(s *seated) seatSet { return s.shutIn(s.occupied) },
		one: "%s cannot leave without squeezing past somebody.", more: "%s cannot leave without squeezing past somebody."},
	{name: "row", weight: 14, heated: 18, names: facingARow,
		one: "%s faces a row from school.", more: "%s face a row from school."},
	{name: "interpreter", weight: 12, heated: 12, names: withoutInterpreter,
		one: "Nobody interprets beside %s.", more: "Nobody interprets beside %s."},
	{name: "room", weight: 12, heated: 12, names: func(s *seated) seatSet { return s.needRoom &^ s.roomy },
		one: "There is no room for a pushchair or wheelchair beside %s.", more: "There is no room for a pushchair or wheelchair beside %s."},
	{name: "sides", weight: 10, heated: 14, names: twoSides,
		one: "%s sits on one side, the school on the other.", more: "%s sit on one side, the school on the other."},
	{name: "child", weight: 10, heated: 10, names: childAlone,
		one: "%s sits beside nobody of their own.", more: "%s sit beside nobody of their own."},
	{name: "friend", weight: 8, heated: 8, names: friendAway,
		one: "%s came for the family, and sits beside none of them.", more: "%s came for the family, and sit beside none of them."},
	{name: "alone", weight: 6, heated: 6, names: besideNobody,
		one: "%s sits apart from everybody.", more: "%s sit apart from everybody."},
	{name: "door", weight: 0, heated: 5, names: nearerToDoor,
		one: "%s sits nearer to the door than anybody of the family.", more: "%s sit nearer to the door than anybody of the family."},
	{name: "guest's side", weight: 8, heated: 8, names: theirDesk},
	{name: "own kind", weight: 2, heated: 2, names: besideOwnOnly},
	{name: "child between", weight: 1, heated: 1, names: childOnTheEdge},
}

// overADesk are those of the family whom a desk parts from somebody of the school.
func overADesk(s *seated) seatSet {
	return s.theirs.where(func(i int) bool { return s.desk[i]&s.school != 0 })
}

// theirDesk are those of the family who sit on the side of a desk from which one receives others.
func theirDesk(s *seated) seatSet {
	return s.theirs.where(func(i int) bool { return s.desk[i].len() > 1 })
}

// facingARow are those of the family who look at several from school sitting next to one another, and
// have fewer of their own beside them.
func facingARow(s *seated) seatSet {
	return s.theirs.where(func(i int) bool {
		facing := s.across[i] & s.school
		row := facing.where(func(j int) bool { return s.beside[j]&facing != 0 })
		return row.len() > 1+(s.beside[i]&s.theirs).len()
	})
}

// withoutInterpreter are those who need an interpreter and have none beside them; where nobody was
// noted to need one, an interpreter away from the family.
func withoutInterpreter(s *seated) seatSet {
	if s.interpreters == 0 {
		return 0
	}
	if s.needInterpreter != 0 {
		return s.needInterpreter.where(func(i int) bool { return s.beside[i]&s.interpreters == 0 })
	}
	return s.parents().where(func(int) bool {
		return s.interpreters.where(func(i int) bool { return s.beside[i]&s.adults() != 0 }) == 0
	})
}

// twoSides are the family where a straight line through the room parts them from the school. One
// alone is no side.
func twoSides(s *seated) seatSet {
	if s.theirs.len() < 2 || s.school.len() < 2 || !s.parted(s.theirs, s.school) {
		return 0
	}
	return s.theirs
}

func childAlone(s *seated) seatSet {
	if s.adults() == 0 {
		return 0
	}
	return s.children.where(func(i int) bool { return s.beside[i]&s.adults() == 0 })
}

// childOnTheEdge are children with only one of their own beside them where there are two.
func childOnTheEdge(s *seated) seatSet {
	if s.adults().len() < 2 {
		return 0
	}
	return s.children.where(func(i int) bool { return (s.beside[i] & s.adults()).len() < 2 })
}

func friendAway(s *seated) seatSet {
	if s.parents() == 0 {
		return 0
	}
	return s.friends.where(func(i int) bool { return s.beside[i]&s.parents() == 0 })
}

func besideNobody(s *seated) seatSet {
	if s.occupied.len() < 2 {
		return 0
	}
	return s.occupied.where(func(i int) bool { return s.beside[i]&s.occupied == 0 })
}

// nearerToDoor are those of the school who are nearer to the door than everybody of the family.
func nearerToDoor(s *seated) seatSet {
	return s.school.where(func(i int) bool {
		nearer := s.theirs.where(func(j int) bool { return s.toDoor[j] <= s.toDoor[i] })
		return s.theirs != 0 && nearer == 0
	})
}

// besideOwnOnly are those who have nobody of the other group beside them.
func besideOwnOnly(s *seated) seatSet {
	return s.adults().where(func(i int) bool { return s.school != 0 && s.beside[i]&s.school == 0 }) |
		s.school.where(func(i int) bool { return s.theirs != 0 && s.beside[i]&s.theirs == 0 })
}

// weighs is what all concerns weigh together; 0 is as well as can be.
func (s *seated) weighs() int {
	sum := 0
	for i := range concerns {
		c := &concerns[i]
		weight := c.weight
		if s.heated {
			weight = c.heated
		}
		if weight > 0 {
			named := c.names(s).len()
			if c.once {
				named = min(named, 1)
			}
			sum += weight * named
		}
	}
	return sum
}

// Weighs is how much is not well about how people sit: the sum of all concerns, 0 when there is none.
func (s Seating) Weighs() int { return s.seated().weighs() }

// SeatConcern is one thing that is not well.
type SeatConcern struct {
	Name   string
	People []int64 // of MeetingPerson
	Says   string  // a sentence
}

// Concerns are what is not well, the heaviest first.
func (s Seating) Concerns() []SeatConcern {
	all := s.seated()
	var found []SeatConcern
	for _, c := range concerns {
		named := c.names(all)
		if named == 0 || c.one == "" || !s.Heated && c.weight == 0 {
			continue
		}
		said := SeatConcern{Name: c.name}
		var names []string
		for i, who := range s.Sitters {
			if seat := s.Seats[i]; seat > 0 && named.has(seat-1) {
				said.People, names = append(said.People, who.Person), append(names, who.Name)
			}
		}
		said.Says = strings.Replace(byCount(len(names), c.one, c.more, c.more), "%s", listOf(names), 1)
		found = append(found, said)
	}
	return found
}

// concernOf is the heaviest of these concerns that is there.
func (s Seating) concernOf(about []string) (SeatConcern, bool) {
	for _, c := range s.Concerns() {
		if slices.Contains(about, c.Name) {
			return c, true
		}
	}
	return SeatConcern{}, false
}
