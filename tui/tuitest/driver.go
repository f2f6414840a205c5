// Package tuitest plays a person at the keyboard in tests: the real root over a real caseload in a
// temporary folder, with a clock that stands still until it is moved. It runs commands until none
// is left instead of waiting, and fails a test in which the store is touched from Update or while
// drawing.
package tuitest

import (
	"context"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/store"
	"kettle/tui"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// Options say what a test begins with. The zero value is an empty caseload on Tue 24 Nov 2026 at
// 08:41, in a window of 120 by 40, whose first questions have been answered.
type Options struct {
	Width, Height int
	Families      int // of a made-up school; 0 is an empty caseload
	Now           time.Time
	FirstStart    bool // the first questions have not been asked yet
	Start         screen.Route
	Plain         bool
	Path          string // a caseload that is there already
	Exports       string // the one folder in which exports are looked for; "" is none
	ImportFile    string // the file that Kettle was started with
	ReadOnly      bool   // the caseload of Path is only looked at
	LastFirst     bool   // what was asked last is answered first, as may happen
	Window        string // the name of this run; "" is "test"
}

// Driver is the person and the program.
type Driver struct {
	t      testing.TB
	App    *tui.App
	Store  *store.Store
	Copied string
	Shown  []string // the files that were handed to the system's viewer

	now     time.Time
	cmds    []tea.Cmd
	timers  []timer
	inside  atomic.Bool
	touched atomic.Int64
	held    bool
	last    bool // answers come in the reverse order
	Ended   bool
}

type timer struct {
	at  time.Time
	msg tea.Msg
}

// Morning is when tests take place unless they say otherwise: a school day in the second half of
// the autumn term.
var Morning = time.Date(2026, 11, 24, 8, 41, 0, 0, time.UTC)

// New starts the program and waits until its first screen stands.
func New(t testing.TB, o Options) *Driver {
	t.Helper()
	d := &Driver{t: t, now: o.Now, last: o.LastFirst}
	if o.Now.IsZero() {
		d.now = Morning
	}
	if o.Window == "" {
		o.Window = "test"
	}
	path := o.Path
	if path == "" {
		path = filepath.Join(t.TempDir(), "caseload.db")
	}
	s, err := store.Open(context.Background(), store.Options{Path: path, Window: o.Window, Now: d.clock, Machine: d.clock, Observe: d.observe, Exports: []string{o.Exports}, ReadOnly: o.ReadOnly, Sealing: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	d.Store = s
	d.fill(o)
	d.App = tui.New(tui.Options{
		Open: func(ctx context.Context) (tui.Opened, error) {
			world, err := s.World(ctx)
			return tui.Opened{Store: s, World: world}, err
		},
		Clock: d.clock, Timer: d.timer, Theme: themeOf(o), Start: o.Start, ImportFile: o.ImportFile,
		Fault: func(fault any) { t.Errorf("the program broke: %v\n%s", fault, debug.Stack()) },
		Copy:  func(text string) error { d.Copied = text; return nil },
		Show:  func(path string) error { d.Shown = append(d.Shown, path); return nil },
	})
	if o.Width == 0 {
		o.Width, o.Height = 120, 40
	}
	d.cmds = append(d.cmds, d.App.Init())
	d.Resize(o.Width, o.Height)
	return d
}

func themeOf(o Options) string {
	if o.Plain {
		return "plain"
	}
	return ""
}

func (d *Driver) fill(o Options) {
	d.t.Helper()
	ctx := context.Background()
	if o.Families > 0 {
		d.madeUp(ctx, o.Families)
	}
	if !o.FirstStart && !o.ReadOnly {
		if err := d.Store.MarkAsked(ctx); err != nil {
			d.t.Fatal(err)
		}
	}
}

func (d *Driver) clock() time.Time { return d.now }

// observe is called by the store for every read and write.
func (d *Driver) observe(write bool) {
	d.touched.Add(1)
	if d.inside.Load() {
		d.t.Errorf("the store was touched (write: %v) from Update or while drawing", write)
	}
}

// Touched is how often the store was asked or written to.
func (d *Driver) Touched() int { return int(d.touched.Load()) }

func (d *Driver) timer(after time.Duration, msg tea.Msg) tea.Cmd {
	d.timers = append(d.timers, timer{d.now.Add(after), msg})
	return nil
}

// Send gives the program one message and runs everything that follows from it.
func (d *Driver) Send(msg tea.Msg) {
	d.t.Helper()
	d.update(msg)
	d.settle()
}

// Hold keeps back everything that the program asks for from now on, as a slow disk does, until Release.
func (d *Driver) Hold() { d.held = true }

// Step lets the first thing happen of those that are held back.
func (d *Driver) Step() {
	if cmd := d.next(); cmd != nil {
		d.deliver(cmd())
	}
}

// Release lets everything happen that was held back.
func (d *Driver) Release() *Driver {
	d.t.Helper()
	d.held = false
	d.settle()
	return d
}

func (d *Driver) update(msg tea.Msg) {
	d.inside.Store(true)
	_, cmd := d.App.Update(msg)
	d.inside.Store(false)
	d.cmds = append(d.cmds, cmd)
}

// settle runs commands until none is left, in the order in which they were asked for, and draws.
func (d *Driver) settle() {
	d.t.Helper()
	for n := 0; len(d.cmds) > 0 && !d.held && !d.Ended; n++ {
		if n > 100_000 {
			d.t.Fatal("the program does not come to rest")
		}
		if cmd := d.next(); cmd != nil {
			d.deliver(cmd())
		}
	}
	d.inside.Store(true)
	d.App.View()
	d.inside.Store(false)
	for _, wrong := range d.App.Faults() {
		d.t.Error(wrong)
	}
}

// next is the command whose turn it is.
func (d *Driver) next() (cmd tea.Cmd) {
	if d.last {
		end := len(d.cmds) - 1
		cmd, d.cmds = d.cmds[end], d.cmds[:end]
		return cmd
	}
	cmd, d.cmds = d.cmds[0], d.cmds[1:]
	return cmd
}

func (d *Driver) deliver(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		d.cmds = append(d.cmds, msg...)
	case tea.QuitMsg:
		d.Ended = true
	default:
		if !fromTea(msg) {
			d.update(msg)
		}
	}
}

// fromTea reports whether a message is Bubble Tea's own, for its terminal: copying, asking for the
// ground.
func fromTea(msg tea.Msg) bool {
	return strings.HasPrefix(reflect.TypeOf(msg).PkgPath(), "charm.land/bubbletea")
}

// Press presses keys one after the other, each named as Bubble Tea names it: "j", "enter", "ctrl+p".
func (d *Driver) Press(keys ...string) *Driver {
	d.t.Helper()
	for _, k := range keys {
		d.Send(Key(k))
	}
	return d
}

// Type types a text, each character a key.
func (d *Driver) Type(text string) *Driver {
	d.t.Helper()
	for _, r := range text {
		if r == ' ' {
			d.Press("space")
			continue
		}
		d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return d
}

// Paste pastes a text as a terminal does.
func (d *Driver) Paste(text string) *Driver {
	d.t.Helper()
	d.Send(tea.PasteMsg{Content: text})
	return d
}

// Resize changes the size of the window.
func (d *Driver) Resize(width, height int) *Driver {
	d.t.Helper()
	d.Send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

// Click clicks a cell.
func (d *Driver) Click(x, y int) *Driver {
	d.t.Helper()
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	return d
}

// Drag presses the mouse on the first place where a text stands, and lets it go on that of another.
func (d *Driver) Drag(from, to string) *Driver {
	d.t.Helper()
	d.ClickOn(from)
	x, y := d.find(to)
	d.Send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	return d
}

// ClickOn clicks the first place where a text stands.
func (d *Driver) ClickOn(text string) *Driver {
	d.t.Helper()
	return d.Click(d.find(text))
}

// find is the cell of the first place where a text stands.
func (d *Driver) find(text string) (x, y int) {
	d.t.Helper()
	for y, line := range strings.Split(d.Screen(), "\n") {
		if i := strings.Index(line, text); i >= 0 {
			return len([]rune(line[:i])), y
		}
	}
	d.t.Fatalf("%q is not on the screen to be clicked:\n%s", text, d.Screen())
	return 0, 0
}

// Wheel turns the wheel, down or up.
func (d *Driver) Wheel(down bool) *Driver {
	d.t.Helper()
	button := tea.MouseWheelUp
	if down {
		button = tea.MouseWheelDown
	}
	d.Send(tea.MouseWheelMsg{Button: button})
	return d
}

// Wait moves the clock on and lets the timers fire that fall due.
func (d *Driver) Wait(by time.Duration) *Driver {
	d.t.Helper()
	end := d.now.Add(by)
	for {
		next := -1
		for i, t := range d.timers {
			if !t.at.After(end) && (next < 0 || t.at.Before(d.timers[next].at)) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		t := d.timers[next]
		d.timers = append(d.timers[:next], d.timers[next+1:]...)
		d.now = t.at
		d.Send(t.msg)
	}
	d.now = end
	return d
}

// Clocks is how many timers are running: what goes on by itself.
func (d *Driver) Clocks() int { return len(d.timers) }

// Screen is what stands on the screen, as plain text.
func (d *Driver) Screen() string { return d.App.Plain() }

// See fails the test when one of the texts is not on the screen.
func (d *Driver) See(texts ...string) *Driver {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.Screen(), text) {
			d.t.Errorf("%q is not on the screen:\n%s", text, d.Screen())
		}
	}
	return d
}

// NotSee fails the test when one of the texts is on the screen.
func (d *Driver) NotSee(texts ...string) *Driver {
	d.t.Helper()
	for _, text := range texts {
		if strings.Contains(d.Screen(), text) {
			d.t.Errorf("%q should not be on the screen:\n%s", text, d.Screen())
		}
	}
	return d
}

// Selected reports whether the marked row holds a text.
func (d *Driver) Selected(text string) bool {
	for _, line := range strings.Split(d.Screen(), "\n") {
		if strings.Contains(line, theme.GlyphMarker) && strings.Contains(line, text) {
			return true
		}
	}
	return false
}
