package reviews_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// caseload is a school with four pupils: each state of the grid and of the countdown is among them.
type caseload struct {
	*tuitest.Small
	t      *testing.T
	pupils map[string]int64
}

var ctx = context.Background()

func newCaseload(t *testing.T) *caseload {
	t.Helper()
	c := &caseload{tuitest.NewSmall(t), t, map[string]int64{}}
	c.pupil("Okafor", "Chidi", model.Pupil{Year: "4", Class: "4B", SEN: model.SENSupport})
	c.pupil("Haddad", "Layla", model.Pupil{Year: "5", Class: "5A", SEN: model.SENSupport})
	c.pupil("Nowak", "Luki", model.Pupil{Year: "3", Class: "3A", SEN: model.EHCP, PlanMade: "2026-01-30"})
	c.pupil("Lane", "Zoë", model.Pupil{Year: "6", Class: "6C", SEN: model.EHCP, PlanMade: "2026-03-20"})
	c.pupil("Finch", "Tyler", model.Pupil{Year: "3", Class: "3B", SEN: model.EHCP, PlanMade: "2025-12-15"})
	c.meeting("Okafor", model.TermlyReview, model.Held, "2026-10-14T15:30")
	c.meeting("Finch", model.AnnualReview, model.Held, "2026-11-09T10:00")
	nowak := c.meeting("Nowak", model.AnnualReview, model.Planned, "2026-12-10T14:00")
	c.Keep(c.Store.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: nowak, Side: model.FamilySide, AdultID: c.Mother("Nowak"), Name: "Mrs Nowak", Role: "mother"}))
	c.Keep(c.Store.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: nowak, Side: model.OtherSide, Name: "Mr Stone-Park", Role: "SEN officer", AdviceAsked: "2026-11-11"}))
	return c
}

func (c *caseload) pupil(family, child string, p model.Pupil) {
	c.t.Helper()
	id := c.AddFamily(family, child, p.Class, "Ngozi")
	pupils, err := c.Store.FamilyPupils(ctx, id)
	if err != nil {
		c.t.Fatal(err)
	}
	p.ID, p.UID, p.FamilyID, p.SchoolID, p.Forename, p.Surname = pupils[0].ID, pupils[0].UID, id, c.School, child, family
	c.Keep(c.Store.SavePupil(ctx, p))
	c.pupils[family] = p.ID
}

func (c *caseload) meeting(family string, kind model.MeetingKind, status model.MeetingStatus, start model.Moment) int64 {
	c.t.Helper()
	return c.Keep(c.Store.SaveMeeting(ctx, model.Meeting{FamilyID: c.Family(family), Pupils: []int64{c.pupils[family]}, Kind: kind, Status: status, Start: start, Minutes: 30}))
}

func (c *caseload) at(kind screen.Kind, width, height int) *tuitest.Driver {
	return c.Open(tuitest.Options{Width: width, Height: height, Start: screen.Route{Kind: kind}})
}

func TestTheGridSaysWhoWasMetThisTerm(t *testing.T) { // practice 46; rules.md R32 and R33
	d := newCaseload(t).at(screen.Reviews, 120, 40)
	d.See("5 pupils with SEN support or a plan", "Autumn", "Spring", "Summer", "✓ 14 Oct · not home", "◔ planned 10 Dec", "○ missing", "– not yet")
	d.See("Luki Nowak, EHCP · Autumn: planned 10 Dec, annual review").Press("tab").See("Spring: not yet")
}

func TestFewDaysBeforeTheEndOfTermTheMissingMeetingsPress(t *testing.T) { // rules.md R32
	c := newCaseload(t)
	d := c.Open(tuitest.Options{Now: time.Date(2026, 12, 7, 8, 41, 0, 0, time.UTC), Start: screen.Route{Kind: screen.Reviews}})
	d.See("! missing, 9 days left").Press("1").See("2 pupils without a SEN meeting")
}

func TestTheRecordIsMarkedAsGivenWhereItIsMissing(t *testing.T) { // rules.md R33
	d := newCaseload(t).at(screen.Reviews, 120, 40)
	d.Press("/").Type("chidi").See("1 pupil ").Press("down", "x").See("The record went home: Chidi", "held 14 Oct")
	d.Press("ctrl+s").See("✓ 14 Oct · home 24 Nov").Press("u").See("✓ 14 Oct · not home")
}

func TestTheMissingMeetingIsStartedWithOneKey(t *testing.T) { // rules.md R32
	d := newCaseload(t).at(screen.Reviews, 120, 40)
	d.Press("/").Type("layla").Press("down", "x").See("No meeting was held in this term yet")
	d.Press("m").See("A new meeting: Haddad", "termly SEN review", "How is Layla's support going, and what comes next?")
	d.Press("ctrl+s").See("Haddad · Termly SEN review").Press("esc").See("◔ planned, no time yet")
	d.Press("m").See("This term has its meeting")
}

func TestEnterOpensTheMeetingOrTheFamily(t *testing.T) {
	d := newCaseload(t).at(screen.Reviews, 120, 40)
	d.Press("/").Type("okafor").Press("enter").See("Okafor · Termly SEN review").Press("esc", "esc")
	d.Press("/").Type("haddad").Press("enter").See("Families › Haddad")
}

func TestTheCountdownNamesTheNextStepOfEachReview(t *testing.T) { // rules.md R34 to R37
	d := newCaseload(t).at(screen.ReviewDates, 120, 40)
	d.See("3 pupils with a plan", "Zoë Lane", "! no meeting yet", "1 day late", "Zoë moves to secondary school: final plan by")
	d.Press("j").See("! report to all", "council's decision").Press("j").See("◕ invitations", "Thu 26", "2 school days", "14 days before the meeting on Thu 10 Dec:")
}

func TestTheNextStepIsMarkedForThoseItConcerns(t *testing.T) { // rules.md R38
	d := newCaseload(t).at(screen.ReviewDates, 120, 40)
	d.Press("G", "x").See("Luki: invitations", "Mrs Nowak", "Mr Stone-Park").Press("ctrl+s")
	d.See("◕ advice to all", "✓ invite everybody", "done today").Press("u").See("◕ invitations")
}

func TestTheCouncilsAnswerBeginsTheNextYear(t *testing.T) { // rules.md R34
	c := newCaseload(t)
	finch := c.Keep(c.Store.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: 2, Side: model.FamilySide, AdultID: c.Mother("Finch"), Name: "Mrs Finch",
		Invited: "2026-10-12", ReportSent: "2026-11-16"}))
	if finch == 0 {
		t.Fatal("nobody was added")
	}
	d := c.at(screen.ReviewDates, 120, 40)
	d.Press("j").See("◕ council's answer").Press("x").See("Tyler: council's answer", "keeps the plan").Press("tab").See("amends the plan").Press("ctrl+s")
	d.NotSee("council's answer").See("Tue 26 Oct", "no meeting yet").Press("u").See("council's answer")
}

func TestAReviewWithoutAMeetingIsPlannedWithWhomTheLawWants(t *testing.T) { // rules.md R38
	c := newCaseload(t)
	c.Keep(c.Store.SaveProfessional(ctx, model.Professional{Name: "Mr Stone-Park", Role: "SEN officer"}))
	d := c.at(screen.ReviewDates, 120, 40)
	d.Press("x").See("no meeting yet: m plans it").Press("m").See("annual review", "Does Zoë's plan still say what Zoë needs?").Press("ctrl+s")
	d.See("Lane · Annual review").Press("v").See("The dates of this review", "Mr Stone-Park", "Zoë moves to secondary school")
}

func TestAPlanWhoseDayIsNotKnownSaysSo(t *testing.T) {
	c := newCaseload(t)
	c.pupil("Adeyemi", "Tobi", model.Pupil{Year: "5", Class: "5A", SEN: model.EHCP})
	d := c.at(screen.ReviewDates, 120, 40)
	d.Press("G").See("! day not known", "is not known: it stands on the child's page").Press("x").See("The day of the plan is not known")
}

func TestTheViewsAreReachedFromTheMeetingsAndTheFinder(t *testing.T) {
	d := newCaseload(t).at(screen.Meetings, 120, 40)
	d.Press("v", "v", "v").See("with SEN support or a plan").Press("v").See("the nearest first").Press("esc").See("coming")
	d.Press("2", "ctrl+p").Type("SEN meetings").Press("enter").See("with SEN support or a plan")
}

func TestWithoutPupilsEachViewSaysWhatToDo(t *testing.T) {
	d := tuitest.NewSmall(t).Open(tuitest.Options{Width: 80, Height: 24, Start: screen.Route{Kind: screen.Reviews}})
	d.See("No pupil has SEN support or an EHCP.").Golden("empty-80x24")
	d.Press("v").See("No pupil has an EHCP.")
	newCaseload(t).at(screen.Reviews, 80, 24).Press("/").Type("nobody").See("No pupil fits “nobody”.").Press("esc").See("5 pupils")
}

func TestWithoutTermDatesTheGridAsksForThem(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Reviews}})
	family, err := d.Store.SaveFamily(ctx, model.Family{Name: "Okafor"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Store.SavePupil(ctx, model.Pupil{FamilyID: family.New, Forename: "Chidi", SEN: model.EHCP, PlanMade: "2026-01-30"}); err != nil {
		t.Fatal(err)
	}
	d.Press("1", "3", "v", "v").See("The term dates of this school year are not known yet").Press("v").See("by Fri 1 Jan")
}

func TestALongCaseloadIsWalkedThroughInPages(t *testing.T) {
	c := tuitest.NewSmall(t)
	for i := range 260 {
		family := c.Keep(c.Store.SaveFamily(ctx, model.Family{Name: fmt.Sprintf("Family %03d", i)}))
		c.Keep(c.Store.SavePupil(ctx, model.Pupil{FamilyID: family, SchoolID: c.School, Forename: "Sam", Surname: fmt.Sprintf("Family %03d", i), SEN: model.EHCP,
			Year: "3", PlanMade: model.Date("2026-02-01").AddDays(i)}))
	}
	d := c.Open(tuitest.Options{Width: 120, Height: 24, Start: screen.Route{Kind: screen.Reviews}})
	d.See("260 pupils", "Sam Family 000").Press("G").See("Sam Family 259").Press("pgup", "pgup").See("Sam Family 233").Press("g").See("Sam Family 000")
	d.Press("v").See("Sam Family 000").Press("G").See("Sam Family 259").Press("g").See("Sam Family 000")
}

func TestTheViewsLookAsTheyDid(t *testing.T) {
	for _, view := range []screen.Kind{screen.Reviews, screen.ReviewDates} {
		d := tuitest.New(t, tuitest.Options{Families: 60, Start: screen.Route{Kind: view}})
		for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
			d.Resize(size[0], size[1]).Golden(fmt.Sprintf("%s-%dx%d", map[screen.Kind]string{screen.Reviews: "terms", screen.ReviewDates: "countdown"}[view], size[0], size[1]))
		}
	}
}

func TestWhatWasTypedAboutARecordIsGoneOnWith(t *testing.T) {
	c := newCaseload(t)
	d := c.at(screen.Reviews, 120, 40)
	d.Press("/").Type("chidi").Press("down", "x", "tab", "right", "shift+tab", "up", "up").See("Sun 22 Nov").Wait(3 * time.Second)
	next := tuitest.New(t, tuitest.Options{Path: c.Path})
	next.See("Unfinished", "SEN record").Press("g", "enter").See("The record went home: Chidi", "Sun 22 Nov")
}
