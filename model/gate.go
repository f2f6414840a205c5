package model

import (
	"cmp"
	"slices"
	"strings"
)

// GateFamily is a family on the list for the gate, with what to know before a hello (practice 5).
type GateFamily struct {
	FamilyID int64
	Family   string
	Class    string // of its eldest child
	ClassKey string // orders the classes
	Children string
	Last     Moment   // the last greeting at the gate, "" none yet
	Comes    Moment   // a meeting today
	Worry    bool     // a worry is open
	Bring    []string // who is known to bring and collect: "Auntie Grace brings and collects"
}

// Note is what to mind at the gate: what matters is for the meeting, not for the playground.
func (g GateFamily) Note() string {
	switch {
	case g.Comes != "":
		return "comes today at " + string(g.Comes.Clock()) + ": say hello only"
	case g.Worry:
		return "a worry is open: say hello, talk inside"
	}
	return ""
}

// WhyNoGate is why nobody stands at the gate on a day, "" on a school day. Without term dates a weekday
// that is no bank holiday counts.
func WhyNoGate(today Date, c *Calendar) string {
	if open, err := c.IsSchoolDay(today); open || err != nil && c.IsWorkingDay(today) {
		return ""
	}
	return "No school today: nobody comes to the gate."
}

// GateOf is who brings and collects the children of a circle, as far as a note on the adult or the office's
// word for them says so. Nobody behind the wall is named, and nobody who is not in touch.
func GateOf(c Circle) []string {
	var bring []string
	for _, a := range append(c.Parents(), c.Others()...) {
		text := a.Notes
		for _, l := range c.linksOf(a.ID) {
			text += " " + l.RelationText
		}
		if words := gateWords(text); words != "" {
			bring = append(bring, firstText(a.KnownAs, a.Formal())+" "+words)
		}
	}
	return bring
}

var (
	bringing   = []string{"brings", "drops"}
	collecting = []string{"collects", "picks"}
)

func gateWords(text string) string {
	words := strings.Fields(FoldSearch(text))
	has := func(some []string) bool {
		return slices.ContainsFunc(some, func(w string) bool { return slices.Contains(words, w) })
	}
	brings, collects := has(bringing), has(collecting)
	switch {
	case brings && collects:
		return "brings and collects"
	case brings:
		return "brings"
	case collects:
		return "collects"
	}
	return ""
}

// GatePrinted is how many families stand on the printed list.
const GatePrinted = 30

// GateSheet is the list for the gate on one page, by class. It says "hello only" and not why: paper is seen
// by others.
func GateSheet(today Date, families []GateFamily) Sheet {
	s := Sheet{Name: "gate", Title: "At the gate, " + today.Letter(), Under: "Families we have not greeted for longest. A hello is enough.", OnePage: true}
	families = slices.Clone(families[:min(len(families), GatePrinted)])
	InOrder(families, func(a, b GateFamily) int { return cmp.Compare(a.ClassKey, b.ClassKey) })
	for _, g := range families {
		note := strings.Join(g.Bring, ", ")
		if g.Note() != "" {
			note = strings.Join(nonEmpty("hello only", note), " · ")
		}
		class := firstText(g.Class, "no class")
		i := slices.IndexFunc(s.Blocks, func(b Block) bool { return b.Heading == class })
		if i < 0 {
			i, s.Blocks = len(s.Blocks), append(s.Blocks, Block{Heading: class})
		}
		s.Blocks[i].Rows = append(s.Blocks[i].Rows, []string{"[ ]", g.Family, g.Children, note})
	}
	return s
}
