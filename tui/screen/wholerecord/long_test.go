package wholerecord_test

import (
	"context"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/wholerecord"
	"kettle/tui/theme"
	"kettle/tui/tuitest"
)

// slowStore takes its time over a record.
type slowStore struct {
	wholerecord.Store
	during func()
}

func (s *slowStore) WholeRecord(ctx context.Context, family int64, about model.PersonRef) (view.WholeRecord, error) {
	if err := view.Report(ctx, view.Progress{What: "meetings", Done: 2, Total: 8}); err != nil {
		return view.WholeRecord{}, err
	}
	if s.during != nil {
		s.during()
	}
	if ctx.Err() != nil {
		return view.WholeRecord{}, ctx.Err()
	}
	return s.Store.WholeRecord(ctx, family, about)
}

func TestALargeRecordShowsHowFarItHasComeAndEscStopsIt(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12, Width: 80, Height: 24, Start: screen.Route{Kind: screen.Families}})
	slow := func(key string) func() {
		return func() {
			d.Wait(time.Second).See("Reading the record", "meetings", "2 of 8", "stops; nothing is changed")
			if key != "" {
				d.Press(key)
			}
		}
	}
	store := &slowStore{Store: d.Store, during: slow("esc")}
	env := &screen.Env{Theme: theme.Plain(), Clock: func() time.Time { return tuitest.Morning }, World: world(t, d)}
	open := func() { d.Send(screen.ShowMsg{Screen: wholerecord.New(env, store, 1)}) }
	open()
	d.See("Stopped: nothing was changed.", "2 Families").NotSee("Whole record", "Reading")
	store.during = slow("")
	open()
	d.See("Whole record", "Nobody who asks").NotSee("Reading the record")
	store.during = slow("esc") // of another who asks: the one before stays
	d.Press("e", "right", "ctrl+s").See("Stopped", "Whole record", "Nobody who asks")
	store.during = nil
	d.Press("e", "right", "ctrl+s").See("Asks: ")
}

func world(t *testing.T, d *tuitest.Driver) view.World {
	t.Helper()
	w, err := d.Store.World(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return w
}
