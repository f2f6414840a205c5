package family

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// timeline is the window on what happened that is at hand.
type timeline struct {
	of       view.TimelineOf
	short    bool // one line for each, to read a year in a minute
	window   view.Timeline
	known    bool
	fresh    bool // other things are wanted: the selection begins at the top
	top      int  // the first row drawn
	selected struct {
		kind view.TimelineKind
		id   int64
	}
}

const (
	around = 120 // rows asked for at once
	before = 40  // of them before what is selected
	margin = 20  // how near the edge the selection may come before more is asked for
)

func (s *Page) askTimeline() screen.Ask {
	of, offset := s.line.of, max(s.parts[story].list.At()-before, 0)
	if s.line.fresh {
		offset = 0
	}
	return screen.Ask{Slot: "timeline", Do: func(ctx context.Context) (any, error) {
		return s.store.Timeline(ctx, s.id, of, around, offset)
	}}
}

// takeTimeline takes a window and stays on what was selected.
func (s *Page) takeTimeline(window view.Timeline) {
	t, list := &s.line, &s.parts[story].list
	t.window, t.known = window, true
	list.SetTotal(window.Total)
	if t.fresh {
		t.fresh, t.top = false, 0
		list.Select(0)
	} else if i := slices.IndexFunc(window.Rows, t.isSelected); i >= 0 {
		list.Select(window.Offset + i)
	}
	t.remember(list.At())
}

func (t *timeline) isSelected(r view.TimelineRow) bool {
	return r.Kind == t.selected.kind && r.ID == t.selected.id
}

func (t *timeline) remember(at int) {
	if r, ok := t.row(at); ok {
		t.selected.kind, t.selected.id = r.Kind, r.ID
	}
}

// row is the i-th row of the timeline, when it is at hand.
func (t *timeline) row(i int) (view.TimelineRow, bool) {
	at := i - t.window.Offset
	if i < 0 || at < 0 || at >= len(t.window.Rows) {
		return view.TimelineRow{}, false
	}
	return t.window.Rows[at], true
}

func (t *timeline) nearEdge(at int) bool {
	end := t.window.Offset + len(t.window.Rows)
	return at-t.window.Offset < margin && t.window.Offset > 0 || end-at < margin && end < t.window.Total
}

// mark is the glyph of a row with its style.
func (s *Page) mark(r view.TimelineRow) (string, canvas.Style) {
	th := s.Theme
	switch r.Kind {
	case view.TimelineContact:
		glyph := r.Contact.Glyph()
		styles := map[string]canvas.Style{"+": th.Good, "!": th.Warn, "?": th.Info}
		if style, ok := styles[glyph]; ok {
			return glyph, style
		}
		return glyph, th.Dim
	case view.TimelineLetter, view.TimelineImport:
		return map[view.TimelineKind]string{view.TimelineLetter: "→", view.TimelineImport: "↻"}[r.Kind], th.Info
	case view.TimelineFollowUp:
		if r.FollowUp == model.Done {
			return "✓", th.Good
		}
		return "–", th.Dim
	case view.TimelineMeeting:
		if r.Status != model.Held {
			return "–", th.Dim
		}
	}
	return "·", th.Dim
}

// place is the word of a row: by which channel, or what it was.
func place(r view.TimelineRow) string {
	switch r.Kind {
	case view.TimelineContact:
		if r.Channel == "" {
			return "contact"
		}
		return string(r.Channel)
	case view.TimelineLetter:
		return "letter"
	case view.TimelineMeeting:
		return "meeting"
	case view.TimelineFollowUp:
		return "promise"
	case view.TimelineImport:
		return "office"
	}
	return map[model.FamilyEntryKind]string{model.WhatHelps: "helps", model.HardJustNow: "hard now", model.TheirStory: "story"}[r.Entry]
}

// said is what a row says, and dimly behind it what came of it.
func (s *Page) said(r view.TimelineRow) (text, after string) {
	switch r.Kind {
	case view.TimelineContact:
		return s.contactSaid(r)
	case view.TimelineMeeting:
		return meetingSaid(r)
	case view.TimelineLetter:
		words := string(r.Letter)
		text = strings.ToUpper(words[:1]) + words[1:] + " to " + r.To
		if r.Sent == "" {
			after = "not sent yet"
		}
		return text, after
	case view.TimelineFollowUp:
		return r.Text, s.keptWords(r)
	case view.TimelineImport:
		return "office’s file: " + r.Text, ""
	}
	return r.Text, ""
}

func (s *Page) contactSaid(r view.TimelineRow) (text, after string) {
	text = r.Text
	switch {
	case r.Contact == model.PassedToDSL:
		text = strings.TrimSuffix("Passed to the DSL: "+r.DSLTo, ": ")
	case r.Contact == model.Attempt:
		text = strings.TrimSuffix("No answer: "+text, ": ")
	case text == "" && r.Words == "":
		text = string(r.Contact)
	}
	if r.Contact == model.Concern {
		after = "not settled yet"
		if r.Settled != "" {
			after = "settled " + r.Settled.Near(s.Today())
		}
	}
	return text, after
}

func meetingSaid(r view.TimelineRow) (text, after string) {
	text = r.Text
	if text == "" {
		text = string(r.Meeting)
	}
	switch {
	case r.Status != model.Held:
		after = string(r.Status) + ": " + r.StatusWhy
	case r.Agreed > 0:
		after = fmt.Sprintf("%d agreed, %d kept", r.Agreed, r.Kept)
	}
	return text, after
}

// rowLines are a row of the timeline; the selected one shows more of its text.
func (s *Page) rowLines(r view.TimelineRow, width int, selected bool) []line {
	th := s.Theme
	glyph, style := s.mark(r)
	places := 12
	if width < 64 {
		places = 9
	}
	lead := []span{{style, glyph + " "}, {th.Dim, pad(r.At.Date().Time().Format("Mon 2"), 8)}, {th.Strong, pad(canvas.Cut(place(r), places-1), places)}}
	indent, most := 10+places, 1
	if selected && !s.line.short {
		most = 6
	}
	text, after := s.said(r)
	if s.line.short {
		return s.shortLine(r, lead, text, after, width)
	}
	who := s.who(r, text)
	lines := s.named(hang(width, most, lead, th.Text, who+text), who)
	if r.Words != "" {
		for _, l := range wrapped(width-indent, most, th.Dim, "“"+r.Words+"”") {
			l.indent = indent
			lines = append(lines, l)
		}
	}
	return s.withAfter(lines, s.alsoWords(r, after, selected), s.spareWords(selected), indent, width)
}

// who is the one adult a contact was with, where there are several to be told apart and the text
// does not begin with the name already.
func (s *Page) who(r view.TimelineRow, text string) string {
	if len(r.Adults) != 1 || len(s.page.Adults) < 2 || r.Contact == model.PassedToDSL || text == "" {
		return ""
	}
	a := s.page.Adult(r.Adults[0])
	if a.ID == 0 || strings.HasPrefix(text, a.Formal()) {
		return ""
	}
	return a.Formal() + ": "
}

// named draws the name at the beginning of the first line dimly.
func (s *Page) named(lines []line, who string) []line {
	spans := lines[0].spans
	last := spans[len(spans)-1]
	if rest, ok := strings.CutPrefix(last.text, who); ok && who != "" {
		lines[0].spans = append(spans[:len(spans)-1:len(spans)-1], span{s.Theme.Dim, who}, span{last.style, rest})
	}
	return lines
}

// withAfter puts what came of it behind the last line, or below where there is no room; what is spare is left
// out before another line is begun.
func (s *Page) withAfter(lines []line, words, spare []string, indent, room int) []line {
	last := &lines[len(lines)-1]
	fits := func(after string) bool { return last.indent+width(last.spans)+2+canvas.Width(after) <= room }
	after := strings.Join(words, between)
	if !fits(after) {
		words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(spare, w) })
		after = strings.Join(words, between)
	}
	if after == "" {
		return lines
	}
	if fits(after) {
		last.spans = append(last.spans, span{s.Theme.Dim, "  " + after})
		return lines
	}
	return append(lines, line{indent, []span{{s.Theme.Dim, canvas.Cut(after, max(room-indent, 1))}}})
}

// month is the heading above the rows of a month: "November", with its year where it is not this one.
func (s *Page) month(at model.Moment) string {
	if !at.Date().Valid() {
		return ""
	}
	day := at.Date().Time()
	if day.Year() == s.Today().Time().Year() {
		return day.Format("January")
	}
	return day.Format("January 2006")
}
