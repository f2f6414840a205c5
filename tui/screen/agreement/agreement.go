// Package agreement is the form for one agreement, shared by the table and the line under a meeting.
package agreement

import (
	"kettle/model"
	"kettle/tui/widget"
)

// Fields ask for one agreement: who does what, from or by when.
func Fields(a *model.Agreement, people model.AgreementPeople, days widget.Days) []widget.Field {
	var options []widget.Option
	for _, s := range people.Staff {
		options = append(options, widget.Option{Value: s.Name, Words: s.Name, Note: string(s.Role)})
	}
	for _, p := range people.Adults {
		options = append(options, widget.Option{Value: p.Formal(), Words: p.Formal(), Note: "family"})
	}
	return []widget.Field{
		widget.Text("What", &a.Text).Needed("What was agreed?"),
		widget.Pick("Who", a.Who, options, func(_, name string) { setOwner(a, name, people) }).AllowNew().Hint("you"),
		widget.Date("From", &a.From, days).Hint("from now on"),
		widget.Date("By", &a.Due, days).Hint("no date"),
	}
}

// setOwner says whose an agreement is by the name chosen; a name that nobody has is a colleague's.
func setOwner(a *model.Agreement, name string, people model.AgreementPeople) {
	named := model.ParseAgreement(name, people, model.DateOptions{})
	a.Who, a.Whose, a.AdultID, a.StaffID = name, named.Whose, named.AdultID, named.StaffID
	if name != "" && named.AdultID == 0 && named.StaffID == 0 {
		a.Whose = model.OfStaff
	}
}

// DateWords are the dates of an agreement: "from Mon 30", "Fri 4 Dec".
func DateWords(a model.Agreement, today model.Date) string {
	switch {
	case a.From != "" && a.Due != "":
		return "from " + a.From.Near(today) + " to " + a.Due.Near(today)
	case a.From != "":
		return "from " + a.From.Near(today)
	}
	return a.Due.Near(today)
}
