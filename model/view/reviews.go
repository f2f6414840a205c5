package view

import "kettle/model"

// SENFilter says which pupils of the grid are asked for, and of which days the meetings count.
type SENFilter struct {
	Words    string // each must be found in the family, as in the list of families, or in the class
	From, To model.Date
}

// SENGrid is a window on the pupils with SEN support or a plan, by class: those from Offset on, and how
// many there are in all.
type SENGrid struct {
	Total  int
	Offset int
	Rows   []SENRow
}

// SENRow is one pupil with the meetings of the school year that may count.
type SENRow struct {
	Pupil    model.Pupil // as far as a list shows a pupil
	Family   string
	Meetings []model.SENMeeting
}

// ReviewCountdown is a window on the pupils with a plan, the nearest date first.
type ReviewCountdown struct {
	Total  int
	Offset int
	Rows   []ReviewRow
}

// ReviewRow is one pupil with the annual review that is under way, the zero meeting while there is none.
type ReviewRow struct {
	Pupil   model.Pupil
	Family  string
	School  model.School
	Meeting model.Meeting
	People  []model.MeetingPerson // of the meeting, without those behind the wall
}

// Facts are what the chain of the review looks at on a day.
func (r ReviewRow) Facts(today model.Date, w World) model.ReviewFacts {
	return model.ReviewFacts{Pupil: r.Pupil, School: r.School, Meeting: r.Meeting, People: r.People,
		Today: today, Calendar: w.Calendar(r.Pupil.SchoolID), Settings: w.Settings}
}

// ReviewFacts are what the chain of the annual review that is prepared looks at; there is none for a
// meeting of another kind, or about nobody with a plan.
func (p MeetingPrep) ReviewFacts(today model.Date) (f model.ReviewFacts, ok bool) {
	if p.Meeting.Kind != model.AnnualReview {
		return f, false
	}
	f = model.ReviewFacts{School: p.School, Meeting: p.Meeting, Today: today, Calendar: p.Calendar, Settings: p.Settings}
	circle := p.Circle()
	for _, m := range p.People {
		if circle.MayCount(m) {
			f.People = append(f.People, m)
		}
	}
	for _, pupil := range p.Pupils {
		if pupil.SEN == model.EHCP {
			f.Pupil = pupil
			return f, true
		}
	}
	return f, false
}
