package view

import "kettle/model"

// DraftPage is the field of a draft's body that holds the page on which it is typed: "family 17".
const DraftPage = "@page"

// DebriefForm names the drafts of a debrief, whose words stay out of every list (practice 49).
const DebriefForm = "debrief"

// CaptureForm names the drafts of lines about a contact, CaptureLine the field of the line.
const (
	CaptureForm = "capture"
	CaptureLine = "line"
)

// DraftRow is what somebody was typing and has neither kept nor thrown away.
type DraftRow struct {
	Form   string            // which form: "contact", "meeting"
	Record int64             // what it changes; 0 or a negative number for something new
	Body   map[string]string // field and text
	At     model.Moment      // when it was typed last
	Page   string            // the kind of page on which it is typed, "" where it is not known
	PageID int64             // and what that page is about
}

// FreeRecord is a number for one more unfinished thing of a form, beside those that there are.
func FreeRecord(drafts []DraftRow, form string) int64 {
	free := int64(-1)
	for _, d := range drafts {
		if d.Form == form {
			free = min(free, d.Record-1)
		}
	}
	return free
}
