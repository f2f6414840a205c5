package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// Days is what a date field reads dates with.
type Days struct {
	Today    model.Date
	Calendar *model.Calendar
}

// DateOf is a field for a date as people type it: "next tue", "24/11", "half term". Up and Down go by
// a day, and a small calendar shows where it falls.
type DateOf struct {
	named
	line   *Line
	days   Days
	past   bool
	birth  bool
	when   bool // a time may follow
	needed string
	store  func(model.Date, model.Clock)
}

// Date is a field for a date that lies ahead.
func Date(label string, to *model.Date, days Days) *DateOf {
	return newDate(label, dateText(*to), days, func(d model.Date, _ model.Clock) { *to = d })
}

// Moment is a field for a date with a time that lies ahead.
func Moment(label string, to *model.Moment, days Days) *DateOf {
	text := dateText(to.Date())
	if to.Clock() != "" {
		text += " " + string(to.Clock())
	}
	f := newDate(label, text, days, func(d model.Date, c model.Clock) { *to = model.At(d, c) })
	f.when = true
	return f
}

func newDate(label, text string, days Days, store func(model.Date, model.Clock)) *DateOf {
	f := &DateOf{named: named{label: label}, line: NewLine(text), days: days, store: store}
	f.line.Placeholder = "fri, 24/11, in 2 weeks"
	return f
}

func dateText(d model.Date) string {
	if d == "" {
		return ""
	}
	return d.Full()
}

// Past reads dates as lying behind.
func (f *DateOf) Past() *DateOf {
	f.past = true
	f.line.Placeholder = "yesterday, last fri, 24/11"
	return f
}

// Birth reads dates of birth.
func (f *DateOf) Birth() *DateOf {
	f.past, f.birth = true, true
	f.line.Placeholder = "14/03/2015"
	return f
}

// Needed makes the field complain, in these words, when it is left empty.
func (f *DateOf) Needed(words string) *DateOf { f.needed = words; return f }

// Hint shows what to type while the field is empty.
func (f *DateOf) Hint(words string) *DateOf { f.line.Placeholder = words; return f }

// Scope is that of dates.
func (f *DateOf) Scope() action.Scope { return action.DateField }

const calendarRows = 7

// Rows is one, with the calendar below while it has the cursor.
func (f *DateOf) Rows(width int, focused bool) int {
	if !focused || width < 40 || f.birth {
		return 1
	}
	return 1 + calendarRows
}

func (f *DateOf) parse() (model.Parsed, error) {
	o := model.DateOptions{Today: f.days.Today, Past: f.past, DOB: f.birth, Calendar: f.days.Calendar}
	if f.when {
		return model.ParseWhen(f.line.Text(), o)
	}
	return model.ParseDate(f.line.Text(), o)
}

func (f *DateOf) empty() bool { return strings.TrimSpace(f.line.Text()) == "" }

// Draw draws what is typed and what it means, and the calendar where there is room.
func (f *DateOf) Draw(c *canvas.Canvas, th *theme.Theme, focused bool) {
	p, err := f.parse()
	if !focused {
		c.Text(0, 0, th.Text, canvas.Cut(f.line.Text(), c.Width()))
		return
	}
	lineWidth := 24
	switch {
	case f.empty():
		lineWidth = c.Width()
	case c.Width() < 44: // room for what it means, too
		lineWidth = clamp(canvas.Width(f.line.Text())+1, 12, 24)
	}
	f.line.Draw(c.Sub(0, 0, min(lineWidth, c.Width()), 1), th, true)
	if f.empty() {
		p.Date = f.days.Today
	} else if err == nil {
		echo := "→ " + model.Echo(p.Date, f.days.Today, f.days.Calendar)
		if p.Clock != "" {
			echo += ", " + string(p.Clock)
		}
		c.Text(lineWidth+2, 0, th.Info, canvas.Cut(echo, c.Width()-lineWidth-2))
	}
	if (err == nil || f.empty()) && c.Height() > calendarRows {
		drawMonth(c.Rows(1, calendarRows), th, p.Date, f.days)
	}
}

// drawMonth draws the month of d, Monday first, with school days bright and others dim, and the
// terms beside it.
func drawMonth(c *canvas.Canvas, th *theme.Theme, d model.Date, days Days) {
	c.Text(0, 0, th.Dim, "Mo Tu We Th Fr Sa Su  "+d.Time().Format("January 2006"))
	first := d.AddDays(1 - d.Time().Day())
	at := first.Monday()
	for y := 1; y < calendarRows && at < first.AddMonths(1); y++ {
		for x := 0; x < 7; x++ {
			if at.Time().Month() == first.Time().Month() {
				drawDay(c, th, x*3, y, at, d, days)
			}
			at = at.AddDays(1)
		}
	}
	if days.Calendar != nil && c.Width() > 50 {
		c.Text(22, 2, th.Dim, days.Calendar.Week(d))
		c.Text(22, 3, th.Dim, canvas.Cut(days.Calendar.Note(d), c.Width()-22))
	}
}

func drawDay(c *canvas.Canvas, th *theme.Theme, x, y int, at, chosen model.Date, days Days) {
	style := th.Dim
	if days.Calendar != nil {
		if school, err := days.Calendar.IsSchoolDay(at); err == nil && school {
			style = th.Text
		}
	}
	if at == days.Today {
		style = th.Accent
	}
	c.Text(x, y, style, at.Time().Format("_2"))
	if at == chosen {
		c.Sub(x, y, 2, 1).Tint(0, th.Section)
	}
}

// Type types.
func (f *DateOf) Type(msg tea.KeyPressMsg) { f.line.Key(msg) }

// Paste pastes.
func (f *DateOf) Paste(s string) { f.line.Paste(s) }

// Act goes by a day.
func (f *DateOf) Act(id action.ID) bool {
	step := map[action.ID]int{action.DayEarlier: -1, action.DayLater: 1}[id]
	if step == 0 {
		return false
	}
	p, err := f.parse()
	if err != nil || f.empty() {
		p = model.Parsed{Date: f.days.Today.AddDays(-step)}
	}
	text := dateText(p.Date.AddDays(step))
	if p.Clock != "" {
		text += " " + string(p.Clock)
	}
	f.line.SetText(text)
	return true
}

// Text is what is typed.
func (f *DateOf) Text() string { return f.line.Text() }

// SetText puts a text back.
func (f *DateOf) SetText(s string) { f.line.SetText(s) }

// Check says why a text is no date.
func (f *DateOf) Check() string {
	if f.empty() {
		return f.needed
	}
	if _, err := f.parse(); err != nil {
		return err.Error()
	}
	return ""
}

// Store writes the date.
func (f *DateOf) Store() {
	if f.empty() {
		f.store("", "")
		return
	}
	if p, err := f.parse(); err == nil {
		f.store(p.Date, p.Clock)
	}
}
