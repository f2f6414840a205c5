package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks a file as a caseload of Kettle ("KETL"), where SQLite keeps such a mark.
const applicationID = 0x4B45544C

// readyFile looks at what stands at the path before SQLite sees it, and makes an empty file, which
// only its owner can read, when nothing stands there. What is no caseload is refused untouched.
func readyFile(o Options) error {
	info, err := os.Stat(o.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return newFile(o)
	}
	if err != nil {
		return Problem{fmt.Sprintf("%s cannot be looked at: look at the rights of its folder.", o.Path), err}
	}
	if info.IsDir() {
		return Problem{Sentence: fmt.Sprintf("%s is a folder, not a caseload: name a file in it.", o.Path)}
	}
	if !info.Mode().IsRegular() {
		return Problem{Sentence: fmt.Sprintf("%s is no ordinary file, so it cannot be a caseload: name another.", o.Path)}
	}
	check := checkHeader
	if info.Size() == 0 {
		check = checkEmpty
	}
	if err := check(o.Path); err != nil {
		return err
	}
	if info.Mode().Perm()&0o077 != 0 && !o.ReadOnly {
		// A drive without rights of its own, as many memory sticks are, refuses this; it can be used.
		_ = os.Chmod(o.Path, 0o600)
	}
	return nil
}

func newFile(o Options) error {
	if o.ReadOnly {
		return Problem{Sentence: fmt.Sprintf("There is no caseload at %s: look at the name.", o.Path)}
	}
	if err := os.MkdirAll(filepath.Dir(o.Path), 0o700); err != nil {
		return Problem{fmt.Sprintf("The folder of %s cannot be made: choose another place.", o.Path), err}
	}
	f, err := os.OpenFile(o.Path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil // another window made it just now
	}
	if err != nil {
		return Problem{fmt.Sprintf("%s cannot be made: look at the rights of its folder.", o.Path), err}
	}
	return f.Close()
}

// checkEmpty refuses an empty file that has backups: it was a caseload, and something else emptied it.
// Without any it may become one.
func checkEmpty(path string) error {
	if _, err := os.Stat(path + "-journal"); err == nil {
		return nil // the first opening of all was cut short
	}
	backups, err := (&Store{o: Options{Path: path}.filled()}).backupFiles()
	if err != nil || len(backups) == 0 {
		return nil
	}
	return Problem{Sentence: fmt.Sprintf("%s is empty, but there are backups of it: nothing was changed. Copy the newest into its place: %s.",
		path, backups[0].Path)}
}

// checkHeader refuses what is no caseload, or one of a newer program, by the first bytes of the file
// (SQLite file format, section 1.3). Beside a journal the bytes may be
// half-written, when the first opening of all was cut short: then SQLite decides, after its repair.
func checkHeader(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return Problem{fmt.Sprintf("%s cannot be read: look at its rights.", path), err}
	}
	defer f.Close()
	var head [100]byte
	n, err := io.ReadFull(f, head[:])
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return Problem{fmt.Sprintf("%s cannot be read: look whether its drive is still there.", path), err}
	}
	if n < len(head) || string(head[:16]) != "SQLite format 3\x00" {
		if _, err := os.Stat(path + "-journal"); err == nil {
			return nil
		}
		return notOurs(path)
	}
	return checkMarks(path, binary.BigEndian.Uint32(head[68:]), int(binary.BigEndian.Uint32(head[60:])))
}

// checkMarks refuses a database that is none of ours, or is of a newer program.
func checkMarks(path string, application uint32, version int) error {
	if application != applicationID {
		return notOurs(path)
	}
	if version > newestVersion() {
		return Problem{Sentence: fmt.Sprintf("%s was written by a newer Kettle (version %d of the file, this one knows %d): use the newer program. Nothing was changed.",
			path, version, newestVersion())}
	}
	return nil
}

func notOurs(path string) error {
	return Problem{Sentence: fmt.Sprintf("%s is no caseload of Kettle: nothing was changed. Look at the name, or go back to a backup.", path)}
}

// openingProblem says in a sentence why a file could not be opened.
func openingProblem(path string, err error) error {
	var known Problem
	if errors.As(err, &known) && sqliteCode(err) == 0 {
		return known
	}
	switch sqliteCode(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return Problem{fmt.Sprintf("%s is damaged: nothing was changed. Put the newest of its backups in its place.", path), err}
	case sqlite3.SQLITE_BUSY:
		return Problem{fmt.Sprintf("%s is being written to by another window: try again in a moment.", path), err}
	}
	return explained(err)
}
