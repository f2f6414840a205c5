package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/screen"
)

// section is one of the names on the top line.
type section struct {
	action action.ID
	kind   screen.Kind
}

var sections = []section{
	{action.GoToday, screen.Today},
	{action.GoFamilies, screen.Families},
	{action.GoMeetings, screen.Meetings},
	{action.GoFollowUps, screen.FollowUps},
	{action.GoLog, screen.Log},
	{action.GoSchool, screen.School},
}

// mostKept is how many closed screens come back as they were left.
const mostKept = 24

func (a *App) top() screen.Screen {
	if len(a.stack) == 0 {
		return nil
	}
	return a.stack[len(a.stack)-1]
}

// visible are the page on top and the popups over it, the page first.
func (a *App) visible() []screen.Screen {
	for i := len(a.stack) - 1; i >= 0; i-- {
		if !a.stack[i].Popup() {
			return a.stack[i:]
		}
	}
	return a.stack
}

// screenFor is the screen of a route: kept from before, or new. Popups are always new.
func (a *App) screenFor(r screen.Route) screen.Screen {
	if s, ok := a.kept[r]; ok {
		return s
	}
	s := makers[r.Kind](a, r.ID)
	if !s.Popup() {
		a.kept[r], a.where[s] = s, r
		a.forgetOld()
	}
	return s
}

// forgetOld lets go of a kept screen that is not on the stack when there are too many.
func (a *App) forgetOld() {
	if len(a.kept) <= mostKept {
		return
	}
	for r, s := range a.kept {
		if r.ID != 0 && !slices.Contains(a.stack, s) {
			delete(a.kept, r)
			delete(a.where, s)
			delete(a.stale, s)
			return
		}
	}
}

// open puts the screen of a route on top; one that is open already comes to the top.
func (a *App) open(r screen.Route) tea.Cmd {
	if isSection(r.Kind) {
		return a.section(r.Kind)
	}
	return a.show(a.screenFor(r))
}

func isSection(k screen.Kind) bool {
	return slices.ContainsFunc(sections, func(s section) bool { return s.kind == k })
}

// section opens a section as it was left; pressed again within it, its first page.
func (a *App) section(k screen.Kind) tea.Cmd {
	cmd := a.keepDraft()
	a.stack = nil
	return tea.Batch(cmd, a.show(a.screenFor(screen.Route{Kind: k})))
}

// show puts a screen on top and lets it ask for what it shows.
func (a *App) show(s screen.Screen) tea.Cmd {
	a.dirty = true
	cmd := a.keepDraft()
	if i := slices.Index(a.stack, s); i >= 0 {
		a.stack = a.stack[:i]
	}
	a.stack = append(a.stack, s)
	a.visit(s)
	delete(a.stale, s)
	return tea.Batch(cmd, a.ask(s, s.Load()...))
}

// close takes a screen off the stack; what it was typing is kept as a draft.
func (a *App) close(s screen.Screen) tea.Cmd {
	i := slices.Index(a.stack, s)
	if i < 0 {
		return nil
	}
	a.dirty = true
	var cmd tea.Cmd
	if i == len(a.stack)-1 {
		cmd = a.keepDraft()
	}
	a.stack = slices.Delete(slices.Clone(a.stack), i, i+1)
	if len(a.stack) == 0 {
		return tea.Batch(cmd, a.section(screen.Today))
	}
	return tea.Batch(cmd, a.freshen())
}
