package importing

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// BackStore is what taking an import back needs of the store.
type BackStore interface {
	// LastImport says what taking back the last import would do.
	LastImport(ctx context.Context) (view.LastImport, error)
	// TakeBackImport does it, as one step.
	TakeBackImport(ctx context.Context, step int64) (view.Change, error)
}

// Back is the page on which the last import is taken back: it says first what goes, what stays, and why.
type Back struct {
	screen.Base
	store BackStore
	step  int64 // of the history from which it was opened, 0 for none
	last  view.LastImport
	known bool
	lines []backLine
	width int
	rows  tall
}

// backLine is a heading, or something that goes or stays.
type backLine struct {
	heading    bool
	lead, text string
}

// NewBack is the page; step is the import that is meant, 0 the last.
func NewBack(env *screen.Env, store BackStore, step int64) *Back {
	b := &Back{Base: screen.Base{Env: env}, store: store, step: step}
	b.rows.heading = func(i int) bool { return b.lines[i].heading }
	b.rows.rows = func(i int) int { _, rest := wrapped(b.entryOf(i), b.width); return 1 + len(rest) }
	return b
}

// Load asks what would go and what would stay.
func (b *Back) Load() []screen.Ask {
	return []screen.Ask{{Slot: "last", Do: func(ctx context.Context) (any, error) { return b.store.LastImport(ctx) }}}
}

// Take takes it.
func (b *Back) Take(answer any) tea.Cmd {
	if last, ok := answer.(view.LastImport); ok {
		b.last, b.known, b.lines = last, true, backLines(last)
		b.rows.SetTotal(len(b.lines))
	}
	return nil
}

// Stale is so after every change: something may stand on the import then.
func (b *Back) Stale(view.Change) bool { return true }

// Crumbs are the page.
func (b *Back) Crumbs() []string { return []string{action.ByID(action.ImportBackOpen).Title} }

// Scopes are the page's, which is read as a list is.
func (b *Back) Scopes() []action.Scope { return []action.Scope{action.ImportBack, action.List} }

// Handlers move about and take it back.
func (b *Back) Handlers() action.Handlers {
	h := b.rows.Handlers()
	h[action.ImportBackDo] = action.Handler{Do: b.takeBack, Why: b.whyNot}
	return h
}

func (b *Back) whyNot() string {
	switch {
	case !b.known || b.last.Step == 0:
		return "There is no import to take back."
	case b.step != 0 && b.step != b.last.Step:
		return "That is not the last import: only the last one is taken back."
	}
	return ""
}

func (b *Back) takeBack() tea.Cmd {
	step := b.last.Step
	return screen.Do(screen.Write{
		Long: "Taking back " + b.last.File,
		Do:   func(ctx context.Context) (view.Change, error) { return b.store.TakeBackImport(ctx, step) },
		Then: func(view.Change) tea.Cmd {
			words := "Took back " + b.last.File + ". " + action.ByID(action.Undo).Keyname(false) + " takes it in again."
			return screen.Close(b, screen.Say(words))
		},
	})
}

// backLines say what goes and what stays.
func backLines(last view.LastImport) (lines []backLine) {
	part := func(title string) { lines = append(lines, backLine{heading: true, text: title}) }
	part("What goes")
	lines = append(lines, backLine{text: goesWords(last)})
	if len(last.Stays) > 0 {
		part("What stays, because something was written since")
		for _, s := range last.Stays {
			text := s.Why
			if s.Children != "" {
				text = s.Children + " – " + s.Why
			}
			lines = append(lines, backLine{lead: s.Family, text: text})
		}
	}
	if len(last.Fields) > 0 {
		part("What stays as you changed it")
		for _, f := range last.Fields {
			text := f.Field
			if f.Now != "" {
				text += " " + f.Now
			}
			lines = append(lines, backLine{lead: f.Name, text: text})
		}
	}
	return lines
}

func goesWords(last view.LastImport) string {
	var parts []string
	for _, n := range []struct {
		n         int
		one, many string
	}{{last.Families, "family", "families"}, {last.Children, "child", "children"}, {last.Adults, "adult", "adults"}} {
		switch {
		case n.n == 1:
			parts = append(parts, "1 "+n.one)
		case n.n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n.n, n.many))
		}
	}
	words := "Nobody goes"
	if len(parts) > 0 {
		words = strings.Join(parts, ", ") + " that came with it"
	}
	switch {
	case last.Changes == 1:
		words += "; 1 change is taken back"
	case last.Changes > 1:
		words += fmt.Sprintf("; %d changes are taken back", last.Changes)
	}
	if len(last.Stays)+len(last.Fields) == 0 {
		words += ". Nothing was written on it since, so nothing of it stays"
	}
	return words + "."
}

func (b *Back) entryOf(i int) entry {
	return entry{lead: b.lines[i].lead, text: b.lines[i].text, indent: 2, style: b.Theme.Text}
}

// Draw says which import it is, and what goes and stays.
func (b *Back) Draw(c *canvas.Canvas) {
	th := b.Theme
	c.Text(1, 1, th.Strong, b.Crumbs()[0])
	body := c.Rows(3, c.Height()-3)
	if !b.known {
		body.Text(1, 0, th.Dim, canvas.Cut("Looking what was written since …", body.Width()-2))
		return
	}
	if b.last.Step == 0 {
		body.Sub(1, 0, body.Width()-2, body.Height()).Wrap(0, 0, th.Dim, "No import stands that could be taken back. What a file brings is shown before it is taken in.")
		return
	}
	body.Text(1, 0, th.Text, canvas.Cut(b.last.File+", taken in "+b.last.At.Near(b.Today()), body.Width()-2))
	if why := b.whyNot(); why != "" {
		body.Sub(1, 2, body.Width()-2, 3).Wrap(0, 0, th.Warn, why)
		return
	}
	list := body.Rows(2, body.Height()-2)
	b.width = list.Width() - 2
	b.rows.Draw(list, th, func(row *canvas.Canvas, i int) {
		if b.lines[i].heading {
			used := row.Text(0, 0, th.Accent, canvas.Cut(b.lines[i].text, row.Width()-1))
			row.Sub(used+1, 0, row.Width()-used-2, 1).Rule(0, th.Rule)
			return
		}
		drawEntry(row, th, b.entryOf(i), b.width)
	})
}

// About says what stays and why.
func (b *Back) About() []string {
	return []string{"What the last import brought goes again, and what it changed is as it was before. A family on which something was written since stays with all its people: an entry, a meeting, a promise, a letter, a change by hand.",
		"It is one step: " + action.ByID(action.Undo).Keyname(false) + " takes it back in turn. Only the last import is taken back."}
}
