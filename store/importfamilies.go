package store

import (
	"kettle/model/view"
	"kettle/store/intake"
)

func (t *taking) writeFamilies() error {
	for i, f := range t.plan.Families {
		if err := t.next("families", i, len(t.plan.Families)); err != nil {
			return err
		}
		if f.State == intake.New {
			t.families[f.ID] = t.made.family.add(newUID(t.s.o.Machine()), f.Name, t.today())
			continue
		}
		t.families[f.ID] = f.ID
		for _, joined := range f.Joined {
			if err := t.joinTwo(view.Two{Of: view.OfFamilies, Kept: f.ID, Gone: joined}); err != nil {
				return err
			}
		}
		if f.Was == "" {
			continue
		}
		if err := t.update("family", f.ID, []string{"name"}, []any{f.Name}); err != nil {
			return err
		}
	}
	return nil
}
