package doubles

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// JoinWith asks for the other one, and then puts the two beside each other.
func JoinWith(env *screen.Env, store Store, of view.Of, id int64) screen.Screen {
	title := "Join with another " + map[view.Of]string{view.OfFamilies: "family", view.OfPupils: "child", view.OfAdults: "adult"}[of]
	return form.Loading(env, store, title,
		func(ctx context.Context) (any, error) { return store.Joinable(ctx, of) },
		func(answer any) form.Spec {
			all, _ := answer.([]view.Joinable)
			var options []widget.Option
			for _, j := range all {
				if j.ID != id {
					options = append(options, widget.IDOption(j.ID, j.Name, j.Note))
				}
			}
			var other int64
			return form.Spec{
				Title: title, Name: "join with another", Record: id, Intro: "The two are put beside each other first; nothing is joined yet.",
				Groups: form.Fields(widget.PickID("The other", 0, options, func(id int64, _ string) { other = id }).Needed().Hint("a few letters of the name")),
				Keep:   func(context.Context) (view.Change, error) { return view.Change{}, nil },
				Then: func(view.Change) tea.Cmd {
					page := NewCompare(env, store, view.Two{Of: of, Kept: id, Gone: other})
					page.goTo = true
					return screen.Show(page)
				},
			}
		})
}
