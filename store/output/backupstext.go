package output

import (
	"fmt"
	"path/filepath"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// BackupsText lists the backups of the caseload at path, numbered, with what is in each and what going
// back to it would lose.
func BackupsText(path string, all []view.Backup) string {
	t := &text{}
	t.wrapped("", "", "Backups of "+clean(path)+", the newest first. kettle restore NUMBER goes back to one, and keeps the present file aside.")
	for i, b := range all {
		t.line("")
		t.wrapped(fmt.Sprintf("%3d  ", i+1), "     ", backupWords(b))
		if b.Fault != "" {
			t.wrapped("     ! ", "       ", clean(b.Fault))
			continue
		}
		t.wrapped("     ", "     ", contentWords(b))
		t.wrapped("     ", "     ", lostWords(b))
	}
	return t.String()
}

// backupWords names one backup by its time, why it was made and where it lies.
func backupWords(b view.Backup) string {
	where := "beside the caseload"
	if b.Second {
		where = "in " + clean(filepath.Dir(b.Path))
	}
	return momentWords(model.MomentOf(b.At)) + ", " + whyWords(b.Why) + ", " + where
}

func whyWords(why string) string {
	for _, w := range []struct{ why, words string }{
		{"daily", "made once a day"},
		{"changing", "made while you worked"},
		{"import", "made before an import"},
		{"migrate", "made before a new version"},
		{"asked", "asked for"},
	} {
		if w.why == why {
			return w.words
		}
	}
	return clean(why)
}

func contentWords(b view.Backup) string {
	words := plural(b.Families, "family", "families") + ", " + sizeWords(int(b.Bytes))
	if b.LastEntry == "" {
		return words + ", nothing entered by hand"
	}
	return words + ", last entry " + momentWords(model.Moment(b.LastEntry)) + ": " + clean(b.LastTitle)
}

func lostWords(b view.Backup) string {
	switch {
	case b.Unknown:
		return "could lose entries: the present file cannot be read to compare"
	case b.Lost == 0:
		return "would lose nothing"
	}
	return "would lose " + plural(b.Lost, "entry", "entries") + ", the newest of " + momentWords(model.Moment(b.LostLast))
}

// RestoreQuestion asks whether to go back to a backup. Of a file that was named alone only its name is
// known.
func RestoreQuestion(b view.Backup) string {
	t := &text{}
	if b.At.IsZero() {
		t.wrapped("", "", "Go back to "+clean(b.Path)+"? The present file is kept aside.")
	} else {
		t.wrapped("", "", "Go back to the backup of "+backupWords(b)+"? It "+lostWords(b)+". The present file is kept aside.")
	}
	return t.String() + "Type yes: "
}

// RestoredText says what going back to a backup did, and how to undo that. command is how Kettle was
// started, with the caseload's name where it was given.
func RestoredText(r view.Restored, command string) string {
	t := &text{}
	t.wrapped("", "", "The caseload is as it was in "+clean(r.Backup.Path)+": "+contentWords(r.Backup)+".")
	if r.Aside == "" {
		t.wrapped("", "", "No file was in its place before.")
		return t.String()
	}
	t.wrapped("", "", "The file that was in its place lies aside, whole. This goes back to it:")
	t.line(`  %s restore "%s"`, command, clean(r.Aside))
	return t.String()
}

func momentWords(m model.Moment) string {
	return strings.TrimSpace(m.Date().Full() + " " + string(m.Clock()))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// clean is text from a file, which may have come from anywhere, without what a terminal would obey.
func clean(text string) string {
	clean, _ := model.Clean(text)
	return strings.ReplaceAll(clean, "\n", " ")
}
