package view

import "kettle/model"

// World is what every screen may need to know: who uses the caseload, its schools and their
// calendars, and the school's settings. It is loaded at the start and after a change of these.
type World struct {
	Me        model.Staff
	Schools   []model.School
	Calendars map[int64]*model.Calendar // by school
	Settings  model.Settings
	Some      bool // the caseload holds a family, those out of sight not counted
	Asked     bool // the first questions about name and school were answered or skipped
	MadeUp    bool // made by demo
	ReadOnly  bool
}

// Calendar is the calendar of a school; of the first one for school 0 or one not known; an empty
// calendar when there is none.
func (w World) Calendar(school int64) *model.Calendar {
	if c := w.Calendars[school]; c != nil {
		return c
	}
	for _, s := range w.Schools {
		if c := w.Calendars[s.ID]; c != nil {
			return c
		}
	}
	return &model.Calendar{}
}
