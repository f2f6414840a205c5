// Package run is the quiet screen for the table: the agenda with the time used, space for notes, the
// family's own words kept as such, what was agreed, and what is parked. Nothing else.
package run

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/agreement"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the screen needs of the store.
type Store interface {
	form.Store
	MeetingPrep(ctx context.Context, id int64) (view.MeetingPrep, error)
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
	agenda part = iota
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
	line  *widget.Line // the agreement being typed
	at    int          // the agreement that is selected, -1 the line
	kept  view.RunText // as the store has it
}

// New is the screen of one meeting.
func New(env *screen.Env, store Store, id int64) *Run {
	r := &Run{Base: screen.Base{Env: env}, store: store, id: id, at: -1, line: widget.NewLine("")}
	r.line.Placeholder = "who does what, by when"
	r.texts = map[part]*widget.Long{notes: widget.NewLong(""), words: widget.NewLong(""), parked: widget.NewLong("")}
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
	kept := view.RunText{Notes: o.prep.Meeting.Notes, Words: o.prep.Meeting.Words, Parked: o.prep.Meeting.Parked}
	if !r.known || r.typed() == r.kept {
		r.setTexts(kept)
	}
	if !r.known && len(o.draft) > 0 {
		r.setTexts(view.RunText{Notes: o.draft["notes"], Words: o.draft["words"], Parked: o.draft["parked"]})
		r.line.SetText(o.draft["agreement"])
	}
	r.kept, r.known = kept, true
	r.list.SetTotal(len(o.prep.Agenda))
	r.at = min(r.at, len(o.prep.Agreements)-1)
	return nil
}

func (r *Run) setTexts(t view.RunText) {
	r.texts[notes].SetText(t.Notes)
	r.texts[words].SetText(t.Words)
	r.texts[parked].SetText(t.Parked)
}

func (r *Run) typed() view.RunText {
	return view.RunText{Notes: r.texts[notes].Text(), Words: r.texts[words].Text(), Parked: r.texts[parked].Text()}
}

// Draft is what is being typed.
func (r *Run) Draft() (string, int64, map[string]string, bool) {
	t := r.typed()
	body := map[string]string{"notes": t.Notes, "words": t.Words, "parked": t.Parked, "agreement": r.line.Text()}
	return draftForm, r.id, body, r.known && (t != r.kept || r.line.Text() != "")
}

// Stale is so when the meeting changed.
func (r *Run) Stale(c view.Change) bool { return c.TouchesOne(view.Meeting, r.id) }

// Crumbs are the meeting's.
func (r *Run) Crumbs() []string { return []string{"Meetings", r.prep.Family.Name} }

// FamilyID is the meeting's family.
func (r *Run) FamilyID() int64 { return r.prep.Meeting.FamilyID }

// Typing is so in every part but the agenda.
func (r *Run) Typing() bool { return r.part != agenda }

// Scopes are those of the part that has the cursor.
func (r *Run) Scopes() []action.Scope {
	scopes := []action.Scope{action.RunScope, action.Parts}
	switch r.part {
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
	h[action.RunDone] = action.Handler{Do: r.done, Why: r.whyNoItem}
	h[action.RunOpen] = action.Handler{Do: r.itemNotes, Why: r.whyNoItem}
	h[action.RunAgree] = action.Handler{Do: r.agree}
	h[action.RunAbove] = action.Handler{Do: func() tea.Cmd { return r.choose(-1) }}
	h[action.RunBelow] = action.Handler{Do: func() tea.Cmd { return r.choose(1) }}
	h[action.RunTakeOut] = action.Handler{Do: r.takeOut, Why: r.whyNotTakeOut}
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

// keepText keeps what was typed as one step, if it is something new.
func (r *Run) keepText() tea.Cmd {
	text := r.typed()
	if !r.known || text == r.kept {
		return nil
	}
	r.kept = text
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) {
			change, err := r.store.KeepRunText(ctx, r.id, text)
			if err == nil {
				err = r.store.DropDraft(ctx, draftForm, r.id)
			}
			return change, err
		},
		Failed: func(error) tea.Cmd { r.kept = view.RunText{}; return nil },
	})
}

// done marks the item as done with the minutes since the one before, or opens it again.
func (r *Run) done() tea.Cmd {
	item := r.prep.Agenda[r.list.At()]
	used := r.running()
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

// running is the minutes since the last item was done, or since the meeting began.
func (r *Run) running() int {
	used := 0
	for _, item := range r.prep.Agenda {
		used += item.Used
	}
	return max(r.elapsed()-used, 0)
}

// elapsed is the minutes since the meeting began, 0 before.
func (r *Run) elapsed() int {
	began := r.prep.Meeting.Began
	if began.Clock() == "" {
		return 0
	}
	days := began.Date().DaysUntil(r.Today())
	return max(days*24*60+r.Now().Clock().Minutes()-began.Clock().Minutes(), 0)
}

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

// agree keeps the agreement that is typed, or opens the selected one.
func (r *Run) agree() tea.Cmd {
	if r.at >= 0 {
		return r.changeAgreement(r.prep.Agreements[r.at])
	}
	if r.line.Text() == "" {
		return nil
	}
	typed := r.line.Text()
	a := model.ParseAgreement(typed, r.people(), model.DateOptions{Today: r.Today(), Calendar: r.prep.Calendar})
	a.MeetingID = r.id
	r.line.SetText("")
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) { return r.store.SaveAgreement(ctx, a) },
		Failed: func(error) tea.Cmd {
			r.line.SetText(typed)
			return nil
		},
	})
}

// people are those whom an agreement can name: the adults around these children, and all staff.
func (r *Run) people() model.AgreementPeople {
	return model.AgreementPeople{Adults: r.prep.Adults, Staff: r.prep.Staff}
}

func (r *Run) changeAgreement(a model.Agreement) tea.Cmd {
	days := widget.Days{Today: r.Today(), Calendar: r.prep.Calendar}
	return screen.Show(form.New(r.Env, r.store, form.Spec{
		Title: "What was agreed", Name: "agreement", Record: a.ID,
		Groups: form.Fields(agreement.Fields(&a, r.people(), days)...),
		Keep:   func(ctx context.Context) (view.Change, error) { return r.store.SaveAgreement(ctx, a) },
	}))
}

// choose goes through the agreements above the line.
func (r *Run) choose(by int) tea.Cmd {
	n := len(r.prep.Agreements)
	if r.at < 0 {
		r.at = n
	}
	r.at = max(r.at+by, 0)
	if r.at >= n {
		r.at = -1
	}
	return nil
}

func (r *Run) whyNotTakeOut() string {
	if r.at < 0 {
		return "No agreement is selected: go up to one first."
	}
	return ""
}

func (r *Run) takeOut() tea.Cmd {
	id := r.prep.Agreements[r.at].ID
	r.at = -1
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return r.store.RemoveAgreement(ctx, id) })
}

// end keeps what is typed and goes on to draw a line.
func (r *Run) end() tea.Cmd {
	cmds := []tea.Cmd{r.keepText()}
	if r.line.Text() != "" && r.at < 0 {
		cmds = append(cmds, r.agree())
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
	if r.part == agenda {
		return "back, it goes on", nil
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
		"Read the room first; name what you see. Begin with something good: " + orNothing(r.prep.Meeting.Opening) + ".",
		"Their own words are kept apart from your notes. Ask for any other worry, however small, before you end.",
		"An agreement is one line: who does what, by when. It becomes a follow-up.",
	}
}

func orNothing(s string) string {
	if s == "" {
		return "nothing was chosen"
	}
	return s
}

// current is the place of the item that is being talked about: the first that is not done.
func (r *Run) current() int {
	return slices.IndexFunc(r.prep.Agenda, func(i model.AgendaItem) bool { return !i.Done })
}
