package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

var staffColumns = []string{"school_id", "name", "role", "inactive", "availability", "classes", "me", "deleted_at"}

func staffFields(p *model.Staff) []any {
	return []any{orNull(&p.SchoolID), &p.Name, &p.Role, &p.Inactive, &p.Availability, &p.Classes, &p.Me, removedAt(&p.Removed)}
}

func staffRow(p *model.Staff) []any { return withID(&p.ID, staffFields(p)) }

// Staff are the colleagues by name, also those no longer active, without those that were removed.
func (s *Store) Staff(ctx context.Context) (staff []model.Staff, err error) {
	err = s.read(ctx, func(q querier) error {
		staff, err = q.staff()
		return err
	})
	return staff, err
}

func (q querier) staff() ([]model.Staff, error) {
	rows, err := q.query(selectSQL("staff", staffColumns) + " WHERE deleted_at = ''")
	staff, err := scanAll(rows, err, staffRow)
	if err != nil {
		return nil, fmt.Errorf("reading the staff: %w", err)
	}
	return sortedByName(staff, func(p model.Staff) string { return p.Name }), nil
}

// SaveStaff keeps a colleague. Only one of them is the user: who is saved as such takes it over.
func (s *Store) SaveStaff(ctx context.Context, p model.Staff) (view.Change, error) {
	if p.Role == "" {
		p.Role = model.OtherRole
	}
	if err := soundStaff(p); err != nil {
		return view.Change{}, err
	}
	return s.step(ctx, savedTitle(p.ID, p.Name), func(w *work) error {
		if p.Me {
			if _, err := w.exec("UPDATE staff SET me = 0 WHERE me = 1 AND id <> ?", p.ID); err != nil {
				return fmt.Errorf("noting who you are: %w", err)
			}
		}
		return w.saveAndSay("staff", &p.ID, staffColumns, staffFields(&p))
	})
}

func soundStaff(p model.Staff) error {
	switch {
	case p.Name == "":
		return nameMissing
	case !p.Role.Valid():
		return Problem{Sentence: "The role is not one that Kettle knows: choose one of the list."}
	}
	return nil
}

// RemoveStaff moves a colleague out of sight. Meetings and promises keep the name.
func (s *Store) RemoveStaff(ctx context.Context, id int64) (view.Change, error) {
	return s.removeNamed(ctx, "staff", id)
}

// BringBackStaff brings a removed colleague back.
func (s *Store) BringBackStaff(ctx context.Context, id int64) (view.Change, error) {
	return s.bringBackNamed(ctx, "staff", id)
}

// Me is the user of this caseload, the zero Staff while nobody has said.
func (s *Store) Me(ctx context.Context) (me model.Staff, err error) {
	err = s.read(ctx, func(q querier) error {
		me, err = q.me()
		return err
	})
	return me, err
}

func (q querier) me() (model.Staff, error) {
	rows, err := q.query(selectSQL("staff", staffColumns) + " WHERE me = 1 AND deleted_at = ''")
	staff, err := scanAll(rows, err, staffRow)
	if err != nil {
		return model.Staff{}, fmt.Errorf("reading who you are: %w", err)
	}
	if len(staff) == 0 {
		return model.Staff{}, nil
	}
	return staff[0], nil
}

// SaveMe keeps the user's own name and role.
func (s *Store) SaveMe(ctx context.Context, name string, role model.Role) (view.Change, error) {
	me, err := s.Me(ctx)
	if err != nil {
		return view.Change{}, err
	}
	me.Name, me.Role, me.Me = name, role, true
	return s.SaveStaff(ctx, me)
}
