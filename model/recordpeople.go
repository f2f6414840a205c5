package model

import (
	"slices"
	"strings"
)

// people adds what is held of each of the family, the one who asks first, and who works with them from
// outside. What is held of another household waits for a decision (rules.md R47).
func (w *recordWriter) people() {
	for _, own := range []bool{true, false} {
		for _, p := range w.Pupils {
			if w.own[PersonRef{AChild, p.ID}] == own {
				w.child(p)
			}
		}
		for _, a := range w.Adults {
			if w.own[PersonRef{AnAdult, a.ID}] == own {
				w.adult(a)
			}
		}
	}
	for _, h := range w.Outside {
		w.outside(h)
	}
	if t := w.begin("family", w.Family.ID, ""); w.Family.Notes != "" {
		t.entry.Person = true
		t.title(w.phrase("Notes about the family"))
		t.waits("notes", w.Family.Notes, w.perhapsTold())
		t.end()
	}
}

// ofPerson begins what is held of somebody.
func (w *recordWriter) ofPerson(what string, ref PersonRef, title *phrase) *recordText {
	t := w.begin(what, ref.ID, "")
	t.entry.Person = true
	if !w.isOwn(ref) {
		t.why = "held of " + w.saidOf(ref)
	}
	t.title(title)
	return t
}

func (w *recordWriter) child(p Pupil) {
	ref := PersonRef{AChild, p.ID}
	t := w.ofPerson("pupil", ref, w.phrase().person(ref, firstText(p.FullName(), p.Called())))
	elsewhere := textIf(!w.near[ref], "where "+p.Called()+" lives, in another household")
	for _, f := range []struct{ label, text string }{{"address", whereWords(p.Address, p.Postcode)}, {"phone", phoneWords(p.Phones)}, {"e-mail", emailWords(p.Emails)}} {
		t.waits(f.label, f.text, elsewhere)
	}
	for _, f := range []struct{ label, text string }{
		{"known as", p.KnownAs}, {"legal name", strings.TrimSpace(p.LegalForename + " " + p.LegalSurname)}, {"born", p.Born.Full()},
		{"UPN", firstText(p.UPN, p.UPNUnverified)}, {"year and class", strings.Join(nonEmpty(textIf(p.Year != "", p.Year.Words()), p.Class), ", ")},
		{"roll", strings.Join(nonEmpty(string(p.Roll), p.LeftOn.Full()), ", ")}, {"SEN status", p.SEN.Words()}, {"needs", NeedListOf(p.Needs()).Words()},
		{"language", p.Language}, {"plan made", p.PlanMade.Full()}, {"last review", p.LastReview.Full()}, {"review by", p.ReviewBy.Full()}, {"attendance", p.AttendanceNote},
		{"is good at", p.Strengths}, {"loves", p.Interests}, {"the family’s hopes", p.HopesFamily}, {"the school’s hopes", p.HopesSchool}, {"named adult", p.NamedAdult},
	} {
		t.typed(f.label, f.text)
	}
	for _, l := range w.Links {
		if l.PupilID == p.ID && !l.Removed {
			w.link(t, l, PersonRef{AnAdult, l.AdultID})
		}
	}
	t.end()
}

// link adds what an adult is to a child, as it stands with either.
func (w *recordWriter) link(t *recordText, l Link, other PersonRef) {
	p := w.phrase().people("", []PersonRef{other})
	for _, f := range []struct{ label, text string }{
		{"", firstText(string(l.Relation), l.RelationText)}, {"parental responsibility: ", l.ParentalResponsibility.Words()}, {"lives with the child: ", l.LivesWith.Words()},
		{"gets copies: ", l.GetsCopies.Words()}, {"may be contacted: ", l.MayBeContacted.Words()}, {"", textIf(l.CourtOrder, "court order: "+firstText(l.OrderText, "its text is not here"))},
		{"order from ", l.OrderDate.Full()}, {"until ", l.OrderUntil.Full()},
	} {
		if f.text != "" {
			p.say(", " + f.label + f.text)
		}
	}
	why := t.why
	if why == "" && !w.isOwn(other) {
		why = "held of " + w.saidOf(other)
	}
	t.put("linked to", p, why)
}

func (w *recordWriter) adult(a Adult) {
	ref := PersonRef{AnAdult, a.ID}
	t := w.ofPerson("adult", ref, w.phrase().person(ref, a.FullName()))
	for _, f := range []struct{ label, text string }{
		{"is addressed as", a.AddressAs}, {"known as", a.KnownAs}, {"address", whereWords(a.Address, a.Postcode)}, {"phone", phoneWords(a.Phones)}, {"e-mail", emailWords(a.Emails)},
		{"language", a.Language}, {"interpreter", string(a.Interpreter)}, {"likes to be reached", strings.Join(nonEmpty(string(a.Channel), a.Times), ", ")},
		{"message may be left", string(a.LeaveMessage)}, {"what helps them to come", a.Access}, {"large print", string(a.LargePrint)},
		{"in touch", strings.Join(nonEmpty(string(a.InTouch), a.InTouchSince.Full(), textIf(a.InTouchBy != "", "said by "+a.InTouchBy)), ", ")}, {"notes", a.Notes},
	} {
		t.typed(f.label, f.text)
	}
	for _, l := range w.Links {
		if l.AdultID == a.ID && !l.Removed {
			w.link(t, l, PersonRef{AChild, l.PupilID})
		}
	}
	t.end()
}

// outside adds somebody who works with a child of the record.
func (w *recordWriter) outside(h PupilHelp) {
	child := PersonRef{AChild, h.PupilID}
	done := func(e RecordEntry) bool { return e.RecordKey == RecordKey{"professional", h.ID} }
	if !w.isOwn(child) || slices.ContainsFunc(w.entries, done) {
		return
	}
	ref := PersonRef{FromOutside, h.ID}
	t := w.begin("professional", h.ID, "")
	t.entry.Person = true
	t.why = "held of " + w.said(ref, h.Name)
	t.title(w.phrase().person(ref, h.Name).people(", from outside, for ", []PersonRef{child}))
	t.typed("role", strings.Join(nonEmpty(h.Role, h.Organisation), ", "))
	t.typed("phone", h.Phone)
	t.typed("e-mail", h.Email)
	t.end()
}

func whereWords(address, postcode string) string {
	return strings.Join(nonEmpty(strings.ReplaceAll(address, "\n", ", "), postcode), ", ")
}

func phoneWords(phones []Phone) string {
	var words []string
	for _, p := range phones {
		words = append(words, p.Words())
	}
	return strings.Join(words, "; ")
}

func emailWords(emails []Email) string {
	var words []string
	for _, e := range emails {
		words = append(words, e.Address)
	}
	return strings.Join(words, "; ")
}
