package store

import (
	"context"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// DecideAgain is a new preview of a file with what was decided about an earlier one, as far as it still
// applies: the same thing of the same row, with the same words, and asking for no other yes. Ids are those of
// one preview, so decisions go over by what they are about. dropped is how many were of things that are not
// there any more, or not as they were.
func (s *Store) DecideAgain(ctx context.Context, was, now view.Import, choices view.ImportChoices) (again view.Import, still view.ImportChoices, dropped int, err error) {
	if slices.ContainsFunc(now.Schools, func(school model.School) bool { return school.ID == was.School }) {
		now.School = was.School
	}
	waiting := decidedItems(was.Items, choices)
	if len(waiting) == 0 {
		return now, nil, 0, nil
	}
	again, still = now, view.ImportChoices{}
	for { // who is one, and which families are, brings more to decide
		matched := carry(waiting, placed(again.Items), still)
		if matched == 0 {
			return again, still, len(waiting), nil
		}
		if again, err = s.ChooseImport(ctx, again, still); err != nil {
			return again, nil, 0, err
		}
	}
}

// itemPlace is what an item is about, whatever its ids: the row and the words; asking is the yes that it needs.
type itemPlace struct {
	part                   view.ImportPart
	row                    int
	of, lead, text, asking string
}

// placed are the items by what they are about; nil for what two of them are about.
func placed(items []view.ImportItem) map[itemPlace]*view.ImportItem {
	all := map[itemPlace]*view.ImportItem{}
	eachPlaced(items, func(at itemPlace, i *view.ImportItem) {
		if _, twice := all[at]; twice {
			i = nil
		}
		all[at] = i
	})
	return all
}

// decidedItems are the places of those about which something was decided.
func decidedItems(items []view.ImportItem, choices view.ImportChoices) map[itemPlace]bool {
	decided := map[itemPlace]bool{}
	eachPlaced(items, func(at itemPlace, i *view.ImportItem) {
		if i.Decided(choices) {
			decided[at] = true
		}
	})
	return decided
}

// eachPlaced goes through what can be decided by itself: the head of several fields, or of a family's people,
// is decided with them. Of somebody new it matters who they are, of all else what it says, too.
func eachPlaced(items []view.ImportItem, do func(at itemPlace, i *view.ImportItem)) {
	head := -1
	for at := range items {
		i := &items[at]
		if !i.Under {
			head = at
		}
		several := at+1 < len(items) && items[at+1].Under && !i.Under
		if several || len(i.Keys) == 0 && !i.Left { // one that goes with another is left, with nothing to decide
			continue
		}
		place := itemPlace{part: i.Part, row: i.Row, lead: i.Lead, text: i.Text, asking: i.Asks}
		switch {
		case i.Part == view.ImportNew:
			place.text = ""
		case i.Part == view.ImportDoubles: // whose contact the other one is hangs on what is decided
			place.text, _, _ = strings.Cut(i.Text, ",")
		case i.Part == view.ImportChanged && i.Under:
			place.row, place.of, place.lead, place.text = items[head].Row, items[head].Lead, "", i.Lead+" "+i.Text
		case i.Part == view.ImportChanged:
			place.of, place.lead = i.Lead, ""
		}
		do(place, i)
	}
}

// carry decides what waits and is there, and answers how much it was.
func carry(waiting map[itemPlace]bool, items map[itemPlace]*view.ImportItem, choices view.ImportChoices) (carried int) {
	for place := range waiting {
		i := items[place]
		if i == nil {
			continue
		}
		for _, k := range i.Keys {
			choices[k] = true
		}
		delete(waiting, place)
		carried++
	}
	return carried
}
