package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Naming is a place in a text where somebody is named, or where a number or an address of theirs stands.
type Naming struct {
	Start, End int           // in bytes
	People     []KnownPerson // who it may be; nobody where a number belongs to no one who is known
	What       string        // "name", "phone number", "e-mail address", "address"
	Perhaps    bool          // it may be an ordinary word, or nobody's
}

// What may be found of somebody.
const (
	foundName    = "name"
	foundPhone   = "phone number"
	foundEmail   = "e-mail address"
	foundAddress = "address"
)

// In finds who is named in a text, in its order; no two lie over one another.
func (b *NameBook) In(text string) []Naming {
	if b == nil {
		return nil
	}
	r := &nameReader{NameBook: b, text: text, words: bookWords(text)}
	r.readEmails()
	r.readPhones()
	for i := 0; i < len(r.words); {
		i += max(r.readAt(i), 1)
	}
	r.readUnspaced()
	return notOver(r.found)
}

// notOver puts them in order, and lets each begin behind the one before it.
func notOver(all []Naming) []Naming {
	InOrder(all, func(a, b Naming) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	var kept []Naming
	end := 0
	for _, n := range all {
		if n.Start = max(n.Start, end); n.Start < n.End {
			kept, end = append(kept, n), n.End
		}
	}
	return kept
}

// nameReader reads one text.
type nameReader struct {
	*NameBook
	text  string
	words []bookWord
	found []Naming
}

func (r *nameReader) add(start, end int, people []int32, what string, perhaps bool) {
	n := Naming{Start: start, End: end, What: what, Perhaps: perhaps}
	for _, at := range people {
		n.People = append(n.People, r.people[at])
	}
	r.found = append(r.found, n)
}

// readAt reads a place or a name that begins with word i, and says how many words it has, 0 for none.
func (r *nameReader) readAt(i int) int {
	if n, people := r.longest(i, r.places[r.words[i].key], bookPlace); n > 0 {
		r.add(r.words[i].start, r.words[i+n-1].end, people, foundAddress, false)
		return n
	}
	title, from := titles()[r.words[i].key], i
	if title != "" && i+1 < len(r.words) && r.beside(i) {
		from = i + 1
	}
	n, people, sure := r.person(from)
	if n == 0 || from > i && !r.words[from].capital {
		return 0
	}
	perhaps := !sure && from == i && r.perhaps(from, n)
	if from > i && !sure {
		people = r.titled(people, title)
		perhaps = len(people) == 0
	} else if !sure && !r.taken(from, n) {
		return 0
	}
	start, end, more := r.initials(i, from+n)
	r.add(start, end, people, foundName, perhaps)
	return from - i + n + more
}

// person reads a forename with a surname behind it, else the longer of either; sure says that both fit
// one person.
func (r *nameReader) person(i int) (n int, people []int32, sure bool) {
	most := r.begins[r.words[i].key]
	for fore := min(most, len(r.words)-i); fore > 0; fore-- {
		first := r.have(i, fore, bookForename)
		if len(first) == 0 || i+fore >= len(r.words) || !r.beside(i+fore-1) {
			continue
		}
		for sur := min(r.begins[r.words[i+fore].key], len(r.words)-i-fore); sur > 0; sur-- {
			if both := inBoth(first, r.have(i+fore, sur, bookSurname)); len(both) > 0 {
				return fore + sur, both, true
			}
		}
	}
	n, people = r.longest(i, most, bookSurname)
	if fore, first := r.longest(i, most, bookForename); fore > n {
		return fore, first, false
	} else if fore == n {
		people = append(slices.Clone(people), first...)
	}
	if n == 0 {
		return r.plural(i)
	}
	return n, people, false
}

// plural reads "the Okafors".
func (r *nameReader) plural(i int) (n int, people []int32, sure bool) {
	w := r.words[i]
	if one, ok := strings.CutSuffix(w.key, "s"); ok && w.capital && len(one) >= shortestBeginning {
		if people = whoHave(r.uses[one], bookSurname); len(people) > 0 {
			return 1, people, false
		}
	}
	return 0, nil, false
}

// longest are the most words from word i on that are such a part of somebody's name.
func (r *nameReader) longest(i, most int, part bookPart) (int, []int32) {
	for n := min(most, len(r.words)-i); n > 0; n-- {
		if people := r.have(i, n, part); len(people) > 0 {
			return n, people
		}
	}
	return 0, nil
}

// have are those who have n words from word i on as that part of their name or address.
func (r *nameReader) have(i, n int, part bookPart) []int32 {
	key := r.words[i].key
	for j := i + 1; j < i+n; j++ {
		if part != bookPlace && !r.beside(j-1) {
			return nil
		}
		key += r.words[j].key
	}
	return whoHave(r.uses[key], part)
}

func whoHave(uses []bookUse, part bookPart) (people []int32) {
	for _, u := range uses {
		if u.part == part {
			people = append(people, u.person)
		}
	}
	return people
}

// beside reports whether no more than a space, a hyphen or a full stop lies between word i and the next.
func (r *nameReader) beside(i int) bool {
	between := r.text[r.words[i].end:r.words[i+1].start]
	return !strings.ContainsFunc(between, func(c rune) bool { return !unicode.IsSpace(c) && c != '-' && c != '‐' && c != '‑' && c != '.' })
}

func inBoth(a, b []int32) (both []int32) {
	for _, one := range a {
		if slices.Contains(b, one) {
			both = append(both, one)
		}
	}
	return both
}

// titled are the grown-ups whose title does not speak against this one.
func (r *nameReader) titled(people []int32, title string) (fit []int32) {
	for _, at := range people {
		if r.people[at].Kind == AChild {
			continue
		}
		if own := r.people[at].Title; own == "" || manly(own) == manly(title) || manly(own)*manly(title) == 0 {
			fit = append(fit, at)
		}
	}
	return fit
}

// manly is 1 for a title of men, -1 for one of women and 0 for others.
func manly(title string) int {
	switch Title(title) {
	case "Mr", "Sir", "Lord":
		return 1
	case "Mrs", "Ms", "Miss", "Lady", "Dame":
		return -1
	}
	return 0
}

// taken reports whether n words from word i on are written as a name is: an ordinary word, and a very short
// one, needs its capital, and a month is no name beside a number.
func (r *nameReader) taken(i, n int) bool {
	w := r.words[i]
	if n > 1 {
		return true
	}
	if !w.capital && (r.ordinary[w.key] || utf8.RuneCountInString(w.key) < shortestBeginning && isASCII(w.key)) {
		return false
	}
	if w.key == "i" || w.key == "a" {
		return false
	}
	return !slices.Contains(monthNames, w.key) || !r.number(i-1) && !r.number(i+1)
}

// perhaps reports whether a name of one word may as well be none.
func (r *nameReader) perhaps(i, n int) bool {
	return n == 1 && (r.ordinary[r.words[i].key] || utf8.RuneCountInString(r.words[i].key) == 1)
}

func (r *nameReader) number(i int) bool {
	return i >= 0 && i < len(r.words) && r.words[i].key[0] >= '0' && r.words[i].key[0] <= '9'
}

// initials takes along a single letter before a name, or behind it: "L. Nowak", "Luki N.".
func (r *nameReader) initials(first, behind int) (start, end, more int) {
	start, end = r.words[first].start, r.words[behind-1].end
	if first > 0 && r.initial(first-1) && r.beside(first-1) {
		start = r.words[first-1].start
	}
	if behind < len(r.words) && r.initial(behind) && r.beside(behind-1) {
		return start, r.words[behind].end, 1
	}
	return start, end, 0
}

func (r *nameReader) initial(i int) bool {
	w := r.words[i]
	return w.capital && utf8.RuneCountInString(w.key) == 1 && w.key != "i" && w.key != "a"
}

// readUnspaced finds names in scripts that put no space between words.
func (r *nameReader) readUnspaced() {
	if len(r.unspaced) == 0 || !isUnspaced(r.text) {
		return
	}
	for _, name := range r.unspaced {
		for at := 0; ; {
			i := strings.Index(r.text[at:], name.folded)
			if i < 0 {
				break
			}
			r.add(at+i, at+i+len(name.folded), []int32{name.person}, foundName, false)
			at += i + len(name.folded)
		}
	}
}
