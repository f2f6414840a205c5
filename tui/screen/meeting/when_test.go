package meeting_test

import (
	"context"
	"strings"
	"testing"

	"kettle/model"
)

// toTimes is the screen of the times of a meeting that has just been planned.
func (s *school) toTimes() *school {
	s.planned()
	s.on("Several times offered").d.Press("enter")
	return s
}

// practice 32
func TestProposedTimesAreOfferedWithOneKey(t *testing.T) {
	s := at(t, 120, 40)
	d := s.toTimes().d
	d.See("Proposed, not offered yet", "Wed 25 Nov  15:30", "Suits Mrs Okafor (not before 14:00: she works nights); nothing else of yours", "The week of 23 November", "15:30 this meeting")
	d.NotSee("Fri 27 Nov  15:30") // hard news late on a Friday
	s.on("Wed 25 Nov").d.Press("space").See("Wed 25 Nov  15:30        ○ not said")
	if l := s.line(); !strings.Contains(l, "Thu 26 Nov") { // the next one is at hand
		t.Errorf("selected: %q", l)
	}
	d.Press("enter").See("Thu 26 Nov  17:00        ○ not said")
	if p := s.prep(); len(p.Options) != 2 || p.Options[0].Start != "2026-11-25T15:30" {
		t.Errorf("offered: %+v", p.Options)
	}
	d.Press("u").NotSee("Thu 26 Nov  17:00        ○ not said")
}

func TestWhatSpeaksAgainstATimeStandsBesideIt(t *testing.T) {
	s := at(t, 120, 40)
	ctx, store := context.Background(), s.d.Store
	other := s.must(store.SaveFamily(ctx, model.Family{Name: "Haddad"}))
	s.must(store.SavePupil(ctx, model.Pupil{FamilyID: other, Forename: "Layla", Surname: "Haddad"}))
	s.must(store.SaveMeeting(ctx, model.Meeting{FamilyID: other, Kind: model.CheckInMeeting, Start: "2026-11-26T15:00", Minutes: 30}))
	d := s.toTimes().d
	for _, one := range []struct{ typed, says string }{
		{"thu 15:15", "You meet Haddad, 15:00 to 15:30."}, {"fri 14:30", "Late on a Friday: what is hard to hear"},
		{"wed 9:00", "Mrs Okafor said: not before 14:00"}, {"28/11 15:30", "weekend: not a school day"}, {"wed 15:30", "Nothing speaks against it."},
	} {
		d.Press("n").See("Mrs Okafor: not before 14:00: she works nights.").Type(one.typed).Press("ctrl+s").See(one.says)
	}
	s.on("Thu 26 Nov  15:15").d.See("15:00 Haddad, check-in", "15:15 this meeting")
	d.Resize(80, 24).NotSee("The week of").See("You meet Haddad, 15:00 to 15:30.")
	d.Resize(60, 16).See("▌Thu 26 Nov  15:15", "You meet Haddad")
}

// known is a meeting that everybody was asked to, and whose agenda Mrs Okafor has.
func (s *school) known() *school {
	s.halfPrepared()
	s.d.Press("i", "tab", "space", "j", "space", "k", "tab", "enter", "ctrl+s", "esc")
	return s
}

// practices 24 and 32, rules.md R12
func TestMovingShowsWhatHangsOnTheTimeAndThenWhomToTell(t *testing.T) {
	s := at(t, 120, 46)
	d := s.known().d
	m := s.prep().Meeting
	promise := model.FollowUp{FamilyID: m.FamilyID, MeetingID: m.ID, What: "Write to both parents", Due: "2026-12-07", DueFrom: "2026-11-30", DueCount: 5, DueRule: "school days (rules.md R7)", DateTold: true}
	s.must(d.Store.SaveFollowUp(context.Background(), promise))
	d.Press("s").See("Move: Okafor", "Now it is Mon 30 15:30").Type("tue 15:30").Press("enter")
	d.See("Mon 30 15:30 → Tue 1 Dec 15:30", "not moved yet", "Mrs Okafor and Mr Okafor are asked again: the answer was for Mon 30 15:30.",
		"The agenda that Mrs Okafor has counts as changed", "Rainbow room goes along, and is free then.", "Write to both parents", "stays Mon 7 Dec", "Who is to be told").NotSee("Mr Lane")
	if s.prep().Meeting.Start != m.Start {
		t.Fatal("it moved before it was kept")
	}
	s.on("Write to both").d.Press("space").See("goes along: Tue 8 Dec instead of Mon 7 Dec")
	d.Press("enter").See("✓ moved from Mon 30 15:30 to Tue 1 Dec 15:30", "Mrs Okafor")
	s.on("Mrs Okafor").d.Press("f").See("✓ Mrs Okafor", "a follow-up to tell them, today")
	s.on("Mr Okafor").d.Press("space").See("told today")
	p := s.prep()
	if p.Meeting.Start != "2026-12-01T15:30" || !p.People[0].AgendaOutdated {
		t.Errorf("%s, %+v", p.Meeting.Start, p.People[0])
	}
	d.Press("u", "u").NotSee("told today", "a follow-up to tell them")
	d.Press("u").See("not moved yet").Press("esc").See("Mon 30 15:30, 45 min")
}

// Choosing another time once people know one is a move, too.
func TestChoosingAnotherTimeThanTheOnePeopleKnowIsAMove(t *testing.T) {
	s := at(t, 120, 46)
	d := s.known().d
	s.on("times offered").d.Press("enter")
	s.on("Fri 27 Nov").d.Press("enter").See("Mon 30 15:30 → Fri 27 09:30", "Who is to be told", "Mrs Okafor said: not before 14:00")
	d.Press("enter", "esc").See("Fri 27 Nov  09:30        ○ not said      ○ not said      ✓ chosen")
	if p := s.prep(); p.Meeting.Start != "2026-11-27T09:30" || p.People[0].Answer != model.NoAnswerYet {
		t.Errorf("%s, %+v", p.Meeting.Start, p.People[0])
	}
}

func TestEscLeavesTheMeetingWhereItWas(t *testing.T) {
	s := at(t, 120, 46)
	d := s.known().d
	d.Press("s").Type("tue 15:30").Press("enter").See("not moved yet").Press("esc").See("Mon 30 15:30, 45 min")
}

// practices 35, 42 and 43
func TestTheAgendaOffersWhatMakesItWhole(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	s.settle("What would they like", func() { d.Press("tab").Type("why he sits alone at lunch").Press("ctrl+s") })
	s.on("An agenda with times").d.Press("enter")
	d.See("Offered for it", "+ ★ why he sits alone at lunch  they asked for it today")
	s.on("+ ★ why he").d.Press("enter")
	d.See("★ why he sits alone at lunch", "the family, asked today", "45 of 45 min").NotSee("Offered for it")
	s.on("Any other worry").d.Press("d").See("+ Any other worry, however small", "40 of 45 min")
	s.on("+ Any other worry").d.Press("space").See("45 of 45 min").NotSee("Offered for it")
	agenda := s.prep().Agenda
	if last := agenda[len(agenda)-1]; !last.AnyWorry || agenda[3].Title != "why he sits alone at lunch" || !agenda[3].Theirs {
		t.Errorf("%+v", agenda)
	}
	s.on("The reading certificate").d.Press("enter").See("Something good to begin with")
}

func TestSomethingGoodIsOfferedFromTheCardAndTheLog(t *testing.T) { // practices 4 and 42
	s := at(t, 120, 46)
	d := s.planned()
	m := s.prep().Meeting
	m.Opening = ""
	s.must(d.Store.SaveMeeting(context.Background(), m))
	s.on("An agenda with times").d.Press("enter").See("+ The reading certificate", "+ Kind to the little ones", "+ trains")
	s.on("+ Kind to").d.Press("space").NotSee("+ trains")
	if got := s.prep().Meeting.Opening; got != "Kind to the little ones" {
		t.Errorf("it begins with %q", got)
	}
}

// practice 35
func TestWhoHasWhichAgendaIsSaidWithWhatChangedSince(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.Press("i", "space", "j", "space", "k", "tab", "tab", "enter", "ctrl+s").Press("esc")
	s.on("An agenda with times").d.Press("enter").See("✓ Mrs Okafor", "today, phone: as it is now", "○ Mr Okafor", "not sent yet")
	d.Press("n").Type("Homework").Press("ctrl+s")
	s.on("Something good").d.Press("shift+up")
	d.See("! Mrs Okafor", "since today: “Homework” is new; “Something good” moved up")
	s.on("Mrs Okafor").d.Press("x").See("Agenda to Mrs Okafor").Press("ctrl+s").See("today, phone, version 2: as it is now")
	letters := s.prep().Letters
	if len(letters) != 2 || !strings.Contains(letters[1].Body, "- Homework") {
		t.Errorf("%+v", letters)
	}
}

func TestProposedTimesLookAsTheyDid(t *testing.T) {
	s := at(t, 120, 46)
	s.toTimes()
	s.sizes("proposed")
}

func TestTheMoveLooksAsItDid(t *testing.T) {
	s := at(t, 120, 46)
	s.known().d.Press("s").Type("fri 15:30").Press("enter")
	s.sizes("moving")
	s.d.Press("enter", "f")
	s.sizes("moved")
}

func TestTheSentAgendaLooksAsItDid(t *testing.T) {
	s := at(t, 120, 46)
	d := s.known().d
	s.settle("What would they like", func() { d.Press("tab").Type("why he sits alone at lunch").Press("ctrl+s") })
	s.on("An agenda with times").d.Press("enter", "d")
	s.sizes("agenda-sent")
}
