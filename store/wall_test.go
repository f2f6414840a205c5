package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// orderOn puts a court order on what Mr Okafor is to Chidi, and gives the link.
func orderOn(t testing.TB, s *Store, o okafors) int64 {
	t.Helper()
	links, err := s.FamilyLinks(ctx, o.family)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range links {
		if l.AdultID == o.emeka {
			l.CourtOrder, l.OrderText = true, "contact only through the solicitor"
			must(t)(s.SaveLink(ctx, l))
			return l.ID
		}
	}
	t.Fatal("Mr Okafor has no link")
	return 0
}

func allows(meeting, link int64) model.OrderAnswer {
	return model.OrderAnswer{MeetingID: meeting, LinkID: link, CheckedBy: "Mrs Bell", Answer: model.OrderAllows + ": at school, not together"}
}

func TestTheWallHoldsUntilTheOrderWasReadForThisMeeting(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	other := planLunchtimes(t, s, o)
	link := orderOn(t, s, o)
	emeka := prepOf(t, s, id).People[1].ID
	writes := map[string]func() (view.Change, error){
		"inviting":    func() (view.Change, error) { return s.MarkInvited(ctx, emeka, "2026-11-24", model.ByLetter) },
		"telling why": func() (view.Change, error) { return s.MarkToldWhy(ctx, emeka, "2026-11-24", model.ByLetter) },
		"reminding":   func() (view.Change, error) { return s.MarkReminded(ctx, emeka, "2026-11-24") },
		"the agenda": func() (view.Change, error) {
			return s.MarkAgendaSent(ctx, emeka, "2026-11-24", model.ByLetter, "the plan")
		},
		"a letter": func() (view.Change, error) {
			return s.SaveLetter(ctx, model.Letter{FamilyID: o.family, MeetingID: id, AdultID: o.emeka, Kind: model.InvitationLetter, Body: "Dear"})
		},
	}
	for what, write := range writes {
		t.Run(what, func(t *testing.T) { refuses(t, "Mr Okafor may not be approached about Chidi")(write()) })
	}
	must(t)(s.AnswerOrder(ctx, allows(other, link)))
	refuses(t, "may not be approached")(writes["inviting"]())
	must(t)(s.AnswerOrder(ctx, allows(id, link)))
	for what, write := range writes {
		t.Run(what+" after the answer", func(t *testing.T) { must(t)(write()) })
	}
	forbids := allows(id, link)
	forbids.Answer = model.OrderForbids
	must(t)(s.AnswerOrder(ctx, forbids))
	refuses(t, "may not be approached")(writes["reminding"]())
}

func TestAnOrderAboutOnePupilIsEnoughToKeepAnAdultOut(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.SaveLink(ctx, model.Link{PupilID: o.ada, AdultID: o.emeka, Relation: model.Father}))
	orderOn(t, s, o)
	plan := lunchtimes(t, s, o)
	plan.Meeting.Pupils = []int64{o.ada}
	onlyAda := must(t)(s.PlanMeeting(ctx, plan)).New
	must(t)(s.MarkInvited(ctx, prepOf(t, s, onlyAda).People[1].ID, "2026-11-24", model.ByPhone))
	plan.Meeting.Pupils = []int64{o.ada, o.chidi}
	both := must(t)(s.PlanMeeting(ctx, plan)).New
	refuses(t, "about Chidi")(s.MarkInvited(ctx, prepOf(t, s, both).People[1].ID, "2026-11-24", model.ByPhone))
}

func TestWhyAWalledParentWasNotAskedCanBeNoted(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	orderOn(t, s, o)
	emeka := prepOf(t, s, id).People[1]
	emeka.WhyNot = "the order does not allow it"
	must(t)(s.SaveMeetingPerson(ctx, emeka))
	emeka.Invited = "2026-11-24"
	refuses(t, "may not be approached")(s.SaveMeetingPerson(ctx, emeka))
}

func TestWhoIsNotInTouchIsNotWrittenTo(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	emeka, err := s.Adult(ctx, o.emeka)
	if err != nil {
		t.Fatal(err)
	}
	emeka.InTouch = model.AskedNotTo
	must(t)(s.SaveAdult(ctx, emeka))
	refuses(t, `Mr Okafor is noted as "asked not to be contacted"`)(s.MarkInvited(ctx, prepOf(t, s, id).People[1].ID, "2026-11-24", model.ByPhone))
}

func TestALetterOfNoMeetingHasItsOwnAnswer(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	link := orderOn(t, s, o)
	letter := model.Letter{FamilyID: o.family, AdultID: o.emeka, Kind: model.OtherLetter, Body: "Dear Mr Okafor"}
	refuses(t, "for this letter")(s.SaveLetter(ctx, letter))
	id := must(t)(s.SaveLetter(ctx, letter, allows(0, link))).New
	must(t)(s.MarkLetterSent(ctx, id, "2026-11-24", model.ByLetter))
	refuses(t, "was sent on Tue 24 Nov 2026")(s.SaveLetter(ctx, model.Letter{ID: id, FamilyID: o.family, AdultID: o.emeka, Kind: model.OtherLetter}))
	refuses(t, "for this letter")(s.SaveLetter(ctx, letter))
}

func TestAnAnswerToAnOrderNeedsSomebodyWhoStandsForIt(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	answer := allows(id, orderOn(t, s, o))
	answer.CheckedBy = " "
	refuses(t, "Say who read it")(s.AnswerOrder(ctx, answer))
	answer.CheckedBy, answer.Answer = "Mrs Bell", "yes"
	refuses(t, "Say who read it")(s.AnswerOrder(ctx, answer))
}
