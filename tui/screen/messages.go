package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
)

// OpenMsg asks the root to open the screen of a route, kept from before or made anew.
type OpenMsg struct{ Route Route }

// Open opens the screen of a route on top of this one.
func Open(kind Kind, id int64) tea.Cmd { return send(OpenMsg{Route{kind, id}}) }

// ShowMsg asks the root to put a screen on top.
type ShowMsg struct{ Screen Screen }

// Show puts a screen that was just made on top: a form, a choice.
func Show(s Screen) tea.Cmd { return send(ShowMsg{s}) }

// CloseMsg asks the root to close a screen, and to open another one in its place if there is one.
type CloseMsg struct {
	Screen Screen
	Then   tea.Cmd
}

// Close closes the screen, then does what follows, which may be nil.
func Close(s Screen, then tea.Cmd) tea.Cmd { return send(CloseMsg{s, then}) }

// QuestionMsg asks the root to ask the store on behalf of a screen.
type QuestionMsg struct {
	Screen Screen
	Asks   []Ask
}

// Question asks the store; the answers come to Take.
func Question(s Screen, asks ...Ask) tea.Cmd { return send(QuestionMsg{s, asks}) }

// Write is one write to the store. Writes are done one after the other in the order in which they
// were asked for.
type Write struct {
	Do func(ctx context.Context) (view.Change, error)
	// Then follows when it is kept; may be nil.
	Then func(view.Change) tea.Cmd
	// Failed follows when it was not kept, beside the error that the root shows; may be nil.
	Failed func(error) tea.Cmd
	// Quiet says nothing when it is kept.
	Quiet bool
	// Long says what is being done, "Taking in the file", where it may take over half a second: then it is
	// shown how far it has come, and Esc stops it, with nothing changed. Do reports by view.Report.
	Long string
}

// ReadMsg asks the root to read something for what follows from it.
type ReadMsg struct {
	Do   func(ctx context.Context) (any, error)
	Then func(answer any) tea.Cmd
	// Long says what is being done where it may take over half a second, as with a Write.
	Long string
}

// Read reads something, and then does what follows from it.
func Read(do func(ctx context.Context) (any, error), then func(answer any) tea.Cmd) tea.Cmd {
	return send(ReadMsg{Do: do, Then: then})
}

// ReadLong reads what may take over half a second: long says what is being done, Esc stops it.
func ReadLong(long string, do func(ctx context.Context) (any, error), then func(answer any) tea.Cmd) tea.Cmd {
	return send(ReadMsg{Do: do, Then: then, Long: long})
}

// ResumeMsg asks the root to open a screen, and on it the form in which something was being typed.
type ResumeMsg struct {
	Route  Route
	Form   string
	Record int64
}

// Resume opens the form in which something was being typed, on the screen where it was.
func Resume(at Route, form string, record int64) tea.Cmd { return send(ResumeMsg{at, form, record}) }

// WriteMsg asks the root for a write.
type WriteMsg struct{ Write Write }

// Do writes to the store.
func Do(w Write) tea.Cmd { return send(WriteMsg{w}) }

// Keep writes to the store and says what was kept.
func Keep(do func(ctx context.Context) (view.Change, error)) tea.Cmd { return Do(Write{Do: do}) }

// Tone is how a toast is meant.
type Tone int

// The tones of a toast.
const (
	Good Tone = iota
	Info
	Bad // stays until it is read
)

// SayMsg asks the root to show a sentence.
type SayMsg struct {
	Text string
	Tone Tone
}

// Say shows a sentence for a while.
func Say(text string) tea.Cmd { return send(SayMsg{text, Info}) }

// Told says what was done, and how it is taken back; of what changed nothing it says nothing.
func Told(c view.Change) tea.Cmd {
	if c.Step == 0 {
		return nil
	}
	return Say(c.Sentence() + " " + action.ByID(action.Undo).Keyname(false) + " takes it back.")
}

// RunMsg asks the root to do an action as if its key were pressed.
type RunMsg struct{ ID action.ID }

// Run does an action as if its key were pressed.
func Run(id action.ID) tea.Cmd { return send(RunMsg{id}) }

// CopyMsg asks the root to copy a text to the clipboard.
type CopyMsg struct{ Text, What string }

// Copy copies a text; what names it for the person: "the letter".
func Copy(text, what string) tea.Cmd { return send(CopyMsg{text, what}) }

// PrintMsg asks the root to write a sheet as a file and to hand it to the system's viewer.
type PrintMsg struct {
	Sheet model.Sheet
	Form  model.PrintForm
	What  string
}

// Print prints a sheet; what names it for the person: "the letter".
func Print(sheet model.Sheet, form model.PrintForm, what string) tea.Cmd {
	return send(PrintMsg{sheet, form, what})
}

// QuitMsg ends the program in good order: drafts kept, writes done. A signal sends it, too.
type QuitMsg struct{}

func send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// Both does several things, in no particular order.
func Both(cmds ...tea.Cmd) tea.Cmd { return tea.Batch(cmds...) }

// LookRoundMsg asks the root to end, and the program to open the made-up school instead.
type LookRoundMsg struct{}

// LookRound leaves the caseload and opens the made-up school.
func LookRound() tea.Cmd { return send(LookRoundMsg{}) }
