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

// callForm names the draft of what was said in a call; its record is the family.
const callForm = "good news"

// Calls is the walk through the list: one family after the other, big and quiet, with whom to ring and what
// to say.
type Calls struct {
	screen.Base
	store  Store
	order  model.NewsOrder
	filter view.NewsFilter

	round []model.NewsState // in the order in which they are rung
	known bool
	day   model.Date
	seek  seek
	at    int // the place in the round
	call  view.NewsCall
	whom  []model.Hearing
	list  widget.List // of whom
	made  view.CallsToday
	rung  map[int64]bool // in this walk: their turn has been
	first int64          // the family to go on with, whose call was being typed; 0 the first
	said  *widget.Line
	typed bool // the cursor is in the line of what was said
	draft string
}

// seek is whom the walk looks for next; the zero value stays with the family at hand.
type seek struct {
	from int
	on   bool
	back bool
}

// NewCalls is the walk through the whole list, those first who lack most.
func NewCalls(env *screen.Env, store Store) *Calls { return newCalls(env, store, model.NewsByLack, "") }

func newCalls(env *screen.Env, store Store, order model.NewsOrder, words string) *Calls {
	p := &Calls{Base: screen.Base{Env: env}, store: store, order: order, said: widget.NewLine(""), rung: map[int64]bool{}}
	p.filter.Words = words
	p.said.Placeholder = "what was said, in a few words"
	return p
}

// startAt begins at a family, which need not lack anything.
func (p *Calls) startAt(family int64) { p.first, p.known = family, false }

// over reports whether everybody has been rung.
func (p *Calls) over() bool { return p.known && !p.seek.on && p.at >= len(p.round) }

// The answers to Load.
type (
	roundAnswer []model.NewsState
	callAnswer  struct {
		seek  seek // what was looked for
		call  view.NewsCall
		at    int
		draft string
		made  view.CallsToday
	}
)

// Load asks for the round, and then for the family whose turn it is in it.
func (p *Calls) Load() []screen.Ask {
	spans := model.NewsSpans(p.Today(), p.Calendar())
	if len(spans) == 0 {
		p.known = true
		return nil
	}
	if p.day != p.Today() || p.over() {
		p.known, p.rung = false, map[int64]bool{}
	}
	p.day, p.filter.Span, p.filter.Today = p.Today(), spans[0], p.Today()
	if p.known {
		return []screen.Ask{p.askCall()}
	}
	filter, world, order := p.filter, p.World, p.order
	return []screen.Ask{{Slot: "round", Do: func(ctx context.Context) (any, error) {
		states, err := p.store.GoodNewsStates(ctx, filter, world)
		return roundAnswer(model.NewsRound(model.NewsClasses(states, order))), err
	}}}
}

// askCall asks for the family that is looked for, or anew for the one at hand.
func (p *Calls) askCall() screen.Ask {
	some, place := p.candidates()
	filter, world, today, end, looked := p.filter, p.World, p.Today(), len(p.round), p.seek
	return screen.Ask{Slot: "call", Do: func(ctx context.Context) (any, error) {
		answer := callAnswer{seek: looked, at: end}
		var err error
		if answer.made, err = p.store.CallsToday(ctx, today); err != nil {
			return nil, err
		}
		if answer.call, err = p.store.NextCall(ctx, some, filter, world); err != nil || !answer.call.Found {
			return answer, err
		}
		answer.at = place(answer.call.At)
		drafts, err := p.store.Drafts(ctx)
		for _, d := range drafts {
			if d.Form == callForm && d.Record == answer.call.ID {
				answer.draft = d.Body["said"]
			}
		}
		return answer, err
	}}
}

// candidates are the families that may be next, and the place in the round of the n-th of them. One that is
// looked at again is shown whether or not there is still somebody to ring.
func (p *Calls) candidates() (some []model.NewsState, place func(n int) int) {
	switch {
	case !p.seek.on:
		from := min(p.at, len(p.round))
		some = slices.Clone(p.round[from:min(from+1, len(p.round))])
		place = func(n int) int { return from + n }
	case p.seek.back:
		from := min(p.seek.from, len(p.round)-1)
		some = slices.Clone(p.round[:from+1])
		slices.Reverse(some)
		place = func(n int) int { return from - n }
	default:
		from := min(p.seek.from, len(p.round))
		some = slices.Clone(p.round[from:])
		for i := range some {
			some[i].Turn = some[i].Turn && !p.rung[some[i].Family]
		}
		return some, func(n int) int { return from + n }
	}
	for i := range some {
		some[i].Turn = true
	}
	return some, place
}

// goTo looks for the next family from a place of the round on, or for one before it.
func (p *Calls) goTo(from int, back bool) tea.Cmd {
	p.seek = seek{from: from, on: true, back: back}
	return screen.Question(p, p.askCall())
}

// Take takes the round, or the family to ring.
func (p *Calls) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case roundAnswer:
		p.round, p.known, p.at = answer, true, 0
		from := max(slices.IndexFunc(p.round, func(s model.NewsState) bool { return s.Family == p.first }), 0)
		if p.first != 0 && len(p.round) > 0 {
			p.round[from].Turn = true
		}
		return p.goTo(from, false)
	case callAnswer:
		p.takeCall(answer)
	}
	return nil
}

// takeCall takes the family that was looked for. An answer to what is not looked for any more is old news;
// where there is none before, and where nobody at hand may be rung any more, the walk stays.
func (p *Calls) takeCall(answer callAnswer) {
	if answer.seek != p.seek {
		return
	}
	p.made, p.seek = answer.made, seek{}
	if !answer.call.Found && (answer.seek.back || !answer.seek.on) {
		return
	}
	same := answer.call.ID == p.call.ID
	chosen := p.adult().Adult.ID
	p.at, p.call = answer.at, answer.call
	p.whom = p.call.News.Hearings()
	p.list.SetTotal(len(p.whom))
	p.list.Select(0)
	if same && !answer.seek.on {
		p.list.Select(slices.IndexFunc(p.whom, func(h model.Hearing) bool { return h.Adult.ID == chosen }))
	}
	if !same {
		p.said.SetText(answer.draft)
		p.draft, p.typed = answer.draft, answer.draft != "" && p.call.ID == p.first
	}
	p.first = 0
}

// adult is the parent who is selected, the zero value for none.
func (p *Calls) adult() model.Hearing {
	if at := p.list.At(); at >= 0 && at < len(p.whom) {
		return p.whom[at]
	}
	return model.Hearing{}
}

// Stale is so when an entry, a family, its people or the term dates changed.
func (p *Calls) Stale(c view.Change) bool {
	return c.Touches(view.Family, view.Adult, view.Pupil, view.Contact, view.School, view.Setting)
}

// Crumbs are the list and the family.
func (p *Calls) Crumbs() []string { return []string{"Log", "Good news", p.call.Name} }

// FamilyID is the family at hand.
func (p *Calls) FamilyID() int64 { return p.call.ID }

// Typing is so while it is written what was said.
func (p *Calls) Typing() bool { return p.typed }

// Scopes are those of the line that is typed, else those of a call.
func (p *Calls) Scopes() []action.Scope {
	if p.typed {
		return []action.Scope{action.NewsSaid}
	}
	return []action.Scope{action.NewsCall, action.List}
}

// About says what a call is for.
func (p *Calls) About() []string {
	return []string{"Small things count: a certificate, a good morning, a piece of work. What is offered stands in the log or on the child's card.",
		"Who has heard nothing comes first, also the parent who lives elsewhere: each hears it in their own right.",
		"A call without an answer is noted, and does not count. Esc leaves the walk; it goes on where you left it."}
}
