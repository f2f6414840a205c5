package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// WholeRecordNamed is the WholeRecord of the one family that fits a name, about the one of it who fits
// another; about "" is the family as a whole. Where nobody fits, or several do, the error says so.
func (s *Store) WholeRecordNamed(ctx context.Context, family, about string) (view.WholeRecord, error) {
	found, err := s.FamilyList(ctx, family, view.ByName, 0, 50)
	if err != nil {
		return view.WholeRecord{}, err
	}
	rows := found.Rows
	if exact := keep(rows, func(r view.FamilyRow) bool { return model.Fold(r.Name) == model.Fold(family) }); len(exact) > 0 {
		rows = exact
	}
	if len(rows) != 1 || strings.TrimSpace(family) == "" {
		return view.WholeRecord{}, Problem{Sentence: fitting(len(rows), "No family fits", "families fit") + fmt.Sprintf(" the name “%s”: say it as it stands in the list of families, with a child's name behind it.", family)}
	}
	page, err := s.WholeRecord(ctx, rows[0].ID, model.PersonRef{})
	if err != nil || strings.TrimSpace(about) == "" {
		return page, err
	}
	askers := keep(page.Askers, func(a view.Asker) bool { return saysAll(a.Name, about) })
	if len(askers) != 1 {
		return view.WholeRecord{}, Problem{Sentence: fitting(len(askers), "Nobody of the family fits", "of the family fit") + fmt.Sprintf(" the name “%s”: say who asks with title and whole name.", about)}
	}
	return s.WholeRecord(ctx, rows[0].ID, askers[0].PersonRef)
}

func fitting(n int, none, many string) string {
	if n == 0 {
		return none
	}
	return fmt.Sprintf("%d %s", n, many)
}

// saysAll reports whether each of some words is one of a name.
func saysAll(name, words string) bool {
	have := strings.Fields(model.FoldSearch(name))
	for _, w := range strings.Fields(model.FoldSearch(words)) {
		if len(keep(have, func(h string) bool { return h == w })) == 0 {
			return false
		}
	}
	return true
}
