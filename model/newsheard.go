package model

import (
	"cmp"
	"slices"
)

// FamilyNews is a family with the good news about it, and a span in which it is asked who has heard some.
type FamilyNews struct {
	Circle           // its pupils on roll, and the adults linked to them
	Log    []Contact // its good news, the newest first; also from before the span
	Span   NewsSpan
}

// Hearing is a parent who may be rung with good news, and when they last heard some themselves.
type Hearing struct {
	Adult    Adult
	Relation Relationship
	Apart    bool // lives with none of the children
	Last     Date // in the span, "" nothing
}

// Hearings are the parents who may be rung: those who have heard nothing first, then who heard it longest
// ago, in contact order. Nobody behind the wall is among them, and nobody who is not in touch.
func (n FamilyNews) Hearings() []Hearing {
	parents := n.Parents()
	all := make([]Hearing, len(parents))
	for i, a := range parents {
		links := n.linksOf(a.ID)
		all[i] = Hearing{Adult: a, Relation: links[0].Relation, Last: n.lastHeard(a.ID, len(parents) == 1),
			Apart: !slices.ContainsFunc(links, func(l Link) bool { return l.LivesWith == Yes }) &&
				slices.ContainsFunc(links, func(l Link) bool { return l.LivesWith == No })}
	}
	slices.SortStableFunc(all, func(a, b Hearing) int { return cmp.Compare(a.Last, b.Last) })
	return all
}

// lastHeard is when the adult last heard good news in the span: they were among those of the entry, or
// were told of it. What names nobody was heard by the only parent there is (practice 15).
func (n FamilyNews) lastHeard(adult int64, only bool) Date {
	for _, c := range n.Log {
		on := c.At.Date()
		at := slices.IndexFunc(c.Told, func(t Told) bool { return t.AdultID == adult && t.On != "" })
		switch {
		case c.Removed || c.Kind != GoodNews:
			continue
		case slices.Contains(c.Adults, adult), only && len(c.Adults)+len(c.Told) == 0:
		case at >= 0:
			on = c.Told[at].On
		default:
			continue
		}
		if on >= n.Span.From && on <= n.Span.To {
			return on
		}
	}
	return ""
}

// Had reports whether the family has had good news in the span, whoever heard it.
func (n FamilyNews) Had() bool { return n.LastNews() != "" }

// LastNews is the day of the last good news in the span, "" none.
func (n FamilyNews) LastNews() Date {
	for _, c := range n.Log {
		if on := c.At.Date(); c.Kind == GoodNews && !c.Removed && on >= n.Span.From && on <= n.Span.To {
			return on
		}
	}
	return ""
}

// Unheard are the parents who have heard nothing themselves, those who live elsewhere first.
func (n FamilyNews) Unheard() []Hearing {
	silent := slices.DeleteFunc(n.Hearings(), func(h Hearing) bool { return h.Last != "" })
	slices.SortStableFunc(silent, func(a, b Hearing) int { return cmp.Compare(lastWhere(!a.Apart), lastWhere(!b.Apart)) })
	return silent
}

// ElsewhereUnheard reports whether news has come home, and a parent who lives elsewhere has heard none.
func (n FamilyNews) ElsewhereUnheard() bool {
	return n.Had() && slices.ContainsFunc(n.Unheard(), func(h Hearing) bool { return h.Apart })
}

// ToRing reports whether there is somebody to ring with good news: nobody has heard any, or a parent who
// lives elsewhere has not, or it is the family's turn again.
func (n FamilyNews) ToRing(turn bool) bool {
	return len(n.Hearings()) > 0 && (turn || !n.Had() || n.ElsewhereUnheard())
}

// UnheardWords say who has heard nothing though the family has: "Mr Okafor has heard nothing himself".
func (n FamilyNews) UnheardWords() string {
	silent := n.Unheard()
	if !n.Had() || len(silent) == 0 {
		return ""
	}
	if len(silent) == 1 {
		return silent[0].Adult.Formal() + " has heard nothing " + silent[0].Relation.self()
	}
	var names []string
	for _, h := range silent {
		names = append(names, h.Adult.Formal())
	}
	return listOf(names) + " have heard nothing themselves"
}

// self is how one says that it was not they themselves.
func (r Relationship) self() string {
	switch r {
	case Mother, Stepmother, Grandmother, Aunt, Sister:
		return "herself"
	case Father, Stepfather, Grandfather, Uncle, Brother:
		return "himself"
	}
	return "in their own right"
}
