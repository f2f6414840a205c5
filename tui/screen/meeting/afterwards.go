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
	them := section{"How was it for them?", []said{{text: p.feltWords(), note: p.askedWords(), open: p.feedback}}}
	if text := p.prep.Meeting.Feedback; text != "" {
		them.rows = append(them.rows, said{text: "“" + text + "”"})
	}
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

func (p *Prepare) feltWords() string {
	switch m := p.prep.Meeting; {
	case m.Felt != model.FeltNotSaid:
		return strings.ToUpper(string(m.Felt[:1])) + string(m.Felt[1:])
	case m.FeedbackAsked != "":
		return "Asked, nothing said yet"
	}
	return "Not asked yet"
}

func (p *Prepare) askedWords() string {
	if on := p.prep.Meeting.FeedbackAsked; on != "" {
		return "asked " + on.Near(p.Today())
	}
	return key(action.GlanceOpen) + " enters what they say"
}

func (p *Prepare) feedback() tea.Cmd { return screen.Show(afterwards.Feedback(p.Env, p.store, p.id)) }

func (p *Prepare) debrief() tea.Cmd { return screen.Show(afterwards.Debrief(p.Env, p.store, p.id)) }
