// Package moving moves a meeting: it asks for the new time, says on a page what hangs on the old one
// before anything is kept, and afterwards whom to tell.
package moving

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what a move needs of the store.
type Store interface {
	form.Store
	// MovingMeeting is a meeting with everything that hangs on its time.
	MovingMeeting(ctx context.Context, id int64, today model.Date) (view.MovingMeeting, error)
	// ReplanMeeting moves it; of the dates that were told to the family only those of the promises
	// in told go along.
	ReplanMeeting(ctx context.Context, id int64, start model.Moment, told ...int64) (view.Change, error)
	SaveFollowUp(ctx context.Context, f model.FollowUp) (view.Change, error)
	MarkInvited(ctx context.Context, person int64, on model.Date, by model.Channel) (view.Change, error)
}

// To moves a meeting to a time that was chosen: where something hangs on the old time that is shown
// first, else choose is done.
func To(env *screen.Env, store Store, id int64, to model.Moment, choose tea.Cmd) tea.Cmd {
	return screen.Read(func(ctx context.Context) (any, error) { return store.MovingMeeting(ctx, id, env.Today()) },
		func(answer any) tea.Cmd {
			m := answer.(view.MovingMeeting)
			if model.MoveTo(m.MoveFacts(env.Now(), to)).Nothing() {
				return choose
			}
			return screen.Show(newPage(env, store, m, to))
		})
}

// Form names the drafts of the form that asks for the new time.
const Form = "meeting moved"

// Ask asks for the new time of a meeting, or plans one again that was called off; family is whose it is.
func Ask(env *screen.Env, store Store, id int64, family string, status model.MeetingStatus) tea.Cmd {
	title := "Move: " + family
	if status == model.Cancelled || status == model.Missed {
		title = "Plan again: " + family
	}
	ask := func(ctx context.Context) (any, error) { return store.MovingMeeting(ctx, id, env.Today()) }
	return screen.Show(form.Loading(env, store, title, ask, func(answer any) form.Spec {
		m := answer.(view.MovingMeeting)
		var to model.Moment
		intro := "What hangs on the time is shown before anything is kept."
		if m.Meeting.Start != "" {
			intro = "Now it is " + m.Meeting.Start.Near(env.Today()) + ". " + intro
		}
		return form.Spec{
			Title: title, Name: Form, Record: id,
			Intro: intro,
			Groups: form.Fields(widget.Moment("When", &to, widget.Days{Today: env.Today(), Calendar: m.Calendar}).Hint("tue 15:30").
				Needed("A day is missing: fri 15:30, or 24/11 at 9.")),
			Keep: func(ctx context.Context) (view.Change, error) {
				if model.MoveTo(m.MoveFacts(env.Now(), to)).Nothing() {
					return store.ReplanMeeting(ctx, id, to)
				}
				return view.Change{}, nil
			},
			Then: func(c view.Change) tea.Cmd {
				if c.Step != 0 {
					return nil
				}
				return screen.Show(newPage(env, store, m, to))
			},
		}
	}))
}
