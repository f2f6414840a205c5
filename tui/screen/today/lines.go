package today

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen/promise"
	"kettle/tui/theme"
)

// whenWidth is the column of glyph and date; endWidth is what the word at the right edge may take.
const (
	whenWidth = 16
	endWidth  = 12
)

// line draws a line of the left column: when, what, something dim behind it, and a word at the end.
func (p *Page) line(c *canvas.Canvas, style canvas.Style, glyph, when, what, behind, end string) {
	c.Text(0, 0, style, glyph)
	c.Text(2, 0, style, canvas.Cut(when, whenWidth-3))
	right := c.Right(c.Width()-1, 0, p.Theme.Dim, canvas.Cut(end, endWidth))
	room := max(right-1-whenWidth, 0)
	used := c.Text(whenWidth, 0, p.Theme.Text, canvas.Cut(what, room))
	if room-used-2 > 6 {
		c.Text(whenWidth+used+2, 0, p.Theme.Dim, canvas.Cut(behind, room-used-2))
	}
}

func (p *Page) drawPromise(c *canvas.Canvas, l view.PromiseLine) {
	glyph, style := promise.Mark(p.Theme, l.Group)
	what := l.What
	if l.DueAt != "" {
		what += ", by " + string(l.DueAt)
	}
	p.line(c, style, glyph, l.When, what, l.Family, promise.WhoseWords(l.Whose, l.Who))
}

func (p *Page) drawQuestion(c *canvas.Canvas, l view.QuestionLine) {
	words := l.Words
	if l.Theirs {
		words = "“" + words + "”"
	}
	glyph, style := l.Stage.Glyph(), p.stageStyle(l.Stage)
	if l.Late {
		glyph, style = theme.GlyphAsk, p.Theme.Late
	}
	p.line(c, style, glyph, l.Clock, l.Family+": "+words, "", string(l.Channel))
}

func (p *Page) drawQuiet(c *canvas.Canvas, l view.QuietLine) {
	behind := "usually " + l.Every
	if l.Words != "" {
		behind = "last: “" + l.Words + "”, " + behind
	}
	p.line(c, p.stageStyle(l.Stage), l.Stage.Glyph(), l.Since, l.Family, behind, string(l.Channel))
}

func (p *Page) drawWorry(c *canvas.Canvas, l view.WorryLine) {
	glyph, behind := "○", "no first step yet"
	if l.FirstStep != "" {
		glyph, behind = "◐", "first step taken"
	}
	p.line(c, p.Theme.Warn, glyph, "raised "+raisedOn(l.Raised.Date(), p.Today()), l.Family+": "+l.What, behind, l.Owner)
}

// raisedOn is a day within the last week by its weekday alone, so that it fits its column.
func raisedOn(d, today model.Date) string {
	switch n := d.DaysUntil(today); {
	case n == 0:
		return "today"
	case n < 7:
		return d.Weekday().String()[:3]
	}
	return d.Time().Format("2 Jan")
}

func (p *Page) stageStyle(s model.Stage) canvas.Style {
	switch {
	case s >= model.StagePast:
		return p.Theme.Late
	case s >= model.StageHalf:
		return p.Theme.Warn
	}
	return p.Theme.Dim
}

const startWidth = 13

// drawMeeting draws when and who, the bar of its readiness, and what presses.
func (p *Page) drawMeeting(c *canvas.Canvas, l view.TodayMeeting) {
	c.Text(0, 0, p.Theme.Strong, canvas.Cut(startWords(l.Start, p.Today()), startWidth-1))
	c.Text(startWidth, 0, p.Theme.Text, canvas.Cut(l.Family+" · "+string(l.Kind), c.Width()-startWidth-1))
	if l.Over {
		c.Text(startWidth, 1, p.Theme.Warn, canvas.Cut(theme.GlyphAsk+" over: draw a line under it", c.Width()-startWidth))
		return
	}
	if l.Of == 0 { // how ready it is comes in a moment
		return
	}
	bar := min(max(c.Width()-startWidth-11, 4), 20)
	c.Bar(startWidth, 1, bar, l.Ready, l.Of, p.Theme.Good, p.Theme.Empty)
	c.Right(c.Width()-1, 1, p.Theme.Dim, fmt.Sprintf("%d of %d", l.Ready, l.Of))
	if l.Presses == "" {
		return
	}
	glyph := theme.GlyphOpen
	if l.Asks {
		glyph = theme.GlyphAsk
	}
	c.Text(startWidth, 2, p.Theme.Warn, canvas.Cut(glyph+" "+l.Presses, c.Width()-startWidth))
}

// startWords are when a meeting is, short enough for its column: "today 15:30", "Thu 09:00"; of one
// that was, or is further off, the day alone.
func startWords(start model.Moment, today model.Date) string {
	switch n := today.DaysUntil(start.Date()); {
	case n == 0:
		return start.Near(today)
	case n > 0 && n < 7:
		return strings.TrimSpace(start.Date().Weekday().String()[:3] + " " + string(start.Clock()))
	}
	return start.Date().Near(today)
}

// drawGoodNews draws how many families have had some, and the classes with families that have not.
func (p *Page) drawGoodNews(c *canvas.Canvas) {
	if !p.page.Terms {
		c.Text(0, 0, p.Theme.Text, canvas.Cut("The term dates are not known yet.", c.Width()))
		c.Text(0, 1, p.Theme.Dim, canvas.Cut("With them it counts who has had good news this half term.", c.Width()))
		return
	}
	g := p.page.GoodNews
	count := fmt.Sprintf("%d of %d", g.Had, g.Of)
	c.Bar(0, 0, max(min(c.Width()-canvas.Width(count)-3, 36), 4), g.Had, g.Of, p.Theme.Good, p.Theme.Empty)
	c.Right(c.Width()-1, 0, p.Theme.Text, count)
	if g.Had >= g.Of {
		c.Text(0, 1, p.Theme.Good, theme.GlyphDone+" every family has had some")
		return
	}
	x := c.Text(0, 1, p.Theme.Dim, "none yet  ")
	for i, class := range g.NoneYet {
		n := fmt.Sprint(" ", class.N)
		if x+3+canvas.Width(class.Class+n) > c.Width() {
			return
		}
		if i > 0 {
			x += c.Text(x, 1, p.Theme.Dim, " · ")
		}
		x += c.Text(x, 1, p.Theme.Strong, class.Class)
		x += c.Text(x, 1, p.Theme.Dim, n)
	}
}

// drawTurn draws whose turn for good news it is today.
func (p *Page) drawTurn(c *canvas.Canvas) {
	x := c.Text(0, 0, p.Theme.Dim, "their turn  ")
	x += c.Text(x, 0, p.Theme.Strong, fmt.Sprint(p.page.GoodNews.TurnAll)) + 1
	right := c.Right(c.Width()-1, 0, p.Theme.Dim, "walk through")
	c.Text(x, 0, p.Theme.Text, canvas.Cut(turnWords(p.page.GoodNews), right-x-1))
}

// turnWords name the families whose turn it is, the first of them.
func turnWords(g view.GoodNews) string {
	var names []string
	for _, t := range g.Turn {
		names = append(names, t.Family)
	}
	if g.TurnAll > len(names) {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

func (p *Page) drawComing(c *canvas.Canvas, l view.ComingUp) {
	style := p.Theme.Dim
	when := l.On.Short()
	if l.Late {
		style, when = p.Theme.Late, theme.GlyphAsk+" "+l.On.Time().Format("2 Jan")
	}
	c.Text(0, 0, style, canvas.Cut(when, startWidth-1))
	c.Text(startWidth, 0, p.Theme.Text, canvas.Cut(l.What, c.Width()-startWidth))
}
