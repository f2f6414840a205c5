package importing

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// tall is a list of entries that may take several rows each. How many is asked only of those near the
// selected one: a file may have tens of thousands.
type tall struct {
	heading func(i int) bool // which are no entries
	rows    func(i int) int
	open    func() tea.Cmd // what a click on the selected entry does, nil for nothing

	total, at, top, height int
}

// At is the entry that is selected, -1 in an empty list.
func (l *tall) At() int {
	if l.total == 0 {
		return -1
	}
	return l.at
}

// SetTotal sets how many there are, and keeps the selection inside.
func (l *tall) SetTotal(n int) {
	l.total = n
	l.Select(min(l.at, n-1))
}

// Select goes to an entry, or the next one behind a heading.
func (l *tall) Select(i int) { l.to(i, 1) }

// Move goes n entries down, up when n is negative.
func (l *tall) Move(n int) {
	step := 1
	if n < 0 {
		step = -1
	}
	l.to(l.at+n, step)
}

func (l *tall) to(i, step int) {
	l.at = max(min(i, l.total-1), 0)
	for _, way := range []int{step, -step} {
		for i := l.at; i >= 0 && i < l.total; i += way {
			if !l.heading(i) {
				l.at = i
				l.follow()
				return
			}
		}
	}
}

// follow scrolls so that the selected entry is seen whole, with the headings above it, and no room is
// left below the last.
func (l *tall) follow() {
	if l.height <= 0 || l.total == 0 {
		return
	}
	first := l.at
	for first > 0 && l.heading(first-1) {
		first--
	}
	l.top = max(min(l.top, first, l.fits(l.total-1)), l.fits(l.at), 0)
}

// fits is the first entry from which all are seen down to this one.
func (l *tall) fits(last int) int {
	first, used := last, l.rows(last)
	for first > 0 && used+l.rows(first-1) <= l.height {
		first--
		used += l.rows(first)
	}
	return first
}

// page goes a window down, or up.
func (l *tall) page(step int) {
	used, at := 0, l.at
	for at+step >= 0 && at+step < l.total && used < l.height-1 {
		used += l.rows(at)
		at += step
	}
	l.to(at, step)
}

// Show scrolls so that a part begins at the top, and selects its first entry.
func (l *tall) Show(heading int) {
	l.top = heading
	l.to(heading, 1)
	l.top = max(min(heading, l.fits(l.total-1)), l.fits(l.at))
}

// Draw draws what is seen of the list, with the marker before the selected entry.
func (l *tall) Draw(c *canvas.Canvas, th *theme.Theme, draw func(c *canvas.Canvas, i int)) {
	if c.Height() != l.height {
		l.height = c.Height()
		l.follow()
	}
	for i, y := l.top, 0; i < l.total && y < c.Height(); i++ {
		rows := min(l.rows(i), c.Height()-y)
		entry := c.Rows(y, rows)
		draw(entry.Columns(1, entry.Width()-1), i)
		if i == l.at {
			entry.Cursor(0, 0)
			for at := range rows {
				entry.Text(0, at, th.Marker, theme.GlyphMarker)
				entry.Tint(at, th.Selected)
			}
		}
		if !l.heading(i) {
			entry.Area(func(int, int) tea.Cmd { return l.click(i) })
		}
		y += rows
	}
}

// click selects an entry, or opens the selected one.
func (l *tall) click(i int) tea.Cmd {
	if i == l.at && l.open != nil {
		return l.open()
	}
	l.Select(i)
	return nil
}

// Handlers are the ways to move about.
func (l *tall) Handlers() action.Handlers {
	by := func(do func()) action.Handler {
		return action.Handler{Do: func() tea.Cmd { do(); return nil }}
	}
	return action.Handlers{
		action.Up:       by(func() { l.Move(-1) }),
		action.Down:     by(func() { l.Move(1) }),
		action.PageUp:   by(func() { l.page(-1) }),
		action.PageDown: by(func() { l.page(1) }),
		action.First:    by(func() { l.to(0, 1) }),
		action.Last:     by(func() { l.to(l.total-1, -1) }),
	}
}
