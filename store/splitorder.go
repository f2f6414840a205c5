package store

import (
	"fmt"
	"maps"
	"slices"

	"kettle/model/view"
)

// inOrder refuses to split a join while a later one stands on what it brought: a link that both made one of
// two would be lost with its order, or come back to somebody who is not there.
func (s *splitting) inOrder(join int64) error {
	later, err := s.joinsOf("id > ?", join)
	if err != nil || len(later) == 0 {
		return err
	}
	o := splitOrder{splitting: s, later: later}
	if err := o.readPeople(); err != nil {
		return err
	}
	for _, find := range []func() (view.JoinedBefore, error){o.goneSince, o.doubledSince} {
		j, err := find()
		if err != nil {
			return err
		}
		if j.ID != 0 {
			return Problem{Sentence: fmt.Sprintf("%s was joined with %s later, and what hangs on them is the same: split those two first.",
				j.Name, s.splitName(j.Two.Of, j.Two.Kept))}
		}
	}
	return nil
}

// splitOrder is a join to be split, with those that were made since.
type splitOrder struct {
	*splitting
	later  []view.JoinedBefore           // that stand
	people map[string]map[string]view.Of // whose id a column of a table holds
}

func (o *splitOrder) readPeople() error {
	o.people = map[string]map[string]view.Of{}
	for _, of := range []view.Of{view.OfFamilies, view.OfPupils, view.OfAdults} {
		pointers, err := o.pointersTo(string(of))
		if err != nil {
			return err
		}
		for _, p := range pointers {
			if p.only != "" {
				continue
			}
			if o.people[p.table] == nil {
				o.people[p.table] = map[string]view.Of{}
			}
			o.people[p.table][p.column] = of
		}
	}
	return nil
}

// goneSince finds a later join in which somebody went to whom a row points that this one would give back.
func (o *splitOrder) goneSince() (none view.JoinedBefore, err error) {
	for _, n := range o.notes {
		if n.column != "" {
			continue
		}
		row, err := o.logValues(n.table, n.text)
		if err != nil {
			return none, err
		}
		for _, column := range slices.Sorted(maps.Keys(o.people[n.table])) {
			of := o.people[n.table][column]
			if i := slices.IndexFunc(o.later, func(j view.JoinedBefore) bool { return j.Two.Of == of && j.Two.Gone == row[column] }); i >= 0 {
				return o.later[i], nil
			}
		}
	}
	return none, nil
}

// doubledSince finds a later join of which a row went into one that this one brought.
func (o *splitOrder) doubledSince() (none view.JoinedBefore, err error) {
	for _, j := range o.later {
		rows, err := o.query("SELECT tbl, row_id, col, was FROM joined_row WHERE joined_id = ? AND col = ''", j.ID)
		gone, err := scanAll(rows, err, func(n *joinedNote) []any { return []any{&n.table, &n.row, &n.column, &n.text} })
		if err != nil {
			return none, err
		}
		for _, n := range gone {
			if into, err := o.wentIntoOurs(n); err != nil || into {
				return j, err
			}
		}
	}
	return none, nil
}

// wentIntoOurs reports whether a row that was one too many is now one with a row that this join brought.
func (o *splitOrder) wentIntoOurs(double joinedNote) (bool, error) {
	was, err := o.logValues(double.table, double.text)
	if err != nil {
		return false, err
	}
	for column, of := range o.people[double.table] {
		was[column] = o.nowIn(of, was[column])
	}
	sets, err := o.onceIn(double.table)
	if err != nil {
		return false, err
	}
	for _, n := range o.notes {
		if n.table != double.table || o.people[n.table][n.column] == "" {
			continue
		}
		row, err := o.rowValues(n.table, n.row)
		if err != nil {
			return false, err
		}
		one := func(set []string) bool {
			return !slices.ContainsFunc(set, func(column string) bool { return row[column] == nil || row[column] != was[column] })
		}
		if row != nil && slices.ContainsFunc(sets, one) {
			return true, nil
		}
	}
	return false, nil
}

// nowIn is the one into whom somebody went, and whoever went on from there.
func (o *splitOrder) nowIn(of view.Of, id any) any {
	for _, j := range slices.Backward(o.later) { // the last is first
		if j.Two.Of == of && j.Two.Gone == id {
			id = j.Two.Kept
		}
	}
	return id
}
