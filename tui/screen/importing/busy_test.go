package importing_test

import (
	"context"
	"testing"
	"time"

	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/importing"
	"kettle/tui/theme"
	"kettle/tui/tuitest"
)

// slowStore reads a file, and takes one in, until it is told to stop.
type slowStore struct {
	importing.Store
	during func()
	quick  bool
}

func (s *slowStore) RecentExports(context.Context) ([]view.ExportFile, error) { return nil, nil }

func (s *slowStore) PreviewImportFile(ctx context.Context, _ string) (view.Import, error) {
	if s.quick {
		return view.Import{File: view.ImportFile{Name: "slow.csv"}, Sum: "takes in nothing"}, nil
	}
	s.during()
	return view.Import{}, ctx.Err()
}

func (s *slowStore) Doubles(context.Context) ([]view.Double, error) { return nil, nil }

func (s *slowStore) IsPack(string) bool { return false }

func (s *slowStore) ChooseImport(_ context.Context, preview view.Import, _ view.ImportChoices) (view.Import, error) {
	return preview, nil
}

func (s *slowStore) DecideAgain(_ context.Context, _, now view.Import, _ view.ImportChoices) (view.Import, view.ImportChoices, int, error) {
	return now, nil, 0, nil
}

func (s *slowStore) TakeIn(ctx context.Context, _ view.Import) (view.Change, error) {
	s.during()
	return view.Change{}, ctx.Err()
}

func TestEscStopsASlowFileAndWhatWasSeenStays(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Width: 80, Height: 24})
	store := &slowStore{during: func() {
		d.Wait(time.Second).See("Reading the file", "stops; nothing is changed").Press("esc")
	}}
	env := &screen.Env{Theme: theme.Plain(), Clock: func() time.Time { return tuitest.Morning }}
	d.Send(screen.ShowMsg{Screen: importing.New(env, store, "slow.csv", nil)})
	d.See("Stopped: nothing was changed.", "File slow.csv").NotSee("Reading the file")
	store.quick, store.during = true, func() {
		d.Wait(time.Second).See("Taking in the file").Press("esc")
	}
	d.Press("enter").See("nothing is written yet").Press("enter").See("Stopped: nothing was changed.", "nothing is written yet")
}
