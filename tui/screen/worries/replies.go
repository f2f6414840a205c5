package worries

import (
	"cmp"
	"context"
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

// Replies is the list of the questions that wait for an answer from us (rules.md R13).
type Replies struct{ rows[view.ReplyRow] }

// NewReplies is the list.
func NewReplies(env *screen.Env, store Store) *Replies {
	l := &Replies{newRows[view.ReplyRow](env, store, "family, words")}
	l.self = l
	l.record = func(r view.ReplyRow) int64 { return r.ID }
	l.open = func(r view.ReplyRow) tea.Cmd { return openEntry(r.ID) }
	return l
}

// Load asks for the questions around those on the screen.
func (l *Replies) Load() []screen.Ask {
	words, now, world, offset := l.filter.Text(), l.Now(), l.World, l.from()
	return []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) {
		return l.store.RepliesOwed(ctx, words, now, world, around, offset)
	}}}
}

// Take takes the rows.
func (l *Replies) Take(answer any) tea.Cmd {
	page, ok := answer.(view.ReplyList)
	if !ok {
		return nil
	}
	return l.take(window[view.ReplyRow]{page.Rows, page.Offset, page.Total, page.Asleep})
}

// Stale is so when an entry changed, or the reply that was promised to it.
func (l *Replies) Stale(c view.Change) bool {
	return c.Touches(view.Contact, view.FollowUp, view.Family, view.Adult, view.School, view.Setting, view.Asleep)
}

// Crumbs are the section and the list.
func (l *Replies) Crumbs() []string { return []string{"Log", "Replies owed"} }

// FamilyID is the family of the selected question.
func (l *Replies) FamilyID() int64 {
	r, _ := l.at()
	return r.FamilyID
}

// Record is the entry of the selected question.
func (l *Replies) Record() view.Record {
	if r, ok := l.at(); ok {
		return view.Record{Kind: view.ContactRecord, ID: r.ID}
	}
	return view.Record{}
}

// Scopes are the filter's while it is typed, else those of the list.
func (l *Replies) Scopes() []action.Scope {
	if l.typing {
		return []action.Scope{action.Filter}
	}
	return []action.Scope{action.Replies, action.ListOfLog, action.List}
}

// Handlers bind the list's actions.
func (l *Replies) Handlers() action.Handlers {
	h := loglists.Handlers(l.Env, l.handlers(), screen.Replies)
	h[action.PromiseFor] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.NewFollowUp, l.FamilyID()) }}
	h[action.WorryMeet] = l.on(func(r view.ReplyRow) tea.Cmd { return screen.Open(screen.MeetingFrom, r.ID) })
	h[action.ReplyAnswered] = l.on(func(r view.ReplyRow) tea.Cmd { return l.keep(l.store.AnswerQuestion, r.ID) })
	h[action.ReplyKnown] = action.Handler{Why: l.whyKnown, Do: func() tea.Cmd {
		r, _ := l.at()
		return l.keep(l.store.AcknowledgeQuestion, r.ID)
	}}
	h[action.ReplyHold] = l.on(l.hold)
	h[action.WaitingSleep] = l.on(l.asleep)
	return h
}

func (l *Replies) keep(do func(context.Context, int64, model.Date) (view.Change, error), id int64) tea.Cmd {
	today := l.Today()
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return do(ctx, id, today) })
}

func (l *Replies) whyKnown() string {
	if r, _ := l.at(); r.Stands.Told.Valid() {
		return "They know since " + r.Stands.Told.Near(l.Today()) + " that it has come."
	}
	return l.whyNothing()
}

func (l *Replies) asleep(r view.ReplyRow) tea.Cmd {
	return l.sleep(model.QuestionSleeps, r.ID, r.Asleep, r.Family+": "+questionWords(r))
}

const holdForm = "holding reply"

// hold asks for the new day that a holding reply promises, and how they were told.
func (l *Replies) hold(r view.ReplyRow) tea.Cmd {
	var until model.Date
	by := cmp.Or(r.Channel, model.ByPhone)
	return screen.Show(form.New(l.Env, l.store, form.Spec{
		Title: "A holding reply", Name: holdForm, Record: r.ID,
		Intro: r.Family + ": " + questionWords(r) + ". Thank them for asking, and say by when they hear from you: the day moves there, and " + r.Stands.AnswerBy().Short() + " is kept beside it.",
		Groups: form.Fields(
			widget.Date("The answer comes by", &until, l.days()).Needed("A holding reply needs a new day: fri, 4/12, in 2 weeks."),
			widget.Choice("They were told", &by, widget.Options(model.Channels)),
		),
		About: []string{"“Thank you for asking. I need to find out more, and you hear from me by Friday.” The log gets the entry by itself."},
		Keep: func(ctx context.Context) (view.Change, error) {
			return l.store.HoldReply(ctx, r.ID, until, by)
		},
	}))
}

// Resume opens the form in which something was being typed.
func (l *Replies) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	return l.resume(map[string]func(view.ReplyRow) tea.Cmd{holdForm: l.hold, sleeping.FormName(model.QuestionSleeps): l.asleep}, name, record)
}

// About says what is listed, and how the days are counted.
func (l *Replies) About() []string {
	about := []string{"Questions from families, the oldest first. Each has the school's own clock: a word that it has come, then the answer.",
		"When the answer needs longer, say so before its day: a holding reply promises a new one.",
		"The numbers are the school's own, under Settings."}
	if r, ok := l.at(); ok {
		about = append([]string{r.Family + ": " + r.Counted + ".", ""}, about...)
	}
	return about
}

var replyColumns = widget.Columns{{Width: 15}, {Width: 26, Grow: 1}, {Width: 9, From: 64}}

// Draw draws the list.
func (l *Replies) Draw(c *canvas.Canvas) {
	l.paint(c, picture[view.ReplyRow]{
		summary: counted(l.total, l.window.asleep, "question waits", "questions wait"),
		empty:   []string{"No question waits for an answer.", "One that a family asks is logged with c as a question: its clock starts then."},
		draw:    l.drawRow, title: func(r view.ReplyRow) (string, string) { return questionWords(r), r.Family }, facts: l.facts,
	})
}

func (l *Replies) drawRow(row *canvas.Canvas, r view.ReplyRow) {
	cells, th, today := replyColumns.Lay(row.Width()-1), l.Theme, l.Today()
	stage := r.Stands.Pressing(today)
	glyph, style, when := stage.Glyph(), th.Dim, r.Clock
	switch {
	case r.Asleep != "":
		glyph, when = theme.GlyphLeftOut, "until "+r.Asleep.Near(today)
	case r.Stands.LateOn(today):
		glyph, style = theme.GlyphAsk, th.Late
	case stage >= model.StageHalf:
		style = th.Warn
	}
	row.Text(0, 0, style, glyph)
	row.Text(2, 0, style, canvas.Cut(when, cells[0].Width-2))
	words := questionWords(r)
	if r.Words != "" {
		words = quoted(words)
	}
	what := cells[1]
	used := row.Text(what.X, 0, th.Text, canvas.Cut(r.Family+": "+words, what.Width))
	if room := what.Width - used - 2; room > 12 {
		style := th.Dim
		if r.Stands.AckLate(today) {
			style = th.Warn
		}
		row.Text(what.X+used+2, 0, style, canvas.Cut(ackBehind(r, today), room))
	}
	cells[2].Text(row, 0, th.Dim, string(r.Channel))
}

// ackBehind is what stands behind a question: that they know, or by when they are to.
func ackBehind(r view.ReplyRow, today model.Date) string {
	if r.Stands.Told.Valid() {
		return theme.GlyphDone + " they know"
	}
	return r.Stands.AckWords(today)
}

func (l *Replies) facts(r view.ReplyRow) []fact {
	today := l.Today()
	asked := strings.TrimSpace(r.At.Near(today) + " " + r.Channel.How())
	if r.Asker != "" {
		asked = r.Asker + ", " + asked
	}
	note := ""
	if r.Words != "" {
		note = firstLine(r.Note)
	}
	return known(
		fact{"asked", asked, false}, fact{"note", note, false}, fact{"first", r.Stands.AckWords(today), r.Stands.AckLate(today)},
		fact{"answer by", answerBy(r), r.Stands.LateOn(today)}, fact{"counted", r.Counted, false},
		fact{"might need", r.Need, false}, fact{"would like", r.Wish, false}, fact{"asleep", asleepWords(r.Asleep, today), false})
}

// answerBy is the day of the answer, with how far we are, or the day before a holding reply.
func answerBy(r view.ReplyRow) string {
	if r.Stands.Held.Valid() {
		return r.Stands.Held.Short() + ", before it was " + r.Stands.Due.Short()
	}
	return r.Stands.Due.Short() + ", " + r.Clock
}

// questionWords are what they asked, in one line.
func questionWords(r view.ReplyRow) string { return firstLine(cmp.Or(r.Words, r.Note)) }
