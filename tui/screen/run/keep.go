package run

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
)

// What is typed at the table keeps itself: as a draft while it is typed, as a step when its part is left.

// restore puts back what was being typed.
func (r *Run) restore(draft map[string]string) {
	if len(draft) == 0 {
		return
	}
	r.setTexts(view.RunText{Notes: draft["notes"], Words: draft["words"], Parked: draft["parked"]})
	if said, was := draft["first"]; was {
		r.setBeginning(view.Beginning{Mood: model.Mood(draft["mood"]), Said: said})
	}
	r.line.SetText(draft["agreement"])
	for _, a := range r.prep.Agreements {
		if fmt.Sprint(a.ID) == draft["corrects"] {
			r.over = a
		}
	}
}

// openAt begins with how they came in (practice 40); when anything is written, with the item that is
// talked about.
func (r *Run) openAt() {
	r.list.Select(max(model.CurrentItem(r.prep.Agenda), 0))
	written := r.typed() != (view.RunText{}) || r.beginning() != (view.Beginning{}) || len(r.prep.Agreements) > 0
	if written || slices.ContainsFunc(r.prep.Agenda, func(i model.AgendaItem) bool { return i.Done }) {
		r.part = agenda
	}
}

func (r *Run) setTexts(t view.RunText) {
	r.texts[notes].SetText(t.Notes)
	r.texts[words].SetText(t.Words)
	r.texts[parked].SetText(t.Parked)
}

func (r *Run) typed() view.RunText {
	return view.RunText{Notes: r.texts[notes].Text(), Words: r.texts[words].Text(), Parked: r.texts[parked].Text()}
}

// Draft is what is being typed.
func (r *Run) Draft() (string, int64, map[string]string, bool) {
	t, b := r.typed(), r.beginning()
	body := map[string]string{"notes": t.Notes, "words": t.Words, "parked": t.Parked, "agreement": r.line.Text(), "corrects": fmt.Sprint(r.over.ID), "mood": string(b.Mood), "first": b.Said}
	return draftForm, r.id, body, r.known && (t != r.kept || b != r.begun || r.line.Text() != r.lineWas())
}

// keepText keeps what was typed, each as one step, if it is something new.
func (r *Run) keepText() tea.Cmd {
	if !r.known {
		return nil
	}
	var cmds []tea.Cmd
	if b := r.beginning(); b != r.begun {
		r.begun = b
		cmds = append(cmds, r.keep(func(ctx context.Context) (view.Change, error) { return r.store.KeepBeginning(ctx, r.id, b) },
			func() { r.begun = view.Beginning{Said: unkept} }))
	}
	if text := r.typed(); text != r.kept {
		r.kept = text
		cmds = append(cmds, r.keep(func(ctx context.Context) (view.Change, error) { return r.store.KeepRunText(ctx, r.id, text) },
			func() { r.kept = view.RunText{Notes: unkept} }))
	}
	return screen.Both(cmds...)
}

// unkept is what nobody has typed: what stands on the screen differs from it, and is tried again.
const unkept = "\x00"

// keep writes what stands on the screen, which then is no draft any more.
func (r *Run) keep(do func(ctx context.Context) (view.Change, error), failed func()) tea.Cmd {
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) {
			change, err := do(ctx)
			if err == nil {
				err = r.store.DropDraft(ctx, draftForm, r.id)
			}
			return change, err
		},
		Failed: func(error) tea.Cmd { failed(); return nil },
	})
}
