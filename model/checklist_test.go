package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestReadyCountsWhatAppliesButNotTheDayItself(t *testing.T) {
	items := []Item{
		{When: BeforeInviting, State: SettledByFacts},
		{When: AWeekBefore, State: TickedByHand},
		{When: TheDayBefore, State: ItemLeftOut},
		{When: TheDayBefore, State: ItemAsks},
		{When: TheDayBefore, State: ItemOpen},
		{When: OnTheDay, State: TickedByHand},
		{When: Afterwards, State: ItemOpen},
	}
	if n, m := Ready(items); n != 3 || m != 5 {
		t.Errorf("ready %d of %d, want 3 of 5", n, m)
	}
}

func TestTheOkaforsMeetingStandsAsInThePicture(t *testing.T) {
	items := Checklist(okaforFacts())
	want := map[ItemID]Item{
		"why.told":    {State: SettledByFacts, Asks: "Both know why", Says: "Mrs Okafor Thu 19, phone; Mr Okafor Fri 20, letter"},
		"who.parents": {State: SettledByFacts, Asks: "Both parents asked, each for themselves", Says: "both are coming"},
		"who.balance": {State: ItemAsks, Asks: "Four from school, three from the family", Says: "Ms Reed, Mr Shah, Mrs Bell, Dr Ito",
			Question: "Who could stay away? Mrs Bell's reason to be there is empty."},
		"who.companion":  {State: SettledByFacts, Asks: "Told they may bring someone", Says: "Auntie Grace comes"},
		"who.standby":    {State: SettledByFacts, Asks: "Someone on standby", Says: "Mr Doyle, the office next door"},
		"how.mode":       {State: SettledByFacts, Asks: "Face to face, the family's choice"},
		"when.options":   {State: SettledByFacts, Asks: "Three times offered", Says: "today 15:30, tomorrow 09:00, Thu 26 17:00"},
		"agenda.sent":    {State: ItemAsks, Asks: "Not sent yet", Says: "5 items, 44 of 45 min, one is theirs", Question: "Could it be in their hands before they come?"},
		"agenda.written": {State: SettledByFacts, Asks: "An agenda with times", Says: "5 items, 44 of 45 min, one is theirs"},
	}
	for id, w := range want {
		got, ok := itemOf(items, id)
		if !ok || got.State != w.State || got.Asks != w.Asks || got.Says != w.Says || got.Question != w.Question {
			t.Errorf("%s = %q %q, says %q, asks %q; want %q %q, %q, %q", id, got.State, got.Asks, got.Says, got.Question, w.State, w.Asks, w.Says, w.Question)
		}
	}
	if n, m := Ready(items); n != 23 || m != 28 {
		t.Errorf("ready %d of %d, want 23 of 28", n, m)
	}
	if next, _ := MostPressing(items); next.Lacks != "agenda not sent yet" {
		t.Errorf("the most pressing is %q, want the agenda", next.Lacks)
	}
}

func TestOnlyAHandTicksWhatNoFactSettles(t *testing.T) {
	f := okaforFacts()
	f.Meeting.Purpose = ""
	f.FamilyStory = true
	f.Marks = []Mark{{Item: "why.purpose", State: Ticked}, {Item: "why.story", State: Ticked}}
	items := Checklist(f)
	if i, _ := itemOf(items, "why.purpose"); i.State != ItemOpen {
		t.Errorf("a purpose that is not written is %q after a tick, want open", i.State)
	}
	if i, _ := itemOf(items, "why.story"); i.State != TickedByHand {
		t.Errorf("a story that was read is %q, want ticked", i.State)
	}
	if MayTick("why.purpose") || !MayTick("why.story") {
		t.Error("only the story may be ticked by hand")
	}
}

func TestLeavingOutNeedsAReason(t *testing.T) {
	for _, tc := range []struct {
		reason string
		want   ItemState
	}{{"", ItemAsks}, {"  ", ItemAsks}, {"they asked for all four", ItemLeftOut}} {
		f := okaforFacts()
		f.Marks = []Mark{{Item: "who.balance", State: LeftOut, Reason: tc.reason}}
		i, _ := itemOf(Checklist(f), "who.balance")
		if i.State != tc.want {
			t.Errorf("left out with reason %q: %q, want %q", tc.reason, i.State, tc.want)
		}
	}
}

func TestAMarkComesBackWithItsItem(t *testing.T) {
	f := okaforFacts()
	f.Marks = []Mark{{Item: "who.balance", State: LeftOut, Reason: "they asked for all four"}}
	four := f.People
	f.People = slices.Delete(slices.Clone(four), 6, 7)
	if _, ok := itemOf(Checklist(f), "who.balance"); ok {
		t.Error("three of each side still ask who could stay away")
	}
	f.People = four
	if i, _ := itemOf(Checklist(f), "who.balance"); i.State != ItemLeftOut || i.Says != "left out: they asked for all four" {
		t.Errorf("with four from school again the item is %q %q, want left out", i.State, i.Says)
	}
}

func TestAnItemOpensAgainAndSaysWhyWhenItsFactsChange(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*Facts)
		id     ItemID
		says   string
		asks   string
	}{
		{"the time moved", func(f *Facts) { f.Meeting.Start = "2026-11-27T16:00" }, "when.theirs",
			"Fri 27 16:00", "They chose today 15:30: does the new time suit them, too?"},
		{"the agenda grew", func(f *Facts) { f.Agenda[3].Minutes = 20 }, "agenda.fits",
			"54 of 45 min", "What could be shorter, or wait for another time?"},
		{"the agenda changed after it was sent", func(f *Facts) {
			f.Meeting.AgendaChanged = okaforToday
			f.People[0].AgendaSent, f.People[1].AgendaSent = "2026-11-20", "2026-11-20"
			f.People[1].AgendaOutdated = true
		}, "agenda.changed", "changed today, after it was sent", "Tell Mr Okafor, or send it again?"},
		{"the room was taken", func(f *Facts) { f.RoomClash = "governors until 15:20" }, "room.booked",
			"governors until 15:20", "Is another room free, or could it begin at another time?"},
		{"the one who leads cannot come", func(f *Facts) { f.People[3].Answer = CannotCome }, "who.host",
			"not chosen", "Who leads now? The one chosen before will not be there."},
		{"another parent was added", func(f *Facts) {
			f.Adults = append(f.Adults, Adult{ID: 99, Title: "Ms", Surname: "Lane"})
			f.Links = append(f.Links, Link{ID: 9, PupilID: chidiID, AdultID: 99, Relation: Parent})
		}, "who.parents", "Mrs Okafor comes; Mr Okafor comes; Ms Lane not asked yet", "Ask Ms Lane, too, or keep the reason why not?"},
	} {
		f := okaforFacts()
		tc.change(&f)
		i, _ := itemOf(Checklist(f), tc.id)
		if i.State != ItemAsks || i.Says != tc.says || i.Question != tc.asks {
			t.Errorf("%s: %s is %q, says %q, asks %q; want a question, %q, %q", tc.name, tc.id, i.State, i.Says, i.Question, tc.says, tc.asks)
		}
	}
}

func TestItemsComeInTheOrderOfTheirGroups(t *testing.T) {
	last := 0
	for _, i := range Checklist(okaforFacts()) {
		at := slices.Index(Groups, i.Group)
		if at < last {
			t.Errorf("%s stands behind the group %s", i.ID, Groups[last])
		}
		last = at
	}
}

func TestWhatIsMostPressing(t *testing.T) {
	question := Item{ID: "room.sides", When: TheDayBefore, State: ItemAsks}
	for _, tc := range []struct {
		name  string
		items []Item
		want  ItemID
	}{
		{"nothing is left", []Item{{ID: "why.purpose", When: BeforeInviting, State: SettledByFacts}}, ""},
		{"the day itself is not prepared", []Item{{ID: "day.kettle", When: OnTheDay, State: ItemOpen}}, ""},
		{"what is due first", []Item{{ID: "agenda.sent", When: TheDayBefore, State: ItemOpen}, {ID: "agenda.written", When: AWeekBefore, State: ItemOpen}}, "agenda.written"},
		{"a question before what is open", []Item{{ID: "why.purpose", When: BeforeInviting, State: ItemOpen}, question}, "room.sides"},
		{"what the family would notice before other questions", []Item{question, {ID: "agenda.sent", When: TheDayBefore, State: ItemAsks}}, "agenda.sent"},
		{"a court order before everything", []Item{question, {ID: "agenda.sent", State: ItemAsks}, {ID: "who.order", State: ItemAsks}}, "who.order"},
	} {
		if got, ok := MostPressing(tc.items); got.ID != tc.want || ok != (tc.want != "") {
			t.Errorf("%s: %q, want %q", tc.name, got.ID, tc.want)
		}
	}
}

func TestEveryStateHasItsOwnMark(t *testing.T) {
	for state, want := range map[ItemState]string{SettledByFacts: "✓", TickedByHand: "✓", ItemLeftOut: "–", ItemOpen: "○", ItemAsks: "!"} {
		if got := state.Glyph(); got != want || !state.Valid() {
			t.Errorf("%s has %s, want %s", state, got, want)
		}
	}
}

// anyFacts are facts of every sort, many of them odd.
func anyFacts(t *rapid.T) Facts {
	f := okaforFacts()
	bit := rapid.Bool()
	date := rapid.SampledFrom([]Date{"", "2026-11-16", "2026-11-23", okaforToday, "2026-11-25"})
	f.Meeting.Kind = rapid.SampledFrom(MeetingKinds).Draw(t, "kind")
	f.Meeting.Mode = rapid.SampledFrom(append([]Mode{ModeNotChosen}, Modes...)).Draw(t, "mode")
	f.Meeting.Mood = rapid.SampledFrom(Moods).Draw(t, "mood")
	f.Meeting.Urgent = bit.Draw(t, "urgent")
	f.Meeting.HomeVisit = bit.Draw(t, "home visit")
	f.Meeting.Purpose = rapid.SampledFrom([]string{"", "To meet"}).Draw(t, "purpose")
	f.Meeting.Start = At(date.Draw(t, "start"), "15:30")
	f.Meeting.Layout = rapid.SampledFrom([]LayoutID{"", RoundTable, BehindADesk, "no such"}).Draw(t, "layout")
	f.Meeting.AgendaChanged = date.Draw(t, "changed")
	f.ConcernOn = date.Draw(t, "concern")
	f.AbuseBefore = bit.Draw(t, "abuse")
	if bit.Draw(t, "no room") {
		f.Room = nil
	}
	f.Links[1].CourtOrder = bit.Draw(t, "order")
	for i := range f.People {
		f.People[i].Answer = rapid.SampledFrom(Answers).Draw(t, "answer")
		f.People[i].Interpreter = rapid.IntRange(0, 5).Draw(t, "interprets") == 0
		f.People[i].AgendaSent = date.Draw(t, "sent")
	}
	f.People = f.People[:rapid.IntRange(0, len(f.People)).Draw(t, "people")]
	f.Agenda = f.Agenda[:rapid.IntRange(0, len(f.Agenda)).Draw(t, "items")]
	f.Own = []OwnItem{passport, {ID: 8, Part: rapid.SampledFrom(OwnGroups).Draw(t, "part"), Due: rapid.SampledFrom(OwnWhens).Draw(t, "due"), Asks: "The minibus",
		Kinds: []MeetingKind{rapid.SampledFrom(MeetingKinds).Draw(t, "own kind")}}}
	f.Off = rapid.SliceOfN(rapid.SampledFrom([]ItemID{"why.purpose", "who.order", "day.kettle", "own.7", "own.8"}), 0, 3).Draw(t, "off")
	for _, r := range append(slices.Clone(ChecklistRules), f.Own[0].Rule(), f.Own[1].Rule()) {
		if state := rapid.SampledFrom([]MarkState{"", Ticked, LeftOut}).Draw(t, string(r.ID)); state != "" {
			f.Marks = append(f.Marks, Mark{Item: r.ID, State: state, Reason: rapid.SampledFrom([]string{"", "because"}).Draw(t, "reason")})
		}
	}
	return f
}

func TestTheChecklistKeepsItsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts(t)
		items := Checklist(f)
		n, m := Ready(items)
		if n < 0 || n > m {
			t.Fatalf("ready %d of %d", n, m)
		}
		for _, i := range items {
			if i.State == ItemAsks != (i.Question != "") {
				t.Fatalf("%s is %q with question %q", i.ID, i.State, i.Question)
			}
			if i.State == TickedByHand && !MayTick(i.ID) {
				t.Fatalf("%s was ticked against its facts", i.ID)
			}
		}
		if len(items) == 0 {
			return
		}
		id := rapid.SampledFrom(items).Draw(t, "leave out").ID
		f.Marks = slices.DeleteFunc(f.Marks, func(k Mark) bool { return k.Item == id })
		f.Marks = append(f.Marks, Mark{Item: id, State: LeftOut, Reason: "not for us"})
		after, same := Ready(Checklist(f))
		if after < n || same != m {
			t.Fatalf("leaving out %s: %d of %d became %d of %d", id, n, m, after, same)
		}
	})
}
