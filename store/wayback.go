package store

import (
	"context"
	"fmt"
	"path/filepath"

	"kettle/model/view"
)

// damaged says that a file is damaged, and what can take its place.
func damaged(path string) Problem {
	return Problem{Sentence: fmt.Sprintf("%s is damaged, so it was not opened and nothing was changed: %s.", path, wayBack(path))}
}

// unsafeSchema says that a file holds more, or less, than Kettle put there.
func unsafeSchema(path string) Problem {
	return Problem{Sentence: fmt.Sprintf("%s was changed by something else than Kettle and might do harm, so it was not opened and nothing was changed: %s.", path, wayBack(path))}
}

// wayBack says which backup can take the place of a caseload that cannot be opened: the newest that is
// good itself.
func wayBack(path string) string {
	good, ok := newestGood(path)
	if !ok {
		return "there is no good backup beside it; look for a copy on another drive"
	}
	return fmt.Sprintf("kettle restore goes back to a backup, and the newest good one is of %s (%s)", good.At.Format("Mon 2 January 2006, 15:04"), filepath.Base(good.Path))
}

// newestGood is the newest backup of a caseload that is whole.
func newestGood(path string) (view.Backup, bool) {
	backups, err := backupsOf(path)
	if err != nil {
		return view.Backup{}, false
	}
	for _, b := range backups {
		if c, err := lookAt(context.Background(), b.Path, querier.examineFile); err == nil && c.Sound() {
			return b, true
		}
	}
	return view.Backup{}, false
}
