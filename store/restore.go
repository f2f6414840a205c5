package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"kettle/model/view"
)

// Going back to a backup replaces the caseload's file. Until the backup lies beside it, whole and on the
// disk, nothing is touched; then the file that is there goes aside under a name of its own, with its
// journal, and is never thrown away; then the copy gets the caseload's name. A power cut between the
// two leaves no file of that name, which is said at the next start.

// Restore puts the backup at from in the place of the caseload at o.Path, which may be damaged or gone,
// and keeps aside what was there. It is refused with a Problem while a window has the caseload open.
func Restore(ctx context.Context, o Options, from string) (done view.Restored, err error) {
	if o.ReadOnly {
		return done, Problem{Sentence: "--read-only changes nothing: leave it out to go back to a backup."}
	}
	s, err := unopened(o)
	if err != nil {
		return done, err
	}
	present, err := s.presentFile(from)
	if err != nil {
		return done, err
	}
	alone, err := holdFolder(filepath.Dir(s.o.Path), true)
	if err != nil {
		return done, err
	}
	defer alone.release()
	if err := notWritten(ctx, present); err != nil {
		return done, err
	}
	s.sweepUnfinished(filepath.Dir(present))
	temp, err := readyCopy(ctx, from, present)
	if err != nil {
		return done, notRestored(err)
	}
	defer os.Remove(temp)
	if done.Aside, err = exchange(temp, present, s.o.Machine()); err != nil {
		return done, notRestored(err)
	}
	done.Backup = view.Backup{Path: present}
	lookInto(ctx, &done.Backup)
	if info, err := os.Stat(from); err == nil {
		done.Backup.Path, done.Backup.Bytes = from, info.Size()
	}
	return done, nil
}

// presentFile is the caseload's own file, behind a link as the case may be; its folder is made when it
// is gone. What is to be restored must be another file.
func (s *Store) presentFile(from string) (string, error) {
	backup, err := os.Stat(from)
	if err != nil || !backup.Mode().IsRegular() {
		return "", Problem{fmt.Sprintf("There is no backup at %s: kettle restore lists those that there are.", from), err}
	}
	if err := os.MkdirAll(filepath.Dir(s.o.Path), 0o700); err != nil {
		return "", Problem{fmt.Sprintf("The folder of %s cannot be made: look at the rights of the folder above it.", s.o.Path), err}
	}
	info, err := os.Stat(s.o.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s.o.Path, nil
	case err != nil:
		return "", Problem{fmt.Sprintf("%s cannot be looked at: look at the rights of its folder.", s.o.Path), err}
	case !info.Mode().IsRegular():
		return "", Problem{Sentence: s.o.Path + " is no file, so no caseload can take its place: name another."}
	case os.SameFile(info, backup):
		return "", Problem{Sentence: from + " is the caseload itself: name one of its backups."}
	}
	return filepath.EvalSymlinks(s.o.Path)
}

// notWritten is a Problem while some other program writes to the caseload. A file with a journal is not
// asked: the answer would change it, and it is to go aside as it is.
func notWritten(ctx context.Context, present string) error {
	if _, err := os.Stat(present + "-journal"); err == nil || checkHeader(present) != nil {
		return nil
	}
	db, err := connect(present, 1, "rw")
	if err != nil {
		return nil
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err == nil {
		defer conn.Close()
		_, err = conn.ExecContext(ctx, "BEGIN EXCLUSIVE; ROLLBACK")
	}
	if sentenceOf(err) == othersWrite {
		return inUse(err)
	}
	return nil // it is damaged, which is why it is to be replaced
}

func inUse(err error) error {
	return Problem{"Another window of Kettle is open on a caseload in that folder, so nothing was changed: close it, then go back to the backup.", err}
}

// besides are the files in which SQLite keeps what is not in the caseload itself yet. They belong to
// that file alone: beside another they would be played into it.
var besides = []string{"-journal", "-wal", "-shm"}

// readyCopy copies the backup beside the caseload and looks whether the copy is whole. A file that went
// aside with a journal is put in order in the copy, as opening it would.
func readyCopy(ctx context.Context, from, present string) (temp string, err error) {
	if err := checkHeader(from); err != nil {
		return "", err
	}
	if temp, err = copyBeside(ctx, from, present); err != nil {
		return "", err
	}
	err = copyIfThere(ctx, from+"-journal", temp+"-journal")
	if err == nil {
		err = checkRestored(ctx, from, temp)
	}
	for _, end := range besides {
		os.Remove(temp + end)
	}
	if err != nil {
		os.Remove(temp)
		return "", err
	}
	return temp, nil
}

func copyIfThere(ctx context.Context, from, to string) error {
	if _, err := os.Stat(from); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	temp, err := copyBeside(ctx, from, to)
	if err != nil {
		return err
	}
	return settle(temp, to)
}

// checkRestored opens the copy as the caseload will be opened. from is named when something is wrong.
func checkRestored(ctx context.Context, from, temp string) error {
	db, err := connect(temp, 1, "rw")
	if err != nil {
		return err
	}
	defer db.Close()
	verdict, err := pagesOf(ctx, db)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil || verdict != "ok" {
		return Problem{from + " is damaged, so nothing was changed: choose another backup.", err}
	}
	application, version, err := marksOf(ctx, db)
	if err != nil {
		return err
	}
	return checkMarks(from, application, version)
}

func marksOf(ctx context.Context, db *sql.DB) (application uint32, version int, err error) {
	var id int64
	err = db.QueryRowContext(ctx, "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version)").Scan(&id, &version)
	return uint32(id), version, err
}

// exchange puts the present file aside and the new one in its place. When the second fails, the first
// is undone.
func exchange(temp, present string, at time.Time) (aside string, err error) {
	stem, ext := stemOf(present)
	aside, err = freeName(at, func(at string) string {
		return filepath.Join(filepath.Dir(present), stem+keptAside+at+ext)
	})
	if err != nil {
		return "", err
	}
	was, err := putAside(present, aside)
	if err == nil {
		err = renameFile(temp, present)
	}
	if err != nil {
		return "", errors.Join(err, bringBack(aside, present))
	}
	if !was {
		aside = ""
	}
	if err := syncFolder(filepath.Dir(present)); err != nil {
		return aside, Problem{"The backup is in the caseload's place now, but the disk did not answer as it should: look whether the drive is sound.", err}
	}
	return aside, nil
}

// putAside gives the present file its other name, and reports whether there was one. What lies besides
// is copied first, and taken away last: at no moment a file stands without its own, or beside another's.
func putAside(present, aside string) (was bool, err error) {
	for _, end := range besides {
		if err := copyIfThere(context.Background(), present+end, aside+end); err != nil {
			return false, err
		}
	}
	err = renameFile(present, aside)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	was = err == nil
	for _, end := range besides {
		if err := os.Remove(present + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return was, err
		}
	}
	return was, syncFolder(filepath.Dir(present))
}

// bringBack undoes putAside, as far as it came.
func bringBack(aside, present string) error {
	if _, err := os.Lstat(aside); err != nil { // it never went
		for _, end := range besides {
			if _, err := os.Lstat(present + end); err == nil {
				os.Remove(aside + end)
			}
		}
		return nil
	}
	for _, end := range append(slices.Clone(besides), "") {
		if err := renameFile(aside+end, present+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// notRestored says in a sentence why the backup could not take the caseload's place.
func notRestored(err error) error {
	var known Problem
	if err == nil || errors.As(err, &known) {
		return err
	}
	if says := sentenceOf(err); says.what != "" {
		return Problem{says.what + ", so nothing was changed: " + says.remedy + ".", err}
	}
	return fmt.Errorf("going back to the backup: %w", err)
}
