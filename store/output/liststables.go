package output

import (
	"io"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// NewFamiliesTable begins the list of families as a table.
func NewFamiliesTable(w io.Writer) (*Table, error) {
	return NewTable(w, "Family", "Children", "People", "Last in touch", "By", "Last good news", "Next", "Court order")
}

// AddFamily writes one family. What was promised stays in the caseload: only its day goes along.
func (t *Table) AddFamily(r view.FamilyRow) error {
	order := ""
	if r.Order {
		order = "read it first"
	}
	return t.Add(r.Name, r.Children, r.People, day(r.LastContact.Date()), string(r.LastChannel), day(r.GoodNews.Date()), day(r.Next.Date()), order)
}

// NewLogTable begins the log as a table.
func NewLogTable(w io.Writer) (*Table, error) {
	return NewTable(w, "Day", "Time", "Family", "Children", "With", "Also there", "Channel", "Direction", "Kind", "Reason", "Note", "Their words", "By", "Settled")
}

// AddEntry writes one entry of the log with the names of its children and adults.
func (t *Table) AddEntry(c model.Contact, family string, children, adults []string) error {
	return t.Add(day(c.At.Date()), string(c.At.Clock()), family, strings.Join(children, ", "), strings.Join(adults, ", "), strings.ReplaceAll(c.Present, "\n", ", "),
		string(c.Channel), string(c.Dir), string(c.Kind), string(c.Reason), c.Note, c.Words, c.By, day(c.Settled))
}
