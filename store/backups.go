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

	"kettle/model/view"
)

// backupTime is how the name of a backup writes its time.
const backupTime = "20060102-150405"

// DailyBackup makes a backup when the last is older than a day, and answers its path, "" when there
// was no need.
func (s *Store) DailyBackup(ctx context.Context) (string, error) {
	all, err := s.backupFiles()
	if err != nil {
		return "", err
	}
	if len(all) > 0 {
		if age := s.o.Machine().Sub(all[0].At); age >= 0 && age < 24*time.Hour {
			return "", nil
		}
	}
	return s.Backup(ctx, "daily")
}

// Backups are the backups of this caseload, the newest first, with what is in each.
func (s *Store) Backups(ctx context.Context) ([]view.Backup, error) {
	s.observe(false)
	all, err := s.backupFiles()
	for i := range all {
		lookInto(ctx, &all[i])
	}
	return all, err
}

// backupFiles reads the names and sizes of the backups, the newest first.
func (s *Store) backupFiles() ([]view.Backup, error) {
	entries, err := os.ReadDir(s.backupFolder())
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
		b.Bytes = info.Size()
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b view.Backup) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Path, a.Path)) })
	return all, nil
}

// parseBackup reads the name of a file in the folder of backups; others of the user's may lie there.
func (s *Store) parseBackup(name string) (view.Backup, bool) {
	ext := filepath.Ext(s.o.Path)
	stem := strings.TrimSuffix(filepath.Base(s.o.Path), ext)
	rest, ok := strings.CutPrefix(name, stem+"-")
	rest, ok2 := strings.CutSuffix(rest, ext)
	if !ok || !ok2 || len(rest) < len(backupTime)+2 || rest[len(backupTime)] != '-' {
		return view.Backup{}, false
	}
	at, err := time.ParseInLocation(backupTime, rest[:len(backupTime)], s.o.Machine().Location())
	if err != nil {
		return view.Backup{}, false
	}
	return view.Backup{Path: filepath.Join(s.backupFolder(), name), At: at, Why: rest[len(backupTime)+1:]}, true
}

// lookInto says what is in a backup, or why it cannot be used.
func lookInto(ctx context.Context, b *view.Backup) {
	err := checkHeader(b.Path)
	if err == nil {
		err = countIn(ctx, b)
	}
	if err != nil {
		b.Fault = openingProblem(b.Path, err).Error()
	}
}

func countIn(ctx context.Context, b *view.Backup) error {
	db, err := connect(b.Path, 1, "ro")
	if err != nil {
		return err
	}
	defer db.Close()
	var last sql.NullString
	err = db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM family WHERE deleted_at = ''), (SELECT max(at) FROM step)`).
		Scan(&b.Families, &last)
	b.LastEntry = last.String
	return err
}

// thinBackups throws away the backups that are no longer worth keeping.
func (s *Store) thinBackups() error {
	all, err := s.backupFiles()
	if err != nil {
		return err
	}
	times := make([]time.Time, len(all))
	for i, b := range all {
		times[i] = b.At
	}
	var errs []error
	for i, keep := range worthKeeping(times) {
		if !keep {
			errs = append(errs, os.Remove(all[i].Path))
		}
	}
	return errors.Join(errs...)
}

// How many backups are kept: the last of so many days, weeks and months that have one.
const (
	keptDays   = 12
	keptWeeks  = 10
	keptMonths = 9
)

// worthKeeping says which backups are kept, the newest first: all of the newest day, then the last of
// each day, week and month.
func worthKeeping(newestFirst []time.Time) []bool {
	keep := make([]bool, len(newestFirst))
	for i, at := range newestFirst {
		keep[i] = sameDay(at, newestFirst[0])
	}
	periods := []struct {
		kept int
		name func(time.Time) string
	}{
		{keptDays, func(t time.Time) string { return t.Format(time.DateOnly) }},
		{keptWeeks, func(t time.Time) string { year, week := t.ISOWeek(); return fmt.Sprint(year, week) }},
		{keptMonths, func(t time.Time) string { return t.Format("2006-01") }},
	}
	for _, p := range periods {
		seen := map[string]bool{}
		for i, at := range newestFirst {
			if name := p.name(at); !seen[name] && len(seen) < p.kept {
				seen[name], keep[i] = true, true
			}
		}
	}
	return keep
}

func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }
