package view

import "kettle/model"

// YearsAhead is what becomes of each pupil when the years of the schools move on.
type YearsAhead struct {
	Start    int  // the calendar year in which the school year begins that they move into
	Begun    bool // it has begun: before 1 September they can only be looked at
	Schools  []YearsOfSchool
	NoSchool int // children on roll of whom no school is written down, where it is not plain which it is
}

// YearsOfSchool are the pupils of one school who are on roll, by year group and class.
type YearsOfSchool struct {
	School model.School
	Added  model.Date // when the school was written down
	Moved  bool       // its years have moved on already
	Pupils []YearRow
	Left   []YearRow // who left at the end of the school year before, once they have moved on
}

// YearRow is a pupil as far as the list shows it.
type YearRow struct {
	Pupil    model.Pupil
	Family   string
	ToSchool string          // as it is written down of their move
	Said     model.Date      // when the group was last written down, as far as is known
	Stand    model.YearStand // of those on roll
}

// YearUp is how many groups up a pupil goes whose group is From; 0 is kept back, or left as it is.
type YearUp struct {
	Pupil int64
	From  model.YearGroup
	Up    int
}

// Behind counts the children who are still in the groups of the school year before, in schools whose years
// have not moved on.
func (y YearsAhead) Behind() (n int) {
	for _, s := range y.Schools {
		for _, r := range s.Pupils {
			if !s.Moved && r.Stand.Up() > 0 {
				n++
			}
		}
	}
	return n
}
