package tuitest_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"kettle/model"
	"kettle/store"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// reopened is the program started again on the same caseload.
func reopened(t *testing.T, d *tuitest.Driver, o tuitest.Options) *tuitest.Driver {
	t.Helper()
	if err := d.Store.Close(); err != nil {
		t.Fatal(err)
	}
	o.Path = d.Store.Path()
	return tuitest.New(t, o)
}

func TestAtMidnightTheScreensSayTheNewDay(t *testing.T) {
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	c.Promise("Okafor", model.FollowUp{What: "ring the nurse", Due: "2026-11-24"})
	late := time.Date(2026, 11, 24, 23, 58, 30, 0, time.UTC)
	d := c.Open(tuitest.Options{Now: late, Start: screen.Route{Kind: screen.FollowUps}})
	d.See("Tue 24 Nov", "ring the nurse").NotSee("1 day late")
	d.Press("1").See("Tue 24 Nov", "● today").NotSee("1 day late")
	d.Wait(2*time.Minute).See("Wed 25 Nov", "1 day late").NotSee("Tue 24 Nov")
	d.Press("4").See("Wed 25 Nov", "1 day late")
}

func TestAtMidnightWhatIsTypedStays(t *testing.T) {
	late := time.Date(2026, 11, 24, 23, 59, 30, 0, time.UTC)
	d := tuitest.New(t, tuitest.Options{Now: late, Start: screen.Route{Kind: screen.Families}})
	d.Press("n").Type("Okafor").Wait(time.Minute).See("Wed 25 Nov", "Okafor", "Add a family")
	d.Type("!").Press("ctrl+s").See("Families › Okafor!")
}

func TestWhatAnotherWindowKeepsIsSeenWithinTwoSeconds(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	ctx := context.Background()
	other, err := store.Open(ctx, store.Options{Path: d.Store.Path(), Window: "other"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { err = errors.Join(err, other.Close()) })
	change, err := other.SaveFamily(ctx, model.Family{Name: "Haddad"})
	if err != nil {
		t.Fatal(err)
	}
	d.NotSee("Haddad").Wait(time.Second).See("Haddad")
	if _, err := other.SaveFamily(ctx, model.Family{ID: change.New, Name: "Nowak", NameByHand: true}); err != nil {
		t.Fatal(err)
	}
	d.Press("n").Type("Okafor").Wait(time.Second).See("Okafor", "Add a family")
	d.Press("esc").See("Nowak").NotSee("Haddad")
}

func TestOnesOwnWritesAreNotNewsFromAnotherWindow(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	d.Press("n").Type("Okafor").Press("ctrl+s").Press("2")
	d.Wait(5 * time.Second)
	before := d.Touched()
	d.Wait(3 * time.Second)
	if asked := d.Touched() - before; asked != 3 {
		t.Errorf("in three quiet seconds the store was asked %d times, not once a second", asked)
	}
}
