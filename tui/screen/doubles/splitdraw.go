package doubles

import (
	"cmp"
	"fmt"
	"strings"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// Draw draws what is marked, and what goes and stays with it.
func (s *Split) Draw(c *canvas.Canvas) {
	if !s.known {
		return
	}
	c.Text(1, 1, s.Theme.Strong, canvas.Cut("Split "+s.title(), c.Width()-2))
	body := c.Rows(3, c.Height()-3)
	s.list.SetHeight(max(body.Height()/2, 1))
	s.pane.Draw(body, s.Theme, s.rows(body.Width()-2), &s.list, s.mark)
}

func (s *Split) title() string {
	if s.join != 0 {
		return s.p.Joined.Name + " from " + s.p.Name
	}
	return s.p.Name
}

func (s *Split) rows(width int) []widget.PaneRow {
	var rows []widget.PaneRow
	say := func(style canvas.Style, text string) {
		rows = append(rows, widget.WrapRows(widget.NoItem, 0, width, style, text)...)
	}
	space := action.ByID(action.SplitMark).Keyname(false)
	switch {
	case s.join != 0:
		came := cmp.Or(strings.Join(s.p.Back, ", "), "nothing but the name")
		say(s.Theme.Text, "What came along goes back: "+came+". Joined "+s.p.Joined.On.Near(s.Today())+".")
		rows = append(rows, widget.EmptyRow(), widget.Heading(s.Theme, "Written since then", "stays, unless "+space+" sends it along"))
		if len(s.p.Marks) == 0 {
			say(s.Theme.Dim, "Nothing has been written since then.")
		}
	case s.of == view.OfFamilies:
		rows = append(rows, widget.Heading(s.Theme, "Who goes into a family of their own", space+" marks"))
	default:
		say(s.Theme.Text, "The other one is called "+s.p.Adult.FullName()+". "+action.ByID(action.SplitName).Keyname(false)+" changes that.")
		rows = append(rows, widget.EmptyRow(), widget.Heading(s.Theme, "What belongs to the other one", space+" marks"))
	}
	for i, t := range s.p.Marks {
		rows = append(rows, s.markRow(i, t))
	}
	if s.join == 0 && s.of == view.OfFamilies {
		rows = append(rows, s.alongRows(width)...)
	}
	return rows
}

func (s *Split) markRow(i int, t view.Thing) widget.PaneRow {
	box, style := "[ ]", s.Theme.Text
	if s.isMarked(t) {
		box, style = "["+theme.GlyphDone+"]", s.Theme.Strong
	}
	return widget.PaneRow{Item: i, Draw: func(c *canvas.Canvas) {
		c.Text(0, 0, style, box)
		c.Text(4, 0, s.Theme.Dim, string(t.Kind))
		c.Text(13, 0, style, canvas.Cut(s.dated(t), c.Width()-13))
	}}
}

func (s *Split) dated(t view.Thing) string {
	if t.On == "" {
		return t.What
	}
	return t.On.Near(s.Today()) + " · " + t.What
}

// alongRows list what goes with the children who are marked, and what stays.
func (s *Split) alongRows(width int) []widget.PaneRow {
	if len(s.chosen()) == 0 {
		return append([]widget.PaneRow{widget.EmptyRow()}, widget.WrapRows(widget.NoItem, 0, width, s.Theme.Dim,
			"Mark a child to see what goes along: what is about nobody else. What is about others, too, stays.")...)
	}
	goes, stays := s.along()
	name := cmp.Or(s.name, "named after the eldest who goes")
	rows := []widget.PaneRow{widget.EmptyRow(), widget.Heading(s.Theme, "The new family", name)}
	item := len(s.p.Marks)
	rows = append(rows, s.thingRows(item, width, "goes along", "go along", goes)...)
	return append(rows, s.thingRows(item+min(len(goes), mostListed), width, "stays", "stay", stays)...)
}

// mostListed is how many things are listed in full.
const mostListed = 200

func (s *Split) thingRows(item, width int, words, several string, things []view.Thing) []widget.PaneRow {
	if len(things) != 1 {
		words = several
	}
	rows := []widget.PaneRow{widget.EmptyRow(), widget.Heading(s.Theme, fmt.Sprintf("%d %s", len(things), words), "")}
	for i, t := range things[:min(len(things), mostListed)] {
		rows = append(rows, widget.PaneRow{Item: item + i, Draw: func(c *canvas.Canvas) {
			c.Text(0, 0, s.Theme.Dim, string(t.Kind))
			c.Text(13, 0, s.Theme.Text, canvas.Cut(s.dated(t), width-13))
		}})
	}
	return rows
}
