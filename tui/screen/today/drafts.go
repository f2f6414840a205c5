package today

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
	"kettle/tui/theme"
)

// unfinished says of each kind of form what is unfinished, and where it goes on.
var unfinished = map[string]struct {
	words string
	open  func(p *Page, record int64) tea.Cmd
}{
	"contact":        {"a contact", func(_ *Page, id int64) tea.Cmd { return screen.Open(screen.NewContact, max(id, 0)) }},
	"meeting":        {"a meeting", func(_ *Page, id int64) tea.Cmd { return screen.Open(screen.NewMeeting, 0) }},
	promise.FormName: {"a follow-up", (*Page).goOnPromise},
}

// drafts are what somebody was typing and has neither kept nor thrown away.
func (p *Page) drafts() part {
	one := part{title: "Unfinished", column: people}
	for i, d := range p.page.Drafts {
		form, known := unfinished[d.Form]
		if !known {
			form.words = d.Form
		}
		one.items = append(one.items, item{
			key: itemKey{one.title, int64(i)}, about: "What you typed there is kept until you keep it or throw it away.", rows: 1,
			draw: func(c *canvas.Canvas) { p.drawDraft(c, form.words, d) },
			open: func() tea.Cmd {
				if form.open == nil {
					return screen.Say("Open the form again where you left it: what you typed is still in it.")
				}
				return form.open(p, d.Record)
			},
			whyNot: "Open it to go on, then keep it or throw it away.",
		})
	}
	return one
}

// goOnPromise opens the form again: a record below zero is a new promise of that family.
func (p *Page) goOnPromise(record int64) tea.Cmd {
	if record > 0 {
		return p.hands.Change(record)
	}
	return screen.Open(screen.NewFollowUp, -record)
}

func (p *Page) drawDraft(c *canvas.Canvas, what string, d view.DraftRow) {
	c.Text(0, 0, p.Theme.Info, theme.GlyphOpen+" "+canvas.Cut(d.At.Near(p.Today()), whenWidth-2))
	c.Text(whenWidth, 0, p.Theme.Text, canvas.Cut(what+draftWords(d), c.Width()-whenWidth-8))
	c.Right(c.Width()-1, 0, p.Theme.Dim, "go on")
}

// draftWords are the longest text of a draft: what it is about.
func draftWords(d view.DraftRow) string {
	longest := ""
	for _, text := range d.Body {
		if len(text) > len(longest) || len(text) == len(longest) && text < longest {
			longest = text
		}
	}
	if longest == "" {
		return ""
	}
	return ": " + strings.Join(strings.Fields(longest), " ")
}
