package school

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/meetingforms"
)

// Resume opens the form in which something was being typed; record 0 is something new.
func (p *Page) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if !p.known {
		return nil, false
	}
	if s, ok := found(p.facts.schools, record, func(s model.School) int64 { return s.ID }); ok && record != 0 {
		if open := p.resumeDates(name, s); open != nil {
			return open, true
		}
	}
	for _, s := range model.SettingTable {
		if name == settingForm+string(s.Key) {
			return p.changeSetting(s), true
		}
	}
	return p.resumeRow(name, record), true
}

// resumeRow opens the form of one row of the school's own lists.
func (p *Page) resumeRow(name string, record int64) tea.Cmd {
	switch name {
	case "me":
		return p.changeMe()
	case "bank holiday":
		return p.addHoliday()
	case "school":
		if s, ok := found(p.facts.schools, record, func(s model.School) int64 { return s.ID }); ok {
			return p.changeSchool(s)
		}
	case "staff":
		if s, ok := found(p.facts.staff, record, func(s model.Staff) int64 { return s.ID }); ok {
			return p.changeStaff(s)
		}
	case "room":
		if r, ok := found(p.facts.rooms, record, func(r model.Room) int64 { return r.ID }); ok {
			return p.changeRoom(r)
		}
	case meetingforms.OwnItemForm:
		if i, ok := found(p.facts.own.Items, record, func(i model.OwnItem) int64 { return i.ID }); ok {
			return p.changeItem(i)
		}
	case meetingforms.OwnTemplateForm:
		if t, ok := found(p.facts.own.Templates, record, func(t model.OwnTemplate) int64 { return t.ID }); ok {
			return p.changeTemplate(t)
		}
	case "professional":
		if o, ok := found(p.facts.outside, record, func(o model.Professional) int64 { return o.ID }); ok {
			return p.changeOutside(o)
		}
	}
	return nil
}

// found is the row with an id, an empty one for id 0.
func found[T any](rows []T, id int64, of func(T) int64) (row T, ok bool) {
	if i := slices.IndexFunc(rows, func(r T) bool { return of(r) == id }); i >= 0 {
		return rows[i], true
	}
	return row, id == 0
}

// resumeDates opens the form of a school's year, its term dates' file, or a day without pupils.
func (p *Page) resumeDates(name string, s model.School) tea.Cmd {
	if name == termsFileForm {
		return p.termsFromFile(s)
	}
	if year, ok := strings.CutPrefix(name, yearForm); ok {
		return p.changeYear(s, year)
	}
	day, ok := strings.CutPrefix(name+" ", closedDayForm+" ")
	if !ok {
		return nil
	}
	if day = strings.TrimSpace(day); day == "" {
		return p.changeClosedDay(s, view.ClosedDay{Kind: view.ClosureDay})
	}
	dates := p.facts.calendars[s.ID].Dates()
	for _, d := range dates.Inset {
		if string(d) == day {
			return p.changeClosedDay(s, view.ClosedDay{Day: d, Kind: view.InsetDay})
		}
	}
	for _, c := range dates.Closures {
		if string(c.Date) == day {
			return p.changeClosedDay(s, view.ClosedDay{Day: c.Date, Kind: view.ClosureDay, Reason: c.Reason})
		}
	}
	return nil
}
