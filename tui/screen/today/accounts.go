package today

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// accountItems are the incidents whose account is not agreed, or of which parents are to be told. They
// stand among the worries (practice 14).
func (p *Page) accountItems() []item {
	var items []item
	for _, line := range p.page.Accounts {
		items = append(items, item{
			key: itemKey{"Accounts", line.ID}, family: line.FamilyID, rows: 1,
			about:  line.What + ": one account is agreed before anybody rings home, then each parent hears the same words.",
			draw:   func(c *canvas.Canvas) { p.drawAccount(c, line) },
			open:   func() tea.Cmd { return screen.Open(screen.Account, line.ID) },
			whyNot: "Open it: what is agreed, and who was told, stands there.",
		})
	}
	return items
}

func (p *Page) drawAccount(c *canvas.Canvas, l view.AccountLine) {
	glyph, style := theme.GlyphOpen, p.Theme.Warn
	if l.Late {
		glyph, style = theme.GlyphAsk, p.Theme.Late
	}
	p.line(c, style, glyph, l.When, l.What, l.Behind, "")
}
