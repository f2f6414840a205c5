package model

import "slices"

// Concerned are the children and adults whom something is about.
type Concerned struct{ Pupils, Adults []int64 }

// Leaving are the children who go from a family into one of their own, with the adults who belong to
// nobody that stays.
type Leaving struct{ Pupils, Adults []int64 }

// Takes reports whether something goes along with those who leave: it is about children who all leave,
// or names no child, and all its adults leave. What names nobody stays.
func (l Leaving) Takes(c Concerned) bool {
	if len(c.Pupils) > 0 {
		return within(c.Pupils, l.Pupils)
	}
	return len(c.Adults) > 0 && within(c.Adults, l.Adults)
}

func within(some, all []int64) bool {
	return !slices.ContainsFunc(some, func(id int64) bool { return !slices.Contains(all, id) })
}

// LeavingWith are the children who leave, and the adults who go: those chosen by hand, and those who
// are linked to children who leave and to none who stays. An adult linked to both belongs to both families.
func LeavingWith(pupils, byHand []int64, links []Link) Leaving {
	l := Leaving{Pupils: pupils, Adults: slices.Clone(byHand)}
	of := map[int64][]int64{}
	var adults []int64
	for _, link := range links {
		if link.Removed {
			continue
		}
		if of[link.AdultID] == nil {
			adults = append(adults, link.AdultID)
		}
		of[link.AdultID] = append(of[link.AdultID], link.PupilID)
	}
	for _, adult := range adults {
		if within(of[adult], pupils) && !slices.Contains(l.Adults, adult) {
			l.Adults = append(l.Adults, adult)
		}
	}
	return l
}
