package output

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// TodayText is the page of the morning as plain text, for a terminal of 80 columns or a pipe.
func TodayText(v view.Today) string {
	t := &text{}
	t.line("%s", strings.TrimSuffix(v.Now.Date().Full()+" · "+v.Week, " · "))
	t.WriteString("\n")
	t.wrapped("", "", v.Greeting)
	today := v.Now.Date()
	t.datedList(counted("Promised", len(v.Promised.Lines), v.Promised.Open), promiseItems(v.Promised.Lines))
	t.datedList(counted("Waiting for an answer from us", len(v.Waiting.Lines), v.Waiting.All), questionItems(v.Waiting.Lines))
	t.datedList(counted("Going quiet", len(v.Quiet.Lines), v.Quiet.All), quietItems(v.Quiet.Lines))
	t.datedList(counted("Worries to settle", len(v.Worries.Lines), v.Worries.All), worryItems(v.Worries.Lines, today))
	t.datedList("Accounts of incidents", accountItems(v.Accounts))
	t.datedList("Meetings", meetingItems(v.Meetings, today))
	t.goodNews(v)
	t.datedList("Coming up", comingItems(v.Coming))
	t.datedList("Unfinished", draftItems(v.Drafts, today))
	return t.String()
}

// counted is a heading with how many of all are shown, when it is not all of them.
func counted(heading string, shown, all int) string {
	if shown >= all {
		return heading
	}
	return fmt.Sprintf("%s (%d of %d)", heading, shown, all)
}

// datedItem is a line that begins with a glyph and a date or a state, in a column of their own.
type datedItem struct{ glyph, when, what string }

// datedList is a heading with its items, nothing when there are none.
func (t *text) datedList(heading string, items []datedItem) {
	if len(items) == 0 {
		return
	}
	t.heading(heading)
	for _, i := range items {
		t.wrapped(fmt.Sprintf("  %s %-13s ", i.glyph, i.when), strings.Repeat(" ", 18), i.what)
	}
}

var dueGlyphs = map[model.DueGroup]string{model.DueLate: "!", model.DueToday: "●"}

func promiseItems(lines []view.PromiseLine) []datedItem {
	var items []datedItem
	for _, l := range lines {
		glyph := dueGlyphs[l.Group]
		if glyph == "" {
			glyph = "○"
		}
		what := l.What
		if l.DueAt != "" {
			what += ", by " + string(l.DueAt)
		}
		items = append(items, datedItem{glyph, l.When, what + " (" + l.Family + owner(l) + ")"})
	}
	return items
}

// owner names who owes it, when that is somebody else.
func owner(l view.PromiseLine) string {
	switch {
	case l.Whose == model.Mine:
		return ""
	case l.Who != "":
		return "; " + l.Who
	case l.Whose == model.OfFamily:
		return "; the family"
	}
	return "; a colleague"
}

func questionItems(lines []view.QuestionLine) []datedItem {
	var items []datedItem
	for _, l := range lines {
		words := l.Words
		if l.Theirs {
			words = "“" + words + "”"
		}
		glyph := l.Stage.Glyph()
		if l.Late {
			glyph = "!"
		}
		items = append(items, datedItem{glyph, l.Clock, l.Family + ": " + words + by(l.Channel)})
	}
	return items
}

func by(c model.Channel) string {
	if c == "" {
		return ""
	}
	return " (" + string(c) + ")"
}

func quietItems(lines []view.QuietLine) []datedItem {
	var items []datedItem
	for _, l := range lines {
		what := l.Family + ", usually " + l.Every
		if l.Words != "" {
			what += "; last: “" + l.Words + "”"
		}
		items = append(items, datedItem{l.Stage.Glyph(), l.Since, what + by(l.Channel)})
	}
	return items
}

func worryItems(lines []view.WorryLine, today model.Date) []datedItem {
	var items []datedItem
	for _, l := range lines {
		what := l.Family + ": " + l.What
		if l.FirstStep != "" {
			what += "; first step: " + l.FirstStep
		} else {
			what += "; no first step yet"
		}
		if l.Owner != "" {
			what += " (" + l.Owner + ")"
		}
		items = append(items, datedItem{"○", l.Raised.Date().Near(today), what})
	}
	return items
}

func meetingItems(lines []view.TodayMeeting, today model.Date) []datedItem {
	var items []datedItem
	for _, l := range lines {
		i := datedItem{" ", l.Start.Near(today), l.Family + ", " + string(l.Kind) + ": "}
		switch {
		case l.Over:
			i.glyph, i.what = "!", i.what+"over, draw a line under it"
		case l.Presses != "":
			i.what += fmt.Sprintf("ready %d of %d, %s", l.Ready, l.Of, l.Presses)
		default:
			i.what += fmt.Sprintf("ready %d of %d", l.Ready, l.Of)
		}
		items = append(items, i)
	}
	return items
}

func (t *text) goodNews(v view.Today) {
	g := v.GoodNews
	if g.Of == 0 {
		return
	}
	t.heading("Good news this half term")
	t.item("%d of %d families", g.Had, g.Of)
	if len(g.NoneYet) == 0 {
		return
	}
	classes := make([]string, len(g.NoneYet))
	for i, c := range g.NoneYet {
		classes[i] = fmt.Sprintf("%s %d", c.Class, c.N)
	}
	t.item("none yet: %s", strings.Join(classes, ", "))
}

func comingItems(lines []view.ComingUp) []datedItem {
	var items []datedItem
	for _, l := range lines {
		glyph := " "
		if l.Late {
			glyph = "!"
		}
		items = append(items, datedItem{glyph, l.On.Short(), l.What})
	}
	return items
}

func draftItems(rows []view.DraftRow, today model.Date) []datedItem {
	var items []datedItem
	for _, d := range rows {
		what := d.Form
		if d.Form == view.CaptureForm {
			what = "a contact: " + d.Body[view.CaptureLine]
		}
		items = append(items, datedItem{"○", d.At.Near(today), what})
	}
	return items
}
