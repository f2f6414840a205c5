package action

// Scopes of the meeting that runs, of the line under it, and of a letter.
const (
	RunScope   Scope = "meeting at the table"
	RunMood    Scope = "mood at the table"
	RunAgenda  Scope = "agenda at the table"
	RunAgreed  Scope = "agreements at the table"
	LineScope  Scope = "drawing a line"
	LetterPage Scope = "letter"
	ThreadPage Scope = "meetings as a thread"
)

// Actions of a meeting that runs.
const (
	RunEnd      ID = "run.end"
	RunMoodNext ID = "run.mood.next"
	RunMoodPrev ID = "run.mood.previous"
	RunMoodTake ID = "run.mood.take"
	RunStory    ID = "run.story"
	RunDone     ID = "run.done"
	RunOpen     ID = "run.open"
	RunAgree    ID = "run.agree"
	RunAbove    ID = "run.above"
	RunBelow    ID = "run.below"
	RunTakeOut  ID = "run.take-out"
)

// Actions of drawing a line under a meeting.
const (
	LineTake   ID = "line.take"
	LineTick   ID = "line.tick"
	LineAdd    ID = "line.add"
	LineRemove ID = "line.remove"
	LineMove   ID = "line.move"
	LineCopy   ID = "line.copy"
	LinePrint  ID = "line.print"
	LineDone   ID = "line.done"
)

// Actions of the meetings of a family under one another.
const (
	ThreadSee  ID = "thread.see"
	ThreadOpen ID = "thread.open"
)

// Actions on a letter.
const (
	LetterChange ID = "letter.change"
	LetterCopy   ID = "letter.copy"
	LetterPrint  ID = "letter.print"
	LetterSent   ID = "letter.sent"
	LetterWords  ID = "letter.words"
	LetterAnew   ID = "letter.anew"
	LetterRemove ID = "letter.remove"
)

var running = []Action{
	{ID: RunEnd, Title: "End and draw a line", Foot: "draw a line", Keys: []string{"ctrl+s"}, Scopes: []Scope{RunScope}, Text: true, Always: true},
	{ID: RunMoodNext, Title: "The next mood", Foot: "mood", Keys: []string{"right", "space"}, Scopes: []Scope{RunMood}},
	{ID: RunMoodPrev, Title: "The mood before", Keys: []string{"left"}, Scopes: []Scope{RunMood}},
	{ID: RunMoodTake, Title: "On to what they said", Foot: "what they said", Keys: []string{"enter"}, Scopes: []Scope{RunMood}},
	{ID: RunStory, Title: "Read their story", Foot: "story", Keys: []string{"t"}, Scopes: []Scope{RunMood}},
	{ID: RunDone, Title: "Done with this item", Foot: "done", Keys: []string{"space"}, Scopes: []Scope{RunAgenda}},
	{ID: RunOpen, Title: "Notes on this item", Foot: "notes", Keys: []string{"enter"}, Scopes: []Scope{RunAgenda}},
	{ID: RunAgree, Title: "Keep it, or correct it", Foot: "keep", Keys: []string{"enter"}, Scopes: []Scope{RunAgreed}, Text: true, Hidden: true},
	{ID: RunAbove, Title: "The agreement above", Keys: []string{"up"}, Scopes: []Scope{RunAgreed}, Text: true, Hidden: true},
	{ID: RunBelow, Title: "The agreement below", Keys: []string{"down"}, Scopes: []Scope{RunAgreed}, Text: true, Hidden: true},
	{ID: RunTakeOut, Title: "Take the agreement out", Keys: []string{"ctrl+d"}, Scopes: []Scope{RunAgreed}, Text: true, Hidden: true},

	{ID: LineTake, Title: "Change it", Foot: "change", Keys: []string{"enter"}, Scopes: []Scope{LineScope}},
	{ID: LineDone, Title: "Draw the line", Foot: "draw the line", Keys: []string{"ctrl+s"}, Scopes: []Scope{LineScope}, Always: true},
	{ID: LineTick, Title: "Yes or no", Foot: "yes/no", Keys: []string{"space"}, Scopes: []Scope{LineScope}},
	{ID: LineAdd, Title: "Add one here", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{LineScope}},
	{ID: LineMove, Title: "Move its date", Foot: "move", Keys: []string{"s"}, Scopes: []Scope{LineScope}},
	{ID: LineRemove, Title: "Remove it", Keys: []string{"d"}, Scopes: []Scope{LineScope}},
	{ID: LinePrint, Title: "Print the letter", Foot: "print", Keys: []string{"p"}, Scopes: []Scope{LineScope}},
	{ID: LineCopy, Title: "Copy the letter", Foot: "copy", Keys: []string{"y"}, Scopes: []Scope{LineScope}},

	{ID: ThreadSee, Title: "All meetings as a thread", Foot: "all meetings", Keys: []string{"a"}, Scopes: []Scope{Family, Meetings, Meeting, MeetingBrief, MeetingPromises}},
	{ID: ThreadOpen, Title: "Open this meeting", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{ThreadPage}},

	{ID: LetterChange, Title: "Change the letter", Foot: "change", Keys: []string{"enter", "e"}, Scopes: []Scope{LetterPage}},
	{ID: LetterCopy, Title: "Copy the letter", Foot: "copy", Keys: []string{"y"}, Scopes: []Scope{LetterPage}},
	{ID: LetterPrint, Title: "Print the letter", Foot: "print", Keys: []string{"p"}, Scopes: []Scope{LetterPage}},
	{ID: LetterSent, Title: "Mark it sent", Foot: "mark sent", Keys: []string{"x"}, Scopes: []Scope{LetterPage}},
	{ID: LetterWords, Title: "Plain words, or the letter", Foot: "plain words", Keys: []string{"v"}, Scopes: []Scope{LetterPage}},
	{ID: LetterAnew, Title: "Write it anew", Foot: "write anew", Keys: []string{"n"}, Scopes: []Scope{LetterPage}},
	{ID: LetterRemove, Title: "Remove the letter", Keys: []string{"d"}, Scopes: []Scope{LetterPage}},
}
