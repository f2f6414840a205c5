package model

import "slices"

// The minutes that one of the family's own items would like to have, that it must have, and those
// that stay with an item which gives some of its own to it.
const (
	theirMinutes     = 5
	theirLeast       = 2
	neighbourKeeps   = 3
	anyItemKeeps     = 1
	longestAgendaMin = 24 * 60
)

// AgendaFor is the agenda of a kind of meeting in so many minutes (0: the template's own length),
// with the family's own items in their place. They take their minutes from the items beside them, so
// that the whole stays as long as the meeting.
func AgendaFor(kind MeetingKind, theirs []string, minutes int) []AgendaItem {
	return TemplateOf(kind).AgendaItems(theirs, minutes)
}

// AgendaItems is the agenda that a template begins with; see AgendaFor.
func (t Template) AgendaItems(theirs []string, minutes int) []AgendaItem {
	if minutes <= 0 {
		minutes = t.Minutes
	}
	ours, place := t.stretched(min(minutes, longestAgendaMin))
	own := borrow(ours, place, len(theirs))
	items := make([]AgendaItem, 0, len(ours)+len(theirs))
	items = append(items, ours[:place]...)
	for i, title := range theirs {
		items = append(items, AgendaItem{Title: title, Minutes: own[i], Theirs: true, Brings: "the family"})
	}
	items = append(items, ours[place:]...)
	for i := range items {
		items[i].Position = i + 1
	}
	return items
}

// AgendaMinutes is how long all items take together.
func AgendaMinutes(items []AgendaItem) int {
	sum := 0
	for _, i := range items {
		sum += i.Minutes
	}
	return sum
}

// AgendaFits reports whether the items fit into a meeting of so many minutes.
func AgendaFits(items []AgendaItem, minutes int) bool { return AgendaMinutes(items) <= minutes }

// stretched are the template's items, their minutes in the same proportion but together those given,
// and the place of the family's own items among them.
func (t Template) stretched(minutes int) (items []AgendaItem, place int) {
	whole := t.Minutes
	if whole <= 0 {
		whole = max(t.agendaMinutes(), 1)
	}
	place = t.placeOfTheirs()
	before, given := 0, 0
	for _, l := range t.Agenda {
		if l.Theirs {
			continue
		}
		before += l.Minutes
		upTo := before * minutes / whole
		items = append(items, AgendaItem{Title: l.Title, Minutes: upTo - given, AnyWorry: l.AnyWorry})
		given = upTo
	}
	return items, place
}

// placeOfTheirs is where the family's own items come in: at their mark, else before the last line.
func (t Template) placeOfTheirs() int {
	if at := slices.IndexFunc(t.Agenda, func(l AgendaLine) bool { return l.Theirs }); at >= 0 {
		return at
	}
	return max(len(t.Agenda)-1, 0)
}

// agendaMinutes is how long the lines of the template take together.
func (t Template) agendaMinutes() int {
	sum := 0
	for _, l := range t.Agenda {
		sum += l.Minutes
	}
	return sum
}

// borrow takes the minutes for n items of the family's own from those beside their place, the longer
// first, and shares them out. Only where these have too little is anything taken from further away.
func borrow(items []AgendaItem, place, n int) []int {
	got := 0
	for got < n*theirMinutes {
		from := longest(items, place-1, place+1, neighbourKeeps)
		if from < 0 && got < n*theirLeast {
			from = longest(items, 0, len(items), anyItemKeeps)
		}
		if from < 0 {
			break
		}
		items[from].Minutes--
		got++
	}
	shares := make([]int, n)
	for i := range got {
		shares[i%n]++
	}
	return shares
}

// longest is the index of the longest item of items[from:to] that has more minutes than it keeps,
// -1 for none.
func longest(items []AgendaItem, from, to, keeps int) int {
	at := -1
	for i := max(from, 0); i < min(to, len(items)); i++ {
		if items[i].Minutes > keeps && (at < 0 || items[i].Minutes > items[at].Minutes) {
			at = i
		}
	}
	return at
}
