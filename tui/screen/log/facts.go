package log

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
	"kettle/tui/theme"
)

// fact is one thing that is known of an entry.
type fact struct {
	label, words string
	style        canvas.Style
	apart        bool // an empty row stands before it
	open         func() tea.Cmd
}

// facts are all that is known of the entry; what is not known is left out.
func (e *Entry) facts() []fact {
	var all []fact
	for _, group := range [][]fact{e.what(), e.saidFacts(), e.concern(), e.shared(), e.grown(), e.earlier()} {
		first := true
		for _, f := range group {
			if f.words == "" {
				continue
			}
			f.apart, first = first, false
			all = append(all, f)
		}
	}
	return all
}

func (e *Entry) plain(label, words string) fact {
	return fact{label: label, words: words, style: e.Theme.Text}
}

// what says what kind of entry it is, when it was, and between whom.
func (e *Entry) what() []fact {
	c := e.whole.Contact
	glyph, style := glyphOf(e.Theme, c.Kind)
	var how []string
	for _, w := range []string{kindWord(c.Kind), string(c.Channel), string(c.Reason)} {
		if w != "" {
			how = append(how, w)
		}
	}
	family := e.plain("family", e.whole.Family)
	family.open = func() tea.Cmd { return screen.Open(screen.Family, c.FamilyID) }
	return []fact{
		{label: "what", words: glyph + " " + strings.Join(how, " · "), style: style},
		family,
		e.plain("about", e.children()),
		e.plain("with", e.named(c.Adults)),
		e.plain("also there", strings.Join(nonEmptyLines(c.Present), ", ")),
		e.plain("who began", map[model.Direction]string{model.In: "the family", model.Out: "we did", model.BothWays: "we talked"}[c.Dir]),
		e.plain("happened", c.At.Date().Full()+clockWords(c.At)),
		e.plain("written down", e.writtenWords(c)),
	}
}

func clockWords(at model.Moment) string {
	if at.Clock() == "" {
		return ""
	}
	return ", " + string(at.Clock())
}

// writtenWords say who wrote the entry down, and when, where that was another time.
func (e *Entry) writtenWords(c model.Contact) string {
	var words []string
	if c.By != "" {
		words = append(words, "by "+c.By)
	}
	if c.Recorded != "" && c.Recorded != c.At {
		words = append(words, c.Recorded.Date().Full()+clockWords(c.Recorded))
	}
	return strings.Join(words, ", ")
}

func nonEmptyLines(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// noteOf is the note; of threats and abuse what happened stands first.
func noteOf(c model.Contact) string { return strings.TrimSpace(c.AbuseWhat + "\n" + c.Note) }

// saidFacts are the texts of the entry. What was passed to the DSL has none.
func (e *Entry) saidFacts() []fact {
	c := e.whole.Contact
	if c.Kind == model.PassedToDSL {
		return []fact{
			e.plain("passed to", c.DSLTo), e.plain("passed on", strings.TrimSpace(c.DSLWhen.Date().Full()+clockWords(c.DSLWhen))), e.plain("reference", c.DSLRef),
			{label: "note", words: "None is kept here: it belongs in the safeguarding record.", style: e.Theme.Dim},
		}
	}
	words := ""
	if c.Words != "" {
		words = "“" + c.Words + "”"
	}
	return []fact{e.plain("happened", c.AbuseWhat), e.plain("leader told", c.LeaderTold), e.plain("note", c.Note), e.plain("their words", words),
		e.plain("might need", c.Need), e.plain("would like", c.Wish)}
}

// concern says what was done about a concern or a question (practices 11 and 12, rules.md R13).
func (e *Entry) concern() []fact {
	c, today := e.whole.Contact, e.Today()
	step := c.FirstStep
	if step != "" && c.SteppedOn != "" {
		step += ", " + c.SteppedOn.Near(today)
	}
	facts := []fact{e.plain("taken by", c.Owner), e.plain("how soon", c.Triage), e.plain("instead of", c.Displaced), e.plain("first step", step)}
	if c.Acknowledged != "" {
		facts = append(facts, e.plain("they heard", "that it has come, "+c.Acknowledged.Near(today)))
	}
	switch {
	case c.Kind != model.Concern && c.Kind != model.Question:
	case c.Settled == "":
		facts = append(facts, fact{label: settledWord(c.Kind), words: "not yet", style: e.Theme.Warn})
	default:
		facts = append(facts, fact{label: settledWord(c.Kind), words: theme.GlyphDone + " " + c.Settled.Near(today), style: e.Theme.Good})
	}
	return facts
}

// shared says of each adult whether they know of it (practices 13 and 15).
func (e *Entry) shared() []fact {
	var facts []fact
	s, told := e.whole.Sharing(), map[int64]model.Date{}
	for _, t := range e.whole.Contact.Told {
		told[t.AdultID] = t.On
	}
	label := "shared"
	for _, id := range s.Knows {
		words := theme.GlyphDone + " " + e.name(id)
		if told[id] != "" {
			words += ", told " + told[id].Near(e.Today())
		}
		facts = append(facts, fact{label: label, words: words, style: e.Theme.Text})
		label = ""
	}
	label = "to tell"
	for _, id := range s.ToTell {
		facts = append(facts, fact{label: label, words: theme.GlyphOpen + " " + e.name(id), style: e.Theme.Warn})
		label = ""
	}
	if len(facts) == 0 && !s.Never {
		facts = append(facts, fact{label: "shared", words: "with nobody by name", style: e.Theme.Dim})
	}
	return facts
}

// grown are the promises made from the entry, and the meetings it grew into.
func (e *Entry) grown() []fact {
	var facts []fact
	for _, f := range e.whole.FollowUps {
		came, words := f.Came(e.Today(), e.Calendar())
		glyph := map[model.CameOf]string{model.CameKept: theme.GlyphDone, model.CameDropped: theme.GlyphLeftOut, model.CameLate: theme.GlyphAsk}[came]
		if glyph == "" {
			glyph = theme.GlyphOpen
		}
		facts = append(facts, fact{label: "follow-up", words: glyph + " " + f.What + ": " + words, style: e.Theme.Text,
			open: func() tea.Cmd { return promise.Hands{Env: e.Env, Store: e.store}.Change(f.ID) }})
	}
	for _, m := range e.whole.Meetings {
		words := string(m.Kind) + ", " + string(m.Status)
		if m.Start != "" {
			words += ", " + m.Start.Near(e.Today())
		}
		facts = append(facts, fact{label: "meeting", words: words, style: e.Theme.Text,
			open: func() tea.Cmd { return screen.Open(screen.Meeting, m.ID) }})
	}
	return facts
}

// earlier is what stood there before somebody corrected it.
func (e *Entry) earlier() []fact {
	var facts []fact
	for _, c := range e.whole.Earlier {
		words := c.Field + " was: " + c.Was + ", until " + c.Until.Near(e.Today())
		if c.Who != "" {
			words += ", changed by " + c.Who
		}
		facts = append(facts, fact{label: "corrected", words: words, style: e.Theme.Dim})
	}
	return facts
}

func (e *Entry) name(adult int64) string { return e.whole.Adults[adult] }

func (e *Entry) named(adults []int64) string {
	var names []string
	for _, id := range adults {
		names = append(names, e.name(id))
	}
	return strings.Join(names, ", ")
}

func (e *Entry) children() string {
	var names []string
	for _, id := range e.whole.Contact.Pupils {
		names = append(names, e.whole.Pupils[id])
	}
	return strings.Join(names, ", ")
}
