package model

import "slices"

// Family is a way to find people, no more: who is invited or written to is decided by the links
// between adults and pupils (data.md, family).
type Family struct {
	ID         int64
	UID        string // UUIDv7, for what travels between caseloads
	Name       string
	NameByHand bool // set by the user: an import leaves the name alone
	Notes      string
	// CheckinEvery and GoodNewsEvery are cadences in school days (1 daily, 5 weekly, 10
	// fortnightly); 0 is the school's default.
	CheckinEvery  int
	GoodNewsEvery int
	Since         Date // the day the caseload first knew them
	Removed       bool // moved out of sight, may be brought back
}

// FamilyEntry is a dated line about a family: what is hard just now, what helps, or their story.
type FamilyEntry struct {
	ID       int64
	FamilyID int64
	Kind     FamilyEntryKind
	On       Date   // the day it was written, or listened to
	By       string // who wrote it, or listened
	Text     string
}

// FamilyEntryKind says what a FamilyEntry is about (practices 7 and 9).
type FamilyEntryKind string

// The kinds of FamilyEntry.
const (
	HardJustNow FamilyEntryKind = "hard just now"
	WhatHelps   FamilyEntryKind = "what helps"
	TheirStory  FamilyEntryKind = "their story"
)

// FamilyEntryKinds are the kinds in the order in which they are offered.
var FamilyEntryKinds = []FamilyEntryKind{WhatHelps, HardJustNow, TheirStory}

// Valid reports whether k is a known kind.
func (k FamilyEntryKind) Valid() bool { return slices.Contains(FamilyEntryKinds, k) }

// Household is a named group of people inside one family. It has no address of its own: each
// person carries theirs, and nothing of one household is shown in what goes to another.
type Household struct {
	ID       int64
	FamilyID int64
	Name     string
	ByHand   bool // made or changed by the user: no import undoes it
	Adults   []int64
	Pupils   []int64
	Removed  bool
}

// WelcomePoints are what a new family is told in its first conversation (practice 8, checklist.md).
var WelcomePoints = []string{
	"We do this together",
	"We will ring with good news, too",
	"We tell you everything about your child, good and bad",
	"Tell us any worry, on Monday rather than Friday, none is too small",
	"We would like to hear what school has been like so far",
	"This is who you can always ask for",
	"What is the best way to reach you?",
}
