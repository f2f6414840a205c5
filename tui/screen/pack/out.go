package pack

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Out is the page on which families are handed over: first who goes, then under which passphrase.
type Out struct {
	screen.Base
	store Store

	families []view.PackOutFamily
	known    bool
	chosen   map[int64]bool
	list     widget.List

	going       *view.PackOut // what goes, once that is settled
	fields      fields
	word, again *widget.Line
	place       *widget.Line
	offered     string
	wrong       string
}

// NewOut is the page; all families are chosen at first.
func NewOut(env *screen.Env, store Store) *Out {
	p := &Out{Base: screen.Base{Env: env, Path: screen.Route{Kind: screen.PackOut}}, store: store, chosen: map[int64]bool{}}
	p.place = p.fields.add("Where to", widget.NewLine(""))
	p.place.Placeholder = "your folder for downloads"
	p.word = p.fields.add("Passphrase", secret())
	p.again = p.fields.add("Once more", secret())
	return p
}

// Load asks which families there are.
func (p *Out) Load() []screen.Ask {
	return []screen.Ask{{Slot: "families", Do: func(ctx context.Context) (any, error) { return p.store.PackFamilies(ctx) }}}
}

// Take takes the families; who is new to the page goes along.
func (p *Out) Take(answer any) tea.Cmd {
	families, ok := answer.([]view.PackOutFamily)
	if !ok {
		return nil
	}
	before := map[int64]bool{}
	for _, f := range p.families {
		before[f.ID] = true
	}
	for _, f := range families {
		if !before[f.ID] {
			p.chosen[f.ID] = true
		}
	}
	p.families, p.known = families, true
	p.list.SetTotal(len(families))
	return nil
}

// Stale is so when a family changed.
func (p *Out) Stale(c view.Change) bool { return p.going == nil && c.Touches(view.Family) }

// ids are the families that go, one by one: one that another window adds meanwhile was not shown.
func (p *Out) ids() []int64 {
	ids := []int64{}
	for _, f := range p.families {
		if p.chosen[f.ID] {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// chosenFamilies is how many families go.
func (p *Out) chosenFamilies() (n int) {
	for _, f := range p.families {
		if p.chosen[f.ID] {
			n++
		}
	}
	return n
}

func (p *Out) toggle() tea.Cmd {
	if at := p.list.At(); at >= 0 {
		id := p.families[at].ID
		p.chosen[id] = !p.chosen[id]
	}
	return nil
}

// all takes all along, or none where all are.
func (p *Out) all() tea.Cmd {
	take := p.chosenFamilies() < len(p.families)
	for _, f := range p.families {
		p.chosen[f.ID] = take
	}
	return nil
}

// on asks what goes and what stays, and goes on to the passphrase.
func (p *Out) on() tea.Cmd {
	ids := p.ids()
	return screen.ReadLong("Looking through the families", func(ctx context.Context) (any, error) {
		going, err := p.store.PreviewPackOut(ctx, ids)
		return goingOut{going, p.store.NewPassphrase()}, err
	}, func(answer any) tea.Cmd {
		if out, ok := answer.(goingOut); ok {
			p.going, p.offered, p.fields.at, p.wrong = &out.going, out.offered, 1, ""
		}
		return nil
	})
}

// goingOut is what goes, with a passphrase by chance.
type goingOut struct {
	going   view.PackOut
	offered string
}

// make makes the pack, once both passphrases are one that holds.
func (p *Out) make() tea.Cmd {
	word := p.word.Text()
	if strings.TrimSpace(word) == "" {
		p.wrong, p.fields.at = "Type the passphrase that is offered, or one of your own.", 1
		return nil
	}
	if strings.Join(strings.Fields(word), " ") != strings.Join(strings.Fields(p.again.Text()), " ") {
		p.wrong = "The two passphrases are not the same: type it once more."
		p.again.SetText("")
		return nil
	}
	place := p.place.Text()
	return screen.Read(func(context.Context) (any, error) {
		_, err := p.store.PackPlace(place)
		return goesWell{screen.Sentence(err), p.store.WeakPassphrase(word)}, nil
	}, func(answer any) tea.Cmd {
		switch well, _ := answer.(goesWell); {
		case well.place != "":
			p.wrong, p.fields.at = well.place, 0
		case well.word != "":
			p.wrong, p.fields.at = well.word, 1
		default:
			p.wrong = ""
			return p.write(word)
		}
		return nil
	})
}

// goesWell is what is wrong with where a pack is to lie, and with its passphrase; "" for nothing.
type goesWell struct{ place, word string }

func (p *Out) write(word string) tea.Cmd {
	ids, to, path := p.ids(), strings.TrimSpace(p.place.Text()), ""
	return screen.Do(screen.Write{
		Long:  "Making the pack",
		Quiet: true,
		Do: func(ctx context.Context) (_ view.Change, err error) {
			path, err = p.store.MakePack(ctx, ids, to, word)
			return view.Change{}, err
		},
		Then: func(view.Change) tea.Cmd {
			if path == "" { // it was stopped
				return nil
			}
			return screen.Close(p, screen.Say("Made "+path+". Tell the passphrase another way than the file goes."))
		},
	})
}

func (p *Out) whyNobody() string {
	if len(p.families) > 0 && p.chosenFamilies() == 0 {
		return "No family is chosen: choose one."
	}
	return p.whyNoFamily()
}

func (p *Out) whyNoFamily() string {
	if len(p.families) == 0 {
		return "There are no families yet."
	}
	return ""
}

// Crumbs are the page.
func (p *Out) Crumbs() []string { return []string{action.ByID(action.PackOutGo).Title} }

// Scopes are those of choosing, or of typing.
func (p *Out) Scopes() []action.Scope {
	if p.going == nil {
		return []action.Scope{action.PackChoose, action.List}
	}
	return []action.Scope{action.PackTyped}
}

// Typing is so while the passphrase is.
func (p *Out) Typing() bool { return p.going != nil }

// Key types.
func (p *Out) Key(msg tea.KeyPressMsg) tea.Cmd {
	if p.going != nil && p.fields.key(msg) {
		p.wrong = ""
	}
	return nil
}

// Paste pastes.
func (p *Out) Paste(text string) tea.Cmd {
	if p.going != nil {
		p.wrong = ""
		p.fields.paste(text)
	}
	return nil
}

// Handlers bind the page's actions.
func (p *Out) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	for id, handler := range p.fields.handlers(p.make) {
		h[id] = handler
	}
	h[action.PackChosen] = action.Handler{Do: p.toggle, Why: p.whyNoFamily}
	h[action.PackAll] = action.Handler{Do: p.all, Why: p.whyNoFamily}
	h[action.PackOn] = action.Handler{Do: p.on, Why: p.whyNobody}
	return h
}

// Escape goes back to who goes.
func (p *Out) Escape() (string, func() tea.Cmd) {
	if p.going == nil {
		return "", nil
	}
	return "other families", func() tea.Cmd {
		p.going = nil
		p.word.SetText("")
		p.again.SetText("")
		return screen.Question(p, p.Load()...) // others may have come meanwhile
	}
}

// About says what a pack is, and then what goes into this one.
func (p *Out) About() []string {
	if p.going != nil {
		var about []string
		for _, part := range p.goingParts() {
			about = append(about, part.heading+": "+strings.Join(part.words, " "))
		}
		return about
	}
	return []string{
		"A pack is an encrypted file with whole families: people, court orders, the log, meetings, promises, letters. Whoever takes over opens it with their Kettle and the passphrase, and looks at it before it is taken in.",
		"Debriefs, what went to the DSL, threats and abuse stay here. Send the file one way and tell the passphrase another.",
	}
}
