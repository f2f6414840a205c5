// Package capture is the popup in which a contact is logged in one line, at the gate, before the bell:
// what is understood of it stands below while it is typed, and each part can be corrected.
package capture

import (
	"context"
	"encoding/json"
	"strconv"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/whose"
	"kettle/tui/widget"
)

// Store is what the popup needs of the store.
type Store interface {
	form.Store
	whose.Store
	CapturePeople(ctx context.Context) (model.CapturePeople, error)
	LogLine(ctx context.Context, line model.Capture) (view.Change, error)
	KeepDraft(ctx context.Context, form string, record int64, body map[string]string) error
}

// Ways lead from the line to other forms.
type Ways struct {
	// Add adds a new family.
	Add whose.Add
	// Whole is the form with all fields, filled from what was understood; then follows when it is kept.
	Whole func(c model.Contact, promises []model.FollowUp, then func(view.Change) tea.Cmd) screen.Screen
}

// Popup is the popup on the screen.
type Popup struct {
	screen.Base
	store      Store
	ways       Ways
	family     int64 // of the page below, 0 none
	line       *widget.Line
	people     *model.CaptureIndex // nil until it is read
	read       model.Capture
	set        model.CaptureSet
	rows       []model.CaptureRow
	at         int // where the cursor is: 0 the line, 1 and on the parts, -1 and down the unfinished
	scroll     int
	unfinished []view.DraftRow // the other entries, the newest first
	record     int64           // of this entry's draft
	resume     int64           // the unfinished entry to take up as soon as it is known, 0 none
	cut        bool            // what was pasted is longer than a line can be
	waits      bool            // to be kept, until the names are read
	saving     bool
	done       bool
}

// New is the popup for a new line, on the page of a family or of none.
func New(env *screen.Env, store Store, ways Ways, family int64) *Popup {
	p := &Popup{Base: screen.Base{Env: env}, store: store, ways: ways, family: family, line: widget.NewLine(""), record: unknownRecord}
	p.line.Placeholder = "Okafor, gate, +: loved the certificate; ring fri"
	return p
}

// Resume is the popup that goes on with an unfinished line.
func Resume(env *screen.Env, store Store, ways Ways, record int64) *Popup {
	p := New(env, store, ways, 0)
	p.resume = record
	return p
}

// unknownRecord is that of a line which is typed before the other drafts are known.
const unknownRecord = -1 << 40

// The fields of a draft beside the line; what begins with @ is not for reading.
const (
	draftSet    = "@set"
	draftFamily = "@family"
)

// Load asks whom the line may name, and for what is unfinished.
func (p *Popup) Load() []screen.Ask {
	return []screen.Ask{
		{Slot: "people", Do: func(ctx context.Context) (any, error) {
			people, err := p.store.CapturePeople(ctx)
			if err != nil {
				return nil, err
			}
			return model.NewCaptureIndex(people), nil
		}},
		{Slot: "drafts", Do: func(ctx context.Context) (any, error) { return p.store.Drafts(ctx) }},
	}
}

// Stale reports whether the people have changed.
func (p *Popup) Stale(c view.Change) bool {
	return c.Touches(view.Family, view.Adult, view.Pupil, view.School)
}

// Take takes the people, and what is unfinished.
func (p *Popup) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case *model.CaptureIndex:
		p.people = answer
		if p.waits {
			return p.keep()
		}
	case []view.DraftRow:
		p.takeDrafts(answer)
	}
	p.reread()
	return nil
}

func (p *Popup) takeDrafts(drafts []view.DraftRow) {
	if p.record == unknownRecord {
		p.record = view.FreeRecord(drafts, view.CaptureForm)
	}
	p.unfinished = nil
	for _, d := range drafts {
		if d.Form == view.CaptureForm && d.Record != p.record {
			p.unfinished = append([]view.DraftRow{d}, p.unfinished...)
		}
	}
	for _, d := range p.unfinished {
		if p.resume != 0 && d.Record == p.resume {
			p.takeUp(d)
		}
	}
}

// takeUp goes on with an unfinished line.
func (p *Popup) takeUp(d view.DraftRow) {
	p.record, p.resume, p.at, p.scroll = d.Record, 0, 0, 0
	p.line.SetText(d.Body[view.CaptureLine])
	p.set = model.CaptureSet{}
	_ = json.Unmarshal([]byte(d.Body[draftSet]), &p.set) // what cannot be read was set by hand once, and is read from the line again
	p.family, _ = strconv.ParseInt(d.Body[draftFamily], 10, 64)
	var others []view.DraftRow
	for _, other := range p.unfinished {
		if other.Record != d.Record {
			others = append(others, other)
		}
	}
	p.unfinished = others
	p.reread()
}

// Draft is the line with what was set by hand.
func (p *Popup) Draft() (form string, record int64, body map[string]string, changed bool) {
	return view.CaptureForm, p.record, p.body(), !p.done && !p.empty()
}

func (p *Popup) body() map[string]string {
	body := map[string]string{view.CaptureLine: p.line.Text()}
	if p.family != 0 {
		body[draftFamily] = strconv.FormatInt(p.family, 10)
	}
	if set, err := json.Marshal(p.set); err == nil && string(set) != noneSet {
		body[draftSet] = string(set)
	}
	return body
}

// noneSet is how nothing set by hand is written.
var noneSet = func() string {
	none, err := json.Marshal(model.CaptureSet{})
	if err != nil {
		panic(err) // plain values have no fault
	}
	return string(none)
}()

// reread reads the line again: something of it, or the minute, has changed.
func (p *Popup) reread() {
	if p.people == nil {
		return
	}
	p.read = model.ReadCapture(p.line.Text(), p.people, model.CaptureNow{Now: p.Now(), Calendar: p.Calendar(), Family: p.family, Set: p.set})
	p.rows = p.read.Rows()
	p.at = min(p.at, len(p.rows))
}

// Popup is so.
func (p *Popup) Popup() bool { return true }

// Crumbs are none: the page below keeps its own.
func (p *Popup) Crumbs() []string { return nil }

// Typing is always so.
func (p *Popup) Typing() bool { return true }

// FamilyID is the family of the line, for what is opened from here.
func (p *Popup) FamilyID() int64 { return p.read.Family() }

// Scopes are those of where the cursor is.
func (p *Popup) Scopes() []action.Scope {
	switch {
	case p.at > 0:
		return []action.Scope{action.CapturePart}
	case p.at < 0:
		return []action.Scope{action.CaptureUnfinished}
	}
	return []action.Scope{action.CaptureTyped}
}

// Key types into the line; from a part it goes back to it.
func (p *Popup) Key(msg tea.KeyPressMsg) tea.Cmd {
	if p.saving {
		return nil
	}
	if msg.Text != "" {
		p.at = 0
	}
	if p.at == 0 && p.line.Key(msg) {
		p.reread()
	}
	return nil
}

// Paste pastes into the line.
func (p *Popup) Paste(text string) tea.Cmd {
	if !p.saving {
		p.at = 0
		before := utf8.RuneCountInString(p.line.Text())
		p.line.Paste(text)
		p.cut = before+utf8.RuneCountInString(text) > model.MostCaptured && utf8.RuneCountInString(p.line.Text()) == model.MostCaptured
		p.reread()
	}
	return nil
}

// Escape closes the popup; what was typed stays as a draft.
func (p *Popup) Escape() (string, func() tea.Cmd) {
	if !p.empty() {
		return "later (draft kept)", nil
	}
	return "close", nil
}

// About is what help says first.
func (p *Popup) About() []string {
	return []string{
		"Who, where, a mark, a colon, and what there is to say: \"Okafor, gate, +: loved the certificate; ring about the trip fri\". Small successes count (practice 3).",
		"Who: a family, a child, \"Chidi's mum\", \"Mrs Okafor\". Where: gate, phone, text, e-mail, visit. When, if not now: yesterday, fri 15.10.",
		"Marks: + good news, ! a concern (now, today or a time behind it), ? they are owed an answer, x nobody answered, dsl passed to the DSL.",
		"\"Their words\" go in double quotes. A part that begins with ring, send, meet, check and the like is a promise, by the date it says.",
		"A line that begins with ' is taken as it stands. What is not understood stays in the note.",
	}
}
