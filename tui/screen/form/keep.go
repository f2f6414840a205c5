package form

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
)

func (f *Form) whyNotThrow() string {
	if f.changed() {
		return ""
	}
	return "Nothing was typed here yet."
}

// throw puts the fields back as they were.
func (f *Form) throw() tea.Cmd {
	for i, field := range f.fields {
		field.SetText(f.first[f.names[i]])
	}
	f.errors, f.wrong, f.back = make([]string, len(f.fields)), "", false
	return f.dropDraft()
}

func (f *Form) dropDraft() tea.Cmd {
	if f.spec.Name == "" {
		return nil
	}
	return screen.Do(screen.Write{Quiet: true, Do: func(ctx context.Context) (view.Change, error) {
		return view.Change{Touched: map[view.Kind][]int64{view.Draft: {f.spec.Record}}}, f.store.DropDraft(ctx, f.spec.Name, f.spec.Record)
	}})
}

// keep checks every field, goes to the first that is wrong, or writes.
func (f *Form) keep() tea.Cmd {
	if f.saving || len(f.fields) == 0 {
		return nil
	}
	if at := f.check(); at >= 0 {
		f.at, f.loose = at, false
		return nil
	}
	for i, field := range f.fields {
		if f.shown(i) {
			field.Store()
		}
	}
	if f.spec.Check != nil {
		if f.wrong = f.spec.Check(); f.wrong != "" {
			return nil
		}
	}
	f.saving = true
	return screen.Do(screen.Write{Do: f.spec.Keep, Then: f.kept, Failed: func(error) tea.Cmd { f.saving = false; return nil }})
}

// check is the first field that is wrong, -1 for none.
func (f *Form) check() int {
	first := -1
	for i := len(f.fields) - 1; i >= 0; i-- {
		f.errors[i] = ""
		if f.shown(i) {
			f.errors[i] = f.fields[i].Check()
		}
		if f.errors[i] != "" {
			first = i
		}
	}
	return first
}

func (f *Form) kept(c view.Change) tea.Cmd {
	f.done = true
	var then tea.Cmd
	if f.spec.Then != nil {
		then = f.spec.Then(c)
	}
	return screen.Both(f.dropDraft(), screen.Close(f, then))
}
