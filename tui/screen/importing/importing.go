// Package importing is the page on which the office's export is taken in: choose the file, look at
// what it brings, take it in. Nothing is written before that last step.
package importing

import (
	"context"
	"errors"
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
	// IsPack reports whether a file is a hand-over pack, which another page opens.
	IsPack(path string) bool
	// TakeIn does it, as one step.
	TakeIn(ctx context.Context, preview view.Import) (view.Change, error)
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
	wrong string // why the last file could not be read
	given string // a file to be read at once, "" for none
	alone bool   // there was a file at the start: no page lies below

	asked  int  // the number of the last file that was read: what an earlier one answers comes too late
	taking bool // it is being taken in

	preview *view.Import
	from    string // the path of what is previewed
	lines   []line
	width   int // for which lines are broken
	rows    widget.List
}

// New is the page; file is read at once, "" is none. A hand-over pack is left to pack.
func New(env *screen.Env, store Store, file string, pack func(path string) tea.Cmd) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store, pack: pack, path: widget.NewLine(file), given: file, alone: file != ""}
	p.path.Placeholder = "drop the file on this window, or type its path"
	p.rows.Heading = func(i int) bool { return p.lines[i].heading }
	return p
}

type filesAnswer []view.ExportFile

type previewAnswer struct {
	path    string
	preview view.Import
	isPack  bool
	err     error
}

// Load looks for files that may be meant.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "files", Do: func(ctx context.Context) (any, error) {
		files, err := p.store.RecentExports(ctx)
		return filesAnswer(files), err
	}}}
}

// Take takes the files, and reads the one that was given.
func (p *Page) Take(answer any) tea.Cmd {
	files, ok := answer.(filesAnswer)
	if !ok {
		return nil
	}
	p.files, p.known = files, true
	p.list.SetTotal(len(p.files))
	if path := p.given; path != "" {
		p.given = ""
		return p.read(path)
	}
	return nil
}

func (p *Page) took(answer previewAnswer) tea.Cmd {
	switch {
	case answer.isPack:
		return p.pack(answer.path)
	case answer.err != nil:
		p.wrong, p.preview = sentence(answer.err), nil
	default:
		p.preview, p.from, p.width = &answer.preview, answer.path, 0
		p.rows.Select(0)
	}
	return nil
}

// sentence is what a person reads of an error: its own where it has one.
func sentence(err error) string {
	var problem interface{ Plain() string }
	if errors.As(err, &problem) {
		return problem.Plain()
	}
	return "That did not work: " + err.Error() + "."
}

// read asks for a preview of a file.
func (p *Page) read(path string) tea.Cmd {
	p.wrong = ""
	p.asked++
	number := p.asked
	return screen.ReadLong("Reading the file", func(ctx context.Context) (any, error) {
		if p.store.IsPack(path) {
			return previewAnswer{path: path, isPack: true}, nil
		}
		preview, err := p.store.PreviewImportFile(ctx, path)
		if err != nil && ctx.Err() != nil {
			return nil, err
		}
		return previewAnswer{path: path, preview: preview, err: err}, nil
	}, func(answer any) tea.Cmd {
		if number != p.asked {
			return nil
		}
		return p.took(answer.(previewAnswer))
	})
}

// readChosen reads what is typed, or else the file that is selected.
func (p *Page) readChosen() tea.Cmd {
	if path := strings.TrimSpace(p.path.Text()); path != "" {
		return p.read(path)
	}
	if at := p.list.At(); at >= 0 {
		return p.read(p.files[at].Path)
	}
	p.wrong = "Which file? Drop it on this window, or type its path."
	return nil
}

// takeIn takes in what is previewed. Stopped halfway, nothing of it stands.
func (p *Page) takeIn() tea.Cmd {
	preview := *p.preview
	p.taking = true
	return screen.Do(screen.Write{
		Long: "Taking in the file",
		Do:   func(ctx context.Context) (view.Change, error) { return p.store.TakeIn(ctx, preview) },
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
	p.preview, p.alone, p.taking = nil, false, false
	p.path.SetText("")
	if c.Step == 0 {
		return screen.Say("Everything in this file is here already; nothing was changed.")
	}
	words := strings.ToUpper(c.Title[:1]) + c.Title[1:] + ". " + action.ByID(action.Undo).Keyname(false) + " takes it back."
	return screen.Both(screen.Open(screen.Families, 0), screen.Say(words))
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
		p.wrong = ""
	}
	return nil
}

// Paste takes the path of a dropped file in place of what was typed.
func (p *Page) Paste(text string) tea.Cmd {
	p.wrong = ""
	p.path.SetText("")
	p.path.Paste(strings.TrimSpace(text))
	return nil
}

// Handlers bind the page's actions.
func (p *Page) Handlers() action.Handlers {
	h := p.rows.Handlers(nil)
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(-1) }}
	h[action.ImportRead] = action.Handler{Do: p.readChosen}
	h[action.ImportUp] = action.Handler{Do: func() tea.Cmd { p.list.Move(-1); return nil }, Why: p.whyNotChoose}
	h[action.ImportDown] = action.Handler{Do: func() tea.Cmd { p.list.Move(1); return nil }, Why: p.whyNotChoose}
	h[action.ImportTakeIn] = action.Handler{Do: p.takeIn, Why: func() string {
		switch {
		case p.preview == nil:
			return "Choose a file first."
		case p.preview.Nothing:
			return "Everything in this file is here already: there is nothing to take in."
		case p.taking:
			return "That is going on already; " + action.ByID(action.Back).Keyname(true) + " stops it."
		}
		return ""
	}}
	h[action.ImportSchool] = action.Handler{Do: p.chooseSchool, Why: p.whyNoSchool}
	return h
}

func (p *Page) whyNotChoose() string {
	if p.list.Total() < 2 {
		return "There are no other files to choose from."
	}
	return ""
}

// Escape goes back to the choice of a file, or clears what was typed.
func (p *Page) Escape() (string, func() tea.Cmd) {
	switch {
	case p.preview != nil:
		return "another file", func() tea.Cmd { p.preview = nil; return nil }
	case p.path.Text() != "":
		return "clear", func() tea.Cmd { p.path.SetText(""); p.wrong = ""; return nil }
	case p.alone:
		return "to the families", func() tea.Cmd { return screen.Open(screen.Families, 0) }
	}
	return "", nil
}

// About says what happens to the file.
func (p *Page) About() []string {
	return []string{
		"The office's system can export a list of pupils and their contacts as CSV. Kettle reads it and shows first what it would change; only then is it taken in, in one step that " + action.ByID(action.Undo).Keyname(false) + " takes back.",
		"What you typed in Kettle stays yours: a later export changes only what the office has changed. The file itself is not kept.",
	}
}
