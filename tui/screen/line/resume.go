package line

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/screen/form"
)

// Resume opens the form in which something was being typed; the other answers are on the page itself.
func (p *Page) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if !p.known {
		return nil, false
	}
	switch name {
	case "line thanks":
		return p.changeThanks(), true
	case "line next":
		return p.changeNext(), true
	case "line how":
		return p.changeAskHow(), true
	case "outcome":
		return p.resumeOutcome(record), true
	case "agreement":
		return p.resumeAgreement(record), true
	}
	for _, a := range p.adults {
		switch {
		case a.ID != record:
		case name == form.NameOf("line thank-you", p.id):
			return p.changeThankYou(a), true
		case name == form.NameOf("line letter", p.id):
			return p.changeLetter(a), true
		}
	}
	return nil, true
}

// resumeOutcome opens an outcome, a new one for a record below zero.
func (p *Page) resumeOutcome(record int64) tea.Cmd {
	for _, o := range append([]model.Outcome{{ID: -p.id}}, p.prep.Outcomes...) {
		if o.ID == record {
			o.ID, o.MeetingID = max(o.ID, 0), p.id
			return p.changeOutcome(o)
		}
	}
	return nil
}

func (p *Page) resumeAgreement(record int64) tea.Cmd {
	for _, a := range append([]model.Agreement{{ID: -p.id}}, p.prep.Agreements...) {
		if a.ID == record {
			a.ID, a.MeetingID = max(a.ID, 0), p.id
			return p.changeAgreement(a)
		}
	}
	return nil
}
