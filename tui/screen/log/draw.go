package log

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var columns = widget.Columns{
	{Width: 5, From: 96},            // the time
	{Width: 13},                     // glyph and kind
	{Width: 11, Grow: 1},            // family
	{Width: 12, From: 90},           // channel
	{Width: 14, Grow: 1, From: 110}, // with whom
	{Width: 18, Grow: 8},            // the first words
	{Width: 22, Grow: 1, From: 76},  // what is still to know of it
}

// The places of the columns.
const (
	timeCell = iota
	kindCell
	familyCell
	channelCell
	withCell
	saidCell
	markCell
)

// The windows in which the selected entry stands in full: beside the list, or below it.
const (
	besideFrom  = 150
	besideWidth = 56
	belowFrom   = 20
	belowRows   = 5
)

// Draw draws the filter, the kinds, the visible entries, and the selected one in full where there is room.
func (l *List) Draw(c *canvas.Canvas) {
	if c.Height() > 13 {
		c = c.Rows(1, c.Height()-1)
	}
	l.drawFilter(c.Rows(0, 1))
	l.drawKinds(c.Rows(1, 1))
	body := c.Rows(3, c.Height()-3)
	if !l.known {
		return
	}
	if len(l.lines) == 0 {
		l.drawEmpty(body.Columns(2, -2))
		return
	}
	switch {
	case body.Width() >= besideFrom:
		l.drawBeside(body.Columns(body.Width()-besideWidth, besideWidth))
		body = body.Columns(0, body.Width()-besideWidth)
	case body.Height() >= belowFrom:
		l.drawBelow(body.Rows(body.Height()-belowRows, belowRows))
		body = body.Rows(0, body.Height()-belowRows)
	}
	cells := columns.Lay(body.Width() - 2)
	l.list.Draw(body, l.Theme, !l.fresh, func(row *canvas.Canvas, i int, _ bool) {
		if r, ok := l.row(i); ok {
			l.drawRow(row, cells, r)
		} else if i < len(l.lines) {
			row.Text(0, 0, l.Theme.Accent, l.dayWords(l.lines[i].day))
		}
	}, func() tea.Cmd { return screen.Run(action.EntryOpen) })
}

// dayWords are the heading of a day.
func (l *List) dayWords(day model.Date) string {
	words := day.Full()
	if day >= l.Today().AddDays(-180) {
		words = day.Short()
	}
	if near := day.Near(l.Today()); near == "today" || near == "yesterday" {
		words += ", " + near
	}
	return words
}

// drawFilter draws the filter, and how far the log is looked through or which month is seen.
func (l *List) drawFilter(c *canvas.Canvas) {
	c.Text(1, 0, l.Theme.Accent, action.ByID(action.JournalFind).Keyname(false))
	at := c.Right(c.Width()-1, 0, l.Theme.Dim, l.whereWords())
	line := c.Sub(3, 0, max(at-5, 0), 1)
	l.filter.Draw(line, l.Theme, l.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.JournalFind) })
}

// whereWords say how far a search has come, how many entries there are where that is known, and the month
// of the selected one.
func (l *List) whereWords() string {
	month := monthWords(l.selected().At)
	narrow := l.kind != view.AllEntries || strings.TrimSpace(l.filter.Text()) != ""
	switch {
	case !narrow:
	case l.asking && !l.window.ended && monthWords(l.window.bottom.At) != "":
		return "looking back to " + l.window.bottom.At.Date().Time().Format("Jan 2006") + "…"
	case l.asking:
		return "looking…"
	case l.window.newest && l.window.ended:
		return strings.TrimSuffix(countOf(len(l.window.rows))+" · "+month, " · ")
	}
	return month
}

func countOf(entries int) string {
	if entries == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", entries)
}

func monthWords(at model.Moment) string {
	if !at.Date().Valid() {
		return ""
	}
	return at.Date().Time().Format("January 2006")
}

// drawKinds draws the kinds of entries, with the chosen one marked; where they do not fit, from the first
// one that lets it be seen.
func (l *List) drawKinds(c *canvas.Canvas) {
	first, chosen := 0, 0
	for i, k := range view.JournalKinds {
		if k == l.kind {
			chosen = i
		}
	}
	for first < chosen && kindsWidth(view.JournalKinds[first:chosen+1]) > c.Width() {
		first++
	}
	x := 0
	for _, k := range view.JournalKinds[first:] {
		style := l.Theme.Dim
		if k == l.kind {
			style = l.Theme.Section
		}
		name := canvas.Cut(" "+string(k)+" ", c.Width()-x)
		used := c.Text(x, 0, style, name)
		c.Sub(x, 0, used, 1).Area(func(int, int) tea.Cmd { return l.setKind(k) })
		x += used
	}
}

func kindsWidth(kinds []view.JournalKind) int {
	n := 0
	for _, k := range kinds {
		n += canvas.Width(string(k)) + 2
	}
	return n
}

// drawEmpty says why nothing is listed, and what to do.
func (l *List) drawEmpty(c *canvas.Canvas) {
	switch typed := strings.TrimSpace(l.filter.Text()); {
	case l.asking || !l.window.ended:
	case typed != "":
		c.Text(0, 0, l.Theme.Strong, canvas.Cut("No entry fits “"+typed+"”.", c.Width()))
		c.Text(0, 2, l.Theme.Dim, "Fewer letters find more; Esc shows all again.")
	case l.kind == view.ToTellEntries:
		c.Text(0, 0, l.Theme.Strong, "Nobody is still to be told of anything.")
	case l.kind != view.AllEntries:
		c.Text(0, 0, l.Theme.Strong, "There is no such entry.")
		c.Text(0, 2, l.Theme.Dim, "Esc shows all kinds.")
	default:
		c.Text(0, 0, l.Theme.Strong, "Nothing is in the log yet.")
		c.Wrap(0, 2, l.Theme.Dim, action.ByID(action.Log).Keyname(false)+" logs a contact from anywhere, in ten seconds: good news first.")
	}
}

func (l *List) drawRow(row *canvas.Canvas, cells []widget.Cell, r view.JournalRow) {
	th := l.Theme
	glyph, style := glyphOf(th, r.Kind)
	cells[timeCell].Text(row, 0, th.Dim, string(r.At.Clock()))
	cells[kindCell].Text(row, 0, style, glyph+" "+kindWord(r.Kind))
	cells[familyCell].Text(row, 0, th.Strong, r.Family)
	cells[channelCell].Text(row, 0, th.Dim, string(r.Channel))
	cells[withCell].Text(row, 0, th.Dim, l.with(r))
	cells[saidCell].Text(row, 0, th.Text, strings.Join(strings.Fields(said(r)), " "))
	mark, words := l.mark(r)
	cells[markCell].Text(row, 0, mark, words)
}

func glyphOf(th *theme.Theme, k model.ContactKind) (string, canvas.Style) {
	glyph := k.Glyph()
	if style, ok := map[string]canvas.Style{"+": th.Good, "!": th.Warn, "?": th.Info}[glyph]; ok {
		return glyph, style
	}
	return glyph, th.Dim
}

// mark is what there is to know of an entry in a few words: who is still to be told first, then what came of
// it, and whether it was corrected.
func (l *List) mark(r view.JournalRow) (canvas.Style, string) {
	th, style := l.Theme, l.Theme.Dim
	var words []string
	switch {
	case len(r.Sharing.ToTell) > 0:
		style = th.Warn
		words = append(words, theme.GlyphOpen+" to tell "+l.names(r.Sharing.ToTell))
	case len(r.Sharing.Knows) > 0:
		words = append(words, theme.GlyphDone+" shared")
	}
	switch {
	case r.Kind != model.Concern && r.Kind != model.Question:
	case r.Settled == "":
		words = append(words, "open")
	default:
		words = append(words, settledWord(r.Kind))
	}
	if r.Corrected {
		words = append(words, "corrected")
	}
	return style, strings.Join(words, " · ")
}

func (l *List) names(adults []int64) string {
	var names []string
	for _, id := range adults {
		names = append(names, l.name(id))
	}
	return strings.Join(names, ", ")
}
