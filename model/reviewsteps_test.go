package model_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

// luki has a plan whose year runs out on 9 March 2027.
func luki() model.ReviewFacts {
	return model.ReviewFacts{
		Pupil: model.Pupil{ID: 1, Forename: "Luki", Surname: "Nowak", SEN: model.EHCP, Roll: model.OnRoll, Year: "3", PlanMade: "2026-03-10", Born: "2019-02-03"},
		Today: autumnDay,
	}
}

func withMeeting(f model.ReviewFacts, status model.MeetingStatus, start model.Moment) model.ReviewFacts {
	f.Meeting = model.Meeting{ID: 9, Kind: model.AnnualReview, Status: status, Start: start}
	f.People = []model.MeetingPerson{
		{ID: 1, Side: model.FamilySide, AdultID: 1, Invited: "2026-11-02", ReportSent: "2026-11-20"},
		{ID: 2, Side: model.OtherSide, Role: "SEN officer", Invited: "2026-11-03", AdviceAsked: "2026-11-02", AdviceSentOn: "2026-11-06", ReportSent: "2026-11-20"},
		{ID: 3, Side: model.FamilySide, PupilID: 1}, {ID: 4, Side: model.SchoolSide, Name: "Ms Reed"}, {ID: 5, Side: model.OtherSide, Interpreter: true},
	}
	return f
}

func stepOf(c model.ReviewChain, id model.StepID) model.ReviewStep {
	at := slices.IndexFunc(c.Steps, func(s model.ReviewStep) bool { return s.ID == id })
	if at < 0 {
		return model.ReviewStep{}
	}
	return c.Steps[at]
}

func TestTheNextStepOfAReview(t *testing.T) { // rules.md R34 to R37
	for _, c := range []struct {
		name  string
		facts func() model.ReviewFacts
		next  model.StepID // "" none
		state model.StepState
		due   model.Date
	}{
		{"no meeting, and months to go", luki, model.StepMeet, model.StepAhead, "2027-02-09"},
		{"no meeting, and advice is to be asked soon", func() model.ReviewFacts { f := luki(); f.Today = "2027-01-05"; return f }, model.StepMeet, model.StepDue, "2027-02-09"},
		{"no meeting, and its last day has passed", func() model.ReviewFacts { f := luki(); f.Today = "2027-02-10"; return f }, model.StepMeet, model.StepLate, "2027-02-09"},
		{"invitations are late", func() model.ReviewFacts {
			f := withMeeting(luki(), model.Planned, "2026-12-03T14:00")
			f.People[0].Invited = ""
			return f
		}, model.StepInvite, model.StepLate, "2026-11-19"},
		{"everything before it is done", func() model.ReviewFacts { return withMeeting(luki(), model.Planned, "2026-12-03T14:00") }, model.StepMeet, model.StepDue, "2026-12-03"},
		{"the report waits", func() model.ReviewFacts {
			f := withMeeting(luki(), model.Held, "2026-11-16T14:00")
			f.People[0].ReportSent = ""
			return f
		}, model.StepReport, model.StepDue, "2026-11-30"},
		{"the council's answer waits", func() model.ReviewFacts { return withMeeting(luki(), model.Held, "2026-11-16T14:00") }, model.StepDecision, model.StepAhead, "2026-12-14"},
		{"the plan stays: all is done", func() model.ReviewFacts {
			f := withMeeting(luki(), model.Held, "2026-10-12T14:00")
			f.Meeting.CouncilDecided, f.Meeting.CouncilDecision = "2026-11-05", model.KeepsPlan
			return f
		}, "", "", ""},
		{"the plan changes: the notice waits", func() model.ReviewFacts {
			f := withMeeting(luki(), model.Held, "2026-11-02T14:00")
			f.Meeting.CouncilDecided, f.Meeting.CouncilDecision = "2026-11-20", model.AmendsPlan
			return f
		}, model.StepNotice, model.StepDue, "2026-11-30"},
		{"the notice was given: the final plan waits", func() model.ReviewFacts {
			f := withMeeting(luki(), model.Held, "2026-11-02T14:00")
			f.Meeting.CouncilDecided, f.Meeting.CouncilDecision, f.Meeting.AmendmentNotice = "2026-11-20", model.AmendsPlan, "2026-11-20"
			return f
		}, model.StepFinalPlan, model.StepAhead, "2027-01-15"},
		{"the day of the plan is not known", func() model.ReviewFacts { f := luki(); f.Pupil.PlanMade = ""; return f }, "", "", ""},
		{"a move to secondary school comes first", func() model.ReviewFacts { f := luki(); f.Pupil.Year = "6"; return f }, model.StepMeet, model.StepLate, "2026-11-23"},
		{"a review of this term was before the move", func() model.ReviewFacts {
			f := luki()
			f.Pupil.Year, f.Pupil.LastReview, f.Pupil.PlanMade = "6", "2026-10-05", "2026-11-02"
			return f
		}, model.StepMeet, model.StepAhead, "2027-10-04"},
	} {
		f := c.facts()
		f.Calendar = sampleCalendar(t)
		next, open := f.Chain().Next()
		if open != (c.next != "") || next.ID != c.next || next.State != c.state || next.Due != c.due {
			t.Errorf("%s: %s, %s by %s", c.name, next.ID, next.State, next.Due)
		}
	}
}

func TestTheChainSaysHowEachDayWasCounted(t *testing.T) { // rules.md R12, R34, R35
	f := withMeeting(luki(), model.Planned, "2026-12-03T14:00")
	f.Calendar = sampleCalendar(t)
	chain := f.Chain()
	for id, want := range map[model.StepID]string{
		model.StepInvite: "14 days before the meeting on Thu 3 Dec: Thu 19 Nov",
		model.StepMeet:   "28 days before the review is to be finished on Tue 9 Mar 2027: by Tue 9 Feb 2027",
		model.StepReport: "14 days after the meeting on Thu 3 Dec: Thu 17 Dec",
	} {
		if got := stepOf(chain, id); got.Counted != want || got.Source == "" {
			t.Errorf("%s: %q, from %q", id, got.Counted, got.Source)
		}
	}
	f.Meeting.Start = "2026-12-10T14:00"
	report := stepOf(f.Chain(), model.StepReport)
	if report.Due != "2026-12-18" || report.Last != "2026-12-24" || report.Counted != "14 days after the meeting on Thu 10 Dec: Thu 24 Dec, the last school day up to then Fri 18 Dec" {
		t.Errorf("a report over Christmas: %s, %s, %q", report.Due, report.Last, report.Counted)
	}
}

func TestWhatConcernsPeopleIsDoneWhenTheLastOfThemHasIt(t *testing.T) { // rules.md R38
	f := withMeeting(luki(), model.Planned, "2026-12-03T14:00")
	f.Calendar = sampleCalendar(t)
	if s := stepOf(f.Chain(), model.StepInvite); s.Done != "2026-11-03" || s.Words(autumnDay) != "done Tue 3 Nov" {
		t.Errorf("invited: %+v", s)
	}
	f.People = append(f.People, model.MeetingPerson{ID: 6, Side: model.OtherSide, Role: "school nurse"})
	if s := stepOf(f.Chain(), model.StepInvite); s.State != model.StepLate || s.Words(autumnDay) != "late: was due Thu 19" {
		t.Errorf("with one more: %+v", s)
	}
	if lacking := f.Lacking(model.StepAskAdvice); len(lacking) != 1 || lacking[0].ID != 6 {
		t.Errorf("advice is to be asked of %+v", lacking)
	}
	f.People[5].WhyNot = "no nurse in this area"
	if lacking := f.Lacking(model.StepInvite); len(lacking) != 0 {
		t.Errorf("left out with a reason, and yet invited: %+v", lacking)
	}
}

func TestTheChainIsInOrderAndNoHolidayMovesIt(t *testing.T) { // rules.md R34 and R35
	calendar := sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		f := luki()
		f.Calendar = calendar
		f.Today = model.Date("2026-09-01").AddDays(rapid.IntRange(0, 300).Draw(t, "today"))
		f.Pupil.PlanMade = model.Date("2025-10-01").AddDays(rapid.IntRange(0, 500).Draw(t, "plan"))
		f.Pupil.Year = rapid.SampledFrom([]model.YearGroup{"1", "6", "11", "N2"}).Draw(t, "year")
		met := model.Date("2026-09-01").AddDays(rapid.IntRange(0, 330).Draw(t, "met"))
		switch rapid.IntRange(0, 2).Draw(t, "meeting") {
		case 1:
			f = withMeeting(f, model.Planned, model.At(met, "14:00"))
		case 2:
			f = withMeeting(f, model.Held, model.At(met, "14:00"))
		}
		chain := f.Chain()
		var last model.Date
		for _, s := range chain.Steps {
			if s.Last < last || s.Due > s.Last || !s.Due.Valid() || s.Source == "" {
				t.Fatalf("%s is due %s, by the rule %s, after %s", s.ID, s.Due, s.Last, last)
			}
			last = s.Last
		}
		on := stepOf(chain, model.StepMeet).Due
		for id, days := range map[model.StepID]int{model.StepInvite: -14, model.StepSendAdvice: -14, model.StepReport: 14, model.StepDecision: 28, model.StepFinalPlan: 84} {
			if got := on.DaysUntil(stepOf(chain, id).Last); got != days {
				t.Fatalf("%s is %d days from the meeting", id, got)
			}
		}
		if chain.CompleteBy != "" && chain.MeetBy.DaysUntil(chain.CompleteBy) < 28 {
			t.Fatalf("meeting by %s leaves the council too little before %s", chain.MeetBy, chain.CompleteBy)
		}
	})
}

func TestAnAmendedPlanIsFinalAtTheEarlierOfTheTwoDays(t *testing.T) { // rules.md R35 and R36
	rapid.Check(t, func(t *rapid.T) {
		met := model.Date("2026-09-01").AddDays(rapid.IntRange(0, 300).Draw(t, "met"))
		notice := met.AddDays(rapid.IntRange(0, 120).Draw(t, "notice"))
		by := model.FinalPlanBy(met, notice)
		if by > met.AddDays(84) || by > notice.AddDays(56) || by != min(met.AddDays(84), notice.AddDays(56)) {
			t.Fatalf("met %s, notice %s: final by %s", met, notice, by)
		}
		if model.FinalPlanBy(met, "") != met.AddDays(84) {
			t.Fatal("without a notice it is twelve weeks after the meeting")
		}
	})
}

func TestWhichMeetingBelongsToTheReviewThatIsUnderWay(t *testing.T) { // rules.md R34
	for _, c := range []struct {
		name string
		m    model.Meeting
		by   model.Date // the school's own date
		open bool
	}{
		{"planned", model.Meeting{Kind: model.AnnualReview, Status: model.Planned}, "", true},
		{"held, no answer yet", model.Meeting{Kind: model.AnnualReview, Status: model.Held, Start: "2026-11-02T14:00"}, "", true},
		{"held before the last decision", model.Meeting{Kind: model.AnnualReview, Status: model.Held, Start: "2026-02-02T14:00"}, "", false},
		{"held before the year of the school's date", model.Meeting{Kind: model.AnnualReview, Status: model.Held, Start: "2026-11-02T14:00"}, "2027-12-01", false},
		{"the plan stays", model.Meeting{Kind: model.AnnualReview, Status: model.Held, Start: "2026-11-02T14:00", CouncilDecided: "2026-11-20", CouncilDecision: model.KeepsPlan}, "", false},
		{"the plan changes", model.Meeting{Kind: model.AnnualReview, Status: model.Held, Start: "2026-11-02T14:00", CouncilDecided: "2026-11-20", CouncilDecision: model.AmendsPlan}, "", true},
		{"the changed plan is final", model.Meeting{Kind: model.AnnualReview, Status: model.Held, Start: "2026-11-02T14:00", CouncilDecision: model.AmendsPlan, FinalPlan: "2027-01-10"}, "", false},
		{"cancelled", model.Meeting{Kind: model.AnnualReview, Status: model.Cancelled}, "", false},
		{"a termly one", model.Meeting{Kind: model.TermlyReview, Status: model.Planned}, "", false},
	} {
		p := luki().Pupil
		p.ReviewBy = c.by
		if got := p.OpenReview(c.m); got != c.open {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestHowFarOffInSchoolWeeks(t *testing.T) { // rules.md R34
	calendar := sampleCalendar(t)
	for due, want := range map[model.Date]string{
		autumnDay: "today", "2026-11-23": "1 day late", "2026-11-27": "3 school days", "2026-12-18": "3 school weeks", "2027-01-15": "5 school weeks", "2030-01-01": "162 weeks",
	} {
		if got := calendar.SchoolWeeks(autumnDay, due); got != want {
			t.Errorf("%s: %q, not %q", due, got, want)
		}
	}
}
