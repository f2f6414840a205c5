package model

import (
	"fmt"
	"slices"
	"strings"
)

// The conditions and findings of the group "Room".

// marginMinutes is how long a room stays free on both sides of a meeting.
const marginMinutes = 15

// meetsInRoom: somebody sits in a room of the school.
func meetsInRoom(f Facts) bool { return f.Meeting.Mode.InRoom() && !f.Meeting.HomeVisit }

func threeInRoom(f Facts) bool { return meetsInRoom(f) && len(f.inRoom()) >= 3 }

func heatedInRoom(f Facts) bool { return meetsInRoom(f) && mayGetHeated(f) }

// stepWords are the beginnings of words in what somebody needs that make steps matter.
var stepWords = []string{"step", "stair", "wheel", "walk", "pushchair", "buggy", "pram", "crutch", "lift", "frame"}

// stepsMatter: somebody who is expected should not have to climb.
func stepsMatter(f Facts) bool {
	return meetsInRoom(f) && slices.ContainsFunc(append(f.familyAdults(), f.parentRows()...), func(p MeetingPerson) bool {
		return !p.Answer.Absent() && slices.ContainsFunc(strings.Fields(FoldSearch(f.needsOf(p))), func(word string) bool {
			return slices.ContainsFunc(stepWords, func(s string) bool { return strings.HasPrefix(word, s) })
		})
	})
}

func roomStepFree(f Facts) Finding {
	if f.Room == nil {
		return Finding{Says: "no room yet"}
	}
	found := Finding{Settled: f.Room.StepFree, Says: f.Room.Name}
	if !f.Room.StepFree {
		found.Question = "Is there a way in without steps, or another room?"
	}
	return found
}

func youngerComes(f Facts) bool { return f.Meeting.YoungerComes }

func roomNeutral(f Facts) Finding {
	if f.Room == nil {
		return Finding{Says: "no room yet"}
	}
	found := Finding{Settled: f.Room.Neutral, Says: f.Room.Name}
	switch {
	case f.Room.HeadsOffice():
		found.Question = "It is " + possessive(f.Room.WhoseRoom) + " room. Is there one that is nobody's?"
	case !f.Room.Neutral:
		found.Question = "Is it a neutral room? Nobody should feel sent for."
	case f.Room.Welcoming:
		found.Says += ", welcoming"
	}
	return found
}

func roomPrivate(f Facts) Finding {
	if f.Room == nil {
		return Finding{Says: "no room yet"}
	}
	found := Finding{Settled: f.Room.Private, Says: f.Room.Name}
	if !f.Room.Private {
		found.Question = "Might somebody walk in or listen? Is another room free?"
	}
	return found
}

func roomBooked(f Facts) Finding {
	start := f.Meeting.Start
	switch {
	case f.Room == nil:
		return Finding{Says: "no room yet"}
	case start.Clock() == "":
		return Finding{Says: f.Room.Name + ", no time yet"}
	case f.RoomClash != "":
		return Finding{Says: f.RoomClash, Question: "Is another room free, or could it begin at another time?"}
	}
	from, to := start.Add(-marginMinutes), start.Add(f.Meeting.Minutes+marginMinutes)
	return Finding{Settled: true, Says: fmt.Sprintf("%s, %s to %s", f.Room.Name, from.Clock(), to.Clock())}
}

func nobodyBehindDesk(f Facts) Finding {
	return f.byLayout(func(l Layout) bool { return !l.BehindDesk }, "Could everybody sit without a desk between them?")
}

func seatsMixed(f Facts) Finding {
	return f.byLayout(func(l Layout) bool { return l.SidesMixed }, "Could the two sides sit mixed?")
}

func doorIsFree(f Facts) Finding {
	return f.byLayout(func(l Layout) bool { return l.DoorFree }, "Could everybody leave without passing somebody?")
}

// byLayout is settled by a layout that is good in this respect, and asks about one that is not.
func (f Facts) byLayout(good func(Layout) bool, question string) Finding {
	l, chosen := LayoutOf(f.Meeting.Layout)
	if !chosen {
		return Finding{Says: "no layout yet"}
	}
	if !good(l) {
		return Finding{Says: strings.ToLower(l.Name), Question: question}
	}
	return Finding{Settled: true, Says: strings.ToLower(l.Name)}
}
