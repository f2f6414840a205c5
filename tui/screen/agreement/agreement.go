// Package agreement is how an agreement is asked for, said and corrected, shared by the table and the
// line under a meeting.
package agreement

import (
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/widget"
)

// People are those whom an agreement of a meeting can name.
func People(p view.MeetingPrep) model.AgreementPeople {
	return model.AgreementPeople{Here: p.People, Pupils: p.Pupils, Adults: p.Adults, Links: p.Links, Staff: p.Staff}
}

// Fields ask for one agreement: who does what, from or by when.
func Fields(a *model.Agreement, people model.AgreementPeople, days widget.Days) []widget.Field {
	return []widget.Field{
		widget.Text("What", &a.Text).Needed("What was agreed?"),
		widget.Pick("Who", a.Who, Options(people, nil), func(_, name string) { people.Owner(a, name) }).AllowNew().Hint("you"),
		widget.Date("From", &a.From, days).Hint("from now on"),
		widget.Date("By", &a.Due, days).Hint("no date"),
	}
}

// Options are those who may be chosen, the likely names first. Whoever a court order keeps out is only
// among them when they are at the table.
func Options(people model.AgreementPeople, first []string) []widget.Option {
	var options []widget.Option
	add := func(name, note string) {
		if !slices.ContainsFunc(options, func(o widget.Option) bool { return o.Value == name }) {
			options = append(options, widget.Option{Value: name, Words: name, Note: note})
		}
	}
	for _, name := range first {
		add(name, "perhaps")
	}
	for _, a := range people.Adults {
		if people.MayName(a.ID) {
			add(a.Formal(), "family")
		}
	}
	add(model.PromisedByBoth, "each of them")
	add(model.PromisedByUs, "family and school")
	for _, s := range people.Staff {
		if !s.Inactive && !s.Removed {
			add(s.Name, s.Role.Words())
		}
	}
	return options
}

// Sentence is an agreement as one line, which is understood again as the same.
func Sentence(a model.Agreement) string {
	said := a.Text
	switch {
	case a.From != "" && a.Due != "":
		said += " from " + a.From.Full() + " until " + a.Due.Full()
	case a.From != "":
		said += " from " + a.From.Full()
	case a.Due != "" && !a.SaysItsEnd():
		said += " by " + a.Due.Full()
	}
	return said
}

// Echo is how a line is understood, while it is typed: "Mr Shah · opens the library · Fri 27 Nov".
// Without a day it shows the guess with a question mark. In a narrow place what is done is cut: it
// stands in the line already.
func Echo(h model.HeardAgreement, today, guess model.Date, width int) string {
	who, when := whoWords(h)+" · ", " · "+DateWords(h.Agreement, today, guess)
	return canvas.Cut(who+canvas.Cut(h.CutEnd(h.Deed), max(width-canvas.Width(who+when), 1))+when, width)
}

func whoWords(h model.HeardAgreement) string {
	switch {
	case len(h.Either) > 0:
		return strings.Join(h.Either, " or ") + "?"
	case !h.Named:
		return "who?"
	case h.Who == "":
		return "you"
	}
	return h.Who
}

// Question is what is to be known about a line in which nobody is named.
func Question(h model.HeardAgreement) string {
	if len(h.Either) > 0 {
		return "“" + h.Deed + "”: " + strings.Join(h.Either, " or ") + "?"
	}
	return "“" + h.Deed + "”. Nobody was named; Enter makes it yours."
}

// DateWords are the dates of an agreement: "from Mon 30", "Fri 4 Dec", "until Fri 4
// Dec". Without one it is the guess with a question mark, "" for no guess.
func DateWords(a model.Agreement, today, guess model.Date) string {
	switch {
	case a.From != "" && a.Due != "":
		return "from " + a.From.Near(today) + " to " + a.Due.Near(today)
	case a.From != "":
		return "from " + a.From.Near(today)
	case a.SaysItsEnd():
		return "until " + a.Due.Near(today)
	case a.Due != "":
		return a.Due.Near(today)
	case guess != "":
		return guess.Near(today) + "?"
	}
	return ""
}
