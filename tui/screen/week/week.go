// Package week is the page on which one looks back on a week, a half term or a term: what was said,
// promised and kept, in figures that lead to their lists. It names nobody, and may be printed.
package week

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/loglists"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	LookBack(ctx context.Context, period model.Period, today model.Date, calendar *model.Calendar) (model.LookBack, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store  Store
	span   model.PeriodSpan // to begin with
	period model.Period     // the zero period until the first question
	back   model.LookBack
	known  bool
	rows   []row
	list   widget.List
}

// row is a figure, or a heading above some; "" is an empty line.
type row struct {
	heading string
	line    model.LookBackLine
}

// New is the page of this week, half term or term.
func New(env *screen.Env, store Store, span model.PeriodSpan) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store, span: span}
	p.list.Heading = func(i int) bool { return i < len(p.rows) && p.rows[i].line.Words == "" }
	return p
}

// Load asks for the figures of the period.
func (p *Page) Load() []screen.Ask {
	if p.period == (model.Period{}) {
		p.period, _ = p.Calendar().PeriodOf(p.span, p.Today())
	}
	period, today, calendar := p.period, p.Today(), p.Calendar()
	return []screen.Ask{{Slot: "figures", Do: func(ctx context.Context) (any, error) {
		return p.store.LookBack(ctx, period, today, calendar)
	}}}
}

// Take takes the figures.
func (p *Page) Take(answer any) tea.Cmd {
	back, ok := answer.(model.LookBack)
	if !ok {
		return nil
	}
	p.back, p.known, p.rows = back, true, nil
	for i, part := range back.Parts() {
		if i > 0 {
			p.rows = append(p.rows, row{})
		}
		p.rows = append(p.rows, row{heading: part.Title})
		for _, line := range part.Lines {
			p.rows = append(p.rows, row{line: line})
		}
	}
	p.list.SetTotal(len(p.rows))
	return nil
}

// Stale is so when anything that is counted changed.
func (p *Page) Stale(c view.Change) bool {
	return c.Touches(view.Contact, view.FollowUp, view.Meeting, view.Family, view.Pupil, view.School)
}

// Crumbs lead to the page.
func (p *Page) Crumbs() []string { return []string{"Log", "Looking back"} }

// Scopes are those of the page.
func (p *Page) Scopes() []action.Scope {
	return []action.Scope{action.WeekPage, action.ListOfLog, action.List}
}

// Handlers move about, in the page and in time.
func (p *Page) Handlers() action.Handlers {
	h := loglists.Handlers(p.Env, p.list.Handlers(nil), screen.Week)
	h[action.WeekSpan] = action.Handler{Do: func() tea.Cmd { return p.turnSpan(1) }}
	h[action.WeekBack] = action.Handler{Do: func() tea.Cmd { return p.turnSpan(-1) }}
	h[action.WeekBefore] = action.Handler{Why: p.whyNoMore(p.Calendar().PeriodBefore), Do: func() tea.Cmd { return p.turn(p.Calendar().PeriodBefore) }}
	h[action.WeekAfter] = action.Handler{Why: p.whyNoLater, Do: func() tea.Cmd { return p.turn(p.Calendar().PeriodAfter) }}
	h[action.WeekOpen] = action.Handler{Do: p.open}
	h[action.WeekPrint] = action.Handler{Do: func() tea.Cmd {
		return screen.Show(choose.Print(p.Env, "the page", p.back.Sheet()))
	}}
	return h
}

// span shows the next longer or shorter period around the same days, as far as there are term dates.
func (p *Page) turnSpan(step int) tea.Cmd {
	at := slices.Index(model.Spans, p.period.Span)
	for range model.Spans {
		at = (at + step + len(model.Spans)) % len(model.Spans)
		if next, ok := p.Calendar().PeriodOf(model.Spans[at], p.within()); ok {
			p.period = next
			return screen.Question(p, p.Load()...)
		}
	}
	return nil
}

// within is a day of the period that has begun.
func (p *Page) within() model.Date { return min(p.period.To, max(p.Today(), p.period.From)) }

func (p *Page) turn(to func(model.Period) (model.Period, bool)) tea.Cmd {
	if next, ok := to(p.period); ok {
		p.period = next
	}
	return screen.Question(p, p.Load()...)
}

func (p *Page) whyNoMore(to func(model.Period) (model.Period, bool)) func() string {
	return func() string {
		if _, ok := to(p.period); !ok {
			return "The term dates do not reach further."
		}
		return ""
	}
}

func (p *Page) whyNoLater() string {
	if p.period.To >= p.Today() {
		return "That is still to come."
	}
	return p.whyNoMore(p.Calendar().PeriodAfter)()
}

// lists are where the figures lead.
func lists() map[model.LookBackAbout]screen.Kind {
	return map[model.LookBackAbout]screen.Kind{
		model.AboutLog:      screen.Log,
		model.AboutGoodNews: screen.GoodNews,
		model.AboutWorries:  screen.Worries,
		model.AboutReplies:  screen.Replies,
		model.AboutPromises: screen.FollowUps,
		model.AboutMeetings: screen.Meetings,
	}
}

func (p *Page) open() tea.Cmd {
	if at := p.list.At(); at >= 0 && at < len(p.rows) {
		if kind, ok := lists()[p.rows[at].line.About]; ok {
			return screen.Open(kind, 0)
		}
	}
	return nil
}

// About says what the page is for.
func (p *Page) About() []string {
	return []string{"What a week, a half term or a term was like, in figures. Each leads to its list.",
		"It counts families with a child on roll, and names nobody."}
}
