package faults_test

import (
	"slices"
	"time"

	"kettle/tui/action"
)

// neverPressed leave the program, or only how it is shown.
var neverPressed = []action.ID{action.Quit, action.QuitNow, action.Mouse, action.Blank, action.Help, action.Palette}

// wandering are actions that write nothing by themselves: they are pressed less often.
var wandering = []action.ID{
	action.Up, action.Down, action.PageUp, action.PageDown, action.First, action.Last, action.NextPart, action.PrevPart,
	action.NextGroup, action.PrevGroup, action.Back, action.Undo, action.Redo, action.ImportOpen, action.PackOutGo, action.PackInGo, action.PackOn, action.PackChosen, action.PackAll, action.PackLeave, action.ImportTurn, action.ImportTurnPart, action.ImportBackOpen,
	action.GoToday, action.GoFamilies, action.GoMeetings, action.GoFollowUps, action.GoLog, action.GoSchool,
	action.RoomSeats, action.RoomLayouts, action.SeatUp, action.SeatDown, action.SeatLeft, action.SeatRight,
	action.PieceNext, action.PiecePrev, action.PieceUp, action.PieceDown, action.PieceLeft, action.PieceRight,
	action.WaitingFind, action.NewsEarlier, action.NewsLater, action.NewsOrder, action.NewsFind, action.CallNext, action.CallPrevious, action.CallCopy, action.GateFind, action.GatePrint,
	action.YearsOther, action.MoveFind, action.MovePrint, action.MoveCopy, action.AccountFind, action.AccountCompare, action.AccountCopy, action.SayCopy,
	action.WeekSpan, action.WeekBack, action.WeekBefore, action.WeekAfter, action.WeekPrint, action.WeekOpen, action.TakeOutOpen, action.TakeOutWrite, action.LogLists, action.RecordWhole, action.RecordRead, action.RecordView, action.RecordPrint, action.RecordCopy,
	action.ColumnsOpen, action.ImportReport, action.ColumnTake, action.ColumnNext, action.ColumnPrev, action.ColumnWhose, action.ColumnUnknown, action.ColumnLeave, action.ColumnOwn, action.DoubleCompare, action.CompareSwap, action.SplitMark, action.FamiliesOrder, action.FilterType, action.MeetingsView, action.TodayFind, action.PromisesFind, action.MeetingFind, action.JournalFind, action.JournalKind, action.MonthBack, action.MonthOn,
}

// quick are actions that write at once, with one key: they are pressed more often.
var quick = []action.ID{
	action.ImportBackDo, action.FamilyItemDo, action.FamilyItemRemove, action.FamilyRemove, action.FamilyBack,
	action.PromiseDone, action.PromiseReopen, action.PromiseTold, action.ItemTick, action.InviteDo, action.MeetingBegin,
	action.PersonOpen, action.PersonLeads, action.PersonRemove, action.TimeChoose, action.TimeAnswer, action.TimeDrop,
	action.LayoutTake, action.LayoutRemove, action.SeatsBest, action.SeatTake, action.SeatLeave, action.PieceTake, action.PieceRemove, action.PieceWider,
	action.AgendaUp, action.AgendaDown, action.AgendaRemove, action.PaperReady, action.PaperRemove, action.PromiseKept,
	action.WorryReopen, action.WorryStep, action.ReplyAnswered, action.ReplyKnown, action.QuietSpoke, action.QuietTried, action.CallNoAnswer, action.GateGreet,
	action.StorySaid, action.StoryRemove, action.RecordDecide, action.MoveDone, action.MoveSent, action.MoveDrop, action.AccountRemove, action.AccountDrop,
	action.ImportTakeIn, action.ColumnsKeep, action.DoubleApart, action.CompareJoin, action.SplitDo, action.EntryTold, action.EntryRemove, action.RunDone, action.RunEnd, action.LineDone, action.LineTick, action.LineRemove, action.LetterSent, action.LetterRemove, action.SchoolRemove,
}

// weight is how often an action is pressed beside others.
func weight(id action.ID) int {
	switch {
	case slices.Contains(neverPressed, id):
		return 0
	case slices.Contains(wandering, id):
		return 2
	case slices.Contains(quick, id):
		return 30
	case action.ByID(id).In(action.Global) && action.ByID(id).AllKeys() == "": // there is one to each list
		return 1
	case action.ByID(id).In(action.Global):
		return 3
	}
	return 9
}

// What somebody types, into fields that want it and into others.
var (
	typedDays  = []string{"fri", "tomorrow", "24/11", "in 2 weeks", "next tue", "1/12/2026", "yesterday", "half term", "wed", "in 3 days", "2/12", "soon"}
	typedTimes = []string{"fri 15:30", "tomorrow 9am", "now", "24/11 16:00", "16:00"}
	typedLines = []string{"Okafor", "Zoë", "O’Brien-Łukasz", "Mrs Ada van der Berg", "07700 900123", "020 7946 0321", "zoe@example.org",
		"4B", "5", "ZZ1 4DP", "Rainbow room", "an aunt who collects", "A823456789012", "me", "x"}
	typedEntries = []string{"Okafor, gate, +: sang", "Haddad phone x", "Nowak, gate !: lunch was hard; ring fri", "Malik, mum rang, ?: is the club on", "Lane, office: plan signed"}
	typedLong    = []string{"She slept well & laughed; we said “come in”.", "two\nlines", "👩‍👧 家族", "'); DROP TABLE family; --", "\x1b[31mred\u202e"}
)

// act does one thing that could be done now.
func (w *undoWalk) act() {
	if w.random.IntN(60) == 0 {
		w.d.Wait(time.Duration(w.random.IntN(4000)) * time.Millisecond)
		return
	}
	if w.d.App.Typing() {
		w.actInText()
		return
	}
	var choices []action.Action
	for _, a := range w.d.App.Possible() {
		choices = append(choices, slices.Repeat([]action.Action{a}, weight(a.ID))...)
	}
	if len(choices) == 0 {
		w.press(w.way())
		return
	}
	w.take(choices[w.random.IntN(len(choices))])
}

// take does an action by its key, or by its name where it has none.
func (w *undoWalk) take(a action.Action) {
	if keys := slices.Concat(a.Keys, a.TypedKeys); len(keys) > 0 {
		w.press(keys[0])
		return
	}
	w.actions++
	w.trail = append(w.trail, "“"+a.Title+"”")
	w.d.Press("ctrl+p").Type(a.Title).Press("enter")
}

// actInText fills a form and keeps it, takes in a file, or types something and goes on.
func (w *undoWalk) actInText() {
	possible := w.possible()
	switch n := w.random.IntN(10); {
	case n < 2:
		w.anyOf(possible)
	case possible[action.FormKeep]:
		w.fillForm(possible)
	case possible[action.CaptureKeep]:
		w.typeOne(typedEntries)
		w.press("ctrl+s")
	case possible[action.ImportRead]:
		w.takeInFile()
	case possible[action.RunEnd]:
		w.atTheTable(possible)
	case n < 5:
		w.press("esc")
	default:
		w.fill(possible)
		w.anyOf(possible)
	}
}

// fillForm fills some fields and keeps the form; where that is not enough it tries again, and then
// leaves it, with or without what was typed.
func (w *undoWalk) fillForm(possible map[action.ID]bool) {
	for range 3 {
		for range w.random.IntN(2) {
			w.fill(possible)
			w.press("tab")
			possible = w.possible()
		}
		w.press("ctrl+s")
		if possible = w.possible(); !possible[action.FormKeep] {
			return
		}
		w.fill(possible) // the field that is not right yet
	}
	w.press("ctrl+s")
	if w.random.IntN(3) > 0 {
		w.press("ctrl+x")
	}
	w.press("esc")
}

// atTheTable writes down what is said in a meeting, part by part.
func (w *undoWalk) atTheTable(possible map[action.ID]bool) {
	w.fill(possible)
	if possible[action.RunAgree] {
		w.press("enter")
	}
	if w.random.IntN(3) > 0 {
		w.press("tab")
	}
}

// takeInFile empties the line for the path, and takes one of the files that are offered.
func (w *undoWalk) takeInFile() {
	w.press("esc")
	for range w.random.IntN(4) {
		w.press("down")
	}
	w.press("enter")
	if w.possible()[action.ImportTakeIn] {
		w.press("ctrl+s")
	}
	w.press("esc")
}

func (w *undoWalk) possible() map[action.ID]bool {
	found := map[action.ID]bool{}
	for _, a := range w.d.App.Possible() {
		found[a.ID] = !slices.Contains(neverPressed, a.ID)
	}
	return found
}

// anyOf presses the key of something that works while a text is typed.
func (w *undoWalk) anyOf(possible map[action.ID]bool) {
	var keys []string
	for _, a := range w.d.App.Possible() {
		if possible[a.ID] && len(a.Keys) > 0 {
			keys = append(keys, a.Keys[0])
		}
	}
	if len(keys) > 0 {
		w.press(keys[w.random.IntN(len(keys))])
	}
}

// fill puts something into the field.
func (w *undoWalk) fill(possible map[action.ID]bool) {
	switch {
	case possible[action.DayLater] && w.random.IntN(3) == 0:
		w.typeOne(typedTimes)
	case possible[action.DayLater]:
		w.typeOne(typedDays)
	case possible[action.ChoiceNext]:
		w.press("right")
	case possible[action.PickDown]:
		w.pick()
	case w.random.IntN(8) == 0:
		w.typeOne(typedTimes)
	case w.random.IntN(3) == 0:
		w.typeOne(typedLong)
	default:
		w.typeOne(typedLines)
	}
}

// pick takes a row of a list in a field, ticks one, or types.
func (w *undoWalk) pick() {
	switch w.random.IntN(4) {
	case 0:
		w.typeOne(typedLines)
		w.press("enter")
	case 1:
		w.press("down")
		w.press("space")
	default:
		w.press("down")
		w.press("enter")
	}
}

func (w *undoWalk) typeOne(texts []string) {
	text := texts[w.random.IntN(len(texts))]
	w.trail = append(w.trail, "“"+text+"”")
	w.d.Paste(text)
}

func (w *undoWalk) press(key string) {
	w.actions++
	w.trail = append(w.trail, key)
	w.d.Press(key)
}
