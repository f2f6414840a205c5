package model

import "slices"

// YesNo is an answer that may not be known: "yes", "no" or "". Not known is never taken as no.
type YesNo string

// The answers of YesNo.
const (
	NotKnown YesNo = ""
	Yes      YesNo = "yes"
	No       YesNo = "no"
)

// YesNos are the answers in the order in which they are offered.
var YesNos = []YesNo{Yes, No, NotKnown}

// Valid reports whether y is one of the three answers.
func (y YesNo) Valid() bool { return slices.Contains(YesNos, y) }

// Words are what a person reads: "yes", "no", "not known".
func (y YesNo) Words() string {
	if y == NotKnown {
		return "not known"
	}
	return string(y)
}

// Is is Yes for true and No for false.
func Is(b bool) YesNo {
	if b {
		return Yes
	}
	return No
}
