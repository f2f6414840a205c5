package store

import (
	"context"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// AddFamily adds a family with its first child and first adult as one step; Change.New is the id of
// the family. A family without a name takes the surname of its child, or else of its adult.
func (s *Store) AddFamily(ctx context.Context, n view.NewFamily) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		if err := w.addFamily(&n.Family, n.Pupil, n.Adult); err != nil {
			return err
		}
		w.title("added " + familyName(n.Family.Name))
		if err := w.addFirstPupil(n.Family.ID, &n.Pupil); err != nil {
			return err
		}
		if err := w.addFirstAdult(n); err != nil {
			return err
		}
		w.made(n.Family.ID)
		return nil
	})
}

func (w *work) addFamily(f *model.Family, p model.Pupil, a model.Adult) error {
	f.ID, f.NameByHand = 0, true
	for _, name := range []string{p.Surname, a.Surname} {
		if strings.TrimSpace(f.Name) == "" {
			f.Name, f.NameByHand = name, false
		}
	}
	return w.saveFamily(f)
}

func (w *work) addFirstPupil(family int64, p *model.Pupil) error {
	if p.Called() == "" {
		return nil
	}
	p.ID, p.FamilyID = 0, family
	return w.savePupil(p)
}

func (w *work) addFirstAdult(n view.NewFamily) error {
	a := n.Adult
	if a.Forename == "" && a.Surname == "" && a.KnownAs == "" {
		return nil
	}
	in := view.AdultInFamily{Adult: a, FamilyID: n.Family.ID}
	in.Adult.ID = 0
	if n.Pupil.ID != 0 {
		n.Link.ID, n.Link.PupilID = 0, n.Pupil.ID
		in.Links = []model.Link{n.Link}
	}
	return w.saveAdultInFamily(&in)
}
