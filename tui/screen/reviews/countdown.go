package reviews

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var dateColumns = widget.Columns{
	{Title: "Pupil", Width: 16, Grow: 2},
	{Title: "Class", Width: 5, From: 64},
	{Title: "Next step", Width: 19, Grow: 1},
	{Title: "By", Width: 12},
	{Title: "Still", Width: 15, From: 76},
}

const (
	whoCell = iota
	yearCell
	stepCell
	byCell
	stillCell
)

// drawDates draws the pupils with the next step of each.
func (p *Page) drawDates(c *canvas.Canvas) {
	cells := dateColumns.Lay(c.Width() - 2)
	if narrow := c.Width(); narrow < 76 && narrow >= 56 { // how long it is still matters more than the class
		columns := append(widget.Columns{}, dateColumns...)
		columns[yearCell].From, columns[stillCell].From = 200, 0
		columns[whoCell].Width, columns[stepCell].Width, columns[byCell].Width, columns[stillCell].Width = 10, 16, 11, 15
		cells = columns.Lay(c.Width() - 2)
	}
	dateColumns.Titles(c.Columns(1, c.Width()-2), 0, p.Theme.Dim, cells)
	p.list.Draw(c.Rows(1, c.Height()-1), p.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		if at := i - p.offset; at >= 0 && at < len(p.dates) {
			p.drawReview(row, cells, p.dates[at])
		}
	}, func() tea.Cmd { return screen.Run(action.ReviewOpen) })
}

func (p *Page) drawReview(row *canvas.Canvas, cells []widget.Cell, r pupilReview) {
	th := p.Theme
	cells[whoCell].Text(row, 0, th.Strong, pupilName(r.Pupil))
	cells[yearCell].Text(row, 0, th.Dim, firstOf(r.Pupil.Class, r.Pupil.Year.Short()))
	switch {
	case len(r.chain.Steps) == 0:
		cells[stepCell].Text(row, 0, th.Warn, theme.GlyphAsk+" day not known")
	case !r.open:
		cells[stepCell].Text(row, 0, th.Good, theme.GlyphDone+" "+endWords(r))
	default:
		style := p.stepStyle(r.next.State)
		cells[stepCell].Text(row, 0, style, r.next.State.Glyph()+" "+stepWords(r))
		cells[byCell].Text(row, 0, style, r.next.Due.Near(p.Today()))
		cells[stillCell].Text(row, 0, style, p.World.Calendar(r.Pupil.SchoolID).SchoolWeeks(p.Today(), r.next.Due))
	}
}

// stepWords are the next step in few words; while there is no meeting, the first step is to plan one.
func stepWords(r pupilReview) string {
	if r.Meeting.ID == 0 {
		return "no meeting yet"
	}
	return strings.TrimPrefix(r.next.ID.Short(), "review ")
}

func endWords(r pupilReview) string {
	if r.Meeting.CouncilDecision == model.CeasesPlan {
		return "the plan ends"
	}
	return "all done"
}

func (p *Page) stepStyle(s model.StepState) canvas.Style {
	switch s {
	case model.StepDone:
		return p.Theme.Good
	case model.StepLate:
		return p.Theme.Late
	case model.StepDue:
		return p.Theme.Warn
	case model.StepAhead:
		return p.Theme.Text
	}
	return p.Theme.Dim
}

// drawSteps draws the whole chain of the selected review: beside the list with how each day was counted,
// below it a line for each step, without those that are done where there is little room.
func (p *Page) drawSteps(c *canvas.Canvas, beside bool) {
	r := p.selectedReview()
	if r.Pupil.ID == 0 {
		return
	}
	if !beside {
		c.Rule(0, p.Theme.Rule)
		p.drawShort(c.Sub(1, 1, c.Width()-2, c.Height()-1), r)
		return
	}
	for y := range c.Height() {
		c.Text(0, y, p.Theme.Rule, "│")
	}
	c = c.Columns(2, c.Width()-3)
	y := p.drawHead(c, r)
	for _, s := range r.chain.Steps {
		style := p.stepStyle(s.State)
		c.Text(0, y, style, s.State.Glyph())
		words := s.Words(p.Today())
		used := c.Text(2, y, p.Theme.Text, canvas.Cut(s.What, c.Width()-2))
		if used+4+canvas.Width(words) <= c.Width() {
			c.Right(c.Width(), y, style, words)
		} else {
			y++
			c.Text(2, y, style, words)
		}
		y++
		if s.Counted != "" && s.State != model.StepDone && s.State != model.StepPassed {
			y += c.Rows(y, c.Height()-y).Columns(2, c.Width()-2).Wrap(0, 0, p.Theme.Dim, s.Counted)
		}
	}
}

// drawHead draws by when the review is to be finished, where the pupil moves to, and what the age brings.
func (p *Page) drawHead(c *canvas.Canvas, r pupilReview) int {
	c.Text(0, 0, p.Theme.Strong, canvas.Cut(pupilName(r.Pupil)+" · "+r.Family, c.Width()))
	y := 1
	for _, line := range p.headLines(r) {
		y += c.Rows(y, c.Height()-y).Wrap(0, 0, p.Theme.Dim, line)
	}
	return y + 1
}

func (p *Page) headLines(r pupilReview) []string {
	var lines []string
	if r.chain.CompleteBy != "" {
		lines = append(lines, "This year's review is to be finished by "+r.chain.CompleteBy.Full()+", with the council's decision.")
	} else {
		lines = append(lines, "The day of the plan, or of the last decision, is not known: it stands on the child's page.")
	}
	if r.chain.Transfer != "" {
		lines = append(lines, r.Pupil.Called()+" "+r.chain.Transfer+".")
	}
	if r.chain.NoTerms {
		lines = append(lines, "The term dates do not reach that far: the days are not school days for sure.")
	}
	return append(lines, r.Pupil.ReviewNotes(p.Today())...)
}

// firstShown is the step from which on there is room for so many: the first that is not behind us, unless
// the next one would not be seen.
func firstShown(steps []model.ReviewStep, next model.StepID, room int) int {
	open := func(s model.ReviewStep) bool { return s.State != model.StepDone && s.State != model.StepPassed }
	first := max(slices.IndexFunc(steps, open), 0)
	at := slices.IndexFunc(steps, func(s model.ReviewStep) bool { return s.ID == next })
	return max(min(max(first, at-room+1), len(steps)-room), 0)
}

// drawShort draws one line a step.
func (p *Page) drawShort(c *canvas.Canvas, r pupilReview) {
	steps := r.chain.Steps
	if len(steps) == 0 {
		c.Wrap(0, 0, p.Theme.Dim, p.headLines(r)[0])
		return
	}
	steps = steps[firstShown(steps, r.next.ID, c.Height()):]
	for y, s := range steps[:min(len(steps), c.Height())] {
		style := p.stepStyle(s.State)
		c.Text(0, y, style, s.State.Glyph())
		at := c.Right(c.Width(), y, style, canvas.Cut(s.Words(p.Today()), c.Width()/2))
		c.Text(2, y, p.Theme.Text, canvas.Cut(s.What, max(at-4, 0)))
	}
	if room := c.Height() - len(steps); room > 0 {
		c.Rows(len(steps), room).Wrap(0, 0, p.Theme.Dim, p.headLines(r)[len(p.headLines(r))-1])
	}
}
