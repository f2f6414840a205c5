package model

import "slices"

// Layout is a way to sit together, and what it says to a family (practice 34).
type Layout struct {
	ID        LayoutID
	Name      string
	Says      string // one sentence on what it says to a family
	Judgement Judgement

	MinPeople, MaxPeople int // for how many people it is good

	BehindDesk bool // somebody sits behind a desk
	SidesMixed bool // family and school sit mixed, or there are no sides at all
	DoorFree   bool // everybody can leave without passing somebody
	OnScreen   bool // it is for a meeting by video
}

// Judgement is a layout in a word or two.
type Judgement string

// The judgements.
const (
	JudgedMixed    Judgement = "mixed"
	JudgedOpen     Judgement = "open"
	JudgedForTwo   Judgement = "for two"
	JudgedVideo    Judgement = "video"
	JudgedTwoSides Judgement = "two sides"
	JudgedBarrier  Judgement = "a barrier"
)

// Judgements are all judgements, the best for a family first.
var Judgements = []Judgement{JudgedMixed, JudgedOpen, JudgedForTwo, JudgedVideo, JudgedTwoSides, JudgedBarrier}

// Valid reports whether j is a known judgement.
func (j Judgement) Valid() bool { return slices.Contains(Judgements, j) }

// The layouts by name.
const (
	RoundTable    LayoutID = "round table"
	EasyChairs    LayoutID = "easy chairs"
	CornerOfTable LayoutID = "corner of a table"
	SideBySide    LayoutID = "side by side"
	Horseshoe     LayoutID = "horseshoe"
	WalkAndTalk   LayoutID = "walk and talk"
	OnAScreen     LayoutID = "on screen"
	BehindADesk   LayoutID = "behind a desk"
)

// Layouts is the table of layouts in the order in which they are offered.
var Layouts = []Layout{
	{ID: RoundTable, Name: "Round table", Judgement: JudgedMixed, MinPeople: 3, MaxPeople: 9, SidesMixed: true, DoorFree: true,
		Says: "Nobody sits at the head: what each person says weighs the same."},
	{ID: EasyChairs, Name: "Easy chairs", Judgement: JudgedMixed, MinPeople: 2, MaxPeople: 6, SidesMixed: true, DoorFree: true,
		Says: "This is a talk, not a hearing: there is nothing between us."},
	{ID: CornerOfTable, Name: "Corner of a table", Judgement: JudgedOpen, MinPeople: 2, MaxPeople: 3, SidesMixed: true, DoorFree: true,
		Says: "We sit close enough to look at the same page, and may look away."},
	{ID: SideBySide, Name: "Side by side", Judgement: JudgedOpen, MinPeople: 2, MaxPeople: 4, SidesMixed: true, DoorFree: true,
		Says: "We look at it together: the worry is in front of us, not between us."},
	{ID: Horseshoe, Name: "Horseshoe", Judgement: JudgedTwoSides, MinPeople: 6, MaxPeople: 14, DoorFree: true,
		Says: "Everybody sees everybody, but a family may feel that a row is looking at them."},
	{ID: WalkAndTalk, Name: "Walk and talk", Judgement: JudgedForTwo, MinPeople: 2, MaxPeople: 2, SidesMixed: true, DoorFree: true,
		Says: "Some things are said more easily while walking, when nobody is watched."},
	{ID: OnAScreen, Name: "On screen", Judgement: JudgedVideo, MinPeople: 2, MaxPeople: 8, SidesMixed: true, DoorFree: true, OnScreen: true,
		Says: "They are at home, we are the visitors: the camera may stay off."},
	{ID: BehindADesk, Name: "Behind a desk", Judgement: JudgedBarrier, MinPeople: 2, MaxPeople: 4, BehindDesk: true,
		Says: "A desk is a wall: one side has sent for the other."},
}

// LayoutOf is the layout of that name, and whether there is one.
func LayoutOf(id LayoutID) (Layout, bool) {
	at := slices.IndexFunc(Layouts, func(l Layout) bool { return l.ID == id })
	if at < 0 {
		return Layout{}, false
	}
	return Layouts[at], true
}

// Suits reports whether the layout is good for so many people.
func (l Layout) Suits(people int) bool { return people >= l.MinPeople && people <= l.MaxPeople }
