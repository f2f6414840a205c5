package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"kettle/model"
)

// logBounds are how far back the log goes. Whole means with what stood there before and after. Older
// lines are folded: who, when, which step and which row stay, what stood there goes; those that are
// older still go altogether.
type logBounds struct {
	wholeDays  int   // the log of so many days is whole
	wholeSteps int64 // so are the last steps, however long ago they were
	keptMonths int   // after so many months a folded step goes
}

// usualBounds keep more than a school year whole, so that this autumn can be laid beside the last one.
// What happened stays seven years: a complaint may be asked about for six after it was settled
// (rules.md R51). The records themselves stay until somebody decides otherwise.
var usualBounds = logBounds{wholeDays: 400, wholeSteps: 2000, keptMonths: 84}

// How much one transaction trims, so that nobody waits for it.
const (
	foldAtOnce = 500 // lines
	dropAtOnce = 20  // steps
)

// aboutFolded is the key of table about with the last line of the log that was folded.
const aboutFolded = "log_folded"

// TrimLog folds what is old in the log, in short transactions between which others write, and goes on
// where the last one stopped. Steps that u or ctrl+r of this window would turn are left whole. It is no
// step.
func (s *Store) TrimLog(ctx context.Context) error { return s.trimLog(ctx, usualBounds) }

func (s *Store) trimLog(ctx context.Context, bounds logBounds) error {
	for more := true; more; {
		err := s.write(ctx, func(w *work) (keep bool, err error) {
			keep, err = w.foldSome(bounds)
			if err == nil && !keep {
				keep, err = w.dropSome(bounds)
			}
			more = keep
			return keep, err
		})
		if err != nil {
			return fmt.Errorf("trimming the log: %w", err)
		}
	}
	return nil
}

// foldSome folds the next lines that are old enough, false when there is none.
func (w *work) foldSome(bounds logBounds) (bool, error) {
	before, err := w.firstWhole(bounds)
	if err != nil {
		return false, err
	}
	var last sql.NullInt64
	err = w.queryRow(`SELECT max(id) FROM (SELECT id FROM change_log
		WHERE id > coalesce((SELECT CAST(value AS INTEGER) FROM about WHERE key = ?1), 0) AND step_id < ?2 ORDER BY id LIMIT ?3)`,
		aboutFolded, before, foldAtOnce).Scan(&last)
	if err != nil || !last.Valid {
		return false, err
	}
	_, err = w.exec(`UPDATE change_log SET before = '{}', after = '{}'
		WHERE id > coalesce((SELECT CAST(value AS INTEGER) FROM about WHERE key = ?1), 0) AND id <= ?2 AND step_id < ?3`,
		aboutFolded, last.Int64, before)
	if err != nil {
		return false, err
	}
	_, err = w.exec("INSERT OR REPLACE INTO about (key, value) VALUES (?, ?)", aboutFolded, fmt.Sprint(last.Int64))
	return true, err
}

// firstWhole is the first step that stays whole. It is looked for from the oldest on, so that a clock
// that once stood wrong keeps too much and not too little.
func (w *work) firstWhole(bounds logBounds) (int64, error) {
	first, err := w.firstSince(w.today().AddDays(-bounds.wholeDays))
	if err != nil {
		return 0, err
	}
	var newest int64
	if err := w.queryRow("SELECT coalesce(max(id), 0) FROM step").Scan(&newest); err != nil {
		return 0, err
	}
	first = min(first, newest-bounds.wholeSteps+1)
	for _, id := range w.s.undo.ids() {
		first = min(first, id)
	}
	return first, nil
}

// firstSince is the first step that was done on that day or later, past all others when none was.
func (w *work) firstSince(day model.Date) (id int64, err error) {
	err = w.queryRow("SELECT id FROM step WHERE at >= ? ORDER BY id LIMIT 1", string(day)).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = w.queryRow("SELECT coalesce(max(id), 0) + 1 FROM step").Scan(&id)
	}
	return id, err
}

// dropSome drops the next steps that are folded and too old to be kept, false when there is none.
func (w *work) dropSome(bounds logBounds) (bool, error) {
	whole, err := w.firstWhole(bounds)
	if err != nil {
		return false, err
	}
	kept, err := w.firstSince(w.today().AddMonths(-bounds.keptMonths))
	if err != nil {
		return false, err
	}
	var last sql.NullInt64
	err = w.queryRow("SELECT max(id) FROM (SELECT id FROM step WHERE id < ? ORDER BY id LIMIT ?)", min(whole, kept), dropAtOnce).Scan(&last)
	if err != nil || !last.Valid {
		return false, err
	}
	for _, text := range []string{
		"UPDATE step SET target = NULL WHERE target <= ?",
		"DELETE FROM change_log WHERE step_id <= ?",
		"DELETE FROM step WHERE id <= ?",
	} {
		if _, err := w.exec(text, last.Int64); err != nil {
			return false, err
		}
	}
	return true, nil
}

// folded reports whether a line of the log no longer says what stood there.
func (e entry) folded() bool { return e.before == "{}" && e.after == "{}" }

// whole refuses a step that was folded.
func (w *work) whole(step loggedStep) error {
	old, err := w.has("change_log WHERE step_id = ? AND before = '{}' AND after = '{}'", step.id)
	if err == nil && old {
		err = Problem{Sentence: fmt.Sprintf("“%s” was too long ago to be taken back: what stood there before is no longer kept.", step.title)}
	}
	return err
}
