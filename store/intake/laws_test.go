package intake_test

import (
	"strings"
	"testing"

	"kettle/store/intake"

	"pgregory.net/rapid"
)

// anyRows are rows in which the same pupils come again and again, with and without their UPN and date,
// and whose contacts agree and disagree at random. A UPN does not stand for two different children.
func anyRows(t *rapid.T) []string {
	pick := func(name string, values ...string) string { return rapid.SampledFrom(values).Draw(t, name) }
	cells := func() string {
		return strings.Join([]string{
			pick("pupil", ava, noah, ",Hill,Ava,03/11/2016,4,4H", ",Hill,Ava,,4,4H", "wrong,Hill,Noah,19/02/2020,R,RO", "K999999917004,Hill,Ava,03/11/2016,4,4H",
				",Ash,Kit,,,", "L999999913101,Ash,Kit,31/02/2020,,"),
			pick("relationship", "", "Mother", "Father", "Grandmother", "Childminder", "Taxi firm"), pick("priority", "", "1", "2"),
			pick("responsibility", "", "Yes", "No"), pick("order", "", "Yes", "No"), pick("title", "", "Ms"), pick("surname", "", "Hill", "Ash"),
			pick("forename", "", "Ann", "Jo", "J"), pick("mobile", "", "07700 900123", "07700 900124"),
			pick("email", "", "ann@example.org", "jo@example.org"), pick("address", "", "\"1 Quarry Bank, ZZ4 2EW\"", "\"2 Mill Lane, ZZ1 1AA\""),
		}, ",") + "\n"
	}
	rows := make([]string, rapid.IntRange(1, 12).Draw(t, "rows"))
	for i := range rows {
		rows[i] = cells()
	}
	return rows
}

func TestAnyFileTakenInTwiceIsTakenInOnce(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := head + strings.Join(anyRows(r), "")
		_, once := imported(t, text, intake.Caseload{})
		held := stored(once)
		plan, twice := imported(t, text, held)
		for kind, c := range map[string]intake.Counts{"pupils": plan.PupilCounts(), "adults": plan.AdultCounts(), "links": plan.LinkCounts()} {
			if c.New+c.Changed > 0 {
				r.Fatalf("%s: %+v\n%s\n%+v", kind, c, text, plan)
			}
		}
		if len(twice.Families) != len(held.Families) || len(plan.Conflicts)+len(plan.Alarms) > 0 {
			r.Fatalf("%d families, then %d; conflicts %v, alarms %v\n%s", len(held.Families), len(twice.Families), plan.Conflicts, plan.Alarms, text)
		}
	})
}

func TestEveryPlanHoldsTogether(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		_, before := imported(t, head+strings.Join(anyRows(r), ""), intake.Caseload{})
		_, after := imported(t, head+strings.Join(anyRows(r), ""), stored(before))
		pupils, adults, families := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}
		for _, f := range after.Families {
			families[f.ID] = true
		}
		for _, p := range after.Pupils {
			if pupils[p.ID] || !families[p.Family] {
				r.Fatalf("pupil %d twice, or in no family (%d)", p.ID, p.Family)
			}
			pupils[p.ID] = true
		}
		for _, a := range after.Adults {
			adults[a.ID] = true
		}
		pairs := map[[2]int64]bool{}
		for _, l := range after.Links {
			pair := [2]int64{l.Pupil, l.Adult}
			if !pupils[l.Pupil] || !adults[l.Adult] || pairs[pair] {
				r.Fatalf("link %+v twice, or to nobody", l)
			}
			pairs[pair] = true
		}
		if len(after.Pupils) < len(before.Pupils) || len(after.Adults) < len(before.Adults) || len(after.Links) < len(before.Links) {
			r.Fatal("somebody has gone")
		}
	})
}
