package family

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// familyForm changes the family itself: its name, notes and cadences.
func (s *Page) familyForm() *form.Form {
	f := s.page.Family
	name := f.Name
	usual := s.World.Settings
	return form.New(s.Env, s.store, form.Spec{
		Title: "Change the family", Name: "family", Record: f.ID,
		About: []string{"How often you check in, and send good news, is counted in school days: 1 is daily, 5 weekly, 10 fortnightly."},
		Groups: form.Fields(
			widget.Text("Name", &f.Name).Needed("The name they are known by, please."),
			widget.LongText("Notes", &f.Notes, 5),
			schoolDays("Check in every", &f.CheckinEvery, usual.Number(model.CheckinEvery)),
			schoolDays("Good news every", &f.GoodNewsEvery, usual.Number(model.GoodNewsEvery)),
			widget.Date("With you since", &f.Since, days(s.Env)).Past(),
		),
		Keep: func(ctx context.Context) (view.Change, error) {
			f.NameByHand = f.NameByHand || f.Name != name
			return s.store.SaveFamily(ctx, f)
		},
	})
}

// schoolDays is a field for a number of school days; empty is what the school usually does.
func schoolDays(label string, to *int, usual int) widget.Field {
	text := ""
	if *to > 0 {
		text = strconv.Itoa(*to)
	}
	hint := "school days; empty is the usual"
	if usual > 0 {
		hint += ", " + strconv.Itoa(usual)
	}
	field := widget.Text(label, &text).Hint(hint).Checked(func(typed string) string {
		if n, err := strconv.Atoi(strings.TrimSpace(typed)); strings.TrimSpace(typed) != "" && (err != nil || n < 1 || n > 190) {
			return "A number of school days from 1 to 190, or nothing for the usual."
		}
		return ""
	})
	return storing{field, func() { *to, _ = strconv.Atoi(text) }}
}

// entryForm is the form of a dated line about the family.
func (s *Page) entryForm(e model.FamilyEntry) *form.Form {
	title := "Add a line"
	if e.ID != 0 {
		title = "Change the line"
	}
	return form.New(s.Env, s.store, form.Spec{
		Title: title, Name: "family entry", Record: newRecord(e.ID, s.id),
		About: []string{"In their words, with the day. It is shown gently, before meetings too, and is never a label (practices 7 and 9)."},
		Groups: form.Fields(
			widget.Choice("What it is", &e.Kind, widget.Options(model.FamilyEntryKinds)),
			widget.LongText("In words", &e.Text, 8),
			widget.Date("On", &e.On, days(s.Env)).Past(),
		),
		Check: func() string {
			if e.Text == "" {
				return "Nothing is written yet: a line in their words, please."
			}
			return ""
		},
		Keep: func(ctx context.Context) (view.Change, error) { return s.store.SaveFamilyEntry(ctx, e) },
	})
}

// welcomeForm ticks what a new family was told (practice 8).
func (s *Page) welcomeForm() *form.Form {
	var options []widget.Option
	var said []string
	for i, words := range model.WelcomePoints {
		o := widget.Option{Value: strconv.Itoa(i), Words: words}
		if on := s.page.Welcome[i]; on != "" {
			o.Note, said = on.Near(s.Today()), append(said, o.Value)
		}
		options = append(options, o)
	}
	today := s.Today()
	points := make([]bool, len(model.WelcomePoints))
	return form.New(s.Env, s.store, form.Spec{
		Title: "The welcome conversation", Name: "welcome", Record: s.id,
		Intro: "What a new family hears first. Tick each point when it was said; it need not be on one day.",
		Groups: form.Fields(widget.Many("Said", options, said, func(values []string) {
			for i := range points {
				points[i] = slices.Contains(values, strconv.Itoa(i))
			}
		})),
		Keep: func(ctx context.Context) (view.Change, error) {
			return s.store.SayWelcomePoints(ctx, s.id, points, today)
		},
	})
}

// householdForm is the form of a household: who lives together.
func (s *Page) householdForm(h model.Household) *form.Form {
	title := "Add a household"
	if h.ID != 0 {
		title = fmt.Sprintf("Change %s", h.Name)
	}
	return form.New(s.Env, s.store, form.Spec{
		Title: title, Name: "household", Record: newRecord(h.ID, s.id),
		About: []string{"Nothing of one household is shown in what goes to another. No import undoes what you put here."},
		Groups: form.Fields(
			widget.Text("Name", &h.Name).Needed("A name, such as the street or whose home it is.").Hint("Church Road; with Grace"),
			s.adultsField("Adults", &h.Adults),
			pupilsField("Children", s.page.Pupils, &h.Pupils),
		),
		Keep: func(ctx context.Context) (view.Change, error) { return s.store.SaveHousehold(ctx, h) },
	})
}
