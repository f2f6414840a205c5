package worries

import (
	"cmp"
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/loglists"
	"kettle/tui/screen/sleeping"
	"kettle/tui/widget"
)

// List is the list of the worries that are not settled, the oldest first, and behind Tab of those that are
// (practices 10 to 12).
type List struct {
	rows[view.WorryRow]
	past    bool
	figures view.WorryFigures
	counts  bool // the figures are known
}

// NewWorries is the list.
func NewWorries(env *screen.Env, store Store) *List {
	l := &List{rows: newRows[view.WorryRow](env, store, "family, words, who takes it")}
	l.self = l
	l.record = func(r view.WorryRow) int64 { return r.ID }
	l.open = func(r view.WorryRow) tea.Cmd { return openEntry(r.ID) }
	return l
}

// listAnswer is a window of one of the two parts.
type listAnswer struct {
	view.WorryList
	past bool
}

// Load asks for the worries around those on the screen, and for the figure above them.
func (l *List) Load() []screen.Ask {
	words, now, world, offset, past := l.filter.Text(), l.Now(), l.World, l.from(), l.past
	return []screen.Ask{
		{Slot: "rows", Do: func(ctx context.Context) (any, error) {
			if past {
				page, err := l.store.SettledWorries(ctx, words, now, world)
				return listAnswer{page, true}, err
			}
			page, err := l.store.Worries(ctx, words, now, world, around, offset)
			return listAnswer{page, false}, err
		}},
		{Slot: "figures", Do: func(ctx context.Context) (any, error) { return l.store.WorryFigures(ctx, now, world) }},
	}
}

// Take takes the rows or the figure.
func (l *List) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case view.WorryFigures:
		l.figures, l.counts = answer, true
	case listAnswer:
		if answer.past == l.past {
			return l.take(window[view.WorryRow]{answer.Rows, answer.Offset, answer.Total, answer.Asleep})
		}
	}
	return nil
}

// Stale is so when an entry, or what grew from it, changed.
func (l *List) Stale(c view.Change) bool {
	return c.Touches(view.Contact, view.Family, view.Meeting, view.School, view.Setting, view.Asleep)
}

// Crumbs are the section and the list.
func (l *List) Crumbs() []string { return []string{"Log", "Worries"} }

// FamilyID is the family of the selected worry.
func (l *List) FamilyID() int64 {
	r, _ := l.at()
	return r.FamilyID
}

// Record is the entry of the selected worry.
func (l *List) Record() view.Record {
	if r, ok := l.at(); ok {
		return view.Record{Kind: view.ContactRecord, ID: r.ID}
	}
	return view.Record{}
}

// Scopes are the filter's while it is typed, else those of the part.
func (l *List) Scopes() []action.Scope {
	switch {
	case l.typing:
		return []action.Scope{action.Filter}
	case l.past:
		return []action.Scope{action.WorriesSettled, action.ListOfLog, action.List, action.Parts}
	}
	return []action.Scope{action.Worries, action.ListOfLog, action.List, action.Parts}
}

// Handlers bind the list's actions.
func (l *List) Handlers() action.Handlers {
	h := loglists.Handlers(l.Env, l.handlers(), screen.Worries)
	h[action.PromiseFor] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.NewFollowUp, l.FamilyID()) }}
	h[action.WorryMeet] = l.on(meet)
	h[action.WorrySettle] = l.on(l.settle)
	h[action.WorryReopen] = l.on(func(r view.WorryRow) tea.Cmd {
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return l.store.SettleWorry(ctx, r.ID, "", "") })
	})
	h[action.WorryStep] = l.on(l.step)
	h[action.WaitingSleep] = l.on(l.asleep)
	h[action.NextPart] = action.Handler{Do: l.otherPart}
	h[action.PrevPart] = action.Handler{Do: l.otherPart}
	return h
}

// meet opens the meeting that the worry grew into, or begins it; it remembers the entry, and so the day on
// which the worry was raised.
func meet(r view.WorryRow) tea.Cmd {
	if r.MeetingID != 0 {
		return screen.Open(screen.Meeting, r.MeetingID)
	}
	return screen.Open(screen.MeetingFrom, r.ID)
}

func (l *List) otherPart() tea.Cmd {
	l.past = !l.past
	return l.anew()
}

// Escape leaves the filter, then those that are settled.
func (l *List) Escape() (string, func() tea.Cmd) {
	if word, do := l.rows.Escape(); do != nil || !l.past {
		return word, do
	}
	return "open ones", l.otherPart
}

func (l *List) asleep(r view.WorryRow) tea.Cmd {
	return l.sleep(model.WorrySleeps, r.ID, r.Asleep, r.Family+": "+worryWords(r))
}

// The names of the drafts of the small forms.
const (
	settleForm = "worry settled"
	stepForm   = "first step"
)

// settle asks on which day the worry was settled, and for a word on how.
func (l *List) settle(r view.WorryRow) tea.Cmd {
	on, how := l.Today(), ""
	return screen.Show(form.New(l.Env, l.store, form.Spec{
		Title: "Settled", Name: settleForm, Record: r.ID, Intro: r.Family + ": " + worryWords(r),
		Groups: form.Fields(
			widget.Text("How", &how).Hint("a few words; empty is fine"),
			widget.Date("On", &on, l.days()).Past().Needed("On which day?"),
		),
		About: []string{"A worry is settled when the family says so. A line under it lets everybody begin anew."},
		Keep: func(ctx context.Context) (view.Change, error) {
			return l.store.SettleWorry(ctx, r.ID, on, how)
		},
	}))
}

// step notes that the first step was taken; where none is written down it asks which.
func (l *List) step(r view.WorryRow) tea.Cmd {
	on, what := l.Today(), r.FirstStep
	if what != "" && r.SteppedOn == "" {
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return l.store.TakeFirstStep(ctx, r.ID, "", on) })
	}
	on = cmp.Or(r.SteppedOn, on)
	return screen.Show(form.New(l.Env, l.store, form.Spec{
		Title: "The first step", Name: stepForm, Record: r.ID, Intro: r.Family + ": " + worryWords(r),
		Groups: form.Fields(
			widget.Text("What was done", &what).Needed("Which step, however small?"),
			widget.Date("On", &on, l.days()).Past().Needed("On which day?"),
		),
		About: []string{"Small things, done early, change a lot. Tell the family that it was done."},
		Keep: func(ctx context.Context) (view.Change, error) {
			return l.store.TakeFirstStep(ctx, r.ID, what, on)
		},
	}))
}

// Resume opens the form in which something was being typed.
func (l *List) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	return l.resume(map[string]func(view.WorryRow) tea.Cmd{
		settleForm: l.settle, stepForm: l.step, sleeping.FormName(model.WorrySleeps): l.asleep}, name, record)
}

// About says what is listed, and why.
func (l *List) About() []string {
	return []string{"A worry takes courage to raise. It gets somebody who takes it, and a first step within a day; it stays here until it is settled.",
		"Days are days of school. What is raised on Monday is best solved by Friday.",
		"A worry that needs more grows into a meeting, which keeps the day on which it was raised."}
}

// worryWords are what troubles them, in one line.
func worryWords(r view.WorryRow) string { return firstLine(cmp.Or(r.Note, r.Words)) }
