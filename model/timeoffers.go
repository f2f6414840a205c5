package model

import (
	"cmp"
	"slices"
	"strings"
)

// TimeOffer is a time that is proposed, with why, and with what speaks against it where no time is
// free of everything.
type TimeOffer struct {
	Start   Moment
	Why     string
	Against []TimeWarning
}

// realChoice is how many times are a real choice (practice 32).
const realChoice = 3

// horizons are the school days from today within which a meeting of a kind should be, both included.
// An annual review begins after its two weeks of notice instead.
func horizons() map[MeetingKind]struct{ from, to int } {
	return map[MeetingKind]struct{ from, to int }{
		ReturnFromSuspension: {0, 1}, HonestConversation: {1, 5}, InformalComplaint: {1, 5}, AttendanceMeeting: {1, 5},
		FirstMeeting: {2, 10}, CheckInMeeting: {1, 10}, TransitionMeeting: {3, 15}, TermlyReview: {3, 15}, OtherMeeting: {1, 10},
		AnnualReview: {0, 15},
	}
}

const (
	soonestMinutes = 60  // from now to a meeting that is proposed
	apartMinutes   = 120 // between two proposals on one day
	likeMinutes    = 60  // within which two hours are alike
	stepMinutes    = 15
	lastStart      = Clock("19:00")
)

// liked are the hours at which families come most easily, with what counts against each in minutes:
// after the gate in the morning, and after school.
var liked = []struct {
	at   Clock
	cost int
}{{"09:00", 0}, {"15:30", 0}, {"14:00", 10}, {"17:00", 15}, {"11:00", 30}}

// ProposeTimes are times to offer for the meeting, in the order of time: on school days within the
// kind's horizon, clear of other meetings, within what everybody said, and as different as they can be,
// on different days, one early and one late. Where none is free of everything, those come with the
// least against them. What is offered already counts, unless it was refused or has passed.
func ProposeTimes(f TimeFacts) []TimeOffer {
	open := f.openOptions()
	if f.Meeting.Status != Planned && f.Meeting.Status != "" || f.Meeting.Minutes <= 0 {
		return nil
	}
	j := f.judged()
	candidates := j.leastAgainst()
	taken := make([]Moment, 0, len(f.Options)+realChoice)
	for _, o := range f.Options {
		taken = append(taken, o.Start)
	}
	var offers []TimeOffer
	for i := open; i < realChoice; i++ { // what is offered already has had its part of the day
		best, ok := bestOf(candidates, taken, dayParts[i%len(dayParts)])
		if !ok {
			break
		}
		taken = append(taken, best.Start)
		best.Why = j.whyThen(best.Start)
		offers = append(offers, best)
	}
	InOrder(offers, func(a, b TimeOffer) int { return cmp.Compare(a.Start, b.Start) })
	return offers
}

// openOptions are those offered that may still be chosen; a chosen one is choice enough.
func (f TimeFacts) openOptions() int {
	n := 0
	for _, o := range f.Options {
		refused := slices.ContainsFunc(f.familyAnswers(o), func(a TimeAnswer) bool { return a.Answer == No })
		switch {
		case o.Chosen:
			return realChoice
		case !refused && o.Start >= f.Now:
			n++
		}
	}
	return n
}

// leastAgainst are the times within the horizon that have the least against them.
func (f judged) leastAgainst() []TimeOffer {
	var all []TimeOffer
	least := -1
	for _, day := range f.daysWithin() {
		for clock := schoolOpens.Minutes() - stepMinutes*2; clock <= lastStart.Minutes(); clock += stepMinutes {
			start := Moment(day).Add(clock)
			against := f.against(start)
			if start < f.Now.Add(soonestMinutes) || slices.ContainsFunc(against, func(w TimeWarning) bool { return w.Never }) {
				continue
			}
			switch w := weightOf(against); {
			case least < 0 || w < least:
				least, all = w, []TimeOffer{{Start: start, Against: against}}
			case w == least:
				all = append(all, TimeOffer{Start: start, Against: against})
			}
		}
	}
	return all
}

func weightOf(against []TimeWarning) int {
	sum := 0
	for _, w := range against {
		sum += w.Weight
	}
	return sum
}

// daysWithin are the school days of the horizon; where the term dates do not reach, weekdays.
func (f TimeFacts) daysWithin() []Date {
	first, last := f.horizon()
	var days []Date
	for d := first; d <= last; d = d.AddDays(1) {
		open, err := f.Calendar.IsSchoolDay(d)
		if open || err != nil {
			days = append(days, d)
		}
	}
	return days
}

// horizon is from when until when the meeting should be. A worry is met within its five school days
// where there is still time, a review before it is due.
func (f TimeFacts) horizon() (first, last Date) {
	today := f.Now.Date()
	in := func(from Date, n int) Date { return f.Calendar.DueInSchoolDays(from, n).Due }
	within, known := horizons()[f.Meeting.Kind]
	if !known {
		within = horizons()[OtherMeeting]
	}
	if f.Meeting.Urgent {
		within.from = 0
	}
	first, last = in(today, within.from), in(today, within.to)
	if f.Meeting.Kind == AnnualReview {
		first = today.AddDays(noticeDays()[AnnualReview])
		last = in(first, within.to)
		for _, p := range f.Pupils {
			if r, has := p.Review(f.Calendar); has && r.MeetBySchoolDay >= first {
				last = max(min(last, r.MeetBySchoolDay), first)
			}
		}
	}
	if f.ConcernOn != "" {
		if by := in(f.ConcernOn, soonSchoolDays); by >= first {
			last = min(last, by)
		}
	}
	return first, last
}

// dayParts are the parts of the day that the proposals should differ in, one after the other.
var dayParts = []func(c Clock) bool{
	func(c Clock) bool { return c < "12:00" },
	func(c Clock) bool { return c >= "15:00" },
	func(Clock) bool { return true },
}

// bestOf is the best time of a part of the day on a day that is not taken; else at any hour of such a
// day, else apart from what is taken.
func bestOf(candidates []TimeOffer, taken []Moment, part func(Clock) bool) (TimeOffer, bool) {
	otherDay := func(o TimeOffer) bool {
		return !slices.ContainsFunc(taken, func(m Moment) bool { return m.Date() == o.Start.Date() })
	}
	apart := func(o TimeOffer) bool {
		return !slices.ContainsFunc(taken, func(m Moment) bool {
			return m.Date() == o.Start.Date() && m < o.Start.Add(apartMinutes) && o.Start < m.Add(apartMinutes)
		})
	}
	for _, fits := range []func(TimeOffer) bool{
		func(o TimeOffer) bool { return otherDay(o) && part(o.Start.Clock()) },
		otherDay,
		func(o TimeOffer) bool { return apart(o) && part(o.Start.Clock()) },
		apart,
	} {
		if o, ok := soonest(candidates, taken, fits); ok {
			return o, true
		}
	}
	return TimeOffer{}, false
}

// soonest is the best-liked hour of the first day that has one which fits; an hour like one that is
// taken is liked less.
func soonest(candidates []TimeOffer, taken []Moment, fits func(TimeOffer) bool) (best TimeOffer, found bool) {
	costOf := func(o TimeOffer) int {
		cost := costOf(o.Start.Clock())
		for _, m := range taken {
			if far := m.Clock().Minutes() - o.Start.Clock().Minutes(); max(far, -far) < likeMinutes {
				cost += likeMinutes / 3
			}
		}
		return cost
	}
	for _, o := range candidates {
		switch {
		case !fits(o):
		case !found:
			best, found = o, true
		case o.Start.Date() == best.Start.Date() && costOf(o) < costOf(best):
			best = o
		}
	}
	return best, found
}

// costOf is how far an hour is from one that families like.
func costOf(c Clock) int {
	least := minutesOfDay
	for _, l := range liked {
		far := c.Minutes() - l.at.Minutes()
		least = min(least, max(far, -far)+l.cost)
	}
	return least
}

// whyThen says why a time is proposed.
func (f judged) whyThen(at Moment) string {
	var said []string
	for _, a := range f.said {
		if a.suits.Suits(at, f.Meeting.Minutes) {
			said = append(said, a.Formal()+" ("+oneLine(a.Times)+")")
		}
	}
	var why []string
	if len(said) > 0 {
		why = append(why, "suits "+listOf(said))
	}
	why = append(why, f.besideThat(at))
	if f.Room != nil && roomTakenThen(f, at) == "" {
		why = append(why, f.Room.Name+" is free")
	}
	return strings.Join(why, "; ")
}

// besideThat is what else the user has in that half of the day.
func (f TimeFacts) besideThat(at Moment) string {
	part := "morning"
	if at.Clock() >= "12:00" {
		part = "afternoon"
	}
	var beside []string
	for _, b := range f.Booked {
		if b.Start.Date() == at.Date() && b.Start.Clock() != "" && (b.Start.Clock() >= "12:00") == (at.Clock() >= "12:00") {
			beside = append(beside, b.Words)
		}
	}
	if len(beside) == 0 {
		return "nothing else of yours that " + part
	}
	return "time before and after " + listOf(beside)
}
