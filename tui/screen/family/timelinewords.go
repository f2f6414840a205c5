package family

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// keptWords say what came of a promise: kept in time or late, told, or dropped with the reason.
func (s *Page) keptWords(r view.TimelineRow) string {
	var words []string
	switch late := model.KeptWords(r.Due, r.At.Date(), s.Calendar()); {
	case r.FollowUp == model.Dropped && r.StateWhy == "":
		words = append(words, "dropped")
	case r.FollowUp == model.Dropped:
		words = append(words, "dropped: "+r.StateWhy)
	case late != "":
		words = append(words, "kept, "+late)
	default:
		words = append(words, "kept")
	}
	if r.FirstDue != "" && r.FirstDue != r.Due {
		words = append(words, "moved from "+r.FirstDue.Near(s.Today()))
	}
	if r.ToldOn != "" {
		words = append(words, "they were told")
	}
	return strings.Join(words, " · ")
}

// alsoWords add to what came of a row who is still to be told of it, and whether it was corrected; of the
// selected row who knows of it.
func (s *Page) alsoWords(r view.TimelineRow, after string, selected bool) string {
	words := []string{}
	if after != "" {
		words = append(words, after)
	}
	if r.Kind == view.TimelineContact && (selected || len(r.Sharing.ToTell) > 0) {
		if shared := r.Sharing.Words(func(id int64) string { return s.page.Adult(id).Formal() }); shared != "" {
			words = append(words, shared)
		}
	} else if r.Kind == view.TimelineContact && len(r.Sharing.Knows) > 0 {
		words = append(words, "shared")
	}
	if r.Corrected {
		words = append(words, "corrected")
	}
	return strings.Join(words, " · ")
}

// shortLine is a row in one line: what was said, and what came of it.
func (s *Page) shortLine(r view.TimelineRow, lead []span, text, after string, room int) []line {
	if text == "" && r.Words != "" {
		text = "“" + r.Words + "”"
	}
	who := s.who(r, text)
	if after != "" {
		after = "  " + after
	}
	left := max(room-width(lead)-canvas.Width(after), 8)
	text = canvas.Cut(who+strings.Join(strings.Fields(text), " "), left)
	return []line{of(append(append([]span{}, lead...), span{s.Theme.Text, text}, span{s.Theme.Dim, after})...)}
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
