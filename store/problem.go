package store

import (
	"errors"

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

// sentences are what the faults of a disk or file mean for a person, by SQLite's primary code.
var sentences = map[int]string{
	sqlite3.SQLITE_FULL:     "The disk is full, so this was not kept: make room and keep it again.",
	sqlite3.SQLITE_IOERR:    "The disk did not answer as it should, so this was not kept: look whether the drive is still there.",
	sqlite3.SQLITE_READONLY: "The caseload may not be written to, so this was not kept: look at the rights of its file and folder.",
	sqlite3.SQLITE_CANTOPEN: "The caseload's file could not be opened: look whether its folder is still there.",
	sqlite3.SQLITE_BUSY:     "Another window is writing to the caseload: try again in a moment.",
	sqlite3.SQLITE_CORRUPT:  "The caseload's file is damaged: stop here and put the newest of its backups in its place.",
	sqlite3.SQLITE_NOTADB:   "The caseload's file is damaged: stop here and put the newest of its backups in its place.",
}

// explained gives an error of the database a sentence where a person can do something about it.
func explained(err error) error {
	var known Problem
	if err == nil || errors.As(err, &known) {
		return err
	}
	if sentence := sentences[sqliteCode(err)]; sentence != "" {
		return Problem{Sentence: sentence, Err: err}
	}
	return err
}

// sqliteCode is SQLite's primary result code of an error, 0 when it is none of SQLite's.
func sqliteCode(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xFF
}
