package model

import (
	"slices"
	"strings"
)

// recordWriter makes the entries of a whole record.
type recordWriter struct {
	*recordCircle
	beside  *NameBook // those who are known by name only, from entries of this family; nil where there are none
	entries []RecordEntry
}

// recordText is one entry while it is written.
type recordText struct {
	w     *recordWriter
	entry RecordEntry
	held  []string // who else it concerns, before its passages name anybody
	why   string   // why what is typed in it waits as a whole, "" it does not
}

// begin is an entry of a table's row at a moment.
func (w *recordWriter) begin(what string, id int64, at Moment) *recordText {
	key := RecordKey{what, id}
	return &recordText{w: w, entry: RecordEntry{RecordKey: key, At: at, Changed: w.Changed[key]}}
}

// phrase is a text in which people are named by the record itself.
type phrase struct {
	w      *recordWriter
	text   strings.Builder
	places []OtherPlace
	safe   [][2]int // where those are named who need no mark
}

// phrase begins with some words.
func (w *recordWriter) phrase(words ...string) *phrase {
	p := &phrase{w: w}
	p.say(strings.Join(nonEmpty(words...), ", "))
	return p
}

func (p *phrase) say(text string) *phrase {
	p.text.WriteString(text)
	return p
}

// people names some, with words before them.
func (p *phrase) people(before string, refs []PersonRef) *phrase {
	for i, ref := range refs {
		switch {
		case i == 0:
			p.say(before)
		case i == len(refs)-1:
			p.say(" and ")
		default:
			p.say(", ")
		}
		p.person(ref, firstText(p.w.name(ref), p.w.Book.called(ref), "somebody"))
	}
	return p
}

// person names one, marked where they do not belong to the record.
func (p *phrase) person(ref PersonRef, name string) *phrase {
	start := p.text.Len()
	p.say(name)
	switch {
	case p.w.isOwn(ref):
		p.safe = append(p.safe, [2]int{start, p.text.Len()})
	case name != "":
		p.places = append(p.places, OtherPlace{start, p.text.Len(), p.w.said(ref, name)})
	}
	return p
}

// by names a colleague with words before the name, nothing for nobody.
func (p *phrase) by(before, name string) *phrase {
	if name != "" {
		p.say(before).person(PersonRef{Kind: AColleague}, name)
	}
	return p
}

// title says what the entry is.
func (t *recordText) title(p *phrase) { t.put("", p, "") }

// typed adds what a person typed, under a label.
func (t *recordText) typed(label, text string) { t.put(label, t.w.phrase(text), t.why) }

// waits adds what waits for a decision as a whole, if why says so.
func (t *recordText) waits(label, text, why string) {
	t.put(label, t.w.phrase(text), firstText(t.why, why))
}

func (t *recordText) put(label string, p *phrase, whole string) {
	text := strings.TrimRight(p.text.String(), " \n")
	if strings.TrimSpace(text) == "" {
		return
	}
	t.entry.Passages = append(t.entry.Passages, Passage{Label: label, Text: text, Places: t.w.places(text, p), Whole: whole})
}

// concerns says that an entry is about some people, too, who may not be named in it.
func (t *recordText) concerns(refs []PersonRef) { t.held = append(t.held, t.w.others(refs)...) }

// end keeps the entry with all whom it names or concerns, each once.
func (t *recordText) end() {
	for _, who := range t.held {
		t.other(who)
	}
	for _, p := range t.entry.Passages {
		t.other(p.Whole)
	}
	for _, p := range t.entry.Passages {
		for _, place := range p.Places {
			t.other(place.Who)
		}
	}
	t.w.entries = append(t.w.entries, t.entry)
}

// other notes somebody, unless they are noted in other words: who is named needs no word about their number.
func (t *recordText) other(who string) {
	_, of, _ := strings.Cut(who, " of ")
	known := func(noted string) bool { return strings.Contains(noted, firstText(of, who)) }
	if who != "" && !slices.ContainsFunc(t.entry.Others, known) {
		t.entry.Others = append(t.entry.Others, who)
	}
}

// places are where a text names others: as the record names them itself, and as the book finds them.
func (w *recordWriter) places(text string, p *phrase) []OtherPlace {
	places := slices.Clone(p.places)
	for _, n := range notOver(append(w.Book.In(text), w.beside.In(text)...)) {
		known := slices.ContainsFunc(p.places, func(o OtherPlace) bool { return n.Start < o.End && o.Start < n.End }) ||
			slices.ContainsFunc(p.safe, func(s [2]int) bool { return n.Start < s[1] && s[0] < n.End })
		if !known && !w.colleague[Fold(text[n.Start:n.End])] && !w.mayStand(n) {
			places = append(places, OtherPlace{n.Start, n.End, w.whoIs(n, text)})
		}
	}
	InOrder(places, func(a, b OtherPlace) int { return a.Start - b.Start })
	return places
}

// whoIs says whom a naming may mean.
func (w *recordWriter) whoIs(n Naming, text string) string {
	if here := slices.DeleteFunc(slices.Clone(n.People), func(k KnownPerson) bool { return !w.ofFamily(k.PersonRef) }); len(here) > 0 {
		n.People = here
	}
	said := "somebody called “" + text[n.Start:n.End] + "”"
	switch {
	case n.What == foundName && (len(n.People) == 0 || len(n.People) > 2):
	case len(n.People) == 0:
		said = "the " + n.What + " of somebody"
	case n.What != foundName:
		said = "the " + n.What + " of " + w.said(n.People[0].PersonRef, n.People[0].Said)
	default:
		var names []string
		for _, k := range n.People {
			if one := w.said(k.PersonRef, k.Said); !slices.Contains(names, one) {
				names = append(names, one)
			}
		}
		said = strings.Join(names, " or ")
	}
	return textIf(n.Perhaps, "perhaps ") + said
}

// naming reports whether a text names somebody who belongs to the record.
func (w *recordWriter) naming(texts ...string) bool {
	for _, n := range w.Book.In(strings.Join(texts, "\n")) {
		if slices.ContainsFunc(n.People, func(k KnownPerson) bool { return w.own[k.PersonRef] }) {
			return true
		}
	}
	return false
}
