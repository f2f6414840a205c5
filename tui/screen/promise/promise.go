// Package promise is what can be done with a promise wherever it is listed: keep it, move it, drop
// it, tell the family, change it. Each is one write or one small popup.
package promise

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/afterwards"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// Store is what the popups need of the store.
type Store interface {
	FollowUp(ctx context.Context, id int64) (model.FollowUp, error)
	SaveFollowUp(ctx context.Context, f model.FollowUp) (view.Change, error)
	SettleFollowUp(ctx context.Context, id int64, on model.Date, told bool) (view.Change, error)
	ReopenFollowUp(ctx context.Context, id int64) (view.Change, error)
	MoveFollowUp(ctx context.Context, id int64, due model.Date, dueAt model.Clock, by string) (view.Change, error)
	DropFollowUp(ctx context.Context, id int64, reason string) (view.Change, error)
	HideFollowUp(ctx context.Context, id int64, until model.Date) (view.Change, error)
	TellFamily(ctx context.Context, id int64, on model.Date, adult int64, by model.Channel) (view.Change, error)
	Family(ctx context.Context, id int64) (model.Family, error)
	FamilyAdults(ctx context.Context, family int64) ([]model.Adult, error)
	FamilyPupils(ctx context.Context, family int64) ([]model.Pupil, error)
	FamilyLinks(ctx context.Context, family int64) ([]model.Link, error)
	FamilyList(ctx context.Context, filter string, order view.FamilyOrder, offset, limit int) (view.FamilyRows, error)
	afterwards.Store
}

// Line is what a list knows of a promise.
type Line struct {
	ID, FamilyID, AdultID int64
	MeetingID             int64 // 0 none
	What, Family          string
	Kind                  model.FollowUpKind
	Whose                 model.Whose
	Due                   model.Date
	DateTold              bool
}

// Hands does things with promises.
type Hands struct {
	Env   *screen.Env
	Store Store
}

// Done says that the promise is kept, and then offers to tell the family where they would like to
// hear it (practice 13). Escaping the offer leaves it done. What is done by an answer asks for it: how
// a meeting was for them, which leader was told.
func (h Hands) Done(l Line) tea.Cmd {
	switch {
	case l.Kind == model.AskHowItWas && l.MeetingID != 0:
		return screen.Show(afterwards.Feedback(h.Env, h.Store, l.MeetingID))
	case l.Kind == model.TellLeader:
		return h.leader(l)
	}
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) { return h.Store.SettleFollowUp(ctx, l.ID, "", false) },
		Then: func(view.Change) tea.Cmd {
			if !model.WorthTelling(l.Kind, l.Whose) {
				return nil
			}
			return h.tell(l, "Tell them?", "Done: "+l.What+". Would they like to hear it?")
		},
	})
}

func (h Hands) leader(l Line) tea.Cmd {
	return screen.Show(afterwards.Leader(h.Env, h.Store, l.ID, l.What))
}

// Reopen makes a promise that was done or dropped an open one again.
func (h Hands) Reopen(id int64) tea.Cmd {
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return h.Store.ReopenFollowUp(ctx, id) })
}

// Move asks for another day. The old one is kept; where the family knows it, telling them is offered
// (rules.md R12).
func (h Hands) Move(l Line) tea.Cmd {
	var to model.Moment
	intro := l.What
	if l.Due != "" {
		intro += ". It is due " + l.Due.Short() + "; that day is kept."
	}
	return screen.Show(form.New(h.Env, h.Store, form.Spec{
		Title: "Move to", Name: moveForm, Record: l.ID, Intro: intro,
		Groups: form.Fields(widget.Moment("To", &to, h.days()).Needed("Type a day: fri, 24/11, in 2 weeks.")),
		About:  []string{"The old day is kept beside the new one. What was late stays visible in its history."},
		Keep: func(ctx context.Context) (view.Change, error) {
			return h.Store.MoveFollowUp(ctx, l.ID, to.Date(), to.Clock(), h.Env.Me())
		},
		Then: func(view.Change) tea.Cmd {
			if !l.DateTold {
				return nil
			}
			return h.tell(l, "They know the old date. Tell them?", l.What+": now "+to.Near(h.Env.Today())+".")
		},
	}))
}

// Sleep asks until which day the promise is to be off Today. Its own day stays.
func (h Hands) Sleep(l Line) tea.Cmd {
	var until model.Date
	return screen.Show(form.New(h.Env, h.Store, form.Spec{
		Title: "Sleep until", Name: sleepForm, Record: l.ID, Intro: l.What + ". It leaves Today until then; its own day stays, and late stays late.",
		Groups: form.Fields(widget.Date("Until", &until, h.days()).Needed("Type a day: tomorrow, mon, in 2 weeks.")),
		Keep: func(ctx context.Context) (view.Change, error) {
			return h.Store.HideFollowUp(ctx, l.ID, until)
		},
	}))
}

// Drop asks why the promise is given up.
func (h Hands) Drop(l Line) tea.Cmd {
	why := ""
	return screen.Show(form.New(h.Env, h.Store, form.Spec{
		Title: "Drop it", Name: dropForm, Record: l.ID, Intro: l.What + ". It is kept with the reason: the family may ask.",
		Groups: form.Fields(widget.Text("Why", &why).Needed("Say in a few words why.").Hint("no longer needed, done by somebody else, …")),
		Keep: func(ctx context.Context) (view.Change, error) {
			return h.Store.DropFollowUp(ctx, l.ID, why)
		},
	}))
}

func (h Hands) days() widget.Days {
	return widget.Days{Today: h.Env.Today(), Calendar: h.Env.Calendar()}
}

// Mark is the glyph of a promise's date, and how it is drawn; the words of the date stand beside it.
func Mark(th *theme.Theme, g model.DueGroup) (glyph string, style canvas.Style) {
	switch g {
	case model.DueLate:
		return theme.GlyphAsk, th.Late
	case model.DueToday:
		return "●", th.Warn
	}
	return theme.GlyphOpen, th.Dim
}

// WhoseWords say whose promise it is.
func WhoseWords(w model.Whose, who string) string {
	switch {
	case w == model.Mine:
		return "you"
	case who != "":
		return who
	case w == model.OfFamily:
		return "family"
	}
	return "school"
}
