package demo

import (
	"slices"
	"testing"

	"kettle/model"
)

// The day of the pictures: Tuesday 24 November 2026.
const pictured = "2026-11-24"

func TestTheOkaforsComeTodayAndTheirAgendaHasNotGoneOut(t *testing.T) {
	s := usual(pictured)
	m := meetingOf(s, "Okafor")
	if m.Start != pictured+"T15:30" || m.Kind != model.HonestConversation {
		t.Fatalf("%s at %s", m.Kind, m.Start)
	}
	var open []model.ItemID
	items := model.Checklist(facts(s, m))
	for _, i := range items {
		if !i.State.Settled() && (i.When != model.OnTheDay) {
			open = append(open, i.ID)
		}
	}
	want := []model.ItemID{"why.theirs", "why.last", "who.reason", "who.balance", "agenda.sent"}
	if !slices.Equal(open, want) {
		t.Errorf("open are %v, not %v", open, want)
	}
	if n, all := model.Ready(items); n < 25 || n != all-len(want) {
		t.Errorf("ready %d of %d", n, all)
	}
}

// practice 34
func TestTheOkaforsSitMixedAndOneHasNoSeat(t *testing.T) {
	s := usual(pictured)
	j := facts(s, meetingOf(s, "Okafor")).Seating().Judge()
	if j.Word != model.JudgedMixed || !slices.Equal(j.NotWell, []string{"Mrs Bell has no seat yet."}) {
		t.Errorf("%+v", j)
	}
}

func TestTheReviewsOfThePicturesAreAhead(t *testing.T) {
	s := usual(pictured)
	for _, c := range []struct {
		family string
		start  model.Moment
		kind   model.MeetingKind
	}{
		{"Haddad", "2026-11-26T09:00", model.TermlyReview},
		{"Nowak", "2026-11-30T14:00", model.AnnualReview},
	} {
		m := meetingOf(s, c.family)
		if m.Start != c.start || m.Kind != c.kind {
			t.Errorf("%s: %s at %s", c.family, m.Kind, m.Start)
		}
		if n, all := model.Ready(model.Checklist(facts(s, m))); n >= all-3 {
			t.Errorf("%s is ready already: %d of %d", c.family, n, all)
		}
	}
}

func TestOnePromiseIsLateAndTwoFallToday(t *testing.T) {
	var late, due []string
	for _, f := range Make(Options{Families: len(handWritten()), Today: pictured}).FollowUps {
		switch {
		case f.State != model.Open || f.Whose != model.Mine || f.Due > pictured:
		case f.Due == pictured:
			due = append(due, f.What)
		default:
			late = append(late, f.What)
		}
	}
	if !slices.Equal(late, []string{"Thank Mrs Okafor for Friday's meeting"}) {
		t.Errorf("late: %q", late)
	}
	slices.Sort(due)
	if !slices.Equal(due, []string{"Agenda to both Haddad parents", "Ring Jan Nowak back"}) {
		t.Errorf("today: %q", due)
	}
}

func TestBrennanAndAdeyemiHaveNotHeardFromUs(t *testing.T) {
	s := usual(pictured)
	calendar := model.NewCalendar(s.Calendars[0].Dates, model.Counting{})
	for family, weeks := range map[string]int{"Brennan": 5, "Adeyemi": 9} {
		f := named(s.Families, family, func(f model.Family) string { return f.Name })
		var last model.Moment
		for _, c := range s.Contacts {
			if c.FamilyID == f.ID && c.Kind.Counts() {
				last = max(last, c.At)
			}
		}
		if n, err := calendar.SchoolDaysBetween(last.Date(), pictured); err != nil || n/5 != weeks || n <= f.CheckinEvery {
			t.Errorf("%s: %d school days since %s", family, n, last)
		}
	}
}

// About a third of the families have had good news this half-term, so that there is somebody to ring.
func TestSomeFamiliesHaveHadGoodNews(t *testing.T) {
	s := usual(pictured)
	heard := map[int64]bool{}
	for _, c := range s.Contacts {
		if c.Kind == model.GoodNews && c.At >= "2026-11-02" {
			heard[c.FamilyID] = true
		}
	}
	if len(heard) < 15 || len(heard) > 40 {
		t.Errorf("%d of %d families", len(heard), len(s.Families))
	}
}

// Most pupils with SEN support have had this term's meeting, or have it planned; a few are missing
// (rules.md R32).
func TestMostPupilsHaveThisTermsSENMeeting(t *testing.T) {
	s := usual(pictured)
	calendar := model.NewCalendar(s.Calendars[0].Dates, model.Counting{})
	counts := map[model.TermState]int{}
	all := 0
	for _, p := range of(s.Pupils, func(p model.Pupil) bool { return p.SEN == model.SENSupport && p.Roll == model.OnRoll }) {
		var meetings []model.SENMeeting
		for _, m := range s.Meetings {
			if slices.Contains(m.Pupils, p.ID) {
				meetings = append(meetings, model.SENMeeting{ID: m.ID, Kind: m.Kind, Start: m.Start, Status: m.Status, Record: m.RecordGiven})
			}
		}
		counts[model.TermGrid(calendar.TermsOfYear(pictured), meetings, calendar, model.Settings{}, pictured)[0].State]++
		all++
	}
	missing := counts[model.TermMissing] + counts[model.TermPressing]
	if counts[model.TermMet]*2 < all || counts[model.TermPlanned] < 3 || missing < 3 || missing*3 > all {
		t.Errorf("of %d pupils: %v", all, counts)
	}
}

// meetingOf is the next meeting of a family of that name.
func meetingOf(s School, family string) model.Meeting {
	for _, m := range s.Meetings {
		if s.Families[m.FamilyID-1].Name == family && m.Status == model.Planned {
			return m
		}
	}
	return model.Meeting{}
}

// facts are what the checklist of a meeting looks at.
func facts(s School, m model.Meeting) model.Facts {
	f := model.Facts{Meeting: m, Today: s.Options.Today, Staff: s.Staff, Calendar: model.NewCalendar(s.Calendars[0].Dates, model.Counting{})}
	f.Adults, f.Links, f.OrderAnswers = s.Adults, s.Links, s.Orders
	f.Pupils = of(s.Pupils, func(p model.Pupil) bool { return slices.Contains(m.Pupils, p.ID) })
	f.People = of(s.People, func(p model.MeetingPerson) bool { return p.MeetingID == m.ID })
	f.Options = of(s.Times, func(o model.TimeOption) bool { return o.MeetingID == m.ID })
	f.Agenda = of(s.Agenda, func(i model.AgendaItem) bool { return i.MeetingID == m.ID })
	f.Papers = of(s.Papers, func(p model.Paper) bool { return p.MeetingID == m.ID })
	f.Marks = of(s.Marks, func(k model.Mark) bool { return k.MeetingID == m.ID })
	if m.RoomID != 0 {
		f.Room = &s.Rooms[m.RoomID-1]
	}
	if m.ContactID != 0 {
		f.ConcernOn = s.Contacts[m.ContactID-1].At.Date()
	}
	f.FamilyStory = some(s.Entries, func(e model.FamilyEntry) bool { return e.FamilyID == m.FamilyID && e.Kind == model.TheirStory })
	f.AbuseBefore = some(s.Contacts, func(c model.Contact) bool { return c.FamilyID == m.FamilyID && c.Kind == model.Abuse })
	addLastMeeting(&f, s)
	return f
}

// addLastMeeting adds the last meeting held with the family and what was promised there.
func addLastMeeting(f *model.Facts, s School) {
	var last model.Meeting
	for _, m := range s.Meetings {
		if m.FamilyID == f.Meeting.FamilyID && m.Status == model.Held && m.Start > last.Start {
			last = m
		}
	}
	f.EarlierMeeting = last.ID != 0
	for _, o := range s.FollowUps {
		switch {
		case o.MeetingID == 0 || o.MeetingID != last.ID:
		case o.State == model.Open:
			f.PromisesOpen++
		default:
			f.PromisesKept++
		}
	}
}
