package store

import (
	"cmp"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// familiesHere are the texts that the filter of the families looks through, to be asked by family.
type familiesHere struct {
	texts []familyText
	byID  []int32 // places in texts, by the id of the family
}

// here are the families of the list as they stand, in whichever order they were read last. They do not
// change while they are looked through.
func (f *familySearch) here(q querier) (familiesHere, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	order := f.order
	if !f.known || order == view.RemovedOnes {
		order = view.ByName
	}
	if err := f.refresh(q, order, familyOrders[order]); err != nil {
		return familiesHere{}, err
	}
	if f.byID == nil {
		f.byID = placesByID(f.texts)
	}
	return familiesHere{f.texts, f.byID}, nil
}

func placesByID(texts []familyText) []int32 {
	places := make([]int32, len(texts))
	for i := range places {
		places[i] = int32(i)
	}
	slices.SortFunc(places, func(a, b int32) int { return cmp.Compare(texts[a].id, texts[b].id) })
	return places
}

// of is what a family is found by, "" for one that is not in the list.
func (h familiesHere) of(family int64) string {
	at, there := slices.BinarySearchFunc(h.byID, family, func(place int32, id int64) int { return cmp.Compare(h.texts[place].id, id) })
	if !there {
		return ""
	}
	return h.texts[h.byID[at]].text
}

// fitsEntry reports whether an entry of the log is found: by each word in what its family is found by,
// which costs nothing, or in the entry, which is folded only where that does not suffice.
func (f filter) fitsEntry(family, entry string) bool {
	return f.fits(family) || f.fits(family+" "+model.FoldSearch(entry))
}
