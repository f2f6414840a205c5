package store

import "strings"

// standOn is something written since, one of it and several.
type standOn struct{ one, many string }

// writtenSince is one entry that stands on an import: what it is called, and which it is.
type writtenSince struct {
	standOn
	entry importedKey // the zero value where another row says it already
}

// stands is what the rows of a table are to a person. An entry has a row for each of its people, and a
// promise may stand in a meeting, too: each is counted once, by the entry that it is part of.
type stands struct {
	standOn
	entry string // the table of the entry, "" where another row says it already
	id    string // SQL for the entry's id
}

func (s stands) of(id int64) writtenSince {
	if s.entry == "" {
		return writtenSince{}
	}
	return writtenSince{s.standOn, importedKey{s.entry, id}}
}

// changeByHand is anything else that was changed.
func changeByHand(table string) stands {
	return stands{standOn{"change by hand", "changes by hand"}, table, "id"}
}

// standsAs is what the rows of a table are to a person.
func standsAs(table string) stands {
	entry, meeting := standOn{"entry in the log", "entries in the log"}, standOn{"meeting", "meetings"}
	promise, note := standOn{"promise", "promises"}, standOn{"note on the family", "notes on the family"}
	account := standOn{"account of an incident", "accounts of incidents"}
	switch table {
	case "contact":
		return stands{entry, table, "id"}
	case "contact_adult", "contact_pupil", "contact_told":
		return stands{entry, "contact", "contact_id"}
	case "meeting":
		return stands{meeting, table, "id"}
	case "meeting_pupil", "meeting_person":
		return stands{meeting, "meeting", "meeting_id"}
	case "follow_up":
		return stands{promise, table, "id"}
	case "agreement": // below 0 until it is a promise of its own
		return stands{promise, "follow_up", "coalesce(follow_up_id, -id)"}
	case "letter":
		return stands{standOn{"letter", "letters"}, table, "id"}
	case "account_pupil", "account_told":
		return stands{account, "account", "account_id"}
	case "transition":
		return stands{standOn{"move prepared", "moves prepared"}, table, "id"}
	case "family_entry", "welcome_point":
		return stands{note, table, "id"}
	case "joined":
		return stands{standOn{"joining by hand", "joinings by hand"}, table, "id"}
	case "kept_apart":
		return stands{standOn{"pair said to be two", "pairs said to be two"}, table, "id"}
	case "order_answer", "also_listed": // the meeting or letter, and the joining, say it
		return stands{id: "id"}
	}
	return changeByHand(table)
}

// standOns count what stands on a family.
type standOns struct {
	kinds   []standOn
	counts  []int
	counted map[importedKey]bool
}

func (s *standOns) add(one writtenSince) {
	if s.counted[one.entry] {
		return
	}
	s.counted[one.entry] = true
	for i, k := range s.kinds {
		if k == one.standOn {
			s.counts[i]++
			return
		}
	}
	s.kinds, s.counts = append(s.kinds, one.standOn), append(s.counts, 1)
}

// String is "2 entries in the log, 1 meeting"; "" for none.
func (s *standOns) String() string {
	if s == nil {
		return ""
	}
	var words []string
	for i, k := range s.kinds {
		words = append(words, plural(s.counts[i], k.one, k.many))
	}
	return strings.Join(words, ", ")
}
