package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// ListBackups are the backups of the caseload at o.Path, those in the second place among them, the
// newest first, with what is in each and what going back to it would lose. It changes nothing; the
// caseload itself may be damaged or gone.
func ListBackups(ctx context.Context, o Options) ([]view.Backup, error) {
	s, err := unopened(o)
	if err != nil {
		return nil, err
	}
	all, err := s.backupFiles()
	if err != nil {
		return nil, explained(err)
	}
	for i := range all {
		lookInto(ctx, &all[i])
	}
	all = append(all, s.onlyInSecondPlace(ctx, all)...)
	model.InOrder(all, newerFirst)
	return all, s.compare(ctx, all)
}

// unopened is a caseload of which only the place is known.
func unopened(o Options) (*Store, error) {
	o = o.filled()
	path, err := filepath.Abs(o.Path)
	if err != nil {
		return nil, fmt.Errorf("finding the caseload's folder: %w", err)
	}
	o.Path = path
	return &Store{o: o}, nil
}

// onlyInSecondPlace looks into the backups there that do not lie whole beside the caseload, too.
func (s *Store) onlyInSecondPlace(ctx context.Context, beside []view.Backup) (more []view.Backup) {
	folder := s.rememberedPlace(ctx, beside)
	if folder == "" {
		return nil
	}
	there, _ := s.backupsIn(folder) // a place that is not there has none
	for _, b := range there {
		same := func(other view.Backup) bool {
			return other.Fault == "" && filepath.Base(other.Path) == filepath.Base(b.Path)
		}
		if !slices.ContainsFunc(beside, same) {
			b.Second = true
			lookInto(ctx, &b)
			more = append(more, b)
		}
	}
	return more
}

// lookInto says what is in a backup, or why it cannot be used.
func lookInto(ctx context.Context, b *view.Backup) {
	if err := checkWhole(ctx, b.Path); err != nil {
		b.Fault = err.Error()
		return
	}
	if err := withBackup(ctx, b.Path, func(db *sql.DB) error { return countIn(ctx, db, b) }); err != nil {
		b.Fault = unusable(b.Path).Error()
	}
}

// checkWhole looks whether a file is a caseload of ours, of this version or an older one, and whether
// its pages hold together.
func checkWhole(ctx context.Context, path string) error {
	err := withBackup(ctx, path, func(db *sql.DB) error {
		verdict, err := pagesOf(ctx, db)
		if err != nil || verdict != "ok" {
			return unusable(path)
		}
		return nil
	})
	return openingProblem(path, err)
}

func unusable(path string) error {
	return Problem{Sentence: path + " is damaged: choose another backup."}
}

func countIn(ctx context.Context, db *sql.DB, b *view.Backup) error {
	err := db.QueryRowContext(ctx, "SELECT count(*) FROM family WHERE deleted_at = ''").Scan(&b.Families)
	if err != nil {
		return err
	}
	err = db.QueryRowContext(ctx, "SELECT at, title FROM step ORDER BY id DESC LIMIT 1").Scan(&b.LastEntry, &b.LastTitle)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// compare says of each backup what the present caseload holds beyond it.
func (s *Store) compare(ctx context.Context, all []view.Backup) error {
	if _, err := os.Stat(s.o.Path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	err := withBackup(ctx, s.o.Path, func(present *sql.DB) error {
		for i := range all {
			if all[i].Fault == "" {
				all[i].Unknown = notIn(ctx, &all[i], present) != nil
			}
		}
		return ctx.Err()
	})
	if err != nil {
		for i := range all {
			all[i].Unknown = true
		}
	}
	return ctx.Err()
}

// notIn counts the steps of the present caseload that are not in a backup. Step numbers alone do not
// tell: after going back to an older backup they are given again.
func notIn(ctx context.Context, b *view.Backup, present *sql.DB) error {
	var common int64
	err := withBackup(ctx, b.Path, func(db *sql.DB) (err error) {
		common, err = lastCommonStep(ctx, db, present)
		return err
	})
	if err != nil {
		return err
	}
	return present.QueryRowContext(ctx, "SELECT count(*), coalesce((SELECT at FROM step WHERE id > ?1 ORDER BY id DESC LIMIT 1), '') FROM step WHERE id > ?1",
		common).Scan(&b.Lost, &b.LostLast)
}

// lastCommonStep is the number of the last step that both have, 0 for none.
func lastCommonStep(ctx context.Context, backup, present *sql.DB) (id int64, err error) {
	rows, err := backup.QueryContext(ctx, "SELECT id, window, at FROM step ORDER BY id DESC")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var window, at string
		if err := rows.Scan(&id, &window, &at); err != nil {
			return 0, err
		}
		var both bool
		err := present.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM step WHERE id = ? AND window = ? AND at = ?)", id, window, at).Scan(&both)
		if err != nil || both {
			return id, err
		}
	}
	return 0, rows.Err()
}
