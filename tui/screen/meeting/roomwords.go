package meeting

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// The facts of the room itself (practice 33).

// drawFacts draws what the room is like, in so many columns, what else is in it, and what the layout
// says to a family.
func (r *Room) drawFacts(c *canvas.Canvas, columns int) {
	for y, l := range r.factLines(c.Width(), columns) {
		c.Text(0, y, l.style, l.text)
	}
}

func (r *Room) factsHeight(width int) int { return len(r.factLines(width-1, 2)) }

func (r *Room) factLines(width, columns int) []saidOfRoom {
	th := r.Theme
	var lines []saidOfRoom
	wrap := func(style canvas.Style, text string) {
		for _, l := range canvas.WrapText(text, width) {
			if text != "" {
				lines = append(lines, saidOfRoom{style, l})
			}
		}
	}
	wrap(th.Strong, r.roomName())
	words := roomWords(r.prep.Room)
	for i := 0; i < len(words); i += columns {
		row := words[i]
		if i+1 < len(words) && columns > 1 {
			row = fmt.Sprintf("%-*s%s", width/2, row, words[i+1])
		}
		lines = append(lines, saidOfRoom{th.Text, canvas.Cut(row, width)})
	}
	for _, whose := range whoseRoom(r.prep.Room) {
		wrap(th.Warn, whose)
	}
	if clash := r.facts().RoomClash; clash != "" {
		wrap(th.Warn, theme.GlyphAsk+" In the room just before or after: "+clash+". Is another room free, or another time?")
	} else if time := r.prep.Meeting.RoomTime(); time != "" && r.prep.Room.ID != 0 {
		wrap(th.Dim, "booked "+time)
	}
	if n := len(r.prep.RoomThatDay); n > 0 && r.facts().RoomClash == "" {
		wrap(th.Dim, "That day in this room, too: "+r.thatDay())
	}
	if columns == 1 {
		wrap(th.Dim, key(action.RoomSeats)+" shows the picture.")
	} else {
		lines = append(lines, saidOfRoom{})
	}
	wrap(th.Dim, r.layout().Says)
	return lines
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

// roomTraits are the facts about a room that matter to a family.
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
	return words
}

// whoseRoom is whose own room it is, nothing for one that is nobody's.
func whoseRoom(room model.Room) []string {
	if room.WhoseRoom == "" {
		return nil
	}
	return []string{"the own room of " + room.WhoseRoom}
}
