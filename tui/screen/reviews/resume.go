package reviews

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/screen"
)

// Resume opens the form in which something was being typed about a meeting.
func (p *Page) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	id, ofStep := strings.CutPrefix(name, stepPrefix)
	if !p.known || p.fresh {
		return nil, false
	}
	for _, r := range p.dates {
		if ofStep && r.Meeting.ID == record {
			return p.stepForm(r, model.StepID(id)), true
		}
	}
	for _, r := range p.grid {
		for _, c := range r.cells {
			if name == recordForm && c.Meeting.ID == record {
				return p.giveRecord(r, c), true
			}
		}
	}
	return screen.Say("What was typed is kept; find the pupil with / to go on."), true
}
