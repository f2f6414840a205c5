// Package takeout is the page on which contacts, a calendar, the families or the log are written out as
// a file: what, of whom, and to where. It shows before how much it is, who is left out and why, and the
// first lines; nothing leaves before ctrl+s.
package takeout

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	form.Store
	Family(ctx context.Context, id int64) (model.Family, error)
	// LookAtOut is what would be written, without writing it.
	LookAtOut(ctx context.Context, what model.TakeOut) (model.TakenOut, error)
	// NewPlace is the path of a new file in the place that a person typed; what cannot be is a sentence.
	NewPlace(typed, name string) (path string, err error)
	// TakeOut writes it into a new file, and answers its path.
	TakeOut(ctx context.Context, what model.TakeOut, path string) (model.TakenOut, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store  Store
	what   model.TakeOut
	family string // the name of the one family, where it is of one
	where  string // as typed, "" the usual folder
	look   *model.TakenOut
	halted bool // the count was
	place  placeAnswer
	rows   []row
	list   widget.List
	done   string // the path of the last file
}

// New is the page, of one family or, with 0, of all.
func New(env *screen.Env, store Store, family int64) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store, what: model.TakeOut{Kind: model.OutContacts, FamilyID: family}}
	p.compose()
	return p
}

// lookAnswer is what would be written; of another choice it comes too late.
type lookAnswer struct {
	of  model.TakeOut
	out model.TakenOut
}

// placeAnswer is where it would lie, or what is wrong with the place.
type placeAnswer struct{ path, wrong string }

type familyAnswer string

// Load asks what would be written, and where it would lie.
func (p *Page) Load() []screen.Ask {
	p.halted = false
	what, where, name := p.what, p.where, p.what.FileName(p.Today())
	asks := []screen.Ask{
		{Slot: "look", Long: "Counting what would leave", Do: func(ctx context.Context) (any, error) {
			out, err := p.store.LookAtOut(ctx, what)
			return lookAnswer{what, out}, err
		}},
		{Slot: "place", Do: func(context.Context) (any, error) {
			path, err := p.store.NewPlace(where, name)
			return placeAnswer{path, screen.Sentence(err)}, nil
		}},
	}
	if what.FamilyID != 0 {
		asks = append(asks, screen.Ask{Slot: "family", Do: func(ctx context.Context) (any, error) {
			f, err := p.store.Family(ctx, what.FamilyID)
			return familyAnswer(f.Name), err
		}})
	}
	return asks
}

// Take takes the answers.
func (p *Page) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case lookAnswer:
		if answer.of == p.what {
			p.look = &answer.out
		}
	case screen.Stopped:
		p.halted = true
	case placeAnswer:
		p.place = answer
	case familyAnswer:
		p.family = string(answer)
	}
	p.compose()
	return nil
}

// Stale is so when anything that is written out changed.
func (p *Page) Stale(c view.Change) bool {
	return c.Touches(view.Family, view.Pupil, view.Adult, view.Contact, view.Meeting, view.FollowUp)
}

// Crumbs lead to the page.
func (p *Page) Crumbs() []string { return []string{"School", "Take out"} }

// Scopes are those of the page and its list.
func (p *Page) Scopes() []action.Scope { return []action.Scope{action.TakeOut, action.List} }

// Handlers change what is selected, and write.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.TakeOutOpen] = action.Handler{Do: func() tea.Cmd { return p.rows[p.list.At()].open() }}
	h[action.TakeOutWrite] = action.Handler{Do: p.write, Why: p.whyNot}
	return h
}

// whyNot says why nothing can be written just now.
func (p *Page) whyNot() string {
	switch {
	case p.place.wrong != "":
		return p.place.wrong
	case p.look == nil && p.halted:
		return haltedWords()
	case p.look == nil || p.place.path == "":
		return "It is still being counted."
	case p.look.Rows == 0:
		return p.look.Sentence()
	}
	return ""
}

// haltedWords say what to do after the count was stopped.
func haltedWords() string {
	return "It was not counted to the end: " + action.ByID(action.TakeOutOpen).Keyname(false) + " on a line above chooses, and counts again."
}

// write writes the file, and says where it lies.
func (p *Page) write() tea.Cmd {
	what, path := p.what, p.place.path
	var out model.TakenOut
	return screen.Do(screen.Write{
		Long: "Writing " + strings.ToLower(what.Kind.Title()), Quiet: true,
		Do: func(ctx context.Context) (change view.Change, err error) {
			out, err = p.store.TakeOut(ctx, what, path)
			return change, err
		},
		Then: func(view.Change) tea.Cmd {
			p.done = out.Path
			return nil // the page says it
		},
	})
}

// changed counts again after a choice.
func (p *Page) changed() tea.Cmd {
	p.look, p.done = nil, ""
	p.compose()
	return screen.Question(p, p.Load()...)
}

// About says what the page is for.
func (p *Page) About() []string {
	return []string{"What leaves Kettle as a file is yours to look after: its copies know nothing of court orders that come later.",
		"Calendars hold initials only and do not double when they are taken in again, and a card or row says nothing of another household. Who is behind a court order, not in touch, or died is left out unless you say otherwise; then a mark goes along.",
		"What was passed to the DSL, threats and debriefs stay in Kettle in any case."}
}
