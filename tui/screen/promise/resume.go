package promise

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/screen/afterwards"
)

// The names of the drafts of the small forms about a promise.
const (
	moveForm  = "follow-up moved"
	sleepForm = "follow-up asleep"
	dropForm  = "follow-up dropped"
	tellForm  = "follow-up told"
)

// found is what resuming a form waits for.
type found struct{ promise model.FollowUp }

// Resume opens the form about a promise in which something was being typed; not for a form of another
// name.
func (h Hands) Resume(name string, id int64) (open tea.Cmd, ours bool) {
	forms := map[string]func(Line) tea.Cmd{moveForm: h.Move, sleepForm: h.Sleep, dropForm: h.Drop, tellForm: h.Told, afterwards.LeaderForm: h.leader}
	do, ours := forms[name]
	switch {
	case name == FormName && id > 0:
		return h.Change(id), true
	case name == afterwards.FeedbackForm:
		return screen.Show(afterwards.Feedback(h.Env, h.Store, id)), true
	case !ours:
		return nil, false
	}
	return screen.Read(func(ctx context.Context) (any, error) {
		f, err := h.Store.FollowUp(ctx, id)
		return found{f}, err
	}, func(answer any) tea.Cmd {
		f := answer.(found).promise
		return do(Line{ID: f.ID, FamilyID: f.FamilyID, AdultID: f.AdultID, What: f.What, Kind: f.Kind, Whose: f.Whose, Due: f.Due, DateTold: f.DateTold})
	}), true
}
