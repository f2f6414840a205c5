package reviews

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// The names of the drafts of these forms; the record is the meeting.
const (
	recordForm = "SEN record"
	stepPrefix = "review step: "
)

func channels() []widget.Option {
	return append([]widget.Option{{Value: "", Words: "not said"}}, widget.Options(model.Channels)...)
}

func (p *Page) days(school int64) widget.Days {
	return widget.Days{Today: p.Today(), Calendar: p.World.Calendar(school)}
}

// giveRecord notes when and how the record went home (rules.md R33).
func (p *Page) giveRecord(r pupilTerms, c model.TermCell) tea.Cmd {
	on, by := c.Meeting.Record, c.Meeting.RecordBy
	if on == "" {
		on = p.Today()
	}
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "The record went home: " + r.Pupil.Called(), Name: recordForm, Record: c.Meeting.ID,
		Intro: "What was agreed, " + c.Words(p.Today()) + ": outcomes, action and support, given to the parents, each in their own right.",
		Groups: form.Fields(
			widget.Date("On", &on, p.days(r.Pupil.SchoolID)).Past().Needed("On which day was it given? today, fri, 24/11."),
			widget.Choice("By", &by, channels()),
		),
		Keep: func(ctx context.Context) (view.Change, error) { return p.store.GiveRecord(ctx, c.Meeting.ID, on, by) },
	}))
}

// stepForm marks a step of a review as done, with its day.
func (p *Page) stepForm(r pupilReview, id model.StepID) tea.Cmd {
	step := r.step(id)
	on := step.Done
	if on == "" {
		on = p.Today()
	}
	spec := form.Spec{Title: r.Pupil.Called() + ": " + id.Short(), Name: stepPrefix + string(id), Record: r.Meeting.ID, Intro: step.Counted + ".",
		About: []string{"It is written down where it belongs, each person's own day on the list of the meeting.", "Source: " + step.Source + "."}}
	day := widget.Date("On", &on, p.days(r.Pupil.SchoolID)).Past().Needed("On which day was it? today, fri, 24/11.")
	switch id {
	case model.StepDecision:
		decision := r.Meeting.CouncilDecision
		if decision == model.NoDecisionYet {
			decision = model.KeepsPlan
		}
		spec.Groups = form.Fields(day, widget.Choice("The council", &decision, widget.Options(model.CouncilDecisions)))
		spec.Keep = func(ctx context.Context) (view.Change, error) {
			return p.store.KeepCouncilDecision(ctx, r.Meeting.ID, on, decision)
		}
	case model.StepNotice:
		spec.Groups = form.Fields(day)
		spec.Keep = func(ctx context.Context) (view.Change, error) {
			return p.store.KeepAmendmentNotice(ctx, r.Meeting.ID, on)
		}
	case model.StepFinalPlan:
		spec.Groups = form.Fields(day)
		spec.Keep = func(ctx context.Context) (view.Change, error) { return p.store.KeepFinalPlan(ctx, r.Meeting.ID, on) }
	default:
		p.forPeople(&spec, r, id, day, &on)
	}
	return screen.Show(form.New(p.Env, p.store, spec))
}

// forPeople are the fields of a step that concerns each of several people: all of whom it is not noted
// are ticked, and can be left out.
func (p *Page) forPeople(spec *form.Spec, r pupilReview, id model.StepID, day widget.Field, on *model.Date) {
	var by model.Channel
	var options []widget.Option
	var ticked []string
	for _, m := range r.Facts(p.Today(), p.World).Lacking(id) {
		options = append(options, widget.IDOption(m.ID, m.Name, m.Role))
		ticked = append(ticked, strconv.FormatInt(m.ID, 10))
	}
	if len(options) == 0 {
		spec.Name, spec.Intro = "", "Nobody from outside is on the list of the meeting yet: open it, and add whom the review needs."
		return
	}
	var people []int64
	fields := []widget.Field{day, widget.Many("Who", options, ticked, func(values []string) { people = idsOf(values) })}
	if id == model.StepInvite {
		fields = append(fields, widget.Choice("By", &by, channels()))
	}
	spec.Groups = form.Fields(fields...)
	spec.Keep = func(ctx context.Context) (view.Change, error) {
		switch id {
		case model.StepInvite:
			return p.store.InviteToReview(ctx, people, *on, by)
		case model.StepAskAdvice:
			return p.store.AskAdvice(ctx, people, *on)
		case model.StepSendAdvice:
			return p.store.SendAdviceOn(ctx, people, *on)
		}
		return p.store.SendReport(ctx, people, *on)
	}
}

func idsOf(values []string) []int64 {
	var ids []int64
	for _, v := range values {
		if id, err := strconv.ParseInt(v, 10, 64); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// step is the step of that name, the zero step for none.
func (r pupilReview) step(id model.StepID) model.ReviewStep {
	for _, s := range r.chain.Steps {
		if s.ID == id {
			return s
		}
	}
	return model.ReviewStep{}
}
