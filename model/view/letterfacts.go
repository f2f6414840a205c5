package view

import "kettle/model"

// LetterFacts is what a letter to one reader about this meeting is made from: an adult, or a young person
// in their own right.
func (p MeetingPrep) LetterFacts(reader int64, me model.Staff, today model.Date) model.LetterFacts {
	return model.LetterFacts{
		Circle:     p.Circle(),
		To:         p.Reader(reader),
		Household:  p.livingWith(reader),
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

// Reader is who gets a letter: an adult, or a pupil of the meeting as Pupil.AsReader; the zero adult for
// nobody.
func (p MeetingPrep) Reader(reader int64) model.Adult {
	adult, pupil := model.ReaderIDs(reader)
	for _, one := range p.Pupils {
		if one.ID == pupil {
			return one.AsReader()
		}
	}
	return p.Adult(adult)
}

// livingWith are the adults of the meeting who live with this reader.
func (p MeetingPrep) livingWith(reader int64) []int64 {
	var others []int64
	for _, a := range p.Adults {
		if home := p.Homes[reader]; home != 0 && p.Homes[a.ID] == home && a.ID != reader {
			others = append(others, a.ID)
		}
	}
	return others
}

// LetterTo is the newest letter of a kind to a reader about this meeting, one that has not gone first;
// the zero letter for none.
func (p MeetingPrep) LetterTo(reader int64, kind model.LetterKind) model.Letter {
	var newest model.Letter
	for _, l := range p.Letters { // oldest first
		if l.Reader() == reader && l.Kind == kind && (l.Sent == "" || newest.ID == 0 || newest.Sent != "") {
			newest = l
		}
	}
	return newest
}

// BriefFacts is what the page for staff is made from; log are entries of the family, the newest first.
func (p MeetingPrep) BriefFacts(log []model.Contact, today model.Date) model.BriefFacts {
	return model.BriefFacts{
		Facts: p.Facts(today), Family: p.Family, Entries: p.Entries, Log: log,
		LastOn: p.Before.Start.Date(), LastKind: p.Before.Kind, LastCame: p.BeforeCame, LastOwed: p.BeforeOwed, LastFelt: p.BeforeFelt,
	}
}

// Writable are those who may have letters about this meeting: young people in their own right first, then
// adults by the rules of their links, in the order of the list of people; the others of the meeting's
// circle follow.
func (p MeetingPrep) Writable(today model.Date) []model.Adult {
	var adults []model.Adult
	for _, young := range p.Circle().YoungPeople(today) {
		adults = append(adults, young.AsReader())
	}
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
