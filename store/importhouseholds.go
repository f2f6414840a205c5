package store

import (
	"slices"

	"kettle/model"
	"kettle/store/intake"
)

// home are the people of one family at one address.
type home struct {
	name    string
	adults  []int64
	pupils  []int64
	written bool
}

// writeHouseholds brings the households of the file's families up to date: those at one address
// (postcode and first number, without a postcode the folded text) are one. Whoever has no address
// stands in none, and so by themselves. People whom the user has put into a household stay there, and
// one that the user moved out of sight does not come again.
func (t *taking) writeHouseholds() error {
	held, err := t.allHouseholds()
	if err != nil {
		return err
	}
	rooms := t.addresses()
	for i, f := range t.plan.Families {
		if err := t.next("households", i, len(t.plan.Families)); err != nil {
			return err
		}
		id := rowID(t.families, f.ID)
		homes := rooms.homesOf(id, held[id])
		if err := t.matchHomes(id, homes, held[id]); err != nil {
			return err
		}
	}
	return nil
}

// allHouseholds are the households by family, those out of sight, too.
func (t *taking) allHouseholds() (map[int64][]*model.Household, error) {
	rows, err := t.query(selectSQL("household", householdColumns) + " ORDER BY id")
	all, err := scanAll(rows, err, func(h *model.Household) []any { return withID(&h.ID, householdFields(h)) })
	if err != nil {
		return nil, err
	}
	byID, byFamily := map[int64]*model.Household{}, map[int64][]*model.Household{}
	for i := range all {
		h := &all[i]
		byID[h.ID], byFamily[h.FamilyID] = h, append(byFamily[h.FamilyID], h)
	}
	type person struct{ household, adult, pupil int64 }
	rows, err = t.query("SELECT household_id, adult_id, pupil_id FROM household_person ORDER BY id")
	people, err := scanAll(rows, err, func(p *person) []any { return []any{&p.household, orNull(&p.adult), orNull(&p.pupil)} })
	for _, p := range people {
		if h := byID[p.household]; p.adult != 0 {
			h.Adults = append(h.Adults, p.adult)
		} else {
			h.Pupils = append(h.Pupils, p.pupil)
		}
	}
	return byFamily, err
}

// addressBook says where the people of each family live.
type addressBook struct {
	pupils, adults map[int64][]int64 // by family
	pupilAt        map[int64]string  // as model.AddressKey has it
	adultAt        map[int64]string
	adultName      map[int64]string
	pupilName      map[int64]string
}

// addresses are those of the caseload as it will be, under the ids of its rows.
func (t *taking) addresses() addressBook {
	b := addressBook{pupils: map[int64][]int64{}, adults: map[int64][]int64{}, pupilAt: map[int64]string{}, adultAt: map[int64]string{},
		adultName: map[int64]string{}, pupilName: map[int64]string{}}
	family := map[int64]int64{}
	for _, p := range t.after.Pupils {
		if p.Removed {
			continue
		}
		id, in := rowID(t.pupils, p.ID), rowID(t.families, p.Family)
		family[id] = in
		b.pupils[in] = append(b.pupils[in], id)
		b.pupilAt[id] = model.AddressKey(p.Now[intake.Address], p.Now[intake.Postcode])
		b.pupilName[id] = pupilOf(p.Now).Called()
	}
	for _, a := range t.after.Adults {
		if id := rowID(t.adults, a.ID); !a.Removed {
			b.adultAt[id] = model.AddressKey(a.Now[intake.Address], a.Now[intake.Postcode])
			b.adultName[id] = adultOf(a.Now).Formal()
		}
	}
	for _, l := range t.after.Links {
		pupil := rowID(t.pupils, l.Pupil)
		if in := family[pupil]; !l.Removed && in != 0 {
			b.link(in, pupil, rowID(t.adults, l.Adult), l.Now)
		}
	}
	for in, adults := range t.held.byHand {
		b.adults[in] = append(b.adults[in], adults...)
	}
	return b
}

// link makes an adult one of the family, and their home that of a child who lives with them and has
// no address.
func (b addressBook) link(family, pupil, adult int64, is intake.Values) {
	b.adults[family] = append(b.adults[family], adult)
	if b.pupilAt[pupil] == "" && is[intake.LivesWith] == string(model.Yes) {
		b.pupilAt[pupil] = b.adultAt[adult]
	}
}

// homesOf are the homes of a family, without those whom the user has put into a household.
func (b addressBook) homesOf(family int64, held []*model.Household) []*home {
	var homes []*home
	at := map[string]*home{}
	find := func(key string) *home {
		if at[key] == nil {
			at[key] = &home{}
			homes = append(homes, at[key])
		}
		return at[key]
	}
	for _, id := range b.adults[family] {
		if key := b.adultAt[id]; key != "" && !putByHand(held, id, 0) {
			if h := find(key); !slices.Contains(h.adults, id) {
				h.adults = append(h.adults, id)
			}
		}
	}
	for _, id := range b.pupils[family] {
		if key := b.pupilAt[id]; key != "" && !putByHand(held, 0, id) {
			h := find(key)
			h.pupils = append(h.pupils, id)
		}
	}
	for _, h := range homes {
		h.name = b.homeName(h)
	}
	return homes
}

// homeName names a home after who lives there, for an address is nobody else's business.
func (b addressBook) homeName(h *home) string {
	if len(h.adults) > 0 {
		return b.adultName[h.adults[0]] + "'s home"
	}
	return b.pupilName[h.pupils[0]] + "'s home"
}

func putByHand(held []*model.Household, adult, pupil int64) bool {
	return slices.ContainsFunc(held, func(h *model.Household) bool {
		return h.ByHand && !h.Removed && (slices.Contains(h.Adults, adult) || slices.Contains(h.Pupils, pupil))
	})
}

// matchHomes keeps the households that fit, changes those that share people with a home, makes what
// is new, and takes away what an earlier import made and nobody lives in any more.
func (t *taking) matchHomes(family int64, homes []*home, held []*model.Household) error {
	fits := []func(*home, *model.Household) bool{
		func(h *home, old *model.Household) bool {
			return sameIDs(h.adults, old.Adults) && sameIDs(h.pupils, old.Pupils)
		},
		func(h *home, old *model.Household) bool { return !old.Removed && shares(h, old) },
	}
	taken := map[int64]bool{}
	for _, fit := range fits {
		for _, h := range homes {
			i := slices.IndexFunc(held, func(old *model.Household) bool {
				return !h.written && !old.ByHand && !taken[old.ID] && fit(h, old)
			})
			if i < 0 {
				continue
			}
			taken[held[i].ID], h.written = true, true
			if err := t.keepHome(h, *held[i]); err != nil {
				return err
			}
		}
	}
	for _, h := range homes {
		if !h.written {
			if err := t.keepHome(h, model.Household{FamilyID: family, Name: h.name}); err != nil {
				return err
			}
		}
	}
	return t.clearHomes(held, taken)
}

// keepHome makes the people of a household those of the home. One out of sight stays as it is.
func (t *taking) keepHome(h *home, household model.Household) error {
	if household.Removed || household.ID != 0 && sameIDs(h.adults, household.Adults) && sameIDs(h.pupils, household.Pupils) {
		return nil
	}
	household.Adults, household.Pupils = h.adults, h.pupils
	if household.ID == 0 {
		t.addHousehold(household)
		return nil
	}
	return t.saveHousehold(&household)
}

func (t *taking) addHousehold(h model.Household) {
	id := t.made.household.add(h.FamilyID, h.Name)
	for _, adult := range h.Adults {
		t.made.householdPerson.add(id, adult, nil)
	}
	for _, pupil := range h.Pupils {
		t.made.householdPerson.add(id, nil, pupil)
	}
}

// clearHomes deletes the rows of households that an import made and that hold nobody's home now.
func (t *taking) clearHomes(held []*model.Household, taken map[int64]bool) error {
	for _, old := range held {
		if old.ByHand || old.Removed || taken[old.ID] {
			continue
		}
		for _, sql := range []string{"DELETE FROM household_person WHERE household_id = ?", "DELETE FROM household WHERE id = ?"} {
			if _, err := t.exec(sql, old.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

func sameIDs(a, b []int64) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(id int64) bool { return !slices.Contains(b, id) })
}

func shares(h *home, old *model.Household) bool {
	in := func(list []int64) func(int64) bool { return func(id int64) bool { return slices.Contains(list, id) } }
	return slices.ContainsFunc(h.adults, in(old.Adults)) || slices.ContainsFunc(h.pupils, in(old.Pupils))
}
