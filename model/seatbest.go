package model

import (
	"math/rand/v2"
	"slices"
)

// The best seats are looked for among all ways to sit where these are few, which they mostly are: two
// from school who are needed for nothing else than what they say may change places without a
// difference. Where they are many, people change places two by two from several beginnings until
// nothing gets better. Either way the same people get the same seats.

// Limits of the search.
const (
	fewWays    = 8000
	beginnings = 10
)

// Best seats everybody as well as it can be found, as many as there are seats; those whom the meeting
// can spare stand where there are too few.
func (s Seating) Best() Seating {
	s.Seats = make([]int, len(s.Sitters))
	n := min(len(s.Sitters), len(s.plan.seats))
	if n == 0 {
		return s
	}
	q := &quest{seated: seated{plan: s.plan, heated: s.Heated}, least: -1}
	for _, who := range s.Sitters[:n] {
		at := slices.Index(q.kinds, who.sitterKind)
		if at < 0 {
			at, q.kinds, q.counts = len(q.kinds), append(q.kinds, who.sitterKind), append(q.counts, 0)
		}
		q.counts[at]++
	}
	q.kinds, q.counts = append(q.kinds, sitterKind{}), append(q.counts, len(s.plan.seats)-n) // the free seats
	q.on = make([]int, len(s.plan.seats))
	if q.ways() <= fewWays {
		q.tryAll(0)
	} else {
		q.tryFromSeveral()
	}
	q.give(&s, n)
	return s
}

// quest is the search: which kind of person sits on each seat.
type quest struct {
	seated
	kinds  []sitterKind // the last one is nobody
	counts []int        // how many of each kind are still to be seated
	on     []int        // the kind on each seat
	best   []int
	least  int // what the best one weighs, -1 before the first
}

// ways is in how many ways the kinds can sit, or more than fewWays.
func (q *quest) ways() int {
	ways, seats := 1, 0
	for _, count := range q.counts {
		for i := 1; i <= count; i++ {
			seats++
			ways = ways * seats / i
			if ways > fewWays {
				return ways
			}
		}
	}
	return ways
}

func (q *quest) tryAll(seat int) {
	if seat == len(q.on) {
		q.weigh()
		return
	}
	for kind := range q.counts {
		if q.counts[kind] == 0 {
			continue
		}
		q.counts[kind]--
		q.on[seat] = kind
		q.tryAll(seat + 1)
		q.counts[kind]++
	}
}

// weigh weighs the seats as they are now, and keeps them when nothing was better.
func (q *quest) weigh() int {
	s := seated{plan: q.plan, heated: q.heated}
	for seat, kind := range q.on {
		if kind < len(q.kinds)-1 {
			s.seat(q.kinds[kind], seat)
		}
	}
	weight := s.weighs()
	if q.least < 0 || weight < q.least {
		q.least, q.best = weight, slices.Clone(q.on)
	}
	return weight
}

func (q *quest) tryFromSeveral() {
	var order []int
	for kind, count := range q.counts {
		for range count {
			order = append(order, kind)
		}
	}
	shuffled := rand.New(rand.NewPCG(1, 1)) // always the same: the same people get the same seats
	for range beginnings {
		copy(q.on, order)
		q.improve()
		shuffled.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
}

// improve lets two change places as long as that is better.
func (q *quest) improve() {
	weight := q.weigh()
	for better := true; better && weight > 0; {
		better = false
		for i := range q.on {
			for j := range i {
				if q.on[i] == q.on[j] {
					continue
				}
				q.on[i], q.on[j] = q.on[j], q.on[i]
				if now := q.weigh(); now < weight {
					weight, better = now, true
				} else {
					q.on[i], q.on[j] = q.on[j], q.on[i]
				}
			}
		}
	}
}

// give gives the people of each kind its seats, in their order.
func (q *quest) give(s *Seating, n int) {
	for i, who := range s.Sitters[:n] {
		for seat, kind := range q.best {
			if kind < len(q.kinds)-1 && q.kinds[kind] == who.sitterKind {
				s.Seats[i] = seat + 1
				q.best[seat] = len(q.kinds) - 1
				break
			}
		}
	}
}
