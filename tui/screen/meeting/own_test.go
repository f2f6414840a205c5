package meeting_test

import (
	"context"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
)

func TestHelpSaysWhyALineMattersAndWhatToTry(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	s.on("Several times offered").d.Press("?")
	d.See("A choice is respect.", "Try: Three that differ: early, after pick-up, evening.", "To be settled before inviting").Press("esc")
	s.on("Asked what works at home").d.Press("?").See("The family knows its child best", "Try: “When does it go well with you")
}

func TestALineThatIsLateSaysSoGently(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.NotSee("was for")
	d.Press("s").Type("thu 15:30").Press("ctrl+s").See("◕ by tomorrow")
	d.Press("i", "enter")
	for range 16 {
		d.Press("backspace")
	}
	d.Type("19/11/2026").Press("ctrl+s", "esc").See("● was for Thu 19")
	s.on("Told that they may bring").d.Press("?").See("by Thu 19 Nov; it can still be done")
}

func TestALineOfOurOwnJoinsThePreparationAndIsCounted(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.See("8 of 21")
	s.on("Several times offered").d.Press("n").See("A line of our own").Type("The minibus is booked").Press("tab", "tab")
	d.See("● When", "before inviting").Press("ctrl+s").See("○ The minibus is booked", "8 of 22")
	s.on("The minibus is booked").d.Press("space").See("✓ The minibus is booked", "9 of 22")
	d.Press("?").See("Your school added this line.").Press("esc", "3").See("9 of 22") // the list of meetings, too
	d.Press("enter", "u", "u").See("8 of 21").NotSee("○ The minibus is booked")
}

func TestALineForOneKindStaysOutOfOthers(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.Press("n").Type("The minibus is booked").Press("tab", "tab", "tab", "tab").See("honest conversation only").Press("right", "ctrl+s").See("The minibus is booked")
	d.Press("e", "right", "ctrl+s").See("First meeting").NotSee("○ The minibus is booked")
	d.Press("u").See("Honest conversation", "○ The minibus is booked")
}

// Changing the mode or a person changes the list at once and never loses a tick.
func TestTicksOutliveEveryChangeOfModeAndPeople(t *testing.T) {
	s := at(t, 120, 60)
	d := s.planned()
	mode := func(times int) {
		s.settle("by phone: their choice", func() {
			for range times {
				d.Press("right")
			}
			d.Press("ctrl+s")
		})
	}
	s.settle("Face to face, by video", func() { d.Press("right", "ctrl+s") })
	s.on("Kettle, cups").d.Press("space").See("✓ Kettle, cups")
	s.on("Private: nobody walks in").d.Press("w").Type("the hall is empty").Press("ctrl+s").See("left out: the hall is empty")
	mode(1) // by video
	d.See("Told that the camera may stay off", "○ The link tried").NotSee("Kettle, cups", "Private: nobody")
	s.on("The link tried").d.Press("space").See("✓ The link tried")
	mode(1) // by phone
	d.See("The number agreed, and who rings").NotSee("The link tried")
	mode(3) // through mixed and not chosen to face to face
	d.See("✓ Kettle, cups", "left out: the hall is empty").NotSee("The link tried")
	mode(1)
	d.See("✓ The link tried")
}

func TestAnUnfinishedLineOfOurOwnComesBack(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.Press("n").Type("The minibus").Wait(3*time.Second).Press("esc", "n").See("The minibus", "What you typed the last time is back")
}

// A meeting that went well is kept without its family and begins the next one.
func TestAMeetingIsKeptAsATemplateAndBeginsAnother(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.Press("ctrl+p").Type("Keep as template").Press("enter")
	d.See("How can {child}'s lunchtimes be calm again?", "SENCO: leads the meeting", "10 How it looks from home", "★ what the family brings").NotSee("Purpose          How can Chidi")
	d.Press("ctrl+s").See("A name is missing").Type("Calm lunchtimes").Press("tab", "tab", "backspace", "backspace").Type("50").Press("ctrl+s")
	d.See("added Calm lunchtimes")
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.NewMeeting, ID: s.family}})
	d.Press("tab", "left").See("● ours: Calm lunchtimes").Press("tab", "down").See("How can Chidi's lunchtimes be calm again?").Press("enter", "ctrl+s")
	d.See("Okafor · Honest conversation", "How can Chidi's lunchtimes be calm again?")
	d.See("began with: Calm lunchtimes")
	list, err := d.Store.SchoolsOwn(context.Background())
	if err != nil || len(list.Templates) != 1 || list.Templates[0].Minutes != 50 {
		t.Fatalf("the template is kept as %+v, %v", list.Templates, err)
	}
	p, err := d.Store.MeetingPrep(context.Background(), 2)
	if err != nil || p.Meeting.Minutes != 50 || model.AgendaMinutes(p.Agenda) > 50 || !p.Agenda[len(p.Agenda)-1].AnyWorry { // practice 43
		t.Errorf("the meeting begins with %+v, %v", p.Agenda, err)
	}
}

// An empty agenda may begin with that of the school's own template, which is offered first.
func TestAnEmptyAgendaOffersOurOwnTemplates(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	s.must(d.Store.SaveOwnTemplate(context.Background(), model.OwnTemplate{Name: "Calm lunchtimes", Kind: model.HonestConversation, Minutes: 45,
		Agenda: model.EndingWithAnyWorry([]model.AgendaLine{{Title: "How lunch goes", Minutes: 40}})}))
	for _, i := range s.prep().Agenda {
		s.must(d.Store.RemoveAgendaItem(context.Background(), i.ID))
	}
	d.Press("1", "3").Press("enter")
	s.on("An agenda with times").d.Press("enter").See("+ ours: Calm lunchtimes", "2 lines, 45 min", "+ the agenda of this kind of meeting")
	s.on("+ ours: Calm").d.Press("enter").See("How lunch goes", "Any other worry, however small", "45 of 45 min").NotSee("+ ours")
}

// A meeting remembers the template it began with, also once it was removed; an empty agenda begins with
// it again, as long as it is there.
func TestAMeetingRemembersWhatItBeganWith(t *testing.T) {
	s := at(t, 120, 46)
	ctx := context.Background()
	template := s.must(s.d.Store.SaveOwnTemplate(ctx, model.OwnTemplate{Name: "Tea with Year 6", Kind: model.CheckInMeeting, Minutes: 20,
		Agenda: model.EndingWithAnyWorry([]model.AgendaLine{{Title: "Tea, and how September feels", Minutes: 15}})}))
	s.must(s.d.Store.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: s.family, Kind: model.CheckInMeeting, TemplateID: template, Minutes: 20, Pupils: []int64{s.chidi}}}))
	d := s.d.Press("3", "enter").See("began with: Tea with Year 6")
	s.on("An agenda with times").d.Press("enter").See("+ ours: Tea with Year 6", "+ the agenda of this kind of meeting").Press("esc")

	s.must(d.Store.RemoveOwnTemplate(ctx, template))
	d.Press("1", "3", "enter").See("began with: Tea with Year 6")
	s.on("An agenda with times").d.Press("enter").See("+ the agenda of this kind of meeting").NotSee("+ ours").Press("esc")
	d.Resize(60, 16).See("began with: Tea with Year 6")
}

// What the school switches off, or adds, counts at once on Today, in the list and on the preparation.
func TestReadyIsTheSameEverywhere(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.Press("s").Type("thu 15:30").Press("ctrl+s").See("9 of 21").Press("1").See("9 of 21").Press("3").See("9 of 21")
	d.Press("7", "g", "shift+tab", "space").See("– A purpose in one sentence") // it was settled
	d.Press("1").See("8 of 20").Press("3").See("8 of 20").Press("enter").See("8 of 20").NotSee("A purpose in one sentence")
	d.Press("n").Type("The minibus is booked").Press("ctrl+s").See("8 of 21").Press("1").See("8 of 21").Press("3").See("8 of 21")
}

func TestTheFormOfATemplateLooksAsItDid(t *testing.T) {
	looks(t, "template", func(s *school) { s.d.Press("ctrl+p").Type("Keep as template").Press("enter") })
}

func TestTheFormOfALineLooksAsItDid(t *testing.T) {
	looks(t, "ownline", func(s *school) { s.d.Press("n") })
}

func TestTheHelpOfALineLooksAsItDid(t *testing.T) {
	looks(t, "linehelp", func(s *school) { s.d.Press("?") })
}
