package model

import (
	"slices"
	"strings"
)

// saidRelation is a relationship as it is said: "foster mum" is a foster carer, and a woman.
type saidRelation struct {
	is  Relationship
	sex sex
}

type sex int

const (
	anySex sex = iota
	woman
	man
)

// relationOf reads a relation: "mum", "foster dad", "social worker". What an office writes besides, such
// as "friend", is no relation here: it is an ordinary word more often.
func relationOf(key string) (saidRelation, bool) {
	r, ok := RelationshipName(key)
	if key == Fold(string(SocialWorker)) {
		r, ok = SocialWorker, true
	}
	if !ok || r == OtherRelative || r == Parent {
		return saidRelation{}, false
	}
	return saidRelation{r, sexOf(r, key)}, true
}

func sexOf(r Relationship, word string) sex {
	switch {
	case slices.Contains([]Relationship{Mother, Stepmother, Grandmother, Aunt, Sister}, r) || strings.HasSuffix(word, "mum") || strings.HasSuffix(word, "mother"):
		return woman
	case slices.Contains([]Relationship{Father, Stepfather, Grandfather, Uncle, Brother}, r) || strings.HasSuffix(word, "dad") || strings.HasSuffix(word, "father"):
		return man
	}
	return anySex
}

// alsoRelated are the relationships that count as another, where the sex is right: a foster mother as
// mum, a grandparent as nan.
func alsoRelated() map[Relationship][]Relationship {
	return map[Relationship][]Relationship{
		Mother:      {FosterCarer, Parent},
		Father:      {FosterCarer, Parent},
		Stepmother:  {StepParent},
		Stepfather:  {StepParent},
		Grandmother: {Grandparent},
		Grandfather: {Grandparent},
		Carer:       {FosterCarer, Guardian},
		FosterCarer: {},
	}
}

// relatives are the adults whom a relation, or "both", means for these pupils of a family; nobody where
// several fit equally well.
func (x *CaptureIndex) relatives(t whoTerm, f whoFit, pupils []int32) []int32 {
	if t.kind == whoBoth {
		return x.bothParents(f.home, pupils)
	}
	found := x.tied(f.home, pupils, func(c captureTie) bool { return c.relation == t.relation.is && x.sexFits(c, t.relation) })
	for _, also := range alsoRelated()[t.relation.is] {
		if len(found) == 0 {
			found = x.tied(f.home, pupils, func(c captureTie) bool { return c.relation == also && x.sexFits(c, t.relation) })
		}
	}
	if len(found) > 1 {
		return nil
	}
	return found
}

// sexFits reports whether an adult can be called so: by the office's word, else by the title.
func (x *CaptureIndex) sexFits(c captureTie, said saidRelation) bool {
	if said.sex == anySex || sexOf(c.relation, "") == said.sex {
		return true
	}
	if byWord := sexOf("", c.said); byWord != anySex {
		return byWord == said.sex
	}
	switch x.adults[c.adult].Title {
	case "Mrs", "Ms", "Miss", "Lady", "Dame":
		return said.sex == woman
	case "Mr", "Sir", "Lord":
		return said.sex == man
	}
	return false
}

func (x *CaptureIndex) bothParents(home int32, pupils []int32) []int32 {
	parents := x.tied(home, pupils, func(c captureTie) bool { return c.parent })
	if len(parents) > 2 {
		parents = x.tied(home, pupils, func(c captureTie) bool {
			return slices.Contains([]Relationship{Mother, Father, Parent}, c.relation)
		})
	}
	if len(parents) != 2 {
		return nil
	}
	return parents
}

// tied are the adults who are linked to one of the pupils in that way, in the order of their priority.
func (x *CaptureIndex) tied(home int32, pupils []int32, is func(captureTie) bool) []int32 {
	var found []int32
	for _, c := range x.families[home].ties {
		if slices.Contains(pupils, c.pupil) && is(c) {
			found = addOnce(found, c.adult)
		}
	}
	return found
}

// children are the pupils whom a relation is about: those named, else those of a surname that was
// said, else all of the family.
func (x *CaptureIndex) children(terms []whoTerm, f whoFit) []int32 {
	surnames := f.surnames()
	var named []int32
	for n, t := range terms {
		if t.kind == whoName && n < len(f.picks) {
			pupils, _ := x.persons(terms, n, f, surnames)
			named = append(named, pupils...)
		}
	}
	if len(named) > 0 {
		return named
	}
	all := x.families[f.home].pupils
	for _, p := range all {
		if slices.Contains(surnames, Fold(x.pupils[p].Surname)) {
			named = append(named, p)
		}
	}
	if len(named) > 0 {
		return named
	}
	return all
}

// related keeps the families in which every relation that is said is somebody; bad is the first term
// that is nobody in any.
func (x *CaptureIndex) related(terms []whoTerm, fits *[]whoFit) (bad int) {
	for n, t := range terms {
		if t.kind != whoRelation && t.kind != whoBoth {
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(*fits), func(f whoFit) bool {
			return len(x.relatives(t, f, x.children(terms, f))) == 0
		})
		if len(kept) == 0 {
			return n
		}
		*fits = kept
	}
	return -1
}
