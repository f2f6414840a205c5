package followups

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
)

// fact is one line about the selected promise.
type fact struct {
	label, words string
	warn         bool
}

// facts are what there is to say about a promise: to whom, where and when it was made, and how its
// date came about (rules.md R12).
func (l *List) facts(r view.FollowUpRow) []fact {
	today := l.Today()
	facts := []fact{{"promised", l.promisedWords(r), false}}
	if r.MeetingID != 0 {
		facts = append(facts, fact{"meeting", strings.TrimSuffix(string(r.MeetingKind)+", "+r.MeetingAt.Date().Near(today), ", "), false})
	}
	if r.ContactID != 0 {
		facts = append(facts, fact{"contact", "logged " + r.ContactAt.Date().Near(today), false})
	}
	facts = append(facts, l.dateFacts(r)...)
	if r.State != model.Open {
		facts = append(facts, fact{string(r.State), strings.TrimSpace(r.StateOn.Near(today) + reason(r.StateWhy)), false})
	}
	switch {
	case r.ToldOn != "":
		facts = append(facts, fact{"told", "they were told " + r.ToldOn.Near(today), false})
	case r.DateTold:
		facts = append(facts, fact{"told", "they know the date", false})
	}
	if r.Questions != "" {
		facts = append(facts, fact{"to ask", r.Questions, false})
	}
	return facts
}

func reason(why string) string {
	if why == "" {
		return ""
	}
	return ": " + why
}

func (l *List) promisedWords(r view.FollowUpRow) string {
	by, to := "by you", ""
	switch {
	case r.Whose == model.OfFamily:
		by = "by the family"
		if r.ToWhom != "" {
			by = "by " + r.ToWhom
		}
	case r.Whose == model.OfStaff && r.Who != "":
		by = "for " + r.Who
	}
	if r.ToWhom != "" && r.Whose != model.OfFamily {
		to = " to " + r.ToWhom
	}
	if r.Promised == "" {
		return by + to
	}
	return by + to + ", " + agoWords(r.Promised.Date(), l.Today())
}

// agoWords are how long ago a day was: "today", "4 days ago", "3 weeks ago".
func agoWords(d, today model.Date) string {
	switch n := d.DaysUntil(today); {
	case n <= 0:
		return "today"
	case n == 1:
		return "yesterday"
	case n < 14:
		return fmt.Sprintf("%d days ago", n)
	default:
		return fmt.Sprintf("%d weeks ago", n/7)
	}
}

// dateFacts are the day, the rule behind it and the days it had before, once the whole is at hand.
func (l *List) dateFacts(r view.FollowUpRow) []fact {
	var facts []fact
	f := l.detail
	if r.Due != "" {
		due := r.Due.Short()
		if r.DueAt != "" {
			due += ", by " + string(r.DueAt)
		}
		facts = append(facts, fact{"due", due, false})
	}
	if f.ID != r.ID {
		return facts
	}
	if rule := f.DateRule(l.Today(), l.Calendar()); rule != "" {
		facts = append(facts, fact{"counted", rule, f.DateHasShifted(l.Calendar())})
	}
	if old := f.OldDates(); old != "" {
		facts = append(facts, fact{"before", old, false})
	}
	if f.Hidden > l.Today() {
		facts = append(facts, fact{"asleep", "not on Today until " + f.Hidden.Near(l.Today()), false})
	}
	return facts
}

const labelWidth = 10

// drawBeside draws the facts in a column beside the list.
func (l *List) drawBeside(c *canvas.Canvas) {
	for y := range c.Height() {
		c.Text(0, y, l.Theme.Rule, "│")
	}
	r, ok := l.selected()
	if !ok {
		return
	}
	c = c.Columns(2, -1)
	y := c.Wrap(0, 0, l.Theme.Strong, r.What)
	c.Text(0, y, l.Theme.Dim, r.Family)
	y += 2
	for _, f := range l.facts(r) {
		style := l.Theme.Text
		if f.warn {
			style = l.Theme.Warn
		}
		c.Text(0, y, l.Theme.Dim, f.label)
		y += max(c.Columns(labelWidth, c.Width()-labelWidth).Rows(y, c.Height()-y).Wrap(0, 0, style, f.words), 1)
	}
}

// drawBelow draws the facts as a few lines below the list.
func (l *List) drawBelow(c *canvas.Canvas) {
	c.Rule(0, l.Theme.Rule)
	r, ok := l.selected()
	if !ok {
		return
	}
	var parts []string
	for _, f := range l.facts(r) {
		switch f.label {
		case "due":
		case "promised":
			parts = append(parts, f.label+" "+f.words)
		case "told", "asleep":
			parts = append(parts, f.words)
		default:
			parts = append(parts, f.label+": "+f.words)
		}
	}
	lines := canvas.WrapText(strings.Join(parts, " · "), c.Width()-2)
	for i, line := range lines[:min(len(lines), belowRows-1)] {
		c.Text(1, i+1, l.Theme.Dim, line)
	}
}
