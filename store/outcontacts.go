package store

import (
	"slices"

	"kettle/model"
	"kettle/store/output"
)

// contacts writes each adult beside each child; who is left out is counted.
func (t *takingOut) contacts() error {
	table, err := output.NewContactsTable(t.w)
	if err != nil {
		return err
	}
	err = t.eachContact(func(lines []model.ContactLine) error {
		for _, l := range lines {
			if !t.goes(l) {
				continue
			}
			t.counted(l)
			t.out.Add(l.Words())
			if err := table.Line(l); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return table.Close()
}

// goes reports whether a line is taken out; one that is not is counted with its reason. The table has no
// row without a child: taken in again, it would be one of the child above.
func (t *takingOut) goes(l model.ContactLine) bool {
	why := l.WhyOut()
	if why == "" || t.out.Everyone && !(t.out.Kind == model.OutContacts && l.Pupil.ID == 0) {
		return true
	}
	t.out.LeaveOut(why, l.Adult.Formal()+" ("+l.Family+")")
	return false
}

func (t *takingOut) counted(l model.ContactLine) {
	t.people[l.Adult.ID] = true
	t.of[t.familyOf(l)] = true
}

// familyOf is the family of a line; one of an adult by hand counts for the adult alone.
func (t *takingOut) familyOf(l model.ContactLine) int64 {
	if l.Pupil.ID == 0 {
		return -l.Adult.ID
	}
	return l.Pupil.FamilyID
}

// cards writes each adult once. Those of several families wait until the last one has been read.
func (t *takingOut) cards() error {
	waiting, err := t.inSeveral()
	if err != nil {
		return err
	}
	held := map[int64][]model.ContactLine{}
	err = t.eachContact(func(lines []model.ContactLine) error {
		for _, own := range byAdult(lines) {
			id := own[0].Adult.ID
			if waiting[id] {
				held[id] = append(held[id], own...)
				continue
			}
			if err := t.card(own); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range sortedIDs(waiting) {
		if err := t.card(held[id]); err != nil {
			return err
		}
	}
	return nil
}

// card writes one adult with the children of the lines that may go. One with no such line is left out.
func (t *takingOut) card(lines []model.ContactLine) error {
	if len(lines) == 0 {
		return nil
	}
	open := keep(lines, func(l model.ContactLine) bool { return t.out.Everyone || l.WhyOut() == "" })
	if len(open) == 0 {
		t.goes(lines[0])
		return nil
	}
	for _, l := range open {
		t.counted(l)
	}
	card := model.ContactCard{Adult: open[0].Adult, Lines: open, Names: t.out.Full}
	t.out.Add(card.Words())
	return output.WriteCard(t.w, card)
}

// inSeveral are the adults who stand in more than one of the families.
func (t *takingOut) inSeveral() (map[int64]bool, error) {
	several := map[int64]bool{}
	err := t.read(func(q querier) error {
		ids, err := scanIDs(q.query(`SELECT adult_id FROM (
				SELECT l.adult_id, p.family_id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id WHERE l.deleted_at = '' AND p.deleted_at = ''
				UNION SELECT adult_id, family_id FROM family_adult)
			WHERE family_id IN (SELECT value FROM json_each(?)) GROUP BY adult_id HAVING count(*) > 1`, jsonList(t.families)))
		for _, id := range ids {
			several[id] = true
		}
		return err
	})
	return several, err
}

func sortedIDs(set map[int64]bool) []int64 {
	ids := make([]int64, 0, len(set))
	for id := range set {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// byAdult are lines by their adults, in the order in which these come first.
func byAdult(lines []model.ContactLine) [][]model.ContactLine {
	var all [][]model.ContactLine
	at := map[int64]int{}
	for _, l := range lines {
		i, known := at[l.Adult.ID]
		if !known {
			i = len(all)
			at[l.Adult.ID], all = i, append(all, nil)
		}
		all[i] = append(all[i], l)
	}
	return all
}

// eachContact gives the lines of some families at a time, in the order of their list.
func (t *takingOut) eachContact(write func(lines []model.ContactLine) error) error {
	var lines []model.ContactLine
	return t.eachChunk(func(q querier, families []int64) (err error) {
		lines, err = q.contactLines(families)
		return err
	}, func() error { return write(lines) })
}

// contactLines are all lines of these families, those that are left out, too.
func (q querier) contactLines(families []int64) ([]model.ContactLine, error) {
	list := jsonList(families)
	names, err := q.familyNames(list)
	if err != nil {
		return nil, err
	}
	pupils, err := q.pupils("deleted_at = '' AND family_id IN (SELECT value FROM json_each(?))", list)
	if err != nil {
		return nil, err
	}
	rows, err := q.query(selectSQL("pupil_adult", linkColumns)+" WHERE deleted_at = '' AND pupil_id IN (SELECT value FROM json_each(?)) ORDER BY id",
		jsonList(idsOf(pupils, func(p model.Pupil) int64 { return p.ID })))
	links, err := scanAll(rows, err, linkRow)
	if err != nil {
		return nil, err
	}
	byHand, err := q.pairs("family_adult", "family_id", "adult_id", families)
	if err != nil {
		return nil, err
	}
	wanted := idsOf(links, func(l model.Link) int64 { return l.AdultID })
	for _, ids := range byHand {
		wanted = append(wanted, ids...)
	}
	adults, err := q.adults("deleted_at = '' AND id IN (SELECT value FROM json_each(?))", jsonList(wanted))
	if err != nil {
		return nil, err
	}
	return contactLines(families, names, pupils, adults, links, byHand), nil
}

// contactLines gives each family its own people, and makes their lines.
func contactLines(families []int64, names map[int64]string, pupils []model.Pupil, adults []model.Adult, links []model.Link, byHand map[int64][]int64) (lines []model.ContactLine) {
	family := map[int64]int64{}
	pupilsOf, linksOf := map[int64][]model.Pupil{}, map[int64][]model.Link{}
	for _, p := range pupils {
		family[p.ID] = p.FamilyID
		pupilsOf[p.FamilyID] = append(pupilsOf[p.FamilyID], p)
	}
	for _, l := range links {
		linksOf[family[l.PupilID]] = append(linksOf[family[l.PupilID]], l)
	}
	known := make(map[int64]model.Adult, len(adults))
	for _, a := range adults {
		known[a.ID] = a
	}
	for _, id := range families {
		own := ownAdults(known, linksOf[id], byHand[id])
		lines = append(lines, model.ContactLines(names[id], pupilsOf[id], own, linksOf[id], byHand[id])...)
	}
	return lines
}

func ownAdults(known map[int64]model.Adult, links []model.Link, byHand []int64) (own []model.Adult) {
	seen := map[int64]bool{}
	for _, id := range slices.Concat(idsOf(links, func(l model.Link) int64 { return l.AdultID }), byHand) {
		if a, ok := known[id]; ok && !seen[id] {
			seen[id], own = true, append(own, a)
		}
	}
	return own
}

// familyNames are the names of the families of a JSON list.
func (q querier) familyNames(list string) (map[int64]string, error) {
	rows, err := q.query("SELECT id, name FROM family WHERE id IN (SELECT value FROM json_each(?))", list)
	all, err := scanAll(rows, err, func(f *model.Family) []any { return []any{&f.ID, &f.Name} })
	names := make(map[int64]string, len(all))
	for _, f := range all {
		names[f.ID] = f.Name
	}
	return names, err
}
