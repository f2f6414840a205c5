package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// The second place is a folder that the user names, as a rule on a memory stick or a drive of the
// school. It may be away for weeks, and others may keep their backups there: each caseload has a folder
// of its own in it. Nothing else there is touched, and a place that is away is never made.

// aboutAbsent in table about is the place that was away when it was last looked for.
const aboutAbsent = "second_place_absent"

// CopyBackups brings the second place up to date: copies to it the backups worth keeping that it does
// not hold, each checked before it counts, and thins out those there. That the place is away is no
// error, but part of the answer.
func (s *Store) CopyBackups(ctx context.Context) (view.SecondPlace, error) {
	s.observe(false)
	place, folder, err := s.secondPlace(ctx)
	if err != nil || place.Folder == "" {
		return place, err
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		place.Absent = true
		folder = ""
	}
	if place.Known, err = s.noteAbsent(ctx, place); err != nil || place.Absent {
		return place, err
	}
	return place, notCopied(place.Folder, s.copyInto(ctx, folder))
}

// secondPlace is what the user named, and the folder that it means.
func (s *Store) secondPlace(ctx context.Context) (place view.SecondPlace, folder string, err error) {
	if s.o.ReadOnly {
		return place, "", nil
	}
	settings, err := s.Settings(ctx)
	place.Folder = settings.Text(model.SecondBackupPlace)
	return place, folderNamed(place.Folder), err
}

// folderNamed is the folder that a person means: as dropped on the terminal, "~" for the home folder,
// a drive of Windows with or without its backslash.
func folderNamed(typed string) string {
	path := typed
	if runtime.GOOS != "windows" {
		path = DroppedPath(typed)
	}
	if path == "~" || strings.HasPrefix(path, `~\`) {
		if home, err := os.UserHomeDir(); err == nil {
			path = filepath.Join(home, path[1:])
		}
	}
	if path != "" && filepath.VolumeName(path) == path && !strings.HasPrefix(path, `\\`) {
		path += string(filepath.Separator)
	}
	return path
}

// noteAbsent remembers in the file whether the place is away, and reports whether that was known.
func (s *Store) noteAbsent(ctx context.Context, place view.SecondPlace) (known bool, err error) {
	absent := ""
	if place.Absent {
		absent = place.Folder
	}
	var before string
	err = s.read(ctx, func(q querier) error {
		return q.queryRow("SELECT coalesce((SELECT value FROM about WHERE key = ?), '')", aboutAbsent).Scan(&before)
	})
	if err != nil || before == absent {
		return before != "", err
	}
	return false, s.write(ctx, func(w *work) (bool, error) {
		_, err := w.exec("INSERT OR REPLACE INTO about (key, value) VALUES (?, ?)", aboutAbsent, absent)
		return err == nil, err
	})
}

// copyInto makes this caseload's own folder in the place hold what is worth keeping.
func (s *Store) copyInto(ctx context.Context, place string) error {
	own, err := ownName(ctx, s.readers)
	if err != nil || own == "" {
		return err
	}
	folder := filepath.Join(place, own)
	for _, made := range []string{filepath.Dir(folder), folder} { // never the place itself: it may have gone just now
		if err := os.Mkdir(made, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	s.sweepUnfinished(folder)
	missing, err := s.missingIn(folder)
	if err != nil {
		return err
	}
	for _, b := range missing {
		if checkWhole(ctx, b.Path) != nil {
			continue // kettle restore names it; the others are worth copying all the same
		}
		if err := copyChecked(ctx, b.Path, filepath.Join(folder, filepath.Base(b.Path))); err != nil {
			return err
		}
	}
	return s.thinBackups(folder)
}

// missingIn are the backups beside the caseload that are worth keeping, seen together with those in
// the folder, and are not there.
func (s *Store) missingIn(folder string) (missing []view.Backup, err error) {
	beside, err := s.backupFiles()
	if err != nil {
		return nil, err
	}
	all, err := s.backupsIn(folder)
	if err != nil {
		return nil, err
	}
	there := map[string]bool{}
	for _, b := range all {
		there[filepath.Base(b.Path)] = true
	}
	for _, b := range beside {
		if !there[filepath.Base(b.Path)] {
			all = append(all, b)
		}
	}
	model.InOrder(all, newerFirst)
	for i, keep := range worthKeeping(timesOf(all)) {
		if keep && !there[filepath.Base(all[i].Path)] {
			missing = append(missing, all[i])
		}
	}
	return missing, nil
}

// copyChecked copies a file under a name of its own kind first, and looks at the copy before it counts.
func copyChecked(ctx context.Context, from, to string) error {
	temp, err := copyBeside(ctx, from, to)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	if err := checkWhole(ctx, temp); err != nil {
		return Problem{"The copy of a backup did not come out whole, and was thrown away: look whether the drive is sound.", err}
	}
	return settle(temp, to)
}

// copyBeside copies a file into the folder of another, under a name that counts for nothing yet.
func copyBeside(ctx context.Context, from, to string) (temp string, err error) {
	in, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.CreateTemp(filepath.Dir(to), unfinished+"*") // 0600
	if err != nil {
		return "", err
	}
	for err == nil && ctx.Err() == nil {
		_, err = io.CopyN(out, in, copiedAtOnce)
	}
	if err == nil || errors.Is(err, io.EOF) {
		err = ctx.Err()
	}
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		os.Remove(out.Name())
		return "", err
	}
	return out.Name(), nil
}

// copiedAtOnce is how much is copied before it is looked whether to go on, in bytes.
const copiedAtOnce = 1 << 20

// ownName is the caseload's folder in a second place, which it shares with nobody else's: by its first
// step, which all its backups have. Without a step there is none.
func ownName(ctx context.Context, db *sql.DB) (string, error) {
	var first string
	err := db.QueryRowContext(ctx, "SELECT coalesce((SELECT window || ' ' || at FROM step ORDER BY id LIMIT 1), '')").Scan(&first)
	if err != nil || first == "" {
		return "", err
	}
	return filepath.Join("kettle-backups", fmt.Sprintf("%x", sha256.Sum256([]byte(first)))[:8]), nil
}

// rememberedPlace is this caseload's folder in the second place, as the caseload or else the newest
// backup that can be read knows it; "" for none.
func (s *Store) rememberedPlace(ctx context.Context, beside []view.Backup) (folder string) {
	paths := []string{s.o.Path}
	for _, b := range beside {
		paths = append(paths, b.Path)
	}
	for _, path := range paths {
		err := withBackup(ctx, path, func(db *sql.DB) error {
			var typed string
			err := db.QueryRowContext(ctx, "SELECT coalesce((SELECT value FROM setting WHERE key = ?), '')", string(model.SecondBackupPlace)).Scan(&typed)
			if err != nil || typed == "" {
				return err
			}
			own, err := ownName(ctx, db)
			folder = filepath.Join(folderNamed(typed), own)
			return err
		})
		if err == nil {
			return folder
		}
	}
	return ""
}

// notCopied says in a sentence why no backup could be copied to the second place.
func notCopied(place string, err error) error {
	var known Problem
	if err == nil || errors.As(err, &known) {
		return err
	}
	if sentenceOf(err) == notWritable {
		return Problem{place + " may not be written to, so no backup was copied there: look at its rights, or choose another second place.", err}
	}
	if says := sentenceOf(err); says.what != "" {
		return Problem{says.what + ", so no backup was copied to " + place + ": " + says.remedy + ".", err}
	}
	return fmt.Errorf("copying a backup to %s: %w", place, err)
}
