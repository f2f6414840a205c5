package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// Option is one answer of a choice.
type Option struct {
	Value string
	Words string // what a person reads
	Note  string // shown dimly behind it
}

// Options are answers whose words are the very values.
func Options[T ~string](values []T) []Option {
	options := make([]Option, len(values))
	for i, v := range values {
		words := string(v)
		if words == "" {
			words = "not said"
		}
		options[i] = Option{Value: string(v), Words: words}
	}
	return options
}

// OptionsWith are answers with words of their own.
func OptionsWith[T ~string](values []T, words func(T) string) []Option {
	options := make([]Option, len(values))
	for i, v := range values {
		options[i] = Option{Value: string(v), Words: words(v)}
	}
	return options
}

// ChoiceOf is a field that takes one of a few answers: by arrow, space or first letter.
type ChoiceOf struct {
	named
	options []Option
	at      int
	store   func(string)
}

// Choice is a field for one of a few answers.
func Choice[T ~string](label string, to *T, options []Option) *ChoiceOf {
	return &ChoiceOf{
		named: named{label: label}, options: options,
		at:    max(slices.IndexFunc(options, func(o Option) bool { return o.Value == string(*to) }), 0),
		store: func(s string) { *to = T(s) },
	}
}

// YesNo is a field for yes or no.
func YesNo(label string, to *bool) *ChoiceOf {
	at := "no"
	if *to {
		at = "yes"
	}
	f := Choice(label, &at, []Option{{Value: "yes", Words: "yes"}, {Value: "no", Words: "no"}})
	f.store = func(s string) { *to = s == "yes" }
	return f
}

// Scope is that of choices.
func (f *ChoiceOf) Scope() action.Scope { return action.ChoiceField }

// Rows is one, or what the options need while it has the cursor.
func (f *ChoiceOf) Rows(width int, focused bool) int {
	if !focused {
		return 1
	}
	return len(f.lay(width))
}

// lay places the options in rows.
func (f *ChoiceOf) lay(width int) [][]int {
	var rows [][]int
	used := width
	for i, o := range f.options {
		w := canvas.Width(o.Words) + 4
		if used+w > width || len(rows) == 0 {
			rows, used = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], i)
		used += w
	}
	return rows
}

// Draw draws the answer, or all of them while it has the cursor.
func (f *ChoiceOf) Draw(c *canvas.Canvas, th *theme.Theme, focused bool) {
	if !focused {
		c.Text(0, 0, th.Text, canvas.Cut(f.options[f.at].Words, c.Width()))
		return
	}
	for y, row := range f.lay(c.Width()) {
		x := 0
		for _, i := range row {
			x += f.drawOption(c, th, x, y, i)
		}
	}
}

func (f *ChoiceOf) drawOption(c *canvas.Canvas, th *theme.Theme, x, y, i int) int {
	style, mark := th.Dim, "○ "
	if i == f.at {
		style, mark = th.Strong, "● "
		c.Cursor(x, y)
	}
	used := c.Text(x, y, style, mark+f.options[i].Words)
	c.Sub(x, y, used, 1).Area(func(int, int) tea.Cmd { f.at = i; return nil })
	return used + 2
}

// Type chooses by first letter; the same letter again goes on to the next answer with it.
func (f *ChoiceOf) Type(msg tea.KeyPressMsg) {
	typed := strings.ToLower(msg.Text)
	for n := 1; typed != "" && n <= len(f.options); n++ {
		i := (f.at + n) % len(f.options)
		if strings.HasPrefix(strings.ToLower(f.options[i].Words), typed) {
			f.at = i
			return
		}
	}
}

// Paste does nothing.
func (f *ChoiceOf) Paste(string) {}

// Act goes to the next or previous answer.
func (f *ChoiceOf) Act(id action.ID) bool {
	switch id {
	case action.ChoiceNext, action.ChoiceToggle:
		f.at = (f.at + 1) % len(f.options)
	case action.ChoicePrev:
		f.at = (f.at + len(f.options) - 1) % len(f.options)
	default:
		return false
	}
	return true
}

// Text is the value chosen.
func (f *ChoiceOf) Text() string { return f.options[f.at].Value }

// SetText chooses a value.
func (f *ChoiceOf) SetText(s string) {
	if i := slices.IndexFunc(f.options, func(o Option) bool { return o.Value == s }); i >= 0 {
		f.at = i
	}
}

// Check finds nothing wrong.
func (f *ChoiceOf) Check() string { return "" }

// Store writes the value.
func (f *ChoiceOf) Store() { f.store(f.options[f.at].Value) }

// ManyOf is a field in which any number of answers is ticked.
type ManyOf struct {
	named
	options []Option
	ticked  []bool
	at      int
	none    string // what stands there while nothing is ticked
	store   func(values []string)
}

// Many is a field for any number of answers.
func Many(label string, options []Option, ticked []string, store func(values []string)) *ManyOf {
	f := &ManyOf{named: named{label: label}, options: options, ticked: make([]bool, len(options)), none: "nobody in particular", store: store}
	f.tick(ticked)
	return f
}

// None sets what stands there while nothing is ticked.
func (f *ManyOf) None(words string) *ManyOf { f.none = words; return f }

func (f *ManyOf) tick(values []string) {
	for i, o := range f.options {
		f.ticked[i] = slices.Contains(values, o.Value)
	}
}

// Scope is that of ticking.
func (f *ManyOf) Scope() action.Scope { return action.ManyField }

// Rows is one, or a row for each answer while it has the cursor.
func (f *ManyOf) Rows(_ int, focused bool) int {
	if focused {
		return clamp(len(f.options), 1, 8)
	}
	return 1
}

// Draw draws what is ticked, or all answers while it has the cursor.
func (f *ManyOf) Draw(c *canvas.Canvas, th *theme.Theme, focused bool) {
	if len(f.options) == 0 {
		c.Text(0, 0, th.Dim, "nobody to choose")
		return
	}
	if !focused {
		c.Text(0, 0, th.Text, canvas.Cut(f.words(), c.Width()))
		return
	}
	top := clamp(f.at-c.Height()+1, 0, len(f.options))
	for y := 0; y < c.Height() && top+y < len(f.options); y++ {
		f.drawOption(c, th, y, top+y)
	}
}

func (f *ManyOf) drawOption(c *canvas.Canvas, th *theme.Theme, y, i int) {
	mark, style := "○ ", th.Text
	if f.ticked[i] {
		mark = "● "
	}
	if i == f.at {
		style = th.Strong
		c.Cursor(0, y)
	}
	used := c.Text(0, y, style, mark+f.options[i].Words)
	c.Text(used+2, y, th.Dim, f.options[i].Note)
	c.Rows(y, 1).Area(func(int, int) tea.Cmd { f.at = i; f.ticked[i] = !f.ticked[i]; return nil })
}

func (f *ManyOf) words() string {
	var words []string
	for i, o := range f.options {
		if f.ticked[i] {
			words = append(words, o.Words)
		}
	}
	if len(words) == 0 {
		return f.none
	}
	return strings.Join(words, ", ")
}

// Type goes to the next answer that begins with the letter.
func (f *ManyOf) Type(msg tea.KeyPressMsg) {
	typed := strings.ToLower(msg.Text)
	for n := 1; typed != "" && n <= len(f.options); n++ {
		i := (f.at + n) % len(f.options)
		if strings.HasPrefix(strings.ToLower(f.options[i].Words), typed) {
			f.at = i
			return
		}
	}
}

// Paste does nothing.
func (f *ManyOf) Paste(string) {}

// Act moves among the answers and ticks them.
func (f *ManyOf) Act(id action.ID) bool {
	switch {
	case id == action.PickUp && f.at > 0:
		f.at--
	case id == action.PickDown && f.at < len(f.options)-1:
		f.at++
	case id == action.ChoiceToggle && len(f.options) > 0:
		f.ticked[f.at] = !f.ticked[f.at]
	default:
		return false
	}
	return true
}

// Text is the values ticked, one a line.
func (f *ManyOf) Text() string { return strings.Join(f.values(), "\n") }

func (f *ManyOf) values() []string {
	var values []string
	for i, o := range f.options {
		if f.ticked[i] {
			values = append(values, o.Value)
		}
	}
	return values
}

// SetText ticks the values of a draft.
func (f *ManyOf) SetText(s string) { f.tick(strings.Split(s, "\n")) }

// Check finds nothing wrong.
func (f *ManyOf) Check() string { return "" }

// Store writes the values.
func (f *ManyOf) Store() { f.store(f.values()) }
