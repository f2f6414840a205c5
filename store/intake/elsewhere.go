package intake

import "strings"

// elsewhere is whose address is meant by words that point at one instead of saying it.
type elsewhere int

const (
	nowhere   elsewhere = iota // it is an address
	somewhere                  // of somebody in the row, or in the one above
	atTheChild
)

// pointsTo reads "as above" and "same as child". Such words are no address: two adults of one name who
// both live "as above" do not share one.
func pointsTo(address string) elsewhere {
	if len(address) > 30 {
		return nowhere
	}
	switch strings.TrimPrefix(strings.Trim(strings.ToLower(address), " .()"), "same ") {
	case "as child", "as pupil", "as student", "as the child", "as child's", "as pupil's", "as student's", "address as child", "address as pupil", "address as student", "with child":
		return atTheChild
	case "as above", "same", "above", "see above", "ditto", "address", "as mum", "as mother", "as dad", "as father", "as parent", "as contact 1":
		return somewhere
	}
	return nowhere
}
