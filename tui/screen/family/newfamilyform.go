package family

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// NewFamily is the form of a new family, of that name so far, with its first child and first adult.
// What follows with the family once it is kept may be nil: then its page opens.
func NewFamily(env *screen.Env, store Store, name string, then func(family int64) tea.Cmd) *form.Form {
	if then == nil {
		then = func(family int64) tea.Cmd { return screen.Open(screen.Family, family) }
	}
	n := view.NewFamily{Family: model.Family{Name: name}, Pupil: model.Pupil{Roll: model.OnRoll}}
	if len(env.World.Schools) > 0 {
		n.Pupil.SchoolID = env.World.Schools[0].ID
	}
	relation := ""
	p, a := &n.Pupil, &n.Adult
	return form.New(env, store, form.Spec{
		Title: "Add a family", Name: "new family",
		About: []string{"A family is only a way to find people. More children, adults and all else are added on its page."},
		Groups: []form.Group{
			{Fields: []widget.Field{widget.Text("Family", &n.Family.Name).Hint("empty: the child's surname")}},
			{Title: "First child", Fields: []widget.Field{
				widget.Text("Forename", &p.Forename),
				widget.Text("Surname", &p.Surname),
				widget.Date("Born", &p.Born, days(env)).Birth(),
				widget.Choice("Year group", &p.Year, widget.OptionsWith(model.YearGroups, model.YearGroup.Words)),
				widget.Text("Class", &p.Class).Hint("4B"),
				widget.Choice("SEN status", &p.SEN, widget.OptionsWith(model.SENStatuses, model.SENStatus.Words)),
			}},
			{Show: severalSchools(env), Fields: []widget.Field{schoolField(&p.SchoolID, env)}},
			{Title: "First adult", Fields: []widget.Field{
				widget.Text("Title", &a.Title).Hint("Mrs, Mr, Ms, Mx, Dr"),
				widget.Text("Forename", &a.Forename),
				widget.Text("Surname", &a.Surname),
				relationField(&relation, false),
				yesNo("Parental responsib.", &n.Link.ParentalResponsibility),
				phonesField(&a.Phones),
			}},
		},
		Check: func() string {
			if n.Family.Name == "" && p.Surname == "" && a.Surname == "" {
				return "A name for the family, or a surname, please."
			}
			return ""
		},
		Keep: func(ctx context.Context) (view.Change, error) {
			n.Link.Relation = model.Relationship(relation)
			return store.AddFamily(ctx, n)
		},
		Then: func(c view.Change) tea.Cmd { return then(c.New) },
	})
}
