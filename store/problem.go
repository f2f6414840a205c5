package store

import (
	"errors"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Problem is an error that a person reads: one sentence that says what is wrong and what to do.
type Problem struct {
	Sentence string
	Err      error // what lies behind it, nil for nothing
}

// Error implements error.
func (p Problem) Error() string { return p.Sentence }

// Plain is the sentence, for those who show errors to a person and know nothing of this package.
func (p Problem) Plain() string { return p.Sentence }

// Unwrap gives what lies behind the sentence.
func (p Problem) Unwrap() error { return p.Err }

// sentence says a fault of a disk or file in two halves; what it means for the person stands between.
type sentence struct{ what, remedy string }

var (
	diskFull    = sentence{"The disk is full", "make room and try again"}
	diskFails   = sentence{"The disk did not answer as it should", "look whether the drive is still there and has room, and try again"}
	notWritable = sentence{"The caseload may not be written to", "look at the rights of its file and folder"}
	notOpened   = sentence{"The caseload's file could not be opened", "look whether its folder is still there, and try again"}
	othersWrite = sentence{"Another window is writing to the caseload", "try again in a moment"}
	isDamaged   = sentence{"The caseload's file is damaged", "close Kettle and run kettle restore, which goes back to a backup"}
)

// damagedValue is what a value says that cannot stand where it stands.
func damagedValue(err error) error {
	return Problem{Sentence: isDamaged.what + ": " + isDamaged.remedy + ".", Err: err}
}

// sentences are what the faults mean for a person, by SQLite's primary code.
var sentences = map[int]sentence{
	sqlite3.SQLITE_FULL:     diskFull,
	sqlite3.SQLITE_IOERR:    diskFails,
	sqlite3.SQLITE_READONLY: notWritable,
	sqlite3.SQLITE_PERM:     notWritable,
	sqlite3.SQLITE_CANTOPEN: notOpened,
	sqlite3.SQLITE_BUSY:     othersWrite,
	sqlite3.SQLITE_CORRUPT:  isDamaged,
	sqlite3.SQLITE_NOTADB:   isDamaged,
}

// systemSentences are the same for what the system itself answers, as it does beside a backup.
var systemSentences = []struct {
	err  error
	says sentence
}{
	{syscall.ENOSPC, diskFull},
	{syscall.EDQUOT, sentence{"Your share of the disk is full", diskFull.remedy}},
	{syscall.EIO, diskFails},
	{syscall.EROFS, notWritable},
	{fs.ErrPermission, notWritable},
	{fs.ErrNotExist, notOpened},
}

// explained gives an error of reading a sentence where a person can do something about it.
func explained(err error) error { return said(err, "") }

// notKept gives an error of keeping something a sentence that says so.
func notKept(err error) error { return said(err, ", so this was not kept") }

// noBackup gives an error of making a backup a sentence that says so.
func noBackup(err error) error { return said(err, ", so no backup was made") }

func said(err error, meaning string) error {
	var known Problem
	if err == nil || errors.As(err, &known) {
		return err
	}
	if says := sentenceOf(err); says.what != "" {
		return Problem{Sentence: says.what + meaning + ": " + says.remedy + ".", Err: err}
	}
	return err
}

// sentenceOf is the zero sentence where a person can do nothing.
func sentenceOf(err error) sentence {
	if says, ok := sentences[sqliteCode(err)]; ok {
		return says
	}
	for _, s := range systemSentences {
		if errors.Is(err, s.err) {
			return s.says
		}
	}
	return sentence{}
}

// sqliteCode is SQLite's primary result code of an error, 0 when it is none of SQLite's.
func sqliteCode(err error) int { return extendedCode(err) & 0xFF }

// extendedCode is SQLite's whole result code, which says more of some faults.
func extendedCode(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code()
}
