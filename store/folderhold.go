package store

import (
	"errors"
	"os"
)

// folderHold is held on the caseload's folder by each window while it is open, together with others;
// alone by what replaces the file. It lies on the folder and not on the file, whose locks are SQLite's,
// and leaves no file of its own. Where the system or the drive has no such locks nothing is held.
type folderHold struct{ folder *os.File }

func (h folderHold) release() error {
	if h.folder == nil {
		return nil
	}
	if err := h.folder.Close(); !errors.Is(err, os.ErrClosed) {
		return err
	}
	return nil
}
