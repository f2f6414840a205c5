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
	return Finding{Settled: true, Says: f.Room.Name + ", " + f.Meeting.RoomTime()}
}

// RoomTime is from when to when the meeting has its room, with the time on both sides; "" as long as
// there is no time: "15:15 to 16:30".
func (m Meeting) RoomTime() string {
	if m.Start.Clock() == "" {
		return ""
	}
	from, to := m.Start.Add(-marginMinutes), m.Start.Add(m.Minutes+marginMinutes)
	return fmt.Sprintf("%s to %s", from.Clock(), to.Clock())
}

func nobodyBehindDesk(f Facts) Finding {
	return f.bySeats("Could everybody sit without a desk between them?", func(l Layout) bool { return !l.BehindDesk }, "barrier")
}

func seatsMixed(f Facts) Finding {
	return f.bySeats("Could the two sides sit mixed?", func(l Layout) bool { return l.SidesMixed }, "sides", "row")
}

func doorIsFree(f Facts) Finding {
	return f.bySeats("Could everybody leave without passing somebody?", func(l Layout) bool { return l.DoorFree }, "way out")
}

// bySeats is settled when none of these concerns is there about how people sit, and asks when one is.
// As long as nobody has a seat the layout speaks for itself.
func (f Facts) bySeats(question string, good func(Layout) bool, about ...string) Finding {
	l, chosen := LayoutAmong(f.Meeting.Layout, f.OwnLayouts)
	if !chosen {
		return Finding{Says: "no layout yet"}
	}
	found := Finding{Says: strings.ToLower(l.Name)}
	if !slices.ContainsFunc(f.People, func(p MeetingPerson) bool { return p.Seat > 0 }) {
		found.Settled = good(l)
		found.Question = textIf(!found.Settled, question)
		return found
	}
	s := f.Seating()
	if c, ok := s.concernOf(about); ok {
		found.Question = c.Says + " " + question
	} else {
		found.Settled = s.Placed() || good(l)
		found.Question = textIf(!found.Settled, question)
	}
	if n := len(s.Standing()); s.Placed() && n > 0 {
		found.Says += fmt.Sprintf(", %d of %d have a seat", len(s.Sitters)-n, len(s.Sitters))
	}
	return found
}
