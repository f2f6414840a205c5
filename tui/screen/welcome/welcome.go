// Package welcome is the first page of all: who are you, once, and then three ways to begin.
package welcome

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	form.Store
	// Introduce keeps who the user is and their school as one step; a name that is "" is left out.
	Introduce(ctx context.Context, me model.Staff, school model.School) (view.Change, error)
	// MarkAsked notes that the first questions were asked.
	MarkAsked(ctx context.Context) error
}

// offer is one way to begin.
type offer struct {
	words, note string
	do          func() tea.Cmd
}

// Page is the screen.
type Page struct {
	screen.Base
	store  Store
	offers []offer
	list   widget.List
	asked  bool // the form was shown in this run
}

// New is the page; newFamily opens the form for the first family.
func New(env *screen.Env, store Store, newFamily func() tea.Cmd) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store}
	p.offers = []offer{
		{"Take in the office's export", "a CSV file of pupils and their contacts, from SIMS, Arbor or a spreadsheet", func() tea.Cmd { return screen.Open(screen.Import, 0) }},
		{"Add the first family", "type it in: a child, a parent, a phone number", newFamily},
		{"Look round a made-up school", "60 invented families and a year of life; gone afterwards", screen.LookRound},
	}
	p.list.SetTotal(len(p.offers))
	return p
}

// Load asks the first questions, once; there is nothing to read.
func (p *Page) Load() []screen.Ask {
	if p.asked || p.World.Asked {
		return nil
	}
	p.asked = true
	return []screen.Ask{{Slot: "asked", Do: func(ctx context.Context) (any, error) { return askNow{}, p.store.MarkAsked(ctx) }}}
}

type askNow struct{}

// Take opens the first questions.
func (p *Page) Take(answer any) tea.Cmd {
	if _, ok := answer.(askNow); !ok {
		return nil
	}
	return p.introduce()
}

func (p *Page) introduce() tea.Cmd {
	me, school := model.Staff{Role: model.SENCO, Me: true}, model.School{Kind: model.Maintained}
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "Welcome to Kettle",
		Intro: "Two things to begin with. Esc leaves them for later; section " + action.ByID(action.GoSchool).Keyname(false) + ", School, asks again.",
		Name:  "introduction",
		Groups: form.Fields(
			widget.Text("Your name", &me.Name).Hint("as you sign: Ms Reed"),
			widget.Choice("Your role", &me.Role, widget.Options(model.Roles)),
			widget.Text("Your school", &school.Name),
			widget.Choice("Kind of school", &school.Kind, widget.Options(model.SchoolKinds)),
		),
		Keep: func(ctx context.Context) (view.Change, error) { return p.store.Introduce(ctx, me, school) },
	}))
}

// Crumbs are none.
func (p *Page) Crumbs() []string { return nil }

// Scopes are those of the page and its list.
func (p *Page) Scopes() []action.Scope { return []action.Scope{action.Welcome, action.List} }

// Handlers move about and take an offer.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.WelcomeOpen] = action.Handler{Do: func() tea.Cmd { return p.offers[p.list.At()].do() }}
	return h
}

// About says what Kettle is.
func (p *Page) About() []string {
	return []string{"Kettle keeps your caseload of families, on this laptop only: nothing leaves it by itself.", "Everything you do can be taken back with " + action.ByID(action.Undo).Keyname(false) + "."}
}

// Draw draws the three offers.
func (p *Page) Draw(c *canvas.Canvas) {
	left := max((c.Width()-78)/2, 2)
	in := c.Sub(left, max(c.Height()/4-2, 1), min(c.Width()-left, 78), c.Height())
	in.Text(1, 0, p.Theme.Strong, "Put the kettle on, sit on the same side, listen.")
	in.Text(1, 2, p.Theme.Dim, "How would you like to begin?")
	for i, o := range p.offers {
		at := 4 + 3*i
		row := in.Rows(at, 2)
		row.Text(2, 0, p.Theme.Text, o.words)
		row.Text(2, 1, p.Theme.Dim, canvas.Cut(o.note, row.Width()-2))
		if i == p.list.At() {
			row.Text(0, 0, p.Theme.Marker, "▌")
			row.Tint(0, p.Theme.Selected)
			row.Cursor(0, 0)
		}
		row.Area(func(int, int) tea.Cmd { p.list.Select(i); return o.do() })
	}
	in.Text(1, 4+3*len(p.offers), p.Theme.Dim, "Nothing you type here leaves this laptop.")
}
