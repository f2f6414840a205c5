// Package meetings is the list of meetings, coming and past, and the forms in which a new one is
// planned.
package meetings

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/screen/moving"
	"kettle/tui/widget"
)

// Store is what the list needs of the store.
type Store interface {
	meetingforms.Store
	moving.Store
	MeetingList(ctx context.Context, filter view.MeetingFilter, limit, offset int) (view.MeetingList, error)
	MeetingPreps(ctx context.Context, ids []int64) ([]view.MeetingPrep, error)
}

// which says which meetings are listed.
type which int

const (
	coming which = iota
	past
	ofFamily // all of one family, those to come first
)

func whichWords() map[which]string {
	return map[which]string{coming: "coming", past: "past"}
}

// List is the screen.
type List struct {
	screen.Base
	store   Store
	filter  *widget.Line
	typing  bool
	which   which
	family  view.MeetingRow // one of the family's meetings, while those of one family are listed
	list    widget.List
	rows    view.MeetingList
	ready   map[int64]readiness
	known   bool
	id      int64 // of the selected meeting, so that a refresh does not move to another
	fresh   bool  // what is listed has changed: the selection begins at the top, and until then nothing is selected
	opens   bool  // Enter was pressed before the rows of the filter were there
	waiting bool  // the readiness of some rows was asked for
}

// New is the list of the meetings that are coming.
func New(env *screen.Env, store Store) *List {
	l := &List{Base: screen.Base{Env: env}, store: store, filter: widget.NewLine(""), ready: map[int64]readiness{}}
	l.filter.Placeholder = "family, child, kind, purpose, room"
	return l
}

// around is how many rows are asked for at once, and margin how near the edge of them the list may
// come before it asks for more.
const (
	around = 160
	margin = 60
)

// Load asks for the rows around those on the screen.
func (l *List) Load() []screen.Ask {
	top, _ := l.list.Visible()
	offset := max(top-around/3, 0)
	if l.fresh {
		offset = 0
	}
	filter := view.MeetingFilter{Past: l.which == past, Words: l.filter.Text()}
	l.ready, l.waiting = map[int64]readiness{}, false
	if l.which == ofFamily {
		filter.Family = l.family.FamilyID
		return []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) { return l.bothOf(ctx, filter) }}}
	}
	return []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) {
		return l.store.MeetingList(ctx, filter, around, offset)
	}}}
}

// bothOf are a family's meetings to come, then those past.
func (l *List) bothOf(ctx context.Context, filter view.MeetingFilter) (view.MeetingList, error) {
	next, err := l.store.MeetingList(ctx, filter, around, 0)
	if err != nil {
		return next, err
	}
	filter.Past = true
	before, err := l.store.MeetingList(ctx, filter, around, 0)
	next.Rows = append(next.Rows, before.Rows...)
	next.Total = len(next.Rows)
	return next, err
}

// Take takes rows, and asks how ready the visible ones are.
func (l *List) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case view.MeetingList:
		l.rows, l.known = answer, true
		l.list.SetTotal(answer.Total)
		l.reselect()
		if l.opens {
			return l.openSelected()
		}
		return l.askReady()
	case []readiness:
		l.waiting = false
		for _, r := range answer {
			l.ready[r.id] = r
		}
	}
	return nil
}

// reselect finds the selected meeting among the new rows; one that has gone leaves its neighbour.
func (l *List) reselect() {
	if l.fresh {
		l.fresh = false
		l.list.Select(0)
	} else if i := slices.IndexFunc(l.rows.Rows, func(r view.MeetingRow) bool { return r.ID == l.id }); i >= 0 {
		l.list.Select(l.rows.Offset + i)
	}
	l.remember()
}

func (l *List) remember() { l.id = l.selected().ID }

// row is the i-th meeting of the list, when it is at hand.
func (l *List) row(i int) (view.MeetingRow, bool) {
	at := i - l.rows.Offset
	if at < 0 || at >= len(l.rows.Rows) {
		return view.MeetingRow{}, false
	}
	return l.rows.Rows[at], true
}

func (l *List) selected() view.MeetingRow {
	r, _ := l.row(l.list.At())
	if l.fresh {
		return view.MeetingRow{}
	}
	return r
}

// moved remembers the selection, and asks for what is missing of the rows that have come into sight.
func (l *List) moved() tea.Cmd {
	l.remember()
	top, height := l.list.Visible()
	end := l.rows.Offset + len(l.rows.Rows)
	nearTop := l.rows.Offset > 0 && top-l.rows.Offset < margin/2
	nearEnd := end < l.list.Total() && end-(top+height) < margin
	switch {
	case nearTop || nearEnd:
		return screen.Question(l, l.Load()...)
	case l.waiting:
		return nil
	}
	return l.askReady()
}

// Stale is so when anything changed that is listed, or that the rules look at.
func (l *List) Stale(c view.Change) bool {
	return c.Touches(view.Meeting, view.Family, view.Adult, view.Pupil, view.FollowUp, view.Contact, view.School, view.Setting)
}

// Crumbs are the section.
func (l *List) Crumbs() []string { return []string{"Meetings"} }

// FamilyID is the family of the selected meeting.
func (l *List) FamilyID() int64 { return l.selected().FamilyID }

// Typing is so while the filter has the cursor.
func (l *List) Typing() bool { return l.typing }

// Scopes are the filter's while it is typed, else the list's.
func (l *List) Scopes() []action.Scope {
	if l.typing {
		return []action.Scope{action.Filter}
	}
	return []action.Scope{action.Meetings, action.List}
}

// Handlers bind the list's actions.
func (l *List) Handlers() action.Handlers {
	h := l.list.Handlers(l.moved)
	h[action.MeetingOpen] = action.Handler{Do: l.open, Why: l.noneSelected}
	h[action.MeetingAdd] = action.Handler{Do: l.add}
	screen.ForFamily(h, l)
	h[action.ThreadSee] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.ThreadFrom, l.selected().ID) }, Why: l.noneSelected}
	h[action.MeetingsView] = action.Handler{Do: l.nextView}
	h[action.MeetingMove] = action.Handler{Do: l.move, Why: l.whyNotOff}
	h[action.MeetingCalled] = action.Handler{Do: l.callOff, Why: l.whyNotOff}
	h[action.MeetingFind] = action.Handler{Do: func() tea.Cmd { l.typing = true; return nil }}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { l.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: func() tea.Cmd {
		l.typing = false
		return l.openSelected()
	}}
	return h
}

// openSelected opens the selected meeting, once the rows of the filter are there.
func (l *List) openSelected() tea.Cmd {
	if l.opens = l.fresh; l.opens || l.selected().ID == 0 {
		return nil
	}
	return l.open()
}

func (l *List) noneSelected() string {
	if l.selected().ID == 0 {
		return "No meeting is selected."
	}
	return ""
}

// open opens the preparation; for a past meeting it shows the record.
func (l *List) open() tea.Cmd { return screen.Open(screen.Meeting, l.selected().ID) }

// add plans a new meeting: with the family whose meetings are listed, else one to be chosen.
func (l *List) add() tea.Cmd {
	var family int64
	if l.which == ofFamily {
		family = l.family.FamilyID
	}
	return screen.Open(screen.NewMeeting, family)
}

// nextView goes from the meetings that come to those past, to all of the selected meeting's family, and
// on to the SEN meetings and annual reviews of all pupils.
func (l *List) nextView() tea.Cmd {
	next := (l.which + 1) % (ofFamily + 1)
	toReviews := next == coming || next == ofFamily && l.selected().ID == 0
	switch {
	case toReviews:
		next = coming
	case next == ofFamily:
		l.family = l.selected()
	}
	l.which, l.fresh = next, true
	ask := screen.Question(l, l.Load()...)
	if toReviews {
		return screen.Both(ask, screen.Open(screen.Reviews, 0))
	}
	return ask
}

func (l *List) whyNotOff() string { return meetingforms.WhyNotOff(l.offMeeting()) }

func (l *List) offMeeting() meetingforms.Meeting {
	r := l.selected()
	return meetingforms.Meeting{ID: r.ID, Family: r.Family, Start: r.Start, Status: r.Status}
}

func (l *List) move() tea.Cmd {
	r := l.selected()
	return moving.Ask(l.Env, l.store, r.ID, r.Family, r.Status)
}

func (l *List) callOff() tea.Cmd {
	return screen.Show(meetingforms.CallOff(l.Env, l.store, l.offMeeting(), nil))
}

// Key types into the filter, which narrows the list at once.
func (l *List) Key(msg tea.KeyPressMsg) tea.Cmd {
	if !l.filter.Key(msg) {
		return nil
	}
	return l.narrow()
}

// Paste pastes into the filter.
func (l *List) Paste(text string) tea.Cmd {
	l.filter.Paste(text)
	return l.narrow()
}

func (l *List) narrow() tea.Cmd {
	l.fresh, l.opens = true, false
	return screen.Question(l, l.Load()...)
}

// Escape leaves the filter, then goes back to the meetings that are coming.
func (l *List) Escape() (string, func() tea.Cmd) {
	switch {
	case l.typing || l.filter.Text() != "":
		return "clear", func() tea.Cmd {
			l.typing = false
			l.filter.SetText("")
			return l.narrow()
		}
	case l.which != coming:
		return "coming", func() tea.Cmd {
			l.which = coming
			return l.narrow()
		}
	}
	return "", nil
}

// About says what is listed, and what the selected meeting lacks.
func (l *List) About() []string {
	about := []string{"Meetings with families: what is coming, with how much of it is prepared; then what was."}
	if r := l.selected(); r.ID != 0 {
		about[0] = r.Family + ", " + string(r.Kind) + "."
		if lacks := l.ready[r.ID].lacks; lacks != "" {
			about = append(about, "Next: "+lacks+".")
		}
	}
	return append(about, "“n of m” counts what applies to the meeting and is settled, by facts, by hand, or left out with a reason.")
}
