package model

import (
	"slices"
	"strings"
)

// Adult is a parent, carer, relative or other grown-up in a child's life, in their own right.
type Adult struct {
	ID       int64
	UID      string
	OfficeID string

	Title, Forename, Surname string
	KnownAs                  string
	AddressAs                string // preferred form of address: "Mrs Okafor", "Ngozi"
	Phones                   []Phone
	Emails                   []Email
	Address, Postcode        string
	Language                 string

	Channel      Channel // the way they like best to be reached, "" not known
	Times        string  // when: "after 14:00, works nights"
	LeaveMessage YesNo
	Interpreter  YesNo
	Access       string // steps, hearing, reading, pushchair: what they need
	LargePrint   YesNo  // letters in large print, on request
	InTouch      InTouch
	InTouchSince Date
	InTouchBy    string // who said so
	Notes        string
	Removed      bool
}

// Formal is how a letter names the adult: the preferred form of address, else title and surname,
// else the whole name, else "a contact without a name".
func (a Adult) Formal() string {
	if a.AddressAs != "" {
		return a.AddressAs
	}
	if a.Title != "" && a.Surname != "" {
		return a.Title + " " + a.Surname
	}
	return a.FullName()
}

// FullName is title, forename and surname, or words that say that there is no name.
func (a Adult) FullName() string {
	name := strings.Join(nonEmpty(a.Title, firstText(a.Forename, a.KnownAs), a.Surname), " ")
	return firstText(name, "a contact without a name")
}

// InTouch says whether an adult may be approached. Anything but yes is never proposed, written to or
// counted, and no import changes it.
type InTouch string

// The states of InTouch.
const (
	InTouchYes  InTouch = "yes"
	NotNow      InTouch = "not now"
	AskedNotTo  InTouch = "asked not to be contacted"
	AdultDied   InTouch = "died"
	InTouchNone InTouch = ""
)

// InTouches are the states in the order in which they are offered.
var InTouches = []InTouch{InTouchYes, NotNow, AskedNotTo, AdultDied}

// Valid reports whether t is a known state; "" counts as yes.
func (t InTouch) Valid() bool { return t == InTouchNone || slices.Contains(InTouches, t) }

// Reachable reports whether the adult may be proposed, written to and counted.
func (t InTouch) Reachable() bool { return t == InTouchYes || t == InTouchNone }
