package model

import (
	"fmt"
	"slices"
)

// Telling is a parent of a child of an incident: whether they may be told, and whether they were
// (practices 14 and 15).
type Telling struct {
	Adult  Adult
	Pupils []Pupil // of the incident, that they are linked to
	Kept   string  // why they are not told, "" when they may be
	Told   AccountTold
	Before bool // they were told before the words were agreed that are agreed now
}

// IsTold reports whether they heard the words that are agreed.
func (t Telling) IsTold() bool { return t.Told.AdultID != 0 && !t.Before }

// Tellings are the parents of the children of an incident, each in their own right: those who may be
// told, in contact order, and those who are kept out, with the reason. An answer to an order is for one
// meeting or one letter, so none opens this.
func (a Account) Tellings(c Circle, today Date) (tell, kept []Telling) {
	c.OrderAnswers = nil
	c.Pupils = slices.DeleteFunc(slices.Clone(c.Pupils), func(p Pupil) bool {
		return p.Removed || p.Roll == Died || !slices.Contains(a.Pupils, p.ID)
	})
	for _, adult := range c.Parents() {
		tell = append(tell, a.telling(c, adult, ""))
	}
	for _, adult := range c.adultsWhere(func(adult Adult, links []Link) bool {
		return !adult.Removed && adult.InTouch != AdultDied && !c.mayApproach(adult) && slices.ContainsFunc(links, Link.IsParent)
	}) {
		why := WalledAdult{adult, c.walls(adult.ID)}.Words(today)
		if !adult.InTouch.Reachable() {
			why = string(adult.InTouch)
		}
		kept = append(kept, a.telling(c, adult, why))
	}
	return tell, kept
}

func (a Account) telling(c Circle, adult Adult, kept string) Telling {
	t := Telling{Adult: adult, Pupils: c.PupilsOf(adult.ID), Kept: kept}
	for _, told := range a.Told {
		if told.AdultID == adult.ID {
			t.Told, t.Before = told, earlier(told.At, a.AgreedOn)
		}
	}
	return t
}

// earlier reports whether one moment lies before another; without a time of day their days count.
func earlier(a, b Moment) bool {
	if a.Clock() == "" || b.Clock() == "" {
		return a.Date() < b.Date()
	}
	return a < b
}

// Against says what speaks against reading the agreed words to an adult as they are, "" nothing: they
// name a child whom the adult has nothing to do with, or where another household lives.
func (a Account) Against(c Circle, adult Adult) string {
	return newGuard(LetterFacts{Circle: c, To: adult}, c.PupilsOf(adult.ID)).against(a.Agreed)
}

// Stage says in a few words how far the account is: "2 versions, not agreed yet", "agreed Thu 26, 2 of
// 3 parents told".
func (a Account) Stage(tell []Telling, today Date) string {
	if !a.IsAgreed() {
		if len(a.Versions) == 0 {
			return "nobody has told it yet"
		}
		return countOf(len(a.Versions), "version") + ", not agreed yet"
	}
	words := "agreed " + a.AgreedOn.Date().Near(today)
	left := len(NotTold(tell))
	switch {
	case len(tell) == 0:
		return words + ", nobody to tell"
	case left == 0:
		return words + ", " + countOf(len(tell), "parent") + " told"
	}
	return fmt.Sprintf("%s, %d of %s told", words, len(tell)-left, countOf(len(tell), "parent"))
}

// NotTold are those who have not heard the agreed words yet.
func NotTold(tell []Telling) []Telling {
	return slices.DeleteFunc(slices.Clone(tell), Telling.IsTold)
}

// LogNote is what the log of a family keeps when an adult of it was told: the very words, or a mention
// where they name a child of another family.
func (a Account) LogNote(c Circle, adult Adult) string {
	if a.Against(c, adult) != "" {
		return "Told of “" + a.What + "” as it was agreed. The words stand with the account: they are about another family, too."
	}
	return "Told of “" + a.What + "”: " + a.Agreed
}

// OnToday is what is to be done about the account in a sentence, and what stands dimly behind it; ""
// nothing.
func (a Account) OnToday(tell []Telling, today Date) (what, behind string) {
	if !a.IsAgreed() {
		behind = "nobody has told it yet"
		if len(a.Versions) > 0 {
			behind = countOf(len(a.Versions), "version") + " since " + a.Since().Near(today)
		}
		return "Agree the account of " + a.What, behind
	}
	left := NotTold(tell)
	if len(left) == 0 {
		return "", ""
	}
	var names []string
	for _, t := range left {
		names = append(names, t.Adult.Formal())
	}
	return "Tell " + listOf(names) + " of " + a.What, "agreed " + a.AgreedOn.Date().Near(today)
}
