package handover

import (
	"cmp"
	"slices"
	"strings"

	"kettle/model"
	"kettle/store/intake"
)

// recognise finds who and what of the pack the caseload knows: by the names that travel, and people besides
// as an import does (import.md section 5), each once.
func (m *meeting) recognise(records []Record) {
	taken := map[string]bool{}
	for i := range records {
		r := &records[i]
		if m.tables[r.Table].Natural {
			continue
		}
		for _, uid := range append([]string{r.UID}, r.Also...) {
			if here := m.here.Known[r.Table][uid]; here != "" && !taken[key(r.Table, here)] {
				m.same[r.Table][r.UID] = here
				taken[key(r.Table, here)] = true
				break
			}
		}
	}
	m.recogniseOthers(records, Pupils, taken, m.pupilKeys, m.samePupil)
	m.recogniseAdults(records, taken)
	m.recogniseOthers(records, Professionals, taken, professionalKeys, func(_, _ *Record) bool { return true })
	m.recogniseFamilies(records)
	m.recogniseHouseholds(records, taken)
}

// recogniseOthers matches the records of a table that have a key in common and are the same.
func (m *meeting) recogniseOthers(records []Record, table string, taken map[string]bool, keys func(*Record) []string, same func(theirs, ours *Record) bool) {
	index := map[string][]*Record{}
	for i := range m.here.Records {
		if ours := &m.here.Records[i]; ours.Table == table {
			for _, k := range keys(ours) {
				index[k] = append(index[k], ours)
			}
		}
	}
	for i := range records {
		theirs := &records[i]
		if theirs.Table != table || m.same[table][theirs.UID] != "" {
			continue
		}
		for _, ours := range candidates(index, keys(theirs)) {
			if !taken[key(table, ours.UID)] && same(theirs, ours) {
				m.same[table][theirs.UID] = ours.UID
				taken[key(table, ours.UID)] = true
				break
			}
		}
	}
}

func candidates(index map[string][]*Record, keys []string) (all []*Record) {
	for _, k := range keys {
		for _, r := range index[k] {
			if !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	return all
}

// pupilKeys are a valid UPN, and each name with the date of birth.
func (m *meeting) pupilKeys(r *Record) []string {
	var keys []string
	if upn := r.Values["upn"]; upn != "" {
		keys = append(keys, "u"+upn)
	}
	if born := r.Values["dob"]; born != "" {
		for _, name := range pupilNames(r) {
			keys = append(keys, "n"+name+"|"+born)
		}
	}
	return keys
}

func pupilNames(r *Record) []string {
	v := r.Values
	shown := model.Fold(v["forename"]) + "|" + model.Fold(v["surname"])
	legal := model.Fold(cmp.Or(v["legal_forename"], v["forename"])) + "|" + model.Fold(cmp.Or(v["legal_surname"], v["surname"]))
	return []string{shown, legal}
}

// samePupil is so for one UPN unless name and birth both differ, and for one name and birth unless there
// are two UPNs.
func (m *meeting) samePupil(theirs, ours *Record) bool {
	a, b := theirs.Values, ours.Values
	named := slices.ContainsFunc(pupilNames(theirs), func(name string) bool { return slices.Contains(pupilNames(ours), name) })
	if a["upn"] != "" && a["upn"] == b["upn"] {
		return named || a["dob"] == "" || b["dob"] == "" || a["dob"] == b["dob"]
	}
	return named && a["dob"] == b["dob"] && (a["upn"] == "" || b["upn"] == "")
}

func professionalKeys(r *Record) []string {
	return []string{model.Fold(r.Values["name"]) + "|" + model.Fold(r.Values["organisation"])}
}

// relations are what an adult is, to which children.
type relations map[string]model.Relationship // by our uid of the child

// recogniseAdults matches adults of one name who are reached in one way, or are the same to one child; a
// grandparent and one who is none need the same mobile (import.md section 5).
func (m *meeting) recogniseAdults(records []Record, taken map[string]bool) {
	theirs, ours := map[string]relations{}, map[string]relations{}
	for i := range records {
		if l := &records[i]; l.Table == Links {
			relate(theirs, l, m.same[Pupils][l.Refs["pupil_id"]])
		}
	}
	for i := range m.here.Records {
		if l := &m.here.Records[i]; l.Table == Links {
			relate(ours, l, l.Refs["pupil_id"])
		}
	}
	keys := func(r *Record) []string {
		if who := m.whoIs(r); who.Named() {
			return []string{who.NameKey()}
		}
		return nil
	}
	m.recogniseOthers(records, Adults, taken, keys, func(a, b *Record) bool {
		return intake.SameAdult(m.whoIs(a).As(theirs[a.UID]), m.whoIs(b).As(ours[b.UID]))
	})
}

func relate(of map[string]relations, l *Record, child string) {
	adult := l.Refs["adult_id"]
	if of[adult] == nil {
		of[adult] = relations{}
	}
	if child == "" { // a child who is not known here: only what the adult is counts
		child = "?" + l.Refs["pupil_id"]
	}
	of[adult][child] = model.Relationship(l.Values["relationship"])
}

func (m *meeting) whoIs(r *Record) intake.Person {
	v := r.Values
	p := intake.Person{Values: intake.Values{intake.Title: v["title"], intake.Forename: v["forename"], intake.Surname: v["surname"],
		intake.Address: v["address"], intake.Postcode: v["postcode"]}}
	for _, part := range r.Parts {
		switch part.Table {
		case "phone":
			p.Phones = append(p.Phones, model.Phone{Number: part.Values["number"]})
		case "email":
			p.Emails = append(p.Emails, part.Values["address"])
		}
	}
	return p
}

// recogniseFamilies takes a family for the one here in which most of its children are; two that are apart
// there may be one here.
func (m *meeting) recogniseFamilies(records []Record) {
	children := map[string][]string{} // our families, one for each child of theirs that is known
	for i := range records {
		r := &records[i]
		if ours := m.ours[Pupils][m.same[Pupils][r.UID]]; r.Table == Pupils && ours != nil {
			children[r.Refs["family_id"]] = append(children[r.Refs["family_id"]], ours.Refs["family_id"])
		}
	}
	for i := range records {
		r := &records[i]
		if r.Table != Families || m.same[Families][r.UID] != "" {
			continue
		}
		if ours := commonest(children[r.UID]); ours != "" {
			m.same[Families][r.UID] = ours
		}
	}
}

// commonest is the text that is there most often, the first of several.
func commonest(all []string) (best string) {
	count := map[string]int{}
	for _, text := range all {
		count[text]++
	}
	for _, text := range all {
		if count[text] > count[best] {
			best = text
		}
	}
	return best
}

// recogniseHouseholds takes a household of a known family for the one here with one of its people in it,
// else for the one of its name.
func (m *meeting) recogniseHouseholds(records []Record, taken map[string]bool) {
	of := map[string][]*Record{}
	m.homes = map[string]map[string]bool{}
	for i := range m.here.Records {
		h := &m.here.Records[i]
		if h.Table != Households {
			continue
		}
		family := h.Refs["family_id"]
		of[family] = append(of[family], h)
		if m.homes[family] == nil {
			m.homes[family] = map[string]bool{}
		}
		for _, p := range h.Parts {
			m.homes[family][personOf(p)] = true
		}
	}
	for i := range records {
		r := &records[i]
		if r.Table != Households || m.same[Households][r.UID] != "" {
			continue
		}
		candidates := of[m.same[Families][r.Refs["family_id"]]]
		at := slices.IndexFunc(candidates, func(h *Record) bool { return !taken[key(Households, h.UID)] && m.shareOne(r, h) })
		if at < 0 {
			at = slices.IndexFunc(candidates, func(h *Record) bool {
				return !taken[key(Households, h.UID)] && model.Fold(h.Values["name"]) == model.Fold(r.Values["name"])
			})
		}
		if at >= 0 {
			m.same[Households][r.UID] = candidates[at].UID
			taken[key(Households, candidates[at].UID)] = true
		}
	}
}

func (m *meeting) shareOne(theirs, ours *Record) bool {
	return slices.ContainsFunc(theirs.Parts, func(p Part) bool {
		p.Refs = map[string]string{"adult_id": m.same[Adults][p.Refs["adult_id"]], "pupil_id": m.same[Pupils][p.Refs["pupil_id"]]}
		who := personOf(p)
		return who != "" && slices.ContainsFunc(ours.Parts, func(q Part) bool { return personOf(q) == who })
	})
}

// personOf is who lives in a household by that part of it.
func personOf(p Part) string {
	for _, column := range []string{"adult_id", "pupil_id"} {
		if uid := p.Refs[column]; uid != "" {
			return strings.TrimSuffix(column, "_id") + " " + uid
		}
	}
	return ""
}
