package view

import "kettle/model"

// WorryList is a window on the worries, open or settled: those from Offset on.
type WorryList struct {
	Rows   []WorryRow
	Offset int
	Total  int // with those that sleep
	Asleep int
}

// WorryRow is one worry with what it waits for.
type WorryRow struct {
	model.Contact // without its people
	Family        string
	Stands        model.WorryStands
	MeetingID     int64 // it grew into, 0 none
	MeetingAt     model.Moment
	Asleep        model.Date // off Today until that day, "" not
}

// WorryFigures are how early worries were settled, of those raised this week and this half term.
type WorryFigures struct{ Week, HalfTerm model.SettledSoon }

// ReplyList is a window on the questions that wait for an answer from us: those from Offset on.
type ReplyList struct {
	Rows   []ReplyRow
	Offset int
	Total  int // with those that sleep
	Asleep int
}

// ReplyRow is one question with how far we are with its answer.
type ReplyRow struct {
	model.Contact // without its people
	Family        string
	Asker         string // who asked, "" not known
	Stands        model.ReplyStands
	Clock         string // "day 2 of 5"
	Counted       string // how the day of the answer is counted
	Asleep        model.Date
}
