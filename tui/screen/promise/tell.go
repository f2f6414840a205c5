package promise

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// people are those around a promise, as the popups offer them.
type people struct {
	family model.Family
	adults []model.Adult
	circle model.Circle
	staff  []model.Staff
	f      model.FollowUp // the promise to change, the zero one for a new one
}

func (h Hands) people(ctx context.Context, family int64) (p people, err error) {
	if p.family, err = h.Store.Family(ctx, family); err != nil {
		return p, err
	}
	if p.adults, err = h.Store.FamilyAdults(ctx, family); err != nil {
		return p, err
	}
	p.circle.Adults = p.adults
	if p.circle.Pupils, err = h.Store.FamilyPupils(ctx, family); err != nil {
		return p, err
	}
	if p.circle.Links, err = h.Store.FamilyLinks(ctx, family); err != nil {
		return p, err
	}
	p.staff, err = h.Store.Staff(ctx)
	return p, err
}

// reachable are the adults who may be approached, parents first; nobody behind a court order.
func (p people) reachable() []widget.Option {
	var options []widget.Option
	for _, a := range slices.Concat(p.circle.Parents(), p.circle.Others()) {
		options = append(options, widget.IDOption(a.ID, p.called(a), likes(a)))
	}
	return options
}

// called is how the adult is addressed, or the whole name where two are addressed alike.
func (p people) called(a model.Adult) string {
	for _, other := range p.adults {
		if other.ID != a.ID && other.Formal() == a.Formal() {
			return a.FullName()
		}
	}
	return a.Formal()
}

func likes(a model.Adult) string {
	if a.Channel == "" {
		return ""
	}
	return "likes " + string(a.Channel)
}

// Told asks who of the family was told, and how: the log gets the entry by itself.
func (h Hands) Told(l Line) tea.Cmd {
	return h.tell(l, "They were told", l.What+". The log gets the entry by itself.")
}

func (h Hands) tell(l Line, title, intro string) tea.Cmd {
	ask := func(ctx context.Context) (any, error) { return h.people(ctx, l.FamilyID) }
	return screen.Show(form.Loading(h.Env, h.Store, title, ask, func(answer any) form.Spec {
		return h.tellSpec(l, title, intro, answer.(people))
	}))
}

func (h Hands) tellSpec(l Line, title, intro string, p people) form.Spec {
	adult, by := p.firstChoice(l.AdultID)
	return form.Spec{
		Title: title, Name: tellForm, Record: l.ID, Intro: intro,
		Groups: form.Fields(
			widget.PickID("Whom", adult, p.reachable(), func(id int64, _ string) { adult = id }),
			widget.Choice("How", &by, widget.Options(model.Channels)),
		),
		About: []string{"Every parent in their own right: tell each of them, one after the other.",
			"Whoever a court order keeps away is not offered here."},
		Keep: func(ctx context.Context) (view.Change, error) {
			return h.Store.TellFamily(ctx, l.ID, h.Env.Today(), adult, by)
		},
	}
}

// firstChoice is the adult to whom it was promised, else the first who may be told, and the way they
// like best. Nobody is chosen in place of an adult who must not be approached.
func (p people) firstChoice(promisedTo int64) (int64, model.Channel) {
	for _, a := range slices.Concat(p.circle.Parents(), p.circle.Others()) {
		if promisedTo == 0 || a.ID == promisedTo {
			return a.ID, cmp.Or(a.Channel, model.ByPhone)
		}
	}
	return 0, model.ByPhone
}
