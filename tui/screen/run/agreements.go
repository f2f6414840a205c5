package run

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/agreement"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// heard is the agreement in the line, as it is understood so far. One that is corrected keeps its owner
// where nobody else is named.
func (r *Run) heard() model.HeardAgreement {
	h := model.ReadAgreement(r.line.Text(), agreement.People(r.prep), r.dates())
	h.MeetingID = r.id
	if r.over.ID == 0 {
		return h
	}
	h.ID, h.Position, h.FollowUpID = r.over.ID, r.over.Position, r.over.FollowUpID
	if !h.Named {
		h.Whose, h.Who, h.AdultID, h.StaffID, h.Named = r.over.Whose, r.over.Who, r.over.AdultID, r.over.StaffID, true
	}
	return h
}

func (r *Run) dates() model.DateOptions {
	return model.DateOptions{Today: r.Today(), Calendar: r.prep.Calendar}
}

// guess is the day on which is looked after what was agreed without one.
func (r *Run) guess() model.Date {
	return model.DuesAfter(r.Today(), r.prep.Settings, r.prep.Calendar).Action.Due
}

// agree keeps the agreement that is typed, after it is known who does it; on a selected one it opens
// its line to be corrected.
func (r *Run) agree() tea.Cmd {
	if r.at >= 0 && strings.TrimSpace(r.line.Text()) != "" {
		return screen.Say("Keep what stands in the line first, or empty it: then this one can be corrected there.")
	}
	if r.at >= 0 {
		r.over = r.prep.Agreements[r.at]
		r.line.SetText(agreement.Sentence(r.over))
		r.at = -1
		return nil
	}
	if strings.TrimSpace(r.line.Text()) == "" {
		r.leaveLine()
		return nil
	}
	h := r.heard()
	if !h.Named {
		return r.askWho(h)
	}
	return r.keepLine(h)
}

// keepLine keeps the agreement in the line, and puts it back there when it could not be kept.
func (r *Run) keepLine(h model.HeardAgreement) tea.Cmd {
	typed, over := r.line.Text(), r.over
	r.leaveLine()
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) { return r.store.SaveAgreement(ctx, h.Agreement) },
		Failed: func(error) tea.Cmd {
			r.line.SetText(typed)
			r.over = over
			return nil
		},
	})
}

// whoForm names the draft of the small form that asks who does it.
const whoForm = "agreement who"

// askWho asks who does what is typed, when nobody was named or several have that name. What was typed
// stays in the line until it is kept.
func (r *Run) askWho(h model.HeardAgreement) tea.Cmd {
	a, people := h.Agreement, agreement.People(r.prep)
	who := ""
	return screen.Show(form.New(r.Env, r.store, form.Spec{
		Title: "Who does it?", Name: whoForm, Record: r.id, Intro: agreement.Question(h),
		Groups: form.Fields(widget.Pick("Who", "", agreement.Options(people, h.Either), func(_, text string) { who = text }).AllowNew().Hint("you")),
		Keep: func(ctx context.Context) (view.Change, error) {
			people.Owner(&a, who)
			return r.store.SaveAgreement(ctx, a)
		},
		Then: func(view.Change) tea.Cmd { r.leaveLine(); return nil },
	}))
}

// leaveLine empties the line; what was corrected in it stays as it was.
func (r *Run) leaveLine() {
	r.line.SetText("")
	r.over = model.Agreement{}
}

// lineWas is what the line would hold with nothing typed in it.
func (r *Run) lineWas() string {
	if r.over.ID == 0 {
		return ""
	}
	return agreement.Sentence(r.over)
}

// choose goes through the agreements above the line.
func (r *Run) choose(by int) tea.Cmd {
	n := len(r.prep.Agreements)
	if r.over.ID != 0 {
		return nil
	}
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
