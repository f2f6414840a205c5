package demo

import (
	"math/rand/v2"

	"kettle/model"
)

// incident is an account of something that happened between children, by forename and surname.
type incident struct {
	is       model.Account // without a day
	ago      int
	at       model.Clock
	children []string
	versions []toldSo
	agreed   int // days ago, 0 not yet
	told     []toldParent
}

// toldSo is an incident as somebody tells it, so many days ago; 0 is today.
type toldSo struct {
	by, text string
	ago      int
}

// toldParent is a parent who was told, by the forename, so many days ago.
type toldParent struct {
	who string
	ago int
	at  model.Clock
	by  string
	how model.Channel
}

var incidents = []incident{
	{is: model.Account{What: "the push in the dinner queue", Place: "dinner hall"}, ago: 1, at: "12:15", children: []string{"Chidi Okafor", "Niamh O'Brien"},
		versions: []toldSo{
			{"Mr Shah", "Chidi and Niamh stood in the queue. Niamh stepped in front of him to be with her friend. Chidi pushed her once, with both hands. " +
				"She fell against the rail and cried. He said sorry at once and stayed with her.", 1},
			{"Miss Harlow", "Chidi and Niamh stood in the queue. Somebody behind called Chidi a baby. Chidi pushed Niamh once, with one hand. " +
				"She fell against the rail and cried. He said sorry at once and fetched me.", 1}}},
	{is: model.Account{What: "the broken kite", Place: "field", AgreedBy: "Mr Ferreira, Mrs Vance",
		Agreed: "A kite was broken on the field in the afternoon. Nobody did it on purpose: two lines were tangled, and one snapped. It is being mended in school."},
		ago: 21, at: "13:40", children: []string{"Can Yılmaz"}, agreed: 21, versions: []toldSo{
			{"Mr Ferreira", "Two kites were tangled, and one line snapped.", 21},
			{"Mrs Vance", "Two kites were tangled. Can pulled, and one line snapped.", 21}},
		told: []toldParent{{"Çağrı", 21, "15:20", "Ms Reed", phone}, {"Gül", 21, "15:35", "Ms Reed", phone}}},
}

// incidentsChance begins the chance of the incidents, beyond that of any family.
const incidentsChance = 1 << 40

// makeIncidents makes the incidents of the children that there are.
func (m *maker) makeIncidents() {
	m.rng = rand.New(rand.NewPCG(m.school.Options.Seed, incidentsChance))
	for _, plan := range incidents {
		a := plan.is
		a.Pupils = m.pupilsCalled(plan.children)
		if len(a.Pupils) < len(plan.children) {
			continue
		}
		a.ID, a.UID, a.At = nextID(m.school.Accounts), m.uid(), m.days.at(plan.ago, plan.at)
		for _, v := range plan.versions {
			m.versions++
			a.Versions = append(a.Versions, model.AccountVersion{ID: m.versions, AccountID: a.ID, By: v.by, Text: v.text, On: m.days.ago(v.ago)})
		}
		if plan.agreed > 0 {
			a.AgreedOn = m.days.at(plan.agreed, "14:50")
		}
		for _, t := range plan.told {
			a.Told = append(a.Told, model.AccountTold{AccountID: a.ID, AdultID: m.parentCalled(a.Pupils, t.who), At: m.days.at(t.ago, t.at), By: t.by, Channel: t.how})
		}
		m.school.Accounts = append(m.school.Accounts, a)
	}
}

// pupilsCalled are the pupils of these forenames and surnames, as far as there are some.
func (m *maker) pupilsCalled(names []string) []int64 {
	var ids []int64
	for _, name := range names {
		for _, p := range m.school.Pupils {
			if p.FullName() == name {
				ids = append(ids, p.ID)
				break
			}
		}
	}
	return ids
}

// parentCalled is the adult of that forename who is linked to one of the pupils, 0 for none.
func (m *maker) parentCalled(pupils []int64, forename string) int64 {
	for _, l := range m.school.Links {
		for _, id := range pupils {
			if l.PupilID == id && m.adult(l.AdultID).Forename == forename {
				return l.AdultID
			}
		}
	}
	return 0
}
