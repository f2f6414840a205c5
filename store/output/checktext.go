package output

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// CheckText says in plain words what was examined of a caseload, whether it is sound, and what to do.
func CheckText(c view.Check, backups []view.Check) string {
	t := &text{}
	if c.Counted {
		t.wrapped("", "", "Examined "+clean(c.Path)+": "+examinedWords(c)+".")
		t.wrapped("", "", provenWords(c))
	} else {
		t.wrapped("", "", "Examined "+clean(c.Path)+". What stands in it was not counted, because the file itself is not whole.")
	}
	t.line("")
	t.verdict(c)
	if len(backups) > 0 {
		t.line("")
		t.line("Backups")
	}
	for _, b := range backups {
		t.wrapped("  ", "    ", momentWords(model.MomentOf(b.At))+": "+backupVerdict(b))
	}
	if !c.Sound() {
		t.line("")
		t.wrapped("", "", whatToDo(c))
	}
	return t.String()
}

// examinedWords are what stands in the file, counted.
func examinedWords(c view.Check) string {
	return strings.Join([]string{
		plural(c.Families, "family", "families"), plural(c.Children, "child", "children"), plural(c.Adults, "adult", "adults"),
		plural(c.Contacts, "contact", "contacts"), plural(c.Meetings, "meeting", "meetings"), plural(c.Promises, "promise", "promises"),
		plural(c.Steps, "step", "steps"), plural(int(c.Pages), "page", "pages") + " of the file",
	}, ", ")
}

// provenWords say how much could be compared with what was kept.
func provenWords(c view.Check) string {
	words := plural(c.Proven, "entry was", "entries were") + " compared with the history of what was kept"
	if c.Unproven > 0 {
		words += "; it does not know " + fmt.Sprint(c.Unproven) + " that are too old for it or came with a made-up school"
	}
	return words + "."
}

func (t *text) verdict(c view.Check) {
	if c.Sound() {
		t.line("All is well.")
		return
	}
	t.line("Damage was found:")
	for _, d := range c.Damage {
		t.wrapped("  ! ", "    ", d.What)
	}
}

func backupVerdict(c view.Check) string {
	if c.Sound() {
		return "all is well, " + plural(c.Families, "family", "families")
	}
	return "damaged: " + clean(c.Damage[0].What)
}

func whatToDo(c view.Check) string {
	if c.Mendable() {
		return "Nothing that you kept is touched. kettle check --mend makes the list anew."
	}
	return "What to do: close Kettle everywhere, then run kettle restore. It lists the backups with what each of them holds, and keeps the present file aside. kettle check --backups says which of them are good."
}
