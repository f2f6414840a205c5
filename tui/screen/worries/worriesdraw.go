package worries

import (
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var worryColumns = widget.Columns{{Width: 17}, {Width: 26, Grow: 3}, {Width: 11, From: 64}}

// Draw draws the part that is shown.
func (l *List) Draw(c *canvas.Canvas) {
	summary, empty := counted(l.total, l.window.asleep, "worry open", "worries open"),
		[]string{"No worry is open.", "One that a family raises is logged with c as a concern: it comes here until it is settled."}
	if l.past {
		summary = counted(l.total, 0, "settled in the last year", "settled in the last year")
		empty = []string{"No worry was settled in the last year."}
	}
	l.paint(c, picture[view.WorryRow]{summary: summary, above: l.said(), empty: empty, draw: l.drawRow, title: worryTitle, facts: l.facts})
}

// said is how early worries were settled: "raised Monday, solved by Friday" (practice 11).
func (l *List) said() []string {
	if !l.counts {
		return nil
	}
	half := l.figures.HalfTerm.Words("this half term")
	if !l.Calendar().HasTerms() || l.figures.Week.Raised == 0 {
		return []string{half}
	}
	return []string{half, l.figures.Week.Words("this week")}
}

func (l *List) drawRow(row *canvas.Canvas, r view.WorryRow) {
	cells, th := worryColumns.Lay(row.Width()-1), l.Theme
	glyph, style := theme.GlyphOpen, th.Text
	when := r.Stands.OpenWords()
	switch {
	case r.Settled != "":
		glyph, style, when = theme.GlyphDone, th.Good, "in "+r.Stands.OpenWords()
		if r.Stands.DaysOpen == 0 {
			when = "the same day"
		}
	case r.Asleep != "":
		glyph, style, when = theme.GlyphLeftOut, th.Dim, "until "+r.Asleep.Near(l.Today())
	case r.Stands.StepLate:
		glyph, style = theme.GlyphAsk, th.Late
	case r.SteppedOn != "":
		glyph, style = "◐", th.Warn
	}
	row.Text(0, 0, style, glyph)
	row.Text(2, 0, style, canvas.Cut(when, cells[0].Width-2))
	what := cells[1]
	used := row.Text(what.X, 0, th.Text, canvas.Cut(r.Family+": "+worryWords(r), what.Width))
	if room := what.Width - used - 2; room > 12 {
		row.Text(what.X+used+2, 0, th.Dim, canvas.Cut(behind(r), room))
	}
	owner := r.Owner
	if owner == "" && r.Settled == "" {
		owner = "nobody yet"
	}
	cells[2].Text(row, 0, th.Dim, owner)
}

// behind is what stands dimly behind a worry: what it grew into, how it was settled, its first step.
func behind(r view.WorryRow) string {
	switch {
	case r.Settled != "":
		return model.HowSettled(r.Note)
	case r.MeetingID != 0:
		return "meeting " + strings.TrimSpace(meetingOn(r))
	}
	return r.Stands.Step
}

func meetingOn(r view.WorryRow) string {
	if r.MeetingAt == "" {
		return "planned, no time yet"
	}
	return r.MeetingAt.Date().Short()
}

func worryTitle(r view.WorryRow) (what, whose string) { return worryWords(r), r.Family }

func (l *List) facts(r view.WorryRow) []fact {
	today := l.Today()
	raised := strings.TrimSpace(r.At.Date().Short()+" "+r.Channel.How()) + ", " + openFor(r)
	owner := r.Owner
	if owner == "" {
		owner = "nobody yet: who takes it?"
	}
	step := r.Stands.Step
	if r.FirstStep != "" {
		step += ": " + r.FirstStep
	}
	settled := ""
	if r.Settled != "" {
		settled = strings.TrimSuffix(r.Settled.Near(today)+": "+model.HowSettled(r.Note), ": ")
		step = r.FirstStep
	}
	meeting := ""
	if r.MeetingID != 0 {
		meeting = meetingOn(r) + ", raised " + r.At.Date().Short() + "; " + name(action.WorryMeet) + " opens it"
	}
	return known(
		fact{"raised", raised, false}, fact{"who", owner, r.Owner == "" && r.Settled == ""}, fact{"taken", r.TriageWords(), false},
		fact{"first step", step, r.Stands.StepLate}, fact{"they said", quoted(r.Words), false}, fact{"might need", r.Need, false},
		fact{"would like", r.Wish, false}, fact{"meeting", meeting, false}, fact{"settled", settled, false},
		fact{"asleep", asleepWords(r.Asleep, today), false})
}

func openFor(r view.WorryRow) string {
	switch {
	case r.Settled != "" && r.Stands.DaysOpen == 0:
		return "settled the same day"
	case r.Settled != "":
		return "settled in " + r.Stands.OpenWords()
	case r.Stands.DaysOpen == 0:
		return "open since today"
	}
	return "open " + r.Stands.OpenWords()
}
