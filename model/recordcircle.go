package model

import (
	"maps"
	"slices"
	"strings"
)

// RecordFacts is all that a whole record is made from.
type RecordFacts struct {
	About      PersonRef // the adult or the child of the family who asks; the zero value is nobody in particular
	Family     Family
	Pupils     []Pupil
	Adults     []Adult
	Links      []Link
	Households []Household
	Outside    []PupilHelp // who works with which child from outside
	SEN        []PupilSEN
	Entries    []FamilyEntry
	Contacts   []Contact // those passed to the DSL among them: they are left out here
	Meetings   []MeetingRecord
	Promises   []FollowUp
	Letters    []Letter
	Accounts   []Account
	Moves      []Transition
	Changes    []PersonChange
	Staff      []Staff
	Book       *NameBook // of the whole caseload
	Changed    map[RecordKey]Moment
}

// PupilHelp says that a professional works with a child.
type PupilHelp struct {
	PupilID int64
	Professional
}

// PupilSEN is a SEN status that a child has had.
type PupilSEN struct {
	ID      int64
	PupilID int64
	SENChange
}

// MeetingRecord is a meeting with all its parts.
type MeetingRecord struct {
	Meeting
	People     []MeetingPerson
	Agenda     []AgendaItem
	Outcomes   []Outcome
	Agreements []Agreement
	RoomName   string
}

// PersonChange is what one step changed of a person, or of the family, in words.
type PersonChange struct {
	ID    int64 // of its first line in the log
	Of    PersonRef
	Name  string
	At    Moment
	Lines []string // "phone: 07700 900123 → 07700 900124"
}

// recordCircle says whose data of the family the one who asks may have without a decision.
type recordCircle struct {
	RecordFacts
	own       map[PersonRef]bool
	near      map[PersonRef]bool // of them those with the numbers and the address of the one who asks
	colleague map[string]bool    // folded names of staff
}

// newRecordCircle finds whom a record may name: the one who asks, who lives with them, and the children they
// are linked to, unless an order stands between them (rules.md R47, R48). Without one who asks all of the
// family belong to it.
func newRecordCircle(f RecordFacts) *recordCircle {
	c := &recordCircle{RecordFacts: f, own: map[PersonRef]bool{f.About: f.About != PersonRef{}}, colleague: map[string]bool{}}
	for _, s := range f.Staff {
		c.colleague[Fold(s.Name)] = true
	}
	if f.About == (PersonRef{}) {
		for _, p := range f.Pupils {
			c.own[PersonRef{AChild, p.ID}] = true
		}
		for _, a := range f.Adults {
			c.own[PersonRef{AnAdult, a.ID}] = true
		}
		c.near = c.own
		return c
	}
	c.addHousehold()
	c.near = maps.Clone(c.own)
	for _, l := range f.Links {
		if f.About == (PersonRef{AnAdult, l.AdultID}) && !l.Removed {
			c.own[PersonRef{AChild, l.PupilID}] = !l.Walled()
		}
	}
	return c
}

// addHousehold adds those who live with the one who asks: by a household, else by the same address.
func (c *recordCircle) addHousehold() {
	found := false
	for _, h := range c.Households {
		if h.Removed || !livesIn(h, c.About) {
			continue
		}
		found = true
		for _, id := range h.Adults {
			c.own[PersonRef{AnAdult, id}] = true
		}
		for _, id := range h.Pupils {
			c.own[PersonRef{AChild, id}] = true
		}
	}
	if home := c.home(c.About); !found && home != "" {
		for _, p := range c.Pupils {
			ref := PersonRef{AChild, p.ID}
			c.own[ref] = c.own[ref] || c.home(ref) == home
		}
		for _, a := range c.Adults {
			ref := PersonRef{AnAdult, a.ID}
			c.own[ref] = c.own[ref] || c.home(ref) == home
		}
	}
}

func livesIn(h Household, who PersonRef) bool {
	return who.Kind == AnAdult && slices.Contains(h.Adults, who.ID) || who.Kind == AChild && slices.Contains(h.Pupils, who.ID)
}

// home is the folded address of one of the family, "" without one.
func (c *recordCircle) home(who PersonRef) string {
	for _, p := range c.Pupils {
		if who == (PersonRef{AChild, p.ID}) {
			return homeOf(p.Address, p.Postcode)
		}
	}
	for _, a := range c.Adults {
		if who == (PersonRef{AnAdult, a.ID}) {
			return homeOf(a.Address, a.Postcode)
		}
	}
	return ""
}

// homeOf is a folded address; a postcode alone is no home, nor is an address that is kept back.
func homeOf(address, postcode string) string {
	if AddressKey(address, postcode) == "" {
		return ""
	}
	return Fold(address + postcode)
}

// isOwn reports whether a person belongs to the record without a decision. A colleague does: what one writes
// at work may be named.
func (c *recordCircle) isOwn(who PersonRef) bool { return c.own[who] || who.Kind == AColleague }

// mayStand reports whether what was found in a text needs no decision: the name of one who belongs to the
// record, or a number or an address of the household of the one who asks. A child who lives with the other
// parent has the address of the other parent.
func (c *recordCircle) mayStand(n Naming) bool {
	return slices.ContainsFunc(n.People, func(k KnownPerson) bool {
		return n.What == foundName && c.isOwn(k.PersonRef) || c.near[k.PersonRef] || k.Kind == AColleague
	})
}

// ofFamily reports whether a person is of the family.
func (c *recordCircle) ofFamily(who PersonRef) bool {
	switch who.Kind {
	case AChild:
		return slices.ContainsFunc(c.Pupils, func(p Pupil) bool { return p.ID == who.ID })
	case AnAdult:
		return slices.ContainsFunc(c.Adults, func(a Adult) bool { return a.ID == who.ID })
	}
	return false
}

// name is what one of the family is called.
func (c *recordCircle) name(who PersonRef) string {
	for _, p := range c.Pupils {
		if who == (PersonRef{AChild, p.ID}) {
			return firstText(p.FullName(), p.Called())
		}
	}
	for _, a := range c.Adults {
		if who == (PersonRef{AnAdult, a.ID}) {
			return a.Formal()
		}
	}
	return ""
}

// said is a person in a mark: "Mr Okafor (another household)".
func (c *recordCircle) said(who PersonRef, name string) string {
	switch {
	case c.ofFamily(who):
		return firstText(c.name(who), name) + " (" + apartWords(who) + ")"
	case who.Kind == FromOutside:
		return name + " (from outside)"
	case who.Kind == OfNameOnly:
		return name + " (another person)"
	}
	return name + " (another family)"
}

// apartWords say how one of the family stands beside the one who asks.
func apartWords(who PersonRef) string {
	if who.Kind == AChild {
		return "another child"
	}
	return "another household"
}

// adults and children are people as they stand in an entry.
func adultRefs(ids []int64) []PersonRef { return refsOf(AnAdult, ids) }

func childRefs(ids []int64) []PersonRef { return refsOf(AChild, ids) }

func refsOf(kind PersonKind, ids []int64) []PersonRef {
	refs := make([]PersonRef, len(ids))
	for i, id := range ids {
		refs[i] = PersonRef{kind, id}
	}
	return refs
}

// anyOwn reports whether one of some people belongs to the record.
func (c *recordCircle) anyOwn(refs []PersonRef) bool { return slices.ContainsFunc(refs, c.isOwn) }

// others are those of some people who do not, as a mark says them.
func (c *recordCircle) others(refs []PersonRef) []string {
	var said []string
	for _, ref := range refs {
		if !c.isOwn(ref) {
			said = append(said, c.saidOf(ref))
		}
	}
	return said
}

// saidOf is a person of the caseload as a mark says them, looked up in the book where they are of no
// household here.
func (c *recordCircle) saidOf(who PersonRef) string {
	if name := c.name(who); name != "" {
		return c.said(who, name)
	}
	return c.said(who, firstText(c.Book.called(who), "somebody"))
}

// order says what stands between the one who asks and children of the family.
func (c *recordCircle) order(today Date) string {
	var words []string
	for _, l := range c.Links {
		if c.About == (PersonRef{AnAdult, l.AdultID}) && !l.Removed && l.Walled() {
			words = append(words, c.name(PersonRef{AChild, l.PupilID})+": "+l.OrderWords(today))
		}
	}
	return strings.Join(words, "; ")
}
