package model

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NewWholeRecord is the record of a family, or of one of it who asks, with all that names others marked and
// nothing decided. What was passed to the DSL is no part of it (rules.md R48 and R49).
func NewWholeRecord(f RecordFacts, today Date) WholeRecord {
	if f.Book == nil {
		f.Book = NewNameBook(nil)
	}
	w := &recordWriter{recordCircle: newRecordCircle(f)}
	if beside := besideOf(f); len(beside) > 0 {
		w.beside = NewNameBook(beside)
	}
	for _, part := range []func(){w.people, w.log, w.meetings, w.promises, w.letters, w.accounts, w.senHistory, w.moves, w.stories, w.changes} {
		part()
	}
	InOrder(w.entries, func(a, b RecordEntry) int {
		if a.Person || b.Person {
			return cmp.Compare(sign(b.Person), sign(a.Person))
		}
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.What, b.What), cmp.Compare(a.ID, b.ID))
	})
	name := f.Family.Name
	if f.About != (PersonRef{}) {
		name = w.name(f.About)
	}
	return WholeRecord{About: f.About, Name: name, Entries: w.entries, Order: w.order(today)}
}

func sign(so bool) int {
	if so {
		return 1
	}
	return 0
}

// besideOf are those whom the entries of the family know by name only: who came along, who was there.
func besideOf(f RecordFacts) []KnownPerson {
	var people []KnownPerson
	add := func(name string, kind PersonKind) {
		name = strings.TrimSpace(name)
		n, words := SplitName(name), bookWords(name)
		if n.Empty() || len(words) == 0 {
			return
		}
		first, _ := utf8.DecodeRuneInString(name[words[len(words)-1].start:])
		if !unicode.IsLower(first) { // "a friend" names nobody
			people = append(people, KnownPerson{PersonRef: PersonRef{Kind: kind}, Title: n.Title, Forenames: nonEmpty(n.Forename, n.KnownAs), Surnames: nonEmpty(n.Surname), Said: name})
		}
	}
	for _, m := range f.Meetings {
		for _, p := range m.People {
			if ref := p.ref(); ref.ID == 0 && ref.Kind != AColleague {
				add(p.Name, ref.Kind)
			}
		}
	}
	colleagues := map[string]bool{}
	for _, s := range f.Staff {
		colleagues[Fold(s.Name)] = true
	}
	for _, c := range f.Contacts {
		for line := range strings.SplitSeq(c.Present, "\n") {
			if c.Kind != PassedToDSL && !colleagues[Fold(line)] {
				add(line, OfNameOnly)
			}
		}
	}
	return people
}

// accounts adds each incident with the words that were agreed, and as each colleague tells it.
func (w *recordWriter) accounts() {
	for _, a := range w.Accounts {
		pupils := childRefs(a.Pupils)
		if w.elsewhere(nil, pupils, a.What, a.Agreed) {
			continue
		}
		t := w.begin("account", a.ID, a.At)
		t.title(w.phrase("Account of an incident: "+a.What, a.Place).people(", with ", pupils))
		t.concerns(pupils)
		t.typed("agreed words", a.Agreed)
		t.typed("agreed", strings.Join(nonEmpty(a.AgreedOn.Date().Full(), a.AgreedBy), ", "))
		t.put("told", w.toldAccount(a), "")
		t.end()
		for _, v := range a.Versions {
			t := w.begin("account_version", v.ID, Moment(v.On))
			t.title(w.phrase("An incident, "+a.What).by(", as told by ", v.By))
			t.waits("as told", v.Text, "a colleague’s account")
			t.end()
		}
	}
}

func (w *recordWriter) toldAccount(a Account) *phrase {
	p := w.phrase()
	for _, one := range a.Told {
		p.people(textIf(p.text.Len() > 0, "; "), adultRefs([]int64{one.AdultID}))
		p.say(", "+strings.Join(nonEmpty(one.At.Date().Full(), string(one.Channel)), ", ")).by(", by ", one.By)
	}
	return p
}

// senHistory adds the days on which a child's SEN status changed.
func (w *recordWriter) senHistory() {
	for _, s := range w.SEN {
		child := PersonRef{AChild, s.PupilID}
		if !w.isOwn(child) {
			continue
		}
		t := w.begin("sen_change", s.ID, Moment(s.From))
		t.title(w.phrase().people("SEN status of ", []PersonRef{child}).say(": " + s.Status.Words()))
		t.end()
	}
}

// moves adds a child's moves to another phase or school, with the visits.
func (w *recordWriter) moves() {
	for _, m := range w.Moves {
		child := PersonRef{AChild, m.PupilID}
		if !w.isOwn(child) {
			continue
		}
		t := w.begin("transition", m.ID, Moment(m.begins()))
		t.title(w.phrase().people("Move of ", []PersonRef{child}).say(strings.TrimRight(fmt.Sprintf(" in %d, %s", m.Year, m.ToSchool), ", ")))
		t.typed("worries", m.Worries)
		t.typed("what helps", m.Helps)
		t.typed("who is there for them", m.NamedAdult)
		var visits []string
		for _, v := range m.Visits {
			visits = append(visits, strings.Join(nonEmpty(v.On.Full(), v.What, textIf(v.Done != "", "done "+v.Done.Full())), ", "))
		}
		t.typed("visits", strings.Join(visits, "\n"))
		t.typed("handed over", m.HandedOver.Full())
		t.typed("seen to have arrived", m.Settled.Full())
		t.end()
	}
}

// begins is the day at which a move stands: that of its first visit, else the first day of its school year.
func (t Transition) begins() Date {
	begins := Date(fmt.Sprintf("%04d-09-01", t.Year))
	for _, v := range t.Visits {
		if v.On.Valid() {
			begins = min(begins, v.On)
		}
	}
	return begins
}

// changes adds what was changed of a person in the record.
func (w *recordWriter) changes() {
	for _, c := range w.Changes {
		t := w.begin("change", c.ID, c.At)
		p := w.phrase("Changed in the record: ")
		switch {
		case c.Of.Kind == AFamily:
			p.say("the family")
		default:
			p.person(c.Of, c.Name)
			if !w.isOwn(c.Of) {
				t.why = "held of " + w.said(c.Of, c.Name)
			}
		}
		t.title(p)
		t.typed("changed", strings.Join(c.Lines, "\n"))
		t.endIfSaid()
	}
}
