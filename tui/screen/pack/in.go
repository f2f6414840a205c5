// Package pack holds the two pages of a hand-over: one on which families are chosen and written into an
// encrypted file, and one on which such a file is opened, looked at and taken in (practices 16 and 21).
package pack

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Store is what the pages need of the store.
type Store interface {
	// PackFamilies are the families that may be handed over.
	PackFamilies(ctx context.Context) ([]view.PackOutFamily, error)
	// PreviewPackOut says what a pack of these families holds, all for nil, and what stays behind.
	PreviewPackOut(ctx context.Context, families []int64) (view.PackOut, error)
	// PackPlace is where a pack would lie in the place that a person typed; what cannot be is a sentence.
	PackPlace(typed string) (path string, err error)
	// MakePack writes the pack and answers its path.
	MakePack(ctx context.Context, families []int64, to, passphrase string) (path string, err error)
	// NewPassphrase is one by chance; WeakPassphrase is why another is none, "" where it is.
	NewPassphrase() string
	WeakPassphrase(passphrase string) string
	// IsPack reports whether a file is a pack.
	IsPack(path string) bool
	// PreviewPack opens a pack and says what it brings; nothing is written.
	PreviewPack(ctx context.Context, path, passphrase string) (view.PackIn, error)
	// LookAgain meets the caseload anew with a pack that was opened, and with what was decided about it.
	LookAgain(ctx context.Context, was view.PackIn) (view.PackIn, error)
	// TakeInPack does it, as one step.
	TakeInPack(ctx context.Context, preview view.PackIn) (view.Change, error)
}

// In is the page on which a pack is opened.
type In struct {
	screen.Base
	store Store

	fields     fields
	path, word *widget.Line
	wrong      string

	preview *view.PackIn
	left    view.PackIn // that was left for the choice of a file, with what was decided about it
	lines   []line
	width   int // for which the lines are broken
	rows    widget.List
}

// NewIn is the page; the pack may be chosen already.
func NewIn(env *screen.Env, store Store, path string) *In {
	p := &In{Base: screen.Base{Env: env, Path: screen.Route{Kind: screen.PackIn}}, store: store}
	p.path = p.fields.add("File", widget.NewPath(path))
	p.word = p.fields.add("Passphrase", secret())
	if path != "" {
		p.fields.at = 1
	}
	p.rows.Heading = func(i int) bool { return p.lines[i].heading }
	return p
}

// look opens the pack.
func (p *In) look() tea.Cmd {
	path, word := strings.TrimSpace(p.path.Text()), p.word.Text()
	switch {
	case path == "":
		p.wrong, p.fields.at = widget.WhichFile, 0
		return nil
	case strings.TrimSpace(word) == "":
		p.wrong = "A pack is opened with its passphrase: type it as it was given to you."
		return nil
	}
	p.wrong = ""
	return screen.ReadLong("Opening the pack", func(ctx context.Context) (any, error) {
		preview, err := p.store.PreviewPack(ctx, path, word)
		if errors.Is(err, context.Canceled) {
			return nil, err
		}
		return lookedAt{preview, p.store.IsPack(path), err}, nil
	}, p.looked)
}

type lookedAt struct {
	preview view.PackIn
	isPack  bool
	err     error
}

func (p *In) looked(answer any) tea.Cmd {
	looked, ok := answer.(lookedAt)
	switch {
	case !ok:
	case looked.err != nil && !looked.isPack: // the passphrase may be right for another file
		p.wrong, p.preview, p.fields.at = screen.Sentence(looked.err), nil, 0
	case looked.err != nil:
		p.wrong, p.preview = screen.Sentence(looked.err), nil
		p.word.SetText("")
	default:
		looked.preview.DecidedAs(p.left)
		p.preview, p.width, p.wrong = &looked.preview, 0, ""
		p.word.SetText("") // it is needed no more
		p.rows.Select(0)
	}
	return nil
}

// takeIn takes in what is previewed.
func (p *In) takeIn() tea.Cmd {
	preview := *p.preview
	return screen.Do(screen.Write{
		Long: "Taking in the pack",
		Do:   func(ctx context.Context) (view.Change, error) { return p.store.TakeInPack(ctx, preview) },
		Then: func(c view.Change) tea.Cmd {
			if c.Step == 0 {
				return screen.Say("Nothing was changed: all that you took is here already.")
			}
			return screen.Close(p, screen.Both(screen.Open(screen.Families, 0), screen.Told(c)))
		},
		Failed: func(err error) tea.Cmd {
			if errors.Is(err, context.Canceled) {
				return nil
			}
			return p.again()
		},
	})
}

// again looks what the pack brings now that the caseload has changed; what was decided stands where it is
// about the same.
func (p *In) again() tea.Cmd {
	was := *p.preview
	return screen.ReadLong("Looking at the pack again", func(ctx context.Context) (any, error) { return p.store.LookAgain(ctx, was) }, func(answer any) tea.Cmd {
		if preview, ok := answer.(view.PackIn); ok {
			p.preview, p.width = &preview, 0
		}
		return nil
	})
}

// toggle takes or leaves the family or the difference that is selected.
func (p *In) toggle() tea.Cmd {
	if l := p.chosen(); l != nil && l.flip != nil {
		l.flip()
		p.width = 0
	}
	return nil
}

func (p *In) chosen() *line {
	if at := p.rows.At(); at >= 0 && at < len(p.lines) {
		return &p.lines[at]
	}
	return nil
}

func (p *In) whyNotToggle() string {
	if l := p.chosen(); p.preview == nil || l == nil || l.flip == nil {
		return "Choose a family, or something that differs."
	}
	return ""
}

func (p *In) whyNotTakeIn() string {
	switch {
	case p.preview == nil:
		return "Open a pack first."
	case p.preview.Nothing:
		return "Everything in this pack is here already: there is nothing to take in."
	}
	for _, f := range p.preview.Families {
		if !f.Leave && f.State != view.PackGone {
			return ""
		}
	}
	return "No family is taken: choose one, or go back."
}

// Crumbs are the page.
func (p *In) Crumbs() []string { return []string{action.ByID(action.PackInGo).Title} }

// Scopes are those of typing, or of the look at what a pack brings.
func (p *In) Scopes() []action.Scope {
	if p.preview == nil {
		return []action.Scope{action.PackTyped}
	}
	return []action.Scope{action.PackPreview, action.List}
}

// Typing is so until the pack is open.
func (p *In) Typing() bool { return p.preview == nil }

// Key types.
func (p *In) Key(msg tea.KeyPressMsg) tea.Cmd {
	if p.fields.key(msg) {
		p.wrong = ""
	}
	return nil
}

// Paste takes the path of a dropped file in place of what was typed, or adds to the passphrase.
func (p *In) Paste(text string) tea.Cmd {
	p.wrong = ""
	if p.fields.at == 0 {
		p.path.Drop(text)
		return nil
	}
	p.fields.paste(text)
	return nil
}

// Handlers bind the page's actions.
func (p *In) Handlers() action.Handlers {
	h := p.rows.Handlers(nil)
	for id, handler := range p.fields.handlers(p.look) {
		h[id] = handler
	}
	h[action.PackLeave] = action.Handler{Do: p.toggle, Why: p.whyNotToggle}
	h[action.PackTakeIn] = action.Handler{Do: p.takeIn, Why: p.whyNotTakeIn}
	return h
}

// Escape goes back to the choice of a file.
func (p *In) Escape() (string, func() tea.Cmd) {
	if p.preview != nil {
		return "back", func() tea.Cmd {
			p.left, p.preview, p.fields.at = view.PackIn{Families: p.preview.Families}, nil, 0
			return nil
		}
	}
	return "", nil
}

// About says what happens to a pack.
func (p *In) About() []string {
	return []string{
		"A colleague hands families over in a pack that only the passphrase opens. Kettle shows first what is new, what differs and what must be read about the wall; only then is it taken in, in one step that " + action.ByID(action.Undo).Keyname(false) + " takes back.",
		"What you have stays yours: where both sides say something else, yours stays unless you take theirs. A court order of either side always stands.",
	}
}
