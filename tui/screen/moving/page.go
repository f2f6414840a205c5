package moving

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Page says what a move does before it is kept, and whom to tell afterwards.
type Page struct {
	screen.Base
	store    Store
	meeting  view.MovingMeeting
	from, to model.Moment
	moves    model.Moved    // as it was before the move: that is who knows the old time
	along    map[int64]bool // the promises whose date was told, and which go along
	done     bool           // it has moved
	asked    map[int64]bool // the people who were told from here
	list     widget.List
}

func newPage(env *screen.Env, store Store, m view.MovingMeeting, to model.Moment) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store, to: to, along: map[int64]bool{}, asked: map[int64]bool{}}
	p.list.Heading = func(i int) bool {
		rows := p.rows()
		return i < len(rows) && rows[i].heading
	}
	p.look(m)
	return p
}

// look takes the meeting as it is before the move.
func (p *Page) look(m view.MovingMeeting) {
	p.meeting, p.from, p.done = m, m.Meeting.Start, false
	p.moves = model.MoveTo(m.MoveFacts(p.Now(), p.to))
	p.list.SetTotal(len(p.rows()))
}

// Load asks for the meeting again.
func (p *Page) Load() []screen.Ask {
	id, today := p.meeting.Meeting.ID, p.Today()
	return []screen.Ask{{Slot: "moving", Do: func(ctx context.Context) (any, error) { return p.store.MovingMeeting(ctx, id, today) }}}
}

// Take takes the meeting. When it stands at the old time again, because the move was taken back, the
// page says again what a move would do.
func (p *Page) Take(answer any) tea.Cmd {
	m, ok := answer.(view.MovingMeeting)
	switch {
	case !ok:
	case p.done && m.Meeting.Start == p.to:
		p.meeting = m
		p.list.SetTotal(len(p.rows()))
	default:
		p.look(m)
	}
	return nil
}

// Stale is so when anything changed that may hang on the time.
func (p *Page) Stale(c view.Change) bool {
	return c.Touches(view.Meeting, view.FollowUp, view.Adult, view.School, view.Setting)
}

// Crumbs are the section, the meeting and what is done with it.
func (p *Page) Crumbs() []string {
	kind := string(p.meeting.Meeting.Kind)
	return []string{"Meetings", p.meeting.Family.Name + " · " + strings.ToUpper(kind[:1]) + kind[1:], "Move"}
}

// Record is the meeting.
func (p *Page) Record() view.Record {
	return view.Record{Kind: view.MeetingRecord, ID: p.meeting.Meeting.ID}
}

// Scopes are those of the move, or of what is left to do after it.
func (p *Page) Scopes() []action.Scope {
	if p.done {
		return []action.Scope{action.Moved, action.List}
	}
	return []action.Scope{action.Moving, action.List}
}

// Handlers bind the move, and what is left to do after it.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.MoveDo] = action.Handler{Do: p.move}
	h[action.MoveAlong] = action.Handler{Do: p.turn, Why: p.whyNotTurn}
	h[action.MovedFollowUp] = action.Handler{Do: p.followUp, Why: p.whyNotFollowUp}
	h[action.MovedTold] = action.Handler{Do: p.told, Why: p.whyNotTold}
	return h
}

func (p *Page) move() tea.Cmd {
	id, to := p.meeting.Meeting.ID, p.to
	var along []int64
	for _, a := range p.moves.Asks {
		if p.along[a.Promise.ID] {
			along = append(along, a.Promise.ID)
		}
	}
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) { return p.store.ReplanMeeting(ctx, id, to, along...) },
		Then: func(view.Change) tea.Cmd {
			if len(p.moves.Tell) == 0 {
				return screen.Close(p, nil)
			}
			p.done = true
			p.list.SetTotal(len(p.rows()))
			p.list.Select(0)
			return nil
		},
	})
}

func (p *Page) selected() row {
	rows, at := p.rows(), p.list.At()
	if at < 0 || at >= len(rows) {
		return row{}
	}
	return rows[at]
}

func (p *Page) whyNotTurn() string {
	if p.selected().asks == 0 {
		return "Only a date that was told to the family is asked about: go to one first."
	}
	return ""
}

func (p *Page) turn() tea.Cmd {
	id := p.selected().asks
	p.along[id] = !p.along[id]
	return nil
}

func (p *Page) whyNotFollowUp() string {
	r := p.selected()
	switch {
	case r.tell == nil:
		return "Nobody is selected."
	case p.promised(*r.tell):
		return "There is a follow-up for that already."
	}
	return ""
}

// tellPromise is the promise to tell somebody.
func (p *Page) tellPromise(t model.ToTell) model.FollowUp {
	m := p.meeting.Meeting
	m.Start = p.to
	return model.TellOfMove(m, p.from, t, p.Now(), p.meeting.Settings, p.meeting.Calendar)
}

// promised reports whether there is a follow-up to tell somebody.
func (p *Page) promised(t model.ToTell) bool {
	what := p.tellPromise(t).What
	return slices.ContainsFunc(p.meeting.Promises, func(f model.FollowUp) bool { return f.What == what })
}

func (p *Page) followUp() tea.Cmd {
	f := p.tellPromise(*p.selected().tell)
	f.DueSetBy = p.Me()
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.SaveFollowUp(ctx, f) })
}

func (p *Page) whyNotTold() string {
	r := p.selected()
	switch {
	case r.tell == nil:
		return "Nobody is selected."
	case r.tell.Person.ID == 0:
		return r.tell.Name + " is not on the list of people: " + action.ByID(action.MovedFollowUp).Keyname(false) + " makes a follow-up to tell them."
	}
	return ""
}

// told notes that somebody was told, and so asked, today.
func (p *Page) told() tea.Cmd {
	m, today := p.selected().tell.Person, p.Today()
	by := cmp.Or(p.meeting.Adult(m.AdultID).Channel, m.InvitedBy)
	return screen.Do(screen.Write{
		Do:   func(ctx context.Context) (view.Change, error) { return p.store.MarkInvited(ctx, m.ID, today, by) },
		Then: func(view.Change) tea.Cmd { p.asked[m.ID] = true; return nil },
	})
}

// knows reports whether somebody was told from here, and that was not taken back.
func (p *Page) knows(t model.ToTell) bool {
	return p.asked[t.Person.ID] && p.meeting.Person(t.Person.ID).Invited == p.Today()
}

// About says why the consequences are shown.
func (p *Page) About() []string {
	return []string{"A meeting is a promise to several people at once: what goes along and who must hear it stands here before it moves.",
		"A date that was told to the family never moves by itself: tick it to let it go along, and tell them."}
}
