package meetingforms

import (
	"context"
	"slices"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// OwnStore is what the forms for what a school adds of its own need of the store.
type OwnStore interface {
	form.Store
	SaveOwnItem(ctx context.Context, i model.OwnItem) (view.Change, error)
	SaveOwnTemplate(ctx context.Context, t model.OwnTemplate) (view.Change, error)
}

// The names of the drafts of these forms.
const (
	OwnItemForm     = "own line"
	OwnTemplateForm = "own template"
)

// Which meetings a line belongs to, as it is asked at one of them.
const (
	allMeetings = "all"
	thisKind    = "kind"
)

// OwnItem is the form for a line that the school adds to its checklist. At a meeting, of which the
// kind is given, it asks whether the line is for all meetings or for those; without one, for which.
func OwnItem(env *screen.Env, store OwnStore, i model.OwnItem, record int64, here model.MeetingKind) screen.Screen {
	which := allMeetings
	if i.Part == "" {
		i.Part, i.Due = model.GroupWhy, model.TheDayBefore
	}
	kinds := widget.Field(kindsField(&i.Kinds))
	if here != "" {
		kinds = widget.Choice("For", &which, []widget.Option{{Value: allMeetings, Words: "all meetings"}, {Value: thisKind, Words: string(here) + " only"}})
	}
	return form.New(env, store, form.Spec{
		Title: "A line of our own", Name: OwnItemForm, Record: record,
		Intro: "Your school adds it to its checklist. It is ticked by hand.",
		Groups: form.Fields(
			widget.Text("To think of", &i.Asks).Hint("the crossing patrol knows").Needed("What should be thought of? A few words, as they stand in the list."),
			widget.Text("Why it matters", &i.Why).Hint("one sentence, for a colleague who asks"),
			widget.Choice("Part", &i.Part, widget.Options(model.OwnGroups)),
			widget.Choice("To be settled", &i.Due, widget.Options(model.OwnWhens)),
			kinds,
		),
		About: []string{"Under School, in the part “Checklist”, all lines stand together: there they are changed, removed, and switched off and on."},
		Keep: func(ctx context.Context) (view.Change, error) {
			if here != "" && which == thisKind {
				i.Kinds = []model.MeetingKind{here}
			}
			return store.SaveOwnItem(ctx, i)
		},
	})
}

func kindsField(to *[]model.MeetingKind) *widget.ManyOf {
	ticked := make([]string, len(*to))
	for n, k := range *to {
		ticked[n] = string(k)
	}
	return widget.Many("For", widget.Options(model.MeetingKinds), ticked, func(values []string) {
		*to = nil
		for _, v := range values {
			*to = append(*to, model.MeetingKind(v))
		}
	}).None("all meetings")
}

// OwnTemplate is the form for what a meeting may begin with at this school.
func OwnTemplate(env *screen.Env, store OwnStore, t model.OwnTemplate, record int64) screen.Screen {
	if t.Kind == "" {
		t.Kind, t.Minutes = model.OtherMeeting, model.TemplateOf(model.OtherMeeting).Minutes
	}
	seats, lines := make([]string, len(t.School)), make([]string, len(t.Agenda))
	for n, s := range t.School {
		seats[n] = s.Words()
	}
	for n, l := range t.Agenda {
		lines[n] = l.Words()
	}
	return form.New(env, store, form.Spec{
		Title: "A template of our own", Name: OwnTemplateForm, Record: record,
		Intro: "It is offered beside the kinds for a new meeting. {child} stands for the child's name.",
		Groups: []form.Group{
			{Fields: []widget.Field{
				widget.Text("Name", &t.Name).Hint("coffee after a hard week").Needed("A name is missing: how do you call such a meeting?"),
				widget.Choice("Kind", &t.Kind, widget.Options(model.MeetingKinds)),
				widget.Number("Minutes", &t.Minutes, 5, 480),
				widget.Choice("Mood to expect", &t.Mood, Moods()),
				widget.Text("Purpose", &t.Purpose).Hint("How can {child}'s … be calm again?"),
				widget.YesNo("The child comes", &t.Child),
			}},
			{Title: "Who from school, and what for", Fields: []widget.Field{
				widget.ListField("From school", seats, wrongSeat, func(all []string) { t.School = seatsOf(all) }).Hint("class teacher: sees {child} every day"),
			}},
			{Title: "Agenda: the minutes, then the line; ★ is where the family's own items come in", Fields: []widget.Field{
				widget.ListField("Agenda", lines, wrongLine, func(all []string) { t.Agenda = linesOf(all) }).Hint("10 How it looks from home"),
			}},
		},
		About: []string{"Names of a family do not belong in a template: where it was made from a meeting, read it once more.",
			"Every template ends by asking for any other worry; a last line for it is added where it is missing."},
		Keep: func(ctx context.Context) (view.Change, error) {
			t.Agenda = model.EndingWithAnyWorry(t.Agenda)
			return store.SaveOwnTemplate(ctx, t)
		},
	})
}

// Moods are the moods to expect, with none first.
func Moods() []widget.Option {
	return slices.Insert(widget.Options(model.Moods), 0, widget.Option{Value: "", Words: "not thought about"})
}

func wrongSeat(typed string) string {
	if _, err := model.ParseSeat(typed); err != nil {
		return err.Error()
	}
	return ""
}

func wrongLine(typed string) string {
	if _, err := model.ParseAgendaLine(typed); err != nil {
		return err.Error()
	}
	return ""
}

func seatsOf(typed []string) (seats []model.Seat) {
	for _, text := range typed {
		if s, err := model.ParseSeat(text); err == nil {
			seats = append(seats, s)
		}
	}
	return seats
}

func linesOf(typed []string) (lines []model.AgendaLine) {
	for _, text := range typed {
		if l, err := model.ParseAgendaLine(text); err == nil {
			lines = append(lines, l)
		}
	}
	return lines
}
