package model

import "slices"

// mostNameParts is how many words a name in a head may have: "van der Berg".
const mostNameParts = 3

// presentTerm is somebody who was there, too.
type presentTerm struct {
	whoTerm
	text string // as typed
	with int    // the place of "with" in the line
}

// readWho reads a relation, "both", or a titled name, with the small words around them.
func (r *captureReader) readWho(h *captureHead, w []capturedWord) int {
	if n := r.readLinking(h, w); n > 0 {
		return n
	}
	t, n := r.personAt(h.end, w, len(h.who) > 0)
	if n == 0 {
		return 0
	}
	h.who = append(h.who, t)
	h.span(w[:n], PartWho)
	if t.kind == whoRelation && n+1 < len(w) && w[n].key == "of" && r.namesAnybody(h, w[n+1:]) {
		h.span(w[n:n+1], PartWho)
		n++
	}
	return n
}

// readLinking reads "from" before a who, "and" or a stroke between two, and "her" before a relation.
func (r *captureReader) readLinking(h *captureHead, w []capturedWord) int {
	if len(w) < 2 {
		return 0
	}
	switch {
	case w[0].key == "from":
		if !r.namesAnybody(h, w[1:]) {
			return 0
		}
		h.inward = true
	case w[0].key == "and" || w[0].text == "&" || w[0].text == "/": // "Nowak / Sharp" is one family
		if len(h.who) == 0 || h.who[len(h.who)-1].last != h.end-1 || !r.namesAnybody(h, w[1:]) {
			return 0
		}
	case whoseWords[w[0].key] && len(h.who) > 0:
		if t, n := r.personAt(h.end+1, w[1:], true); n == 0 || t.kind != whoRelation {
			return 0
		}
	default:
		return 0
	}
	return h.span(w[:1], PartWho)
}

// namesAnybody reports whether the words begin with somebody.
func (r *captureReader) namesAnybody(h *captureHead, w []capturedWord) bool {
	if _, n := r.personAt(h.end+1, w, true); n > 0 {
		return true
	}
	_, n := r.nameAt(h.end+1, w)
	return n > 0
}

// personAt is a relation, "both", or an adult by title and name, at the beginning of words.
func (r *captureReader) personAt(at int, w []capturedWord, named bool) (t whoTerm, n int) {
	if len(w) == 0 {
		return t, 0
	}
	if w[0].key == "both" {
		return whoTerm{kind: whoBoth, said: "both", first: at, last: at}, 1
	}
	for n := min(2, len(w)); n > 0; n-- {
		if relation, ok := relationOf(keyOf(w[:n])); ok {
			return whoTerm{kind: whoRelation, said: typedText(w[:n]), relation: relation, first: at, last: at + n - 1}, n
		}
	}
	if titles()[w[0].key] == "" || len(w) < 2 {
		return t, 0
	}
	for n := min(mostNameParts, len(w)-1); n > 0; n-- {
		t := whoTerm{kind: whoTitled, title: w[0].key, first: at, last: at + n}
		if r.fillName(&t, w[1:n+1]) {
			return t, n + 1
		}
	}
	return t, 0
}

// readName reads the longest name, or the class behind one.
func (r *captureReader) readName(h *captureHead, w []capturedWord) int {
	t, n := r.nameAt(h.end, w)
	if n == 0 {
		return 0
	}
	h.who = append(h.who, t)
	return h.span(w[:n], PartWho)
}

// readExactName is readName for what is a name to the letter.
func (r *captureReader) readExactName(h *captureHead, w []capturedWord) int {
	if len(w) == 0 || len(r.x.names[w[0].key]) == 0 {
		return 0
	}
	return r.readName(h, w[:1])
}

// readClass reads the class of a pupil just named.
func (r *captureReader) readClass(h *captureHead, w []capturedWord) int {
	if len(w) == 0 || len(h.who) == 0 || h.who[len(h.who)-1].kind != whoName || h.who[len(h.who)-1].last != h.end-1 || !r.x.classes[w[0].key] {
		return 0
	}
	h.who = append(h.who, whoTerm{kind: whoClass, said: w[0].key, first: h.end, last: h.end})
	return h.span(w[:1], PartWho)
}

func (r *captureReader) nameAt(at int, w []capturedWord) (whoTerm, int) {
	for n := min(mostNameParts, len(w)); n > 0; n-- {
		t := whoTerm{kind: whoName, first: at, last: at + n - 1}
		if r.fillName(&t, w[:n]) {
			return t, n
		}
	}
	return whoTerm{}, 0
}

// fillName looks the words up as one name; more than one word must be a name as it stands, or its
// beginning.
func (r *captureReader) fillName(t *whoTerm, w []capturedWord) bool {
	last := w[len(w)-1]
	said, owner := withoutOwner(last.text)
	key := keyOf(w[:len(w)-1])
	if last.key == "" || key == "" && len(w) > 1 {
		return false
	}
	t.said, t.owner = key+Fold(said), owner
	if len(w) > 1 && len(r.x.fits(t.said)) == 0 {
		return false
	}
	t.fits = r.x.matchesOf(*t)
	if len(t.fits) == 0 && owner {
		t.said = key + last.key
		t.fits = r.x.matchesOf(*t)
	}
	return len(t.fits) > 0
}

// readPresent reads "with dad", "with Mr Okafor and Ms Reed".
func (r *captureReader) readPresent(h *captureHead, w []capturedWord) int {
	if len(w) < 2 || w[0].key != "with" {
		return 0
	}
	n := 1
	var there []presentTerm
	for n < len(w) {
		t, more := r.presentAt(h.end+n, w[n:])
		if more == 0 {
			break
		}
		t.with, n = h.end, n+more
		there = append(there, t)
		if n+1 >= len(w) || w[n].key != "and" && w[n].text != "&" {
			break
		}
		if _, more := r.presentAt(h.end+n+1, w[n+1:]); more == 0 {
			break
		}
		n++
	}
	if len(there) == 0 {
		return 0
	}
	h.present = append(h.present, there...)
	return h.span(w[:n], PartPresent)
}

func (r *captureReader) presentAt(at int, w []capturedWord) (presentTerm, int) {
	if t, n := r.personAt(at, w, true); n > 0 {
		return presentTerm{whoTerm: t, text: typedText(w[:n])}, n
	}
	if n := r.staffWords(w); n > 0 {
		return presentTerm{whoTerm: whoTerm{kind: whoTitled, first: at}, text: typedText(w[:n])}, n
	}
	if t, n := r.nameAt(at, w); n > 0 {
		return presentTerm{whoTerm: t, text: typedText(w[:n])}, n
	}
	return presentTerm{}, 0
}

// presentNames are how those who were there stand in the log: adults of the family by their whole name,
// staff as typed; none when nobody is known by that.
func (r *captureReader) presentNames(p presentTerm, homes []int32) []string {
	for _, home := range homes {
		if adults := r.x.adultsMeant(p.whoTerm, home); len(adults) > 0 {
			names := make([]string, len(adults))
			for i, a := range adults {
				names[i] = r.x.adults[a].FullName()
			}
			return names
		}
	}
	if p.kind == whoTitled {
		return []string{p.text}
	}
	return nil
}

// adultsMeant are the adults of one family whom a term means.
func (x *CaptureIndex) adultsMeant(t whoTerm, home int32) []int32 {
	f := whoFit{home: home}
	if t.kind == whoRelation || t.kind == whoBoth {
		return x.relatives(t, f, x.families[home].pupils)
	}
	var adults []int32
	for _, n := range t.fits[home] {
		if n.adult != nobody && (n.forename || t.kind == whoTitled) {
			adults = addOnce(adults, n.adult)
		}
	}
	if len(adults) > 1 {
		exact := slices.IndexFunc(t.fits[home], func(n nameFit) bool { return n.adult != nobody && n.cost() == fitsExactly })
		if exact < 0 {
			return nil
		}
		return []int32{t.fits[home][exact].adult}
	}
	return adults
}
