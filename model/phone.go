package model

import (
	"slices"
	"strings"
)

// Phone is one telephone number of a person.
type Phone struct {
	Type       PhoneType
	Number     string // as it is written: "07700 900123", "020 7946 0123", "+353861234567"
	Ext        string // extension, digits
	Note       string // what stood beside it: "after 3pm"
	FromOffice bool   // given by the office's file, and replaced by its next one
}

// PhoneType is the kind of a telephone.
type PhoneType string

// The kinds of telephone.
const (
	PhoneMobile PhoneType = "mobile"
	PhoneHome   PhoneType = "home"
	PhoneWork   PhoneType = "work"
	PhoneOther  PhoneType = "other"
)

// PhoneTypes are the kinds in the order in which they are offered.
var PhoneTypes = []PhoneType{PhoneMobile, PhoneHome, PhoneWork, PhoneOther}

// Valid reports whether t is a known kind.
func (t PhoneType) Valid() bool { return slices.Contains(PhoneTypes, t) }

// Words are the number as a person reads it: "020 7946 0123 ext 12 (after 3pm)".
func (p Phone) Words() string {
	s := p.Number
	if p.Ext != "" {
		s += " ext " + p.Ext
	}
	if p.Note != "" {
		s += " (" + p.Note + ")"
	}
	return s
}

// PhoneFault says what was wrong with a number that somebody typed.
type PhoneFault string

// The faults, in the words of import.md section 8.
const (
	PhoneInvalid  PhoneFault = "phone-invalid"  // not a number: not kept
	PhoneLost     PhoneFault = "phone-lost"     // a spreadsheet has rounded digits away: not kept
	PhoneRestored PhoneFault = "phone-restored" // written as 7.700900123E+09, brought back: kept
)

// ReadPhone is one telephone number as people and spreadsheets write it. work says that it was given
// as a number at work; otherwise 07 is a mobile and anything else at home. The fault is "" for a
// number that needed no repair; a Phone without a Number is not kept (import.md section 4).
func ReadPhone(s string, work bool) (Phone, PhoneFault) {
	digits, fault := unrounded(strings.TrimSpace(s))
	if fault == PhoneLost {
		return Phone{}, fault
	}
	var p Phone
	digits, p.Ext = takeExt(digits)
	digits, p.Note = takeNote(digits)
	digits = national(dialled(digits))
	p.Number = spacedOut(digits)
	if p.Number == "" {
		return Phone{}, PhoneInvalid
	}
	p.Type = phoneType(digits, work)
	return p, fault
}

func phoneType(digits string, work bool) PhoneType {
	switch {
	case work:
		return PhoneWork
	case strings.HasPrefix(digits, "07"):
		return PhoneMobile
	}
	return PhoneHome
}

// ReadPhones are the numbers of one cell, separated by / ; , a line break or "or". A number that
// comes twice is taken once. faults has one entry for each number that was not plain.
func ReadPhones(cell string, work bool) (phones []Phone, faults []PhoneFault) {
	for _, piece := range splitPhones(cell) {
		p, fault := ReadPhone(piece, work)
		if fault != "" {
			faults = append(faults, fault)
		}
		if p.Number != "" {
			phones = AddPhone(phones, p)
		}
	}
	return phones, faults
}

// AddPhone adds p to phones unless its number is there already.
func AddPhone(phones []Phone, p Phone) []Phone {
	same := func(q Phone) bool { return q.Number == p.Number && q.Ext == p.Ext }
	if slices.ContainsFunc(phones, same) {
		return phones
	}
	return append(phones, p)
}

var phoneOr = pattern(`(?i)\sor\s`)

// splitPhones cuts a cell at its separators, but not inside brackets, where a note may hold one.
func splitPhones(cell string) []string {
	if scientific().MatchString(strings.TrimSpace(cell)) {
		return []string{cell}
	}
	cell = phoneOr().ReplaceAllString(linesParted(cell), ";")
	depth := 0
	pieces := strings.FieldsFunc(cell, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth = max(depth-1, 0)
		case '/', ';', ',':
			return depth == 0
		}
		return false
	})
	return slices.DeleteFunc(pieces, func(p string) bool { return strings.TrimSpace(p) == "" })
}

// linesParted puts a separator for a line break between two numbers, and a blank for one inside a number, or
// before words that belong to it.
func linesParted(cell string) string {
	const shortest = 7 // digits
	lines := strings.Split(cell, "\n")
	parted, before := lines[0], len(digitsOf(lines[0]))
	for _, line := range lines[1:] {
		if n := len(digitsOf(line)); before >= shortest && n >= shortest {
			parted, before = parted+";"+line, n
		} else {
			parted, before = parted+" "+line, before+n
		}
	}
	return parted
}

var scientific = pattern(`^(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})$`)

// unrounded brings back a number that a spreadsheet shows as 7.700900123E+09. With fewer digits than
// the number had, the rest is lost and nobody can tell it.
func unrounded(s string) (string, PhoneFault) {
	m := scientific().FindStringSubmatch(s)
	if m == nil {
		return s, ""
	}
	exponent := strings.TrimLeft(m[3], "0")
	if exponent == "9" && len(m[2]) == 9 || exponent == "11" && len(m[2]) == 11 {
		return m[1] + m[2], PhoneRestored
	}
	return "", PhoneLost
}

var (
	extension = pattern(`(?i)[\s,]*(?:extension|extn|ext|x)[\s.:]*(\d{1,6})\b`)
	noteParts = pattern(`\([^()]*\p{L}[^()]*\)|^[^()+\d]*\p{L}[^()+\d]*|\p{L}[^()+]*$`)
)

func takeExt(s string) (rest, ext string) {
	m := extension().FindStringSubmatchIndex(s)
	if m == nil {
		return s, ""
	}
	return s[:m[0]] + s[m[1]:], s[m[2]:m[3]]
}

// takeNote takes words off a number: in brackets, behind it or before it.
func takeNote(s string) (rest, note string) {
	var notes []string
	rest = noteParts().ReplaceAllStringFunc(s, func(part string) string {
		notes = append(notes, strings.Trim(part, " ():;-–"))
		return " "
	})
	return rest, strings.Join(notes, "; ")
}

// dialled is s without what people write between digits; "" when it holds anything else.
func dialled(s string) string {
	s = strings.ReplaceAll(s, "(0)", "")
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9', r == '+' && b.Len() == 0:
			b.WriteRune(r)
		case strings.ContainsRune(" ().-‐‑–\t\u00a0", r):
		default:
			return ""
		}
	}
	return b.String()
}

// national brings +44 and 0044 to a leading 0, and gives ten digits their lost zero.
func national(s string) string {
	switch {
	case strings.HasPrefix(s, "+44"):
		return "0" + strings.TrimLeft(s[3:], "0")
	case strings.HasPrefix(s, "0044"):
		return "0" + strings.TrimLeft(s[4:], "0")
	case strings.HasPrefix(s, "00"):
		return "+" + s[2:]
	case len(s) == 12 && strings.HasPrefix(s, "44"):
		return "0" + s[2:]
	case len(s) == 10 && strings.IndexByte("12378", s[0]) >= 0:
		return "0" + s
	}
	return s
}

// spacedOut writes a number in the groups people read it in; "" when it is not one.
func spacedOut(s string) string {
	if strings.HasPrefix(s, "+") {
		if len(s) < 8 || len(s) > 16 || s[1] == '0' {
			return ""
		}
		return s
	}
	if len(s) != 11 || s[0] != '0' || strings.IndexByte("12378", s[1]) < 0 {
		return ""
	}
	switch {
	case s[1] == '2':
		return s[:3] + " " + s[3:7] + " " + s[7:]
	case s[1] == '3', s[1] == '8', s[1] == '1' && (s[2] == '1' || s[3] == '1'):
		return s[:4] + " " + s[4:7] + " " + s[7:]
	}
	return s[:5] + " " + s[5:]
}
