package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// Field is one question of a form. It reads its value when it is made, and writes it back with
// Store; until then what is typed is only in the field.
type Field interface {
	// Label is the question, in a few words.
	Label() string
	// Key is the name under which a draft keeps the field.
	Name() string
	// Scope is that of the keys that work in the field.
	Scope() action.Scope
	// Rows is how many rows the field takes in a form of that width.
	Rows(width int, focused bool) int
	// Draw draws the field's value.
	Draw(c *canvas.Canvas, th *theme.Theme, focused bool)
	// Type is given a key that means no action.
	Type(msg tea.KeyPressMsg)
	// Paste is given a pasted text.
	Paste(text string)
	// Act does an action of the field's scope; false when there was nothing to do.
	Act(id action.ID) bool
	// Text is what is typed, for a draft; SetText puts it back.
	Text() string
	SetText(text string)
	// Check is what is wrong with what is typed, in a sentence; "" is nothing.
	Check() string
	// Store writes the value to where it belongs; it is only asked after Check said nothing.
	Store()
}

// named is what every field has.
type named struct {
	label string
	hint  string
}

// Label is the question.
func (n named) Label() string { return n.label }

// Name is the label, folded to a word.
func (n named) Name() string { return strings.ReplaceAll(strings.ToLower(n.label), " ", "_") }

// Act does nothing.
func (n named) Act(action.ID) bool { return false }

// TextField is a text of one line.
type TextField struct {
	named
	line  *Line
	store func(string)
	check func(string) string
	read  func(string) (understood, not string) // nil: nothing is read from it
}

// Text is a field for a text of one line, bound to where its value belongs.
func Text[T ~string](label string, to *T) *TextField {
	return &TextField{
		named: named{label: label}, line: NewLine(string(*to)),
		store: func(s string) { *to = T(strings.TrimSpace(s)) },
	}
}

// Hint shows what to type while the field is empty.
func (f *TextField) Hint(words string) *TextField {
	f.line.Placeholder = words
	return f
}

// Needed makes the field complain, in these words, when it is left empty.
func (f *TextField) Needed(words string) *TextField {
	return f.Checked(func(s string) string {
		if strings.TrimSpace(s) == "" {
			return words
		}
		return ""
	})
}

// Checked sets what is asked of the text; the check gives a sentence, or "" for all well.
func (f *TextField) Checked(check func(string) string) *TextField {
	f.check = check
	return f
}

// ReadAs shows under the field, while it is typed, what is understood of it; what is not understood
// stays there afterwards.
func (f *TextField) ReadAs(read func(text string) (understood, not string)) *TextField {
	f.read = read
	return f
}

// readLine is a line under the field.
type readLine struct {
	words string
	not   bool
}

func (f *TextField) readLines(width int, focused bool) (lines []readLine) {
	if f.read == nil || strings.TrimSpace(f.line.Text()) == "" {
		return nil
	}
	understood, not := f.read(f.line.Text())
	if focused && understood != "" {
		for _, l := range canvas.WrapText("→ "+understood, max(width, 10)) {
			lines = append(lines, readLine{l, false})
		}
	}
	if not != "" {
		for _, l := range canvas.WrapText("? "+not, max(width, 10)) {
			lines = append(lines, readLine{l, true})
		}
	}
	return lines
}

// Scope is that of a single line.
func (f *TextField) Scope() action.Scope { return action.LineField }

// Rows is one, and those of what is read from it.
func (f *TextField) Rows(width int, focused bool) int { return 1 + len(f.readLines(width, focused)) }

// Draw draws the line. Its hint is only seen with the cursor: elsewhere it would read as an answer.
func (f *TextField) Draw(c *canvas.Canvas, th *theme.Theme, focused bool) {
	if focused || f.line.Text() != "" {
		f.line.Draw(c.Rows(0, 1), th, focused)
	}
	for i, l := range f.readLines(c.Width(), focused) {
		style := th.Info
		if l.not {
			style = th.Warn
		}
		c.Text(0, 1+i, style, l.words)
	}
}

// Type types.
func (f *TextField) Type(msg tea.KeyPressMsg) { f.line.Key(msg) }

// Paste pastes.
func (f *TextField) Paste(s string) { f.line.Paste(s) }

// Text is what is typed.
func (f *TextField) Text() string { return f.line.Text() }

// SetText puts a text back.
func (f *TextField) SetText(s string) { f.line.SetText(s) }

// Check asks the field's check.
func (f *TextField) Check() string {
	if f.check == nil {
		return ""
	}
	return f.check(f.line.Text())
}

// Store writes the text, without spaces around it.
func (f *TextField) Store() { f.store(f.line.Text()) }

// LongField is a text of several lines.
type LongField struct {
	named
	area *Long
	to   func(string)
	rows int
}

// LongText is a field for a text of several lines, so many rows high while it has the cursor.
func LongText[T ~string](label string, to *T, rows int) *LongField {
	return &LongField{
		named: named{label: label}, area: NewLong(string(*to)), rows: rows,
		to: func(s string) { *to = T(strings.TrimSpace(s)) },
	}
}

// Hint shows what to type while the field is empty.
func (f *LongField) Hint(words string) *LongField {
	f.area.Placeholder = words
	return f
}

// Scope is that of long texts: Enter is a line break.
func (f *LongField) Scope() action.Scope { return action.LongField }

// Rows is what the text needs, and all of its rows while it has the cursor.
func (f *LongField) Rows(width int, focused bool) int {
	if focused {
		return f.rows
	}
	return clamp(len(canvas.WrapText(f.area.Text(), width)), 1, 2)
}

// Draw draws the text. Its hint is only seen with the cursor: elsewhere it would read as an answer.
func (f *LongField) Draw(c *canvas.Canvas, th *theme.Theme, focused bool) {
	if focused || f.area.Text() != "" {
		f.area.Draw(c, th, focused)
	}
}

// Type types.
func (f *LongField) Type(msg tea.KeyPressMsg) { f.area.Key(msg) }

// Paste pastes.
func (f *LongField) Paste(s string) { f.area.Paste(s) }

// Text is what is typed.
func (f *LongField) Text() string { return f.area.Text() }

// SetText puts a text back.
func (f *LongField) SetText(s string) { f.area.SetText(s) }

// Check finds nothing wrong.
func (f *LongField) Check() string { return "" }

// Store writes the text.
func (f *LongField) Store() { f.to(f.area.Text()) }
