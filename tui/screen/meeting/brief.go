package meeting

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/theme"
)

// Brief is the one page for staff, as it is printed (practice 39).
type Brief struct {
	page
	log   []model.Contact
	sheet model.Sheet
}

func (p *Prepare) brief() tea.Cmd {
	b := &Brief{page: p.below("Brief")}
	b.self = b
	b.write()
	return screen.Show(b)
}

// mostLog is how many entries of the log are looked through for good things.
const mostLog = 100

// Load asks for the meeting, and for the log of its family.
func (b *Brief) Load() []screen.Ask {
	family := b.FamilyID()
	return append(b.page.Load(), screen.Ask{Slot: "log", Do: func(ctx context.Context) (any, error) {
		return b.store.FamilyContacts(ctx, family, mostLog, 0)
	}})
}

// Take takes the meeting or the log.
func (b *Brief) Take(answer any) tea.Cmd {
	if log, ok := answer.([]model.Contact); ok {
		b.log = log
	}
	cmd := b.page.Take(answer)
	b.write()
	return cmd
}

func (b *Brief) write() { b.sheet = model.Brief(b.prep.BriefFacts(b.log, b.Today())) }

// Scopes are those of the brief, which is scrolled as a list is.
func (b *Brief) Scopes() []action.Scope { return []action.Scope{action.BriefPage, action.List} }

// Handlers print and copy the page.
func (b *Brief) Handlers() action.Handlers {
	h := b.list.Handlers(nil)
	h[action.BriefPrint] = action.Handler{Do: func() tea.Cmd { return screen.Show(choose.Print(b.Env, "the brief", b.sheet)) }}
	h[action.BriefCopy] = action.Handler{Do: func() tea.Cmd { return screen.Copy(b.sheet.Text(), "the brief") }}
	return h
}

// briefHeading is the column in which headings stand.
const briefHeading = 18

// briefRow is one row of the page on the screen.
type briefRow struct{ heading, text string }

// Draw draws the page, headings beside what belongs to them.
func (b *Brief) Draw(c *canvas.Canvas) {
	if !b.known {
		return
	}
	b.drawCrumbs(c, c.Width()-1)
	c.Text(1, top, b.Theme.Dim, canvas.Cut(b.sheet.Under, c.Width()-2))
	area := c.Sub(0, top+2, min(c.Width(), 110), c.Height()-top-2)
	var rows []briefRow
	for _, block := range b.sheet.Blocks {
		rows = append(rows, b.rowsOf(block, area.Width()-briefHeading-2)...)
	}
	b.list.SetTotal(max(len(rows)-area.Height(), 0) + 1)
	b.list.SetHeight(area.Height())
	from := max(b.list.At(), 0)
	for y := range area.Height() {
		if at := from + y; at < len(rows) {
			area.Text(1, y, b.Theme.Accent, rows[at].heading)
			area.Text(briefHeading, y, b.Theme.Text, rows[at].text)
		}
	}
	if len(rows)-from > area.Height() {
		c.Right(c.Width()-1, 1, b.Theme.Dim, "more below")
	}
}

// rowsOf are the rows of one block and an empty one.
func (b *Brief) rowsOf(block model.Block, width int) []briefRow {
	heading := canvas.WrapText(block.Heading, briefHeading-2)
	var rows []briefRow
	add := func(mark, text string) {
		for _, line := range canvas.WrapText(text, max(width-canvas.Width(mark), 10)) {
			rows = append(rows, briefRow{text: mark + line})
			mark = strings.Repeat(" ", canvas.Width(mark))
		}
	}
	if block.Text != "" {
		add("", block.Text)
	}
	mark := "- "
	if block.Boxes {
		mark = theme.GlyphOpen + " "
	}
	for _, item := range block.Items {
		add(mark, item)
	}
	for _, row := range padded(block.Rows) {
		add(row.lead, row.last)
	}
	for i, words := range heading {
		if i == len(rows) {
			rows = append(rows, briefRow{})
		}
		rows[i].heading = words
	}
	return append(rows, briefRow{})
}

// tableRow is a row of a table: its columns in their width, and the last one, which may go on below.
type tableRow struct{ lead, last string }

// padded gives each column of a table but the last one width.
func padded(table [][]string) []tableRow {
	var widths []int
	for _, row := range table {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], canvas.Width(cell))
		}
	}
	rows := make([]tableRow, len(table))
	for at, row := range table {
		last := len(row) - 1
		for i, cell := range row[:last] {
			rows[at].lead += cell + strings.Repeat(" ", widths[i]-canvas.Width(cell)+2)
		}
		rows[at].last = row[last]
	}
	return rows
}

// About says what is on the page, and what never is.
func (b *Brief) About() []string {
	return []string{
		"One A4 page for those from school who are there: read it before, and leave it out of sight.",
		"Nothing of an adult who is kept apart stands on it, no address or number, nothing passed to the DSL, and no staff debrief.",
	}
}
