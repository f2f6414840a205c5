package meeting

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/meetingforms"
)

// What a meeting gives to the school's own: a line of the checklist, a template.

// addLine adds a line to the checklist of the school, in the part where the cursor is.
func (p *Prepare) addLine() tea.Cmd {
	own := model.OwnItem{Due: model.TheDayBefore, Part: model.GroupWhy}
	if i, ok := p.selectedItem(); ok && i.Group != model.GroupAfter {
		own.Part, own.Due = i.Group, i.When
	}
	return screen.Show(meetingforms.OwnItem(p.Env, p.store, own, form.RecordOf(0, p.id), p.prep.Meeting.Kind))
}

// beganWith names the school's own template that the meeting began with, "" none.
func (p *page) beganWith() string {
	if p.prep.BeganWith.Name == "" {
		return ""
	}
	return "began with: " + p.prep.BeganWith.Name
}

// keepAsTemplate offers this meeting, without its family, as a template for others.
func (p *Prepare) keepAsTemplate() tea.Cmd {
	return screen.Show(meetingforms.OwnTemplate(p.Env, p.store, model.TemplateFrom(p.facts()), form.RecordOf(0, p.id)))
}
