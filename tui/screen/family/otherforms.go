package family

import (
	"context"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// joinForm makes somebody who is in the caseload already one of this family, too: a childminder, a
// social worker, a father of children in two families.
func (s *Page) joinForm() *form.Form {
	const title = "Add somebody who is in Kettle already"
	return form.Loading(s.Env, s.store, title,
		func(ctx context.Context) (any, error) { return s.store.AdultNames(ctx, s.id) },
		func(answer any) form.Spec {
			names, _ := answer.([]view.AdultName)
			var options []widget.Option
			for _, n := range names {
				options = append(options, widget.IDOption(n.ID, n.Name+alsoIn(n.Families), ""))
			}
			var adult int64
			first := &tie{}
			pupils := s.pupilIDs()
			who := widget.PickID("Who", 0, options, func(id int64, _ string) { adult = id }).Needed().Hint("a few letters of the name")
			return form.Spec{
				Title: title, Name: "join family", Record: -s.id,
				Groups: append([]form.Group{{Fields: []widget.Field{who}}}, s.firstTieGroups(first, &pupils)...),
				Keep: func(ctx context.Context) (view.Change, error) {
					return s.store.JoinAdult(ctx, s.id, adult, first.forEach(pupils)...)
				},
			}
		})
}

func alsoIn(families string) string {
	if families == "" {
		return ""
	}
	return " (" + families + ")"
}

func (s *Page) pupilIDs() []int64 {
	var ids []int64
	for _, p := range s.page.Pupils {
		ids = append(ids, p.ID)
	}
	return ids
}

// outsideForm ticks who from outside the school works with a child.
func (s *Page) outsideForm(p model.Pupil) *form.Form {
	title := "Who from outside works with " + p.Called()
	return form.Loading(s.Env, s.store, title,
		func(ctx context.Context) (any, error) { return s.store.Professionals(ctx) },
		func(answer any) form.Spec {
			all, _ := answer.([]model.Professional)
			var options []widget.Option
			for _, o := range all {
				options = append(options, widget.IDOption(o.ID, o.Name, strings.Trim(o.Role+", "+o.Organisation, ", ")))
			}
			var ticked []int64
			for _, h := range s.page.Outside {
				if h.PupilID == p.ID {
					ticked = append(ticked, h.Professional.ID)
				}
			}
			field := widget.Many("They", options, idTexts(ticked), func(values []string) { ticked = ids(values) })
			return form.Spec{
				Title: title, Intro: "People from outside are added in School.", Name: "outside help", Record: p.ID, Groups: form.Fields(field),
				Keep: func(ctx context.Context) (view.Change, error) {
					return s.store.SavePupilProfessionals(ctx, p.ID, ticked)
				},
			}
		})
}
