package worries

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/loglists"
	"kettle/tui/screen/sleeping"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// Quiet is the list of the families that have not heard from us for longer than is planned (practice 6).
type Quiet struct{ rows[view.QuietLine] }

// NewQuiet is the list.
func NewQuiet(env *screen.Env, store Store) *Quiet {
	q := &Quiet{newRows[view.QuietLine](env, store, "family, child, class")}
	q.self = q
	q.record = func(l view.QuietLine) int64 { return l.FamilyID }
	q.open = func(l view.QuietLine) tea.Cmd { return screen.Open(screen.Family, l.FamilyID) }
	return q
}

// Load asks for the families around those on the screen.
func (q *Quiet) Load() []screen.Ask {
	words, now, world, offset := q.filter.Text(), q.Now(), q.World, q.from()
	return []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) {
		return q.store.GoingQuiet(ctx, words, now, world, around, offset)
	}}}
}

// Take takes the rows.
func (q *Quiet) Take(answer any) tea.Cmd {
	page, ok := answer.(view.GoingQuiet)
	if !ok {
		return nil
	}
	return q.take(window[view.QuietLine]{page.Rows, page.Offset, page.Total, page.Asleep})
}

// Stale is so when anything changed that says who is quiet, or whom to ring.
func (q *Quiet) Stale(c view.Change) bool {
	return c.Touches(view.Family, view.Contact, view.Meeting, view.Adult, view.Pupil, view.School, view.Setting, view.Asleep)
}

// Crumbs are the section and the list.
func (q *Quiet) Crumbs() []string { return []string{"Log", "Going quiet"} }

// FamilyID is the selected family.
func (q *Quiet) FamilyID() int64 {
	l, _ := q.at()
	return l.FamilyID
}

// Record is the selected family.
func (q *Quiet) Record() view.Record {
	if l, ok := q.at(); ok {
		return view.Record{Kind: view.FamilyRecord, ID: l.FamilyID}
	}
	return view.Record{}
}

// Scopes are the filter's while it is typed, else those of the list.
func (q *Quiet) Scopes() []action.Scope {
	if q.typing {
		return []action.Scope{action.Filter}
	}
	return []action.Scope{action.GoingQuiet, action.ListOfLog, action.List}
}

// Handlers bind the list's actions.
func (q *Quiet) Handlers() action.Handlers {
	h := loglists.Handlers(q.Env, q.handlers(), screen.GoingQuiet)
	screen.ForFamily(h, q)
	h[action.QuietSpoke] = q.on(func(l view.QuietLine) tea.Cmd {
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return q.store.LogCheckIn(ctx, l.FamilyID) })
	})
	h[action.QuietTried] = q.on(func(l view.QuietLine) tea.Cmd {
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return q.store.LogAttempt(ctx, l.FamilyID) })
	})
	h[action.QuietEvery] = q.on(q.every)
	h[action.WaitingSleep] = q.on(q.asleep)
	return h
}

func (q *Quiet) asleep(l view.QuietLine) tea.Cmd {
	return q.sleep(model.QuietSleeps, l.FamilyID, l.Asleep, "It is time to check in with "+l.Family)
}

const everyForm = "how often to check in"

// every changes how often the family is checked in with.
func (q *Quiet) every(l view.QuietLine) tea.Cmd {
	text, usual := "", q.World.Settings.Number(model.CheckinEvery)
	if l.OwnRhythm {
		text = strconv.Itoa(l.EveryDays)
	}
	return screen.Show(form.New(q.Env, q.store, form.Spec{
		Title: "Check in how often?", Name: everyForm, Record: l.FamilyID,
		Intro: l.Family + ": " + l.Every + " is planned" + usualWords(l) + ". It counts in school days: 5 is weekly, 10 fortnightly.",
		Groups: form.Fields(widget.Text("Every", &text).Hint(fmt.Sprintf("school days; empty is the usual, %d", usual)).Checked(func(typed string) string {
			typed = strings.TrimSpace(typed)
			if n, err := strconv.Atoi(typed); typed != "" && (err != nil || n < 1 || n > 190) {
				return "A number of school days from 1 to 190, or nothing for the usual."
			}
			return ""
		})),
		Keep: func(ctx context.Context) (view.Change, error) {
			n, _ := strconv.Atoi(strings.TrimSpace(text)) // checked; nothing is the usual
			return q.store.SetCheckinEvery(ctx, l.FamilyID, n)
		},
	}))
}

func usualWords(l view.QuietLine) string {
	if words := habit(l); words != "" {
		return ", and lately it was " + words
	}
	return ""
}

// Resume opens the form in which something was being typed.
func (q *Quiet) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	return q.resume(map[string]func(view.QuietLine) tea.Cmd{everyForm: q.every, sleeping.FormName(model.QuietSleeps): q.asleep}, name, record)
}

// About says what is listed, and why.
func (q *Quiet) About() []string {
	about := []string{"Families whose check-in is due, longest ago first. A word at the gate counts, and so does a meeting; a call that nobody answers does not.",
		"Weeks are weeks of school: holidays count for nothing, and nobody is asked to ring in them.",
		"Left out: families in their first weeks, without a child on roll, or with nobody who may be rung."}
	if l, ok := q.at(); ok && l.Counted != "" {
		about = append([]string{l.Family + ": " + l.Counted + ".", ""}, about...)
	}
	return about
}

var quietColumns = widget.Columns{{Width: 15}, {Width: 12, Grow: 2}, {Width: 24, Grow: 1}, {Width: 18, Grow: 2, From: 76}}

// Draw draws the list.
func (q *Quiet) Draw(c *canvas.Canvas) {
	q.paint(c, picture[view.QuietLine]{
		summary: counted(q.total, q.window.asleep, "family going quiet", "families going quiet"),
		empty:   q.nobody(), draw: q.drawRow, title: quietTitle, facts: q.facts,
	})
}

func (q *Quiet) nobody() []string {
	if model.Sleeps(q.Today(), q.Calendar()) {
		return []string{"It is holiday: nobody is asked to ring.", "Check-ins rest until school begins again."}
	}
	return []string{"Every family has heard from us lately.", "Who is due for a check-in comes here by itself, as often as their page says."}
}

func (q *Quiet) drawRow(row *canvas.Canvas, l view.QuietLine) {
	cells, th := quietColumns.Lay(row.Width()-1), q.Theme
	glyph, style := l.Stage.Glyph(), th.Late
	when := l.Since
	if l.Asleep != "" {
		glyph, style, when = theme.GlyphLeftOut, th.Dim, "until "+l.Asleep.Near(q.Today())
	}
	row.Text(0, 0, style, glyph)
	row.Text(2, 0, style, canvas.Cut(when, cells[0].Width-2))
	cells[1].Text(row, 0, th.Text, l.Family)
	cells[2].Text(row, 0, th.Dim, l.Usual)
	said := l.Tried
	if said == "" {
		said = quoted(l.Words)
	}
	cells[3].Text(row, 0, th.Dim, said)
}

func quietTitle(l view.QuietLine) (what, whose string) { return l.Family, l.Children }

func (q *Quiet) facts(l view.QuietLine) []fact {
	last := "not yet"
	if l.Last != "" {
		last = strings.TrimSpace(l.Last.Date().Near(q.Today()) + " " + l.Channel.How())
	}
	return known(
		fact{"ring", ringWords(l), l.Ring == ""}, fact{"tried", strings.TrimPrefix(l.Tried, "tried "), false},
		fact{"last word", last, false}, fact{"they said", quoted(l.Words), false}, fact{"usually", habit(l), false}, fact{"planned", l.Every, false},
		fact{"due", l.Counted, false}, fact{"asleep", asleepWords(l.Asleep, q.Today()), false})
}

// habit is how often it was in the last year, "" where there were too few words to tell.
func habit(l view.QuietLine) string {
	if words, ok := strings.CutPrefix(l.Usual, "usually "); ok {
		return words
	}
	return ""
}

func ringWords(l view.QuietLine) string {
	if l.Ring == "" {
		return "nobody is known yet"
	}
	return strings.Join(nonEmpty(l.Ring, l.RingHow, l.RingNumber), ", ")
}

func nonEmpty(texts ...string) []string {
	var all []string
	for _, t := range texts {
		if t != "" {
			all = append(all, t)
		}
	}
	return all
}

func asleepWords(until, today model.Date) string {
	if until == "" {
		return ""
	}
	return "not on Today until " + until.Near(today) + "; " + name(action.WaitingSleep) + " wakes it"
}
