package model

import (
	"slices"
	"strings"
)

// The conditions and findings of the group "Who": those who make it easier and safer for everybody.

func liaisonHelps(f Facts) bool {
	return f.AbuseBefore || ofKind(HonestConversation, InformalComplaint)(f)
}

func mayGetHeated(f Facts) bool { return f.Meeting.Mood == MayGetHeated }

func nobodyAlone(f Facts) bool { return f.AbuseBefore || f.Meeting.HomeVisit }

func needsInterpreter(f Facts) bool {
	return slices.ContainsFunc(f.adultsExpected(), func(a Adult) bool { return a.Interpreter == Yes })
}

func accessMatters(f Facts) bool {
	return f.Meeting.Kind == FirstMeeting ||
		slices.ContainsFunc(f.adultsExpected(), func(a Adult) bool { return a.Access != "" })
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
		case p.wasAsked() || f.staff(p).Me:
			return Finding{Settled: true, Says: name}
		}
		return Finding{Says: name + " not asked yet"}
	}
	return Finding{Says: "not asked yet"}
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
	people, who := f.schoolSide(), strings.TrimSpace(f.Meeting.WhoKnows)
	both := f.AbuseBefore && f.Meeting.HomeVisit // at the door of a house neither is enough by itself
	knows := who + " knows where you are"
	switch {
	case len(people) > 1 && who != "":
		return Finding{Settled: true, Says: listOf(f.names(people)) + "; " + knows}
	case len(people) > 1 && both:
		return Finding{Says: listOf(f.names(people)), Question: "Who knows where you are, and until when?"}
	case who != "" && both:
		return Finding{Says: knows, Question: "Who goes along?"}
	case len(people) > 1:
		return Finding{Settled: true, Says: listOf(f.names(people))}
	case who != "":
		return Finding{Settled: true, Says: knows}
	}
	return Finding{Says: "one from school", Question: "Who goes along, or who knows where you are?"}
}

func whereaboutsKnown(f Facts) Finding {
	who := strings.TrimSpace(f.Meeting.WhoKnows)
	return Finding{Settled: who != "", Says: firstText(who, "nobody yet")}
}

func abuseBefore(f Facts) bool { return f.AbuseBefore }

// missed are those who would have come and cannot.
func (f Facts) missed() []MeetingPerson {
	return f.peopleWhere(func(p MeetingPerson) bool { return p.Answer == CannotCome && !p.Interpreter && f.counts(p) })
}

func somebodyCannotCome(f Facts) bool { return len(f.missed()) > 0 }

// anotherWayFound is settled when something is done instead for each who cannot come; at an annual
// review, their advice is that.
func anotherWayFound(f Facts) Finding {
	var says, missing []string
	for _, p := range f.missed() {
		switch instead := strings.TrimSpace(p.Instead); {
		case instead != "":
			says = append(says, f.nameOf(p)+": "+instead)
		case p.AdviceAsked != "":
			says = append(says, f.nameOf(p)+": asked for advice "+p.AdviceAsked.Near(f.Today))
		default:
			missing = append(missing, f.nameOf(p))
		}
	}
	if len(missing) == 0 {
		return Finding{Settled: true, Says: strings.Join(says, "; ")}
	}
	says = append(says, listOf(missing)+" cannot come")
	return Finding{Says: strings.Join(says, "; "), Question: "What is done instead for " + listOf(missing) + "?"}
}

func nextPlaceComes(f Facts) Finding {
	comes := slices.DeleteFunc(f.inRoom(), func(p MeetingPerson) bool { return p.Side != OtherSide || p.Interpreter })
	return Finding{Settled: len(comes) > 0, Says: firstText(listOf(f.names(comes)), "nobody on the list yet")}
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

// adviceAsked looks at those of an annual review from whom written advice is wanted: everybody from
// outside, and those who said that they cannot come (rules.md R35 and R38).
func adviceAsked(f Facts) Finding {
	advisers := f.peopleWhere(func(p MeetingPerson) bool { return givesAdvice(p) && f.counts(p) })
	by := f.adviceBy()
	if len(advisers) == 0 {
		return Finding{Says: strings.Join(nonEmpty("nobody from outside is on the list yet", by), "; ")}
	}
	asked := func(p MeetingPerson) string { return sentOn(p.AdviceAsked, "", f.Today) }
	found := f.eachOf(advisers, asked, "not asked yet")
	if !found.Settled {
		found.Says = strings.Join(nonEmpty(found.Says, by), "; ")
	}
	return found
}

// adviceBy says by when written advice has to be with everybody, "" while there is no day to count from.
func (f Facts) adviceBy() string {
	start := f.Meeting.Start.Date()
	if !start.Valid() {
		return ""
	}
	return "with everyone by " + AroundReview(start, f.Calendar).SendBySchoolDay.Near(f.Today)
}

// outsideInvited looks whether everybody from outside is invited, and whether somebody stands for each whom
// the law wants there.
func outsideInvited(f Facts) Finding {
	outside := f.peopleWhere(func(p MeetingPerson) bool { return p.Side == OtherSide && !p.Interpreter })
	missing := reviewMissing(outside)
	if len(outside) == 0 {
		return Finding{Says: "nobody on the list yet"}
	}
	invited := func(p MeetingPerson) string {
		return firstText(sentOn(p.Invited, p.InvitedBy, f.Today), string(p.Answer))
	}
	found := f.eachOf(outside, invited, "not invited yet")
	if len(missing) > 0 {
		found.Settled = false
		found.Says = strings.Join(nonEmpty(found.Says, "not on the list: "+listOf(missing)), "; ")
	}
	return found
}

func needsNoted(f Facts) Finding {
	var says, missing []string
	for _, p := range f.familyAdults() {
		needs := f.needsOf(p)
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

// needsOf is what a person needs to take part: for this meeting, else as it is known of them.
func (f Facts) needsOf(p MeetingPerson) string {
	a, _ := f.adult(p.AdultID)
	return firstText(strings.TrimSpace(p.Needs), a.Access)
}

// adultsExpected are the adults of the family who are on the list and may come, and parents who are
// not on it yet.
func (f Facts) adultsExpected() []Adult {
	var adults []Adult
	for _, p := range append(f.familyAdults(), f.parentRows()...) {
		if a, known := f.adult(p.AdultID); known && !p.Answer.Absent() {
			adults = append(adults, a)
		}
	}
	return adults
}
