package store

import (
	"context"
	"fmt"
)

// warning is something to be said once of where the caseload lies.
type warning struct {
	about    string // what it is about: with saidOnce before it, the key in table about
	sentence func(ctx context.Context) string
}

func plainWarning(about, sentence string) warning {
	return warning{about, func(context.Context) string { return sentence }}
}

// saidOnce begins the keys of table about under which a warning is noted as given.
const saidOnce = "said: "

// mostWarnings is how many sentences are shown at a time; the others wait for the next start.
const mostWarnings = 3

// PlaceWarnings are the sentences a person should read about where the caseload lies: on a network
// drive, in a synchronised folder, or beside a copy that a synchronising program made. Each is given
// once, and not to somebody who only reads. It looks at folders and may open other files: ask it when
// nothing is waited for.
func (s *Store) PlaceWarnings(ctx context.Context) ([]string, error) {
	if s.o.ReadOnly {
		return nil, nil
	}
	found := s.conflictedCopies()
	if w := placeOf(s.o.Path).warning(); w.about != "" {
		found = append([]warning{w}, found...)
	}
	if len(found) == 0 {
		return nil, nil
	}
	fresh, err := s.unsaid(ctx, found)
	if err != nil {
		return nil, fmt.Errorf("looking what was said of the caseload's place: %w", err)
	}
	var sentences []string
	for _, w := range fresh {
		sentences = append(sentences, w.sentence(ctx))
	}
	if err := s.markSaid(ctx, fresh); err != nil {
		return sentences, fmt.Errorf("noting what was said of the caseload's place: %w", err)
	}
	return sentences, nil
}

// unsaid are the first warnings that were not given before.
func (s *Store) unsaid(ctx context.Context, found []warning) (fresh []warning, err error) {
	err = s.read(ctx, func(q querier) error {
		for _, w := range found {
			var before bool
			if err := q.queryRow("SELECT EXISTS (SELECT 1 FROM about WHERE key = ?)", saidOnce+w.about).Scan(&before); err != nil {
				return err
			}
			if !before && len(fresh) < mostWarnings {
				fresh = append(fresh, w)
			}
		}
		return nil
	})
	return fresh, err
}

func (s *Store) markSaid(ctx context.Context, given []warning) error {
	if len(given) == 0 {
		return nil
	}
	return s.write(ctx, func(w *work) (bool, error) {
		for _, g := range given {
			if _, err := w.exec("INSERT OR REPLACE INTO about (key, value) VALUES (?, 'yes')", saidOnce+g.about); err != nil {
				return false, err
			}
		}
		return true, nil
	})
}
