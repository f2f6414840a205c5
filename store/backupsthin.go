package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"kettle/model/view"
)

// thinBackups throws away the backups in a folder that are no longer worth keeping. What another window has
// thrown away meanwhile is gone, as it should be.
func (s *Store) thinBackups(folder string) error {
	all, err := s.backupsIn(folder)
	if err != nil {
		return err
	}
	var errs []error
	for i, keep := range worthKeeping(timesOf(all)) {
		if keep {
			continue
		}
		if err := os.Remove(all[i].Path); !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func timesOf(all []view.Backup) []time.Time {
	times := make([]time.Time, len(all))
	for i, b := range all {
		times[i] = b.At
	}
	return times
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
