package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// mostPicks is how many of the fitting answers are listed under a PickOf.
const mostPicks = 6

// PickOf is a field that takes one of many answers: typing narrows them, and a text that is none of
// them may be a new one.
type PickOf struct {
	named
	line    *Line
	options []Option
	from    func() []Option // gives the answers anew each time, where they hang on other fields
	at      int             // among those that fit
	open    bool            // the text differs from a chosen answer, so that the list is shown
	pointed bool            // an answer was marked with the arrows
	allow   bool            // a new text is an answer, too
	none    bool            // nothing is an answer, too
	store   func(value, text string)
}

// Pick is a field for one of many answers. Store is given the chosen value, or "" and the text typed
// when it is none of them.
func Pick(label, value string, options []Option, store func(value, text string)) *PickOf {
	f := &PickOf{named: named{label: label}, line: NewLine(""), options: options, none: true, store: store}
	if o, ok := f.byValue(value); ok {
		f.line.SetText(o.Words)
	} else {
		f.line.SetText(value)
	}
	return f
}

// From makes the answers those that options gives at each moment, where they hang on other fields.
func (f *PickOf) From(options func() []Option) *PickOf { f.from = options; return f }

func (f *PickOf) answers() []Option {
	if f.from != nil {
		return f.from()
	}
	return f.options
}

// AllowNew makes a text that is none of the answers an answer of its own.
func (f *PickOf) AllowNew() *PickOf { f.allow = true; return f }

// Needed makes the field complain when it is left empty.
func (f *PickOf) Needed() *PickOf { f.none = false; return f }

// Hint shows what to type while the field is empty.
func (f *PickOf) Hint(words string) *PickOf { f.line.Placeholder = words; return f }

func (f *PickOf) byValue(value string) (Option, bool) {
	i := slices.IndexFunc(f.options, func(o Option) bool { return o.Value == value })
	if i < 0 || value == "" {
		return Option{}, false
	}
	return f.options[i], true
}

func (f *PickOf) exact() (Option, bool) {
	text := strings.TrimSpace(f.line.Text())
	options := f.answers()
	i := slices.IndexFunc(options, func(o Option) bool { return strings.EqualFold(o.Words, text) })
	if i < 0 || text == "" {
		return Option{}, false
	}
	return options[i], true
}

// fitting are the answers that hold every word typed.
func (f *PickOf) fitting() []Option {
	words := strings.Fields(strings.ToLower(f.line.Text()))
	var fit []Option
	for _, o := range f.answers() {
		hay := strings.ToLower(o.Words + " " + o.Note)
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(hay, w) }) {
			fit = append(fit, o)
		}
	}
	return fit
}

func (f *PickOf) shown() []Option {
	if _, ok := f.exact(); ok && !f.open {
		return nil
	}
	fit := f.fitting()
	return fit[:min(len(fit), mostPicks)]
}

// Scope is that of picking.
func (f *PickOf) Scope() action.Scope { return action.PickField }

// Rows is one, and a row for each fitting answer while it has the cursor.
func (f *PickOf) Rows(_ int, focused bool) int {
	if !focused {
		return 1
	}
	rows := 1 + len(f.shown())
	if f.isNew() {
		rows++
	}
	return rows
}

func (f *PickOf) isNew() bool {
	_, known := f.exact()
	return f.allow && !known && strings.TrimSpace(f.line.Text()) != ""
}

// Draw draws what is typed, and the answers that fit.
func (f *PickOf) Draw(c *canvas.Canvas, th *theme.Theme, focused bool) {
	f.line.Draw(c.Rows(0, 1), th, focused)
	if !focused {
		return
	}
	shown := f.shown()
	for y, o := range shown {
		style := th.Dim
		if y == f.at && f.open {
			style = th.Strong
			c.Text(0, y+1, th.Marker, theme.GlyphMarker)
		}
		used := c.Text(2, y+1, style, o.Words)
		c.Text(4+used, y+1, th.Dim, o.Note)
		c.Rows(y+1, 1).Area(func(int, int) tea.Cmd { f.take(o); return nil })
	}
	if f.isNew() {
		c.Text(2, len(shown)+1, th.Info, "+ new: "+strings.TrimSpace(f.line.Text()))
	}
}

func (f *PickOf) take(o Option) {
	f.line.SetText(o.Words)
	f.open, f.at, f.pointed = false, 0, false
}

// Type types, and opens the list.
func (f *PickOf) Type(msg tea.KeyPressMsg) {
	if f.line.Key(msg) {
		f.open, f.at, f.pointed = !f.allow, 0, false
	}
}

// Paste pastes.
func (f *PickOf) Paste(s string) {
	f.line.Paste(s)
	f.open, f.at, f.pointed = !f.allow, 0, false
}

// Act moves among the answers; Enter takes the one that is marked.
func (f *PickOf) Act(id action.ID) bool {
	shown := f.fitting()
	shown = shown[:min(len(shown), mostPicks)]
	switch id {
	case action.PickDown:
		if f.open {
			f.at = min(f.at+1, max(len(shown)-1, 0))
		}
		f.open, f.pointed = true, true
		return true
	case action.PickUp:
		f.at = max(f.at-1, 0)
		return f.open
	case action.FieldEnter:
		if f.open && f.at < len(shown) && (f.pointed || strings.TrimSpace(f.line.Text()) != "") {
			f.take(shown[f.at])
		}
		f.open = false
	}
	return false
}

// Text is what is typed.
func (f *PickOf) Text() string { return f.line.Text() }

// SetText puts a text back.
func (f *PickOf) SetText(s string) { f.line.SetText(s) }

// Check asks for an answer that there is.
func (f *PickOf) Check() string {
	text := strings.TrimSpace(f.line.Text())
	if _, ok := f.exact(); ok || (text == "" && f.none) || (text != "" && f.allow) {
		return ""
	}
	if text == "" {
		return "Choose one: type a few letters."
	}
	return "Nobody and nothing here is called that. Choose one of the list."
}

// Store writes the answer.
func (f *PickOf) Store() {
	if o, ok := f.exact(); ok {
		f.store(o.Value, o.Words)
		return
	}
	f.store("", strings.TrimSpace(f.line.Text()))
}
