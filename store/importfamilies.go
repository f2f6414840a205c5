package store

import (
	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

func (t *taking) writeFamilies() error {
	for _, f := range t.plan.Families {
		if f.State == intake.New {
			family := model.Family{Name: f.Name}
			if err := t.saveFamily(&family); err != nil {
				return err
			}
			t.families[f.ID] = family.ID
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
