package model

import "fmt"

// School days within which records follow a child who leaves (rules.md R50).
const (
	recordTransferDays = 15
	protectionFileDays = 5
)

// RecordTransferDue is the day by which the common transfer file and the educational record go to the new
// school, counted from the day on which the child left the roll (rules.md R50). The error is ErrNoCalendar.
func RecordTransferDue(left Date, c *Calendar) (Date, error) {
	return c.AddSchoolDays(left, recordTransferDays)
}

// ProtectionFileDue is the day by which the DSL sends a child-protection file, apart from the rest: during
// the year counted from the day on which the child starts at the new school, at the start of a term with its
// first school day as day 1 (rules.md R50). The error is ErrNoCalendar.
func ProtectionFileDue(starts Date, inYear bool, c *Calendar) (Date, error) {
	if !inYear {
		starts = starts.AddDays(-1)
	}
	return c.AddSchoolDays(starts, protectionFileDays)
}

// RecordsFollow says by when the records of a pupil who left go to the new school; "" for one who is here.
func (p Pupil) RecordsFollow(c *Calendar) string {
	if p.Roll != Left || !p.LeftOn.Valid() {
		return ""
	}
	due, err := RecordTransferDue(p.LeftOn, c)
	if err != nil {
		return fmt.Sprintf("Their records go to the new school within %d school days of %s; the term dates do not reach that far.", recordTransferDays, p.LeftOn.Full())
	}
	said := fmt.Sprintf("Their records go to the new school by %s, %d school days after they left the roll", due.Full(), recordTransferDays)
	if month := p.LeftOn.Time().Month(); month == 7 || month == 8 {
		first, _ := NewDate(p.LeftOn.Time().Year(), 9, 1)
		if due, err := ProtectionFileDue(first, false, c); err == nil {
			return said + "; a child-protection file goes from the DSL by " + due.Full() + "."
		}
	}
	return said + "; a child-protection file goes from the DSL, within 5 school days of the start there."
}
