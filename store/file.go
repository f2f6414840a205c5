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
	if err := checkGone(o.Path); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(o.Path), 0o700); err != nil {
		return notMade(fmt.Sprintf("The folder of %s cannot be made: look at the rights of its folder, or choose another place.", o.Path), err)
	}
	_ = syncFolder(filepath.Dir(filepath.Dir(o.Path))) // the folder itself must outlast a power cut
	f, err := os.OpenFile(o.Path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil // another window made it just now
	}
	if err != nil {
		return notMade(fmt.Sprintf("%s cannot be made: look at the rights of its folder.", o.Path), err)
	}
	return explained(f.Close())
}

// notMade says that the disk is to blame where it is, and else the sentence.
func notMade(sentence string, err error) error {
	if says := sentenceOf(err); says == diskFull || says == diskFails {
		return explained(err)
	}
	return Problem{sentence, err}
}

// checkGone refuses to begin a new caseload where one was, of which there are backups.
func checkGone(path string) error {
	backups, err := backupsOf(path)
	if err != nil || len(backups) == 0 {
		return nil
	}
	return Problem{Sentence: fmt.Sprintf("There is no caseload at %s any more, but there are backups of it: %s. To begin a new one, name another file.", path, wayBack(path))}
}

// checkEmpty refuses an empty file that has backups: it was a caseload, and something else emptied it.
// Without any it may become one.
func checkEmpty(path string) error {
	backups, err := backupsOf(path)
	if err != nil || len(backups) == 0 {
		return nil
	}
	return Problem{Sentence: fmt.Sprintf("%s is empty, but there are backups of it, so nothing was changed: %s.", path, wayBack(path))}
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
	if err := checkMarks(path, binary.BigEndian.Uint32(head[68:]), int(binary.BigEndian.Uint32(head[60:]))); err != nil {
		return err
	}
	if !asWritten(head) {
		return damaged(path)
	}
	return nil
}

// asWritten reports whether the head says of the file's form what Kettle writes there: pages of 4096
// bytes without a rest, a journal of either kind, and tables of a known format. With anything else SQLite would call the file
// read-only, or the disk at fault.
func asWritten(head [100]byte) bool {
	journal := func(kind byte) bool { return kind == 1 || kind == 2 }
	return binary.BigEndian.Uint32(head[44:]) <= 4 && string(head[16:18]) == "\x10\x00" && journal(head[18]) && head[18] == head[19] && string(head[20:24]) == "\x00\x40\x20\x20"
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
	advice := "look at the name"
	if backups, err := backupsOf(path); err == nil && len(backups) > 0 {
		advice += ", or " + wayBack(path)
	}
	return Problem{Sentence: fmt.Sprintf("%s is no caseload of Kettle, so nothing was changed: %s.", path, advice)}
}

// openingProblem says in a sentence why a file could not be opened.
func openingProblem(path string, err error) error {
	var known Problem
	if errors.As(err, &known) && sqliteCode(err) == 0 {
		return known
	}
	switch sqliteCode(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return Problem{damaged(path).Sentence, err}
	case sqlite3.SQLITE_ERROR: // a table is missing, say, because the file was not read to its end
		return Problem{fmt.Sprintf("%s could not be read: look whether its drive is still there, and try again.", path), err}
	case sqlite3.SQLITE_BUSY:
		return Problem{fmt.Sprintf("%s is being written to by another window: try again in a moment.", path), err}
	}
	return explained(err)
}
