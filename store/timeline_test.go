package store

import (
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// storyOf is what the timeline shows, each as "kind: text".
func storyOf(t testing.TB, s *Store, family int64, of view.TimelineOf) []string {
	t.Helper()
	line, err := s.Timeline(ctx, family, of, 100, 0)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	rows := 0
	for _, m := range line.Months {
		rows += m.Rows
	}
	if rows != len(line.Rows) || line.Total != rows {
		t.Errorf("%d rows, %d in all, %d in the months", len(line.Rows), line.Total, rows)
	}
	for _, r := range line.Rows {
		texts = append(texts, string(r.Kind)+": "+r.Text)
	}
	return texts
}

// An import is on the story of a family only where it changed something of it, and says what.
func TestAnImportSaysWhatItChangedOfAFamily(t *testing.T) {
	s := openNew(t)
	const other = `Nowak,Sam,05/06/2021,Year 1,1A,,Yes,Mother,1,Yes,No,Mrs,Nowak,Anna,07700 900188,"1 High Street, Thornwick, ZZ3 1AA"`
	takenIn(t, s, export(t, chidiAndNgozi, chidiAndEmeka, other))
	var okafor, nowak int64
	for _, f := range dumped(t, s).Families {
		if strings.HasPrefix(f.Name, "Okafor") {
			okafor = f.ID
		} else {
			nowak = f.ID
		}
	}
	all := view.TimelineOf{Filter: view.Everything}
	first := storyOf(t, s, okafor, all)
	if len(first) != 1 || !strings.HasPrefix(first[0], "import: new: ") || !strings.Contains(first[0], "Chidi Okafor") {
		t.Fatalf("the first import: %q", first)
	}
	changed := strings.NewReplacer("4B", "4C", "07700 900101", "07700 900155", "Year 4", "Year 5")
	takenIn(t, s, export(t, changed.Replace(chidiAndNgozi), changed.Replace(chidiAndEmeka), other))
	story := storyOf(t, s, okafor, all)
	if len(story) != 2 {
		t.Fatalf("the second import: %q", story)
	}
	for _, part := range []string{"Chidi Okafor: Year 5, class 4C", "phone of Mrs Ngozi Okafor"} {
		if !strings.Contains(strings.Join(story, "\n"), part) {
			t.Errorf("%q is not said: %q", part, story)
		}
	}
	if story := storyOf(t, s, nowak, all); len(story) != 1 {
		t.Errorf("the other family: %q", story)
	}
	must(t)(s.Undo(ctx))
	if story := storyOf(t, s, okafor, all); len(story) != 1 {
		t.Errorf("after it was taken back: %q", story)
	}
}

// practices 15 and 16
func TestTheStoryByKindPersonAndChild(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	say := func(c model.Contact) int64 {
		t.Helper()
		c.FamilyID, c.Channel = o.family, model.ByGate
		return must(t)(s.SaveContact(ctx, view.NewContact{Contact: c})).New
	}
	say(model.Contact{At: "2026-11-20", Kind: model.GoodNews, Note: "swam", Adults: []int64{o.ngozi}, Pupils: []int64{o.chidi}})
	told := say(model.Contact{At: "2026-11-19", Kind: model.Concern, Note: "lunch", Pupils: []int64{o.ada}, Told: []model.Told{{AdultID: o.emeka, On: "2026-11-20"}}})
	say(model.Contact{At: "2026-10-19", Kind: model.Attempt, Note: "rang"})
	ring := must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family, ContactID: told, AdultID: o.emeka, What: "ring", Due: "2026-11-20"})).New
	must(t)(s.SettleFollowUp(ctx, ring, "2026-11-23", false))
	must(t)(s.SaveFamilyEntry(ctx, model.FamilyEntry{FamilyID: o.family, Kind: model.WhatHelps, On: "2026-11-18", Text: "quiet"}))
	for _, c := range []struct {
		of   view.TimelineOf
		want string
	}{
		{view.TimelineOf{Filter: view.Everything}, "follow-up: ring, contact: swam, contact: lunch, entry: quiet, contact: rang"},
		{view.TimelineOf{Filter: view.OnlyPromises}, "follow-up: ring"},
		{view.TimelineOf{Filter: view.OnlyConcerns}, "contact: lunch"},
		{view.TimelineOf{Filter: view.Everything, Adult: o.ngozi}, "contact: swam"},
		{view.TimelineOf{Filter: view.Everything, Adult: o.emeka}, "follow-up: ring, contact: lunch"},
		{view.TimelineOf{Filter: view.Everything, Pupil: o.ada}, "follow-up: ring, contact: lunch"},
		{view.TimelineOf{Filter: view.OnlyGoodNews, Pupil: o.chidi}, "contact: swam"},
		{view.TimelineOf{Filter: view.OnlyMeetings}, ""},
	} {
		if got := strings.Join(storyOf(t, s, o.family, c.of), ", "); got != c.want {
			t.Errorf("%+v: %q, want %q", c.of, got, c.want)
		}
	}
	line, err := s.Timeline(ctx, o.family, view.TimelineOf{Filter: view.Everything}, 2, 1)
	if err != nil || len(line.Rows) != 2 || line.Rows[0].Text != "swam" || line.Total != 5 ||
		!slices.Equal(line.Months, []view.TimelineMonth{{Month: "2026-11", Rows: 4, GoodNews: 1, Concerns: 1}, {Month: "2026-10", Rows: 1}}) {
		t.Errorf("a window: %+v, %v", line, err)
	}
	if _, err := s.Timeline(ctx, o.family, view.TimelineOf{Filter: "nonsense"}, 2, 0); err == nil {
		t.Error("a filter that there is not is taken")
	}
}

// Corrections keep the old text, whatever they are of; what came of something later is none.
func TestCorrectionsKeepTheOldText(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family, What: "ring about the trip", Due: "2026-11-25"})).New
	of := view.Record{Kind: view.PromiseRecord, ID: id}
	must(t)(s.MoveFollowUp(ctx, id, "2026-11-27", "", "me"))
	if all, err := s.Corrections(ctx, of); err != nil || len(all) != 0 {
		t.Errorf("a moved date is no correction: %+v, %v", all, err)
	}
	f, err := s.FollowUp(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	f.What = "ring about the bus"
	must(t)(s.SaveFollowUp(ctx, f))
	if all, err := s.Corrections(ctx, of); err != nil || len(all) != 1 || all[0].Was != "ring about the trip" {
		t.Errorf("%+v, %v", all, err)
	}
}
