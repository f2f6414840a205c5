package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"

	"github.com/google/go-cmp/cmp"
)

// lineOf is the line of a family in the list.
func lineOf(t *testing.T, s *Store, family int64) view.FamilyRow {
	t.Helper()
	for _, order := range []view.FamilyOrder{view.ByName, view.RemovedOnes} {
		page, err := s.FamilyList(ctx, "", order, 0, 1000)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range page.Rows {
			if r.ID == family {
				return r
			}
		}
	}
	t.Fatalf("family %d is in no list", family)
	return view.FamilyRow{}
}

func TestTheLineOfAFamilySaysWhoBelongsToIt(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	want := view.FamilyRow{ID: o.family, Name: "Okafor", Children: "Chidi 4B K · Ada 1A", People: "Mrs Ngozi Okafor, Mr Emeka Okafor"}
	if diff := cmp.Diff(want, lineOf(t, s, o.family)); diff != "" {
		t.Fatal(diff)
	}
	nan := must(t)(s.AddAdult(ctx, model.Adult{Title: "Mrs", Forename: "Grace", Surname: "Obi"}, o.family,
		model.Link{PupilID: o.ada, Relation: model.Grandmother, Priority: 1, MayBeContacted: model.No})).New
	must(t)(s.AddAdult(ctx, model.Adult{Forename: "Sam", Surname: "Lane"}, o.family))
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: o.family, Forename: "Obinna", Roll: model.Left, Born: "2013-01-01"}))
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: o.family, Forename: "Ifeoma", Roll: model.Died}))
	got := lineOf(t, s, o.family)
	if got.Children != "Chidi 4B K · Ada 1A · Obinna (left)" || got.People != "Mrs Ngozi Okafor, Mr Emeka Okafor, Mrs Grace Obi, Sam Lane" || !got.Order {
		t.Errorf("the line is %+v", got)
	}
	must(t)(s.RemovePupil(ctx, o.chidi)) // Mr Okafor is linked to nobody else
	must(t)(s.RemoveAdult(ctx, nan))
	got = lineOf(t, s, o.family)
	if got.Children != "Ada 1A · Obinna (left)" || got.People != "Mrs Ngozi Okafor, Sam Lane" || got.Order {
		t.Errorf("after the removals the line is %+v", got)
	}
}

func TestAChildWhoMovesToAnotherFamilyIsInItsLine(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	other := must(t)(s.SaveFamily(ctx, model.Family{Name: "Lane"})).New
	p, err := s.Pupil(ctx, o.ada)
	if err != nil {
		t.Fatal(err)
	}
	p.FamilyID = other
	c := must(t)(s.SavePupil(ctx, p))
	if !c.TouchesOne(view.Family, o.family) || !c.TouchesOne(view.Family, other) {
		t.Errorf("the change is %+v", c)
	}
	if a, b := lineOf(t, s, o.family), lineOf(t, s, other); a.Children != "Chidi 4B K" || b.Children != "Ada 1A" || b.People != "Mrs Ngozi Okafor" {
		t.Errorf("the lines are %+v and %+v", a, b)
	}
}

// Attempts and what was passed to the DSL are no contact; a meeting that was held is (data.md).
func TestLastContactIsTheLastTwoWayContact(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	say := func(at model.Moment, kind model.ContactKind, by model.Channel) {
		t.Helper()
		must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, At: at, Kind: kind, Channel: by, Dir: model.BothWays}}))
	}
	meet := func(start model.Moment, status model.MeetingStatus) {
		t.Helper()
		must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: o.family, Kind: model.TermlyReview, Status: status, Start: start}))
	}
	for _, c := range []struct {
		do       func()
		at       model.Moment
		by       model.Channel
		goodNews model.Moment
	}{
		{func() {}, "", "", ""},
		{func() { say("2026-11-02T08:45", model.GoodNews, model.ByGate) }, "2026-11-02T08:45", model.ByGate, "2026-11-02T08:45"},
		{func() { say("2026-11-09T12:00", model.Attempt, model.ByPhone) }, "2026-11-02T08:45", model.ByGate, "2026-11-02T08:45"},
		{func() { say("2026-11-10", model.PassedToDSL, model.FaceToFace) }, "2026-11-02T08:45", model.ByGate, "2026-11-02T08:45"},
		{func() { say("2026-11-05", model.Concern, model.ByPhone) }, "2026-11-05", model.ByPhone, "2026-11-02T08:45"},
		{func() { meet("2026-11-20T15:30", model.Held) }, "2026-11-20T15:30", model.AtMeeting, "2026-11-02T08:45"},
		{func() { meet("2026-11-23T15:30", model.Missed) }, "2026-11-20T15:30", model.AtMeeting, "2026-11-02T08:45"},
	} {
		c.do()
		if got := lineOf(t, s, o.family); got.LastContact != c.at || got.LastChannel != c.by || got.GoodNews != c.goodNews {
			t.Errorf("last contact %q by %q, good news %q; want %q by %q, %q", got.LastContact, got.LastChannel, got.GoodNews, c.at, c.by, c.goodNews)
		}
	}
}

func TestNextIsTheEarliestMeetingOrPromise(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	promise := func(what string, due model.Date, at model.Clock) int64 {
		t.Helper()
		return must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family, What: what, Whose: model.Mine, Kind: model.ActionPromised, State: model.Open, Due: due, DueAt: at})).New
	}
	want := func(at model.Moment, what string) {
		t.Helper()
		if got := lineOf(t, s, o.family); got.Next != at || got.NextWhat != what {
			t.Errorf("next is %q %q, want %q %q", got.Next, got.NextWhat, at, what)
		}
	}
	want("", "")
	promise("ask the bus company", "2026-12-01", "16:00")
	want("2026-12-01T16:00", "ask the bus company")
	must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: o.family, Kind: model.TermlyReview, Status: model.Planned, Start: "2026-11-27T15:30"}))
	want("2026-11-27T15:30", "meeting")
	ring := promise("ring Mrs Okafor", "2026-11-25", "")
	want("2026-11-25", "ring Mrs Okafor")
	must(t)(s.SettleFollowUp(ctx, ring, "2026-11-24", false))
	want("2026-11-27T15:30", "meeting")
}

func TestTheFilterFindsAFamilyByEveryWord(t *testing.T) {
	s := openNew(t)
	addOkafors(t, s)
	zoe := must(t)(s.SaveFamily(ctx, model.Family{Name: "O’Brien-Łukasz"})).New
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: zoe, Forename: "Zoë", Year: "6", Class: "6C", Postcode: "ZZ9 9ZZ"}))
	for filter, want := range map[string]string{
		"":                 "2",
		"okafor":           "Okafor",
		"OKAF":             "Okafor",
		"  ada   ngozi ":   "Okafor",
		"adaeze":           "Okafor",
		"ada zoe":          "",
		"zoe":              "O’Brien-Łukasz",
		"o'brien":          "O’Brien-Łukasz",
		"obrien-lukasz":    "O’Brien-Łukasz",
		"6c":               "O’Brien-Łukasz",
		"year 6":           "O’Brien-Łukasz",
		"y4":               "Okafor",
		"igbo":             "Okafor",
		"07700900123":      "Okafor",
		"07700 900123":     "Okafor",
		"07700 900 123":    "Okafor",
		"+44 7700 900123":  "Okafor",
		"900 123":          "Okafor",
		"okafor 07700 900": "Okafor",
		"900 07700":        "Okafor",
		"07700 900124":     "",
		"zz1 4dp":          "Okafor",
		"ZZ14DP":           "Okafor",
		"zz99zz":           "O’Brien-Łukasz",
		"year 4 07700":     "Okafor",
		"100%":             "",
		"_":                "2",
		"'; DROP TABLE":    "",
	} {
		page, err := s.FamilyList(ctx, filter, view.ByName, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		count, err := s.FamilyCount(ctx, filter, view.ByName)
		if err != nil || count.All != 2 || count.Fit != len(page.Rows) {
			t.Errorf("%q: counted %+v, %v", filter, count, err)
		}
		got := ""
		if len(page.Rows) == 1 {
			got = page.Rows[0].Name
		} else if len(page.Rows) > 1 {
			got = fmt.Sprint(len(page.Rows))
		}
		if got != want {
			t.Errorf("%q finds %q, want %q", filter, got, want)
		}
	}
}

func TestAYearThatIsNotKnownIsNoWordToFindAFamilyBy(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: o.family, Forename: "Obi"}))
	for _, words := range []string{"now", "known", "not"} {
		page, err := s.FamilyList(ctx, words, view.ByName, 0, 10)
		if err != nil || len(page.Rows) != 0 {
			t.Errorf("%q finds %v, %v", words, page.Rows, err)
		}
	}
}

func TestTheListIsOrderedAsAsked(t *testing.T) {
	s := openNew(t)
	add := func(name string, year model.YearGroup, class string, last model.Moment, due model.Date) int64 {
		id := must(t)(s.SaveFamily(ctx, model.Family{Name: name})).New
		must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: id, Forename: "A", Year: year, Class: class}))
		if last != "" {
			must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: id, At: last, Kind: model.CheckIn, Channel: model.ByGate, Dir: model.BothWays}}))
		}
		if due != "" {
			must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: id, What: "ring", Whose: model.Mine, Kind: model.ActionPromised, State: model.Open, Due: due}))
		}
		return id
	}
	add("Zielinski", "10", "10A", "2026-11-20", "2026-11-30")
	add("Ángel", "2", "2B", "", "")
	add("angel", "2", "2A", "2026-11-10", "2026-11-26")
	add("Brook", "R", "RB", "2026-09-10", "")
	gone := add("Gone", "3", "3A", "", "")
	must(t)(s.RemoveFamily(ctx, gone))
	for order, want := range map[view.FamilyOrder]string{
		view.ByName:        "Ángel angel Brook Zielinski",
		view.ByClass:       "Brook angel Ángel Zielinski",
		view.ByLastContact: "Ángel Brook angel Zielinski",
		view.ByNext:        "angel Zielinski Ángel Brook",
		view.RemovedOnes:   "Gone",
	} {
		for _, filter := range []string{"", "a"} {
			var names []string
			for offset := range 5 {
				page, err := s.FamilyList(ctx, filter, order, offset, 1)
				if err != nil || page.Offset != offset || len(page.Rows) > 1 {
					t.Fatalf("%+v, %v", page, err)
				}
				for _, r := range page.Rows {
					names = append(names, r.Name)
				}
			}
			if got := strings.Join(names, " "); got != want {
				t.Errorf("by %s, filter %q: %s, want %s", order, filter, got, want)
			}
		}
	}
	if _, err := s.FamilyList(ctx, "", "shoe size", 0, 1); err == nil {
		t.Error("an order there is not was taken")
	}
}

func TestThePageWithoutAFilterReadsItsIndex(t *testing.T) {
	s := openNew(t)
	for order, o := range familyOrders {
		rows, err := s.readers.Query("EXPLAIN QUERY PLAN "+o.walkSQL(), 40, 9000)
		if err != nil {
			t.Fatal(err)
		}
		var plan []string
		for _, row := range readMaps(t, rows) {
			plan = append(plan, fmt.Sprint(row["detail"]))
		}
		rows.Close()
		covered := slices.ContainsFunc(plan, func(line string) bool {
			return strings.Contains(line, "SEARCH family_index USING COVERING INDEX") && strings.Contains(line, "removed=?")
		})
		scans := slices.ContainsFunc(plan, func(line string) bool { return strings.Contains(line, "SCAN family") })
		if !covered || scans {
			t.Errorf("by %s: %s", order, strings.Join(plan, "; "))
		}
	}
}
