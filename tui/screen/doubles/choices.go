package doubles

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// kindWords are what is joined, in a title.
var kindWords = map[view.Of]string{view.OfFamilies: "family", view.OfPupils: "child", view.OfAdults: "adult"}

// JoinWith asks for the other one, and then puts the two beside each other.
func JoinWith(env *screen.Env, store Store, of view.Of, id int64, name string) screen.Screen {
	title := "Join " + name + " with another " + kindWords[of]
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
				Title: title, Intro: "The two are put beside each other first; nothing is joined yet.",
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

// ChooseSplit asks what is split: a join again, or what never was joined. A child alone is split only
// where two were joined.
func ChooseSplit(env *screen.Env, store Store, of view.Of, id int64) tea.Cmd {
	return screen.Read(func(ctx context.Context) (any, error) { return store.JoinsOf(ctx, of, id) }, func(answer any) tea.Cmd {
		joins, _ := answer.([]view.JoinedBefore)
		var choices []choose.Choice
		for _, j := range joins {
			choices = append(choices, choose.Choice{Words: "From " + j.Name + " again", Note: "joined " + j.On.Near(env.Today()),
				Do: func() tea.Cmd { return screen.Show(NewSplit(env, store, of, id, j.ID)) }})
		}
		apart := map[view.Of]string{view.OfFamilies: "Some children into a family of their own", view.OfAdults: "This adult is two people"}[of]
		if apart != "" {
			choices = append(choices, choose.Choice{Words: apart, Do: func() tea.Cmd { return screen.Show(NewSplit(env, store, of, id, 0)) }})
		}
		if len(choices) == 0 {
			return screen.Say("Nobody was joined with this child, so there is nothing to split.")
		}
		return screen.Show(choose.New(env, "Split", choices))
	})
}
