package model

import (
	"cmp"
	"slices"
	"strings"
)

// Facts is everything that the checklist of one meeting looks at, as it is now.
type Facts struct {
	Circle  // the meeting's pupils, with all adults linked to them
	Meeting Meeting
	Today   Date
	People  []MeetingPerson
	Staff   []Staff
	Options []TimeOption
	Agenda  []AgendaItem
	Papers  []Paper
	Marks   []Mark
	Own     []OwnItem // lines of the checklist that the school added
	Off     []ItemID  // lines that it does without

	OwnLayouts []OwnLayout // ways to sit that the school drew

	Room      *Room
	RoomClash string // what else is in the room within 15 minutes on either side: "governors, 15:00 to 15:20"
	OwnClash  string // a meeting of the user's own that begins within 15 minutes after the end

	AccountAgreed  Date // an account of an incident with one of the pupils was agreed that day, "" none
	EarlierMeeting bool // there was a meeting before this one
	PromisesOpen   int  // follow-ups of the earlier meeting that are still open
	PromisesKept   int  // those done, or dropped with the reason told
	FamilyStory    bool // their story has been written down
	AbuseBefore    bool // threat or abuse is in the log
	ConcernOn      Date // the day of the concern the meeting grew from, "" none
	Calendar       *Calendar
}

// SideCount is how many people sit in the room for each side (data.md, numbers in the room).
type SideCount struct{ School, Family int }

// Words are both sides as one says them: "Four from school, three from the family", and the question
// where the school has more (practice 25).
func (s SideCount) Words() string {
	switch {
	case s.Family == 0 && s.School > 0:
		return s.counted() + ": who from the family will be there?"
	case s.Outnumbers():
		return s.counted() + ": who could stay away?"
	}
	return s.counted()
}

// Outnumbers reports whether more sit there from school than from the family.
func (s SideCount) Outnumbers() bool { return s.School > s.Family }

func (s SideCount) counted() string {
	return Capital(inWords(s.School) + " from school, " + inWords(s.Family) + " from the family")
}

// Sides counts who will be in the room. Companions count with the family; interpreters, pupils and
// professionals from outside count for neither; people on standby and people who said that they
// cannot come are not in the room.
func (f Facts) Sides() SideCount {
	var s SideCount
	for _, p := range f.inRoom() {
		switch {
		case p.Interpreter || p.PupilID != 0:
		case p.Side == SchoolSide:
			s.School++
		case p.Side == FamilySide || p.Side == Companion:
			s.Family++
		}
	}
	return s
}

// inRoom are the people who are expected at the table.
func (f Facts) inRoom() []MeetingPerson {
	return f.peopleWhere(func(p MeetingPerson) bool {
		return !p.Answer.Absent() && !f.onStandby(p) && f.counts(p)
	})
}

func (f Facts) onStandby(p MeetingPerson) bool {
	who := strings.TrimSpace(f.Meeting.StandbyWho)
	return who != "" && strings.EqualFold(who, strings.TrimSpace(f.nameOf(p)))
}

func (f Facts) counts(p MeetingPerson) bool { return f.MayCount(p) }

// schoolSide are those from school who will be in the room.
func (f Facts) schoolSide() []MeetingPerson {
	return slices.DeleteFunc(f.inRoom(), func(p MeetingPerson) bool {
		return p.Side != SchoolSide || p.Interpreter || p.PupilID != 0
	})
}

// familyAdults are the grown-ups of the family, and those they bring, who will be in the room.
func (f Facts) familyAdults() []MeetingPerson {
	return slices.DeleteFunc(f.inRoom(), func(p MeetingPerson) bool {
		return p.Side != FamilySide && p.Side != Companion || p.Interpreter || p.PupilID != 0
	})
}

// parentRows are the parents with their row in the meeting; a parent who is not on its list has an
// empty row with the AdultID alone.
func (f Facts) parentRows() []MeetingPerson {
	var rows []MeetingPerson
	for _, a := range f.Parents() {
		row := MeetingPerson{AdultID: a.ID, Side: FamilySide, Name: a.Formal()}
		at := slices.IndexFunc(f.People, func(p MeetingPerson) bool { return p.AdultID == a.ID })
		if at >= 0 {
			row = f.People[at]
		}
		rows = append(rows, row)
	}
	return rows
}

// invitedParents are the parents who were asked to the meeting.
func (f Facts) invitedParents() []MeetingPerson {
	return slices.DeleteFunc(f.parentRows(), func(p MeetingPerson) bool { return !p.wasAsked() })
}

// wasAsked reports whether the person was asked: who has answered was.
func (p MeetingPerson) wasAsked() bool { return p.Invited != "" || p.Answer != NoAnswerYet }

func (f Facts) peopleWhere(pass func(MeetingPerson) bool) []MeetingPerson {
	var people []MeetingPerson
	for _, p := range f.People {
		if pass(p) {
			people = append(people, p)
		}
	}
	return people
}

// nameOf is how the checklist names a person: adults by their form of address.
func (f Facts) nameOf(p MeetingPerson) string {
	if a, known := f.adult(p.AdultID); known {
		return a.Formal()
	}
	return firstText(p.Name, f.staff(p).Name, "somebody")
}

func (f Facts) names(people []MeetingPerson) []string {
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = f.nameOf(p)
	}
	return names
}

// staff is the person as a colleague, the zero colleague for anybody else.
func (f Facts) staff(p MeetingPerson) Staff {
	for _, s := range f.Staff {
		if s.ID == p.StaffID && s.ID != 0 {
			return s
		}
	}
	return Staff{}
}

// hasRole reports whether a person of the school has the role, by the staff list or as written.
func (f Facts) hasRole(p MeetingPerson, r Role) bool {
	return f.staff(p).Role == r || strings.EqualFold(strings.TrimSpace(p.Role), string(r))
}

// agendaInOrder is the agenda in the order of its positions.
func (f Facts) agendaInOrder() []AgendaItem {
	items := slices.Clone(f.Agenda)
	InOrder(items, func(a, b AgendaItem) int { return cmp.Compare(a.Position, b.Position) })
	return items
}
