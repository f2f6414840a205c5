package intake_test

import (
	"os"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/store/intake"
)

// seeds are files to begin from: the samples, and small ones with what makes files hard.
func seeds(f *testing.F) (all [][]byte) {
	f.Helper()
	files, err := filepath.Glob("testdata/*.csv")
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, data[:min(len(data), 3000)])
	}
	for _, text := range []string{
		head + row(ava, ann), head + row(ava, ann) + row(noah, "Father,1,Yes,Yes,Mr,Hill,Tom,07700 900123,ann@example.org,"),
		"sep=;\nName;Year;Mum;Mum mobile\n\"Hill, Ava\";4;Ann;7.7009E+09\n;;Tom;\n", "\xFF\xFEN\x00a\x00m\x00e\x00",
		"Surname\tForename\tDOB\n\x1b]0;x\x07Hill\t=Ann\t31/02/2020\n",
		"ID,Forename,Surname,ID,Priority,Title,Forename,Surname,Status\n1,Ava,Hill,9,1,Ms,Ann,Hill,left\n,,,9,2,,Ann,Hill,\n",
		"Name|Yr|Guardian name|Mobile|Guardian name|Mobile\nAVA HILL|4|Mr & Mrs Hill|07700 900123 x12|Nan|+44 7700 900124 (days)\n",
	} {
		all = append(all, []byte(text))
	}
	return all
}

// takeIn reads a file into a caseload and gives what is there after, under the ids of a database; ok is
// false for a file that is refused.
func takeIn(t *testing.T, data []byte, held intake.Caseload) (plan intake.Plan, after intake.Caseload, ok bool) {
	file, err := intake.Read("x.csv", data, intake.Options{})
	if err != nil {
		if _, ok := intake.Refused(err); !ok {
			t.Fatalf("not a refusal: %v", err)
		}
		return plan, held, false
	}
	result := intake.Parse(file, today)
	mustBeClean(t, result)
	plan = intake.Match(result, held)
	after = intake.After(held, plan)
	holdsTogether(t, after)
	return plan, kept(after), true
}

func mustBeClean(t *testing.T, result intake.Result) {
	for _, r := range result.Records {
		for field, value := range r.Pupil {
			if _, changed := model.Clean(value); changed || len([]rune(value)) > 45_000 {
				t.Fatalf("%s is %q", field, value)
			}
		}
		if len(r.Contacts) > 20*result.RowsRead {
			t.Fatalf("%d contacts in %d rows", len(r.Contacts), result.RowsRead)
		}
	}
}

// holdsTogether: ids are unique, every pupil is in a family, and every link is between two who are there.
func holdsTogether(t *testing.T, c intake.Caseload) {
	pupils, adults, families, pairs := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}, map[[2]int64]bool{}
	for _, f := range c.Families {
		if families[f.ID] || f.ID == 0 {
			t.Fatalf("family %d comes twice", f.ID)
		}
		families[f.ID] = true
	}
	for _, p := range c.Pupils {
		if pupils[p.ID] || p.ID == 0 || !families[p.Family] {
			t.Fatalf("pupil %d comes twice, or is in no family (%d)", p.ID, p.Family)
		}
		pupils[p.ID] = true
	}
	for _, a := range c.Adults {
		if adults[a.ID] || a.ID == 0 {
			t.Fatalf("adult %d comes twice", a.ID)
		}
		adults[a.ID] = true
	}
	for _, l := range c.Links {
		pair := [2]int64{l.Pupil, l.Adult}
		if !pupils[l.Pupil] || !adults[l.Adult] || pairs[pair] {
			t.Fatalf("link %+v is to nobody, or comes twice", l)
		}
		pairs[pair] = true
	}
}

// kept gives what is new the ids that a database would.
func kept(c intake.Caseload) intake.Caseload {
	var most int64
	number := func(id int64) int64 {
		if id < 0 {
			return most - id
		}
		return id
	}
	for _, f := range c.Families {
		most = max(most, f.ID)
	}
	for _, p := range c.Pupils {
		most = max(most, p.ID)
	}
	for _, a := range c.Adults {
		most = max(most, a.ID)
	}
	for _, l := range c.Links {
		most = max(most, l.ID)
	}
	for i := range c.Families {
		c.Families[i].ID = number(c.Families[i].ID)
	}
	for i := range c.Pupils {
		p := &c.Pupils[i]
		p.ID, p.Family = number(p.ID), number(p.Family)
	}
	for i := range c.Adults {
		c.Adults[i].ID = number(c.Adults[i].ID)
	}
	for i := range c.Links {
		l := &c.Links[i]
		l.ID, l.Pupil, l.Adult = number(l.ID), number(l.Pupil), number(l.Adult)
	}
	return c
}

// nothingNew: a file that has been taken in brings nobody and changes nothing.
func nothingNew(t *testing.T, plan intake.Plan) {
	for kind, c := range map[string]intake.Counts{"pupils": plan.PupilCounts(), "adults": plan.AdultCounts(), "links": plan.LinkCounts()} {
		if c.New+c.Changed > 0 {
			t.Fatalf("taken in again, %s: %+v", kind, c)
		}
	}
	if len(plan.Conflicts)+len(plan.Alarms) > 0 {
		t.Fatalf("taken in again: conflicts %v, alarms %v", plan.Conflicts, plan.Alarms)
	}
}

// FuzzReadAndParse: whatever the bytes are, they are refused or read, within the limits and clean, and the
// same file again brings nothing.
func FuzzReadAndParse(f *testing.F) {
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		_, held, ok := takeIn(t, data, intake.Caseload{})
		if !ok {
			return
		}
		dealAtRandom(t, data)
		again, _, _ := takeIn(t, data, held)
		nothingNew(t, again)
	})
}

// FuzzComingAgain: one file after another, of which the second then brings nothing more.
func FuzzComingAgain(f *testing.F) {
	all := seeds(f)
	for i, data := range all {
		f.Add(data, data)
		f.Add(data, all[(i+1)%len(all)])
	}
	f.Fuzz(func(t *testing.T, first, second []byte) {
		_, held, ok := takeIn(t, first, intake.Caseload{})
		if !ok {
			return
		}
		before := len(held.Pupils) + len(held.Adults) + len(held.Links)
		_, held, ok = takeIn(t, second, held)
		if !ok {
			return
		}
		if after := len(held.Pupils) + len(held.Adults) + len(held.Links); after < before {
			t.Fatalf("%d, then %d: somebody has gone", before, after)
		}
		again, _, _ := takeIn(t, second, held)
		nothingNew(t, again)
	})
}
