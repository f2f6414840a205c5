package model

import (
	"cmp"
	"slices"
)

// YearStand is how a pupil's year group stands to the school year that has begun (rules.md R54).
type YearStand string

// The stands of a year group.
const (
	YearMovesUp YearStand = "moves up"
	YearLeaves  YearStand = "leaves"        // in the school's top group
	YearIsNew   YearStand = "already there" // it is this school year's already
	YearUnknown YearStand = "not known"     // nothing is written down that could move
)

// leastYearSaid and newYear are the days of a summer from which on a group that was written down may be, and
// is, the new school year's.
func leastYearSaid(start int) Date { d, _ := NewDate(start, 6, 1); return d }
func newYear(start int) Date       { d, _ := NewDate(start, 9, 1); return d }

// YearStandOf says whether a pupil's group moves on into the school year that begins in start, so that nobody
// is moved twice. said is the last day on which the group was written down, by hand or from a file, "" not
// known. From 1 September on it was this year's; in the summer before it was so when it is the group that the
// date of birth leads to in the new year.
func (s School) YearStandOf(p Pupil, said Date, start int) YearStand {
	summer := said >= leastYearSaid(start) && p.Year == YearGroupOn(p.Born, 0, newYear(start))
	_, leaves := s.YearAfter(p.Year, 1)
	switch {
	case p.Year == "" || p.Year == "X":
		return YearUnknown
	case said >= newYear(start), summer:
		return YearIsNew
	case leaves:
		return YearLeaves
	}
	return YearMovesUp
}

// Up is how many groups a pupil of the stand goes up unless somebody says otherwise; one who leaves goes up
// by one, too.
func (y YearStand) Up() int {
	if y == YearMovesUp || y == YearLeaves {
		return 1
	}
	return 0
}

// YearAfter is the group so many groups up, and whether the pupil leaves the school instead; 0 is kept back.
// A school whose groups are not known is taken to end with Year 11.
func (s School) YearAfter(group YearGroup, up int) (to YearGroup, leaves bool) {
	top := cmp.Or(s.TopYear(), "11")
	for range up {
		if group, leaves = Rollover(group, top); leaves {
			return "", true
		}
	}
	return group, false
}

// YearChoices are how many groups up a pupil could go, the first one as the rule has it: kept back is 0, and
// nobody leaves by going up two.
func (s School) YearChoices(p Pupil, stand YearStand) []int {
	if stand == YearUnknown {
		return []int{0}
	}
	ups := []int{stand.Up(), 1 - stand.Up()}
	if _, leaves := s.YearAfter(p.Year, 2); !leaves && stand == YearMovesUp {
		ups = append(ups, 2)
	}
	return ups
}

// HandsOver reports whether those of the group are handed over when they move on: N2 to Reception, Year 2 to
// 3, 6 to 7 and 11 to 12 (rules.md R54).
func (y YearGroup) HandsOver() bool { return slices.Contains(handOverAfter, y) }

// YearsDue is the calendar year in which the school year begins into which the years move on, and whether it
// has begun: from June on they can be looked at beforehand.
func YearsDue(today Date) (start int, begun bool) {
	start = schoolYearOf(today)
	if today >= leastYearSaid(start+1) {
		return start + 1, false
	}
	return start, true
}

// YearsMovedOn reports whether the years of the school have moved on into the school year that begins in
// start. A school that was written down in that year began with its groups.
func (s School) YearsMovedOn(start int, added Date) bool {
	return s.YearsMoved >= schoolYearLabel(start) || s.YearsMoved == "" && added >= newYear(start)
}

// YearsAsked is what Today says of those who are still in last year's groups.
func YearsAsked(n int) string {
	return countPeople(n, "child", "children") + byCount(n, " is", " are", " are") + " still in last year's groups: move the years on"
}

// SchoolYearFrom names the school year that begins in a calendar year: "2026/27".
func SchoolYearFrom(start int) string { return schoolYearLabel(start) }
