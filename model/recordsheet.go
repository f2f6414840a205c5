package model

import (
	"fmt"
	"strings"
)

// RecordPrint says for whom a whole record is printed.
type RecordPrint string

// The two prints: one for who decides, with everything and its marks, and one to give out.
const (
	ForDecision RecordPrint = "for the data protection officer"
	ToGiveOut   RecordPrint = "to give out"
)

// Valid reports whether p is a known print.
func (p RecordPrint) Valid() bool { return p == ForDecision || p == ToGiveOut }

// What stands in place of what is not shown.
const (
	AnotherPerson = "[another person]"
	notDecided    = "[not decided yet]"
	leftOutHere   = "[left out]"
	openMark      = "‹"
	closeMark     = "›"
)

// Sheet is the record on paper, of so many pages as it needs. One to give out shows what was decided to be
// shown, and blacks out what names others and is not decided yet; it says on top how much that is. It names
// neither the family nor anybody else who is not shown.
func (r WholeRecord) Sheet(kind RecordPrint, made Date, by string) Sheet {
	s := Sheet{Name: "record", Title: "Record of what is held", Under: string(kind) + " · made " + made.Full() + textIf(by != "", " by "+by)}
	s.Blocks = append(s.Blocks, Block{Heading: "About", Text: r.aboutWords(kind)}, Block{Heading: "Decided", Text: r.decidedWords(kind)})
	if r.Order != "" && kind == ForDecision {
		s.Blocks = append(s.Blocks, Block{Heading: "An order", Text: "Read it before anything goes out. " + r.Order})
	}
	s.Blocks = append(s.Blocks, Block{Heading: "What it holds", Items: recordHolds()}, Block{Heading: "What it does not hold", Items: recordLacks()})
	day := Date("")
	for _, e := range r.Entries {
		b := e.block(kind)
		if !e.Person && e.At.Date() == day && day != "" {
			b.Heading = string(e.At.Clock())
		}
		day = e.At.Date()
		s.Blocks = append(s.Blocks, b)
	}
	return s
}

func (r WholeRecord) aboutWords(kind RecordPrint) string {
	if r.About == (PersonRef{}) {
		return "the " + r.Name + " family as a whole; nobody who asks is chosen"
	}
	return r.Name + textIf(kind == ForDecision, ", who asks: with those who live with them, and their children")
}

func (r WholeRecord) decidedWords(kind RecordPrint) string {
	marked, decided := r.Waiting()
	left := marked - decided
	switch {
	case marked == 0:
		return "Nothing in it names others."
	case kind == ForDecision:
		return fmt.Sprintf("%d of %d entries that name others are decided. Who is meant stands between %s and %s, and below each entry.", decided, marked, openMark, closeMark)
	case left == 0:
		return "All that names others has been decided."
	case left == 1:
		return "1 entry is not decided yet: what names others in it is blacked out."
	}
	return fmt.Sprintf("%d entries are not decided yet: what names others in them is blacked out.", left)
}

func recordHolds() []string {
	return []string{"what is held of each person: names, addresses, numbers, what they are to one another", "the log, with words as they were said, and by whom they were written down",
		"meetings with what was said, agreed and thought afterwards", "promises with what became of them, and letters in full", "accounts of incidents",
		"SEN status, moves, and what the family told", "what was changed of a person in this record"}
}

func recordLacks() []string {
	return []string{"what was passed to the safeguarding lead, who keeps the child protection file and decides about it", "what was removed from the record, drafts and backups",
		"entries kept under other families", "what the school holds elsewhere: its information system, e-mail, paper"}
}

// block is the entry on paper, with its day as the heading.
func (e RecordEntry) block(kind RecordPrint) Block {
	b := Block{Heading: strings.TrimSpace(e.At.Date().Full() + " " + string(e.At.Clock()))}
	if e.Person {
		b.Heading = map[string]string{"pupil": "A child", "adult": "An adult", "professional": "From outside"}[e.What]
	}
	b.Text = strings.Join(e.lines(kind), "\n")
	return b
}

// lines are the entry as a print shows it.
func (e RecordEntry) lines(kind RecordPrint) []string {
	decision := e.Decision()
	held := e.Held && decision != ShowEntry
	switch {
	case kind == ToGiveOut && decision == LeaveOut:
		return []string{leftOutHere}
	case kind == ToGiveOut && held:
		return []string{HeldBack}
	}
	var lines []string
	for i, p := range e.Passages {
		if held && i > 0 {
			break
		}
		line := p.line(kind, decision)
		if line == notDecided && len(lines) > 0 && lines[len(lines)-1] == notDecided {
			continue // how much is not shown is not said
		}
		lines = append(lines, line)
	}
	if e.Written != "" {
		lines = append(lines, "written down "+e.Written.Full())
	}
	if kind == ForDecision && (e.Marked() || decision != Undecided) {
		lines = append(lines, "["+e.MarkWords()+"]")
	}
	return lines
}

// MarkWords say what an entry names, and what was decided: "names others: Luki Nowak (another family); shown,
// Tue 24 Nov 2026".
func (e RecordEntry) MarkWords() string {
	stands := "not decided"
	switch {
	case e.Reopened():
		stands = "changed since it was decided: not decided"
	case e.Decided.Decision == ShowEntry:
		stands = "shown, " + e.Decided.On.Full()
	case e.Decided.Decision == LeaveOut:
		stands = "left out, " + e.Decided.On.Full() + textIf(e.Decided.Why != "", ": "+e.Decided.Why)
	}
	return strings.Join(nonEmpty(strings.TrimSuffix(e.Stands(), "."), stands), "; ")
}

// line is a passage as a print shows it.
func (p Passage) line(kind RecordPrint, decision Decision) string {
	text := p.Text
	switch {
	case kind == ForDecision:
		text = p.MarkedText()
	case decision == Undecided && p.Whole != "":
		return notDecided
	case decision == Undecided:
		text = p.Blacked()
	}
	if p.Label == "" {
		return text
	}
	return Capital(p.Label) + ": " + text
}

// MarkedText is the passage with those who are named between ‹ and ›.
func (p Passage) MarkedText() string {
	return p.replaced(func(named string) string { return openMark + named + closeMark })
}

// Blacked is the passage without those who are named.
func (p Passage) Blacked() string { return p.replaced(func(string) string { return AnotherPerson }) }

func (p Passage) replaced(f func(named string) string) string {
	var b strings.Builder
	from := 0
	for _, place := range p.Places {
		b.WriteString(p.Text[from:place.Start])
		b.WriteString(f(p.Text[place.Start:min(place.End, len(p.Text))]))
		from = min(place.End, len(p.Text))
	}
	b.WriteString(p.Text[from:])
	return b.String()
}
