package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// GoodNewsFamilies are the families of a stretch of the list of good news, in this order, with their parents
// and the good news of the half term that is asked about. One that joined later is asked about its own.
func (s *Store) GoodNewsFamilies(ctx context.Context, ids []int64, filter view.NewsFilter, w view.World) (families []view.NewsFamily, err error) {
	err = s.read(ctx, func(q querier) error {
		families, err = q.newsFamilies(ids, filter, w)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the families of the list of good news: %w", err)
	}
	return families, nil
}

func (q querier) newsFamilies(ids []int64, filter view.NewsFilter, w view.World) ([]view.NewsFamily, error) {
	type row struct {
		view.NewsFamily
		joined model.Date
	}
	rows, err := q.query(`SELECT f.id, f.name, i.children, f.since FROM json_each(?) page CROSS JOIN family f ON f.id = page.value
		CROSS JOIN family_index i ON i.family_id = page.value ORDER BY page.key`, jsonList(ids))
	found, err := scanAll(rows, err, func(r *row) []any { return []any{&r.ID, &r.Name, &r.Children, &r.joined} })
	if err != nil {
		return nil, err
	}
	circles, err := q.familyCircles(ids)
	if err != nil {
		return nil, err
	}
	first := filter.Span.From
	families := make([]view.NewsFamily, len(found))
	at := map[int64]int{}
	for i, r := range found {
		span, _ := filter.Span.For(r.joined, filter.Today, w.Calendar(0))
		r.News.Span, r.News.Circle = span, circles[r.ID]
		families[i], at[r.ID] = r.NewsFamily, i
	}
	log, err := q.contacts(` WHERE family_id IN (SELECT value FROM json_each(?)) AND at >= ? AND kind = 'good news' AND deleted_at = '' ORDER BY at DESC, id DESC`,
		jsonList(ids), string(first))
	for _, c := range log {
		n := &families[at[c.FamilyID]].News
		n.Log = append(n.Log, c)
	}
	return families, err
}

// familyCircles are for each of several families its pupils on roll with the adults linked to them, as far as a
// list needs them: names, links, notes and whether they are in touch, no numbers and no addresses.
func (q querier) familyCircles(families []int64) (map[int64]model.Circle, error) {
	rows, err := q.query(`SELECT family_id, id, forename, surname, known_as, year, reg, sen, strengths, interests FROM pupil
		WHERE family_id IN (SELECT value FROM json_each(?)) AND roll = 'on roll' AND deleted_at = '' ORDER BY dob = '', dob, id`, jsonList(families))
	pupils, err := scanAll(rows, err, func(p *model.Pupil) []any {
		return []any{&p.FamilyID, &p.ID, &p.Forename, &p.Surname, &p.KnownAs, &p.Year, &p.Class, &p.SEN, &p.Strengths, &p.Interests}
	})
	if err != nil {
		return nil, err
	}
	circles := map[int64]model.Circle{}
	family := map[int64]int64{} // of each pupil
	for _, p := range pupils {
		c := circles[p.FamilyID]
		c.Pupils = append(c.Pupils, p)
		circles[p.FamilyID], family[p.ID] = c, p.FamilyID
	}
	return circles, q.linkCircles(circles, family)
}

// linkCircles adds the links to the pupils, and the adults whose they are.
func (q querier) linkCircles(circles map[int64]model.Circle, family map[int64]int64) error {
	type linked struct {
		link  model.Link
		adult model.Adult
	}
	ids := make([]int64, 0, len(family))
	for pupil := range family {
		ids = append(ids, pupil)
	}
	rows, err := q.query(`SELECT l.id, l.pupil_id, l.adult_id, l.relationship, l.relationship_text, l.parental_responsibility, l.priority, l.lives_with,
			l.may_be_contacted, l.court_order, a.title, a.forename, a.surname, a.known_as, a.address_as, a.in_touch, a.notes
		FROM pupil_adult l JOIN adult a ON a.id = l.adult_id
		WHERE l.pupil_id IN (SELECT value FROM json_each(?)) AND l.deleted_at = '' AND a.deleted_at = '' ORDER BY l.id`, jsonList(ids))
	all, err := scanAll(rows, err, func(r *linked) []any {
		l, a := &r.link, &r.adult
		return []any{&l.ID, &l.PupilID, &l.AdultID, &l.Relation, &l.RelationText, &l.ParentalResponsibility, &l.Priority, &l.LivesWith,
			&l.MayBeContacted, &l.CourtOrder, &a.Title, &a.Forename, &a.Surname, &a.KnownAs, &a.AddressAs, &a.InTouch, &a.Notes}
	})
	for _, r := range all {
		of := family[r.link.PupilID]
		c := circles[of]
		c.Links = append(c.Links, r.link)
		r.adult.ID = r.link.AdultID
		if !hasAdult(c.Adults, r.adult.ID) {
			c.Adults = append(c.Adults, r.adult)
		}
		circles[of] = c
	}
	return err
}

func hasAdult(adults []model.Adult, id int64) bool {
	for i := range adults {
		if adults[i].ID == id {
			return true
		}
	}
	return false
}
