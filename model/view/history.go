package view

import "kettle/model"

// HistoryStep is one step of the change log: something that was done, taken back or done again.
type HistoryStep struct {
	ID         int64
	Title      string
	At         model.Moment
	Kind       string // "do", "undo" or "redo"
	ThisWindow bool
	TakenBack  bool // it does not stand any more
}
