package model

import (
	"slices"
	"strings"
)

// The conditions and findings of the group "Who": parents, and who sits there from school.

func schoolComes(atLeast int) func(Facts) bool {
	return func(f Facts) bool { return f.Sides().School >= atLeast }
}

func outnumbered(f Facts) bool {
	return f.Sides().Outnumbers()
}

// orderStands: there is a court order about one of the pupils, or somebody behind the wall has been
// put on the list of people.
func orderStands(f Facts) bool {
	return len(f.orders()) > 0 || len(f.walledOnTheList()) > 0
}

func parentsAsked(f Facts) Finding {
	rows := f.parentRows()
	if len(rows) == 0 {
		return Finding{Says: "no parent is known", Question: "Who looks after " + calledTogether(f.Pupils) + "?"}
	}
	var says, missing []string
	for _, p := range rows {
		says = append(says, f.nameOf(p)+" "+f.askedWords(p))
		if !p.wasAsked() && strings.TrimSpace(p.WhyNot) == "" {
			missing = append(missing, f.nameOf(p))
		}
	}
	found := Finding{Says: strings.Join(says, "; ")}
	switch len(missing) {
	case 0:
		found.Settled = true
		found.Asks = byCount(len(rows), "Their parent asked", "Both parents asked, each for themselves", "")
		if allCome(rows) {
			found.Says = byCount(len(rows), says[0], "both are coming", "all are coming")
		}
	case len(rows):
		found.Says = "not asked yet"
	default:
		found.Question = "Ask " + listOf(missing) + ", too, or keep the reason why not?"
	}
	return found
}

func (f Facts) askedWords(p MeetingPerson) string {
	switch {
	case p.Answer != NoAnswerYet:
		return string(p.Answer)
	case p.Invited != "":
		return "asked " + sentOn(p.Invited, p.InvitedBy, f.Today)
	case strings.TrimSpace(p.WhyNot) != "":
		return "not asked: " + strings.TrimSpace(p.WhyNot)
	}
	return "not asked yet"
}

func allCome(rows []MeetingPerson) bool {
	return !slices.ContainsFunc(rows, func(p MeetingPerson) bool { return p.Answer != Comes })
}

// orderRead is settled when each order has been read: it allows this, or its adult stays out and
// the reason is kept. Nobody whom the wall keeps out may be on the list to be invited.
func orderRead(f Facts) Finding {
	if on := f.walledOnTheList(); len(on) > 0 {
		return Finding{Says: listOf(on), Question: "Until the order has been read and allows it, " + listOf(on) + " cannot be invited."}
	}
	var read, unread []string
	for _, l := range f.orders() {
		name := f.nameOf(MeetingPerson{AdultID: l.AdultID})
		switch why := f.whyNotAsked(l.AdultID); {
		case f.opened(l):
			read = append(read, name+": read, it allows this")
		case why != "":
			read = append(read, name+" stays out: "+why)
		default:
			unread = append(unread, name+": "+l.OrderWords(f.Today))
		}
	}
	return Finding{Settled: len(unread) == 0, Says: strings.Join(slices.Compact(append(unread, read...)), "; ")}
}

// orders are the links of these pupils on which a court order stands.
func (f Facts) orders() []Link {
	return slices.DeleteFunc(slices.Clone(f.Links), func(l Link) bool {
		return !l.CourtOrder || l.Removed || !f.isAbout(l.PupilID)
	})
}

func (f Facts) whyNotAsked(adultID int64) string {
	for _, p := range f.People {
		if p.AdultID == adultID {
			return strings.TrimSpace(p.WhyNot)
		}
	}
	return ""
}

// walledOnTheList are the people of the meeting whom the wall keeps out, without those who are
// listed only for the reason why they are not asked.
func (f Facts) walledOnTheList() []string {
	var names []string
	for _, p := range f.People {
		stays := !p.wasAsked() && strings.TrimSpace(p.WhyNot) != ""
		if p.AdultID != 0 && !stays && len(f.walls(p.AdultID)) > 0 {
			names = append(names, f.nameOf(p))
		}
	}
	return names
}

func everyoneHasReason(f Facts) Finding {
	people := f.schoolSide()
	without := withoutReason(people)
	return Finding{
		Settled:  len(without) == 0,
		Says:     strings.Join(f.names(people), ", "),
		Question: f.reasonQuestion(without),
	}
}

func withoutReason(people []MeetingPerson) []MeetingPerson {
	return slices.DeleteFunc(slices.Clone(people), func(p MeetingPerson) bool { return strings.TrimSpace(p.Reason) != "" })
}

func (f Facts) reasonQuestion(without []MeetingPerson) string {
	switch len(without) {
	case 0:
		return ""
	case 1:
		return possessive(f.nameOf(without[0])) + " reason to be there is empty."
	}
	return "There is no reason yet for " + listOf(f.names(without)) + "."
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// whoCouldStayAway never settles: the row applies only while school outnumbers the family.
func whoCouldStayAway(f Facts) Finding {
	s, people := f.Sides(), f.schoolSide()
	found := Finding{
		Says: strings.Join(f.names(people), ", "),
		Asks: s.counted(),
	}
	if s.Family == 0 {
		found.Question = "Who from the family will be there?"
		return found
	}
	found.Question = strings.TrimSpace("Who could stay away? " + f.reasonQuestion(withoutReason(people)))
	return found
}

func companionWelcome(f Facts) Finding {
	companions := f.peopleWhere(func(p MeetingPerson) bool { return p.Side == Companion && !p.Interpreter })
	if len(companions) > 0 {
		comes := slices.DeleteFunc(slices.Clone(companions), func(p MeetingPerson) bool { return p.Answer.Absent() })
		says := listOf(f.names(companions)) + " asked"
		if len(comes) > 0 {
			says = listOf(f.names(comes)) + byCount(len(comes), " comes", " come", " come")
		}
		return Finding{Settled: true, Says: says, Asks: "Told they may bring someone"}
	}
	if on := f.Meeting.CompanionTold; on != "" {
		return Finding{Settled: true, Says: "told " + on.Near(f.Today), Asks: "Told they may bring someone"}
	}
	return Finding{Says: "not told yet"}
}

func hostChosen(f Facts) Finding {
	for _, p := range f.schoolSide() {
		if p.ID != 0 && p.ID == f.Meeting.HostID {
			return Finding{Settled: true, Says: f.nameOf(p) + " leads"}
		}
	}
	if f.Meeting.HostID != 0 {
		return Finding{Says: "not chosen", Question: "Who leads now? The one chosen before will not be there."}
	}
	return Finding{Says: "not chosen yet"}
}
