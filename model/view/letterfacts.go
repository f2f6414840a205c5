package view

import "kettle/model"

// LetterFacts is what a letter to one adult about this meeting is made from.
func (p MeetingPrep) LetterFacts(adult int64, me model.Staff, today model.Date) model.LetterFacts {
	return model.LetterFacts{
		Circle:     p.Circle(),
		To:         p.Adult(adult),
		Meeting:    p.Meeting.WithoutStaffOnly(),
		People:     p.People,
		Options:    p.Options,
		Agenda:     p.Agenda,
		Outcomes:   p.Outcomes,
		Agreements: p.Agreements,
		RoomName:   p.Room.Name,
		Me:         me,
		SignOff:    p.Settings.Text(model.LetterSignOff),
		Today:      today,
	}
}

// Writable are the adults who may have letters about this meeting, by the rules of their links, in
// the order of the list of people; the others of the meeting's circle follow.
func (p MeetingPrep) Writable() []model.Adult {
	var adults []model.Adult
	seen := map[int64]bool{}
	add := func(id int64) {
		if id == 0 || seen[id] {
			return
		}
		seen[id] = true
		a := p.Adult(id)
		for _, l := range p.LinksOf(id) {
			if l.MayHaveLetters(a.InTouch) {
				adults = append(adults, a)
				return
			}
		}
	}
	for _, m := range p.People {
		add(m.AdultID)
	}
	for _, l := range p.Links {
		add(l.AdultID)
	}
	return adults
}
