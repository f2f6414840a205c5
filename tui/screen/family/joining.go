package family

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
)

// one is who is selected, an adult or a child, else the family: what is joined or split.
func (s *Page) one() (of view.Of, id int64) {
	switch at := s.chosen(); at.kind {
	case toAdult:
		return view.OfAdults, at.id
	case toPupil:
		return view.OfPupils, at.id
	}
	return view.OfFamilies, s.id
}

// joinWith asks with whom the selected one is joined.
func (s *Page) joinWith() tea.Cmd {
	of, id := s.one()
	return screen.Open(map[view.Of]screen.Kind{view.OfFamilies: screen.JoinFamily, view.OfPupils: screen.JoinChild, view.OfAdults: screen.JoinAdult}[of], id)
}

// split asks what of the selected one is split: a join again, or what never was joined. A child alone
// is split only where two were joined.
func (s *Page) split() tea.Cmd {
	of, id := s.one()
	return screen.Read(func(ctx context.Context) (any, error) { return s.store.JoinsOf(ctx, of, id) }, func(answer any) tea.Cmd {
		joins, _ := answer.([]view.JoinedBefore)
		var choices []choose.Choice
		for _, j := range joins {
			choices = append(choices, choose.Choice{Words: "From " + j.Name + " again", Note: "joined " + j.On.Near(s.Today()),
				Do: func() tea.Cmd { return screen.Open(screen.SplitJoin, j.ID) }})
		}
		switch of {
		case view.OfFamilies:
			choices = append(choices, choose.Choice{Words: "Some children into a family of their own", Do: func() tea.Cmd { return screen.Open(screen.SplitFamily, id) }})
		case view.OfAdults:
			choices = append(choices, choose.Choice{Words: "This adult is two people", Do: func() tea.Cmd { return screen.Open(screen.SplitAdult, id) }})
		}
		if len(choices) == 0 {
			return screen.Say("Nobody was joined with this child, so there is nothing to split.")
		}
		return screen.Show(choose.New(s.Env, "Split", choices))
	})
}
