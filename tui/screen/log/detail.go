package log

import (
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// headWords say of an entry what, how, with whom and by whom.
func (l *List) headWords(r view.JournalRow) string {
	parts := []string{r.At.Near(l.Today()), kindWord(r.Kind)}
	if r.Channel != "" {
		parts = append(parts, string(r.Channel))
	}
	if with := l.with(r); with != "" {
		parts = append(parts, "with "+with)
	}
	if r.Present != "" {
		parts = append(parts, "also "+strings.Join(strings.Fields(strings.ReplaceAll(r.Present, "\n", ", ")), " "))
	}
	if r.Reason != "" {
		parts = append(parts, string(r.Reason))
	}
	if r.By != "" {
		parts = append(parts, "noted by "+r.By)
	}
	return strings.Join(parts, " · ")
}

// afterWords say of an entry who knows of it, and what came of it.
func (l *List) afterWords(r view.JournalRow) string {
	var parts []string
	if shared := r.Sharing.Words(l.name); shared != "" {
		parts = append(parts, shared)
	}
	switch {
	case r.Settled != "":
		parts = append(parts, settledWord(r.Kind)+" "+r.Settled.Near(l.Today()))
	case r.Kind == model.Concern:
		parts = append(parts, "not settled yet")
	case r.Kind == model.Question:
		parts = append(parts, "not answered yet")
	}
	if r.Corrected {
		parts = append(parts, "corrected: the earlier text is kept")
	}
	return strings.Join(parts, " · ")
}

// settledWord is how an entry of a kind is done with.
func settledWord(k model.ContactKind) string {
	if k == model.Question {
		return "answered"
	}
	return "settled"
}

// drawBeside draws the selected entry in a column beside the list.
func (l *List) drawBeside(c *canvas.Canvas) {
	for y := range c.Height() {
		c.Text(0, y, l.Theme.Rule, "│")
	}
	r := l.selected()
	if r.ID == 0 {
		return
	}
	c = c.Columns(2, -1)
	c.Text(0, 0, l.Theme.Strong, canvas.Cut(r.Family, c.Width()))
	y := 1
	add := func(style canvas.Style, text string) {
		if text != "" && y < c.Height() {
			y += c.Rows(y, c.Height()-y).Wrap(0, 0, style, text)
		}
	}
	add(l.Theme.Dim, l.headWords(r))
	y++
	if r.Kind == model.PassedToDSL {
		add(l.Theme.Text, strings.TrimSuffix("Passed to the DSL: "+r.DSLTo, ": ")+". No note is kept here.")
		return
	}
	add(l.Theme.Text, r.Text)
	if r.Words != "" {
		add(l.Theme.Text, "“"+r.Words+"”")
	}
	y++
	add(l.Theme.Dim, l.afterWords(r))
}

// drawBelow draws the selected entry in a few lines below the list.
func (l *List) drawBelow(c *canvas.Canvas) {
	c.Rule(0, l.Theme.Rule)
	r := l.selected()
	if r.ID == 0 {
		return
	}
	c.Text(1, 1, l.Theme.Dim, canvas.Cut(l.headWords(r), c.Width()-2))
	text := r.Text
	if r.Words != "" {
		text = strings.TrimSpace(text + " “" + r.Words + "”")
	}
	if r.Kind == model.PassedToDSL {
		text = strings.TrimSuffix("Passed to the DSL: "+r.DSLTo, ": ") + ". No note is kept here."
	}
	lines := canvas.WrapText(text, c.Width()-2)
	const most = belowRows - 3
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = canvas.Cut(lines[most-1]+" …", c.Width()-2)
	}
	for i, line := range lines {
		c.Text(1, 2+i, l.Theme.Text, line)
	}
	style := l.Theme.Dim
	if len(r.Sharing.ToTell) > 0 {
		style = l.Theme.Warn
	}
	glyph := ""
	if len(r.Sharing.ToTell) > 0 {
		glyph = theme.GlyphOpen + " "
	}
	c.Text(1, belowRows-1, style, canvas.Cut(glyph+l.afterWords(r), c.Width()-2))
}
