// Package reviews is the SEN meetings of all pupils with SEN support or a plan: a grid of the year's terms,
// and a countdown to the annual reviews with each of their steps. What is due, late and missing is
// decided by the rules in model, once when the rows come.
package reviews

import (
	"context"
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
	SENGrid(ctx context.Context, filter view.SENFilter, limit, offset int) (view.SENGrid, error)
	ReviewCountdown(ctx context.Context, words string, today model.Date, w view.World, limit, offset int) (view.ReviewCountdown, error)

	GiveRecord(ctx context.Context, meeting int64, on model.Date, by model.Channel) (view.Change, error)
	InviteToReview(ctx context.Context, people []int64, on model.Date, by model.Channel) (view.Change, error)
	AskAdvice(ctx context.Context, people []int64, on model.Date) (view.Change, error)
	SendAdviceOn(ctx context.Context, people []int64, on model.Date) (view.Change, error)
	SendReport(ctx context.Context, people []int64, on model.Date) (view.Change, error)
	KeepCouncilDecision(ctx context.Context, meeting int64, on model.Date, decision model.CouncilDecision) (view.Change, error)
	KeepAmendmentNotice(ctx context.Context, meeting int64, on model.Date) (view.Change, error)
	KeepFinalPlan(ctx context.Context, meeting int64, on model.Date) (view.Change, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store     Store
	filter    *widget.Line
	typing    bool
	countdown bool // the annual reviews instead of the terms
	list      widget.List
	known     bool
	fresh     bool  // what is listed has changed: the selection begins at the top, and until then nothing is selected
	opens     bool  // Enter was pressed before the rows of the filter were there
	id        int64 // of the selected pupil, so that a refresh does not move to another

	terms  []model.Term // of this school year
	term   int          // the one that x and m work on
	grid   []pupilTerms
	dates  []pupilReview
	offset int
}

// pupilTerms is a pupil with what the rules say of each term.
type pupilTerms struct {
	view.SENRow
	cells []model.TermCell
}

// pupilReview is a pupil with the chain of the annual review, and its next step.
type pupilReview struct {
	view.ReviewRow
	chain model.ReviewChain
	next  model.ReviewStep
	open  bool // there is a next step
}

// New is the grid of terms, or the countdown to the annual reviews.
func New(env *screen.Env, store Store, countdown bool) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store, filter: widget.NewLine(""), countdown: countdown}
	p.filter.Placeholder = "family, child, class"
	p.takeTerms()
	return p
}

// around is how many rows are asked for at once, and margin how near the edge of them the list may come
// before it asks for more.
const (
	around = 120
	margin = 40
)

// The answers to Load.
type (
	gridAnswer struct {
		rows  []pupilTerms
		total int
		from  int
	}
	countAnswer struct {
		rows  []pupilReview
		total int
		from  int
	}
)

// Load asks for the rows around those on the screen; the rules look at them beside the screen, too.
func (p *Page) Load() []screen.Ask {
	top, _ := p.list.Visible()
	offset, words := max(top-around/3, 0), p.filter.Text()
	if p.fresh {
		offset = 0
	}
	today, world, countdown := p.Today(), p.World, p.countdown
	return []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) {
		if countdown {
			return p.askDates(ctx, words, today, world, offset)
		}
		return p.askGrid(ctx, words, today, world, offset)
	}}}
}

func (p *Page) askGrid(ctx context.Context, words string, today model.Date, w view.World, offset int) (any, error) {
	first, last := model.SchoolYear(today)
	grid, err := p.store.SENGrid(ctx, view.SENFilter{Words: words, From: first, To: last}, around, offset)
	answer := gridAnswer{total: grid.Total, from: grid.Offset}
	for _, r := range grid.Rows {
		calendar := w.Calendar(r.Pupil.SchoolID)
		cells := model.TermGrid(calendar.TermsOfYear(today), r.Meetings, calendar, w.Settings, today)
		answer.rows = append(answer.rows, pupilTerms{r, cells})
	}
	return answer, err
}

func (p *Page) askDates(ctx context.Context, words string, today model.Date, w view.World, offset int) (any, error) {
	list, err := p.store.ReviewCountdown(ctx, words, today, w, around, offset)
	answer := countAnswer{total: list.Total, from: list.Offset}
	for _, r := range list.Rows {
		one := pupilReview{ReviewRow: r, chain: r.Facts(today, w).Chain()}
		one.next, one.open = one.chain.Next()
		answer.rows = append(answer.rows, one)
	}
	return answer, err
}

// Take takes the rows of the view that is shown.
func (p *Page) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case gridAnswer:
		p.takeTerms()
		p.grid, p.offset = answer.rows, answer.from
		p.list.SetTotal(answer.total)
	case countAnswer:
		p.dates, p.offset = answer.rows, answer.from
		p.list.SetTotal(answer.total)
	}
	p.known = true
	p.reselect()
	if p.opens {
		return p.openSelected()
	}
	return nil
}

// takeTerms learns the terms of the year; the one that is running, or comes next, is the one at hand.
func (p *Page) takeTerms() {
	had := len(p.terms) > 0
	p.terms = p.Calendar().TermsOfYear(p.Today())
	if had && p.term < len(p.terms) {
		return
	}
	p.term = max(len(p.terms)-1, 0)
	if at := slices.IndexFunc(p.terms, func(t model.Term) bool { return p.Today() <= t.End }); at >= 0 {
		p.term = at
	}
}

// pupil is the pupil in a row of the list, when the row is at hand.
func (p *Page) pupil(i int) (model.Pupil, bool) {
	at := i - p.offset
	switch {
	case at < 0 || p.fresh:
	case p.countdown && at < len(p.dates):
		return p.dates[at].Pupil, true
	case !p.countdown && at < len(p.grid):
		return p.grid[at].Pupil, true
	}
	return model.Pupil{}, false
}

// selectedTerms is the selected row of the grid, the zero row for none.
func (p *Page) selectedTerms() pupilTerms {
	if _, ok := p.pupil(p.list.At()); !ok || p.countdown {
		return pupilTerms{}
	}
	return p.grid[p.list.At()-p.offset]
}

// cell is the term at hand of the selected pupil, the zero cell for none.
func (p *Page) cell() model.TermCell { return p.selectedTerms().at(p.term) }

func (r pupilTerms) at(term int) model.TermCell {
	if term < 0 || term >= len(r.cells) {
		return model.TermCell{}
	}
	return r.cells[term]
}

// selectedReview is the selected row of the countdown, the zero row for none.
func (p *Page) selectedReview() pupilReview {
	if _, ok := p.pupil(p.list.At()); !ok || !p.countdown {
		return pupilReview{}
	}
	return p.dates[p.list.At()-p.offset]
}

// reselect finds the selected pupil among the new rows; one who has gone leaves the neighbour.
func (p *Page) reselect() {
	if p.fresh {
		p.fresh = false
		p.list.Select(0)
	} else {
		for i := range max(len(p.grid), len(p.dates)) {
			if c, ok := p.pupil(p.offset + i); ok && c.ID == p.id {
				p.list.Select(p.offset + i)
			}
		}
	}
	p.remember()
}

func (p *Page) remember() {
	c, _ := p.pupil(p.list.At())
	p.id = c.ID
}

// moved remembers the selection, and asks for what is missing of the rows that have come into sight.
func (p *Page) moved() tea.Cmd {
	p.remember()
	top, height := p.list.Visible()
	end := p.offset + len(p.grid)
	if p.countdown {
		end = p.offset + len(p.dates)
	}
	nearTop := p.offset > 0 && top-p.offset < margin/2
	nearEnd := end < p.list.Total() && end-(top+height) < margin
	if nearTop || nearEnd {
		return screen.Question(p, p.Load()...)
	}
	return nil
}

// Stale is so when anything changed that is listed, or that the rules look at.
func (p *Page) Stale(c view.Change) bool {
	return c.Touches(view.Meeting, view.Family, view.Adult, view.Pupil, view.School, view.Setting)
}

// Crumbs are the section and the view.
func (p *Page) Crumbs() []string {
	if p.countdown {
		return []string{"Meetings", "Annual reviews"}
	}
	return []string{"Meetings", "SEN meetings"}
}

// FamilyID is the family of the selected pupil.
func (p *Page) FamilyID() int64 {
	c, _ := p.pupil(p.list.At())
	return c.FamilyID
}

// Record is the meeting that is looked at, else the child.
func (p *Page) Record() view.Record {
	meeting := p.cell().Meeting.ID
	if p.countdown {
		meeting = p.selectedReview().Meeting.ID
	}
	switch c, ok := p.pupil(p.list.At()); {
	case meeting != 0:
		return view.Record{Kind: view.MeetingRecord, ID: meeting}
	case ok:
		return view.Record{Kind: view.ChildRecord, ID: c.ID}
	}
	return view.Record{}
}

// Typing is so while the filter has the cursor.
func (p *Page) Typing() bool { return p.typing }

// Scopes are the filter's while it is typed, else those of the view.
func (p *Page) Scopes() []action.Scope {
	switch {
	case p.typing:
		return []action.Scope{action.Filter}
	case p.countdown:
		return []action.Scope{action.ReviewCountdown, action.List}
	}
	return []action.Scope{action.ReviewTerms, action.List, action.Parts}
}

// About says what is counted, and what the law or the school asks.
func (p *Page) About() []string {
	if p.countdown {
		about := []string{"Every pupil with a plan, the nearest day first. A review ends with the council's decision, within twelve months of the last one.",
			"Its dates are counted in calendar days, and no holiday moves them."}
		if r := p.selectedReview(); r.open {
			about = append([]string{r.Pupil.Called() + ": " + r.next.What + ". " + r.next.Counted + ".", "Source: " + r.next.Source + "."}, about...)
		}
		return about
	}
	return []string{"Parents of a pupil with SEN support are met at least three times a year: once in each term, an annual review among them.",
		"The record of what was agreed goes home afterwards: outcomes, action and support."}
}
