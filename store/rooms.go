package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

var roomColumns = []string{"school_id", "name", "neutral", "private", "welcoming", "step_free", "whose_room", "deleted_at"}

func roomFields(r *model.Room) []any {
	return []any{orNull(&r.SchoolID), &r.Name, &r.Neutral, &r.Private, &r.Welcoming, &r.StepFree, &r.WhoseRoom, removedAt(&r.Removed)}
}

func roomRow(r *model.Room) []any { return withID(&r.ID, roomFields(r)) }

// Rooms are the rooms by name, without those that were removed.
func (s *Store) Rooms(ctx context.Context) (rooms []model.Room, err error) {
	err = s.read(ctx, func(q querier) error {
		rooms, err = q.rooms()
		return err
	})
	return rooms, err
}

func (q querier) rooms() ([]model.Room, error) {
	rows, err := q.query(selectSQL("room", roomColumns) + " WHERE deleted_at = ''")
	rooms, err := scanAll(rows, err, roomRow)
	if err != nil {
		return nil, fmt.Errorf("reading the rooms: %w", err)
	}
	return sortedByName(rooms, func(r model.Room) string { return r.Name }), nil
}

// SaveRoom keeps a room.
func (s *Store) SaveRoom(ctx context.Context, r model.Room) (view.Change, error) {
	return s.saveNamed(ctx, "room", r.Name, &r.ID, roomColumns, roomFields(&r))
}

// RemoveRoom moves a room out of sight. Meetings that were held there keep it.
func (s *Store) RemoveRoom(ctx context.Context, id int64) (view.Change, error) {
	return s.removeNamed(ctx, "room", id)
}

// BringBackRoom brings a removed room back.
func (s *Store) BringBackRoom(ctx context.Context, id int64) (view.Change, error) {
	return s.bringBackNamed(ctx, "room", id)
}
