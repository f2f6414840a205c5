package family

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// refKind says what an item of the page stands for.
type refKind string

const (
	toAdult     refKind = "adult"
	toPupil     refKind = "child"
	toHousehold refKind = "household"
	toEntry     refKind = "entry"
	toWelcome   refKind = "welcome"
	toNotes     refKind = "notes"
	toMeeting   refKind = "meeting"
	toPromise   refKind = "promise"
	toNothing   refKind = ""
)

// ref names what an item stands for, so that the selection stays on it when the page is read again.
type ref struct {
	kind refKind
	id   int64
}

// item is something on the page that can be selected.
type item struct {
	ref     ref
	heading string // drawn above it, "" for none
	apart   bool   // an empty line stands before it
	lines   func(width int) []line
}

// part is a list of items that Tab goes to; that of the timeline holds none, its rows are read as
// they are seen.
type part struct {
	name  string
	empty string // what to do when there is nothing
	items []item
	list  widget.List
	seen  bool // the selection has been here
}

// The parts in the order of Tab.
const (
	people = iota
	children
	helps
	ahead
	story
)

func newParts() []*part {
	add := action.ByID(action.FamilyAdd).Keyname(false)
	return []*part{
		people:   {name: "People", empty: add + " adds the first adult."},
		children: {name: "Children", empty: add + " adds the first child."},
		helps:    {name: "What helps"},
		ahead:    {name: "Promises", empty: "Nothing is promised. " + action.ByID(action.FollowUpNew).Keyname(false) + " adds a follow-up, " + action.ByID(action.MeetingNew).Keyname(false) + " a meeting."},
		story:    {name: "Story", empty: "Nothing here yet. " + action.ByID(action.Log).Keyname(false) + " logs a contact: good news first."},
	}
}

// set puts new items into the part and stays on what was selected; where nobody has been yet, the
// first is.
func (p *part) set(items []item) {
	was := p.selected()
	if !p.seen {
		was = ref{}
		p.list.Select(0)
	}
	p.items = items
	p.list.SetTotal(len(items))
	if i := slices.IndexFunc(items, func(it item) bool { return it.ref == was }); i >= 0 {
		p.list.Select(i)
	}
}

func (p *part) selected() ref {
	if i := p.list.At(); i >= 0 && i < len(p.items) {
		return p.items[i].ref
	}
	return ref{}
}

// pane draws parts under one another and scrolls to what is selected. The first cell of each row is
// the marker's.
type pane struct{ top int }

// paneRow is one row of a pane: a heading or space, or a line of an item.
type paneRow struct {
	line line
	part int
	item int // -1 for a heading or space
}

func (s *Page) paneRows(th *theme.Theme, width int, parts ...int) []paneRow {
	var rows []paneRow
	space := func() {
		if len(rows) > 0 {
			rows = append(rows, paneRow{item: -1})
		}
	}
	for _, at := range parts {
		p := s.parts[at]
		if len(p.items) == 0 && p.empty != "" {
			space()
			rows = append(rows, paneRow{of(span{th.Accent, p.name}), at, -1}, paneRow{item: -1})
			for _, l := range wrapped(width, 3, th.Dim, p.empty) {
				rows = append(rows, paneRow{l, at, -1})
			}
		}
		for i, it := range p.items {
			if it.heading != "" {
				space()
				rows = append(rows, paneRow{of(span{th.Accent, it.heading}), at, -1}, paneRow{item: -1})
			} else if it.apart {
				space()
			}
			for _, l := range it.lines(width) {
				rows = append(rows, paneRow{l, at, i})
			}
		}
	}
	return rows
}

// drawPane draws some parts into c.
func (s *Page) drawPane(c *canvas.Canvas, p *pane, parts ...int) {
	rows := s.paneRows(s.Theme, c.Width()-2, parts...)
	p.follow(rows, s, c.Height())
	for y := 0; y < c.Height() && p.top+y < len(rows); y++ {
		s.drawPaneRow(c.Rows(y, 1), rows[p.top+y], rows, p.top+y)
	}
	if p.top > 0 {
		c.Text(c.Width()-1, 0, s.Theme.Dim, "↑")
	}
	if p.top+c.Height() < len(rows) {
		c.Text(c.Width()-1, c.Height()-1, s.Theme.Dim, "↓")
	}
}

func (s *Page) drawPaneRow(c *canvas.Canvas, r paneRow, rows []paneRow, i int) {
	r.line.draw(c.Columns(1, c.Width()-2), 0)
	if r.item < 0 {
		return
	}
	if s.isSelected(r) {
		c.Text(0, 0, s.Theme.Marker, theme.GlyphMarker)
		if i == 0 || rows[i-1].item != r.item || rows[i-1].part != r.part {
			c.Tint(0, s.Theme.Selected)
			c.Cursor(0, 0)
		}
	}
	c.Area(func(int, int) tea.Cmd { return s.click(r) })
}

func (s *Page) isSelected(r paneRow) bool {
	return r.part == s.at && r.item >= 0 && r.item == s.parts[s.at].list.At()
}

// click selects an item, and opens the one that is selected already.
func (s *Page) click(r paneRow) tea.Cmd {
	if s.isSelected(r) {
		return screen.Run(action.FamilyItemOpen)
	}
	s.goTo(r.part)
	s.parts[r.part].list.Select(r.item)
	return nil
}

// follow scrolls so that all of the selected item is seen, with the heading above it.
func (p *pane) follow(rows []paneRow, s *Page, height int) {
	first, last := -1, -1
	for i, r := range rows {
		if s.isSelected(r) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for first > 0 && rows[first-1].item < 0 && last-first < height-1 {
		first--
	}
	if first >= 0 {
		p.top = max(p.top, min(last-height+1, first))
		p.top = min(p.top, first)
	}
	p.top = max(min(p.top, len(rows)-height), 0)
}
