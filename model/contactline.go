package model

import "strings"

// ContactLine is an adult beside one child, as a list of contacts holds them: what an adult may be
// asked and told hangs on that link, so each has a line of its own and no line names another child.
type ContactLine struct {
	Family string
	Pupil  Pupil // the zero pupil for an adult who is in the family without a link
	Adult  Adult
	Link   Link
}

// WhyOut is why something leaves no caseload unless somebody says so; "" is no reason.
type WhyOut string

// The reasons (data.md, adult and pupil_adult).
const (
	AdultHasDied    WhyOut = "died"
	BehindAnOrder   WhyOut = "behind a court order"
	MayNotBeReached WhyOut = "not to be contacted"
	AskedForNone    WhyOut = "asked not to be contacted"
	NotInTouchNow   WhyOut = "not in touch just now"
	ChildHasLeft    WhyOut = "of a child who left"
	LinkedToNoChild WhyOut = "linked to no child"

	// Of the log, which nothing lets out (rules.md R49, trust.md).
	WentToTheDSL  WhyOut = "passed to the DSL"
	ThreatOrAbuse WhyOut = "about threat or abuse"
)

// WhysOut are the reasons in the order in which they are told.
var WhysOut = []WhyOut{BehindAnOrder, MayNotBeReached, AdultHasDied, AskedForNone, NotInTouchNow, ChildHasLeft, LinkedToNoChild, WentToTheDSL, ThreatOrAbuse}

// WhyOut is why the line is left out by default.
func (l ContactLine) WhyOut() WhyOut {
	switch {
	case l.Link.CourtOrder:
		return BehindAnOrder
	case l.Link.MayBeContacted == No:
		return MayNotBeReached
	case l.Adult.InTouch == AdultDied:
		return AdultHasDied
	case l.Adult.InTouch == AskedNotTo:
		return AskedForNone
	case !l.Adult.InTouch.Reachable():
		return NotInTouchNow
	case l.Pupil.ID == 0:
		return LinkedToNoChild
	case l.Pupil.Roll == Left:
		return ChildHasLeft
	}
	return ""
}

// Mark is what a line says of itself where it is taken along all the same, "" for any other.
func (l ContactLine) Mark() string {
	switch why := l.WhyOut(); why {
	case "":
		return ""
	case BehindAnOrder:
		return "court order: read it first"
	case ChildHasLeft:
		return "the child has left"
	default:
		return string(why)
	}
}

// Relation is the relationship as a list writes it: the office's own word where Kettle knows none.
func (l ContactLine) Relation() string {
	if l.Link.Relation == OtherRelationship && l.Link.RelationText != "" {
		return l.Link.RelationText
	}
	return string(l.Link.Relation)
}

// Words are the line in one row for a person: "Chidi Okafor 4B · Mrs Ngozi Okafor · mother · 07700 900123".
func (l ContactLine) Words() string {
	number := ""
	if len(l.Adult.Phones) > 0 {
		number = l.Adult.Phones[0].Number
	}
	child := strings.Join(nonEmpty(l.Pupil.FullName(), firstText(l.Pupil.Class, l.Pupil.Year.Short())), " ")
	return strings.Join(nonEmpty(l.Mark(), child, l.Adult.FullName(), l.Relation(), number), " · ")
}

// ContactLines are the lines of one family in contact order, child by child, then the adults who are in
// it by hand. One who died is on no list, nor is who was moved out of sight.
func ContactLines(family string, pupils []Pupil, adults []Adult, links []Link, byHand []int64) []ContactLine {
	circle := Circle{Pupils: pupils, Adults: adults, Links: links}
	var lines []ContactLine
	linked := map[int64]bool{}
	for _, p := range pupils {
		if p.Removed || p.Roll == Died {
			continue
		}
		one := circle
		one.Pupils = []Pupil{p}
		for _, a := range one.adultsWhere(func(a Adult, _ []Link) bool { return !a.Removed }) {
			linked[a.ID] = true
			lines = append(lines, ContactLine{Family: family, Pupil: p, Adult: a, Link: one.linksOf(a.ID)[0]})
		}
	}
	for _, id := range byHand {
		if a, known := circle.adult(id); known && !a.Removed && !linked[id] {
			lines = append(lines, ContactLine{Family: family, Adult: a})
		}
	}
	return lines
}

// ContactCard is one adult as an address book holds them: the children are those of the lines that may
// leave, by their initials unless names are wanted.
type ContactCard struct {
	Adult Adult
	Lines []ContactLine
	Names bool
}

// Note says whose adult it is: "C.O. 4B, A.O. 1A"; with names "mother of Chidi (4B)".
func (c ContactCard) Note() string {
	var notes []string
	for _, l := range c.Lines {
		class := firstText(l.Pupil.Class, l.Pupil.Year.Short())
		letters := Initials(firstText(l.Pupil.Forename, l.Pupil.KnownAs), l.Pupil.Surname)
		note := strings.Join(nonEmpty(letters, class), " ")
		if c.Names && l.Pupil.ID != 0 {
			note = l.Pupil.Called()
			if l.Link.Relation != "" {
				note = strings.ReplaceAll(l.Relation(), "-", " ") + " of " + note
			}
			if class != "" {
				note += " (" + class + ")"
			}
		}
		notes = append(notes, strings.Join(nonEmpty(l.Mark(), note), ": "))
	}
	return strings.Join(nonEmpty(notes...), ", ")
}

// Words are the card in one row for a person.
func (c ContactCard) Words() string {
	number := ""
	if len(c.Adult.Phones) > 0 {
		number = c.Adult.Phones[0].Number
	}
	return strings.Join(nonEmpty(c.Adult.FullName(), c.Note(), number), " · ")
}
