package tuitest_test

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"kettle/tui/theme"
	"kettle/tui/tuitest"
)

// place is where a text stands on the screen, in cells.
func place(t *testing.T, d *tuitest.Driver, text string) (x, y int) {
	t.Helper()
	for y, line := range strings.Split(d.Screen(), "\n") {
		if i := strings.Index(line, text); i >= 0 {
			return len([]rune(line[:i])), y
		}
	}
	t.Fatalf("%q is not on the screen:\n%s", text, d.Screen())
	return 0, 0
}

func sameColour(a, b color.Color) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	return r1 == r2 && g1 == g2 && b1 == b2
}

// Colour repeats what glyph and word say, on either ground; without colour the selected row is
// reversed.
func TestColoursFollowTheGround(t *testing.T) {
	light := tea.BackgroundColorMsg{Color: color.White}
	dark := tea.BackgroundColorMsg{Color: color.Black}
	d := tuitest.New(t, tuitest.Options{Families: 30})
	for _, c := range []struct {
		name   string
		ground tea.Msg
		want   *theme.Theme
	}{{"dark", dark, theme.Dark()}, {"light", light, theme.Light()}, {"dark again", dark, theme.Dark()}} {
		d.Send(c.ground)
		x, y := place(t, d, "Kettle")
		if got := d.App.Canvas().StyleAt(x, y); !sameColour(got.Fg, c.want.Accent.Fg) {
			t.Errorf("%s: the name is drawn in %v, want %v", c.name, got.Fg, c.want.Accent.Fg)
		}
		x, y = place(t, d, theme.GlyphMarker)
		if got := d.App.Canvas().StyleAt(x+3, y); !sameColour(got.Bg, c.want.Selected.Bg) || got.Attrs&uv.AttrBold == 0 {
			t.Errorf("%s: the selected row lies on %v, want %v and bold", c.name, got.Bg, c.want.Selected.Bg)
		}
		x, y = place(t, d, "1 day late")
		if got := d.App.Canvas().StyleAt(x, y); !sameColour(got.Fg, c.want.Late.Fg) {
			t.Errorf("%s: what is late is drawn in %v, want %v", c.name, got.Fg, c.want.Late.Fg)
		}
	}
}

// A terminal that never says what its ground is gets nothing that lies on a colour of ours.
func TestAnUnknownGroundIsNotPaintedOver(t *testing.T) {
	c := tuitest.New(t, tuitest.Options{Families: 30}).App.Canvas()
	for y := range c.Height() {
		for x := range c.Width() {
			if c.StyleAt(x, y).Bg != nil {
				t.Fatalf("the cell %d, %d lies on %v", x, y, c.StyleAt(x, y).Bg)
			}
		}
	}
}

func TestWithoutColourNothingIsColoured(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 30, Plain: true})
	d.Send(tea.BackgroundColorMsg{Color: color.White})
	c := d.App.Canvas()
	for y := range c.Height() {
		for x := range c.Width() {
			if s := c.StyleAt(x, y); s.Fg != nil || s.Bg != nil {
				t.Fatalf("the cell %d, %d has a colour: %+v", x, y, s)
			}
		}
	}
	x, y := place(t, d, theme.GlyphMarker)
	if c.StyleAt(x+3, y).Attrs&uv.AttrReverse == 0 {
		t.Error("the selected row cannot be told from the others")
	}
	d.See("! 1 day late") // glyph and word stand without colour
}
