package model

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func okaforLetter(to int64) LetterFacts {
	f := okaforFacts()
	l := LetterFacts{
		Circle: f.Circle, Meeting: f.Meeting, People: f.People, Agenda: f.Agenda, RoomName: "Rainbow room",
		Me: Staff{ID: reedID, Name: "Ms Reed", Role: SENCO}, SignOff: "With warm wishes", Today: okaforToday,
	}
	l.To, _ = f.adult(to)
	l.People[4].Answer, l.People[5].Answer = CannotCome, CannotCome
	l.Options = []TimeOption{{Start: "2026-11-24T15:30"}, {Start: "2026-11-25T09:00"}, {Start: "2026-11-26T17:00"}}
	return l
}

func textOf(t *testing.T, write func(LetterFacts) (Document, error), f LetterFacts) string {
	t.Helper()
	d, err := write(f)
	if err != nil {
		t.Fatal(err)
	}
	return d.Text()
}

// practices 24, 28, 31 and 32
func TestTheInvitationAsAWhole(t *testing.T) {
	f := okaforLetter(emekaID)
	f.Meeting.Purpose = "How Chidi's lunchtimes can be calm again."
	f.Meeting.Mode = ModeNotChosen
	want := `Dear Mr Okafor,

I would like to talk with you about how Chidi's lunchtimes can be calm again. We will begin with something good: the reading certificate.

Would one of these times suit you: Tuesday 24 November at 15:30, Wednesday 25 November at 9:00 or Thursday 26 November at 17:00? If none does, tell me what would. It takes about 45 minutes.

We can meet in the Rainbow room, by phone, or by video, with your camera off if you like. From school, Dr Ito and I will be there. Bring anyone you wish.

Please tell me beforehand what would make it easier for you, such as an interpreter, a room without steps or large print.

What would you like to talk about? I will send the plan for the meeting the day before. The kettle will be on.

With warm wishes,
Ms Reed
SENCO`
	if got := textOf(t, Invitation, f); got != want {
		t.Errorf("the invitation is\n%s\nwant\n%s", got, want)
	}
}

func TestTheInvitationFollowsTheMeeting(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*LetterFacts)
		has    string
	}{
		{"no time yet", func(f *LetterFacts) { f.Options, f.Meeting.Start = nil, "" }, "Which days and times suit you best?"},
		{"one time", func(f *LetterFacts) { f.Options = f.Options[:1] }, "Would Tuesday 24 November at 15:30 suit you? If not, tell me what would."},
		{"two times", func(f *LetterFacts) { f.Options = f.Options[:2] }, "suit you: Tuesday 24 November at 15:30 or Wednesday 25 November at 9:00?"},
		{"one was chosen", func(f *LetterFacts) { f.Options[2].Chosen = true }, "Would Thursday 26 November at 17:00 suit you?"},
		{"a day without a time", func(f *LetterFacts) { f.Options = []TimeOption{{Start: "2026-11-27"}} }, "Would Friday 27 November suit you?"},
		{"by video", func(f *LetterFacts) { f.Meeting.Mode = OnVideo }, "We can meet by video, with your camera off if you like."},
		{"by phone", func(f *LetterFacts) { f.Meeting.Mode = OnPhone }, "We can speak by phone."},
		{"mixed", func(f *LetterFacts) { f.Meeting.Mode = Mixed }, "You can come to school and meet us in the Rainbow room, or join by video"},
		{"at home", func(f *LetterFacts) { f.Meeting.HomeVisit = true }, "I can come to you, if you like"},
		{"no room", func(f *LetterFacts) { f.RoomName = "" }, "in a quiet room at school"},
		{"no purpose", func(f *LetterFacts) { f.Meeting.Purpose = "" }, "I would like to talk with you about Chidi."},
		{"a purpose as a question", func(*LetterFacts) {}, "I would like to talk with you about this: how can Chidi's lunchtimes be calm again?"},
		{"a purpose to say yes or no to", func(f *LetterFacts) { f.Meeting.Purpose = "Does Chidi's plan still fit?" },
			"I would like to talk with you about this: does Chidi's plan still fit?"},
		{"a good thing with a capital", func(f *LetterFacts) { f.Meeting.Opening = "The reading certificate." }, "something good: the reading certificate."},
		{"a good thing with a name", func(f *LetterFacts) { f.Meeting.Opening = "Chidi's map" }, "something good: Chidi's map."},
		{"large print is had already", func(f *LetterFacts) { f.To.LargePrint, f.To.Interpreter = Yes, No }, "easier for you, such as a room without steps."},
		{"a purpose in other words", func(f *LetterFacts) { f.Meeting.Purpose = "lunchtimes" }, "I would like to talk with you about Chidi: lunchtimes."},
		{"a purpose with to", func(f *LetterFacts) { f.Meeting.Purpose = "To get to know each other" }, "I would like to meet you to get to know each other."},
		{"an interpreter", func(f *LetterFacts) { f.To.Interpreter, f.To.Language = Yes, "Igbo" },
			"I will find an interpreter for Igbo, so nobody in your family needs to do this."},
		{"an interpreter is named", func(f *LetterFacts) { f.To.Interpreter, f.Meeting.Interpreter = Yes, "Ms Ade" },
			"There will be an interpreter, so nobody in your family needs to do this."},
		{"the room has its article", func(f *LetterFacts) { f.RoomName = "the den" }, "We can meet in the den, by phone"},
		{"a little one", func(f *LetterFacts) { f.Meeting.YoungerComes = true }, "Little ones are welcome, too."},
		{"an adult without a name", func(f *LetterFacts) { f.To.Title, f.To.Forename, f.To.Surname = "", "", "" }, "Hello,\n"},
		{"two children", func(f *LetterFacts) {
			f.Meeting.Purpose, f.Pupils = "", append(f.Pupils, Pupil{ID: adaID, Forename: "Ada"})
			f.Links = append(f.Links, Link{ID: 9, PupilID: adaID, AdultID: emekaID, Relation: Father})
		}, "I would like to talk with you about Chidi and Ada."},
		{"no sign-off", func(f *LetterFacts) { f.SignOff = "" }, "\n\nMs Reed\nSENCO"},
	} {
		f := okaforLetter(emekaID)
		tc.change(&f)
		if got := textOf(t, Invitation, f); !strings.Contains(got, tc.has) {
			t.Errorf("%s: no %q in\n%s", tc.name, tc.has, got)
		}
	}
}

func TestAnUrgentInvitationPromisesNoPlan(t *testing.T) {
	f := okaforLetter(emekaID)
	f.Meeting.Urgent = true
	if got := textOf(t, Invitation, f); strings.Contains(got, "plan for the meeting") {
		t.Errorf("it promises a plan:\n%s", got)
	}
}

// practices 35 and 36
func TestTheAgendaLetterAsAWhole(t *testing.T) {
	want := `Dear Mrs Okafor,

Here is the plan for our meeting about Chidi on Tuesday 24 November at 15:30, in the Rainbow room. It takes about 45 minutes. From school, Dr Ito and I will be there. We work this out together: you know Chidi best, so tell us what works at home.

- Something good (5 minutes)
- What happened on Monday, from the family (14 minutes)
- What lunchtime is like for Chidi (10 minutes)
- What we could try (10 minutes)
- Any other worry, however small (5 minutes)

If you would like to talk about something else, or to leave something out, tell me before. Bring anyone you wish.

With warm wishes,
Ms Reed
SENCO`
	if got := textOf(t, AgendaText, okaforLetter(ngoziID)); got != want {
		t.Errorf("the agenda letter is\n%s\nwant\n%s", got, want)
	}
}

func TestTheAgendaLetterSaysWhere(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*LetterFacts)
		has    string
	}{
		{"by phone", func(f *LetterFacts) { f.Meeting.Mode = OnPhone }, "at 15:30, by phone."},
		{"practice 31: by video", func(f *LetterFacts) { f.Meeting.Mode = OnVideo }, "at 15:30, by video, with your camera off if you like."},
		{"mixed", func(f *LetterFacts) { f.Meeting.Mode = Mixed }, "at 15:30, in the Rainbow room or by video."},
		{"at home", func(f *LetterFacts) { f.Meeting.HomeVisit = true }, "at 15:30, at your home."},
		{"no time, no room", func(f *LetterFacts) { f.Meeting.Start, f.RoomName = "", "" }, "our meeting about Chidi. It takes"},
		{"no length", func(f *LetterFacts) { f.Meeting.Minutes = 0 }, "in the Rainbow room. From school, "},
	} {
		f := okaforLetter(ngoziID)
		tc.change(&f)
		if got := textOf(t, AgendaText, f); !strings.Contains(got, tc.has) {
			t.Errorf("%s: no %q in\n%s", tc.name, tc.has, got)
		}
	}
}

func TestALetterThatNobodySignsSaysSoToTheSender(t *testing.T) {
	f := okaforLetter(ngoziID)
	f.Me = Staff{}
	d, err := Invitation(f)
	if err != nil || !slices.Contains(d.Notes, "Nobody signs it yet: say who you are.") {
		t.Errorf("notes %q, %v", d.Notes, err)
	}
}

// practice 15 and product.md 9
func TestALetterNamesOnlyChildrenOfItsAddressee(t *testing.T) {
	f := okaforLetter(emekaID)
	f.Pupils = append(f.Pupils, Pupil{ID: adaID, Forename: "Ada"})
	f.Links = append(f.Links, Link{ID: 9, PupilID: adaID, AdultID: ngoziID, Relation: Mother})
	f.Meeting.Purpose = "How Ada's and Chidi's mornings can be calm"
	f.Agenda[3].Title = "Ada's nursery"
	for _, write := range []func(LetterFacts) (Document, error){Invitation, AgendaText, ThankYouText, Summary} {
		d, err := write(f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(d.Text(), "Ada") || !strings.Contains(d.Text(), "Chidi") {
			t.Errorf("the %s to Chidi's father names Ada, or not Chidi:\n%s", d.Kind, d.Text())
		}
	}
	d, _ := Invitation(f)
	if !slices.Contains(d.Notes, "Left out, because it names a child they are not linked to: How Ada's and Chidi's mornings can be calm") {
		t.Errorf("the sender is not told what was left out: %q", d.Notes)
	}
}

func TestWhoHasNoLetter(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*LetterFacts)
		write  func(LetterFacts) (Document, error)
		want   string // "" there is a letter
	}{
		{"a parent", func(*LetterFacts) {}, Summary, ""},
		{"a court order", func(f *LetterFacts) { f.Links[1].CourtOrder, f.Links[1].OrderText = true, "no contact" }, Invitation,
			"no letter to Mr Okafor until this has been read and allows it: no contact"},
		{"an order that was read for this meeting", func(f *LetterFacts) {
			f.Links[1].CourtOrder = true
			f.OrderAnswers = []OrderAnswer{{MeetingID: 5, LinkID: 2, CheckedBy: "Ms Reed", Answer: OrderAllows}}
		}, Invitation, ""},
		{"an order that was read for this letter", func(f *LetterFacts) {
			f.Links[1].CourtOrder, f.LetterID = true, 7
			f.OrderAnswers = []OrderAnswer{{LetterID: 7, LinkID: 2, CheckedBy: "Ms Reed", Answer: OrderAllows}}
		}, Summary, ""},
		{"not to be contacted", func(f *LetterFacts) { f.Links[1].MayBeContacted = No }, ThankYouText,
			"no letter to Mr Okafor until this has been read and allows it: not to be contacted"},
		{"not in touch", func(f *LetterFacts) { f.To.InTouch = AskedNotTo }, AgendaText,
			"no letter to Mr Okafor: they are not in touch with school"},
		{"linked to another child", func(f *LetterFacts) { f.Links[1].PupilID = adaID }, Invitation,
			"no letter to Mr Okafor: letters about these children do not go to them"},
		{"an aunt", func(f *LetterFacts) { f.To = f.Adults[2] }, Invitation,
			"no letter to Auntie Grace: letters about these children do not go to them"},
		{"an aunt who gets copies", func(f *LetterFacts) { f.To, f.Links[2].GetsCopies = f.Adults[2], Yes }, Summary, ""},
		{"a parent who gets no copies is invited", func(f *LetterFacts) { f.Links[1].GetsCopies = No }, Invitation, ""},
		{"a parent who gets no copies has no summary", func(f *LetterFacts) { f.Links[1].GetsCopies = No }, Summary,
			"no letter to Mr Okafor: letters about these children do not go to them"},
	} {
		f := okaforLetter(emekaID)
		tc.change(&f)
		d, err := tc.write(f)
		switch {
		case tc.want == "" && (err != nil || d.Text() == ""):
			t.Errorf("%s: no letter: %v", tc.name, err)
		case tc.want != "" && (!errors.Is(err, ErrNoLetter) || err.Error() != tc.want || d.Text() != ""):
			t.Errorf("%s: error %v, want %q", tc.name, err, tc.want)
		}
	}
}

// secrets are what must never stand in a letter to somebody else.
func secrets(a Adult) []string {
	all := []string{a.Address, a.Postcode}
	for _, p := range a.Phones {
		all = append(all, p.Number)
	}
	for _, e := range a.Emails {
		all = append(all, e.Address)
	}
	return nonEmpty(all...)
}

func TestALetterNeverHoldsAnotherAdultsAddressOrPhone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := okaforLetter(ngoziID)
		for i := range f.Adults {
			a := &f.Adults[i]
			a.Address = rapid.StringMatching(`[1-9][0-9]? (Mill|Oak|Long) (Lane|Road)`).Draw(t, "address")
			a.Postcode = rapid.StringMatching(`ZZ[1-9] [1-9][A-D]{2}`).Draw(t, "postcode")
			a.Phones = []Phone{{Number: rapid.StringMatching(`07700 900[0-9]{3}`).Draw(t, "phone")}}
			a.Emails = []Email{{Address: rapid.StringMatching(`[a-z]{3,6}@example\.org`).Draw(t, "e-mail")}}
		}
		f.To = f.Adults[0]
		var all []string
		for _, a := range f.Adults {
			all = append(all, secrets(a)...)
		}
		typed := func(name string) string {
			return rapid.SampledFrom(append(all, "calm lunchtimes", "")).Draw(t, name) + rapid.SampledFrom([]string{"", " is theirs", ", please"}).Draw(t, "behind")
		}
		f.Meeting.Purpose, f.Meeting.Opening, f.Meeting.Thanks = typed("purpose"), typed("opening"), typed("thanks")
		f.RoomName = typed("room")
		f.Agenda[1].Title = typed("item")
		f.Outcomes = []Outcome{{Text: typed("outcome")}}
		f.Agreements = []Agreement{
			{Text: typed("agreement"), Whose: rapid.SampledFrom(Whoses).Draw(t, "whose"), Who: typed("who")},
			{Text: "rings " + typed("theirs"), Whose: OfFamily, AdultID: emekaID},
		}
		f.People[6].Name = typed("name")
		own := strings.Join(secrets(f.To), "\n")
		for _, write := range []func(LetterFacts) (Document, error){Invitation, AgendaText, ThankYouText, Summary} {
			d, err := write(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range f.Adults[1:] {
				for _, s := range secrets(a) {
					if strings.Contains(d.Text(), s) && !strings.Contains(own, s) {
						t.Fatalf("the %s holds %q of another adult:\n%s", d.Kind, s, d.Text())
					}
				}
			}
		}
	})
}

func TestOtherSpellingsOfAnotherHouseholdAreFound(t *testing.T) {
	g := newGuard(okaforLetter(ngoziID), okaforCircle().Pupils)
	for _, tc := range []struct{ text, want string }{
		{"ring +44 7700 900456", "holds a phone number of another household"},
		{"ring 07700-900-456", "holds a phone number of another household"},
		{"at 3 station rd, zz99bb", "holds an address of another household"},
		{"to 3, Station Road", "holds an address of another household"},
		{"to EMEKA@example.org", "holds an e-mail address of another household"},
		{"ring 07700 900123", ""},
		{"on 24 November at 15:30", ""},
	} {
		if got := g.against(tc.text); got != tc.want {
			t.Errorf("%q: %q, want %q", tc.text, got, tc.want)
		}
	}
}

func TestALetterHoldsNothingThatATerminalWouldObey(t *testing.T) {
	f := okaforLetter(ngoziID)
	f.Meeting.Purpose = "calm\x1b[2J lunch\u202etimes\x00\n\nDear"
	f.To.AddressAs = "Mrs\x1b]0;x\x07 Okafor"
	for _, write := range []func(LetterFacts) (Document, error){Invitation, Summary} {
		if got := textOf(t, write, f); strings.ContainsAny(got, "\x1b\x00\x07\u202e") {
			t.Errorf("a control character is in %q", got)
		}
	}
}
