package model

import "slices"

// ChecklistRules is the table of everything to think of before a meeting (checklist.md), group by
// group: the rows are in checklistitemswhy.go and the other files that begin with its name. Which
// rows apply, and what settles them, is named in the row; the functions are in checklistwhy.go and
// its like.
var ChecklistRules = slices.Concat(whyRules, whoRules, howRules, whenRules, roomRules, agendaRules, dayRules, afterRules)

// always applies to every meeting.
func always(Facts) bool { return true }

// ofKind applies to meetings of these kinds.
func ofKind(which ...MeetingKind) func(Facts) bool {
	return func(f Facts) bool { return slices.Contains(which, f.Meeting.Kind) }
}

// RuleNamed is the row of the table with that id.
func RuleNamed(id ItemID) (Rule, bool) {
	at := slices.IndexFunc(ChecklistRules, func(r Rule) bool { return r.ID == id })
	if at < 0 {
		return Rule{}, false
	}
	return ChecklistRules[at], true
}

// MayTick reports whether a person may tick the item: facts alone settle the others.
func MayTick(id ItemID) bool {
	r, known := RuleNamed(id)
	return r.Hand || !known && isOwn(id)
}
