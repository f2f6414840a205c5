package demo

import "kettle/model"

// Short names for the tables of plans.
const (
	gate   = model.ByGate
	phone  = model.ByPhone
	face   = model.FaceToFace
	video  = model.ByVideo
	text   = model.ByText
	app    = model.BySchoolApp
	letter = model.ByLetter
	email  = model.ByEmail
	visit  = model.AtHomeVisit

	helps = model.WhatHelps
	hard  = model.HardJustNow
	story = model.TheirStory
)

// living is what somebody is to the children they live with.
func living(r model.Relationship) []tie {
	return []tie{{is: model.Link{Relation: r, ParentalResponsibility: model.Is(byLaw(r)),
		LivesWith: model.Yes, GetsCopies: model.Yes, MayBeContacted: model.Yes}}}
}

// apart is what a parent is to the children who live elsewhere.
func apart(r model.Relationship) []tie {
	return []tie{{is: model.Link{Relation: r, ParentalResponsibility: model.Is(byLaw(r)),
		LivesWith: model.No, GetsCopies: model.Yes, MayBeContacted: model.Yes}}}
}

// around is what others are to children, those who bring and collect.
func around(r model.Relationship) []tie {
	return []tie{{is: model.Link{Relation: r, ParentalResponsibility: model.No,
		LivesWith: model.No, GetsCopies: model.No, MayBeContacted: model.Yes}}}
}

// byLaw reports whether parents of that kind have parental responsibility in this school. It is for
// the made-up people only; the rule for others is rules.md R47.
func byLaw(r model.Relationship) bool {
	return r == model.Mother || r == model.Father || r == model.Guardian
}

func only(of string, ties []tie) []tie {
	ties[0].of = of
	return ties
}

func logged(ago int, at model.Clock, by model.Channel, kind model.ContactKind, note string) said {
	return said{ago: ago, at: at, is: model.Contact{Channel: by, Kind: kind, Note: note}}
}

func goodNews(ago int, at model.Clock, by model.Channel, note string) said {
	return logged(ago, at, by, model.GoodNews, note)
}

func checkIn(ago int, at model.Clock, by model.Channel, note, words string) said {
	s := logged(ago, at, by, model.CheckIn, note)
	s.is.Words = words
	return s
}

func info(ago int, at model.Clock, by model.Channel, note string) said {
	return logged(ago, at, by, model.Information, note)
}

func attempt(ago int, at model.Clock, by model.Channel, note string) said {
	return logged(ago, at, by, model.Attempt, note)
}

// with says who spoke, when it was not the first adult of the family.
func (s said) with(who string) said {
	s.who = who
	return s
}

// on says which children it was about, when it was not all.
func (s said) on(children string) said {
	s.about = children
	return s
}

func mobile(number string) []model.Phone {
	return []model.Phone{{Type: model.PhoneMobile, Number: number, FromOffice: true}}
}
