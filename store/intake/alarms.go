package intake

import "kettle/model"

// alarm says in words what a file does to a court order or to parental responsibility. It is said
// whether or not the user's own value is kept, and never hidden in a count (section 6).
func (m *matcher) alarm(plan *Plan, l *link) {
	const yes, no = string(model.Yes), string(model.No)
	order, responsible := l.change(CourtOrder), l.change(Responsibility)
	kept := ""
	if l.held != nil && l.entry.State == Hidden {
		kept = " The contact is out of sight and stays so."
	}
	say := func(f Field, text string) {
		plan.Alarms = append(plan.Alarms, Alarm{Row: l.row, Link: l.id, Field: f, Pupil: l.pupil.id, Adult: l.adult.id, Text: l.words() + ": " + text + kept})
	}
	if order.To == yes && order.From != yes {
		say(CourtOrder, "the office's file says there is a court order. Ask to see it.")
	}
	if order.To == no && order.From == yes {
		say(CourtOrder, "the office's file no longer says that there is a court order. Ask before you rely on it.")
	}
	if responsible.To == no && responsible.From == yes {
		say(Responsibility, "the office's file no longer says that they have parental responsibility. Ask what has changed.")
	}
}

// change is what the file says of a field against what the caseload has; the same on both sides when
// the file says nothing new since the last import.
func (l *link) change(f Field) Change {
	if l.held == nil {
		return Change{Field: f, To: l.file[f]}
	}
	if given := l.file[f]; given != "" && given != l.held.Imported[f] {
		return Change{Field: f, From: l.held.Now[f], To: given}
	}
	return Change{Field: f, From: l.held.Now[f], To: l.held.Now[f]}
}
