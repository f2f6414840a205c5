package meeting

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// Room is where the meeting is and how people sit: the layouts by name on the left, what the room is
// like and what the layout says to a family on the right (practices 33 and 34).
type Room struct{ page }

func newRoom(below page) *Room {
	r := &Room{below}
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

func (r *Room) rebuild() {
	keys := make([]string, len(model.Layouts))
	for i, l := range model.Layouts {
		keys[i] = string(l.ID)
	}
	r.setKeys(keys)
}

// Scopes are those of the room.
func (r *Room) Scopes() []action.Scope { return []action.Scope{action.MeetingRoom, action.List} }

// Handlers bind what can be done with room and layout.
func (r *Room) Handlers() action.Handlers {
	h := r.list.Handlers(r.remember)
	h[action.LayoutTake] = action.Handler{Do: r.sit}
	h[action.RoomOther] = action.Handler{Do: r.otherRoom}
	h[action.RoomChange] = action.Handler{Do: func() tea.Cmd { return r.roomFacts(r.prep.Room) }, Why: func() string {
		if r.prep.Room.ID == 0 {
			return "No room is chosen yet: " + key(action.RoomOther) + " chooses one."
		}
		return ""
	}}
	return h
}

func (r *Room) sit() tea.Cmd {
	m := r.prep.Meeting
	m.Layout = model.Layouts[r.list.At()].ID
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return r.store.SaveMeeting(ctx, m) })
}

const layoutsWidth = 34

// Draw draws the layouts, and beside them, or below in a narrow window, the facts.
func (r *Room) Draw(c *canvas.Canvas) {
	if !r.known {
		return
	}
	r.drawCrumbs(c, c.Width()-1)
	body := c.Rows(top, c.Height()-top)
	beside := c.Width() >= 76
	list := body.Rows(0, min(len(model.Layouts), max(body.Height()-4, 3)))
	facts := body.Rows(list.Height()+1, body.Height()-list.Height()-1)
	if beside {
		list, facts = body.Columns(0, layoutsWidth), body.Columns(layoutsWidth+3, body.Width()-layoutsWidth-4)
		for y := range body.Height() {
			body.Text(layoutsWidth+1, y, r.Theme.Rule, "│")
		}
	} else {
		facts = facts.Columns(1, facts.Width()-2)
	}
	r.list.Draw(list, r.Theme, true, func(row *canvas.Canvas, i int, _ bool) { r.drawLayout(row, model.Layouts[i]) },
		func() tea.Cmd { return screen.Run(action.LayoutTake) })
	r.drawFacts(facts, beside)
}

func (r *Room) drawLayout(row *canvas.Canvas, l model.Layout) {
	th := r.Theme
	mark := theme.GlyphOpen
	if l.ID == r.prep.Meeting.Layout {
		mark = theme.GlyphDone
	}
	row.Text(0, 0, th.Good, mark)
	row.Text(2, 0, th.Text, l.Name)
	style := th.Dim
	if l.BehindDesk || !l.SidesMixed {
		style = th.Warn
	}
	row.Text(21, 0, style, string(l.Judgement))
}

// drawFacts draws what the selected layout says, what the room is like, and what else is in it.
func (r *Room) drawFacts(c *canvas.Canvas, spaced bool) {
	th := r.Theme
	l := model.Layouts[max(r.list.At(), 0)]
	y := 0
	line := func(style canvas.Style, text string) {
		if text != "" {
			y += c.Rows(y, c.Height()-y).Wrap(0, 0, style, text)
		}
	}
	line(th.Text, l.Says)
	line(th.Dim, r.howMany(l))
	if spaced {
		y++
	}
	line(th.Strong, r.roomName())
	for _, trait := range roomWords(r.prep.Room) {
		line(th.Text, trait)
	}
	if clash := r.facts().RoomClash; clash != "" {
		line(th.Warn, theme.GlyphAsk+" In the room just before or after: "+clash+". Is another room free, or another time?")
	} else if n := len(r.prep.RoomThatDay); n > 0 {
		line(th.Dim, "That day in this room, too: "+r.thatDay())
	}
}

func (r *Room) howMany(l model.Layout) string {
	sides := r.facts().Sides()
	n := sides.School + sides.Family
	if n == 0 || l.Suits(n) {
		return ""
	}
	return "Better for another number of people: you are " + fmt.Sprint(n) + "."
}

func (r *Room) roomName() string {
	if r.prep.Room.ID == 0 {
		return "No room yet: " + key(action.RoomOther) + " chooses one."
	}
	return r.prep.Room.Name
}

func (r *Room) thatDay() string {
	var all []string
	for _, s := range r.prep.RoomThatDay {
		all = append(all, s.Words())
	}
	return strings.Join(all, "; ")
}

// roomTraits are the facts about a room that matter to a family (practice 33).
var roomTraits = []struct {
	name string
	has  func(r *model.Room) *bool
}{
	{"neutral", func(r *model.Room) *bool { return &r.Neutral }},
	{"private", func(r *model.Room) *bool { return &r.Private }},
	{"welcoming", func(r *model.Room) *bool { return &r.Welcoming }},
	{"step-free", func(r *model.Room) *bool { return &r.StepFree }},
}

// roomWords are the facts of a room.
func roomWords(room model.Room) []string {
	if room.ID == 0 {
		return nil
	}
	var words []string
	for _, t := range roomTraits {
		glyph := theme.GlyphOpen + " not "
		if *t.has(&room) {
			glyph = theme.GlyphDone + " "
		}
		words = append(words, glyph+t.name)
	}
	if room.WhoseRoom != "" {
		words = append(words, "the own room of "+room.WhoseRoom)
	}
	return words
}

// About says what the selected layout says to a family.
func (r *Room) About() []string {
	l := model.Layouts[max(r.list.At(), 0)]
	return []string{l.Name + ": " + l.Says, "A neutral, private, welcoming room; nobody behind a desk; sides mixed; the way to the door free."}
}
