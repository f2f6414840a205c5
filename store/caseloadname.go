package store

import (
	"context"
	"database/sql"
	"errors"
)

// aboutCaseload is the key of table about with a name for this caseload, by chance, which tells it from
// others in what is handed over.
const aboutCaseload = "caseload"

// aboutText is a fact about the file, "" for none.
func (q querier) aboutText(key string) (text string, err error) {
	err = q.queryRow("SELECT value FROM about WHERE key = ?", key).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return text, err
}

// nameCaseload gives the caseload its name when it has none. It is no step: nothing about a family
// changes.
func (s *Store) nameCaseload(ctx context.Context) error {
	var name string
	err := s.read(ctx, func(q querier) (err error) {
		name, err = q.aboutText(aboutCaseload)
		return err
	})
	if err != nil || name != "" {
		return err
	}
	if s.o.ReadOnly {
		return Problem{Sentence: "The caseload is open for looking only and was never handed over before: open it without --read-only to make its first pack."}
	}
	return s.write(ctx, func(w *work) (bool, error) {
		_, err := w.exec("INSERT OR IGNORE INTO about (key, value) VALUES (?, ?)", aboutCaseload, newUID(s.o.Machine()))
		return true, err
	})
}
