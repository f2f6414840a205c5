package today

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// firstSteps stand in place of everything while there is no family yet: what to do first, each opened
// with Enter.
func (p *Page) firstSteps() part {
	one := part{title: "To begin with"}
	for i, step := range []struct {
		words, why string
		open       func() tea.Cmd
	}{
		{"Take in the office's list", "a CSV file from the school's system; you see everything before it is kept", opens(screen.Import)},
		{"Add the first family by hand", "its children, and who is there for them", p.newFamily},
		{"Enter the term dates", "so that “5 school days” and “before half term” are right", opens(screen.School)},
	} {
		one.items = append(one.items, item{
			key: itemKey{one.title, int64(i)}, about: step.words + ": " + step.why + ".", rows: 2,
			draw: func(c *canvas.Canvas) {
				c.Text(0, 0, p.Theme.Text, canvas.Cut(step.words, c.Width()))
				c.Text(2, 1, p.Theme.Dim, canvas.Cut(step.why, c.Width()-2))
			},
			open:   step.open,
			whyNot: "Open it with " + action.ByID(action.LineOpen).Keyname(false) + ".",
		})
	}
	return one
}

func opens(section screen.Kind) func() tea.Cmd {
	return func() tea.Cmd { return screen.Open(section, 0) }
}
