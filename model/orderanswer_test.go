package model

import "testing"

func TestOnlyTheRightAnswerOpensTheWall(t *testing.T) {
	order := Link{ID: 7, CourtOrder: true}
	for _, c := range []struct {
		name    string
		link    Link
		answers []OrderAnswer
		stands  bool
	}{
		{name: "no order", link: Link{ID: 7}},
		{name: "an order nobody has read", link: order, stands: true},
		{name: "may be contacted: no", link: Link{ID: 7, MayBeContacted: No}, stands: true},
		{name: "may be contacted: not known", link: Link{ID: 7}},
		{name: "read, and it allows this", link: order, answers: []OrderAnswer{{LinkID: 7, CheckedBy: "Mrs Bell", Answer: OrderAllows + ": with a supervisor"}}},
		{name: "read, and it does not", link: order, answers: []OrderAnswer{{LinkID: 7, CheckedBy: "Mrs Bell", Answer: OrderForbids}}, stands: true},
		{name: "nobody stands for the answer", link: order, answers: []OrderAnswer{{LinkID: 7, CheckedBy: " ", Answer: OrderAllows}}, stands: true},
		{name: "an answer in other words", link: order, answers: []OrderAnswer{{LinkID: 7, CheckedBy: "Mrs Bell", Answer: "fine"}}, stands: true},
		{name: "an answer about another link", link: order, answers: []OrderAnswer{{LinkID: 8, CheckedBy: "Mrs Bell", Answer: OrderAllows}}, stands: true},
		{name: "the last answer counts", link: order, stands: true, answers: []OrderAnswer{
			{LinkID: 7, CheckedBy: "Mrs Bell", Answer: OrderAllows}, {LinkID: 7, CheckedBy: "Mr Shah", Answer: OrderForbids}}},
		{name: "a link that was removed", link: Link{ID: 7, CourtOrder: true, Removed: true}},
	} {
		if got := WallStands(c.link, c.answers); got != c.stands {
			t.Errorf("%s: stands %v", c.name, got)
		}
	}
}
