package meeting

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/form"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/widget"
)

// The forms for what is put in words: purpose, opening, what they would like to talk about, views.

// purpose asks for one sentence, and offers the beginnings that the kind of meeting has.
func (p *Prepare) purpose() tea.Cmd {
	return p.edit("What is it for?", func(m *model.Meeting) form.Spec {
		return form.Spec{
			Name:   "meeting purpose",
			Intro:  "One sentence that the family would agree with.",
			Groups: form.Fields(meetingforms.PurposeField(&m.Purpose, func() []string { return model.TemplateOf(m.Kind).PurposesFor(p.prep.Pupils) })),
			Check:  func() string { return meetingforms.UnfinishedPurpose(m.Purpose) },
			About:  []string{"The beginnings below the line are only beginnings: take one with the arrow, then make it yours."},
		}
	})
}

// opening asks for the good thing to begin with, and offers what is known: the last good news, what
// the child is good at and loves.
func (p *page) opening() tea.Cmd {
	family, pupils := p.prep.Meeting.FamilyID, p.prep.Pupils
	ask := func(ctx context.Context) (any, error) {
		return p.store.FamilyContacts(ctx, family, meetingforms.NewestGood, 0)
	}
	return p.showLoading("Something good to begin with", ask, func(answer any) form.Spec {
		m := p.prep.Meeting
		log, _ := answer.([]model.Contact)
		return form.Spec{
			Title: "Something good to begin with", Name: "meeting opening", Record: p.id,
			Intro:  "Common ground is always the child. Down shows what is known.",
			Groups: form.Fields(meetingforms.OpeningField(&m.Opening, func() []string { return model.Openings(pupils, log) })),
			Keep:   func(ctx context.Context) (view.Change, error) { return p.store.SaveMeeting(ctx, m) },
		}
	})
}

// theirs asks when they were asked, and what they named.
func (p *Prepare) theirs() tea.Cmd {
	return p.edit("What would they like to talk about?", func(m *model.Meeting) form.Spec {
		if m.AskedTheirs == "" {
			m.AskedTheirs = p.Today()
		}
		return form.Spec{
			Name:  "meeting theirs",
			Intro: "What they name goes on the agenda, marked as theirs.",
			Groups: form.Fields(
				widget.Date("Asked on", &m.AskedTheirs, p.days()).Past(),
				widget.ListField("They named", splitLines(m.Theirs), nil, func(all []string) { m.Theirs = strings.Join(all, "\n") }).Hint("in their words, one a line"),
			),
		}
	})
}

// splitLines are the lines of a text that are not empty.
func splitLines(text string) []string {
	var lines []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// views asks for how the teacher, the family and the child see it (practices 17 and 39).
func (p *Prepare) views() tea.Cmd {
	return p.edit("Views beforehand", func(m *model.Meeting) form.Spec {
		return form.Spec{
			Name: "meeting views",
			Groups: form.Fields(
				widget.LongText("Class teacher", &m.TeacherView, 4).Hint("what goes well, what worries, what was tried"),
				widget.LongText("Family", &m.FamilyView, 4).Hint("what works at home, what they would like"),
				widget.LongText("Child", &m.PupilView, 4).Hint("in their own words"),
			),
			About: []string{"You are the balance between two views: seen side by side before you meet, they are easier to hear."},
		}
	})
}

// account asks when one account of what happened was agreed (practice 14).
func (p *Prepare) account() tea.Cmd {
	return p.edit("One agreed account", func(m *model.Meeting) form.Spec {
		return form.Spec{
			Name:   "meeting account",
			Intro:  "What happened, in the words everyone at school agreed on, before anyone tells the family.",
			Groups: form.Fields(widget.Date("Agreed on", &m.AccountAgreed, p.days()).Past()),
		}
	})
}

// story shows what the family told about before, to be read and ticked.
func (p *Prepare) story() tea.Cmd {
	var told []string
	for _, e := range p.prep.Entries {
		if e.Kind == model.TheirStory {
			told = append(told, e.On.Full()+": "+e.Text)
		}
	}
	if len(told) == 0 {
		told = []string{"Nothing is written down yet. Ask what school has been like for them so far, and listen."}
	}
	item, read := model.ItemID("why.story"), true
	return p.show(form.Spec{
		Title:  "Their story",
		Name:   "meeting story",
		Record: p.id,
		Intro:  strings.Join(told, "\n"),
		Groups: form.Fields(widget.YesNo("Read", &read)),
		Keep: func(ctx context.Context) (view.Change, error) {
			if read {
				return p.store.TickItem(ctx, p.id, item)
			}
			return p.store.ClearMark(ctx, p.id, item)
		},
	})
}
