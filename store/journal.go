package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// The log of the whole caseload is read in looks of a bounded length, by the index of its times: never
// counted, and never stepped over from its beginning.

// oneLook is how many entries one look goes through at most.
const oneLook = 3000

// lastMoment is behind every moment.
const lastMoment = "~"

// journalKinds are what an entry of each kind fulfils.
var journalKinds = map[view.JournalKind]string{
	view.AllEntries:      "",
	view.GoodNewsEntries: " AND c.kind = 'good news'",
	view.WorryEntries:    " AND c.kind IN ('concern', 'threat or abuse')",
	view.QuestionEntries: " AND c.kind = 'question'",
	view.AttemptEntries:  " AND c.kind = 'attempt without answer'",
	view.ToTellEntries: ` AND c.kind NOT IN ('attempt without answer', 'passed to the DSL')
		AND EXISTS (SELECT 1 FROM contact_told t WHERE t.contact_id = c.id AND t.on_day = '')`,
	view.DSLEntries: " AND c.kind = 'passed to the DSL'",
}

// Journal is one look into the log: through so many entries at most, so that a key never waits for it.
// Entries of families that were removed are left out.
func (s *Store) Journal(ctx context.Context, look view.JournalLook) (page view.JournalPage, err error) {
	if _, known := journalKinds[look.Kind]; !known {
		return page, fmt.Errorf("the log has no kind %q", look.Kind)
	}
	err = s.read(ctx, func(q querier) error {
		j := journalReader{querier: q, JournalLook: look, from: startOf(look)}
		if err := j.bound(); err != nil {
			return err
		}
		ids, err := j.find(&s.search)
		if err != nil {
			return err
		}
		page.To, page.Ended = j.to, j.ended
		page.Rows, page.Names, err = q.journalRows(ids)
		return err
	})
	if err != nil {
		return page, fmt.Errorf("reading the log: %w", err)
	}
	return page, nil
}

// journalReader is one look while it is done.
type journalReader struct {
	querier
	view.JournalLook
	from, to view.JournalPlace // to is the last entry that is looked at
	ended    bool
}

func startOf(look view.JournalLook) view.JournalPlace {
	if look.From == (view.JournalPlace{}) && !look.Newer {
		return view.JournalPlace{At: lastMoment}
	}
	return look.From
}

// beyond and order are SQL for what lies in the direction of the look.
func (j *journalReader) beyond() (compare, order string) {
	if j.Newer {
		return "(c.at, c.id) > (?1, ?2)", "c.at, c.id"
	}
	return "(c.at, c.id) < (?1, ?2)", "c.at DESC, c.id DESC"
}

// bound finds the last entry of this look, by the index alone.
func (j *journalReader) bound() error {
	compare, order := j.beyond()
	rows, err := j.query("SELECT c.at, c.id FROM contact c WHERE "+compare+" ORDER BY "+order+" LIMIT 1 OFFSET ?3", j.from.At, j.from.ID, oneLook-1)
	ends, err := scanAll(rows, err, func(p *view.JournalPlace) []any { return []any{&p.At, &p.ID} })
	if err != nil {
		return err
	}
	if j.ended = len(ends) == 0; !j.ended {
		j.to = ends[0]
		return nil
	}
	j.to = view.JournalPlace{}
	if j.Newer {
		j.to = view.JournalPlace{At: lastMoment}
	}
	return nil
}

// found is an entry that a look goes through, with what its words are sought in.
type found struct {
	view.JournalPlace
	family int64
	text   string
}

// find goes through the entries up to the bound and takes those that fit, until there are enough.
func (j *journalReader) find(families *familySearch) ([]int64, error) {
	text := "''"
	fits := func(found) bool { return true }
	if words := strings.TrimSpace(j.Words); words != "" {
		text = "c.note || ' ' || c.words || ' ' || c.abuse_what || ' ' || c.channel || ' ' || c.kind || ' ' || c.reason || ' ' || c.by_whom"
		wanted, err := families.entryFilter(j.querier, words)
		if err != nil {
			return nil, err
		}
		fits = func(f found) bool { return wanted.fits(f.family, f.text) }
	}
	compare, order := j.beyond()
	within := "(c.at, c.id) >= (?3, ?4)"
	if j.Newer {
		within = "(c.at, c.id) <= (?3, ?4)"
	}
	rows, err := j.query("SELECT c.at, c.id, c.family_id, "+text+" FROM contact c WHERE "+compare+" AND "+within+
		" AND c.deleted_at = ''"+journalKinds[j.Kind]+" AND c.family_id NOT IN (SELECT family_id FROM family_index WHERE removed = 1) ORDER BY "+order,
		j.from.At, j.from.ID, j.to.At, j.to.ID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []int64
	var one found
	into := []any{&one.At, &one.ID, &one.family, &one.text}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		if !fits(one) {
			continue
		}
		if ids = append(ids, one.ID); len(ids) == j.Limit {
			j.to, j.ended = one.JournalPlace, false
			break
		}
	}
	if j.Newer {
		slices.Reverse(ids)
	}
	return ids, rows.Err()
}

// journalRows are these entries in their order, and the names of the adults in them.
func (q querier) journalRows(ids []int64) ([]view.JournalRow, map[int64]string, error) {
	rows, err := q.query(`SELECT c.id, c.family_id, f.name, c.at, c.by_whom, c.channel, c.kind, c.reason,
			substr(iif(c.abuse_what = '', c.note, c.abuse_what), 1, 400), substr(c.words, 1, 400), c.present, c.settled, c.dsl_to
		FROM json_each(?) page CROSS JOIN contact c ON c.id = page.value CROSS JOIN family f ON f.id = c.family_id ORDER BY page.key`, jsonList(ids))
	all, err := scanAll(rows, err, func(r *view.JournalRow) []any {
		return []any{&r.ID, &r.FamilyID, &r.Family, &r.At, &r.By, &r.Channel, &r.Kind, &r.Reason,
			&r.Text, &r.Words, &r.Present, &r.Settled, &r.DSLTo}
	})
	if err != nil {
		return nil, nil, err
	}
	adults, err := q.pairs("contact_adult", "contact_id", "adult_id", ids)
	if err != nil {
		return nil, nil, err
	}
	told, err := q.told(ids)
	if err != nil {
		return nil, nil, err
	}
	corrected, err := q.corrected(view.ContactRecord, ids)
	if err != nil {
		return nil, nil, err
	}
	var people []int64
	for i := range all {
		r := &all[i]
		r.Adults, r.Corrected = adults[r.ID], corrected[r.ID]
		r.Sharing = model.SharingOf(r.Kind, r.Adults, toldOnly(told[r.ID]))
		people = append(people, slices.Concat(r.Adults, r.Sharing.Knows, r.Sharing.ToTell)...)
	}
	names, err := q.formalNames(people)
	return all, names, err
}

// toldOnly are rows of who was told without their ids.
func toldOnly(rows []toldRow) []model.Told {
	told := make([]model.Told, len(rows))
	for i, t := range rows {
		told[i] = t.Told
	}
	return told
}

// formalNames are how adults are named in a sentence.
func (q querier) formalNames(adults []int64) (map[int64]string, error) {
	rows, err := q.query("SELECT id, title, forename, surname, known_as, address_as FROM adult WHERE id IN (SELECT value FROM json_each(?))", jsonList(adults))
	all, err := scanAll(rows, err, func(a *model.Adult) []any {
		return []any{&a.ID, &a.Title, &a.Forename, &a.Surname, &a.KnownAs, &a.AddressAs}
	})
	names := make(map[int64]string, len(all))
	for _, a := range all {
		names[a.ID] = a.Formal()
	}
	return names, err
}
