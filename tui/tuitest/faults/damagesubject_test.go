package faults_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"hash"
	"os"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
	"kettle/store/demo"
)

const damagedFamilies = 12

// madeUpSubject is a made-up school as kettle demo writes it: complete, and without a history.
func madeUpSubject(t *testing.T) subject {
	t.Helper()
	return newSubject(t, "made up", func(ctx context.Context, s *store.Store, school demo.School) error {
		return s.Fill(ctx, school)
	})
}

// livedInSubject is the same school, entered step by step as a person does.
func livedInSubject(t *testing.T) subject {
	t.Helper()
	return newSubject(t, "lived in", enter)
}

func newSubject(t *testing.T, name string, fill func(context.Context, *store.Store, demo.School) error) subject {
	t.Helper()
	ctx := context.Background()
	s := subject{name: name, path: filepath.Join(quickFolder(t), "caseload.db")}
	opened, err := store.Open(ctx, s.options())
	if err != nil {
		t.Fatal(err)
	}
	school := demo.Make(demo.Options{Families: damagedFamilies, Seed: 7, Today: "2026-11-24", Now: "2026-11-24T08:41"})
	if err := fill(ctx, opened, school); err != nil {
		t.Fatal(err)
	}
	if err := opened.KeepDraft(ctx, "contact", 0, map[string]string{"note": "half a senten"}); err != nil {
		t.Fatal(err)
	}
	if s.seen, err = see(ctx, opened, s.path); err != nil {
		t.Fatal(err)
	}
	if err := opened.Close(); err != nil {
		t.Fatal(err)
	}
	if s.whole, err = os.ReadFile(s.path); err != nil {
		t.Fatal(err)
	}
	s.good = withBackups(t, s.path, s.whole)
	makeHostile(t, s)
	return s
}

// quickFolder is a folder in memory where there is one: what is written there is damaged on purpose, and
// thousands of syncs to a disk would take most of the time.
func quickFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "kettle-damage-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

func (s subject) options() store.Options {
	return store.Options{Path: s.path, Window: "before", Now: morning, Machine: morning}
}

// entering enters a school by steps; ids says what became of those that demo gave.
type entering struct {
	ctx context.Context
	s   *store.Store
	ids map[string]int64
	err error
}

// keep notes the id of what was made. What the rules refuse, such as a promise to somebody whom a court
// order keeps out, is left out.
func (e *entering) keep(kind string, old int64, change view.Change, err error) {
	if err == nil {
		e.ids[fmt.Sprint(kind, old)] = change.New
	} else if sentenceOf(err) == "" {
		e.err = err
	}
}

func (e *entering) id(kind string, old int64) int64 { return e.ids[fmt.Sprint(kind, old)] }

func (e *entering) all(kind string, old []int64) (ids []int64) {
	for _, id := range old {
		ids = append(ids, e.id(kind, id))
	}
	return ids
}

func enter(ctx context.Context, s *store.Store, d demo.School) error {
	e := &entering{ctx: ctx, s: s, ids: map[string]int64{}}
	e.schools(d)
	e.people(d)
	e.log(d)
	change, err := s.SaveFamily(ctx, model.Family{Name: "Added by mistake"})
	if err == nil {
		_, err = s.RemoveFamily(ctx, change.New)
	}
	if err == nil {
		_, err = s.Undo(ctx)
	}
	if err == nil {
		_, err = s.Redo(ctx)
	}
	if e.err == nil {
		e.err = err
	}
	return e.err
}

func (e *entering) schools(d demo.School) {
	for _, school := range d.Schools {
		old := school.ID
		school.ID = 0
		change, err := e.s.SaveSchool(e.ctx, school)
		e.keep("school", old, change, err)
	}
	for _, c := range d.Calendars {
		years := map[string][]model.Term{}
		for _, term := range c.Dates.Terms {
			years[term.Year] = append(years[term.Year], term)
		}
		for year, terms := range years {
			change, err := e.s.SaveTerms(e.ctx, e.id("school", c.SchoolID), year, terms)
			e.keep("terms", 0, change, err)
		}
	}
	change, err := e.s.SaveMe(e.ctx, "Ms Bright", model.SENCO)
	e.keep("me", 0, change, err)
}

func (e *entering) people(d demo.School) {
	for _, f := range d.Families {
		old := f.ID
		f.ID, f.UID = 0, ""
		change, err := e.s.SaveFamily(e.ctx, f)
		e.keep("family", old, change, err)
	}
	for _, p := range d.Pupils {
		old := p.ID
		p.ID, p.UID, p.FamilyID, p.SchoolID = 0, "", e.id("family", p.FamilyID), e.id("school", p.SchoolID)
		change, err := e.s.SavePupil(e.ctx, p)
		e.keep("pupil", old, change, err)
	}
	links := map[int64][]model.Link{}
	for _, l := range d.Links {
		adult := l.AdultID
		l.ID, l.AdultID, l.PupilID = 0, 0, e.id("pupil", l.PupilID)
		links[adult] = append(links[adult], l)
	}
	e.adults(d, links)
}

// adults adds each adult to the family of their first child.
func (e *entering) adults(d demo.School, links map[int64][]model.Link) {
	for _, a := range d.Adults {
		mine := links[a.ID]
		if len(mine) == 0 {
			continue
		}
		pupil, err := e.s.Pupil(e.ctx, mine[0].PupilID)
		if err != nil {
			e.err = err
			return
		}
		old := a.ID
		a.ID, a.UID = 0, ""
		change, err := e.s.AddAdult(e.ctx, a, pupil.FamilyID, mine...)
		e.keep("adult", old, change, err)
	}
}

func (e *entering) log(d demo.School) {
	for _, c := range d.Contacts {
		old := c.ID
		c.ID, c.UID, c.FamilyID, c.Told = 0, "", e.id("family", c.FamilyID), nil
		c.Adults, c.Pupils = e.all("adult", c.Adults), e.all("pupil", c.Pupils)
		change, err := e.s.SaveContact(e.ctx, view.NewContact{Contact: c})
		e.keep("contact", old, change, err)
	}
	for _, m := range d.Meetings {
		old := m.ID
		m.ID, m.UID, m.FamilyID, m.Pupils = 0, "", e.id("family", m.FamilyID), e.all("pupil", m.Pupils)
		m.ContactID, m.AfterID, m.RoomID, m.HostID = 0, 0, 0, 0
		change, err := e.s.SaveMeeting(e.ctx, m)
		e.keep("meeting", old, change, err)
	}
	for _, f := range d.FollowUps {
		old := f.ID
		f.ID, f.UID, f.FamilyID, f.MeetingID = 0, "", e.id("family", f.FamilyID), e.id("meeting", f.MeetingID)
		f.ContactID, f.AdultID = e.id("contact", f.ContactID), e.id("adult", f.AdultID)
		change, err := e.s.SaveFollowUp(e.ctx, f)
		e.keep("follow-up", old, change, err)
	}
}

// seen is what a person sees of a caseload on all screens, and all that stands in its tables.
type seen struct{ screens, tables [sha256.Size]byte }

func see(ctx context.Context, s *store.Store, path string) (saw seen, err error) {
	screens := sha256.New()
	if err := seeScreens(ctx, s, screens); err != nil {
		return saw, err
	}
	tables := sha256.New()
	seeTables(path, tables)
	return seen{[32]byte(screens.Sum(nil)), [32]byte(tables.Sum(nil))}, nil
}

// seeScreens asks what the screens ask.
func seeScreens(ctx context.Context, s *store.Store, into hash.Hash) error {
	world, err := s.World(ctx)
	if err != nil {
		return err
	}
	today := model.DateOf(morning())
	asks := []func() (any, error){
		func() (any, error) { return s.Today(ctx, model.MomentOf(morning()), world) },
		func() (any, error) { return s.FollowUps(ctx, view.FollowUpFilter{Today: today}, 1000, 0) },
		func() (any, error) { return s.FollowUps(ctx, view.FollowUpFilter{Today: today, Past: true}, 1000, 0) },
		func() (any, error) { return s.MeetingList(ctx, view.MeetingFilter{}, 1000, 0) },
		func() (any, error) { return s.MeetingList(ctx, view.MeetingFilter{Past: true}, 1000, 0) },
		func() (any, error) { return s.MeetingPreps(ctx, []int64{1, 2, 3, 4}) },
		func() (any, error) { return s.Dump(ctx) },
		func() (any, error) { return s.Drafts(ctx) },
	}
	for _, order := range view.FamilyOrders {
		asks = append(asks, func() (any, error) { return s.FamilyList(ctx, "", order, 0, 1000) })
	}
	for _, family := range []int64{1, 5, 9} {
		asks = append(asks, func() (any, error) { return s.FamilyPage(ctx, family) })
	}
	for _, ask := range append(asks, func() (any, error) { return world.Me, nil }) {
		answer, err := ask()
		if err != nil {
			return err
		}
		if err := json.NewEncoder(into).Encode(answer); err != nil {
			return err
		}
	}
	return nil
}

// seeTables reads every row of every table.
func seeTables(path string, into hash.Hash) {
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		panic(err) // the driver is there
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, table := range append(allTables(db), "sqlite_sequence") {
		fmt.Fprintln(into, table)
		if err := seeRows(db, table, into); err != nil {
			fmt.Fprintln(into, err)
		}
	}
}

func allTables(db *sql.DB) (names []string) {
	rows, err := db.Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name")
	if err != nil {
		return nil
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if rows.Scan(&name) == nil {
			names = append(names, name)
		}
	}
	return names
}

func seeRows(db *sql.DB, table string, into hash.Hash) error {
	rows, err := db.Query("SELECT * FROM " + table + " ORDER BY rowid")
	if err != nil {
		return err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	values, pointers := make([]any, len(names)), make([]any, len(names))
	for i := range values {
		pointers[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(pointers...); err != nil {
			return err
		}
		fmt.Fprintf(into, "%q\n", values)
	}
	return rows.Err()
}

// faultsOfFile is what SQLite itself finds when it looks at the whole file.
func faultsOfFile(t *testing.T, path string) (words string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow("PRAGMA integrity_check(1)").Scan(&words); err != nil {
		return err.Error()
	}
	return words
}
