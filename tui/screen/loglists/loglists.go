// Package loglists is the choice between the lists of the log, which v opens on each of them.
package loglists

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
)

// lists are the lists of the log in the order in which they are offered.
var lists = []struct {
	kind        screen.Kind
	words, note string
}{
	{screen.Log, "All entries", "every contact, the newest first"},
	{screen.Worries, "Worries", "what troubles families, until it is settled"},
	{screen.Replies, "Replies owed", "questions that wait for an answer from us"},
	{screen.GoodNews, "Good news", "who has had some this half term, who has had none"},
	{screen.GoingQuiet, "Going quiet", "families who have not heard from us for a while"},
	{screen.Gate, "At the gate", "whom we have not greeted for longest"},
	{screen.Moves, "Moves", "to another phase or school, until they are seen to have arrived"},
	{screen.Accounts, "Accounts of incidents", "one account, agreed before anyone rings home"},
	{screen.Week, "Looking back", "a week, a half term or a term in figures"},
}

// Handlers add the choice to those of a list of the log; here is the list that is open.
func Handlers(env *screen.Env, h action.Handlers, here screen.Kind) action.Handlers {
	h[action.LogLists] = action.Handler{Do: func() tea.Cmd { return show(env, here) }}
	return h
}

func show(env *screen.Env, here screen.Kind) tea.Cmd {
	choices := make([]choose.Choice, len(lists))
	at := 0
	for i, l := range lists {
		choices[i] = choose.Choice{Words: l.words, Note: l.note, Do: func() tea.Cmd { return screen.Open(l.kind, 0) }}
		if l.kind == here {
			at = i
		}
	}
	p := choose.New(env, "The lists of the log", choices)
	p.Select(at)
	return screen.Show(p)
}
