package worries

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// sleepForm names the drafts of the form, one for each kind of line.
const sleepForm = "asleep: "

// sleep asks until which day a line is to be off Today; one that sleeps already wakes.
func (r *rows[T]) sleep(what model.Sleeper, record int64, until model.Date, words string) tea.Cmd {
	if until != "" {
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return r.store.Wake(ctx, what, record) })
	}
	return screen.Show(form.New(r.Env, r.store, form.Spec{
		Title: "Sleep until", Name: sleepForm + string(what), Record: record,
		Intro:  words + ". It leaves Today until then and stands last here; late stays late.",
		Groups: form.Fields(widget.Date("Until", &until, r.days()).Needed("Type a day: tomorrow, mon, in 2 weeks.")),
		Keep: func(ctx context.Context) (view.Change, error) {
			return r.store.SleepUntil(ctx, what, record, until)
		},
	}))
}

// resume opens one of the forms of a list again, once the rows are there: each is made for a row.
func (r *rows[T]) resume(forms map[string]func(T) tea.Cmd, name string, record int64) (open tea.Cmd, ready bool) {
	if !r.known || r.fresh {
		return nil, false
	}
	for _, one := range r.all {
		if r.record(one) == record && forms[name] != nil {
			return forms[name](one), true
		}
	}
	return screen.Say("What was typed is kept; find the line with " + findKey() + " to go on."), true
}
