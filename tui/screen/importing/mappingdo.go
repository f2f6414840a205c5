package importing

import (
	"cmp"
	"context"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
)

// at is the place of the selected column, -1 on the line of the headings.
func (m *mapping) at() int { return m.list.At() - 1 }

// column is the selected column.
func (m *mapping) column() view.Column { return m.cols.Columns[m.at()] }

func (m *mapping) whyNotYet() string {
	if !m.known {
		return "The file is being read."
	}
	return ""
}

func (m *mapping) whyNoColumn() string {
	if m.at() < 0 {
		return "Go to a column first."
	}
	return ""
}

func (m *mapping) whyNothingSaid() string {
	if why := m.whyNoColumn(); why != "" {
		return why
	}
	if m.column().Now == m.column().Own {
		return "Nothing was said of this column: it is as Kettle reads its heading."
	}
	return ""
}

func (m *mapping) whyNoneUnknown() string {
	if !slices.ContainsFunc(m.cols.Columns, asks) {
		return "Every column is known."
	}
	return ""
}

func (m *mapping) whyAllOwn() string {
	if !m.known || len(m.cols.Said) == 0 {
		return "Every column is as Kettle reads its heading."
	}
	return ""
}

// whyNotKeep lets what was said before be forgotten even where nothing is known without it.
func (m *mapping) whyNotKeep() string {
	if m.known && len(m.cols.Said) == 0 && len(m.cols.Kept) > 0 {
		return ""
	}
	return cmp.Or(m.whyNotYet(), m.cols.Wrong)
}

// asks reports whether a column is to be looked at: it is not known, or something is to be asked of it.
func asks(c view.Column) bool { return c.Now.Field == "" || c.Asks != "" }

// toUnknown goes to the next column that asks, behind that row and round at the end.
func (m *mapping) toUnknown(row int) {
	n := len(m.cols.Columns)
	for i := range n {
		if at := (row + i) % n; asks(m.cols.Columns[at]) {
			m.list.Select(at + 1)
			return
		}
	}
}

// hold says what a column holds, and asks how that reads.
func (m *mapping) hold(at int, t view.ColumnTarget) tea.Cmd {
	c := m.cols.Columns[at]
	said := maps.Clone(m.cols.Said)
	if said == nil {
		said = map[int]view.ColumnTarget{}
	}
	if said[at] = t; t == c.Own {
		delete(said, at)
	}
	c.Now, c.Asks, c.Samples = t, "", slices.Clone(c.Samples)
	for i := range c.Samples {
		c.Samples[i] = view.ColumnSample{Text: c.Samples[i].Text}
	}
	m.cols.Columns = slices.Clone(m.cols.Columns)
	m.cols.Columns[at] = c
	return m.deal(m.cols.Row, said)
}

// deal asks what the columns hold when it is said so.
func (m *mapping) deal(row int, said map[int]view.ColumnTarget) tea.Cmd {
	m.cols.Row, m.cols.Said = row, said
	cols := m.cols
	return screen.Question(m, screen.Ask{Slot: "dealt", Do: func(ctx context.Context) (any, error) {
		dealt, err := m.store.DealColumns(ctx, cols, row, said)
		return columnsDealt(dealt), err
	}})
}

// step goes to the next field that the selected column may hold, or to the next line for the headings.
func (m *mapping) step(by int) tea.Cmd {
	at := m.at()
	if at < 0 {
		i := slices.IndexFunc(m.cols.Lines, func(l view.HeadingLine) bool { return l.Row == m.cols.Row })
		if n := len(m.cols.Lines); n > 0 {
			return m.toLine(m.cols.Lines[(i+by+n)%n].Row)
		}
		return nil
	}
	c, fields := m.column(), m.cols.Fields
	if c.Own.Field == "" { // not to know is one of the answers
		fields = append([]view.ColumnField{{Child: true}}, fields...)
	}
	i := slices.IndexFunc(fields, func(f view.ColumnField) bool { return f.Key == c.Now.Field })
	return m.toField(at, fields[(max(i, 0)+by+len(fields))%len(fields)])
}

// toLine says which line holds the headings.
func (m *mapping) toLine(row int) tea.Cmd {
	if said := m.cols.Said; len(said) > 0 {
		return m.deal(row, said)
	}
	return m.deal(row, nil)
}

// toField says what a column holds; whose it is follows where the field can be theirs.
func (m *mapping) toField(at int, f view.ColumnField) tea.Cmd {
	if _, known := m.whose[at]; !known {
		m.whose[at] = m.likelyWhose(at)
	}
	t := view.ColumnTarget{Field: f.Key, Block: m.whose[at]}
	switch {
	case f.Key == "" || f.Key == view.ColumnLeftOut || !f.Contact:
		t.Block = 0
	case !f.Child && t.Block == 0:
		t.Block = max(m.before(at), 1)
	}
	return m.hold(at, t)
}

// likelyWhose is whose a column is: as it is known, else whose the one before it is.
func (m *mapping) likelyWhose(at int) int {
	if t := m.cols.Columns[at].Now; t.Field != "" && t.Field != view.ColumnLeftOut {
		return t.Block
	}
	return m.before(at)
}

func (m *mapping) before(at int) int {
	for _, c := range slices.Backward(m.cols.Columns[:at]) {
		if c.Now.Field != "" && c.Now.Field != view.ColumnLeftOut {
			return c.Now.Block
		}
	}
	return 0
}

// field is the field that a column holds; the zero value for none.
func (m *mapping) field(key string) view.ColumnField {
	for _, f := range m.cols.Fields {
		if f.Key == key {
			return f
		}
	}
	return view.ColumnField{}
}

func (m *mapping) whyNoWhose() string {
	if why := m.whyNoColumn(); why != "" {
		return why
	}
	f := m.field(m.column().Now.Field)
	switch {
	case f.Key == "" || f.Key == view.ColumnLeftOut:
		return "Say first what the column holds."
	case !f.Contact:
		return "This is always the child's: " + f.Words + "."
	}
	return ""
}

// allOwn takes everything back that was said.
func (m *mapping) allOwn() tea.Cmd {
	row := m.cols.Row
	if m.cols.Own > 0 {
		row = m.cols.Own
	}
	return m.deal(row, map[int]view.ColumnTarget{})
}

// keep remembers what is said, and looks at the file anew.
func (m *mapping) keep() tea.Cmd {
	cols := m.cols
	return screen.Do(screen.Write{
		Do:   func(ctx context.Context) (view.Change, error) { return m.store.RememberColumns(ctx, cols) },
		Then: func(view.Change) tea.Cmd { return screen.Close(m, m.kept()) },
	})
}
