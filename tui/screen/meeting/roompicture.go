package meeting

import (
	"strings"

	"kettle/model"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// picture draws the plan of a room into a canvas of any size: walls, what stands in it, and what is
// said at places.
type picture struct {
	*canvas.Canvas
	th     *theme.Theme
	things []model.Thing
}

// middle is the cell in which the middle of a place lies.
func (p picture) middle(at model.Place) (int, int) {
	return 1 + (2*at.X+1)*(p.Width()-2)/(2*model.PlanWidth), 1 + (2*at.Y+1)*(p.Height()-2)/(2*model.PlanHeight)
}

// drawRoom draws the walls with a title, the doors in them, and the things. Without a door one is
// outside, on a path.
func (p picture) drawRoom(title string) {
	w, h := p.Width(), p.Height()
	outside := true
	for _, t := range p.things {
		outside = outside && t.Kind != model.ADoor
	}
	line, side, corners := "─", "│", []string{"╭", "╮", "╰", "╯"}
	if outside {
		line, side, corners = "╌", " ", []string{"╌", "╌", "╌", "╌"}
	}
	p.Text(0, 0, p.th.Border, corners[0]+strings.Repeat(line, max(w-2, 0))+corners[1])
	p.Text(0, h-1, p.th.Border, corners[2]+strings.Repeat(line, max(w-2, 0))+corners[3])
	for y := 1; y < h-1; y++ {
		p.Text(0, y, p.th.Border, side)
		p.Text(w-1, y, p.th.Border, side)
	}
	p.Text(2, 0, p.th.Dim, canvas.Cut(" "+title+" ", w-4))
	for _, t := range p.things {
		p.drawThing(t)
	}
}

// thingWords are what stands on a thing in the picture: there is tea on a table.
func thingWords() map[model.ThingKind]string {
	return map[model.ThingKind]string{model.ATable: "tea", model.ADesk: "desk", model.AScreen: "screen", model.ADoor: "door"}
}

func (p picture) drawThing(t model.Thing) {
	style := p.th.Dim
	switch t.Kind {
	case model.ADoor:
		p.drawDoor(t)
		return
	case model.ADesk:
		style = p.th.Warn
	case model.AScreen:
		style = p.th.Info
	}
	area := p.area(t)
	word := thingWords()[t.Kind]
	w, h := area.Width(), area.Height()
	if w < canvas.Width(word)+4 {
		word = ""
	}
	if h == 1 {
		area.Text(0, 0, style, boxLine("[", "─", "]", word, w))
		return
	}
	top, bottom := []string{"╭", "╮"}, []string{"╰", "╯"}
	if t.Kind != model.ATable {
		top, bottom = []string{"┌", "┐"}, []string{"└", "┘"}
	}
	in := ""
	if h == 2 {
		in = word
	}
	area.Text(0, 0, style, boxLine(top[0], "─", top[1], in, w))
	for y := 1; y < h-1; y++ {
		text := ""
		if y == h/2 {
			text = word
		}
		area.Text(0, y, style, boxLine("│", " ", "│", text, w))
	}
	area.Text(0, h-1, style, boxLine(bottom[0], "─", bottom[1], "", w))
}

// taken is what a thing takes, at least one cell.
func (p picture) taken(t model.Thing) canvas.Rect {
	var r canvas.Rect
	r.Min.X, r.Min.Y = p.middle(t.Place)
	r.Max.X, r.Max.Y = p.middle(model.Place{X: t.X + t.W - 1, Y: t.Y + t.H - 1})
	r.Max.X, r.Max.Y = r.Max.X+1, r.Max.Y+1
	return r
}

func (p picture) area(t model.Thing) *canvas.Canvas {
	r := p.taken(t)
	return p.Sub(r.Min.X, r.Min.Y, r.Dx(), r.Dy())
}

// boxLine is one line of a box with a word in its middle.
func boxLine(left, line, right, word string, width int) string {
	if word != "" {
		word = " " + word + " "
	}
	rest := max(width-2-canvas.Width(word), 0)
	return left + strings.Repeat(line, rest/2) + word + strings.Repeat(line, rest-rest/2) + right
}

// drawDoor draws a door into the nearest wall.
func (p picture) drawDoor(t model.Thing) {
	w, h := p.Width(), p.Height()
	word := " " + thingWords()[t.Kind] + " "
	x, y := p.middle(model.Place{X: t.X + t.W/2, Y: t.Y + t.H/2})
	left, right, above, below := t.X, model.PlanWidth-t.X-t.W, 2*t.Y, 2*(model.PlanHeight-t.Y-t.H)
	at := min(max(x-canvas.Width(word)/2, 1), w-1-canvas.Width(word))
	switch min(left, right, above, below) {
	case below:
		p.Text(at, h-1, p.th.Strong, word)
	case above:
		p.Text(at, 0, p.th.Strong, word)
	case left:
		p.Text(0, y, p.th.Strong, word[1:])
	default:
		p.Text(w-len(word)+1, y, p.th.Strong, word[:len(word)-1])
	}
}

// chip is what is drawn at a seat.
type chip struct {
	model.Place
	glyph, name, initials string
	style                 canvas.Style
}

// Glyphs of the people on their seats, each with its word in the legend.
const (
	glyphFamily = "◉"
	glyphSchool = "●"
	glyphBoth   = "◆"
)

// groupGlyphs are the glyphs by the group.
func groupGlyphs() map[model.SeatGroup]string {
	return map[model.SeatGroup]string{model.WithFamily: glyphFamily, model.WithSchool: glyphSchool, model.BesideBoth: glyphBoth}
}

func groupStyle(th *theme.Theme, g model.SeatGroup) canvas.Style {
	switch g {
	case model.WithFamily:
		return th.Accent
	case model.WithSchool:
		return th.Text
	}
	return th.Info
}

// places are the parts of the canvas that the chips take: with the names where all of them fit beside
// one another, else with initials.
func (p picture) places(chips []chip) (at []canvas.Rect, named bool) {
	if at = p.lay(chips, true); p.apart(at) {
		return at, true
	}
	return p.lay(chips, false), false
}

func (c chip) text(named bool) string {
	switch {
	case c.initials == "":
		return c.glyph
	case named:
		return c.glyph + " " + c.name
	}
	return c.glyph + c.initials
}

func (p picture) lay(chips []chip, named bool) []canvas.Rect {
	rects := make([]canvas.Rect, len(chips))
	for i, c := range chips {
		x, y := p.middle(c.Place)
		width := canvas.Width(c.text(named))
		x = max(min(x-width/2, p.Width()-2-width), 2)
		rects[i].Min.X, rects[i].Min.Y, rects[i].Max.X, rects[i].Max.Y = x, y, x+width, y+1
	}
	return rects
}

// apart reports whether no two of the rectangles meet one another or a thing, and all are in the room.
func (p picture) apart(rects []canvas.Rect) bool {
	for i, r := range rects {
		if r.Max.X > p.Width()-1 {
			return false
		}
		wide := r // with a free cell on either side
		wide.Min.X, wide.Max.X = r.Min.X-1, r.Max.X+1
		for _, other := range rects[:i] {
			other.Max.X++
			if wide.Overlaps(other) {
				return false
			}
		}
		for _, t := range p.things {
			if t.Kind != model.ADoor && wide.Overlaps(p.taken(t)) {
				return false
			}
		}
	}
	return true
}
