package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"

	"pgregory.net/rapid"
)

// fatal is what a test and a check of rapid have in common.
type fatal interface {
	Helper()
	Fatal(args ...any)
}

// contentOf is a dump of all tables of content, and of the list of families made from them.
func contentOf(t fatal, s *Store) []string {
	t.Helper()
	var tables []string
	if err := s.read(ctx, func(q querier) (err error) { tables, err = q.contentTables(); return err }); err != nil {
		t.Fatal(err)
	}
	var dump []string
	for _, table := range append(tables, "family_index") {
		rows, err := s.readers.Query("SELECT * FROM " + table + " ORDER BY 1")
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range readMaps(t, rows) {
			dump = append(dump, fmt.Sprint(table, row))
		}
		rows.Close()
	}
	return dump
}

// differences are the lines that only one of two dumps has.
func differences(before, after []string) string {
	var lines []string
	for _, line := range before {
		if !slices.Contains(after, line) {
			lines = append(lines, "- "+line)
		}
	}
	for _, line := range after {
		if !slices.Contains(before, line) {
			lines = append(lines, "+ "+line)
		}
	}
	return strings.Join(lines, "\n")
}

// people is the state that random steps draw from: the ids that were made so far.
type people struct {
	s                                       *Store
	families, pupils, adults, links, houses []int64
	entries, contacts, followUps            []int64
}

func someOf(ids []int64) *rapid.Generator[int64] { return rapid.SampledFrom(ids) }

var someText = rapid.SampledFrom([]string{"", "Okafor", "O’Brien", "Zoë", "Łukasz", "van der Berg", "“so”, she said: \"it's\"", "line\nand line", "👩‍👧 家族"})

// randomStep does one thing that a person could do.
func (p *people) randomStep(t *rapid.T) (view.Change, error) {
	pick := func(name string, ids []int64) int64 { return someOf(ids).Draw(t, name) }
	newOr := func(name string, ids []int64) int64 { return someOf(append([]int64{0}, ids...)).Draw(t, name) }
	text := func(name string) string { return someText.Draw(t, name) }
	flag := func(name string) bool { return rapid.Bool().Draw(t, name) }
	s := p.s
	steps := map[string]func() (view.Change, error){
		"family": func() (view.Change, error) {
			c, err := s.SaveFamily(ctx, model.Family{ID: newOr("family", p.families), Name: "F" + text("name"), Notes: text("notes"), CheckinEvery: 5})
			return p.made(&p.families, c), err
		},
		"pupil": func() (view.Change, error) {
			c, err := s.SavePupil(ctx, model.Pupil{ID: newOr("pupil", p.pupils), FamilyID: pick("of", p.families), Forename: "P" + text("forename"),
				Year: rapid.SampledFrom(model.YearGroups).Draw(t, "year"), SEN: rapid.SampledFrom(model.SENStatuses).Draw(t, "sen"),
				Roll: rapid.SampledFrom(model.Rolls).Draw(t, "roll"), Phones: somePhones(t)})
			return p.made(&p.pupils, c), err
		},
		"adult": func() (view.Change, error) {
			c, err := s.SaveAdult(ctx, model.Adult{ID: newOr("adult", p.adults), Title: "Mrs", Surname: text("surname"), Notes: text("notes"), Phones: somePhones(t),
				Emails: []model.Email{{Address: text("e-mail")}}})
			return p.made(&p.adults, c), err
		},
		"link": func() (view.Change, error) {
			c, err := s.SaveLink(ctx, model.Link{PupilID: pick("pupil", p.pupils), AdultID: pick("adult", p.adults), CourtOrder: flag("order"),
				Relation: rapid.SampledFrom(model.Relationships).Draw(t, "relation"), Priority: rapid.IntRange(0, 3).Draw(t, "priority")})
			return p.made(&p.links, c), err
		},
		"household": func() (view.Change, error) {
			c, err := s.SaveHousehold(ctx, model.Household{ID: newOr("house", p.houses), FamilyID: pick("family", p.families), Name: "H" + text("name"),
				Adults: someSet(t, p.adults), Pupils: someSet(t, p.pupils)})
			return p.made(&p.houses, c), err
		},
		"entry": func() (view.Change, error) {
			c, err := s.SaveFamilyEntry(ctx, model.FamilyEntry{ID: newOr("entry", p.entries), FamilyID: pick("family", p.families), Kind: model.TheirStory, Text: "E" + text("text")})
			return p.made(&p.entries, c), err
		},
		"contact": func() (view.Change, error) {
			c, err := s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: pick("family", p.families), Channel: model.ByPhone, Dir: model.BothWays,
				Kind: rapid.SampledFrom([]model.ContactKind{model.GoodNews, model.CheckIn, model.Concern, model.Attempt}).Draw(t, "kind"),
				Note: text("note"), Adults: someSet(t, p.adults), Pupils: someSet(t, p.pupils)}})
			return p.made(&p.contacts, c), err
		},
		"follow-up": func() (view.Change, error) {
			c, err := s.SaveFollowUp(ctx, model.FollowUp{ID: newOr("follow-up", p.followUps), FamilyID: pick("family", p.families), What: "W" + text("what"),
				Kind: model.ActionPromised, Whose: model.Mine, State: model.Open, Due: rapid.SampledFrom([]model.Date{"", "2026-12-01", "2027-01-07"}).Draw(t, "due")})
			return p.made(&p.followUps, c), err
		},
		"join": func() (view.Change, error) {
			return s.AddAdultToFamily(ctx, pick("family", p.families), pick("adult", p.adults))
		},
		"leave": func() (view.Change, error) {
			return s.TakeAdultFromFamily(ctx, pick("family", p.families), pick("adult", p.adults))
		},
		"welcome": func() (view.Change, error) {
			return s.SayWelcomePoint(ctx, pick("family", p.families), rapid.IntRange(0, 6).Draw(t, "point"), rapid.SampledFrom([]model.Date{"", "2026-11-20", "2026-11-24"}).Draw(t, "on"))
		},
	}
	for name, one := range p.removals() {
		if len(one.ids) > 0 {
			steps["remove "+name] = func() (view.Change, error) { return one.remove(ctx, pick(name, one.ids)) }
			steps["bring back "+name] = func() (view.Change, error) { return one.bringBack(ctx, pick(name, one.ids)) }
		}
	}
	var names []string
	for name := range steps {
		names = append(names, name)
	}
	slices.Sort(names)
	name := rapid.SampledFrom(names).Draw(t, "step")
	c, err := steps[name]()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return c, err
}

// removal is a kind of thing that is moved out of sight and back.
type removal struct {
	ids               []int64
	remove, bringBack func(context.Context, int64) (view.Change, error)
}

func (p *people) removals() map[string]removal {
	s := p.s
	return map[string]removal{
		"family":    {p.families, s.RemoveFamily, s.BringBackFamily},
		"pupil":     {p.pupils, s.RemovePupil, s.BringBackPupil},
		"adult":     {p.adults, s.RemoveAdult, s.BringBackAdult},
		"link":      {p.links, s.RemoveLink, s.BringBackLink},
		"household": {p.houses, s.RemoveHousehold, s.BringBackHousehold},
		"entry":     {p.entries, s.RemoveFamilyEntry, s.BringBackFamilyEntry},
		"contact":   {p.contacts, s.RemoveContact, s.BringBackContact},
		"follow-up": {p.followUps, s.RemoveFollowUp, s.BringBackFollowUp},
	}
}

func (p *people) made(ids *[]int64, c view.Change) view.Change {
	if c.New != 0 && !slices.Contains(*ids, c.New) {
		*ids = append(*ids, c.New)
	}
	return c
}

func somePhones(t *rapid.T) []model.Phone {
	var phones []model.Phone
	for range rapid.IntRange(0, 3).Draw(t, "phones") {
		phones = append(phones, model.Phone{Type: rapid.SampledFrom(model.PhoneTypes).Draw(t, "type"), Number: rapid.StringMatching("07700 900[0-9]{3}").Draw(t, "number")})
	}
	return phones
}

func someSet(t *rapid.T, ids []int64) []int64 {
	var set []int64
	for _, id := range ids {
		if rapid.Bool().Draw(t, "in") {
			set = append(set, id)
		}
	}
	return set
}

// Taking back everything gives the start, in a dump of all tables of content; doing everything again
// gives the end (trust.md, "Nothing is lost").
func TestUndoOfEverythingIsTheStart(t *testing.T) {
	made, file := okaforsFile(t)
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	rapid.Check(t, func(t *rapid.T) {
		s := openCopy(t, path, file)
		defer s.Close()
		start := contentOf(t, s)
		p := &people{s: s, families: []int64{made.family}, pupils: []int64{made.chidi, made.ada}, adults: []int64{made.ngozi, made.emeka}}
		steps := 0
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			if c, _ := p.randomStep(t); c.Step != 0 {
				steps++
			}
		}
		end := contentOf(t, s)
		remakeLines(t, s)
		if diff := differences(end, contentOf(t, s)); diff != "" {
			t.Fatal("the list of families was not kept up to date:\n", diff)
		}
		for range steps {
			if _, err := s.Undo(ctx); err != nil {
				t.Fatalf("undo: %v", err)
			}
		}
		if diff := differences(start, contentOf(t, s)); diff != "" {
			t.Fatal("undoing everything is not the start:\n", diff)
		}
		for range steps {
			if _, err := s.Redo(ctx); err != nil {
				t.Fatalf("redo: %v", err)
			}
		}
		if diff := differences(end, contentOf(t, s)); diff != "" {
			t.Fatal("redoing everything is not the end:\n", diff)
		}
	})
}

// okaforsFile are the bytes of a caseload with one family in it.
func okaforsFile(t *testing.T) (okafors, []byte) {
	t.Helper()
	s := openNew(t)
	made := addOkafors(t, s)
	file, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	return made, file
}

// openCopy opens a fresh copy of a caseload.
func openCopy(t fatal, path string, file []byte) *Store {
	t.Helper()
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(ctx, Options{Path: path, Now: testClock})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.writer.Exec("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY"); err != nil {
		t.Fatal(err)
	}
	return s
}

// remakeLines makes the lines of all families anew, whatever changed.
func remakeLines(t fatal, s *Store) {
	t.Helper()
	err := s.write(ctx, func(w *work) (bool, error) {
		rows, err := w.query("SELECT id FROM family")
		ids, err := scanIDs(rows, err)
		if err != nil {
			return false, err
		}
		w.family(ids...)
		return true, w.refreshFamilies()
	})
	if err != nil {
		t.Fatal(err)
	}
}
