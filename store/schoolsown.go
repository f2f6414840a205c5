package store

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// listColumn is a list that is kept as JSON in one column, each entry cleaned as any text is.
type listColumn[T any] struct{ list *[]T }

func asList[T any](list *[]T) listColumn[T] { return listColumn[T]{list} }

// Scan implements sql.Scanner.
func (c listColumn[T]) Scan(src any) error {
	text, ok := src.(string)
	if !ok {
		return damagedValue(fmt.Errorf("reading a list: %T is no text", src))
	}
	*c.list = nil
	if err := json.Unmarshal([]byte(text), c.list); err != nil {
		return damagedValue(fmt.Errorf("reading a list: %w", err))
	}
	return nil
}

// Value implements driver.Valuer.
func (c listColumn[T]) Value() (driver.Value, error) {
	list := *c.list
	if list == nil {
		list = []T{}
	}
	text, err := json.Marshal(list)
	if err != nil {
		return nil, fmt.Errorf("keeping a list: %w", err)
	}
	return cleanText(string(text))
}

var ownLayoutColumns = []string{"name", "says", "seats", "things", "deleted_at"}

func ownLayoutFields(l *model.OwnLayout) []any {
	return []any{&l.Name, &l.Says, asList(&l.Seats), asList(&l.Things), removedAt(&l.Removed)}
}

func ownLayoutRow(l *model.OwnLayout) []any { return withID(&l.ID, ownLayoutFields(l)) }

// SaveOwnLayout keeps a way to sit that somebody drew.
func (s *Store) SaveOwnLayout(ctx context.Context, l model.OwnLayout) (view.Change, error) {
	return s.saveNamed(ctx, "own_layout", l.Name, &l.ID, ownLayoutColumns, ownLayoutFields(&l))
}

// RemoveOwnLayout moves it out of sight. Meetings that sit like that keep it.
func (s *Store) RemoveOwnLayout(ctx context.Context, id int64) (view.Change, error) {
	return s.removeNamed(ctx, "own_layout", id)
}

var ownTemplateColumns = []string{"name", "kind", "minutes", "mood", "purpose", "school", "agenda", "child", "deleted_at"}

func ownTemplateFields(t *model.OwnTemplate) []any {
	return []any{&t.Name, &t.Kind, &t.Minutes, &t.Mood, &t.Purpose, asList(&t.School), asList(&t.Agenda), &t.Child, removedAt(&t.Removed)}
}

func ownTemplateRow(t *model.OwnTemplate) []any { return withID(&t.ID, ownTemplateFields(t)) }

// SaveOwnTemplate keeps what a meeting may begin with at this school.
func (s *Store) SaveOwnTemplate(ctx context.Context, t model.OwnTemplate) (view.Change, error) {
	return s.saveNamed(ctx, "own_template", t.Name, &t.ID, ownTemplateColumns, ownTemplateFields(&t))
}

// RemoveOwnTemplate moves a template out of sight.
func (s *Store) RemoveOwnTemplate(ctx context.Context, id int64) (view.Change, error) {
	return s.removeNamed(ctx, "own_template", id)
}

var ownItemColumns = []string{"part", "due", "asks", "why", "kinds", "deleted_at"}

func ownItemFields(i *model.OwnItem) []any {
	return []any{&i.Part, &i.Due, &i.Asks, &i.Why, asList(&i.Kinds), removedAt(&i.Removed)}
}

func ownItemRow(i *model.OwnItem) []any { return withID(&i.ID, ownItemFields(i)) }

// SaveOwnItem keeps a line of the checklist that this school adds.
func (s *Store) SaveOwnItem(ctx context.Context, i model.OwnItem) (view.Change, error) {
	return s.saveNamed(ctx, "own_item", i.Asks, &i.ID, ownItemColumns, ownItemFields(&i))
}

// RemoveOwnItem moves the line out of sight; its marks stay, and come back with it.
func (s *Store) RemoveOwnItem(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed a line of the checklist", func(w *work) error { return w.remove("own_item", id) })
}

// SwitchItem leaves a line of the checklist out for the whole school, or takes it in again.
func (s *Store) SwitchItem(ctx context.Context, item model.ItemID, on bool) (view.Change, error) {
	title := "left a line out of the checklist"
	sql := "INSERT OR IGNORE INTO item_off (item) VALUES (?)"
	if on {
		title, sql = "took a line into the checklist again", "DELETE FROM item_off WHERE item = ?"
	}
	return s.step(ctx, title, func(w *work) error {
		_, err := w.exec(sql, string(item))
		return err
	})
}

// SchoolsOwn is what this school adds and does without.
func (s *Store) SchoolsOwn(ctx context.Context) (own view.SchoolsOwn, err error) {
	err = s.read(ctx, func(q querier) error {
		own, err = q.schoolsOwn()
		return err
	})
	return own, err
}

func (q querier) schoolsOwn() (own view.SchoolsOwn, err error) {
	failed := func(err error) (view.SchoolsOwn, error) {
		return own, fmt.Errorf("reading what the school adds: %w", err)
	}
	rows, err := q.query(selectSQL("own_layout", ownLayoutColumns) + " ORDER BY name, id")
	if own.Layouts, err = scanAll(rows, err, ownLayoutRow); err != nil {
		return failed(err)
	}
	rows, err = q.query(selectSQL("own_template", ownTemplateColumns) + " WHERE deleted_at = '' ORDER BY name, id")
	if own.Templates, err = scanAll(rows, err, ownTemplateRow); err != nil {
		return failed(err)
	}
	rows, err = q.query(selectSQL("own_item", ownItemColumns) + " WHERE deleted_at = '' ORDER BY id")
	if own.Items, err = scanAll(rows, err, ownItemRow); err != nil {
		return failed(err)
	}
	rows, err = q.query("SELECT item FROM item_off ORDER BY item")
	if own.Off, err = scanAll(rows, err, func(i *model.ItemID) []any { return []any{i} }); err != nil {
		return failed(err)
	}
	return own, nil
}
