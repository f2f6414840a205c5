package meeting

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
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// Papers is what to have at hand, and out of sight (practice 37).
type Papers struct{ page }

func newPapers(below page) *Papers {
	p := &Papers{below}
	p.self = p
	p.rebuild()
	return p
}

func (p *Prepare) papers() tea.Cmd { return screen.Show(newPapers(p.below("Papers"))) }

// Take takes the meeting.
func (p *Papers) Take(answer any) tea.Cmd {
	cmd := p.page.Take(answer)
	p.rebuild()
	return cmd
}

func (p *Papers) rebuild() {
	keys := make([]string, len(p.prep.Papers))
	for i, one := range p.prep.Papers {
		keys[i] = fmt.Sprint(one.ID)
	}
	p.setKeys(keys)
}

func (p *Papers) paper() model.Paper { return p.prep.Papers[p.list.At()] }

// Scopes are those of papers.
func (p *Papers) Scopes() []action.Scope { return []action.Scope{action.MeetingPapers, action.List} }

// Handlers bind what can be done with papers.
func (p *Papers) Handlers() action.Handlers {
	h := p.list.Handlers(p.remember)
	none := p.selected("No paper is listed yet: " + key(action.PaperAdd) + " adds one.")
	h[action.PaperAdd] = action.Handler{Do: func() tea.Cmd { return p.change(model.Paper{}) }}
	h[action.PaperOpen] = action.Handler{Do: func() tea.Cmd { return p.change(p.paper()) }, Why: none}
	h[action.PaperReady] = action.Handler{Why: none, Do: func() tea.Cmd {
		one := p.paper()
		one.Ready = !one.Ready
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.SavePaper(ctx, one) })
	}}
	h[action.PaperRemove] = action.Handler{Why: none, Do: func() tea.Cmd {
		id := p.paper().ID
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.RemovePaper(ctx, id) })
	}}
	return h
}

func (p *Papers) change(one model.Paper) tea.Cmd {
	one.MeetingID = p.id
	return p.show(form.Spec{
		Title: "Something to have at hand", Name: "paper", Record: form.RecordOf(one.ID, p.id),
		Groups: form.Fields(widget.Text("Paper", &one.Title).Hint("Chidi's reading log").Needed("Which paper is it?")),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.SavePaper(ctx, one) },
	})
}

// Draw draws the papers.
func (p *Papers) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	p.drawCrumbs(c, c.Width()-1)
	if len(p.prep.Papers) == 0 {
		p.drawEmpty(c.Sub(2, top, c.Width()-4, c.Height()-top), "No paper is listed.", key(action.PaperAdd)+" adds one: to have at hand, and out of sight.")
		return
	}
	p.list.Draw(c.Rows(top, c.Height()-top), p.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		one := p.prep.Papers[i]
		glyph, style := theme.GlyphOpen, p.Theme.Warn
		if one.Ready {
			glyph, style = theme.GlyphDone, p.Theme.Good
		}
		row.Text(0, 0, style, glyph)
		row.Text(2, 0, p.Theme.Text, canvas.Cut(one.Title, row.Width()-20))
		row.Right(row.Width()-1, 0, p.Theme.Dim, paperWords(one))
	}, nil)
}

// About says why papers are out of sight.
func (p *Papers) About() []string {
	return []string{"Papers are at hand, so that you are prepared; and out of sight, because nothing is decided yet."}
}
