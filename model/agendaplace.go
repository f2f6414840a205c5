package model

import "slices"

// TheirsOnAgenda puts an item that the family named on the agenda: where the template keeps a place for
// theirs, behind those that are there already. Its minutes are those still free in the meeting, else
// they are borrowed from the school's items beside it, so that the whole becomes no longer.
func TheirsOnAgenda(items []AgendaItem, kind MeetingKind, minutes int, title string) []AgendaItem {
	return placed(items, theirsPlace(items, kind), AgendaItem{Title: title, Minutes: theirMinutes, Theirs: true, Brings: "the family"}, minutes)
}

// WithAnyWorry puts the line at the end that asks for any other worry (practice 43); its minutes are found
// as in TheirsOnAgenda.
func WithAnyWorry(items []AgendaItem, kind MeetingKind, minutes int) []AgendaItem {
	lines := TemplateOf(kind).Agenda
	last := lines[len(lines)-1]
	return placed(items, len(items), AgendaItem{Title: last.Title, Minutes: last.Minutes, AnyWorry: true}, minutes)
}

// theirsPlace is behind the family's last item, else behind the line that stands before theirs in the
// template, else before the last line where that asks for any other worry.
func theirsPlace(items []AgendaItem, kind MeetingKind) int {
	for i := len(items) - 1; i >= 0; i-- {
		if items[i].Theirs {
			return i + 1
		}
	}
	lines := TemplateOf(kind).Agenda
	if star := slices.Index(lines, theirPlace); star > 0 {
		before := func(i AgendaItem) bool { return Fold(i.Title) == Fold(lines[star-1].Title) }
		if at := slices.IndexFunc(items, before); at >= 0 {
			return at + 1
		}
	}
	if n := len(items); n > 0 && items[n-1].AnyWorry {
		return n - 1
	}
	return len(items)
}

// placed is the agenda with a new item at a place. The item's minutes are what it would like to have.
func placed(items []AgendaItem, at int, item AgendaItem, minutes int) []AgendaItem {
	items = slices.Clone(items)
	want := item.Minutes
	item.Minutes = min(max(minutes-AgendaMinutes(items), 0), want)
	for item.Minutes < want {
		from := lender(items, at-1, at+1, neighbourKeeps)
		if from < 0 && item.Minutes < theirLeast {
			from = lender(items, 0, len(items), anyItemKeeps)
		}
		if from < 0 {
			break
		}
		items[from].Minutes--
		item.Minutes++
	}
	items = slices.Insert(items, at, item)
	for i := range items {
		items[i].Position = i + 1
	}
	return items
}

// lender is the longest of the school's own items among items[from:to] that has more minutes than it
// keeps, -1 for none.
func lender(items []AgendaItem, from, to, keeps int) int {
	at := -1
	for i := max(from, 0); i < min(to, len(items)); i++ {
		if !items[i].Theirs && items[i].Minutes > keeps && (at < 0 || items[i].Minutes > items[at].Minutes) {
			at = i
		}
	}
	return at
}
