package demo

import "kettle/model"

// reviewKinds are the meetings that families by chance have.
var reviewKinds = []model.MeetingKind{model.TermlyReview, model.TermlyReview, model.CheckInMeeting, model.HonestConversation, model.AttendanceMeeting}

// meetingByChance is a meeting of the past year, or, one in five, of the coming weeks.
func (m *maker) meetingByChance(p plan) meeting {
	kind := oneOf(m, reviewKinds)
	child := p.children[0].is
	mt := talkAbout(child.Forename, kind)
	mt.in, mt.at = -8-m.rng.IntN(150), oneOf(m, meetingTimes)
	asked := 8 - mt.in
	if m.rng.IntN(5) == 0 {
		mt.in, asked = 9+m.rng.IntN(20), 1+m.rng.IntN(4)
	} else {
		m.hold(&mt, child.Forename)
	}
	for _, a := range p.adults {
		if a.ties[0].is.Relation != model.Neighbour && a.ties[0].is.Relation != model.Aunt {
			mt.people = append(mt.people, seat{who: a.is.Forename, invited: asked, why: asked, is: coming(text)})
		}
	}
	mt.people = append(mt.people, seat{who: m.me(), is: because("leads the meeting")})
	return mt
}

// meetingTimes are when a meeting may begin.
var meetingTimes = []model.Clock{"08:30", "13:30", "14:15", "15:30", "16:00"}

// talkAbout is a meeting about a child, without its day and its people.
func talkAbout(child string, kind model.MeetingKind) meeting {
	t := model.TemplateOf(kind)
	return meeting{about: child, room: "Rainbow room",
		is: model.Meeting{Kind: kind, Minutes: t.Minutes, Mood: t.Mood, Mode: model.InPerson, ModeBy: model.FamilyChose, Purpose: "How are things going for " + child + "?"}}
}

// hold fills in what comes of a meeting.
func (m *maker) hold(mt *meeting, child string) {
	t := oneOf(m, talks)
	mt.is.Status, mt.is.Closed, mt.is.OpenDoor, mt.is.Layout = model.Held, model.Yes, true, model.EasyChairs
	mt.is.Opening, mt.is.Notes, mt.is.Words = naming(oneOf(m, goodThings), child), naming(t.note, child), naming(t.words, child)
	mt.outcomes = []string{"We go on as before, and speak again next term."}
	mt.agreed = []agreed{{text: oneOf(m, undertakings), in: mt.in + 5, done: 3 - mt.in - 5, told: 3 - mt.in - 5}}
	if mt.is.Kind == model.TermlyReview {
		mt.record = -mt.in - 3
	}
	mt.wrote = "how things are for " + child
}
