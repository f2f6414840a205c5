package meeting

import (
	"context"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
)

// Room is where the meeting is and how people sit (practices 33 and 34): the layouts and the facts of
// the room, and the picture of a layout with the people on its seats. Tab goes from the layouts to the
// people, who are then moved from seat to seat.
type Room struct {
	page
	layouts []model.Layout
	sitting map[model.LayoutID]seatingShown // of each layout that was looked at
	onSeats bool                            // the cursor is in the picture
	spot    int                             // the selected spot of the picture
	held    int64                           // the person who was picked up, 0 nobody
}

// seatingShown is how people sit in a layout, with what is said of it.
type seatingShown struct {
	model.Seating
	judged model.SeatJudgement
	likely bool // how they would sit best, as long as they sit otherwise
}

func newRoom(below page) *Room {
	r := &Room{page: below}
	r.self = r
	r.at = string(r.prep.Meeting.Layout)
	r.rebuild()
	return r
}

func (p *Prepare) room() tea.Cmd { return screen.Show(newRoom(p.below("Room"))) }

// Take takes the meeting.
func (r *Room) Take(answer any) tea.Cmd {
	cmd := r.page.Take(answer)
	r.rebuild()
	return cmd
}

// rebuild lists the layouts: Kettle's, then those of the school that are not removed or sat in.
func (r *Room) rebuild() {
	own := slices.DeleteFunc(slices.Clone(r.prep.Own.Layouts), func(l model.OwnLayout) bool {
		return l.Removed && l.LayoutID() != r.prep.Meeting.Layout
	})
	r.layouts = slices.Concat(model.Layouts, model.AsLayouts(own))
	keys := make([]string, len(r.layouts))
	r.sitting = map[model.LayoutID]seatingShown{}
	for i, l := range r.layouts {
		keys[i] = string(l.ID)
		if r.chosen(l) {
			r.seating(l)
		}
	}
	r.setKeys(keys)
	r.look()
}

// look finds out how people sit in the selected layout, once: the best seats take a moment to find.
func (r *Room) look() {
	r.remember()
	r.seating(r.layout())
	if r.heldSitter() < 0 {
		r.held = 0
	}
	r.spot = min(r.spot, max(len(r.spots())-1, 0))
}

// another looks at another layout.
func (r *Room) another() tea.Cmd {
	r.onSeats, r.held = false, 0
	r.look()
	return nil
}

// seating is how people sit in a layout: as it was kept where they sit so, else as they would best.
func (r *Room) seating(l model.Layout) seatingShown {
	if known, ok := r.sitting[l.ID]; ok {
		return known
	}
	f := r.facts()
	s := seatingShown{Seating: f.Seating()}
	if l.ID != r.prep.Meeting.Layout {
		s = seatingShown{Seating: model.NewSeating(l, s.Sitters, s.Heated).Best(), likely: true}
	}
	s.judged = s.Judge()
	r.sitting[l.ID] = s
	return s
}

// layout is the selected one.
func (r *Room) layout() model.Layout { return r.layouts[max(r.list.At(), 0)] }

// shown is how people sit in the selected layout.
func (r *Room) shown() seatingShown { return r.sitting[r.layout().ID] }

// chosen reports whether people sit like this.
func (r *Room) chosen(l model.Layout) bool { return l.ID == r.prep.Meeting.Layout }

// Scopes are those of the layouts, or of the seats.
func (r *Room) Scopes() []action.Scope {
	if r.onSeats {
		return []action.Scope{action.MeetingRoom, action.MeetingSeats}
	}
	return []action.Scope{action.MeetingRoom, action.MeetingLayouts, action.List}
}

// Handlers bind what can be done with room, layout and seats.
func (r *Room) Handlers() action.Handlers {
	h := r.list.Handlers(r.another)
	h[action.LayoutTake] = action.Handler{Do: r.sit}
	h[action.LayoutAdd] = action.Handler{Do: func() tea.Cmd { return r.newLayout(r.layout()) }}
	h[action.LayoutRemove] = action.Handler{Do: r.removeLayout, Why: r.whyNotOwn}
	h[action.LayoutChange] = action.Handler{Do: func() tea.Cmd { return r.draw(r.ownLayout().ID) }, Why: r.whyNotOwn}
	h[action.RoomSeats] = action.Handler{Do: r.otherPart}
	h[action.RoomLayouts] = action.Handler{Do: r.otherPart}
	h[action.SeatsBest] = action.Handler{Do: r.best, Why: r.whyNobody}
	h[action.RoomOther] = action.Handler{Do: r.otherRoom}
	h[action.RoomChange] = action.Handler{Do: func() tea.Cmd { return r.roomFacts(r.prep.Room) }, Why: func() string {
		if r.prep.Room.ID == 0 {
			return "No room is chosen yet: " + key(action.RoomOther) + " chooses one."
		}
		return ""
	}}
	maps.Copy(h, r.seatHandlers())
	return h
}

// Escape puts somebody who was picked up back, before it closes the room.
func (r *Room) Escape() (string, func() tea.Cmd) {
	if r.held == 0 {
		return "", nil
	}
	return "put back", func() tea.Cmd { r.held = 0; return nil }
}

func (r *Room) otherPart() tea.Cmd {
	r.onSeats, r.held = !r.onSeats, 0
	return nil
}

// sit takes the selected layout with the best seats for these people; where they sit like this
// already, it goes on to the seats.
func (r *Room) sit() tea.Cmd {
	if r.chosen(r.layout()) && (r.shown().Placed() || len(r.shown().Sitters) == 0) {
		return r.otherPart()
	}
	return r.keep(r.shown().Best())
}

// best seats people as well as it can be found.
func (r *Room) best() tea.Cmd {
	best := r.shown().Best()
	if r.chosen(r.layout()) && slices.Equal(best.Seats, r.shown().Seats) {
		return screen.Say("They sit as well as can be found for this layout.")
	}
	return r.keep(best)
}

func (r *Room) whyNobody() string {
	if len(r.shown().Sitters) == 0 {
		return "Nobody needs a seat: nobody who comes will be in the room."
	}
	return ""
}

// keep keeps how people sit.
func (r *Room) keep(s model.Seating) tea.Cmd {
	r.held = 0
	id, layout, seats := r.id, s.Layout.ID, s.Kept()
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return r.store.SeatPeople(ctx, id, layout, seats) })
}

// ownLayout is the selected layout as the school drew it, the zero layout for one of Kettle's.
func (r *Room) ownLayout() model.OwnLayout {
	for _, o := range r.prep.Own.Layouts {
		if o.LayoutID() == r.layout().ID {
			return o
		}
	}
	return model.OwnLayout{}
}

func (r *Room) whyNotOwn() string {
	if r.ownLayout().ID == 0 {
		return "This one comes with Kettle: " + key(action.LayoutAdd) + " draws one of your own, beginning like this."
	}
	return ""
}

func (r *Room) removeLayout() tea.Cmd {
	id := r.ownLayout().ID
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return r.store.RemoveOwnLayout(ctx, id) })
}

// About says what the selected layout says to a family.
func (r *Room) About() []string {
	l := r.layout()
	about := []string{l.Name + ": " + l.Says}
	if r.onSeats {
		about = append(about, "Arrows choose a seat; "+key(action.SeatTake)+" picks up who sits there, and puts them down on another: who sits there changes places. The mouse drags people, too.")
	}
	return append(about, "A neutral, private, welcoming room; nobody behind a desk; sides mixed; the way to the door free.")
}
