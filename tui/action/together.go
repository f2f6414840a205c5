package action

import (
	"errors"
	"slices"
	"strings"
)

// together are the scopes that a screen takes at one moment, those of everywhere always with them.
// A screen that takes others fails the tests; a key that means two things in one of these sets fails
// them, too, and stops the program at its start.
var together = [][]Scope{
	{Families, List}, {FamiliesRemoved, List},
	{Family, List, Parts}, {ChoosePopup, List},
	{Filter},
	{Import}, {ImportPreview, List, Parts},
	{PackTyped}, {PackPreview, List}, {PackChoose, List},
	{School, List, Parts}, {Welcome, List}, {TakeOut, List},
	{Today, List, Parts},
	{FollowUps, List}, {FollowUpsPast, List},
	{Meetings, List}, {Meeting, List}, {MeetingBrief, List},
	{ReviewTerms, List, Parts}, {ReviewCountdown, List},
	{MeetingPeople, List}, {Invitations, List, Parts}, {MeetingTimes, List, Parts},
	{MeetingRoom, MeetingLayouts, List}, {MeetingRoom, MeetingSeats}, {LayoutDrawing},
	{ProposedTimes, List, Parts}, {Moving, List}, {Moved, List},
	{MeetingAgenda, List}, {AgendaOffered, List}, {AgendaHands, List}, {MeetingPapers, List}, {MeetingPromises, List}, {MeetingViews, List},
	{RunScope, Parts}, {RunScope, Parts, RunMood}, {RunScope, Parts, RunAgenda, List}, {RunScope, Parts, RunAgreed},
	{LineScope, List, Parts}, {LetterPage, List}, {BriefPage, List}, {ThreadPage, List, Parts}, {HistoryPage, List},
	{Worries, ListOfLog, List, Parts}, {WorriesSettled, ListOfLog, List, Parts}, {Replies, ListOfLog, List}, {GoingQuiet, ListOfLog, List},
	{Journal, ListOfLog, List}, {LogEntry, List},
	{WeekPage, ListOfLog, List},
	{RecordPage, List}, {RecordReading, List},
	{StoryPage, List}, {MoveList, ListOfLog, List, Parts}, {MovePage, List},
	{AccountList, ListOfLog, List}, {AccountPage, List}, {AccountSay, List},
	{GoodNews, ListOfLog, List}, {NewsCall, List}, {NewsSaid}, {AtTheGate, ListOfLog, List},
	{Form},
	{Form, LineField}, {Form, LongField}, {Form, ChoiceField}, {Form, DateField},
	{Form, PickField}, {Form, ManyField}, {Form, ListField},
	{PalettePopup},
	{CaptureTyped}, {CapturePart}, {CaptureUnfinished},
	{HelpPopup},
	{Blanked},
}

// Together reports whether these scopes are a set that is checked for clashes.
func Together(scopes []Scope) bool {
	return slices.ContainsFunc(together, func(set []Scope) bool {
		return len(set) == len(scopes) && !slices.ContainsFunc(scopes, func(s Scope) bool { return !slices.Contains(set, s) })
	})
}

// Check is an error that names every key that means two actions at once, nil when there is none.
// Where a text is typed, keys of everywhere give way to those of the screen, so that only keys of
// the screen's own scopes can clash with one another there.
func Check() error {
	var clashes []string
	for _, set := range together {
		clashes = append(clashes, Clashes(set...)...)
		if !gives(set) {
			clashes = append(clashes, Clashes(append(slices.Clone(set), Global)...)...)
		}
	}
	if len(clashes) == 0 {
		return nil
	}
	slices.Sort(clashes)
	return errors.New("the table of keys does not hold together: " + strings.Join(slices.Compact(clashes), "; "))
}

// gives reports whether the scopes are those of a popup, over which keys of everywhere give way.
func gives(set []Scope) bool {
	return slices.ContainsFunc(set, func(s Scope) bool {
		return slices.Contains([]Scope{Form, Filter, PalettePopup, HelpPopup, ChoosePopup, CaptureTyped, CapturePart, CaptureUnfinished, Blanked}, s)
	})
}
