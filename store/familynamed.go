package store

import (
	"context"
	"fmt"
	"math"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// mostNamed is how many families a sentence names.
const mostNamed = 5

// FamilyNamed is the one family that a command means: of that very name, else the only one that the
// filter of the list finds. None or several is a Problem that says so.
func (s *Store) FamilyNamed(ctx context.Context, name string) (id int64, err error) {
	err = s.read(ctx, func(q querier) error {
		ids, err := scanIDs(q.query("SELECT family_id FROM family_index WHERE removed = 0 AND sort_key = ?", model.FoldSearch(name)))
		if err != nil {
			return err
		}
		if len(ids) == 0 && strings.TrimSpace(name) != "" {
			if ids, _, err = s.search.page(q, view.ByName, name, 0, math.MaxInt); err != nil {
				return err
			}
		}
		id, err = q.theOne(ids, name)
		return err
	})
	return id, err
}

func (q querier) theOne(ids []int64, name string) (int64, error) {
	switch len(ids) {
	case 0:
		return 0, Problem{Sentence: fmt.Sprintf("There is no family %q: type its name as the list of families has it, or a child's.", name)}
	case 1:
		return ids[0], nil
	}
	some, err := q.familyLines(ids[:min(len(ids), mostNamed)])
	if err != nil {
		return 0, err
	}
	var names []string
	for _, f := range some {
		names = append(names, f.Name+" ("+f.Children+")")
	}
	more := ""
	if n := len(ids) - len(some); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	return 0, Problem{Sentence: fmt.Sprintf("%q may be %d families: %s%s. Type more of one of them, such as a child's name.", name, len(ids), strings.Join(names, ", "), more)}
}
