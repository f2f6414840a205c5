package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// SaveAccount keeps what happened, when, where and to which pupils, as one step; a new account takes
// its first versions along. What was agreed is kept by AgreeAccount alone.
func (s *Store) SaveAccount(ctx context.Context, a model.Account) (view.Change, error) {
	switch {
	case strings.TrimSpace(a.What) == "":
		return view.Change{}, Problem{Sentence: "Say in a few words what happened, such as “the push at the gate”, then keep it again."}
	case !a.At.Valid():
		return view.Change{}, Problem{Sentence: "The day on which it happened is missing: write it as 24/11, or yesterday."}
	case len(a.Pupils) == 0:
		return view.Change{}, Problem{Sentence: "No child is chosen: an account is about at least one."}
	}
	return s.step(ctx, savedTitle(a.ID, "the account of "+a.What), func(w *work) error {
		if a.ID == 0 {
			a.Agreed, a.AgreedOn, a.AgreedBy = "", "", ""
			if err := w.saveAndSay("account", &a.ID, accountColumns, accountFields(&a)); err != nil {
				return err
			}
		} else if err := w.update("account", a.ID, []string{"what", "at", "place"}, []any{&a.What, &a.At, &a.Place}); err != nil {
			return err
		}
		if err := w.setIDs("account_pupil", "account_id", a.ID, "pupil_id", a.Pupils); err != nil {
			return fmt.Errorf("saving whom it is about: %w", err)
		}
		for _, v := range a.Versions {
			if v.ID == 0 && v.Text != "" {
				v.AccountID = a.ID
				if err := w.saveAccountVersion(&v); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// RemoveAccount moves an account out of sight.
func (s *Store) RemoveAccount(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed the account", func(w *work) error {
		w.title("removed the account of " + w.whatHappened(id))
		return w.remove("account", id)
	})
}

// whatHappened is what an account is about, for the title of a step.
func (w *work) whatHappened(account int64) string {
	var what string
	if w.queryRow("SELECT what FROM account WHERE id = ?", account).Scan(&what) != nil {
		return "it"
	}
	return what
}

// SaveAccountVersion keeps an incident as one person tells it; without a day it is of today.
func (s *Store) SaveAccountVersion(ctx context.Context, v model.AccountVersion) (view.Change, error) {
	return s.step(ctx, savedTitle(v.ID, "the version of "+v.By), func(w *work) error { return w.saveAccountVersion(&v) })
}

func (w *work) saveAccountVersion(v *model.AccountVersion) error {
	switch {
	case strings.TrimSpace(v.By) == "":
		return Problem{Sentence: "Who tells it so? Choose somebody from school or write a name."}
	case strings.TrimSpace(v.Text) == "":
		return Problem{Sentence: "Nothing is written yet: write what they saw, then keep it again."}
	}
	if v.On == "" {
		v.On = w.today()
	}
	if err := soundDates(v.On); err != nil {
		return err
	}
	if err := w.save("account_version", &v.ID, accountVersionColumns, accountVersionFields(v)); err != nil {
		return fmt.Errorf("saving the version: %w", err)
	}
	return nil
}

// RemoveAccountVersion moves a version out of sight.
func (s *Store) RemoveAccountVersion(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed a version", func(w *work) error {
		return w.remove("account_version", id)
	})
}

// AgreeAccount keeps the words that everybody uses, who agreed, and when ("" now). Agreed anew with
// other words, the moment moves on, so that whoever was told before has heard other words.
func (s *Store) AgreeAccount(ctx context.Context, id int64, words, by string, at model.Moment) (view.Change, error) {
	if strings.TrimSpace(words) == "" {
		return view.Change{}, Problem{Sentence: "There are no words yet: write what everybody will say, then keep it again."}
	}
	if at != "" && !at.Valid() {
		return view.Change{}, Problem{Sentence: "The day on which it was agreed is not one there is: write it as 24/11."}
	}
	return s.step(ctx, "agreed on one account", func(w *work) error {
		before, err := w.accountRow(id)
		if err != nil {
			return err
		}
		switch {
		case at == "" && before.Account.IsAgreed() && before.Account.Agreed == words:
			at = before.Account.AgreedOn
		case at == "":
			at = model.Moment(w.now())
		}
		w.title("agreed on one account of " + w.whatHappened(id))
		return w.update("account", id, []string{"agreed", "agreed_on", "agreed_by"}, []any{&words, &at, &by})
	})
}

// OpenAccount makes an account one that is not agreed again; its words stay, to be written anew.
func (s *Store) OpenAccount(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "open again", func(w *work) error {
		w.title("not agreed any more: " + w.whatHappened(id))
		none := ""
		return w.update("account", id, []string{"agreed_on", "agreed_by"}, []any{&none, &none})
	})
}

// TellAccount notes who told an adult of an incident, when and how; told twice, the last counts. The
// wall holds here, and nobody is noted before one account is agreed (practice 14).
func (s *Store) TellAccount(ctx context.Context, t view.AccountTelling) (view.Change, error) {
	if err := soundChannel(t.Told.Channel); err != nil {
		return view.Change{}, err
	}
	return s.step(ctx, "told", func(w *work) error {
		row, err := w.accountRow(t.Told.AccountID)
		if err != nil {
			return err
		}
		if !row.Account.IsAgreed() {
			return Problem{Sentence: "Agree on one account first: then everybody hears the same words."}
		}
		if t.Told.At == "" {
			t.Told.At = model.Moment(w.now())
		}
		adult, err := w.approached(t.Told.AdultID)
		if err != nil {
			return err
		}
		tell, _ := row.Account.Tellings(row.Circle, w.today())
		at := slices.IndexFunc(tell, func(one model.Telling) bool { return one.Adult.ID == t.Told.AdultID })
		if at < 0 {
			return Problem{Sentence: adult.Formal() + " is not among those who may be told: look at what they are to the children, and at any court order."}
		}
		w.title("told " + adult.Formal())
		if err := w.saveTold(t.Told); err != nil || !t.Log {
			return err
		}
		return w.logTold(row, tell[at], t.Told)
	})
}

func (w *work) saveTold(t model.AccountTold) error {
	rows, err := w.query("SELECT id FROM account_told WHERE account_id = ? AND adult_id = ?", t.AccountID, t.AdultID)
	ids, err := scanIDs(rows, err)
	if err != nil {
		return fmt.Errorf("reading who was told: %w", err)
	}
	id := firstOf(ids)
	if err := w.save("account_told", &id, accountToldColumns, accountToldFields(&t)); err != nil {
		return fmt.Errorf("noting who was told: %w", err)
	}
	return nil
}

// logTold keeps in the log of each family whose child it is about that the adult was told.
func (w *work) logTold(row view.AccountRow, t model.Telling, told model.AccountTold) error {
	families := map[int64][]int64{}
	for _, p := range t.Pupils {
		families[p.FamilyID] = append(families[p.FamilyID], p.ID)
	}
	for _, p := range t.Pupils {
		about, ok := families[p.FamilyID]
		if !ok {
			continue
		}
		delete(families, p.FamilyID)
		entry := model.Contact{FamilyID: p.FamilyID, At: told.At, By: told.By, Channel: told.Channel, Kind: model.Information,
			Note: row.Account.LogNote(row.Circle, t.Adult), Adults: []int64{t.Adult.ID}, Pupils: about,
			Told: []model.Told{{AdultID: t.Adult.ID, On: told.At.Date()}}}
		if err := w.saveContact(&entry); err != nil {
			return err
		}
	}
	return nil
}

// ForgetTold takes back that an adult was told; an entry of the log stays.
func (s *Store) ForgetTold(ctx context.Context, account, adult int64) (view.Change, error) {
	return s.step(ctx, "not told", func(w *work) error {
		who, err := w.approached(adult)
		if err != nil {
			return err
		}
		w.title("not told: " + who.Formal())
		_, err = w.exec("DELETE FROM account_told WHERE account_id = ? AND adult_id = ?", account, adult)
		return err
	})
}
