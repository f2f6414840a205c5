package output

import (
	"io"
	"strings"

	"kettle/model"
)

// telType is a kind of telephone in the words of a card.
func telType(t model.PhoneType) string {
	switch t {
	case model.PhoneMobile:
		return "CELL"
	case model.PhoneHome:
		return "HOME,VOICE"
	case model.PhoneWork:
		return "WORK,VOICE"
	}
	return "VOICE"
}

// WriteCard writes one adult as a card of an address book (vCard 3.0, RFC 2426), which telephones take
// many of in one file. Its identity stays, so that a second one takes the place of the first.
func WriteCard(w io.Writer, c model.ContactCard) error {
	l, a := &lineWriter{w: w}, c.Adult
	l.line("BEGIN", "VCARD")
	l.line("VERSION", "3.0")
	l.text("UID", a.UID)
	forename := a.Forename
	if forename == "" {
		forename = a.KnownAs
	}
	l.line("N", joined(a.Surname, forename, "", a.Title, ""))
	l.text("FN", a.FullName())
	if a.KnownAs != forename {
		l.text("NICKNAME", a.KnownAs)
	}
	for _, p := range a.Phones {
		number := p.Number
		if p.Ext != "" {
			number += " ext " + p.Ext
		}
		l.text("TEL;TYPE="+telType(p.Type), number)
	}
	for _, e := range a.Emails {
		l.text("EMAIL;TYPE=INTERNET", e.Address)
	}
	if a.Address != "" || a.Postcode != "" {
		l.line("ADR;TYPE=HOME", joined("", "", a.Address, "", "", a.Postcode, ""))
	}
	l.text("NOTE", c.Note())
	l.line("CATEGORIES", "Kettle")
	l.line("END", "VCARD")
	return l.err
}

// joined are the parts of a value that has several.
func joined(parts ...string) string {
	for i, p := range parts {
		parts[i] = escapedText(p)
	}
	return strings.Join(parts, ";")
}
