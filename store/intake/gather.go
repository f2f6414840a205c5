package intake

import (
	"strings"

	"kettle/model"
)

// gathered is what the columns of one person hold in one row.
type gathered struct {
	cells   []filledCell // the first one of each field
	lines   []string     // address lines
	phones  []model.Phone
	emails  []string
	reached bool // a telephone or e-mail cell was filled, right or wrong
	tells   bool // a cell that says who the pupil is was filled
}

// filledCell is the text of one field and the heading it stood under.
type filledCell struct {
	field         Field
	text, heading string
}

func (g *gathered) keep(c Column, text string) {
	if g.text(c.Field) == "" {
		g.cells = append(g.cells, filledCell{c.Field, text, c.Heading})
	}
}

func (g *gathered) cell(f Field) filledCell {
	for _, c := range g.cells {
		if c.field == f {
			return c
		}
	}
	return filledCell{}
}

func (g *gathered) text(f Field) string    { return g.cell(f).text }
func (g *gathered) heading(f Field) string { return g.cell(f).heading }

func (p *parser) gather(at int) *gathered {
	g := &gathered{cells: make([]filledCell, 0, len(p.people[at]))}
	for _, c := range p.people[at] {
		text := p.text(c)
		if text == "" {
			// A formula is nobody's name, but it says that the row is not the pupil's above.
			g.tells = g.tells || tellsPupils(c.Field) && p.formula
			continue
		}
		g.tells = g.tells || tellsPupils(c.Field)
		switch c.Field {
		case Mobile, Telephone, WorkPhone:
			p.phones(g, c, text)
		case Email:
			p.emails(g, c, text)
		case AddressLine:
			g.lines = append(g.lines, text)
		default:
			g.keep(c, text)
		}
	}
	return g
}

func (p *parser) phones(g *gathered, c Column, text string) {
	g.reached = true
	phones, faults := model.ReadPhones(text, c.Field == WorkPhone)
	for _, phone := range phones {
		g.phones = model.AddPhone(g.phones, phone)
	}
	for _, fault := range faults {
		switch fault {
		case model.PhoneRestored:
			p.warn(p.current.row, PhoneRestored, "%s: a spreadsheet had turned the number into %s; it was brought back. Check it.", c.Heading, quoted(joinFields(text)))
		case model.PhoneLost:
			p.warn(p.current.row, PhoneLost, "%s: a spreadsheet has rounded digits away in %s; it is not kept. Ask the office for the number.", c.Heading, quoted(joinFields(text)))
		default:
			p.warn(p.current.row, PhoneInvalid, "%s: %s is not a telephone number and is not kept.", c.Heading, quoted(joinFields(text)))
		}
	}
}

var emailForm = pattern(`^[^@\s<>"(),:;]+@[^@\s<>"(),:;.]+(?:\.[^@\s<>"(),:;.]+)+$`)

func (p *parser) emails(g *gathered, c Column, text string) {
	g.reached = true
	pieces := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ';' || r == ',' || r == ' ' })
	for _, piece := range pieces {
		piece = strings.TrimPrefix(strings.Trim(piece, "<>"), "mailto:")
		if !emailForm().MatchString(piece) {
			p.warn(p.current.row, EmailInvalid, "%s: %s is not an e-mail address and is not kept.", c.Heading, quoted(piece))
			continue
		}
		g.emails = addText(g.emails, piece)
	}
}

func addText(list []string, text string) []string {
	for _, t := range list {
		if t == text {
			return list
		}
	}
	return append(list, text)
}

// address is the address that the columns say, without words that only point at another.
func (g *gathered) address() (address, postcode string) {
	if address, postcode = g.written(); pointsTo(address) != nowhere {
		address = ""
	}
	return address, postcode
}

// written joins the parts of an address and takes the postcode out of the text.
func (g *gathered) written() (address, postcode string) {
	house, number, street, lines := g.text(HouseName), g.text(HouseNumber), g.text(Street), g.lines
	if number == "" && onlyNumber().MatchString(house) {
		house, number = "", house
	}
	if street == "" && number != "" && len(lines) > 0 {
		street, lines = lines[0], lines[1:]
	}
	if street != "" && numberAtEnd().MatchString(number) {
		number, street = number+" "+street, ""
	}
	parts := append([]string{g.text(Address), house, number, street}, lines...)
	parts = append(parts, g.text(Town), g.text(County))
	address, postcode = model.SplitAddress(strings.Join(parts, "\n"))
	if given, _ := model.Postcode(g.text(Postcode)); given != "" {
		postcode = given
	}
	return address, postcode
}

// A street follows a number without a comma: "14", "Flat 3, 21b".
var (
	onlyNumber  = pattern(`^\d+[A-Za-z]?$`)
	numberAtEnd = pattern(`\d[A-Za-z]?$`)
)
