package model

import (
	"slices"
	"strconv"
	"strings"
)

// CaptureRow is one part of a reading in words.
type CaptureRow struct {
	Part    CaptureField
	Promise int // which follow-up, of that part
	Label   string
	Words   string
	Guessed bool
	Empty   bool // there is nothing to say: Words says so
}

// CaptureField is a part of a reading that can be set by hand.
type CaptureField string

// The parts, in the order in which they are shown.
const (
	FieldFamily    CaptureField = "family"
	FieldAdults    CaptureField = "who"
	FieldChannel   CaptureField = "where"
	FieldWhen      CaptureField = "when"
	FieldKind      CaptureField = "kind"
	FieldPupils    CaptureField = "about"
	FieldDirection CaptureField = "began"
	FieldTriage    CaptureField = "how soon"
	FieldPresent   CaptureField = "with"
	FieldNote      CaptureField = "note"
	FieldWords     CaptureField = "their words"
	FieldPromise   CaptureField = "follow-up"
	FieldDSL       CaptureField = "passed to"
)

// Rows are the parts of a reading in words, as the screen and the shell show them.
func (c Capture) Rows() []CaptureRow {
	today := c.Today
	row := func(field CaptureField, words string, guessed bool) CaptureRow {
		return CaptureRow{Part: field, Label: string(field), Words: words, Guessed: guessed}
	}
	rows := []CaptureRow{c.familyRow(), row(FieldAdults, listNames(c.Adults, CaptureAdult.FullName), false),
		row(FieldChannel, string(c.Channel), c.ChannelGuessed), row(FieldWhen, c.whenWords(today), false),
		row(FieldKind, strings.TrimPrefix(c.Kind.Glyph()+" "+string(c.Kind), "· "), false), row(FieldPupils, listNames(c.Pupils, CapturePupil.FullName), false),
		row(FieldDirection, c.Dir.Said(), false)}
	if c.Kind == Concern {
		rows = append(rows, row(FieldTriage, c.Triage, false))
	}
	if len(c.Present) > 0 {
		rows = append(rows, row(FieldPresent, strings.Join(c.Present, ", "), false))
	}
	if c.Kind == PassedToDSL {
		to := strings.Join(nonEmpty(c.DSLTo, c.DSLRef), ", ref ")
		return append(rows, row(FieldDSL, firstText(to, "the DSL"), false))
	}
	rows = append(rows, row(FieldNote, c.Note, false))
	if c.Words != "" {
		rows = append(rows, row(FieldWords, "“"+c.Words+"”", false))
	}
	for i, p := range c.Promises {
		r := row(FieldPromise, p.Said(today), p.Guessed)
		r.Promise = i
		rows = append(rows, r)
	}
	return rows
}

func directionSaid() map[Direction]string {
	return map[Direction]string{In: "the family", Out: "we", BothWays: "we talked"}
}

// Said is who began, as a person says it.
func (d Direction) Said() string { return directionSaid()[d] }

func (c Capture) familyRow() CaptureRow {
	r := CaptureRow{Part: FieldFamily, Label: string(FieldFamily)}
	switch c.Status {
	case CaptureOK:
		r.Words = c.Families[0].Name
	case CaptureAsk:
		r.Words, r.Empty = strconv.Itoa(len(c.Families))+" families fit: which one?", true
	default:
		r.Words, r.Empty = "whose? none is named", true
	}
	return r
}

func (c Capture) whenWords(today Date) string {
	if c.AtNow {
		return "now, " + string(c.At.Clock())
	}
	return c.At.Near(today)
}

// Said is a follow-up in words: "ring about the trip, Fri 27 Nov, you".
func (p CapturedPromise) Said(today Date) string {
	whose := map[Whose]string{Mine: "you", OfFamily: "the family", OfStaff: "school"}[p.Whose]
	return strings.Join(nonEmpty(p.What, strings.TrimSpace(p.Due.Short()+" "+string(p.DueAt)), firstText(p.Who, whose)), ", ")
}

func listNames[T any](all []T, name func(T) string) string {
	names := make([]string, len(all))
	for i, one := range all {
		names[i] = name(one)
	}
	return strings.Join(names, ", ")
}

// AdultsOf are the adults of a family, in the order of their priority.
func (x *CaptureIndex) AdultsOf(family int64) (adults []CaptureAdult) {
	home, ok := x.familyAt[family]
	if !ok {
		return nil
	}
	var seen []int32
	for _, t := range x.families[home].ties {
		if !slices.Contains(seen, t.adult) {
			seen = append(seen, t.adult)
			adults = append(adults, x.adults[t.adult])
		}
	}
	return adults
}

// PupilsOf are the children of a family.
func (x *CaptureIndex) PupilsOf(family int64) (pupils []CapturePupil) {
	if home, ok := x.familyAt[family]; ok {
		for _, p := range x.families[home].pupils {
			pupils = append(pupils, x.pupils[p])
		}
	}
	return pupils
}
