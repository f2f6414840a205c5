package view

import "kettle/model"

// Story is what a family told, what is hard for it just now and what helps, and which points of the
// welcome it has heard; the zero page when there is no such family.
type Story struct {
	Family  model.Family
	Entries []model.FamilyEntry // the newest first
	Welcome []model.Date        // when each of model.WelcomePoints was said, "" not yet
	Staff   []model.Staff
}

// Of are the entries of one kind, the newest first.
func (s Story) Of(kind model.FamilyEntryKind) []model.FamilyEntry {
	var of []model.FamilyEntry
	for _, e := range s.Entries {
		if e.Kind == kind {
			of = append(of, e)
		}
	}
	return of
}
