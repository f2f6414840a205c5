package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

var schoolColumns = []string{"name", "kind", "year_groups", "years_moved", "deleted_at"}

func schoolFields(s *model.School) []any {
	return []any{&s.Name, &s.Kind, &s.YearGroups, &s.YearsMoved, removedAt(&s.Removed)}
}

func schoolRow(s *model.School) []any { return withID(&s.ID, schoolFields(s)) }

// Schools are the schools of the caseload by name, without those that were removed.
func (s *Store) Schools(ctx context.Context) (schools []model.School, err error) {
	err = s.read(ctx, func(q querier) error {
		schools, err = q.schools()
		return err
	})
	return schools, err
}

func (q querier) schools() ([]model.School, error) {
	rows, err := q.query(selectSQL("school", schoolColumns) + " WHERE deleted_at = ''")
	schools, err := scanAll(rows, err, schoolRow)
	if err != nil {
		return nil, fmt.Errorf("reading the schools: %w", err)
	}
	return sortedByName(schools, func(s model.School) string { return s.Name }), nil
}

// SaveSchool keeps a school; without a kind it is a maintained one.
func (s *Store) SaveSchool(ctx context.Context, school model.School) (view.Change, error) {
	if school.Kind == "" {
		school.Kind = model.Maintained
	}
	if !school.Kind.Valid() {
		return view.Change{}, Problem{Sentence: "The kind of school is not one that Kettle knows: choose maintained or academy."}
	}
	return s.saveNamed(ctx, "school", school.Name, &school.ID, schoolColumns, schoolFields(&school))
}

// RemoveSchool moves a school out of sight. What belongs to it stays.
func (s *Store) RemoveSchool(ctx context.Context, id int64) (view.Change, error) {
	return s.removeNamed(ctx, "school", id)
}

// BringBackSchool brings a removed school back.
func (s *Store) BringBackSchool(ctx context.Context, id int64) (view.Change, error) {
	return s.bringBackNamed(ctx, "school", id)
}
