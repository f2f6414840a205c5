package model

import (
	"slices"
	"strings"
)

// waitsFor says why what is typed in an entry waits as a whole: it was said with somebody of another
// household, or it is about another child. "" where nobody asks for theirs, or it is of their own.
func (w *recordWriter) waitsFor(adults, pupils []PersonRef) string {
	switch {
	case w.About == (PersonRef{}):
		return ""
	case len(adults) > 0 && !w.anyOwn(adults):
		return "said with " + strings.Join(w.others(adults), " and ")
	case len(pupils) > 0 && !w.anyOwn(pupils):
		return "about " + strings.Join(w.others(pupils), " and ")
	}
	return ""
}

// elsewhere reports whether an entry concerns others alone and names nobody of the record: then it is no
// part of what somebody asks for.
func (w *recordWriter) elsewhere(adults, pupils []PersonRef, texts ...string) bool {
	return w.About != (PersonRef{}) && len(pupils) > 0 && !w.anyOwn(pupils) && !w.anyOwn(adults) && !w.naming(texts...)
}

// log adds the entries of the log. What was passed to the DSL is no part of it (rules.md R49).
func (w *recordWriter) log() {
	for _, c := range w.Contacts {
		adults, pupils := adultRefs(c.Adults), childRefs(c.Pupils)
		if c.Kind == PassedToDSL || w.elsewhere(adults, pupils, c.Note, c.Words, c.Present) {
			continue
		}
		t := w.begin("contact", c.ID, c.At)
		t.why = w.waitsFor(adults, pupils)
		if c.Recorded.Date() > c.At.Date() {
			t.entry.Written = c.Recorded.Date()
		}
		t.entry.Held = c.Kind == Abuse
		t.title(w.phrase(Capital(string(c.Kind)), string(c.Channel), string(c.Reason)).people(", with ", adults).people(", about ", pupils).by(", by ", c.By))
		t.concerns(append(adults, pupils...))
		t.typed("what happened", c.AbuseWhat)
		t.typed("note", c.Note)
		words := ""
		if others := w.others(adults); len(others) > 0 {
			words = "perhaps the words of " + strings.Join(others, " and ")
		}
		t.waits("their words", asSaid(c.Words), words)
		t.typed("also there", strings.ReplaceAll(c.Present, "\n", ", "))
		t.typed("what they might need", c.Need)
		t.typed("what they would like", c.Wish)
		t.put("what was done", w.whatWasDone(c), t.why)
		t.put("told", w.toldOf(c.Told), t.why)
		t.end()
	}
}

// asSaid is what somebody said, as their words.
func asSaid(words string) string {
	if strings.TrimSpace(words) == "" {
		return ""
	}
	return "“" + strings.TrimSpace(words) + "”"
}

// whatWasDone says how a concern or a question was taken.
func (w *recordWriter) whatWasDone(c Contact) *phrase {
	p := w.phrase(strings.TrimRight(c.FirstStep, ". "))
	for _, part := range []struct{ words, text string }{
		{"first step taken ", c.SteppedOn.Full()}, {"how soon: ", c.Triage}, {"came before: ", c.Displaced},
		{"told that it has come: ", c.Acknowledged.Full()}, {"settled ", c.Settled.Full()},
	} {
		if part.text != "" {
			p.say(textIf(p.text.Len() > 0, "; ") + part.words + part.text)
		}
	}
	p.by(textIf(p.text.Len() > 0, "; ")+"taken by ", c.Owner)
	return p.by(textIf(p.text.Len() > 0, "; ")+"leader told: ", c.LeaderTold)
}

// toldOf says who was told of an entry, and who is to be.
func (w *recordWriter) toldOf(told []Told) *phrase {
	p := w.phrase()
	for _, one := range told {
		p.people(textIf(p.text.Len() > 0, "; "), adultRefs([]int64{one.AdultID}))
		if one.On == "" {
			p.say(", still to be told")
			continue
		}
		p.say(", " + one.On.Full())
	}
	return p
}

// promises adds what was promised, with what became of it. What hangs on something that was passed to the
// DSL is left out, and held back where it hangs on threat or abuse.
func (w *recordWriter) promises() {
	kinds := map[int64]ContactKind{}
	for _, c := range w.Contacts {
		kinds[c.ID] = c.Kind
	}
	for _, f := range w.Promises {
		if kinds[f.ContactID] == PassedToDSL {
			continue
		}
		at := f.Promised
		if at == "" {
			at = Moment(firstText(string(f.StateOn), string(f.Due)))
		}
		t := w.begin("follow_up", f.ID, at)
		t.entry.Held = kinds[f.ContactID] == Abuse || f.Kind == TellLeader
		var to []PersonRef
		if f.AdultID != 0 {
			to = adultRefs([]int64{f.AdultID})
		}
		t.why = w.waitsFor(to, nil)
		whose := map[Whose]string{Mine: "Promised by me", OfStaff: "Promised by the school", OfFamily: "Promised by the family"}[f.Whose]
		title := w.phrase(whose, string(f.Kind)).people(": ", to)
		if len(to) == 0 && f.Who != "" {
			title.say(": " + f.Who)
		}
		t.title(title)
		t.typed("what", f.What)
		t.typed("to ask", f.Questions)
		t.typed("what became of it", becameOf(f))
		t.end()
	}
}

// becameOf says how a promise stands, with the days it had.
func becameOf(f FollowUp) string {
	state := map[FollowUpState]string{Open: "open", Done: "done " + f.StateOn.Full(), Dropped: "dropped " + f.StateOn.Full()}[f.State]
	words := []string{strings.TrimSpace(state), f.StateWhy}
	if f.Due != "" {
		words = append(words, "due "+f.Due.Full())
	}
	if len(f.OldDues) > 0 {
		words = append(words, "before that due "+f.OldDates())
	}
	if f.ToldOn != "" {
		words = append(words, "the family was told "+f.ToldOn.Full())
	}
	return strings.Join(nonEmpty(words...), "; ")
}

// letters adds each letter in full.
func (w *recordWriter) letters() {
	for _, l := range w.Letters {
		at := firstText(string(l.Sent), string(l.Made))
		t := w.begin("letter", l.ID, Moment(at))
		to := adultRefs([]int64{l.AdultID})
		if l.PupilID != 0 {
			to = childRefs([]int64{l.PupilID})
		}
		if w.About != (PersonRef{}) && !w.anyOwn(to) {
			t.why = "a letter to " + strings.Join(w.others(to), " and ")
		}
		sent := "not sent"
		if l.Sent != "" {
			sent = strings.TrimSpace("sent " + l.Sent.Full() + " " + textIf(l.SentBy != "", "by "+string(l.SentBy)))
		}
		t.title(w.phrase("Letter", string(l.Kind)).people(", to ", to).say(", " + sent))
		t.typed("letter", l.Body)
		t.end()
	}
}

// stories adds what the family told, what is hard and what helps.
func (w *recordWriter) stories() {
	why := w.perhapsTold()
	for _, e := range slices.Backward(w.Entries) {
		t := w.begin("family_entry", e.ID, Moment(e.On))
		t.title(w.phrase(Capital(string(e.Kind))).by(", written by ", e.By))
		t.waits("as they said it", e.Text, why)
		t.end()
	}
}

// perhapsTold says who else may have told what the family told: nobody wrote down who it was.
func (w *recordWriter) perhapsTold() string {
	if w.About == (PersonRef{}) {
		return ""
	}
	var refs []PersonRef
	for _, a := range w.Adults {
		refs = append(refs, PersonRef{AnAdult, a.ID})
	}
	if others := w.others(refs); len(others) > 0 {
		return "perhaps told by " + strings.Join(others, " or ")
	}
	return ""
}
