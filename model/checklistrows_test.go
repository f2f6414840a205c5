package model

import (
	"slices"
	"testing"
)

// The table of checklist.md: no row of it is missing, in another group, due at another time, or settled
// by a hand where facts should settle it.
func TestEveryRowOfTheTableIsThereAndAsStrict(t *testing.T) {
	for _, want := range []struct {
		id    ItemID
		group Group
		when  When
		facts bool // facts settle it
	}{
		{"why.purpose", GroupWhy, BeforeInviting, true},
		{"why.told", GroupWhy, BeforeInviting, true},
		{"why.theirs", GroupWhy, AWeekBefore, true},
		{"why.good", GroupWhy, TheDayBefore, true},
		{"why.story", GroupWhy, TheDayBefore, false},
		{"why.last", GroupWhy, TheDayBefore, true},
		{"why.teacher", GroupWhy, TheDayBefore, true},
		{"why.child", GroupWhy, TheDayBefore, true},
		{"why.account", GroupWhy, TheDayBefore, true},
		{"who.parents", GroupWho, BeforeInviting, true},
		{"who.order", GroupWho, BeforeInviting, true},
		{"who.reason", GroupWho, BeforeInviting, true},
		{"who.balance", GroupWho, BeforeInviting, true},
		{"who.companion", GroupWho, BeforeInviting, true},
		{"who.flo", GroupWho, BeforeInviting, true},
		{"who.host", GroupWho, BeforeInviting, true},
		{"who.standby", GroupWho, TheDayBefore, true},
		{"who.notalone", GroupWho, BeforeInviting, true},
		{"who.interpreter", GroupWho, AWeekBefore, true},
		{"who.advice", GroupWho, BeforeInviting, true},
		{"who.la", GroupWho, BeforeInviting, true},
		{"who.access", GroupWho, AWeekBefore, true},
		{"how.mode", GroupHow, BeforeInviting, true},
		{"how.face", GroupHow, BeforeInviting, false},
		{"how.camera", GroupHow, BeforeInviting, true},
		{"how.link", GroupHow, TheDayBefore, false},
		{"how.mixed", GroupHow, TheDayBefore, false},
		{"how.reminder", GroupHow, TheDayBefore, true},
		{"when.options", GroupWhen, BeforeInviting, true},
		{"when.theirs", GroupWhen, BeforeInviting, true},
		{"when.notice", GroupWhen, BeforeInviting, true},
		{"when.length", GroupWhen, AWeekBefore, true},
		{"when.friday", GroupWhen, BeforeInviting, true},
		{"when.soon", GroupWhen, BeforeInviting, true},
		{"room.neutral", GroupRoom, AWeekBefore, true},
		{"room.private", GroupRoom, AWeekBefore, true},
		{"room.booked", GroupRoom, AWeekBefore, true},
		{"room.barrier", GroupRoom, TheDayBefore, true},
		{"room.sides", GroupRoom, TheDayBefore, true},
		{"room.door", GroupRoom, TheDayBefore, true},
		{"room.children", GroupRoom, TheDayBefore, false},
		{"agenda.written", GroupAgenda, AWeekBefore, true},
		{"agenda.theirs", GroupAgenda, AWeekBefore, true},
		{"agenda.fits", GroupAgenda, AWeekBefore, true},
		{"agenda.sent", GroupAgenda, TheDayBefore, true},
		{"agenda.changed", GroupAgenda, TheDayBefore, true},
		{"agenda.anyworry", GroupAgenda, AWeekBefore, true},
		{"papers.ready", GroupPapers, TheDayBefore, false},
		{"papers.hidden", GroupPapers, OnTheDay, false},
		{"day.kettle", GroupDay, OnTheDay, false},
		{"day.greet", GroupDay, OnTheDay, false},
		{"day.room", GroupDay, OnTheDay, false},
		{"day.arms", GroupDay, OnTheDay, false},
		{"day.together", GroupDay, OnTheDay, false},
		{"review.report", GroupAfter, Afterwards, true},
	} {
		r, known := RuleNamed(want.id)
		if !known || r.Group != want.group || r.When != want.when || want.facts && r.Settle == nil {
			t.Errorf("%s: known %v, %q, %q, settled by facts %v; want %q, %q, %v", want.id, known, r.Group, r.When, r.Settle != nil, want.group, want.when, want.facts)
		}
	}
}

// Practices 22 to 49 and 61, where a line of the checklist serves them. The others are served by the
// screens for the meeting itself and for the line under it: 45 and 47 there, 46 there and by the report.
func TestEveryPracticeOfPreparingHasItsLine(t *testing.T) {
	for _, tc := range []struct {
		practice int
		lines    []ItemID
	}{
		{22, []ItemID{"how.face", "why.voice"}},
		{23, []ItemID{"why.presumes"}},
		{24, []ItemID{"why.purpose", "why.told"}},
		{25, []ItemID{"who.reason", "who.balance"}},
		{26, []ItemID{"who.flo"}},
		{27, []ItemID{"who.parents"}},
		{28, []ItemID{"who.companion"}},
		{29, []ItemID{"who.standby"}},
		{30, []ItemID{"how.mode"}},
		{31, []ItemID{"how.camera"}},
		{32, []ItemID{"when.options", "when.theirs"}},
		{33, []ItemID{"room.neutral", "room.private", "room.booked"}},
		{34, []ItemID{"room.barrier", "room.sides", "day.arms"}},
		{35, []ItemID{"agenda.written", "agenda.theirs", "agenda.fits", "agenda.sent", "agenda.changed"}},
		{36, []ItemID{"day.together"}},
		{37, []ItemID{"papers.ready", "papers.hidden"}},
		{38, []ItemID{"day.kettle"}},
		{39, []ItemID{"why.home", "why.theirs", "why.teacher", "why.child"}},
		{40, []ItemID{"day.room"}},
		{41, []ItemID{"day.listen"}},
		{42, []ItemID{"why.good"}},
		{43, []ItemID{"agenda.anyworry"}},
		{44, []ItemID{"day.agree"}},
		{46, []ItemID{"review.report"}},
		{48, []ItemID{"after.asked"}},
		{49, []ItemID{"after.debrief", "who.leader"}},
		{61, []ItemID{"who.notalone", "who.knows", "who.leader"}},
	} {
		for _, id := range tc.lines {
			if _, known := RuleNamed(id); !known {
				t.Errorf("practice %d: there is no line %s", tc.practice, id)
			}
		}
	}
}

func TestTheListIsLongEnoughForEveryKindAndMode(t *testing.T) {
	seen := map[ItemID]bool{}
	for _, kind := range MeetingKinds {
		for _, mode := range Modes {
			f := okaforFacts()
			f.Meeting.Kind, f.Meeting.Mode = kind, mode
			items := Checklist(f)
			for _, i := range items {
				seen[i.ID] = true
			}
			if _, m := Ready(items); m < 15 {
				t.Errorf("%s by %s: only %d lines", kind, mode, m)
			}
		}
	}
	if len(seen) < 40 || len(ChecklistRules) < 70 {
		t.Errorf("%d lines over all kinds and modes, of %d", len(seen), len(ChecklistRules))
	}
}

// What to try is help for a person in a hurry: a sentence or two, never the question again.
func TestWhatToTryIsShortAndSaysSomethingElse(t *testing.T) {
	tried := map[string]ItemID{}
	for _, r := range ChecklistRules {
		if n := len([]rune(r.Try)); n < 40 || n > 190 {
			t.Errorf("%s: what to try has %d letters", r.ID, n)
		}
		if twice, ok := tried[r.Try]; ok || slices.Contains([]string{r.Why, r.Asks}, r.Try) {
			t.Errorf("%s repeats itself or %s", r.ID, twice)
		}
		tried[r.Try] = r.ID
	}
}
