package model

import (
	"cmp"
	"slices"
	"strings"
)

// reading puts the parts together, with what was set by hand.
func (r *captureReader) reading() Capture {
	h, set := r.head, r.now.Set
	c := Capture{Line: r.line, Today: r.now.Now.Date(), Channel: h.channel, Kind: Information, Triage: h.triage, DSLTo: h.dslTo, DSLRef: h.dslRef,
		Note: r.note, Words: r.theirs, Promises: r.promises, Present: r.there}
	c.At, c.AtNow = r.happened()
	c.Kind = ContactKind(firstText(string(h.mark), string(c.Kind)))
	if h.missed && h.mark == "" {
		c.Kind = Attempt
	}
	r.fillWho(&c)
	set.apply(&c)
	if c.Channel == "" {
		c.Channel, c.ChannelGuessed = r.channelThen(c.At), true
	}
	if set.Dir == nil {
		c.Dir = r.direction(c.Channel)
	}
	r.fillHints(&c)
	if c.Kind == PassedToDSL {
		r.passOn(&c)
	}
	c.Spans = r.spans
	InOrder(c.Spans, func(a, b CaptureSpan) int { return cmp.Compare(a.From, b.From) })
	return c
}

// fillWho names the families that fit, and the people of a family.
func (r *captureReader) fillWho(c *Capture) {
	homes, x := r.found.homes, r.x
	set, isSet := x.familyAt[r.now.Set.Family]
	if isSet {
		homes = []int32{set}
	}
	c.Status = CaptureOK
	switch {
	case len(homes) == 0:
		c.Status = CaptureNote
	case len(homes) > 1:
		c.Status = CaptureAsk
	}
	for _, home := range homes {
		c.Families = append(c.Families, x.families[home].CaptureFamily)
	}
	for _, a := range r.found.adults {
		if !isSet || x.tiedTo(a, set) {
			c.Adults = append(c.Adults, x.adults[a])
		}
	}
	for _, p := range r.found.pupils {
		if !isSet || x.pupils[p].FamilyID == r.now.Set.Family {
			c.Pupils = append(c.Pupils, x.pupils[p])
		}
	}
}

func (x *CaptureIndex) tiedTo(adult, home int32) bool {
	return slices.ContainsFunc(x.families[home].ties, func(t captureTie) bool { return t.adult == adult })
}

// direction says who began it (capture.md section 3).
func (r *captureReader) direction(by Channel) Direction {
	if usual := by.Usual(); usual == BothWays {
		return usual
	}
	_, adult := r.found.by[r.head.verb-1]
	for _, t := range r.head.who {
		adult = adult || t.last == r.head.verb-1 && (t.kind == whoRelation || t.kind == whoTitled) // though it is not sure who that is
	}
	if r.head.inward || r.head.verb >= 0 && adult {
		return In
	}
	return Out
}

// passOn leaves of what goes to the DSL only when, to whom and the reference (rules.md R49).
func (r *captureReader) passOn(c *Capture) {
	if c.DSLRef == "" {
		c.DSLRef = refIn(c.Note)
	}
	if c.Note != "" || c.Words != "" || len(c.Promises) > 0 {
		c.Hints = append(c.Hints, "the rest of the line is not kept: it goes to the DSL")
		r.spans = slices.DeleteFunc(r.spans, func(s CaptureSpan) bool { return s.From >= r.body })
		r.spans = append(r.spans, CaptureSpan{r.body, len(r.line), PartUnkept})
	}
	c.Note, c.Words, c.Promises, c.Triage = "", "", nil, ""
}

// refIn is a reference in the text of a line that goes to the DSL: "ref 1123".
func refIn(text string) string {
	words := strings.Fields(text)
	for i, w := range words[:max(0, len(words)-1)] {
		if strings.EqualFold(strings.Trim(w, "(,.;:"), "ref") && strings.ContainsAny(words[i+1], "0123456789") {
			return strings.Trim(words[i+1], "().,;:")
		}
	}
	return ""
}

// CutWords say that a line was too long.
const CutWords = "the line is longer than 10,000 characters: what is beyond them is left out"

func (r *captureReader) fillHints(c *Capture) {
	if r.cut {
		c.Hints = append(c.Hints, CutWords)
	}
	c.Hints = append(c.Hints, r.found.hints...)
	c.Hints = append(c.Hints, r.hints...)
	if c.Status == CaptureOK {
		c.Hints = append(c.Hints, r.x.orderHints(*c)...)
	}
	if c.Kind == Information && r.now.Set.Kind == nil && !r.verbatim {
		c.Hints = append(c.Hints, wordHints(c.Note+" "+c.Words)...)
	}
}

// orderHints name the adults of the entry behind a court order, or not to be contacted.
func (x *CaptureIndex) orderHints(c Capture) (hints []string) {
	home := x.families[x.familyAt[c.Families[0].ID]]
	for _, a := range c.Adults {
		if slices.ContainsFunc(home.ties, func(t captureTie) bool { return t.walled && x.adults[t.adult].ID == a.ID }) {
			hints = append(hints, a.FullName()+": look at the order first")
		}
	}
	return hints
}

// wordHints point at words that look like a mark and set none.
func wordHints(text string) (hints []string) {
	folded := " " + FoldSearch(text) + " "
	for _, row := range captureHints {
		for word := range strings.SplitSeq(row.words, ",") {
			if strings.Contains(folded, " "+word+" ") {
				hints = append(hints, word+": "+row.ask)
				break
			}
		}
	}
	if strings.HasSuffix(strings.TrimSpace(text), "?") {
		hints = append(hints, "an answer owed? ?")
	}
	return hints
}
