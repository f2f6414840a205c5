package store

import (
	"context"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// Introduce keeps who the user is, and their first school, as one step. What has no name is left out.
func (s *Store) Introduce(ctx context.Context, me model.Staff, school model.School) (view.Change, error) {
	if strings.TrimSpace(me.Name)+strings.TrimSpace(school.Name) == "" {
		return view.Change{}, Problem{Sentence: "Nothing is typed yet: write your name or your school, or leave it for later with Esc."}
	}
	return s.step(ctx, "introduced yourself", func(w *work) error {
		if strings.TrimSpace(school.Name) != "" {
			if err := w.saveAndSay("school", &school.ID, schoolColumns, schoolFields(&school)); err != nil {
				return err
			}
			me.SchoolID = school.ID
		}
		if strings.TrimSpace(me.Name) == "" {
			return nil
		}
		me.Me = true
		return w.saveAndSay("staff", &me.ID, staffColumns, staffFields(&me))
	})
}
