package store

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// copyNames are how programs that synchronise a folder name the second file when two computers wrote
// the same one, by what they put between its name and its extension; the first that fits counts.
var copyNames = []struct{ program, between string }{
	{"Syncthing", `\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?`},
	{"Nextcloud", ` \(conflicted copy \d{4}-\d{2}-\d{2} \d{6}\)`},
	{"ownCloud", `_conflict-\d{8}-\d{6}`},
	{"Dropbox", ` \(.*conflicted copy.*\)`},
	{"Google Drive", ` \(\d+\)`},
	{"iCloud", ` \d+`},
	{"OneDrive", `-[A-Za-z0-9][A-Za-z0-9-]{0,62}`}, // the name of the computer
}

// keptAside is in the name of a file that was put out of the way when a backup took its place.
const keptAside = "-kept-aside-"

// copyMaker is the program that would name a copy of the caseload so, "" when the name is no copy's.
func copyMaker(caseload, name string) string {
	ext := filepath.Ext(caseload)
	rest, begins := strings.CutPrefix(name, strings.TrimSuffix(caseload, ext))
	between, ends := strings.CutSuffix(rest, ext)
	if !begins || !ends || strings.Contains(name, keptAside) {
		return ""
	}
	for _, c := range copyNames {
		if regexp.MustCompile(`^` + c.between + `$`).MatchString(between) {
			return c.program
		}
	}
	return ""
}

// conflictedCopies are the warnings of caseloads that lie beside this one and look like copies of it.
func (s *Store) conflictedCopies() (found []warning) {
	entries, _ := os.ReadDir(filepath.Dir(s.o.Path))
	for _, e := range entries {
		program := copyMaker(filepath.Base(s.o.Path), e.Name())
		if _, backup := s.parseBackup(e.Name()); program == "" || backup || !e.Type().IsRegular() {
			continue
		}
		path := filepath.Join(filepath.Dir(s.o.Path), e.Name())
		if !isCaseload(path) {
			continue
		}
		found = append(found, warning{"copy " + e.Name(), func(ctx context.Context) string {
			mine, other := view.Backup{Path: s.o.Path}, view.Backup{Path: path}
			lookInto(ctx, &mine)
			lookInto(ctx, &other)
			return copySentence(program, mine, other)
		}})
	}
	return found
}

// isCaseload reports whether a file has the mark of a caseload, of whatever version.
func isCaseload(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [100]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		return false
	}
	return string(head[:16]) == "SQLite format 3\x00" && binary.BigEndian.Uint32(head[68:]) == applicationID
}

// copySentence says what a copy holds beside what the caseload itself does, and what to do about it.
func copySentence(program string, mine, other view.Backup) string {
	begins := fmt.Sprintf("“%s” beside your caseload looks like the second file that %s makes when two computers wrote at once",
		shownName(filepath.Base(other.Path)), program)
	if other.Fault != "" {
		return begins + ", but it cannot be read here: ask on the other computer what was entered there."
	}
	return fmt.Sprintf("%s: it has %s and %s, yours %s and %s, so %s. Look into it with kettle --db \"%s\" and enter here what is missing.",
		begins, familyCount(other.Families), lastEntry(other), familyCount(mine.Families), lastEntry(mine), laterOf(mine, other), shownName(other.Path))
}

func familyCount(n int) string {
	if n == 1 {
		return "1 family"
	}
	return fmt.Sprintf("%d families", n)
}

func lastEntry(b view.Backup) string {
	m := model.Moment(b.LastEntry)
	if !m.Valid() {
		return "no entry"
	}
	return strings.TrimSpace("a last entry of " + m.Date().Full() + " " + string(m.Clock()))
}

func laterOf(mine, other view.Backup) string {
	switch cmp.Compare(other.LastEntry, mine.LastEntry) {
	case 1:
		return "the other has the later entry"
	case -1:
		return "yours has the later entry"
	}
	return "neither is later"
}
