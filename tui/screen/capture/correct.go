package capture

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/form"
	"kettle/tui/screen/whose"
	"kettle/tui/widget"
)

// askFamily asks whose the line is: one of those that fit, or one found by a few letters. Then what
// follows is done, nil for nothing.
func (p *Popup) askFamily(then func() tea.Cmd) tea.Cmd {
	take := func(family int64) tea.Cmd {
		if family != p.read.Family() {
			p.set.Adults, p.set.Pupils = nil, nil
		}
		p.set.Family = family
		p.reread()
		if then != nil {
			return then()
		}
		return nil
	}
	if p.read.Status != model.CaptureAsk {
		return screen.Show(whose.New(p.Env, p.store, "Whose is it?", p.ways.Add, take))
	}
	var choices []choose.Choice
	for _, f := range p.read.Families {
		choices = append(choices, choose.Choice{Words: f.Name, Note: f.Children, Do: func() tea.Cmd { return take(f.ID) }})
	}
	choices = append(choices, choose.Choice{Words: "Another family …", Do: func() tea.Cmd {
		return screen.Show(whose.New(p.Env, p.store, "Whose is it?", p.ways.Add, take))
	}})
	return screen.Show(choose.New(p.Env, "Several fit: which family?", choices))
}

// correct opens what a part is set with by hand: a list where it is a choice, else fields.
func (p *Popup) correct(at int) tea.Cmd {
	if at < 1 || at > len(p.rows) {
		return nil
	}
	row := p.rows[at-1]
	switch row.Part {
	case model.FieldFamily:
		return p.askFamily(nil)
	case model.FieldChannel:
		return choice(p, "Where, how", model.Channels, p.read.Channel, func(c model.Channel) string { return string(c) }, &p.set.Channel)
	case model.FieldDirection:
		return choice(p, "Who began", model.Directions, p.read.Dir, model.Direction.Said, &p.set.Dir)
	case model.FieldKind:
		return choice(p, "What it was", model.ContactKinds, p.read.Kind, func(k model.ContactKind) string { return k.Glyph() + " " + string(k) }, &p.set.Kind)
	case model.FieldAdults:
		return p.correctAdults()
	case model.FieldPupils:
		return p.correctPupils()
	case model.FieldPromise:
		return p.correctPromise(row.Promise)
	}
	return p.correctText(row.Part)
}

// choice is a list of what a part can be; what is taken is set by hand.
func choice[T comparable](p *Popup, title string, all []T, has T, words func(T) string, to **T) tea.Cmd {
	choices := make([]choose.Choice, len(all))
	for i, one := range all {
		choices[i] = choose.Choice{Words: words(one), Do: func() tea.Cmd {
			*to = &one
			p.reread()
			return nil
		}}
	}
	list := choose.New(p.Env, title, choices)
	list.Select(max(slices.Index(all, has), 0))
	return screen.Show(list)
}

// fields opens fields over the line; set is done when they are right.
func (p *Popup) fields(title string, set func(), fields ...widget.Field) tea.Cmd {
	return screen.Show(form.New(p.Env, p.store, form.Spec{Title: title, Groups: form.Fields(fields...),
		Keep: func(context.Context) (view.Change, error) { return view.Change{}, nil },
		Then: func(view.Change) tea.Cmd {
			set()
			p.reread()
			return nil
		},
	}))
}

func (p *Popup) correctText(part model.CaptureField) tea.Cmd {
	days := widget.Days{Today: p.Today(), Calendar: p.Calendar()}
	c := p.read
	switch part {
	case model.FieldWhen:
		return p.fields("When it happened", func() { p.set.At = &c.At }, widget.Moment("Happened", &c.At, days).Past())
	case model.FieldNote:
		return p.fields("The note", func() { p.set.Note = &c.Note }, widget.LongText("Note", &c.Note, 5))
	case model.FieldWords:
		return p.fields("Their own words", func() { p.set.Words = &c.Words }, widget.LongText("Their own words", &c.Words, 4))
	case model.FieldTriage:
		return p.fields("How soon", func() { p.set.Triage = &c.Triage }, widget.Text("How soon", &c.Triage).Hint("now, today, or a time: 15:30"))
	case model.FieldPresent:
		there := strings.Join(c.Present, "\n")
		return p.fields("Who else was there", func() {
			present := strings.FieldsFunc(there, func(r rune) bool { return r == '\n' })
			p.set.Present = &present
		}, widget.LongText("With", &there, 3).Hint("one in a line"))
	case model.FieldDSL:
		return p.fields("Passed to the DSL", func() { p.set.DSLTo, p.set.DSLRef = &c.DSLTo, &c.DSLRef },
			widget.Text("To whom", &c.DSLTo), widget.Text("Reference", &c.DSLRef))
	}
	return nil
}

func (p *Popup) correctAdults() tea.Cmd {
	if p.read.Family() == 0 {
		return p.askFamily(p.correctAdults)
	}
	all := p.people.AdultsOf(p.read.Family())
	return many(p, "Who it was with", all, p.read.Adults, func(a model.CaptureAdult) (int64, string) { return a.ID, a.FullName() }, &p.set.Adults)
}

func (p *Popup) correctPupils() tea.Cmd {
	if p.read.Family() == 0 {
		return p.askFamily(p.correctPupils)
	}
	all := p.people.PupilsOf(p.read.Family())
	return many(p, "Whom it is about", all, p.read.Pupils, func(c model.CapturePupil) (int64, string) { return c.ID, c.FullName() }, &p.set.Pupils)
}

// many is a list of people of whom any number can be ticked.
func many[T any](p *Popup, title string, all, has []T, one func(T) (id int64, name string), to **[]T) tea.Cmd {
	var options []widget.Option
	var ticked []string
	for _, x := range all {
		id, name := one(x)
		options = append(options, widget.IDOption(id, name, ""))
	}
	for _, x := range has {
		id, _ := one(x)
		ticked = append(ticked, strconv.FormatInt(id, 10))
	}
	picked := slices.Clone(has)
	return p.fields(title, func() { *to = &picked }, widget.Many(title, options, ticked, func(values []string) {
		picked = []T{}
		for _, x := range all {
			if id, _ := one(x); slices.Contains(values, strconv.FormatInt(id, 10)) {
				picked = append(picked, x)
			}
		}
	}))
}

func (p *Popup) correctPromise(i int) tea.Cmd {
	if i >= len(p.read.Promises) {
		return nil
	}
	one := p.read.Promises[i]
	place, who := one.Place, one.Who
	due := model.At(one.Due, one.DueAt)
	days := widget.Days{Today: p.Today(), Calendar: p.Calendar()}
	return p.fields("The follow-up", func() {
		one.Due, one.DueAt, one.Guessed = due.Date(), due.Clock(), false
		if one.Who != who {
			one.AdultID, one.StaffID = 0, 0
		}
		if p.set.Promises == nil {
			p.set.Promises = map[int]model.CapturedPromise{}
		}
		p.set.Promises[place] = one
	}, widget.Text("What", &one.What).Hint("empty: nothing promised"), widget.Choice("Whose", &one.Whose, widget.Options(model.Whoses)),
		widget.Text("Who", &one.Who).Hint("a name, if it is not you"), widget.Moment("Due", &due, days))
}
