package model

import (
	"slices"
	"testing"
)

func TestEveryRowOfTheChecklistIsComplete(t *testing.T) {
	seen := map[ItemID]bool{}
	for _, r := range ChecklistRules {
		if seen[r.ID] {
			t.Errorf("%s stands twice", r.ID)
		}
		seen[r.ID] = true
		if r.Asks == "" || r.Why == "" || r.Try == "" || r.Applies == nil || !r.Group.Valid() || !r.When.Valid() {
			t.Errorf("%s lacks something", r.ID)
		}
		if r.Settle == nil && !r.Hand {
			t.Errorf("nothing settles %s", r.ID)
		}
		if r.When.prepares() && r.Lacks == "" {
			t.Errorf("%s has no words for what is missing", r.ID)
		}
	}
}

// idsOf are the items of a checklist whose ids begin so.
func idsOf(f Facts, group Group) []ItemID {
	var ids []ItemID
	for _, i := range Checklist(f) {
		if i.Group == group {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

// practice 30
func TestTheChecklistFollowsTheMode(t *testing.T) {
	for _, tc := range []struct {
		mode      Mode
		how, room []ItemID
		kettle    bool
	}{
		{ModeNotChosen, []ItemID{"how.mode", "how.reminder"}, nil, false},
		{InPerson, []ItemID{"how.mode", "how.reminder"}, []ItemID{"room.neutral", "room.private", "room.booked", "room.barrier", "room.sides"}, true},
		{OnVideo, []ItemID{"how.mode", "how.face", "how.camera", "how.link", "how.reminder"}, nil, false},
		{OnPhone, []ItemID{"how.mode", "how.face", "how.number", "how.reminder"}, nil, false},
		{Mixed, []ItemID{"how.mode", "how.face", "how.link", "how.mixed", "how.reminder"},
			[]ItemID{"room.neutral", "room.private", "room.booked", "room.barrier", "room.sides"}, false},
	} {
		f := okaforFacts()
		f.Meeting.Mode, f.Meeting.Mood = tc.mode, MoodEasy
		if got := idsOf(f, GroupHow); !slices.Equal(got, tc.how) {
			t.Errorf("%q: how %v, want %v", tc.mode, got, tc.how)
		}
		if got := idsOf(f, GroupRoom); !slices.Equal(got, tc.room) {
			t.Errorf("%q: room %v, want %v", tc.mode, got, tc.room)
		}
		if got := slices.Contains(idsOf(f, GroupDay), "day.kettle"); got != tc.kettle {
			t.Errorf("%q: the kettle is asked about: %v", tc.mode, got)
		}
	}
}

func TestWhichRowsApply(t *testing.T) {
	nothing := func(*Facts) {}
	for _, tc := range []struct {
		name   string
		id     ItemID
		change func(*Facts)
		want   bool
	}{
		{"not asked what they want when it is urgent", "why.theirs", func(f *Facts) { f.Meeting.Urgent = true }, false},
		{"no choice of times when it is urgent", "when.options", func(f *Facts) { f.Meeting.Urgent = true }, false},
		{"no story", "why.story", nothing, false},
		{"a story", "why.story", func(f *Facts) { f.FamilyStory = true }, true},
		{"a first meeting asks for the story", "why.story", func(f *Facts) { f.Meeting.Kind = FirstMeeting }, true},
		{"no meeting before", "why.last", nothing, false},
		{"a meeting before", "why.last", func(f *Facts) { f.EarlierMeeting = true }, true},
		{"the teacher comes", "why.teacher", nothing, false},
		{"the teacher cannot come", "why.teacher", func(f *Facts) { f.People[4].Answer = CannotCome }, true},
		{"it grew from a concern", "why.teacher", func(f *Facts) { f.ConcernOn = "2026-11-16" }, true},
		{"a review asks the child", "why.child", func(f *Facts) { f.Meeting.Kind = TermlyReview }, true},
		{"an honest conversation does not ask the child", "why.child", nothing, false},
		{"a return needs one account", "why.account", func(f *Facts) { f.Meeting.Kind = ReturnFromSuspension }, true},
		{"no order", "who.order", nothing, false},
		{"an order", "who.order", func(f *Facts) { f.Links[1].CourtOrder = true }, true},
		{"an order about another child", "who.order", func(f *Facts) {
			f.Links = append(f.Links, Link{ID: 8, PupilID: adaID, AdultID: emekaID, CourtOrder: true})
		}, false},
		{"practice 26: the liaison officer at an honest conversation", "who.flo", nothing, true},
		{"no liaison officer at a check-in", "who.flo", func(f *Facts) { f.Meeting.Kind = CheckInMeeting }, false},
		{"practice 61: after abuse", "who.flo", func(f *Facts) { f.Meeting.Kind, f.AbuseBefore = CheckInMeeting, true }, true},
		{"practice 61: nobody alone after abuse", "who.notalone", func(f *Facts) { f.AbuseBefore = true }, true},
		{"practice 61: nobody alone on a home visit", "who.notalone", func(f *Facts) { f.Meeting.HomeVisit = true }, true},
		{"no room on a home visit", "room.neutral", func(f *Facts) { f.Meeting.HomeVisit = true }, false},
		{"one from school needs no host", "who.host", func(f *Facts) { f.People = f.People[:4] }, false},
		{"practice 29: standby when it may become heated", "who.standby", nothing, true},
		{"no standby when it is easy", "who.standby", func(f *Facts) { f.Meeting.Mood = MoodEasy }, false},
		{"no interpreter needed", "who.interpreter", nothing, false},
		{"an interpreter needed", "who.interpreter", func(f *Facts) { f.Adults[1].Interpreter = Yes }, true},
		{"he cannot come", "who.interpreter", func(f *Facts) { f.Adults[1].Interpreter, f.People[1].Answer = Yes, CannotCome }, false},
		{"a known need", "who.access", func(f *Facts) { f.Adults[0].Access = "no steps" }, true},
		{"two in the room", "room.sides", func(f *Facts) { f.People = []MeetingPerson{f.People[0], f.People[3]} }, false},
		{"a little one comes", "room.children", func(f *Facts) { f.Meeting.YoungerComes = true }, true},
		{"they named nothing", "agenda.theirs", nothing, false},
		{"they named something", "agenda.theirs", func(f *Facts) { f.Meeting.Theirs = "the bus" }, true},
		{"not sent", "agenda.changed", func(f *Facts) { f.Meeting.AgendaChanged = okaforToday }, false},
		{"no papers", "papers.ready", nothing, false},
		{"a paper", "papers.ready", func(f *Facts) { f.Papers = []Paper{{Title: "the timetable"}} }, true},
		{"no answer about times", "when.theirs", func(f *Facts) { f.Options[0].Answers, f.Options[1].Answers = nil, nil }, false},
		{"only school answered", "when.theirs", func(f *Facts) {
			f.Options[0].Answers, f.Options[1].Answers = []TimeAnswer{{14, Yes}}, nil
		}, false},
		{"notice before a review", "when.notice", func(f *Facts) { f.Meeting.Kind = AnnualReview }, true},
		{"no notice before a check-in", "when.notice", func(f *Facts) { f.Meeting.Kind = CheckInMeeting }, false},
		{"the council is invited to an annual review", "who.la", func(f *Facts) { f.Meeting.Kind = AnnualReview }, true},
		{"practice 22: why was said on the phone", "why.voice", func(f *Facts) { f.People[1].ToldWhyBy = ByPhone }, false},
		{"practice 22: why was only written", "why.voice", func(f *Facts) { f.People[1].ToldWhyBy = ByEmail }, true},
		{"a termly review may be announced by e-mail", "why.voice", func(f *Facts) { f.Meeting.Kind, f.People[1].ToldWhyBy = TermlyReview, ByEmail }, false},
		{"practice 23: a purpose as a hope", "why.presumes", nothing, false},
		{"practice 23: a purpose that presumes difficulty", "why.presumes", func(f *Facts) { f.Meeting.Purpose = "Chidi's difficult behaviour." }, true},
		{"practice 39: home is asked first", "why.home", nothing, true},
		{"not at a check-in", "why.home", func(f *Facts) { f.Meeting.Kind = CheckInMeeting }, false},
		{"a pattern for attendance", "why.pattern", func(f *Facts) { f.Meeting.Kind = AttendanceMeeting }, true},
		{"the first day back", "why.firstday", func(f *Facts) { f.Meeting.Kind = ReturnFromSuspension }, true},
		{"everybody can come", "who.instead", nothing, false},
		{"he cannot come, so what is done instead", "who.instead", func(f *Facts) { f.People[1].Answer = CannotCome }, true},
		{"who does not wish to come is left in peace", "who.instead", func(f *Facts) { f.People[1].Answer = DoesNotWish }, false},
		{"practice 61: a home visit asks who knows where", "who.knows", func(f *Facts) { f.Meeting.HomeVisit = true }, true},
		{"practice 61: a leader knows", "who.leader", func(f *Facts) { f.AbuseBefore = true }, true},
		{"the next place comes to a transition", "who.next", func(f *Facts) { f.Meeting.Kind = TransitionMeeting }, true},
		{"who leads a complaint", "who.concerned", func(f *Facts) { f.Meeting.Kind = InformalComplaint }, true},
		{"a number to ring", "how.number", func(f *Facts) { f.Meeting.Mode = OnPhone }, true},
		{"at their home", "how.home", func(f *Facts) { f.Meeting.HomeVisit = true }, true},
		{"English is no other language", "how.language", func(f *Facts) { f.Adults[0].Language = "English" }, false},
		{"English is one of two", "how.language", func(f *Facts) { f.Adults[0].Language = "Igbo, English" }, false},
		{"another language", "how.language", func(f *Facts) { f.Adults[0].Language = "Igbo" }, true},
		{"steps", "room.steps", func(f *Facts) { f.Adults[0].Access = "no steps, please" }, true},
		{"hearing is no matter of steps", "room.steps", func(f *Facts) { f.Adults[0].Access = "hears badly on the left" }, false},
		{"a pushchair at this meeting", "room.steps", func(f *Facts) { f.People[0].Needs = "comes with a pushchair" }, true},
		{"no debrief after an easy one", "after.debrief", func(f *Facts) { f.Meeting.Status, f.Meeting.Mood = Held, MoodEasy }, false},
		{"practice 49: a debrief after a hard one", "after.debrief", func(f *Facts) {
			f.Meeting.Status, f.Meeting.Mood, f.Meeting.MoodThen = Held, MoodEasy, MoodUpset
		}, true},
		{"a debrief after one that was expected to be hard", "after.debrief", func(f *Facts) { f.Meeting.Status, f.Meeting.Mood = Held, MoodUpset }, true},
		{"no report before the review", "review.report", func(f *Facts) { f.Meeting.Kind = AnnualReview }, false},
		{"a report after the review", "review.report", func(f *Facts) { f.Meeting.Kind, f.Meeting.Status = AnnualReview, Held }, true},
	} {
		f := okaforFacts()
		tc.change(&f)
		if _, got := itemOf(Checklist(f), tc.id); got != tc.want {
			t.Errorf("%s: %s applies %v, want %v", tc.name, tc.id, got, tc.want)
		}
	}
}

func TestWhatSettlesARow(t *testing.T) {
	for _, tc := range []struct {
		name   string
		id     ItemID
		change func(*Facts)
		want   ItemState
		says   string
	}{
		{"nobody is invited", "why.told", func(f *Facts) { f.People = nil }, ItemOpen, "nobody is invited yet"},
		{"practice 15: one of two knows", "why.told", func(f *Facts) { f.People[1].ToldWhy = "" }, ItemOpen, "Mrs Okafor Thu 19, phone; Mr Okafor not told yet"},
		{"asked with a date", "why.theirs", func(f *Facts) {
			f.Agenda[1].Theirs, f.Meeting.AskedTheirs, f.Meeting.Theirs = false, "2026-11-19", "the bus"
		}, SettledByFacts, "asked Thu 19: the bus"},
		{"not asked", "why.theirs", func(f *Facts) { f.Agenda[1].Theirs = false }, ItemOpen, "not asked yet"},
		{"a promise is open", "why.last", func(f *Facts) { f.EarlierMeeting, f.PromisesKept, f.PromisesOpen = true, 2, 1 }, ItemAsks, "2 of 3 kept"},
		{"all kept", "why.last", func(f *Facts) { f.EarlierMeeting, f.PromisesKept = true, 3 }, SettledByFacts, "all kept"},
		{"the child comes", "why.child", func(f *Facts) {
			f.Meeting.Kind, f.People = TermlyReview, append(f.People, MeetingPerson{Side: FamilySide, PupilID: chidiID})
		}, SettledByFacts, "Chidi comes along"},
		{"nobody was asked", "who.parents", func(f *Facts) { f.People = nil }, ItemOpen, "not asked yet"},
		{"practice 27: the reason why not is kept", "who.parents", func(f *Facts) {
			f.People[1] = MeetingPerson{Side: FamilySide, AdultID: emekaID, WhyNot: "he lives abroad"}
		}, SettledByFacts, "Mrs Okafor comes; Mr Okafor not asked: he lives abroad"},
		{"no parent is known", "who.parents", func(f *Facts) { f.Links = nil }, ItemAsks, "no parent is known"},
		{"he is not in touch", "who.parents", func(f *Facts) { f.Adults[1].InTouch, f.People = AskedNotTo, f.People[:1] }, SettledByFacts, "Mrs Okafor comes"},
		{"every reason is there", "who.reason", func(f *Facts) { f.People[5].Reason = "knows the family" }, SettledByFacts, "Ms Reed, Mr Shah, Mrs Bell, Dr Ito"},
		{"the liaison officer is listed, but not asked", "who.flo", func(f *Facts) { f.People[5].Invited = "" }, ItemOpen, "Mrs Bell not asked yet"},
		{"the liaison officer was asked along, as ticked by hand", "who.flo", func(f *Facts) {
			f.People[5].Invited, f.Marks = "", []Mark{{Item: "who.flo", State: Ticked, On: "2026-11-19"}}
		}, TickedByHand, "ticked Thu 19"},
		{"the liaison officer cannot come", "who.flo", func(f *Facts) { f.People[5].Answer = CannotCome }, ItemAsks, "Mrs Bell cannot come"},
		{"on standby, but where", "who.standby", func(f *Facts) { f.Meeting.StandbyWhere = "" }, ItemAsks, "Mr Doyle"},
		{"two from school", "who.notalone", func(f *Facts) { f.AbuseBefore = true }, SettledByFacts, "Ms Reed, Mr Shah, Mrs Bell and Dr Ito"},
		{"alone", "who.notalone", func(f *Facts) { f.AbuseBefore, f.People = true, f.People[:4] }, ItemAsks, "one from school"},
		{"somebody knows where", "who.notalone", func(f *Facts) {
			f.AbuseBefore, f.People, f.Meeting.WhoKnows = true, f.People[:4], "the office"
		}, SettledByFacts, "the office knows where you are"},
		{"practice 61: a home visit after abuse, two go and nobody knows where", "who.notalone", func(f *Facts) {
			f.AbuseBefore, f.Meeting.HomeVisit = true, true
		}, ItemAsks, "Ms Reed, Mr Shah, Mrs Bell and Dr Ito"},
		{"practice 61: a home visit after abuse, somebody knows and nobody goes along", "who.notalone", func(f *Facts) {
			f.AbuseBefore, f.Meeting.HomeVisit, f.People, f.Meeting.WhoKnows = true, true, f.People[:4], "the office"
		}, ItemAsks, "the office knows where you are"},
		{"practice 61: a home visit after abuse, two go and somebody knows", "who.notalone", func(f *Facts) {
			f.AbuseBefore, f.Meeting.HomeVisit, f.Meeting.WhoKnows = true, true, "the office"
		}, SettledByFacts, "Ms Reed, Mr Shah, Mrs Bell and Dr Ito; the office knows where you are"},
		{"a relative would interpret", "who.interpreter", func(f *Facts) { f.Adults[0].Interpreter, f.People[2].Interpreter = Yes, true }, ItemAsks, "Auntie Grace"},
		{"an interpreter comes", "who.interpreter", func(f *Facts) {
			f.Adults[0].Interpreter, f.People = Yes, append(f.People, MeetingPerson{Side: OtherSide, Name: "Ms Ade", Interpreter: true})
		}, SettledByFacts, "Ms Ade"},
		{"needs asked of each adult", "who.access", func(f *Facts) {
			f.Meeting.Kind, f.People[0].Needs, f.People[1].Needs = FirstMeeting, "nothing", "large print"
		}, ItemOpen, "Mrs Okafor: nothing; Mr Okafor: large print; Auntie Grace not asked yet"},
		{"advice from one who cannot come", "who.advice", func(f *Facts) {
			f.Meeting.Kind, f.People[1].Answer, f.People[1].AdviceAsked = AnnualReview, CannotCome, "2026-11-20"
		}, SettledByFacts, "Mr Okafor Fri 20"},
		{"nobody from outside listed", "who.la", func(f *Facts) { f.Meeting.Kind = AnnualReview }, ItemOpen, "nobody on the list yet"},
		{"school chose the mode", "how.mode", func(f *Facts) { f.Meeting.ModeBy = SchoolChose }, ItemAsks, "face to face, the school's choice"},
		{"nobody said whose choice it was", "how.mode", func(f *Facts) { f.Meeting.ModeBy = ChosenByNobody }, ItemAsks, "face to face"},
		{"the council is invited", "who.la", func(f *Facts) {
			f.Meeting.Kind = AnnualReview
			for _, role := range []string{"SEN officer", "school nurse", "social worker"} {
				f.People = append(f.People, MeetingPerson{Side: OtherSide, Name: role, Role: role, Invited: "2026-11-20"})
			}
		}, SettledByFacts, "SEN officer Fri 20; school nurse Fri 20; social worker Fri 20"},
		{"R38: nobody stands for social care", "who.la", func(f *Facts) {
			f.Meeting.Kind = AnnualReview
			f.People = append(f.People, MeetingPerson{Side: OtherSide, Name: "Mr Cole", Role: "SEN officer", Invited: "2026-11-16", InvitedBy: ByEmail},
				MeetingPerson{Side: OtherSide, Name: "Mrs Fry", Role: "school nurse", Invited: "2026-11-16", InvitedBy: ByEmail})
		}, ItemOpen, "Mr Cole Mon 16 Nov, e-mail; Mrs Fry Mon 16 Nov, e-mail; not on the list: social care"},
		{"R35: advice asked of one from outside", "who.advice", func(f *Facts) {
			f.Meeting.Kind, f.Meeting.Start = AnnualReview, "2026-12-10T14:00"
			f.People = append(f.People, MeetingPerson{Side: OtherSide, Name: "Mr Cole", Role: "SEN officer"})
		}, ItemOpen, "not asked yet; with everyone by Thu 26"},
		{"R35: invitations before a review", "when.notice", func(f *Facts) {
			f.Meeting.Kind, f.Meeting.Start, f.People = AnnualReview, "2026-12-10T14:00", nil
		}, ItemOpen, "invitations due Thu 26, 14 days before it"},
		{"R38: one from outside is not invited", "who.la", func(f *Facts) {
			f.Meeting.Kind = AnnualReview
			f.People = append(f.People, MeetingPerson{Side: OtherSide, Name: "Mr Cole", Role: "SEN officer", Invited: "2026-11-20"},
				MeetingPerson{Side: OtherSide, Name: "Ms Fry", Role: "social worker"}, MeetingPerson{Side: OtherSide, Name: "Mrs Ash", Role: "nurse", Invited: "2026-11-20"})
		}, ItemOpen, "Mr Cole Fri 20; Ms Fry not invited yet; Mrs Ash Fri 20"},
		{"practice 14: one account agreed", "why.account", func(f *Facts) {
			f.Meeting.Kind, f.Meeting.AccountAgreed = ReturnFromSuspension, "2026-11-20"
		}, SettledByFacts, "agreed Fri 20"},
		{"practice 31: told about the camera", "how.camera", func(f *Facts) { f.Meeting.Mode, f.Meeting.CameraOff = OnVideo, "2026-11-20" }, SettledByFacts, "told Fri 20"},
		{"each reminded", "how.reminder", func(f *Facts) { f.People[0].Reminded, f.People[1].Reminded = "2026-11-23", "2026-11-23" },
			SettledByFacts, "Mrs Okafor yesterday; Mr Okafor yesterday"},
		{"the absent need no reminder", "how.reminder", func(f *Facts) { f.People[0].Reminded, f.People[1].Answer = "2026-11-23", CannotCome },
			SettledByFacts, "Mrs Okafor yesterday"},
		{"practice 32: one time is no choice", "when.options", func(f *Facts) { f.Options = f.Options[:1] }, ItemOpen, "today 15:30"},
		{"he said no", "when.theirs", func(f *Facts) { f.Options[0].Answers[1].Answer = No }, ItemAsks, "today 15:30"},
		{"R35: two weeks before an annual review", "when.notice", func(f *Facts) {
			f.Meeting.Kind, f.Meeting.Start = AnnualReview, "2026-11-30T15:30"
		}, SettledByFacts, "14 days"},
		{"R35: a day less is short", "when.notice", func(f *Facts) {
			f.Meeting.Kind, f.Meeting.Start = AnnualReview, "2026-11-29T15:30"
		}, ItemAsks, "13 days"},
		{"R35: not invited in time", "when.notice", func(f *Facts) {
			f.Meeting.Kind, f.Meeting.Start, f.People = AnnualReview, "2026-11-30T15:30", nil
		}, ItemAsks, "invitations were due Mon 16 Nov"},
		{"no length", "when.length", func(f *Facts) { f.Meeting.Minutes = 0 }, ItemOpen, "no length yet"},
		{"shorter than its agenda", "when.length", func(f *Facts) { f.Meeting.Minutes = 40 }, ItemAsks, "40 min"},
		{"a meeting of one's own follows at once", "when.length", func(f *Facts) { f.OwnClash = "Haddad at 16:20" }, ItemAsks, "Haddad at 16:20"},
		{"Friday morning", "when.friday", func(f *Facts) { f.Meeting.Start = "2026-11-27T11:59" }, SettledByFacts, "Fri 27 11:59"},
		{"Friday noon", "when.friday", func(f *Facts) { f.Meeting.Start = "2026-11-27T12:00" }, ItemAsks, "Fri 27 12:00"},
		{"Friday noon, and they want it", "when.friday", func(f *Facts) {
			f.Meeting.Start, f.Marks = "2026-11-27T12:00", []Mark{{Item: "when.friday", State: Ticked}}
		}, TickedByHand, "Fri 27 12:00"},
		{"five school days after the worry", "when.soon", func(f *Facts) { f.ConcernOn = "2026-11-17" }, SettledByFacts, "raised Tue 17 Nov"},
		{"six school days after the worry", "when.soon", func(f *Facts) { f.ConcernOn = "2026-11-16" }, ItemAsks, "raised Mon 16 Nov"},
		{"practice 33: the head's office", "room.neutral", func(f *Facts) {
			f.Room = &Room{Name: "Room 1", WhoseRoom: "Mr Doyle"}
		}, ItemAsks, "Room 1"},
		{"no room", "room.booked", func(f *Facts) { f.Room = nil }, ItemOpen, "no room yet"},
		{"a quarter of an hour on both sides", "room.booked", func(*Facts) {}, SettledByFacts, "Rainbow room, 15:15 to 16:30"},
		{"practice 34: a desk", "room.barrier", func(f *Facts) { f.Meeting.Layout = BehindADesk }, ItemAsks, "behind a desk"},
		{"practice 34: two sides", "room.sides", func(f *Facts) { f.Meeting.Layout = Horseshoe }, ItemAsks, "horseshoe"},
		{"practice 34: the seats count, not the desk", "room.barrier", func(f *Facts) {
			f.Meeting.Layout, f.People[0].Seat, f.People[3].Seat = BehindADesk, 2, 3
		}, SettledByFacts, "behind a desk, 2 of 7 have a seat"},
		{"practice 34: the school behind its desk", "room.barrier", func(f *Facts) {
			f.Meeting.Layout, f.People[0].Seat, f.People[3].Seat = BehindADesk, 2, 1
		}, ItemAsks, "behind a desk, 2 of 7 have a seat"},
		{"practice 34: two sides at a round table", "room.sides", func(f *Facts) {
			for i, seat := range []int{1, 2, 3, 4, 5, 6, 7} {
				f.People[i].Seat = seat
			}
		}, ItemAsks, "round table"},
		{"practice 34: mixed at a round table", "room.sides", func(f *Facts) {
			for i, seat := range []int{1, 4, 5, 2, 3, 6, 8} {
				f.People[i].Seat = seat
			}
		}, SettledByFacts, "round table"},
		{"the way out of a horseshoe", "room.door", func(f *Facts) { f.Meeting.Layout = Horseshoe }, SettledByFacts, "horseshoe"},
		{"an item without minutes", "agenda.written", func(f *Facts) { f.Agenda[0].Minutes = 0 }, ItemAsks, "5 items, 39 of 45 min, one is theirs"},
		{"their items are not on it", "agenda.theirs", func(f *Facts) { f.Agenda[1].Theirs, f.Meeting.Theirs = false, "the bus" }, ItemAsks, "the bus"},
		{"practice 35: sent to one of two, days before", "agenda.sent", func(f *Facts) {
			f.Meeting.Start, f.People[0].AgendaSent, f.People[0].AgendaSentBy = "2026-12-04T15:30", "2026-11-23", ByEmail
		}, ItemOpen, "Mrs Okafor yesterday, e-mail; Mr Okafor not sent yet"},
		{"practice 35: sent on the day itself", "agenda.sent", func(f *Facts) {
			f.People[0].AgendaSent, f.People[1].AgendaSent = okaforToday, "2026-11-23"
		}, ItemAsks, "Mrs Okafor today; Mr Okafor yesterday"},
		{"practice 43: another last item", "agenda.anyworry", func(f *Facts) { f.Agenda[4].Position = 0 }, ItemOpen, "it ends with: What we could try"},
		{"a paper is missing", "papers.ready", func(f *Facts) { f.Papers = []Paper{{Title: "the timetable"}} }, ItemOpen, "still to fetch: the timetable"},
		{"papers are ready", "papers.ready", func(f *Facts) { f.Papers = []Paper{{Title: "the timetable", Ready: true}} }, SettledByFacts, "1 paper"},
		{"practice 22: told in a message", "why.voice", func(f *Facts) { f.People[1].ToldWhyBy = ByEmail }, ItemAsks, "Mr Okafor by e-mail"},
		{"practice 22: rung as well, ticked by hand", "why.voice", func(f *Facts) {
			f.People[1].ToldWhyBy, f.Marks = ByEmail, []Mark{{Item: "why.voice", State: Ticked}}
		}, TickedByHand, "Mr Okafor by e-mail"},
		{"practice 23: a purpose presumes difficulty", "why.presumes", func(f *Facts) { f.Meeting.Purpose = "Chidi's refusal to eat" }, ItemAsks, "“refusal”"},
		{"practice 39: what works at home", "why.home", func(f *Facts) { f.Meeting.FamilyView = "He eats with his sister." }, SettledByFacts, "He eats with his sister."},
		{"one cannot come", "who.instead", func(f *Facts) { f.People[1].Answer = CannotCome }, ItemAsks, "Mr Okafor cannot come"},
		{"one cannot come, and rings", "who.instead", func(f *Facts) {
			f.People[1].Answer, f.People[1].Instead = CannotCome, "rings on Monday"
		}, SettledByFacts, "Mr Okafor: rings on Monday"},
		{"advice is asked instead", "who.instead", func(f *Facts) {
			f.People[6].Answer, f.People[6].AdviceAsked = CannotCome, "2026-11-20"
		}, SettledByFacts, "Dr Ito: asked for advice Fri 20"},
		{"practice 61: nobody knows where", "who.knows", func(f *Facts) { f.Meeting.HomeVisit = true }, ItemOpen, "nobody yet"},
		{"practice 61: the office knows where", "who.knows", func(f *Facts) { f.Meeting.HomeVisit, f.Meeting.WhoKnows = true, "the office" }, SettledByFacts, "the office"},
		{"a language to think of", "how.language", func(f *Facts) { f.Adults[0].Language = "Igbo" }, ItemOpen, "Mrs Okafor Igbo"},
		{"no steps to the room", "room.steps", func(f *Facts) { f.Adults[0].Access = "no steps" }, SettledByFacts, "Rainbow room"},
		{"steps to the room", "room.steps", func(f *Facts) { f.Adults[0].Access, f.Room.StepFree = "no steps", false }, ItemAsks, "Rainbow room"},
		{"practice 48: asked how it was", "after.asked", func(f *Facts) { f.Meeting.Status, f.Meeting.FeedbackAsked = Held, "2026-11-23" }, SettledByFacts, "asked yesterday"},
		{"practice 49: talked over", "after.debrief", func(f *Facts) { f.Meeting.Status, f.Meeting.DebriefWith = Held, "Mr Doyle" }, SettledByFacts, "done"},
		{"R35: the report is late", "review.report", func(f *Facts) {
			f.Meeting.Kind, f.Meeting.Status, f.Meeting.Start = AnnualReview, Held, "2026-11-09T15:30"
		}, ItemAsks, "not sent yet"},
	} {
		f := okaforFacts()
		tc.change(&f)
		i, ok := itemOf(Checklist(f), tc.id)
		if !ok || i.State != tc.want || i.Says != tc.says {
			t.Errorf("%s: %s is %q, says %q; want %q, %q", tc.name, tc.id, i.State, i.Says, tc.want, tc.says)
		}
	}
}
