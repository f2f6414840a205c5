package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kettle/model"
	"kettle/model/view"
)

// backupTime is how the name of a backup writes its time.
const backupTime = "20060102-150405"

// How old the last backup may be: when something was kept since, and when nothing was.
const (
	backupEvery = 30 * time.Minute
	backupDaily = 24 * time.Hour
)

// BackupIfDue makes a backup when the last is older than a day, or older than half an hour and
// something was kept since. It answers the copy's path, "" when there was no need.
func (s *Store) BackupIfDue(ctx context.Context) (string, error) {
	s.observe(false)
	why, err := s.backupDue(ctx)
	if err != nil || why == "" {
		return "", noBackup(err)
	}
	return s.Backup(ctx, why)
}

// backupDue is why a backup is to be made now, "" when there is no need. A backup of the future, made
// while the clock was wrong, is none of these.
func (s *Store) backupDue(ctx context.Context) (why string, err error) {
	if s.o.ReadOnly {
		return "", nil
	}
	used, err := s.used(ctx)
	if err != nil || !used {
		return "", err
	}
	all, err := s.backupFiles()
	now := s.o.Machine()
	all = slices.DeleteFunc(all, func(b view.Backup) bool { return b.At.After(now) })
	switch {
	case err != nil:
		return "", err
	case len(all) == 0 || now.Sub(all[0].At) >= backupDaily:
		return "daily", nil
	case now.Sub(all[0].At) >= backupEvery && s.changedSince(ctx, all[0]):
		return "changing", nil
	}
	return "", nil
}

// used reports whether anything was ever kept in the caseload.
func (s *Store) used(ctx context.Context) (used bool, err error) {
	err = s.read(ctx, func(q querier) error {
		return q.queryRow("SELECT EXISTS (SELECT 1 FROM step) OR EXISTS (SELECT 1 FROM family)").Scan(&used)
	})
	return used, err
}

// changedSince reports whether something was kept since a backup; one that cannot be read counts for
// nothing.
func (s *Store) changedSince(ctx context.Context, b view.Backup) bool {
	changed := true
	_ = withBackup(ctx, b.Path, func(db *sql.DB) error {
		then, err := lastStep(ctx, db)
		if err != nil {
			return err
		}
		now, err := lastStep(ctx, s.readers)
		changed = err != nil || now != then
		return err
	})
	return changed
}

// backupFiles reads the names and sizes of the backups beside the caseload, the newest first.
func (s *Store) backupFiles() ([]view.Backup, error) { return s.backupsIn(s.backupFolder()) }

// backupsIn reads the names and sizes of this caseload's backups in a folder, the newest first.
func (s *Store) backupsIn(folder string) ([]view.Backup, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the folder of backups: %w", err)
	}
	var all []view.Backup
	for _, e := range entries {
		b, ok := s.parseBackup(e.Name())
		info, err := e.Info()
		if !ok || err != nil || !info.Mode().IsRegular() {
			continue
		}
		b.Path, b.Bytes = filepath.Join(folder, e.Name()), info.Size()
		all = append(all, b)
	}
	model.InOrder(all, newerFirst)
	return all, nil
}

func newerFirst(a, b view.Backup) int {
	return cmp.Or(b.At.Compare(a.At), cmp.Compare(filepath.Base(b.Path), filepath.Base(a.Path)))
}

// parseBackup reads the name of a file in a folder of backups; others of the user's may lie there.
func (s *Store) parseBackup(name string) (view.Backup, bool) {
	stem, ext := stemOf(s.o.Path)
	rest, ok := strings.CutPrefix(name, stem+"-")
	rest, ok2 := strings.CutSuffix(rest, ext)
	if !ok || !ok2 || len(rest) < len(backupTime)+2 || rest[len(backupTime)] != '-' {
		return view.Backup{}, false
	}
	at, err := time.ParseInLocation(backupTime, rest[:len(backupTime)], s.o.Machine().Location())
	if err != nil {
		return view.Backup{}, false
	}
	return view.Backup{At: at, Why: rest[len(backupTime)+1:]}, true
}
