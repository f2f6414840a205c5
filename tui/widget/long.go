package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// Long is a text of many lines being typed.
type Long struct {
	in          textarea.Model
	Placeholder string
}

// NewLong is a text area that holds text, with the cursor at its end.
func NewLong(text string) *Long {
	in := textarea.New()
	in.SetVirtualCursor(false)
	in.Prompt, in.ShowLineNumbers = "", false
	in.CharLimit = mostTyped
	in.MaxHeight = 0 // else it refuses the hundredth line
	in.SetStyles(textarea.Styles{})
	none := key.NewBinding()
	in.KeyMap.LinePrevious = key.NewBinding(key.WithKeys("up"))
	in.KeyMap.LineNext = key.NewBinding(key.WithKeys("down"))
	in.KeyMap.TransposeCharacterBackward, in.KeyMap.CapitalizeWordForward = none, none
	in.KeyMap.LowercaseWordForward, in.KeyMap.UppercaseWordForward = none, none
	in.Focus()
	in.SetValue(text)
	in.MoveToEnd()
	return &Long{in: in}
}

// Text is what is typed.
func (l *Long) Text() string { return l.in.Value() }

// SetText replaces what is typed.
func (l *Long) SetText(s string) {
	l.in.SetValue(s)
	l.in.MoveToEnd()
}

// Key types a key, and reports whether the text changed.
func (l *Long) Key(msg tea.KeyPressMsg) bool {
	before := l.in.Value()
	l.in, _ = l.in.Update(msg)
	return l.in.Value() != before
}

// Paste types a pasted text, without what a terminal would obey.
func (l *Long) Paste(text string) {
	l.in, _ = l.in.Update(tea.PasteMsg{Content: pasted(text)})
}

// Draw draws the text in all of c: wrapped and cut when it has not the focus, else scrolled to the
// cursor.
func (l *Long) Draw(c *canvas.Canvas, th *theme.Theme, focused bool) {
	text := l.in.Value()
	if text == "" {
		c.Field(0, 0, c.Width(), th.Dim, l.Placeholder)
	}
	if !focused {
		c.Wrap(0, 0, th.Text, text)
		return
	}
	l.Fit(c.Width(), c.Height())
	for y, row := range strings.Split(ansi.Strip(l.in.View()), "\n") {
		if text != "" {
			c.Text(0, y, th.Text, row)
		}
	}
	if at := l.in.Cursor(); at != nil {
		c.Cursor(min(at.X, c.Width()-1), at.Y)
	}
}

// Fit tells the text how wide and high its place is, so that Up and Down go by what is seen.
func (l *Long) Fit(width, height int) {
	if width < 1 || height < 1 || (width == l.in.Width() && height == l.in.Height()) {
		return
	}
	l.in.SetWidth(width)
	l.in.SetHeight(height)
}
