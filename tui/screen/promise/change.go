package promise

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/whose"
	"kettle/tui/widget"
)

// FormName names the drafts of the form. A new promise is kept under the family's id, negative, so
// that each family may have one that is unfinished.
const FormName = "follow-up"

// Change opens a promise to be changed.
func (h Hands) Change(id int64) tea.Cmd { return screen.Show(h.ChangeForm(id)) }

// ChangeForm is the form of a promise that is there.
func (h Hands) ChangeForm(id int64) *form.Form {
	ask := func(ctx context.Context) (any, error) {
		f, err := h.Store.FollowUp(ctx, id)
		if err != nil {
			return nil, err
		}
		p, err := h.people(ctx, f.FamilyID)
		p.f = f
		return p, err
	}
	return form.Loading(h.Env, h.Store, "Change the promise", ask, func(answer any) form.Spec {
		p := answer.(people)
		return h.spec("Change: "+p.family.Name, id, p)
	})
}

// NewFollowUp is the form of a new promise to a family; of family 0 it asks for the family first.
func NewFollowUp(env *screen.Env, store Store, add whose.Add, family int64) screen.Screen {
	h := Hands{Env: env, Store: store}
	if family != 0 {
		return h.NewForm(family)
	}
	return whose.New(env, store, "A follow-up", add, func(family int64) tea.Cmd { return screen.Show(h.NewForm(family)) })
}

// NewForm is the form of a new promise to a family.
func (h Hands) NewForm(family int64) *form.Form { return h.NewFrom(family, 0) }

// NewFrom is the form of a new promise that is made from an entry of the log, 0 for none.
func (h Hands) NewFrom(family, contact int64) *form.Form {
	ask := func(ctx context.Context) (any, error) {
		p, err := h.people(ctx, family)
		p.f = model.FollowUp{FamilyID: family, ContactID: contact, Whose: model.Mine, Kind: model.ActionPromised}
		return p, err
	}
	return form.Loading(h.Env, h.Store, "A follow-up", ask, func(answer any) form.Spec {
		p := answer.(people)
		return h.spec("A follow-up: "+p.family.Name, -family, p)
	})
}

var whoseWords = map[model.Whose]string{model.Mine: "mine", model.OfStaff: "a colleague's", model.OfFamily: "the family's"}

// spec is the form of a promise; record is its id, or the family's, negative, for a new one.
func (h Hands) spec(title string, record int64, p people) form.Spec {
	f, due := p.f, model.At(p.f.Due, p.f.DueAt)
	return form.Spec{
		Title: title, Name: FormName, Record: record,
		Groups: form.Fields(
			widget.Text("What", &f.What).Needed("Write what is to be done.").Hint("ring about the trip"),
			widget.Moment("By when", &due, h.days()),
			widget.Choice("Whose", &f.Whose, widget.OptionsWith(model.Whoses, func(w model.Whose) string { return whoseWords[w] })),
			widget.Pick("Who does it", f.Who, p.names(), func(_, text string) { f.Who = text }).AllowNew().Hint("only if it is not you"),
			widget.PickID("Promised to", f.AdultID, p.promisedTo(f.AdultID), func(id int64, _ string) { f.AdultID = id }),
			widget.YesNo("They know the date", &f.DateTold),
			widget.Choice("Kind", &f.Kind, widget.Options(model.FollowUpKinds)),
			widget.Text("To ask then", &f.Questions).Hint("how has it been since?"),
		),
		About: []string{"A promise with a day is kept more often. Move it with s when it cannot be: the old day stays beside it."},
		Keep: func(ctx context.Context) (view.Change, error) {
			return h.Store.SaveFollowUp(ctx, h.dated(f, p.f, due))
		},
	}
}

// dated is the promise with its day; a day that was changed here has no rule but this hand.
func (h Hands) dated(f, before model.FollowUp, due model.Moment) model.FollowUp {
	f.Due, f.DueAt = due.Date(), due.Clock()
	if f.Due != before.Due {
		f.DueRule, f.DueFrom, f.DueCount, f.DueSetBy = "", "", 0, h.Env.Me()
	}
	return f
}

// names are colleagues and the family's adults, for who does it.
func (p people) names() []widget.Option {
	var options []widget.Option
	for _, s := range p.staff {
		if !s.Inactive && !s.Removed {
			options = append(options, widget.Option{Value: s.Name, Words: s.Name, Note: s.Role.Words()})
		}
	}
	for _, a := range slices.Concat(p.circle.Parents(), p.circle.Others()) {
		options = append(options, widget.Option{Value: p.called(a), Words: p.called(a)})
	}
	return options
}

// promisedTo are the adults it may be promised to, and the one it was promised to already.
func (p people) promisedTo(adult int64) []widget.Option {
	options := p.reachable()
	known := slices.ContainsFunc(options, func(o widget.Option) bool { return o.Value == widget.IDOption(adult, "", "").Value })
	for _, a := range p.adults {
		if a.ID == adult && !known {
			options = append(options, widget.IDOption(a.ID, p.called(a), "not to be approached now"))
		}
	}
	return options
}
