package model_test

import (
	"fmt"
	"strings"

	"kettle/model"
)

// captureSchool is a made-up caseload with names that are easily taken for one another.
func captureSchool() *model.CaptureIndex { return model.NewCaptureIndex(captureSchoolPeople()) }

// captureHome is one family of captureSchool: its name, the day they were last dealt with, its children
// "Chidi Okafor 4B" and its adults "mother Mrs Ngozi Okafor".
type captureHome struct {
	name   string
	dealt  model.Moment
	pupils []string
	adults []string
}

var captureHomes = []captureHome{
	{"Okafor", "2026-11-20T15:10", []string{"Chidi|Okafor|4B", "Ada|Okafor|1A"}, []string{"mother|Mrs|Ngozi|Okafor", "father|Mr|Emeka|Okafor"}},
	{"Okafor-Lane", "", []string{"Zoë|Okafor-Lane|6C"}, []string{"mother|Ms|Priya|Lane", "father|Mr|Samuel|Okafor"}},
	{"Brennan", "", []string{"Róisín|Brennan|3H"}, []string{"mother|Ms|Aoife|Brennan", "grandmother|Mrs|Nuala|Brennan", "grandfather|Mr|Pat|Doyle"}},
	{"Haddad", "", []string{"Sami|Haddad|5K", "Layla|Haddad|2P"}, []string{"mother|Mrs|Rima|Haddad", "father|Mr|Omar|Haddad"}},
	{"Nowak / Sharp", "", []string{"Jan|Nowak|6C", "Leo|Sharp|1A"}, []string{"mother|Mrs|Ewa|Nowak", "father|Mr|Piotr|Nowak", "mother:2|Miss|Jodie|Sharp"}},
	{"Malik", "", []string{"Imran|Malik|4B"}, []string{"mother|Mrs|Saira|Malik", "father!|Mr|Tariq|Malik"}},
	{"Petrov", "2026-11-02", []string{"Nadia|Petrov|2P"}, []string{"foster-carer~Foster Mother|Mrs|Joan|Ellis", "social-worker|Mr|Tom|Bellamy"}},
	{"Adeyemi", "2026-11-12T09:00", []string{"Tobi|Adeyemi|5K"}, []string{"father|Mr||Adeyemi", "social-worker|Mr|Tom|Bellamy"}},
	{"Hill", "2026-10-01", []string{"James|Hill|4B"}, []string{"mother|Mrs|Ann|Hill"}},
	{"Hill", "2026-11-19T08:50", []string{"Grace|Hill|1A"}, []string{"mother|Mrs|Ruth|Hill", "aunt|Miss|Dora|Fenn", "uncle|Mr|Sid|Hill"}},
	{"van der Berg", "", []string{"Lotte|van der Berg|6C"}, []string{"carer|Ms|Anneke|van der Berg"}},
	{"O’Neill", "", []string{"Finn|O’Neill|5K"}, []string{"mother|Dr|Kate|O'Neill", "grandparent|Mrs|Maeve|O’Neill"}},
	{"Theakston", "", []string{"Callum|Theakston|3H"}, []string{"foster-carer~Foster Father|Mr|Neil|Theakston"}},
	{"Fry", "", []string{"Mary|Fry|3H"}, []string{"mother|Mrs|Beth|Fry"}},
	{"Frye", "", []string{"Molly|Frye|5K"}, []string{"mother|Mrs|Cara|Frye"}},
	{"Kaczmarek", "", []string{"Ola|Kaczmarek|4B"}, []string{"mother|Mrs|Zofia|Kaczmarek"}},
}

func captureSchoolPeople() model.CapturePeople {
	p := model.CapturePeople{Staff: []model.Staff{{ID: 1, Name: "Ms Reed"}, {ID: 2, Name: "Mr Sanjay Shah"}, {ID: 3, Name: "Mrs Bell"}, {ID: 4, Name: "Ms Walsh", Me: true}}}
	known := map[string]int64{}
	for i, home := range captureHomes {
		family := model.CaptureFamily{ID: int64(i + 1), Name: home.name, Dealt: home.dealt}
		p.Families = append(p.Families, family)
		first := int64(len(p.Pupils) + 1)
		for _, said := range home.pupils {
			parts := strings.Split(said, "|")
			p.Pupils = append(p.Pupils, model.CapturePupil{ID: int64(len(p.Pupils) + 1), FamilyID: family.ID, Forename: parts[0], Surname: parts[1], Class: parts[2]})
		}
		for n, said := range home.adults {
			parts := strings.Split(said, "|")
			relation, office, _ := strings.Cut(parts[0], "~")
			relation, walled := strings.CutSuffix(relation, "!")
			relation, second := strings.CutSuffix(relation, ":2")
			name := strings.Join(parts[1:], " ")
			id := known[name]
			if id == 0 {
				id = int64(len(p.Adults) + 1)
				known[name] = id
				p.Adults = append(p.Adults, model.CaptureAdult{ID: id, Title: parts[1], Forename: parts[2], Surname: parts[3]})
			}
			for pupil := first; pupil <= int64(len(p.Pupils)); pupil++ {
				if home.name == "Nowak / Sharp" && second != (pupil > first) && parts[2] != "Piotr" {
					continue
				}
				p.Links = append(p.Links, model.Link{PupilID: pupil, AdultID: id, Relation: model.Relationship(relation), RelationText: office, CourtOrder: walled, Priority: n + 1})
			}
		}
	}
	return p
}

// captured is a reading in parts, "note hello" and the like, as the tables of lines expect them.
func captured(c model.Capture) []string {
	parts := []string{string(c.Status), "by " + string(c.Channel), "dir " + string(c.Dir), "kind " + string(c.Kind), "at " + string(c.At),
		"triage " + c.Triage, "note " + c.Note, "words " + c.Words}
	if c.ChannelGuessed {
		parts = append(parts, "guessed")
	}
	for _, f := range c.Families {
		parts = append(parts, "family "+f.Name)
	}
	for _, a := range c.Adults {
		parts = append(parts, "adult "+a.FullName())
	}
	for _, p := range c.Pupils {
		parts = append(parts, "pupil "+p.FullName())
	}
	for _, p := range c.Present {
		parts = append(parts, "with "+p)
	}
	for _, p := range c.Promises {
		parts = append(parts, fmt.Sprintf("todo %s: %s, %s", strings.TrimSpace(string(p.Whose)+" "+p.Who), p.What, p.Due))
		if p.Guessed {
			parts = append(parts, "due guessed")
		}
		if p.Offer {
			parts = append(parts, "offer "+string(p.DueAt))
		}
	}
	if c.DSLTo != "" {
		parts = append(parts, "dsl to "+c.DSLTo)
	}
	if c.DSLRef != "" {
		parts = append(parts, "ref "+c.DSLRef)
	}
	for _, h := range c.Hints {
		parts = append(parts, "hint "+h)
	}
	for _, kind := range []string{"adult", "pupil", "with", "todo", "hint", "family"} {
		n := 0
		for _, p := range parts {
			if strings.HasPrefix(p, kind+" ") {
				n++
			}
		}
		parts = append(parts, fmt.Sprintf("%d %s", n, kind))
	}
	return parts
}
