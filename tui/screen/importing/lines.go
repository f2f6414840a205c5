package importing

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/theme"
)

// line is one entry of the preview, or a heading above some. What it says is asked only where it is
// seen.
type line struct {
	of    kind
	part  int    // the part it belongs to: the place of its heading
	at    int    // its place among those of its kind
	group int    // of a problem: its place among the kinds of problems
	words string // of a heading
}

// kind is what a line is taken from.
type kind int

const (
	aHeading kind = iota
	anItem
	aNote // an alarm about which nothing is to be decided
	aYears
	aCount
	aProblem
	aMissing
	aFamily
	aboutFile
	aColumn
)

// partTitle is the heading of what may be decided in one way.
func partTitle(p view.ImportPart) string {
	switch p {
	case view.ImportAlarms:
		return "Read this first"
	case view.ImportConflicts:
		return "Changed by you and by the office"
	case view.ImportDoubles:
		return "Perhaps one adult"
	case view.ImportJoins:
		return "Families that would be one"
	case view.ImportChanged:
		return "Changes"
	}
	return "New families and people"
}

// compose lists everything that is to be known, part by part: what must be read first comes first. The
// counts may stand beside it.
func (p *Page) compose(beside bool) []line {
	b := builder{page: p}
	v := p.preview
	b.notes(v)
	rest := b.items(0, view.ImportAlarms)
	b.part("A new school year", aYears, min(v.Behind, 1))
	if !beside {
		b.part("What it brings", aCount, len(p.countWords()))
	}
	for part := view.ImportConflicts; part <= view.ImportNew; part++ {
		rest = b.items(rest, part)
	}
	for g, group := range v.Problems {
		title := group.Title
		if group.LeftOut {
			title = "Left out: " + title
		}
		b.part(title, aProblem, len(group.Notes))
		for i := len(b.lines) - len(group.Notes); i < len(b.lines); i++ {
			b.lines[i].group = g
		}
	}
	b.part("Not in this file: they stay", aMissing, len(v.Missing))
	b.families(v)
	b.part("The file", aboutFile, 1)
	for i := range v.File.Columns {
		b.add(line{of: aColumn, at: i})
	}
	return b.lines
}

type builder struct {
	page  *Page
	lines []line
	begin int
}

func (b *builder) heading(words string) {
	b.begin = len(b.lines)
	b.lines = append(b.lines, line{of: aHeading, words: words, part: b.begin})
}

func (b *builder) add(l line) {
	l.part = b.begin
	b.lines = append(b.lines, l)
}

// part is a heading with so many lines of one kind below it; nothing where there are none.
func (b *builder) part(title string, of kind, n int) {
	if n == 0 {
		return
	}
	b.heading(title)
	for i := range n {
		b.add(line{of: of, at: i})
	}
}

// notes adds what must be read first and is not among the items: about the file as a whole.
func (b *builder) notes(v *view.Import) {
	items := 0
	for items < len(v.Items) && v.Items[items].Part == view.ImportAlarms {
		items++
	}
	b.part(partTitle(view.ImportAlarms), aNote, len(v.Alarms)-items)
}

// items adds the items of one part, which begin at from, and answers where the next part begins.
func (b *builder) items(from int, part view.ImportPart) int {
	items := b.page.preview.Items
	if from < len(items) && items[from].Part == part && (len(b.lines) == 0 || b.lines[b.begin].words != partTitle(part)) {
		b.heading(partTitle(part))
	}
	for ; from < len(items) && items[from].Part == part; from++ {
		b.add(line{of: anItem, at: from})
	}
	return from
}

// families are those that are known already, as they will be; new ones stand among what is new.
func (b *builder) families(v *view.Import) {
	for i, f := range v.Families {
		if f.New {
			continue
		}
		if len(b.lines) == 0 || b.lines[b.begin].words != familiesTitle {
			b.heading(familiesTitle)
		}
		b.add(line{of: aFamily, at: i})
	}
}

const familiesTitle = "Families as they will be"

// entry is what a line says.
type entry struct {
	mark   string // whether it is taken in
	lead   string // drawn strongly before the text
	text   string
	is     string // what is done with it, at the end of its first row
	indent int
	style  canvas.Style
	told   canvas.Style // of is
}

// entryOf is what a line says at the moment.
func (p *Page) entryOf(l line) entry {
	th, v := p.Theme, p.preview
	e := entry{indent: 2, style: th.Text}
	switch l.of {
	case anItem:
		return p.itemEntry(v.Items[l.at])
	case aNote:
		e.lead, e.text, e.style = "!", v.Alarms[l.at].Text, th.Late
		if row := v.Alarms[l.at].Row; row > 0 {
			e.lead = "! " + rowLead(row)
		}
	case aYears:
		e.text, e.style = p.behindWords(), th.Warn
	case aCount:
		words := p.countWords()[l.at]
		e.lead, e.text = words[0], words[1]
	case aProblem:
		group := v.Problems[l.group]
		if group.LeftOut {
			e.style = th.Warn
		}
		e.lead, e.text = rowLead(group.Notes[l.at].Row), group.Notes[l.at].Text
	case aMissing:
		e.text = v.Missing[l.at]
	case aFamily:
		f := v.Families[l.at]
		e.lead, e.text = f.Name+familyMark(f), f.Children
		if f.Adults != "" {
			e.text += " – " + f.Adults
		}
	case aboutFile:
		e.text = fileWords(v.File)
	case aColumn:
		column := v.File.Columns[l.at]
		if column.Unknown {
			e.style = th.Warn
		}
		e.lead, e.text = column.Heading, column.Field
	}
	return e
}

// behindWords say that the years have not moved on yet; a file moves only those whom it names.
func (p *Page) behindWords() string {
	return fmt.Sprintf("%d here are still in last year's groups. “%s”, to be found with %s, moves all of them, also those who are not in this file; before or after it, nobody is moved twice.",
		p.preview.Behind, action.ByID(action.GoYears).Title, action.ByID(action.Palette).Keyname(true))
}

// itemEntry is an item with its mark: taken in, or left, in a word as well.
func (p *Page) itemEntry(i view.ImportItem) entry {
	th := p.Theme
	is, left := p.stateOf(i)
	e := entry{mark: theme.GlyphDone, lead: i.Lead, text: i.Text, is: is, indent: 4, style: th.Text, told: th.Dim}
	switch i.Part {
	case view.ImportConflicts, view.ImportDoubles, view.ImportJoins: // which of two, not whether
		if !i.Decided(p.deciding.choices) {
			e.mark = theme.GlyphOpen
		}
	}
	if left {
		e.mark, e.style, e.told = theme.GlyphLeftOut, th.Dim, th.Warn
	}
	if is == "" {
		e.mark = ""
	}
	if i.Under {
		e.indent = 6
	}
	if i.Part == view.ImportAlarms {
		e.lead, e.style = "! "+rowLead(i.Row), th.Late
	}
	return e
}

func rowLead(row int) string { return fmt.Sprintf("row %d", row) }

// wrapped is an entry in rows of a width: the first beside its lead, the others set in.
func wrapped(e entry, width int) (first string, rest []string) {
	lead := 0
	if e.lead != "" {
		lead = canvas.Width(e.lead) + 2
	}
	room := width - e.indent - lead
	if e.is != "" {
		room -= canvas.Width(e.is) + 2
	}
	if room < 12 {
		room = 0
	}
	rows := canvas.WrapText(e.text, room)
	if len(rows) > 0 {
		first = rows[0]
	}
	left := strings.TrimSpace(strings.TrimPrefix(strings.Join(strings.Fields(e.text), " "), first))
	if left == "" {
		return first, nil
	}
	return first, canvas.WrapText(left, max(width-e.indent-2, 12))
}

// rowsOf is how many rows a line takes.
func (p *Page) rowsOf(i int) int {
	if p.lines[i].of == aHeading {
		return 1
	}
	_, rest := wrapped(p.entryOf(p.lines[i]), p.width)
	return 1 + len(rest)
}

// countWords are the counts, each with what it counts, and the school of new children.
func (p *Page) countWords() [][2]string {
	var all [][2]string
	for _, c := range p.preview.Counts {
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
	if n := p.preview.LeftOut; n > 0 {
		all = append(all, [2]string{fmt.Sprintf("%-8s", "rows"), fmt.Sprintf("%d left out, for the reasons below", n)})
	}
	if school := p.schoolWords(); school != "" {
		all = append(all, [2]string{fmt.Sprintf("%-8s", "school"), school})
	}
	return all
}

// familyMark says what becomes of a family that is not as it was.
func familyMark(f view.ImportFamily) string {
	switch {
	case len(f.Joined) > 0:
		return " (" + strings.Join(f.Joined, ", ") + " goes into it)"
	case f.Was != "":
		return " (was " + f.Was + ")"
	}
	return ""
}

func fileWords(f view.ImportFile) string {
	rows := "1 row"
	if f.Rows != 1 {
		rows = fmt.Sprintf("%d rows", f.Rows)
	}
	return fmt.Sprintf("%s, %s, separated by %s, headings in row %d", rows, f.Encoding, f.Separator, f.HeadingRow)
}

// schoolWords name the school of new children where there are several.
func (p *Page) schoolWords() string {
	if len(p.preview.Schools) < 2 {
		return ""
	}
	for _, s := range p.preview.Schools {
		if s.ID == p.preview.School {
			return "new children go to " + s.Name + "; " + action.ByID(action.ImportSchool).Keyname(false) + " changes that"
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
			p.preview.School = s.ID
			return nil
		}})
	}
	return screen.Show(choose.New(p.Env, "To which school do new children go?", choices))
}

// toPart goes to the first line of the next part, or of the one before; round at the ends.
func (p *Page) toPart(step int) tea.Cmd {
	at := p.rows.At()
	if at < 0 {
		return nil
	}
	here := slices.Index(p.parts, p.lines[at].part)
	p.rows.Show(p.parts[(here+step+len(p.parts))%len(p.parts)])
	return nil
}
