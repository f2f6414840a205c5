package meeting

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Drawing is a way to sit as the school draws it: its seats and things are moved, added and taken away
// one by one. Each change is kept at once and can be taken back.
type Drawing struct {
	page
	layout int64
	own    model.OwnLayout // as it is kept; while a piece is held, as it would be
	at     int             // the selected piece
	held   bool
}

// newLayoutForm names the drafts of a new layout.
const newLayoutForm = "own layout"

// newLayout asks for name and sentence of a layout that begins like another, and then draws it.
func (r *Room) newLayout(from model.Layout) tea.Cmd {
	own := model.OwnLayout{Seats: from.Seats, Things: from.Things}
	spec := layoutForm("A layout of your own", &own)
	spec.Intro, spec.Record = "It begins like: "+from.Name+". Seats and things are moved next.", form.RecordOf(0, r.id)
	spec.Keep = func(ctx context.Context) (view.Change, error) { return r.store.SaveOwnLayout(ctx, own) }
	spec.Then = func(c view.Change) tea.Cmd {
		r.at = string(model.OwnLayout{ID: c.New}.LayoutID())
		return r.draw(c.New)
	}
	return r.show(spec)
}

func layoutForm(title string, own *model.OwnLayout) form.Spec {
	return form.Spec{Title: title, Name: newLayoutForm, Groups: form.Fields(
		widget.Text("Name", &own.Name).Needed("What do you call it?"),
		widget.Text("It says", &own.Says).Hint("one sentence: what does it say to a family?"),
	)}
}

func (r *Room) draw(layout int64) tea.Cmd {
	d := &Drawing{page: r.below("Drawing"), layout: layout}
	d.self = d
	d.refresh()
	return screen.Show(d)
}

// Take takes the meeting, with the layouts of the school.
func (d *Drawing) Take(answer any) tea.Cmd {
	cmd := d.page.Take(answer)
	if !d.held {
		d.refresh()
	}
	return cmd
}

func (d *Drawing) refresh() {
	for _, o := range d.prep.Own.Layouts {
		if o.ID == d.layout {
			d.own = o
		}
	}
	d.at = max(min(d.at, d.own.Pieces()-1), 0)
}

// Scopes are those of a drawing.
func (d *Drawing) Scopes() []action.Scope { return []action.Scope{action.LayoutDrawing} }

// Handlers move about and change the drawing.
func (d *Drawing) Handlers() action.Handlers {
	h := action.Handlers{
		action.PieceNext:   {Do: func() tea.Cmd { return d.next(1) }},
		action.PiecePrev:   {Do: func() tea.Cmd { return d.next(-1) }},
		action.PieceTake:   {Do: d.take, Why: d.whyNothing},
		action.PieceAdd:    {Do: d.add},
		action.PieceRemove: {Do: d.takeAway, Why: d.whyNothing},
		action.PieceName:   {Do: d.rename},
	}
	for id, by := range map[action.ID]model.Place{action.PieceUp: {Y: -1}, action.PieceDown: {Y: 1}, action.PieceLeft: {X: -1}, action.PieceRight: {X: 1}} {
		h[id] = action.Handler{Do: func() tea.Cmd { return d.step(by.X, by.Y) }}
	}
	for id, by := range map[action.ID]model.Place{action.PieceWider: {X: 1}, action.PieceNarrower: {X: -1}, action.PieceTaller: {Y: 1}, action.PieceShorter: {Y: -1}} {
		h[id] = action.Handler{Why: d.whySeat, Do: func() tea.Cmd { return d.change(d.own.ResizePiece(d.at, by.X, by.Y)) }}
	}
	return h
}

func (d *Drawing) whyNothing() string {
	if d.own.Pieces() == 0 {
		return "Nothing stands in the room: " + key(action.PieceAdd) + " adds a seat or a table."
	}
	return ""
}

func (d *Drawing) whySeat() string {
	if d.at < len(d.own.Seats) {
		return "A seat has one size: go to a table to make it wider."
	}
	return d.whyNothing()
}

// Escape puts a piece back where it stood, before it closes the drawing.
func (d *Drawing) Escape() (string, func() tea.Cmd) {
	if !d.held {
		return "", nil
	}
	return "put back", func() tea.Cmd {
		d.held = false
		d.refresh()
		return nil
	}
}

func (d *Drawing) next(by int) tea.Cmd {
	if n := d.own.Pieces(); n > 0 && !d.held {
		d.at = (d.at + by + n) % n
	}
	return nil
}

// step moves the piece that is held one cell, two to the side; else it goes to the next piece there.
func (d *Drawing) step(dx, dy int) tea.Cmd {
	switch {
	case d.own.Pieces() == 0:
	case d.held:
		d.own = d.own.MovePiece(d.at, dx, dy)
	default:
		middles := make([]model.Place, d.own.Pieces())
		for i := range middles {
			t := d.own.Piece(i)
			middles[i] = model.Place{X: t.X + t.W/2, Y: t.Y + t.H/2}
		}
		d.at = nearest(middles, d.at, dx, dy)
	}
	return nil
}

// take picks the piece up, or puts it down where it is now.
func (d *Drawing) take() tea.Cmd {
	if !d.held {
		d.held = true
		return nil
	}
	if d.own.Clashes(d.at) {
		return screen.Say("Something stands here already: move it a little farther.")
	}
	return d.change(d.own)
}

// change keeps the drawing as it is then.
func (d *Drawing) change(own model.OwnLayout) tea.Cmd {
	d.held = false
	d.own = own
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return d.store.SaveOwnLayout(ctx, own) })
}

func (d *Drawing) takeAway() tea.Cmd { return d.change(d.own.WithoutPiece(d.at)) }

func (d *Drawing) rename() tea.Cmd {
	own := d.own
	spec := layoutForm("Name of the layout", &own)
	spec.Record = own.ID
	spec.Keep = func(ctx context.Context) (view.Change, error) { return d.store.SaveOwnLayout(ctx, own) }
	return d.show(spec)
}

// add asks what to add.
func (d *Drawing) add() tea.Cmd {
	d.held = false
	d.refresh()
	choices := []choose.Choice{{Words: "A seat", Do: d.addSeat}}
	for _, kind := range model.ThingKinds {
		choices = append(choices, choose.Choice{Words: "A " + string(kind), Do: func() tea.Cmd {
			own, at := d.own.AddThing(kind)
			d.at = at
			return d.change(own)
		}})
	}
	return screen.Show(choose.New(d.Env, "What stands there?", choices))
}

func (d *Drawing) addSeat() tea.Cmd {
	own, at, ok := d.own.AddSeat()
	if !ok {
		return screen.Say("There is no free place for another seat.")
	}
	d.at = at
	return d.change(own)
}

// About says what a drawing is for.
func (d *Drawing) About() []string {
	return []string{"A layout of your own: draw the room as it is, and Kettle finds the best seats in it.",
		"Tab or arrows choose a seat or a thing; " + key(action.PieceTake) + " picks it up, arrows move it, " + key(action.PieceTake) + " puts it down.",
		"A desk between people is a barrier; everybody should reach the door without squeezing past somebody."}
}
