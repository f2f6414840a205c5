package importing

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
)

// line is one row of the preview: a heading, or a piece of what is said below it.
type line struct {
	heading bool
	lead    string // drawn strongly before the text
	text    string
	indent  int
	style   canvas.Style
}

// hang is how far the rows below the first of an entry are set in.
const hang = 4

// compose says everything that is to be known, broken to the width: what must be read first comes
// first. The counts may stand beside it.
func (p *Page) compose(width int, beside bool) []line {
	b := builder{page: p, width: width}
	v := p.preview
	b.alarms(v)
	b.years(v)
	if !beside {
		b.counts(v)
	}
	b.texts("Not joined: join them by hand if they are one family", v.Questions)
	b.conflicts(v)
	b.problems(v)
	b.changes(v)
	b.texts("Not in this file: they stay", v.Missing)
	b.families(v)
	b.columns(v)
	return b.lines
}

type builder struct {
	page  *Page
	width int
	lines []line
}

func (b *builder) heading(words string) {
	b.lines = append(b.lines, line{heading: true, text: words})
}

// entry is a text in rows of the width, after a lead.
func (b *builder) entry(style canvas.Style, lead, text string) {
	const indent = 2
	if lead != "" {
		lead += "  "
	}
	first := max(b.width-indent-canvas.Width(lead), 12)
	words := canvas.WrapText(text, first)
	head := ""
	if len(words) > 0 {
		head = words[0]
	}
	b.lines = append(b.lines, line{lead: lead, text: head, indent: indent, style: style})
	rest := strings.TrimSpace(strings.TrimPrefix(strings.Join(strings.Fields(text), " "), head))
	if rest == "" {
		return
	}
	for _, words := range canvas.WrapText(rest, max(b.width-hang, 12)) {
		b.lines = append(b.lines, line{text: words, indent: hang, style: style})
	}
}

func rowLead(row int) string { return fmt.Sprintf("row %d", row) }

func (b *builder) alarms(v *view.Import) {
	if len(v.Alarms) == 0 {
		return
	}
	b.heading("Read this first")
	for _, a := range v.Alarms {
		b.entry(b.page.Theme.Late, "! "+rowLead(a.Row), a.Text)
	}
}

// years says that the years have not moved on yet; a file moves only those whom it names.
func (b *builder) years(v *view.Import) {
	if v.Behind > 0 {
		b.heading("A new school year")
		b.entry(b.page.Theme.Warn, "", fmt.Sprintf("%d here are still in last year's groups. “%s”, to be found with %s, moves all of them, also those who are not in this file; before or after it, nobody is moved twice.",
			v.Behind, action.ByID(action.GoYears).Title, action.ByID(action.Palette).Keyname(true)))
	}
}

func (b *builder) counts(v *view.Import) {
	b.heading("What it brings")
	for _, words := range countWords(v) {
		b.entry(b.page.Theme.Text, words[0], words[1])
	}
	if school := b.page.schoolWords(); school != "" {
		b.entry(b.page.Theme.Text, fmt.Sprintf("%-8s", "school"), school)
	}
}

// countWords are the counts, each with what it counts.
func countWords(v *view.Import) [][2]string {
	var all [][2]string
	for _, c := range v.Counts {
		var words []string
		for _, n := range []struct {
			n    int
			word string
		}{{c.New, "new"}, {c.Changed, "changed"}, {c.Same, "as they are"}, {c.Hidden, "out of sight, and stay so"}, {c.Missing, "not in this file"}} {
			if n.n > 0 {
				words = append(words, fmt.Sprintf("%d %s", n.n, n.word))
			}
		}
		if len(words) == 0 {
			words = []string{"none"}
		}
		all = append(all, [2]string{fmt.Sprintf("%-8s", c.What), strings.Join(words, ", ")})
	}
	if v.LeftOut > 0 {
		all = append(all, [2]string{fmt.Sprintf("%-8s", "rows"), fmt.Sprintf("%d left out, for the reasons below", v.LeftOut)})
	}
	return all
}

func (b *builder) texts(heading string, texts []string) {
	if len(texts) == 0 {
		return
	}
	b.heading(heading)
	for _, t := range texts {
		b.entry(b.page.Theme.Text, "", t)
	}
}

func (b *builder) conflicts(v *view.Import) {
	if len(v.Conflicts) == 0 {
		return
	}
	b.heading("Changed by you and by the office: yours stays")
	for _, c := range v.Conflicts {
		b.entry(b.page.Theme.Text, rowLead(c.Row), c.Name+": "+c.Field+" is "+c.Yours+" here, "+c.Office+" in the file")
	}
}

func (b *builder) problems(v *view.Import) {
	for _, group := range v.Problems {
		style, title := b.page.Theme.Text, group.Title
		if group.LeftOut {
			style, title = b.page.Theme.Warn, "Left out: "+title
		}
		b.heading(title)
		for _, n := range group.Notes {
			b.entry(style, rowLead(n.Row), n.Text)
		}
	}
}

func (b *builder) changes(v *view.Import) {
	if len(v.Changes) == 0 {
		return
	}
	b.heading("Changes")
	for _, c := range v.Changes {
		var fields []string
		for _, f := range c.Fields {
			fields = append(fields, f.Field+" "+f.From+" → "+f.To)
		}
		b.entry(b.page.Theme.Text, c.Name, strings.Join(fields, " · "))
	}
}

func (b *builder) families(v *view.Import) {
	if len(v.Families) == 0 {
		return
	}
	b.heading("Families as they will be")
	for _, f := range v.Families {
		words := f.Children
		if f.Adults != "" {
			words += " – " + f.Adults
		}
		b.entry(b.page.Theme.Text, f.Name+familyMark(f), words)
	}
}

// familyMark says what becomes of a family that is not as it was.
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

func (b *builder) columns(v *view.Import) {
	b.heading("The file")
	b.entry(b.page.Theme.Text, "", fileWords(v.File))
	for _, c := range v.File.Columns {
		style := b.page.Theme.Text
		if c.Unknown {
			style = b.page.Theme.Warn
		}
		b.entry(style, c.Heading, c.Field)
	}
}

func fileWords(f view.ImportFile) string {
	return fmt.Sprintf("%d rows, %s, separated by %s, headings in row %d", f.Rows, f.Encoding, f.Separator, f.HeadingRow)
}

// schoolWords name the school of new children where there are several.
func (p *Page) schoolWords() string {
	if len(p.preview.Schools) < 2 {
		return ""
	}
	for _, s := range p.preview.Schools {
		if s.ID == p.preview.School {
			return "new children go to " + s.Name
		}
	}
	return ""
}

func (p *Page) whyNoSchool() string {
	if p.preview == nil || len(p.preview.Schools) < 2 {
		return "There is only one school to choose."
	}
	return ""
}

// chooseSchool asks which school new children go to.
func (p *Page) chooseSchool() tea.Cmd {
	var choices []choose.Choice
	for _, s := range p.preview.Schools {
		choices = append(choices, choose.Choice{Words: s.Name, Do: func() tea.Cmd {
			p.preview.School, p.width = s.ID, 0
			return nil
		}})
	}
	return screen.Show(choose.New(p.Env, "To which school do new children go?", choices))
}

// toPart goes to the first line of the next part, or of the one before; round at the ends. As much of
// the part as fits is scrolled into sight.
func (p *Page) toPart(step int) tea.Cmd {
	var starts []int
	here := -1
	for i, l := range p.lines {
		if l.heading {
			starts = append(starts, i)
		}
		if i == p.rows.At() {
			here = len(starts) - 1
		}
	}
	if len(starts) == 0 {
		return nil
	}
	start := starts[(here+step+len(starts))%len(starts)]
	_, height := p.rows.Visible()
	p.rows.Select(start + max(height-1, 1))
	p.rows.Select(start + 1)
	return nil
}
