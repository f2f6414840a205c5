package model

import (
	"slices"
	"strings"
)

// Rule is one row of the checklist's table (checklist.md). What it does with the facts of a meeting
// is all in its functions, so a row can be read and changed alone.
type Rule struct {
	ID    ItemID
	Group Group
	When  When
	Asks  string // in general; Settle may word it for the meeting
	Why   string
	Try   string // what to try, in a sentence or two
	Lacks string // what is missing while it is not settled, in few words: "agenda not sent yet"

	Applies func(Facts) bool
	Settle  func(Facts) Finding // nil when there are no facts to look at
	Hand    bool                // only a person can know, so it may be ticked
	Wall    bool                // an open question of this row cannot be left out
}

// Finding is what the facts say about one row. The zero value is that they say nothing yet.
type Finding struct {
	Settled  bool
	Says     string // what is known: "Mrs Okafor Thu 19, phone"
	Asks     string // the row in the words for this meeting, "" the general ones
	Question string // what to ask, when the facts make a question of it
	Lacks    string // what is missing, where the row's own words are too general
}

// Group is a part of the checklist.
type Group string

// The groups.
const (
	GroupWhy    Group = "Why"
	GroupWho    Group = "Who"
	GroupHow    Group = "How"
	GroupWhen   Group = "When"
	GroupRoom   Group = "Room"
	GroupAgenda Group = "Agenda"
	GroupPapers Group = "Papers"
	GroupDay    Group = "On the day"
	GroupAfter  Group = "After"
)

// Groups are the groups in the order in which they are shown.
var Groups = []Group{GroupWhy, GroupWho, GroupHow, GroupWhen, GroupRoom, GroupAgenda, GroupPapers, GroupDay, GroupAfter}

// Valid reports whether g is a known group.
func (g Group) Valid() bool { return slices.Contains(Groups, g) }

// When says by when an item should be settled.
type When string

// The times of When.
const (
	BeforeInviting When = "before inviting"
	AWeekBefore    When = "a week before"
	TheDayBefore   When = "the day before"
	OnTheDay       When = "on the day"
	Afterwards     When = "afterwards"
)

// Whens are the times in order.
var Whens = []When{BeforeInviting, AWeekBefore, TheDayBefore, OnTheDay, Afterwards}

// Valid reports whether w is a known time.
func (w When) Valid() bool { return slices.Contains(Whens, w) }

// prepares reports whether items of this time belong to the preparation that "n of m" counts.
func (w When) prepares() bool { return w != OnTheDay && w != Afterwards }

// ItemState is how an item of the checklist stands.
type ItemState string

// The states of an item.
const (
	SettledByFacts ItemState = "settled"
	TickedByHand   ItemState = "ticked"
	ItemLeftOut    ItemState = "left out"
	ItemOpen       ItemState = "open"
	ItemAsks       ItemState = "question"
)

// ItemStates are all states.
var ItemStates = []ItemState{SettledByFacts, TickedByHand, ItemLeftOut, ItemOpen, ItemAsks}

// Valid reports whether s is a known state.
func (s ItemState) Valid() bool { return slices.Contains(ItemStates, s) }

// Settled reports whether nothing more is to be done: an open question is not settled.
func (s ItemState) Settled() bool {
	return s == SettledByFacts || s == TickedByHand || s == ItemLeftOut
}

// Glyph is the mark of the state in a list; the words stand beside it.
func (s ItemState) Glyph() string {
	switch s {
	case SettledByFacts, TickedByHand:
		return "✓"
	case ItemLeftOut:
		return "–"
	case ItemAsks:
		return "!"
	}
	return "○"
}

// Item is one line of a meeting's checklist.
type Item struct {
	ID       ItemID
	Group    Group
	When     When
	Asks     string // in the words for this meeting
	Why      string // why it matters
	Try      string // what to try, "" for a line of the school's own
	Due      Date   // by when it should be settled, "" when it is, or when no day is known
	State    ItemState
	Says     string // what is known: "not asked yet", "left out: he asked us not to"
	Question string // the line under an item that is a question, "" else
	Lacks    string // what is missing, in few words for Today; "" when it is settled
	ByHand   bool   // it may be ticked by hand
	Own      bool   // a line that the school added
}

// Checklist is what to think of before this meeting, in the order of the groups: the rows that apply
// now, each with its state. Marks of rows that do not apply, or that the school has switched off, are
// passed over, and count again when the rows come back.
func Checklist(f Facts) []Item {
	f.Circle = f.answeredFor(f.Meeting.ID, 0)
	f.Agenda = f.agendaInOrder()
	rules := f.rules()
	var items []Item
	for _, g := range Groups {
		for _, r := range rules {
			if r.Group == g && r.Applies(f) {
				items = append(items, r.item(f))
			}
		}
	}
	return items
}

// Ready is "n of m": m is how many items apply now, without those for the day itself and after it;
// n is how many of these are settled (product.md).
func Ready(items []Item) (n, m int) {
	for _, i := range items {
		if !i.When.prepares() {
			continue
		}
		m++
		if i.State.Settled() {
			n++
		}
	}
	return n, m
}

// pressing are the items whose questions come before all others: what could hurt somebody, and what
// the family would notice.
var pressing = []ItemID{"who.order", "who.notalone", "who.parents", "when.notice", "agenda.changed", "agenda.sent", "room.booked", "when.theirs"}

// MostPressing is the item to settle next: a pressing question, another question, then what is
// merely open and due first. There is none when the preparation is complete.
func MostPressing(items []Item) (Item, bool) {
	for _, id := range pressing {
		for _, i := range items {
			if i.ID == id && i.State == ItemAsks {
				return i, true
			}
		}
	}
	for _, state := range []ItemState{ItemAsks, ItemOpen} {
		for _, w := range Whens {
			for _, i := range items {
				if i.State == state && i.When == w && w.prepares() {
					return i, true
				}
			}
		}
	}
	return Item{}, false
}

// item is the row for this meeting. What the facts settle is settled whatever was marked, so that a
// mark comes back only when its facts have gone; a tick counts only where a hand may tick, and what
// was left out needs its reason.
func (r Rule) item(f Facts) Item {
	var found Finding
	if r.Settle != nil {
		found = r.Settle(f)
	}
	i := Item{ID: r.ID, Group: r.Group, When: r.When, Asks: firstText(found.Asks, r.Asks), Why: r.Why, Try: r.Try, Says: found.Says,
		ByHand: r.Hand, Own: isOwn(r.ID)}
	mark := markOf(f.Marks, r.ID)
	reason := strings.TrimSpace(mark.Reason)
	switch {
	case found.Settled:
		i.State = SettledByFacts
	case mark.State == LeftOut && reason != "" && !(r.Wall && found.Question != ""):
		i.State, i.Says = ItemLeftOut, "left out: "+reason
	case mark.State == Ticked && r.Hand:
		i.State = TickedByHand
		if reason != "" || found.Says != "" && found.Question == "" { // it says what was missing before the tick
			i.Says = firstText(reason, tickedWords(mark, f.Today))
		}
	case found.Question != "":
		i.State, i.Question, i.Lacks = ItemAsks, found.Question, firstText(found.Lacks, r.Lacks)
	default:
		i.State, i.Lacks = ItemOpen, firstText(found.Lacks, r.Lacks)
	}
	if !i.State.Settled() {
		i.Due = f.due(r.When)
	}
	return i
}

// tickedWords say since when a tick stands.
func tickedWords(m Mark, today Date) string {
	if m.On == "" {
		return "ticked by hand"
	}
	return "ticked " + m.On.Near(today)
}

func markOf(marks []Mark, id ItemID) Mark {
	for _, m := range marks {
		if m.Item == id {
			return m
		}
	}
	return Mark{}
}
