package tuitest

import (
	"context"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
)

// Small is a small caseload that is made by hand, so that a test can say what stands in it.
type Small struct {
	t     testing.TB
	Store *store.Store
	Path  string

	School   int64
	families map[string]int64
	adults   map[string]int64
}

// NewSmall is a caseload with one school and its term dates, without families, in a temporary folder.
func NewSmall(t testing.TB) *Small {
	t.Helper()
	path := filepath.Join(t.TempDir(), "caseload.db")
	clock := (&Driver{now: Morning}).clock
	s, err := store.Open(context.Background(), store.Options{Path: path, Window: "before", Now: clock, Machine: clock})
	if err != nil {
		t.Fatal(err)
	}
	c := &Small{t: t, Store: s, Path: path, families: map[string]int64{}, adults: map[string]int64{}}
	c.School = c.Keep(s.SaveSchool(context.Background(), model.School{Name: "Lindenfield Primary"}))
	c.Keep(s.SaveTerms(context.Background(), c.School, "2026/27", []model.Term{
		{Year: "2026/27", Name: model.Autumn, Start: "2026-09-02", End: "2026-12-18", HalfTermStart: "2026-10-26", HalfTermEnd: "2026-10-30"},
		{Year: "2026/27", Name: model.Spring, Start: "2027-01-04", End: "2027-03-25", HalfTermStart: "2027-02-15", HalfTermEnd: "2027-02-19"},
		{Year: "2026/27", Name: model.Summer, Start: "2027-04-12", End: "2027-07-21", HalfTermStart: "2027-05-31", HalfTermEnd: "2027-06-04"},
	}))
	c.Keep(s.SaveMe(context.Background(), "Ms Bright", model.SENCO))
	return c
}

// Keep fails the test on an error, and gives the id of what was made.
func (c *Small) Keep(change view.Change, err error) int64 {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
	return change.New
}

// AddFamily adds a family with one child of a class and a mother.
func (c *Small) AddFamily(name, child, class, mother string) int64 {
	c.t.Helper()
	ctx := context.Background()
	id := c.Keep(c.Store.SaveFamily(ctx, model.Family{Name: name}))
	pupil := c.Keep(c.Store.SavePupil(ctx, model.Pupil{FamilyID: id, SchoolID: c.School, Forename: child, Surname: name,
		Year: model.YearGroup(class[:1]), Class: class}))
	adult := c.Keep(c.Store.AddAdult(ctx, model.Adult{Title: "Mrs", Forename: mother, Surname: name, Channel: model.ByPhone}, id,
		model.Link{PupilID: pupil, Relation: model.Mother, Priority: 1}))
	c.families[name], c.adults[name] = id, adult
	return id
}

// Family is the id of a family that was added.
func (c *Small) Family(name string) int64 { return c.families[name] }

// Mother is the id of the mother of a family that was added.
func (c *Small) Mother(name string) int64 { return c.adults[name] }

// Promise adds a promise to a family; what is not said is that of a new one.
func (c *Small) Promise(family string, f model.FollowUp) int64 {
	c.t.Helper()
	f.FamilyID = c.families[family]
	return c.Keep(c.Store.SaveFollowUp(context.Background(), f))
}

// Log adds an entry of the log about a family.
func (c *Small) Log(family string, entry model.Contact) int64 {
	c.t.Helper()
	entry.FamilyID = c.families[family]
	return c.Keep(c.Store.SaveContact(context.Background(), view.NewContact{Contact: entry}))
}

// Draft leaves what was being typed in a form about a record, as a window that ended does.
func (c *Small) Draft(form string, record int64, body map[string]string) {
	c.t.Helper()
	if err := c.Store.KeepDraft(context.Background(), form, record, body); err != nil {
		c.t.Fatal(err)
	}
}

// Open closes the caseload as it was filled and opens the program on it.
func (c *Small) Open(o Options) *Driver {
	c.t.Helper()
	if err := c.Store.Close(); err != nil {
		c.t.Fatal(err)
	}
	o.Path = c.Path
	return New(c.t, o)
}
