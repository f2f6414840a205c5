package model

import (
	"slices"
	"strings"
)

// The conditions and findings of the group "How".

func faceToFace(f Facts) bool { return f.Meeting.Mode == InPerson }

func byVideo(f Facts) bool { return f.Meeting.Mode == OnVideo }

func onScreen(f Facts) bool { return f.Meeting.Mode.OnScreen() }

func mixedMode(f Facts) bool { return f.Meeting.Mode == Mixed }

func byPhone(f Facts) bool { return f.Meeting.Mode == OnPhone }

func atTheirHome(f Facts) bool { return f.Meeting.HomeVisit }

// apart: nobody sits in one room with the family.
func apart(f Facts) bool { return byPhone(f) || byVideo(f) }

// otherLanguages: somebody who is expected reads another language than English.
func otherLanguages(f Facts) bool { return len(f.languages()) > 0 }

// languages are the names of those with another language, with it: "Mr Okafor Igbo".
func (f Facts) languages() []string {
	var said []string
	for _, a := range f.adultsExpected() {
		words := a.Formal() + " " + a.Language
		if a.readsOther() && !slices.Contains(said, words) {
			said = append(said, words)
		}
	}
	return said
}

func languagesSaid(f Facts) Finding { return Finding{Says: strings.Join(f.languages(), ", ")} }

func honestButApart(f Facts) bool {
	m := f.Meeting
	return m.Kind == HonestConversation && m.Mode != ModeNotChosen && m.Mode != InPerson
}

// modeWords are the mode at the beginning of a line.
func modeWords() map[Mode]string {
	return map[Mode]string{
		InPerson: "Face to face", OnVideo: "By video", OnPhone: "By phone", Mixed: "Some in the room, some on the screen",
	}
}

func modeChosen(f Facts) Finding {
	m := f.Meeting
	switch {
	case m.Mode == ModeNotChosen:
		return Finding{Says: "not chosen yet"}
	case m.ModeBy == ChosenByNobody:
		return Finding{Says: string(m.Mode), Question: "Whose choice was it?"}
	case m.ModeBy == SchoolChose:
		return Finding{Says: string(m.Mode) + ", " + string(m.ModeBy), Question: "Would they rather meet in another way?"}
	}
	return Finding{Settled: true, Asks: modeWords()[m.Mode] + ", " + string(m.ModeBy)}
}

func cameraMayStayOff(f Facts) Finding {
	if on := f.Meeting.CameraOff; on != "" {
		return Finding{Settled: true, Says: "told " + on.Near(f.Today)}
	}
	return Finding{Says: "not told yet"}
}

// reminded looks at the invited parents who have not said that they cannot come.
func reminded(f Facts) Finding {
	coming := slices.DeleteFunc(f.invitedParents(), func(p MeetingPerson) bool { return p.Answer.Absent() })
	found := f.eachOf(coming, func(p MeetingPerson) string { return sentOn(p.Reminded, "", f.Today) }, "not yet")
	if !found.Settled && len(coming) > 0 {
		found.Says = strings.Join(nonEmpty(found.Says, f.likedWays(coming)), ": ")
	}
	return found
}

// likedWays says how those who have had no reminder like best to be reached: "Mrs Okafor by text".
func (f Facts) likedWays(people []MeetingPerson) string {
	var ways []string
	for _, p := range people {
		if a, _ := f.adult(p.AdultID); p.Reminded == "" && a.Channel != NoChannelYet {
			ways = append(ways, f.nameOf(p)+" by "+string(a.Channel))
		}
	}
	return strings.Join(ways, ", ")
}
