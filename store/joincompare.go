package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// Compare puts two beside each other that may be one, and says what joining them would do.
func (s *Store) Compare(ctx context.Context, two view.Two) (c view.Comparison, err error) {
	err = s.read(ctx, func(q querier) error {
		c = view.Comparison{Two: two, Names: [2]string{q.doubleName(two.Of, two.Kept), q.doubleName(two.Of, two.Gone)}}
		if c.Refused, c.Asks, err = q.against(two); err != nil || c.Refused != "" {
			return err
		}
		if c.Apart, err = q.has("kept_apart WHERE entity = ? AND first_id = ? AND second_id = ?", string(two.Of), min(two.Kept, two.Gone), max(two.Kept, two.Gone)); err != nil {
			return err
		}
		return q.compare(&c)
	})
	if err != nil {
		return c, fmt.Errorf("comparing two: %w", err)
	}
	return c, nil
}

func (q querier) compare(c *view.Comparison) error {
	sides := [2]map[string]string{}
	for i, id := range []int64{c.Kept, c.Gone} {
		side, err := q.side(c.Of, id)
		if err != nil {
			return err
		}
		sides[i] = side
	}
	for _, what := range comparedRows {
		a, b := sides[0][what], sides[1][what]
		if a != "" || b != "" {
			c.Rows = append(c.Rows, view.CompareRow{What: what, Values: [2]string{a, b}, Alike: model.Fold(a) == model.Fold(b)})
		}
	}
	var err error
	c.Family, err = q.firstFamily(c.Of, c.Kept)
	if err != nil {
		return err
	}
	c.Happens, err = q.happens(*c)
	return err
}

func (q querier) firstFamily(of view.Of, id int64) (int64, error) {
	rows, err := q.query(familiesOf[view.Kind(of)], jsonList([]int64{id}))
	ids, err := scanIDs(rows, err)
	return firstOf(ids), err
}

// comparedRows are the things that are compared, in this order.
var comparedRows = []string{"family", "children", "adults", "born", "UPN", "class", "SEN status", "address", "phones", "e-mails", "language", "likes to be reached",
	"in touch", "is", "court order", "notes", "entries", "meetings", "promises", "letters", "office number"}

// side is what one of the two has, by the name of the row.
func (q querier) side(of view.Of, id int64) (map[string]string, error) {
	side := map[string]string{}
	var err error
	switch of {
	case view.OfFamilies:
		err = q.familySide(side, id)
	case view.OfPupils:
		err = q.pupilSide(side, id)
	default:
		err = q.adultSide(side, id)
	}
	if err != nil {
		return nil, err
	}
	things, err := q.things(of, id, "")
	count := map[view.ThingKind]int{}
	for _, t := range things {
		count[t.Kind]++
	}
	for kind, row := range map[view.ThingKind]string{view.ThingContact: "entries", view.ThingMeeting: "meetings", view.ThingPromise: "promises", view.ThingLetter: "letters"} {
		if count[kind] > 0 {
			side[row] = fmt.Sprint(count[kind])
		}
	}
	return side, err
}

func (q querier) familySide(side map[string]string, id int64) error {
	f, err := q.familyOf(id)
	if err != nil {
		return err
	}
	pupils, err := q.familyPupils(id)
	if err != nil {
		return err
	}
	adults, err := q.familyAdults(id)
	side["notes"] = f.Notes
	side["children"] = joinedNames(pupils, func(p model.Pupil) string { return p.Called() + " " + p.ClassName() })
	side["adults"] = joinedNames(adults, model.Adult.FullName)
	return err
}

func joinedNames[T any](all []T, name func(T) string) string {
	names := make([]string, len(all))
	for i, one := range all {
		names[i] = name(one)
	}
	return strings.Join(names, ", ")
}

func (q querier) pupilSide(side map[string]string, id int64) error {
	pupils, err := q.pupils("id = ?", id)
	if err != nil || len(pupils) == 0 {
		return err
	}
	p := pupils[0]
	side["family"], side["class"], side["UPN"], side["office number"] = q.nameOf("family", p.FamilyID), p.ClassName(), p.UPN, p.OfficeID
	if p.Born != "" {
		side["born"] = p.Born.Full()
	}
	if p.SEN != "" {
		side["SEN status"] = p.SEN.Words()
	}
	side["address"], side["language"] = strings.Trim(p.Address+", "+p.Postcode, ", "), p.Language
	adults, err := q.adults("deleted_at = '' AND id IN (SELECT adult_id FROM pupil_adult WHERE pupil_id = ? AND deleted_at = '')", id)
	side["adults"] = joinedNames(adults, model.Adult.FullName)
	return err
}

func (q querier) adultSide(side map[string]string, id int64) error {
	adults, err := q.adults("id = ?", id)
	if err != nil || len(adults) == 0 {
		return err
	}
	a := adults[0]
	if side["family"], err = q.familiesNamed(view.OfAdults, id); err != nil {
		return err
	}
	side["address"], side["language"], side["notes"] = strings.Trim(a.Address+", "+a.Postcode, ", "), a.Language, a.Notes
	side["phones"] = joinedNames(a.Phones, func(p model.Phone) string { return p.Number })
	side["e-mails"] = joinedNames(a.Emails, func(e model.Email) string { return e.Address })
	side["likes to be reached"], side["office number"] = string(a.Channel), a.OfficeID
	if !a.InTouch.Reachable() {
		side["in touch"] = string(a.InTouch)
	}
	rows, err := q.query(selectSQL("pupil_adult", linkColumns)+" WHERE adult_id = ? AND deleted_at = '' ORDER BY id", id)
	links, err := scanAll(rows, err, linkRow)
	side["is"] = joinedNames(links, func(l model.Link) string {
		return strings.TrimSpace(l.Relation.Words() + " of " + q.pupilName(l.PupilID))
	})
	var orders []string
	for _, l := range links {
		if l.Walled() {
			orders = append(orders, q.pupilName(l.PupilID)+": "+l.OrderWords(""))
		}
	}
	side["court order"] = strings.Join(orders, "; ")
	return err
}

// happens is what joining does, in words.
func (q querier) happens(c view.Comparison) (happens []string, err error) {
	kept, gone := c.Names[0], c.Names[1]
	if c.Of == view.OfFamilies {
		kept, gone = familyName(kept), familyName(gone)
	}
	happens = append(happens, fmt.Sprintf("%s stays. All that was written about the other comes along: entries, meetings, promises, letters.", model.Capital(kept)))
	var differ, filled []string
	for _, row := range c.Rows {
		if row.What == "entries" || row.What == "meetings" || row.What == "promises" || row.What == "letters" || row.What == "family" || row.What == "office number" {
			continue
		}
		switch {
		case !row.Alike && row.Values[0] != "" && row.Values[1] != "":
			differ = append(differ, row.What)
		case row.Values[0] == "":
			filled = append(filled, row.What)
		}
	}
	if list := leftOf(filled, "court order", "in touch", "children", "adults", "is"); len(list) > 0 {
		happens = append(happens, "Filled from the other: "+strings.Join(list, ", ")+".")
	}
	if list := leftOf(differ, "court order", "in touch", "notes", "children", "adults", "is", "phones", "e-mails"); len(list) > 0 {
		happens = append(happens, "Differs, and stays as it is above: "+strings.Join(list, ", ")+". The other’s is kept with the join.")
	}
	switch c.Of {
	case view.OfAdults:
		happens = append(happens, "Telephones and e-mails of both are kept, each once. A court order, and “may be contacted: no”, stands for both: the stricter counts, and must be read again.")
		happens, err = q.responsibility(c.Two, happens)
	case view.OfPupils:
		happens, err = q.familiesToo(c.Two, happens)
	case view.OfFamilies:
		happens = append(happens, "Children, adults and households of both are in one family. What each adult is to each child stays as it is, a court order, too.")
	}
	return append(happens, fmt.Sprintf("%s goes out of sight; the next export is recognised under both names, and the two can be split again.", model.Capital(gone))), err
}

func leftOf(all []string, no ...string) []string {
	return slices.DeleteFunc(all, func(one string) bool { return slices.Contains(no, one) })
}

// responsibility says where two links to one child say otherwise about parental responsibility.
func (q querier) responsibility(two view.Two, happens []string) ([]string, error) {
	rows, err := q.query(`SELECT a.pupil_id FROM pupil_adult a JOIN pupil_adult b ON b.pupil_id = a.pupil_id WHERE a.adult_id = ? AND b.adult_id = ?
		AND a.parental_responsibility <> '' AND b.parental_responsibility <> '' AND a.parental_responsibility <> b.parental_responsibility`, two.Kept, two.Gone)
	pupils, err := scanIDs(rows, err)
	for _, p := range pupils {
		happens = append(happens, "Parental responsibility for "+q.pupilName(p)+" differs: it stays as the one who stays has it. Ask.")
	}
	return happens, err
}

// familiesToo says that the families of two children become one, too.
func (q querier) familiesToo(two view.Two, happens []string) ([]string, error) {
	var kept, gone int64
	err := q.queryRow("SELECT (SELECT family_id FROM pupil WHERE id = ?), (SELECT family_id FROM pupil WHERE id = ?)", two.Kept, two.Gone).Scan(&kept, &gone)
	if err == nil && kept != gone {
		happens = append(happens, fmt.Sprintf("Their families become one, too: %s goes into %s.", familyName(q.nameOf("family", gone)), familyName(q.nameOf("family", kept))))
	}
	return append(happens, "Where both have one adult, a court order stands, and the stricter counts."), err
}
