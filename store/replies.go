package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// RepliesOwed is a window on the questions that wait for an answer from us, the oldest first, those that
// sleep last (rules.md R13).
func (s *Store) RepliesOwed(ctx context.Context, words string, now model.Moment, w view.World, limit, offset int) (page view.ReplyList, err error) {
	page.Offset = offset
	err = s.read(ctx, func(q querier) error {
		where := condition{args: []any{string(now.Date())}}
		where.and("c.kind = 'question' AND c.settled = '' AND c.deleted_at = '' AND f.deleted_at = ''")
		where.andWords(words, "c.family_id", "c.note", "c.words")
		from := " FROM contact c JOIN family f ON f.id = c.family_id WHERE " + where.sql()
		if page.Rows, err = q.replyRows(from+" ORDER BY until <> '', c.at, c.id LIMIT ? OFFSET ?", now.Date(), w, append(where.args, limit, offset)...); err != nil {
			return err
		}
		return q.queryRow("SELECT count(*), coalesce(sum("+questionUntil+" <> ''), 0)"+from, where.args...).Scan(&page.Total, &page.Asleep)
	})
	if err != nil {
		return page, fmt.Errorf("reading the questions: %w", err)
	}
	return page, nil
}

// questionUntil is the day until which a question sleeps, "" for one that does not; ?1 is today.
const questionUntil = "coalesce((SELECT z.until FROM asleep z WHERE z.what = 'question' AND z.record = c.id AND z.until > ?1), '')"

// toldReply is the day of the reply that was promised to a question and told to the family, "" none.
const toldReply = `coalesce((SELECT r.due FROM follow_up r WHERE r.family_id = c.family_id AND r.contact_id = c.id AND r.kind = 'reply'
	AND r.state = 'open' AND r.date_told = 1 AND r.deleted_at = '' ORDER BY r.id LIMIT 1), '')`

func (q querier) replyRows(from string, today model.Date, w view.World, args ...any) ([]view.ReplyRow, error) {
	type row struct {
		view.ReplyRow
		promised model.Date
		adult    model.Adult
	}
	const asker = "(SELECT a.adult_id FROM contact_adult a WHERE a.contact_id = c.id ORDER BY a.id LIMIT 1)"
	rows, err := q.query(`SELECT c.id, c.family_id, f.name, c.at, c.channel, c.by_whom, c.note, c.words, c.need, c.wish, c.acknowledged, `+
		toldReply+", coalesce("+asker+", 0), "+questionUntil+" AS until"+from, args...)
	found, err := scanAll(rows, err, func(r *row) []any {
		return []any{&r.ID, &r.FamilyID, &r.Family, &r.At, &r.Channel, &r.By, &r.Note, &r.Words, &r.Need, &r.Wish, &r.Acknowledged, &r.promised, &r.adult.ID, &r.Asleep}
	})
	if err != nil {
		return nil, err
	}
	schools, all := q.schoolCalendars(w), make([]view.ReplyRow, len(found))
	for i, f := range found {
		r := f.ReplyRow
		calendar, err := schools.of(r.FamilyID)
		if err != nil {
			return nil, err
		}
		if f.adult.ID != 0 {
			if r.Asker, err = q.formalName(f.adult.ID); err != nil {
				return nil, err
			}
		}
		r.Kind, r.Stands = model.Question, r.StandsAsQuestion(f.promised, w.Settings, today, calendar)
		r.Clock, r.Counted = r.Stands.Clock(today, calendar), r.Stands.Counted(r.At, calendar)
		all[i] = r
	}
	return all, nil
}

// AcknowledgeQuestion notes the day on which a family heard that their question has come, "" today.
func (s *Store) AcknowledgeQuestion(ctx context.Context, contact int64, on model.Date) (view.Change, error) {
	return s.step(ctx, "they know that it has come", func(w *work) error {
		if on == "" {
			on = w.today()
		}
		c, err := w.openQuestion(contact)
		if err != nil {
			return err
		}
		w.title("they know that it has come: " + w.nameOf("family", c.FamilyID))
		return w.update("contact", contact, []string{"acknowledged"}, []any{&on})
	})
}

// openQuestion is a question that waits for its answer; any other is a Problem.
func (q querier) openQuestion(contact int64) (model.Contact, error) {
	rows, err := q.query(selectSQL("contact", contactColumns)+" WHERE id = ?", contact)
	c, err := scanOne(rows, err, contactRow)
	switch {
	case err != nil:
		return c, fmt.Errorf("reading the question: %w", err)
	case c.Kind != model.Question || c.Settled != "":
		return c, Problem{Sentence: "That is no question that waits for an answer: it may be answered already."}
	}
	return c, nil
}

// HoldReply notes a holding reply: the family was told, by a channel, that the answer comes on a later
// day. The reply that was promised moves there and keeps its old day, the question counts as
// acknowledged, and the log gets the entry (rules.md R12, R13).
func (s *Store) HoldReply(ctx context.Context, contact int64, until model.Date, by model.Channel) (view.Change, error) {
	return s.step(ctx, "holding reply: by "+until.Short(), func(w *work) error {
		c, err := w.openQuestion(contact)
		if err != nil {
			return err
		}
		if !until.Valid() || until <= w.today() {
			return Problem{Sentence: "A holding reply needs a new day, later than today: write one, then keep it again."}
		}
		w.title("holding reply, by " + until.Short() + ": " + w.nameOf("family", c.FamilyID))
		if c.Acknowledged == "" {
			c.Acknowledged = w.today()
			if err := w.update("contact", contact, []string{"acknowledged"}, []any{&c.Acknowledged}); err != nil {
				return fmt.Errorf("noting that they know: %w", err)
			}
		}
		f, err := w.replyTo(c)
		if err != nil {
			return err
		}
		f.Due, f.DueAt, f.Hidden, f.DateTold, f.ToldOn = until, "", "", true, w.today()
		f.DueRule, f.DueFrom, f.DueCount, f.DueSetBy = "holding reply (rules.md R13)", w.today(), 0, c.By
		if err := w.saveFollowUp(&f); err != nil {
			return err
		}
		return w.logHolding(c, until, by)
	})
}

// replyTo is the reply that was promised to a question; where there is none it is promised by the day that
// the school's settings say, so that this day is kept as the one before.
func (w *work) replyTo(c model.Contact) (model.FollowUp, error) {
	rows, err := w.query(selectSQL("follow_up", followUpColumns)+` WHERE family_id = ? AND contact_id = ? AND kind = ? AND state = 'open'
		AND deleted_at = '' ORDER BY id LIMIT 1`, c.FamilyID, c.ID, string(model.Reply))
	found, err := scanAll(rows, err, followUpRow)
	if err != nil {
		return model.FollowUp{}, fmt.Errorf("reading the reply that was promised: %w", err)
	}
	if len(found) > 0 {
		return found[0], nil
	}
	settings, err := w.settings()
	if err != nil {
		return model.FollowUp{}, err
	}
	calendar, err := w.calendarOfFamily(c.FamilyID)
	if err != nil {
		return model.FollowUp{}, err
	}
	clock := model.ReplyClockOf(c.At, settings, w.today(), calendar)
	f := model.FollowUp{FamilyID: c.FamilyID, ContactID: c.ID, Kind: model.Reply, What: "Answer their question", Due: clock.Due,
		DueRule: "reply (rules.md R13)", DueFrom: clock.Received, DueSetBy: "Kettle"}
	err = w.saveFollowUp(&f)
	return f, err
}

// logHolding makes the entry of the log that says what they were told, to those who asked.
func (w *work) logHolding(c model.Contact, until model.Date, by model.Channel) error {
	entry := model.Contact{FamilyID: c.FamilyID, Channel: by, Kind: model.Information, Dir: model.Out,
		Note: "Holding reply: thanked them for asking; the answer comes by " + until.Short() + "."}
	rows, err := w.query("SELECT adult_id FROM contact_adult WHERE contact_id = ? ORDER BY id", c.ID)
	asked, err := scanIDs(rows, err)
	if err != nil {
		return fmt.Errorf("reading who asked: %w", err)
	}
	for _, adult := range asked {
		out, err := stopped(w.mayTell(adult, c))
		if err != nil {
			return err
		}
		if !out {
			entry.Adults = append(entry.Adults, adult)
		}
	}
	if err := soundContact(entry); err != nil {
		return err
	}
	return w.saveContact(&entry)
}
