package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/screen"
)

// printedMsg is a file that was written, and whether the system's viewer took it.
type printedMsg struct {
	what    string
	path    string
	err     error
	notSeen error
	long    *long
}

var errNoViewer = errors.New("no viewer")

// print writes a sheet as a file beside the caseload and hands it to the system's viewer.
func (a *App) print(msg screen.PrintMsg) tea.Cmd {
	show := a.options.Show
	ctx, l, clock := a.begin("Printing " + msg.What)
	return tea.Batch(clock, func() tea.Msg {
		path, err := guarded(func() (string, error) { return a.store.Print(ctx, msg.Sheet, msg.Form) })
		if err != nil {
			return printedMsg{err: err, long: l}
		}
		if show == nil {
			return printedMsg{what: msg.What, path: path, notSeen: errNoViewer, long: l}
		}
		return printedMsg{what: msg.What, path: path, notSeen: show(path), long: l}
	})
}

// printed says what became of it.
func (a *App) printed(msg printedMsg) tea.Cmd {
	stopped := a.end(msg.long, msg.err)
	switch {
	case stopped:
		return a.say(stoppedWords, screen.Info)
	case msg.err != nil:
		return a.say(sentence(msg.err), screen.Bad)
	case msg.notSeen != nil:
		a.sayUntilRead("No program was found to show "+msg.what+". Open it yourself, until Kettle starts again: "+msg.path, screen.Info)
		return nil
	}
	return a.say("Opened "+msg.what+" to be looked at and printed. It is cleared away at the next start.", screen.Good)
}
