package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

var professionalColumns = []string{"name", "role", "organisation", "phone", "email", "deleted_at"}

func professionalFields(p *model.Professional) []any {
	return []any{&p.Name, &p.Role, &p.Organisation, &p.Phone, &p.Email, removedAt(&p.Removed)}
}

func professionalRow(p *model.Professional) []any { return withID(&p.ID, professionalFields(p)) }

// Professionals are the people from outside the school by name, without those that were removed.
func (s *Store) Professionals(ctx context.Context) (people []model.Professional, err error) {
	err = s.read(ctx, func(q querier) error {
		people, err = q.professionals("")
		return err
	})
	return people, err
}

// PupilProfessionals are those who work with one pupil.
func (s *Store) PupilProfessionals(ctx context.Context, pupil int64) (people []model.Professional, err error) {
	err = s.read(ctx, func(q querier) error {
		people, err = q.professionals(" AND id IN (SELECT professional_id FROM pupil_professional WHERE pupil_id = ?)", pupil)
		return err
	})
	return people, err
}

func (q querier) professionals(and string, args ...any) ([]model.Professional, error) {
	rows, err := q.query(selectSQL("professional", professionalColumns)+" WHERE deleted_at = ''"+and, args...)
	people, err := scanAll(rows, err, professionalRow)
	if err != nil {
		return nil, fmt.Errorf("reading the professionals: %w", err)
	}
	return sortedByName(people, func(p model.Professional) string { return p.Name }), nil
}

// SaveProfessional keeps somebody from outside the school.
func (s *Store) SaveProfessional(ctx context.Context, p model.Professional) (view.Change, error) {
	return s.saveNamed(ctx, "professional", p.Name, &p.ID, professionalColumns, professionalFields(&p))
}

// SavePupilProfessionals says who from outside works with the pupil, all of them.
func (s *Store) SavePupilProfessionals(ctx context.Context, pupil int64, ids []int64) (view.Change, error) {
	return s.step(ctx, "changed who works with the child", func(w *work) error {
		return w.setIDs("pupil_professional", "pupil_id", pupil, "professional_id", ids)
	})
}

// RemoveProfessional moves somebody from outside out of sight. Meetings keep the name.
func (s *Store) RemoveProfessional(ctx context.Context, id int64) (view.Change, error) {
	return s.removeNamed(ctx, "professional", id)
}

// BringBackProfessional brings somebody removed back.
func (s *Store) BringBackProfessional(ctx context.Context, id int64) (view.Change, error) {
	return s.bringBackNamed(ctx, "professional", id)
}
