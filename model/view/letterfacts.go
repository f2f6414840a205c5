package view

import "kettle/model"

// LetterFacts is what a letter to one adult about this meeting is made from.
func (p MeetingPrep) LetterFacts(adult int64, me model.Staff, today model.Date) model.LetterFacts {
	return model.LetterFacts{
		Circle:     p.Circle(),
		To:         p.Adult(adult),
		Household:  p.livingWith(adult),
		Meeting:    p.Meeting,
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

// livingWith are the adults of the meeting who live with this one.
func (p MeetingPrep) livingWith(adult int64) []int64 {
	var others []int64
	for _, a := range p.Adults {
		if home := p.Homes[adult]; home != 0 && p.Homes[a.ID] == home && a.ID != adult {
			others = append(others, a.ID)
		}
	}
	return others
}

// LetterTo is the newest letter of a kind to an adult about this meeting, one that has not gone first;
// the zero letter for none.
func (p MeetingPrep) LetterTo(adult int64, kind model.LetterKind) model.Letter {
	var newest model.Letter
	for _, l := range p.Letters { // oldest first
		if l.AdultID == adult && l.Kind == kind && (l.Sent == "" || newest.ID == 0 || newest.Sent != "") {
			newest = l
		}
	}
	return newest
}

// BriefFacts is what the page for staff is made from; log are entries of the family, the newest first.
func (p MeetingPrep) BriefFacts(log []model.Contact, today model.Date) model.BriefFacts {
	return model.BriefFacts{
		Facts: p.Facts(today), Family: p.Family, Entries: p.Entries, Log: log,
		LastOn: p.Before.Start.Date(), LastKind: p.Before.Kind, LastCame: p.BeforeCame, LastOwed: p.BeforeOwed,
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
