package intake

import (
	"strings"

	"kettle/model"
)

// Result is what the rows of a file say, before anybody is recognised.
type Result struct {
	Records  []Record
	Problems []Problem
	RowsRead int // rows with text below the headings, repeated headings not counted
}

// Record is a row's pupil with the contacts of the row, and of rows below it that only had contacts.
type Record struct {
	Row    int
	Pupil  Values
	Phones []model.Phone
	Emails []string
	// Leaving says in words why the pupil counts as left, "" for one who has not.
	Leaving  string
	Contacts []Contact
}

// Contact is one contact of a row. Values holds the adult's fields and those of the link.
type Contact struct {
	Row    int
	Values Values
	Phones []model.Phone
	Emails []string
}

// Parse brings the cells of a file to values (section 4) and says what was wrong with them. today
// bounds dates of birth and decides who has left.
func Parse(f *File, today model.Date) Result {
	p := parser{file: f, today: today, people: make([][]Column, len(f.blocks)), result: Result{Records: make([]Record, 0, len(f.records))}}
	for _, c := range f.Columns {
		if c.Field != "" && c.Field != NotImported {
			p.people[c.Block] = append(p.people[c.Block], c)
		} else {
			p.unread = append(p.unread, c)
		}
	}
	for _, r := range f.records {
		p.row(r)
	}
	p.result.Problems = p.problems
	return p.result
}

type parser struct {
	report
	file    *File
	today   model.Date
	people  [][]Column // the columns of the pupil and of each contact
	unread  []Column   // those that nothing is taken from
	current record
	formula bool // the last cell was blanked as one
	result  Result
	// open says that rows without a pupil belong to the last record.
	open bool
}

// row reads one row, or leaves it out and says so (section 2, 8 and 9).
func (p *parser) row(r record) {
	if p.headingsAgain(r) {
		p.leaveOut(r.row, LabelRow, "The headings are repeated in this row; it is left out.")
		return
	}
	p.result.RowsRead++
	if p.misshapen(r) {
		p.open = false
		return
	}
	p.current = r
	p.lookAtUnread()
	pupil := p.gather(0)
	var contacts []Contact
	for at := 1; at < len(p.people); at++ {
		if c, ok := p.contact(at); ok {
			contacts = append(contacts, c)
		}
	}
	p.accept(pupil, contacts)
}

// otherID reports whether a row without a pupil's name has the office's number of another than the one above.
func (p *parser) otherID(pupil *gathered) bool {
	id := pupil.text(OfficeID)
	return id != "" && id != p.result.Records[len(p.result.Records)-1].Pupil[OfficeID]
}

// lookAtUnread says what a person should know even of a cell that is left where it is.
func (p *parser) lookAtUnread() {
	for _, c := range p.unread {
		if c.Index < len(p.current.cells) {
			p.clean(c, p.current.cells[c.Index])
		}
	}
}

func (p *parser) accept(pupil *gathered, contacts []Contact) {
	row := p.current.row
	names := p.names(pupil)
	switch {
	case names.Surname != "" || names.Forename != "":
		record := p.pupil(pupil, names)
		record.Contacts = contacts
		p.result.Records = append(p.result.Records, record)
		p.open = true
	case pupil.tells || len(contacts) == 0:
		p.leaveOut(row, NoPupil, "There is no pupil's name in this row; it is left out with its contacts.")
		p.open = false
	case !p.open || p.otherID(pupil):
		p.leaveOut(row, NoPupil, "There is no pupil in this row, and it cannot be that of the row above; it is left out.")
	default:
		above := &p.result.Records[len(p.result.Records)-1]
		above.Contacts = append(above.Contacts, contacts...)
		p.warn(row, FilledDown, "There is no pupil in this row; it is taken as belonging to %s, the pupil above.", shownName(above.Pupil))
	}
}

// misshapen leaves out a row whose cells cannot be trusted to stand in their columns.
func (p *parser) misshapen(r record) bool {
	wide, needed := p.file.heading.width, len(p.file.heading.cells)
	if r.width > wide {
		wide = needed // a cell more than there are headings: where the last have no text, they may hold what was moved
	}
	switch {
	case r.filled() == 1:
		p.leaveOut(r.row, LabelRow, "Only one cell of this row is filled (%s); it is taken as a label and left out.", quoted(r.label()))
	case r.total():
		p.leaveOut(r.row, LabelRow, "This row is a total (%s); it is left out.", quoted(r.label()))
	case len(r.cells) > wide:
		p.leaveOut(r.row, RowLong, "This row has %d cells under %d headings, so that its cells stand in the wrong columns; it is left out. "+
			"Look for a comma that should be in quotation marks.", len(r.cells), wide)
	case r.width*2 < needed:
		p.leaveOut(r.row, RowShort, "This row has %d of %d cells; it is left out. Look whether its line was broken in two.", r.width, needed)
	default:
		if r.width < needed {
			p.warn(r.row, RowShort, "This row has %d of %d cells; the missing ones are taken as blank.", r.width, needed)
		}
		return false
	}
	return true
}

// label is the first filled cell of a row, clean.
func (r record) label() string {
	for _, cell := range r.cells {
		if hasText(cell) {
			clean, _ := model.Clean(cell)
			return joinFields(clean)
		}
	}
	return ""
}

var totals = wordSet("total", "totals", "grand total", "sub total", "subtotal", "total pupils", "total number", "number of pupils", "count")

// total reports whether a row of few cells begins with the word for a sum below a list.
func (r record) total() bool {
	return r.filled() <= 3 && totals[strings.Trim(strings.ToLower(r.label()), " :=")]
}

// headingsAgain reports whether every filled cell repeats its heading.
func (p *parser) headingsAgain(r record) bool {
	same := 0
	for i, cell := range r.cells {
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
		}
		if i >= len(p.file.heading.cells) || !strings.EqualFold(cell, strings.TrimSpace(p.file.heading.cells[i])) {
			return false
		}
		same++
	}
	return same >= 2
}

// shownName is a person of Values in a sentence.
func shownName(v Values) string {
	name := strings.TrimSpace(v[Forename] + " " + v[Surname])
	if v[Forename] == "" {
		name = strings.TrimSpace(v[Title] + " " + v[Surname])
	}
	if name == "" {
		return "a contact without a name"
	}
	return name
}
