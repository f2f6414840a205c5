package model

// By when the lines of the checklist should be settled.

// weekAhead is how many days before the meeting the items of "a week before" are due.
const weekAhead = 7

// due is the day by which what belongs to a time should be settled. There is none for a meeting
// without a date, an urgent one, or one that is over; nor before inviting, as long as nobody is. A
// meeting called at less than a week's notice never had a week: what belongs there is due the day before.
func (f Facts) due(w When) Date {
	start := f.Meeting.Start.Date()
	if start == "" || f.Meeting.Urgent || f.Meeting.Status != Planned && f.Meeting.Status != "" {
		return ""
	}
	invited := f.firstInvitation()
	week, dayBefore := start.AddDays(-weekAhead), f.schoolDayBefore(start)
	switch w {
	case BeforeInviting:
		return min(invited, dayBefore)
	case AWeekBefore:
		if invited > week || invited == "" && f.Today > week {
			return dayBefore
		}
		return week
	case TheDayBefore:
		return dayBefore
	}
	return ""
}

// firstInvitation is the day on which the first of the family was invited, "" for nobody yet.
func (f Facts) firstInvitation() (first Date) {
	for _, p := range f.People {
		if p.Side == FamilySide && p.Invited != "" && (first == "" || p.Invited < first) {
			first = p.Invited
		}
	}
	return first
}

// schoolDayBefore is the last day before a meeting on which something can be done at school.
func (f Facts) schoolDayBefore(start Date) Date {
	if day, ok := f.Calendar.lastSchoolDay(start.AddDays(-1)); ok {
		return day
	}
	return f.Calendar.AddWorkingDays(start, -1)
}

// Late reports whether the day by which the item should be settled is over.
func (i Item) Late(today Date) bool { return i.Due != "" && i.Due < today }

// DueWords say gently that an item is late, or that its last day or the one before has come: a glyph
// that is full when the time is over, and the words; "" for what has time. What belongs before inviting
// says nothing on the day of the first invitation itself.
func (i Item) DueWords(today Date) (glyph, words string) {
	switch {
	case i.Due == "":
		return "", ""
	case i.Late(today):
		return StagePast.Glyph(), "was for " + i.Due.Near(today)
	case i.When != BeforeInviting && i.Due <= today.AddDays(1):
		return StageMost.Glyph(), "by " + i.Due.Near(today)
	}
	return "", ""
}
