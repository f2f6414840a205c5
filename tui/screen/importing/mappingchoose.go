package importing

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
)

// take opens the choice of what the selected column holds, with how its first value reads as each, or of
// the line that holds the headings.
func (m *mapping) take() tea.Cmd {
	at := m.at()
	if at < 0 {
		return m.chooseLine()
	}
	cols := m.cols
	return screen.Read(
		func(ctx context.Context) (any, error) { return m.store.ColumnReadings(ctx, cols, at) },
		func(answer any) tea.Cmd {
			c := cols.Columns[at]
			return screen.Show(choiceOf(m.Env, "What does “"+headingWords(c)+"” hold?", answer.([]view.ColumnField), func(f view.ColumnField) (string, string, bool) {
				return f.Words, cmp.Or(f.Reads, "–"), f.Key == cmp.Or(c.Now.Field, c.Likely)
			}, func(f view.ColumnField) tea.Cmd { return m.toField(at, f) }))
		})
}

// chooseLine asks which line holds the headings.
func (m *mapping) chooseLine() tea.Cmd {
	return screen.Show(choiceOf(m.Env, "Which line holds the headings?", m.cols.Lines, func(l view.HeadingLine) (string, string, bool) {
		return fmt.Sprintf("row %d", l.Row), l.Text, l.Row == m.cols.Row
	}, func(l view.HeadingLine) tea.Cmd { return m.toLine(l.Row) }))
}

// choiceOf is a popup of things, the one that holds now selected.
func choiceOf[T any](env *screen.Env, title string, things []T, words func(T) (words, note string, now bool), do func(T) tea.Cmd) *choose.Popup {
	var choices []choose.Choice
	here := 0
	for i, thing := range things {
		said, note, now := words(thing)
		if now {
			here = i
		}
		choices = append(choices, choose.Choice{Words: said, Note: note, Do: func() tea.Cmd { return do(thing) }})
	}
	p := choose.New(env, title, choices)
	p.Select(here)
	return p
}

// chooseWhose asks whose the selected column is, with what each of them has already.
func (m *mapping) chooseWhose() tea.Cmd {
	at, now := m.at(), m.column().Now
	type person struct {
		block int
		words string
	}
	var people []person
	for block, words := range m.cols.Whose {
		if block > 0 || m.field(now.Field).Child {
			people = append(people, person{block, words})
		}
	}
	return screen.Show(choiceOf(m.Env, "Whose is “"+headingWords(m.column())+"”?", people, func(p person) (string, string, bool) {
		return p.words, m.headingsOf(p.block), p.block == now.Block
	}, func(p person) tea.Cmd {
		m.whose[at] = p.block
		return m.hold(at, view.ColumnTarget{Field: now.Field, Block: p.block})
	}))
}

// headingsOf are the headings of the columns that are somebody's.
func (m *mapping) headingsOf(block int) string {
	var headings []string
	for _, c := range m.cols.Columns {
		if c.Now.Block == block && c.Now.Field != "" && c.Now.Field != view.ColumnLeftOut {
			headings = append(headings, c.Heading)
		}
	}
	if len(headings) == 0 {
		return "nothing yet"
	}
	return strings.Join(headings, ", ")
}
