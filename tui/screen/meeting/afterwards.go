package meeting

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/afterwards"
)

// What is asked after a meeting that was held, in the view at a glance: how it was for them, and after a
// hard one how staff looked after themselves.

// howItWas are the rows that open the questions afterwards. Of a debrief the screen says only that it
// was: a parent may see it.
func (p *Prepare) howItWas() []section {
	if p.prep.Meeting.Status != model.Held {
		return nil
	}
	them := section{"How was it for them?", p.howRows()}
	if !p.wasHard() {
		return []section{them}
	}
	m := p.prep.Meeting
	text, note := "Talk it over with somebody, and tell a leader", key(action.GlanceOpen)+" notes that you did"
	if m.DebriefWith != "" {
		text, note = "Talked over", ""
	}
	if m.LeaderTold != "" {
		note = "a leader knows"
	}
	return []section{them, {"And for you?", []said{{text: text, note: note, open: p.debrief}}}}
}

// wasHard reports whether staff are asked how they are.
func (p *Prepare) wasHard() bool { return model.WasHard(p.prep.Meeting, p.prep.AbuseThatDay) }

// howRows are how it was for each who is asked, and what was kept of all together.
func (p *Prepare) howRows() (rows []said) {
	m := p.prep.Meeting
	people := p.facts().AskedAfter()
	for _, one := range people {
		open := func() tea.Cmd { return p.howFor(one) }
		rows = append(rows, p.feltRows(p.nameOf(one)+": ", one.AskedHow, one.Felt, one.Feedback, open)...)
	}
	switch {
	case len(people) == 0:
		rows = p.feltRows("", m.FeedbackAsked, m.Felt, m.Feedback, p.feedback)
	case m.FeedbackAsked != "":
		rows = append(rows, p.feltRows("All together: ", m.FeedbackAsked, m.Felt, m.Feedback, nil)...)
	}
	return rows
}

// feltRows are what somebody answered, when they were asked, and their words below.
func (p *Prepare) feltRows(who string, asked model.Date, felt model.Felt, words string, open func() tea.Cmd) []said {
	text, note := "not asked yet", key(action.GlanceOpen)+" enters what they say"
	if asked != "" {
		text, note = "asked, nothing said yet", "asked "+asked.Near(p.Today())
	}
	if felt != model.FeltNotSaid {
		text = string(felt)
	}
	if who == "" {
		text = strings.ToUpper(text[:1]) + text[1:]
	}
	rows := []said{{text: who + text, note: note, open: open}}
	if words != "" {
		rows = append(rows, said{text: "“" + words + "”"})
	}
	return rows
}

// howFor asks one person how it was for them.
func (p *page) howFor(m model.MeetingPerson) tea.Cmd {
	return screen.Show(afterwards.HowFor(p.Env, p.store, p.id, m.ID))
}

func (p *Prepare) feedback() tea.Cmd { return screen.Show(afterwards.Feedback(p.Env, p.store, p.id)) }

func (p *Prepare) debrief() tea.Cmd { return screen.Show(afterwards.Debrief(p.Env, p.store, p.id)) }
