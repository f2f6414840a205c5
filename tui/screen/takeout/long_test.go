package takeout_test

import (
	"context"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/takeout"
	"kettle/tui/theme"
	"kettle/tui/tuitest"
)

// slowStore takes its time over counting.
type slowStore struct {
	takeout.Store
	during func()
}

func (s *slowStore) LookAtOut(ctx context.Context, what model.TakeOut) (model.TakenOut, error) {
	if err := view.Report(ctx, view.Progress{What: "families", Done: 250, Total: 4000}); err != nil {
		return model.TakenOut{}, err
	}
	if s.during != nil {
		s.during()
	}
	if ctx.Err() != nil {
		return model.TakenOut{}, ctx.Err()
	}
	return s.Store.LookAtOut(ctx, what)
}

func TestCountingALargeCaseloadShowsHowFarItHasComeAndEscStopsIt(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12, Width: 80, Height: 24})
	store := &slowStore{Store: d.Store, during: func() {
		d.Wait(time.Second).See("Counting what would leave", "250 of 4000", "stops; nothing is changed").Press("esc")
	}}
	env := &screen.Env{Theme: theme.Plain(), Clock: func() time.Time { return tuitest.Morning }}
	d.Send(screen.ShowMsg{Screen: takeout.New(env, store, 0)})
	d.See("Stopped", "It was not counted to the end").NotSee("Counting")
	d.Press("ctrl+s").See("not counted to the end").NotSee("Written").Wait(time.Minute)
	store.during = nil
	d.Press("down", "down", "enter").See("people of", "a mark says who").NotSee("not counted")
}

// Whoever goes elsewhere meanwhile is not held up there by what is counted.
func TestWhatIsCountedBehindAnotherPageIsNotShownThere(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12, Width: 80, Height: 24})
	store := &slowStore{Store: d.Store, during: func() {
		d.Press("2").Wait(time.Second).See("Okafor").NotSee("Counting what would leave").Press("/").Type("haddad").See("Haddad")
	}}
	env := &screen.Env{Theme: theme.Plain(), Clock: func() time.Time { return tuitest.Morning }}
	d.Send(screen.ShowMsg{Screen: takeout.New(env, store, 0)})
	d.See("Haddad").NotSee("Counting", "Stopped")
}
