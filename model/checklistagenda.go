package model

import (
	"fmt"
	"slices"
	"strings"
)

// The conditions and findings of the groups "Agenda", "Papers" and "After".

// reportDays is how many calendar days there are for the report of an annual review (rules.md R35).
const reportDays = 14

func theyNamedSome(f Facts) bool { return strings.TrimSpace(f.Meeting.Theirs) != "" }

func hasPapers(f Facts) bool { return len(f.Papers) > 0 }

func wasHeld(f Facts) bool { return f.Meeting.Status == Held }

func reviewWasHeld(f Facts) bool { return f.Meeting.Kind == AnnualReview && wasHeld(f) }

// wasHard: it was, or might have been, hard on those from school, too (practice 49).
func wasHard(f Facts) bool { return wasHeld(f) && WasHard(f.Meeting, f.AbuseBefore) }

// talkedOver says only that it was, not with whom: a parent may see the screen.
func talkedOver(f Facts) Finding {
	done := strings.TrimSpace(f.Meeting.DebriefWith) != ""
	return Finding{Settled: done, Says: firstText(textIf(done, "done"), "not yet")}
}

// changedAfterSending: a parent has an agenda, and it changed after it was sent.
func changedAfterSending(f Facts) bool {
	return f.Meeting.AgendaChanged != "" &&
		slices.ContainsFunc(f.invitedParents(), func(p MeetingPerson) bool { return p.AgendaSent != "" })
}

func agendaWritten(f Facts) Finding {
	if len(f.Agenda) == 0 {
		return Finding{Says: "not written yet"}
	}
	found := Finding{Settled: true, Says: f.agendaWords()}
	for _, a := range f.Agenda {
		if a.Minutes == 0 {
			return Finding{Says: found.Says, Question: "How many minutes for \"" + a.Title + "\"?"}
		}
	}
	return found
}

// agendaWords are "5 items, 44 of 45 min, one is theirs".
func (f Facts) agendaWords() string {
	theirs := 0
	for _, a := range f.Agenda {
		if a.Theirs {
			theirs++
		}
	}
	says := fmt.Sprintf("%s, %d of %d min", countOf(len(f.Agenda), "item"), AgendaMinutes(f.Agenda), f.Meeting.Minutes)
	if theirs > 0 {
		says += ", " + inWords(theirs) + byCount(theirs, " is theirs", " are theirs", " are theirs")
	}
	return says
}

func theirsOnAgenda(f Facts) Finding {
	var titles []string
	for _, a := range f.Agenda {
		if a.Theirs {
			titles = append(titles, a.Title)
		}
	}
	if len(titles) == 0 {
		return Finding{Says: strings.TrimSpace(f.Meeting.Theirs), Question: "Where on the agenda should it stand?"}
	}
	return Finding{Settled: true, Says: listOf(titles)}
}

func fitsTheTime(f Facts) Finding {
	need, have := AgendaMinutes(f.Agenda), f.Meeting.Minutes
	switch {
	case len(f.Agenda) == 0:
		return Finding{Says: "not written yet"}
	case have == 0:
		return Finding{Says: fmt.Sprintf("%d min, no length yet", need)}
	}
	found := Finding{Settled: AgendaFits(f.Agenda, have), Says: fmt.Sprintf("%d of %d min", need, have)}
	if !found.Settled {
		found.Question = "What could be shorter, or wait for another time?"
	}
	return found
}

// agendaSent looks at every invited parent but those who do not wish to come. From the day before
// the meeting on, what is missing is a question.
func agendaSent(f Facts) Finding {
	parents := slices.DeleteFunc(f.invitedParents(), func(p MeetingPerson) bool { return p.Answer == DoesNotWish })
	start := f.Meeting.Start.Date()
	late := false
	found := f.eachOf(parents, func(p MeetingPerson) string {
		late = late || start != "" && p.AgendaSent >= start
		return sentOn(p.AgendaSent, p.AgendaSentBy, f.Today)
	}, "not sent yet")
	switch {
	case found.Settled && late:
		found.Settled, found.Question = false, "It came on the day itself: could you go through it together first?"
	case !found.Settled && len(parents) > 0 && start != "" && f.Today.AddDays(1) >= start:
		found.Asks, found.Question = "Not sent yet", "Could it be in their hands before they come?"
	}
	if found.Asks != "" && found.Says == "not sent yet" {
		found.Says = f.agendaWords()
	}
	return found
}

func changeTold(f Facts) Finding {
	var unaware []string
	for _, p := range f.invitedParents() {
		if p.AgendaSent != "" && p.AgendaOutdated {
			unaware = append(unaware, f.nameOf(p))
		}
	}
	says := "changed " + f.Meeting.AgendaChanged.Near(f.Today) + ", after it was sent"
	if len(unaware) > 0 {
		return Finding{Says: says, Question: "Tell " + listOf(unaware) + ", or send it again?"}
	}
	return Finding{Settled: true, Says: says}
}

func endsWithAnyWorry(f Facts) Finding {
	if len(f.Agenda) == 0 {
		return Finding{Says: "not written yet"}
	}
	last := f.Agenda[len(f.Agenda)-1]
	if last.AnyWorry {
		return Finding{Settled: true}
	}
	return Finding{Says: "it ends with: " + last.Title}
}

func papersReady(f Facts) Finding {
	var missing []string
	for _, p := range f.Papers {
		if !p.Ready {
			missing = append(missing, p.Title)
		}
	}
	if len(missing) > 0 {
		return Finding{Says: "still to fetch: " + listOf(missing)}
	}
	return Finding{Settled: true, Says: countOf(len(f.Papers), "paper")}
}

func reportSent(f Facts) Finding {
	by := f.Meeting.Start.Date().AddDays(reportDays)
	everyone := f.peopleWhere(func(p MeetingPerson) bool { return p.PupilID == 0 && !p.Interpreter && f.counts(p) })
	found := f.eachOf(everyone, func(p MeetingPerson) string { return sentOn(p.ReportSent, "", f.Today) }, "not sent yet")
	switch {
	case found.Settled:
		return found
	case f.Today > by:
		found.Question = "It was due on " + by.Short() + ": who still needs it?"
	default:
		found.Says += ", due " + by.Near(f.Today)
	}
	return found
}
