package model

import (
	"slices"
	"strings"
)

// promise reads a clause as a follow-up, if it is one: it begins with what is to be done, or with
// somebody who is to do it, perhaps behind a date (capture.md section 6).
func (r *captureReader) promise(c bodyClause) (CapturedPromise, bool) {
	words := c.words(r.line)
	if len(words) == 0 {
		return CapturedPromise{}, false
	}
	if due, n := r.dateAtEdge(words, false); n > 0 {
		if p, deed := r.deed(words[n:]); deed != nil {
			r.spans = append(r.spans, CaptureSpan{words[0].from, words[n-1].to, PartDue})
			return r.dated(p, due, deed), true
		}
	}
	if n := r.withoutCalendar(words); n > 0 {
		if p, deed := r.deed(words[n:]); deed != nil {
			return r.dated(p, Parsed{}, words), true // the words of the date stay: there is none yet
		}
	}
	p, deed := r.deed(words)
	if deed == nil {
		return CapturedPromise{}, false
	}
	due, n := r.dateAtEdge(deed, true)
	cut := len(deed) - n
	if n > 0 {
		r.spans = append(r.spans, CaptureSpan{deed[cut].from, deed[len(deed)-1].to, PartDue})
	}
	return r.dated(p, due, deed[:cut]), true
}

// dated is a follow-up with what is to be done, and when: without a date on the next school day, or
// today when a time is said that lies ahead.
func (r *captureReader) dated(p CapturedPromise, due Parsed, deed []capturedWord) CapturedPromise {
	r.spans = append(r.spans, CaptureSpan{deed[0].from, deed[len(deed)-1].to, PartPromise})
	p.What = strings.TrimRight(typedText(deed), " .,;:")
	p.Due, p.DueAt = due.Date, due.Clock
	if due.Warn != "" {
		r.hints = append(r.hints, p.What+": "+due.Date.Short()+" is "+due.Warn.Words())
	}
	if p.Due == "" {
		p.Guessed = true
		p.Due, p.DueAt = r.guessedDue(deed)
	}
	p.Offer = meetingVerbs[deed[0].key] && p.DueAt != ""
	return p
}

func (r *captureReader) guessedDue(deed []capturedWord) (Date, Clock) {
	today := r.now.Now.Date()
	next := r.now.Calendar.DueInSchoolDays(today, 1).Due
	for n := min(mostTriageWords, len(deed)-1); n > 0; n-- {
		if clock := timeSaid(deed[len(deed)-n:]); clock != "" {
			if At(today, clock) > r.now.Now {
				return today, clock
			}
			return next, clock
		}
	}
	return next, ""
}

// deed is whose it is and what is to be done; nil when the words begin with neither a verb nor somebody
// who will.
func (r *captureReader) deed(w []capturedWord) (CapturedPromise, []capturedWord) {
	if beginsDeed(w) {
		return CapturedPromise{Whose: Mine}, w
	}
	for _, n := range []int{4, 3, 2, 1} {
		person, will, ok := cutWill(w, n)
		if !ok || !beginsDeed(will) {
			continue
		}
		if p, known := r.promiser(person); known {
			r.spans = append(r.spans, CaptureSpan{w[0].from, will[0].from - 1, PartPromise})
			return p, will
		}
	}
	return CapturedPromise{}, nil
}

// beginsDeed reports whether words begin with what is to be done; thanks are no promise.
func beginsDeed(w []capturedWord) bool {
	return len(w) > 0 && promiseVerbs[w[0].key] && !(len(w) > 1 && w[0].key == "thank" && w[1].key == "you")
}

// cutWill cuts words behind n of them and "to" or "will"; "they'll" has both in one.
func cutWill(w []capturedWord, n int) (person, rest []capturedWord, ok bool) {
	if len(w) <= n {
		return nil, nil, false
	}
	if w[n].key == "to" || w[n].key == "will" {
		return w[:n], w[n+1:], true
	}
	last := w[n-1]
	for _, will := range []string{"'ll", "’ll"} {
		if name, cut := strings.CutSuffix(last.text, will); cut && name != "" {
			last.text, last.key = name, wordKey(name)
			return append(slices.Clone(w[:n-1]), last), w[n:], true
		}
	}
	return nil, nil, false
}

// promiser is whose a follow-up is when these words name them, all of them.
func (r *captureReader) promiser(w []capturedWord) (p CapturedPromise, known bool) {
	key := keyOf(w)
	switch {
	case meWords[key]:
		return CapturedPromise{Whose: Mine}, true
	case familyWords[key]:
		return CapturedPromise{Whose: OfFamily}, true
	}
	t, n := r.personAt(0, w, true)
	if n == 0 {
		t, n = r.nameAt(0, w)
	}
	if n == len(w) {
		for _, home := range r.found.homes {
			if p, known := r.x.promiserAt(t, home); known {
				return p, true
			}
		}
		if t.kind == whoRelation {
			return CapturedPromise{Whose: OfFamily, Who: typedText(w)}, true
		}
	}
	if r.staffWords(w) != len(w) {
		return p, false
	}
	p = CapturedPromise{Whose: OfStaff, Who: typedText(w)}
	if i, ok := r.x.staffAt[key]; ok {
		p.StaffID = r.x.staff[i].ID
		if r.x.staff[i].Me {
			p = CapturedPromise{Whose: Mine}
		}
	}
	return p, true
}

// promiserAt is the adult or the child of a family who promises.
func (x *CaptureIndex) promiserAt(t whoTerm, home int32) (CapturedPromise, bool) {
	if adults := x.adultsMeant(t, home); len(adults) == 1 {
		a := x.adults[adults[0]]
		return CapturedPromise{Whose: OfFamily, Who: a.FullName(), AdultID: a.ID}, true
	}
	for _, n := range t.fits[home] {
		if n.forename && n.pupil != nobody {
			return CapturedPromise{Whose: OfFamily, Who: x.pupils[n.pupil].FullName()}, true
		}
	}
	return CapturedPromise{}, false
}
