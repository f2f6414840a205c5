package model

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// zoeLetter is a review about Zoë, who is 17 and has a plan: her mother, with whom she lives, her father,
// who lives elsewhere, and a man whom an order keeps out.
func zoeLetter() LetterFacts {
	zoe := Pupil{ID: 9, Forename: "Zoë", Surname: "Lane", Born: "2009-05-04", SEN: EHCP, Roll: OnRoll, Address: "4 Mill Lane", Postcode: "ZZ1 4DP"}
	adults := []Adult{
		{ID: 1, Title: "Ms", Forename: "Pat", Surname: "Lane", Address: "4 Mill Lane", Postcode: "ZZ1 4DP", Phones: []Phone{{Number: "07700 900111"}}},
		{ID: 2, Title: "Mr", Forename: "Saul", Surname: "Okafor", Address: "3 Station Road"},
		{ID: 3, Title: "Mr", Forename: "Rufus", Surname: "Crane", Address: "8 Quay Street"},
	}
	links := []Link{{ID: 1, PupilID: 9, AdultID: 1, Relation: Mother, LivesWith: Yes}, {ID: 2, PupilID: 9, AdultID: 2, Relation: Father},
		{ID: 3, PupilID: 9, AdultID: 3, Relation: Stepfather, LivesWith: Yes, CourtOrder: true, OrderText: "no contact"}}
	f := LetterFacts{Circle: Circle{Pupils: []Pupil{zoe}, Adults: adults, Links: links}, To: zoe.AsReader(), Household: []int64{1},
		Meeting: Meeting{ID: 5, Kind: AnnualReview, Mode: InPerson, Start: "2026-11-24T15:30", Minutes: 45, Opening: "the art prize"},
		People:  []MeetingPerson{{PupilID: 9, Side: FamilySide, Name: "Zoë", Attended: Yes}, {AdultID: 1, Side: FamilySide, Attended: Yes}},
		Agenda:  []AgendaItem{{Title: "What you want to do next", Minutes: 10}}, RoomName: "Rainbow room",
		Me: Staff{ID: 1, Name: "Ms Reed", Role: SENCO}, SignOff: "With warm wishes", Today: "2026-11-24"}
	return f
}

// rules.md R39
func TestWhoseLettersTheyAre(t *testing.T) {
	for _, c := range []struct {
		name  string
		pupil Pupil
		today Date
		is    bool
		says  string
	}{
		{"the last day of compulsory school age", Pupil{Forename: "Zoë", Born: "2011-01-20", SEN: EHCP, Roll: OnRoll}, "2027-06-25", false, "From Sat 26 Jun 2027 letters go to Zoë in person"},
		{"the day after", Pupil{Forename: "Zoë", Born: "2011-01-20", SEN: EHCP, Roll: OnRoll}, "2027-06-26", true, "Letters go to Zoë in person since Sat 26 Jun 2027"},
		{"two years before", Pupil{Born: "2011-01-20", SEN: EHCP, Roll: OnRoll}, "2025-06-24", false, ""},
		{"without a plan", Pupil{Born: "2009-01-20", SEN: SENSupport, Roll: OnRoll}, "2026-11-24", false, ""},
		{"no date of birth", Pupil{SEN: EHCP, Roll: OnRoll}, "2026-11-24", false, ""},
		{"who died", Pupil{Born: "2009-01-20", SEN: EHCP, Roll: Died}, "2026-11-24", false, ""},
	} {
		if got := c.pupil.LettersAreTheirs(c.today); got != c.is {
			t.Errorf("%s: %v", c.name, got)
		}
		if says := c.pupil.LettersTurn(c.today); c.says == "" && says != "" || !strings.HasPrefix(says, c.says) {
			t.Errorf("%s: %q", c.name, says)
		}
	}
}

func TestTheInvitationToAYoungPersonAsAWhole(t *testing.T) {
	want := `Dear Zoë,

I would like to talk with you about your plan. We will begin with something good: the art prize.

Would Tuesday 24 November at 15:30 suit you? If not, tell me what would. It takes about 45 minutes.

We can meet in the Rainbow room, by phone, or by video, with your camera off if you like. This is your meeting: those who look after you are asked, too, and help as much as you like. Bring anyone you wish.

Please tell me beforehand what would make it easier for you, such as an interpreter, a room without steps or large print.

What would you like to talk about? I will send the plan for the meeting the day before. The kettle will be on.

With warm wishes,
Ms Reed
SENCO`
	if got := textOf(t, Invitation, zoeLetter()); got != want {
		t.Errorf("the invitation is\n%s\nwant\n%s", got, want)
	}
}

func TestLettersToAYoungPersonSpeakToThem(t *testing.T) {
	f := zoeLetter()
	for kind, c := range map[LetterKind]struct {
		write func(LetterFacts) (Document, error)
		has   string
	}{
		AgendaLetter:     {AgendaText, "Here is the plan for our meeting on Tuesday 24 November at 15:30, in the Rainbow room. It takes about 45 minutes. We work this out together: you know best what helps you, so tell us."},
		ThankYouLetter:   {ThankYouText, "It helps us to help you. I will write down what we agreed and send it this week."},
		SummaryOfMeeting: {Summary, "Dear Zoë,\n\nThank you for coming today, and for saying what matters to you. It helps us to help you."},
	} {
		if got := textOf(t, c.write, f); !strings.Contains(got, c.has) || strings.Contains(got, "help Zoë") {
			t.Errorf("%s: no %q in\n%s", kind, c.has, got)
		}
	}
}

// What is agreed goes to the young person; what another household promised, and who is kept out, does not
// stand in it.
func TestTheSummaryToAYoungPersonHoldsWhatIsTheirs(t *testing.T) {
	f := zoeLetter()
	f.Outcomes = []Outcome{{Text: "Mr Crane stays away"}, {Text: "The college visit is booked"}}
	f.Agreements = []Agreement{
		{Text: "Zoë looks at two courses", Whose: OfFamily, Who: "Zoë"},
		{Text: "rings the college", Whose: OfFamily, AdultID: 1, Who: "Ms Lane"},
		{Text: "pays for the bus", Whose: OfFamily, AdultID: 2, Who: "Mr Okafor"},
		{Text: "waits outside", Whose: OfFamily, AdultID: 3, Who: "Mr Crane"},
		{Text: "read the form", Whose: OfFamily, Who: PromisedByBoth},
	}
	f.Household = []int64{1, 3}
	d, err := Summary(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, has := range []string{"The college visit is booked.", "You said that you would look at two courses.", "We agreed that Ms Lane rings the college."} {
		if !strings.Contains(d.Text(), has) {
			t.Errorf("no %q in\n%s", has, d.Text())
		}
	}
	for _, hides := range []string{"Crane", "Okafor", "bus", "waits", "both"} {
		if strings.Contains(d.Text(), hides) {
			t.Errorf("%q stands in\n%s", hides, d.Text())
		}
	}
	if !slices.ContainsFunc(d.Notes, func(n string) bool { return strings.Contains(n, "names somebody who is kept out: Mr Crane stays away") }) {
		t.Errorf("the sender is not told: %q", d.Notes)
	}
}

// Parents are asked in their own right; what was agreed goes to them only where they get copies.
func TestParentsOfAYoungPersonAreAskedAndStillHelp(t *testing.T) {
	f := zoeLetter()
	f.To = f.Adults[0]
	if got := textOf(t, Invitation, f); !strings.Contains(got, "Dear Ms Lane") || !strings.Contains(got, "about Zoë") {
		t.Errorf("the invitation to her mother:\n%s", got)
	}
	if got := textOf(t, ThankYouText, f); !strings.Contains(got, "write down what we agreed and send it to Zoë this week") {
		t.Errorf("the thanks to her mother:\n%s", got)
	}
	_, err := Summary(f)
	if want := "no letter to Ms Lane: it goes to Zoë in person; with “gets copies: yes” they have it, too"; !errors.Is(err, ErrNoLetter) || err.Error() != want {
		t.Errorf("%v, want %q", err, want)
	}
	f.Links[0].GetsCopies = Yes
	if got := textOf(t, Summary, f); !strings.Contains(got, "Dear Ms Lane") {
		t.Errorf("no copy for her mother:\n%s", got)
	}
}
