package family

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// between stands between what is said behind a row.
const between = " · "

// What is said behind a row where there is room for it.
const (
	sharedWord = "shared"
	toldWord   = "they were told"
)

// keptWords say what came of a promise: kept in time or late, or dropped with the reason.
func (s *Page) keptWords(r view.TimelineRow) string {
	words := "kept"
	switch late := model.KeptWords(r.Due, r.At.Date(), s.Calendar()); {
	case r.FollowUp == model.Dropped:
		words = strings.TrimSuffix("dropped: "+r.StateWhy, ": ")
	case late != "":
		words += ", " + late
	}
	if r.FirstDue != "" && r.FirstDue != r.Due {
		words += between + "moved from " + r.FirstDue.Near(s.Today())
	}
	return words
}

// alsoWords are what came of a row, with who is still to be told of it and whether it was corrected; of the
// selected row with who knows of it.
func (s *Page) alsoWords(r view.TimelineRow, after string, selected bool) []string {
	var words []string
	if after != "" {
		words = append(words, after)
	}
	switch {
	case r.Kind == view.TimelineContact && (selected || len(r.Sharing.ToTell) > 0):
		if shared := r.Sharing.Words(func(id int64) string { return s.page.Adult(id).Formal() }); shared != "" {
			words = append(words, shared)
		}
	case r.Kind == view.TimelineContact && len(r.Sharing.Knows) > 0:
		words = append(words, sharedWord)
	case r.ToldOn != "":
		words = append(words, toldWord)
	}
	if r.Corrected {
		words = append(words, "corrected")
	}
	return words
}

// spareWords are what a row does without before it takes another line.
func (s *Page) spareWords(selected bool) []string {
	if selected {
		return nil
	}
	return []string{sharedWord, toldWord}
}

// shortLine is a row in one line: what was said, and what came of it.
func (s *Page) shortLine(r view.TimelineRow, lead []span, text, after string, room int) []line {
	if text == "" && r.Words != "" {
		text = "“" + r.Words + "”"
	}
	who := s.who(r, text)
	text = who + strings.Join(strings.Fields(text), " ")
	words, left := s.alsoWords(r, after, false), room-width(lead)
	after = behind(words)
	if canvas.Width(text+after) > left {
		after = behind(slices.DeleteFunc(words, func(w string) bool { return slices.Contains(s.spareWords(false), w) }))
	}
	after = canvas.Cut(after, max(left/2, left-canvas.Width(text)))
	text = canvas.Cut(text, left-canvas.Width(after))
	return []line{of(append(append([]span{}, lead...), span{s.Theme.Text, text}, span{s.Theme.Dim, after})...)}
}

// behind are words as they stand behind a text, "" for none.
func behind(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return "  " + strings.Join(words, between)
}

// readEarlier shows a line of the family as it is and as it was before (practice 16).
func (s *Page) readEarlier(r view.TimelineRow) tea.Cmd {
	read := func(ctx context.Context) (any, error) {
		return s.store.Corrections(ctx, view.Record{Kind: timelineRecords[r.Kind], ID: r.ID})
	}
	return screen.Read(read, func(answer any) tea.Cmd {
		earlier, _ := answer.([]view.Correction)
		texts := []readText{{entryHeadings[r.Entry] + ", " + r.At.Date().Full(), r.Text}}
		for _, c := range earlier {
			texts = append(texts, readText{"Was, until " + c.Until.Near(s.Today()), c.Field + ": " + c.Was})
		}
		return screen.Show(newReader(s.Env, "Corrected", texts))
	})
}
