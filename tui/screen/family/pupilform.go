package family

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// pupilForm is the form of a child that is there; it says how the SEN status came to be.
func (s *Page) pupilForm(id int64) *form.Form {
	p := s.page.Pupil(id)
	return form.Loading(s.Env, s.store, "Change "+p.Called(),
		func(ctx context.Context) (any, error) { return s.store.SENHistory(ctx, id) },
		func(answer any) form.Spec {
			history, _ := answer.([]model.SENChange)
			return s.pupilSpec(p, senWords(history, s.Today()))
		})
}

func (s *Page) newPupilForm() *form.Form {
	p := model.Pupil{FamilyID: s.id, Surname: s.page.Family.Name, Roll: model.OnRoll}
	if len(s.page.Pupils) > 0 {
		p.Surname, p.SchoolID = s.page.Pupils[0].Surname, s.page.Pupils[0].SchoolID
	}
	return form.New(s.Env, s.store, s.pupilSpec(p, ""))
}

// senWords say since when a child has had its SEN status, and what it was before.
func senWords(history []model.SENChange, today model.Date) string {
	var words []string
	for _, c := range history {
		words = append(words, fmt.Sprintf("%s since %s", c.Status.Words(), c.From.Near(today)))
	}
	if len(words) < 2 {
		return ""
	}
	return "SEN: " + strings.Join(words, "; ") + "."
}

func (s *Page) pupilSpec(p model.Pupil, intro string) form.Spec {
	upn := p.UPN
	if upn == "" {
		upn = p.UPNUnverified
	}
	title := "Change " + p.Called()
	if p.ID == 0 {
		title = "Add a child to the " + s.page.Family.Name + " family"
	}
	return form.Spec{
		Title: title, Intro: intro, Name: "pupil", Record: newRecord(p.ID, s.id), Groups: pupilGroups(&p, &upn, s.Env),
		About: []string{"What the child is good at and loves is offered whenever you talk or meet (practice 4)."},
		Check: func() string {
			if p.Called() == "" {
				return "A forename or a surname, please: one is enough."
			}
			return ""
		},
		Keep: func(ctx context.Context) (view.Change, error) {
			setUPN(&p, upn)
			return s.store.SavePupil(ctx, p)
		},
	}
}

// setUPN keeps a number with a wrong check letter apart: it is warned of, not refused.
func setUPN(p *model.Pupil, typed string) {
	p.UPN, p.UPNUnverified = "", ""
	if upn, ok := model.UPN(typed); ok {
		p.UPN = upn
	} else {
		p.UPNUnverified = upn
	}
}

// pupilGroups are the fields of a child.
func pupilGroups(p *model.Pupil, upn *string, env *screen.Env) []form.Group {
	days := days(env)
	first, further := needFields(p, env)
	roll := widget.Choice("On roll", &p.Roll, widget.Options(model.Rolls))
	gone := func() bool { return roll.Text() != string(model.OnRoll) }
	return []form.Group{
		{Fields: []widget.Field{
			widget.Text("Forename", &p.Forename),
			widget.Text("Surname", &p.Surname),
			widget.Text("Known as", &p.KnownAs),
			widget.Date("Born", &p.Born, days).Birth(),
		}},
		{Title: "Good to begin with", Fields: []widget.Field{
			widget.LongText("Good at", &p.Strengths, 3).Hint("drawing, looking after Ada"),
			widget.LongText("Loves", &p.Interests, 3).Hint("trains, the climbing wall"),
			widget.LongText("The family hopes", &p.HopesFamily, 3),
			widget.LongText("We hope", &p.HopesSchool, 3),
		}},
		{Title: "At school", Show: severalSchools(env), Fields: []widget.Field{schoolField(&p.SchoolID, env)}},
		{Title: "Class and needs", Fields: []widget.Field{
			widget.Choice("Year group", &p.Year, widget.OptionsWith(model.YearGroups, model.YearGroup.Words)),
			widget.Text("Class", &p.Class).Hint("4B"),
			widget.Choice("SEN status", &p.SEN, widget.OptionsWith(model.SENStatuses, model.SENStatus.Words)),
			first, further,
			widget.Date("Plan made", &p.PlanMade, days).Past(),
			widget.Date("Last review", &p.LastReview, days).Past(),
			widget.Date("Review due by", &p.ReviewBy, days),
			widget.LongText("Attendance", &p.AttendanceNote, 3),
			widget.Text("Named adult", &p.NamedAdult).Hint("who follows them through a change of school or phase"),
		}},
		{Title: "In the office's file", Fields: []widget.Field{
			widget.Text("Legal forename", &p.LegalForename).Hint("only where it differs"),
			widget.Text("Legal surname", &p.LegalSurname).Hint("only where it differs"),
			widget.Text("UPN", upn).Hint("a letter and 12 more"),
			widget.Text("Language", &p.Language),
			widget.Text("Address", &p.Address),
			postcodeField(&p.Postcode),
			phonesField(&p.Phones),
			emailsField(&p.Emails),
			roll,
		}},
		{Show: gone, Fields: []widget.Field{widget.Date("Since", &p.LeftOn, days).Past()}},
	}
}

// severalSchools shows what is only asked with more than one school.
func severalSchools(env *screen.Env) func() bool {
	several := len(env.World.Schools) > 1
	return func() bool { return several }
}

func schoolField(to *int64, env *screen.Env) widget.Field {
	var options []widget.Option
	for _, school := range env.World.Schools {
		options = append(options, widget.IDOption(school.ID, school.Name, ""))
	}
	if *to == 0 && len(env.World.Schools) > 0 {
		*to = env.World.Schools[0].ID
	}
	return widget.PickID("School", *to, options, func(id int64, _ string) { *to = id })
}
