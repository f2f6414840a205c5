package meeting_test

import (
	"context"
	"fmt"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// annualReview is a person in front of the preparation of an annual review on Thu 10 Dec.
func annualReview(t *testing.T, width, height int) *tuitest.Driver {
	t.Helper()
	c, ctx := tuitest.NewSmall(t), context.Background()
	family := c.AddFamily("Nowak", "Luki", "3A", "Ania")
	pupils, err := c.Store.FamilyPupils(ctx, family)
	if err != nil {
		t.Fatal(err)
	}
	luki := pupils[0]
	luki.SEN, luki.PlanMade, luki.Born = model.EHCP, "2026-01-30", "2019-02-03"
	c.Keep(c.Store.SavePupil(ctx, luki))
	officer := c.Keep(c.Store.SaveProfessional(ctx, model.Professional{Name: "Mr Stone-Park", Role: "SEN officer"}))
	therapist := c.Keep(c.Store.SaveProfessional(ctx, model.Professional{Name: "Ms Adair", Role: "speech and language therapist"}))
	c.Keep(c.Store.SavePupilProfessionals(ctx, luki.ID, []int64{therapist}))
	meeting := c.Keep(c.Store.PlanMeeting(ctx, view.MeetingPlan{
		Meeting: model.Meeting{FamilyID: family, Pupils: []int64{luki.ID}, Kind: model.AnnualReview, Start: "2026-12-10T14:00", Minutes: 60, Purpose: "Does Luki's plan still say what he needs?"},
		People: []model.MeetingPerson{{Side: model.FamilySide, AdultID: c.Mother("Nowak"), Name: "Mrs Nowak", Role: "mother"},
			{Side: model.OtherSide, ProfessionalID: officer, Name: "Mr Stone-Park", Role: "SEN officer"}},
	}))
	return c.Open(tuitest.Options{Width: width, Height: height, Start: screen.Route{Kind: screen.Meeting, ID: meeting}})
}

func TestAnAnnualReviewSaysItsDatesAndWhomItLacks(t *testing.T) { // rules.md R34, R35, R38
	d := annualReview(t, 120, 40)
	d.See("not asked yet; with everyone by Thu 26", "not on the list: health and social care", "invitations due Thu 26, 14 days before it")
	d.Press("v").See("The dates of this review", "finished by Fri 29 Jan 2027", "! ask for written advice", "14 days before the meeting on Thu 10 Dec: Thu 26 Nov", "Each person of this review", "Mr Stone-Park  nothing noted yet")
}

func TestWhatAReviewNotesOfEachPersonStandsAmongTheInvitations(t *testing.T) { // rules.md R38
	d := annualReview(t, 200, 60)
	d.Press("i").See("Advice asked", "Advice here", "Sent to all", "Report").Press("G", "tab", "tab", "tab", "tab", "space").See("✓ today")
	d.Press("enter").See("Advice asked: Mr Stone-Park").Press("esc", "tab", "space", "esc", "v")
	d.See("advice asked today · advice received today", "✓ ask for written advice  done today").Press("u", "u").See("Mr Stone-Park  nothing noted yet")
}

func TestThoseWhoWorkWithTheChildAreProposedForItsReview(t *testing.T) { // rules.md R38
	d := annualReview(t, 120, 40)
	d.Press("ctrl+p").Type("Who comes").Press("enter").See("Ms Adair", "works with Luki")
}

func TestTheDatesOfAReviewLookAsTheyDid(t *testing.T) {
	d := annualReview(t, 120, 40)
	d.Press("v")
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		d.Resize(size[0], size[1]).Golden(fmt.Sprintf("review-dates-%dx%d", size[0], size[1]))
	}
}
