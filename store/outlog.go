package store

import (
	"kettle/model"
	"kettle/model/view"
	"kettle/store/output"
)

// outEntry is an entry of the log with what its row is made of.
type outEntry struct {
	model.Contact
	family string
}

// log writes the entries of the range, the newest first. What was passed to the DSL, and threat or abuse,
// stay in the caseload and are counted; a staff debrief belongs to no entry (rules.md R49, trust.md).
func (t *takingOut) log() error {
	table, err := output.NewLogTable(t.w)
	if err != nil {
		return err
	}
	_, end := t.days()
	for before := (outPlace{at: end}); ; {
		if err := view.Report(t.ctx, view.Progress{What: "entries", Done: t.out.Rows}); err != nil {
			return err
		}
		var page logPage
		if err := t.read(func(q querier) (err error) { page, err = t.entries(q, before); return err }); err != nil {
			return err
		}
		if len(page.entries) == 0 {
			return table.Close()
		}
		for _, e := range page.entries {
			before = outPlace{string(e.At), e.ID}
			if err := t.entry(table, e, page); err != nil {
				return err
			}
		}
	}
}

func (t *takingOut) entry(table *output.Table, e outEntry, names logPage) error {
	switch e.Kind {
	case model.PassedToDSL:
		t.out.LeaveOut(model.WentToTheDSL, "")
		return nil
	case model.Abuse:
		t.out.LeaveOut(model.ThreatOrAbuse, "")
		return nil
	}
	var adults, children []string
	for _, id := range e.Adults {
		adults = append(adults, names.adults[id])
	}
	for _, p := range names.pupils[e.ID] {
		children = append(children, p.Called())
	}
	t.of[e.FamilyID] = true
	t.out.Add(e.At.Date().Full() + " " + model.JournalLine{At: e.At, Family: e.family, Kind: e.Kind, Channel: e.Channel, Note: e.Note}.Text())
	return table.AddEntry(e.Contact, e.family, children, adults)
}

// logPage is some entries with the names of their people.
type logPage struct {
	entries []outEntry
	adults  map[int64]string
	pupils  map[int64][]model.Pupil // of an entry
}

func (t *takingOut) entries(q querier, before outPlace) (page logPage, err error) {
	whose, arg := t.whose("c.family_id")
	from, _ := t.days()
	rows, err := q.query(`SELECT c.id, c.family_id, f.name, c.at, c.by_whom, c.channel, c.direction, c.kind, c.reason, c.note, c.words, c.present, c.settled
		FROM contact c JOIN family f ON f.id = c.family_id
		WHERE `+whose+` AND c.deleted_at = '' AND (c.at, c.id) < (?2, ?3) AND c.at >= ?4 ORDER BY c.at DESC, c.id DESC LIMIT ?5`, arg, before.at, before.id, from, outPage)
	page.entries, err = scanAll(rows, err, func(e *outEntry) []any {
		return []any{&e.ID, &e.FamilyID, &e.family, &e.At, &e.By, &e.Channel, &e.Dir, &e.Kind, &e.Reason, &e.Note, &e.Words, &e.Present, &e.Settled}
	})
	if err != nil {
		return page, err
	}
	ids := idsOf(page.entries, func(e outEntry) int64 { return e.ID })
	adults, err := q.pairs("contact_adult", "contact_id", "adult_id", ids)
	if err != nil {
		return page, err
	}
	pupils, err := q.pairs("contact_pupil", "contact_id", "pupil_id", ids)
	if err != nil {
		return page, err
	}
	var people []int64
	for i := range page.entries {
		e := &page.entries[i]
		e.Adults = adults[e.ID]
		people = append(people, e.Adults...)
	}
	if page.adults, err = q.formalNames(people); err != nil {
		return page, err
	}
	page.pupils, err = q.calledPupils(pupils)
	return page, err
}
