// Package afterwards is what is asked after a meeting: how it was for the family, how staff looked after
// themselves, and which leader knows. Its forms are opened from the meeting and from the promise.
package afterwards

import (
	"context"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the forms need of the store.
type Store interface {
	form.Store
	MeetingPrep(ctx context.Context, id int64) (view.MeetingPrep, error)
	Staff(ctx context.Context) ([]model.Staff, error)
	KeepFeedback(ctx context.Context, meeting int64, f view.Feedback) (view.Change, error)
	// KeepHowItWas keeps how it was for each of these people of the meeting.
	KeepHowItWas(ctx context.Context, meeting int64, of map[int64]view.Feedback) (view.Change, error)
	KeepDebrief(ctx context.Context, meeting int64, d view.Debrief) (view.Change, error)
	TellLeader(ctx context.Context, followUp int64, leader string, on model.Date) (view.Change, error)
}

// The names of the drafts. That of the debrief is view.DebriefForm: Today shows none of its words.
const (
	FeedbackForm = "how it was"
	HowOfForm    = "how it was for one"
	LeaderForm   = "leader told"
)

// loading is a form about a meeting that is read first.
func loading(env *screen.Env, store Store, title string, meeting int64, build func(p view.MeetingPrep) form.Spec) *form.Form {
	return form.Loading(env, store, title,
		func(ctx context.Context) (any, error) { return store.MeetingPrep(ctx, meeting) },
		func(answer any) form.Spec {
			p, _ := answer.(view.MeetingPrep)
			return build(p)
		})
}

// Debrief asks with whom a hard meeting was talked over, and which leader knows (practices 49 and 61).
func Debrief(env *screen.Env, store Store, meeting int64) *form.Form {
	return loading(env, store, "After a hard one", meeting, func(p view.MeetingPrep) form.Spec {
		m := p.Meeting
		d := view.Debrief{With: m.DebriefWith, Words: m.Debrief, Leader: m.LeaderTold, On: m.LeaderToldOn}
		return form.Spec{
			Title: "After a hard one", Name: view.DebriefForm, Record: meeting, Intro: model.DebriefNote,
			Groups: form.Fields(
				StaffField("Talked over with", p.Staff, &d.With),
				widget.LongText("What it left", &d.Words, 4).Hint("what was hard, what helped, what you need"),
				StaffField("Leader told", p.Staff, &d.Leader),
				widget.Date("Told on", &d.On, days(env, p)).Past().Hint("today"),
			),
			About: []string{"Nobody carries a hard meeting home alone. Talk it over with somebody the same day; a leader who knows can back you."},
			Keep:  func(ctx context.Context) (view.Change, error) { return store.KeepDebrief(ctx, meeting, d) },
		}
	})
}

// Leader asks which leader was told of threat or abuse; naming them keeps the promise (practice 61).
func Leader(env *screen.Env, store Store, followUp int64, what string) *form.Form {
	return form.Loading(env, store, "Which leader was told?",
		func(ctx context.Context) (any, error) { return store.Staff(ctx) },
		func(answer any) form.Spec {
			staff, _ := answer.([]model.Staff)
			leader, on := "", env.Today()
			return form.Spec{
				Title: "Which leader was told?", Name: LeaderForm, Record: followUp, Intro: what + ". The same day: nobody meets this alone.",
				Groups: form.Fields(StaffField("Who", staff, &leader).Needed(), widget.Date("On", &on, widget.Days{Today: env.Today(), Calendar: env.Calendar()}).Past()),
				Keep:   func(ctx context.Context) (view.Change, error) { return store.TellLeader(ctx, followUp, leader, on) },
			}
		})
}

func days(env *screen.Env, p view.MeetingPrep) widget.Days {
	return widget.Days{Today: env.Today(), Calendar: p.Calendar}
}

// StaffField is a field for a colleague, leaders first; another name may be typed.
func StaffField(label string, staff []model.Staff, to *string) *widget.PickOf {
	var leaders, others []widget.Option
	for _, s := range staff {
		o := widget.Option{Value: s.Name, Words: s.Name, Note: s.Role.Words()}
		switch {
		case s.Inactive || s.Removed || s.Me:
		case s.Role == model.Head || s.Role == model.DSL:
			leaders = append(leaders, o)
		default:
			others = append(others, o)
		}
	}
	return widget.Pick(label, *to, append(leaders, others...), func(_, text string) { *to = text }).AllowNew()
}
