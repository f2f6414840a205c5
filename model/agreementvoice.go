package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// agreed are the outcomes and agreements in sentences to the addressee, what we do first.
func (l *letter) agreed() []string {
	var said []string
	for _, o := range l.Outcomes {
		if text := l.typed(o.Text); text != "" {
			said = append(said, stopped(Capital(text)))
		}
	}
	for _, a := range l.inOrder() {
		said = append(said, l.agreement(a))
	}
	return said
}

// inOrder puts what school does before what the family does; only what I do after that, such as
// asking how it went, stands behind it.
func (l *letter) inOrder() []Agreement {
	var lastOfTheirs Date
	for _, a := range l.Agreements {
		if a.Whose == OfFamily {
			lastOfTheirs = max(lastOfTheirs, a.Due, a.From)
		}
	}
	rank := func(a Agreement) int {
		switch {
		case a.Whose == OfFamily:
			return 1
		case a.Whose == Mine && lastOfTheirs != "" && a.Due > lastOfTheirs:
			return 2
		}
		return 0
	}
	ordered := slices.Clone(l.Agreements)
	InOrder(ordered, func(a, b Agreement) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Position, b.Position))
	})
	return ordered
}

// agreement is one promise in the voice for this addressee: "We agreed that …", "You said that you
// would …", "I will …". What another household promised is not for them (product.md 9).
func (l *letter) agreement(a Agreement) string {
	who, of := l.promiser(a)
	if l.isOthers(a, of) {
		l.note("Left out, because another household promised it: " + oneLine(a.Text))
		return ""
	}
	text := strings.TrimLeft(l.typed(a.Text), signs)
	if text == "" {
		return ""
	}
	days := l.days(a, text)
	if a.SaysItsEnd() {
		text = strings.Replace(text, a.Due.Short(), a.Due.Letter(), 1)
	}
	switch {
	case of == l.To.ID && of != 0:
		return "You said that you would " + baseForm(withoutSubject(text, l.subjects(a))) + days + "."
	case a.Who == PromisedByBoth && l.isParent(l.To.ID):
		return l.bothSaid() + " that you would " + baseForm(withoutSubject(text, spoken(PromisedByBoth))) + days + "."
	case a.Who == PromisedByUs:
		return "We will " + baseForm(withoutSubject(text, spoken(PromisedByUs))) + days + "."
	case a.Whose == Mine || a.Whose == OfStaff && a.StaffID == l.Me.ID && l.Me.ID != 0:
		return "I will " + baseForm(withoutSubject(text, []string{"I'll", "I", "You", l.Me.Name, a.Who})) + days + "."
	case a.Whose == OfFamily && who == "":
		return "We agreed that you and yours would " + baseForm(text) + days + "."
	}
	if who == "" {
		return "We agreed: " + text + days + "."
	}
	return "We agreed that " + thirdPerson(who, text, l.subjects(a)) + days + "."
}

// isOthers reports whether an agreement is another household's, and not the reader's to know. What both
// parents promise a young person reads only where both live with them, and nothing of who is kept out.
func (l *letter) isOthers(a Agreement, of int64) bool {
	if _, young := l.young(); young {
		apart := slices.ContainsFunc(l.Parents(), func(p Adult) bool { return !slices.Contains(l.Household, p.ID) })
		if a.Who == PromisedByBoth && apart || of > 0 && len(l.walls(of)) > 0 {
			return true
		}
	}
	return of != 0 && of != l.To.ID && !slices.Contains(l.Household, of)
}

// bothSaid speaks of the other parent only to those who live with them.
func (l *letter) bothSaid() string {
	for _, p := range l.Parents() {
		if p.ID != l.To.ID && !slices.Contains(l.Household, p.ID) {
			return "You said"
		}
	}
	return "You both said"
}

// isParent reports whether an adult is a parent of one of the pupils.
func (l *letter) isParent(adult int64) bool {
	return slices.ContainsFunc(l.Parents(), func(p Adult) bool { return p.ID == adult })
}

// spoken are the words that stand for several who promise together, the longer ones first.
func spoken(who string) []string {
	var words []string
	for word, o := range spokenFor() {
		if o.who == who {
			words = append(words, word)
		}
	}
	return longestFirst(words)
}

// subjects are the ways in which a sentence may name who promises, the longer ones first: by any part
// of the name, or by what they are to the child.
func (l *letter) subjects(a Agreement) []string {
	names := append(nameParts(a.Who), "you")
	for _, x := range append(slices.Clone(l.Adults), l.To) {
		if x.ID == a.AdultID && x.ID != 0 || a.AdultID == 0 && slices.ContainsFunc(callNames(x), sameAs(a.Who)) {
			names = append(append(names, callNames(x)...), x.Surname)
		}
	}
	if words := strings.Fields(oneLine(a.Text)); a.Whose == OfFamily {
		for n := 1; n <= min(2, len(words)); n++ {
			if _, related := relationSaid(FoldSearch(strings.Join(words[:n], " "))); related {
				names = append(names, strings.Join(words[:n], " "))
			}
		}
	}
	return longestFirst(nonEmpty(names...))
}

func longestFirst(names []string) []string {
	InOrder(names, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	return slices.Compact(names)
}

// promiser is who promised, as the letter names them, and which adult that is, 0 for nobody of
// those who are linked to the pupils.
func (l *letter) promiser(a Agreement) (name string, adultID int64) {
	name = oneLine(a.Who)
	if a.Whose != OfFamily {
		return l.typed(a.Who), 0
	}
	for _, x := range l.Adults {
		if x.ID == a.AdultID && x.ID != 0 || a.AdultID == 0 && name != "" && slices.ContainsFunc(callNames(x), sameAs(name)) {
			return oneLine(x.Formal()), x.ID
		}
	}
	if a.AdultID == l.To.ID || slices.ContainsFunc(callNames(l.To), sameAs(name)) {
		return l.To.Formal(), l.To.ID
	}
	return l.typed(a.Who), a.AdultID
}

// callNames are the ways in which an adult may be named in a sentence.
func callNames(a Adult) []string {
	return nonEmpty(oneLine(a.Formal()), oneLine(a.FullName()), oneLine(a.Title+" "+a.Surname), oneLine(a.Forename), oneLine(a.KnownAs))
}

func sameAs(name string) func(string) bool {
	return func(other string) bool { return strings.EqualFold(other, name) }
}

// days are when it begins and by when it is done, where the text does not say so itself.
func (l *letter) days(a Agreement, text string) string {
	said := ""
	if a.From.Valid() && !saysDay(text, a.From, l.Meeting.HeldOn()) {
		said += " from " + a.From.Letter()
	}
	if a.Due.Valid() && !saysDay(text, a.Due, l.Meeting.HeldOn()) {
		if a.Due == l.Today && l.Today == l.Meeting.HeldOn() {
			return said + " today"
		}
		by := " by "
		if said != "" {
			by = " until "
		}
		said += by + a.Due.Letter()
	}
	return said
}

// saysDay reports whether a sentence names the day already: by its date, or as today.
func saysDay(text string, d, meeting Date) bool {
	lower := strings.ToLower(text)
	named := strings.Contains(lower, strings.ToLower(d.format("2 Jan")))
	today := strings.Contains(lower, "tonight") || strings.Contains(lower, "today")
	return named || d == meeting && today
}

// withoutSubject takes the first of these subjects from the front of a sentence, with a "will" or
// "is going to" behind it.
func withoutSubject(text string, subjects []string) string {
	for _, s := range nonEmpty(subjects...) {
		if rest, ok := cutWord(text, s); ok {
			text = rest
			break
		}
	}
	return withoutAuxiliary(text)
}

// cutWord takes words from the front of a text, ignoring case; a text of only these is left alone.
func cutWord(text, words string) (rest string, ok bool) {
	if len(text) <= len(words) || !strings.EqualFold(text[:len(words)], words) || !strings.ContainsAny(text[len(words):len(words)+1], " ,:") {
		return text, false
	}
	return strings.TrimLeft(text[len(words):], " ,:"), true
}

// thirdPerson is a sentence about somebody else: "Mr Shah opens the library", with "will" where only
// the bare verb was written down.
func thirdPerson(who, text string, subjects []string) string {
	rest := withoutSubject(text, subjects)
	verb, _, _ := strings.Cut(rest, " ")
	switch {
	case rest != text && endsInS(verb):
		return who + " " + rest
	case endsInS(verb):
		return who + " " + lowerFirst(rest)
	}
	return who + " will " + lowerFirst(rest)
}

// plainVerbs are verbs whose bare form is not found by taking off an s.
func plainVerbs() map[string]string {
	return map[string]string{
		"is": "be", "are": "be", "has": "have", "does": "do", "goes": "go",
		"focus": "focus", "always": "always", "let's": "let us",
	}
}

// baseForm turns "tells Chidi" into "tell Chidi"; what is no such verb stays as it is.
func baseForm(text string) string {
	verb, rest, more := strings.Cut(lowerFirst(text), " ")
	bare, known := plainVerbs()[verb]
	switch {
	case known:
	case !endsInS(verb):
		bare = verb
	case strings.HasSuffix(verb, "ies") && len(verb) > 4:
		bare = strings.TrimSuffix(verb, "ies") + "y"
	case endsInAny(verb, "sses", "shes", "ches", "xes", "oes"):
		bare = strings.TrimSuffix(verb, "es")
	default:
		bare = strings.TrimSuffix(verb, "s")
	}
	if more {
		bare += " " + rest
	}
	return bare
}

func endsInS(verb string) bool {
	if strings.EqualFold(verb, "is") {
		return true
	}
	stays := plainVerbs()[strings.ToLower(verb)] == strings.ToLower(verb)
	return len(verb) > 2 && strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "ss") && !stays
}

func endsInAny(s string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(s, end) })
}

// lowerFirst begins with a small letter, unless the word is I or all in capitals.
func lowerFirst(text string) string {
	first, _, _ := strings.Cut(text, " ")
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || first == "I" || strings.HasPrefix(first, "I'") || len(first) > 1 && first == strings.ToUpper(first) {
		return text
	}
	return strings.ToLower(string(r)) + text[size:]
}
