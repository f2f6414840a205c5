package meeting

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// What is said of the picture below and beside it.

// saidOfRoom is one text beside or under the picture.
type saidOfRoom struct {
	style canvas.Style
	text  string
}

// goodWord is how a judgement begins that finds nothing to change.
const goodWord = "Good:"

// saidBelow are the selected seat, the judgement, what is not well, and the legend. In a short window
// what is not well comes before the judgement.
func (r *Room) saidBelow(legend, short bool) []saidOfRoom {
	th, j := r.Theme, r.shown().judged
	var all []saidOfRoom
	if r.onSeats {
		all = append(all, saidOfRoom{th.Info, r.spotWords()})
	}
	sentence := saidOfRoom{th.Text, j.Sentence}
	if !short {
		all = append(all, sentence)
	}
	for _, s := range j.NotWell {
		all = append(all, saidOfRoom{th.Warn, theme.GlyphAsk + " " + s})
	}
	if short {
		all = append(all, sentence)
	}
	if !r.shown().Placed() && len(r.shown().Sitters) > 0 {
		all = append(all, saidOfRoom{th.Dim, "Nobody has a seat yet: " + key(action.SeatsBest) + " finds the best ones."})
	}
	if legend && short {
		all = append(all, together(th.Dim, r.legend()))
	} else if legend {
		all = append(all, r.legend()...)
	}
	return all
}

// spotWords say who is at the selected spot, or whom one holds.
func (r *Room) spotWords() string {
	s, spots := r.shown(), r.spots()
	if r.spot >= len(spots) {
		return "There is no seat in this layout."
	}
	at := spots[r.spot]
	where := "without a seat"
	if at.seat > 0 {
		where = fmt.Sprintf("seat %d", at.seat)
	}
	who := "free"
	if at.sitter >= 0 {
		who = r.whoWords(s.Sitters[at.sitter])
	}
	holds := r.heldSitter()
	if holds < 0 {
		return strings.ToUpper(where[:1]) + where[1:] + ": " + who
	}
	held := "You hold " + s.Sitters[holds].Name + "; " + key(action.SeatTake)
	switch {
	case at.sitter == holds:
		return held + " puts them back."
	case at.sitter >= 0:
		return held + " changes places with " + s.Sitters[at.sitter].Name + "."
	case at.seat == 0:
		return held + " lets them stand."
	}
	return held + " puts them on " + where + "."
}

// whoWords are somebody with the word of their side.
func (r *Room) whoWords(w model.Sitter) string {
	return fmt.Sprintf("%s %s, %s", groupGlyphs()[w.Group], w.Name, r.sideWords(w))
}

func (r *Room) sideWords(w model.Sitter) string {
	switch {
	case w.Child:
		return "the pupil"
	case w.Friend:
		return "with the family"
	case w.Interprets:
		return "interprets"
	}
	return string(w.Group)
}

// legend is who is who, a text for each group.
func (r *Room) legend() []saidOfRoom {
	var all []saidOfRoom
	for _, g := range model.SeatGroups {
		var names []string
		for _, w := range r.shown().Sitters {
			if w.Group == g {
				names = append(names, w.Initials+" "+w.Name)
			}
		}
		if len(names) > 0 {
			all = append(all, saidOfRoom{groupStyle(r.Theme, g), fmt.Sprintf("%s %s: %s", groupGlyphs()[g], g, strings.Join(names, " · "))})
		}
	}
	return all
}

// together are several texts in one.
func together(style canvas.Style, texts []saidOfRoom) saidOfRoom {
	all := make([]string, len(texts))
	for i, t := range texts {
		all[i] = t.text
	}
	return saidOfRoom{style, strings.Join(all, "  ")}
}

// drawWho draws who is who, in a column of its own.
func (r *Room) drawWho(c *canvas.Canvas) {
	th, y := r.Theme, 0
	for _, g := range model.SeatGroups {
		heading := false
		for i, w := range r.shown().Sitters {
			if w.Group != g {
				continue
			}
			if !heading {
				c.Text(0, y, th.Accent, groupGlyphs()[g]+" "+string(g))
				heading, y = true, y+1
			}
			seat := "no seat"
			if n := r.shown().Seats[i]; n > 0 {
				seat = fmt.Sprintf("seat %d", n)
			}
			c.Text(2, y, groupStyle(th, g), w.Initials)
			c.Text(6, y, th.Text, canvas.Cut(w.Name, c.Width()-16))
			c.Right(c.Width(), y, th.Dim, seat)
			y++
		}
		if heading {
			y++
		}
	}
}
