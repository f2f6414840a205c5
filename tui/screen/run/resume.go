package run

import tea "charm.land/bubbletea/v2"

// Resume opens the form in which something was being typed; the notes are on the screen itself.
func (r *Run) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if !r.known {
		return nil, false
	}
	if name == whoForm && r.line.Text() != "" {
		r.part = agreed
		return r.askWho(r.heard()), true
	}
	for _, item := range r.prep.Agenda {
		if name == "agenda notes" && item.ID == record {
			return r.changeNotes(item), true
		}
	}
	return nil, true
}
