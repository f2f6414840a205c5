package store

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
)

// otherWindows is how what other windows write is noticed. SQLite tells a connection how often others
// wrote. Until this window writes, the connection that reads is asked: one that writes, opened only to
// be asked, would hold the whole schema in memory once more. From then on the one that writes is asked,
// for to it the writes of this window are its own.
type otherWindows struct {
	mu     sync.Mutex
	writes bool  // this window has begun to write
	before int64 // what is added to the number of the connection that writes, so that it goes on from the other's
}

// DataVersion is a number that changes when another window has written to the caseload, and not by
// writes of this one. It says nothing by itself: compare it with the one before. That the file was
// moved or replaced is a Problem; a look that only failed is none.
func (s *Store) DataVersion(ctx context.Context) (int64, error) {
	s.observe(false)
	if err := s.here(); err != nil {
		return 0, err
	}
	s.others.mu.Lock()
	defer s.others.mu.Unlock()
	asked := s.readers
	if s.others.writes {
		asked = s.writer
	}
	version, err := dataVersion(ctx, asked)
	return s.others.before + version, err
}

// aboutToWrite comes before each transaction that writes. What others write between the two questions
// of the first counts twice, and so is seen.
func (s *Store) aboutToWrite(ctx context.Context) error {
	s.others.mu.Lock()
	defer s.others.mu.Unlock()
	if s.others.writes {
		return nil
	}
	writer, err := dataVersion(ctx, s.writer)
	if err != nil {
		return err
	}
	reader, err := dataVersion(ctx, s.readers)
	if err != nil {
		return err
	}
	s.others.writes, s.others.before = true, reader-writer
	return nil
}

func dataVersion(ctx context.Context, connection *sql.DB) (version int64, err error) {
	if err := connection.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version); err != nil {
		return 0, fmt.Errorf("looking for changes of another window: %w", err)
	}
	return version, nil
}
