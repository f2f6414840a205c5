package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/demo"
)

func TestAFewWordsFindFamiliesPeopleAndMeetings(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: o.family, Kind: model.HonestConversation, Purpose: "Calm lunchtimes", Start: "2026-11-27T15:30", Pupils: []int64{o.chidi}}))
	for words, want := range map[string][3]int{
		"okafor":         {1, 0, 1},
		"ngozi":          {1, 1, 1},
		"okafor ngozi":   {1, 1, 1},
		"NGOZI, okafor":  {1, 1, 1},
		"chidi":          {1, 1, 1},
		"calm okafor":    {0, 0, 1},
		"lunchtimes":     {0, 0, 1},
		"honest okafor":  {0, 0, 1},
		"ngozi haddad":   {0, 0, 0},
		"nobody of this": {0, 0, 0},
		" ":              {0, 0, 0},
	} {
		found, err := s.Find(ctx, words)
		if got := [3]int{len(found.Families), len(found.People), len(found.Meetings)}; err != nil || got != want {
			t.Errorf("%q finds %+v, want %v of each (%v)", words, found, want, err)
		}
	}
}

// Whoever was dealt with lately is found first.
func TestThoseDealtWithLatelyAreFoundFirst(t *testing.T) {
	s := openNew(t)
	var ids [3]int64
	for i, name := range []string{"Adeyemi", "Adeyinka", "Adeyoye"} {
		ids[i] = must(t)(s.SaveFamily(ctx, model.Family{Name: name})).New
	}
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: ids[2], Kind: model.GoodNews, At: "2026-11-02T09:00"}}))
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: ids[1], Kind: model.GoodNews, At: "2026-11-20T09:00"}}))
	found, err := s.Find(ctx, "adey")
	if err != nil || len(found.Families) != 3 || found.Families[0].ID != ids[1] || found.Families[1].ID != ids[2] {
		t.Errorf("found %+v, %v", found.Families, err)
	}
}

// The log is looked through back to its beginning, a stretch at a time, and nothing is met twice. What
// went to the DSL is not found.
func TestWordsInNotesAreFoundHoweverLongAgo(t *testing.T) {
	s := openNew(t)
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 400, Seed: 5, Today: "2026-11-24", Now: "2026-11-24T09:00"})); err != nil {
		t.Fatal(err)
	}
	o := addOkafors(t, s)
	note := func(at model.Moment, kind model.ContactKind, text string) {
		must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: kind, At: at, Note: text}}))
	}
	note("2020-01-06T09:00", model.Information, "The Zeppelin at the café")
	note("2020-01-07T09:00", model.Information, "A zeppelin, again")
	note("2026-11-20T09:00", model.PassedToDSL, "zeppelin")
	var got []string
	place := view.LogPlace{}
	for {
		found, err := s.FindNotes(ctx, "zeppelin okafor", place)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range found.Notes {
			got = append(got, n.Text)
		}
		if !found.More {
			break
		}
		place = found.Back
	}
	if len(got) != 2 || got[0] != "A zeppelin, again" || got[1] != "The Zeppelin at the café" {
		t.Errorf("found %q", got)
	}
	if found, err := s.FindNotes(ctx, "cafe", view.LogPlace{At: "2020-01-07T08:00"}); err != nil || len(found.Notes) != 1 {
		t.Errorf("an accent is in the way: %+v, %v", found, err)
	}
}

func BenchmarkFind(b *testing.B) {
	s := tenThousand(b)
	for _, words := range []string{"o", "okafor", "parent petrov 77", "review"} {
		b.Run("of "+words, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Find(ctx, words); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFindNotes(b *testing.B) {
	s := openNew(b)
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 800, Seed: 5, Today: "2026-11-24", Now: "2026-11-24T09:00"})); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.FindNotes(ctx, "zeppelin", view.LogPlace{}); err != nil {
			b.Fatal(err)
		}
	}
}
