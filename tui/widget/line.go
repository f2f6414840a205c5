package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// mostTyped is the number of characters a text field takes.
const mostTyped = 10_000

// Line is a text of one line being typed.
type Line struct {
	in          textinput.Model
	Placeholder string
	Secret      bool // dots are drawn in place of what is typed
}

// NewLine is a line that holds text, with the cursor behind it.
func NewLine(text string) *Line {
	in := textinput.New()
	in.SetVirtualCursor(false)
	in.CharLimit = mostTyped
	none := key.NewBinding()
	in.KeyMap.NextSuggestion, in.KeyMap.PrevSuggestion, in.KeyMap.AcceptSuggestion = none, none, none
	in.Focus()
	in.SetValue(text)
	in.CursorEnd()
	return &Line{in: in}
}

// Text is what is typed.
func (l *Line) Text() string { return l.in.Value() }

// SetText replaces what is typed.
func (l *Line) SetText(s string) {
	l.in.SetValue(s)
	l.in.CursorEnd()
}

// Key types a key, and reports whether the text changed.
func (l *Line) Key(msg tea.KeyPressMsg) bool {
	before := l.in.Value()
	l.in, _ = l.in.Update(msg)
	return l.in.Value() != before
}

// Paste types a pasted text, without what a terminal would obey; line breaks become spaces.
func (l *Line) Paste(text string) {
	l.in, _ = l.in.Update(tea.PasteMsg{Content: pasted(text)})
}

// pasted is a pasted text as it may stand in a field: whole escape sequences are taken out here, for
// the text fields below take out only their first character and leave the rest as text.
func pasted(text string) string {
	clean, _ := model.Clean(strings.ToValidUTF8(text, ""))
	return clean
}

// Draw draws the line in the first row of c, scrolled so that the cursor is seen when it has the
// focus.
func (l *Line) Draw(c *canvas.Canvas, th *theme.Theme, focused bool) {
	text := l.in.Value()
	if l.Secret {
		text = strings.Repeat("•", len([]rune(text)))
	}
	if text == "" && l.Placeholder != "" {
		c.Field(0, 0, c.Width(), th.Dim, l.Placeholder)
		if focused {
			c.Cursor(0, 0)
		}
		return
	}
	if !focused {
		c.Field(0, 0, c.Width(), th.Text, text)
		return
	}
	runes := []rune(text)
	cursor := canvas.Width(string(runes[:min(l.in.Position(), len(runes))]))
	shift := max(cursor-c.Width()+1, 0)
	c.Field(0, 0, c.Width(), th.Input, "")
	if shift > 0 {
		drawShifted(c, th.Input, text, shift)
	} else {
		c.Text(0, 0, th.Input, text)
	}
	c.Cursor(cursor-shift, 0)
}

// drawShifted draws text without its first cells.
func drawShifted(c *canvas.Canvas, style canvas.Style, text string, cells int) {
	runes := []rune(text)
	skip := 0
	for skip < len(runes) && cells > 0 {
		cells -= canvas.Width(string(runes[skip]))
		skip++
	}
	c.Text(0, 0, style, string(runes[skip:]))
}
