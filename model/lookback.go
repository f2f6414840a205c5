package model

import "fmt"

// LookBack is a period in figures: what was said, promised and kept. The families are those with a
// pupil on roll.
type LookBack struct {
	Period
	Today Date

	Families     int
	Spoken       int // families in touch both ways
	Entries      int // of the log, those that count
	Tried        int // attempts without an answer
	GoodNews     int
	GoodNewsTo   int // families that had some
	Raised       int // worries
	RaisedSoon   int // of these, settled within five school days
	Settled      int
	OpenWorries  int // now
	Asked        int // questions that want an answer
	Answered     int
	Waiting      int // now
	Made         int // promises
	Kept         int
	KeptEarly    int
	KeptLate     int
	Dropped      int
	Late         int // at its end, or now
	Held         int // meetings
	NotHeld      int // cancelled or missed
	LinesMissing int // held, and no line is drawn yet
}

// Sentence is the period in one sentence: "61 families, 43 with good news, 9 promises late, 3 kept
// early."
func (l LookBack) Sentence() string {
	return fmt.Sprintf("%s, %d with good news, %s late, %d kept early.", counted(l.Families, "family", "families"), l.GoodNewsTo,
		counted(l.Late, "promise", "promises"), l.KeptEarly)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// LookBackPart is one part of the page: a heading and its lines.
type LookBackPart struct {
	Title string
	Lines []LookBackLine
}

// LookBackLine is one figure in words.
type LookBackLine struct {
	Words string
	About LookBackAbout
}

// LookBackAbout says what a line counts, so that it leads to its list.
type LookBackAbout string

// What lines count.
const (
	AboutLog      LookBackAbout = "log"
	AboutGoodNews LookBackAbout = "good news"
	AboutWorries  LookBackAbout = "worries"
	AboutReplies  LookBackAbout = "replies"
	AboutPromises LookBackAbout = "promises"
	AboutMeetings LookBackAbout = "meetings"
)

// Parts are the figures in words, part by part; what did not happen is left out where nobody waits
// for it.
func (l LookBack) Parts() []LookBackPart {
	over := l.To < l.Today
	parts := []LookBackPart{
		{"In touch", l.inTouch()},
		{"Promises", l.promises(over)},
		{"Worries and questions", l.worries()},
		{"Meetings", l.meetings()},
	}
	var all []LookBackPart
	for _, p := range parts {
		if len(p.Lines) > 0 {
			all = append(all, p)
		}
	}
	return all
}

func (l LookBack) inTouch() []LookBackLine {
	lines := []LookBackLine{
		{fmt.Sprintf("%d of %s spoken with, %s", l.Spoken, counted(l.Families, "family", "families"), counted(l.Entries, "entry", "entries")), AboutLog},
		{fmt.Sprintf("%d of %s had good news, %s in all", l.GoodNewsTo, counted(l.Families, "family", "families"), counted(l.GoodNews, "piece", "pieces")), AboutGoodNews},
	}
	if l.Tried > 0 {
		lines = append(lines, LookBackLine{counted(l.Tried, "attempt", "attempts") + " without an answer", AboutLog})
	}
	return lines
}

func (l LookBack) promises(over bool) []LookBackLine {
	when := "late now"
	if over {
		when = "late when it ended"
	}
	kept := fmt.Sprintf("%d kept", l.Kept)
	if l.KeptEarly > 0 {
		kept += fmt.Sprintf(", %d early", l.KeptEarly)
	}
	if l.KeptLate > 0 {
		kept += fmt.Sprintf(", %d late", l.KeptLate)
	}
	lines := []LookBackLine{{fmt.Sprintf("%d made", l.Made), AboutPromises}, {kept, AboutPromises}, {fmt.Sprintf("%d %s", l.Late, when), AboutPromises}}
	if l.Dropped > 0 {
		lines = append(lines, LookBackLine{fmt.Sprintf("%d dropped, with a reason", l.Dropped), AboutPromises})
	}
	return lines
}

func (l LookBack) worries() []LookBackLine {
	var lines []LookBackLine
	if l.Raised+l.Settled+l.OpenWorries > 0 {
		words := fmt.Sprintf("%s raised, %d settled, %d open now", counted(l.Raised, "worry", "worries"), l.Settled, l.OpenWorries)
		lines = append(lines, LookBackLine{words, AboutWorries})
	}
	if l.Raised > 0 {
		lines = append(lines, LookBackLine{fmt.Sprintf("%d of %d raised were settled within five school days", l.RaisedSoon, l.Raised), AboutWorries})
	}
	if l.Asked+l.Answered+l.Waiting > 0 {
		lines = append(lines, LookBackLine{fmt.Sprintf("%s asked, %d answered, %d waiting now", counted(l.Asked, "question", "questions"), l.Answered, l.Waiting), AboutReplies})
	}
	return lines
}

func (l LookBack) meetings() []LookBackLine {
	if l.Held+l.NotHeld == 0 {
		return nil
	}
	words := fmt.Sprintf("%d held", l.Held)
	if l.NotHeld > 0 {
		words += fmt.Sprintf(", %d cancelled or missed", l.NotHeld)
	}
	lines := []LookBackLine{{words, AboutMeetings}}
	if l.LinesMissing > 0 {
		lines = append(lines, LookBackLine{fmt.Sprintf("%d without a line drawn under it yet", l.LinesMissing), AboutMeetings})
	}
	return lines
}

// Sheet is the page on paper. It names nobody.
func (l LookBack) Sheet() Sheet {
	s := Sheet{Name: "lookback", Title: "The " + l.Name, Under: l.From.Full() + " to " + l.To.Full(), OnePage: true,
		Blocks: []Block{{Text: l.Sentence()}}}
	if l.Span != SpanWeek {
		s.Title = l.Name
	}
	for _, p := range l.Parts() {
		b := Block{Heading: p.Title}
		for _, line := range p.Lines {
			b.Items = append(b.Items, Capital(line.Words))
		}
		s.Blocks = append(s.Blocks, b)
	}
	return s
}
