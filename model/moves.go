package model

import (
	"fmt"
	"slices"
	"strings"
)

// handOverAfter are the year groups after which a pupil moves on, in whatever school they are
// (rules.md R54), and arriveIn the groups that they arrive in.
var (
	handOverAfter = []YearGroup{"N2", "2", "6", "11"}
	arriveIn      = []YearGroup{"R", "3", "7", "12"}
)

// MovingGroups are the year groups of the school from which pupils move to another phase or school at the
// end of a school year: those before a change of phase, and its top group (rules.md R54, practice 21).
func (s School) MovingGroups() []YearGroup {
	groups := handOverAfter
	if top := s.TopYear(); top != "" {
		groups = slices.DeleteFunc(slices.Clone(groups), func(g YearGroup) bool { return olderThan(g, top) })
		if !slices.Contains(groups, top) {
			groups = append(groups, top)
		}
	}
	return groups
}

// ArrivingGroups are the year groups in which pupils have just arrived from another phase or school.
func (s School) ArrivingGroups() []YearGroup {
	has := strings.Fields(s.YearGroups)
	if len(has) == 0 {
		return arriveIn
	}
	return slices.DeleteFunc(slices.Clone(arriveIn), func(g YearGroup) bool { return !slices.Contains(has, string(g)) })
}

func olderThan(g, top YearGroup) bool {
	return slices.Index(YearGroups, g) > slices.Index(YearGroups, top)
}

// MovesTo says where a pupil of the school goes at the end of the school year, and whether they leave the
// school; "" for one who goes up within a phase. A school whose groups are not known is taken to end with
// Year 11.
func (p Pupil) MovesTo(s School) (where string, leaves bool) {
	if p.Roll != OnRoll || !slices.Contains(s.MovingGroups(), p.Year) {
		return "", false
	}
	top := s.TopYear()
	if top == "" {
		top = "11"
	}
	next, leaves := Rollover(p.Year, top)
	if !leaves {
		return next.Words(), false
	}
	for _, m := range phaseMoves {
		if m.from == p.Year {
			return m.sayWhere, true
		}
	}
	return "another school", true
}

// MovesYear is the calendar year in which the school year begins that moves lead into just now: the next
// one, or until the autumn half-term that which has begun, for then it is about arriving.
func (c *Calendar) MovesYear(today Date) int {
	if c.arriving(today) {
		return schoolYearOf(today)
	}
	return schoolYearOf(today) + 1
}

// arriving reports whether the first half of the autumn term is not over: until half-term, or the end of
// October where no term dates are known.
func (c *Calendar) arriving(today Date) bool {
	if p, ok := c.Part(today); ok {
		return p.Term == Autumn && p.Half == 1 || p.Term == Summer && p.Half == 2 && p.Break && today.Time().Month() >= 9
	}
	month := today.Time().Month()
	return month == 9 || month == 10
}

// Current is the move that matters on today among those of a pupil: the one of the year that moves lead
// into, else one of this school year that is not seen to have arrived; the zero move when there is none
// yet.
func Current(moves []Transition, pupil int64, c *Calendar, today Date) Transition {
	year := c.MovesYear(today)
	for _, fits := range []func(Transition) bool{
		func(m Transition) bool { return m.Year == year },
		func(m Transition) bool { return m.Year == schoolYearOf(today) && m.Settled == "" },
	} {
		if at := slices.IndexFunc(moves, fits); at >= 0 {
			return moves[at]
		}
	}
	return Transition{PupilID: pupil, Year: year}
}

// Where says where a move leads: the school that is written down, else what the rules know.
func (t Transition) Where(p Pupil, s School) string {
	where, _ := p.MovesTo(s)
	return firstText(t.ToSchool, where)
}

// VisitsSaid are the visits in a few words: "1 done, 2 to come", "none yet".
func (t Transition) VisitsSaid() string {
	done := 0
	for _, v := range t.Visits {
		if v.Done != "" {
			done++
		}
	}
	ahead := len(t.Visits) - done
	switch {
	case len(t.Visits) == 0:
		return "none yet"
	case ahead == 0:
		return fmt.Sprintf("%d done", done)
	case done == 0:
		return fmt.Sprintf("%d to come", ahead)
	}
	return fmt.Sprintf("%d done, %d to come", done, ahead)
}

// Lacks says what a move still needs before it, or after it; "" nothing. Nobody is ranked by it.
func (t Transition) Lacks(today Date) string {
	begun := t.Year <= schoolYearOf(today)
	var lacks []string
	if t.NamedAdult == "" {
		lacks = append(lacks, "nobody named")
	}
	if len(t.Visits) == 0 && !begun {
		lacks = append(lacks, "no visit")
	}
	switch {
	case t.Settled != "":
		return ""
	case begun && len(lacks) == 0:
		return "seen to have arrived?"
	case len(lacks) == 0:
		return ""
	}
	return strings.Join(lacks, ", ")
}

// AsksForMoves reports whether Today asks about moves: in the summer term about those ahead, in the
// first three weeks of the autumn term about those who have just arrived.
func (c *Calendar) AsksForMoves(today Date) bool {
	p, ok := c.Part(today)
	if !ok || p.Break {
		return false
	}
	return p.Term == Summer || p.Term == Autumn && p.Half == 1 && c.WeekNumber(today) <= 3
}

// MovesDay is the day that Today names for moves: the last day before the summer holidays, or when the
// year has begun the day by which a pupil is seen to have arrived.
func (c *Calendar) MovesDay(today Date) Date {
	year := c.MovesYear(today)
	if year > schoolYearOf(today) {
		return c.lastDayBefore(year)
	}
	return c.DueInSchoolDays(c.firstDayOf(year), arrivedBy-1).Due
}

// MovesAsked is what Today says of the moves that lack something.
func MovesAsked(n int, begun bool) string {
	if begun {
		return countPeople(n, "child", "children") + byCount(n, " has", " have", " have") + " just arrived, with nobody named who is there for them"
	}
	return countPeople(n, "child", "children") + byCount(n, " moves", " move", " move") + " in September without a named adult or a visit"
}

func countPeople(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", more)
}

// SchoolYearOf is the calendar year in which the school year of a day begins.
func SchoolYearOf(d Date) int { return schoolYearOf(d) }
