package meeting

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// Draw draws the room with its seats by their numbers, and below it what is selected and what the
// layout says.
func (d *Drawing) Draw(c *canvas.Canvas) {
	if !d.known {
		return
	}
	d.drawCrumbs(c, c.Width()-1)
	body := c.Sub(1, top-1, c.Width()-2, c.Height()-top+1)
	said := []saidOfRoom{{d.Theme.Info, d.pieceWords()}, {d.Theme.Text, d.own.Says}}
	rows := 0
	for _, s := range said {
		rows += len(canvas.WrapText(s.text, body.Width()))
	}
	height := min(max(body.Height()-rows, leastRoom), highestRoom, body.Height())
	d.drawPieces(body.Sub(0, 0, min(body.Width(), widestRoom), height))
	y := height
	for _, s := range said {
		y += body.Rows(y, body.Height()-y).Wrap(0, 0, s.style, s.text)
	}
}

func (d *Drawing) drawPieces(c *canvas.Canvas) {
	p := picture{c, d.Theme, d.own.Things}
	p.drawRoom(d.own.Name)
	for i := range d.own.Pieces() {
		t := d.own.Piece(i)
		cell := p.area(t)
		if i < len(d.own.Seats) {
			x, y := p.middle(t.Place)
			cell = p.Sub(x-1, y, 4, 1)
			cell.Text(1, 0, d.Theme.Text, fmt.Sprint(theme.GlyphOpen, i+1))
		} else if t.Kind == model.ADoor {
			x, y := p.middle(model.Place{X: t.X, Y: t.Y})
			cell = p.Sub(x, y, 1, 1)
		}
		if i == d.at {
			cell.Text(0, 0, d.Theme.Marker, theme.GlyphMarker)
			for y := range cell.Height() {
				cell.Tint(y, d.Theme.Selected)
			}
			cell.Cursor(0, 0)
		}
		cell.Area(func(int, int) tea.Cmd {
			if !d.held {
				d.at = i
			}
			return nil
		})
	}
}

func (d *Drawing) pieceWords() string {
	if d.own.Pieces() == 0 {
		return d.whyNothing()
	}
	words := fmt.Sprintf("Seat %d", d.at+1)
	if t := d.own.Piece(d.at); t.Kind != "" {
		words = "The " + string(t.Kind)
	}
	if d.held {
		return words + ": arrows move it, " + key(action.PieceTake) + " puts it down."
	}
	return words + " is selected: " + key(action.PieceTake) + " picks it up. " + fmt.Sprint(len(d.own.Seats)) + " seats."
}
