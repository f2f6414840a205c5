package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	sqlite3 "modernc.org/sqlite/lib"

	"kettle/model/view"
)

// Check examines a caseload, or a backup of one, and changes nothing. What is damaged stands in the
// answer; the error is a Problem for a file that cannot be examined at all.
func Check(ctx context.Context, path string) (view.Check, error) {
	return lookAt(ctx, path, querier.examine)
}

// lookAt opens a file for a look that changes nothing, and notes when there is no reading it.
func lookAt(ctx context.Context, path string, look func(querier, *view.Check) error) (c view.Check, err error) {
	if c.Path, err = filepath.Abs(path); err != nil {
		return c, fmt.Errorf("finding the caseload's folder: %w", err)
	}
	if err := examinable(c.Path); err != nil {
		return c, err
	}
	s := &Store{o: Options{Path: c.Path, ReadOnly: true}.filled()}
	if s.readers, err = connect(c.Path, 1, s.o.mode(), "query_only(ON)"); err != nil {
		return c, err
	}
	defer s.readers.Close()
	err = s.read(ctx, func(q querier) error { return look(q, &c) })
	if unreadable(err) {
		c.Damage = append(c.Damage, view.Damage{What: "The file cannot be read to its end: part of it was overwritten or is missing."})
		return c, nil
	}
	if sqliteCode(err) == sqlite3.SQLITE_READONLY {
		err = Problem{fmt.Sprintf("%s was being written to when the program ended: open it once in the ordinary way, which puts it in order, and check it then.", c.Path), err}
	}
	return c, err
}

// CheckBackups examines each backup of a caseload, the newest first. One that cannot be examined is
// damaged, too.
func CheckBackups(ctx context.Context, path string) ([]view.Check, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("finding the caseload's folder: %w", err)
	}
	backups, err := backupsOf(path)
	if err != nil {
		return nil, err
	}
	checks := make([]view.Check, len(backups))
	for i, b := range backups {
		c, err := Check(ctx, b.Path)
		if err != nil {
			c.Damage = append(c.Damage, view.Damage{What: explained(err).Error()})
		}
		c.At = b.At
		checks[i] = c
	}
	return checks, nil
}

// backupsOf are the backups beside a caseload, which need not be open or whole.
func backupsOf(path string) ([]view.Backup, error) {
	return (&Store{o: Options{Path: path}.filled()}).backupFiles()
}

// copyIsSound refuses a copy in which anything is damaged: then so is the caseload, and the backups that
// there are already must not give way to it. What can be made anew is no reason.
func copyIsSound(ctx context.Context, path string) error {
	c, err := Check(ctx, path)
	if err != nil || c.Sound() || c.Mendable() {
		return err
	}
	return Problem{Sentence: "The caseload's file is damaged, so no backup was made of it and the older ones stay: close Kettle and run kettle check, which says what to do."}
}

// examinable refuses what is no file, or no caseload.
func examinable(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Problem{Sentence: fmt.Sprintf("There is no caseload at %s: look at the name.", path)}
	}
	if err != nil {
		return Problem{fmt.Sprintf("%s cannot be looked at: look at the rights of its folder.", path), err}
	}
	if !info.Mode().IsRegular() {
		return Problem{Sentence: fmt.Sprintf("%s is no ordinary file, so it cannot be a caseload: name another.", path)}
	}
	return checkHeader(path)
}

// unreadable reports whether the database could not make sense of the file.
func unreadable(err error) bool {
	code := sqliteCode(err)
	return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB
}

// examine looks at everything, in an order in which each part may rely on those before it. Where the
// file itself is not whole, what stands in it is not looked at. An older file is brought up to date
// before it is used; its values are judged after that.
func (q querier) examine(c *view.Check) error {
	if err := q.queryRow("SELECT (SELECT user_version FROM pragma_user_version), (SELECT page_count FROM pragma_page_count)").
		Scan(&c.Version, &c.Pages); err != nil {
		return err
	}
	c.Newest = c.Version == newestVersion()
	if err := q.examineFile(c); err != nil || !c.Sound() {
		return err
	}
	c.Counted = true
	parts := []func(*view.Check) error{q.countAll, q.examineKeys, q.examineHistory}
	if c.Newest {
		parts = append(parts, q.examineValues, q.examineTexts, q.examineIndex)
	}
	for _, part := range parts {
		if err := part(c); err != nil {
			return err
		}
	}
	return nil
}

func (q querier) countAll(c *view.Check) error {
	return q.queryRow(`SELECT (SELECT count(*) FROM family), (SELECT count(*) FROM pupil),
		(SELECT count(*) FROM adult), (SELECT count(*) FROM contact), (SELECT count(*) FROM meeting), (SELECT count(*) FROM follow_up),
		(SELECT count(*) FROM step)`).
		Scan(&c.Families, &c.Children, &c.Adults, &c.Contacts, &c.Meetings, &c.Promises, &c.Steps)
}
