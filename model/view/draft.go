package view

import "kettle/model"

// DraftRow is what somebody was typing and has neither kept nor thrown away.
type DraftRow struct {
	Form   string            // which form: "contact", "meeting"
	Record int64             // what it changes; 0 or a negative number for something new
	Body   map[string]string // field and text
	At     model.Moment      // when it was typed last
}
