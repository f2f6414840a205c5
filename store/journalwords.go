package store

import (
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// entryFilter finds entries of the log: by each word in what their family is found by, which is known
// before an entry is read, or in the entry itself, which is folded only where that does not suffice. What
// is found is noted as a bit of each part; more than 64 words are not looked at.
type entryFilter struct {
	parts    []string
	words    uint64 // all of them are to be found
	runs     []numberRun
	families map[int64]uint64 // the parts that each family has, none for one that has none
}

// numberRun is a run of numbers, which are found together or each for itself.
type numberRun struct{ together, apart uint64 }

// entryFilter looks through the families of the list as they stand, in whichever order they were read last.
func (f *familySearch) entryFilter(q querier, typed string) (entryFilter, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	order := f.order
	if !f.known || order == view.RemovedOnes {
		order = view.ByName
	}
	if err := f.refresh(q, order, familyOrders[order]); err != nil {
		return entryFilter{}, err
	}
	e := entryParts(parseFilter(typed))
	for _, some := range f.texts {
		for i, part := range e.parts {
			for at, has := range some.with(part) {
				if has {
					e.families[some.ids[at]] |= 1 << i
				}
			}
		}
	}
	return e, nil
}

func entryParts(f filter) entryFilter {
	e := entryFilter{families: map[int64]uint64{}}
	part := func(text string) uint64 {
		e.parts = append(e.parts, text)
		return 1 << (len(e.parts) - 1)
	}
	for _, word := range f.words {
		e.words |= part(word)
	}
	for _, numbers := range f.numbers {
		run := numberRun{together: part(strings.Join(numbers, ""))}
		for _, number := range numbers {
			run.apart |= part(number)
		}
		e.runs = append(e.runs, run)
	}
	return e
}

// fits reports whether an entry of a family is found.
func (e entryFilter) fits(family int64, entry string) bool {
	had := e.families[family]
	if e.all(had) {
		return true
	}
	text := model.FoldSearch(entry)
	for i, part := range e.parts {
		if had&(1<<i) == 0 && strings.Contains(text, part) {
			had |= 1 << i
		}
	}
	return e.all(had)
}

func (e entryFilter) all(had uint64) bool {
	for _, run := range e.runs {
		if had&run.together != run.together && had&run.apart != run.apart {
			return false
		}
	}
	return had&e.words == e.words
}
