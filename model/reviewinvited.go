package model

import (
	"slices"
	"strings"
)

// MustBeInvited is one whom the law wants at an annual review (rules.md R38; SEND Regulations 2014
// reg 20).
type MustBeInvited struct {
	Who   string   // "the council's SEN officer"
	Words []string // what somebody's role says, in small letters, when they are this one
}

// ReviewOutsiders are those from outside the school who are invited to every annual review. That of the
// parents, or the young person, and of the school goes without saying.
var ReviewOutsiders = []MustBeInvited{
	{Who: "the council's SEN officer", Words: []string{"sen officer", "send officer", "sen case", "ehc", "plan coordinator", "sen team", "local authority", "council"}},
	{Who: "health", Words: []string{"nurse", "health", "therap", "doctor", "paediatric", "psychiatr", "camhs"}},
	{Who: "social care", Words: []string{"social"}},
}

// is reports whether a role is this one.
func (m MustBeInvited) is(role string) bool {
	role = strings.ToLower(role)
	return slices.ContainsFunc(m.Words, func(w string) bool { return strings.Contains(role, w) })
}

// reviewMissing are those whom the law wants at an annual review and of whom nobody is on the list.
func reviewMissing(people []MeetingPerson) []string {
	var missing []string
	for _, m := range ReviewOutsiders {
		listed := slices.ContainsFunc(people, func(p MeetingPerson) bool {
			return p.Side == OtherSide && !p.Interpreter && m.is(p.Role)
		})
		if !listed {
			missing = append(missing, m.Who)
		}
	}
	return missing
}

// invitedToReview reports whether an annual review counts the person among those who are invited: not the
// child, nor who interprets, nor whom the family brings, nor who is left out for a reason; colleagues
// only where somebody noted that they were invited.
func invitedToReview(p MeetingPerson) bool {
	leftOut := !p.wasAsked() && strings.TrimSpace(p.WhyNot) != ""
	ours := p.Side == SchoolSide && p.Invited == ""
	return p.PupilID == 0 && !p.Interpreter && p.Side != Companion && !leftOut && !ours
}

// givesAdvice reports whether written advice is asked of the person for an annual review: everybody from
// outside who is invited, and whoever cannot come (rules.md R35 and R38; practice: the views of all).
func givesAdvice(p MeetingPerson) bool {
	return invitedToReview(p) && (p.Side == OtherSide || p.Answer.Absent())
}

// ReviewTick is one thing that is noted of each person of an annual review, with its day.
type ReviewTick struct {
	Title string
	On    Date
	Says  string // instead of a day: "came"
}

// Words are the tick for a person, "" while nothing is noted: "advice asked Mon 2 Nov", "did not come".
func (t ReviewTick) Words(today Date) string {
	if t.On == "" {
		return t.Says
	}
	return t.Title + " " + t.On.Near(today)
}

// ReviewTicks are the six ticks of a person (rules.md R38).
func (p MeetingPerson) ReviewTicks() []ReviewTick {
	came := map[YesNo]string{Yes: "came", No: "did not come"}[p.Attended]
	return []ReviewTick{
		{Title: "invited", On: p.Invited}, {Title: "advice asked", On: p.AdviceAsked}, {Title: "advice received", On: p.AdviceReceived},
		{Title: "advice sent on", On: p.AdviceSentOn}, {Title: "attended", Says: came}, {Title: "report sent", On: p.ReportSent},
	}
}

// outside proposes for an annual review those from outside whom the law wants there, from the people who
// work with the pupils and the school's list; whoever is not known by name is proposed by what they are.
func (f ProposalFacts) outside() []Proposed {
	if f.Kind != AnnualReview {
		return nil
	}
	var outside []Proposed
	add := func(o Professional, why string) {
		twice := slices.ContainsFunc(outside, func(p Proposed) bool { return p.Person.ProfessionalID == o.ID })
		if o.Removed || twice || strings.Contains(strings.ToLower(o.Role), "interpreter") {
			return
		}
		outside = append(outside, Proposed{Person: MeetingPerson{Side: OtherSide, ProfessionalID: o.ID, Name: o.Name, Role: o.Role, Reason: why}, Why: why, Ask: f.adviceWords()})
	}
	for _, o := range f.WorkWith {
		add(o, "works with "+calledTogether(f.Pupils))
	}
	for _, m := range ReviewOutsiders {
		if slices.ContainsFunc(outside, func(p Proposed) bool { return m.is(p.Person.Role) }) {
			continue
		}
		if at := slices.IndexFunc(f.Professionals, func(o Professional) bool { return !o.Removed && m.is(o.Role) }); at >= 0 && m.Who == ReviewOutsiders[0].Who {
			add(f.Professionals[at], "the law asks it")
		}
	}
	return outside
}

// adviceWords say by when written advice is asked for.
func (f ProposalFacts) adviceWords() string {
	if !f.MeetsOn.Valid() {
		return "Written advice is asked for, too; it goes to all 14 days before the meeting."
	}
	return "Written advice is asked for, too: to all by " + f.MeetsOn.AddDays(-ReviewNoticeDays).Short() + "."
}
