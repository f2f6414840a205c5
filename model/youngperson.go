package model

import "slices"

// After compulsory school age the rights of a plan are the young person's own: letters about their
// meetings go to them. Parents are still asked in their own right, and usually still help; what was
// agreed goes to them only where they get copies (rules.md R39; Children and Families Act 2014 s.83).

// LettersAreTheirs reports whether letters about a pupil's meetings go to the pupil.
func (p Pupil) LettersAreTheirs(today Date) bool {
	return p.SEN == EHCP && p.Roll != Died && !p.Removed && p.PlanIsTheirs(today)
}

// lettersTurnSoon is how many days beforehand it is said that letters will go to the young person.
const lettersTurnSoon = 366

// LettersTurn says from when on letters go to a pupil with a plan, in the year before and since then;
// "" for everybody else.
func (p Pupil) LettersTurn(today Date) string {
	first := LeavingDate(p.Born).AddDays(1)
	switch {
	case p.LettersAreTheirs(today):
		return "Letters go to " + p.Called() + " in person since " + first.Full() + "; parents are asked, too, and usually help."
	case p.SEN == EHCP && p.Roll == OnRoll && first.Valid() && today.Valid() && today.DaysUntil(first) <= lettersTurnSoon:
		return "From " + first.Full() + " letters go to " + p.Called() + " in person; parents are asked, too, and usually help."
	}
	return ""
}

// ReaderOf names who gets a letter by one number: the id of an adult, or below 0 that of a young person.
func ReaderOf(adult, pupil int64) int64 {
	if adult != 0 {
		return adult
	}
	return -pupil
}

// ReaderIDs are the adult or the young person of a reader; the other one is 0.
func ReaderIDs(reader int64) (adult, pupil int64) { return max(reader, 0), max(-reader, 0) }

// Reader is who gets the letter.
func (l Letter) Reader() int64 { return ReaderOf(l.AdultID, l.PupilID) }

// Reader is the person as somebody who gets letters, 0 for those who do not: from school, from outside.
func (p MeetingPerson) Reader() int64 { return ReaderOf(p.AdultID, p.PupilID) }

// AsReader is a young person as somebody who gets a letter: what a letter needs of an adult.
func (p Pupil) AsReader() Adult {
	return Adult{ID: ReaderOf(0, p.ID), Forename: p.Forename, Surname: p.Surname, KnownAs: p.KnownAs, AddressAs: p.Called(),
		Address: p.Address, Postcode: p.Postcode, Phones: p.Phones, Emails: p.Emails, Language: p.Language}
}

// YoungPeople are the pupils of the circle to whom letters go in person.
func (c Circle) YoungPeople(today Date) []Pupil {
	return slices.DeleteFunc(slices.Clone(c.Pupils), func(p Pupil) bool { return !p.LettersAreTheirs(today) })
}

// AgainstReader says what speaks against a text in a letter to a young person, "" nothing: it names an
// adult who is kept out, or holds where another lives than they do.
func (c Circle) AgainstReader(text string, p Pupil) string {
	return c.youngGuard(p).against(text)
}

func (c Circle) youngGuard(p Pupil) guard {
	var kept, own guard
	own.addWhere(p.Address, p.Postcode, p.Phones, p.Emails)
	var names []string
	for _, w := range c.Walled() {
		kept.addWhere(w.Adult.Address, w.Adult.Postcode, w.Adult.Phones, w.Adult.Emails)
		names = append(names, callNames(w.Adult)...)
	}
	kept = kept.without(own)
	kept.phrases = slices.DeleteFunc(names, func(name string) bool { return slices.ContainsFunc(namesOf(p), sameAs(name)) })
	return kept
}

// young is the young person a letter goes to, and whether it does.
func (f LetterFacts) young() (Pupil, bool) {
	_, id := ReaderIDs(f.To.ID)
	at := slices.IndexFunc(f.Pupils, func(p Pupil) bool { return p.ID == id && id != 0 })
	if at < 0 {
		return Pupil{}, false
	}
	return f.Pupils[at], true
}

// child names the pupils in a sentence to the reader: "Chidi", or "you" to the young person.
func (l *letter) child() string {
	if _, young := l.young(); young {
		return "you"
	}
	return calledTogether(l.pupils)
}

// aboutChild is " about Chidi"; to the young person it needs no saying.
func (l *letter) aboutChild() string {
	if _, young := l.young(); young {
		return ""
	}
	return " about " + calledTogether(l.pupils)
}

// subject is what the talk is about: the children, or to the young person their plan.
func (l *letter) subject() string {
	if _, young := l.young(); young {
		return "your plan"
	}
	return calledTogether(l.pupils)
}

// helpers say to a young person that parents are asked, too.
func (l *letter) helpers() string {
	if _, young := l.young(); !young || len(l.Parents()) == 0 {
		return ""
	}
	return "This is your meeting: those who look after you are asked, too, and help as much as you like."
}

// sendsTo is to whom what was agreed is sent, as the reader is told it: to them, or to the young person
// whose plan it is.
func (l *letter) sendsTo() string {
	if young := l.youngOfReader(); len(young) > 0 && len(l.pupilsFor(SummaryOfMeeting)) == 0 {
		return " to " + calledTogether(young)
	}
	return ""
}

// youngOfReader are the young people whom an adult who gets the letter is linked to: only these may be named.
func (f LetterFacts) youngOfReader() []Pupil {
	return slices.DeleteFunc(f.PupilsOf(f.To.ID), func(p Pupil) bool { return !p.LettersAreTheirs(f.Today) })
}
