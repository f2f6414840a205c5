package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
)

func invitationTo(o okafors, meeting, adult int64, body string) model.Letter {
	return model.Letter{FamilyID: o.family, MeetingID: meeting, AdultID: adult, Kind: model.InvitationLetter, Body: body}
}

// practices 15, 24 and 28
func TestSendingAnInvitationNotesForItsReaderAloneWhatItSays(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	must(t)(s.SendLetter(ctx, invitationTo(o, id, o.ngozi, "Bring anyone you wish. What would you like to talk about?"), "2026-11-24", model.ByLetter))
	p := prepOf(t, s, id)
	ngozi, emeka, m := p.People[0], p.People[1], p.Meeting
	if ngozi.Invited != "2026-11-24" || ngozi.InvitedBy != model.ByLetter || ngozi.ToldWhy != "2026-11-24" {
		t.Errorf("she is invited %q by %q and told why %q", ngozi.Invited, ngozi.InvitedBy, ngozi.ToldWhy)
	}
	if emeka.Invited != "" || emeka.ToldWhy != "" {
		t.Errorf("he is noted as asked, by her letter: %+v", emeka)
	}
	if m.CompanionTold != "2026-11-24" || m.AskedTheirs != "2026-11-24" || m.CameraOff != "" {
		t.Errorf("told of companions %q, asked for theirs %q, camera %q", m.CompanionTold, m.AskedTheirs, m.CameraOff)
	}
	must(t)(s.Undo(ctx))
	if p := prepOf(t, s, id); len(p.Letters) != 0 || p.People[0].Invited != "" || p.Meeting.CompanionTold != "" {
		t.Errorf("one u does not take back all of it: %+v", p.Letters)
	}
}

func TestALetterThatSaysLessNotesLess(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	must(t)(s.SendLetter(ctx, invitationTo(o, id, o.ngozi, "Come at four."), "2026-11-24", model.ByText))
	if m := prepOf(t, s, id).Meeting; m.CompanionTold != "" || m.AskedTheirs != "" {
		t.Errorf("it notes what the letter does not say: %+v", m)
	}
}

// practice 35
func TestSendingTheAgendaLetterSettlesTheAgenda(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	agenda := invitationTo(o, id, o.emeka, "The plan")
	agenda.Kind = model.AgendaLetter
	kept := must(t)(s.SaveLetter(ctx, agenda)).New
	agenda.ID = kept
	must(t)(s.SendLetter(ctx, agenda, "2026-11-24", model.ByEmail))
	p := prepOf(t, s, id)
	if p.People[1].AgendaSent != "2026-11-24" || p.People[1].AgendaSentBy != model.ByEmail || p.People[0].AgendaSent != "" {
		t.Errorf("sent to him %q, to her %q", p.People[1].AgendaSent, p.People[0].AgendaSent)
	}
	if len(p.Letters) != 1 || p.LetterTo(o.emeka, model.AgendaLetter).ID != kept {
		t.Errorf("the letter stands twice: %+v", p.Letters)
	}
}

// the wall
func TestNoLetterGoesThroughTheWall(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	l := invitationTo(o, id, o.emeka, "Dear Mr Okafor")
	l.ID = must(t)(s.SaveLetter(ctx, l)).New
	link := orderOn(t, s, o)
	refuses(t, "Mr Okafor may not be approached")(s.SendLetter(ctx, l, "2026-11-24", model.ByLetter))
	refuses(t, "Mr Okafor may not be approached")(s.SendLetter(ctx, invitationTo(o, id, o.emeka, "Dear"), "2026-11-24", model.ByLetter))
	if why, err := s.LetterWall(ctx, l); err != nil || why == "" {
		t.Errorf("the kept letter may be read out and printed: %q, %v", why, err)
	}
	must(t)(s.AnswerOrder(ctx, allows(id, link)))
	if why, err := s.LetterWall(ctx, l); err != nil || why != "" {
		t.Errorf("after the answer: %q, %v", why, err)
	}
	must(t)(s.SendLetter(ctx, l, "2026-11-24", model.ByLetter))
}

func TestALetterThatWaitsStandsBeforeOneThatWent(t *testing.T) {
	p := view.MeetingPrep{Letters: []model.Letter{
		{ID: 1, AdultID: 7, Kind: model.AgendaLetter, Sent: "2026-11-20"}, {ID: 2, AdultID: 7, Kind: model.AgendaLetter},
		{ID: 3, AdultID: 7, Kind: model.AgendaLetter, Sent: "2026-11-21"}, {ID: 4, AdultID: 8, Kind: model.AgendaLetter},
	}}
	if got := p.LetterTo(7, model.AgendaLetter).ID; got != 2 {
		t.Errorf("letter %d, want the one that has not gone", got)
	}
	if got := p.LetterTo(7, model.InvitationLetter).ID; got != 0 {
		t.Errorf("letter %d of another kind", got)
	}
}

func TestWhatCameOfTheLastMeetingIsPrepared(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	first := planLunchtimes(t, s, o)
	line := lineFor(first, o)
	line.Outcomes = []string{"The library is a place for lunch."}
	must(t)(s.DrawLine(ctx, line))
	p, err := s.PrepOfPerson(ctx, prepOf(t, s, planLunchtimes(t, s, o)).People[0].ID)
	if err != nil || len(p.BeforeCame) != 1 || p.BeforeCame[0].Text != "The library is a place for lunch." {
		t.Errorf("%+v, %v", p.BeforeCame, err)
	}
}

// product.md 9
func TestTheLettersOfAMeetingKnowWhoLivesTogether(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	must(t)(s.SaveHousehold(ctx, model.Household{FamilyID: o.family, Name: "Mill Lane", Adults: []int64{o.ngozi}}))
	apart := must(t)(s.SaveHousehold(ctx, model.Household{FamilyID: o.family, Name: "Station Road", Adults: []int64{o.emeka}})).New
	if with := prepOf(t, s, id).LetterFacts(o.ngozi, model.Staff{}, "2026-11-24").Household; len(with) != 0 {
		t.Errorf("she lives with %v", with)
	}
	must(t)(s.SaveHousehold(ctx, model.Household{ID: apart, FamilyID: o.family, Name: "Station Road", Adults: []int64{o.emeka, o.ngozi}}))
	if with := prepOf(t, s, id).LetterFacts(o.ngozi, model.Staff{}, "2026-11-24").Household; len(with) != 1 || with[0] != o.emeka {
		t.Errorf("she lives with %v, not with him", with)
	}
}
