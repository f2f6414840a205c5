package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// practice 14: Today asks to agree one account, then to tell each parent the same school day.
func TestTodayAsksToAgreeThenToTell(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := thePush(t, s, o)
	lines := func(now model.Moment) []view.AccountLine {
		t.Helper()
		w, err := s.World(ctx)
		if err != nil {
			t.Fatal(err)
		}
		page, err := s.Today(ctx, now, w)
		if err != nil {
			t.Fatal(err)
		}
		return page.Accounts
	}
	if got := lines("2026-11-24T08:41"); len(got) != 1 || got[0].What != "Agree the account of the push" || got[0].Behind != "1 version since today" {
		t.Errorf("before it is agreed: %+v", got)
	}
	must(t)(s.AgreeAccount(ctx, id, "He pushed once.", "both", ""))
	if got := lines("2026-11-24T08:41"); len(got) != 1 || got[0].What != "Tell Mrs Okafor and Mr Okafor of the push" || got[0].When != "today" {
		t.Errorf("when it is agreed: %+v", got)
	}
	must(t)(s.TellAccount(ctx, view.AccountTelling{Told: model.AccountTold{AccountID: id, AdultID: o.ngozi}}))
	if got := lines("2026-11-25T08:41"); len(got) != 1 || got[0].What != "Tell Mr Okafor of the push" || !got[0].Late || got[0].When != "1 day late" {
		t.Errorf("a day later: %+v", got)
	}
	must(t)(s.TellAccount(ctx, view.AccountTelling{Told: model.AccountTold{AccountID: id, AdultID: o.emeka}}))
	if got := lines("2026-11-25T08:41"); len(got) != 0 {
		t.Errorf("when all are told: %+v", got)
	}
}
