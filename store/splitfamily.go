package store

import (
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// splitFamily makes a family of the marked children and adults, and brings along what is about nobody
// else.
func (w *work) splitFamily(split view.Split) error {
	p := view.Splitting{Of: split.Of, ID: split.ID}
	if err := w.familyToSplit(&p); err != nil {
		return err
	}
	leaving := p.Leaving(split.Marked)
	if len(leaving.Pupils) == 0 && len(leaving.Adults) == 0 {
		return Problem{Sentence: "None of those marked is in the family any more: look at it again."}
	}
	if err := w.someStay(split.ID, leaving.Pupils); err != nil {
		return err
	}
	old, err := w.familyOf(split.ID)
	if err != nil {
		return err
	}
	name := split.Name
	if name == "" {
		name = w.familyNamedAfter(leaving.Pupils, old.Name)
	}
	family := model.Family{Name: name, NameByHand: split.Name != "", Since: old.Since, CheckinEvery: old.CheckinEvery, GoodNewsEvery: old.GoodNewsEvery}
	if err := w.saveFamily(&family); err != nil {
		return err
	}
	w.title("split " + familyName(name) + " from " + familyName(old.Name))
	if err := w.moveHomes(leaving, split.ID, family.ID); err != nil {
		return err
	}
	if err := w.handOver(split.Of, slices.Concat(split.Marked, p.Goes(split.Marked)), split.ID, family.ID); err != nil {
		return err
	}
	if _, err := w.exec("UPDATE family_adult SET family_id = ?1 WHERE family_id = ?2 AND adult_id IN (SELECT value FROM json_each(?3))",
		family.ID, split.ID, jsonList(leaving.Adults)); err != nil {
		return err
	}
	w.made(family.ID)
	_, err = w.keepApart(view.OfFamilies, split.ID, family.ID, w.today())
	return err
}

// someStay is a Problem where all the children of a family would leave it: then it is not split.
func (w *work) someStay(family int64, leaving []int64) error {
	if len(leaving) == 0 {
		return nil
	}
	var stay int
	err := w.queryRow("SELECT count(*) FROM pupil WHERE family_id = ? AND deleted_at = '' AND id NOT IN (SELECT value FROM json_each(?))", family, jsonList(leaving)).Scan(&stay)
	if err == nil && stay == 0 {
		return Problem{Sentence: "All the children would go, so that nothing would be split: leave at least one."}
	}
	return err
}

// familyNamedAfter is the surname of the eldest of the children; that of the old family where there is
// none.
func (q querier) familyNamedAfter(pupils []int64, old string) string {
	var name string
	err := q.queryRow("SELECT surname FROM pupil WHERE id IN (SELECT value FROM json_each(?)) AND surname <> '' ORDER BY dob = '', dob, id LIMIT 1", jsonList(pupils)).Scan(&name)
	if err != nil {
		return old
	}
	return name
}

// moveHomes brings the homes of those who leave along: one in which nobody stays as it is, of others
// one of the same name, in which those who belong to both families stand, too.
func (w *work) moveHomes(leaving model.Leaving, from, to int64) error {
	households, err := w.households(from)
	if err != nil {
		return err
	}
	for _, h := range households {
		pupils, adults := parted(h.Pupils, leaving.Pupils), parted(h.Adults, leaving.Adults)
		if len(pupils[0])+len(adults[0]) == 0 {
			continue
		}
		stay := h
		stay.Pupils, stay.Adults = pupils[1], adults[1]
		goes := model.Household{FamilyID: to, Name: h.Name, ByHand: h.ByHand, Pupils: pupils[0], Adults: adults[0]}
		if len(stay.Pupils)+len(stay.Adults) == 0 {
			h.FamilyID = to
			if err := w.saveHousehold(&h); err != nil {
				return err
			}
			continue
		}
		if len(goes.Pupils) > 0 {
			along, err := w.livingWith(goes.Pupils, stay.Adults)
			if err != nil {
				return err
			}
			goes.Adults = append(goes.Adults, along...)
		}
		for _, home := range []*model.Household{&stay, &goes} {
			if err := w.saveHousehold(home); err != nil {
				return err
			}
		}
	}
	return nil
}

// livingWith are those of the adults who are linked to one of the children.
func (q querier) livingWith(pupils, adults []int64) ([]int64, error) {
	return scanIDs(q.query(`SELECT value FROM json_each(?1) WHERE value IN (SELECT adult_id FROM pupil_adult
		WHERE deleted_at = '' AND pupil_id IN (SELECT value FROM json_each(?2)))`, jsonList(adults), jsonList(pupils)))
}

// parted are those who go, and those who stay.
func parted(all, leaving []int64) (both [2][]int64) {
	for _, id := range all {
		if slices.Contains(leaving, id) {
			both[0] = append(both[0], id)
		} else {
			both[1] = append(both[1], id)
		}
	}
	return both
}
