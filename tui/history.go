package tui

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/history"
)

// record is what the top screen shows or has selected; where it has none of its own it is the family
// that the screen is about.
func (a *App) record() view.Record {
	if r, ok := a.top().(screen.Recorded); ok && r.Record().Kind != "" {
		return r.Record()
	}
	if id := a.familyID(); id != 0 {
		return view.Record{Kind: view.FamilyRecord, ID: id}
	}
	return view.Record{}
}

func (a *App) whyNoHistory() string {
	if a.record().Kind == "" {
		return "Nothing is selected here whose history could be read."
	}
	return ""
}

// history shows who changed what of the record, and when.
func (a *App) history() tea.Cmd { return a.show(history.New(a.env, a.store, a.record())) }
