package model_test

import (
	"slices"
	"strings"
	"testing"

	"kettle/model"

	"pgregory.net/rapid"
)

// theQueue is an incident between Chidi, of two parents who live apart, and Niamh.
func theQueue() (model.Account, model.Circle) {
	a := model.Account{What: "the push", At: "2026-11-23T12:15", Pupils: []int64{1, 2}, Agreed: "He pushed her once.", AgreedOn: "2026-11-23T15:00"}
	c := model.Circle{
		Pupils: []model.Pupil{{ID: 1, FamilyID: 1, Forename: "Chidi"}, {ID: 2, FamilyID: 2, Forename: "Niamh"}},
		Adults: []model.Adult{{ID: 11, Title: "Mrs", Surname: "Okafor"}, {ID: 12, Title: "Mr", Surname: "Okafor"}, {ID: 13, Title: "Ms", Surname: "Obi"},
			{ID: 21, Title: "Mrs", Surname: "O'Brien"}, {ID: 22, Title: "Mr", Surname: "O'Brien", InTouch: model.AskedNotTo}},
		Links: []model.Link{{ID: 1, PupilID: 1, AdultID: 11, Relation: model.Mother, Priority: 1}, {ID: 2, PupilID: 1, AdultID: 12, Relation: model.Father, Priority: 2},
			{ID: 3, PupilID: 1, AdultID: 13, Relation: model.Aunt}, {ID: 4, PupilID: 2, AdultID: 21, Relation: model.Mother, Priority: 1},
			{ID: 5, PupilID: 2, AdultID: 22, Relation: model.Father}},
	}
	return a, c
}

func namesOf(all []model.Telling) string {
	var names []string
	for _, t := range all {
		names = append(names, t.Adult.Formal()+textIf(t.Kept != "", " ("+t.Kept+")"))
	}
	return strings.Join(names, ", ")
}

func textIf(yes bool, text string) string {
	if yes {
		return text
	}
	return ""
}

// practices 14 and 15: each parent in their own right, by the links and never by the family.
func TestWhomToTell(t *testing.T) {
	a, c := theQueue()
	tell, kept := a.Tellings(c, "2026-11-24")
	if got := namesOf(tell); got != "Mrs Okafor, Mrs O'Brien, Mr Okafor" {
		t.Errorf("to tell: %s", got)
	}
	if got := namesOf(kept); got != "Mr O'Brien (asked not to be contacted)" {
		t.Errorf("kept out: %s", got)
	}
	c.Links[1].CourtOrder, c.Links[1].OrderText = true, "no contact"
	c.OrderAnswers = []model.OrderAnswer{{LinkID: 2, MeetingID: 7, CheckedBy: "Ms Reed", Answer: model.OrderAllows}}
	c.Pupils[1].Roll = model.Died
	tell, kept = a.Tellings(c, "2026-11-24")
	if namesOf(tell) != "Mrs Okafor" || namesOf(kept) != "Mr Okafor (no contact)" {
		t.Errorf("an order that was read for a meeting opens nothing here, and of a child who died nobody is told: %s; %s", namesOf(tell), namesOf(kept))
	}
}

func TestWhoWasToldBeforeItWasAgreed(t *testing.T) {
	for _, c := range []struct {
		at     model.Moment
		before bool
	}{{"2026-11-23T14:59", true}, {"2026-11-23T15:00", false}, {"2026-11-23", false}, {"2026-11-22", true}, {"2026-11-24T08:00", false}} {
		a, circle := theQueue()
		a.Told = []model.AccountTold{{AdultID: 11, At: c.at}}
		tell, _ := a.Tellings(circle, "2026-11-24")
		if tell[0].Before != c.before || tell[0].IsTold() == c.before {
			t.Errorf("told %s: before is %v", c.at, tell[0].Before)
		}
	}
}

func TestHowFarAnAccountIs(t *testing.T) {
	a, c := theQueue()
	tell, _ := a.Tellings(c, "2026-11-24")
	if got := a.Stage(tell, "2026-11-24"); got != "agreed yesterday, 0 of 3 parents told" {
		t.Error(got)
	}
	a.Told = []model.AccountTold{{AdultID: 11, At: "2026-11-23T15:10"}, {AdultID: 12, At: "2026-11-23T15:10"}, {AdultID: 21, At: "2026-11-23T15:10"}}
	tell, _ = a.Tellings(c, "2026-11-24")
	if got := a.Stage(tell, "2026-11-24"); got != "agreed yesterday, 3 parents told" {
		t.Error(got)
	}
	a.AgreedOn, a.Versions = "", []model.AccountVersion{{By: "Mr Shah"}, {By: "Miss Harlow"}}
	if got := a.Stage(nil, "2026-11-24"); got != "2 versions, not agreed yet" {
		t.Error(got)
	}
}

// Nothing about another family's child goes into what is said to one family.
func TestTheAgreedWordsAreLookedAtForEachParent(t *testing.T) {
	a, c := theQueue()
	a.Agreed = "Chidi pushed Niamh once."
	for id, names := range map[int]bool{0: true, 3: true} {
		if against := a.Against(c, c.Adults[id]); (against != "") != names {
			t.Errorf("%s: %q", c.Adults[id].Formal(), against)
		}
	}
	if note := a.LogNote(c, c.Adults[0]); strings.Contains(note, "Niamh") {
		t.Errorf("the log of the Okafors names Niamh: %s", note)
	}
	a.Agreed = "He pushed another child once."
	if note := a.LogNote(c, c.Adults[0]); !strings.Contains(note, a.Agreed) {
		t.Errorf("the log keeps the very words: %s", note)
	}
}

// Telling is due on the school day on which it was agreed, or the next one.
func TestTellingIsDueTheSameSchoolDay(t *testing.T) {
	for agreed, want := range map[model.Moment]model.Date{"2026-11-24T15:00": "2026-11-24", "2026-11-21T10:00": "2026-11-23", "2026-12-18": "2026-12-18", "2026-12-20": "2027-01-05"} {
		if got := (model.Account{AgreedOn: agreed}).TellBy(sampleCalendar(t)); got != want {
			t.Errorf("agreed %s: tell by %s, want %s", agreed, got, want)
		}
	}
}

// Whom to tell never has an adult without a link to a child of the incident, or one behind the wall.
func TestNobodyWithoutALinkOrBehindTheWallIsTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := model.Circle{Pupils: []model.Pupil{{ID: 1}, {ID: 2}, {ID: 3}}}
		for id := range int64(5) {
			c.Adults = append(c.Adults, model.Adult{ID: id + 1, InTouch: rapid.SampledFrom(append(model.InTouches, model.InTouchNone)).Draw(t, "in touch"), Removed: rapid.Bool().Draw(t, "removed")})
		}
		for id := range int64(rapid.IntRange(0, 8).Draw(t, "links")) {
			c.Links = append(c.Links, model.Link{ID: id + 1, PupilID: rapid.Int64Range(1, 3).Draw(t, "pupil"), AdultID: rapid.Int64Range(1, 5).Draw(t, "adult"),
				Relation: rapid.SampledFrom(model.Relationships).Draw(t, "relation"), CourtOrder: rapid.Bool().Draw(t, "order"),
				MayBeContacted: rapid.SampledFrom(model.YesNos).Draw(t, "contact"), Removed: rapid.Bool().Draw(t, "gone")})
			c.OrderAnswers = append(c.OrderAnswers, model.OrderAnswer{LinkID: id + 1, CheckedBy: "me", Answer: model.OrderAllows})
		}
		a := model.Account{Pupils: []int64{1, 2}}
		tell, kept := a.Tellings(c, "2026-11-24")
		for _, one := range tell {
			own := slices.DeleteFunc(slices.Clone(c.Links), func(l model.Link) bool { return l.AdultID != one.Adult.ID || l.PupilID == 3 || l.Removed })
			if len(own) == 0 || slices.ContainsFunc(own, model.Link.Walled) || !one.Adult.InTouch.Reachable() || one.Adult.Removed {
				t.Fatalf("%+v is told", one.Adult)
			}
		}
		for _, one := range kept {
			if one.Kept == "" {
				t.Fatalf("%+v is kept out without a reason", one.Adult)
			}
		}
	})
}
