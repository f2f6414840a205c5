package intake

import (
	"slices"

	"kettle/model"
)

// largestFamily is how many pupils one family may come to have without asking.
const largestFamily = 8

// joins reports whether the link makes its pupil one family with the adult's other pupils: a family
// relationship, or parental responsibility where the relationship is blank or other; never under a
// court order (section 5).
func (l *link) joins() bool {
	if l.hidden() || l.value(CourtOrder) == string(model.Yes) {
		return false
	}
	relationship := model.Relationship(l.value(Relation))
	if relationship == "" || relationship == model.OtherRelationship {
		return l.value(Responsibility) == string(model.Yes)
	}
	return relationship.IsFamily()
}

// fresh reports whether the file makes the link, or changes it, so that families are looked at again.
// What the user did to families since the last import stays otherwise.
func (l *link) fresh() bool { return l.entry.State == New || l.entry.State == Changed }

// group is a family while pupils are being joined.
type group struct {
	into    *group
	held    []int64 // families of the caseload in it, the one that stays first
	members []*pupil
	size    int
}

func (g *group) root() *group {
	for g.into != nil {
		g = g.into
	}
	return g
}

type familySorter struct {
	of     map[*pupil]*group
	groups []*group
	apart  map[[2]int64]bool
	// linksOf are the links of each adult that join, in the order of the file.
	linksOf map[*adult][]*link
	adults  []*adult
	choices Choices
}

// sortFamilies joins the pupils who share an adult, and names the families.
func (m *matcher) sortFamilies(plan *Plan) {
	s := familySorter{of: map[*pupil]*group{}, apart: map[[2]int64]bool{}, linksOf: map[*adult][]*link{}, choices: m.choices}
	for _, pair := range m.held.Apart {
		s.apart[pair], s.apart[[2]int64{pair[1], pair[0]}] = true, true
	}
	s.begin(m.pupils)
	for _, l := range m.links {
		if l.joins() {
			if s.linksOf[l.adult] == nil {
				s.adults = append(s.adults, l.adult)
			}
			s.linksOf[l.adult] = append(s.linksOf[l.adult], l)
		}
	}
	for _, a := range s.adults {
		if slices.ContainsFunc(s.linksOf[a], (*link).fresh) {
			s.join(plan, a)
		}
	}
	m.planFamilies(plan, &s)
}

// begin puts every pupil into the family the caseload has, or one of their own.
func (s *familySorter) begin(pupils []*pupil) {
	held := map[int64]*group{}
	for _, p := range pupils {
		if p.hidden() {
			continue
		}
		g := held[p.family]
		if p.held == nil || p.family == 0 || g == nil {
			g = &group{}
			s.groups = append(s.groups, g)
			if p.family > 0 {
				held[p.family], g.held = g, []int64{p.family}
			}
		}
		g.members = append(g.members, p)
		g.size++
		s.of[p] = g
	}
}

// join makes the pupils of an adult one family, unless it would be a large one: then it asks.
func (s *familySorter) join(plan *Plan, a *adult) {
	links := s.linksOf[a]
	size := 0
	var groups []*group
	for _, l := range links {
		if g := s.of[l.pupil].root(); !slices.Contains(groups, g) {
			groups = append(groups, g)
			size += g.size
		}
	}
	if len(groups) < 2 {
		return
	}
	if size > largestFamily && !s.ask(plan, a, links, size) {
		return
	}
	for _, g := range groups[1:] {
		s.unite(plan, a, groups[0].root(), g.root())
	}
}

// ask asks about a large family, and reports whether somebody has said yes.
func (s *familySorter) ask(plan *Plan, a *adult, links []*link, size int) bool {
	q := Question{Adult: a.id, Joined: s.choices[Choice{Decision: JoinLarge, Kind: AnAdult, ID: a.id}]}
	for _, l := range links {
		q.Pupils = append(q.Pupils, l.pupil.id)
	}
	q.Text = a.name() + " would make one family of " + plural(size, "pupil") + ". They are not joined; join them by hand if they are one family."
	if q.Joined {
		q.Text = a.name() + " makes one family of " + plural(size, "pupil") + "."
	}
	plan.Questions = append(plan.Questions, q)
	return q.Joined
}

// unite puts one family into the other: into the one the caseload has, and the older of two. Families
// that were parted by hand stay apart.
func (s *familySorter) unite(plan *Plan, by *adult, a, b *group) {
	if a == b || s.parted(a, b) {
		return
	}
	if s.keptApart(plan, by, a, b) {
		return
	}
	if len(a.held) == 0 && len(b.held) > 0 || len(a.held) > 0 && len(b.held) > 0 && b.held[0] < a.held[0] {
		a, b = b, a
	}
	b.into = a
	a.held = append(a.held, b.held...)
	a.members = append(a.members, b.members...)
	a.size += b.size
}

func (s *familySorter) parted(a, b *group) bool {
	for _, x := range a.held {
		for _, y := range b.held {
			if s.apart[[2]int64{x, y}] {
				return true
			}
		}
	}
	return false
}

// planFamilies gives every family of the file its number, name and people.
func (m *matcher) planFamilies(plan *Plan, s *familySorter) {
	held := map[int64]Family{}
	for _, f := range m.held.Families {
		held[f.ID] = f
	}
	adults := m.adultsByPupil()
	made := int64(0)
	for _, g := range s.groups {
		if g.into != nil || !slices.ContainsFunc(g.members, func(p *pupil) bool { return p.row > 0 }) {
			continue
		}
		f := FamilyPlan{State: Same}
		if len(g.held) > 0 {
			f.ID, f.Joined = g.held[0], g.held[1:]
		} else {
			made++
			f.ID, f.State = -made, New
		}
		f.fill(g, adults)
		f.name(g, held[f.ID])
		plan.Families = append(plan.Families, f)
	}
}

func (m *matcher) adultsByPupil() map[*pupil][]int64 {
	of := map[*pupil][]int64{}
	for _, l := range m.links {
		if !l.hidden() {
			of[l.pupil] = append(of[l.pupil], l.adult.id)
		}
	}
	return of
}

// fill lists the people of a family: pupils in the order of the file, then those not in it.
func (f *FamilyPlan) fill(g *group, adults map[*pupil][]int64) {
	model.InOrder(g.members, byRow)
	seen := map[int64]bool{}
	for _, p := range g.members {
		if p.family != f.ID && f.State == Same {
			f.State = Changed
		}
		p.family = f.ID
		f.Pupils = append(f.Pupils, p.id)
		for _, id := range adults[p] {
			if !seen[id] {
				seen[id] = true
				f.Adults = append(f.Adults, id)
			}
		}
	}
}

func byRow(a, b *pupil) int {
	switch {
	case a.row == b.row:
		return 0
	case a.row == 0:
		return 1
	case b.row == 0:
		return -1
	}
	return a.row - b.row
}
