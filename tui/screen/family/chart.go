package family

import (
	"time"

	"kettle/tui/canvas"
)

const (
	chartRows = 3
	chartFrom = 24 // rows of the column from which there is room for it
	mostBars  = 8
)

var bars = []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// drawChart draws how many good news and concerns there were in each of the last months. It says how
// much was talked about, nothing about the family.
func (s *Page) drawChart(c *canvas.Canvas) {
	months := s.page.Months
	months = months[max(len(months)-min(mostBars, (c.Width()-40)/4), 0):]
	if len(months) == 0 {
		return
	}
	most := 1
	for _, m := range months {
		most = max(most, m.GoodNews, m.Concerns)
	}
	c.Text(1, 0, s.Theme.Dim, "good news and concerns, by month")
	c.Text(1, 1, s.Theme.Good, "+")
	c.Text(1, 2, s.Theme.Warn, "!")
	x := c.Width() - 1 - 4*len(months)
	for _, m := range months {
		name := m.Month
		if t, err := time.Parse("2006-01", m.Month); err == nil {
			name = t.Format("Jan")
		}
		c.Text(x, 0, s.Theme.Dim, name)
		s.drawBar(c, x+1, 1, s.Theme.Good, m.GoodNews, most)
		s.drawBar(c, x+1, 2, s.Theme.Warn, m.Concerns, most)
		x += 4
	}
}

func (s *Page) drawBar(c *canvas.Canvas, x, y int, style canvas.Style, n, most int) {
	if n > 0 {
		c.Text(x, y, style, bars[(n*len(bars)-1)/most])
	}
}
