package demo

import (
	"slices"

	"kettle/model"
)

// makeTwice adds one grandmother to the O'Briens whom the office spells in two ways, so that there is
// somebody who is perhaps the same.
func (m *maker) makeTwice() {
	s := &m.school
	i := slices.IndexFunc(s.Families, func(f model.Family) bool { return f.Name == "O'Brien" })
	if i < 0 {
		return
	}
	child := slices.IndexFunc(s.Pupils, func(p model.Pupil) bool { return p.FamilyID == s.Families[i].ID })
	for n, surname := range []string{"O'Brien", "OBrien"} {
		a := model.Adult{ID: nextID(s.Adults), UID: m.uid(), Title: "Mrs", Forename: "Bridget", Surname: surname, InTouch: model.InTouchYes, Address: "3 Kiln Yard", Postcode: "ZZ4 2KY",
			Phones: mobile(dramaMobile(417))}
		if n == 1 {
			a.Language, a.Times = "Irish", "mornings"
		}
		s.Adults = append(s.Adults, a)
		s.Links = append(s.Links, model.Link{ID: nextID(s.Links), PupilID: s.Pupils[child].ID, AdultID: a.ID, Relation: model.Grandmother, Priority: 3 + n})
	}
}
