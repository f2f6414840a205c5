package accounts

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// besideFrom is the width from which two versions stand side by side.
const besideFrom = 100

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
	p.list.SetHeight(max(body.Height()/3, 1))
	p.pane.Draw(body, p.Theme, p.rows(body.Width()-2), &p.list, func() tea.Cmd { return screen.Run(action.AccountTake) })
}

// rows are all rows of the page in that width.
func (p *Page) rows(width int) []widget.PaneRow {
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
	rows  []widget.PaneRow
	next  int // the item whose rows come next
}

func (b *builder) add(item int, draw func(c *canvas.Canvas)) {
	b.rows = append(b.rows, widget.PaneRow{Item: item, Draw: draw})
}

func (b *builder) text(item, indent int, style canvas.Style, text string) {
	b.rows = append(b.rows, widget.WrapRows(item, indent, b.width, style, text)...)
}

func (b *builder) space() { b.rows = append(b.rows, widget.EmptyRow()) }

// heading is a heading with a note behind it, and an empty row above.
func (b *builder) heading(words, note string) {
	b.rows = append(b.rows, widget.EmptyRow(), widget.Heading(b.Theme, words, note))
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
		b.text(widget.NoItem, 0, b.Theme.Warn, theme.GlyphAsk+" Somebody told it after it was agreed: does it still hold? ↵ here changes the words.")
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
		b.text(widget.NoItem, 0, b.Theme.Dim, "No parent of these children may be told. Their links stand on the families' pages.")
	}
	for _, t := range b.tell {
		b.parent(b.item(), t)
	}
	for _, t := range b.kept {
		b.add(widget.NoItem, func(c *canvas.Canvas) {
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
