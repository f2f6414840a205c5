package meeting_test

import (
	"context"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
)

// zoe is the preparation of the annual review of Zoë, who is 17 and has a plan; she lives with her mother.
func (s *school) zoe() (meeting int64) {
	ctx, store := context.Background(), s.d.Store
	family := s.must(store.SaveFamily(ctx, model.Family{Name: "Lane"}))
	zoe := s.must(store.SavePupil(ctx, model.Pupil{FamilyID: family, Forename: "Zoë", Surname: "Lane", Year: "12", Born: "2010-05-04", SEN: model.EHCP}))
	mother := s.must(store.AddAdult(ctx, model.Adult{Title: "Ms", Forename: "Pat", Surname: "Lane"}, family, model.Link{PupilID: zoe, Relation: model.Mother, LivesWith: model.Yes}))
	s.must(store.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Rufus", Surname: "Crane"}, family, model.Link{PupilID: zoe, Relation: model.Stepfather, LivesWith: model.Yes, CourtOrder: true}))
	return s.must(store.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: family, Kind: model.AnnualReview, Mode: model.InPerson, Minutes: 60, Start: "2026-11-24T15:30", Pupils: []int64{zoe},
		Purpose: "What comes after school"},
		People: []model.MeetingPerson{{Side: model.FamilySide, PupilID: zoe}, {Side: model.FamilySide, AdultID: mother}}}))
}

const zoeSince = "Letters go to Zoë in person since Sat 27 Jun 2026"

// rules.md R39: the young person is asked by a letter of their own, and has what was agreed; parents are
// asked in their own right.
func TestLettersOfAReviewGoToTheYoungPerson(t *testing.T) {
	s := at(t, 120, 46)
	meeting := s.zoe()
	d := s.d
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: meeting}})
	d.Press("i").See("Zoë", "Ms Lane", zoeSince).NotSee("Crane")
	d.Press("p").See("Letter › invitation to Zoë", "Dear Zoë,", "This is your meeting").NotSee("Crane").Press("y")
	if !strings.HasPrefix(d.Copied, "Dear Zoë,") {
		t.Errorf("copied is %q", d.Copied)
	}
	d.Press("e").Type("Mr Crane comes. ").Press("ctrl+s").See("The letter to Zoë names somebody who is kept out").Press("esc", "ctrl+x", "esc")
	d.Press("x", "ctrl+s").See("✓ sent today").Press("esc").See("✓ today, letter")
	d.Press("j", "p").See("Letter › invitation to Ms Lane", "what comes after school").Press("esc", "esc")

	d.Press("r", "ctrl+s").See("Draw a line").See("no letter to Ms Lane: it goes to Zoë in person", zoeSince)
	d.Press("ctrl+s").See("The line is drawn").Press("3", "v")
	d.Press("enter").See("Summary to Zoë  not sent yet", "Thank-you to Zoë", "Thank-you to Ms Lane").NotSee("Summary to Ms Lane")
}
