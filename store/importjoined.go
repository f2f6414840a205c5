package store

import (
	"kettle/model/view"
	"kettle/store/intake"
)

// joinedByHand is what an import must know of joins and splits: who is part of somebody else now, under
// what else the office lists people, and which families were kept apart.
type joinedByHand struct {
	gone  map[officeKey]bool
	also  map[officeKey][]intake.Values
	apart [][2]int64
}

func (q querier) joinedByHand() (j joinedByHand, err error) {
	j = joinedByHand{gone: map[officeKey]bool{}, also: map[officeKey][]intake.Values{}}
	rows, err := q.query("SELECT entity, gone_id FROM joined WHERE split_on = ''")
	gone, err := scanAll(rows, err, func(k *officeKey) []any { return []any{&k.kind, &k.id} })
	if err != nil {
		return j, err
	}
	for _, k := range gone {
		j.gone[k] = true
	}
	type listed struct {
		officeKey
		title, forename, surname, born, upn, office string
	}
	rows, err = q.query("SELECT entity, entity_id, title, forename, surname, dob, upn, office_id FROM also_listed ORDER BY id")
	also, err := scanAll(rows, err, func(l *listed) []any {
		return []any{&l.kind, &l.id, &l.title, &l.forename, &l.surname, &l.born, &l.upn, &l.office}
	})
	if err != nil {
		return j, err
	}
	for _, l := range also {
		j.also[l.officeKey] = append(j.also[l.officeKey], filled(intake.Values{intake.Title: l.title, intake.Forename: l.forename,
			intake.Surname: l.surname, intake.Born: l.born, intake.UPN: l.upn, intake.OfficeID: l.office}))
	}
	rows, err = q.query("SELECT first_id, second_id FROM kept_apart WHERE entity = ? ORDER BY id", string(view.OfFamilies))
	j.apart, err = scanAll(rows, err, func(p *[2]int64) []any { return []any{&p[0], &p[1]} })
	return j, err
}
