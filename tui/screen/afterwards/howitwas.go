package afterwards

import (
	"context"
	"slices"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

var aboutFeedback = []string{"Always open to feedback: ask when it is quiet again, and thank them for whatever comes.",
	"Each is asked in their own right: no parent answers for another. Once everybody was asked, the promise to ask is kept."}

// Feedback asks how a meeting was for each of the family who was asked or came, in a word and as they said
// it (practices 15 and 48); for all together where nobody of them is on its list.
func Feedback(env *screen.Env, store Store, meeting int64) *form.Form {
	return loading(env, store, "How was that for you?", meeting, func(p view.MeetingPrep) form.Spec {
		people := p.Facts(env.Today()).AskedAfter()
		if len(people) == 0 {
			return together(env, store, p)
		}
		return each(env, store, p, people, FeedbackForm, meeting)
	})
}

// HowFor asks it of one person of a meeting.
func HowFor(env *screen.Env, store Store, meeting, person int64) *form.Form {
	return loading(env, store, "How was that for you?", meeting, func(p view.MeetingPrep) form.Spec {
		people := slices.DeleteFunc(p.Facts(env.Today()).AskedAfter(), func(m model.MeetingPerson) bool { return m.ID != person })
		return each(env, store, p, people, HowOfForm, person)
	})
}

func howIntro(env *screen.Env, p view.MeetingPrep) string {
	return p.Family.Name + ", " + string(p.Meeting.Kind) + ", " + p.Meeting.Start.Date().Near(env.Today()) + ". Did they feel heard?"
}

func howFields(env *screen.Env, p view.MeetingPrep, f *view.Feedback) []widget.Field {
	return []widget.Field{
		widget.Date("Asked on", &f.Asked, days(env, p)).Past().Hint("not asked yet"),
		widget.Choice("They felt", &f.Felt, widget.Options(append([]model.Felt{model.FeltNotSaid}, model.Felts...))),
		widget.LongText("In their words", &f.Words, 4).Hint("as they said it"),
	}
}

// each has a part for each person. With one who was not asked yet, today is proposed.
func each(env *screen.Env, store Store, p view.MeetingPrep, people []model.MeetingPerson, name string, record int64) form.Spec {
	said := make([]view.Feedback, len(people))
	groups := make([]form.Group, len(people))
	for i, m := range people {
		said[i] = view.Feedback{Asked: m.AskedHow, Felt: m.Felt, Words: m.Feedback}
		if said[i].Asked == "" && len(people) == 1 {
			said[i].Asked = env.Today()
		}
		groups[i] = form.Group{Title: named(p, m), Fields: howFields(env, p, &said[i])}
	}
	return form.Spec{
		Title: "How was that for you?", Name: name, Record: record, Intro: howIntro(env, p), Groups: groups, About: aboutFeedback,
		Check: func() string {
			if slices.ContainsFunc(said, func(f view.Feedback) bool { return f != view.Feedback{} }) {
				return ""
			}
			return "Nobody was asked yet: write the day on which one of them was, or what they said."
		},
		Keep: func(ctx context.Context) (view.Change, error) {
			of := map[int64]view.Feedback{}
			for i, m := range people {
				if was := (view.Feedback{Asked: m.AskedHow, Felt: m.Felt, Words: m.Feedback}); said[i] != was {
					of[m.ID] = said[i]
				}
			}
			return store.KeepHowItWas(ctx, p.Meeting.ID, of)
		},
	}
}

func named(p view.MeetingPrep, m model.MeetingPerson) string {
	if a := p.Adult(m.AdultID); a.ID != 0 {
		return a.Formal()
	}
	return m.Name
}

// together asks it of all of them, as it was kept before each was asked.
func together(env *screen.Env, store Store, p view.MeetingPrep) form.Spec {
	m := p.Meeting
	f := view.Feedback{Asked: m.FeedbackAsked, Felt: m.Felt, Words: m.Feedback}
	if f.Asked == "" {
		f.Asked = env.Today()
	}
	return form.Spec{
		Title: "How was that for you?", Name: FeedbackForm, Record: m.ID, Intro: howIntro(env, p), Groups: form.Fields(howFields(env, p, &f)...),
		About: append(slices.Clone(aboutFeedback[:1]), "Entering it keeps the promise to ask."),
		Keep:  func(ctx context.Context) (view.Change, error) { return store.KeepFeedback(ctx, m.ID, f) },
	}
}
