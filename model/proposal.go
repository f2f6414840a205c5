package model

import (
	"slices"
	"strings"
)

// ProposalFacts is what a proposal looks at.
type ProposalFacts struct {
	Circle      // the meeting's pupils, with all adults linked to them
	Kind        MeetingKind
	Template    *Template // the one that is taken, nil for that of the kind
	Mood        Mood
	Staff       []Staff // of the pupils' school
	TeacherID   int64   // the pupils' class teacher among the staff, 0 not known
	AbuseBefore bool    // threat or abuse is in the log
	Today       Date

	// What an annual review looks at, too (rules.md R38).
	WorkWith      []Professional // those who work with the pupils
	Professionals []Professional // all that the school knows
	MeetsOn       Date           // "" no day yet
}

// Proposal is who might come to a meeting, to be taken or left. Whoever may not be approached is in
// none of its lists but Apart.
type Proposal struct {
	Family     []Proposed // the parents, each in their own right (practices 15 and 27)
	Children   []Proposed // the pupils, where the meeting is theirs
	Companions []Proposed // others in the children's lives, whom the family might like to bring
	School     []Proposed // the most needed first
	Outside    []Proposed // who from outside is to be at an annual review (rules.md R38)
	Standby    []Proposed // who could be near by if it may become heated (practice 29)
	Apart      []Apart
}

// Proposed is one person, ready to be kept as a person of the meeting.
type Proposed struct {
	Person MeetingPerson
	Why    string // why they are proposed
	Ask    string // what to think of or to ask first, "" nothing
}

// Apart is an adult who is kept out, with the reason.
type Apart struct {
	Adult Adult
	Why   string
}

// standbyRoles are who may stand by, in the order in which they are asked.
var standbyRoles = []Role{Head, HeadOfYear, DSL, SENCO, FLO}

// Propose says who might come, from the links of adults to these pupils and from what the kind of
// meeting needs from school.
func Propose(f ProposalFacts) Proposal {
	p := Proposal{Family: f.parents(), Companions: f.companions(), School: f.school(), Outside: f.outside()}
	for _, w := range f.Walled() {
		p.Apart = append(p.Apart, Apart{w.Adult, w.Words(f.Today)})
	}
	if f.template().Child || len(f.YoungPeople(f.Today)) > 0 {
		p.Children = f.children()
	}
	if f.Mood == MayGetHeated {
		p.Standby = f.standby(p.School)
	}
	askAboutTooMany(p.School, len(p.Family))
	return p
}

func (f ProposalFacts) template() Template {
	if f.Template != nil {
		return *f.Template
	}
	return TemplateOf(f.Kind)
}

func (f ProposalFacts) parents() []Proposed {
	var parents []Proposed
	for _, a := range f.Parents() {
		proposed := f.proposed(a, FamilySide)
		if f.responsibilityUnknown(a) {
			proposed.Ask = "Parental responsibility is not known: the office may know."
		}
		parents = append(parents, proposed)
	}
	return parents
}

func (f ProposalFacts) companions() []Proposed {
	var companions []Proposed
	for _, a := range f.Others() {
		proposed := f.proposed(a, Companion)
		proposed.Ask = "Would the family like to bring them?"
		companions = append(companions, proposed)
	}
	return companions
}

func (f ProposalFacts) proposed(a Adult, side Side) Proposed {
	relation := "adult"
	for _, l := range f.linksOf(a.ID) {
		if l.Relation != "" {
			relation = l.Relation.Words()
			break
		}
	}
	return Proposed{
		Person: MeetingPerson{Side: side, AdultID: a.ID, Name: a.Formal(), Role: relation},
		Why:    relation + " of " + calledTogether(f.PupilsOf(a.ID)),
	}
}

// responsibilityUnknown is a question only; a mother has it by law (rules.md R47).
func (f ProposalFacts) responsibilityUnknown(a Adult) bool {
	return slices.ContainsFunc(f.linksOf(a.ID), func(l Link) bool {
		return l.ParentalResponsibility == NotKnown && l.Relation != Mother
	})
}

func (f ProposalFacts) children() []Proposed {
	var children []Proposed
	for _, p := range f.Pupils {
		if p.Roll == Died || p.Removed {
			continue
		}
		children = append(children, Proposed{
			Person: MeetingPerson{Side: FamilySide, PupilID: p.ID, Name: p.Called(), Role: "pupil"},
			Why:    "it is " + possessive(p.Called()) + " meeting",
			Ask:    f.askChild(p),
		})
	}
	return children
}

// askChild is what to ask of the child; after compulsory school age the plan is their own (rules.md R39).
func (f ProposalFacts) askChild(p Pupil) string {
	if f.Kind == AnnualReview && p.PlanIsTheirs(f.Today) {
		return "The plan is " + possessive(p.Called()) + " own now: the invitation goes to them, parents usually still help."
	}
	return "Would " + p.Called() + " like to come, or to say it beforehand?"
}

// school is the user as host, then the roles that the kind of meeting needs, then the liaison
// officer where there was abuse before: each person once (practices 25 and 26).
func (f ProposalFacts) school() []Proposed {
	seats := slices.Clone(f.template().School)
	if f.AbuseBefore {
		seats = append(seats, Seat{FLO, "nobody meets this alone"})
	}
	var school []Proposed
	if me, ok := f.staffWhere(func(s Staff) bool { return s.Me }); ok {
		school = append(school, atSchool(me, "leads the meeting"))
	}
	for _, seat := range seats {
		s, ok := f.holder(seat.Role)
		if ok && !isAmong(school, s) {
			school = append(school, atSchool(s, withChild(seat.Reason, f.Pupils)))
		}
	}
	return school
}

// TeacherOf is the class teacher of the first of the pupils who has one among the staff of the school,
// 0 when none is known: who has the class, a class teacher before another colleague; else the class
// teacher whose name or hours name it, else the only class teacher.
func TeacherOf(pupils []Pupil, staff []Staff) int64 {
	here := slices.DeleteFunc(slices.Clone(staff), func(s Staff) bool { return s.Inactive || s.Removed })
	teachers := slices.DeleteFunc(slices.Clone(here), func(s Staff) bool { return s.Role != ClassTeacher })
	for _, p := range pupils {
		for _, of := range []func(Staff) bool{p.isTaughtBy, p.isNamedBy} {
			if at := slices.IndexFunc(teachers, of); at >= 0 {
				return teachers[at].ID
			}
		}
		if at := slices.IndexFunc(here, func(s Staff) bool { return s.Role != TA && p.isTaughtBy(s) }); at >= 0 {
			return here[at].ID
		}
	}
	if len(teachers) == 1 {
		return teachers[0].ID
	}
	return 0
}

// isTaughtBy reports whether a colleague of the pupil's school has the pupil's class.
func (p Pupil) isTaughtBy(s Staff) bool {
	sameSchool := s.SchoolID == p.SchoolID || s.SchoolID == 0 || p.SchoolID == 0
	return sameSchool && s.Teaches(p.Class)
}

// isNamedBy reports whether the name or the hours of a colleague name the pupil's class.
func (p Pupil) isNamedBy(s Staff) bool {
	return p.Class != "" && slices.Contains(strings.Fields(FoldSearch(s.Name+" "+s.Availability)), FoldSearch(p.Class))
}

// holder is who has the role: of teachers, only the one who is known to be the pupils' own.
func (f ProposalFacts) holder(r Role) (Staff, bool) {
	return f.staffWhere(func(s Staff) bool {
		if r == ClassTeacher {
			return s.ID == f.TeacherID && f.TeacherID != 0
		}
		return s.Role == r
	})
}

func (f ProposalFacts) staffWhere(is func(Staff) bool) (Staff, bool) {
	at := slices.IndexFunc(f.Staff, func(s Staff) bool { return !s.Inactive && !s.Removed && is(s) })
	if at < 0 {
		return Staff{}, false
	}
	return f.Staff[at], true
}

func atSchool(s Staff, reason string) Proposed {
	return Proposed{
		Person: MeetingPerson{Side: SchoolSide, StaffID: s.ID, Name: s.Name, Role: string(s.Role), Reason: reason},
		Why:    reason,
		Ask:    s.Availability,
	}
}

func isAmong(school []Proposed, s Staff) bool {
	return slices.ContainsFunc(school, func(p Proposed) bool { return p.Person.StaffID == s.ID })
}

func (f ProposalFacts) standby(inTheRoom []Proposed) []Proposed {
	var standby []Proposed
	for _, r := range standbyRoles {
		s, ok := f.holder(r)
		if ok && !isAmong(inTheRoom, s) && !isAmong(standby, s) {
			standby = append(standby, atSchool(s, "near by, out of the room"))
		}
	}
	return standby
}

// askAboutTooMany asks about everybody from school beyond the number of parents; the host stays.
func askAboutTooMany(school []Proposed, family int) {
	for i := max(family, 1); i < len(school); i++ {
		school[i].Ask = firstText(school[i].Ask, "More from school than from the family: is "+school[i].Person.Name+" needed in the room?")
	}
}
