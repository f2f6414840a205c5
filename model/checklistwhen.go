package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// The conditions and findings of the group "When".

// soonSchoolDays is how many school days a worry may wait for its meeting (checklist.md).
const soonSchoolDays = 5

// noticeDays are the calendar days of notice before a review: two weeks for an annual review, which
// holidays do not stretch (rules.md R35), and a few for a termly one.
func noticeDays() map[MeetingKind]int {
	return map[MeetingKind]int{AnnualReview: 14, TermlyReview: 3}
}

func fromConcern(f Facts) bool { return f.ConcernOn != "" }

func mayBeHardNews(f Facts) bool { return f.ConcernOn != "" || f.Meeting.Kind == HonestConversation }

// timesAnswered: somebody of the family has answered one of the times.
func timesAnswered(f Facts) bool {
	return slices.ContainsFunc(f.Options, func(o TimeOption) bool { return len(f.familyAnswers(o)) > 0 })
}

// familyAnswers are what the family, and those they bring, said to one time.
func (f Facts) familyAnswers(o TimeOption) []TimeAnswer {
	return slices.DeleteFunc(slices.Clone(o.Answers), func(a TimeAnswer) bool {
		p := f.personNumbered(a.PersonID)
		return a.Answer == NotKnown || p.Side != FamilySide && p.Side != Companion
	})
}

func (f Facts) personNumbered(id int64) MeetingPerson {
	for _, p := range f.People {
		if p.ID == id {
			return p
		}
	}
	return MeetingPerson{}
}

func timesOffered(f Facts) Finding {
	var times []string
	for _, o := range f.Options {
		times = append(times, o.Start.Near(f.Today))
	}
	found := Finding{Settled: len(times) > 1, Says: firstText(strings.Join(times, ", "), "none yet")}
	if found.Settled {
		found.Asks = Capital(inWords(len(times))) + " times offered"
	}
	return found
}

// theirTimeChosen is settled by a chosen time to which everybody of the family who answered said yes.
func theirTimeChosen(f Facts) Finding {
	at := slices.IndexFunc(f.Options, func(o TimeOption) bool { return o.Chosen })
	if at < 0 {
		return Finding{Says: "not chosen yet"}
	}
	chosen := f.Options[at]
	says := chosen.Start.Near(f.Today)
	if chosen.Start != f.Meeting.Start {
		return Finding{Says: f.Meeting.Start.Near(f.Today), Question: "They chose " + says + ": does the new time suit them, too?"}
	}
	answers := f.familyAnswers(chosen)
	if len(answers) == 0 {
		return Finding{Says: says, Question: "Does this time suit them? They have not answered it."}
	}
	for _, a := range answers {
		if a.Answer == No {
			return Finding{Says: says, Question: f.nameOf(f.personNumbered(a.PersonID)) + " said no to this time: would another suit everyone?"}
		}
	}
	return Finding{Settled: true, Asks: "Theirs chosen", Says: strings.Join(nonEmpty(says, f.timesLiked()), "; ")}
}

// timesLiked is what the invited parents said about times: "Mrs Okafor: not before 14:00".
func (f Facts) timesLiked() string {
	var liked []string
	for _, p := range f.invitedParents() {
		if a, _ := f.adult(p.AdultID); a.Times != "" {
			liked = append(liked, f.nameOf(p)+": "+a.Times)
		}
	}
	return strings.Join(liked, ", ")
}

// enoughNotice counts from the last invitation to a parent, or from today while one is missing.
func enoughNotice(f Facts) Finding {
	start := f.Meeting.Start.Date()
	if !start.Valid() {
		return Finding{Says: "no date yet"}
	}
	days := noticeDays()[f.Meeting.Kind]
	by := start.AddDays(-days)
	last, asked := f.lastInvitation()
	given := last.DaysUntil(start)
	switch {
	case asked && given >= days && f.Meeting.Kind == AnnualReview && badDay(start, f.Calendar):
		return Finding{Says: fmt.Sprintf("%d days", given), Question: "It falls into the last two weeks of the term, and the report into the holidays: could it be sooner?"}
	case asked && given >= days:
		return Finding{Settled: true, Says: fmt.Sprintf("%d days", given)}
	case asked:
		return Finding{Says: fmt.Sprintf("%d days", given), Question: fmt.Sprintf("Notice should be %d days: is this date all right for them?", days)}
	case f.Today > by:
		due := "invitations were due " + by.Near(f.Today)
		return Finding{Says: due, Lacks: due, Question: "Could it be a later date, or do they agree to short notice?"}
	}
	says := "invitations due " + by.Near(f.Today)
	if f.Meeting.Kind == AnnualReview {
		says = fmt.Sprintf("invitations due %s, %d days before it", AroundReview(start, f.Calendar).SendBySchoolDay.Near(f.Today), days)
	}
	return Finding{Says: says}
}

// lastInvitation is the day of the last invitation to a parent, and whether all have one or the
// reason why not was kept.
func (f Facts) lastInvitation() (last Date, all bool) {
	for _, p := range f.parentRows() {
		if p.Invited == "" && strings.TrimSpace(p.WhyNot) == "" {
			return "", false
		}
		last = max(last, p.Invited)
	}
	return last, last != ""
}

func longEnough(f Facts) Finding {
	need, have := AgendaMinutes(f.Agenda), f.Meeting.Minutes
	switch {
	case have == 0:
		return Finding{Says: "no length yet"}
	case need > have:
		return Finding{Says: fmt.Sprintf("%d min", have), Question: fmt.Sprintf("The agenda takes %d minutes: could the meeting be longer?", need)}
	case f.OwnClash != "":
		return Finding{Says: f.OwnClash, Question: "You have no time after it: could one of the two move?"}
	}
	return Finding{Settled: true, Says: fmt.Sprintf("%d min", have)}
}

func notFridayAfternoon(f Facts) Finding {
	start := f.Meeting.Start
	switch {
	case !start.Valid():
		return Finding{Says: "no date yet"}
	case start.Date().Weekday() == time.Friday && (start.Clock() == "" || start.Clock() >= "12:00"):
		return Finding{Says: start.Near(f.Today), Question: "Could it be earlier, so that nobody carries it through the weekend?"}
	}
	return Finding{Settled: true, Says: start.Near(f.Today)}
}

func soonEnough(f Facts) Finding {
	raised := "raised " + f.ConcernOn.Near(f.Today)
	start := f.Meeting.Start.Date()
	if !start.Valid() {
		return Finding{Says: raised}
	}
	if by := f.Calendar.DueInSchoolDays(f.ConcernOn, soonSchoolDays).Due; start > by {
		return Finding{Says: raised, Question: "Could it be sooner? Five school days were over on " + by.Short() + "."}
	}
	return Finding{Settled: true, Says: raised}
}
