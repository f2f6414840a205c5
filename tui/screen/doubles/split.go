package doubles

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Split is the page on which a family or a person is split.
type Split struct {
	screen.Base
	store    Store
	of       view.Of
	id, join int64
	p        view.Splitting
	known    bool
	marked   map[mark]bool
	name     string // of a new family, "" after its children
	list     widget.List
	pane     widget.Pane
}

// mark names a thing that goes.
type mark struct {
	kind view.ThingKind
	id   int64
}

// NewSplit is the page for a join that is split again, or, for join 0, for what was never joined.
func NewSplit(env *screen.Env, store Store, of view.Of, id, join int64) *Split {
	return &Split{Base: screen.Base{Env: env}, store: store, of: of, id: id, join: join, marked: map[mark]bool{}}
}

// Load asks for what can go.
func (s *Split) Load() []screen.Ask {
	return []screen.Ask{{Slot: "split", Do: func(ctx context.Context) (any, error) { return s.store.ToSplit(ctx, s.of, s.id, s.join) }}}
}

// Take takes what can go; what was marked stays so.
func (s *Split) Take(answer any) tea.Cmd {
	p, ok := answer.(view.Splitting)
	if !ok {
		return nil
	}
	if s.join != 0 && p.Joined.ID == 0 { // split again already, or the join was taken back
		return screen.Close(s, nil)
	}
	typed := s.p.Adult
	s.p, s.of, s.id = p, p.Of, p.ID
	if s.known {
		s.p.Adult = typed
	}
	s.known = true
	s.count()
	return nil
}

// Stale is so when anything changed that can go.
func (s *Split) Stale(c view.Change) bool {
	return c.Touches(view.Join, view.Family, view.Adult, view.Pupil)
}

// Crumbs lead to the page.
func (s *Split) Crumbs() []string { return []string{"Families", s.p.Name, "Split"} }

// Scopes are the page's.
func (s *Split) Scopes() []action.Scope { return []action.Scope{action.SplitPage, action.List} }

// Handlers bind the page's actions.
func (s *Split) Handlers() action.Handlers {
	h := s.list.Handlers(nil)
	h[action.SplitMark] = action.Handler{Do: s.mark, Why: s.whyNotMark}
	h[action.SplitName] = action.Handler{Do: func() tea.Cmd { return screen.Show(s.nameForm()) }, Why: s.whyNotName}
	h[action.SplitDo] = action.Handler{Do: s.split, Why: s.whyNotSplit}
	return h
}

// count counts what can be selected: what can be marked, and what goes or stays with it, to be read.
func (s *Split) count() {
	n := len(s.p.Marks)
	if goes, stays := s.along(); len(goes)+len(stays) > 0 {
		n += min(len(goes), mostListed) + min(len(stays), mostListed)
	}
	s.list.SetTotal(n)
}

// along are the things that go with the children who are marked, and those that stay.
func (s *Split) along() (goes, stays []view.Thing) {
	marked := s.chosen()
	if s.join != 0 || s.of != view.OfFamilies || len(marked) == 0 {
		return nil, nil
	}
	goes = s.p.Goes(marked)
	going := map[mark]bool{}
	for _, t := range goes {
		going[mark{t.Kind, t.ID}] = true
	}
	for _, t := range s.p.Along {
		if !going[mark{t.Kind, t.ID}] {
			stays = append(stays, t)
		}
	}
	return goes, stays
}

func (s *Split) whyNotMark() string {
	switch at := s.list.At(); {
	case at < 0:
		return "There is nothing to mark here."
	case at >= len(s.p.Marks):
		return "This goes with the children it is about, and stays where others are concerned, too."
	}
	return ""
}

func (s *Split) mark() tea.Cmd {
	if s.whyNotMark() != "" {
		return nil
	}
	t := s.p.Marks[s.list.At()]
	s.marked[mark{t.Kind, t.ID}] = !s.marked[mark{t.Kind, t.ID}]
	s.count()
	return nil
}

func (s *Split) isMarked(t view.Thing) bool { return s.marked[mark{t.Kind, t.ID}] }

// chosen are the things that are marked.
func (s *Split) chosen() (chosen []view.Thing) {
	for _, t := range s.p.Marks {
		if s.isMarked(t) {
			chosen = append(chosen, t)
		}
	}
	return chosen
}

func (s *Split) whyNotName() string {
	if s.join != 0 {
		return "They have their own name back when they are split."
	}
	return ""
}

const nameDraft = "name of what is split off"

// Resume opens the form in which a name was being typed.
func (s *Split) Resume(name string, _ int64) (open tea.Cmd, ready bool) {
	if name != nameDraft {
		return nil, true
	}
	if !s.known {
		return nil, false
	}
	return screen.Show(s.nameForm()), true
}

// nameForm names the new family, or the other adult.
func (s *Split) nameForm() screen.Screen {
	name, a := s.name, s.p.Adult
	title, fields := "The name of the new family", []widget.Field{widget.Text("Name", &name).Hint("after the eldest child who goes")}
	if s.of == view.OfAdults {
		title, fields = "The name of the other one", []widget.Field{widget.Text("Title", &a.Title), widget.Text("First name", &a.Forename), widget.Text("Surname", &a.Surname)}
	}
	return form.New(s.Env, s.store, form.Spec{Title: title, Name: nameDraft, Groups: form.Fields(fields...),
		Keep: func(context.Context) (view.Change, error) { return view.Change{}, nil },
		Then: func(view.Change) tea.Cmd {
			s.name, s.p.Adult = strings.TrimSpace(name), a
			return nil
		}})
}

func (s *Split) whyNotSplit() string {
	switch {
	case !s.known:
		return "It has not been read yet."
	case s.join == 0 && len(s.chosen()) == 0:
		return "Nothing is marked yet: " + action.ByID(action.SplitMark).Keyname(false) + " marks what goes."
	}
	return ""
}

func (s *Split) split() tea.Cmd {
	split := view.Split{Of: s.of, ID: s.id, Joined: s.join, Marked: s.chosen(), Name: s.name, Adult: s.p.Adult}
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) { return s.store.SplitOff(ctx, split) },
		Then: func(c view.Change) tea.Cmd {
			if s.of == view.OfFamilies && c.New != 0 {
				return screen.Close(s, screen.Both(screen.Open(screen.Family, c.New), screen.Told(c)))
			}
			return screen.Close(s, screen.Told(c))
		},
		Long: "Splitting",
	})
}

// About says what goes and what stays.
func (s *Split) About() []string {
	switch {
	case s.join != 0:
		return []string{"What came with the other one goes back. What was written since they were joined stays, unless you mark it.",
			"After that they are two: no import joins them, and they are not proposed again."}
	case s.of == view.OfFamilies:
		return []string{"Mark the children who go. What is about nobody else goes with them: entries, meetings, promises and letters; all else stays and is listed here.",
			"An adult who is linked to children of both families belongs to both."}
	}
	return []string{"Mark what belongs to the other one: children they are linked to, telephones, entries. A court order stays with its link."}
}
