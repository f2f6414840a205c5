package model

import (
	"fmt"
	"slices"
	"strings"
)

// The conditions and findings of the group "Who".

func schoolComes(atLeast int) func(Facts) bool {
	return func(f Facts) bool { return f.Sides().School >= atLeast }
}

func outnumbered(f Facts) bool {
	s := f.Sides()
	return s.School > s.Family
}

func liaisonHelps(f Facts) bool {
	return f.AbuseBefore || kinds(HonestConversation, InformalComplaint)(f)
}

func mayGetHeated(f Facts) bool { return f.Meeting.Mood == MayGetHeated }

func nobodyAlone(f Facts) bool { return f.AbuseBefore || f.Meeting.HomeVisit }

// orderStands: there is a court order about one of the pupils, or somebody behind the wall has been
// put on the list of people.
func orderStands(f Facts) bool {
	return len(f.orders()) > 0 || len(f.walledOnTheList()) > 0
}

func needsInterpreter(f Facts) bool {
	return slices.ContainsFunc(f.adultsExpected(), func(a Adult) bool { return a.Interpreter == Yes })
}

func accessMatters(f Facts) bool {
	return f.Meeting.Kind == FirstMeeting ||
		slices.ContainsFunc(f.adultsExpected(), func(a Adult) bool { return a.Access != "" })
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
		name := f.Adults[l.AdultID].Formal()
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
		Asks: capital(fmt.Sprintf("%s from school, %s from the family", inWords(s.School), inWords(s.Family))),
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

// liaisonAsked is settled by a liaison officer who was asked and did not say no; the user may be one.
func liaisonAsked(f Facts) Finding {
	for _, p := range f.People {
		if p.Side != SchoolSide || !f.hasRole(p, FLO) {
			continue
		}
		name := f.nameOf(p)
		switch {
		case p.Answer.Absent():
			return Finding{Says: name + " " + string(p.Answer), Question: "Who could come along instead?"}
		case p.wasAsked() || f.Staff[p.StaffID].Me:
			return Finding{Settled: true, Says: name}
		}
		return Finding{Says: name + " not asked yet"}
	}
	return Finding{Says: "not asked yet"}
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

func standbyNamed(f Facts) Finding {
	who, where := strings.TrimSpace(f.Meeting.StandbyWho), strings.TrimSpace(f.Meeting.StandbyWhere)
	found := Finding{Says: firstText(strings.Join(nonEmpty(who, where), ", "), "nobody yet"), Settled: who != "" && where != ""}
	if who != "" && where == "" {
		found.Question = "Where will " + who + " be?"
	}
	if found.Settled {
		found.Asks = "Someone on standby"
	}
	return found
}

func notAlone(f Facts) Finding {
	if people := f.schoolSide(); len(people) > 1 {
		return Finding{Settled: true, Says: listOf(f.names(people))}
	}
	if who := strings.TrimSpace(f.Meeting.WhoKnows); who != "" {
		return Finding{Settled: true, Says: who + " knows where you are"}
	}
	return Finding{Says: "one from school", Question: "Who goes along, or who knows where you are?"}
}

// interpreterNamed asks again when a child or somebody of the family would have to interpret.
func interpreterNamed(f Facts) Finding {
	for _, p := range f.People {
		if !p.Interpreter || p.Answer.Absent() {
			continue
		}
		if p.PupilID != 0 || p.Side == FamilySide || p.Side == Companion {
			return Finding{Says: f.nameOf(p), Question: "Who else could interpret? A child or a relative should not have to."}
		}
		return Finding{Settled: true, Says: f.nameOf(p)}
	}
	return written(f.Meeting.Interpreter)
}

// adviceAsked looks at those of an annual review who said that they cannot come.
func adviceAsked(f Facts) Finding {
	absent := f.peopleWhere(func(p MeetingPerson) bool { return p.Answer.Absent() && p.PupilID == 0 && f.counts(p) })
	if len(absent) == 0 {
		return Finding{Settled: true, Says: "nobody has said that they cannot come"}
	}
	asked := func(p MeetingPerson) string { return sentOn(p.AdviceAsked, "", f.Today) }
	return f.eachOf(absent, asked, "not asked yet")
}

func outsideInvited(f Facts) Finding {
	outside := f.peopleWhere(func(p MeetingPerson) bool { return p.Side == OtherSide && !p.Interpreter })
	if len(outside) == 0 {
		return Finding{Says: "nobody on the list yet"}
	}
	invited := func(p MeetingPerson) string {
		return firstText(sentOn(p.Invited, p.InvitedBy, f.Today), string(p.Answer))
	}
	return f.eachOf(outside, invited, "not invited yet")
}

func needsNoted(f Facts) Finding {
	var says, missing []string
	for _, p := range f.familyAdults() {
		needs := firstText(strings.TrimSpace(p.Needs), f.Adults[p.AdultID].Access)
		if needs == "" {
			missing = append(missing, f.nameOf(p))
		} else {
			says = append(says, f.nameOf(p)+": "+needs)
		}
	}
	switch {
	case len(says)+len(missing) == 0:
		return Finding{Says: "nobody is invited yet"}
	case len(missing) > 0:
		says = append(says, listOf(missing)+" not asked yet")
	}
	return Finding{Settled: len(missing) == 0, Says: strings.Join(says, "; ")}
}

// adultsExpected are the adults of the family who are on the list and may come, and parents who are
// not on it yet.
func (f Facts) adultsExpected() []Adult {
	var adults []Adult
	for _, p := range append(f.familyAdults(), f.parentRows()...) {
		if a, known := f.Adults[p.AdultID]; known && !p.Answer.Absent() {
			adults = append(adults, a)
		}
	}
	return adults
}
