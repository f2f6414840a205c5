// Package screen is what the root and the screens agree on: what a screen is, what it may ask the
// root to do, and what it knows of the world. Screens are plain structs; there is one Bubble Tea
// model, the root, and screens never see each other.
//
// A screen asks the store in Load and with Question, always outside Update, and is given the answer
// in Take. It writes with Do. It draws what it holds and nothing else.
package screen

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// Kind names a kind of screen: "families", "family".
type Kind string

// Route names one screen: its kind and, where it shows one thing, the id of that thing.
type Route struct {
	Kind Kind
	ID   int64
}

// Screen is one page, or a popup over the page below it. Embed Base for what is not needed.
type Screen interface {
	// Scopes are those whose actions the screen takes at this moment.
	Scopes() []action.Scope
	// Handlers bind every action of all scopes the screen ever takes.
	Handlers() action.Handlers
	// Crumbs are the names from the section down to this screen: "Families", "Okafor".
	Crumbs() []string
	// Load is what to ask of the store when the screen is opened, or what it shows has changed.
	Load() []Ask
	// Take is given the answer to an Ask. Answers that are out of date never come.
	Take(answer any) tea.Cmd
	// Stale reports whether a change makes it necessary to ask again.
	Stale(c view.Change) bool
	// Draw draws the screen into c and nothing else.
	Draw(c *canvas.Canvas)
	// Typing reports whether the cursor is in a text, so that letters are text.
	Typing() bool
	// Key is given what is typed and means no action.
	Key(msg tea.KeyPressMsg) tea.Cmd
	// Paste is given a pasted text.
	Paste(text string) tea.Cmd
	// Escape is what Esc does on this screen before it closes it, and the footer's word for it; a
	// nil function closes the screen.
	Escape() (word string, do func() tea.Cmd)
	// About is what help says first: about what is selected, and why it matters.
	About() []string
	// Popup reports whether the screen is drawn over the one below.
	Popup() bool
}

// Ask is one question to the store. Of questions with the same slot only the last one's answer
// reaches the screen.
type Ask struct {
	Slot  string
	Do    func(ctx context.Context) (any, error)
	Known any // the answer, where it is known already: then nothing is asked
	// Long says what is being done, "Reading the record", where it may take over half a second: then it is
	// shown how far it has come while the screen is, and Esc stops it; the answer is Stopped then.
	Long string
}

// Stopped is the answer to a question with Long words that Esc stopped.
type Stopped struct{}

// Drafting is a screen that holds something being typed, to be kept as a draft.
type Drafting interface {
	// Draft is what is being typed: the form, the record it is about (0 a new one) and the text of
	// each field; changed is false when there is nothing to keep.
	Draft() (form string, record int64, body map[string]string, changed bool)
}

// Resuming is a screen that opens its forms again after something was left in them.
type Resuming interface {
	// Resume opens the form of that name about a record. It is asked again after each answer until
	// the screen is ready; a nil command then says that what the form was about has gone.
	Resume(form string, record int64) (open tea.Cmd, ready bool)
}

// Env is what screens know of the world around them. The root owns it and keeps it current.
type Env struct {
	Theme  *theme.Theme
	World  view.World
	Clock  func() time.Time
	Undo   view.Undo
	Width  int
	Height int
}

// Now is the local time to the minute.
func (e *Env) Now() model.Moment { return model.MomentOf(e.Clock()) }

// Today is the local date.
func (e *Env) Today() model.Date { return model.DateOf(e.Clock()) }

// Calendar is the calendar of the first school: the one that dates typed outside a pupil's record
// are read with.
func (e *Env) Calendar() *model.Calendar { return e.World.Calendar(0) }

// Me is how the user signs and is named in the log: the name given, else "me".
func (e *Env) Me() string {
	if e.World.Me.Name != "" {
		return e.World.Me.Name
	}
	return "me"
}

// Base holds what most screens need and gives the plain answers of Screen.
type Base struct {
	*Env
	Path Route
}

// Where is the route of the screen.
func (b *Base) Where() Route { return b.Path }

// Load asks nothing.
func (b *Base) Load() []Ask { return nil }

// Take takes nothing.
func (b *Base) Take(any) tea.Cmd { return nil }

// Stale is never so.
func (b *Base) Stale(view.Change) bool { return false }

// Typing is never so.
func (b *Base) Typing() bool { return false }

// Key does nothing.
func (b *Base) Key(tea.KeyPressMsg) tea.Cmd { return nil }

// Paste does nothing.
func (b *Base) Paste(string) tea.Cmd { return nil }

// Escape closes the screen.
func (b *Base) Escape() (string, func() tea.Cmd) { return "", nil }

// About says nothing.
func (b *Base) About() []string { return nil }

// Popup is a page.
func (b *Base) Popup() bool { return false }

// Scrolling is a screen that the wheel scrolls without moving the cursor.
type Scrolling interface {
	// Scroll goes so many rows down, up when it is negative.
	Scroll(rows int)
}

// Quiet is a page that takes the whole window, without the sections' line: for the table.
type Quiet interface{ Quiet() bool }

// IsQuiet reports whether a screen takes the whole window.
func IsQuiet(s Screen) bool {
	q, ok := s.(Quiet)
	return ok && q.Quiet()
}
