package store

import (
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

const tuesdayMorning = model.Moment("2026-11-24T08:41")

func todayOf(t testing.TB, s *Store) view.Today {
	t.Helper()
	world, err := s.World(ctx)
	if err != nil {
		t.Fatal(err)
	}
	page, err := s.Today(ctx, tuesdayMorning, world)
	if err != nil {
		t.Fatal(err)
	}
	figures, err := s.TodayFigures(ctx, tuesdayMorning, world)
	if err != nil {
		t.Fatal(err)
	}
	return page.With(figures)
}

func promisedOn(page view.Today) []string {
	var what []string
	for _, l := range page.Promised.Lines {
		what = append(what, l.When+": "+l.What)
	}
	return what
}

func TestTodayShowsWhatIsNearAndCountsTheRest(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	for _, f := range []model.FollowUp{
		{What: "far", Due: "2027-01-12"}, {What: "no date"}, {What: "next week", Due: "2026-12-01"},
		{What: "today", Due: "2026-11-24"}, {What: "at nine", Due: "2026-11-24", DueAt: "09:00"},
		{What: "theirs", Due: "2026-11-20", Whose: model.OfFamily}, {What: "asleep", Due: "2026-11-20", Hidden: "2026-11-25"},
		{What: "awake again", Due: "2026-11-26", Hidden: "2026-11-24"},
	} {
		f.FamilyID = o.family
		addFollowUp(t, s, f)
	}
	page := todayOf(t, s)
	want := []string{"4 days late: theirs", "today: at nine", "today: today", "Thu 26: awake again", "Tue 1 Dec: next week"}
	if got := promisedOn(page); !slices.Equal(got, want) {
		t.Errorf("promised:\n%v\nwant\n%v", got, want)
	}
	if page.Promised.Open != 8 || page.Promised.Asleep != 1 {
		t.Errorf("%d open, %d asleep", page.Promised.Open, page.Promised.Asleep)
	}
	must(t)(s.RemoveFamily(ctx, o.family))
	if page := todayOf(t, s); len(page.Promised.Lines) != 0 || page.Some {
		t.Errorf("a family that was removed is still on Today: %v", promisedOn(page))
	}
}

// rules.md R13: the clock starts with the question and stops with the answer. A question and the reply
// promised to it stand on the page once.
func TestAQuestionStandsOnTodayOnce(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	asked := must(t)(s.SaveContact(ctx, view.NewContact{
		Contact:   model.Contact{FamilyID: o.family, At: "2026-11-20T09:00", Kind: model.Question, Channel: model.ByEmail, Note: "the school trip"},
		FollowUps: []model.FollowUp{{What: "Answer about the trip", Kind: model.Reply, Due: "2026-11-27"}},
	})).New
	page := todayOf(t, s)
	if len(page.Waiting.Lines) != 1 || page.Waiting.Lines[0].Words != "the school trip" || len(page.Promised.Lines) != 0 {
		t.Fatalf("waiting %+v, promised %v", page.Waiting.Lines, promisedOn(page))
	}
	replies, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 10, 0)
	if err != nil || len(replies.Rows) != 1 {
		t.Fatal(replies, err)
	}
	reply := replies.Rows[0].ID

	must(t)(s.MoveFollowUp(ctx, reply, "2026-11-24", "16:00", "me"))
	if page = todayOf(t, s); len(page.Waiting.Lines) != 0 || !slices.Equal(promisedOn(page), []string{"today: Answer about the trip"}) {
		t.Errorf("promised for an hour: waiting %+v, promised %v", page.Waiting.Lines, promisedOn(page))
	}
	must(t)(s.HideFollowUp(ctx, reply, "2026-11-26"))
	if page = todayOf(t, s); len(page.Waiting.Lines) != 1 {
		t.Error("a reply that sleeps hides the question")
	}
	must(t)(s.AnswerQuestion(ctx, asked, ""))
	if page = todayOf(t, s); len(page.Waiting.Lines) != 0 || followUpIn(t, s, reply).State != model.Done {
		t.Errorf("answered: waiting %+v, reply %+v", page.Waiting.Lines, followUpIn(t, s, reply))
	}
	must(t)(s.Undo(ctx))
	if page = todayOf(t, s); len(page.Waiting.Lines) != 1 || followUpIn(t, s, reply).State != model.Open {
		t.Error("taken back, it does not wait again")
	}
}

func TestAReplyThatIsDoneAnswersTheQuestion(t *testing.T) { // rules.md R13
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.SaveContact(ctx, view.NewContact{
		Contact:   model.Contact{FamilyID: o.family, At: "2026-11-20T09:00", Kind: model.Question, Note: "the school trip"},
		FollowUps: []model.FollowUp{{What: "Answer about the trip", Kind: model.Reply, Due: "2026-11-23"}},
	}))
	late := todayOf(t, s).Promised.Lines
	if len(late) != 1 {
		t.Fatalf("promised: %+v", late)
	}
	must(t)(s.SettleFollowUp(ctx, late[0].ID, "", false))
	if page := todayOf(t, s); len(page.Waiting.Lines) != 0 {
		t.Errorf("still waiting: %+v", page.Waiting.Lines)
	}
}

// practice 6: each family in its own rhythm.
func TestGoingQuietGoesByEachFamilysRhythm(t *testing.T) {
	s := openNew(t)
	for name, every := range map[string]int{"Weekly": 5, "Usual": 0, "Slow": 30} {
		id := must(t)(s.SaveFamily(ctx, model.Family{Name: name, CheckinEvery: every})).New
		must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: id, Forename: "Sam", Surname: name}))
		must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: id, At: "2026-11-12T15:20", Kind: model.CheckIn, Channel: model.ByGate}}))
	}
	page := todayOf(t, s)
	if page.Quiet.All != 1 || len(page.Quiet.Lines) != 1 || page.Quiet.Lines[0].Family != "Weekly" || page.Quiet.Lines[0].Every != "every week" {
		t.Errorf("going quiet: %+v", page.Quiet)
	}
}

func TestAnnualReviewsComeUpUntilTheyHaveAMeeting(t *testing.T) { // rules.md R34
	s := openNew(t)
	addSchool(t, s)
	id := must(t)(s.SaveFamily(ctx, model.Family{Name: "Nowak"})).New
	pupil := must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: id, Forename: "Jan", Surname: "Nowak", SEN: model.EHCP, ReviewBy: "2027-01-12"})).New
	reviews := func() (n int) {
		for _, c := range todayOf(t, s).Coming {
			if c.FamilyID == id && strings.Contains(c.What, "hold the annual review") {
				n++
			}
		}
		return n
	}
	if reviews() != 1 {
		t.Error("a review that must meet in three weeks does not come up")
	}
	must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: id, Pupils: []int64{pupil}, Kind: model.AnnualReview, Start: "2026-12-10T14:00"}))
	if reviews() != 0 {
		t.Error("a review with a meeting still asks for one")
	}
}
