package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// changeFollowUp does one thing to an existing promise as one step.
func (s *Store) changeFollowUp(ctx context.Context, id int64, title string, do func(w *work, f *model.FollowUp) error) (view.Change, error) {
	return s.step(ctx, title, func(w *work) error {
		f, err := w.followUp(id)
		if err != nil {
			return err
		}
		if err := do(w, &f); err != nil {
			return err
		}
		return w.saveFollowUp(&f)
	})
}

// SettleFollowUp says that a promise is kept, on a day ("" today), and whether the family was told
// so the same day.
func (s *Store) SettleFollowUp(ctx context.Context, id int64, on model.Date, told bool) (view.Change, error) {
	return s.changeFollowUp(ctx, id, "done", func(w *work, f *model.FollowUp) error {
		w.title("done: " + f.What)
		if f.Kind == model.TellLeader && f.ContactID != 0 {
			return Problem{Sentence: "Which leader was told? Name them in the entry of the log: that keeps this promise."}
		}
		return w.settle(f, on, told)
	})
}

// settle fills in that the promise is kept; who was to be told of a contact has been told.
func (w *work) settle(f *model.FollowUp, on model.Date, told bool) error {
	if on == "" {
		on = w.today()
	}
	f.State, f.StateOn, f.StateWhy = model.Done, on, ""
	if told {
		f.ToldOn = on
	}
	if err := w.answered(f, on); err != nil {
		return err
	}
	if f.Kind != model.TellFamily || f.ContactID == 0 {
		return nil
	}
	_, err := w.exec("UPDATE contact_told SET on_day = ? WHERE contact_id = ? AND adult_id = ? AND on_day = ''",
		string(on), f.ContactID, f.AdultID)
	if err != nil {
		return fmt.Errorf("noting who was told: %w", err)
	}
	return nil
}

// answered stops the clock of the question that a reply was promised to, on a day, or lets it run
// again for no day (rules.md R13).
func (w *work) answered(f *model.FollowUp, on model.Date) error {
	if f.Kind != model.Reply || f.ContactID == 0 {
		return nil
	}
	_, err := w.exec("UPDATE contact SET settled = ?1 WHERE id = ?2 AND kind = 'question' AND (settled = '') <> (?1 = '')", string(on), f.ContactID)
	if err != nil {
		return fmt.Errorf("noting the answer to the question: %w", err)
	}
	return nil
}

// ReopenFollowUp makes a promise that was done or dropped an open one again.
func (s *Store) ReopenFollowUp(ctx context.Context, id int64) (view.Change, error) {
	return s.changeFollowUp(ctx, id, "opened again", func(w *work, f *model.FollowUp) error {
		w.title("opened again: " + f.What)
		f.State, f.StateOn, f.StateWhy = model.Open, "", ""
		return w.answered(f, "")
	})
}

// DropFollowUp gives a promise up, with the reason.
func (s *Store) DropFollowUp(ctx context.Context, id int64, reason string) (view.Change, error) {
	if strings.TrimSpace(reason) == "" {
		return view.Change{}, Problem{Sentence: "Say in a few words why it is dropped: the family may ask."}
	}
	return s.changeFollowUp(ctx, id, "dropped", func(w *work, f *model.FollowUp) error {
		w.title("dropped: " + f.What)
		f.State, f.StateOn, f.StateWhy = model.Dropped, w.today(), reason
		return w.answered(f, w.today())
	})
}

// MoveFollowUp gives a promise another day and time, "" none, and keeps the old day. The family has
// not been told of the new one until TellFamily says so (rules.md R12).
func (s *Store) MoveFollowUp(ctx context.Context, id int64, due model.Date, dueAt model.Clock, by string) (view.Change, error) {
	title := "moved to " + due.Short()
	if due == "" {
		title = "moved to no date"
	}
	return s.changeFollowUp(ctx, id, title, func(w *work, f *model.FollowUp) error {
		if f.State != model.Open {
			return Problem{Sentence: "That one is " + string(f.State) + ": open it again before it gets another date."}
		}
		if f.Due != due {
			f.DateTold = false
		}
		f.Due, f.DueAt, f.Hidden = due, dueAt, ""
		f.DueRule, f.DueFrom, f.DueCount, f.DueSetBy = dueByHand, w.today(), 0, by
		return nil
	})
}

// HideFollowUp takes a promise off Today until a day, "" not at all. Late stays late.
func (s *Store) HideFollowUp(ctx context.Context, id int64, until model.Date) (view.Change, error) {
	title := "sleeps until " + until.Short()
	if until == "" {
		title = "on Today again"
	}
	return s.changeFollowUp(ctx, id, title, func(_ *work, f *model.FollowUp) error {
		f.Hidden = until
		return nil
	})
}

// TellFamily notes that an adult was told on a day ("" today): of a promise that is kept, that it is;
// of an open one, its date. A promise to tell is kept by that. With a channel the log gets the entry,
// so that nobody types it twice.
func (s *Store) TellFamily(ctx context.Context, id int64, on model.Date, adult int64, by model.Channel) (view.Change, error) {
	return s.changeFollowUp(ctx, id, "told the family", func(w *work, f *model.FollowUp) error {
		if on == "" {
			on = w.today()
		}
		if f.AdultID == 0 && f.Kind == model.TellFamily {
			f.AdultID = adult
		}
		f.ToldOn = on
		if f.Kind == model.TellFamily {
			if err := w.settle(f, on, true); err != nil {
				return err
			}
		}
		if f.State == model.Open && f.Due != "" {
			f.DateTold = true
		}
		if by == model.NoChannelYet {
			return nil
		}
		return w.logTelling(*f, on, adult, by)
	})
}

// logTelling makes the entry of the log that says what was told.
func (w *work) logTelling(f model.FollowUp, on model.Date, adult int64, by model.Channel) error {
	c := model.Contact{FamilyID: f.FamilyID, Channel: by, Kind: model.Information, Note: toldWords(f)}
	if on != w.today() {
		c.At = model.Moment(on)
	}
	if adult != 0 {
		c.Adults = []int64{adult}
	}
	if err := soundContact(c); err != nil {
		return err
	}
	return w.saveContact(&c)
}

// toldWords are what the family was told, as the log says it.
func toldWords(f model.FollowUp) string {
	switch {
	case f.Kind == model.TellFamily:
		return f.What
	case f.State == model.Done:
		return "Told that this is done: " + f.What
	case f.State == model.Dropped:
		return "Told that this will not be done: " + f.What
	case f.Due != "":
		return "Told the date, " + f.Due.Short() + ": " + f.What
	}
	return "Told about this: " + f.What
}
