package store

import (
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// zoes is a planned annual review of Zoë, who is 17 and has a plan, in the family of the Okafors: her
// mother is asked, and an order stands about a stepfather.
func zoes(t *testing.T, s *Store) (o okafors, zoe, meeting int64) {
	t.Helper()
	o = addOkafors(t, s)
	zoe = must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: o.family, Forename: "Zoë", Surname: "Lane", Year: "12", Born: "2009-05-04", SEN: model.EHCP, Address: "4 Mill Lane"})).New
	must(t)(s.SaveLink(ctx, model.Link{PupilID: zoe, AdultID: o.ngozi, Relation: model.Mother, LivesWith: model.Yes}))
	must(t)(s.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Rufus", Surname: "Crane", Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900777"}}}, o.family,
		model.Link{PupilID: zoe, Relation: model.Stepfather, LivesWith: model.Yes, CourtOrder: true, OrderText: "no contact"}))
	plan := view.MeetingPlan{Meeting: model.Meeting{FamilyID: o.family, Kind: model.AnnualReview, Pupils: []int64{zoe}, Start: "2026-11-24T15:30"},
		People: []model.MeetingPerson{{Side: model.FamilySide, PupilID: zoe}, {Side: model.FamilySide, AdultID: o.ngozi}}}
	return o, zoe, must(t)(s.PlanMeeting(ctx, plan)).New
}

// rules.md R39
func TestALetterToAYoungPersonIsKeptSentAndTold(t *testing.T) {
	s := openNew(t)
	o, zoe, meeting := zoes(t, s)
	invitation := model.Letter{FamilyID: o.family, MeetingID: meeting, PupilID: zoe, Kind: model.InvitationLetter, Body: "Dear Zoë, bring anyone you wish."}
	id := must(t)(s.SendLetter(ctx, invitation, "2026-11-23", model.ByEmail)).New
	p := prepOf(t, s, meeting)
	if young, mother := p.People[0], p.People[1]; young.Invited != "2026-11-23" || young.InvitedBy != model.ByEmail || mother.Invited != "" {
		t.Errorf("Zoë is asked %q by %q, her mother %q", young.Invited, young.InvitedBy, mother.Invited)
	}
	second := must(t)(s.SaveLetter(ctx, invitation)).New
	if l, err := s.Letter(ctx, second); err != nil || l.Version != 2 || l.AdultID != 0 || l.PupilID != zoe {
		t.Errorf("the second one is %+v, %v", l, err)
	}
	line, err := s.Timeline(ctx, o.family, view.TimelineOf{Filter: view.OnlyLetters}, 5, 0)
	if err != nil || line.Total != 2 || line.Rows[0].To != "Zoë" || line.Rows[0].Letter != model.InvitationLetter {
		t.Errorf("the story says %+v, %v", line.Rows, err)
	}
	must(t)(s.RemoveLetter(ctx, second))
	page, err := s.FamilyPage(ctx, o.family)
	if err != nil || len(page.Removed) != 1 || !strings.Contains(page.Removed[0].What, "invitation to Zoë") {
		t.Errorf("of what was removed it says %+v, %v", page.Removed, err)
	}
	wantAll(t, told(t, s, view.LetterRecord, id), "||||added", "|sent|nothing|Mon 23 Nov 2026|")
	if h, err := s.RecordHistory(ctx, view.Record{Kind: view.LetterRecord, ID: id}); err != nil || h.Name != "invitation to Zoë Lane" {
		t.Errorf("its history is that of %q, %v", h.Name, err)
	}
}

func TestNoLetterGoesToAChildBeforeTheDay(t *testing.T) {
	s := openNew(t)
	o, _, meeting := zoes(t, s)
	for name, l := range map[string]model.Letter{
		"a child of eight": {PupilID: o.chidi}, "nobody": {}, "two at once": {PupilID: o.chidi, AdultID: o.ngozi},
	} {
		l.FamilyID, l.MeetingID, l.Kind, l.Body = o.family, meeting, model.SummaryOfMeeting, "Hello"
		if _, err := s.SaveLetter(ctx, l); err == nil {
			t.Errorf("%s has a letter", name)
		} else if stops, _ := stopped(err); !stops {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The wall: no order about an adult keeps a letter from a young person, but nothing of that adult stands in it.
func TestALetterToAYoungPersonHoldsNothingOfWhoIsKeptOut(t *testing.T) {
	s := openNew(t)
	o, zoe, meeting := zoes(t, s)
	l := model.Letter{FamilyID: o.family, MeetingID: meeting, PupilID: zoe, Kind: model.SummaryOfMeeting}
	for _, body := range []string{"Mr Crane waits outside.", "Ring 07700 900 777.", "As Rufus Crane said."} {
		l.Body = body
		if _, err := s.SaveLetter(ctx, l); err == nil || !strings.Contains(err.Error(), "The letter to Zoë ") {
			t.Errorf("%q is kept: %v", body, err)
		}
	}
	l.Body = "Your mother rings the college."
	l.ID = must(t)(s.SaveLetter(ctx, l)).New
	if why, err := s.LetterWall(ctx, l); err != nil || why != "" {
		t.Errorf("it may not go: %q, %v", why, err)
	}
	// What is answered for this meeting opens the wall here as it does for the adult.
	order := firstWhere(prepOf(t, s, meeting).Links, func(l model.Link) bool { return l.CourtOrder })
	must(t)(s.AnswerOrder(ctx, model.OrderAnswer{LinkID: order.ID, MeetingID: meeting, Answer: model.OrderAllows, CheckedBy: "Ms Reed"}))
	l.Body = "Mr Crane waits outside."
	must(t)(s.SaveLetter(ctx, l))
}

// practices 45 and 46: the line gives the young person thanks and the summary, each with its promise.
func TestAfterTheLineTheLettersOfAYoungPersonKeepTheirPromises(t *testing.T) {
	s := openNew(t)
	o, zoe, meeting := zoes(t, s)
	must(t)(s.DrawLine(ctx, view.DrawnLine{MeetingID: meeting, Ended: "2026-11-24T16:15", Closed: model.Yes,
		ThankYous: []view.ThankYou{{PupilID: zoe, By: model.ByText}, {AdultID: o.ngozi, By: model.ByText}},
		Letters: []model.Letter{{PupilID: zoe, Kind: model.SummaryOfMeeting, Body: "Dear Zoë"}, {PupilID: zoe, Kind: model.ThankYouLetter, Body: "Thank you, Zoë"},
			{AdultID: o.ngozi, Kind: model.ThankYouLetter, Body: "Thank you, Mrs Okafor"}}}))
	open := func() (words string) {
		list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", Family: o.family}, 20, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list.Rows {
			words += f.What + "; "
		}
		return words
	}
	wantAll(t, open(), "Thank Zoë for the meeting", "Thank Mrs Okafor for the meeting", "Send the summary of the meeting")
	for _, l := range prepOf(t, s, meeting).Letters {
		if l.PupilID == zoe {
			must(t)(s.MarkLetterSent(ctx, l.ID, "2026-11-25", model.ByText))
		}
	}
	if left := open(); strings.Contains(left, "Zoë") || strings.Contains(left, "summary") || !strings.Contains(left, "Thank Mrs Okafor") {
		t.Errorf("still promised: %s", left)
	}
}
