package model

import (
	"slices"
	"time"
)

// CompulsoryFrom is the day from which a child must be educated: the first of 31 December, 31 March and
// 31 August on or after the fifth birthday (rules.md R55).
func CompulsoryFrom(born Date) Date {
	five := born.AddMonths(12 * 5)
	if !five.Valid() {
		return ""
	}
	for year := five.Time().Year(); ; year++ {
		for _, end := range [][2]int{{3, 31}, {8, 31}, {12, 31}} {
			if d, _ := NewDate(year, end[0], end[1]); d >= five {
				return d
			}
		}
	}
}

// LeavingDate is the end of compulsory school age: the last Friday in June of the school year in which
// the pupil turns 16 (rules.md R55).
func LeavingDate(born Date) Date {
	sixteen := born.AddMonths(12 * 16)
	if !sixteen.Valid() {
		return ""
	}
	last, _ := NewDate(schoolYearOf(sixteen)+1, 6, 30)
	for last.Weekday() != time.Friday {
		last = last.AddDays(-1)
	}
	return last
}

// PlanIsTheirs reports whether the rights of the plan are the young person's own: after compulsory
// school age (rules.md R39; Children and Families Act 2014 s.83). Without a date of birth nobody knows.
func (p Pupil) PlanIsTheirs(today Date) bool {
	leaves := LeavingDate(p.Born)
	return leaves.Valid() && today > leaves
}

// fromYear9 are the year groups whose reviews cover preparing for adulthood.
var fromYear9 = []YearGroup{"9", "10", "11", "12", "13", "14"}

// ReviewNotes are what the pupil's age brings to a review, in sentences (rules.md R39).
func (p Pupil) ReviewNotes(today Date) []string {
	var notes []string
	if age, known := p.Age(today); known && age < 5 {
		notes = append(notes, "Under five: think of a review every 3 to 6 months.")
	}
	if slices.Contains(fromYear9, p.Year) {
		notes = append(notes, "From Year 9 each review covers preparing for adulthood.")
	}
	if turn := p.LettersTurn(today); turn != "" {
		notes = append(notes, turn)
	}
	return notes
}
