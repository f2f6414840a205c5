package store

import (
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// thePush is an account of Chidi and Ada with one version, and its id.
func thePush(t *testing.T, s *Store, o okafors) int64 {
	t.Helper()
	return must(t)(s.SaveAccount(ctx, model.Account{What: "the push", At: "2026-11-23T12:15", Pupils: []int64{o.chidi},
		Versions: []model.AccountVersion{{By: "Mr Shah", Text: "He pushed once."}}})).New
}

func accountIn(t *testing.T, s *Store, id int64) view.AccountPage {
	t.Helper()
	page, err := s.AccountPage(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// practice 14: every step of an account, and each taken back.
func TestEveryStepOfAnAccountCanBeTakenBack(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	dumps := [][]string{contentOf(t, s)}
	id := thePush(t, s, o)
	dumps = append(dumps, contentOf(t, s))
	for _, step := range []func() (view.Change, error){
		func() (view.Change, error) {
			return s.SaveAccountVersion(ctx, model.AccountVersion{AccountID: id, By: "Miss Harlow", Text: "He pushed twice."})
		},
		func() (view.Change, error) {
			return s.SaveAccount(ctx, model.Account{ID: id, What: "the push at noon", At: "2026-11-23", Place: "hall", Pupils: []int64{o.chidi, o.ada}})
		},
		func() (view.Change, error) { return s.AgreeAccount(ctx, id, "He pushed once.", "both", "") },
		func() (view.Change, error) {
			return s.TellAccount(ctx, view.AccountTelling{Told: model.AccountTold{AccountID: id, AdultID: o.ngozi, Channel: model.ByPhone}, Log: true})
		},
		func() (view.Change, error) { return s.ForgetTold(ctx, id, o.ngozi) },
		func() (view.Change, error) { return s.OpenAccount(ctx, id) },
		func() (view.Change, error) {
			return s.RemoveAccountVersion(ctx, accountIn(t, s, id).Account.Versions[0].ID)
		},
		func() (view.Change, error) { return s.RemoveAccount(ctx, id) },
	} {
		if c := must(t)(step()); c.Step == 0 || !c.TouchesOne(view.Account, id) {
			t.Errorf("%q touches %v", c.Title, c.Touched)
		}
		dumps = append(dumps, contentOf(t, s))
	}
	for i := len(dumps) - 2; i >= 0; i-- {
		must(t)(s.Undo(ctx))
		if diff := differences(dumps[i], contentOf(t, s)); diff != "" {
			t.Fatalf("taking back step %d:\n%s", i+1, diff)
		}
	}
}

func TestAnAccountKeepsWhoWasTold(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := thePush(t, s, o)
	refuses(t, "Agree on one account first")(s.TellAccount(ctx, view.AccountTelling{Told: model.AccountTold{AccountID: id, AdultID: o.ngozi}}))
	must(t)(s.AgreeAccount(ctx, id, "He pushed once.", "both", ""))
	must(t)(s.TellAccount(ctx, view.AccountTelling{Told: model.AccountTold{AccountID: id, AdultID: o.ngozi, By: "Ms Reed", Channel: model.ByPhone}, Log: true}))
	page := accountIn(t, s, id)
	if told := page.Account.Told; len(told) != 1 || told[0].At.Date() != "2026-11-24" || told[0].By != "Ms Reed" {
		t.Errorf("told: %+v", told)
	}
	log, err := s.FamilyContacts(ctx, o.family, 5, 0)
	if err != nil || len(log) != 1 || !strings.Contains(log[0].Note, "He pushed once.") || len(log[0].Told) != 1 {
		t.Errorf("the log holds %+v, %v", log, err)
	}
	at := page.Account.AgreedOn
	must(t)(s.AgreeAccount(ctx, id, "He pushed once.", "Mr Shah, Miss Harlow", ""))
	if a := accountIn(t, s, id).Account; a.AgreedOn != at || a.AgreedBy != "Mr Shah, Miss Harlow" {
		t.Errorf("the same words are agreed since the same moment: %+v", a)
	}
}

// The wall stands in the store, too.
func TestNobodyBehindTheWallIsToldOfAnIncident(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := thePush(t, s, o)
	must(t)(s.AgreeAccount(ctx, id, "He pushed once.", "both", ""))
	a, err := s.Adult(ctx, o.emeka)
	if err != nil {
		t.Fatal(err)
	}
	a.InTouch = model.AskedNotTo
	must(t)(s.SaveAdult(ctx, a))
	refuses(t, "not among those who may be told")(s.TellAccount(ctx, view.AccountTelling{Told: model.AccountTold{AccountID: id, AdultID: o.emeka}}))
}

func TestAccountsThatAreNotAgreedComeFirst(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	old := thePush(t, s, o)
	fresh := must(t)(s.SaveAccount(ctx, model.Account{What: "the coat", At: "2026-11-24", Pupils: []int64{o.ada}})).New
	must(t)(s.AgreeAccount(ctx, fresh, "A coat was lost.", "", ""))
	for words, want := range map[string][]int64{"": {old, fresh}, "coat": {fresh}, "okafor": {old, fresh}, "kofi": nil} {
		list, err := s.AccountList(ctx, words, 10, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := idsOf(list.Rows, func(r view.AccountRow) int64 { return r.Account.ID }); len(got) != len(want) || list.Total != len(want) || len(got) > 0 && got[0] != want[0] {
			t.Errorf("%q finds %v, want %v", words, got, want)
		}
	}
	refuses(t, "what happened")(s.SaveAccount(ctx, model.Account{At: "2026-11-24", Pupils: []int64{o.ada}}))
	refuses(t, "No child")(s.SaveAccount(ctx, model.Account{What: "x", At: "2026-11-24"}))
}
