package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"kettle/model/view"
)

// A backup is copied in small steps, with a pause between them in which others may write. What is
// written meanwhile makes SQLite begin anew: after so many beginnings it is copied at one go.
const (
	backupPages  = 64
	backupPause  = 2 * time.Millisecond
	backupStarts = 3
	backupWaits  = 2000 // how often a locked file is tried again
)

// Backup copies the caseload as it is now into backups/ beside it and answers the copy's path. why
// is one word that goes into its name. The copy counts only when it was opened and found whole;
// older ones are thinned out afterwards.
func (s *Store) Backup(ctx context.Context, why string) (string, error) {
	s.observe(false)
	path, err := s.backup(ctx, why)
	if err != nil {
		return "", fmt.Errorf("making a backup: %w", noBackup(err))
	}
	if !s.o.ReadOnly { // what is old in the log is in the copy; trimming that fails is done after the next one
		_ = s.TrimLog(ctx)
	}
	return path, nil
}

func (s *Store) backup(ctx context.Context, why string) (string, error) {
	if err := os.MkdirAll(s.backupFolder(), 0o700); err != nil {
		return "", err
	}
	// The folder's own name must be on the disk, too, before anybody is told that there is a backup.
	if err := syncFolder(filepath.Dir(s.backupFolder())); err != nil {
		return "", err
	}
	s.sweepUnfinished(s.backupFolder())
	f, err := os.CreateTemp(s.backupFolder(), unfinished+"*") // 0600
	if err != nil {
		return "", err
	}
	temp := f.Name()
	defer os.Remove(temp)
	if err := f.Close(); err != nil {
		return "", err
	}
	if err := s.copyTo(ctx, temp); err != nil {
		return "", err
	}
	path, err := s.backupName(why)
	if err != nil {
		return "", err
	}
	if err := settle(temp, path); err != nil {
		return "", err
	}
	return path, s.thinBackups(s.backupFolder())
}

// settle gives a file that is whole its name, once all of it is on the disk.
func settle(temp, path string) error {
	f, err := os.OpenFile(temp, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := renameFile(temp, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// copyTo copies the caseload into an empty file and looks whether the copy is whole.
func (s *Store) copyTo(ctx context.Context, temp string) error {
	db, err := connect(s.o.Path, 1, s.o.mode())
	if err != nil {
		return err
	}
	defer db.Close()
	first, err := lastStep(ctx, db)
	if err != nil {
		return err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	if err := conn.Raw(func(driver any) error { return copyPages(ctx, driver, temp) }); err != nil {
		return errors.Join(err, conn.Close())
	}
	if err := conn.Close(); err != nil {
		return err
	}
	last, err := lastStep(ctx, db)
	if err != nil {
		return err
	}
	return checkCopy(ctx, temp, first, last)
}

func copyPages(ctx context.Context, driver any, temp string) error {
	source, ok := driver.(interface {
		NewBackup(string) (*sqlite.Backup, error)
	})
	if !ok {
		return errors.New("the database has no backup of its own")
	}
	// The copy needs no journal: it counts only once it is whole. Nobody reads it meanwhile, so that its
	// pages go to the disk instead of waiting in memory for the last one.
	b, err := source.NewBackup(address(temp, "rw", "journal_mode(OFF)", "cache_spill(ON)"))
	if err != nil {
		return err
	}
	return errors.Join(stepPages(ctx, b), b.Finish())
}

func stepPages(ctx context.Context, b *sqlite.Backup) error {
	pages, left, starts, waits := int32(backupPages), 0, 0, 0
	for {
		more, err := b.Step(pages)
		if code := sqliteCode(err); code == sqlite3.SQLITE_BUSY || code == sqlite3.SQLITE_LOCKED {
			if waits++; waits > backupWaits {
				return Problem{"No backup could be made, because another window was writing all the time: try again in a moment.", err}
			}
			more, err = true, nil
		}
		if err != nil || !more {
			return err
		}
		if now := b.Remaining(); now >= left {
			starts++
		}
		if left = b.Remaining(); starts > backupStarts {
			pages = -1
		}
		if err := view.Report(ctx, view.Progress{What: "a backup", Done: b.PageCount() - left, Total: b.PageCount()}); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(backupPause):
		}
	}
}

// lastStep is the highest number a step was ever given, which only grows.
func lastStep(ctx context.Context, db *sql.DB) (last int64, err error) {
	err = db.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'step'").Scan(&last)
	return last, err
}

// checkCopy opens a copy and looks whether it is whole: all that kettle check looks at, and that its last
// step lies between those that the caseload had before and after copying.
func checkCopy(ctx context.Context, path string, first, last int64) error {
	return withBackup(ctx, path, func(db *sql.DB) error {
		if err := copyIsSound(ctx, path); err != nil {
			return fmt.Errorf("checking the copy: %w", err)
		}
		step, err := lastStep(ctx, db)
		if err != nil {
			return fmt.Errorf("checking the copy: %w", err)
		}
		if step < first || step > last {
			return Problem{Sentence: "The backup that was just made is not complete, and was thrown away: try again."}
		}
		return nil
	})
}

// withBackup opens a file of ours for a look that changes nothing.
func withBackup(ctx context.Context, path string, look func(db *sql.DB) error) error {
	if err := checkHeader(path); err != nil {
		return err
	}
	db, err := connect(path, 1, "ro")
	if err != nil {
		return err
	}
	return errors.Join(look(db), db.Close())
}

// pagesOf is "ok" when the pages of a file hold together, else what does not.
func pagesOf(ctx context.Context, db *sql.DB) (verdict string, err error) {
	err = db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict)
	return verdict, err
}

func (s *Store) backupFolder() string { return filepath.Join(filepath.Dir(s.o.Path), "backups") }

// backupName is a name that is not taken: the caseload's, the time by the clock on the wall, and why.
func (s *Store) backupName(why string) (string, error) {
	stem, ext := stemOf(s.o.Path)
	return freeName(s.o.Machine(), func(at string) string {
		return filepath.Join(s.backupFolder(), stem+"-"+at+"-"+why+ext)
	})
}

// stemOf is the name of a file without its folder, and how it ends.
func stemOf(path string) (stem, ext string) {
	ext = filepath.Ext(path)
	return strings.TrimSuffix(filepath.Base(path), ext), ext
}

// freeName is the first name that is not taken, of those that carry this time or one soon after it.
func freeName(at time.Time, named func(at string) string) (string, error) {
	for range 100 {
		path := named(at.Format(backupTime))
		if _, err := os.Lstat(path); os.IsNotExist(err) {
			return path, nil
		}
		at = at.Add(time.Second)
	}
	return "", errors.New("all names of this moment are taken")
}

// unfinished begins the name of a copy that is being made.
const unfinished = ".unfinished-"

// sweepUnfinished throws away copies that a window which was killed left in a folder. Those of the last
// hour may be another window's; what cannot be thrown away is tried again with the next backup.
func (s *Store) sweepUnfinished(folder string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && strings.HasPrefix(e.Name(), unfinished) && s.o.Machine().Sub(info.ModTime()) > time.Hour {
			os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}
