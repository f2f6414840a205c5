// Package form is the popup in which things are added and changed: fields under one another, checked
// where they stand, kept as a draft while they are typed, and written as one step.
package form

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Store is what a form needs of the store: the drafts of what was being typed.
type Store interface {
	// Drafts are what was being typed and neither kept nor thrown away.
	Drafts(ctx context.Context) ([]view.DraftRow, error)
	// DropDraft throws one away.
	DropDraft(ctx context.Context, form string, record int64) error
}

// Group is some fields under a heading; the heading may be "".
type Group struct {
	Title  string
	Fields []widget.Field
	// Show says whether the group fits what other fields hold just now; nil is always. What is not
	// shown is neither checked nor stored nor kept in a draft.
	Show func() bool
}

// Spec is one form.
type Spec struct {
	Title  string
	Intro  string // a sentence above the fields, "" for none
	Name   string // names the drafts of this form; "" keeps none
	Record int64  // the record it changes, 0 for a new one
	Groups []Group
	About  []string // for help
	// Keep writes what the fields stored.
	Keep func(ctx context.Context) (view.Change, error)
	// Then follows when it is kept and the form is closed; may be nil.
	Then func(view.Change) tea.Cmd
	// Check is asked when every field is right by itself; a sentence says what does not fit
	// together. May be nil.
	Check func() string
}

// Fields are groups without headings.
func Fields(fields ...widget.Field) []Group { return []Group{{Fields: fields}} }

// Form is a form on the screen.
type Form struct {
	screen.Base
	store  Store
	spec   Spec
	fields []widget.Field
	names  []string      // of the fields in a draft, each different
	shows  []func() bool // of the group of each field, nil is always
	at     int
	errors []string // beside each field
	wrong  string   // what does not fit together
	saving bool
	done   bool // it is kept: nothing of it is a draft any more
	back   bool // a draft came back
	first  map[string]string
	ask    *screen.Ask
	build  func(answer any) Spec
	scroll int
	loose  bool // scrolled by the wheel: the cursor need not be seen
}

// New is a form of that spec.
func New(env *screen.Env, store Store, spec Spec) *Form {
	f := &Form{Base: screen.Base{Env: env}, store: store}
	f.set(spec)
	return f
}

// Loading is a form whose spec is built when the answer to a question is there.
func Loading(env *screen.Env, store Store, title string, ask func(ctx context.Context) (any, error), build func(answer any) Spec) *Form {
	f := &Form{Base: screen.Base{Env: env}, store: store, build: build}
	f.spec.Title = title
	f.ask = &screen.Ask{Slot: "form", Do: ask}
	return f
}

func (f *Form) set(spec Spec) {
	f.spec, f.fields, f.names, f.shows, f.at = spec, nil, nil, nil, 0
	for _, g := range spec.Groups {
		for _, field := range g.Fields {
			f.fields, f.shows = append(f.fields, field), append(f.shows, g.Show)
			f.names = append(f.names, f.freeName(field.Name()))
		}
	}
	f.errors = make([]string, len(f.fields))
	f.first = f.body(func(int) bool { return true })
}

// shown reports whether field i fits what the others hold.
func (f *Form) shown(i int) bool { return f.shows[i] == nil || f.shows[i]() }

// body is what is typed in the fields that take part.
func (f *Form) body(takesPart func(i int) bool) map[string]string {
	body := map[string]string{}
	for i, field := range f.fields {
		if takesPart(i) {
			body[f.names[i]] = field.Text()
		}
	}
	return body
}

// Load asks for what the form is about, and for a draft of it.
func (f *Form) Load() []screen.Ask {
	if f.ask != nil && f.fields == nil {
		return []screen.Ask{*f.ask}
	}
	if f.spec.Name == "" || f.back || f.changed() {
		return nil
	}
	return []screen.Ask{{Slot: "draft", Do: func(ctx context.Context) (any, error) {
		drafts, err := f.store.Drafts(ctx)
		return f.ownDraft(drafts), err
	}}}
}

// Take builds the form, or brings a draft back into its fields.
func (f *Form) Take(answer any) tea.Cmd {
	body, isDraft := answer.(draftBack)
	if !isDraft {
		f.set(f.build(answer))
		return screen.Question(f, f.Load()...)
	}
	if len(body) == 0 || f.changed() {
		return nil
	}
	for i, field := range f.fields {
		if text, ok := body[f.names[i]]; ok {
			field.SetText(text)
		}
	}
	f.back = f.changed()
	return nil
}

func (f *Form) changed() bool {
	for i := range f.fields {
		if f.typedIn(i) {
			return true
		}
	}
	return false
}

// typedIn reports whether field i takes part and differs from what stood there.
func (f *Form) typedIn(i int) bool {
	return f.shown(i) && f.fields[i].Text() != f.first[f.names[i]]
}

// Popup is so: a form lies over the page that opened it.
func (f *Form) Popup() bool { return true }

// Crumbs are none: the page below keeps its own.
func (f *Form) Crumbs() []string { return nil }

// Typing is always so: what is typed goes to the field.
func (f *Form) Typing() bool { return true }

// About is what help says first.
func (f *Form) About() []string { return f.spec.About }

// Scopes are the form's and those of the field that has the cursor.
func (f *Form) Scopes() []action.Scope {
	if len(f.fields) == 0 {
		return []action.Scope{action.Form}
	}
	return []action.Scope{action.Form, f.field().Scope()}
}

func (f *Form) field() widget.Field { return f.fields[f.at] }

// Handlers move between the fields and keep the form.
func (f *Form) Handlers() action.Handlers {
	h := action.Handlers{
		action.FormKeep:      {Do: f.keep},
		action.FormThrow:     {Do: f.throw, Why: f.whyNotThrow},
		action.FieldNext:     {Do: func() tea.Cmd { return f.move(1) }},
		action.FieldPrevious: {Do: func() tea.Cmd { return f.move(-1) }},
		action.FieldAbove:    {Do: func() tea.Cmd { return f.move(-1) }},
		action.FieldBelow:    {Do: func() tea.Cmd { return f.move(1) }},
		action.FieldEnter:    {Do: f.enter},
	}
	for _, id := range []action.ID{action.ChoiceNext, action.ChoicePrev, action.ChoiceToggle, action.DayEarlier,
		action.DayLater, action.PickUp, action.PickDown, action.ListRemove, action.ListUp, action.ListDown} {
		h[id] = action.Handler{Do: func() tea.Cmd { return f.act(id) }}
	}
	return h
}

// act gives an action to the field; what a field does not take at its edge leaves it.
func (f *Form) act(id action.ID) tea.Cmd {
	f.loose = false
	if len(f.fields) == 0 || f.field().Act(id) {
		return nil
	}
	switch id {
	case action.PickUp:
		return f.move(-1)
	case action.PickDown:
		return f.move(1)
	}
	return nil
}

// enter goes to the next field, or keeps the form from its last one.
func (f *Form) enter() tea.Cmd {
	f.loose = false
	if len(f.fields) == 0 || f.field().Act(action.FieldEnter) {
		return nil
	}
	if f.next(1) <= f.at {
		return f.keep()
	}
	return f.move(1)
}

// next is the field shown n steps on, beginning again after the last.
func (f *Form) next(n int) int {
	step := 1
	if n < 0 {
		step = -1
	}
	i := f.at
	for left := n * step; left > 0; left-- {
		i = (i + step + len(f.fields)) % len(f.fields)
		for !f.shown(i) && i != f.at {
			i = (i + step + len(f.fields)) % len(f.fields)
		}
	}
	return i
}

func (f *Form) move(n int) tea.Cmd {
	f.loose = false
	if len(f.fields) == 0 {
		return nil
	}
	f.errors[f.at] = f.field().Check()
	f.at = f.next(n)
	return nil
}

// moveTo goes to a field that was clicked.
func (f *Form) moveTo(i int) tea.Cmd {
	f.loose = false
	f.errors[f.at] = f.field().Check()
	f.at = i
	return nil
}

// Key types into the field; its error goes as soon as something is typed.
func (f *Form) Key(msg tea.KeyPressMsg) tea.Cmd {
	f.loose = false
	if len(f.fields) > 0 && !f.saving {
		f.field().Type(msg)
		f.errors[f.at], f.wrong = "", ""
	}
	return nil
}

// Paste pastes into the field.
func (f *Form) Paste(text string) tea.Cmd {
	f.loose = false
	if len(f.fields) > 0 && !f.saving {
		f.field().Paste(text)
		f.errors[f.at], f.wrong = "", ""
	}
	return nil
}

// Escape closes the form; what was typed stays as a draft.
func (f *Form) Escape() (string, func() tea.Cmd) {
	if f.changed() && f.spec.Name != "" {
		return "later (draft kept)", nil
	}
	return "close", nil
}
