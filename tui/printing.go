package tui

import (
	"context"
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
}

var errNoViewer = errors.New("no viewer")

// print writes a sheet as a file beside the caseload and hands it to the system's viewer.
func (a *App) print(msg screen.PrintMsg) tea.Cmd {
	show := a.options.Show
	return func() tea.Msg {
		path, err := guarded(func() (string, error) { return a.store.Print(context.Background(), msg.Sheet, msg.Form) })
		if err != nil {
			return printedMsg{err: err}
		}
		if show == nil {
			return printedMsg{what: msg.What, path: path, notSeen: errNoViewer}
		}
		return printedMsg{what: msg.What, path: path, notSeen: show(path)}
	}
}

// printed says what became of it.
func (a *App) printed(msg printedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return a.say(sentence(msg.err), screen.Bad)
	case msg.notSeen != nil:
		a.sayUntilRead("No program was found to show "+msg.what+". Open it yourself, until Kettle starts again: "+msg.path, screen.Info)
		return nil
	}
	return a.say("Opened "+msg.what+" to be looked at and printed. It is cleared away at the next start.", screen.Good)
}
