package meeting

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// The letters of a meeting, in the view at a glance: there they are opened, to be read, copied and
// marked as sent.

// letters are those of the meeting, with what became of them.
func (p *Prepare) letters() []section {
	letters := section{title: "Letters"}
	for _, l := range p.prep.Letters {
		note := "not sent yet"
		if l.Sent != "" {
			note = theme.GlyphDone + " sent " + sentOn(l.Sent, l.SentBy, p.Today())
		}
		kind := string(l.Kind)
		words := strings.ToUpper(kind[:1]) + kind[1:] + " to " + p.prep.Reader(l.Reader()).Formal()
		letters.rows = append(letters.rows, said{text: words, note: note, letter: l.ID})
	}
	return []section{letters}
}

// toLetters selects the first letter that waits to be sent, else the first question that is asked
// afterwards.
func (p *Prepare) toLetters() {
	waiting := map[int64]bool{}
	for _, l := range p.prep.Letters {
		waiting[l.ID] = l.Sent == ""
	}
	rows := p.glanceLines(p.Width)
	p.list.SetTotal(len(rows))
	at := slices.IndexFunc(rows, func(r said) bool { return waiting[r.letter] })
	if at < 0 {
		at = slices.IndexFunc(rows, func(r said) bool { return r.open != nil })
	}
	p.list.Select(max(at, 0))
}

func (p *Prepare) selectedLetter() int64 {
	rows, at := p.glanceLines(p.Width), p.list.At()
	if !p.glance || at < 0 || at >= len(rows) {
		return 0
	}
	return rows[at].letter
}

// opens is what the selected row opens: a letter, or a question that is asked afterwards.
func (p *Prepare) opens() func() tea.Cmd {
	rows, at := p.glanceLines(p.Width), p.list.At()
	switch {
	case !p.glance || at < 0 || at >= len(rows):
		return nil
	case rows[at].letter != 0:
		return func() tea.Cmd { return screen.Open(screen.Letter, rows[at].letter) }
	}
	return rows[at].open
}

func (p *Prepare) whyNoLetter() string {
	if p.opens() == nil {
		return "Only a letter, or how it was, can be opened here: go to one first. " + key(action.GlanceBack) + " goes to the preparation."
	}
	return ""
}

func (p *Prepare) openSaid() tea.Cmd { return p.opens()() }
