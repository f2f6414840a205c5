package model

import (
	"fmt"
	"slices"
	"strings"
)

// BriefFacts is what the page for staff is made from (practice 39).
type BriefFacts struct {
	Facts
	Family   Family
	Entries  []FamilyEntry // the newest first
	Log      []Contact     // of the family, the newest first
	LastOn   Date          // the meeting before this one, "" none
	LastKind MeetingKind
	LastCame []Outcome
	LastOwed []FollowUp      // what was promised then, kept or not
	LastFelt []MeetingPerson // how it was for those who were there
}

// Together is said at the start of every meeting (practice 36).
const Together = "“We work this out together. You know %s best.”"

// How much of each part stands on one A4 page; the rest is named on its last line. Together they fill
// the page, so a longer one here means a shorter one there.
const (
	briefGood     = 4
	briefPeople   = 9
	briefPromises = 4
	briefAgenda   = 9
	briefPapers   = 4
	briefLine     = 80 // characters of one line beside the headings
	briefCell     = 30 // of a name
	briefRole     = 22
	briefReason   = 46
)

// brief is the page while it is being written.
type brief struct {
	BriefFacts
	sheet Sheet
	guard guard
	left  []string // what did not fit
	kept  int      // texts that must not lie on a table
}

// Brief is the one page for those from school who are there. It holds nothing of an adult behind the
// wall, nobody's address or number, nothing that was passed to the DSL, and no staff debrief.
func Brief(f BriefFacts) Sheet {
	f.Circle = f.answeredFor(f.Meeting.ID, 0)
	b := &brief{BriefFacts: f, guard: newBriefGuard(f.Circle)}
	b.sheet = Sheet{Name: "brief", Title: b.title(), Under: b.under(), OnePage: true}
	for _, part := range []func() Block{b.whatFor, b.good, b.theirs, b.whoComes, b.lastTime, b.story, b.views, b.agenda, b.papers, b.onTheDay} {
		if block := part(); block.Text != "" || len(block.Items)+len(block.Rows) > 0 {
			b.sheet.Blocks = append(b.sheet.Blocks, block)
		}
	}
	if b.kept > 0 {
		b.left = append(b.left, countOf(b.kept, "line")+" that must not lie on a table")
	}
	if len(b.left) > 0 {
		b.sheet.Blocks = append(b.sheet.Blocks, Block{Heading: "Not on this page", Text: Capital(listOf(b.left)) + ": see Kettle."})
	}
	return b.sheet
}

func (b *brief) title() string {
	return b.typed(b.Family.Name, briefCell) + " · " + Capital(string(b.Meeting.Kind))
}

func (b *brief) under() string {
	m := b.Meeting
	when := firstText(m.Start.Date().Letter(), "no time yet")
	if from := m.Start.Clock(); from != "" {
		when += ", " + strings.TrimPrefix(string(from), "0") + textIf(m.Minutes > 0, " to "+strings.TrimPrefix(string(m.Start.Add(m.Minutes).Clock()), "0"))
	}
	how := strings.Join(nonEmpty(string(m.Mode), string(m.ModeBy)), ", ")
	where := ""
	switch {
	case m.HomeVisit:
		where = "at their home"
	case b.Room != nil && m.Mode != OnPhone && m.Mode != OnVideo:
		where = b.typed(b.Room.Name, briefCell)
	}
	return strings.Join(nonEmpty(when, where, how), " · ")
}

// whatFor is the purpose, who was told of it (practice 24), and the sentence to begin with.
func (b *brief) whatFor() Block {
	var told, not []string
	for _, p := range b.parentRows() {
		if p.ToldWhy != "" {
			told = append(told, b.nameOf(p))
		} else {
			not = append(not, b.nameOf(p))
		}
	}
	knows := ""
	switch {
	case len(told) > 0 && len(not) > 0:
		knows = listOf(told) + byCount(len(told), " knows", " know", " know") + " why, " + listOf(not) + " not yet."
	case len(told) > 0:
		knows = listOf(told) + byCount(len(told), " knows", " know", " know") + " why."
	case len(not) > 0:
		knows = "Nobody has told " + listOf(not) + " why yet."
	}
	say := "Say at the start: " + fmt.Sprintf(Together, calledTogether(b.Pupils))
	return Block{Heading: "What for", Text: strings.Join(nonEmpty(b.typed(b.Meeting.Purpose, 2*briefLine), knows, say), "\n")}
}

// good is what to begin with, then more good things (practices 4 and 42).
func (b *brief) good() Block {
	var items []string
	for _, text := range append([]string{b.Meeting.Opening}, Openings(b.Pupils, b.Log)...) {
		line := Capital(b.typed(text, briefLine))
		if line != "" && !slices.ContainsFunc(items, sayingAs(line)) {
			items = append(items, line)
		}
	}
	return Block{Heading: "Begin with good", Items: items[:min(len(items), briefGood)]}
}

// sayingAs reports whether another line says the same, or it with more words around it.
func sayingAs(line string) func(other string) bool {
	core := func(s string) string { return strings.ToLower(strings.Trim(s, ". ")) }
	return func(other string) bool {
		return strings.Contains(core(line), core(other)) || strings.Contains(core(other), core(line))
	}
}

func (b *brief) theirs() Block {
	text := b.typed(b.Meeting.Theirs, 2*briefLine)
	if text == "" && b.Meeting.AskedTheirs == "" {
		text = "Not asked yet: ask first what works at home, and what they would like to talk about."
	}
	return Block{Heading: "Their question", Text: text}
}

// views are how it looks from both sides, and to the child (practices 17 and 39).
func (b *brief) views() Block {
	var rows [][]string
	for _, v := range []struct{ whose, view string }{
		{"teacher", b.Meeting.TeacherView}, {"family", b.Meeting.FamilyView}, {"child", b.Meeting.PupilView},
	} {
		if text := b.typed(v.view, 2*briefLine); text != "" {
			rows = append(rows, []string{v.whose, text})
		}
	}
	return Block{Heading: "How it looks to", Rows: rows}
}

// story is what happened before, in two lines, and what is hard and what helps just now (practices 7
// and 9).
func (b *brief) story() Block {
	newest := func(kind FamilyEntryKind, most int) string {
		for _, e := range b.Entries {
			if e.Kind != kind {
				continue
			}
			if text := b.typed(e.Text, most); text != "" {
				return text
			}
		}
		return ""
	}
	lines := []string{newest(TheirStory, 2*briefLine-10)}
	for _, k := range []FamilyEntryKind{HardJustNow, WhatHelps} {
		if text := newest(k, 2*briefLine-20); text != "" {
			lines = append(lines, Capital(string(k))+": "+text)
		}
	}
	return Block{Heading: "Their story", Text: strings.Join(nonEmpty(lines...), "\n")}
}

func (b *brief) agenda() Block {
	var rows [][]string
	for _, item := range atMost(b, b.agendaInOrder(), briefAgenda, "the agenda") {
		who := textIf(item.Theirs, "theirs")
		if title := b.typed(item.Title, briefReason); title != "" {
			rows = append(rows, []string{countOf(item.Minutes, "minute"), title, firstText(who, b.typed(item.Brings, briefCell/2))})
		}
	}
	heading := "Agenda"
	switch minutes := AgendaMinutes(b.Agenda); {
	case AgendaFits(b.Agenda, b.Meeting.Minutes):
		heading += fmt.Sprintf(", %d min", minutes)
	default:
		heading += fmt.Sprintf(", %d of %d min", minutes, b.Meeting.Minutes)
	}
	return Block{Heading: heading, Rows: rows}
}

// papers are at hand, and out of sight (practice 37).
func (b *brief) papers() Block {
	var items []string
	for _, p := range atMost(b, b.Papers, briefPapers, "the papers") {
		if title := b.typed(p.Title, briefLine-20); title != "" {
			items = append(items, title+textIf(!p.Ready, " (still to fetch)"))
		}
	}
	return Block{Heading: "Papers, out of sight", Items: items, Boxes: true}
}

// onTheDay is the card for the day itself (practices 34 and 36 to 38).
func (b *brief) onTheDay() Block {
	var items []string
	for _, r := range ChecklistRules {
		if r.Group == GroupDay && r.Applies(b.Facts) {
			items = append(items, r.Asks)
		}
	}
	return Block{Heading: "On the day", Items: items, Boxes: true}
}
