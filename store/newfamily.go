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

// SaveAdultInFamily keeps an adult and what they are to the pupils of a family as one step.
func (s *Store) SaveAdultInFamily(ctx context.Context, in view.AdultInFamily) (view.Change, error) {
	return s.step(ctx, savedTitle(in.Adult.ID, in.Adult.Formal()), func(w *work) error {
		isNew := in.Adult.ID == 0
		err := w.saveAdultInFamily(&in)
		if isNew {
			w.made(in.Adult.ID)
		}
		return err
	})
}

func (w *work) saveAdultInFamily(in *view.AdultInFamily) error {
	if err := w.saveAdult(&in.Adult); err != nil {
		return err
	}
	linked := false
	for _, l := range in.Links {
		l.AdultID = in.Adult.ID
		switch {
		case !l.Removed:
			linked = true
			if err := w.saveLink(&l); err != nil {
				return err
			}
		case l.ID != 0:
			if err := w.remove("pupil_adult", l.ID); err != nil {
				return err
			}
		}
	}
	if linked || in.FamilyID == 0 {
		return nil
	}
	return w.joinFamily(in.FamilyID, in.Adult.ID)
}

// LeaveFamily takes an adult out of one family: out of their links to its pupils, its households and
// the family itself. Elsewhere they stay.
func (s *Store) LeaveFamily(ctx context.Context, family, adult int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("took " + w.adultName(adult) + " out of " + familyName(w.nameOf("family", family)))
		rows, err := w.query(`SELECT l.id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id
			WHERE l.adult_id = ? AND p.family_id = ? AND l.deleted_at = ''`, adult, family)
		links, err := scanIDs(rows, err)
		for _, id := range links {
			if err := w.remove("pupil_adult", id); err != nil {
				return err
			}
		}
		if err != nil {
			return err
		}
		if _, err := w.exec("DELETE FROM family_adult WHERE family_id = ? AND adult_id = ?", family, adult); err != nil {
			return err
		}
		_, err = w.exec("DELETE FROM household_person WHERE adult_id = ? AND household_id IN (SELECT id FROM household WHERE family_id = ?)", adult, family)
		return err
	})
}

// SayWelcomePoints notes which of model.WelcomePoints have been said, as one step: those that are
// new are of that day, those that are missing are taken away again (practice 8).
func (s *Store) SayWelcomePoints(ctx context.Context, family int64, said []bool, on model.Date) (view.Change, error) {
	return s.step(ctx, "noted what was said to welcome them", func(w *work) error {
		before, err := w.welcomePoints(family)
		if err != nil {
			return err
		}
		for i := range min(len(before), len(said)) {
			switch {
			case said[i] && before[i] == "":
				_, err = w.insert("welcome_point", []string{"family_id", "point", "said_on"}, []any{&family, &i, &on})
			case !said[i] && before[i] != "":
				_, err = w.exec("DELETE FROM welcome_point WHERE family_id = ? AND point = ?", family, i)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
