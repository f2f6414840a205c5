package doubles

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// Compare is the page with two beside each other.
type Compare struct {
	screen.Base
	store Store
	two   view.Two
	c     view.Comparison
	known bool
	goTo  bool // the family that stays is opened afterwards
	list  widget.List
	pane  widget.Pane
}

// NewCompare puts two beside each other; the first one stays, until the other one is chosen.
func NewCompare(env *screen.Env, store Store, two view.Two) *Compare {
	return &Compare{Base: screen.Base{Env: env}, store: store, two: two}
}

// Load asks for what both have.
func (p *Compare) Load() []screen.Ask {
	two := p.two
	return []screen.Ask{{Slot: "compare", Do: func(ctx context.Context) (any, error) { return p.store.Compare(ctx, two) }}}
}

// Take takes what both have; when one of them is no longer there, the page closes.
func (p *Compare) Take(answer any) tea.Cmd {
	c, ok := answer.(view.Comparison)
	if !ok {
		return nil
	}
	if p.known && c.Refused != "" && len(c.Rows) == 0 {
		return screen.Close(p, nil)
	}
	p.c, p.known = c, true
	p.list.SetTotal(len(c.Rows) + len(c.Asks) + len(c.Happens))
	return nil
}

// Stale is so when people changed, or were joined or kept apart.
func (p *Compare) Stale(c view.Change) bool {
	return c.Touches(view.Join, view.Adult, view.Pupil, view.Family)
}

// Crumbs lead to the page.
func (p *Compare) Crumbs() []string {
	return []string{action.ByID(action.GoDoubles).Title, p.c.Names[0] + " and " + p.c.Names[1]}
}

// Scopes are the page's, which is read as a list is.
func (p *Compare) Scopes() []action.Scope { return []action.Scope{action.ComparePage, action.List} }

// Handlers bind the page's actions.
func (p *Compare) Handlers() action.Handlers {
	h := widget.Reading(&p.list, &p.pane)
	h[action.CompareJoin] = action.Handler{Do: p.join, Why: p.whyNot}
	h[action.CompareSwap] = action.Handler{Do: p.swap, Why: p.whyNot}
	h[action.DoubleApart] = action.Handler{Do: func() tea.Cmd {
		return keepApart(p.store, p.two, func(c view.Change) tea.Cmd { return screen.Close(p, screen.Told(c)) })
	}, Why: p.whyNotApart}
	return h
}

func (p *Compare) whyNot() string {
	if !p.known {
		return "The two have not been read yet."
	}
	return p.c.Refused
}

func (p *Compare) whyNotApart() string {
	if p.c.Apart {
		return "It is known already that they are two."
	}
	return p.whyNot()
}

// swap lets the other one stay.
func (p *Compare) swap() tea.Cmd {
	p.two = p.two.Swapped()
	return screen.Question(p, p.Load()...)
}

// join joins the two; what speaks against it is asked first.
func (p *Compare) join() tea.Cmd {
	if len(p.c.Asks) == 0 {
		return p.doJoin(false)
	}
	return screen.Show(choose.New(p.Env, "Are they one all the same?", []choose.Choice{
		{Words: "No, leave both", Note: canvas.Cut(p.c.Asks[0], 50), Do: func() tea.Cmd { return nil }},
		{Words: "Yes, join the two", Do: func() tea.Cmd { return p.doJoin(true) }},
	}))
}

func (p *Compare) doJoin(sure bool) tea.Cmd {
	two, family := p.two, p.c.Family
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) { return p.store.JoinTwo(ctx, two, sure) },
		Then: func(c view.Change) tea.Cmd {
			if p.goTo && family != 0 {
				return screen.Close(p, screen.Both(screen.Open(screen.Family, family), screen.Told(c)))
			}
			return screen.Close(p, screen.Told(c))
		},
		Long: "Joining the two",
	})
}

// besideFrom is the width from which the two stand beside each other.
const besideFrom = 76

// Draw draws what the two have, what speaks against joining them, and what it would do.
func (p *Compare) Draw(c *canvas.Canvas) {
	c.Text(1, 1, p.Theme.Strong, canvas.Cut("Are these one?", c.Width()-2))
	if !p.known {
		return
	}
	body := c.Rows(3, c.Height()-3)
	if p.c.Refused != "" {
		body.Sub(2, 0, body.Width()-4, body.Height()).Wrap(0, 0, p.Theme.Text, p.c.Refused)
		return
	}
	p.list.SetHeight(max(body.Height()/2, 1))
	p.pane.Draw(body, p.Theme, p.rowsOf(body.Width()-2), &p.list, nil)
}

func (p *Compare) rowsOf(width int) []widget.PaneRow {
	var rows []widget.PaneRow
	item := 0
	if width < besideFrom {
		rows = p.under(width, &item)
	} else {
		rows = p.beside(width, &item)
	}
	if len(p.c.Asks) > 0 {
		rows = append(rows, widget.EmptyRow(), widget.Heading(p.Theme, "What speaks against it", ""))
		for _, ask := range p.c.Asks {
			rows = append(rows, widget.WrapRows(item, 0, width, p.Theme.Warn, theme.GlyphAsk+" "+ask)...)
			item++
		}
	}
	rows = append(rows, widget.EmptyRow(), widget.Heading(p.Theme, "When they are joined", action.ByID(action.CompareJoin).Keyname(false)+" joins, "+action.ByID(action.Undo).Keyname(false)+" takes it back"))
	for _, what := range p.c.Happens {
		rows = append(rows, widget.WrapRows(item, 0, width, p.Theme.Text, what)...)
		item++
	}
	return rows
}

const whatWidth = 19

// beside are the two in columns, with what is alike or differs between them.
func (p *Compare) beside(width int, item *int) []widget.PaneRow {
	half := (width - whatWidth - 4) / 2
	left, right := whatWidth, whatWidth+half+4
	rows := []widget.PaneRow{{Item: widget.NoItem, Draw: func(c *canvas.Canvas) {
		c.Text(left, 0, p.Theme.Accent, canvas.Cut(p.c.Names[0], half))
		c.Text(right, 0, p.Theme.Strong, canvas.Cut(p.c.Names[1], half))
	}}, {Item: widget.NoItem, Draw: func(c *canvas.Canvas) {
		c.Text(left, 0, p.Theme.Dim, "stays")
		c.Text(right, 0, p.Theme.Dim, "goes into it")
	}}}
	for _, r := range p.c.Rows {
		a, b := canvas.WrapText(r.Values[0], half), canvas.WrapText(r.Values[1], half)
		mark, style := p.mark(r)
		for y := range max(len(a), len(b), 1) {
			rows = append(rows, widget.PaneRow{Item: *item, Draw: func(c *canvas.Canvas) {
				if y == 0 {
					c.Text(0, 0, p.Theme.Dim, r.What)
					c.Text(right-3, 0, style, mark)
				}
				c.Text(left, 0, p.Theme.Text, lineOf(a, y))
				c.Text(right, 0, p.Theme.Text, lineOf(b, y))
			}})
		}
		*item++
	}
	return rows
}

func lineOf(lines []string, y int) string {
	if y < len(lines) {
		return lines[y]
	}
	return ""
}

// mark says whether a row is alike, by a sign that needs no colour.
func (p *Compare) mark(r view.CompareRow) (string, canvas.Style) {
	switch {
	case r.Alike:
		return "=", p.Theme.Good
	case r.Values[0] != "" && r.Values[1] != "":
		return "≠", p.Theme.Warn
	}
	return "·", p.Theme.Dim
}

// under are the two under one another, thing by thing.
func (p *Compare) under(width int, item *int) []widget.PaneRow {
	rows := widget.WrapRows(widget.NoItem, 0, width, p.Theme.Accent, p.c.Names[0]+" stays,")
	rows = append(rows, widget.WrapRows(widget.NoItem, 0, width, p.Theme.Strong, p.c.Names[1]+" goes into it.")...)
	for _, r := range p.c.Rows {
		mark, style := p.mark(r)
		rows = append(rows, widget.PaneRow{Item: *item, Draw: func(c *canvas.Canvas) {
			c.Text(0, 0, style, mark)
			c.Text(2, 0, p.Theme.Dim, r.What)
		}})
		values := []string{or(r.Values[0]), or(r.Values[1])}
		if r.Alike {
			values = values[:1]
		}
		for _, value := range values {
			rows = append(rows, widget.WrapRows(*item, 2, width, p.Theme.Text, value)...)
		}
		*item++
	}
	return rows
}

func or(value string) string {
	if strings.TrimSpace(value) == "" {
		return "nothing"
	}
	return value
}

// About says what stays and what is kept.
func (p *Compare) About() []string {
	return []string{
		"= is alike, ≠ differs, · only one of them has. Of what differs the one who stays keeps theirs; " + action.ByID(action.CompareSwap).Keyname(false) + " lets the other one stay.",
		"Nothing is lost: " + action.ByID(action.Undo).Keyname(false) + " takes it back at once, and “" + action.ByID(action.FamilySplit).Title + "” on the family’s page splits the two again at any time. A court order outlives every join.",
	}
}
