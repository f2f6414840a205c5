package importing_test

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/importing"
	"kettle/tui/theme"
	"kettle/tui/tuitest"
)

// slowStore reads a file until it is told to stop.
type slowStore struct{ stopped bool }

func (s *slowStore) RecentExports(context.Context) ([]view.ExportFile, error) { return nil, nil }

func (s *slowStore) PreviewImportFile(ctx context.Context, _ string) (view.Import, error) {
	<-ctx.Done()
	s.stopped = true
	return view.Import{}, ctx.Err()
}

func (s *slowStore) Doubles(context.Context) ([]view.Double, error) { return nil, nil }

func (s *slowStore) TakeIn(context.Context, view.Import) (view.Change, error) {
	return view.Change{}, nil
}

func answerOf(t *testing.T, ask screen.Ask) any {
	t.Helper()
	answer, err := ask.Do(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// asked are the question to the store and the timer that a command holds.
func asked(t *testing.T, cmd tea.Cmd) (q screen.QuestionMsg, later screen.LaterMsg) {
	t.Helper()
	for _, one := range cmd().(tea.BatchMsg) {
		switch msg := one().(type) {
		case screen.QuestionMsg:
			q = msg
		case screen.LaterMsg:
			later = msg
		}
	}
	return q, later
}

func TestASlowFileSaysSoAndEscStopsIt(t *testing.T) {
	store := &slowStore{}
	p := importing.New(&screen.Env{Theme: theme.Plain(), Clock: func() time.Time { return tuitest.Morning }}, store, "slow.csv")
	picture := func() string {
		c := canvas.New(80, 20)
		p.Draw(c)
		return c.Plain()
	}
	question, later := asked(t, p.Take(answerOf(t, p.Load()[0])))
	if seen := picture(); strings.Contains(seen, "Reading") {
		t.Errorf("it says at once that it takes its time:\n%s", seen)
	}
	if later.After != 200*time.Millisecond {
		t.Errorf("it says so after %v", later.After)
	}
	p.Take(later.Answer)
	if seen := picture(); !strings.Contains(seen, "Reading the file …") {
		t.Errorf("it does not say that it is reading:\n%s", seen)
	}
	word, stop := p.Escape()
	if word != "stop" {
		t.Fatalf("Esc would do %q", word)
	}
	stop()
	p.Take(answerOf(t, question.Asks[0]))
	if seen := picture(); !store.stopped || strings.Contains(seen, "Reading") || strings.Contains(seen, "! ") {
		t.Errorf("stopped %v:\n%s", store.stopped, seen)
	}
}
