package output

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// textWidth is how wide plain text is written, in characters: that of the smallest usual terminal.
const textWidth = 80

// WriteImport writes a preview of an import as plain text. What must be read first comes first; of
// long lists the whole is written, for it may be read with a pager.
func WriteImport(w io.Writer, v view.Import) error {
	t := &text{}
	t.line("%s: %s, %s, separated by %s, headings in row %d, %s", v.File.Name, sizeWords(v.File.Size), v.File.Encoding, v.File.Separator, v.File.HeadingRow, plural(v.File.Rows, "row", "rows"))
	t.importAlarms(v)
	t.importCounts(v)
	t.importLeft(v)
	t.importQuestions(v)
	t.importProblems(v)
	t.importChanges(v)
	t.list("Not in this file: they stay", v.Missing)
	t.importFamilies(v)
	t.importColumns(v)
	_, err := io.WriteString(w, t.String())
	return err
}

// WriteImportReport is WriteImport with what a page that is kept must say of itself.
func WriteImportReport(w io.Writer, v view.Import, at model.Moment) error {
	t := &text{}
	t.line("What the office's export would bring, as Kettle saw it on %s at %s.", at.Date().Full(), string(at.Clock()))
	t.line("It names children and their families: keep it where only you read it.\n")
	if _, err := io.WriteString(w, t.String()); err != nil {
		return err
	}
	return WriteImport(w, v)
}

func sizeWords(bytes int) string {
	if bytes < 1024 {
		return fmt.Sprintf("%d bytes", bytes)
	}
	return fmt.Sprintf("%d KB", (bytes+1023)/1024)
}

func (t *text) importAlarms(v view.Import) {
	if len(v.Alarms) == 0 {
		return
	}
	t.heading("Read this first")
	for _, a := range v.Alarms {
		t.item("! row %d: %s", a.Row, a.Text)
	}
}

func (t *text) importCounts(v view.Import) {
	t.heading("What it brings")
	t.line("  %-10s %6s %8s %6s %13s %13s", "", "new", "changed", "same", "out of sight", "not in file")
	for _, c := range v.Counts {
		t.line("  %-10s %6d %8d %6d %13d %13d", c.What, c.New, c.Changed, c.Same, c.Hidden, c.Missing)
	}
	if v.LeftOut > 0 {
		t.line("  %s left out, for the reasons below.", plural(v.LeftOut, "row", "rows"))
	}
	if v.Nothing {
		t.line("  Everything in this file is here already.")
	}
}

// importLeft lists what somebody decided to leave out.
func (t *text) importLeft(v view.Import) {
	some := false
	for _, i := range v.Items {
		if !i.Left || len(i.Keys) == 0 || !slices.Contains([]view.ImportPart{view.ImportAlarms, view.ImportChanged, view.ImportNew}, i.Part) {
			continue
		}
		if !some {
			t.heading("Left out, as you decided")
		}
		some = true
		words := strings.TrimSuffix(strings.TrimPrefix(i.Lead+": "+i.Text, ": "), ": ")
		if i.Under {
			t.wrapped("      ", "        ", words)
		} else {
			t.item("%s", words)
		}
	}
}

func (t *text) importQuestions(v view.Import) {
	t.list("Not joined", v.Questions)
	if len(v.Conflicts) == 0 {
		return
	}
	t.heading("Changed by you and by the office: yours stays")
	for _, c := range v.Conflicts {
		t.item("row %d: %s: %s is %s here, %s in the file", c.Row, c.Name, c.Field, c.Yours, c.Office)
	}
}

func (t *text) importProblems(v view.Import) {
	for _, p := range v.Problems {
		title := p.Title
		if p.LeftOut {
			title = "Left out: " + title
		}
		t.heading(title)
		for _, n := range p.Notes {
			t.item("row %d: %s", n.Row, n.Text)
		}
	}
}

func (t *text) importChanges(v view.Import) {
	if len(v.Changes) == 0 {
		return
	}
	t.heading("Changes")
	for _, c := range v.Changes {
		t.item("row %d: %s", c.Row, c.Name)
		for _, f := range c.Fields {
			t.wrapped("      ", "        ", f.Field+": "+f.From+" → "+f.To)
		}
	}
}

func (t *text) importFamilies(v view.Import) {
	if len(v.Families) == 0 {
		return
	}
	t.heading("Families as they will be")
	for _, f := range v.Families {
		words := f.Children
		if f.Adults != "" {
			words += " – " + f.Adults
		}
		t.item("%s", f.Name+familyMark(f)+": "+words)
	}
}

// familyMark says what becomes of a family: " (new)", " (was Lane)", " (Lane joins it)".
func familyMark(f view.ImportFamily) string {
	switch {
	case f.New:
		return " (new)"
	case len(f.Joined) > 0:
		return " (" + strings.Join(f.Joined, ", ") + " goes into it)"
	case f.Was != "":
		return " (was " + f.Was + ")"
	}
	return ""
}

func (t *text) importColumns(v view.Import) {
	t.heading("Columns")
	unknown := 0
	for _, c := range v.File.Columns {
		if c.Unknown {
			unknown++
		}
		t.item("%s: %s", c.Heading, c.Field)
	}
	if unknown > 0 {
		t.wrapped("", "", fmt.Sprintf("%d of %d columns not recognised. To say what a column holds, open the file on the screen (kettle import FILE) and choose "+
			"“What the columns hold”; it is remembered for every file with these headings.", unknown, len(v.File.Columns)))
	}
}

// text is plain text being written.
type text struct{ strings.Builder }

func (t *text) line(format string, args ...any) {
	t.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

func (t *text) heading(words string) { t.line("\n%s", words) }

// item is a line of a list; what does not fit goes on below, set in.
func (t *text) item(format string, args ...any) {
	t.wrapped("  ", "    ", fmt.Sprintf(format, args...))
}

// list is a heading with its items, nothing when there are none.
func (t *text) list(heading string, items []string) {
	if len(items) == 0 {
		return
	}
	t.heading(heading)
	for _, i := range items {
		t.item("%s", i)
	}
}

// wrapped breaks a text at words.
func (t *text) wrapped(first, next, words string) {
	line, used := first, len(first)
	for _, word := range strings.Fields(words) {
		width := len([]rune(word))
		if used+width > textWidth && line != first && line != next {
			t.line("%s", line)
			line, used = next, len(next)
		}
		line += word + " "
		used += width + 1
	}
	t.line("%s", line)
}
