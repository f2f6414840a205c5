package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// randomFamilies is a meeting about some of several children, with adults who are linked to some of
// them, each in a household of their own.
func randomFamilies(t *rapid.T) LetterFacts {
	f := okaforLetter(ngoziID)
	f.Pupils, f.Adults, f.Links, f.People = nil, nil, nil, nil
	for i := range rapid.IntRange(1, 4).Draw(t, "children") {
		young := rapid.IntRange(0, 2).Draw(t, "young") == 0
		f.Pupils = append(f.Pupils, Pupil{ID: int64(100 + i), SEN: map[bool]SENStatus{true: EHCP, false: SENSupport}[young], Born: map[bool]Date{true: "2009-05-04", false: "2018-05-04"}[young], Forename: []string{"Chidi", "Ada", "Zoë", "Łukasz"}[i], KnownAs: []string{"", "", "", "Luki"}[i],
			Address: fmt.Sprintf("%d Pupil Row", i+1), Phones: []Phone{{Number: fmt.Sprintf("020 7946 00%02d", i)}}})
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "adults") {
		a := Adult{ID: int64(i + 1), Title: "Mrs", Forename: fmt.Sprint("Name", i), Surname: fmt.Sprint("Sur", string(rune('A'+i))),
			Address: fmt.Sprintf("%d Mill Lane", 10+i), Postcode: fmt.Sprintf("ZZ%d 1AA", i+1),
			Phones: []Phone{{Number: fmt.Sprintf("07700 9001%02d", i)}}, Emails: []Email{{Address: fmt.Sprintf("adult%d@example.org", i)}},
			Interpreter: rapid.SampledFrom(YesNos).Draw(t, "interpreter"), LargePrint: rapid.SampledFrom(YesNos).Draw(t, "large print")}
		f.Adults = append(f.Adults, a)
		f.People = append(f.People, MeetingPerson{ID: int64(50 + i), Side: FamilySide, AdultID: a.ID, Attended: rapid.SampledFrom(YesNos).Draw(t, "attended")})
		for _, p := range f.Pupils {
			if rapid.Bool().Draw(t, "linked") {
				f.Links = append(f.Links, Link{ID: int64(len(f.Links) + 1), PupilID: p.ID, AdultID: a.ID, Relation: rapid.SampledFrom(Relationships).Draw(t, "relation"),
					CourtOrder: rapid.IntRange(0, 5).Draw(t, "order") == 0, GetsCopies: rapid.SampledFrom(YesNos).Draw(t, "copies")})
			}
		}
	}
	readers := f.Adults
	for _, p := range f.YoungPeople(f.Today) {
		readers = append(slices.Clone(readers), p.AsReader())
	}
	f.To = rapid.SampledFrom(readers).Draw(t, "to")
	return f
}

// wordsOfTheirs are what one household said or is said of, in fields that go into no letter.
const wordsOfTheirs = "between us two alone"

// typeAnything fills what people type with secrets, names and harmless words.
func typeAnything(t *rapid.T, f *LetterFacts) {
	bits := []string{"calm lunchtimes", ""}
	for _, a := range f.Adults {
		bits = append(append(bits, secrets(a)...), "as "+a.Formal()+" said")
	}
	for _, p := range f.Pupils {
		bits = append(bits, p.Forename+" is well", p.Called()+"'s mornings", p.Address, p.Phones[0].Number)
	}
	typed := func(what string) string {
		return rapid.SampledFrom(bits).Draw(t, what) + rapid.SampledFrom([]string{"", ".", ", please", "\nand more"}).Draw(t, "behind")
	}
	m := &f.Meeting
	m.Mode, m.HomeVisit = rapid.SampledFrom(Modes).Draw(t, "mode"), rapid.Bool().Draw(t, "home")
	m.Purpose, m.Opening, m.Thanks, f.RoomName = typed("purpose"), typed("opening"), typed("thanks"), typed("room")
	m.Words, m.FamilyView, m.Notes, m.SaidFirst, m.Feedback, m.Debrief, m.Theirs, m.TeacherView = wordsOfTheirs, wordsOfTheirs, wordsOfTheirs, wordsOfTheirs, wordsOfTheirs, wordsOfTheirs, wordsOfTheirs, wordsOfTheirs
	f.Agenda = []AgendaItem{{Title: typed("item"), Brings: wordsOfTheirs, Notes: wordsOfTheirs, Theirs: true, Minutes: 5}}
	f.Outcomes = []Outcome{{Text: typed("outcome")}}
	f.Agreements = nil
	for _, a := range f.Adults {
		text := typed("agreement")
		if a.ID != f.To.ID {
			text = "tells her sister " + wordsOfTheirs
		}
		f.Agreements = append(f.Agreements, Agreement{Text: text, Whose: OfFamily, AdultID: a.ID, Who: a.Formal()})
	}
	f.Agreements = append(f.Agreements, Agreement{Text: typed("ours"), Whose: OfStaff, Who: typed("who")})
}

// practice 15, product.md 9, rules.md R39: one letter holds one household's data, and only children of its
// reader; one to a young person nothing of an adult who is kept out.
func TestLettersOverRandomFamiliesHoldOneHouseholdAlone(t *testing.T) {
	written := 0
	rapid.Check(t, func(t *rapid.T) {
		f := randomFamilies(t)
		typeAnything(t, &f)
		own := f.PupilsOf(f.To.ID)
		young, toYoung := f.young()
		if toYoung {
			own = []Pupil{young}
		}
		for _, write := range []func(LetterFacts) (Document, error){Invitation, AgendaText, ThankYouText, Summary} {
			d, err := write(f)
			if err != nil {
				continue
			}
			written++
			text := LetterSheet(d.Text(), f.Today).Everything()
			for _, w := range f.Walled() {
				if toYoung && strings.Contains(text, w.Adult.Surname) {
					t.Fatalf("the %s to %s names %s, who is kept out:\n%s", d.Kind, young.Called(), w.Adult.Formal(), text)
				}
			}
			for _, a := range f.Adults {
				for _, s := range secrets(a) {
					if a.ID != f.To.ID && strings.Contains(text, s) {
						t.Fatalf("the %s holds %q of another adult:\n%s", d.Kind, s, text)
					}
				}
			}
			for _, p := range f.Pupils {
				mine := slices.ContainsFunc(own, func(o Pupil) bool { return o.ID == p.ID })
				if !mine && slices.ContainsFunc(namesOf(p), func(n string) bool { return slices.Contains(wordsOf(text), n) }) {
					t.Fatalf("the %s names %s, to whom its reader is not linked:\n%s", d.Kind, p.Called(), text)
				}
			}
			if strings.Contains(text, wordsOfTheirs) {
				t.Fatalf("the %s holds another household's words:\n%s", d.Kind, text)
			}
		}
	})
	if written < 50 {
		t.Errorf("only %d letters were looked at", written)
	}
}

// The brief is for staff: nobody's address or number lies on a table, and nothing of who is kept out.
func TestBriefsOverRandomFamiliesHoldNoAddressAndNobodyBehindTheWall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := randomFamilies(t)
		typeAnything(t, &f)
		f.Meeting.Debrief, f.Meeting.Theirs, f.Meeting.TeacherView, f.Meeting.FamilyView = "debriefed", f.Meeting.Purpose, f.Meeting.Opening, f.Meeting.Thanks
		b := BriefFacts{Facts: Facts{Circle: f.Circle, Meeting: f.Meeting, Today: f.Today, People: f.People, Agenda: f.Agenda}}
		for _, a := range f.Agreements {
			b.LastOwed = append(b.LastOwed, FollowUp{Kind: ActionPromised, What: a.Text, Whose: a.Whose, AdultID: a.AdultID})
		}
		b.LastOn, b.LastCame = "2026-10-01", f.Outcomes
		page := Brief(b).Everything()
		for _, a := range f.Adults {
			for _, s := range secrets(a) {
				if strings.Contains(page, s) {
					t.Fatalf("the brief holds %q:\n%s", s, page)
				}
			}
			if walled := slices.ContainsFunc(f.Walled(), func(w WalledAdult) bool { return w.Adult.ID == a.ID }); walled && strings.Contains(page, a.Surname) {
				t.Fatalf("the brief names %s, who is kept out:\n%s", a.Formal(), page)
			}
		}
		if strings.Contains(page, "debriefed") {
			t.Fatalf("the brief holds the debrief:\n%s", page)
		}
	})
}
