package demo

import "kettle/model"

// move is a pupil's move to another phase or school, by forename and surname, as it is known on the day.
type move struct {
	who    string
	begun  bool // into the school year that has begun, else into the next
	is     model.Transition
	settle int // days ago that the pupil was seen to have arrived, 0 not yet
	visits []seenBefore
}

// seenBefore is a visit before a move; in counts school days, negative ones are back.
type seenBefore struct {
	in   int
	what string
}

var moves = []move{
	{who: "Zoë Okafor-Lane", is: model.Transition{ToSchool: "Harbour View School", NamedAdult: "Mrs Adeline Frost, SENCO",
		Worries: "“Will anybody there sign with me?” Her mother fears that the hearing support stops in the summer.",
		Helps:   "Sits where she sees every face. Written timetable the day before. Her friend Mia goes there, too."},
		visits: []seenBefore{{-12, "her teacher of the deaf met the new SENCO"}, {31, "a morning in Year 7, with Mia"}}},
	{who: "Aisha Malik", is: model.Transition{Worries: "Stairs. And who carries her bag when she uses both hands."}},
	{who: "Simi Adeyemi", is: model.Transition{Helps: "The same peg picture as in the nursery."}},
	{who: "Karim Haddad", begun: true, settle: 21, is: model.Transition{NamedAdult: "Miss Tully", Helps: "Diggers, and a word of Arabic in the morning."},
		visits: []seenBefore{{-60, "story time in Reception"}}},
	{who: "Elif Yılmaz", begun: true, is: model.Transition{ToSchool: "", NamedAdult: "Ms Wren", Worries: "She eats alone."}},
}

// makeMoves makes the moves of the pupils that there are.
func (m *maker) makeMoves() {
	visits := int64(0)
	for _, plan := range moves {
		ids := m.pupilsCalled([]string{plan.who})
		if len(ids) == 0 {
			continue
		}
		t := plan.is
		t.ID, t.PupilID, t.Year, t.Settled = nextID(m.school.Moves), ids[0], m.year+1, m.days.since(plan.settle)
		if plan.begun {
			t.Year = m.year
		}
		for _, v := range plan.visits {
			visits++
			on := m.days.in(v.in)
			one := model.TransitionVisit{ID: visits, TransitionID: t.ID, On: on, What: v.what}
			if v.in < 0 {
				one.Done = on
			}
			t.Visits = append(t.Visits, one)
		}
		m.school.Moves = append(m.school.Moves, t)
	}
}
