package demo

import (
	"fmt"
	"slices"
	"strings"

	"kettle/model"
)

// shape is who looks after the children; as many as its weight in every hundred families.
type shape struct {
	weight int
	adults func(m *maker, g nameGroup, surname string) []adult
}

var shapes = []shape{
	{45, func(m *maker, g nameGroup, s string) []adult {
		return []adult{m.woman(g, s, 0, living(model.Mother)), m.man(g, s, 0, living(model.Father))}
	}},
	{25, func(m *maker, g nameGroup, s string) []adult { return []adult{m.woman(g, s, 0, living(model.Mother))} }},
	{15, func(m *maker, g nameGroup, s string) []adult {
		return []adult{m.woman(g, s, 0, living(model.Mother)), m.man(g, oneOf(m, m.list(g.surnames)), 1, apart(model.Father))}
	}},
	{8, func(m *maker, g nameGroup, s string) []adult {
		return []adult{m.woman(g, s, 0, living(model.Mother)), m.man(g, oneOf(m, m.list(g.surnames)), 0, living(model.Stepfather))}
	}},
	{4, func(m *maker, g nameGroup, s string) []adult {
		return []adult{m.woman(g, s, 0, living(model.Grandmother))}
	}},
	{3, func(m *maker, g nameGroup, s string) []adult { return []adult{m.man(g, s, 0, living(model.Father))} }},
}

// byChance is a family of the tables of names.
func (m *maker) byChance() plan {
	g := oneOf(m, nameGroups)
	surname := oneOf(m, m.list(g.surnames))
	if m.rng.IntN(12) == 0 {
		surname += "-" + oneOf(m, m.list(oneOf(m, nameGroups).surnames))
	}
	p := plan{is: model.Family{Name: surname, CheckinEvery: oneOf(m, rhythms)}, years: 1 + m.rng.IntN(6)}
	if m.rng.IntN(10) == 0 {
		p.is.GoodNewsEvery = oneOf(m, []int{5, 10})
	}
	for range oneOf(m, childrenCounts) {
		p.children = append(p.children, m.childByChance(g, surname, p.children))
	}
	p.adults = m.adultsByChance(g, surname)
	p.entries = m.entriesByChance()
	p.log = m.logByChance(p)
	p.promises = m.promisesByChance()
	if m.rng.IntN(33) == 0 {
		p.meetings = []meeting{m.meetingByChance(p)}
	}
	return p
}

// rhythms are how often, in school days, the school is in touch; it is less often with most.
var rhythms = []int{20, 20, 20, 20, 25, 25, 30, 30, 15, 10}

var childrenCounts = []int{1, 1, 1, 1, 2, 2, 2, 2, 3, 3}

func (m *maker) childByChance(g nameGroup, surname string, elder []child) child {
	year := oneOf(m, []model.YearGroup{"N2", "R", "1", "2", "3", "4", "5", "6"})
	c := child{born: m.rng.IntN(365), is: model.Pupil{Surname: surname, Year: year,
		Class: fmt.Sprintf("%s%c", year, 'A'+m.rng.IntN(3)), Strengths: oneOf(m, m.list(strengths)), Interests: oneOf(m, m.list(interests))}}
	for c.is.Forename == "" || slices.ContainsFunc(elder, func(e child) bool { return e.is.Forename == c.is.Forename }) {
		c.is.Forename = oneOf(m, m.list(oneOf(m, []words{g.women, g.men})))
	}
	switch n := m.rng.IntN(100); {
	case n < 8:
		c.is.SEN, c.plan, c.sen = model.EHCP, 5+m.rng.IntN(165), []senYear{{2, model.SENSupport}, {1, model.EHCP}}
	case n < 50:
		c.is.SEN, c.sen = model.SENSupport, []senYear{{1 + m.rng.IntN(3), model.SENSupport}}
	case n < 92:
		c.is.SEN = model.NoSEN
	}
	if c.is.SEN == model.SENSupport || c.is.SEN == model.EHCP {
		c.is.PrimaryNeed = oneOf(m, model.NeedTypes).Code
	}
	if g.language != "" && m.rng.IntN(3) == 0 {
		c.is.Language = g.language
	}
	return c
}

func (m *maker) adultsByChance(g nameGroup, surname string) []adult {
	n := m.rng.IntN(100)
	var adults []adult
	for _, s := range shapes {
		if n -= s.weight; n < 0 {
			adults = s.adults(m, g, surname)
			break
		}
	}
	switch m.rng.IntN(12) {
	case 0:
		adults = append(adults, m.woman(g, oneOf(m, m.list(g.surnames)), len(adults), around(model.Aunt)))
	case 1:
		adults = append(adults, m.woman(g, oneOf(m, m.list(g.surnames)), len(adults), around(model.Grandmother)))
	case 2:
		adults = append(adults, m.man(g, oneOf(m, m.list(g.surnames)), len(adults), around(model.Neighbour)))
	}
	return adults
}

func (m *maker) woman(g nameGroup, surname string, home int, ties []tie) adult {
	return m.person(oneOf(m, []string{"Mrs", "Ms", "Miss", "Mrs"}), oneOf(m, m.list(g.women)), surname, g.language, home, ties)
}

func (m *maker) man(g nameGroup, surname string, home int, ties []tie) adult {
	return m.person("Mr", oneOf(m, m.list(g.men)), surname, g.language, home, ties)
}

func (m *maker) person(title, forename, surname, language string, home int, ties []tie) adult {
	a := model.Adult{Title: title, Forename: forename, Surname: surname,
		Channel: oneOf(m, []model.Channel{phone, text, email, app, gate, model.NoChannelYet})}
	switch m.rng.IntN(12) {
	case 0:
		a.Times = oneOf(m, []string{"after 18:00", "mornings", "not on Fridays", "lunchtime"})
	case 1, 2:
		a.Language = language
	case 3:
		a.LeaveMessage = model.Yes
	}
	return adult{is: a, home: home, ties: ties}
}

func (m *maker) entriesByChance() []entry {
	var entries []entry
	if m.rng.IntN(3) == 0 {
		entries = append(entries, entry{10 + m.rng.IntN(150), helps, oneOf(m, helpings)})
	}
	if m.rng.IntN(6) == 0 {
		entries = append(entries, entry{5 + m.rng.IntN(60), hard, oneOf(m, hardships)})
	}
	return entries
}

func (m *maker) promisesByChance() []promise {
	if m.rng.IntN(4) != 0 {
		return nil
	}
	var promises []promise
	for range 2 + m.rng.IntN(2) {
		made := 6 + m.rng.IntN(90)
		p := promise{in: 5 - made, made: made, closed: made - 3, told: made - 3, is: model.FollowUp{What: oneOf(m, undertakings)}}
		switch n := m.rng.IntN(60); {
		case n == 0:
			p.in, p.closed, p.told = -1-m.rng.IntN(4), 0, 0
		case n < 11:
			p.in, p.made, p.closed, p.told = 6+m.rng.IntN(20), 1+m.rng.IntN(5), 0, 0
		case n < 16:
			p.is.Whose, p.is.Who = model.OfStaff, oneOf(m, m.school.Staff[1:len(handStaff)-1]).Name
		}
		promises = append(promises, p)
	}
	return promises
}

func naming(text, child string) string { return strings.ReplaceAll(text, "{child}", child) }
