package store

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kettle/model/view"
)

// finds are the rows of each table in which something was found.
type finds map[string]map[int64]bool

func (f finds) add(table string, row int64) {
	if f[table] == nil {
		f[table] = map[int64]bool{}
	}
	f[table][row] = true
}

// damage says what was found, one sentence a table: what one row does, and what several do.
func (f finds) damage(one, several string) []view.Damage {
	var all []view.Damage
	for _, table := range slices.Sorted(maps.Keys(f)) {
		rows := slices.Sorted(maps.Keys(f[table]))
		what := fmt.Sprintf("One of the %s %s.", tableWords(table), one)
		if len(rows) > 1 {
			what = fmt.Sprintf("%d of the %s %s.", len(rows), tableWords(table), several)
		}
		all = append(all, view.Damage{Where: table, What: what, Rows: rows})
	}
	return all
}

// called is what a person calls the rows of the tables that they know by another name.
var called = map[string]string{
	"pupil": "children", "adult": "adults", "family": "families", "contact": "contacts", "meeting": "meetings",
	"follow_up": "promises", "pupil_adult": "links between a child and an adult", "phone": "phone numbers",
	"email": "e-mail addresses", "step": "steps that can be taken back", "change_log": "entries of the history",
	"draft": "drafts", "staff": "colleagues", "letter": "letters",
}

func tableWords(table string) string {
	return cmp.Or(called[table], "entries of “"+strings.ReplaceAll(table, "_", " ")+"”")
}
