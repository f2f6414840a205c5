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
	InOrder(all, func(a, b Hearing) int { return cmp.Compare(a.Last, b.Last) })
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

// Unheard are the parents who have heard nothing themselves, first those to whose home it has not come either.
func (n FamilyNews) Unheard() []Hearing {
	var silent []Hearing
	for _, elsewhere := range []bool{true, false} {
		for _, h := range n.Hearings() {
			if h.Last == "" && n.notAtHome(h) == elsewhere {
				silent = append(silent, h)
			}
		}
	}
	return silent
}

// ElsewhereUnheard reports whether the family has had news, and a parent of another home has heard none.
func (n FamilyNews) ElsewhereUnheard() bool {
	return n.Had() && slices.ContainsFunc(n.Unheard(), n.notAtHome)
}

// notAtHome reports whether the news came to another home than that of a parent: nobody who has heard some
// lives with the same child. Where nobody is named it came to where the children live.
func (n FamilyNews) notAtHome(h Hearing) bool {
	heard := slices.DeleteFunc(n.Hearings(), func(other Hearing) bool { return other.Last == "" })
	if len(heard) == 0 {
		return h.Apart
	}
	return !slices.ContainsFunc(heard, func(other Hearing) bool { return n.oneHome(h.Adult.ID, other.Adult.ID) })
}

// oneHome reports whether both live with one of the children, as far as nothing else is known.
func (n FamilyNews) oneHome(a, b int64) bool {
	for _, one := range n.linksOf(a) {
		for _, other := range n.linksOf(b) {
			if one.PupilID == other.PupilID && one.LivesWith != No && other.LivesWith != No {
				return true
			}
		}
	}
	return false
}

// ToRing reports whether there is somebody to ring with good news: nobody has heard any, or a parent of
// another home has not, or it is the family's turn again.
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
