package store

import (
	"slices"
	"strconv"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

// preview puts the plan into words.
func (p *pendingImport) preview(schools []model.School) view.Import {
	v := view.Import{File: p.fileFacts(), LeftOut: p.plan.LeftOut(), Problems: grouped(p.plan.Problems), Schools: schools}
	v.School = model.SchoolOfMost(p.newYears(), schools)
	v.Alarms = p.columnAlarms()
	for _, a := range p.plan.Alarms {
		v.Alarms = append(v.Alarms, view.ImportNote{Row: a.Row, Text: a.Text})
	}
	for _, c := range p.plan.Conflicts {
		v.Conflicts = append(v.Conflicts, view.ImportConflict{Row: c.Row, Name: c.Name, Field: c.Field.Words(),
			Yours: valueWords(c.Field, c.Yours), Office: valueWords(c.Field, c.Office)})
	}
	for _, m := range p.plan.Missing {
		v.Missing = append(v.Missing, m.Name)
	}
	return p.decided(v)
}

// decided is the preview with what hangs on the decisions.
func (p *pendingImport) decided(v view.Import) view.Import {
	names := newImportNames(intake.After(p.held.Caseload, p.plan), p.held.Caseload)
	v.Changes, v.Families, v.Counts = p.changes(names), p.families(names), p.counts()
	v.Questions = nil
	for _, q := range p.plan.Questions {
		v.Questions = append(v.Questions, q.Text)
	}
	v.Items, v.Sum, v.Nothing, v.Pending = p.items(), "takes in "+p.sum(), p.nothing(), p
	return v
}

// newYears are the year groups of the children who are new.
func (p *pendingImport) newYears() (years []model.YearGroup) {
	for _, pupil := range p.plan.Pupils {
		if pupil.State == intake.New {
			years = append(years, model.YearGroup(pupil.Set[intake.Year]))
		}
	}
	return years
}

func (p *pendingImport) counts() []view.ImportCount {
	of := func(what string, c intake.Counts, missing int) view.ImportCount {
		return view.ImportCount{What: what, New: c.New, Changed: c.Changed, Same: c.Same, Hidden: c.Hidden, Missing: missing}
	}
	missing := map[intake.Kind]int{}
	for _, m := range p.plan.Missing {
		missing[m.Kind]++
	}
	families := view.ImportCount{What: "families"}
	for _, f := range p.plan.Families {
		switch f.State {
		case intake.New:
			families.New++
		case intake.Changed:
			families.Changed++
		default:
			families.Same++
		}
	}
	return []view.ImportCount{
		of("children", p.plan.PupilCounts(), missing[intake.APupil]), of("adults", p.plan.AdultCounts(), missing[intake.AnAdult]),
		of("contacts", p.plan.LinkCounts(), missing[intake.ALink]), families,
	}
}

// nothing reports whether the file brings nothing that is not here: not even a value to be noted as
// last imported. Where something is left, such notes alone are no reason to take a file in.
func (p *pendingImport) nothing() bool {
	_, left := p.tally()
	brings := func(e intake.Entry) bool {
		return e.State == intake.New || e.State == intake.Changed || left == 0 && len(e.Imported) > 0
	}
	mine := func(c intake.Conflict) bool { return !c.Left }
	return !slices.ContainsFunc(p.entries(), brings) && !slices.ContainsFunc(p.plan.Conflicts, mine) &&
		!slices.ContainsFunc(p.plan.Families, func(f intake.FamilyPlan) bool { return f.State != intake.Same })
}

func (p *pendingImport) fileFacts() view.ImportFile {
	f := p.file
	facts := view.ImportFile{Name: f.Name, Size: f.Size, Encoding: f.Encoding, Separator: separatorWords[f.Separator], HeadingRow: f.HeadingRow, Rows: p.plan.RowsRead}
	if facts.Separator == "" {
		facts.Separator = strconv.QuoteRune(f.Separator)
	}
	several := slices.ContainsFunc(f.Columns, func(c intake.Column) bool { return c.Block > 1 })
	for _, c := range f.Columns {
		facts.Columns = append(facts.Columns, view.ImportColumn{Heading: c.Heading, Field: columnWords(c, several), Unknown: c.Field == ""})
	}
	return facts
}

var separatorWords = map[rune]string{',': "commas", ';': "semicolons", '\t': "tabs", '|': "upright bars"}

// columnWords say what a column is taken for: "mobile (contact 2), as you said".
func columnWords(c intake.Column, several bool) string {
	if c.Said {
		c.Said = false
		return columnWords(c, several) + ", as you said"
	}
	switch {
	case c.Field == "":
		return "not recognised, left where it is"
	case c.Field == intake.NotImported && c.Own != c.Target:
		return "left out"
	case c.Field == intake.NotImported:
		return "known, left where it is"
	case c.Block == 0:
		return c.Field.Words() + " (child)"
	case several:
		return c.Field.Words() + " (contact " + strconv.Itoa(c.Block) + ")"
	}
	return c.Field.Words() + " (contact)"
}

// changes are those of the people and links that are held already.
func (p *pendingImport) changes(names importNames) []view.ImportChange {
	var all []view.ImportChange
	add := func(e intake.Entry, name string) {
		if e.State != intake.Changed {
			return
		}
		change := view.ImportChange{Row: e.Row, Name: name}
		for _, c := range e.Changes {
			change.Fields = append(change.Fields, view.ImportField{Field: c.Field.Words(), From: valueWords(c.Field, c.From), To: valueWords(c.Field, c.To)})
		}
		all = append(all, change)
	}
	for _, pupil := range p.plan.Pupils {
		add(pupil.Entry, names.pupil(pupil.ID))
	}
	for _, adult := range p.plan.Adults {
		add(adult.Entry, names.adult(adult.ID))
	}
	for _, link := range p.plan.Links {
		add(link.Entry, names.link(link))
	}
	model.InOrder(all, func(a, b view.ImportChange) int { return a.Row - b.Row })
	return all
}

func (p *pendingImport) families(names importNames) []view.ImportFamily {
	var all []view.ImportFamily
	for _, f := range p.plan.Families {
		family := view.ImportFamily{Name: f.Name, New: f.State == intake.New, Was: f.Was}
		for _, id := range f.Joined {
			family.Joined = append(family.Joined, names.families[id])
		}
		var children, adults []string
		for _, id := range f.Pupils {
			children = append(children, pupilOf(names.pupils[id]).Card())
		}
		for _, id := range f.Adults {
			adults = append(adults, names.adult(id))
		}
		family.Children, family.Adults = strings.Join(children, " · "), strings.Join(adults, ", ")
		all = append(all, family)
	}
	model.InOrder(all, func(a, b view.ImportFamily) int {
		return strings.Compare(model.FoldSearch(a.Name), model.FoldSearch(b.Name))
	})
	return all
}

// importNames name people by the ids of a plan.
type importNames struct {
	pupils, adults map[int64]intake.Values
	links          map[int64]intake.Values
	families       map[int64]string // those held before
	after          []intake.Link
}

func newImportNames(after, held intake.Caseload) importNames {
	n := importNames{pupils: map[int64]intake.Values{}, adults: map[int64]intake.Values{}, links: map[int64]intake.Values{}, families: map[int64]string{}, after: after.Links}
	for _, p := range after.Pupils {
		n.pupils[p.ID] = p.Now
	}
	for _, a := range after.Adults {
		n.adults[a.ID] = a.Now
	}
	for _, l := range after.Links {
		n.links[l.ID] = l.Now
	}
	for _, f := range held.Families {
		n.families[f.ID] = f.Name
	}
	return n
}

func (n importNames) pupil(id int64) string { return pupilOf(n.pupils[id]).FullName() }

func (n importNames) adult(id int64) string { return adultOf(n.adults[id]).FullName() }

func (n importNames) link(l intake.LinkPlan) string {
	return n.adult(l.Adult) + ", " + relationWords(n.links[l.ID]) + " of " + n.pupil(l.Pupil)
}

func relationWords(v intake.Values) string {
	if v[intake.Relation] == "" {
		return "contact"
	}
	return model.Relationship(v[intake.Relation]).Words()
}

// pupilOf is a pupil of an import as far as lists show one.
func pupilOf(v intake.Values) model.Pupil {
	return model.Pupil{Forename: v[intake.Forename], Surname: v[intake.Surname], KnownAs: v[intake.KnownAs],
		Year: model.YearGroup(v[intake.Year]), Class: v[intake.Form], SEN: model.SENStatus(v[intake.SEN])}
}

func adultOf(v intake.Values) model.Adult {
	return model.Adult{Title: v[intake.Title], Forename: v[intake.Forename], Surname: v[intake.Surname], KnownAs: v[intake.KnownAs]}
}

// valueWords are a value as a person reads it.
func valueWords(f intake.Field, value string) string {
	switch {
	case value == "":
		return "nothing"
	case f == intake.Born:
		return model.Date(value).Full()
	case f == intake.Year:
		return model.YearGroup(value).Words()
	case f == intake.SEN:
		return model.SENStatus(value).Words()
	case f == intake.Relation:
		return model.Relationship(value).Words()
	}
	return value
}
