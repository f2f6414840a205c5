package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// asleepColumns are those of what sleeps on Today; each kind of line and record stands there once.
var asleepColumns = []string{"what", "record", "until"}

// SleepUntil keeps a line off Today and out of what its list shows until a day; a line that sleeps
// already gets the new day. Late stays late.
func (s *Store) SleepUntil(ctx context.Context, what model.Sleeper, record int64, until model.Date) (view.Change, error) {
	if !what.Valid() {
		return view.Change{}, Problem{Sentence: "That cannot sleep: it is none of the lines that Kettle knows."}
	}
	if !until.Valid() {
		return view.Change{}, Problem{Sentence: "The day is not one there is: write it again."}
	}
	return s.step(ctx, "sleeps until "+until.Short(), func(w *work) error {
		if until <= w.today() {
			return Problem{Sentence: "That day is here already: choose a later one to sleep until."}
		}
		if err := w.nameSleeper(what, record); err != nil {
			return err
		}
		id, err := w.asleepID(what, record)
		if err != nil {
			return err
		}
		return w.save("asleep", &id, asleepColumns, []any{&what, &record, &until})
	})
}

// Wake brings a line back at once; one that does not sleep stays as it is.
func (s *Store) Wake(ctx context.Context, what model.Sleeper, record int64) (view.Change, error) {
	return s.step(ctx, "awake again", func(w *work) error {
		if err := w.nameSleeper(what, record); err != nil {
			return err
		}
		id, err := w.asleepID(what, record)
		if err != nil || id == 0 {
			return err
		}
		return w.takeOut("asleep", id)
	})
}

// nameSleeper adds the family to the title; the error is errGone when the record is not there.
func (w *work) nameSleeper(what model.Sleeper, record int64) error {
	family := record
	if !what.OfFamily() {
		if err := noRow(w.queryRow("SELECT family_id FROM contact WHERE id = ?", record).Scan(&family)); err != nil {
			return err
		}
	}
	var name string
	if err := noRow(w.queryRow("SELECT name FROM family WHERE id = ?", family).Scan(&name)); err != nil {
		return err
	}
	w.title(w.change.Title + ": " + name)
	return nil
}

func (q querier) asleepID(what model.Sleeper, record int64) (int64, error) {
	rows, err := q.query("SELECT id FROM asleep WHERE what = ? AND record = ?", string(what), record)
	ids, err := scanIDs(rows, err)
	if err != nil {
		return 0, fmt.Errorf("reading what sleeps: %w", err)
	}
	return firstOf(ids), nil
}

// awake is the condition that a line does not sleep beyond a day, asleep that it does: record is the
// column that says which it is, day the mark of the argument with the day.
func awake(what model.Sleeper, record, day string) string {
	return record + " NOT IN (SELECT z.record FROM asleep z WHERE z.what = '" + string(what) + "' AND z.until > " + day + ")"
}

func asleep(what model.Sleeper, record, day string) string {
	return "NOT " + awake(what, record, day)
}
