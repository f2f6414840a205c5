package accounts

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// besideFrom is the width from which two versions stand side by side.
const besideFrom = 100

// none is the item of a row that cannot be selected.
const none = -1

// row is one row of the page: what is drawn, and the item that a part of it belongs to. A row with two
// versions has a second item, which begins at the column split.
type row struct {
	item, second, split int
	draw                func(c *canvas.Canvas)
}

// Draw draws the page, scrolled so that what is selected is seen.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	x := 1 + c.Text(1, 1, p.Theme.Dim, "Log › Accounts › ")
	stage := p.page.Account.Stage(p.tell, p.Today())
	if x+canvas.Width(p.page.Account.What)+canvas.Width(stage)+4 > c.Width() {
		stage = ""
	}
	c.Text(x, 1, p.Theme.Strong, canvas.Cut(p.page.Account.What, c.Width()-x-1))
	c.Right(c.Width()-1, 1, p.Theme.Dim, stage)
	body := c.Rows(3, c.Height()-3)
	rows := p.rows(body.Width() - 2)
	p.list.SetHeight(max(body.Height()/3, 1))
	p.follow(rows, body.Height())
	for y := 0; y < body.Height() && p.top+y < len(rows); y++ {
		p.drawRow(body.Rows(y, 1), rows, p.top+y)
	}
	if p.top > 0 {
		body.Text(body.Width()-1, 0, p.Theme.Dim, "↑")
	}
	if p.top+body.Height() < len(rows) {
		body.Text(body.Width()-1, body.Height()-1, p.Theme.Dim, "↓")
	}
}

// follow scrolls so that the selected item is seen, from the heading above it on.
func (p *Page) follow(rows []row, height int) {
	at := p.list.At()
	first := slices.IndexFunc(rows, func(r row) bool { return r.item == at || r.second == at })
	if first < 0 {
		return
	}
	last := first
	for last+1 < len(rows) && (rows[last+1].item == at || rows[last+1].second == at) {
		last++
	}
	for first > 0 && rows[first-1].item == none {
		first--
	}
	low, high := last-height+1, first
	if low > high { // what is selected is higher than the window: it is read by going down
		low, high = high, low
	}
	p.top = max(min(p.top, high, max(len(rows)-height, low)), low, 0)
	p.above, p.below = p.top-first, last-height+1-p.top
}

// goBy goes to another item, or on in the one that is higher than the window.
func (p *Page) goBy(n int) tea.Cmd {
	switch {
	case n > 0 && p.below > 0:
		p.top += min(p.below, readOn)
	case n < 0 && p.above > 0:
		p.top -= min(p.above, readOn)
	default:
		p.list.Move(n)
	}
	return nil
}

// readOn is how many rows of a long text one step goes on.
const readOn = 3

func (p *Page) drawRow(c *canvas.Canvas, rows []row, i int) {
	r, at := rows[i], p.list.At()
	r.draw(c.Columns(1, c.Width()-2))
	p.mark(c, r.item, at, i == 0 || rows[i-1].item != r.item)
	if r.second != none {
		p.mark(c.Columns(r.split, c.Width()-r.split), r.second, at, i == 0 || rows[i-1].second != r.second)
	}
}

// mark marks a row of the selected item, and lets a click select it.
func (p *Page) mark(c *canvas.Canvas, item, at int, begins bool) {
	if item == none {
		return
	}
	c.Area(func(int, int) tea.Cmd {
		return p.list.Click(item, func() tea.Cmd { return screen.Run(action.AccountTake) })
	})
	if item != at {
		return
	}
	c.Text(0, 0, p.Theme.Marker, theme.GlyphMarker)
	if begins {
		c.Cursor(0, 0)
	}
}

// rows are all rows of the page in that width.
func (p *Page) rows(width int) []row {
	b := &builder{Page: p, width: width}
	b.facts()
	b.versions()
	b.agreed()
	b.parents()
	return b.rows
}

// builder gathers the rows.
type builder struct {
	*Page
	width int
	rows  []row
	next  int // the item whose rows come next
}

func (b *builder) add(item int, draw func(c *canvas.Canvas)) {
	b.rows = append(b.rows, row{item: item, second: none, draw: draw})
}

func (b *builder) text(item, indent int, style canvas.Style, text string) {
	for _, line := range canvas.WrapText(text, max(b.width-indent, 10)) {
		b.add(item, func(c *canvas.Canvas) { c.Text(indent, 0, style, line) })
	}
}

func (b *builder) space() { b.add(none, func(*canvas.Canvas) {}) }

// heading is a heading with a note behind it, and an empty row above.
func (b *builder) heading(words, note string) {
	b.space()
	b.add(none, func(c *canvas.Canvas) {
		used := c.Text(0, 0, b.Theme.Accent, words)
		c.Text(used+2, 0, b.Theme.Dim, canvas.Cut(note, max(c.Width()-used-2, 0)))
	})
}

// item is the number of the item whose rows come now.
func (b *builder) item() int {
	b.next++
	return b.next - 1
}

// facts say when and where, and whose children it is about.
func (b *builder) facts() {
	item, a := b.item(), b.page.Account
	when := strings.TrimSpace(a.At.Date().Full() + " " + string(a.At.Clock()))
	b.text(item, 0, b.Theme.Text, strings.Trim(when+", "+a.Place, ", "))
	var children []string
	for _, c := range b.page.Circle.Pupils {
		name := c.Card()
		if family := b.page.Families[c.FamilyID]; family != "" {
			name += " (" + family + ")"
		}
		children = append(children, name)
	}
	if len(children) > 0 {
		b.text(item, 0, b.Theme.Strong, strings.Join(children, " · "))
	}
}

// agreed are the words that everybody uses, or how to come to them.
func (b *builder) agreed() {
	a, item := b.page.Account, b.item()
	if !a.IsAgreed() {
		b.heading("The one account", "not agreed yet")
		words := "↵ writes it from the version of " + firstTeller(b.compared()) + ". Only then it shows whom to tell: everybody hears the same words."
		if len(a.Versions) == 0 {
			words = "First each tells it as they saw it: " + action.ByID(action.AccountAdd).Keyname(false) + " adds a version."
		}
		if a.Agreed != "" {
			b.text(item, 0, b.Theme.Text, a.Agreed)
			words = "↵ agrees on these words, or on others."
		}
		b.text(item, 0, b.Theme.Dim, words)
		return
	}
	note := "agreed " + a.AgreedOn.Near(b.Today())
	if a.AgreedBy != "" {
		note += " by " + a.AgreedBy
	}
	b.heading("The one account", note)
	b.text(item, 0, b.Theme.Strong, a.Agreed)
	if a.NewerThanAgreed() {
		b.text(none, 0, b.Theme.Warn, theme.GlyphAsk+" Somebody told it after it was agreed: does it still hold? ↵ here changes the words.")
	}
}

func firstTeller(versions []model.AccountVersion) string {
	if len(versions) == 0 {
		return "somebody"
	}
	return versions[0].By
}

// parents are whom to tell, and who is kept out and why; only when one account is agreed.
func (b *builder) parents() {
	if !b.page.Account.IsAgreed() {
		return
	}
	b.heading("Whom to tell", b.tellNote())
	if len(b.tell) == 0 {
		b.text(none, 0, b.Theme.Dim, "No parent of these children may be told. Their links stand on the families' pages.")
	}
	for _, t := range b.tell {
		b.parent(b.item(), t)
	}
	for _, t := range b.kept {
		b.add(none, func(c *canvas.Canvas) {
			c.Text(0, 0, b.Theme.Dim, canvas.Cut(theme.GlyphWall+" "+b.who(t)+": not told, "+t.Kept, c.Width()))
		})
	}
}

func (b *builder) tellNote() string {
	left := len(model.NotTold(b.tell))
	if left == 0 {
		return ""
	}
	by := b.page.Account.TellBy(b.Calendar())
	if by < b.Today() {
		return fmt.Sprintf("%d left, due %s", left, by.Near(b.Today()))
	}
	return fmt.Sprintf("%d left, by %s; ↵ shows what to say", left, by.Near(b.Today()))
}

func (b *builder) who(t model.Telling) string {
	return t.Adult.Formal() + ", " + called(t.Pupils)
}

// called are the names of pupils as a sentence has them.
func called(pupils []model.Pupil) string {
	var names []string
	for _, p := range pupils {
		names = append(names, p.Called())
	}
	return strings.Join(names, " and ")
}

func (b *builder) parent(item int, t model.Telling) {
	glyph, style, words := theme.GlyphOpen, b.Theme.Warn, "not told yet"
	switch {
	case t.Before:
		glyph, words = theme.GlyphAsk, "told "+t.Told.At.Near(b.Today())+", before"
	case t.IsTold():
		glyph, style, words = theme.GlyphDone, b.Theme.Good, "told "+toldWords(t.Told, b.Today())
	}
	b.add(item, func(c *canvas.Canvas) {
		c.Text(0, 0, style, glyph)
		end := c.Right(c.Width(), 0, style, canvas.Cut(words, c.Width()/2))
		used := 2 + c.Text(2, 0, b.Theme.Strong, canvas.Cut(t.Adult.Formal(), max(end-4, 0)))
		c.Text(used+2, 0, b.Theme.Text, canvas.Cut(called(t.Pupils), max(end-used-4, 0)))
	})
	if t.Before {
		b.text(item, 2, b.Theme.Warn, beforeWords(t))
	}
	if against := b.page.Account.Against(b.page.Circle, t.Adult); against != "" && !t.IsTold() {
		b.text(item, 2, b.Theme.Warn, theme.GlyphAsk+" What was agreed "+against+": say it without.")
	}
}

// toldWords are when, how and by whom: "Thu 26 15:40, phone, Ms Reed".
func toldWords(t model.AccountTold, today model.Date) string {
	words := t.At.Near(today)
	for _, more := range []string{string(t.Channel), t.By} {
		if more != "" {
			words += ", " + more
		}
	}
	return words
}

// beforeWords say that somebody heard other words.
func beforeWords(t model.Telling) string {
	return t.Adult.Formal() + " was told before it was agreed: say what has changed."
}
