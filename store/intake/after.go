package intake

import (
	"maps"
	"slices"
	"strings"

	"kettle/model"
)

// After is the caseload as it would be once the plan is done: what a preview shows, under the plan's
// own ids below 0 for what is new. It changes neither argument.
func After(held Caseload, plan Plan) Caseload {
	after := Caseload{Apart: held.Apart}
	after.families(held, plan)
	after.pupils(held, plan)
	after.adults(held, plan)
	after.links(held, plan)
	return after
}

func (c *Caseload) families(held Caseload, plan Plan) {
	planned := map[int64]FamilyPlan{}
	gone := map[int64]bool{}
	for _, f := range plan.Families {
		planned[f.ID] = f
		for _, id := range f.Joined {
			gone[id] = true
		}
	}
	for _, f := range held.Families {
		if p, ok := planned[f.ID]; ok {
			f.Name = p.Name
		}
		if !gone[f.ID] {
			c.Families = append(c.Families, f)
		}
	}
	for _, f := range plan.Families {
		if f.State == New {
			c.Families = append(c.Families, Family{ID: f.ID, Name: f.Name})
		}
	}
}

func (c *Caseload) pupils(held Caseload, plan Plan) {
	planned := map[int64]PupilPlan{}
	for _, p := range plan.Pupils {
		planned[p.ID] = p
	}
	family := map[int64]int64{}
	for _, f := range plan.Families {
		for _, id := range f.Pupils {
			family[id] = f.ID
		}
	}
	for _, p := range held.Pupils {
		if id, moved := family[p.ID]; moved {
			p.Family = id
		}
		if change, ok := planned[p.ID]; ok {
			p.Office = p.with(change.Entry)
			p.Phones, p.Emails = change.with(p.Phones, p.Emails)
		}
		c.Pupils = append(c.Pupils, p)
	}
	for _, p := range plan.Pupils {
		if p.State == New {
			phones, emails := p.with(nil, nil)
			c.Pupils = append(c.Pupils, Pupil{ID: p.ID, Family: p.Family, Office: Office{}.with(p.Entry), Phones: phones, Emails: emails})
		}
	}
}

func (c *Caseload) adults(held Caseload, plan Plan) {
	planned := map[int64]AdultPlan{}
	for _, a := range plan.Adults {
		planned[a.ID] = a
	}
	for _, a := range held.Adults {
		if change, ok := planned[a.ID]; ok {
			a.Office = a.with(change.Entry)
			a.Phones, a.Emails = change.with(a.Phones, a.Emails)
		}
		c.Adults = append(c.Adults, a)
	}
	for _, a := range plan.Adults {
		if a.State == New {
			phones, emails := a.with(nil, nil)
			c.Adults = append(c.Adults, Adult{ID: a.ID, Office: Office{}.with(a.Entry), Phones: phones, Emails: emails})
		}
	}
}

func (c *Caseload) links(held Caseload, plan Plan) {
	planned := map[int64]LinkPlan{}
	for _, l := range plan.Links {
		planned[l.ID] = l
	}
	for _, l := range held.Links {
		if change, ok := planned[l.ID]; ok {
			l.Office = l.with(change.Entry)
		}
		c.Links = append(c.Links, l)
	}
	for _, l := range plan.Links {
		if l.State == New {
			c.Links = append(c.Links, Link{ID: l.ID, Pupil: l.Pupil, Adult: l.Adult, Office: Office{}.with(l.Entry)})
		}
	}
}

// with is the office's fields after an entry is written.
func (o Office) with(e Entry) Office {
	return Office{Now: overlaid(o.Now, e.Set), Imported: overlaid(o.Imported, e.Imported)}
}

func overlaid(values, over Values) Values {
	if len(over) == 0 {
		return values
	}
	all := Values{}
	maps.Copy(all, values)
	maps.Copy(all, over)
	return all
}

// with is a person's telephones and e-mails after the office's are replaced. One that the user has written
// down, too, stays the user's, and stands there once.
func (n Numbers) with(phones []model.Phone, emails []model.Email) ([]model.Phone, []model.Email) {
	if n.Phones != nil {
		phones = slices.DeleteFunc(slices.Clone(phones), func(p model.Phone) bool { return p.FromOffice })
		own := phones
		phones = nil
		for _, given := range n.Phones {
			if !slices.ContainsFunc(own, func(p model.Phone) bool { return p.Number == given.Number && p.Ext == given.Ext }) {
				phones = append(phones, given)
			}
		}
		phones = append(phones, own...)
	}
	if n.Emails != nil {
		emails = slices.DeleteFunc(slices.Clone(emails), func(e model.Email) bool { return e.FromOffice })
		own := emails
		emails = nil
		for _, address := range n.Emails {
			if !slices.ContainsFunc(own, func(e model.Email) bool { return strings.EqualFold(e.Address, address) }) {
				emails = append(emails, model.Email{Address: address, FromOffice: true})
			}
		}
		emails = append(emails, own...)
	}
	return phones, emails
}
