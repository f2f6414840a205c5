package intake_test

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kettle/store/intake"

	"pgregory.net/rapid"
)

// read is what a file's text says.
func read(t testing.TB, text string) intake.Result {
	t.Helper()
	file, err := intake.Read("export.csv", []byte(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return intake.Parse(file, today)
}

// chosen takes a file in with some decisions.
func chosen(t testing.TB, text string, held intake.Caseload, choices ...intake.Choice) (intake.Plan, intake.Caseload) {
	t.Helper()
	plan := intake.Choose(read(t, text), held, all(choices))
	return plan, intake.After(held, plan)
}

func all(choices []intake.Choice) intake.Choices {
	set := intake.Choices{}
	for _, c := range choices {
		set[c] = true
	}
	return set
}

func leave(kind intake.Kind, id int64, fields ...intake.Field) intake.Choice {
	return intake.Choice{Decision: intake.Leave, Kind: kind, ID: id, Field: intake.Field(strings.Join(text(fields), ""))}
}

func text(fields []intake.Field) (list []string) {
	for _, f := range fields {
		list = append(list, string(f))
	}
	return list
}

// everything are the decisions that leave all of a plan, court orders knowingly.
func everything(plan intake.Plan) (choices []intake.Choice) {
	for _, p := range plan.Pupils {
		choices = append(choices, leave(intake.APupil, p.ID))
	}
	for _, a := range plan.Adults {
		choices = append(choices, leave(intake.AnAdult, a.ID))
	}
	for _, l := range plan.Links {
		choices = append(choices, leave(intake.ALink, l.ID))
	}
	for _, a := range plan.Alarms {
		choices = append(choices, intake.Choice{Decision: intake.LeaveKnowingly, Kind: intake.ALink, ID: a.Link},
			intake.Choice{Decision: intake.LeaveKnowingly, Kind: intake.ALink, ID: a.Link, Field: a.Field})
	}
	return choices
}

func TestOneFieldIsLeftAndComesAgain(t *testing.T) {
	text := head + row(strings.Replace(ava, "4,4H", "5,5H", 1), ann)
	held := first(t)
	plan, after := chosen(t, text, held, leave(intake.APupil, 1, intake.Year))
	want := []intake.Change{{Field: intake.Year, From: "4", To: "5"}}
	if p := after.Pupils[0]; p.Now[intake.Year] != "4" || p.Now[intake.Form] != "5H" || !slices.Equal(plan.Pupils[0].Left, want) {
		t.Errorf("%+v; %+v", p.Office, plan.Pupils[0])
	}
	again, _ := imported(t, text, after)
	if !slices.Equal(again.Pupils[0].Changes, want) {
		t.Errorf("the next import shows %+v", again.Pupils[0].Changes)
	}
}

func TestAnAddressIsLeftWithItsPostcode(t *testing.T) {
	text := head + row(ava, strings.Replace(ann, "1 Quarry Bank, ZZ4 2EW", "7 Mill Lane, ZZ1 4DP", 1))
	for _, f := range []intake.Field{intake.Address, intake.Postcode} {
		plan, after := chosen(t, text, first(t), leave(intake.AnAdult, 1, f))
		if is := after.Adults[0].Now; is[intake.Postcode] != "ZZ4 2EW" || !strings.Contains(is[intake.Address], "Quarry") || plan.Adults[0].State != intake.Same {
			t.Errorf("%s left: %v, %+v", f, is, plan.Adults[0])
		}
	}
}

func TestTelephonesAreLeftAsASet(t *testing.T) {
	_, after := chosen(t, head+row(ava, strings.Replace(ann, "07700 900123", "07700 900456", 1)), first(t), leave(intake.AnAdult, 1, intake.Phones))
	if got := after.Adults[0].Phones; len(got) != 1 || got[0].Number != "07700 900123" {
		t.Errorf("%+v", got)
	}
}

func TestANewChildIsLeftWithTheirContactsAndFamily(t *testing.T) {
	text := head + row(noah, "Father,1,Yes,No,Mr,Ash,Tom,07700 900124,,") + row(ava, ann)
	plan, after := chosen(t, text, first(t), leave(intake.APupil, -1))
	if len(after.Pupils) != 1 || len(after.Adults) != 1 || len(after.Links) != 1 || len(after.Families) != 1 {
		t.Errorf("%+v", after)
	}
	if len(plan.Left.Pupils) != 1 || len(plan.Left.Adults) != 1 || len(plan.Left.Links) != 1 || plan.PupilCounts().New != 0 {
		t.Errorf("left %+v", plan.Left)
	}
}

func TestANewAdultIsLeftWithTheirContactsAlone(t *testing.T) {
	text := head + row(ava, ann) + row(ava, "Father,2,Yes,No,Mr,Hill,Tom,07700 900124,,")
	plan, after := chosen(t, text, intake.Caseload{}, leave(intake.AnAdult, -2))
	if len(after.Pupils) != 1 || len(after.Adults) != 1 || len(after.Links) != 1 || !slices.Equal(plan.Families[0].Adults, []int64{-1}) {
		t.Errorf("%+v, %+v", after, plan.Families)
	}
}

func TestALeftLinkJoinsNoFamilies(t *testing.T) {
	text := head + row(ava, ann) + row(noah, ann)
	_, both := imported(t, text, intake.Caseload{})
	_, after := chosen(t, text, intake.Caseload{}, leave(intake.ALink, -2))
	if len(both.Families) != 1 || len(after.Families) != 2 || len(after.Links) != 1 {
		t.Errorf("%d families, then %d with %d links", len(both.Families), len(after.Families), len(after.Links))
	}
}

func TestAConflictTakesTheOfficesOrKeepsMine(t *testing.T) {
	text := head + row(strings.Replace(ava, "Ava", "Eva", 1), ann)
	held := first(t)
	held.Pupils[0].Now[intake.Forename] = "Avie"
	take := intake.Choice{Decision: intake.TakeOffice, Kind: intake.APupil, ID: 1, Field: intake.Forename}
	for _, c := range []struct {
		name    string
		choices []intake.Choice
		is      string
		again   int // conflicts that the next import asks about
	}{
		{"mine", nil, "Avie", 0}, {"the office's", []intake.Choice{take}, "Eva", 0},
		{"left with the child", []intake.Choice{leave(intake.APupil, 1)}, "Avie", 1},
		{"left, whatever was decided before", []intake.Choice{leave(intake.APupil, 1), take}, "Avie", 1},
	} {
		plan, after := chosen(t, text, held, c.choices...)
		if after.Pupils[0].Now[intake.Forename] != c.is || len(plan.Conflicts) != 1 || plan.Conflicts[0].Taken != (c.is == "Eva") {
			t.Errorf("%s: %+v, %+v", c.name, after.Pupils[0].Now, plan.Conflicts)
		}
		if again, _ := imported(t, text, after); len(again.Conflicts) != c.again || c.again == 0 && again.PupilCounts().Changed > 0 {
			t.Errorf("%s: the same file again: %+v, %+v", c.name, again.Conflicts, again.Pupils)
		}
	}
}

// A court order is never left out in passing.
func TestACourtOrderIsLeftOnlyKnowingly(t *testing.T) {
	text := head + row(ava, strings.Replace(ann, "Yes,No", "Yes,Yes", 1))
	knowingly := intake.Choice{Decision: intake.LeaveKnowingly, Kind: intake.ALink, ID: 1, Field: intake.CourtOrder}
	for _, c := range []struct {
		choices []intake.Choice
		order   string
	}{
		{[]intake.Choice{leave(intake.ALink, 1)}, "yes"}, {[]intake.Choice{leave(intake.ALink, 1, intake.CourtOrder)}, "yes"},
		{[]intake.Choice{knowingly}, "no"},
	} {
		plan, after := chosen(t, text, first(t), c.choices...)
		if after.Links[0].Now[intake.CourtOrder] != c.order || len(plan.Alarms) != 1 || plan.Alarms[0].Left != (c.order == "no") {
			t.Errorf("%v: %v, %+v", c.choices, after.Links[0].Now, plan.Alarms)
		}
	}
	_, after := chosen(t, text, intake.Caseload{}, leave(intake.AnAdult, -1), leave(intake.ALink, -1))
	if len(after.Links) != 1 {
		t.Error("a new contact with a court order was left out in passing")
	}
	plan, after := chosen(t, text, intake.Caseload{}, leave(intake.AnAdult, -1), intake.Choice{Decision: intake.LeaveKnowingly, Kind: intake.ALink, ID: -1})
	if len(after.Links)+len(after.Adults) != 0 || !plan.Alarms[0].Left {
		t.Errorf("left knowingly, there are %d links; %+v", len(after.Links), plan.Alarms)
	}
}

func TestTwoOfOneNameAreOneAfterAll(t *testing.T) {
	text := head + row(ava, ann) + row(noah, "Mother,1,Yes,No,Ms,Hill,Ann,07700 900999,,")
	plan, after := chosen(t, text, intake.Caseload{})
	want := []intake.Double{{Row: 3, Adult: -2, Other: -1, Name: "Ann Hill, mother of Noah Hill"}}
	if !slices.Equal(plan.Doubles, want) || len(after.Adults) != 2 || len(after.Families) != 2 {
		t.Fatalf("%+v, %d adults", plan.Doubles, len(after.Adults))
	}
	one := intake.Choice{Decision: intake.OneAdult, Kind: intake.AnAdult, ID: -2}
	plan, after = chosen(t, text, intake.Caseload{}, one)
	if len(after.Adults) != 1 || len(after.Links) != 2 || len(after.Families) != 1 || len(after.Adults[0].Phones) != 2 || !plan.Doubles[0].One || len(codes(plan)) > 0 {
		t.Errorf("%+v; %v", after, codes(plan))
	}
	plan, after = chosen(t, text, first(t), one)
	if len(after.Adults) != 1 || after.Adults[0].ID != 1 || plan.AdultCounts().New > 0 {
		t.Errorf("with the one who is held: %+v", after.Adults)
	}
	if again, _ := imported(t, text, kept(after)); again.AdultCounts().New+again.AdultCounts().Changed+len(again.Doubles) > 0 {
		t.Errorf("the same file again: %+v, %+v", again.Adults, again.Doubles)
	}
}

func TestALargeFamilyIsJoinedAfterAll(t *testing.T) {
	var rows strings.Builder
	for _, name := range []string{"Ada", "Ben", "Cai", "Dot", "Eve", "Fay", "Gus", "Hal", "Ivy"} {
		rows.WriteString(row(",Hill,"+name+",03/11/2016,4,4H", ann))
	}
	plan, after := chosen(t, head+rows.String(), intake.Caseload{})
	if len(plan.Questions) != 1 || len(after.Families) != 9 {
		t.Fatalf("%+v, %d families", plan.Questions, len(after.Families))
	}
	plan, after = chosen(t, head+rows.String(), intake.Caseload{}, intake.Choice{Decision: intake.JoinLarge, Kind: intake.AnAdult, ID: plan.Questions[0].Adult})
	if len(after.Families) != 1 || !plan.Questions[0].Joined {
		t.Errorf("%d families, %+v", len(after.Families), plan.Questions)
	}
}

func TestTwoFamiliesOfTheCaseloadStayApart(t *testing.T) {
	_, held := imported(t, head+row(ava, ann)+row(noah, "Father,1,Yes,No,Mr,Hill,Tom,07700 900124,,"), intake.Caseload{})
	held = stored(held)
	text := head + row(ava, ann) + row(noah, ann)
	plan, after := chosen(t, text, held)
	if want := []intake.Join{{Adult: 1, From: 2, Into: 1}}; !slices.Equal(plan.Joins, want) || len(after.Families) != 1 {
		t.Fatalf("%+v", plan.Joins)
	}
	plan, after = chosen(t, text, held, intake.Choice{Decision: intake.KeepApart, Kind: intake.AFamily, ID: 2, Other: 1})
	if len(after.Families) != 2 || len(plan.Joins) != 1 || !plan.Joins[0].Apart || len(after.Links) != 3 {
		t.Errorf("%+v, %+v", plan.Joins, after.Families)
	}
}

// edited are two imports of one caseload: what the first brought, with the user's hand on it, and the
// text of the second.
func edited(t *testing.T, r *rapid.T) (held intake.Caseload, text string) {
	_, before := imported(t, head+strings.Join(anyRows(r), ""), intake.Caseload{})
	held = stored(before)
	for i := range held.Pupils {
		if rapid.Bool().Draw(r, "the form is the user's") {
			held.Pupils[i].Now[intake.Form] = "6Z"
		}
	}
	for i := range held.Links {
		if rapid.Bool().Draw(r, "the order is the user's") {
			now := intake.Values{}
			maps.Copy(now, held.Links[i].Now)
			held.Links[i].Now = now
			held.Links[i].Now[intake.CourtOrder] = rapid.SampledFrom([]string{"yes", "no"}).Draw(r, "order")
		}
	}
	return held, head + strings.Join(anyRows(r), "")
}

// anyChoices are decisions about items of a plan.
func anyChoices(r *rapid.T, plan intake.Plan) (choices []intake.Choice) {
	maybe := func(c intake.Choice) {
		if rapid.Bool().Draw(r, string(c.Decision)) {
			choices = append(choices, c)
		}
	}
	for _, c := range everything(plan) {
		maybe(c)
	}
	for _, c := range plan.Conflicts {
		maybe(intake.Choice{Decision: intake.TakeOffice, Kind: c.Kind, ID: c.ID, Field: c.Field})
	}
	for _, p := range plan.Pupils {
		for _, c := range p.Changes {
			maybe(leave(intake.APupil, p.ID, c.Field))
		}
	}
	for _, d := range plan.Doubles {
		maybe(intake.Choice{Decision: intake.OneAdult, Kind: intake.AnAdult, ID: d.Adult})
	}
	for _, j := range plan.Joins {
		maybe(intake.Choice{Decision: intake.KeepApart, Kind: intake.AFamily, ID: j.From, Other: j.Into})
	}
	return choices
}

func TestLeavingEverythingChangesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		held, text := edited(t, r)
		plan, _ := imported(t, text, held)
		_, after := chosen(t, text, held, everything(plan)...)
		if !reflect.DeepEqual(after, held) {
			r.Fatalf("before %+v\nafter %+v\n%s", held, after, text)
		}
	})
}

func TestWhatFitsNothingDecidesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		held, text := edited(t, r)
		plan, _ := imported(t, text, held)
		other, _ := chosen(t, text, held, leave(intake.APupil, 999), leave(intake.ALink, -999), leave(intake.AnAdult, 1, intake.Born))
		if !reflect.DeepEqual(plan, other) {
			r.Fatalf("%+v\n%+v", plan, other)
		}
	})
}

func TestWhatIsLeftNeverComes(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		held, text := edited(t, r)
		proposed, _ := imported(t, text, held)
		plan, after := chosen(t, text, held, anyChoices(r, proposed)...)
		pupils, adults, links := map[int64]intake.Values{}, map[int64]intake.Values{}, map[int64]intake.Values{}
		for _, p := range after.Pupils {
			pupils[p.ID] = p.Now
		}
		for _, a := range after.Adults {
			adults[a.ID] = a.Now
		}
		for _, l := range after.Links {
			_, child := pupils[l.Pupil]
			if _, adult := adults[l.Adult]; !child || !adult {
				r.Fatalf("link %+v leads to nobody", l)
			}
			links[l.ID] = l.Now
		}
		for _, p := range plan.Left.Pupils {
			if _, came := pupils[p.ID]; came {
				r.Fatalf("pupil %d came", p.ID)
			}
		}
		for _, a := range plan.Left.Adults {
			if _, came := adults[a.ID]; came {
				r.Fatalf("adult %d came", a.ID)
			}
		}
		for _, l := range plan.Left.Links {
			if _, came := links[l.ID]; came {
				r.Fatalf("link %d came", l.ID)
			}
		}
		came := func(e intake.Entry, is intake.Values) {
			for _, c := range e.Left {
				if c.Field != intake.Phones && c.Field != intake.Emails && is[c.Field] != c.From {
					r.Fatalf("%s came: %q, not %q", c.Field, is[c.Field], c.From)
				}
			}
		}
		for _, p := range plan.Pupils {
			came(p.Entry, pupils[p.ID])
		}
		for _, a := range plan.Adults {
			came(a.Entry, adults[a.ID])
		}
		for _, l := range plan.Links {
			came(l.Entry, links[l.ID])
		}
		alarmed := slices.ContainsFunc(plan.Alarms, func(a intake.Alarm) bool {
			_, came := links[a.Link]
			return !a.Left && !came
		})
		if alarmed {
			r.Fatalf("a court order is hidden: %+v", plan.Alarms)
		}
	})
}

// The same file again shows what was left, and nothing else.
func TestTheNextImportShowsWhatWasLeft(t *testing.T) {
	for _, name := range []string{"sims-contacts.csv", "arbor-students.csv", "bromcom-contacts.csv", "excel-homemade.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		rounds := 0
		rapid.Check(t, func(r *rapid.T) {
			if rounds++; rounds > 12 { // a whole file each
				return
			}
			proposed, _ := imported(t, string(data), intake.Caseload{})
			plan, after := chosen(t, string(data), intake.Caseload{}, anyChoices(r, proposed)...)
			again, _ := imported(t, string(data), kept(after))
			if c := again.PupilCounts(); c.New != len(plan.Left.Pupils) || c.Changed > 0 {
				r.Fatalf("%d were left, then %+v", len(plan.Left.Pupils), c)
			}
			if c := again.LinkCounts(); c.New != len(plan.Left.Links) || c.Changed > 0 {
				r.Fatalf("%d links were left, then %+v", len(plan.Left.Links), c)
			}
			_, twice := chosen(t, string(data), kept(after), everything(again)...)
			if !reflect.DeepEqual(twice.Pupils, kept(after).Pupils) || !reflect.DeepEqual(twice.Links, kept(after).Links) || !reflect.DeepEqual(twice.Adults, kept(after).Adults) {
				r.Fatal("leaving it again changes something")
			}
		})
	}
}

// Taking the file in a second time with the same decisions changes nothing more of whom it changed.
func TestTheSameDecisionsTwiceAreOnce(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		held, text := edited(t, r)
		proposed, _ := imported(t, text, held)
		var aboutHeld []intake.Choice
		tells := []intake.Field{"", intake.UPN, intake.Born} // who is who hangs on these
		for _, c := range anyChoices(r, proposed) {
			if c.ID > 0 && (c.Kind == intake.ALink || c.Kind == intake.APupil && !slices.Contains(tells, c.Field)) {
				aboutHeld = append(aboutHeld, c)
			}
		}
		_, once := chosen(t, text, held, aboutHeld...)
		plan, _ := chosen(t, text, kept(once), aboutHeld...)
		for kind, c := range map[string]intake.Counts{"pupils": plan.PupilCounts(), "adults": plan.AdultCounts(), "links": plan.LinkCounts()} {
			if c.New+c.Changed > 0 {
				r.Fatalf("%s: %+v\n%v\n%s", kind, c, aboutHeld, text)
			}
		}
	})
}
