package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// TimeFacts is what is looked at when a time for a meeting is judged, or proposed.
type TimeFacts struct {
	Facts
	Now    Moment
	Booked []Booking // the other meetings of the caseload
	Gap    int       // minutes that stay free between two (setting meeting.gap)
}

// Booking is another meeting that takes time, and perhaps a room.
type Booking struct {
	Words   string // "Haddad, 16:00 to 16:45"
	Start   Moment
	Minutes int
	RoomID  int64 // 0 for none
}

// near reports whether the booking comes nearer than so many minutes to a meeting from start on.
// Without a time of day nothing is near, and no meeting goes over midnight.
func (b Booking) near(start Moment, minutes, gap int) bool {
	if b.Start.Date() != start.Date() || b.Start.Clock() == "" || start.Clock() == "" {
		return false
	}
	at, mine := b.Start.Clock().Minutes(), start.Clock().Minutes()
	return at < mine+minutes+gap && mine < at+b.Minutes+gap
}

// The hours between which somebody is at school anyway.
const (
	schoolOpens = Clock("08:00")
	eveningEnds = Clock("18:30")
)

// TimeWarning is what speaks against a time, in one sentence.
type TimeWarning struct {
	Says string
	// Never is so for what no proposal may have; what weighs most is proposed last.
	Never  bool
	Weight int
}

// judged are the facts with what everybody said about when, read once for all the times that are looked at.
type judged struct {
	TimeFacts
	said []saidWhen
}

// saidWhen is an adult who may come, and when they said that it suits them.
type saidWhen struct {
	Adult
	person int64 // of MeetingPerson, 0 for one who is not on the list
	suits  StatedTimes
}

func (f TimeFacts) judged() judged { return judged{f, f.whoSaidWhen()} }

// timeWarnings is everything that can speak against a time. says gives the sentence, "" for nothing.
var timeWarnings = []struct {
	says   func(f judged, at Moment) string
	never  bool
	weight int
}{
	{says: hasPassed, never: true},
	{says: noSchoolThatDay, never: true},
	{says: ownMeetingThen, never: true},
	{says: outsideWhatTheySaid, weight: 4},
	{says: hardNewsOnFriday, never: true},
	{says: tooShortNotice, weight: 3},
	{says: lateInTheTerm, weight: 2},
	{says: afterReviewIsDue, weight: 3},
	{says: worryWaitsTooLong, weight: 1},
	{says: beforeSchoolOpens, weight: 2},
	{says: lateInTheEvening, weight: 1},
	{says: roomTakenThen, weight: 1},
}

// AgainstTime is what speaks against beginning the meeting at a moment, the weightiest first; none is
// a good time.
func AgainstTime(f TimeFacts, at Moment) []TimeWarning { return f.judged().against(at) }

func (f judged) against(at Moment) []TimeWarning {
	var found []TimeWarning
	for _, w := range timeWarnings {
		if says := w.says(f, at); at.Valid() && says != "" {
			found = append(found, TimeWarning{Says: says, Never: w.never, Weight: w.weight})
		}
	}
	return found
}

func hasPassed(f judged, at Moment) string {
	return textIf(at < f.Now && at.Clock() != "" || at.Date() < f.Now.Date(), "This time has passed.")
}

func noSchoolThatDay(f judged, at Moment) string {
	note := f.Calendar.Note(at.Date())
	if f.Calendar.DayKind(at.Date()) == DayUnknown {
		return ""
	}
	return textIf(note != "", at.Date().Short()+", "+note+".")
}

// ownMeetingThen is another meeting at the same time, or nearer than the time that stays free.
func ownMeetingThen(f judged, at Moment) string {
	near := ""
	for _, b := range f.Booked {
		switch {
		case b.near(at, f.Meeting.Minutes, 0):
			return "You meet " + b.Words + "."
		case near == "" && b.near(at, f.Meeting.Minutes, f.Gap):
			near = fmt.Sprintf("Too near to %s: %d minutes should stay free.", b.Words, f.Gap)
		}
	}
	return near
}

// outsideWhatTheySaid looks at everybody of the family who is to come and has said when it suits them.
// Whoever answered that this very time suits has the last word.
func outsideWhatTheySaid(f judged, at Moment) string {
	var said []string
	for _, a := range f.said {
		if !a.suits.Suits(at, f.Meeting.Minutes) && !f.saidYesTo(a.person, at) {
			said = append(said, a.Formal()+" said: "+oneLine(a.Times))
		}
	}
	return textIf(len(said) > 0, strings.Join(said, "; ")+".")
}

// whoSaidWhen are the adults of the family who may come to this meeting and whose good times are
// known: parents who are not left out, and those they bring. Whoever is behind the wall, or not in
// touch, is not among them.
func (f Facts) whoSaidWhen() []saidWhen {
	var adults []saidWhen
	seen := map[int64]bool{}
	for _, p := range append(f.parentRows(), f.familyAdults()...) {
		a, known := f.adult(p.AdultID)
		if !known || seen[a.ID] || p.Answer.Absent() || p.WhyNot != "" {
			continue
		}
		seen[a.ID] = true
		if suits := ReadStatedTimes(a.Times); suits.Limits() {
			adults = append(adults, saidWhen{a, p.ID, suits})
		}
	}
	return adults
}

// saidYesTo reports whether a person said that a time suits them when it was offered.
func (f Facts) saidYesTo(person int64, at Moment) bool {
	return slices.ContainsFunc(f.Options, func(o TimeOption) bool {
		return o.Start == at && slices.Contains(o.Answers, TimeAnswer{person, Yes})
	})
}

// bringsHardNews: the kinds and moods after which nobody should be alone for a weekend.
func bringsHardNews(f Facts) bool {
	return mayBeHardNews(f) || f.Meeting.Kind == InformalComplaint || f.Meeting.Mood == MoodUpset || f.Meeting.Mood == MayGetHeated
}

func hardNewsOnFriday(f judged, at Moment) string {
	late := at.Date().Weekday() == time.Friday && (at.Clock() == "" || at.Clock() >= "12:00")
	return textIf(late && bringsHardNews(f.Facts), "Late on a Friday: what is hard to hear would be carried alone through the weekend.")
}

// tooShortNotice is the notice of a review, in calendar days from today (rules.md R35).
func tooShortNotice(f judged, at Moment) string {
	days := noticeDays()[f.Meeting.Kind]
	left := f.Now.Date().DaysUntil(at.Date())
	if days == 0 || left >= days || left < 0 {
		return ""
	}
	return fmt.Sprintf("Only %s ahead: notice of %s is %d days.", countOf(left, "day"), kindWithArticle(f.Meeting.Kind), days)
}

// lateInTheTerm: an annual review in the last two weeks of a term leaves nobody to act on it (rules.md R35).
// One that is overdue cannot wait for the next term.
func lateInTheTerm(f judged, at Moment) string {
	t, known := f.Calendar.TermOf(at.Date())
	if f.Meeting.Kind != AnnualReview || !known || at.Date().DaysUntil(t.End) >= 14 || afterReviewIsDue(f, at) != "" {
		return ""
	}
	return "In the last two weeks of term: the report would be due in the holiday."
}

// afterReviewIsDue: the review would not be finished within its twelve months (rules.md R34).
func afterReviewIsDue(f judged, at Moment) string {
	if f.Meeting.Kind != AnnualReview {
		return ""
	}
	for _, p := range f.Pupils {
		if r, has := p.Review(f.Calendar); has && at.Date() > r.MeetBy {
			return p.Called() + "'s review must be finished by " + r.CompleteBy.Short() + ": meet by " + r.MeetBySchoolDay.Short() + "."
		}
	}
	return ""
}

func worryWaitsTooLong(f judged, at Moment) string {
	if f.ConcernOn == "" {
		return ""
	}
	by := f.Calendar.DueInSchoolDays(f.ConcernOn, soonSchoolDays).Due
	return textIf(at.Date() > by, "The worry of "+f.ConcernOn.Near(f.Today)+" would wait longer than five school days.")
}

func beforeSchoolOpens(_ judged, at Moment) string {
	return textIf(at.Clock() != "" && at.Clock() < schoolOpens, "Before school opens: who lets them in?")
}

func lateInTheEvening(f judged, at Moment) string {
	if at.Clock() == "" || at.Clock().Minutes()+f.Meeting.Minutes <= eveningEnds.Minutes() {
		return ""
	}
	return "It ends late in the evening: is that their own wish?"
}

func roomTakenThen(f judged, at Moment) string {
	if f.Room == nil {
		return ""
	}
	for _, b := range f.Booked {
		if b.RoomID == f.Room.ID && b.RoomID != 0 && b.near(at, f.Meeting.Minutes, f.Gap) {
			return f.Room.Name + " is taken: " + b.Words + "."
		}
	}
	return ""
}

// kindWithArticle is a kind in a sentence: "an annual review".
func kindWithArticle(k MeetingKind) string {
	if strings.ContainsRune("aeiou", rune(k[0])) {
		return "an " + string(k)
	}
	return "a " + string(k)
}
