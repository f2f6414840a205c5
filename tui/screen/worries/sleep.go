package worries

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/screen/sleeping"
)

// sleep asks until which day a line is to be off Today; one that sleeps already wakes.
func (r *rows[T]) sleep(what model.Sleeper, record int64, until model.Date, words string) tea.Cmd {
	return sleeping.Ask(r.Env, r.store, what, record, until, words)
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
