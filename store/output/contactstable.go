package output

import (
	"io"
	"strconv"
	"strings"

	"kettle/model"
)

// contactColumn is one column of the table of contacts.
type contactColumn struct {
	heading string
	cell    func(l model.ContactLine) string
}

// contactColumns are the columns of the table of contacts. The headings are those that an import knows
// (import.md section 3), but for the few that no office owns. Neither the child's address, nor a birth
// date, UPN or SEN status is in it: a letter or a call needs none of them, and the address may be that of
// another household.
func contactColumns() []contactColumn {
	return []contactColumn{
		{"Child forename", func(l model.ContactLine) string { return l.Pupil.Forename }},
		{"Child surname", func(l model.ContactLine) string { return l.Pupil.Surname }},
		{"Known as", func(l model.ContactLine) string { return l.Pupil.KnownAs }},
		{"Year", func(l model.ContactLine) string { return string(l.Pupil.Year) }},
		{"Class", func(l model.ContactLine) string { return l.Pupil.Class }},
		{"Contact title", func(l model.ContactLine) string { return l.Adult.Title }},
		{"Contact forename", func(l model.ContactLine) string { return l.Adult.Forename }},
		{"Contact surname", func(l model.ContactLine) string { return l.Adult.Surname }},
		{"Contact known as", func(l model.ContactLine) string { return l.Adult.KnownAs }},
		{"Relationship", model.ContactLine.Relation},
		{"Parental responsibility", func(l model.ContactLine) string { return string(l.Link.ParentalResponsibility) }},
		{"Priority", func(l model.ContactLine) string { return priority(l.Link.Priority) }},
		{"Lives with", func(l model.ContactLine) string { return string(l.Link.LivesWith) }},
		{"Court order", func(l model.ContactLine) string { return map[bool]string{true: "yes"}[l.Link.CourtOrder] }},
		{"Mobile", func(l model.ContactLine) string { return numbers(l.Adult.Phones, model.PhoneMobile) }},
		{"Home telephone", func(l model.ContactLine) string {
			return numbers(l.Adult.Phones, model.PhoneHome, model.PhoneOther)
		}},
		{"Work telephone", func(l model.ContactLine) string { return numbers(l.Adult.Phones, model.PhoneWork) }},
		{"Email", func(l model.ContactLine) string { return addresses(l.Adult.Emails) }},
		{"Address", func(l model.ContactLine) string { return strings.ReplaceAll(l.Adult.Address, "\n", ", ") }},
		{"Postcode", func(l model.ContactLine) string { return l.Adult.Postcode }},
		{"Contact language", func(l model.ContactLine) string { return l.Adult.Language }},
		{"Needs an interpreter", func(l model.ContactLine) string { return string(l.Adult.Interpreter) }},
		{"Write to as", func(l model.ContactLine) string { return l.Adult.Formal() }},
		{"Best reached by", func(l model.ContactLine) string { return string(l.Adult.Channel) }},
		{"Best times", func(l model.ContactLine) string { return l.Adult.Times }},
		{"Take care", model.ContactLine.Mark},
	}
}

func priority(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func addresses(emails []model.Email) string {
	var all []string
	for _, e := range emails {
		all = append(all, e.Address)
	}
	return strings.Join(all, "; ")
}

// ContactsTable writes adults beside their children.
type ContactsTable struct {
	*Table
	columns []contactColumn
}

// NewContactsTable begins the table.
func NewContactsTable(w io.Writer) (*ContactsTable, error) {
	c := &ContactsTable{columns: contactColumns()}
	headings := make([]string, len(c.columns))
	for i, column := range c.columns {
		headings[i] = column.heading
	}
	var err error
	c.Table, err = NewTable(w, headings...)
	return c, err
}

// Line writes one adult beside one child.
func (c *ContactsTable) Line(l model.ContactLine) error {
	cells := make([]string, len(c.columns))
	for i, column := range c.columns {
		cells[i] = column.cell(l)
	}
	return c.Add(cells...)
}
