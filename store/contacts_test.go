package store

import (
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

func contactIn(t testing.TB, s *Store, id int64) model.Contact {
	t.Helper()
	c, err := s.Contact(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestContactKeepsItsPeopleAndFillsWhatWasNotSaid(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.SaveMe(ctx, "Ms Reed", model.SENCO))
	c := contactIn(t, s, must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Channel: model.ByGate,
		Kind: model.GoodNews, Note: "loved the certificate", Adults: []int64{o.ngozi}, Pupils: []int64{o.chidi, o.ada}}})).New)
	if c.At != "2026-11-24T14:30" || c.Recorded != c.At || c.By != "Ms Reed" || c.Dir != model.BothWays {
		t.Errorf("at %s, recorded %s, by %s, %s", c.At, c.Recorded, c.By, c.Dir)
	}
	if !slices.Equal(c.Adults, []int64{o.ngozi}) || !slices.Equal(c.Pupils, []int64{o.chidi, o.ada}) || c.UID == "" {
		t.Errorf("got %+v", c)
	}
}

func TestContactsComeNewestFirstAndInWindows(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	for _, at := range []model.Moment{"2026-11-20", "2026-11-23T09:00", "2026-11-21T15:10"} {
		must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, At: at, Kind: model.CheckIn}}))
	}
	page, err := s.FamilyContacts(ctx, o.family, 2, 1)
	if err != nil || len(page) != 2 || page[0].At != "2026-11-21T15:10" || page[1].At != "2026-11-20" {
		t.Errorf("%v, %v", page, err)
	}
}

// practice 13: what has not been told yet is a follow-up; practice 15: told is per adult.
func TestWhoIsToBeToldBecomesOneFollowUpForEach(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	entry := view.NewContact{TellLater: true, Contact: model.Contact{FamilyID: o.family, Channel: model.FaceToFace, Kind: model.Concern,
		Note: "fell out with a friend at lunch\nwith details", Told: []model.Told{{AdultID: o.ngozi, On: "2026-11-24"}, {AdultID: o.emeka}}}}
	entry.Contact.ID = must(t)(s.SaveContact(ctx, entry)).New
	must(t)(s.SaveContact(ctx, entry))
	list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 10, 0)
	if err != nil || len(list.Rows) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	f := list.Rows[0]
	if f.Kind != model.TellFamily || f.AdultID != o.emeka || f.Due != "2026-11-25" || f.What != "Tell Mr Okafor: fell out with a friend at lunch" {
		t.Errorf("got %+v", f)
	}
	must(t)(s.SettleFollowUp(ctx, f.ID, "", false))
	if told := contactIn(t, s, entry.Contact.ID).Told; len(told) != 2 || told[1] != (model.Told{AdultID: o.emeka, On: "2026-11-24"}) {
		t.Errorf("told: %v", told)
	}
}

func TestFollowUpsOfAnEntryAreMadeInItsStep(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	change := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: model.GoodNews, Channel: model.ByGate},
		FollowUps: []model.FollowUp{{What: "ring about the trip", Due: "2026-11-27"}}}))
	if len(change.Touched[view.FollowUp]) != 1 || !change.TouchesOne(view.Contact, change.New) {
		t.Errorf("got %+v", change)
	}
	must(t)(s.Undo(ctx))
	if list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 10, 0); err != nil || list.Total != 0 {
		t.Errorf("%+v, %v", list, err)
	}
}

// rules.md R49
func TestWhatWentToTheDSLKeepsNoNote(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: model.PassedToDSL, DSLTo: "Mrs Bell",
		DSLRef: "1123", Note: "detail", Words: "detail", Need: "detail", Wish: "detail"}})).New
	c := contactIn(t, s, id)
	if c.Note+c.Words+c.Need+c.Wish != "" || c.DSLTo != "Mrs Bell" || c.DSLRef != "1123" {
		t.Errorf("got %+v", c)
	}
}

func TestAnEntryMovedToAnotherFamilyTakesItsFollowUpsAlong(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	nowak := must(t)(s.SaveFamily(ctx, model.Family{Name: "Nowak"})).New
	id := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: model.CheckIn},
		FollowUps: []model.FollowUp{{What: "ring back"}}})).New
	c := contactIn(t, s, id)
	c.FamilyID = nowak
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: c}))
	list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", Family: nowak}, 10, 0)
	if err != nil || list.Total != 1 {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestContactsThatCannotBeAreRefused(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	for words, c := range map[string]model.Contact{
		"needs a family":   {Kind: model.CheckIn},
		"kind of contact":  {FamilyID: o.family, Kind: "gossip"},
		"The channel":      {FamilyID: o.family, Kind: model.CheckIn, Channel: "owl"},
		"not one there is": {FamilyID: o.family, Kind: model.CheckIn, At: "2026-02-30"},
		"NUL":              {FamilyID: o.family, Kind: model.CheckIn, Note: "a\x00b"},
	} {
		refuses(t, words)(s.SaveContact(ctx, view.NewContact{Contact: c}))
	}
}

func TestHostileTextIsCleanedAndLongTextIsKept(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	long := strings.Repeat("é", 10_000)
	id := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: model.CheckIn,
		Note: "\x1b[2Jgone\u202e?", Words: long}})).New
	if c := contactIn(t, s, id); c.Note != "gone?" || c.Words != long {
		t.Errorf("note %q, %d letters of words", c.Note, len(c.Words))
	}
}

func TestAConcernIsSettledAndOpenedAgain(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: model.Concern, Note: "noise at lunch"}})).New
	must(t)(s.SettleConcern(ctx, id, "2026-11-27"))
	if c := contactIn(t, s, id); c.Settled != "2026-11-27" || c.Note != "noise at lunch" {
		t.Errorf("got %+v", c)
	}
	must(t)(s.SettleConcern(ctx, id, ""))
	if c := contactIn(t, s, id); c.Settled != "" {
		t.Errorf("still settled on %s", c.Settled)
	}
}

func TestTellingSomebodyBehindTheWallIsNotProposed(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	orderOn(t, s, o)
	tell := func(pupils ...int64) view.Change {
		return must(t)(s.SaveContact(ctx, view.NewContact{TellLater: true, Contact: model.Contact{FamilyID: o.family, Kind: model.Concern,
			Pupils: pupils, Told: []model.Told{{AdultID: o.emeka}}}}))
	}
	for _, pupils := range [][]int64{{o.chidi}, nil} {
		if c := tell(pupils...); len(c.Touched[view.FollowUp]) != 0 || contactIn(t, s, c.New).Told[0].AdultID != o.emeka {
			t.Errorf("about %v: %v", pupils, c.Touched)
		}
	}
	if c := tell(o.ada); len(c.Touched[view.FollowUp]) != 1 {
		t.Errorf("the order is not about Ada, yet nothing is promised: %v", c.Touched)
	}
}
