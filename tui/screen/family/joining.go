package family

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/doubles"
)

// one is who is selected, an adult or a child, else the family: what is joined or split.
func (s *Page) one() (of view.Of, id int64, name string) {
	switch at := s.chosen(); at.kind {
	case toAdult:
		return view.OfAdults, at.id, s.page.Adult(at.id).FullName()
	case toPupil:
		for _, p := range s.page.Pupils {
			if p.ID == at.id {
				return view.OfPupils, at.id, p.FullName()
			}
		}
	}
	return view.OfFamilies, s.id, "the " + s.page.Family.Name + " family"
}

// joinWith asks with whom the selected one is joined.
func (s *Page) joinWith() tea.Cmd {
	of, id, name := s.one()
	return screen.Show(doubles.JoinWith(s.Env, s.store, of, id, name))
}

// split asks what of the selected one is split.
func (s *Page) split() tea.Cmd {
	of, id, _ := s.one()
	return doubles.ChooseSplit(s.Env, s.store, of, id)
}
