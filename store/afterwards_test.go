package store

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"

	"pgregory.net/rapid"
)

// practice 40
func TestHowTheyCameInIsKeptAndNoFormTakesItBack(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	opened := prepOf(t, s, id).Meeting // a form that was opened before
	must(t)(s.KeepBeginning(ctx, id, view.Beginning{Mood: model.MoodUpset, Said: "Nobody rang me back."}))
	opened.Purpose = "How can lunchtimes be calm?"
	must(t)(s.SaveMeeting(ctx, opened))
	if m := prepOf(t, s, id).Meeting; m.MoodThen != model.MoodUpset || m.SaidFirst != "Nobody rang me back." || m.Purpose != opened.Purpose {
		t.Errorf("got %q, %q", m.MoodThen, m.SaidFirst)
	}
	refuses(t, "not one that Kettle knows")(s.KeepBeginning(ctx, id, view.Beginning{Mood: "furious"}))
}

// drawnAsked is the meeting about lunchtimes with a line under it, and the promise to ask how it was.
func drawnAsked(t testing.TB, s *Store, o okafors) int64 {
	t.Helper()
	id := planLunchtimes(t, s, o)
	line := lineFor(id, o)
	line.AskHow = true
	must(t)(s.DrawLine(ctx, line))
	return id
}

// practice 48
func TestAskingHowItWasIsAPromiseThatEnteringItKeeps(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	id := drawnAsked(t, s, o)
	asked := "how was it? me 2026-11-27: Ask how the meeting was for them (told false)"
	if got := promisesOf(t, s, id); !slices.Contains(got, asked) {
		t.Fatalf("nobody asks how it was: %q", got)
	}
	before := contentOf(t, s)
	must(t)(s.KeepFeedback(ctx, id, view.Feedback{Felt: model.FeltPartly, Words: "You listened, but it was long."}))
	m := prepOf(t, s, id).Meeting
	if m.Felt != model.FeltPartly || m.Feedback != "You listened, but it was long." || m.FeedbackAsked != "2026-11-24" {
		t.Errorf("got %q %q asked %s", m.Felt, m.Feedback, m.FeedbackAsked)
	}
	if got := promisesOf(t, s, id); slices.Contains(got, asked) {
		t.Errorf("it is still to be asked: %q", got)
	}
	must(t)(s.Undo(ctx))
	if diff := differences(before, contentOf(t, s)); diff != "" {
		t.Errorf("undo leaves something behind:\n%s", diff)
	}
	refuses(t, "not one of the answers")(s.KeepFeedback(ctx, id, view.Feedback{Felt: "fine"}))
}

// practice 61: a leader is told the same day, and it is asked until somebody is named.
func TestAfterThreatOrAbuseALeaderIsToldTheSameDay(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	entry := model.Contact{FamilyID: o.family, At: "2026-11-24T08:40", Channel: model.ByPhone, Kind: model.Abuse, AbuseWhat: "Said that he would wait outside."}
	entry.ID = must(t)(s.SaveContact(ctx, view.NewContact{Contact: entry})).New
	open := func() []view.FollowUpRow {
		t.Helper()
		list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 10, 0)
		if err != nil {
			t.Fatal(err)
		}
		return list.Rows
	}
	rows := open()
	if len(rows) != 1 || rows[0].Kind != model.TellLeader || rows[0].Due != "2026-11-24" {
		t.Fatalf("promised: %+v", rows)
	}
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: entry})) // kept again, still without a name
	if rows := open(); len(rows) != 1 {
		t.Fatalf("promised twice: %+v", rows)
	}
	refuses(t, "Which leader was told?")(s.SettleFollowUp(ctx, rows[0].ID, "", false))
	must(t)(s.TellLeader(ctx, rows[0].ID, "Mr Doyle", ""))
	if c, err := s.Contact(ctx, entry.ID); err != nil || c.LeaderTold != "Mr Doyle" || len(open()) != 0 {
		t.Errorf("told %q, open %+v, %v", c.LeaderTold, open(), err)
	}
	must(t)(s.Undo(ctx))
	entry.LeaderTold = "Mr Doyle"
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: entry})) // or by the entry itself
	if len(open()) != 0 {
		t.Errorf("named in the entry, and still asked: %+v", open())
	}
	must(t)(s.Undo(ctx))
	entry.LeaderTold, entry.Kind = "", model.Concern
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: entry}))
	if f := followUpIn(t, s, rows[0].ID); f.State != model.Dropped {
		t.Errorf("it was no threat after all, and is %s", f.State)
	}
}

// practice 49: a word that stands in the debrief stands in nothing that leaves school.
func TestTheDebriefIsInNothingThatLeavesSchool(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := drawnAsked(t, s, o)
	secret := view.Debrief{With: "Zqwith", Words: "Zqwords", Leader: "Zqleader", On: "2026-11-24"}
	must(t)(s.KeepDebrief(ctx, id, secret))
	p := prepOf(t, s, id)
	if m := p.Meeting; m.DebriefWith != "Zqwith" || m.Debrief != "Zqwords" || m.LeaderTold != "Zqleader" || m.LeaderToldOn != "2026-11-24" {
		t.Fatalf("it is not kept: %+v", m)
	}
	out := map[string]any{}
	facts := p.LetterFacts(o.ngozi, model.Staff{Name: "Ms Reed"}, "2026-11-24")
	out["the facts of a letter"] = facts
	for name, write := range map[string]func(model.LetterFacts) (model.Document, error){
		"summary": model.Summary, "thank-you": model.ThankYouText, "agenda": model.AgendaText, "invitation": model.Invitation,
	} {
		doc, err := write(facts)
		if err != nil {
			t.Fatal(name, err)
		}
		out[name] = doc.Text()
	}
	out["the letters kept"] = p.Letters
	collect := func(name string, what any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(name, err)
		}
		out[name] = what
	}
	dump, err := s.Dump(ctx)
	collect("kettle export", dump, err)
	world, err := s.World(ctx)
	collect("the world", world, err)
	today, err := s.Today(ctx, "2026-11-24T16:30", world)
	collect("kettle today", today, err)
	line, err := s.Timeline(ctx, o.family, view.TimelineOf{Filter: view.Everything}, 100, 0)
	collect("the timeline", line, err)
	page, err := s.FamilyPage(ctx, o.family)
	collect("the family's page", page, err)
	thread, err := s.Thread(ctx, o.family, 0)
	collect("the thread", thread, err)
	list, err := s.MeetingList(ctx, view.MeetingFilter{Past: true}, 10, 0)
	collect("the list of meetings", list, err)
	follow, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 100, 0)
	collect("the follow-ups", follow, err)
	history, err := s.RecordHistory(ctx, view.Record{Kind: view.MeetingRecord, ID: id})
	collect("the history on the screen", history, err)
	for name, what := range out {
		text, err := json.Marshal(what)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, word := range []string{"Zqwith", "Zqwords", "Zqleader"} {
			if strings.Contains(string(text), word) {
				t.Errorf("%s is in %s", word, name)
			}
		}
	}
}

// practices 15 and 48: each is asked in their own right; the promise to ask is kept once everybody was.
func TestHowItWasIsKeptOfEachInTheirOwnRight(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	id := drawnAsked(t, s, o)
	ngozi, emeka := prepOf(t, s, id).People[0].ID, prepOf(t, s, id).People[1].ID
	must(t)(s.KeepHowItWas(ctx, id, map[int64]view.Feedback{ngozi: {Felt: model.FeltPartly, Words: "It was long."}}))
	p := prepOf(t, s, id)
	if hers, his := p.People[0], p.People[1]; hers.Felt != model.FeltPartly || hers.Feedback != "It was long." || hers.AskedHow != "2026-11-24" || his.AskedHow != "" || p.Meeting.Felt != "" {
		t.Errorf("hers %+v, his %+v", hers, his)
	}
	open := func() bool {
		return slices.ContainsFunc(promisesOf(t, s, id), func(line string) bool { return strings.HasPrefix(line, "how was it?") })
	}
	if !open() {
		t.Error("her answer kept the promise to ask him")
	}
	change := must(t)(s.KeepHowItWas(ctx, id, map[int64]view.Feedback{emeka: {Asked: "2026-11-26"}}))
	if open() || change.Title != "kept how the meeting was for Mr Okafor" {
		t.Errorf("both were asked, and the promise is open; the footer says %q", change.Title)
	}
	must(t)(s.Undo(ctx))
	if !open() || prepOf(t, s, id).People[1].AskedHow != "" {
		t.Error("u does not take back both")
	}
	wantAll(t, told(t, s, view.PersonRecord, ngozi), "|they felt|nothing|partly heard|", "|asked how it was|nothing|Tue 24 Nov 2026|")
	refuses(t, "not one of the answers")(s.KeepHowItWas(ctx, id, map[int64]view.Feedback{ngozi: {Felt: "fine"}}))
	thread, err := s.Thread(ctx, 0, id)
	if err != nil || len(thread.Meetings[1].How) != 1 || thread.Meetings[1].How[0].Name != "Mrs Okafor" {
		t.Errorf("the thread says %+v, %v", thread.Meetings[1].How, err)
	}
}

// The wall: whoever it keeps out is not asked how it was, and nobody waits for their answer.
func TestWhoIsKeptOutIsNotAskedHowItWas(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	id := drawnAsked(t, s, o)
	p := prepOf(t, s, id)
	link := firstWhere(p.Links, func(l model.Link) bool { return l.AdultID == o.emeka })
	link.CourtOrder = true
	must(t)(s.SaveLink(ctx, link))
	refuses(t, "may not be approached")(s.KeepHowItWas(ctx, id, map[int64]view.Feedback{p.People[1].ID: {Felt: model.FeltHeard}}))
	must(t)(s.KeepHowItWas(ctx, id, map[int64]view.Feedback{p.People[0].ID: {Felt: model.FeltHeard}}))
	for _, line := range promisesOf(t, s, id) {
		if strings.HasPrefix(line, "how was it?") {
			t.Errorf("it is still promised: %s", line)
		}
	}
}

// practice 47: several meetings read as a thread.
func TestAThreadSaysWhatCameOfWhatWasAgreed(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	first := drawnAsked(t, s, o)
	p := prepOf(t, s, first)
	must(t)(s.SettleFollowUp(ctx, p.Agreements[0].FollowUpID, "2026-11-24", false))
	must(t)(s.DropFollowUp(ctx, p.Agreements[2].FollowUpID, "they rang first"))
	must(t)(s.KeepFeedback(ctx, first, view.Feedback{Felt: model.FeltHeard}))
	ada := must(t)(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: o.family, Kind: model.CheckInMeeting, Start: "2026-12-10T09:00", Pupils: []int64{o.ada}}})).New
	thread, err := s.Thread(ctx, 0, first)
	if err != nil {
		t.Fatal(err)
	}
	if len(thread.Meetings) != 3 || thread.Family.ID != o.family || len(thread.About) != 1 {
		t.Fatalf("got %+v", thread)
	}
	// the next one about Chidi, then this one, then that about Ada, though it is the newest
	if order := []int64{thread.Meetings[1].ID, thread.Meetings[2].ID}; !slices.Equal(order, []int64{first, ada}) || thread.Meetings[2].Same {
		t.Errorf("in the order %v", order)
	}
	m := thread.Meetings[1]
	if m.Felt != model.FeltHeard || m.Pupils != "Chidi" || len(m.Agreed) != 3 {
		t.Errorf("got %+v", m)
	}
	var came []string
	for _, a := range m.Agreed {
		_, words := a.Promise.Came("2026-12-10", thread.Calendar)
		came = append(came, words)
	}
	if want := []string{"kept Tue 24 Nov", "12 days late", "dropped: they rang first"}; !slices.Equal(came, want) {
		t.Errorf("came of it: %q", came)
	}
	whole, err := s.Thread(ctx, o.family, 0)
	if err != nil || whole.Meetings[0].ID != ada || len(whole.About) != 0 {
		t.Errorf("of the family: %+v, %v", whole, err)
	}
}

// practice 44: what was parked is offered again.
func TestWhatIsParkedIsOnTheNextAgendaOrAskedAbout(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	line := lineFor(id, o)
	line.Next.Parked = []string{"School trip in March"}
	must(t)(s.DrawLine(ctx, line))
	coming, err := s.MeetingList(ctx, view.MeetingFilter{}, 10, 0)
	if err != nil || len(coming.Rows) != 1 {
		t.Fatal(coming, err)
	}
	agenda := prepOf(t, s, coming.Rows[0].ID).Agenda
	if !slices.ContainsFunc(agenda, func(i model.AgendaItem) bool { return i.Title == "School trip in March" && !i.Theirs }) || len(agenda) < 5 {
		t.Errorf("the next agenda: %+v", agenda)
	}
	must(t)(s.Undo(ctx))
	line.Next.Start = ""
	must(t)(s.DrawLine(ctx, line))
	list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", Words: "meet again"}, 10, 0)
	if err != nil || len(list.Rows) != 1 || list.Rows[0].Questions != "Parked the last time: School trip in March" {
		t.Errorf("to ask: %+v, %v", list.Rows, err)
	}
}

// Each agreement of a meeting has one follow-up that says the same, by the day that was agreed or by a
// guess that nobody was told; and one undo takes all of them back.
func TestAgreementsAreTheFollowUpsMadeFromThem(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	days := rapid.SampledFrom([]model.Date{"", "2026-11-25", "2026-12-01", "2027-01-08"})
	rapid.Check(t, func(rt *rapid.T) {
		id := planLunchtimes(t, s, o)
		line := view.DrawnLine{MeetingID: id, Ended: "2026-11-24T16:18", NoSummary: true, AskHow: rapid.Bool().Draw(rt, "ask")}
		for i := range rapid.IntRange(0, 4).Draw(rt, "n") {
			a := model.Agreement{Text: string(rune('a'+i)) + " does it", Whose: rapid.SampledFrom(model.Whoses).Draw(rt, "whose"), From: days.Draw(rt, "from"), Due: days.Draw(rt, "due")}
			line.Agreements = append(line.Agreements, a)
		}
		before := contentOf(t, s)
		must(t)(s.DrawLine(ctx, line))
		p := prepOf(t, s, id)
		list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", Meeting: id}, 100, 0)
		if err != nil {
			t.Fatal(err)
		}
		actions := keep(list.Rows, func(r view.FollowUpRow) bool { return r.Kind == model.ActionPromised })
		if len(actions) != len(line.Agreements) || len(p.Agreements) != len(line.Agreements) {
			t.Fatalf("%d agreements, %d kept, %d follow-ups", len(line.Agreements), len(p.Agreements), len(actions))
		}
		for _, a := range p.Agreements {
			f := followUpIn(t, s, a.FollowUpID)
			agreed := a.Due != "" || a.From != ""
			if f.What != a.Text || f.Whose != a.Whose || f.Due == "" || f.DateTold != agreed || a.Due != "" && f.Due != a.Due {
				t.Fatalf("agreed %+v, promised %+v", a, f)
			}
		}
		must(t)(s.Undo(ctx))
		if diff := differences(before, contentOf(t, s)); diff != "" {
			t.Fatalf("undo leaves something behind:\n%s", diff)
		}
		must(t)(s.Undo(ctx)) // the planning
	})
}
