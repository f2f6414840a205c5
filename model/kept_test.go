package model

import (
	"strings"
	"testing"
)

// practice 16
func TestAPromiseThatWasKeptLateSaysHowLate(t *testing.T) {
	for _, c := range []struct {
		due, kept Date
		want      string
	}{
		{"2026-11-16", "2026-11-18", "2 days late"},
		{"2026-11-16", "2026-11-16", ""},
		{"2026-11-16", "2026-11-13", ""},
		{"", "2026-11-18", ""},
		{"2026-11-16", "", ""},
	} {
		if got := KeptWords(c.due, c.kept, nil); got != c.want {
			t.Errorf("due %s, kept %s: %q, want %q", c.due, c.kept, got, c.want)
		}
	}
}

// rules.md R49; what is printed holds nothing of what went to the DSL.
func TestTheLogOnPaperHasADayAboveItsEntries(t *testing.T) {
	lines := []JournalLine{
		{At: "2026-11-20T15:00", Family: "Okafor", Kind: GoodNews, Channel: ByGate, With: "Mrs Okafor", By: "Ms Reed", Note: "Loved it.", Words: "He beamed", Shared: "shared with Mrs Okafor"},
		{At: "2026-11-20T12:00", Family: "Nowak", Kind: PassedToDSL, Note: "never"},
		{At: "2026-11-19", Family: "Haddad", Kind: Concern, Note: "Lunch", Settled: "2026-11-20"},
	}
	text := JournalSheet("concerns", lines, true).Text()
	want := "Log · concerns\nthe newest 2 entries\n\nFri 20 Nov 2026\n" +
		"- 15:00, Okafor, good news, gate, with Mrs Okafor, by Ms Reed: Loved it. “He beamed” (shared with Mrs Okafor)\n\n" +
		"Thu 19 Nov 2026\n- Haddad, concern: Lunch (settled Fri 20 Nov 2026)"
	if text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	if alone := JournalSheet("", lines[:1], false); !strings.Contains(alone.Under, "1 entry") {
		t.Errorf("%q", alone.Under)
	}
}
