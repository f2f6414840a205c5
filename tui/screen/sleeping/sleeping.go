// Package sleeping is the form that keeps a line off Today and out of what its list shows until a day.
package sleeping

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the form needs of the store.
type Store interface {
	form.Store
	SleepUntil(ctx context.Context, what model.Sleeper, record int64, until model.Date) (view.Change, error)
	Wake(ctx context.Context, what model.Sleeper, record int64) (view.Change, error)
}

// FormName names the drafts of the form, one for each kind of line.
func FormName(what model.Sleeper) string { return "asleep: " + string(what) }

// Ask asks until which day a line sleeps; words say what it is. One that sleeps already, until a day,
// wakes.
func Ask(env *screen.Env, store Store, what model.Sleeper, record int64, until model.Date, words string) tea.Cmd {
	if until != "" {
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return store.Wake(ctx, what, record) })
	}
	return screen.Show(form.New(env, store, form.Spec{
		Title: "Sleep until", Name: FormName(what), Record: record,
		Intro:  words + ". It leaves Today until then and stands last in its list; late stays late.",
		Groups: form.Fields(widget.Date("Until", &until, widget.Days{Today: env.Today(), Calendar: env.Calendar()}).Needed("Type a day: tomorrow, mon, in 2 weeks.")),
		Keep: func(ctx context.Context) (view.Change, error) {
			return store.SleepUntil(ctx, what, record, until)
		},
	}))
}
