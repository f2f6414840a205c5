package screen

import "kettle/model/view"

// Recorded is a screen that shows, or on which is selected, one record, so that its history can be
// asked for.
type Recorded interface {
	// Record is the record, the zero one for none.
	Record() view.Record
}
