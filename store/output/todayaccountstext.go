package output

import "kettle/model/view"

// accountItems are the incidents whose account is to be agreed, or of which parents are to be told.
func accountItems(lines []view.AccountLine) []datedItem {
	var items []datedItem
	for _, l := range lines {
		mark := "○"
		if l.Late {
			mark = "!"
		}
		items = append(items, datedItem{mark, l.When, l.What + ": " + l.Behind})
	}
	return items
}
