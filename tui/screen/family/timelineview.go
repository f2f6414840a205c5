package family

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
)

// chooseView asks which part of the story is shown: a kind, what was with one adult, what was about one
// child, or everything in one line each.
func (s *Page) chooseView() tea.Cmd {
	var choices []choose.Choice
	at := 0
	add := func(words, note string, of view.TimelineOf, short bool) {
		if of == s.line.of && short == s.line.short {
			at = len(choices)
		}
		choices = append(choices, choose.Choice{Words: words, Note: note, Do: func() tea.Cmd { return s.setView(of, short) }})
	}
	for _, f := range view.TimelineFilters {
		add(capital(string(f)), filterNotes[f], view.TimelineOf{Filter: f}, false)
	}
	add("A year in a minute", "everything, one line each", view.TimelineOf{Filter: view.Everything}, true)
	for _, a := range s.page.Adults {
		add("With "+s.nameOf(a), "there, told, written to or promised", view.TimelineOf{Filter: view.Everything, Adult: a.ID}, false)
	}
	for _, p := range s.page.Pupils {
		add("About "+p.Called(), "", view.TimelineOf{Filter: view.Everything, Pupil: p.ID}, false)
	}
	popup := choose.New(s.Env, "Show of the story", choices)
	popup.Select(at)
	return screen.Show(popup)
}

var filterNotes = map[view.TimelineFilter]string{
	view.OnlyPromises: "kept, and dropped with the reason", view.OnlyConcerns: "settled and not",
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// nameOf is how an adult is named, in full where two are addressed alike.
func (s *Page) nameOf(a model.Adult) string {
	for _, other := range s.page.Adults {
		if other.ID != a.ID && other.Formal() == a.Formal() {
			return a.FullName()
		}
	}
	return a.Formal()
}

// setView shows a part of the story, from the newest on.
func (s *Page) setView(of view.TimelineOf, short bool) tea.Cmd {
	s.line.of, s.line.short, s.line.fresh, s.at = of, short, true, story
	return screen.Question(s, s.askTimeline())
}

// viewWords say which part of the story is shown where it is none of the kinds.
func (s *Page) viewWords() string {
	switch {
	case s.line.of.Adult != 0:
		return "with " + s.nameOf(s.page.Adult(s.line.of.Adult))
	case s.line.of.Pupil != 0:
		return "about " + s.page.Pupil(s.line.of.Pupil).Called()
	case s.line.short:
		return "a year in a minute, one line each"
	}
	return ""
}

// filtersThatFit are the kinds from the first one on that lets the chosen one be seen.
func (s *Page) filtersThatFit(room int) []view.TimelineFilter {
	all := view.TimelineFilters
	for _, f := range all {
		room -= canvas.Width(string(f)) + 2
	}
	for room < 0 && len(all) > 1 && all[0] != s.line.of.Filter {
		room += canvas.Width(string(all[0])) + 2
		all = all[1:]
	}
	return all
}

// monthWords are the heading of a month; where each thing has one line, with how much there was in it.
func (s *Page) monthWords(at model.Moment) string {
	words := s.month(at)
	if !s.line.short {
		return words
	}
	for _, m := range s.line.window.Months {
		if m.Month == monthOf(at) {
			return words + countWords(m)
		}
	}
	return words
}

// countWords are the counts of a month: "  3 good news, 1 concern, 1 meeting".
func countWords(m view.TimelineMonth) string {
	var parts []string
	for _, n := range []struct {
		count     int
		one, more string
	}{{m.GoodNews, "good news", "good news"}, {m.Concerns, "concern", "concerns"}, {m.Meetings, "meeting", "meetings"}} {
		switch {
		case n.count == 1:
			parts = append(parts, "1 "+n.one)
		case n.count > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n.count, n.more))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "  " + strings.Join(parts, ", ")
}

func monthOf(at model.Moment) string { return string(at[:min(len(at), 7)]) }

func (s *Page) whyNoMonth() string {
	if s.at != story || s.line.window.Total == 0 {
		return "Go to the story to go from month to month."
	}
	return ""
}

// toMonth goes to the first row of the month before, or, for -1, of its own month and then of the one
// after.
func (s *Page) toMonth(by int) tea.Cmd {
	list := &s.parts[story].list
	first := 0
	for i, m := range s.line.window.Months {
		next := first + m.Rows
		if list.At() >= next {
			first = next
			continue
		}
		switch {
		case by > 0 && i+1 < len(s.line.window.Months):
			first = next
		case by < 0 && list.At() == first && i > 0:
			first -= s.line.window.Months[i-1].Rows
		}
		break
	}
	if first < s.line.window.Total {
		list.Select(first)
	}
	return s.movedFar()
}

// movedFar is moved where the row may lie outside what is at hand.
func (s *Page) movedFar() tea.Cmd {
	at := s.parts[story].list.At()
	s.line.top = at
	if _, there := s.line.row(at); !there {
		s.line.selected.id = 0
		return screen.Question(s, s.askTimeline())
	}
	return s.moved()
}
