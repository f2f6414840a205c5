// Package years is the page on which the years of the schools move on into a new school year: who goes up,
// who leaves and where to, and who is there already. Nothing is moved before that last step.
package years

import (
	"context"
	"fmt"
	"slices"

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
	// YearsAhead says what becomes of each pupil.
	YearsAhead(ctx context.Context) (view.YearsAhead, error)
	// MoveYearsOn moves the years of a school on, as one step.
	MoveYearsOn(ctx context.Context, school int64, ups []view.YearUp) (view.Change, error)
	// KeepWhereTo notes the school that a pupil moves to.
	KeepWhereTo(ctx context.Context, pupil int64, year int, where string) (view.Change, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store Store
	years view.YearsAhead
	known bool
	other map[int64]int // how many groups up, of those for whom it was chosen otherwise
	kept  string        // of other, what the draft held when the page was opened
	lines []line
	list  widget.List
}

// line is a heading, or a child of a school.
type line struct {
	heading string
	note    string
	part    part
	school  int // its place in years.Schools
	row     view.YearRow
}

// New is the page.
func New(env *screen.Env, store Store) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store, other: map[int64]int{}}
	p.list.Heading = func(i int) bool { return p.lines[i].heading != "" }
	return p
}

// Load asks who moves.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "years", Do: func(ctx context.Context) (any, error) {
		years, err := p.store.YearsAhead(ctx)
		if err != nil {
			return nil, err
		}
		draft, err := form.DraftOf(ctx, p.store, othersDraft, int64(years.Start))
		return yearsAnswer{years, draft[othersField]}, err
	}}}
}

// yearsAnswer is who moves, and what was chosen before Kettle was left.
type yearsAnswer struct {
	years  view.YearsAhead
	others string
}

// Take takes it, and stays on the child that was selected.
func (p *Page) Take(answer any) tea.Cmd {
	read, ok := answer.(yearsAnswer)
	if !ok {
		return nil
	}
	years := read.years
	was := p.selected().row.Pupil.ID
	if years.Start != p.years.Start {
		p.takeDraft(read.others)
	}
	p.years, p.known = years, true
	p.lines = p.compose()
	p.list.SetTotal(len(p.lines))
	if i := slices.IndexFunc(p.lines, func(l line) bool { return l.row.Pupil.ID == was && was != 0 }); i >= 0 {
		p.list.Select(i)
	}
	return nil
}

// selected is the selected line, the zero line for none.
func (p *Page) selected() line {
	if at := p.list.At(); at >= 0 && at < len(p.lines) {
		return p.lines[at]
	}
	return line{}
}

// up is how many groups a child goes up, as it is chosen or by the rule.
func (p *Page) up(r view.YearRow) int {
	if up, chosen := p.other[r.Pupil.ID]; chosen {
		return up
	}
	return r.Stand.Up()
}

// Stale is so when a child, a move or a school changed.
func (p *Page) Stale(c view.Change) bool { return c.Touches(view.Pupil, view.Family, view.School) }

// Crumbs are the section and the page.
func (p *Page) Crumbs() []string { return []string{"School", action.ByID(action.GoYears).Title} }

// FamilyID is the family of the selected child.
func (p *Page) FamilyID() int64 { return p.selected().row.Pupil.FamilyID }

// Record is the selected child.
func (p *Page) Record() view.Record {
	if id := p.selected().row.Pupil.ID; id != 0 {
		return view.Record{Kind: view.ChildRecord, ID: id}
	}
	return view.Record{}
}

// Scopes are those of a list in parts.
func (p *Page) Scopes() []action.Scope {
	return []action.Scope{action.YearsPage, action.List, action.Parts}
}

// Handlers bind the page's actions.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(-1) }}
	h[action.YearsOpen] = action.Handler{Do: p.open, Why: p.whyNobody}
	h[action.YearsOther] = action.Handler{Do: p.otherwise, Why: p.whyNotOtherwise}
	h[action.YearsWhere] = action.Handler{Do: func() tea.Cmd { return p.whereTo(p.selected().row) }, Why: p.whyNobody}
	h[action.YearsMove] = action.Handler{Do: p.moveOn, Why: p.whyNotMove}
	return h
}

func (p *Page) whyNobody() string {
	if p.selected().row.Pupil.ID == 0 {
		return "Nobody is selected."
	}
	return ""
}

// open opens the child's move where they are handed over or leave, else the family.
func (p *Page) open() tea.Cmd {
	l := p.selected()
	if l.part == leaves || l.part == handedOver || l.part == hasLeft {
		return screen.Open(screen.Move, l.row.Pupil.ID)
	}
	return screen.Open(screen.Family, l.row.Pupil.FamilyID)
}

func (p *Page) whyNotOtherwise() string {
	switch l := p.selected(); {
	case l.row.Pupil.ID == 0:
		return p.whyNobody()
	case l.part == hasLeft || p.years.Schools[l.school].Moved:
		return "The years have moved on already; a child's group can be changed on the family's page."
	case l.row.Stand == model.YearUnknown:
		return "No year group is written down that could move: write it on the family's page first."
	}
	return ""
}

// otherwise goes to the next choice: up one, kept back, up two.
func (p *Page) otherwise() tea.Cmd {
	l := p.selected()
	choices := p.years.Schools[l.school].School.YearChoices(l.row.Pupil, l.row.Stand)
	at := slices.Index(choices, p.up(l.row))
	p.other[l.row.Pupil.ID] = choices[(at+1)%len(choices)]
	if p.other[l.row.Pupil.ID] == l.row.Stand.Up() {
		delete(p.other, l.row.Pupil.ID)
	}
	if len(p.other) == 0 {
		return p.dropDraft()
	}
	return nil
}

func (p *Page) whyNotMove() string {
	at := p.selected().school
	moves := func(r view.YearRow) bool { return p.up(r) > 0 || r.Stand.Up() > 0 }
	switch {
	case !p.known:
		return "The year groups have not been read yet."
	case len(p.years.Schools) == 0:
		return "Write down the school first, under " + action.ByID(action.GoSchool).Keyname(false) + "."
	case !p.years.Begun:
		return "The new school year begins on 1 September: from then on the years can move on."
	case p.years.Schools[at].Moved:
		return fmt.Sprintf("The years have moved on into %s already: nobody is moved twice.", p.label())
	case !slices.ContainsFunc(p.years.Schools[at].Pupils, moves):
		return "Everybody is in this year's group already: there is nothing to move."
	}
	return ""
}

// moveOn moves the years of the school of the selected child on.
func (p *Page) moveOn() tea.Cmd {
	of := p.years.Schools[p.selected().school]
	ups := make([]view.YearUp, len(of.Pupils))
	for i, r := range of.Pupils {
		ups[i] = view.YearUp{Pupil: r.Pupil.ID, From: r.Pupil.Year, Up: p.up(r)}
	}
	return screen.Do(screen.Write{
		Long: "Moving the years on",
		Do:   func(ctx context.Context) (view.Change, error) { return p.store.MoveYearsOn(ctx, of.School.ID, ups) },
		Then: func(c view.Change) tea.Cmd {
			p.list.Select(0)
			return screen.Both(p.settle(of.School.ID), screen.Say("The years have moved on into "+p.label()+". "+action.ByID(action.Undo).Keyname(false)+" takes it back."))
		},
	})
}

// label is the school year that they move into.
func (p *Page) label() string { return model.SchoolYearFrom(p.years.Start) }

// whereDraft names the draft of whereTo.
const whereDraft = "where to"

// whereTo asks which school a child moves to; those that others move to are offered.
func (p *Page) whereTo(r view.YearRow) tea.Cmd {
	var options []widget.Option
	for _, l := range p.lines {
		to := l.row.ToSchool
		if to != "" && !slices.ContainsFunc(options, func(o widget.Option) bool { return o.Value == to }) {
			options = append(options, widget.Option{Value: to, Words: to})
		}
	}
	where, year := r.ToSchool, p.years.Start
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "Where does " + r.Pupil.Called() + " move to?", Name: whereDraft, Record: r.Pupil.ID,
		Groups: form.Fields(widget.Pick("School", where, options, func(_, text string) { where = text }).AllowNew().Hint("the new school; empty when it is not known")),
		Keep: func(ctx context.Context) (view.Change, error) {
			return p.store.KeepWhereTo(ctx, r.Pupil.ID, year, where)
		},
	}))
}

// Resume opens the form in which something was being typed.
func (p *Page) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if !p.known {
		return nil, false
	}
	if name == othersDraft {
		return screen.Say("What you chose stands here again: " + action.ByID(action.YearsMove).Keyname(false) + " moves the years on."), true
	}
	for _, l := range p.lines {
		if name == whereDraft && l.row.Pupil.ID == record {
			return p.whereTo(l.row), true
		}
	}
	return nil, true
}

// toPart goes to the first child of the next part, or of the one before; round at the ends.
func (p *Page) toPart(step int) tea.Cmd {
	var starts []int
	here := -1
	for i, l := range p.lines {
		if l.heading != "" {
			starts = append(starts, i+1)
		}
		if i == p.list.At() {
			here = len(starts) - 1
		}
	}
	if len(starts) > 0 {
		p.list.Select(starts[(here+step+len(starts))%len(starts)])
	}
	return nil
}

// About says what happens, and how it is known who is there already.
func (p *Page) About() []string {
	return []string{
		"On 1 September everybody goes up one year group. Those in the top group of their school leave at 31 August; they stay in the caseload and are found. SEN status, plans, promises and history go along; the class of last year goes, so that the office's next file brings the new one.",
		"Nobody is moved twice: whose group was written down since 1 September, by hand or from a file, is there already; so is one whose group was written down in the summer and is what the date of birth leads to in the new year.",
		"A child who is kept back stays in the group and goes on from there. What the office's next file says of a year counts as ever: its preview shows it.",
		action.ByID(action.Undo).Keyname(false) + " takes all of it back, as one step.",
	}
}
