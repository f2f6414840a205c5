package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"

	"pgregory.net/rapid"
)

// wholeJournal are the entries that looks of that length find one after the other, from one end to the other.
func wholeJournal(t rapid.TB, s *Store, look view.JournalLook) (ids []int64, looks int) {
	for looks = 1; looks < 1000; looks++ {
		page, err := s.Journal(ctx, look)
		if err != nil {
			t.Fatal(err)
		}
		found := idsOf(page.Rows, func(r view.JournalRow) int64 { return r.ID })
		if look.Newer {
			slices.Reverse(found)
		}
		ids = append(ids, found...)
		if page.Ended {
			return ids, looks
		}
		look.From = page.To
	}
	t.Fatal("the log does not end")
	return nil, 0
}

// logLines are entries of two families, many at the same moment.
func logLines(t *testing.T, s *Store) (o okafors, lane int64) {
	t.Helper()
	o = addOkafors(t, s)
	lane = must(t)(s.SaveFamily(ctx, model.Family{Name: "Łane"})).New
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: lane, Forename: "Zoë", Surname: "Łane", Year: "6", Class: "6C"}))
	kinds := []model.ContactKind{model.GoodNews, model.Concern, model.Question, model.Information, model.Attempt}
	channels := []model.Channel{model.ByGate, model.ByPhone, model.ByText}
	must(t)(s.Together(ctx, "filled", func(b *Batch) error {
		for i := range 60 {
			c := model.Contact{FamilyID: []int64{o.family, lane}[i%2], At: model.Moment(model.Date("2026-09-01").AddDays(i / 7)), Kind: kinds[i%len(kinds)],
				Channel: channels[i%len(channels)], Note: fmt.Sprintf("Note %02d about the café", i), Words: []string{"", "He was brave"}[i%2], By: "Ms Reed"}
			if i%4 == 0 && c.Kind != model.Attempt {
				c.Told = []model.Told{{AdultID: o.emeka}}
			}
			if err := b.w.saveContact(&c); err != nil {
				return err
			}
		}
		return nil
	}))
	return o, lane
}

// plainScan are the entries that fit, the newest first, found without any index.
func plainScan(t *testing.T, s *Store, kind view.JournalKind, words string) []int64 {
	t.Helper()
	all, err := s.contacts(ctx, " WHERE deleted_at = '' ORDER BY at DESC, id DESC")
	if err != nil {
		t.Fatal(err)
	}
	families, err := s.FamilyList(ctx, "", view.ByName, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	known := map[int64]string{}
	for _, f := range families.Rows {
		known[f.ID] = model.FoldSearch(f.Name + " " + f.Children + " " + f.People)
	}
	fits := map[view.JournalKind]func(model.Contact) bool{
		view.AllEntries:      func(model.Contact) bool { return true },
		view.GoodNewsEntries: func(c model.Contact) bool { return c.Kind == model.GoodNews },
		view.WorryEntries:    func(c model.Contact) bool { return c.Kind == model.Concern || c.Kind == model.Abuse },
		view.QuestionEntries: func(c model.Contact) bool { return c.Kind == model.Question },
		view.AttemptEntries:  func(c model.Contact) bool { return c.Kind == model.Attempt },
		view.ToTellEntries: func(c model.Contact) bool {
			return len(model.SharingOf(c.Kind, c.Adults, c.Told).ToTell) > 0
		},
		view.DSLEntries: func(c model.Contact) bool { return c.Kind == model.PassedToDSL },
	}[kind]
	var ids []int64
	for _, c := range all {
		text := known[c.FamilyID] + " " + model.FoldSearch(strings.Join([]string{c.Note, c.Words, string(c.Channel), string(c.Kind), c.By}, " "))
		found := !slices.ContainsFunc(strings.Fields(model.FoldSearch(words)), func(w string) bool { return !strings.Contains(text, w) })
		if fits(c) && found {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// Each entry is met exactly once in either direction, also those of one moment, however long the looks
// are, and a filter finds what a plain scan finds.
func TestTheJournalFindsWhatAPlainScanFinds(t *testing.T) {
	s := openNew(t)
	logLines(t, s)
	words := []string{"", "okafor", "LANE", "zoe cafe", "note 1", "chidi brave", "gate reed", "6c phone", "concern 4b", "emeka question", "nobody here", "cafe 05"}
	rapid.Check(t, func(rt *rapid.T) {
		look := view.JournalLook{
			Kind: rapid.SampledFrom(view.JournalKinds).Draw(rt, "kind"), Words: rapid.SampledFrom(words).Draw(rt, "words"),
			Limit: rapid.IntRange(4, 70).Draw(rt, "limit"), Newer: rapid.Bool().Draw(rt, "newer"),
		}
		got, _ := wholeJournal(rt, s, look)
		if look.Newer {
			slices.Reverse(got)
		}
		if want := plainScan(t, s, look.Kind, look.Words); !slices.Equal(got, want) {
			rt.Errorf("%+v finds %v, a plain scan %v", look, got, want)
		}
	})
}

// A look ends after a bounded number of entries, found or not, and the next one goes on from there.
func TestALookIsBounded(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.Together(ctx, "filled", func(b *Batch) error {
		_, err := b.w.exec(`INSERT INTO contact (uid, family_id, at, recorded, kind, note, created_at, updated_at)
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)
			SELECT 'u' || i, ?, date('2020-01-01', '+' || (i / 5) || ' days'), '2026-01-01', 'information', iif(i = 1, 'the needle', 'hay'), '', '' FROM n`, o.family)
		return err
	}))
	page, err := s.Journal(ctx, view.JournalLook{Kind: view.AllEntries, Words: "needle", Limit: 40})
	if err != nil || len(page.Rows) != 0 || page.Ended || page.To.ID != 9000-oneLook+1 {
		t.Fatalf("the first look finds %d, ended %v, and looked as far as %+v: %v", len(page.Rows), page.Ended, page.To, err)
	}
	if found, looks := wholeJournal(t, s, view.JournalLook{Kind: view.AllEntries, Words: "needle", Limit: 40}); len(found) != 1 || looks != 9000/oneLook+1 {
		t.Errorf("%d entries in %d looks", len(found), looks)
	}
}

func TestTheJournalSaysWhoKnowsAndWhatWasCorrected(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	c := model.Contact{FamilyID: o.family, At: "2026-11-20T08:40", Channel: model.ByGate, Kind: model.Concern, Note: "Lunch was louder", Adults: []int64{o.ngozi}, Told: []model.Told{{AdultID: o.emeka}}}
	c.ID = must(t)(s.SaveContact(ctx, view.NewContact{Contact: c})).New
	row := func() view.JournalRow {
		t.Helper()
		page, err := s.Journal(ctx, view.JournalLook{Kind: view.AllEntries, Limit: 10})
		if err != nil || len(page.Rows) != 1 || page.Names[o.ngozi] != "Mrs Okafor" || page.Names[o.emeka] != "Mr Okafor" {
			t.Fatalf("%+v, %v", page, err)
		}
		return page.Rows[0]
	}
	if r := row(); r.Corrected || !slices.Equal(r.Sharing.ToTell, []int64{o.emeka}) || !slices.Equal(r.Sharing.Knows, []int64{o.ngozi}) {
		t.Errorf("%+v", r)
	}
	must(t)(s.SettleConcern(ctx, c.ID, "2026-11-23"))
	if r := row(); r.Corrected || r.Settled != "2026-11-23" {
		t.Errorf("what was settled is no correction: %+v", r)
	}
	c.Note, c.Settled = "Lunch was loud", "2026-11-23"
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: c}))
	if !row().Corrected {
		t.Error("the correction is not marked")
	}
	e, err := s.LogEntry(ctx, c.ID)
	if err != nil || len(e.Earlier) != 1 || e.Earlier[0].Was != "Lunch was louder" || e.Earlier[0].Until != "2026-11-24" || !slices.Equal(e.ToTell, []int64{o.emeka}) {
		t.Errorf("%+v, %v", e, err)
	}
	must(t)(s.Undo(ctx))
	if row().Corrected {
		t.Error("a correction that was taken back is marked")
	}
}

// practices 13 and 15: who was told is noted per adult, and keeps the promise to tell them.
func TestTellingOfAnEntryKeepsThePromiseToTell(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	c := model.Contact{FamilyID: o.family, Channel: model.ByGate, Kind: model.Concern, Note: "Lunch", Told: []model.Told{{AdultID: o.emeka}, {AdultID: o.ngozi}}}
	id := must(t)(s.SaveContact(ctx, view.NewContact{Contact: c, TellLater: true})).New
	must(t)(s.TellOfContact(ctx, id, o.emeka, ""))
	e, err := s.LogEntry(ctx, id)
	if err != nil || !slices.Equal(e.ToTell, []int64{o.ngozi}) || len(e.FollowUps) != 2 {
		t.Fatalf("%+v, %v", e, err)
	}
	for _, f := range e.FollowUps {
		if want := map[int64]model.FollowUpState{o.emeka: model.Done, o.ngozi: model.Open}[f.AdultID]; f.State != want {
			t.Errorf("%s is %s", f.What, f.State)
		}
	}
	must(t)(s.Undo(ctx))
	if e, err := s.LogEntry(ctx, id); err != nil || len(e.ToTell) != 2 {
		t.Errorf("after taking it back %v are to be told, %v", e.ToTell, err)
	}
}

// The wall: who may not be contacted stays noted as not told, and is not proposed.
func TestNobodyBehindTheWallIsProposedToBeTold(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	far := must(t)(s.AddAdult(ctx, model.Adult{Title: "Mr", Surname: "Lane"}, o.family, model.Link{PupilID: o.chidi, Relation: model.Father, MayBeContacted: model.No})).New
	c := model.Contact{FamilyID: o.family, Kind: model.GoodNews, Pupils: []int64{o.chidi}, Told: []model.Told{{AdultID: far}, {AdultID: o.ngozi}}}
	e, err := s.LogEntry(ctx, must(t)(s.SaveContact(ctx, view.NewContact{Contact: c})).New)
	if err != nil || !slices.Equal(e.ToTell, []int64{o.ngozi}) || !slices.Contains(e.Sharing().ToTell, far) {
		t.Errorf("%+v, %v", e, err)
	}
}

func TestAnEntryKnowsWhatCameOfIt(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: model.Question, Note: "Which day is the trip?"},
		FollowUps: []model.FollowUp{{What: "Ring about the trip"}}})).New
	must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: o.family, ContactID: id, Kind: model.CheckInMeeting, Status: model.Planned}))
	e, err := s.LogEntry(ctx, id)
	if err != nil || e.Family != "Okafor" || len(e.FollowUps) != 1 || len(e.Meetings) != 1 {
		t.Errorf("%+v, %v", e, err)
	}
}

// The journal of a family that was removed goes with it.
func TestARemovedFamilyIsNotInTheJournal(t *testing.T) {
	s := openNew(t)
	o, _ := logLines(t, s)
	must(t)(s.RemoveFamily(ctx, o.family))
	for _, words := range []string{"", "note"} {
		found, _ := wholeJournal(t, s, view.JournalLook{Kind: view.AllEntries, Words: words, Limit: 7})
		if len(found) != 30 {
			t.Errorf("%q finds %d entries of the one family left", words, len(found))
		}
	}
}
