package demo

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"kettle/model"
)

// aroundTheYear are days that a demo may be opened on: in term, on a Sunday, in each holiday, on the
// first days of September.
var aroundTheYear = []model.Date{"2026-11-24", "2026-11-22", "2026-10-28", "2026-12-25", "2027-03-29", "2026-08-12",
	"2026-08-31", "2026-09-01", "2026-09-04", "2027-07-20", "2031-05-01"}

func usual(today model.Date) School { return Make(Options{Today: today, Seed: 7}) }

func TestSameOptionsMakeTheSameSchool(t *testing.T) {
	if !reflect.DeepEqual(usual("2026-11-24"), usual("2026-11-24")) {
		t.Error("the same seed and day made two different schools")
	}
}

func TestAnotherSeedMakesOtherFamilies(t *testing.T) {
	a, b := usual("2026-11-24"), Make(Options{Today: "2026-11-24", Seed: 8})
	same := 0
	for i := len(handWritten()); i < len(a.Families); i++ {
		if a.Families[i].Name == b.Families[i].Name {
			same++
		}
	}
	if same > 5 {
		t.Errorf("%d families have the same name with another seed", same)
	}
}

func TestALargeSchoolBeginsWithTheFamiliesOfASmallOne(t *testing.T) {
	small, large := usual("2026-11-24"), Make(Options{Families: familiesOfSchool + 1, Today: "2026-11-24", Seed: 7})
	if len(large.Families) != familiesOfSchool+1 || !reflect.DeepEqual(small.Families, large.Families[:len(small.Families)]) {
		t.Error("the first families differ")
	}
	if len(large.Schools) < 3 {
		t.Error("they all go to one school")
	}
}

func TestFewFamiliesAreTheOkafors(t *testing.T) {
	s := Make(Options{Families: 1, Today: "2026-11-24"})
	if len(s.Families) != 1 || s.Families[0].Name != "Okafor" {
		t.Error(s.Families)
	}
}

// The telephone numbers that are set aside for drama.
var dramaNumber = regexp.MustCompile(`^(07700 900\d{3}|020 7946 0\d{3})$`)

func TestNobodyCanBeReached(t *testing.T) {
	s := Make(Options{Families: 500, Today: "2026-11-24", Seed: 7})
	phone := func(number string) {
		if !dramaNumber.MatchString(number) {
			t.Errorf("%s is no number for drama", number)
		}
	}
	address := func(a string) {
		if !strings.HasSuffix(a, "@example.org") || strings.HasPrefix(a, "@") {
			t.Errorf("%s is no address at example.org", a)
		}
	}
	for _, a := range s.Adults {
		for _, p := range a.Phones {
			phone(p.Number)
		}
		for _, e := range a.Emails {
			address(e.Address)
		}
		if code, ok := model.Postcode(a.Postcode); !ok || code != a.Postcode || !strings.HasPrefix(code, "ZZ") {
			t.Errorf("postcode %q", a.Postcode)
		}
	}
	for _, p := range s.Professionals {
		phone(p.Phone)
		if p.Email != "" {
			address(p.Email)
		}
	}
}

func TestUPNsPassTheCheckAndAreNobodys(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Make(Options{Families: 500, Today: "2026-11-24"}).Pupils {
		if _, ok := model.UPN(p.UPN); !ok || seen[p.UPN] || p.UPN[1:4] != "999" {
			t.Errorf("%s has the number %q", p.Forename, p.UPN)
		}
		seen[p.UPN] = true
	}
}

func TestYearsHaveOneHundredAndNinetyDays(t *testing.T) {
	for _, today := range []model.Date{"2026-11-24", "2027-09-01"} {
		for _, c := range usual(today).Calendars {
			for _, said := range model.NewCalendar(c.Dates, model.Counting{}).Check() {
				if !strings.HasPrefix(said, "No bank holidays") {
					t.Error(said)
				}
			}
		}
	}
}

func TestWhatHappensHappensOnSchoolDays(t *testing.T) {
	for _, today := range aroundTheYear {
		s := usual(today)
		calendar := model.NewCalendar(s.Calendars[0].Dates, model.Counting{})
		onSchoolDay := func(what string, d model.Date) {
			if open, err := calendar.IsSchoolDay(d); !open || err != nil {
				t.Errorf("on %s: %s on %s, %s", today, what, d, calendar.DayKind(d))
			}
		}
		for _, c := range s.Contacts {
			onSchoolDay(string(c.Kind), c.At.Date())
		}
		for _, m := range s.Meetings {
			if m.Start != "" {
				onSchoolDay(string(m.Kind), m.Start.Date())
			}
		}
	}
}

func TestNothingHasHappenedYetThatLiesAhead(t *testing.T) {
	for _, today := range aroundTheYear {
		s := usual(today)
		now := model.At(today, morning)
		for _, c := range s.Contacts {
			if c.At > now || c.Recorded > now || c.Settled > today || c.At.Date() < s.Families[c.FamilyID-1].Since {
				t.Errorf("on %s: %s with %s at %s", today, c.Kind, s.Families[c.FamilyID-1].Name, c.At)
			}
		}
		for _, m := range s.Meetings {
			ahead := m.Start == "" || m.Start > now
			if ahead != (m.Status == model.Planned) {
				t.Errorf("on %s: meeting %s at %s is %s", today, m.Kind, m.Start, m.Status)
			}
		}
		for _, f := range s.FollowUps {
			if f.Promised > now || f.StateOn > today || f.ToldOn > today || f.State != model.Open && f.StateOn < f.Promised.Date() {
				t.Errorf("on %s: %q promised %s, %s %s, told %s", today, f.What, f.Promised, f.State, f.StateOn, f.ToldOn)
			}
		}
		for _, l := range s.Letters {
			if l.Sent > today || l.Sent == "" {
				t.Errorf("on %s: a letter sent on %q", today, l.Sent)
			}
		}
	}
}

func TestNoPersonHearsThroughAWall(t *testing.T) {
	s := usual("2026-11-24")
	for _, p := range s.People {
		for _, l := range s.Links {
			if l.AdultID == p.AdultID && l.Walled() && p.Invited != "" && model.WallStands(l, of(s.Orders, func(o model.OrderAnswer) bool { return o.MeetingID == p.MeetingID })) {
				t.Errorf("%s was invited", p.Name)
			}
		}
		if p.AdultID != 0 && p.Invited != "" && !s.Adults[p.AdultID-1].InTouch.Reachable() {
			t.Errorf("%s was invited and is not in touch", p.Name)
		}
	}
}

func BenchmarkMakeTenThousand(b *testing.B) {
	for b.Loop() {
		Make(Options{Families: 10000, Seed: 7, Today: "2026-11-24"})
	}
}
