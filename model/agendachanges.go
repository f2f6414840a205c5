package model

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// SentAgenda are the items of an agenda as they stand in the letter in which it went.
func SentAgenda(body string) []AgendaItem {
	var items []AgendaItem
	for _, line := range strings.Split(body, "\n") {
		if m := sentLine().FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			minutes, _ := strconv.Atoi(m[3])
			items = append(items, AgendaItem{Position: len(items) + 1, Title: m[1], Theirs: m[2] != "", Minutes: minutes})
		}
	}
	return items
}

var (
	sentLine = pattern(`^- (.+?)(, from the family)?(?: \((\d+) minutes?\))?$`)
	sentTime = pattern(`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+(?: at \d{1,2}:\d\d)?`)
)

// AgendaChanges says what has changed since an agenda was sent, in a few words each: the time, what is
// new, taken out, moved, longer or shorter (practice 35: no surprises). None is as it was sent.
func AgendaChanges(body string, now []AgendaItem, start Moment) []string {
	var says []string
	was := strings.Replace(sentTime().FindString(body), " at 0", " at ", 1)
	if was != "" && start.Valid() && was != letterTime(start) {
		says = append(says, letterTime(start)+" instead of "+was)
	}
	sent := SentAgenda(body)
	now = (Facts{Agenda: now}).agendaInOrder()
	pairs, added := paired(sent, now)
	for _, i := range added {
		says = append(says, "“"+oneLine(i.Title)+"” is new")
	}
	for i, s := range sent {
		if !slices.ContainsFunc(pairs, func(p agendaPair) bool { return p.was == i }) {
			says = append(says, "“"+s.Title+"” is taken out")
		}
	}
	stay := unmoved(pairs)
	for i, p := range pairs {
		if !slices.Contains(stay, i) {
			says = append(says, "“"+oneLine(p.now.Title)+"” moved "+p.way(pairs))
		}
		if was := sent[p.was].Minutes; was != p.now.Minutes {
			says = append(says, fmt.Sprintf("“%s” has %s instead of %d", oneLine(p.now.Title), countOf(p.now.Minutes, "minute"), was))
		}
	}
	return says
}

// agendaPair is an item as it is now, with its place among those that were sent.
type agendaPair struct {
	was int
	now AgendaItem
}

// paired finds each item of now among those sent, in the order of now; added are the others.
func paired(sent, now []AgendaItem) (pairs []agendaPair, added []AgendaItem) {
	taken := map[int]bool{}
	for _, n := range now {
		at := -1
		for i, s := range sent {
			if !taken[i] && Fold(s.Title) == Fold(n.Title) {
				at = i
				break
			}
		}
		if at < 0 {
			added = append(added, n)
			continue
		}
		taken[at] = true
		pairs = append(pairs, agendaPair{at, n})
	}
	return pairs, added
}

// way is up or down: whether more of the others now stand behind it than did.
func (p agendaPair) way(pairs []agendaPair) string {
	before, now := 0, 0
	for i, o := range pairs {
		if o.was < p.was {
			before++
		}
		if o.was == p.was {
			now = i
		}
	}
	if now < before {
		return "up"
	}
	return "down"
}

// unmoved are the places of the longest row of items that are still in the order in which they were
// sent: the fewest others have moved. Of two that changed places, the one that is higher now moved up.
func unmoved(pairs []agendaPair) []int {
	best := make([][]int, len(pairs))
	var longest []int
	for i, p := range pairs {
		best[i] = []int{i}
		for j := range i {
			if pairs[j].was < p.was && len(best[j])+1 >= len(best[i]) {
				best[i] = append(slices.Clone(best[j]), i)
			}
		}
		if len(best[i]) > len(longest) {
			longest = best[i]
		}
	}
	return longest
}

// AgendaHand is one person with the agenda that they have in their hands.
type AgendaHand struct {
	Person   MeetingPerson
	Name     string
	Versions int      // how many were sent
	Changes  []string // since the last one, where its words are kept
}

// AgendaHands are those who have the agenda, and the invited parents who should (practices 15 and 35).
// letters are those of the meeting, the oldest first. Whoever is behind the wall is left out.
func AgendaHands(f Facts, letters []Letter) []AgendaHand {
	people := append(f.invitedParents(), f.peopleWhere(func(p MeetingPerson) bool { return p.AgendaSent != "" && f.counts(p) })...)
	var hands []AgendaHand
	for _, p := range people {
		if p.ID == 0 || p.Answer == DoesNotWish && p.AgendaSent == "" || slices.ContainsFunc(hands, func(h AgendaHand) bool { return h.Person.ID == p.ID }) {
			continue
		}
		h := AgendaHand{Person: p, Name: f.nameOf(p)}
		for _, l := range letters {
			if l.Kind == AgendaLetter && l.Reader() == p.Reader() && p.Reader() != 0 && l.Sent != "" && !l.Removed {
				h.Versions++
				h.Changes = AgendaChanges(l.Body, f.Agenda, f.Meeting.Start)
			}
		}
		hands = append(hands, h)
	}
	return hands
}

// Words say what they have, and whether it still holds: "Thu 19, phone: as it is now", "since Thu 19:
// “Homework” is new".
func (h AgendaHand) Words(today Date) string {
	sent := sentOn(h.Person.AgendaSent, h.Person.AgendaSentBy, today)
	if h.Versions > 1 {
		sent += ", version " + strconv.Itoa(h.Versions)
	}
	switch {
	case h.Person.AgendaSent == "":
		return "not sent yet"
	case !h.Person.AgendaOutdated && len(h.Changes) > 0:
		return sent + ": they know what changed"
	case !h.Person.AgendaOutdated:
		return sent + ": as it is now"
	case h.Versions == 0:
		return sent + ": it has changed since"
	case len(h.Changes) == 0:
		return sent + ": changed, and is as it was again"
	}
	return "since " + cmp.Or(h.Person.AgendaSent.Near(today), "then") + ": " + strings.Join(h.Changes, "; ")
}

// Holds reports whether what they have in their hands still holds, or they know what changed.
func (h AgendaHand) Holds() bool {
	return h.Person.AgendaSent != "" && (!h.Person.AgendaOutdated || h.Versions > 0 && len(h.Changes) == 0)
}

// NotOnAgenda are the things that the family named which no item of the agenda is about.
func NotOnAgenda(named []string, items []AgendaItem) []string {
	var missing []string
	for _, n := range named {
		if !slices.ContainsFunc(items, func(i AgendaItem) bool { return Fold(i.Title) == Fold(n) }) {
			missing = append(missing, n)
		}
	}
	return missing
}
