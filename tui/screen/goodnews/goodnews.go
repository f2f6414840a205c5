// Package goodnews is the list of who has had good news and who has not, by half term and class, and the
// walk through it: one family after the other, rung with something good.
package goodnews

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Store is what the list and the walk need of the store.
type Store interface {
	GoodNewsStates(ctx context.Context, filter view.NewsFilter, w view.World) ([]model.NewsState, error)
	GoodNewsFamilies(ctx context.Context, ids []int64, filter view.NewsFilter, w view.World) ([]view.NewsFamily, error)
	NextCall(ctx context.Context, round []model.NewsState, filter view.NewsFilter, w view.World) (view.NewsCall, error)
	CallsToday(ctx context.Context, today model.Date) (view.CallsToday, error)
	LogGoodNews(ctx context.Context, r view.NewsRing) (view.Change, error)
	LogNoAnswer(ctx context.Context, r view.NewsRing) (view.Change, error)

	Drafts(ctx context.Context) ([]view.DraftRow, error)
	KeepDraft(ctx context.Context, form string, record int64, body map[string]string) error
	DropDraft(ctx context.Context, form string, record int64) error
}

// List is the screen.
type List struct {
	screen.Base
	store  Store
	filter *widget.Line
	typing bool
	order  model.NewsOrder

	spans   []model.NewsSpan // that have begun, the one at hand first
	span    int
	states  []model.NewsState // as they were read, by class and name
	classes []model.NewsClass
	first   model.Cover // of the first half term
	known   bool
	rows    []row
	near    map[int64]view.NewsFamily // those around what is seen
	list    widget.List
	id      int64 // of the selected family, so that a refresh does not move to another
	fresh   bool  // what is listed has changed: the selection begins at the top, and until then nothing is selected
	opens   bool  // Enter was pressed before the rows of the filter were there
	calls   *Calls
}

// row is a family, or the heading of a class.
type row struct {
	heading, note string
	state         model.NewsState
}

// New is the list.
func New(env *screen.Env, store Store) *List {
	l := &List{Base: screen.Base{Env: env}, store: store, filter: widget.NewLine(""), order: model.NewsByLack}
	l.filter.Placeholder = "family, child, class"
	l.list.Heading = func(i int) bool { return i < len(l.rows) && l.rows[i].heading != "" }
	return l
}

// The answers to Load.
type (
	statesAnswer struct {
		states  []model.NewsState
		classes []model.NewsClass
	}
	nearAnswer []view.NewsFamily
)

// asked is what the list shows, as the store is asked for it.
func (l *List) asked() view.NewsFilter {
	f := view.NewsFilter{Words: l.filter.Text(), Today: l.Today()}
	if l.span < len(l.spans) {
		f.Span = l.spans[l.span]
	}
	return f
}

// Load asks who has had some; the cover of the first half term, which takes longer, when the list stands.
func (l *List) Load() []screen.Ask {
	l.spans = model.NewsSpans(l.Today(), l.Calendar())
	l.span = min(l.span, max(len(l.spans)-1, 0))
	if len(l.spans) == 0 {
		l.known = true
		return nil
	}
	filter, world, order := l.asked(), l.World, l.order
	return []screen.Ask{{Slot: "states", Do: func(ctx context.Context) (any, error) {
		states, err := l.store.GoodNewsStates(ctx, filter, world)
		return statesAnswer{states, model.NewsClasses(states, order)}, err
	}}}
}

func (l *List) askFirst() tea.Cmd {
	at := slices.IndexFunc(l.spans, func(s model.NewsSpan) bool { return s.First })
	if at < 0 {
		return nil
	}
	filter, world := view.NewsFilter{Span: l.spans[at], Today: l.Today()}, l.World
	return screen.Question(l, screen.Ask{Slot: "first", Do: func(ctx context.Context) (any, error) {
		states, err := l.store.GoodNewsStates(ctx, filter, world)
		return model.CoverOf(model.NewsClasses(states, model.NewsByClass)), err
	}})
}

// around is how many families are asked for at once, and margin how near the edge of them the list may come
// before it asks for more.
const (
	around = 120
	margin = 30
)

// askNear asks for the families around what is seen.
func (l *List) askNear() tea.Cmd {
	top, _ := l.list.Visible()
	var ids []int64
	for i := max(top-around/3, 0); i < len(l.rows) && len(ids) < around; i++ {
		if l.rows[i].heading == "" {
			ids = append(ids, l.rows[i].state.Family)
		}
	}
	filter, world := l.asked(), l.World
	return screen.Question(l, screen.Ask{Slot: "near", Do: func(ctx context.Context) (any, error) {
		families, err := l.store.GoodNewsFamilies(ctx, ids, filter, world)
		return nearAnswer(families), err
	}})
}

// Take takes who has had some, the families around what is seen, or the cover of the first half term.
func (l *List) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case statesAnswer:
		l.states, l.classes, l.known = answer.states, answer.classes, true
		l.compose()
		if l.opens {
			return screen.Both(l.askNear(), l.askFirst(), l.openSelected())
		}
		return screen.Both(l.askNear(), l.askFirst())
	case nearAnswer:
		l.near = map[int64]view.NewsFamily{}
		for _, f := range answer {
			l.near[f.ID] = f
		}
	case model.Cover:
		l.first = answer
	}
	return nil
}

// compose puts the families under their classes, those whose turn it is above all.
func (l *List) compose() {
	var turn, rest []row
	for _, c := range l.classes {
		rest = append(rest, row{heading: c.Class, note: coverWords(c.Had, len(c.Families))})
		for _, f := range c.Families {
			if f.Turn {
				turn = append(turn, row{state: f})
			} else {
				rest = append(rest, row{state: f})
			}
		}
	}
	l.rows = nil
	if len(turn) > 0 {
		l.rows = append([]row{{heading: "Their turn today", note: "they hear good news more often"}}, turn...)
	}
	l.rows = append(l.rows, rest...)
	l.list.SetTotal(len(l.rows))
	l.reselect()
}

// reselect finds the selected family among the new rows; one that has gone leaves its neighbour.
func (l *List) reselect() {
	i := slices.IndexFunc(l.rows, func(r row) bool { return r.heading == "" && r.state.Family == l.id })
	switch {
	case l.fresh:
		l.fresh = false
		l.list.Select(0)
	case i >= 0:
		l.list.Select(i)
	}
	l.remember()
}

func (l *List) remember() { l.id = l.selected().Family }

// selected is the selected family, the zero state for none.
func (l *List) selected() model.NewsState {
	if at := l.list.At(); at >= 0 && at < len(l.rows) && !l.fresh {
		return l.rows[at].state
	}
	return model.NewsState{}
}

// moved remembers the selection, and asks for the families that come into sight.
func (l *List) moved() tea.Cmd {
	l.remember()
	top, height := l.list.Visible()
	for i := max(top-margin, 0); i < min(top+height+margin, len(l.rows)); i++ {
		if r := l.rows[i]; r.heading == "" && l.near[r.state.Family].ID == 0 {
			return l.askNear()
		}
	}
	return nil
}

// Stale is so when an entry, a family, its people or the term dates changed.
func (l *List) Stale(c view.Change) bool {
	return c.Touches(view.Family, view.Adult, view.Pupil, view.Contact, view.School, view.Setting)
}

// Crumbs are the section and the list.
func (l *List) Crumbs() []string { return []string{"Log", "Good news"} }

// FamilyID is the selected family.
func (l *List) FamilyID() int64 { return l.selected().Family }

// Typing is so while the filter has the cursor.
func (l *List) Typing() bool { return l.typing }

// Scopes are the filter's while it is typed, else those of a list of the log.
func (l *List) Scopes() []action.Scope {
	if l.typing {
		return []action.Scope{action.Filter}
	}
	return []action.Scope{action.GoodNews, action.ListOfLog, action.List}
}

// About says who is counted, and when somebody has heard it.
func (l *List) About() []string {
	about := []string{"Every family hears something good about its child in the first half term of the year, and in each one after it.",
		"A parent has heard it when the entry names them, or when they were told. Who lives elsewhere hears it, too.",
		"A child who joined later has the first half term from that day on. Whoever is behind a court order, or not in touch, is neither proposed nor counted."}
	if f, known := l.near[l.id]; known {
		if words := f.News.UnheardWords(); words != "" {
			about = append([]string{f.Name + ": " + words + "."}, about...)
		}
	}
	return about
}
