package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// debriefColumns are those whose words the history does not show: the screen may be seen.
var debriefColumns = []string{"debrief", "debrief_with", "leader_told"}

// KeepDebrief keeps with whom a hard meeting was talked over, what was said, and which leader was told
// when (practices 49 and 61). No other method writes it, and nothing that leaves school reads it.
func (s *Store) KeepDebrief(ctx context.Context, id int64, d view.Debrief) (view.Change, error) {
	if d.On != "" && !d.On.Valid() {
		return view.Change{}, Problem{Sentence: "The day on which the leader was told is not one there is: write it again."}
	}
	return s.step(ctx, "kept a debrief", func(w *work) error {
		switch {
		case d.Leader == "":
			d.On = ""
		case d.On == "":
			d.On = w.today()
		}
		return w.update("meeting", id, []string{"debrief_with", "debrief", "leader_told", "leader_told_on"}, []any{&d.With, &d.Words, &d.Leader, &d.On})
	})
}

// promiseLeader promises to tell a leader of threat or abuse the same day, until it is said who was
// told (practice 61).
func (w *work) promiseLeader(c model.Contact) error {
	switch {
	case c.Kind != model.Abuse:
		_, err := w.exec(`UPDATE follow_up SET state = 'dropped', state_on = ?, state_why = 'the entry of the log says otherwise now'
			WHERE kind = ? AND contact_id = ? AND state = 'open' AND deleted_at = ''`, string(w.today()), string(model.TellLeader), c.ID)
		return err
	case c.LeaderTold != "":
		return w.settleKind(model.TellLeader, "contact_id", c.ID, w.today())
	}
	there, err := w.has("follow_up WHERE kind = ? AND contact_id = ? AND state = 'open' AND deleted_at = ''", model.TellLeader, c.ID)
	if err != nil || there {
		return err
	}
	f := model.FollowUp{FamilyID: c.FamilyID, ContactID: c.ID, Kind: model.TellLeader, What: "Tell a leader what happened on " + c.At.Date().Short(),
		Due: w.today(), DueRule: dueSameDay, DueFrom: w.today(), DueSetBy: "Kettle"}
	return w.saveFollowUp(&f)
}

// dueSameDay is the rule of what a leader is told.
const dueSameDay = "the same day (practice 61)"

// TellLeader says which leader was told, and keeps the promise to tell one.
func (s *Store) TellLeader(ctx context.Context, followUp int64, leader string, on model.Date) (view.Change, error) {
	if leader == "" {
		return view.Change{}, Problem{Sentence: "Who was told? A name is kept with what happened."}
	}
	return s.changeFollowUp(ctx, followUp, "told a leader", func(w *work, f *model.FollowUp) error {
		if f.ContactID != 0 {
			if err := w.update("contact", f.ContactID, []string{"leader_told"}, []any{&leader}); err != nil {
				return fmt.Errorf("noting which leader was told: %w", err)
			}
		}
		return w.settle(f, on, false)
	})
}
