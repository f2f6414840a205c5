package meeting

import (
	"strings"

	"kettle/model"
	"kettle/tui/theme"
)

// What stands under a person of the meeting: what to know of them, and what is done instead when
// they cannot come.

func (p *page) notesOf(m model.MeetingPerson) []personRow {
	var notes []personRow
	if known := p.toKnow(m); known != "" {
		notes = append(notes, personRow{kind: noteRow, note: known})
	}
	if p.prep.Meeting.Mode == model.Mixed && m.ByVideo == model.Yes {
		notes = append(notes, personRow{kind: noteRow, note: "takes part by video"})
	}
	if m.Answer != model.CannotCome {
		return notes
	}
	if words := p.insteadWords(m); words != "" {
		return append(notes, personRow{kind: noteRow, note: words})
	}
	return append(notes, personRow{kind: noteRow, asks: true, note: theme.GlyphAsk + " What is done instead?"})
}

// toKnow is what to think of with a person: "Grace Eze · speaks Igbo · no steps · after 14:00".
func (p *page) toKnow(m model.MeetingPerson) string {
	if a := p.prep.Adult(m.AdultID); a.ID != 0 {
		return strings.Join(a.ToKnow(m.Needs), " · ")
	}
	if m.Reason == "" {
		return "" // it stands in the place of the reason
	}
	return m.Needs
}

// insteadWords are what is done for somebody who cannot come, "" for nothing yet, or who can.
func (p *page) insteadWords(m model.MeetingPerson) string {
	if m.Answer != model.CannotCome || strings.TrimSpace(m.Instead) == "" {
		return ""
	}
	return "instead: " + m.Instead
}
