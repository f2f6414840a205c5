package model

import (
	"cmp"
)

// NewsState is how a family stands with good news in a span.
type NewsState struct {
	Family int64
	Class  string // that of its eldest child, as the school writes it; "no class" where none is known
	Had    bool
	Turn   bool // it hears good news more often, and today is its turn (practice 2)
}

// NewsClass is the families of one class, those without good news first.
type NewsClass struct {
	Class    string
	Had      int
	Families []NewsState
}

// Lacking is how many families of the class have had none.
func (c NewsClass) Lacking() int { return len(c.Families) - c.Had }

// Cover is how many of all families have had good news (practice 1).
type Cover struct{ Had, Of int }

// NewsOrder is an order of the classes.
type NewsOrder string

// The orders.
const (
	NewsByLack  NewsOrder = "who lacks most"
	NewsByClass NewsOrder = "class"
)

// Other is the order that follows.
func (o NewsOrder) Other() NewsOrder {
	if o == NewsByClass {
		return NewsByLack
	}
	return NewsByClass
}

// NewsClasses puts families, which come by class and name, under their classes: each family stands there once.
func NewsClasses(families []NewsState, order NewsOrder) []NewsClass {
	var classes []NewsClass
	at, seen := map[string]int{}, map[int64]bool{}
	for _, f := range families {
		if seen[f.Family] {
			continue
		}
		seen[f.Family] = true
		i, known := at[f.Class]
		if !known {
			i, at[f.Class] = len(classes), len(classes)
			classes = append(classes, NewsClass{Class: f.Class})
		}
		classes[i].Families = append(classes[i].Families, f)
		if f.Had {
			classes[i].Had++
		}
	}
	for _, c := range classes {
		InOrder(c.Families, func(a, b NewsState) int { return cmp.Compare(lastWhere(a.Had), lastWhere(b.Had)) })
	}
	if order == NewsByLack {
		InOrder(classes, func(a, b NewsClass) int { return cmp.Compare(b.Lacking(), a.Lacking()) })
	}
	return classes
}

func lastWhere(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// CoverOf counts the families of all classes.
func CoverOf(classes []NewsClass) Cover {
	var c Cover
	for _, one := range classes {
		c.Had += one.Had
		c.Of += len(one.Families)
	}
	return c
}

// NewsRound is the order in which families are rung: those whose turn it is, then those that have had none,
// then the others, of which a parent who lives elsewhere may not have heard it.
func NewsRound(classes []NewsClass) []NewsState {
	var round []NewsState
	for _, c := range classes {
		round = append(round, c.Families...)
	}
	InOrder(round, func(a, b NewsState) int {
		return cmp.Or(cmp.Compare(lastWhere(!a.Turn), lastWhere(!b.Turn)), cmp.Compare(lastWhere(a.Had), lastWhere(b.Had)))
	})
	return round
}
