package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// offerCalendar is an autumn with half-term 26 to 30 October and INSET on Mon 30 November.
func offerCalendar() *Calendar {
	return NewCalendar(CalendarDates{
		Terms:    []Term{{Year: "2026/27", Name: Autumn, Start: "2026-09-02", End: "2026-12-18", HalfTermStart: "2026-10-26", HalfTermEnd: "2026-10-30"}},
		Inset:    []Date{"2026-11-30"},
		Closures: []Closure{{Date: "2026-12-02", Reason: "burst boiler"}},
	}, Counting{})
}

// offerFacts is the Okafors' meeting with no time yet, on Tuesday 24 November at nine.
func offerFacts() TimeFacts {
	f := okaforFacts()
	f.Options, f.Meeting.Start, f.Meeting.Mood, f.Calendar = nil, "", MoodWorried, offerCalendar()
	return TimeFacts{Facts: f, Now: "2026-11-24T09:00", Gap: 15}
}

func saidAgainst(f TimeFacts, at Moment) string {
	var all []string
	for _, w := range AgainstTime(f, at) {
		all = append(all, w.Says)
	}
	return strings.Join(all, " ")
}

// practice 32, rules.md R4, R34 and R35
func TestWhatSpeaksAgainstATimeIsSaid(t *testing.T) {
	haddad := Booking{Words: "Haddad, 16:00 to 16:45", Start: "2026-11-26T16:00", Minutes: 45, RoomID: 1}
	review := func(f *TimeFacts) { f.Meeting.Kind = AnnualReview }
	for _, test := range []struct {
		at     Moment
		change func(f *TimeFacts)
		says   string // "" nothing speaks against it
	}{
		{"2026-11-25T15:30", nil, ""},
		{"2026-11-25T09:00", nil, "Mrs Okafor said: not before 14:00, works nights."},
		{"2026-11-25T09:00", func(f *TimeFacts) {
			f.Options = []TimeOption{{ID: 2, Start: "2026-11-25T09:00", Answers: []TimeAnswer{{11, Yes}}}}
		}, ""},
		{"2026-11-24T08:00", nil, "This time has passed."},
		{"2026-11-30T15:30", nil, "Mon 30 Nov, INSET: not a school day."},
		{"2026-12-02T15:30", nil, "Wed 2 Dec, closed (burst boiler): not a school day."},
		{"2026-12-21T15:30", nil, ""}, // the term dates do not reach
		{"2026-11-28T15:30", nil, "Sat 28 Nov, weekend: not a school day."},
		{"2026-11-26T15:30", nil, "You meet Haddad, 16:00 to 16:45. Rainbow room is taken: Haddad, 16:00 to 16:45."},
		{"2026-11-26T15:05", nil, "Too near to Haddad, 16:00 to 16:45: 15 minutes should stay free."},
		{"2026-11-27T15:30", nil, "Late on a Friday: what is hard to hear would be carried alone through the weekend."},
		{"2026-11-27T15:30", func(f *TimeFacts) { f.Meeting.Kind = CheckInMeeting }, ""},
		{"2026-11-25T18:15", func(f *TimeFacts) { f.People = f.People[1:]; f.Links = f.Links[1:] }, "It ends late in the evening"},
		{"2026-11-25T07:30", func(f *TimeFacts) { f.Links = f.Links[1:]; f.People = f.People[1:] }, "Before school opens"},
		{"2026-12-01T15:30", review, "Only 7 days ahead: notice of an annual review is 14 days."},
		{"2026-12-08T15:30", review, "In the last two weeks of term"},
		{"2026-12-01T15:30", func(f *TimeFacts) { f.ConcernOn = "2026-11-20" }, "longer than five school days"},
		{"2026-12-08T15:30", func(f *TimeFacts) {
			review(f)
			f.Pupils = []Pupil{{ID: chidiID, Forename: "Chidi", SEN: EHCP, Roll: OnRoll, PlanMade: "2025-12-20"}}
		}, "Chidi's review must be finished by Sat 19 Dec: meet by Fri 20 Nov."},
	} {
		f := offerFacts()
		f.Booked = []Booking{haddad}
		if test.change != nil {
			test.change(&f)
		}
		if got := saidAgainst(f, test.at); test.says == "" && got != "" || !strings.Contains(got, test.says) {
			t.Errorf("%s: %q; want %q", test.at, got, test.says)
		}
	}
}

// Whoever is behind the wall, or will not come, has no say in the time.
func TestOnlyWhoComesHasASayInTheTime(t *testing.T) {
	for name, change := range map[string]func(f *TimeFacts){
		"behind the wall": func(f *TimeFacts) { f.Links[0].CourtOrder = true },
		"not in touch":    func(f *TimeFacts) { f.Adults[0].InTouch = AskedNotTo },
		"cannot come":     func(f *TimeFacts) { f.People[0].Answer = CannotCome },
		"left out":        func(f *TimeFacts) { f.People[0].WhyNot, f.People[0].Answer = "abroad", CannotCome },
	} {
		f := offerFacts()
		change(&f)
		if got := saidAgainst(f, "2026-11-25T09:00"); got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func startsOf(offers []TimeOffer) string {
	var all []string
	for _, o := range offers {
		all = append(all, o.Start.Date().Short()+" "+string(o.Start.Clock()))
	}
	return strings.Join(all, ", ")
}

// practice 32
func TestTimesAreProposedThatSuitThem(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(f *TimeFacts)
		want   string
	}{
		{"an honest conversation within five school days, none late on a Friday", nil,
			"Wed 25 Nov 15:30, Thu 26 Nov 17:00, Tue 1 Dec 14:00"},
		{"without what anybody said one is early and one late", func(f *TimeFacts) { f.Adults[0].Times = "" },
			"Wed 25 Nov 09:00, Thu 26 Nov 15:30, Fri 27 Nov 09:00"},
		{"a return from suspension within a day", func(f *TimeFacts) { f.Meeting.Kind, f.Adults[0].Times = ReturnFromSuspension, "" },
			"Tue 24 Nov 11:00, Tue 24 Nov 14:00, Wed 25 Nov 15:30"},
		{"an annual review after two weeks, before the end of term", func(f *TimeFacts) {
			f.Meeting.Kind, f.Adults[0].Times, f.Now = AnnualReview, "", "2026-11-10T09:00"
		}, "Tue 24 Nov 09:00, Wed 25 Nov 15:30, Thu 26 Nov 14:00"},
		{"a worry is met within its five school days", func(f *TimeFacts) { f.ConcernOn, f.Adults[0].Times = "2026-11-18", "" },
			"Wed 25 Nov 09:00, Wed 25 Nov 11:00, Wed 25 Nov 15:30"},
		{"what is offered already counts", func(f *TimeFacts) {
			f.Options = []TimeOption{{ID: 1, Start: "2026-11-25T15:30"}, {ID: 2, Start: "2026-11-26T15:30"}}
		}, "Tue 1 Dec 14:00"},
		{"what was refused does not", func(f *TimeFacts) {
			f.Options = []TimeOption{{ID: 1, Start: "2026-11-25T15:30", Answers: []TimeAnswer{{11, No}}}, {ID: 2, Start: "2026-11-26T15:30"}}
		}, "Tue 1 Dec 17:00, Thu 3 Dec 14:00"},
		{"nothing is proposed once theirs is chosen", func(f *TimeFacts) { f.Options = []TimeOption{{ID: 1, Start: "2026-11-25T15:30", Chosen: true}} }, ""},
		{"a meeting that was held needs none", func(f *TimeFacts) { f.Meeting.Status = Held }, ""},
	} {
		f := offerFacts()
		if test.change != nil {
			test.change(&f)
		}
		if got := startsOf(ProposeTimes(f)); got != test.want {
			t.Errorf("%s: %s; want %s", test.name, got, test.want)
		}
	}
}

func TestOfferingOneProposalLeavesTheOthersWhereTheyAre(t *testing.T) {
	f := offerFacts()
	for offers := ProposeTimes(f); len(offers) > 0; {
		f.Options = append(f.Options, TimeOption{ID: int64(len(f.Options) + 1), Start: offers[0].Start})
		next := ProposeTimes(f)
		if startsOf(next) != startsOf(offers[1:]) {
			t.Fatalf("after offering %s: %s, before %s", offers[0].Start, startsOf(next), startsOf(offers[1:]))
		}
		offers = next
	}
}

func TestAProposalSaysWhy(t *testing.T) {
	f := offerFacts()
	f.Booked = []Booking{{Words: "Haddad, 13:00 to 13:45", Start: "2026-11-26T13:00", Minutes: 45}}
	offers := ProposeTimes(f)
	for i, want := range []string{
		"suits Mrs Okafor (not before 14:00, works nights); nothing else of yours that afternoon; Rainbow room is free",
		"suits Mrs Okafor (not before 14:00, works nights); time before and after Haddad, 13:00 to 13:45; Rainbow room is free",
	} {
		if offers[i].Why != want || len(offers[i].Against) != 0 {
			t.Errorf("%s: %q, %v", offers[i].Start, offers[i].Why, offers[i].Against)
		}
	}
	f.Adults[1].Times = "before 9.15" // nothing suits both
	for _, o := range ProposeTimes(f) {
		if len(o.Against) == 0 || !strings.Contains(o.Against[0].Says, " said: ") {
			t.Errorf("%s: nothing is said against it: %+v", o.Start, o)
		}
	}
}

// What holds for every proposal, whatever was said and booked.
func TestProposalsHold(t *testing.T) {
	said := []string{"", "not before 14:00, works nights", "before 9.15", "mornings", "not Fridays", "Tue or Thu", "school run 3.15, after drop-off", "evenings", "weekends"}
	rapid.Check(t, func(t *rapid.T) {
		f := offerFacts()
		f.Meeting.Kind = rapid.SampledFrom(MeetingKinds).Draw(t, "kind")
		f.Meeting.Minutes = rapid.IntRange(15, 90).Draw(t, "minutes")
		f.Gap = rapid.IntRange(0, 45).Draw(t, "gap")
		f.Now = Moment("2026-11-01T00:00").Add(rapid.IntRange(0, 45*24*60).Draw(t, "now"))
		f.Adults[0].Times = rapid.SampledFrom(said).Draw(t, "her times")
		f.Adults[1].Times = rapid.SampledFrom(said).Draw(t, "his times")
		for i := range rapid.IntRange(0, 8).Draw(t, "booked") {
			start := Moment(f.Now.Date().AddDays(rapid.IntRange(0, 20).Draw(t, "day"))).Add(8*60 + 15*rapid.IntRange(0, 40).Draw(t, "quarter"))
			f.Booked = append(f.Booked, Booking{Words: fmt.Sprint("booked ", i), Start: start, Minutes: rapid.IntRange(15, 120).Draw(t, "long"), RoomID: int64(i % 2)})
		}
		offers := ProposeTimes(f)
		for i, o := range offers {
			if i > 0 && offers[i-1].Start >= o.Start {
				t.Fatalf("not in order, or twice: %s", startsOf(offers))
			}
			holds(t, f, o)
		}
	})
}

func holds(t *rapid.T, f TimeFacts, o TimeOffer) {
	for _, b := range f.Booked {
		if b.near(o.Start, f.Meeting.Minutes, f.Gap) {
			t.Fatalf("%s is too near to %+v", o.Start, b)
		}
	}
	if open, err := f.Calendar.IsSchoolDay(o.Start.Date()); err == nil && !open {
		t.Fatalf("%s is no school day", o.Start)
	}
	if o.Start < f.Now || bringsHardNews(f.Facts) && o.Start.Date().Weekday() == time.Friday && o.Start.Clock() >= "12:00" {
		t.Fatalf("%s is over, or late on a Friday", o.Start)
	}
	for _, a := range f.Adults[:2] {
		outside := !ReadStatedTimes(a.Times).Suits(o.Start, f.Meeting.Minutes)
		says := slices.ContainsFunc(o.Against, func(w TimeWarning) bool { return strings.Contains(w.Says, a.Formal()+" said: ") })
		if outside != says {
			t.Fatalf("%s for %s, who said %q: outside %v, said %v", o.Start, a.Formal(), a.Times, outside, says)
		}
	}
}
