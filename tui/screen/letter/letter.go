// Package letter is one letter or message to one adult: to read, change, copy, and mark as sent with
// its day and channel.
package letter

import (
	"context"
	"fmt"

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
	Letter(ctx context.Context, id int64) (model.Letter, error)
	Adult(ctx context.Context, id int64) (model.Adult, error)
	SaveLetter(ctx context.Context, l model.Letter, answers ...model.OrderAnswer) (view.Change, error)
	MarkLetterSent(ctx context.Context, id int64, on model.Date, by model.Channel) (view.Change, error)
	RemoveLetter(ctx context.Context, id int64) (view.Change, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store  Store
	id     int64
	letter model.Letter
	to     model.Adult
	known  bool
	lines  []string    // the letter as wide as the window allows
	list   widget.List // the first line on the screen is the selected one
}

// New is the page of one letter.
func New(env *screen.Env, store Store, id int64) *Page {
	return &Page{Base: screen.Base{Env: env}, store: store, id: id}
}

type facts struct {
	letter model.Letter
	to     model.Adult
}

// Load asks for the letter and whom it is to.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "letter", Do: func(ctx context.Context) (any, error) {
		l, err := p.store.Letter(ctx, p.id)
		if err != nil {
			return nil, err
		}
		to, err := p.store.Adult(ctx, l.AdultID)
		return facts{l, to}, err
	}}}
}

// Take takes the letter.
func (p *Page) Take(answer any) tea.Cmd {
	if f, ok := answer.(facts); ok {
		p.letter, p.to, p.known = f.letter, f.to, true
	}
	return nil
}

// Stale is so when the letter changed.
func (p *Page) Stale(c view.Change) bool {
	return c.TouchesOne(view.Letter, p.id) || c.Touches(view.Adult)
}

// Crumbs name the letter.
func (p *Page) Crumbs() []string { return []string{"Letter", p.to.Formal()} }

// FamilyID is the family it is about.
func (p *Page) FamilyID() int64 { return p.letter.FamilyID }

// Scopes are the letter's, which is scrolled as a list is.
func (p *Page) Scopes() []action.Scope { return []action.Scope{action.LetterPage, action.List} }

// Handlers bind what can be done with a letter.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.LetterChange] = action.Handler{Do: p.change, Why: p.whyNotChange}
	h[action.LetterCopy] = action.Handler{Do: func() tea.Cmd { return screen.Copy(p.letter.Body, "the letter to "+p.to.Formal()) }}
	h[action.LetterSent] = action.Handler{Do: p.sent}
	h[action.LetterRemove] = action.Handler{Do: p.remove}
	screen.ForFamily(h, p)
	return h
}

func (p *Page) whyNotChange() string {
	if p.letter.Sent != "" {
		return "This letter was sent, so it stays as it was."
	}
	return ""
}

func (p *Page) change() tea.Cmd {
	l := p.letter
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "Letter to " + p.to.Formal(), Name: "letter", Record: l.ID,
		Groups: form.Fields(widget.LongText("Letter", &l.Body, 16)),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.SaveLetter(ctx, l) },
	}))
}

func (p *Page) sent() tea.Cmd {
	on, by := p.letter.Sent, p.letter.SentBy
	if on == "" {
		on, by = p.Today(), p.to.Channel
	}
	if by == model.NoChannelYet {
		by = model.ByLetter
	}
	days := widget.Days{Today: p.Today(), Calendar: p.Calendar()}
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title:  "Sent to " + p.to.Formal(),
		Name:   "letter sent",
		Record: p.id,
		Groups: form.Fields(widget.Date("On", &on, days).Past().Needed("Which day was it?"), widget.Choice("By", &by, widget.Options(model.Channels))),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.MarkLetterSent(ctx, p.id, on, by) },
	}))
}

func (p *Page) remove() tea.Cmd {
	return screen.Do(screen.Write{
		Do:   func(ctx context.Context) (view.Change, error) { return p.store.RemoveLetter(ctx, p.id) },
		Then: func(view.Change) tea.Cmd { return screen.Close(p, nil) },
	})
}

// About says how letters sound here.
func (p *Page) About() []string {
	r := model.ReadLetter(p.letter.Body)
	about := []string{fmt.Sprintf("This letter is %s (%d of 100).", r.Ease(), r.Score)}
	for _, w := range r.Words {
		about = append(about, "“"+w.Word+"” in plain words: "+w.Plain)
	}
	return append(about, "Warm, short, plain: what we do comes before what they do.")
}

// Draw draws the letter as it is read.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	th := p.Theme
	x := 1 + c.Text(1, 1, th.Dim, "Letter › ")
	x += c.Text(x, 1, th.Strong, string(p.letter.Kind)+" to "+canvas.Cut(p.to.Formal(), 30))
	state := "not sent yet"
	if p.letter.Sent != "" {
		state = "✓ sent " + p.letter.Sent.Near(p.Today()) + ", " + string(p.letter.SentBy)
	}
	c.Right(c.Width()-1, 1, th.Dim, state)
	width := min(c.Width()-4, 84)
	p.lines = canvas.WrapText(p.letter.Body, width-4)
	box := c.Sub(2, 3, width, min(len(p.lines)+2, c.Height()-4))
	p.drawLines(box)
	note := model.ReadLetter(p.letter.Body).Ease()
	if below := len(p.lines) - max(p.list.At(), 0) - (box.Height() - 2); below > 0 {
		note = fmt.Sprintf("%d more lines below · %s", below, note)
	}
	c.Text(4, 3+box.Height(), th.Dim, note)
}

// drawLines draws the letter from where it is read on.
func (p *Page) drawLines(box *canvas.Canvas) {
	form.Border(box, p.Theme, "")
	in := box.Sub(2, 1, box.Width()-4, box.Height()-2)
	p.list.SetTotal(max(len(p.lines)-in.Height(), 0) + 1)
	p.list.SetHeight(in.Height())
	for y := range in.Height() {
		if at := p.list.At() + y; at < len(p.lines) {
			in.Text(0, y, p.Theme.Text, p.lines[at])
		}
	}
}
