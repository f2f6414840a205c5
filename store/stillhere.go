package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	sqlite3 "modernc.org/sqlite/lib"
)

// Programs that keep a folder the same on several computers put another file in the place of one that
// is open. What is written to the old one then is in no file that anybody will open again. So each
// write looks first, and once more before it answers, whether the file at the path is the one that was
// opened. Reading goes on, so that what stood there can still be seen.

// remember notes which file was opened: before anything is read of it, and again once it holds a
// caseload, for a new one is empty before, and so may be one whose making was cut short.
func (s *Store) remember() error {
	now, err := os.Stat(s.o.Path)
	if err != nil {
		return Problem{s.o.Path + " went away while it was opened: look whether its drive or folder is still there.", err}
	}
	if s.opened != nil && !os.SameFile(s.opened, now) {
		return errReplaced
	}
	_ = os.SameFile(now, now) // Windows reads what tells files apart at the first comparison
	s.filled = s.opened != nil && now.Size() > 0
	s.opened = now
	return nil
}

// here is a Problem unless the file at the path is the one that was opened. It costs microseconds.
func (s *Store) here() error {
	now, err := os.Stat(s.o.Path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Problem{"The caseload's file cannot be reached, so nothing can be kept: look whether its drive or folder is still there, and try again.", err}
	}
	return s.same(now, err)
}

// stayed is a Problem when the file that was just written to is surely not the one at the path.
func (s *Store) stayed() error { return s.same(os.Stat(s.o.Path)) }

func (s *Store) same(now os.FileInfo, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Problem{"The caseload's file is gone from " + s.o.Path +
			", so nothing can be kept: put it back and try again; if you cannot, note what you typed before you leave.", err}
	case err != nil:
		return nil
	case !os.SameFile(s.opened, now):
		return errReplaced
	case now.Size() == 0 && s.filled:
		return errEmptied
	}
	return nil
}

var (
	errReplaced = Problem{Sentence: "The caseload's file was replaced by another while it was open, so nothing is kept in either: note what you typed, leave, and open it again."}
	errUnsure   = Problem{Sentence: "The disk did not answer at the very end, so this may be kept or not: look whether it is there before you keep it again."}
	errEmptied  = Problem{Sentence: "The caseload's file was emptied while it was open, so nothing can be kept: note what you typed, leave, and run kettle restore, which goes back to a backup."}
)

// refusedWrite says why a write failed. SQLite notices on its own, before it writes, that the file
// went away between our look and its.
func (s *Store) refusedWrite(err error) error {
	if extendedCode(err) != sqlite3.SQLITE_READONLY_DBMOVED {
		return notKept(err)
	}
	if gone := s.here(); gone != nil {
		return gone
	}
	return notKept(err)
}

// commit ends the transaction of w. Where the journal went, so that the step stands, but the folder could
// not be synced, calling it not kept would make a person keep it twice: the folder is synced again.
func (s *Store) commit(ctx context.Context, w *work) error {
	err := w.tx.Commit()
	if err == nil {
		return s.stayed()
	}
	if !s.stands(ctx, w) {
		return s.refusedWrite(err)
	}
	if syncFolder(filepath.Dir(s.o.Path)) != nil {
		return Problem{errUnsure.Sentence, err}
	}
	return s.stayed()
}

// stands reports whether a step is in the file though its commit failed.
func (s *Store) stands(ctx context.Context, w *work) bool {
	if w.stepID == 0 || s.here() != nil {
		return false
	}
	var stands bool
	err := s.readers.QueryRowContext(context.WithoutCancel(ctx), "SELECT EXISTS (SELECT 1 FROM step WHERE id = ? AND window = ? AND at = ?)",
		w.stepID, s.o.Window, w.at).Scan(&stands)
	return err == nil && stands
}
