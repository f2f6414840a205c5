package model

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestALetterBecomesParagraphsAndLists(t *testing.T) {
	body := "Dear Mrs Okafor,\r\n\r\nHere is the plan.\n- Something good (5 minutes)\n- Any other worry\nThat is all.\n\n\n\nWith warm wishes,\nMs Reed\nSENCO\n"
	want := []Block{
		{Text: "Dear Mrs Okafor,"},
		{Text: "Here is the plan.", Items: []string{"Something good (5 minutes)", "Any other worry"}},
		{Text: "That is all."},
		{Text: "With warm wishes,\nMs Reed\nSENCO"},
	}
	s := LetterSheet(body, okaforToday)
	if diff := cmp.Diff(want, s.Blocks); diff != "" || s.Date != "Tuesday 24 November 2026" {
		t.Errorf("dated %q, %s", s.Date, diff)
	}
}

func TestNoWordOfALetterIsLostOnItsWayToPaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := rapid.StringMatching(`([A-Za-z]{1,6}[ .]|\n|\n\n|- ){0,40}`).Draw(t, "body")
		words := func(s string) []string { return strings.Fields(strings.ReplaceAll(s, "-", " ")) }
		if diff := cmp.Diff(words(body), words(LetterSheet(body, "").Text())); diff != "" {
			t.Fatalf("%q: %s", body, diff)
		}
	})
}

func TestASheetAsPlainText(t *testing.T) {
	s := Sheet{Title: "Okafor", Under: "today", Blocks: []Block{
		{Heading: "Agenda", Rows: [][]string{{"5", "Something good", "theirs"}, {"15", "Worry", ""}}},
		{Heading: "On the day", Items: []string{"Kettle"}, Boxes: true},
	}}
	want := "Okafor\ntoday\n\nAgenda\n5   Something good  theirs\n15  Worry\n\nOn the day\n[ ] Kettle"
	if diff := cmp.Diff(want, s.Text()); diff != "" {
		t.Error(diff)
	}
}
