package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

var followUpColumns = []string{"uid", "family_id", "meeting_id", "contact_id", "transition_id", "adult_id", "kind", "what", "whose", "who",
	"due", "due_at", "due_rule", "due_from", "due_count", "due_set_by", "hidden", "state", "state_on", "state_why",
	"told_on", "date_told", "promised", "questions", "deleted_at"}

func followUpFields(f *model.FollowUp) []any {
	return []any{&f.UID, &f.FamilyID, orNull(&f.MeetingID), orNull(&f.ContactID), orNull(&f.TransitionID), orNull(&f.AdultID), &f.Kind, &f.What, &f.Whose, &f.Who,
		&f.Due, &f.DueAt, &f.DueRule, &f.DueFrom, &f.DueCount, &f.DueSetBy, &f.Hidden, &f.State, &f.StateOn, &f.StateWhy,
		&f.ToldOn, &f.DateTold, &f.Promised, &f.Questions, removedAt(&f.Removed)}
}

func followUpRow(f *model.FollowUp) []any { return withID(&f.ID, followUpFields(f)) }

// The rules by which a date was set, beside those that name a paragraph of rules.md.
const (
	dueByHand = "set by hand"
	dueAgreed = "agreed in the meeting"
)

// SaveFollowUp keeps a promise. A date that changes keeps the old one (rules.md R12).
func (s *Store) SaveFollowUp(ctx context.Context, f model.FollowUp) (view.Change, error) {
	return s.step(ctx, savedTitle(f.ID, "a follow-up"), func(w *work) error { return w.saveFollowUp(&f) })
}

func (w *work) saveFollowUp(f *model.FollowUp) error {
	w.fillFollowUp(f)
	if err := soundFollowUp(*f); err != nil {
		return err
	}
	isNew := f.ID == 0
	if !isNew {
		if err := w.keepOldDue(f.ID, f.Due); err != nil {
			return err
		}
	}
	if err := w.save("follow_up", &f.ID, followUpColumns, followUpFields(f)); err != nil {
		return fmt.Errorf("saving a follow-up: %w", err)
	}
	if isNew && w.change.New == 0 {
		w.made(f.ID)
	}
	return nil
}

func (w *work) fillFollowUp(f *model.FollowUp) {
	if f.Kind == "" {
		f.Kind = model.ActionPromised
	}
	if f.Whose == "" {
		f.Whose = model.Mine
	}
	if f.State == "" {
		f.State = model.Open
	}
	if f.Promised == "" && f.ID == 0 {
		f.Promised = model.Moment(w.now())
	}
	if f.Due != "" && f.DueRule == "" {
		f.DueRule, f.DueFrom = dueByHand, w.today()
	}
}

func soundFollowUp(f model.FollowUp) error {
	switch {
	case f.FamilyID == 0:
		return Problem{Sentence: "A follow-up needs a family: choose one, then keep it again."}
	case f.What == "":
		return Problem{Sentence: "Write what is to be done, then keep it again."}
	case !f.Kind.Valid() || !f.Whose.Valid() || !f.State.Valid():
		return Problem{Sentence: "The follow-up has a kind, an owner or a state that Kettle does not know: choose from the list."}
	case f.Due != "" && !f.Due.Valid():
		return Problem{Sentence: "The date is not one there is: write it again, or leave it empty."}
	case f.DueAt != "" && !f.DueAt.Valid():
		return Problem{Sentence: "The time is not one there is: write it as 16:00, or leave it empty."}
	}
	return nil
}

// keepOldDue notes the date that a follow-up has when it is about to get another.
func (w *work) keepOldDue(id int64, due model.Date) error {
	var old model.Date
	if err := w.queryRow("SELECT coalesce((SELECT due FROM follow_up WHERE id = ?), '')", id).Scan(&old); err != nil {
		return fmt.Errorf("reading the date it had: %w", err)
	}
	if old == "" || old == due {
		return nil
	}
	on := w.today()
	if _, err := w.insert("follow_up_date", []string{"follow_up_id", "due", "moved_on"}, []any{&id, &old, &on}); err != nil {
		return fmt.Errorf("keeping the old date: %w", err)
	}
	return nil
}

// dueIn sets the date so many school days from the day of this step, with what explains it.
func (w *work) dueIn(f *model.FollowUp, schoolDays int) error {
	calendar, err := w.calendarOfFamily(f.FamilyID)
	if err != nil {
		return err
	}
	setDue(f, calendar.DueInSchoolDays(w.today(), schoolDays), "Kettle")
	return nil
}

// setDue takes the date of a count, with the rule, start and number that explain it (rules.md R12).
func setDue(f *model.FollowUp, count model.SchoolDayCount, by string) {
	f.Due, f.DueFrom, f.DueCount, f.DueSetBy = count.Due, count.From, count.N, by
	f.DueRule = "school days (rules.md R7)"
	if count.NoTerms {
		f.DueRule = "weekdays, no term dates yet"
	}
}

// calendarOfFamily is the calendar of the school of the family's first pupil.
func (q querier) calendarOfFamily(family int64) (*model.Calendar, error) {
	rows, err := q.query(`SELECT school_id FROM pupil
		WHERE family_id = ? AND school_id IS NOT NULL AND deleted_at = '' ORDER BY roll <> 'on roll', id LIMIT 1`, family)
	schools, err := scanIDs(rows, err)
	if err != nil {
		return nil, fmt.Errorf("reading the family's school: %w", err)
	}
	return q.calendar(firstOf(schools))
}

// RemoveFollowUp moves a promise out of sight, as one that was entered by mistake.
func (s *Store) RemoveFollowUp(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed a follow-up", func(w *work) error { return w.remove("follow_up", id) })
}

// BringBackFollowUp brings a removed promise back.
func (s *Store) BringBackFollowUp(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "brought a follow-up back", func(w *work) error { return w.bringBack("follow_up", id) })
}

// FollowUp is one promise with the dates it had before, also a removed one.
func (s *Store) FollowUp(ctx context.Context, id int64) (f model.FollowUp, err error) {
	err = s.read(ctx, func(q querier) error {
		if f, err = q.followUp(id); err != nil {
			return err
		}
		rows, err := q.query("SELECT due, moved_on FROM follow_up_date WHERE follow_up_id = ? ORDER BY id", id)
		f.OldDues, err = scanAll(rows, err, func(d *model.OldDue) []any { return []any{&d.Due, &d.MovedOn} })
		return err
	})
	return f, err
}

func (q querier) followUp(id int64) (model.FollowUp, error) {
	rows, err := q.query(selectSQL("follow_up", followUpColumns)+" WHERE id = ?", id)
	f, err := scanOne(rows, err, followUpRow)
	if err != nil {
		return f, fmt.Errorf("reading a follow-up: %w", err)
	}
	return f, nil
}
