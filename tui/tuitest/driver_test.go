package tuitest_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// blamed is a test that notes what it is blamed for, instead of failing.
type blamed struct {
	testing.TB
	said []string
}

func (b *blamed) Errorf(format string, args ...any) {
	b.said = append(b.said, fmt.Sprintf(format, args...))
}
func (b *blamed) Error(args ...any) { b.said = append(b.said, fmt.Sprint(args...)) }

// rash is a page that asks the store where it must not.
type rash struct {
	screen.Base
	store    *tuitest.Driver
	onLoad   bool // in Update
	onDraw   bool
	writes   bool
	unbound  bool
	unlisted bool
}

func (r *rash) touch() {
	if r.writes {
		_ = r.store.Store.KeepDraft(context.Background(), "rash", 0, map[string]string{"a": "b"})
		return
	}
	_, _ = r.store.Store.World(context.Background())
}

func (r *rash) Load() []screen.Ask {
	if r.onLoad {
		r.touch()
	}
	return nil
}

func (r *rash) Draw(*canvas.Canvas) {
	if r.onDraw {
		r.touch()
	}
}

func (r *rash) Crumbs() []string { return nil }

func (r *rash) Scopes() []action.Scope {
	switch {
	case r.unlisted:
		return []action.Scope{action.Families, action.Form}
	case r.unbound:
		return []action.Scope{action.PalettePopup}
	}
	return []action.Scope{action.Blanked}
}

func (r *rash) Handlers() action.Handlers {
	nothing := action.Handler{Do: func() tea.Cmd { return nil }}
	return action.Handlers{action.Unblank: nothing}
}

// What holds the screens to their promises must notice when one breaks them.
func TestTheDriverNoticesAScreenThatBreaksTheRules(t *testing.T) {
	for name, c := range map[string]struct {
		page rash
		says string
	}{
		"a read in Update":       {rash{onLoad: true}, "the store was touched (write: false)"},
		"a write in Update":      {rash{onLoad: true, writes: true}, "the store was touched (write: true)"},
		"a read while drawing":   {rash{onDraw: true}, "the store was touched (write: false)"},
		"an action without hand": {rash{unbound: true}, "nothing is bound to"},
		"scopes nobody checked":  {rash{unlisted: true}, "are not in action/together.go"},
		"nothing of the kind":    {rash{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := &blamed{TB: t}
			d := tuitest.New(b, tuitest.Options{})
			c.page.store = d
			d.Send(screen.ShowMsg{Screen: &c.page})
			said := strings.Join(b.said, "\n")
			if !strings.Contains(said, c.says) || (c.says == "") != (said == "") {
				t.Errorf("the driver said %q, want %q", said, c.says)
			}
		})
	}
}

// A question asked in its command and a write done in its own are no fault.
func TestTheDriverLetsCommandsTouchTheStore(t *testing.T) {
	b := &blamed{TB: t}
	d := tuitest.New(b, tuitest.Options{})
	before := d.Touched()
	d.Send(screen.WriteMsg{Write: screen.Write{Do: func(ctx context.Context) (view.Change, error) {
		return view.Change{}, d.Store.KeepDraft(ctx, "words", 0, map[string]string{"a": "b"})
	}}})
	if len(b.said) > 0 || d.Touched() == before {
		t.Errorf("said %q, touched %d times", b.said, d.Touched()-before)
	}
}
