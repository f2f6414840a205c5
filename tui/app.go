// Package tui is the program that people see: the root, the only Bubble Tea model, here; the screens
// in screen/, what they are drawn with in canvas, theme and widget, and what they can be told in
// action. It imports model alone: what it needs of a store stands in needs.go.
//
// Start reading at App.Update, which only sorts what comes; a key goes on in dispatch.go, a question
// or a write in data.go, a frame in draw.go.
package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// Options are what the program starts with.
type Options struct {
	// Open opens the caseload and reads what the first screen needs of it; it runs beside the first
	// frame.
	Open func(ctx context.Context) (Opened, error)
	// Patience is how long the first frame waits for the caseload: a frame that is not drawn twice is
	// on the screen sooner. Zero does not wait.
	Patience time.Duration
	// Width and Height are the window's at the start, in cells, where they are known: then the first
	// frame is drawn at once.
	Width, Height int
	// Clock gives the time that rules and screens go by.
	Clock func() time.Time
	// Theme is "dark", "light" or "plain" (no colour); "" follows the terminal.
	Theme string
	// Start is the screen to begin with; the zero route is Today, or Welcome on an empty caseload.
	Start screen.Route
	// ImportFile is read at once by the screen that takes in an office's export; "" is none.
	ImportFile string
	// Timer delivers a message after a while; nil is the real one. Tests hold the time themselves.
	Timer func(d time.Duration, msg tea.Msg) tea.Cmd
	// NoBackups is for a caseload that goes when it is left.
	NoBackups bool
	// Fault is told of a fault of the program itself, which a test wants to know; may be nil.
	Fault func(fault any)
	// Copy puts a text on the system's clipboard; nil is the terminal's alone.
	Copy func(text string) error
	// Show hands a printed file to the system's viewer, and does not wait for it; nil is that there is none.
	Show func(path string) error
	// Rest is told when nothing has happened for a moment, and when something does again; may be nil.
	Rest func(resting bool)
}

// Opened is a caseload with what was read of it while it was opened.
type Opened struct {
	Store Store
	World view.World
	Today *view.Today // nil: the page asks for itself
}

// App is the root: the one Bubble Tea model.
type App struct {
	options Options
	store   Store
	env     *screen.Env
	failed  error // why the caseload could not be opened

	first     *view.Today // Today as it was read while the caseload was opened
	lookRound bool        // the made-up school is wanted instead

	stack  []screen.Screen // the top one last; the first one is a section
	kept   map[screen.Route]screen.Screen
	where  map[screen.Screen]screen.Route
	stale  map[screen.Screen]bool
	recent []screen.Route // pages about one thing, the one opened last first

	asked   map[slot]int
	number  int
	writes  []screen.Write
	writing bool
	longs   []*long // under way, the one begun last at the end
	drafts  drafts
	backups backups
	rest    rest

	canvas  *canvas.Canvas
	view    tea.View
	dirty   bool
	blanked bool
	noMouse bool
	pressed tea.Mouse // where the mouse went down
	leaving bool
	ordered bool // to leave, by a signal: nobody is there to answer
	ended   bool
	lastKey time.Time
	today   string
	minute  model.Moment
	version int64
	gone    string // why the file cannot be kept to just now, as it was said
	toasts  []toast
	toastID int
}

// New is the root with nothing open yet.
func New(o Options) *App {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Timer == nil {
		o.Timer = func(d time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg })
		}
	}
	a := &App{
		options: o,
		env:     &screen.Env{Theme: theme.Unknown(), Clock: o.Clock},
		kept:    map[screen.Route]screen.Screen{},
		where:   map[screen.Screen]screen.Route{},
		stale:   map[screen.Screen]bool{},
		asked:   map[slot]int{},
		canvas:  canvas.New(0, 0),
		dirty:   true,
	}
	if t := theme.Named(o.Theme); t != nil {
		a.env.Theme = t
	}
	a.resize(tea.WindowSizeMsg{Width: o.Width, Height: o.Height})
	a.lastKey, a.today = o.Clock(), string(a.env.Today())
	a.drafts.touched = a.lastKey
	return a
}

// LookRound reports whether the user left to look round the made-up school.
func (a *App) LookRound() bool { return a.lookRound }

type openedMsg struct {
	Opened
	err error
}

// tickMsg comes once a second: has the day, or the file, changed?
type tickMsg struct{}

const tickEvery = time.Second

// Init opens the caseload and asks the terminal for its ground; nothing waits for the answer.
func (a *App) Init() tea.Cmd {
	return tea.Batch(a.openCaseload(), tea.RequestBackgroundColor, a.options.Timer(tickEvery, tickMsg{}))
}

// FirstFrameTakes is how long what the first page asks for next waits, and all else that can, so that the page
// itself is drawn undisturbed.
const FirstFrameTakes = 30 * time.Millisecond

func (a *App) openCaseload() tea.Cmd {
	open := func() tea.Msg {
		if err := action.Check(); err != nil {
			return openedMsg{err: err}
		}
		o, err := a.options.Open(context.Background())
		return openedMsg{o, err}
	}
	if a.options.Patience == 0 {
		return open
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- open() }()
	select {
	case msg := <-done:
		_, next := a.Update(msg)
		return a.options.Timer(FirstFrameTakes, runMsg{func() tea.Cmd { return next }})
	case <-time.After(a.options.Patience):
		return func() tea.Msg { return <-done }
	}
}

// Failed is why the caseload could not be opened, nil when it was.
func (a *App) Failed() error { return a.failed }

// Update sorts what comes: it changes the root and asks for commands, and never touches the store.
func (a *App) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	defer a.caught(&cmd)
	cmd = a.sort(msg)
	if a.leaving && !a.ended && !a.writing && len(a.writes) == 0 {
		a.ended = true
		for _, l := range a.longs { // reading alone
			l.stop()
		}
		return a, tea.Batch(cmd, tea.Quit)
	}
	return a, cmd
}

// caught turns a fault of the program into a sentence: the screen goes on, and what was kept is safe.
// What went wrong is not shown, for it might name a family.
func (a *App) caught(cmd *tea.Cmd) {
	if fault := recover(); fault != nil {
		if a.options.Fault != nil {
			a.options.Fault(fault)
		}
		*cmd = tea.Batch(*cmd, a.say(faultWords, screen.Bad))
	}
}

const faultWords = "Something in Kettle went wrong here. What you kept is safe; go back with Esc and try another way."

func (a *App) sort(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tickMsg:
		return a.tick()
	case versionMsg:
		return a.sawVersion(msg)
	case placesMsg:
		return a.tookPlaces(msg)
	case backedUpMsg:
		return a.backedUp(msg)
	case copiedAllMsg:
		return a.copiedAll(msg)
	case restMsg:
		return a.restDue()
	case tea.WindowSizeMsg:
		return a.resize(msg)
	case tea.ColorProfileMsg, tea.EnvMsg: // nothing here depends on them
		return nil
	}
	a.dirty = true
	return tea.Batch(a.stir(), a.take(msg))
}

// take takes what may change the screen.
func (a *App) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		return a.ground(msg)
	case tea.KeyPressMsg:
		return a.key(msg)
	case tea.PasteMsg:
		return a.paste(msg.Content)
	case tea.MouseClickMsg:
		return a.click(msg)
	case tea.MouseReleaseMsg:
		return a.release(msg)
	case tea.MouseWheelMsg:
		return a.wheel(msg)
	case openedMsg:
		return a.opened(msg)
	case answerMsg:
		return a.answered(msg)
	case wroteMsg:
		return a.wrote(msg)
	case worldMsg:
		return a.tookWorld(msg)
	case draftMsg:
		return a.draftDue()
	case longMsg:
		return a.longDue(msg)
	case toastOverMsg:
		a.dropToast(msg.id)
	case copiedMsg:
		return a.copied(msg)
	case printedMsg:
		return a.printed(msg)
	default:
		return a.asksRoot(msg)
	}
	return nil
}

// asksRoot takes what a screen asks of the root.
func (a *App) asksRoot(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.OpenMsg:
		return a.open(msg.Route)
	case screen.ShowMsg:
		return a.show(msg.Screen)
	case screen.CloseMsg:
		return tea.Batch(a.close(msg.Screen), msg.Then)
	case screen.QuestionMsg:
		return a.ask(msg.Screen, msg.Asks...)
	case screen.ReadMsg:
		return a.read(msg)
	case readMsg:
		return a.wasRead(msg)
	case screen.ResumeMsg:
		return a.resume(msg)
	case screen.WriteMsg:
		return a.write(msg.Write)
	case screen.SayMsg:
		return a.say(msg.Text, msg.Tone)
	case screen.RunMsg:
		return a.run(msg.ID)
	case screen.CopyMsg:
		return a.copyText(msg)
	case screen.PrintMsg:
		return a.print(msg)
	case screen.QuitMsg:
		a.ordered = true
		return a.quit()
	case screen.LookRoundMsg:
		a.lookRound = true
		return a.quit()
	case runMsg:
		return msg.do()
	}
	return nil
}

func (a *App) opened(msg openedMsg) tea.Cmd {
	if msg.err != nil {
		a.failed, a.leaving = msg.err, true
		return nil
	}
	a.store, a.env.World, a.first = msg.Store, msg.World, msg.Today
	start := a.options.Start
	if start.Kind == "" {
		start.Kind = screen.Today
		if !msg.World.Some && !msg.World.Asked {
			start.Kind = screen.Welcome
		}
	}
	return tea.Batch(a.open(start), a.askVersion(), a.askPlaces())
}

func (a *App) resize(msg tea.WindowSizeMsg) tea.Cmd {
	if msg.Width == 0 && msg.Height == 0 {
		return nil // the output is no terminal
	}
	if msg.Width == a.env.Width && msg.Height == a.env.Height {
		return nil
	}
	a.dirty = true
	a.env.Width, a.env.Height = msg.Width, msg.Height
	a.canvas.Resize(msg.Width, msg.Height)
	return nil
}

func (a *App) ground(msg tea.BackgroundColorMsg) tea.Cmd {
	if theme.Named(a.options.Theme) != nil {
		return nil
	}
	*a.env.Theme = *theme.Light()
	if msg.IsDark() {
		*a.env.Theme = *theme.Dark()
	}
	return nil
}

// tick looks once a second whether the day or the file has changed, and whether to blank.
func (a *App) tick() tea.Cmd {
	if a.leaving {
		return nil
	}
	next := a.options.Timer(tickEvery, tickMsg{})
	a.blankWhenIdle()
	if now := a.env.Now(); now != a.minute { // a meeting that runs shows the time
		a.minute, a.dirty = now, true
	}
	if day := string(a.env.Today()); day != a.today {
		a.today, a.dirty = day, true
		return tea.Batch(next, a.refreshAll())
	}
	if a.store == nil || a.writing {
		return next
	}
	return tea.Batch(next, a.askVersion(), a.lookAfterBackups(), a.touchDrafts())
}

func (a *App) blankWhenIdle() {
	minutes := a.env.World.Settings.Number(model.BlankAfterMinutes)
	if minutes > 0 && !a.blanked && a.options.Clock().Sub(a.lastKey) >= time.Duration(minutes)*time.Minute {
		a.blanked, a.dirty = true, true
	}
}

// quit keeps what is being typed, and ends when the last write is done.
func (a *App) quit() tea.Cmd {
	if a.leaving {
		return nil
	}
	cmd := tea.Batch(a.keepDraft(), a.keepUnkept())
	a.leaving = true
	return cmd
}

// handlers of what works everywhere.
func (a *App) handlers() action.Handlers {
	h := action.Handlers{
		action.Back:           {Do: a.back},
		action.Undo:           {Do: a.undo, Why: a.whyNotUndo},
		action.Redo:           {Do: a.redo, Why: a.whyNotRedo},
		action.Palette:        {Do: func() tea.Cmd { return a.show(newPalette(a)) }},
		action.Help:           {Do: func() tea.Cmd { return a.show(newHelp(a)) }},
		action.Blank:          {Do: func() tea.Cmd { a.blanked = true; return nil }},
		action.Mouse:          {Do: a.toggleMouse},
		action.Quit:           {Do: a.quit},
		action.QuitNow:        {Do: a.quit},
		action.History:        {Do: a.history, Why: a.whyNoHistory},
		action.Log:            {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.NewContact, ID: a.familyOfPage()}) }},
		action.GoGoodNews:     {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.GoodNews}) }},
		action.GoGate:         {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.Gate}) }},
		action.GoReviews:      {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.Reviews}) }},
		action.GoWeek:         {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.Week}) }},
		action.GoTakeOut:      {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.TakeOut, ID: a.familyOfPage()}) }},
		action.ImportOpen:     {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.Import}) }},
		action.PackOutGo:      {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.PackOut}) }},
		action.PackInGo:       {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.PackIn}) }},
		action.ImportBackOpen: {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.ImportBack}) }},
		action.GoDoubles:      {Do: func() tea.Cmd { return a.open(screen.Route{Kind: screen.Doubles}) }},
	}
	a.addLogRoutes(h)
	for _, s := range sections {
		h[s.action] = action.Handler{Do: func() tea.Cmd { return a.section(s.kind) }}
	}
	return h
}

func (a *App) toggleMouse() tea.Cmd {
	a.noMouse = !a.noMouse
	if a.noMouse {
		return a.say("The mouse belongs to the terminal now: select and copy with it.", screen.Info)
	}
	return a.say("The mouse works in Kettle again.", screen.Info)
}

// familyOfPage is the family of a page that is about one thing; a line that is typed over a list is about
// whom it names.
func (a *App) familyOfPage() int64 {
	for _, s := range a.visible() {
		if a.where[s].ID != 0 {
			return a.familyID()
		}
	}
	return 0
}

// familyID is the family that the top screen is about, 0 for none.
func (a *App) familyID() int64 {
	for i := len(a.stack) - 1; i >= 0; i-- {
		if f, ok := a.stack[i].(screen.Familiar); ok {
			return f.FamilyID()
		}
		if !a.stack[i].Popup() {
			break
		}
	}
	return 0
}
