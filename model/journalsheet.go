package model

import (
	"fmt"
	"strings"
)

// JournalLine is one entry of the log as it is printed and copied.
type JournalLine struct {
	At      Moment
	Family  string
	Kind    ContactKind
	Channel Channel
	By      string
	With    string // names of those it was with
	Note    string
	Words   string
	Shared  string
	Settled Date
}

// Text is the entry in a paragraph: "Okafor, good news, gate, with Mrs Okafor, by Ms Reed: Loved it.
// “He beamed.” Settled Fri 20 Nov 2026." The day stands above it.
func (l JournalLine) Text() string {
	with, by := "", ""
	if l.With != "" {
		with = "with " + l.With
	}
	if l.By != "" {
		by = "by " + l.By
	}
	text := strings.Join(nonEmpty(string(l.At.Clock()), l.Family, string(l.Kind), string(l.Channel), with, by), ", ")
	words := ""
	if l.Words != "" {
		words = "“" + strings.TrimSpace(l.Words) + "”"
	}
	if said := strings.Join(nonEmpty(strings.TrimSpace(l.Note), words), " "); said != "" {
		text += ": " + said
	}
	var after []string
	if l.Shared != "" {
		after = append(after, l.Shared)
	}
	if l.Settled.Valid() {
		after = append(after, "settled "+l.Settled.Full())
	}
	if len(after) > 0 {
		text += " (" + strings.Join(after, "; ") + ")"
	}
	return text
}

// JournalSheet is the log on paper, a heading for each day; lines are the newest first. What was passed
// to the DSL is never on it (rules.md R49), and a staff debrief belongs to no entry. what says which
// entries they are; left reports that there are more, which did not go on it.
func JournalSheet(what string, lines []JournalLine, left bool) Sheet {
	s := Sheet{Name: "log", Title: strings.Join(nonEmpty("Log", what), " · ")}
	count, day := 0, Date("")
	for _, l := range lines {
		if l.Kind == PassedToDSL {
			continue
		}
		if count++; l.At.Date() != day || len(s.Blocks) == 0 {
			day = l.At.Date()
			s.Blocks = append(s.Blocks, Block{Heading: day.Full()})
		}
		b := &s.Blocks[len(s.Blocks)-1]
		b.Items = append(b.Items, l.Text())
	}
	s.Under = fmt.Sprintf("%d entries", count)
	if count == 1 {
		s.Under = "1 entry"
	}
	if left {
		s.Under = "the newest " + s.Under
	}
	return s
}
