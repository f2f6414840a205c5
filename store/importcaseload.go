package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"strconv"

	"kettle/model"
	"kettle/store/intake"
)

// heldCaseload is what the caseload holds, as an import must know it, and what only the writing of
// one needs.
type heldCaseload struct {
	intake.Caseload
	byHand   map[int64][]int64 // adults who belong to a family by hand
	died     map[int64]bool    // pupils: no file brings them back on roll
	imported map[officeKey]intake.Values
}

// heldCaseload reads all of it in a few queries.
func (q querier) heldCaseload() (held heldCaseload, err error) {
	imported, err := q.officeValues("")
	if err != nil {
		return held, fmt.Errorf("reading what was imported last: %w", err)
	}
	held.imported = imported
	joined, err := q.joinedByHand()
	if err != nil {
		return held, fmt.Errorf("reading who was joined: %w", err)
	}
	rows, err := q.query(selectSQL("family", familyColumns) + " ORDER BY id")
	families, err := scanAll(rows, err, familyRow)
	if err != nil {
		return held, fmt.Errorf("reading the families: %w", err)
	}
	gone := map[int64]bool{}
	for _, f := range families {
		if gone[f.ID] = f.Removed; !f.Removed {
			held.Families = append(held.Families, intake.Family{ID: f.ID, Name: f.Name, NameByHand: f.NameByHand})
		}
	}
	if err := q.heldPupils(&held, imported, joined, gone); err != nil {
		return held, fmt.Errorf("reading the children: %w", err)
	}
	if err := q.heldAdults(&held, imported, joined); err != nil {
		return held, fmt.Errorf("reading the adults: %w", err)
	}
	if err := q.heldLinks(&held, imported); err != nil {
		return held, fmt.Errorf("reading the contacts: %w", err)
	}
	held.Apart = append(held.Apart, joined.apart...)
	return held, nil
}

// officeKey is whose values they are in table office_value.
type officeKey struct {
	kind intake.Kind
	id   int64
}

// allFields is the field under which table office_value has all values of one, as a JSON object: a large
// file has a quarter of a million of them. Files of earlier versions have a row for each field besides,
// which counts until all are written.
const allFields intake.Field = "*"

func (q querier) officeValues(where string, args ...any) (map[officeKey]intake.Values, error) {
	rows, err := q.query("SELECT entity, entity_id, field, value FROM office_value "+where+" ORDER BY field = '*'", args...)
	values, err := scanAll(rows, err, func(v *officeValue) []any { return []any{&v.kind, &v.id, &v.field, &v.text} })
	of := make(map[officeKey]intake.Values, len(values))
	for _, v := range values {
		if of[v.officeKey] == nil {
			of[v.officeKey] = intake.Values{}
		}
		if v.field != allFields {
			of[v.officeKey][v.field] = v.text
		} else if all := of[v.officeKey]; json.Unmarshal([]byte(v.text), &all) != nil {
			return nil, fmt.Errorf("the values of %s %d are not as they were written", v.kind, v.id)
		}
	}
	return of, err
}

// heldPupils reads the pupils; those of a family that was removed are out of sight, too.
func (q querier) heldPupils(held *heldCaseload, imported map[officeKey]intake.Values, joined joinedByHand, gone map[int64]bool) error {
	pupils, err := q.pupils("TRUE")
	held.died = map[int64]bool{}
	for _, p := range pupils {
		if joined.gone[officeKey{intake.APupil, p.ID}] {
			continue
		}
		held.died[p.ID] = p.Roll == model.Died
		held.Pupils = append(held.Pupils, intake.Pupil{
			ID: p.ID, Family: p.FamilyID, Office: intake.Office{Now: pupilValues(p), Imported: imported[officeKey{intake.APupil, p.ID}]},
			Phones: p.Phones, Emails: p.Emails, Also: joined.also[officeKey{intake.APupil, p.ID}], Removed: p.Removed || gone[p.FamilyID],
		})
	}
	return err
}

func (q querier) heldAdults(held *heldCaseload, imported map[officeKey]intake.Values, joined joinedByHand) error {
	adults, err := q.adults("TRUE")
	for _, a := range adults {
		if joined.gone[officeKey{intake.AnAdult, a.ID}] {
			continue
		}
		held.Adults = append(held.Adults, intake.Adult{
			ID: a.ID, Office: intake.Office{Now: adultValues(a), Imported: imported[officeKey{intake.AnAdult, a.ID}]},
			Phones: a.Phones, Emails: a.Emails, Also: joined.also[officeKey{intake.AnAdult, a.ID}], Removed: a.Removed,
		})
	}
	if err != nil {
		return err
	}
	rows, err := q.query("SELECT family_id, adult_id FROM family_adult ORDER BY id")
	pairs, err := scanAll(rows, err, func(p *pair) []any { return []any{&p.owner, &p.id} })
	held.byHand = map[int64][]int64{}
	for _, p := range pairs {
		held.byHand[p.owner] = append(held.byHand[p.owner], p.id)
	}
	return err
}

// heldLinks reads the links, and which families they show to have been parted by hand.
func (q querier) heldLinks(held *heldCaseload, imported map[officeKey]intake.Values) error {
	rows, err := q.query(selectSQL("pupil_adult", linkColumns) + " ORDER BY id")
	links, err := scanAll(rows, err, linkRow)
	for _, l := range links {
		was := imported[officeKey{intake.ALink, l.ID}]
		now := linkValues(l, was)
		if ordersByHand(l) {
			// The user's own knowledge of an order stands, whatever the file says of it.
			was = maps.Clone(was)
			delete(was, intake.CourtOrder)
		}
		held.Links = append(held.Links, intake.Link{ID: l.ID, Pupil: l.PupilID, Adult: l.AdultID,
			Office: intake.Office{Now: now, Imported: was}, Removed: l.Removed})
	}
	held.Apart = partedByHand(links, held.Pupils)
	return err
}

// ordersByHand reports whether the user has written down what an order says.
func ordersByHand(l model.Link) bool {
	return l.CourtOrder && (l.OrderText != "" || l.OrderDate != "" || l.OrderUntil != "")
}

// partedByHand are pairs of families that share an adult who would make them one (import.md section
// 5): if they are two all the same, somebody wanted it so.
func partedByHand(links []model.Link, pupils []intake.Pupil) [][2]int64 {
	family := map[int64]int64{}
	for _, p := range pupils {
		if !p.Removed {
			family[p.ID] = p.Family
		}
	}
	of, parted := map[int64][]int64{}, [][2]int64(nil)
	known := map[[2]int64]bool{}
	for _, l := range links {
		here := family[l.PupilID]
		if here == 0 || !joinsFamilies(l) {
			continue
		}
		for _, other := range of[l.AdultID] {
			pair := [2]int64{min(here, other), max(here, other)}
			if here != other && !known[pair] {
				known[pair] = true
				parted = append(parted, pair)
			}
		}
		of[l.AdultID] = append(of[l.AdultID], here)
	}
	return parted
}

// joinsFamilies reports whether pupils who share the adult of such links are one family.
func joinsFamilies(l model.Link) bool {
	if l.Removed || l.CourtOrder {
		return false
	}
	if l.Relation == "" || l.Relation == model.OtherRelationship {
		return l.ParentalResponsibility == model.Yes
	}
	return l.Relation.IsFamily()
}

func pupilValues(p model.Pupil) intake.Values {
	onRoll := model.No
	if p.Roll == model.OnRoll {
		onRoll = model.Yes
	}
	return filled(intake.Values{
		intake.UPN: p.UPN, intake.UPNUnverified: p.UPNUnverified, intake.OfficeID: p.OfficeID,
		intake.Surname: p.Surname, intake.Forename: p.Forename, intake.KnownAs: p.KnownAs,
		intake.LegalSurname: p.LegalSurname, intake.LegalForename: p.LegalForename,
		intake.Born: string(p.Born), intake.Year: string(p.Year), intake.Form: p.Class, intake.SEN: string(p.SEN),
		intake.Language: p.Language, intake.Address: p.Address, intake.Postcode: p.Postcode, intake.OnRoll: string(onRoll),
	})
}

func adultValues(a model.Adult) intake.Values {
	return filled(intake.Values{
		intake.OfficeID: a.OfficeID, intake.Title: a.Title, intake.Surname: a.Surname, intake.Forename: a.Forename,
		intake.KnownAs: a.KnownAs, intake.Language: a.Language, intake.Address: a.Address, intake.Postcode: a.Postcode,
	})
}

// linkValues are the fields of a link. No order is "no" once the office has said so, and nothing known
// before that, so that the first file that says yes is believed.
func linkValues(l model.Link, imported intake.Values) intake.Values {
	priority, order := "", ""
	if l.Priority > 0 {
		priority = strconv.Itoa(l.Priority)
	}
	switch {
	case l.CourtOrder:
		order = string(model.Yes)
	case imported[intake.CourtOrder] != "":
		order = string(model.No)
	}
	return filled(intake.Values{
		intake.Relation: string(l.Relation), intake.RelationText: l.RelationText, intake.Priority: priority,
		intake.Responsibility: string(l.ParentalResponsibility), intake.LivesWith: string(l.LivesWith), intake.CourtOrder: order,
	})
}

// filled leaves out the blanks.
func filled(v intake.Values) intake.Values {
	for f, text := range v {
		if text == "" {
			delete(v, f)
		}
	}
	return v
}
