package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kettle/model"
	"kettle/model/view"
)

// yearsCaseload is a caseload whose clock a test turns on, from May into the autumn.
type yearsCaseload struct {
	*Store
	now    time.Time
	school int64
}

func day(text string) time.Time { t, _ := time.Parse("2006-01-02 15:04", text+" 09:00"); return t }

func openInMay(t testing.TB) *yearsCaseload {
	t.Helper()
	c := &yearsCaseload{now: day("2026-05-12")}
	path := filepath.Join(t.TempDir(), "caseload.db")
	if err := os.WriteFile(path, emptyCaseload(), 0o600); err != nil {
		t.Fatal(err)
	}
	c.Store = openAt(t, path, func(o *Options) { o.Now = func() time.Time { return c.now } })
	c.addSchool(t)
	return c
}

func (c *yearsCaseload) add(t fatal, name string, year model.YearGroup, class string, born model.Date) int64 {
	t.Helper()
	family, err := c.SaveFamily(ctx, model.Family{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	pupil, err := c.SavePupil(ctx, model.Pupil{FamilyID: family.New, SchoolID: c.school, Forename: name, Surname: name, Year: year, Class: class, Born: born, SEN: model.SENSupport})
	if err != nil {
		t.Fatal(err)
	}
	return pupil.New
}

func (c *yearsCaseload) ahead(t fatal) view.YearsOfSchool {
	t.Helper()
	years, err := c.YearsAhead(ctx)
	at := slices.IndexFunc(years.Schools, func(s view.YearsOfSchool) bool { return s.School.ID == c.school })
	if err != nil || at < 0 {
		t.Fatal("years ahead:", years, err)
	}
	return years.Schools[at]
}

// addSchool adds a primary school, to which the next children go.
func (c *yearsCaseload) addSchool(t fatal) {
	school, err := c.SaveSchool(ctx, model.School{Name: "Lindenfield Primary", YearGroups: "R 1 2 3 4 5 6"})
	if err != nil {
		t.Fatal(err)
	}
	c.school = school.New
}

// asShown is what the page proposes, with other choices for some.
func asShown(s view.YearsOfSchool, other map[int64]int) []view.YearUp {
	var ups []view.YearUp
	for _, r := range s.Pupils {
		up, ok := other[r.Pupil.ID]
		if !ok {
			up = r.Stand.Up()
		}
		ups = append(ups, view.YearUp{Pupil: r.Pupil.ID, From: r.Pupil.Year, Up: up})
	}
	return ups
}

func (c *yearsCaseload) pupil(t fatal, id int64) string {
	t.Helper()
	p, err := c.Pupil(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(fmt.Sprint(p.Year.Short(), " ", p.Class, " ", p.SEN, " ", p.Roll, " ", p.LeftOn))
}

// rules.md R54.
func TestTheYearsMoveOnAsOneStep(t *testing.T) {
	c := openInMay(t)
	up, back, two := c.add(t, "Okafor", "4", "4B", "2017-03-01"), c.add(t, "Haddad", "3", "3A", "2018-03-01"), c.add(t, "Nowak", "2", "2A", "2018-02-01")
	leaver, unknown := c.add(t, "Malik", "6", "6C", "2015-03-01"), c.add(t, "Brennan", "", "", "2017-03-01")
	c.now = day("2026-09-03")
	there := c.add(t, "Adeyemi", "R", "RB", "2022-03-01")
	before := contentOf(t, c.Store)
	ups := asShown(c.ahead(t), map[int64]int{back: 0, two: 2})
	change := must(t)(c.MoveYearsOn(ctx, c.school, ups))
	if change.Title != "moved the years on into 2026/27: 2 up, 1 leaves" {
		t.Errorf("the step is called %q", change.Title)
	}
	for id, want := range map[int64]string{
		up: "Y5  K on roll", back: "Y3  K on roll", two: "Y4  K on roll", there: "R RB K on roll", unknown: "K on roll",
		leaver: "Y6 6C K left 2026-08-31",
	} {
		if got := c.pupil(t, id); got != want {
			t.Errorf("%d is %q, want %q", id, got, want)
		}
	}
	after := contentOf(t, c.Store)
	if s := c.ahead(t); !s.Moved || len(s.Left) != 1 {
		t.Errorf("moved %v, %d left", s.Moved, len(s.Left))
	}
	must(t)(c.Undo(ctx))
	if got := contentOf(t, c.Store); !slices.Equal(before, got) {
		t.Errorf("taken back it is not as it was:\n%s", differences(before, got))
	}
	if stand := c.ahead(t).Pupils[0].Stand; c.ahead(t).Moved || stand == model.YearIsNew && len(c.ahead(t).Left) > 0 {
		t.Errorf("taken back, they count as moved")
	}
	must(t)(c.MoveYearsOn(ctx, c.school, asShown(c.ahead(t), map[int64]int{back: 0, two: 2})))
	if got := contentOf(t, c.Store); !slices.Equal(after, got) {
		t.Errorf("moved on again it is not the same:\n%s", differences(after, got))
	}
}

func TestTheYearsMoveOnOnceAndNotTooEarly(t *testing.T) {
	c := openInMay(t)
	id := c.add(t, "Okafor", "4", "4B", "2017-03-01")
	c.now = day("2026-07-10")
	if s := c.ahead(t); s.Moved || s.Pupils[0].Stand != model.YearMovesUp {
		t.Errorf("in July: %+v", s)
	}
	refused := func(why string, school int64, ups []view.YearUp) {
		t.Helper()
		before := contentOf(t, c.Store)
		_, err := c.MoveYearsOn(ctx, school, ups)
		var problem Problem
		if !errors.As(err, &problem) || !strings.Contains(problem.Sentence, why) {
			t.Errorf("it says %v, want %q", err, why)
		}
		if after := contentOf(t, c.Store); !slices.Equal(before, after) {
			t.Errorf("it changed something:\n%s", differences(before, after))
		}
	}
	refused("from then on", c.school, asShown(c.ahead(t), nil))
	c.now = day("2026-09-01")
	refused("look at it again", c.school, nil)
	refused("look at it again", c.school, []view.YearUp{{Pupil: id, From: "3", Up: 1}})
	refused("look at it again", c.school, []view.YearUp{{Pupil: id, From: "4", Up: 3}})
	refused("look at it again", c.school, []view.YearUp{{Pupil: id + 9, From: "4", Up: 1}})
	refused("no longer there", c.school+9, nil)
	must(t)(c.MoveYearsOn(ctx, c.school, asShown(c.ahead(t), nil)))
	c.now = day("2027-05-01")
	refused("already: nobody is moved twice", c.school, asShown(c.ahead(t), nil))
	c.now = day("2027-09-02")
	must(t)(c.MoveYearsOn(ctx, c.school, asShown(c.ahead(t), nil)))
	if got := c.pupil(t, id); got != "Y6  K on roll" {
		t.Errorf("after two years: %q", got)
	}
}

func TestEachSchoolMovesOnByItself(t *testing.T) {
	c := openInMay(t)
	first := c.add(t, "Okafor", "4", "4B", "")
	c.school = must(t)(c.SaveSchool(ctx, model.School{Name: "Hill Road", YearGroups: "7 8"})).New
	second := c.add(t, "Haddad", "7", "7X", "")
	c.school = 0
	c.add(t, "Nowak", "4", "4B", "")
	c.now = day("2026-09-03")
	years, err := c.YearsAhead(ctx)
	if err != nil || years.NoSchool != 1 || years.Behind() != 2 {
		t.Fatalf("%+v, %v", years, err)
	}
	hill := years.Schools[0]
	must(t)(c.MoveYearsOn(ctx, hill.School.ID, asShown(hill, nil)))
	if a, b := c.pupil(t, first), c.pupil(t, second); a != "Y4 4B K on roll" || b != "Y8  K on roll" {
		t.Errorf("%q and %q", a, b)
	}
}

// The next file after the years moved on finds years and classes as it says, without a conflict; what it
// does not name stays.
func TestAFileAfterTheYearsMovedOn(t *testing.T) {
	c := openInMay(t)
	may := []string{chidiAndNgozi, strings.NewReplacer("Chidi", "Obi", "02/03/2018", "02/03/2015", "Year 4,4B", "Year 6,6C").Replace(chidiAndNgozi)}
	takenIn(t, c.Store, export(t, strings.ReplaceAll(may[0], "2018", "2017"), may[1]))
	c.now = day("2026-09-03")
	must(t)(c.MoveYearsOn(ctx, c.school, asShown(c.ahead(t), nil)))
	autumn := strings.NewReplacer("2018", "2017", "Year 4,4B", "Year 5,5A").Replace(may[0])
	preview := previewed(t, c.Store, export(t, autumn))
	if len(preview.Conflicts) > 0 || len(preview.Missing) > 0 {
		t.Errorf("conflicts %+v, not in the file %v", preview.Conflicts, preview.Missing)
	}
	must(t)(c.TakeIn(ctx, preview))
	var chidi string
	if err := c.readers.QueryRow("SELECT year || ' ' || reg FROM pupil WHERE forename = 'Chidi'").Scan(&chidi); err != nil || chidi != "5 5A" {
		t.Errorf("Chidi is in %q, %v", chidi, err)
	}
	old := previewed(t, c.Store, export(t, strings.ReplaceAll(may[0], "2018", "2017")))
	if len(old.Conflicts) > 0 {
		t.Errorf("last year's file: %+v", old.Conflicts)
	}
}

// A file that brings the new years leaves nothing to move, and says so by the mark.
func TestAFileThatBringsTheNewYears(t *testing.T) {
	c := openInMay(t)
	takenIn(t, c.Store, export(t, strings.ReplaceAll(chidiAndNgozi, "2018", "2017")))
	c.now = day("2026-09-03")
	if years, err := c.YearsAhead(ctx); err != nil || years.Behind() != 1 {
		t.Fatalf("%+v, %v", years, err)
	}
	takenIn(t, c.Store, export(t, strings.NewReplacer("2018", "2017", "Year 4,4B", "Year 5,5A").Replace(chidiAndNgozi)))
	if s := c.ahead(t); !s.Moved || s.School.YearsMoved != "2026/27" {
		t.Errorf("%+v", s)
	}
	must(t)(c.Undo(ctx))
	if s := c.ahead(t); s.Moved || s.Pupils[0].Stand != model.YearMovesUp {
		t.Errorf("the file taken back: %+v", s)
	}
}

// A file that says that a child left marks them, and takes nothing away; the family is found as one without
// a child here.
func TestAFileThatSaysAChildLeft(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, chidiAndNgozi))
	left := filepath.Join(t.TempDir(), "left.csv")
	if err := os.WriteFile(left, []byte("Surname,Forename,DOB,Year,Reg,Leaving Date\nOkafor,Chidi,02/03/2018,Year 4,4B,20/11/2026\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	takenIn(t, s, left)
	var roll string
	if err := s.readers.QueryRow("SELECT roll FROM pupil WHERE deleted_at = ''").Scan(&roll); err != nil || roll != "left" {
		t.Errorf("Chidi is %q, %v", roll, err)
	}
	if n, err := s.FamilyCount(ctx, "chidi", view.ByName); err != nil || n.Fit != 1 {
		t.Errorf("the family is not found: %+v, %v", n, err)
	}
}

// Whatever the caseload, taking the roll-over back is the start; nobody skips a group, and it is done once.
// Each step waits for the disk, so there are few examples.
func TestTheLawsOfMovingOn(t *testing.T) {
	c := openInMay(t)
	family := must(t)(c.SaveFamily(ctx, model.Family{Name: "Okafor"})).New
	child := rapid.Custom(func(r *rapid.T) model.Pupil {
		return model.Pupil{FamilyID: family, Forename: "Chidi", Class: "4B", Year: rapid.SampledFrom(model.YearGroups).Draw(r, "year"),
			Born: rapid.SampledFrom([]model.Date{"", "2016-03-01", "2017-10-01", "2021-05-05"}).Draw(r, "born")}
	})
	for seed := range 12 {
		c.now = day("2026-05-12")
		c.addSchool(t)
		for i, written := range []string{"2026-05-12", "2026-07-20", "2026-09-02"} {
			c.now = day(written)
			must(t)(c.Together(ctx, "added children", func(b *Batch) error {
				for _, p := range rapid.SliceOfN(child, 1, 8).Example(seed*3 + i) {
					p.SchoolID = c.school
					if err := b.Pupil(&p); err != nil {
						return err
					}
				}
				return nil
			}))
		}
		c.now = day("2026-09-03")
		c.holdsTheLaws(t, seed)
	}
}

func (c *yearsCaseload) holdsTheLaws(t *testing.T, seed int) {
	t.Helper()
	shown, other := c.ahead(t), map[int64]int{}
	for i, row := range shown.Pupils {
		choices := shown.School.YearChoices(row.Pupil, row.Stand)
		other[row.Pupil.ID] = choices[(seed+i)%len(choices)]
	}
	must(t)(c.MoveYearsOn(ctx, c.school, asShown(shown, other)))
	for _, row := range shown.Pupils {
		p, err := c.Pupil(ctx, row.Pupil.ID)
		if err != nil {
			t.Fatal(err)
		}
		was, is := slices.Index(model.YearGroups, row.Pupil.Year), slices.Index(model.YearGroups, p.Year)
		if p.Roll == model.OnRoll && is != was+other[p.ID] || p.Roll == model.Left && (is != was || other[p.ID] == 0) {
			t.Errorf("%s became %s, %s, by going up %d", row.Pupil.Year, p.Year, p.Roll, other[p.ID])
		}
	}
	if _, err := c.MoveYearsOn(ctx, c.school, asShown(c.ahead(t), nil)); err == nil {
		t.Error("they moved on twice")
	}
	must(t)(c.Undo(ctx))
	if diff := cmp.Diff(shown, c.ahead(t)); diff != "" {
		t.Errorf("taken back it is not as it was (-before +after):\n%s", diff)
	}
}
