package model

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTheGreetingSaysWhatMatters(t *testing.T) {
	today := func(family string, lacks ItemID) *MeetingAhead {
		return &MeetingAhead{Family: family, Start: "2026-11-24T15:30", Mode: InPerson, Lacks: lacks}
	}
	for _, tc := range []struct {
		name string
		m    Morning
		want string
	}{
		{"the picture", Morning{Now: "08:30", Late: 1, Due: 2, Next: today("Okafor", "agenda.sent"), Families: 61},
			"Good morning. One promise is late, two fall today. The Okafors come at 15:30; their agenda has not gone out."},
		{"only late", Morning{Now: "12:00", Late: 3, Families: 61}, "Good afternoon. Three promises are late."},
		{"only today", Morning{Now: "17:00", Due: 1, Families: 61}, "Good evening. One promise falls today."},
		{"more than ten", Morning{Late: 11, Due: 1, Families: 61}, "Hello. 11 promises are late, one falls today."},
		{"all is prepared", Morning{Due: 1, Next: today("Haddad", ""), Families: 61}, "Hello. One promise falls today. The Haddads come at 15:30."},
		{"a name with an s", Morning{Due: 1, Next: today("Jones", ""), Families: 61}, "Hello. One promise falls today. The Jones family comes at 15:30."},
		{"a double name", Morning{Due: 1, Next: today("Okafor-Lane", ""), Families: 61}, "Hello. One promise falls today. The Okafor-Lane family comes at 15:30."},
		{"by phone tomorrow", Morning{Due: 1, Next: &MeetingAhead{Family: "Malik", Start: "2026-11-25T09:00", Mode: OnPhone}, Families: 61},
			"Hello. One promise falls today. You speak with the Maliks by phone tomorrow at 09:00."},
		{"at home on Thursday", Morning{Due: 1, Next: &MeetingAhead{Family: "Malik", Start: "2026-11-26", Home: true}, Families: 61},
			"Hello. One promise falls today. You visit the Maliks on Thu 26."},
		{"in a week", Morning{Due: 1, Next: &MeetingAhead{Family: "Malik", Start: "2026-12-01T09:00"}, Families: 61}, "Hello. One promise falls today."},
		{"nothing but a meeting", Morning{Next: today("Haddad", "room.booked"), Families: 61}, "Hello. The Haddads come at 15:30; no room is booked."},
		{"a new caseload", Morning{Now: "08:30"}, "Good morning. There are no families here yet: take in the office's list, or add the first one."},
		{"somebody waits", Morning{Waiting: 2, Families: 61}, "Hello. Two questions wait for an answer from us."},
		{"a worry", Morning{Worries: 1, Families: 61}, "Hello. One worry is not settled yet: what is the next small step?"},
		{"quiet", Morning{Quiet: 2, QuietFirst: "Brennan", Families: 61},
			"Hello. Nothing is due today. It is a while since we spoke with the Brennans: a good day to ring."},
		{"no good news", Morning{NoGoodNews: 38, GoodNewsTo: 61, Families: 61},
			"Hello. Nothing is due today. 38 families have had no good news yet this half term: who did something well?"},
		{"nobody was spoken with yet", Morning{Quiet: 36, Families: 36},
			"Hello. Nothing is due today. 36 families have not heard from us yet: whom would you like to greet at the gate?"},
		{"without term dates nobody knows who had good news", Morning{Families: 61},
			"Hello. Nothing is due today. Whom would you like to greet at the gate?"},
		{"in the evening", Morning{Now: "19:30", Late: 2, Due: 1, NoGoodNews: 38, GoodNewsTo: 61, Families: 61, Resting: true},
			"Good evening. Nothing here has to be done before school goes on."},
		{"at the weekend", Morning{Now: "10:00", Late: 5, Next: &MeetingAhead{Family: "Haddad", Start: "2026-11-26T09:00", Lacks: "agenda.sent"}, Families: 61, Resting: true},
			"Good morning. The Haddads come on Thu 26 at 09:00. Nothing here has to be done before school goes on."},
		{"all is well", Morning{GoodNewsTo: 61, Families: 61},
			"Hello. Nothing is due today, and every family has had good news this half term. Whom would you like to greet at the gate?"},
	} {
		tc.m.Today = okaforToday
		if got := Greeting(tc.m); got != tc.want {
			t.Errorf("%s:\n got %q\nwant %q", tc.name, got, tc.want)
		}
	}
}

func TestTheGreetingIsNeverEmpty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		few := rapid.IntRange(0, 12)
		m := Morning{Today: okaforToday, Late: few.Draw(t, "late"), Due: few.Draw(t, "due"), Waiting: few.Draw(t, "waiting"),
			Worries: few.Draw(t, "worries"), Quiet: few.Draw(t, "quiet"), NoGoodNews: few.Draw(t, "news"), Families: few.Draw(t, "families")}
		if rapid.Bool().Draw(t, "meets") {
			m.Next = &MeetingAhead{Family: rapid.String().Draw(t, "family"), Start: Moment(rapid.SampledFrom([]string{"", "2026-11-24T15:30", "2026-11-24", "x"}).Draw(t, "start"))}
		}
		if got := Greeting(m); len(got) < len("Hello. One promise is late.") {
			t.Fatalf("%+v says only %q", m, got)
		}
	})
}
