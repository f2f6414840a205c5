package moves

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// The names of the drafts.
const (
	moveDraft   = "move"
	visitDraft  = "move visit"
	checksDraft = "move checks"
	newDraft    = "new move"
)

func (p *Page) days() widget.Days { return widget.Days{Today: p.Today(), Calendar: p.calendar()} }

// moveForm changes what is written of the move.
func (p *Page) moveForm() screen.Screen {
	t := p.move
	var staff []widget.Option
	for _, s := range p.page.Staff {
		if !s.Inactive {
			staff = append(staff, widget.Option{Value: s.Name, Words: s.Name, Note: string(s.Role)})
		}
	}
	to := widget.Text("Moves to", &t.ToSchool).Hint("the new school; empty when they stay here")
	return form.New(p.Env, p.store, form.Spec{
		Title: p.page.Pupil.Called() + "’s move", Name: moveDraft, Record: p.pupil,
		About: p.About(),
		Groups: form.Fields(
			to,
			widget.LongText("Worries", &t.Worries, 4).Hint("the child's and the family's, in their words; what the new school should know"),
			widget.LongText("What helps", &t.Helps, 4).Hint("what helps them to arrive"),
			widget.Pick("Who is there", t.NamedAdult, staff, func(_, text string) { t.NamedAdult = text }).AllowNew().Hint("one adult, by name, where they arrive"),
			widget.Date("Handed over", &t.HandedOver, p.days()).Past(),
			widget.Date("Arrived", &t.Settled, p.days()).Past().Hint("seen to have arrived on"),
		),
		Keep: func(ctx context.Context) (view.Change, error) { return p.store.SaveMove(ctx, t) },
	})
}

// visitForm is the form of a visit.
func (p *Page) visitForm(v model.TransitionVisit) screen.Screen {
	title, move := "Change the visit", p.move
	if v.ID == 0 {
		title = "Add a visit"
	}
	return form.New(p.Env, p.store, form.Spec{
		Title: title, Name: visitDraft, Record: form.RecordOf(v.ID, p.pupil),
		Groups: form.Fields(
			widget.Text("What", &v.What).Needed("What the visit is, please.").Hint("a morning in Year 7; her teacher comes here"),
			widget.Date("On", &v.On, p.days()).Needed("The day of the visit, please."),
			widget.Date("Took place", &v.Done, p.days()).Past().Hint("empty: still to come"),
		),
		Keep: func(ctx context.Context) (view.Change, error) { return p.store.SaveVisit(ctx, move, v) },
	})
}

// proposed are the check-ins around the move that are not promised yet.
func (p *Page) proposed() []model.MoveCheck {
	promised := p.page.ChecksOf(p.move.ID)
	all := model.MoveChecks(p.page.Pupil.Called(), p.move.Year, p.leaves(), p.calendar())
	return slices.DeleteFunc(all, func(c model.MoveCheck) bool {
		return c.Due < p.Today() || slices.ContainsFunc(promised, func(f model.FollowUp) bool { return f.What == c.What })
	})
}

func (p *Page) whyNoChecks() string {
	if p.known && len(p.proposed()) == 0 {
		return "All check-ins around this move are promised already, or their days are over."
	}
	return p.whyNotYet()
}

// checksForm proposes the check-ins: each day can be moved, and one without a day is left out.
func (p *Page) checksForm() screen.Screen {
	checks, move, me, today := p.proposed(), p.move, p.Me(), p.Today()
	var groups []form.Group
	for i := range checks {
		c := &checks[i]
		groups = append(groups, form.Group{Title: c.What + " (" + c.Rule + ")", Fields: []widget.Field{
			widget.Date("On", &c.Due, p.days()).Hint("left out"),
		}})
	}
	return form.New(p.Env, p.store, form.Spec{
		Title: "Check-ins before and after", Name: checksDraft, Record: p.pupil, Groups: groups,
		Intro: "Each becomes a promise. Move a day, or empty it to leave that one out.",
		About: []string{"The days are counted in school days from the end of the summer term and from the first day of the new year."},
		Keep: func(ctx context.Context) (view.Change, error) {
			var promises []model.FollowUp
			for _, c := range checks {
				if c.Due != "" {
					promises = append(promises, c.OnPromise(p.FamilyID(), move.ID, today, me))
				}
			}
			return p.store.PromiseChecks(ctx, move, promises)
		},
	})
}

// newForm is the form of a move during the year: of somebody who joins, or who leaves.
func (l *List) newForm() screen.Screen {
	const title = "A move during the year"
	return form.Loading(l.Env, l.store, title,
		func(ctx context.Context) (any, error) { return l.store.PupilNames(ctx) },
		func(answer any) form.Spec {
			names, _ := answer.([]view.PupilName)
			options := make([]widget.Option, len(names))
			for i, n := range names {
				options[i] = widget.IDOption(n.ID, strings.TrimSpace(n.Name+" "+n.Class), n.Family)
			}
			t := model.Transition{Year: model.SchoolYearOf(l.Today())}
			next := false
			return form.Spec{
				Title: title, Name: newDraft, About: l.About(),
				Intro: "Somebody who joins during the year needs the same care as one who moves in September; so does one who leaves.",
				Groups: form.Fields(
					widget.PickID("Child", 0, options, func(id int64, _ string) { t.PupilID = id }).Needed().Hint("a few letters of the name, or of the family"),
					widget.Text("Moves to", &t.ToSchool).Hint("the new school; empty when they have come to you"),
					widget.YesNo("Next September", &next),
					widget.LongText("Worries", &t.Worries, 3).Hint("in their words"),
				),
				Keep: func(ctx context.Context) (view.Change, error) {
					if next {
						t.Year = model.SchoolYearOf(l.Today()) + 1
					}
					return l.store.SaveMove(ctx, t)
				},
				Then: func(view.Change) tea.Cmd { return screen.Open(screen.Move, t.PupilID) },
			}
		})
}
