package model

import (
	"cmp"
	"fmt"
	"slices"
)

// TermlyMeeting is whether a pupil's parents were met about SEN support in the term of a day, and how
// many school days of that term are left after it (rules.md R32).
type TermlyMeeting struct {
	Term           string `json:"term"` // "2026/27 Autumn"
	Met            bool   `json:"met"`
	SchoolDaysLeft int    `json:"school_days_left"`
}

// TermlyMeetingOn looks at the days on which meetings were held; only those of the term itself count, up
// to today. Outside the terms there is nothing to say, and nil (rules.md R32). The error is ErrNoCalendar.
func (c *Calendar) TermlyMeetingOn(today Date, held []Date) (*TermlyMeeting, error) {
	term, in := c.TermOf(today)
	if !in {
		return nil, nil
	}
	left, err := c.SchoolDaysBetween(today, term.End)
	if err != nil {
		return nil, err
	}
	met := slices.ContainsFunc(held, func(d Date) bool { return term.Start <= d && d <= today })
	return &TermlyMeeting{Term: term.String(), Met: met, SchoolDaysLeft: left}, nil
}

// CountsAsTermly are the kinds of meeting in which a pupil's SEN support is talked over with the parents:
// the annual review of a plan is one of the three of its year (rules.md R32).
var CountsAsTermly = []MeetingKind{TermlyReview, AnnualReview}

// TermsOfYear are the terms of the school year that today lies in, in their order; none without term dates.
func (c *Calendar) TermsOfYear(today Date) []Term {
	if c == nil || !today.Valid() {
		return nil
	}
	year := schoolYearLabel(schoolYearOf(today))
	terms := slices.DeleteFunc(c.soundTerms(), func(t Term) bool { return t.Year != year })
	InOrder(terms, func(a, b Term) int { return cmp.Compare(a.Start, b.Start) })
	return terms
}

// TermState is how one term of a pupil stands.
type TermState string

// The states of a term.
const (
	TermMet      TermState = "held"
	TermPlanned  TermState = "planned"
	TermMissing  TermState = "missing"   // the term is running, and there is time
	TermPressing TermState = "few days"  // fewer school days are left than the setting says
	TermNone     TermState = "none held" // the term is over
	TermAhead    TermState = "not yet"   // it has not begun
)

// SENMeeting is a meeting that may count for a term, with what became of its record.
type SENMeeting struct {
	ID       int64
	Kind     MeetingKind
	Start    Moment // "" no time yet: it counts for the term that is running
	Status   MeetingStatus
	Record   Date // the record given to the parents
	RecordBy Channel
}

// TermCell is one term of one pupil: the meeting that counts for it, and its record.
type TermCell struct {
	Term    Term
	State   TermState
	Meeting SENMeeting // the zero meeting for none
	Left    int        // school days of the term that are left, while it runs
	Record  RecordState
	GiveBy  Date // the record's last day by the school's own setting
}

// RecordState is whether the record of a meeting has gone home (rules.md R33).
type RecordState string

// The states of a record; "" is that there is none to give yet.
const (
	NoRecordYet RecordState = ""
	RecordGiven RecordState = "given"
	RecordDue   RecordState = "to give"
	RecordLate  RecordState = "late"
)

// TermGrid is one pupil's line of the grid: a cell for each of the terms. Of several meetings in a term
// one that was held counts before one that is planned, and the earlier before the later.
func TermGrid(terms []Term, meetings []SENMeeting, c *Calendar, s Settings, today Date) []TermCell {
	cells := make([]TermCell, len(terms))
	for i, t := range terms {
		cells[i] = termCell(t, meetings, c, s, today)
	}
	return cells
}

func termCell(t Term, meetings []SENMeeting, c *Calendar, s Settings, today Date) TermCell {
	cell := TermCell{Term: t}
	running := t.Start <= today && today <= t.End
	if running {
		cell.Left, _ = c.SchoolDaysBetween(today, t.End)
	}
	if m, found := meetingOfTerm(t, meetings, running, today); found {
		cell.Meeting, cell.State = m, TermPlanned
		if m.Status == Held {
			cell.State = TermMet
			cell.Record, cell.GiveBy = m.RecordHome(c, s, today)
		}
		return cell
	}
	switch {
	case today > t.End:
		cell.State = TermNone
	case !running:
		cell.State = TermAhead
	case cell.Left <= s.Number(SENTermlyWarn):
		cell.State = TermPressing
	default:
		cell.State = TermMissing
	}
	return cell
}

func meetingOfTerm(t Term, meetings []SENMeeting, running bool, today Date) (found SENMeeting, ok bool) {
	for _, m := range meetings {
		day := m.Start.Date()
		inTerm := t.Start <= day && day <= t.End || day == "" && running
		held := m.Status == Held && day <= today
		ahead := m.Status == Planned || m.Status == Running
		if !slices.Contains(CountsAsTermly, m.Kind) || !inTerm || !held && !ahead {
			continue
		}
		if !ok || held && found.Status != Held || held == (found.Status == Held) && m.Start < found.Start {
			found, ok = m, true
		}
	}
	return found, ok
}

// RecordHome is whether the record of a held meeting was given to the parents, and by which day it is to
// be: so many school days after it (rules.md R33; the Code sets no number).
func (m SENMeeting) RecordHome(c *Calendar, s Settings, today Date) (RecordState, Date) {
	if m.Status != Held {
		return NoRecordYet, ""
	}
	by := c.DueInSchoolDays(m.Start.Date(), s.Number(SENRecordHome)).Due
	switch {
	case m.Record != "":
		return RecordGiven, by
	case today > by:
		return RecordLate, by
	}
	return RecordDue, by
}

// Words are the cell for a person: "held 14 Oct", "planned Thu 26", "missing, 12 school days left".
func (t TermCell) Words(today Date) string {
	switch t.State {
	case TermMet:
		return "held " + dayInYear(t.Meeting.Start.Date())
	case TermPlanned:
		if t.Meeting.Start == "" {
			return "planned, no time yet"
		}
		return "planned " + dayInYear(t.Meeting.Start.Date())
	case TermPressing:
		return "missing, " + countOf(t.Left, "day") + " left"
	}
	return string(t.State)
}

// RecordWords say whether the record went home: "record home 21 Oct", "record to give by 21 Oct".
func (t TermCell) RecordWords() string {
	switch t.Record {
	case RecordGiven:
		return "record home " + dayInYear(t.Meeting.Record)
	case RecordDue:
		return "record home by " + dayInYear(t.GiveBy)
	case RecordLate:
		return "record not home"
	}
	return ""
}

// dayInYear is a day within the school year, in few cells: "14 Oct".
func dayInYear(d Date) string { return d.format("2 Jan") }

// TermlyWarning says how many pupils have had no SEN meeting this term and have none planned, once few
// school days are left; "" while there is time, and outside the terms (rules.md R32).
func TermlyWarning(missing int, c *Calendar, s Settings, today Date) string {
	met, err := c.TermlyMeetingOn(today, nil)
	if missing == 0 || err != nil || met == nil || met.SchoolDaysLeft > s.Number(SENTermlyWarn) {
		return ""
	}
	return fmt.Sprintf("%s without a SEN meeting", countOf(missing, "pupil"))
}
