package model

import (
	"slices"
	"strconv"
	"strings"
)

// What a school adds to Kettle's own tables: ways to sit, templates, and lines of the checklist.

// OwnLayout is a way to sit that somebody drew.
type OwnLayout struct {
	ID      int64
	Name    string
	Says    string
	Seats   []Place
	Things  []Thing
	Removed bool
}

// LayoutID is how a meeting names the layout.
func (l OwnLayout) LayoutID() LayoutID { return LayoutID(ownPrefix + strconv.FormatInt(l.ID, 10)) }

// Place is where a seat stands in the plan of a room, in its cells from the top left corner.
type Place struct {
	X int `json:"x"`
	Y int `json:"y"`
}

// Thing is what stands in a room beside the seats, with its corner and its size in cells.
type Thing struct {
	Place
	W    int       `json:"w"`
	H    int       `json:"h"`
	Kind ThingKind `json:"kind"`
}

// ThingKind is what a Thing is.
type ThingKind string

// The kinds of thing.
const (
	ATable  ThingKind = "table"
	ADesk   ThingKind = "desk"
	ADoor   ThingKind = "door"
	AScreen ThingKind = "screen"
)

// OwnTemplate is what a meeting may begin with, as this school does it.
type OwnTemplate struct {
	ID      int64
	Name    string
	Kind    MeetingKind
	Minutes int
	Mood    Mood
	Purpose string
	School  []Seat
	Agenda  []AgendaLine
	Child   bool
	Removed bool
}

// OwnItem is a line of the checklist that this school adds; it is settled by hand.
type OwnItem struct {
	ID      int64
	Part    Group
	Due     When
	Asks    string
	Why     string
	Kinds   []MeetingKind // of meeting; none for all
	Removed bool
}

// ItemID is how marks name the line.
func (i OwnItem) ItemID() ItemID { return ItemID(ownPrefix + strconv.FormatInt(i.ID, 10)) }

const ownPrefix = "own."

// IsOwnID reports whether an id is that of something a school has of its own: it means nothing in another
// caseload.
func IsOwnID(id string) bool { return strings.HasPrefix(id, ownPrefix) }

// ThingKinds are the kinds in the order in which they are offered.
var ThingKinds = []ThingKind{ATable, ADesk, ADoor, AScreen}

// Valid reports whether k is a known kind.
func (k ThingKind) Valid() bool { return slices.Contains(ThingKinds, k) }
