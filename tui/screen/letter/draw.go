package letter

import (
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
)

const (
	letterWide = 84 // at most, with its border
	besideFrom = 118
	besideWide = 34
)

// Draw draws the letter as it is read, and beside it or below it what to look at.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	p.drawHead(c)
	if p.wall != "" {
		below := 4 + c.Wrap(2, 3, p.Theme.Warn, theme.GlyphWall+" "+p.wall)
		if p.letter.Body == "" {
			return
		}
		c = c.Rows(below-3, c.Height()-below+3)
	}
	width := min(c.Width()-4, letterWide)
	beside := c.Width() >= besideFrom
	if beside {
		p.drawAdvice(c.Sub(width+4, 3, c.Width()-width-6, c.Height()-4))
	}
	text := p.letter.Body
	if p.words {
		text = strings.Join(p.advice(), "\n\n")
	}
	p.lines = canvas.WrapText(text, width-4)
	box := c.Sub(2, 3, width, min(len(p.lines)+2, c.Height()-5))
	p.drawLines(box)
	c.Text(4, 3+box.Height(), p.Theme.Dim, canvas.Cut(p.reading.Summary(), c.Width()-5))
	c.Text(4, 4+box.Height(), p.Theme.Dim, p.more(len(p.lines)-max(p.list.At(), 0)-(box.Height()-2), beside))
}

// more says what is not on the screen.
func (p *Page) more(below int, beside bool) string {
	var said []string
	if below > 0 {
		said = append(said, fmt.Sprintf("%d more lines below", below))
	}
	if !beside && !p.words && p.hasAdvice() {
		said = append(said, action.ByID(action.LetterWords).Keyname(false)+" shows what to look at")
	}
	return strings.Join(said, " · ")
}

func (p *Page) drawHead(c *canvas.Canvas) {
	th := p.Theme
	x := 1 + c.Text(1, 1, th.Dim, "Letter › ")
	x += c.Text(x, 1, th.Strong, string(p.letter.Kind)+" to "+canvas.Cut(p.to.Formal(), 30))
	if p.to.LargePrint == model.Yes {
		x += c.Text(x, 1, th.Info, "  in large print")
	}
	state := "not sent yet"
	switch {
	case p.letter.Sent != "":
		state = theme.GlyphDone + " sent " + p.letter.Sent.Near(p.Today()) + ", " + string(p.letter.SentBy)
	case p.wall != "":
		state = ""
	case p.letter.ID == 0:
		state = "not sent yet, written just now"
	}
	if at := c.Width() - 1 - canvas.Width(state); at > x {
		c.Text(at, 1, th.Dim, state)
	}
}

// drawLines draws the letter from where it is read on, with the words to look at and the beginnings of
// long sentences marked.
func (p *Page) drawLines(box *canvas.Canvas) {
	form.Border(box, p.Theme, "")
	in := box.Sub(2, 1, box.Width()-4, box.Height()-2)
	p.list.SetTotal(max(len(p.lines)-in.Height(), 0) + 1)
	p.list.SetHeight(in.Height())
	for y := range in.Height() {
		if at := p.list.At() + y; at < len(p.lines) {
			in.Text(0, y, p.Theme.Text, p.lines[at])
			p.mark(in, y, p.lines[at])
			if p.longBegins(p.lines[at]) {
				box.Text(1, y+1, p.Theme.Warn, theme.GlyphAsk)
			}
		}
	}
}

// mark draws the words of the trade in a line once more, in the colour of what asks.
func (p *Page) mark(in *canvas.Canvas, y int, line string) {
	if p.words {
		return
	}
	for _, w := range p.reading.Words {
		if at := strings.Index(line, w.Word); at >= 0 {
			in.Text(canvas.Width(line[:at]), y, p.Theme.Warn, w.Word)
		}
	}
}

// longBegins reports whether a long sentence begins in a line.
func (p *Page) longBegins(line string) bool {
	return !p.words && slices.ContainsFunc(p.reading.LongSentences, func(l model.LongSentence) bool {
		words := strings.Fields(l.Text)
		return strings.Contains(line, strings.Join(words[:min(len(words), 2)], " "))
	})
}

func (p *Page) hasAdvice() bool {
	return len(p.reading.Words)+len(p.reading.LongSentences)+len(p.notes) > 0
}

// advice are the words to look at with plain ones, the long sentences with their place, and what was
// left out of the letter.
func (p *Page) advice() []string {
	var advice []string
	for _, w := range p.reading.Words {
		advice = append(advice, "“"+w.Word+"” in plain words: "+w.Plain)
	}
	for _, l := range p.reading.LongSentences {
		words := strings.Fields(l.Text)
		advice = append(advice, l.Place()+": “"+strings.Join(words[:min(len(words), 5)], " ")+" …”")
	}
	advice = append(advice, p.notes...)
	if len(advice) == 0 {
		advice = append(advice, "No word of the trade, no long sentence.")
	}
	return advice
}

func (p *Page) drawAdvice(c *canvas.Canvas) {
	c = c.Columns(0, min(c.Width(), besideWide))
	c.Text(0, 0, p.Theme.Accent, "To look at")
	y := 2
	for _, a := range p.advice() {
		y += c.Wrap(0, y, p.Theme.Dim, a) + 1
	}
}
