package model

import (
	"fmt"
	"slices"
	"strings"
)

// MoveFacts is a meeting that is to begin at another time, with what hangs on the old one.
type MoveFacts struct {
	TimeFacts
	To       Moment
	Promises []FollowUp // of this meeting
	Letters  []Letter   // of this meeting
}

// Moved is what a move does by itself, what it asks, what stays, and who is to be told.
type Moved struct {
	Against []TimeWarning // what speaks against the new time
	Moves   []string      // in sentences
	Asks    []MovedPromise
	Stays   []string
	Tell    []ToTell
}

// MovedPromise is a promise whose date was counted from the day of the meeting, with its new date.
type MovedPromise struct {
	Promise FollowUp
	Due     Date
}

// ToTell is somebody who knows the old time.
type ToTell struct {
	Person MeetingPerson // the zero person for one who is only named: on standby, an interpreter
	Name   string
	What   string // "asked again; the agenda they have names the old time"
}

// Nothing reports whether the move can be made without a word.
func (m Moved) Nothing() bool { return len(m.Against) == 0 && !m.hangs() }

// hangs reports whether anything hangs on the old time.
func (m Moved) hangs() bool { return len(m.Moves)+len(m.Asks)+len(m.Stays)+len(m.Tell) > 0 }

// MoveTo says what moving the meeting does. A meeting without a time has nothing that hangs on it.
func MoveTo(f MoveFacts) Moved {
	m := Moved{Against: AgainstTime(f.TimeFacts, f.To)}
	if f.Meeting.Start == "" || f.To == f.Meeting.Start {
		return m
	}
	m.Moves = nonEmpty(f.askedAgain(), f.alreadySuits(), f.remindedAgain(), f.agendaOutOfDate(), f.lettersOfOldTime())
	for _, p := range f.Promises {
		due, counted := MovedDue(p, f.Meeting.Start.Date(), f.To.Date(), f.Calendar)
		switch {
		case p.State != Open || p.Removed || p.Due == "":
		case !counted:
			m.Stays = append(m.Stays, fmt.Sprintf("“%s” stays: %s, a date set by hand.", p.What, p.Due.Near(f.Today)))
		case p.DateTold && due != p.Due:
			m.Asks = append(m.Asks, MovedPromise{p, due})
		case due != p.Due:
			m.Moves = append(m.Moves, fmt.Sprintf("“%s” goes along: %s instead of %s.", p.What, due.Near(f.Today), p.Due.Near(f.Today)))
		}
	}
	m.Tell = f.toTell()
	if m.hangs() {
		m.Moves = append(m.Moves, nonEmpty(f.roomGoesAlong())...)
	}
	return m
}

// MovedDue is the date of a promise that was counted from the day of a meeting when that day moves,
// and whether it was counted from it at all. One that was told to the family moves only when somebody
// says so (rules.md R12).
func MovedDue(p FollowUp, from, to Date, c *Calendar) (Date, bool) {
	if p.DueCount == 0 || p.DueFrom != from || !from.Valid() || !to.Valid() {
		return p.Due, false
	}
	return c.DueInSchoolDays(to, p.DueCount).Due, true
}

// whoKnows are those who may be written to and know the old time: whoever was asked, and, once
// somebody of the family was, those from school and from outside. The user knows it anyway.
func (f MoveFacts) whoKnows() []MeetingPerson {
	familyAsked := slices.ContainsFunc(f.People, func(p MeetingPerson) bool { return p.Side == FamilySide && p.wasAsked() })
	return f.peopleWhere(func(p MeetingPerson) bool {
		was := p.wasAsked() || p.AgendaSent != "" || p.Reminded != ""
		ours := familyAsked && (p.Side == SchoolSide || p.Side == OtherSide)
		return f.counts(p) && !f.staff(p).Me && p.PupilID == 0 && (was || ours)
	})
}

func (f MoveFacts) askedAgain() string {
	names := f.names(f.peopleWhere(func(p MeetingPerson) bool { return f.counts(p) && p.Answer != NoAnswerYet && !f.saidYesTo(p.ID, f.To) }))
	if len(names) == 0 {
		return ""
	}
	return listOf(names) + byCount(len(names), " is", " are", " are") + " asked again: the answer was for " + f.Meeting.Start.Near(f.Today) + "."
}

func (f MoveFacts) alreadySuits() string {
	names := f.names(f.peopleWhere(func(p MeetingPerson) bool { return f.counts(p) && f.saidYesTo(p.ID, f.To) }))
	return textIf(len(names) > 0, listOf(names)+" said that the new time suits.")
}

func (f MoveFacts) remindedAgain() string {
	names := f.names(f.peopleWhere(func(p MeetingPerson) bool { return f.counts(p) && p.Reminded != "" }))
	return textIf(len(names) > 0, "The reminder to "+listOf(names)+" no longer counts: it named the old time.")
}

func (f MoveFacts) agendaOutOfDate() string {
	names := f.names(f.peopleWhere(func(p MeetingPerson) bool { return f.counts(p) && p.AgendaSent != "" }))
	return textIf(len(names) > 0, "The agenda that "+listOf(names)+byCount(len(names), " has", " have", " have")+" counts as changed: it names the old time.")
}

// lettersOfOldTime are those that are written, not sent yet, and name the old time.
func (f MoveFacts) lettersOfOldTime() string {
	var names []string
	for _, l := range f.Letters {
		a, known := f.adult(l.AdultID)
		if known && f.mayApproach(a) && l.Sent == "" && !l.Removed && strings.Contains(l.Body, letterTime(f.Meeting.Start)) {
			names = append(names, a.Formal())
		}
	}
	return textIf(len(names) > 0, "The letter to "+listOf(names)+", not sent yet, names the old time: write it anew.")
}

func (f MoveFacts) roomGoesAlong() string {
	if f.Room == nil || !f.Meeting.Mode.InRoom() || roomTakenThen(f.judged(), f.To) != "" {
		return ""
	}
	return f.Room.Name + " goes along, and is free then."
}

// toTell are those who know the old time, the family first, each with what there is to say.
func (f MoveFacts) toTell() []ToTell {
	var tell []ToTell
	seen := map[string]bool{}
	for _, side := range Sides {
		for _, p := range f.whoKnows() {
			if p.Side == side {
				seen[Fold(f.nameOf(p))] = true
				tell = append(tell, ToTell{p, f.nameOf(p), f.whatToTell(p)})
			}
		}
	}
	for _, other := range []struct{ name, what string }{
		{f.Meeting.Interpreter, "interprets: booked for the old time"},
		{f.Meeting.StandbyWho, "on standby at the old time"},
		{f.Meeting.WhoKnows, "knows where you are, at the old time"},
	} {
		if name := strings.TrimSpace(other.name); name != "" && len(tell) > 0 && !seen[Fold(name)] {
			tell = append(tell, ToTell{Name: name, What: other.what})
		}
	}
	return tell
}

func (f MoveFacts) whatToTell(p MeetingPerson) string {
	what := nonEmpty(
		textIf(p.Answer != NoAnswerYet && !f.saidYesTo(p.ID, f.To), "asked again"),
		textIf(f.saidYesTo(p.ID, f.To), "said that it suits"),
		textIf(p.AgendaSent != "", "the agenda they have names the old time"),
		textIf(p.Interpreter, "interprets: booked for the old time"),
	)
	return firstText(strings.Join(what, "; "), "the new time")
}

// TellOfMove is the promise to tell somebody of the new time: today, or the next school day when this
// one is no school day, or its hour for messages has passed (rules.md R14).
func TellOfMove(m Meeting, from Moment, t ToTell, now Moment, s Settings, c *Calendar) FollowUp {
	what := "Tell " + t.Name + ": we meet on " + letterTime(m.Start)
	if from.Valid() {
		what += ", not on " + letterTime(from)
	}
	p := FollowUp{FamilyID: m.FamilyID, MeetingID: m.ID, AdultID: t.Person.AdultID, Kind: ActionPromised, What: what, Whose: Mine, Due: now.Date()}
	if t.Person.AdultID != 0 {
		p.Kind = TellFamily
	}
	if open, err := c.IsSchoolDay(p.Due); err == nil && !open || s.Clock(ReplyCutoff) != "" && now.Clock() > s.Clock(ReplyCutoff) {
		p.Due = c.DueInSchoolDays(p.Due, 1).Due
	}
	return p
}
