package meeting

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// Promises is what was promised the last time, and whether it was kept.
type Promises struct{ page }

func newPromises(below page) *Promises {
	p := &Promises{below}
	p.self = p
	p.rebuild()
	return p
}

func (p *Prepare) promises() tea.Cmd { return screen.Show(newPromises(p.below("The last time"))) }

// Take takes the meeting.
func (p *Promises) Take(answer any) tea.Cmd {
	cmd := p.page.Take(answer)
	p.rebuild()
	return cmd
}

func (p *Promises) rebuild() {
	keys := make([]string, len(p.prep.BeforeOwed))
	for i, f := range p.prep.BeforeOwed {
		keys[i] = fmt.Sprint(f.ID)
	}
	p.setKeys(keys)
}

// Scopes are those of promises.
func (p *Promises) Scopes() []action.Scope {
	return []action.Scope{action.MeetingPromises, action.List}
}

// Handlers bind what can be done with them.
func (p *Promises) Handlers() action.Handlers {
	h := p.list.Handlers(p.remember)
	h[action.PromiseKept] = action.Handler{Do: p.kept, Why: p.selected("Nothing was promised the last time.")}
	h[action.ThreadSee] = action.Handler{Do: p.asThread}
	h[action.PromiseOpen] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.FollowUps, 0) }}
	return h
}

func (p *Promises) kept() tea.Cmd {
	f, today := p.prep.BeforeOwed[p.list.At()], p.Today()
	return screen.Keep(func(ctx context.Context) (view.Change, error) {
		if f.State == model.Open {
			return p.store.SettleFollowUp(ctx, f.ID, today, false)
		}
		return p.store.ReopenFollowUp(ctx, f.ID)
	})
}

// Draw draws the promises with what became of them.
func (p *Promises) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	p.drawCrumbs(c, c.Width()-1)
	before := p.prep.Before
	c.Text(1, top, p.Theme.Dim, canvas.Cut(before.Start.Date().Full()+", "+string(before.Kind), c.Width()-2))
	if len(p.prep.BeforeOwed) == 0 {
		p.drawEmpty(c.Sub(2, top+2, c.Width()-4, c.Height()-top-2), "Nothing was promised the last time.", "Esc goes back.")
		return
	}
	p.list.Draw(c.Rows(top+2, c.Height()-top-2), p.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		p.drawRow(row, p.prep.BeforeOwed[i])
	}, nil)
}

func (p *Promises) drawRow(row *canvas.Canvas, f model.FollowUp) {
	glyph, style, words := theme.GlyphOpen, p.Theme.Warn, "open, due "+f.Due.Near(p.Today())
	switch {
	case f.State == model.Done:
		glyph, style, words = theme.GlyphDone, p.Theme.Good, "done "+f.StateOn.Near(p.Today())
	case f.State == model.Dropped:
		glyph, style, words = theme.GlyphLeftOut, p.Theme.Dim, "dropped: "+f.StateWhy
	case f.Due == "":
		words = "open"
	}
	row.Text(0, 0, style, glyph)
	what := strings.TrimPrefix(f.Who+": "+f.What, ": ")
	half := max(row.Width()*6/10, 20)
	row.Text(2, 0, p.Theme.Text, canvas.Cut(what, half-3))
	row.Text(half, 0, p.Theme.Dim, canvas.Cut(words, row.Width()-half))
}

// About says why the last time matters.
func (p *Promises) About() []string {
	return []string{"A broken promise is the first thing they remember. What could not be kept, say so before they have to ask."}
}
