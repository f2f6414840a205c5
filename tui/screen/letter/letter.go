// Package letter is one letter or message to one adult: to read, change, copy, print, and mark as sent
// with its day and channel. One that is not kept yet is written by the rules, and kept when it is
// changed or sent.
package letter

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	form.Store
	Letter(ctx context.Context, id int64) (model.Letter, error)
	Adult(ctx context.Context, id int64) (model.Adult, error)
	Pupil(ctx context.Context, id int64) (model.Pupil, error)
	LetterWall(ctx context.Context, l model.Letter) (why string, err error)
	PrepOfPerson(ctx context.Context, person int64) (view.MeetingPrep, error)
	SaveLetter(ctx context.Context, l model.Letter, answers ...model.OrderAnswer) (view.Change, error)
	SendLetter(ctx context.Context, l model.Letter, on model.Date, by model.Channel) (view.Change, error)
	RemoveLetter(ctx context.Context, id int64) (view.Change, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store   Store
	id      int64 // of the letter, 0 while it is not kept
	toward  toward
	letter  model.Letter
	to      model.Adult
	known   bool
	anew    bool     // written anew, though one is kept
	wall    string   // why nothing goes to them
	notes   []string // for the sender: what was left out of it
	reading model.Reading
	words   bool        // the words to look at are shown in the letter's place
	lines   []string    // what is shown, as wide as the window allows
	list    widget.List // the first line on the screen is the selected one
}

// New is the page of one letter.
func New(env *screen.Env, store Store, id int64) *Page {
	return &Page{Base: screen.Base{Env: env}, store: store, id: id}
}

type facts struct {
	letter model.Letter
	to     model.Adult
	wall   string
}

// Load asks for the letter and whom it is to.
func (p *Page) Load() []screen.Ask {
	if p.toward.person != 0 {
		return p.toward.load(p.store)
	}
	return []screen.Ask{{Slot: "letter", Do: func(ctx context.Context) (any, error) {
		l, err := p.store.Letter(ctx, p.id)
		if err != nil {
			return nil, err
		}
		to, err := p.reader(ctx, l)
		if err != nil {
			return nil, err
		}
		wall, err := p.store.LetterWall(ctx, l)
		return facts{l, to, wall}, err
	}}}
}

// reader is who gets a letter.
func (p *Page) reader(ctx context.Context, l model.Letter) (model.Adult, error) {
	if l.PupilID == 0 {
		return p.store.Adult(ctx, l.AdultID)
	}
	young, err := p.store.Pupil(ctx, l.PupilID)
	return young.AsReader(), err
}

// Take takes the letter.
func (p *Page) Take(answer any) tea.Cmd {
	switch f := answer.(type) {
	case facts:
		p.letter, p.to, p.wall, p.known = f.letter, f.to, f.wall, true
	case view.MeetingPrep:
		p.takePrep(f)
	}
	p.reading = model.ReadLetter(p.letter.Body)
	return nil
}

// Stale is so when the letter changed, or what it is written from.
func (p *Page) Stale(c view.Change) bool {
	if p.toward.person != 0 && c.Touches(view.Meeting, view.Letter, view.Setting) {
		return true
	}
	return c.TouchesOne(view.Letter, p.id) || c.Touches(view.Adult)
}

// Crumbs name the letter.
func (p *Page) Crumbs() []string { return []string{"Letter", p.to.Formal()} }

// FamilyID is the family it is about.
func (p *Page) FamilyID() int64 { return p.letter.FamilyID }

// Scopes are the letter's, which is scrolled as a list is.
func (p *Page) Scopes() []action.Scope { return []action.Scope{action.LetterPage, action.List} }

// Handlers bind what can be done with a letter.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.LetterChange] = action.Handler{Do: p.change, Why: p.whyNotChange}
	h[action.LetterCopy] = action.Handler{Do: func() tea.Cmd { return screen.Copy(p.letter.Body, p.name()) }, Why: p.whyNothingGoes}
	h[action.LetterPrint] = action.Handler{Do: p.print, Why: p.whyNothingGoes}
	h[action.LetterSent] = action.Handler{Do: p.sent, Why: p.whyNothingGoes}
	h[action.LetterWords] = action.Handler{Do: p.turn, Why: p.whyNothingGoes}
	h[action.LetterAnew] = action.Handler{Do: p.writeAnew, Why: p.whyNotAnew}
	h[action.LetterRemove] = action.Handler{Do: p.remove, Why: p.whyNotRemove}
	screen.ForFamily(h, p)
	return h
}

func (p *Page) name() string { return "the letter to " + p.to.Formal() }

func (p *Page) whyNothingGoes() string {
	if !p.known {
		return "The letter is still being read."
	}
	return p.wall
}

func (p *Page) whyNotChange() string {
	if p.letter.Sent != "" {
		return "This letter was sent, so it stays as it was."
	}
	return p.whyNothingGoes()
}

func (p *Page) change() tea.Cmd {
	l := p.letter
	record := l.ID
	if record == 0 {
		record = -p.toward.person
	}
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "Letter to " + p.to.Formal(), Name: "letter", Record: record,
		Groups: form.Fields(widget.LongText("Letter", &l.Body, 16)),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.SaveLetter(ctx, l) },
		Then:   func(view.Change) tea.Cmd { p.anew = false; return nil },
	}))
}

// print asks for the form; large print is offered first to those who asked for it.
func (p *Page) print() tea.Cmd {
	on := p.letter.Sent
	if on == "" {
		on = p.Today()
	}
	sheet := model.LetterSheet(p.letter.Body, on)
	sheet.Large = p.to.LargePrint == model.Yes
	return screen.Show(choose.Print(p.Env, p.name(), sheet))
}

func (p *Page) sent() tea.Cmd {
	l, on, by := p.letter, p.letter.Sent, p.letter.SentBy
	if on == "" {
		on, by = p.Today(), p.to.Channel
	}
	if by == model.NoChannelYet {
		by = model.ByLetter
	}
	days := widget.Days{Today: p.Today(), Calendar: p.Calendar()}
	record := p.id
	if record == 0 {
		record = -p.toward.person
	}
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title:  "Sent to " + p.to.Formal(),
		Name:   "letter sent",
		Record: record,
		Groups: form.Fields(widget.Date("On", &on, days).Past().Needed("Which day was it?"), widget.Choice("By", &by, widget.Options(model.Channels))),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.SendLetter(ctx, l, on, by) },
		Then:   func(view.Change) tea.Cmd { p.anew = false; return nil },
	}))
}

// turn shows the words to look at in the place of the letter, and back.
func (p *Page) turn() tea.Cmd {
	p.words = !p.words
	p.list.Select(0)
	return nil
}

func (p *Page) whyNotRemove() string {
	if p.letter.ID == 0 {
		return "This letter is not kept yet, so there is nothing to remove."
	}
	return ""
}

func (p *Page) remove() tea.Cmd {
	return screen.Do(screen.Write{
		Do:   func(ctx context.Context) (view.Change, error) { return p.store.RemoveLetter(ctx, p.letter.ID) },
		Then: func(view.Change) tea.Cmd { return screen.Close(p, nil) },
	})
}

// About says how letters sound here, and how this one reads.
func (p *Page) About() []string {
	about := []string{"This letter is " + p.reading.Summary() + ". The number is Rudolf Flesch's reading ease of 1948: 100 is read by everybody, below 50 is hard."}
	about = append(about, p.advice()...)
	return append(about, "Warm, short, plain: what we do comes before what they do.")
}
