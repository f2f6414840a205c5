package model

import (
	"strings"
	"testing"
)

// practices 15 and 48
func TestWhoIsAskedHowItWas(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Facts)
		want   string
	}{
		{"both parents", func(*Facts) {}, "Mrs Okafor, Mr Okafor"},
		{"one was not asked, and did not come", func(f *Facts) { f.People[1].Invited, f.People[1].Answer, f.People[1].Attended = "", "", No }, "Mrs Okafor"},
		{"one was left out, with a reason", func(f *Facts) {
			f.People[1].Invited, f.People[1].Answer, f.People[1].WhyNot = "", "", "abroad"
		}, "Mrs Okafor"},
		{"one was asked, and did not come", func(f *Facts) { f.People[1].Attended = No }, "Mrs Okafor, Mr Okafor"},
		{"one is behind the wall", func(f *Facts) { f.Links[1].CourtOrder = true }, "Mrs Okafor"},
		{"one is not in touch", func(f *Facts) { f.Adults[1].InTouch = AskedNotTo }, "Mrs Okafor"},
		{"a young person whose plan it is", func(f *Facts) {
			f.Pupils[0].SEN, f.Pupils[0].Born = EHCP, "2009-05-04"
			f.People = append(f.People, MeetingPerson{ID: 90, Side: FamilySide, PupilID: f.Pupils[0].ID, Name: "Chidi"})
		}, "Mrs Okafor, Mr Okafor, Chidi"},
		{"a child", func(f *Facts) {
			f.People = append(f.People, MeetingPerson{ID: 90, Side: FamilySide, PupilID: f.Pupils[0].ID, Name: "Chidi"})
		}, "Mrs Okafor, Mr Okafor"},
	} {
		f := okaforFacts()
		c.change(&f)
		var names []string
		for _, p := range f.AskedAfter() {
			names = append(names, f.nameOf(p))
		}
		if got := strings.Join(names, ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheListSaysWhoIsStillToBeAsked(t *testing.T) {
	f := okaforFacts()
	f.Meeting.Status = Held
	say := func(want string, settled bool) {
		t.Helper()
		if found := feedbackAsked(f); found.Says != want || found.Settled != settled {
			t.Errorf("%q, settled %v; want %q", found.Says, found.Settled, want)
		}
	}
	say("not asked yet", false)
	f.People[0].AskedHow = okaforToday.AddDays(-1)
	say("Mr Okafor not asked yet", false)
	f.People[1].AskedHow = okaforToday.AddDays(-2)
	say("asked yesterday", true)
}

// The brief lies on the table of more than one household: it says how it was without a name or a word.
func TestTheBriefSaysHowTheLastTimeWasWithoutNames(t *testing.T) {
	f := BriefFacts{Facts: okaforFacts(), LastOn: "2026-10-01", LastKind: CheckInMeeting,
		LastFelt: []MeetingPerson{{AdultID: ngoziID, Felt: FeltPartly, Feedback: "It was long."}, {AdultID: emekaID, Felt: FeltHeard}, {AdultID: graceID, Felt: FeltHeard}}}
	if page := Brief(f).Everything(); !strings.Contains(page, "Asked how that was: two heard and one partly heard.") || strings.Contains(page, "It was long") {
		t.Errorf("the page says\n%s", page)
	}
	f.Links[1].CourtOrder = true
	if page := Brief(f).Everything(); !strings.Contains(page, "one heard and one partly heard") {
		t.Errorf("who is kept out is counted:\n%s", page)
	}
}
