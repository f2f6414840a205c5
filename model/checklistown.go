package model

import (
	"slices"
	"strings"
)

// What a school makes of the checklist: lines of its own, and lines that it does without.

// rules are the rows for a meeting of this school, in the order of the table, its own behind them.
func (f Facts) rules() []Rule {
	rules := make([]Rule, 0, len(ChecklistRules)+len(f.Own))
	for _, r := range ChecklistRules {
		if r.Wall || !slices.Contains(f.Off, r.ID) {
			rules = append(rules, r)
		}
	}
	for _, i := range f.Own {
		if !i.Removed && !slices.Contains(f.Off, i.ItemID()) {
			rules = append(rules, i.Rule())
		}
	}
	return rules
}

// Rule is the line as a row of the table: it applies to its kinds of meeting and is settled by hand.
func (i OwnItem) Rule() Rule {
	r := Rule{
		ID: i.ItemID(), Group: i.Part, When: i.Due, Asks: i.Asks, Hand: true,
		Why:   firstText(strings.TrimSpace(i.Why), "Your school added this line."),
		Lacks: "still to do: " + i.Asks,
		Applies: func(f Facts) bool {
			return len(i.Kinds) == 0 || slices.Contains(i.Kinds, f.Meeting.Kind)
		},
	}
	if i.Part == GroupDay {
		r.When = OnTheDay
	}
	return r
}

// OwnGroups and OwnWhens are where a line of the school's own may stand, and when it may be due: what
// follows a meeting is on the page that draws a line under it.
var (
	OwnGroups = slices.DeleteFunc(slices.Clone(Groups), func(g Group) bool { return g == GroupAfter })
	OwnWhens  = slices.DeleteFunc(slices.Clone(Whens), func(w When) bool { return w == Afterwards })
)

// WhyNotOff says why a school cannot do without a line, "" when it can.
func WhyNotOff(id ItemID) string {
	if r, _ := RuleNamed(id); r.Wall {
		return "This line keeps people safe: it stays on every checklist."
	}
	return ""
}

// ItemWords are a line of the checklist as one says it where no school is known, "" for none.
func ItemWords(id ItemID) string {
	r, _ := RuleNamed(id)
	return firstText(r.Asks, textIf(isOwn(id), "a line of the school's own"))
}

func isOwn(id ItemID) bool { return strings.HasPrefix(string(id), ownPrefix) }
