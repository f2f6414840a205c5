package model

import "slices"

// SENStatus is the school census code: N none, K SEN support, E education, health and care plan;
// "" is not known and is never shown as none (rules.md R29).
type SENStatus string

// The codes in use.
const (
	SENNotKnown SENStatus = ""
	NoSEN       SENStatus = "N"
	SENSupport  SENStatus = "K"
	EHCP        SENStatus = "E"
)

// SENStatuses are the codes in the order in which they are offered.
var SENStatuses = []SENStatus{SENSupport, EHCP, NoSEN, SENNotKnown}

// Valid reports whether s is a code in use.
func (s SENStatus) Valid() bool { return slices.Contains(SENStatuses, s) }

// Words are what a person reads.
func (s SENStatus) Words() string {
	for _, t := range PlanTypes {
		if t.Code == s {
			return t.Words
		}
	}
	return "not known"
}

// SENChange is one line of a pupil's SEN history.
type SENChange struct {
	From   Date
	Status SENStatus
}

// Need is a census code for a type of need, "" when none is noted (rules.md R30).
type Need string

// NeedType is one row of the table of needs: its code, what it stands for, and the area it is
// grouped under.
type NeedType struct {
	Code  Need
	Words string
	Area  string
}

// The areas of need of the SEND Code of Practice (2015), paragraphs 6.28 to 6.35.
const (
	areaCognition     = "Cognition and learning"
	areaCommunication = "Communication and interaction"
	areaSEMH          = "Social, emotional and mental health"
	areaSensory       = "Sensory and/or physical"
)

// NeedTypes is the table of census codes (rules.md R30). Down syndrome is a code of its own since
// January 2025; under which area it counts is for the school to say.
var NeedTypes = []NeedType{
	{"SPLD", "specific learning difficulty", areaCognition},
	{"MLD", "moderate learning difficulty", areaCognition},
	{"SLD", "severe learning difficulty", areaCognition},
	{"PMLD", "profound and multiple learning difficulty", areaCognition},
	{"SLCN", "speech, language and communication needs", areaCommunication},
	{"ASD", "autism", areaCommunication},
	{"SEMH", "social, emotional and mental health", areaSEMH},
	{"HI", "hearing impairment", areaSensory},
	{"VI", "vision impairment", areaSensory},
	{"MSI", "multi-sensory impairment", areaSensory},
	{"PD", "physical disability", areaSensory},
	{"DS", "Down syndrome", ""},
	{"OTH", "other difficulty or disability", ""},
	{"NSA", "support, no specialist assessment of type", ""},
}

// Valid reports whether n is "" or a code of the table.
func (n Need) Valid() bool {
	return n == "" || slices.ContainsFunc(NeedTypes, func(t NeedType) bool { return t.Code == n })
}

// AreaOf is the area that a need is grouped under, "" for none. Some schools count Down syndrome under
// cognition (rules.md R30).
func AreaOf(n Need, settings Settings) string {
	if n == "DS" && settings.Text(SENDownUnder) == DownUnderCognition {
		return areaCognition
	}
	for _, t := range NeedTypes {
		if t.Code == n {
			return t.Area
		}
	}
	return ""
}

// NeedTyped is the need that somebody typed: by its code, what it stands for, or both.
func NeedTyped(text string) (Need, bool) {
	for _, t := range NeedTypes {
		if slices.Contains([]string{Fold(string(t.Code)), Fold(t.Words), Fold(t.Full())}, Fold(text)) {
			return t.Code, true
		}
	}
	return "", false
}

// Full is a type as it is offered: "SEMH social, emotional and mental health".
func (t NeedType) Full() string { return string(t.Code) + " " + t.Words }

// Words are what the code stands for, "" for none.
func (n Need) Words() string {
	for _, t := range NeedTypes {
		if t.Code == n {
			return t.Words
		}
	}
	return ""
}
