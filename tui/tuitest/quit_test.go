package tuitest_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/tuitest"
	"kettle/tui/widget"
)

// drafts are what the caseload keeps of what was being typed.
func drafts(t *testing.T, d *tuitest.Driver) []view.DraftRow {
	t.Helper()
	rows, err := d.Store.Drafts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCtrlCLeavesFromAnywhereAndKeepsTheDraft(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			d := atScene(t, s.keys, s.text).Press("ctrl+c")
			if !d.Ended {
				t.Fatalf("the program goes on:\n%s", d.Screen())
			}
			if kept := len(drafts(t, d)) > 0; kept != s.draft {
				t.Errorf("a draft was kept: %v, want %v", kept, s.draft)
			}
			if left := d.App.View().Content; left != "" {
				t.Errorf("something is left on the screen: %q", left)
			}
		})
	}
}

func TestADraftIsThereOnTheNextStart(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	d.Press("n").Type("Zzyzx").Press("ctrl+p").Type("family").Press("ctrl+c")
	d = reopened(t, d, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	d.Press("n").See("Zzyzx", "What you typed the last time is back")
}

func TestASignalEndsTheProgramLikeTheKey(t *testing.T) {
	d := atScene(t, []string{"2", "n"}, "Zzyzx")
	d.Press("f9") // behind the blank screen, too
	d.Send(screen.QuitMsg{})
	if !d.Ended || len(drafts(t, d)) != 1 {
		t.Errorf("ended: %v, drafts: %v", d.Ended, drafts(t, d))
	}
}

func TestQLeavesWhereLettersAreKeysAndIsTextElsewhere(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12})
	d.Press("2", "/").Type("q").See("/ q")
	d.Press("esc", "n").Type("qq").See("qq").Press("esc")
	d.Press("ctrl+p").Type("q").Press("esc")
	if d.Ended {
		t.Fatal("q in a text ended the program")
	}
	if d.Press("q"); !d.Ended {
		t.Errorf("q does not leave:\n%s", d.Screen())
	}
}

// While the disk is slow the program waits for it, says so, and then leaves.
func TestLeavingWaitsForTheLastWrite(t *testing.T) {
	for name, leave := range map[string]func(d *tuitest.Driver){
		"the key":  func(d *tuitest.Driver) { d.Press("ctrl+c") },
		"a signal": func(d *tuitest.Driver) { d.Send(screen.QuitMsg{}) },
		"twice":    func(d *tuitest.Driver) { d.Press("ctrl+c", "ctrl+c", "q") },
	} {
		t.Run(name, func(t *testing.T) {
			d := tuitest.New(t, tuitest.Options{LastFirst: true, Start: screen.Route{Kind: screen.Families}})
			d.Hold()
			d.Send(screen.WriteMsg{Write: screen.Write{Do: func(ctx context.Context) (view.Change, error) {
				return d.Store.SaveFamily(ctx, model.Family{Name: "Okafor"})
			}}})
			leave(d)
			if d.Ended {
				t.Fatal("the program left before the write was done")
			}
			d.See("Keeping what you typed")
			if d.Release(); !d.Ended {
				t.Fatal("the program does not leave")
			}
			if n, err := d.Store.FamilyCount(context.Background(), "", view.ByName); err != nil || n.All != 1 {
				t.Errorf("%d families, %v", n.All, err)
			}
		})
	}
}

func TestWritesThatWaitAreAllDoneBeforeLeaving(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{LastFirst: true, Start: screen.Route{Kind: screen.Families}})
	d.Hold()
	for _, name := range []string{"Okafor", "Haddad", "Nowak"} {
		d.Send(screen.WriteMsg{Write: screen.Write{Do: func(ctx context.Context) (view.Change, error) {
			return d.Store.SaveFamily(ctx, model.Family{Name: name})
		}}})
	}
	d.Press("ctrl+c")
	d.Release()
	n, err := d.Store.FamilyCount(context.Background(), "", view.ByName)
	if err != nil || n.All != 3 || !d.Ended {
		t.Errorf("%d families, %v, ended %v", n.All, err, d.Ended)
	}
}

// failing is a form that the disk has no room for.
func failing(d *tuitest.Driver, words *string) *form.Form {
	env := &screen.Env{Theme: theme.Dark(), Clock: func() time.Time { return tuitest.Morning }}
	return form.New(env, d.Store, form.Spec{
		Title: "Say it", Name: "words", Groups: form.Fields(widget.Text("Words", words)),
		Keep: func(context.Context) (view.Change, error) { return view.Change{}, errors.New("the disk is full") },
	})
}

// A form that could not be kept while the program was leaving is kept as a draft instead.
func TestWhatCouldNotBeKeptWhileLeavingIsADraft(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	d.Send(screen.ShowMsg{Screen: failing(d, new(string))})
	d.Type("Zzyzx").Hold()
	d.Press("ctrl+s").Step() // the write is under way
	d.Press("ctrl+c")
	if d.Release(); !d.Ended {
		t.Fatalf("the program does not leave:\n%s", d.Screen())
	}
	if kept := drafts(t, d); len(kept) != 1 || kept[0].Body["words"] != "Zzyzx" {
		t.Errorf("drafts: %v", kept)
	}
}
