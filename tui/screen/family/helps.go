package family

import (
	"fmt"

	"kettle/model"
)

func entryHeadings() map[model.FamilyEntryKind]string {
	return map[model.FamilyEntryKind]string{
		model.WhatHelps: "What helps", model.HardJustNow: "Hard just now", model.TheirStory: "Their story",
	}
}

// helpsItems are what helps, what is hard just now, their story, the welcome and the notes.
func (s *Page) helpsItems() []item {
	var items []item
	for _, kind := range model.FamilyEntryKinds {
		heading := entryHeadings()[kind]
		for _, e := range s.page.Entries {
			if e.Kind != kind {
				continue
			}
			items = append(items, item{ref: ref{toEntry, e.ID}, heading: heading, lines: func(width int) []line { return s.entryLines(e, width) }})
			heading = ""
		}
	}
	items = append(items, item{ref: ref{kind: toWelcome}, heading: "Beside this", lines: s.welcomeLines})
	return append(items, item{ref: ref{kind: toNotes}, lines: s.notesLines})
}

// entryLines are an entry in full, its day first. Of a story the beginning is shown: t reads it.
func (s *Page) entryLines(e model.FamilyEntry, width int) []line {
	most := 8
	if e.Kind == model.TheirStory {
		most = 2
	}
	return hang(width, most, []span{{s.Theme.Dim, e.On.Near(s.Today()) + "  "}}, s.Theme.Text, e.Text)
}

func (s *Page) welcomeLines(width int) []line {
	said := 0
	for _, on := range s.page.Welcome {
		if on != "" {
			said++
		}
	}
	words := "Welcome: nothing said yet"
	switch {
	case said == len(model.WelcomePoints):
		words = "✓ Welcome: all said"
	case said > 0:
		words = fmt.Sprintf("○ Welcome: %d of %d said", said, len(model.WelcomePoints))
	}
	return wrapped(width, 1, s.Theme.Dim, words)
}

func (s *Page) notesLines(width int) []line {
	if s.page.Family.Notes == "" {
		return wrapped(width, 1, s.Theme.Dim, "Notes: none")
	}
	return hang(width, 8, []span{{s.Theme.Dim, "Notes: "}}, s.Theme.Text, s.page.Family.Notes)
}
