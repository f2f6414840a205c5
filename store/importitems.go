package store

import (
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

// itemList puts the items of a preview together. What is offered says what they are and in which order
// they stand, so that nothing moves when something is left; what is left stands with them.
type itemList struct {
	*pendingImport
	names importNames
	items []view.ImportItem
	gone  map[intake.Kind]map[int64]bool // new ones that are left

	linksOf map[int64][]intake.Link  // by adult
	alarmed map[alarmKey]bool        // links and fields
	alarmOf map[int64][]intake.Alarm // by adult
}

type alarmKey struct {
	link  int64
	field intake.Field
}

func (p *pendingImport) items() []view.ImportItem {
	l := itemList{pendingImport: p, names: newImportNames(intake.After(p.held.Caseload, p.offered), p.held.Caseload),
		gone:    map[intake.Kind]map[int64]bool{intake.APupil: {}, intake.AnAdult: {}, intake.ALink: {}},
		linksOf: map[int64][]intake.Link{}, alarmed: map[alarmKey]bool{}, alarmOf: map[int64][]intake.Alarm{}}
	for _, link := range l.names.after {
		l.linksOf[link.Adult] = append(l.linksOf[link.Adult], link)
	}
	for _, a := range p.offered.Alarms {
		l.alarmed[alarmKey{a.Link, a.Field}] = true
		l.alarmOf[a.Adult] = append(l.alarmOf[a.Adult], a)
	}
	for _, one := range p.plan.Left.Pupils {
		l.gone[intake.APupil][one.ID] = true
	}
	for _, one := range p.plan.Left.Adults {
		l.gone[intake.AnAdult][one.ID] = true
	}
	for _, one := range p.plan.Left.Links {
		l.gone[intake.ALink][one.ID] = true
	}
	for _, note := range p.columnAlarms() {
		l.items = append(l.items, view.ImportItem{Part: view.ImportAlarms, Row: note.Row, Text: note.Text, Why: "This was said of the column: what the columns hold is changed on their own page."})
	}
	l.alarms()
	l.conflicts()
	l.doubles()
	l.joins()
	l.changed()
	l.newcomers()
	return l.items
}

// add adds an item that is proposed as is, and is otherwise once it is decided so. Left says which of
// the two takes nothing in: the second unless it says otherwise.
func (l *itemList) add(item view.ImportItem, is, otherwise string) {
	item.Is, item.Else = is, otherwise
	if len(item.Keys) > 0 && !slices.ContainsFunc(item.Keys, func(k view.ImportKey) bool { return !l.chose(k) }) {
		item.Is, item.Else = otherwise, is
	}
	if item.Left && len(item.Keys) == 0 {
		item.Is, item.Else = view.ImportLeft, ""
	}
	item.Left = item.Left || item.Is == view.ImportLeft
	l.items = append(l.items, item)
}

// onAlarm reports whether an alarm is about a field of a link: it stands first, and nowhere else.
func (l *itemList) onAlarm(link int64, f intake.Field) bool { return l.alarmed[alarmKey{link, f}] }

func (l *itemList) alarms() {
	states := map[int64]intake.State{}
	for _, link := range l.offered.Links {
		states[link.ID] = link.State
	}
	for _, a := range l.offered.Alarms {
		item := view.ImportItem{Part: view.ImportAlarms, Row: a.Row, Text: a.Text}
		conflict := slices.IndexFunc(l.offered.Conflicts, func(c intake.Conflict) bool {
			return c.Kind == intake.ALink && c.ID == a.Link && c.Field == a.Field
		})
		switch {
		case states[a.Link] == intake.Hidden || states[a.Link] == "":
			item.Why = "The contact is out of sight and stays so."
			l.add(item, "stays out of sight", "")
		case conflict >= 0:
			item.Keys, item.Asks = []view.ImportKey{conflictKey(l.offered.Conflicts[conflict])}, l.asksOfConflict(l.offered.Conflicts[conflict])
			l.add(item, "yours stays", "the office's is taken")
		case a.Link > 0:
			item.Keys = []view.ImportKey{keyOf(intake.Choice{Decision: intake.LeaveKnowingly, Kind: intake.ALink, ID: a.Link, Field: a.Field})}
			item.Asks = l.asksOfField(a)
			l.add(item, view.ImportTaken, view.ImportLeft)
		default:
			l.newAlarm(item, a)
		}
	}
}

// newAlarm is about a contact who is new: they are left altogether, or not at all.
func (l *itemList) newAlarm(item view.ImportItem, a intake.Alarm) {
	item.Keys = []view.ImportKey{keyOf(intake.Choice{Decision: intake.LeaveKnowingly, Kind: intake.ALink, ID: a.Link})}
	item.Asks = l.names.adult(a.Adult) + " would not be in Kettle as a contact of " + l.names.pupil(a.Pupil) + ", and nobody who reads it would know of the court order."
	if l.gone[intake.ALink][a.Link] && !l.chose(item.Keys[0]) {
		item.Keys, item.Left, item.Why = nil, true, "It is left with "+l.names.pupil(a.Pupil)+"."
	}
	l.add(item, view.ImportTaken, view.ImportLeft)
}

func (l *itemList) asksOfField(a intake.Alarm) string {
	for _, link := range l.offered.Links {
		if link.ID == a.Link && a.Field == intake.CourtOrder && link.Set[a.Field] == string(model.Yes) {
			return "Kettle would go on as if there were no court order: " + l.names.adult(a.Adult) + " would be proposed and written to as before."
		}
		if link.ID == a.Link && a.Field == intake.Responsibility {
			return "Kettle would go on as if " + l.names.adult(a.Adult) + " had parental responsibility for " + l.names.pupil(a.Pupil) + "."
		}
	}
	return ""
}

// asksOfConflict asks before the office's word ends an order that the user knows of.
func (l *itemList) asksOfConflict(c intake.Conflict) string {
	if c.Field == intake.CourtOrder && c.Office == string(model.No) {
		return "Kettle would no longer hold the court order: " + c.Name + " would be proposed and written to."
	}
	return ""
}

func conflictKey(c intake.Conflict) view.ImportKey {
	return keyOf(intake.Choice{Decision: intake.TakeOffice, Kind: c.Kind, ID: c.ID, Field: c.Field})
}

func (l *itemList) conflicts() {
	for _, c := range l.offered.Conflicts {
		if c.Kind == intake.ALink && l.onAlarm(c.ID, c.Field) {
			continue
		}
		l.add(view.ImportItem{Part: view.ImportConflicts, Row: c.Row, Lead: c.Name, Keys: []view.ImportKey{conflictKey(c)},
			Text: c.Field.Words() + " is " + valueWords(c.Field, c.Yours) + " here, " + valueWords(c.Field, c.Office) + " in the file"},
			"yours stays", "the office's is taken")
	}
}

func (l *itemList) doubles() {
	for _, d := range l.offered.Doubles {
		item := view.ImportItem{Part: view.ImportDoubles, Row: d.Row, Lead: d.Name, Text: "may be " + l.names.adult(d.Other) + l.linkedTo(d.Other)}
		if d.Held {
			item.Why = "Both are in the caseload already: they are joined where those stand who are perhaps the same."
			l.add(item, "two people", "")
			continue
		}
		item.Keys = []view.ImportKey{keyOf(intake.Choice{Decision: intake.OneAdult, Kind: intake.AnAdult, ID: d.Adult})}
		l.add(item, "two people", "one person")
	}
}

// linkedTo says whose contact an adult is: ", mother of Ava Hill".
func (l *itemList) linkedTo(adult int64) string {
	of := l.linksOf[adult]
	if len(of) == 0 {
		return ""
	}
	var children []string
	for _, link := range of {
		if relationWords(link.Now) == relationWords(of[0].Now) {
			children = append(children, l.names.pupil(link.Pupil))
		}
	}
	return ", " + relationWords(of[0].Now) + " of " + strings.Join(children, ", ")
}

func (l *itemList) joins() {
	for _, j := range l.offered.Joins {
		l.add(view.ImportItem{Part: view.ImportJoins, Lead: l.names.families[j.From] + " and " + l.names.families[j.Into],
			Text: "share " + l.names.adult(j.Adult), Keys: []view.ImportKey{keyOf(intake.Choice{Decision: intake.KeepApart, Kind: intake.AFamily, ID: j.From, Other: j.Into})}},
			"become one family", "stay two families")
	}
	for _, q := range l.offered.Questions {
		l.add(view.ImportItem{Part: view.ImportJoins, Lead: l.names.adult(q.Adult), Text: "is a contact of " + plural(len(q.Pupils), "child", "children"),
			Keys: []view.ImportKey{keyOf(intake.Choice{Decision: intake.JoinLarge, Kind: intake.AnAdult, ID: q.Adult})}}, "not joined", "become one family")
	}
}

// changed lists what changes of people and links that are held, each with its fields below it; a single
// field stands in one line.
func (l *itemList) changed() {
	type one struct {
		kind intake.Kind
		id   int64
		name string
		intake.Entry
	}
	var all []one
	for _, p := range l.offered.Pupils {
		if len(p.Changes) > 0 {
			all = append(all, one{intake.APupil, p.ID, l.names.pupil(p.ID), p.Entry})
		}
	}
	for _, a := range l.offered.Adults {
		if len(a.Changes) > 0 {
			all = append(all, one{intake.AnAdult, a.ID, l.names.adult(a.ID), a.Entry})
		}
	}
	for _, link := range l.offered.Links {
		if len(link.Changes) > 0 {
			all = append(all, one{intake.ALink, link.ID, l.names.link(link), link.Entry})
		}
	}
	model.InOrder(all, func(a, b one) int { return a.Row - b.Row })
	for _, o := range all {
		var fields []view.ImportItem
		head := view.ImportItem{Part: view.ImportChanged, Row: o.Row, Lead: o.name}
		for _, c := range o.Changes {
			if o.kind == intake.ALink && l.onAlarm(o.id, c.Field) {
				continue
			}
			key := keyOf(intake.Choice{Decision: intake.Leave, Kind: o.kind, ID: o.id, Field: c.Field})
			head.Keys = append(head.Keys, key)
			fields = append(fields, view.ImportItem{Part: view.ImportChanged, Under: true, Lead: c.Field.Words(), Keys: []view.ImportKey{key},
				Text: valueWords(c.Field, c.From) + " → " + valueWords(c.Field, c.To)})
		}
		switch len(fields) {
		case 0:
			continue
		case 1:
			head.Text = fields[0].Lead + " " + fields[0].Text
			fields = nil
		}
		l.add(head, view.ImportTaken, view.ImportLeft)
		for _, f := range fields {
			l.add(f, view.ImportTaken, view.ImportLeft)
		}
	}
}

// newcomers lists what is new, family by family: children, adults, and contacts of whom one was known.
func (l *itemList) newcomers() {
	family, ofLinks := map[int64]int64{}, map[int64][]intake.LinkPlan{}
	for _, f := range l.offered.Families {
		for _, id := range f.Pupils {
			family[id] = f.ID
		}
	}
	for _, link := range l.offered.Links {
		if link.State == intake.New {
			ofLinks[family[link.Pupil]] = append(ofLinks[family[link.Pupil]], link)
		}
	}
	pupils, adults := map[int64]intake.PupilPlan{}, map[int64]intake.AdultPlan{}
	for _, p := range l.offered.Pupils {
		pupils[p.ID] = p
	}
	for _, a := range l.offered.Adults {
		adults[a.ID] = a
	}
	families := slices.Clone(l.offered.Families)
	model.InOrder(families, func(a, b intake.FamilyPlan) int { return strings.Compare(a.SortKey, b.SortKey) })
	listed := map[int64]bool{}
	for _, f := range families {
		head := view.ImportItem{Part: view.ImportNew, Lead: f.Name, Text: "new family"}
		var people []view.ImportItem
		for _, id := range f.Pupils {
			if p := pupils[id]; p.State == intake.New {
				people = append(people, l.newPupil(p))
				head.Keys = append(head.Keys, people[len(people)-1].Keys...)
			}
		}
		for _, link := range ofLinks[f.ID] {
			a := adults[link.Adult]
			switch {
			case a.State == intake.New && !listed[a.ID]:
				listed[a.ID] = true
				people = append(people, l.newAdult(a))
			case a.State != intake.New:
				people = append(people, l.newLink(link))
			}
		}
		if len(people) == 0 {
			continue
		}
		if f.State != intake.New {
			head.Keys, head.Text, head.Why = nil, "known already", "The family is in the caseload already: choose among its people below."
		}
		l.add(head, view.ImportTaken, view.ImportLeft)
		if f.State != intake.New {
			l.items[len(l.items)-1].Is = ""
		}
		for _, one := range people {
			l.add(one, view.ImportTaken, view.ImportLeft)
		}
	}
}

func (l *itemList) newPupil(p intake.PupilPlan) view.ImportItem {
	is := pupilOf(p.Set)
	text := is.ClassName()
	if is.SEN == model.SENSupport || is.SEN == model.EHCP {
		text += " " + string(is.SEN)
	}
	return view.ImportItem{Part: view.ImportNew, Under: true, Row: p.Row, Lead: is.FullName(), Text: text,
		Keys: []view.ImportKey{keyOf(intake.Choice{Decision: intake.Leave, Kind: intake.APupil, ID: p.ID})}}
}

func (l *itemList) newAdult(a intake.AdultPlan) view.ImportItem {
	item := view.ImportItem{Part: view.ImportNew, Under: true, Row: a.Row, Lead: l.names.adult(a.ID), Text: strings.TrimPrefix(l.linkedTo(a.ID), ", "),
		Keys: []view.ImportKey{keyOf(intake.Choice{Decision: intake.Leave, Kind: intake.AnAdult, ID: a.ID})}}
	if len(a.Phones) > 0 {
		item.Text += " · " + a.Phones[0].Words()
	}
	if l.gone[intake.AnAdult][a.ID] && !l.chose(item.Keys[0]) {
		item.Keys, item.Left, item.Why = nil, true, item.Lead+" is left with the children whose contact this is."
		return item
	}
	for _, alarm := range l.alarmOf[a.ID] {
		if !l.gone[intake.APupil][alarm.Pupil] {
			item.Keys = append(item.Keys, keyOf(intake.Choice{Decision: intake.LeaveKnowingly, Kind: intake.ALink, ID: alarm.Link}))
			item.Asks = item.Lead + " would not be in Kettle, and nobody who reads it would know of the court order."
		}
	}
	return item
}

func (l *itemList) newLink(link intake.LinkPlan) view.ImportItem {
	item := view.ImportItem{Part: view.ImportNew, Under: true, Row: link.Row, Lead: l.names.link(link), Text: "new contact of somebody known",
		Keys: []view.ImportKey{keyOf(intake.Choice{Decision: intake.Leave, Kind: intake.ALink, ID: link.ID})}}
	switch {
	case l.onAlarm(link.ID, intake.CourtOrder) || l.onAlarm(link.ID, intake.Responsibility):
		item.Keys[0].Decision = string(intake.LeaveKnowingly)
		item.Asks = l.names.adult(link.Adult) + " would not be a contact of " + l.names.pupil(link.Pupil) + " in Kettle, and nobody who reads it would know of the court order."
	case l.gone[intake.ALink][link.ID] && !l.chose(item.Keys[0]):
		item.Keys, item.Left, item.Why = nil, true, "It is left with "+l.names.pupil(link.Pupil)+"."
	}
	return item
}
