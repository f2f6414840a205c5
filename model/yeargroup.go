package model

import (
	"slices"
	"strings"
)

// What lies outside the year groups of schools (rules.md R52).
const (
	BeforeSchool YearGroup = "pre"
	AfterSchool  YearGroup = "left"
)

// firstGroup is where N1 stands when R is 0; lastGroup is Year 13.
const (
	firstGroup = -2
	lastGroup  = 13
)

// YearGroupOn is the year group that a date of birth leads to on a day, moved by an offset for a child
// who is taught out of year: -1 is the year below (rules.md R52, R53). It only suggests: the group that a
// school has written down counts. Without a date of birth it is "".
func YearGroupOn(born Date, offset int, on Date) YearGroup {
	if !born.Valid() || !on.Valid() {
		return ""
	}
	group := schoolYearOf(on) - schoolYearOf(born) - 5 + offset
	switch {
	case group < firstGroup:
		return BeforeSchool
	case group > lastGroup:
		return AfterSchool
	}
	return YearGroups[group-firstGroup]
}

// OutOfYear is how far the pupil's group stands from the one that the date of birth leads to: -1 is the
// year below. It is 0 where either is not known (rules.md R53).
func (p Pupil) OutOfYear(on Date) int {
	is, computed := slices.Index(YearGroups, p.Year), slices.Index(YearGroups, YearGroupOn(p.Born, 0, on))
	if is < 0 || computed < 0 || p.Year == "" || p.Year == "X" || !p.Born.Valid() {
		return 0
	}
	return is - computed
}

// Rollover is the group that comes after one on 1 September, and whether the pupil leaves the school
// instead: those in its top group do, "" for one that is not known (rules.md R54).
func Rollover(group, top YearGroup) (next YearGroup, leaves bool) {
	at, last := slices.Index(YearGroups, group), slices.Index(YearGroups, top)
	switch {
	case group == "" || group == "X" || at < 0:
		return group, false
	case top != "" && at >= last || YearGroups[at+1] == "X":
		return "", true
	}
	return YearGroups[at+1], false
}

// AcademicYear names the school year of a day: "2026/27"; it begins on 1 September, even when term
// begins later (rules.md R54).
func AcademicYear(d Date) string { return schoolYearLabel(schoolYearOf(d)) }

// TopYear is the school's last year group, "" where its groups are not known.
func (s School) TopYear() YearGroup {
	top := -1
	for _, g := range strings.Fields(s.YearGroups) {
		if at := slices.Index(YearGroups, YearGroup(g)); g != "X" {
			top = max(top, at)
		}
	}
	if top < 0 {
		return ""
	}
	return YearGroups[top]
}
