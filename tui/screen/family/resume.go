package family

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/screen"
	"kettle/tui/screen/form"
)

// Resume opens the form in which something was being typed; record below zero is something new.
func (s *Page) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if !s.known {
		return nil, false
	}
	if open, ours := s.hands().Resume(name, record); ours {
		return open, true
	}
	if make := s.resumed(record)[name]; make != nil {
		if f := make(); f != nil {
			return screen.Show(f), true
		}
	}
	return nil, true
}

// resumed are the forms of the page about a record. One whose record has gone is nil.
func (s *Page) resumed(record int64) map[string]func() *form.Form {
	id := max(record, 0)
	return map[string]func() *form.Form{
		"family":       s.familyForm,
		"welcome":      s.welcomeForm,
		"join family":  s.joinForm,
		"contact":      func() *form.Form { return ChangeContact(s.Env, s.store, id) },
		"household":    func() *form.Form { return s.householdForm(s.household(id)) },
		"family entry": func() *form.Form { return s.entryForm(s.entry(id)) },
		"adult": func() *form.Form {
			if a := s.page.Adult(id); id == 0 || a.ID == id {
				return s.adultForm(a)
			}
			return nil
		},
		"pupil": func() *form.Form {
			if id == 0 {
				return s.newPupilForm()
			}
			return s.pupilForm(id)
		},
		"outside help": func() *form.Form {
			for _, p := range s.page.Pupils {
				if p.ID == id {
					return s.outsideForm(p)
				}
			}
			return nil
		},
	}
}
