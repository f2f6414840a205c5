package importing

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var mappingColumns = widget.Columns{
	{Width: 1},
	{Title: "Heading", Width: 12, Grow: 2},
	{Title: "Holds", Width: 16, Grow: 1},
	{Title: "Whose", Width: 9, Grow: 1},
	{Title: "First value", Width: 14, Grow: 2, From: 90},
	{Title: "Reads as", Width: 11, Grow: 3},
	{Title: "The next one", Width: 14, Grow: 2, From: 150},
	{Title: "Reads as", Width: 14, Grow: 2, From: 150},
}

const (
	markCell = iota
	headingCell
	holdsCell
	whoseCell
	valueCell
	readsCell
	nextCell
	nextReadsCell
)

// airyMapping is the height from which what is said of one column has room for all its values: tallAbout rows.
const (
	airyMapping = 18
	tallAbout   = 7
)

// Draw draws what can be kept, the columns in their order, and below them the selected one with how its
// first values read.
func (m *mapping) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	if !m.known {
		return
	}
	m.drawState(c.Rows(0, 1))
	about := 4
	if c.Height() >= airyMapping {
		about = tallAbout
	}
	body := c.Rows(1, c.Height()-1-about)
	cells := mappingColumns.Lay(body.Width() - 2)
	mappingColumns.Titles(body.Columns(1, body.Width()-2), 0, m.Theme.Dim, cells)
	m.list.Draw(body.Rows(1, body.Height()-1), m.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		if i == 0 {
			m.drawLine(row, cells)
		} else {
			m.drawColumn(row, cells, m.cols.Columns[i-1])
		}
	}, func() tea.Cmd { return screen.Run(action.ColumnTake) })
	m.drawAbout(c.Rows(c.Height()-about, about).Columns(1, -1))
}

// drawState says whether it can be kept so.
func (m *mapping) drawState(c *canvas.Canvas) {
	th := m.Theme
	x := 1 + c.Text(1, 0, th.Strong, canvas.Cut(m.cols.File, c.Width()/3))
	state, style := "every column is known", th.Dim
	unknown := 0
	for _, column := range m.cols.Columns {
		if column.Now.Field == "" {
			unknown++
		}
	}
	switch {
	case m.cols.Wrong != "":
		state, style = theme.GlyphAsk+" "+m.cols.Wrong, th.Late
	case m.unkept():
		state, style = "not kept yet: "+action.ByID(action.ColumnsKeep).Keyname(false)+" keeps it for every file with these headings", th.Warn
	case unknown > 0:
		state = fmt.Sprintf("%d of %d columns not recognised", unknown, len(m.cols.Columns))
	}
	c.Text(x+2, 0, style, canvas.Cut(state, c.Width()-x-3))
}

// drawLine draws the line that holds the headings.
func (m *mapping) drawLine(row *canvas.Canvas, cells []widget.Cell) {
	cells[headingCell].Text(row, 0, m.Theme.Accent, fmt.Sprintf("Row %d", m.cols.Row))
	style, words := m.Theme.Dim, "holds the headings"
	if m.cols.Row != m.start {
		style, words = m.Theme.Info, "holds them, as you said"
		cells[markCell].Text(row, 0, style, theme.GlyphDone)
	}
	row.Text(cells[holdsCell].X, 0, style, words)
}

func (m *mapping) drawColumn(row *canvas.Canvas, cells []widget.Cell, c view.Column) {
	th := m.Theme
	mark, style := m.mark(c)
	cells[markCell].Text(row, 0, style, mark)
	cells[headingCell].Text(row, 0, th.Text, headingWords(c))
	words, whose := m.holdsWords(c.Now)
	cells[holdsCell].Text(row, 0, style, words)
	cells[whoseCell].Text(row, 0, style, whose)
	for i, s := range c.Samples[:min(len(c.Samples), 2)] {
		value := cells[valueCell+2*i:] // a value, and how it reads
		value[0].Text(row, 0, th.Dim, s.Text)
		words, style := m.readsWords(c, s)
		value[1].Text(row, 0, style, words)
	}
}

// mark is the sign of a column and how what it holds is drawn.
func (m *mapping) mark(c view.Column) (string, canvas.Style) {
	switch {
	case c.Asks != "":
		return theme.GlyphAsk, m.Theme.Warn
	case c.Now.Field == "":
		return "?", m.Theme.Warn
	case c.Now != c.Own:
		return theme.GlyphDone, m.Theme.Info
	case c.Now.Field == view.ColumnLeftOut:
		return theme.GlyphLeftOut, m.Theme.Dim
	}
	return "", m.Theme.Text
}

func headingWords(c view.Column) string {
	if c.Heading == "" {
		return "(no heading)"
	}
	return c.Heading
}

// holdsWords are what a column holds and whose it is, "" for nobody's.
func (m *mapping) holdsWords(t view.ColumnTarget) (words, whose string) {
	switch {
	case t.Field == "":
		return "not recognised", ""
	case t.Field == view.ColumnLeftOut:
		return "left out", ""
	}
	whose = fmt.Sprintf("contact %d", t.Block)
	if t.Block < len(m.cols.Whose) {
		whose = m.cols.Whose[t.Block]
	}
	return m.field(t.Field).Words, whose
}

// inOne are what a column holds and whose it is in one.
func (m *mapping) inOne(t view.ColumnTarget) string {
	words, whose := m.holdsWords(t)
	if whose == "" {
		return words
	}
	return words + ", " + whose
}

// readsWords are how a value reads; the sign of one that is not kept stands before it.
func (m *mapping) readsWords(c view.Column, s view.ColumnSample) (string, canvas.Style) {
	th := m.Theme
	switch {
	case c.Now.Field == "" || c.Now.Field == view.ColumnLeftOut:
		return "", th.Dim
	case s.Reads == "" && s.Wrong != "":
		return theme.GlyphAsk + " left blank", th.Warn
	case s.Wrong != "":
		return theme.GlyphAsk + " " + s.Reads, th.Warn
	case s.Reads == "":
		return "nothing", th.Dim
	}
	return s.Reads, th.Text
}

// drawAbout draws the selected column: what it is by itself, what is wrong with it, and its first values.
func (m *mapping) drawAbout(c *canvas.Canvas) {
	th := m.Theme
	c.Rule(0, th.Rule)
	c = c.Rows(1, c.Height()-1)
	if m.at() < 0 {
		c.Wrap(0, 0, th.Dim, "The rows above this line are not read. "+action.ByID(action.ColumnPrev).Keyname(false)+" and "+
			action.ByID(action.ColumnNext).Keyname(false)+" try the line before and the next one.")
		return
	}
	column := m.column()
	words, style := m.aboutWords(column)
	used := c.Text(0, 0, th.Strong, canvas.Cut(headingWords(column), c.Width()/3))
	about := c.Columns(used+2, c.Width()-used-2)
	y := 1
	if c.Height() < tallAbout-1 {
		about.Text(0, 0, style, canvas.Cut(words, about.Width()))
	} else {
		y = max(about.Wrap(0, 0, style, words), 1)
	}
	for _, s := range wrongFirst(column.Samples) {
		reads, style := m.readsWords(column, s)
		if s.Wrong != "" {
			reads, style = theme.GlyphAsk+" "+s.Wrong, th.Warn
		}
		x := c.Text(1, y, th.Dim, canvas.Cut(s.Text, c.Width()/3)) + 1
		if reads == "" {
			y++
			continue
		}
		x += c.Text(x, y, th.Dim, " → ")
		y += max(c.Rows(y, c.Height()-y).Columns(x, c.Width()-x).Wrap(0, 0, style, reads), 1)
	}
	if len(column.Samples) == 0 {
		c.Text(1, 1, th.Dim, "Nothing stands in this column in the first rows.")
	}
}

// wrongFirst are the values of which something is said first: there may not be room for all.
func wrongFirst(samples []view.ColumnSample) []view.ColumnSample {
	samples = slices.Clone(samples)
	model.InOrder(samples, func(a, b view.ColumnSample) int {
		switch {
		case (a.Wrong == "") == (b.Wrong == ""):
			return 0
		case a.Wrong != "":
			return -1
		}
		return 1
	})
	return samples
}

// aboutWords say how the selected column came to hold what it holds.
func (m *mapping) aboutWords(c view.Column) (string, canvas.Style) {
	th := m.Theme
	switch {
	case c.Asks != "":
		return theme.GlyphAsk + " " + c.Asks, th.Warn
	case c.Now != c.Own && c.Own.Field == "":
		return m.inOne(c.Now) + " · as you said, Kettle does not know it", th.Info
	case c.Now != c.Own:
		return m.inOne(c.Now) + " · as you said, for Kettle it is: " + m.inOne(c.Own), th.Info
	case c.Now.Field == "" && c.Likely != "":
		return "Kettle does not know this heading; its values look like: " + m.field(c.Likely).Words, th.Warn
	case c.Now.Field == "":
		return "Kettle does not know this heading: it is left where it is.", th.Warn
	case c.Now.Field == view.ColumnLeftOut:
		return "known, and left where it is", th.Dim
	}
	return m.inOne(c.Now), th.Dim
}
