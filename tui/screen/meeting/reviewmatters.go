package meeting

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// What an annual review notes of each person besides (rules.md R38), behind the matters of every meeting.
const (
	adviceAsked = reminded + 1 + iota
	adviceHere
	adviceSent
	reportSent
)

func reviewMatters() []matter {
	return []matter{
		reviewMatter("Advice asked", "Those from outside, and who can't come, are asked in writing.",
			func(m *model.MeetingPerson) *model.Date { return &m.AdviceAsked }, Store.AskAdvice),
		reviewMatter("Advice here", "What is not here cannot be read by the others.",
			func(m *model.MeetingPerson) *model.Date { return &m.AdviceReceived }, Store.ReceiveAdvice),
		reviewMatter("Sent to all", "Fourteen days before the meeting everybody has what was written.",
			func(m *model.MeetingPerson) *model.Date { return &m.AdviceSentOn }, Store.SendAdviceOn),
		reviewMatter("Report", "All who were invited have the report within fourteen days, also those who did not come.",
			func(m *model.MeetingPerson) *model.Date { return &m.ReportSent }, Store.SendReport),
	}
}

// reviewForm begins the names of the drafts of their forms.
const reviewForm = "review matter: "

// matters are those that fit the meeting.
func (p *page) matters() []matter {
	if p.prep.Meeting.Kind != model.AnnualReview {
		return matters
	}
	return append(matters[:len(matters):len(matters)], reviewMatters()...)
}

// reviewMatter is a matter that is a day: it is noted for today, and changed in a small form.
func reviewMatter(title, why string, day func(*model.MeetingPerson) *model.Date,
	note func(s Store, ctx context.Context, people []int64, on model.Date) (view.Change, error)) matter {
	return matter{title: title, why: why,
		told: func(p *page, m model.MeetingPerson) string { return day(&m).Near(p.Today()) },
		note: func(s Store, ctx context.Context, m model.MeetingPerson, on model.Date, _ model.Channel) (view.Change, error) {
			return note(s, ctx, []int64{m.ID}, on)
		},
		open: func(p *page, m model.MeetingPerson) tea.Cmd { return p.reviewDay(title, m, day) },
	}
}

// reviewDay asks for the day of one matter; an empty day takes it back.
func (p *page) reviewDay(title string, m model.MeetingPerson, day func(*model.MeetingPerson) *model.Date) tea.Cmd {
	on := day(&m)
	if *on == "" {
		*on = p.Today()
	}
	return p.show(form.Spec{
		Title: title + ": " + p.nameOf(m), Name: reviewForm + title, Record: m.ID,
		Groups: form.Fields(widget.Date("On", on, p.days()).Past().Hint("empty: not yet")),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.SaveMeetingPerson(ctx, m) },
	})
}

// reviewChain are the dates of an annual review, each with how it was counted, and what the pupil's age
// brings (rules.md R34 to R39).
func (p *Prepare) reviewChain() []section {
	facts, is := p.prep.ReviewFacts(p.Today())
	if !is {
		return nil
	}
	chain := facts.Chain()
	dates := section{title: "The dates of this review"}
	if chain.CompleteBy != "" {
		dates.rows = append(dates.rows, said{text: "finished by " + chain.CompleteBy.Full() + ", with the council's decision; meet by " + chain.MeetBy.Short()})
	}
	if chain.Transfer != "" {
		dates.rows = append(dates.rows, said{text: facts.Pupil.Called() + " " + chain.Transfer})
	}
	for _, s := range chain.Steps {
		dates.rows = append(dates.rows, said{text: s.State.Glyph() + " " + s.What, note: s.Words(p.Today())})
		if s.Counted != "" && s.State != model.StepDone && s.State != model.StepPassed {
			dates.rows = append(dates.rows, said{text: indent, note: s.Counted})
		}
	}
	for _, note := range facts.Pupil.ReviewNotes(p.Today()) {
		dates.rows = append(dates.rows, said{text: note})
	}
	ticks := section{title: "Each person of this review"}
	for _, m := range facts.People {
		if m.PupilID == 0 && !m.Interpreter {
			ticks.rows = append(ticks.rows, said{text: p.nameOf(m), note: tickWords(m, p.Today())})
		}
	}
	return []section{dates, ticks}
}

// tickWords are what is noted of a person, in one line.
func tickWords(m model.MeetingPerson, today model.Date) string {
	var words []string
	for _, t := range m.ReviewTicks() {
		if said := t.Words(today); said != "" {
			words = append(words, said)
		}
	}
	if len(words) == 0 {
		return "nothing noted yet"
	}
	return strings.Join(words, " · ")
}
