package demo

import (
	"fmt"
	"testing"
	"kettle/model"
)

func TestLook(t *testing.T) {
	s := Make(Options{Today: "2026-11-24", Now: "2026-11-24T08:50", Seed: 7})
	fmt.Println(len(s.Families), len(s.Pupils), len(s.Adults), len(s.Links), len(s.Contacts), len(s.Meetings), len(s.FollowUps), len(s.Letters), len(s.Households), len(s.People))
	for _, f := range s.FollowUps {
		if f.State == model.Open { fmt.Println("  OPEN", f.Due.Short(), f.DueAt, f.Whose, f.What, f.Hidden, f.Kind) }
	}
	good := map[int64]bool{}
	for _, c := range s.Contacts { if c.Kind == model.GoodNews && c.At >= "2026-11-02" { good[c.FamilyID] = true }
		if c.Kind == model.Concern && c.Settled == "" { fmt.Println("  WORRY", c.At, c.Note) }
	}
	last := map[int64]model.Moment{}
	for _, c := range s.Contacts { if c.Kind.Counts() { last[c.FamilyID] = max(last[c.FamilyID], c.At) } }
	cal := model.NewCalendar(s.Calendars[0].Dates, model.Counting{})
	for _, f := range s.Families { n, _ := cal.SchoolDaysBetween(last[f.ID].Date(), "2026-11-24"); e := f.CheckinEvery; if e == 0 {e = 10}; if n > e { fmt.Println("  QUIET", f.Name, n, e) } }
	fmt.Println("good", len(good))
	for _, mt := range s.Meetings { if mt.Status == model.Planned {
		n, m := model.Ready(model.Checklist(facts(s, mt)))
		fmt.Println("  MEETING", mt.Start, s.Families[mt.FamilyID-1].Name, mt.Kind, n, m)
		for _, i := range model.Checklist(facts(s, mt)) { if mt.FamilyID == 1 && i.When != model.OnTheDay { fmt.Println("     ", i.State, i.ID, i.Asks, "|", i.Says, "|", i.Question) } }
	} }
	for _, f := range s.Families[25:] { fmt.Print(f.Name, ", ") }
	fmt.Println()
}

// facts are what the checklist of a meeting looks at.
func facts(s School, mt model.Meeting) model.Facts {
	f := model.Facts{Meeting: mt, Today: s.Options.Today, Staff: s.Staff, Calendar: model.NewCalendar(s.Calendars[0].Dates, model.Counting{})}
	f.Adults, f.Links, f.OrderAnswers = s.Adults, s.Links, s.Orders
	for _, id := range mt.Pupils {
		f.Pupils = append(f.Pupils, s.Pupils[id-1])
	}
	f.People = of(s.People, func(p model.MeetingPerson) bool { return p.MeetingID == mt.ID })
	f.Options = of(s.Times, func(o model.TimeOption) bool { return o.MeetingID == mt.ID })
	f.Agenda = of(s.Agenda, func(i model.AgendaItem) bool { return i.MeetingID == mt.ID })
	f.Papers = of(s.Papers, func(p model.Paper) bool { return p.MeetingID == mt.ID })
	f.Marks = of(s.Marks, func(k model.Mark) bool { return k.MeetingID == mt.ID })
	if mt.RoomID != 0 {
		f.Room = &s.Rooms[mt.RoomID-1]
	}
	if mt.ContactID != 0 {
		f.ConcernOn = s.Contacts[mt.ContactID-1].At.Date()
	}
	f.FamilyStory = len(of(s.Entries, func(e model.FamilyEntry) bool { return e.FamilyID == mt.FamilyID && e.Kind == model.TheirStory })) > 0
	f.AbuseBefore = len(of(s.Contacts, func(c model.Contact) bool { return c.FamilyID == mt.FamilyID && c.Kind == model.Abuse })) > 0
	for _, before := range s.Meetings {
		f.EarlierMeeting = f.EarlierMeeting || before.FamilyID == mt.FamilyID && before.Status == model.Held
	}
	for _, o := range s.FollowUps {
		if o.MeetingID != 0 && s.Meetings[o.MeetingID-1].FamilyID == mt.FamilyID && o.MeetingID != mt.ID {
			if o.State == model.Open { f.PromisesOpen++ } else { f.PromisesKept++ }
		}
	}
	return f
}

func of[T any](list []T, keep func(T) bool) []T {
	var kept []T
	for _, one := range list {
		if keep(one) {
			kept = append(kept, one)
		}
	}
	return kept
}

func BenchmarkMakeTenThousand(b *testing.B) {
	for b.Loop() {
		Make(Options{Families: 10000, Seed: 7, Today: "2026-11-24"})
	}
}
