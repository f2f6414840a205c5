// Package importing is the page on which the office's export is taken in: choose the file, look at
// what it brings, take it in. Nothing is written before that last step.
package importing

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	// RecentExports are files that may be meant, the newest first.
	RecentExports(ctx context.Context) ([]view.ExportFile, error)
	// PreviewImportFile says what a file would do and writes nothing.
	PreviewImportFile(ctx context.Context, path string) (view.Import, error)
	// ChooseImport is a preview with what somebody decided about its items; it writes nothing.
	ChooseImport(ctx context.Context, preview view.Import, choices view.ImportChoices) (view.Import, error)
	// IsPack reports whether a file is a hand-over pack, which another page opens.
	IsPack(path string) bool
	// DecideAgain is a new preview with what was decided about an earlier one of the same file, as far as it
	// still applies.
	DecideAgain(ctx context.Context, was, now view.Import, choices view.ImportChoices) (again view.Import, still view.ImportChoices, dropped int, err error)
	// TakeIn does it, as one step.
	TakeIn(ctx context.Context, preview view.Import) (view.Change, error)
	// KeepImportReport writes a preview as a text to keep, and answers where it lies; "" is the usual folder.
	KeepImportReport(ctx context.Context, preview view.Import, place string) (path string, err error)
	// Doubles are the pairs that are perhaps one.
	Doubles(ctx context.Context) ([]view.Double, error)
	ColumnStore
}

// Page is the screen.
type Page struct {
	screen.Base
	store Store
	pack  func(path string) tea.Cmd // opens a hand-over pack

	path  *widget.Line
	files []view.ExportFile
	known bool // the files were looked for
	list  widget.List
	// chosen says that the selected file counts, though a path is typed.
	chosen bool
	wrong  string // why the last file could not be read
	given  string // a file to be read at once, "" for none
	alone  bool   // there was a file at the start: no page lies below

	asked  int  // the number of the last file that was read: what an earlier one answers comes too late
	taking bool // it is being taken in

	columns  *mapping // what the columns of the last file hold, nil until it is asked
	outdated bool     // something was said of columns since the preview

	preview  *view.Import
	left     *view.Import // of a preview that was left for the choice of a file, what its decisions are about
	from     string       // the path of what is previewed, or was
	deciding deciding
	lines    []line
	parts    []int // the places of the headings
	beside   bool  // the facts about the file stand beside the lines
	width    int   // to which they are broken
	rows     tall
}

// New is the page; file is read at once, "" is none. A hand-over pack is left to pack.
func New(env *screen.Env, store Store, file string, pack func(path string) tea.Cmd) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store, pack: pack, path: widget.NewPath(file), given: file, alone: file != ""}
	p.list.Handlers(func() tea.Cmd { p.chosen = true; return nil }) // what a click on a file does
	p.rows.heading = func(i int) bool { return p.lines[i].of == aHeading }
	p.rows.rows = p.rowsOf
	p.rows.open = func() tea.Cmd { return screen.Run(action.ImportTurn) }
	return p
}

type filesAnswer []view.ExportFile

type previewAnswer struct {
	number  int
	path    string
	preview view.Import
	choices view.ImportChoices // decided before, and as it still is
	dropped int                // how many decisions do not apply any more
	isPack  bool
	columns *columnsRead // of a file whose headings nobody knows
	err     error
}

// Load looks for files that may be meant, and again at the one that is looked at.
func (p *Page) Load() []screen.Ask {
	asks := []screen.Ask{{Slot: "files", Do: func(ctx context.Context) (any, error) {
		files, err := p.store.RecentExports(ctx)
		return filesAnswer(files), err
	}}}
	if p.outdated && p.preview != nil && !p.taking {
		p.outdated = false
		p.asked++
		asks = append(asks, screen.Ask{Slot: "preview", Do: p.look(p.from, p.asked)})
	}
	return asks
}

// Stale is so when something was said of the columns of the file that is looked at, or taken back.
func (p *Page) Stale(c view.Change) bool {
	p.outdated = p.outdated || p.preview != nil && c.Touches(view.Intake)
	return p.outdated
}

// Take takes the files, a preview, or one with what was decided.
func (p *Page) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case filesAnswer:
		p.files, p.known = answer, true
		p.list.SetTotal(len(p.files))
		if path := p.given; path != "" {
			p.given = ""
			return p.read(path)
		}
	case previewAnswer:
		if answer.number == p.asked {
			return p.took(answer)
		}
	case decidedAnswer:
		return p.decided(answer)
	}
	return nil
}

// took shows what a file brings; of one whose headings nobody knows it asks what its columns hold.
func (p *Page) took(answer previewAnswer) tea.Cmd {
	if p.columns != nil && p.columns.path != answer.path {
		p.columns = nil
	}
	switch {
	case answer.isPack: // its page has the path now
		p.path.SetText("")
		return p.pack(answer.path)
	case answer.columns != nil:
		p.wrong, p.preview = screen.Sentence(answer.err)+" Or say what its columns hold: "+action.ByID(action.ImportRead).Keyname(true)+" asks again.", nil
		p.columns = p.mapping(answer.path)
		p.columns.given = answer.columns
		return screen.Show(p.columns)
	case answer.err != nil:
		p.wrong, p.preview = screen.Sentence(answer.err), nil
		return nil
	}
	p.preview, p.left, p.from = &answer.preview, nil, answer.path
	p.deciding = deciding{choices: answer.choices, known: answer.choices, number: p.deciding.number + 1}
	p.lay()
	p.rows.Show(0)
	return sayCarried(len(answer.choices) > 0, answer.dropped)
}

// read asks for a preview of a file.
func (p *Page) read(path string) tea.Cmd {
	p.wrong = ""
	p.outdated = false
	p.asked++
	return screen.ReadLong("Reading the file", p.look(path, p.asked), p.Take)
}

// look asks what a file brings.
func (p *Page) look(path string, number int) func(ctx context.Context) (any, error) {
	again := p.again(path)
	return func(ctx context.Context) (any, error) {
		answer := previewAnswer{number: number, path: path}
		if answer.isPack = p.store.IsPack(path); answer.isPack {
			return answer, nil
		}
		if answer.preview, answer.err = p.store.PreviewImportFile(ctx, path); answer.err == nil {
			answer.err = again(ctx, &answer)
		}
		if answer.err == nil {
			return answer, nil
		}
		if ctx.Err() != nil {
			return nil, answer.err
		}
		if cols, err := p.store.ImportColumns(ctx, path); err == nil {
			answer.columns = &columnsRead{cols, cols.Row}
		}
		return answer, nil
	}
}

// readChosen reads what is typed, or else the file that is selected.
func (p *Page) readChosen() tea.Cmd {
	if !p.onFiles() {
		return p.read(strings.TrimSpace(p.path.Text()))
	}
	if at := p.list.At(); at >= 0 {
		return p.read(p.files[at].Path)
	}
	p.wrong = widget.WhichFile
	return nil
}

// takeIn takes in what is previewed. Stopped halfway, nothing of it stands.
func (p *Page) takeIn() tea.Cmd {
	decided := p.toTakeIn()
	p.taking = true
	return screen.Do(screen.Write{
		Long: "Taking in the file",
		Do: func(ctx context.Context) (view.Change, error) {
			preview, err := decided(ctx)
			if err != nil {
				return view.Change{}, err
			}
			return p.store.TakeIn(ctx, preview)
		},
		Then: p.done,
		Failed: func(err error) tea.Cmd {
			p.taking = false
			if errors.Is(err, context.Canceled) {
				return nil
			}
			return p.read(p.from)
		},
	})
}

// done goes to the families, and is ready for another file.
func (p *Page) done(c view.Change) tea.Cmd {
	p.preview, p.left, p.alone, p.taking = nil, nil, false, false
	p.path.SetText("")
	p.chosen = false
	if c.Step == 0 {
		return screen.Say("Everything in this file is here already; nothing was changed.")
	}
	return screen.Both(screen.Open(screen.Families, 0), screen.Told(c), p.sayDoubles())
}

// sayDoubles says that some stand here twice now, perhaps.
func (p *Page) sayDoubles() tea.Cmd {
	return screen.Read(func(ctx context.Context) (any, error) { return p.store.Doubles(ctx) }, func(answer any) tea.Cmd {
		doubles, _ := answer.([]view.Double)
		if len(doubles) == 0 {
			return nil
		}
		words, them := "One pair is perhaps the same.", "it"
		if n := len(doubles); n > 1 {
			words, them = fmt.Sprintf("%d pairs are perhaps the same.", n), "them"
		}
		return screen.Say(fmt.Sprintf("%s %s, “%s” shows %s.", words, action.ByID(action.Palette).Keyname(true), action.ByID(action.GoDoubles).Title, them))
	})
}

// Crumbs are the page.
func (p *Page) Crumbs() []string { return []string{action.ByID(action.ImportOpen).Title} }

// Scopes are those of choosing a file, or of the look at what it brings.
func (p *Page) Scopes() []action.Scope {
	if p.preview == nil {
		return []action.Scope{action.Import}
	}
	return []action.Scope{action.ImportPreview, action.List, action.Parts}
}

// Typing is so while a file is chosen: a file dropped on the window is pasted as its path.
func (p *Page) Typing() bool { return p.preview == nil }

// Key types into the path.
func (p *Page) Key(msg tea.KeyPressMsg) tea.Cmd {
	if p.path.Key(msg) {
		p.wrong, p.chosen = "", false
	}
	return nil
}

// Paste takes the path of a dropped file in place of what was typed.
func (p *Page) Paste(text string) tea.Cmd {
	p.wrong, p.chosen = "", false
	p.path.Drop(text)
	return nil
}

// Handlers bind the page's actions.
func (p *Page) Handlers() action.Handlers {
	h := p.rows.Handlers()
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(-1) }}
	h[action.ImportRead] = action.Handler{Do: p.readChosen}
	h[action.ImportUp] = action.Handler{Do: func() tea.Cmd { return p.choose(-1) }, Why: p.whyNotChoose}
	h[action.ImportDown] = action.Handler{Do: func() tea.Cmd { return p.choose(1) }, Why: p.whyNotChoose}
	h[action.ImportTakeIn] = action.Handler{Do: p.takeIn, Why: func() string {
		switch {
		case p.preview == nil:
			return "Choose a file first."
		case p.preview.Nothing && len(p.deciding.known) > 0 && !p.deciding.asking:
			return "Everything is left out: there is nothing to take in."
		case p.preview.Nothing && !p.deciding.asking:
			return "Everything in this file is here already: there is nothing to take in."
		}
		return p.busy()
	}}
	h[action.ColumnsOpen] = action.Handler{Do: p.openColumns}
	h[action.ImportReport] = action.Handler{Do: p.keepReport}
	h[action.ImportTurn] = action.Handler{Do: p.turn, Why: p.whyNotTurn}
	h[action.ImportTurnPart] = action.Handler{Do: p.turnPart, Why: p.whyNotTurnPart}
	h[action.ImportSchool] = action.Handler{Do: p.chooseSchool, Why: p.whyNoSchool}
	return h
}

func (p *Page) busy() string {
	if p.taking {
		return "That is going on already; " + action.ByID(action.Back).Keyname(true) + " stops it."
	}
	return ""
}

func (p *Page) whyNotChoose() string {
	if n := p.list.Total(); n == 0 || n == 1 && strings.TrimSpace(p.path.Text()) == "" {
		return "There are no other files to choose from."
	}
	return ""
}

// onFiles reports whether Enter reads the selected file, and not what is typed.
func (p *Page) onFiles() bool { return p.chosen || strings.TrimSpace(p.path.Text()) == "" }

// choose goes n files down, or up; from what is typed to the selected file, and above the first back to it.
func (p *Page) choose(n int) tea.Cmd {
	switch {
	case !p.onFiles():
		p.chosen = true
	case n < 0 && p.list.At() == 0:
		p.chosen = false
	default:
		p.list.Move(n)
	}
	return nil
}

// Escape goes back to the choice of a file, or clears what was typed.
func (p *Page) Escape() (string, func() tea.Cmd) {
	switch {
	case p.preview != nil:
		return "other file", func() tea.Cmd { p.leave(); return nil }
	case p.path.Text() != "":
		return "clear", func() tea.Cmd { p.path.SetText(""); p.wrong, p.chosen = "", false; return nil }
	case p.alone:
		return "to the families", func() tea.Cmd { return screen.Open(screen.Families, 0) }
	}
	return "", nil
}

// About says what happens to the file.
func (p *Page) About() []string {
	return []string{
		"The office's system can export a list of pupils and their contacts as CSV. Kettle reads it and shows first what it would change; only then is it taken in, in one step that " + action.ByID(action.Undo).Keyname(false) + " takes back.",
		action.ByID(action.ImportTurn).Keyname(false) + " leaves what is selected out of this import, or takes the office's value where both of you changed it; the next export shows again what was left.",
		"What you typed in Kettle stays yours: a later export changes only what the office has changed. The file itself is not kept.",
	}
}
