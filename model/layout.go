package model

import "slices"

// Layout is a way to sit together, and what it says to a family (practice 34).
type Layout struct {
	ID        LayoutID
	Name      string
	Says      string // one sentence on what it says to a family
	Judgement Judgement

	MinPeople int     // for how many people at least it is good; at most for its seats
	Seats     []Place // the first one is seat 1
	Things    []Thing

	// What is to be said of it before anybody has a seat.
	BehindDesk bool // somebody sits behind a desk
	SidesMixed bool // family and school sit mixed, or there are no sides at all
	DoorFree   bool // everybody can leave without passing somebody
	OnScreen   bool // it is for a meeting by video
}

// The plan on which seats and things have their places, in its cells. A cell is twice as high as it
// is wide.
const (
	PlanWidth  = 48
	PlanHeight = 11
)

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

// theDoor is where the door is in Kettle's own layouts.
var theDoor = thing(ADoor, 36, PlanHeight-1, 6, 1)

// Layouts is the table of layouts in the order in which they are offered.
var Layouts = []Layout{
	{ID: RoundTable, Name: "Round table", Judgement: JudgedMixed, MinPeople: 3, SidesMixed: true, DoorFree: true,
		Says:   "Nobody sits at the head: what each person says weighs the same.",
		Seats:  []Place{{19, 2}, {28, 2}, {36, 4}, {36, 6}, {28, 8}, {19, 8}, {11, 6}, {11, 4}},
		Things: []Thing{thing(ATable, 17, 4, 14, 3), theDoor}},
	{ID: EasyChairs, Name: "Easy chairs", Judgement: JudgedMixed, MinPeople: 2, SidesMixed: true, DoorFree: true,
		Says:   "This is a talk, not a hearing: there is nothing between us.",
		Seats:  []Place{{19, 2}, {28, 2}, {34, 5}, {28, 8}, {19, 8}, {13, 5}},
		Things: []Thing{thing(ATable, 20, 5, 7, 1), theDoor}},
	{ID: CornerOfTable, Name: "Corner of a table", Judgement: JudgedOpen, MinPeople: 2, SidesMixed: true, DoorFree: true,
		Says:   "We sit close enough to look at the same page, and may look away.",
		Seats:  []Place{{13, 5}, {19, 2}, {19, 8}},
		Things: []Thing{thing(ATable, 17, 4, 14, 3), theDoor}},
	{ID: SideBySide, Name: "Side by side", Judgement: JudgedOpen, MinPeople: 2, SidesMixed: true, DoorFree: true,
		Says:   "We look at it together: the worry is in front of us, not between us.",
		Seats:  []Place{{10, 7}, {19, 8}, {28, 8}, {37, 7}},
		Things: []Thing{thing(ATable, 15, 3, 18, 3), theDoor}},
	{ID: Horseshoe, Name: "Horseshoe", Judgement: JudgedTwoSides, MinPeople: 6, DoorFree: true,
		Says: "Everybody sees everybody, but a family may feel that a row is looking at them.",
		Seats: []Place{{4, 8}, {4, 6}, {4, 4}, {6, 2}, {11, 2}, {16, 2}, {21, 2}, {26, 2}, {31, 2}, {36, 2}, {41, 2},
			{43, 4}, {43, 6}, {43, 8}},
		Things: []Thing{thing(ATable, 9, 4, 30, 1), thing(ATable, 9, 5, 3, 4), thing(ATable, 36, 5, 3, 4), thing(ADoor, 21, PlanHeight-1, 6, 1)}},
	{ID: WalkAndTalk, Name: "Walk and talk", Judgement: JudgedForTwo, MinPeople: 2, SidesMixed: true, DoorFree: true,
		Says:  "Some things are said more easily while walking, when nobody is watched.",
		Seats: []Place{{20, 5}, {28, 5}}},
	{ID: OnAScreen, Name: "On screen", Judgement: JudgedVideo, MinPeople: 2, SidesMixed: true, DoorFree: true, OnScreen: true,
		Says:   "They are at home, we are the visitors: the camera may stay off.",
		Seats:  []Place{{7, 4}, {13, 6}, {20, 7}, {27, 7}, {34, 6}, {40, 4}},
		Things: []Thing{thing(AScreen, 17, 1, 14, 3), theDoor}},
	{ID: BehindADesk, Name: "Behind a desk", Judgement: JudgedBarrier, MinPeople: 2, BehindDesk: true,
		Says:   "A desk is a wall: one side has sent for the other.",
		Seats:  []Place{{23, 2}, {15, 8}, {23, 8}, {31, 8}},
		Things: []Thing{thing(ADesk, 10, 4, 28, 3), theDoor}},
}

func thing(kind ThingKind, x, y, w, h int) Thing {
	return Thing{Place: Place{x, y}, W: w, H: h, Kind: kind}
}

// LayoutOf is the layout of that name in Kettle's own table, and whether there is one.
func LayoutOf(id LayoutID) (Layout, bool) { return layoutAmong(id, Layouts) }

func layoutAmong(id LayoutID, all []Layout) (Layout, bool) {
	at := slices.IndexFunc(all, func(l Layout) bool { return l.ID == id })
	if at < 0 {
		return Layout{}, false
	}
	return all[at], true
}

// LayoutAmong is the layout of that name, Kettle's own or one that the school drew.
func LayoutAmong(id LayoutID, own []OwnLayout) (Layout, bool) {
	if l, ok := LayoutOf(id); ok {
		return l, true
	}
	return layoutAmong(id, AsLayouts(own))
}

// AsLayouts are a school's own ways to sit, with a word for each that its drawing speaks for itself.
func AsLayouts(own []OwnLayout) []Layout {
	all := make([]Layout, len(own))
	for i, o := range own {
		l := Layout{ID: o.LayoutID(), Name: o.Name, Says: o.Says, MinPeople: 2, Seats: o.Seats, Things: o.Things, SidesMixed: true}
		p := planOf(l)
		l.BehindDesk = p.anybodyBehindDesk()
		l.DoorFree = p.shutIn(p.all()) == 0
		l.OnScreen = slices.ContainsFunc(o.Things, func(t Thing) bool { return t.Kind == AScreen })
		l.Judgement = l.judged(p)
		all[i] = l
	}
	return all
}

// judged is the word for a layout that nobody has judged.
func (l Layout) judged(p *plan) Judgement {
	switch {
	case l.BehindDesk:
		return JudgedBarrier
	case l.OnScreen:
		return JudgedVideo
	case len(l.Seats) == 2:
		return JudgedForTwo
	case p.anybodyAcross():
		return JudgedMixed
	}
	return JudgedOpen
}
