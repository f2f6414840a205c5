package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// The least window in which Kettle works, in cells.
const (
	leastWidth  = 60
	leastHeight = 16
)

// View is the frame. Nothing is drawn when nothing has changed.
func (a *App) View() tea.View {
	if a.dirty || a.view.Content == "" {
		a.dirty = false
		a.drawSafely()
		a.view = tea.NewView(a.canvas.Render())
		a.view.Cursor = a.canvas.CursorAt()
		a.view.AltScreen = true
		a.view.ReportFocus = true
		a.view.WindowTitle = "Kettle"
		if !a.noMouse {
			a.view.MouseMode = tea.MouseModeCellMotion
		}
	}
	if a.ended { // leave nothing on the alternate screen
		return tea.NewView("")
	}
	return a.view
}

// drawSafely draws; a fault of a screen leaves a sentence on it, and Esc the way out.
func (a *App) drawSafely() {
	defer func() {
		if fault := recover(); fault != nil {
			if a.options.Fault != nil {
				a.options.Fault(fault)
			}
			a.canvas.Clear()
			a.canvas.Wrap(1, 1, a.env.Theme.Late, "! "+faultWords)
		}
	}()
	a.draw()
}

func (a *App) draw() {
	c := a.canvas
	c.Clear()
	switch {
	case c.Width() == 0 || c.Height() == 0 || len(a.stack) == 0: // the caseload is being opened
	case a.blanked:
		c.Text(1, 0, a.env.Theme.Dim, action.ByID(action.Unblank).Keyname(true))
	case c.Width() < leastWidth || c.Height() < leastHeight:
		c.Wrap(0, 0, a.env.Theme.Strong, "Kettle needs a window of at least 60 by 16 characters. Please make it larger; nothing is lost.")
	default:
		a.drawScreens(c)
	}
}

func (a *App) drawScreens(c *canvas.Canvas) {
	visible := a.visible()
	full := len(visible) > 0 && screen.IsQuiet(visible[0])
	body := c.Rows(0, -2)
	if !full {
		a.drawTop(c.Rows(0, 2))
		body = c.Rows(2, -2)
	}
	for _, s := range visible {
		s.Draw(body)
	}
	if l := a.longShown(); l != nil {
		a.drawLong(body, l)
	}
	a.drawToasts(body)
	a.drawFooter(c.Rows(c.Height()-2, 2))
}

// drawTop draws the sections, with the open one marked, and the day.
func (a *App) drawTop(c *canvas.Canvas) {
	th := a.env.Theme
	day := a.env.Today().Short()
	if week := a.env.Calendar().Week(a.env.Today()); week != "" && c.Width() >= 100 {
		day += " · " + strings.Replace(week, "week", "wk", 1)
	}
	x := 0
	if room := c.Width() - canvas.Width(day) - 2; namesWidth(sectionNames(c.Width())) <= room-kettleWidth {
		x = c.Text(1, 0, th.Accent, "Kettle") + 3
	}
	names := sectionNames(c.Width() - canvas.Width(day) - 2 - x)
	for i, s := range sections {
		name := names[i]
		style := th.Text
		if len(a.stack) > 0 && a.where[a.stack[0]].Kind == s.kind {
			style = th.Section
		}
		used := c.Text(x, 0, style, " "+name+" ")
		c.Sub(x, 0, used, 1).Area(func(int, int) tea.Cmd { return a.run(s.action) })
		x += used
	}
	c.Right(c.Width()-1, 0, th.Dim, day)
	c.Rule(1, th.Rule)
}

// kettleWidth is what the program's own name takes; it is the first to go where room is scarce.
const kettleWidth = 9

// sectionNames are the digits and names of the sections, whole where all of them fit in a width; else the
// longest are cut to their first letters.
func sectionNames(width int) []string {
	names := make([]string, len(sections))
	longest := 0
	for i, s := range sections {
		act := action.ByID(s.action)
		names[i] = act.Keyname(false) + " " + act.Title
		longest = max(longest, canvas.Width(names[i]))
	}
	for ; namesWidth(names) > width && longest > 3; longest-- {
		for i, name := range names {
			if letters := []rune(name); len(letters) >= longest {
				names[i] = strings.TrimRight(string(letters[:longest-1]), " -")
			}
		}
	}
	return names
}

// namesWidth is what names take with a space on either side of each.
func namesWidth(names []string) int {
	width := 0
	for _, name := range names {
		width += canvas.Width(name) + 2
	}
	return width
}

// hint is one word of the footer.
type hint struct {
	key, word string
	do        func() tea.Cmd
	always    bool // shown before anything else
}

// hints are what works at this moment, in the order of the table.
func (a *App) hints() (hints []hint, help hint) {
	top := a.top()
	if top == nil {
		return nil, hint{}
	}
	if a.longShown() != nil {
		s := a.escape()
		return []hint{{action.ByID(action.Back).Keyname(true), s.word, s.do, true}}, hint{}
	}
	typing, handlers, global := top.Typing(), top.Handlers(), a.handlers()
	for _, act := range action.In(append(top.Scopes(), action.Global)...) {
		h, own := handlers[act.ID]
		if !own {
			h = global[act.ID]
		}
		usable := act.Foot != "" && h.Do != nil && h.Off() == "" && (!typing || act.Text) && (own || a.allows(top, act))
		if !usable {
			continue
		}
		one := hint{act.Keyname(typing), act.Foot, func() tea.Cmd { return a.run(act.ID) }, act.Always}
		if act.ID == action.Help {
			help = one
			continue
		}
		hints = append(hints, one)
	}
	if s := a.escape(); s.do != nil {
		hints = append(hints, hint{action.ByID(action.Back).Keyname(typing), s.word, s.do, true})
	}
	return hints, help
}

// drawFooter draws the rule, what works now, and what u would take back.
func (a *App) drawFooter(c *canvas.Canvas) {
	th := a.env.Theme
	c.Rule(0, th.Rule)
	if a.leaving {
		c.Text(1, 1, th.Info, "Keeping what you typed, then leaving …")
		return
	}
	hints, help := a.hints()
	right := c.Width() - 1
	if undo := a.undoWords(c.Width()); undo != "" {
		right = c.Right(right, 1, th.Dim, undo) - 2
	}
	x := 1
	for i, h := range hints {
		if x+h.width()+2+reserved(hints[i+1:], help) <= right {
			x += drawHint(c, a, x, h) + 2
		}
	}
	if help.do != nil {
		drawHint(c, a, x, help)
	}
}

// width is the cells that the hint takes.
func (h hint) width() int { return canvas.Width(h.key) + 1 + canvas.Width(h.word) }

// reserved is the room that those hints must have which are always shown: help, the log, which is
// to be found in ten seconds, and the step that a screen is there for.
func reserved(rest []hint, help hint) int {
	width := help.width()
	for _, h := range rest {
		if h.always {
			width += h.width() + 2
		}
	}
	return width
}

func drawHint(c *canvas.Canvas, a *App, x int, h hint) int {
	used := c.Text(x, 1, a.env.Theme.Key, h.key)
	used += c.Text(x+used, 1, a.env.Theme.Dim, " "+h.word)
	c.Sub(x, 1, used, 1).Area(func(int, int) tea.Cmd { return h.do() })
	return used
}

// undoWords say what u would take back, where letters are keys and there is room.
func (a *App) undoWords(width int) string {
	top := a.top()
	if a.env.Undo.Back == "" || a.longShown() != nil || width < 80 || top == nil || top.Typing() || top.Popup() {
		return ""
	}
	words := action.ByID(action.Undo).Keyname(false) + " undo"
	if width < 100 {
		return words
	}
	return canvas.Cut(words+": "+a.env.Undo.Back, width/3)
}

// Plain is the screen as text without colours.
func (a *App) Plain() string {
	a.View()
	return a.canvas.Plain()
}

// Canvas is what was last drawn, for tests of colours.
func (a *App) Canvas() *canvas.Canvas { return a.canvas }
