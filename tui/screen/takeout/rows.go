package takeout

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// row is one choice: what it is about, what holds, and how to change it.
type row struct {
	label, words string
	path         bool // its end says more than its beginning
	wrong        bool
	open         func() tea.Cmd
}

// compose makes the rows that the kind of file has.
func (p *Page) compose() {
	kind := p.what.Kind
	p.rows = []row{
		{label: "What", words: kind.Title() + ": " + kind.What(), open: p.chooseKind},
		{label: "Whom", words: p.whom(), open: p.chooseWhom},
	}
	if kind.NamesAdults() {
		p.rows = append(p.rows, row{label: "Left out", words: p.leftOut(), open: p.toggle(&p.what.Everyone)})
	}
	if kind.HasWords() {
		words := "initials of the children only"
		if p.what.Full {
			words = "names in full, and what it is about"
		}
		p.rows = append(p.rows, row{label: "Names", words: words, open: p.toggle(&p.what.Full)})
	}
	if kind.HasDays() {
		p.rows = append(p.rows, row{label: "Days", words: p.days(), open: p.chooseDays})
	}
	where := row{label: "Where", words: p.place.path, path: true, open: p.chooseWhere}
	if p.place.wrong != "" {
		where = row{label: "Where", words: p.place.wrong, wrong: true, open: p.chooseWhere}
	}
	p.rows = append(p.rows, where)
	p.list.SetTotal(len(p.rows))
}

func (p *Page) whom() string {
	switch {
	case p.what.FamilyID != 0:
		return "the " + p.family + " family"
	case p.what.Words != "":
		return "families with “" + p.what.Words + "”"
	}
	return "all families"
}

func (p *Page) leftOut() string {
	if p.what.Everyone {
		return "nobody; a mark says who is behind an order, not in touch, or died"
	}
	return "who is behind a court order, not in touch or died"
}

func (p *Page) days() string {
	from, until := p.what.Begins(p.Today()), p.what.Until
	words := "all"
	switch {
	case from != "" && until != "":
		words = from.Full() + " – " + until.Full()
	case from != "":
		words = "from " + from.Full()
	case until != "":
		words = "until " + until.Full()
	}
	return words
}

// toggle turns a yes into a no, and counts again.
func (p *Page) toggle(answer *bool) func() tea.Cmd {
	return func() tea.Cmd {
		*answer = !*answer
		return p.changed()
	}
}

func (p *Page) chooseKind() tea.Cmd {
	var choices []choose.Choice
	for _, kind := range model.OutKinds {
		choices = append(choices, choose.Choice{Words: kind.Title(), Note: kind.What(), Do: func() tea.Cmd {
			p.what.Kind, p.what.Full, p.what.Everyone = kind, false, false
			return p.changed()
		}})
	}
	popup := choose.New(p.Env, "Take out", choices)
	popup.Select(slices.Index(model.OutKinds, p.what.Kind))
	return screen.Show(popup)
}

// The forms in which something may be typed, by the names of their drafts.
const (
	whomDraft  = "what is taken out: of whom"
	daysDraft  = "what is taken out: which days"
	whereDraft = "what is taken out: where to"
)

// Resume opens the form in which something was being typed.
func (p *Page) Resume(name string, _ int64) (open tea.Cmd, ready bool) {
	switch name {
	case whomDraft:
		return p.chooseWhom(), true
	case daysDraft:
		return p.chooseDays(), true
	case whereDraft:
		return p.chooseWhere(), true
	}
	return nil, true
}

// keep is what a form of this page does: it changes no record, only the page.
func (p *Page) keep(context.Context) (view.Change, error) { return view.Change{}, nil }

func (p *Page) chooseWhom() tea.Cmd {
	words := p.what.Words
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "Of whom", Name: whomDraft, Intro: "Words that the list of families would find: a name, a class, a language. Empty is all families.",
		Groups: form.Fields(widget.Text("Families with", &words).Hint("all families")),
		Keep:   p.keep,
		Then: func(view.Change) tea.Cmd {
			p.what.Words, p.what.FamilyID = words, 0
			return p.changed()
		},
	}))
}

func (p *Page) chooseDays() tea.Cmd {
	typed := p.what
	typed.From = p.what.Begins(p.Today())
	days := widget.Days{Today: p.Today(), Calendar: p.Calendar()}
	from, until := widget.Date("First day", &typed.From, days).Hint("from the beginning"), widget.Date("Last day", &typed.Until, days).Hint("to the end")
	if typed.Kind == model.OutLog {
		from, until = from.Past().Hint("from the beginning"), until.Past().Hint("to the end")
	}
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "Which days", Name: daysDraft, Groups: form.Fields(from, until), Check: func() string { return typed.Check() }, Keep: p.keep,
		Then: func(view.Change) tea.Cmd {
			p.what.From, p.what.Until = typed.From, typed.Until
			return p.changed()
		},
	}))
}

func (p *Page) chooseWhere() tea.Cmd {
	where, name := p.where, p.what.FileName(p.Today())
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "Where to", Name: whereDraft, Intro: "A folder, or a whole path with the name of the file. Drop a folder on this window to name it. Empty is the usual folder.",
		Groups: form.Fields(widget.Text("Folder or file", &where).Hint("the usual folder")),
		Keep: func(context.Context) (view.Change, error) {
			_, err := p.store.NewPlace(where, name)
			return view.Change{}, err
		},
		Then: func(view.Change) tea.Cmd {
			p.where = where
			return p.changed()
		},
	}))
}
