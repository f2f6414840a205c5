package model

import (
	"cmp"
	"slices"
	"strings"
)

// Circle is whom one meeting or letter may touch: the pupils it is about, the links of adults to
// these pupils, and the court orders that were read for it. Being in one family counts for nothing
// here (data.md, family).
type Circle struct {
	Pupils       []Pupil
	Adults       []Adult
	Links        []Link // of any adult to these pupils
	OrderAnswers []OrderAnswer
}

// WalledAdult is an adult behind the wall, with the links that put them there.
type WalledAdult struct {
	Adult Adult
	Links []Link
}

// Words are what stands against approaching the adult, in one line.
func (w WalledAdult) Words(today Date) string {
	var words []string
	for _, l := range w.Links {
		if text := l.OrderWords(today); !slices.Contains(words, text) {
			words = append(words, text)
		}
	}
	return strings.Join(words, "; ")
}

// Parents are the adults who are asked in their own right: parents of at least one of the pupils,
// who may be approached, in contact order (rules.md R47).
func (c Circle) Parents() []Adult {
	return c.adultsWhere(func(a Adult, links []Link) bool {
		return c.mayApproach(a) && slices.ContainsFunc(links, Link.IsParent)
	})
}

// Others are linked adults who may be approached and are no parents: an aunt, a childminder. They
// may come as companions.
func (c Circle) Others() []Adult {
	return c.adultsWhere(func(a Adult, links []Link) bool {
		return c.mayApproach(a) && !slices.ContainsFunc(links, Link.IsParent)
	})
}

// Walled are the linked adults whom an order, or "may be contacted: no", keeps out as long as it
// has not been read and answered for this meeting or letter.
func (c Circle) Walled() []WalledAdult {
	adults := c.adultsWhere(func(a Adult, _ []Link) bool { return len(c.walls(a.ID)) > 0 })
	walled := make([]WalledAdult, len(adults))
	for i, a := range adults {
		walled[i] = WalledAdult{a, c.walls(a.ID)}
	}
	return walled
}

// PupilsOf are the pupils that the adult is linked to: the only ones a letter to them may name.
func (c Circle) PupilsOf(adultID int64) []Pupil {
	links := c.linksOf(adultID)
	var pupils []Pupil
	for _, p := range c.Pupils {
		if slices.ContainsFunc(links, func(l Link) bool { return l.PupilID == p.ID }) {
			pupils = append(pupils, p)
		}
	}
	return pupils
}

// mayApproach reports whether the adult may be proposed, invited and counted. One wall is enough to
// keep an adult out, even where the meeting is also about a pupil with whom there is none.
func (c Circle) mayApproach(a Adult) bool {
	return a.InTouch.Reachable() && !a.Removed && len(c.walls(a.ID)) == 0
}

// MayCount reports whether a person of the meeting may be counted: an adult who is not in touch, or behind
// the wall, never is.
func (c Circle) MayCount(p MeetingPerson) bool {
	a, known := c.adult(p.AdultID)
	return !known || c.mayApproach(a)
}

// walls are the links of the adult that still keep them out.
func (c Circle) walls(adultID int64) []Link {
	return slices.DeleteFunc(c.linksOf(adultID), func(l Link) bool { return !l.Walled() || c.opened(l) })
}

// opened reports whether somebody read what stands in the way, and answered that it allows this.
func (c Circle) opened(l Link) bool {
	return slices.ContainsFunc(c.OrderAnswers, func(a OrderAnswer) bool {
		return a.LinkID == l.ID && strings.TrimSpace(a.CheckedBy) != "" && strings.HasPrefix(a.Answer, OrderAllows)
	})
}

// linksOf are the adult's links to the pupils of this circle.
func (c Circle) linksOf(adultID int64) []Link {
	var links []Link
	for i := range c.Links {
		if l := &c.Links[i]; l.AdultID == adultID && !l.Removed && c.isAbout(l.PupilID) {
			links = append(links, *l)
		}
	}
	return links
}

// adult is the adult of that id, and whether it is known.
func (c Circle) adult(id int64) (Adult, bool) {
	for i := range c.Adults {
		if c.Adults[i].ID == id && id != 0 {
			return c.Adults[i], true
		}
	}
	return Adult{}, false
}

func (c Circle) isAbout(pupilID int64) bool {
	for i := range c.Pupils {
		if c.Pupils[i].ID == pupilID {
			return true
		}
	}
	return false
}

// adultsWhere are the linked adults that pass, each once, in contact order.
func (c Circle) adultsWhere(pass func(Adult, []Link) bool) []Adult {
	links := slices.Clone(c.Links)
	InOrder(links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(contactOrder(a), contactOrder(b)), cmp.Compare(a.ID, b.ID))
	})
	var adults []Adult
	seen := map[int64]bool{}
	for _, l := range links {
		a, known := c.adult(l.AdultID)
		if seen[l.AdultID] || !known {
			continue
		}
		seen[l.AdultID] = true
		if own := c.linksOf(a.ID); len(own) > 0 && pass(a, own) {
			adults = append(adults, a)
		}
	}
	return adults
}

// contactOrder puts links without a priority last.
func contactOrder(l Link) int {
	if l.Priority == 0 {
		return 1 << 30
	}
	return l.Priority
}

// answeredFor keeps the order answers of one meeting, or of one letter: what was read for another
// one opens nothing here.
func (c Circle) answeredFor(meetingID, letterID int64) Circle {
	var kept []OrderAnswer
	for _, a := range c.OrderAnswers {
		if meetingID != 0 && a.MeetingID == meetingID || letterID != 0 && a.LetterID == letterID {
			kept = append(kept, a)
		}
	}
	c.OrderAnswers = kept
	return c
}

// calledTogether names pupils as a sentence does: "Chidi", "Chidi and Ada", "your child" for none.
func calledTogether(pupils []Pupil) string {
	var names []string
	for _, p := range pupils {
		names = append(names, p.Called())
	}
	return firstText(listOf(nonEmpty(names...)), "your child")
}
