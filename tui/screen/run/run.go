// Package run is the quiet screen for the table: how they came in, the agenda with the time used, space
// for notes, the family's own words kept as such, what was agreed, and what is parked. Nothing else.
package run

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the screen needs of the store.
type Store interface {
	form.Store
	MeetingPrep(ctx context.Context, id int64) (view.MeetingPrep, error)
	KeepBeginning(ctx context.Context, id int64, b view.Beginning) (view.Change, error)
	KeepRunText(ctx context.Context, id int64, text view.RunText) (view.Change, error)
	MarkAgendaDone(ctx context.Context, id int64, done bool, used int) (view.Change, error)
	SaveAgendaItem(ctx context.Context, item model.AgendaItem) (view.Change, error)
	SaveAgreement(ctx context.Context, a model.Agreement) (view.Change, error)
	RemoveAgreement(ctx context.Context, id int64) (view.Change, error)
}

// part is one of the parts under Tab.
type part int

// The parts, in the order of Tab.
const (
	mood part = iota
	first
	agenda
	notes
	words
	agreed
	parked
	parts
)

// draftForm names the drafts of this screen.
const draftForm = "run"

// Run is the screen.
type Run struct {
	screen.Base
	store Store
	id    int64
	prep  view.MeetingPrep
	known bool
	part  part
	list  widget.List
	texts map[part]*widget.Long
	mood  model.Mood      // how they came in, as it is chosen
	line  *widget.Line    // the agreement being typed
	over  model.Agreement // the one that is corrected in the line, the zero one for a new one
	at    int             // the agreement that is selected, -1 the line
	kept  view.RunText    // as the store has it
	begun view.Beginning  // as the store has it
}

// New is the screen of one meeting.
func New(env *screen.Env, store Store, id int64) *Run {
	r := &Run{Base: screen.Base{Env: env}, store: store, id: id, at: -1, line: widget.NewLine("")}
	r.line.Placeholder = "who does what, by when"
	r.texts = map[part]*widget.Long{first: widget.NewLong(""), notes: widget.NewLong(""), words: widget.NewLong(""), parked: widget.NewLong("")}
	return r
}

// Quiet is so: the table needs no sections.
func (r *Run) Quiet() bool { return true }

// opened is the meeting and what was being typed at its table, nil for nothing.
type opened struct {
	prep  view.MeetingPrep
	draft map[string]string
}

// Load asks for the meeting, and for what was being typed.
func (r *Run) Load() []screen.Ask {
	return []screen.Ask{{Slot: "meeting", Do: func(ctx context.Context) (any, error) {
		prep, err := r.store.MeetingPrep(ctx, r.id)
		if err != nil {
			return nil, err
		}
		draft, err := form.DraftOf(ctx, r.store, draftForm, r.id)
		return opened{prep, draft}, err
	}}}
}

// Take takes the meeting, and the draft once. Nothing of one's own is overwritten.
func (r *Run) Take(answer any) tea.Cmd {
	o, ok := answer.(opened)
	if !ok {
		return nil
	}
	r.prep = o.prep
	m := o.prep.Meeting
	kept, begun := view.RunText{Notes: m.Notes, Words: m.Words, Parked: m.Parked}, view.Beginning{Mood: m.MoodThen, Said: m.SaidFirst}
	if !r.known || r.typed() == r.kept {
		r.setTexts(kept)
	}
	if !r.known || r.beginning() == r.begun {
		r.setBeginning(begun)
	}
	r.list.SetTotal(len(o.prep.Agenda))
	if !r.known {
		r.restore(o.draft)
		r.openAt()
	}
	r.kept, r.begun, r.known = kept, begun, true
	r.at = min(r.at, len(o.prep.Agreements)-1)
	return nil
}

// Stale is so when the meeting changed.
func (r *Run) Stale(c view.Change) bool { return c.TouchesOne(view.Meeting, r.id) }

// Crumbs are the meeting's.
func (r *Run) Crumbs() []string { return []string{"Meetings", r.prep.Family.Name} }

// FamilyID is the meeting's family.
func (r *Run) FamilyID() int64 { return r.prep.Meeting.FamilyID }

// Typing is so in every part but the mood and the agenda.
func (r *Run) Typing() bool { return r.part != mood && r.part != agenda }

// Scopes are those of the part that has the cursor.
func (r *Run) Scopes() []action.Scope {
	scopes := []action.Scope{action.RunScope, action.Parts}
	switch r.part {
	case mood:
		return append(scopes, action.RunMood)
	case agenda:
		return append(scopes, action.RunAgenda, action.List)
	case agreed:
		return append(scopes, action.RunAgreed)
	}
	return scopes
}

// Handlers bind the actions of the table.
func (r *Run) Handlers() action.Handlers {
	h := r.list.Handlers(func() tea.Cmd { return r.toPart(agenda - r.part) })
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return r.toPart(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return r.toPart(-1) }}
	h[action.RunMoodNext] = action.Handler{Do: func() tea.Cmd { return r.chooseMood(1) }}
	h[action.RunMoodPrev] = action.Handler{Do: func() tea.Cmd { return r.chooseMood(-1) }}
	h[action.RunMoodTake] = action.Handler{Do: func() tea.Cmd { return r.toPart(1) }}
	h[action.RunDone] = action.Handler{Do: r.done, Why: r.whyNoItem}
	h[action.RunOpen] = action.Handler{Do: r.itemNotes, Why: r.whyNoItem}
	h[action.RunAgree] = action.Handler{Do: r.agree}
	h[action.RunAbove] = action.Handler{Do: func() tea.Cmd { return r.choose(-1) }}
	h[action.RunBelow] = action.Handler{Do: func() tea.Cmd { return r.choose(1) }}
	h[action.RunTakeOut] = action.Handler{Do: r.takeOut, Why: r.whyNotTakeOut}
	h[action.RunStory] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.Story, r.FamilyID()) }}
	h[action.RunEnd] = action.Handler{Do: r.end}
	return h
}

func (r *Run) whyNoItem() string {
	if len(r.prep.Agenda) == 0 {
		return "There is no agenda. Tab goes to the notes."
	}
	return ""
}

// toPart leaves a text, which keeps it, and goes to the next part.
func (r *Run) toPart(step part) tea.Cmd {
	cmd := r.keepText()
	r.part = (r.part + step + parts) % parts
	return cmd
}

// done marks the item as done with the minutes since the one before, or opens it again.
func (r *Run) done() tea.Cmd {
	item := r.prep.Agenda[r.list.At()]
	used := r.pace().Item
	if item.Done {
		used = 0
	}
	if r.list.At() < len(r.prep.Agenda)-1 && !item.Done {
		r.list.Move(1)
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) {
		return r.store.MarkAgendaDone(ctx, item.ID, !item.Done, used)
	})
}

// pace is how the meeting stands against its plan just now.
func (r *Run) pace() model.Pace { return model.PaceOf(r.prep.Meeting, r.prep.Agenda, r.Now()) }

// itemNotes asks for notes on the selected item.
func (r *Run) itemNotes() tea.Cmd {
	return r.changeNotes(r.prep.Agenda[r.list.At()])
}

func (r *Run) changeNotes(item model.AgendaItem) tea.Cmd {
	return screen.Show(form.New(r.Env, r.store, form.Spec{
		Title: item.Title, Name: "agenda notes", Record: item.ID,
		Groups: form.Fields(widget.LongText("Notes", &item.Notes, 8)),
		Keep:   func(ctx context.Context) (view.Change, error) { return r.store.SaveAgendaItem(ctx, item) },
	}))
}

// end keeps what is typed and goes on to draw a line.
func (r *Run) end() tea.Cmd {
	cmds := []tea.Cmd{r.keepText()}
	if strings.TrimSpace(r.line.Text()) != "" {
		cmds = append(cmds, r.keepLine(r.heard())) // without a name it is the user's, until the next page says otherwise
	}
	return screen.Both(append(cmds, screen.Open(screen.DrawLine, r.id))...)
}

// Key types into the part that has the cursor.
func (r *Run) Key(msg tea.KeyPressMsg) tea.Cmd {
	if r.part == agreed {
		if r.line.Key(msg) {
			r.at = -1
		}
		return nil
	}
	if text := r.texts[r.part]; text != nil {
		text.Key(msg)
	}
	return nil
}

// Paste pastes into the part that has the cursor.
func (r *Run) Paste(s string) tea.Cmd {
	if r.part == agreed {
		r.line.Paste(s)
	} else if text := r.texts[r.part]; text != nil {
		text.Paste(s)
	}
	return nil
}

// Escape leaves the text; on the agenda it goes back to the preparation. The meeting goes on.
func (r *Run) Escape() (string, func() tea.Cmd) {
	switch {
	case r.part == agenda || r.part == mood:
		return "back, it goes on", nil
	case r.part == agreed && r.over.ID != 0:
		return "as it was", func() tea.Cmd { r.leaveLine(); return nil }
	}
	return "to the agenda", func() tea.Cmd {
		cmd := r.keepText()
		r.part, r.at = agenda, -1
		return cmd
	}
}

// About says what the screen is for (practices 40 to 44).
func (r *Run) About() []string {
	return []string{
		"Read the room first; name what you see, and let it be said before anything else. Begin with something good: " + orNothing(r.prep.Meeting.Opening) + ".",
		"Their own words are kept apart from your notes. Ask for any other worry, however small, before you end.",
		"An agreement is one line: who does what, by when. Any part of a name will do, mum, we, I or both; it becomes a follow-up.",
	}
}

func orNothing(s string) string {
	if s == "" {
		return "nothing was chosen"
	}
	return s
}
