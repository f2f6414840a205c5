package model

import "strings"

// AgreementPeople are those whom an agreement can name: the adults and staff of a meeting, and the
// user.
type AgreementPeople struct {
	Adults []Adult
	Staff  []Staff
}

// ParseAgreement reads "who does what by when" as it is typed at the table: a person of the meeting at
// the beginning, a date at the end after "by", "from", "on" or nothing. What is not understood stays
// in the text, word for word. Without a person it is the user's own;
// somebody with a title whom nobody knows is thought to be from school.
func ParseAgreement(line string, people AgreementPeople, o DateOptions) Agreement {
	a := Agreement{Text: strings.TrimRight(strings.TrimSpace(line), " .,;"), Whose: Mine}
	a.takeDate(o)
	a.takePerson(people)
	a.Text = strings.TrimRight(strings.TrimSpace(a.Text), " .,;")
	return a
}

// mostDateWords is how many words a date at the end may have: "a week on friday", "by the 24th of
// October 2026".
const mostDateWords = 6

// takeDate takes the longest date at the end of the text.
func (a *Agreement) takeDate(o DateOptions) {
	words := strings.Fields(a.Text)
	for n := min(mostDateWords, len(words)-1); n > 0; n-- {
		date := words[len(words)-n:]
		p, err := ParseDate(strings.Join(withoutLead(date), " "), o)
		if err != nil {
			continue
		}
		rest := words[:len(words)-n]
		from := date[0] == "from" || len(rest) > 0 && rest[len(rest)-1] == "from"
		if last := len(rest) - 1; last > 0 && isDateLead(strings.TrimRight(rest[last], ",")) {
			rest = rest[:last]
		}
		a.Text = strings.Join(rest, " ")
		if from {
			a.From = p.Date
		} else {
			a.Due = p.Date
		}
		return
	}
}

func isDateLead(w string) bool {
	return w == "by" || w == "from" || w == "on" || w == "before" || w == "until"
}

func withoutLead(words []string) []string {
	if len(words) > 1 && isDateLead(words[0]) {
		return words[1:]
	}
	return words
}

// takePerson says whose it is by the name at the beginning; the text keeps it.
func (a *Agreement) takePerson(people AgreementPeople) {
	text := strings.ToLower(a.Text)
	begins := func(name string) bool {
		name = strings.ToLower(name)
		return name != "" && (text == name || strings.HasPrefix(text, name+" "))
	}
	for _, s := range people.Staff {
		if !begins(s.Name) {
			continue
		}
		a.StaffID, a.Who, a.Whose = s.ID, s.Name, OfStaff
		if s.Me {
			a.Whose = Mine
		}
		return
	}
	for _, p := range people.Adults {
		if begins(p.Formal()) || begins(p.FullName()) || begins(p.Forename) || begins(p.KnownAs) {
			a.AdultID, a.Who, a.Whose = p.ID, p.Formal(), OfFamily
			return
		}
	}
	if name := titledName(a.Text); name != "" {
		a.Who, a.Whose = name, OfStaff
	}
}

// titledName is the name of somebody who is not known, at the beginning of a text: "Ms Walsh". They
// are not the user, so it is not the user who promises.
func titledName(text string) string {
	words := strings.Fields(text)
	if len(words) < 3 {
		return ""
	}
	if _, isTitle := titles[Fold(strings.TrimSuffix(words[0], "."))]; !isTitle {
		return ""
	}
	return words[0] + " " + words[1]
}
