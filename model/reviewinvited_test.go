package model

import (
	"strings"
	"testing"
)

func TestWhoFromOutsideIsProposedForAnAnnualReview(t *testing.T) { // rules.md R38
	f := ProposalFacts{Circle: okaforCircle(), Kind: AnnualReview, Staff: okaforStaff(), Today: okaforToday, MeetsOn: "2026-12-10",
		WorkWith:      []Professional{{ID: 1, Name: "Dr Weller", Role: "educational psychologist"}, {ID: 2, Name: "Mrs Qureshi", Role: "interpreter (Arabic)"}},
		Professionals: []Professional{{ID: 1, Name: "Dr Weller", Role: "educational psychologist"}, {ID: 3, Name: "Mr Stone", Role: "SEN officer"}, {ID: 4, Name: "Mrs Ash", Role: "school nurse"}}}
	var said []string
	for _, p := range Propose(f).Outside {
		said = append(said, p.Person.Name+": "+p.Why)
		if p.Person.Side != OtherSide || p.Ask != "Written advice is asked for, too: to all by Thu 26 Nov." {
			t.Errorf("%+v", p)
		}
	}
	if got := strings.Join(said, "; "); got != "Dr Weller: works with Chidi; Mr Stone: the law asks it" {
		t.Errorf("proposed: %s", got)
	}
	f.Kind = TermlyReview
	if len(Propose(f).Outside) != 0 {
		t.Error("a termly review needs nobody from outside")
	}
}

func TestAfterCompulsorySchoolAgeTheInvitationGoesToTheYoungPerson(t *testing.T) { // rules.md R39
	f := ProposalFacts{Circle: okaforCircle(), Kind: AnnualReview, Today: okaforToday}
	f.Pupils[0].Born = "2010-01-20"
	if ask := Propose(f).Children[0].Ask; !strings.HasPrefix(ask, "The plan is Chidi's own now: the invitation goes to them") {
		t.Error(ask)
	}
	f.Pupils[0].Born = "2017-01-20"
	if ask := Propose(f).Children[0].Ask; !strings.HasPrefix(ask, "Would Chidi like to come") {
		t.Error(ask)
	}
}

func TestTheSixTicksOfAReview(t *testing.T) { // rules.md R38
	p := MeetingPerson{Invited: "2026-11-02", AdviceAsked: "2026-11-03", AdviceReceived: "2026-11-09", AdviceSentOn: "2026-11-10", Attended: No, ReportSent: "2026-12-04"}
	for _, tick := range p.ReviewTicks() {
		if tick.On == "" && tick.Says != "did not come" {
			t.Errorf("%s has no day", tick.Title)
		}
	}
	if n := len(MeetingPerson{}.ReviewTicks()); n != 6 {
		t.Errorf("%d ticks", n)
	}
}

func TestEveryStatusHasARowThatIsInForce(t *testing.T) { // rules.md R40
	for _, s := range SENStatuses {
		row, known := PlanTypeOn(s, okaforToday)
		if known != (s != SENNotKnown) || known && row.Words != s.Words() {
			t.Errorf("%q: %+v", s, row)
		}
	}
	if _, known := PlanTypeOn(EHCP, "2013-01-01"); known {
		t.Error("there were no such plans before September 2014")
	}
}
