package meeting

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
)

// People are moved from seat to seat: picked up, carried, put down. Those without a seat stand below
// the picture.

// spot is a place where somebody may be: a seat, or below the picture without one.
type spot struct {
	model.Place
	seat   int // from 1, 0 for none
	sitter int // -1 for nobody
}

// spots are all of them: the seats in their order, then those who stand, and the place to stand while
// somebody is held.
func (r *Room) spots() []spot {
	s := r.shown()
	spots := make([]spot, 0, len(s.Layout.Seats)+len(s.Sitters))
	for i, place := range s.Layout.Seats {
		spots = append(spots, spot{place, i + 1, s.On(i + 1)})
	}
	standing := func(sitter int) {
		n := len(spots) - len(s.Layout.Seats)
		spots = append(spots, spot{model.Place{X: 16 + 6*n, Y: model.PlanHeight + 1}, 0, sitter})
	}
	for i := range s.Sitters {
		if s.Seats[i] == 0 {
			standing(i)
		}
	}
	if i := r.heldSitter(); i >= 0 && s.Seats[i] > 0 {
		standing(-1)
	}
	return spots
}

// heldSitter is which of the sitters is held, -1 for none.
func (r *Room) heldSitter() int {
	return slices.IndexFunc(r.shown().Sitters, func(w model.Sitter) bool { return w.Person == r.held })
}

func (r *Room) seatHandlers() action.Handlers {
	by := func(dx, dy int) action.Handler {
		return action.Handler{Do: func() tea.Cmd {
			spots := r.spots()
			places := make([]model.Place, len(spots))
			for i, s := range spots {
				places[i] = s.Place
			}
			r.spot = nearest(places, r.spot, dx, dy)
			return nil
		}}
	}
	return action.Handlers{
		action.SeatUp: by(0, -1), action.SeatDown: by(0, 1), action.SeatLeft: by(-1, 0), action.SeatRight: by(1, 0),
		action.SeatTake:  {Do: r.pick, Why: r.whyNotPick},
		action.SeatLeave: {Do: r.stand, Why: r.whyNotStand},
	}
}

// nearest is the place that is nearest in a direction, the same one when there is none. What lies off
// to the side counts as farther away.
func nearest(places []model.Place, from, dx, dy int) int {
	best, least := from, 0
	for i, p := range places {
		along := dx*(p.X-places[from].X) + 2*dy*(p.Y-places[from].Y)
		aside := dy*(p.X-places[from].X) + 2*dx*(p.Y-places[from].Y)
		if along <= 0 {
			continue
		}
		if far := along*along + 3*aside*aside; best == from || far < least {
			best, least = i, far
		}
	}
	return best
}

// pick picks up who is at the selected spot, or puts down there whom one holds.
func (r *Room) pick() tea.Cmd {
	at := r.spots()[r.spot]
	if r.held != 0 {
		return r.put(at)
	}
	r.held = r.shown().Sitters[at.sitter].Person
	return nil
}

// put puts down whom one holds; who sits there already changes places with them.
func (r *Room) put(at spot) tea.Cmd {
	who, s := r.heldSitter(), r.shown()
	r.held = 0
	if at.sitter == who || at.seat == s.Seats[who] {
		return nil
	}
	if at.seat == 0 && at.sitter >= 0 { // with somebody who stands
		return r.keep(s.Move(at.sitter, s.Seats[who]))
	}
	return r.keep(s.Move(who, at.seat))
}

func (r *Room) whyNotPick() string {
	spots := r.spots()
	if r.spot >= len(spots) {
		return "There is no seat in this layout."
	}
	if r.held == 0 && spots[r.spot].sitter < 0 {
		return "This seat is free: go to somebody to pick them up."
	}
	return ""
}

// stand takes somebody off their seat.
func (r *Room) stand() tea.Cmd {
	who := r.standing()
	return r.keep(r.shown().Move(who, 0))
}

// standing is who is held, else who is at the selected spot; -1 for nobody.
func (r *Room) standing() int {
	if r.held != 0 {
		return r.heldSitter()
	}
	if spots := r.spots(); r.spot < len(spots) {
		return spots[r.spot].sitter
	}
	return -1
}

func (r *Room) whyNotStand() string {
	if who := r.standing(); who < 0 || r.shown().Seats[who] == 0 {
		return "Nobody sits here."
	}
	return ""
}

// clickSpot is a click on a spot of the picture: the first one picks somebody up, the next one puts
// them down.
func (r *Room) clickSpot(i int) tea.Cmd {
	r.onSeats, r.spot = true, i
	if r.whyNotPick() != "" {
		return nil
	}
	return r.pick()
}

// dropOn lets go whom the mouse dragged.
func (r *Room) dropOn(i int) tea.Cmd {
	if r.held == 0 || i >= len(r.spots()) {
		return nil
	}
	r.spot = i
	return r.put(r.spots()[i])
}
