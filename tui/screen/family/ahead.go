package family

import (
	"fmt"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/promise"
)

const aheadLabel = 8

// aheadItems are the meetings to come and the open promises.
func (s *Page) aheadItems() []item {
	var items []item
	for i, m := range s.page.Coming {
		label := aheadWord("Next", i)
		items = append(items, item{ref: ref{toMeeting, m.ID}, lines: func(width int) []line { return s.comingLines(label, m, width) }})
	}
	for i, f := range s.page.Owed {
		label := aheadWord("Owed", i)
		items = append(items, item{ref: ref{toPromise, f.ID}, lines: func(width int) []line { return s.owedLines(label, f, width) }})
	}
	return items
}

// aheadWord is the label before the first of its kind.
func aheadWord(word string, i int) string {
	if i > 0 {
		word = ""
	}
	return pad(word, aheadLabel)
}

func (s *Page) comingLines(label string, m view.ComingMeeting, width int) []line {
	th := s.Theme
	when := m.Start.Near(s.Today())
	if when == "" {
		when = "no time yet"
	}
	words := string(m.Kind)
	if m.Room != "" {
		words += ", " + m.Room
	}
	lead := []span{{th.Accent, label}, {th.Strong, when + "  "}}
	lines := hang(width, 2, lead, th.Text, words)
	last := &lines[len(lines)-1]
	switch r := s.ready[m.ID]; {
	case m.Status == model.Running:
		last.spans = append(last.spans, span{th.Info, "  has begun"})
	case m.Start != "" && m.Start < s.Now():
		last.spans = append(last.spans, span{th.Warn, "  was it held? draw a line under it"})
	case r.m > 0:
		last.spans = append(last.spans, span{th.Dim, fmt.Sprintf("  %d of %d", r.n, r.m)})
	}
	return lines
}

const dueCells = 15

func (s *Page) owedLines(label string, f model.FollowUp, width int) []line {
	glyph, style := promise.Mark(s.Theme, f.Group(s.Today()))
	due := model.DueWords(f.Due, s.Today(), s.Calendar())
	if f.DueAt != "" {
		due += " " + string(f.DueAt)
	}
	what := f.What
	switch f.Whose {
	case model.OfFamily:
		what = "family: " + what
	case model.OfStaff:
		if f.Who != "" {
			what = f.Who + ": " + what
		}
	}
	lead := []span{{s.Theme.Accent, label}, {style, pad(glyph+" "+due, dueCells)}}
	return hang(width, 3, lead, s.Theme.Text, what)
}
