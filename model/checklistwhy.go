package model

import (
	"fmt"
	"slices"
	"strings"
)

// The conditions and findings of the group "Why".

func notUrgent(f Facts) bool { return !f.Meeting.Urgent }

func hasStory(f Facts) bool { return f.FamilyStory || f.Meeting.Kind == FirstMeeting }

func metBefore(f Facts) bool { return f.EarlierMeeting }

// teacherIsNeeded: the teacher sits with us only where the view was not needed beforehand.
func teacherIsNeeded(f Facts) bool {
	for _, p := range f.schoolSide() {
		if f.hasRole(p, ClassTeacher) {
			return f.ConcernOn != ""
		}
	}
	return true
}

// presuming are the beginnings of words that tell a family to expect a difficult meeting (practice 23).
var presuming = []string{"difficult", "behavio", "problem", "misbehav", "refus", "fail", "unacceptable", "disrupt", "aggressi", "blame"}

// presumption is the first word of the purpose that presumes difficulty, "" for none.
func (f Facts) presumption() string {
	for _, word := range strings.Fields(f.Meeting.Purpose) {
		word = strings.Trim(word, `.,;:?!"“”‘’'()`)
		if slices.ContainsFunc(presuming, func(p string) bool { return strings.HasPrefix(strings.ToLower(word), p) }) {
			return word
		}
	}
	return ""
}

func presumesDifficulty(f Facts) bool { return f.presumption() != "" }

func purposeAsHope(f Facts) Finding {
	word := f.presumption()
	return Finding{Says: "“" + word + "”", Question: "Could it be said as a hope, without “" + word + "”?"}
}

// NeedsVoice reports whether what the meeting is about should be heard in a voice, and not be read in a
// message (practice 22).
func (f Facts) NeedsVoice() bool {
	return f.ConcernOn != "" || ofKind(HonestConversation, InformalComplaint, ReturnFromSuspension, AttendanceMeeting)(f)
}

// toldInMessages are the invited parents who have read why, and not heard it.
func (f Facts) toldInMessages() []MeetingPerson {
	return slices.DeleteFunc(f.invitedParents(), func(p MeetingPerson) bool { return p.ToldWhy == "" || !p.ToldWhyBy.IsMessage() })
}

func toldInAMessage(f Facts) bool { return f.NeedsVoice() && len(f.toldInMessages()) > 0 }

// tellInAVoice never settles: the row applies only while somebody has read it in a message.
func tellInAVoice(f Facts) Finding {
	people := f.toldInMessages()
	var says []string
	for _, p := range people {
		says = append(says, f.nameOf(p)+" by "+string(p.ToldWhyBy))
	}
	return Finding{Says: strings.Join(says, ", "), Question: "Could you ring " + listOf(f.names(people)) + ", or meet?"}
}

func homeIsAsked(f Facts) bool {
	return notUrgent(f) && ofKind(HonestConversation, TermlyReview, AnnualReview, ReturnFromSuspension, AttendanceMeeting, TransitionMeeting)(f)
}

func homeAsked(f Facts) Finding { return written(f.Meeting.FamilyView) }

func purposeWritten(f Facts) Finding { return written(f.Meeting.Purpose) }

func openingChosen(f Facts) Finding { return written(f.Meeting.Opening) }

func teacherAsked(f Facts) Finding { return written(f.Meeting.TeacherView) }

// written is settled by a text that is not empty, and says it in one line.
func written(text string) Finding {
	line := strings.Join(strings.Fields(text), " ")
	return Finding{Settled: line != "", Says: firstText(line, "not yet")}
}

func everyParentKnowsWhy(f Facts) Finding {
	told := func(p MeetingPerson) string { return sentOn(p.ToldWhy, p.ToldWhyBy, f.Today) }
	found := f.eachOf(f.invitedParents(), told, "not told yet")
	if found.Settled {
		found.Asks = byCount(len(f.invitedParents()), "They know why", "Both know why", "Everyone knows why")
	}
	return found
}

func askedForTheirs(f Facts) Finding {
	for _, a := range f.Agenda {
		if a.Theirs {
			return Finding{Settled: true, Says: a.Title}
		}
	}
	asked := f.Meeting.AskedTheirs
	if asked == "" {
		return Finding{Says: "not asked yet"}
	}
	says := strings.Join(nonEmpty("asked "+asked.Near(f.Today), strings.TrimSpace(f.Meeting.Theirs)), ": ")
	return Finding{Settled: true, Says: says}
}

func lastPromisesKept(f Facts) Finding {
	all := f.PromisesKept + f.PromisesOpen
	switch {
	case all == 0:
		return Finding{Settled: true, Says: "nothing was promised"}
	case f.PromisesOpen == 0:
		return Finding{Settled: true, Says: byCount(all, "kept", "both kept", "all kept")}
	}
	return Finding{
		Says:     fmt.Sprintf("%d of %d kept", f.PromisesKept, all),
		Question: "What is still open: can it be kept before, or do they know why not?",
	}
}

func childAsked(f Facts) Finding {
	if found := written(f.Meeting.PupilView); found.Settled {
		return found
	}
	coming := map[int64]bool{}
	for _, p := range f.People {
		coming[p.PupilID] = coming[p.PupilID] || !p.Answer.Absent()
	}
	var missing []Pupil
	for _, p := range f.Pupils {
		if !coming[p.ID] {
			missing = append(missing, p)
		}
	}
	if len(missing) == 0 && len(f.Pupils) > 0 {
		return Finding{Settled: true, Says: calledTogether(f.Pupils) + byCount(len(f.Pupils), " comes along", " come along", " come along")}
	}
	return Finding{Says: "not yet"}
}

func accountAgreed(f Facts) Finding {
	on := f.Meeting.AccountAgreed
	if on == "" {
		on = f.AccountAgreed
	}
	if on == "" {
		return Finding{Says: "not agreed yet"}
	}
	return Finding{Settled: true, Says: "agreed " + on.Near(f.Today)}
}

// eachOf is settled when done has words for each of the people, and there is at least one. It
// says who and when: "Mrs Okafor Thu 19, phone; Mr Okafor not told yet".
func (f Facts) eachOf(people []MeetingPerson, done func(MeetingPerson) string, notYet string) Finding {
	if len(people) == 0 {
		return Finding{Says: "nobody is invited yet"}
	}
	missing := 0
	var says []string
	for _, p := range people {
		words := done(p)
		if words == "" {
			missing++
		}
		says = append(says, f.nameOf(p)+" "+firstText(words, notYet))
	}
	if missing == len(people) {
		return Finding{Says: notYet}
	}
	return Finding{Settled: missing == 0, Says: strings.Join(says, "; ")}
}

// sentOn is a day with the channel: "Thu 19, phone"; "" for no day.
func sentOn(on Date, by Channel, today Date) string {
	return strings.Join(nonEmpty(on.Near(today), textIf(on != "", string(by))), ", ")
}

// textIf is the text, if that is so.
func textIf(so bool, text string) string {
	if so {
		return text
	}
	return ""
}

// byCount chooses words for one, two, and more.
func byCount(n int, one, two, more string) string {
	switch n {
	case 1:
		return one
	case 2:
		return two
	}
	return more
}
