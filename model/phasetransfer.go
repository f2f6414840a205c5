package model

import (
	"fmt"
	"slices"
	"strings"
)

// PhaseTransfer are the dates of a plan in the school year before its pupil moves on (rules.md R37).
type PhaseTransfer struct {
	FinalPlanBy Date `json:"final_plan_by"`
	MeetBy      Date `json:"meeting_by"` // counted back, not law: many councils want it earlier

	// ReviewedFrom is the day from which a review counts as the one before the move: some meet in the
	// summer term before.
	ReviewedFrom Date `json:"-"`
}

// phaseMove is one move between phases: the year group before it, the day of the final plan or how many
// months it comes before the move, and whether it counts only where the school changes.
type phaseMove struct {
	name        string
	from        YearGroup
	month, day  int
	months      int // before the first day of the next school year, in place of month and day
	ifItChanges bool
	next        YearGroup // the year group it leads to, "" for one that no school has
	sayWhere    string
}

// phaseMoves is the table of moves; in an all-through school the move to Year 7 counts, too.
var phaseMoves = []phaseMove{
	{name: "N2>R", from: "N2", month: 2, day: 15, next: "R", sayWhere: "Reception"},
	{name: "Y2>Y3", from: "2", month: 2, day: 15, ifItChanges: true, next: "3", sayWhere: "junior school"},
	{name: "Y6>Y7", from: "6", month: 2, day: 15, next: "7", sayWhere: "secondary school"},
	{name: "Y11>Y12", from: "11", month: 3, day: 31, ifItChanges: true, next: "12", sayWhere: "post-16"},
	{name: "Y12>Y13", from: "12", months: 5, ifItChanges: true, next: "13", sayWhere: "another post-16 place"},
	{name: "Y13>Y14", from: "13", months: 5, ifItChanges: true, next: "14", sayWhere: "another post-16 place"},
	{name: "Y14>post-16", from: "14", months: 5, ifItChanges: true, sayWhere: "another post-16 place"},
}

// MovingYears are the year groups after which a pupil may move between phases.
func MovingYears() []YearGroup {
	years := make([]YearGroup, len(phaseMoves))
	for i, m := range phaseMoves {
		years[i] = m.from
	}
	return years
}

// planBy is the day of the final plan in the school year that begins in a calendar year. Between post-16
// places it is five months before the move, which is taken to be on 1 September.
func (m phaseMove) planBy(start int) Date {
	if m.months > 0 {
		moves, _ := NewDate(start+1, 9, 1)
		return moves.AddMonths(-m.months)
	}
	by, _ := NewDate(start+1, m.month, m.day)
	return by
}

// PhaseTransferOf are the dates of a move, "Y6>Y7", in the school year "2026/27"; there are none where no
// date applies. The review meets so many weeks before the final plan (rules.md R37).
func PhaseTransferOf(move, year string, changesSchool bool, weeks int) (PhaseTransfer, bool) {
	at := slices.IndexFunc(phaseMoves, func(m phaseMove) bool { return m.name == move })
	start, known := startOfYear(year)
	if at < 0 || !known || phaseMoves[at].ifItChanges && !changesSchool {
		return PhaseTransfer{}, false
	}
	by := phaseMoves[at].planBy(start)
	from, _ := NewDate(start, 5, 1)
	return PhaseTransfer{FinalPlanBy: by, MeetBy: by.AddDays(-7 * weeks), ReviewedFrom: from}, true
}

// PhaseTransfer are the dates of the pupil's move at the end of this school year, and where it leads;
// none without a plan, or where the pupil stays. A school whose year groups are not known is taken to
// end with Year 11, and not to be an infant school.
func (p Pupil) PhaseTransfer(school School, s Settings, today Date) (t PhaseTransfer, where string, ok bool) {
	at := slices.IndexFunc(phaseMoves, func(m phaseMove) bool { return m.from == p.Year })
	if at < 0 || p.SEN != EHCP || p.Roll != OnRoll || !today.Valid() {
		return t, "", false
	}
	move, groups := phaseMoves[at], strings.Fields(school.YearGroups)
	changes := !slices.Contains(groups, string(move.next))
	if len(groups) == 0 {
		changes = move.from == "11"
	}
	t, ok = PhaseTransferOf(move.name, schoolYearLabel(schoolYearOf(today)), changes, s.Number(SENTransferMeet))
	return t, move.sayWhere, ok
}

// Words are the move with its dates: "moves to secondary school: final plan by Mon 15 Feb 2027".
func (t PhaseTransfer) Words(where string) string {
	return fmt.Sprintf("moves to %s: final plan by %s", where, t.FinalPlanBy.Full())
}
