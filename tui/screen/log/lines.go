package log

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
)

// line is one line of the list: the heading of a day, or an entry by its place in the window.
type line struct {
	day model.Date
	row int
}

// compose puts a heading above the entries of each day.
func compose(rows []view.JournalRow) []line {
	var lines []line
	for i, r := range rows {
		if i == 0 || rows[i-1].At.Date() != r.At.Date() {
			lines = append(lines, line{day: r.At.Date()})
		}
		lines = append(lines, line{row: i})
	}
	return lines
}

// kindWord is the kind of an entry in a word or two.
func kindWord(k model.ContactKind) string {
	switch k {
	case model.Attempt:
		return "no answer"
	case model.PassedToDSL:
		return "to the DSL"
	}
	return string(k)
}

// said is what an entry says in a line.
func said(r view.JournalRow) string {
	switch {
	case r.Kind == model.PassedToDSL:
		return strings.TrimSuffix("passed to "+r.DSLTo, "passed to ")
	case r.Text == "" && r.Words != "":
		return "“" + r.Words + "”"
	}
	return r.Text
}

func (l *List) name(adult int64) string { return l.window.names[adult] }

// with are the names of those an entry was with.
func (l *List) with(r view.JournalRow) string {
	var names []string
	for _, id := range r.Adults {
		names = append(names, l.name(id))
	}
	return strings.Join(names, ", ")
}

// printed is an entry as it is copied and printed.
func (l *List) printed(r view.JournalRow) model.JournalLine {
	return model.JournalLine{At: r.At, Family: r.Family, Kind: r.Kind, Channel: r.Channel, By: r.By, With: l.with(r),
		Note: r.Text, Words: r.Words, Shared: r.Sharing.Words(l.name), Settled: r.Settled}
}

// mostPrinted is how many entries go on paper at most.
const mostPrinted = 500

// print looks for the newest entries that fit, and asks which file they become.
func (l *List) print() tea.Cmd {
	look := l.look()
	find := func(ctx context.Context) (any, error) {
		all := view.JournalPage{}
		found := window{}
		for len(found.rows) <= mostPrinted && !all.Ended {
			page, err := l.store.Journal(ctx, look)
			if err != nil {
				return nil, err
			}
			found.rows = append(found.rows, page.Rows...)
			found.keepNames(page.Names)
			look.From, all.Ended = page.To, page.Ended
		}
		return found, nil
	}
	return screen.Read(find, func(answer any) tea.Cmd {
		found, ok := answer.(window)
		if !ok {
			return nil
		}
		return l.printSheet(found)
	})
}

func (l *List) printSheet(found window) tea.Cmd {
	left := len(found.rows) > mostPrinted
	found.rows = found.rows[:min(len(found.rows), mostPrinted)]
	paper := &List{Base: l.Base, window: found}
	lines := make([]model.JournalLine, len(found.rows))
	for i, r := range found.rows {
		lines[i] = paper.printed(r)
	}
	var what []string
	if l.kind != view.AllEntries {
		what = append(what, string(l.kind))
	}
	if words := strings.TrimSpace(l.filter.Text()); words != "" {
		what = append(what, "“"+words+"”")
	}
	return screen.Show(choose.Print(l.Env, "the log", model.JournalSheet(strings.Join(what, " · "), lines, left)))
}
