package model

import (
	"slices"
	"strings"
)

// Pupil is a child of the caseload. Fields that the office's export brings keep its names (import.md
// section 9).
type Pupil struct {
	ID       int64
	UID      string
	FamilyID int64
	SchoolID int64

	Forename, Surname           string // as shown
	KnownAs                     string
	LegalForename, LegalSurname string // "" when the same as shown
	Born                        Date
	UPN                         string // with a right check letter
	UPNUnverified               string // as it came, with a wrong one
	OfficeID                    string
	Year                        YearGroup
	Class                       string
	SEN                         SENStatus
	PrimaryNeed                 Need
	FurtherNeeds                NeedList // after the primary need, in their rank (rules.md R30)
	Language                    string
	Address, Postcode           string
	Phones                      []Phone
	Emails                      []Email

	PlanMade       Date // the plan made, or the decision on its last review
	LastReview     Date
	ReviewBy       Date // the annual review to be finished by, as the school has it
	AttendanceNote string
	Strengths      string // what they are good at
	Interests      string // what they love
	HopesFamily    string
	HopesSchool    string
	NamedAdult     string // at transition
	Roll           Roll
	LeftOn         Date
	Removed        bool
}

// Called is the name a person uses for the pupil: known as, else the forename, else the surname.
func (p Pupil) Called() string { return firstText(p.KnownAs, p.Forename, p.Surname) }

// FullName is the shown forename and surname.
func (p Pupil) FullName() string { return strings.TrimSpace(p.Forename + " " + p.Surname) }

// Card is the pupil in a list: "Chidi 4B K", with the SEN status only when there is one to say.
func (p Pupil) Card() string {
	sen := ""
	if p.SEN == SENSupport || p.SEN == EHCP {
		sen = string(p.SEN)
	}
	return strings.Join(nonEmpty(p.Called(), firstText(p.Class, p.Year.Short()), sen), " ")
}

// ClassName is the class in a heading: "4B", "Y4" where no class is known, "no class" where nothing is.
func (p Pupil) ClassName() string { return firstText(p.Class, p.Year.Short(), "no class") }

// YearGroup is "" (not known), N1, N2, R, X or 1 to 14, as the office writes them.
type YearGroup string

// YearGroups are all year groups in order of age; "" and X stand outside.
var YearGroups = []YearGroup{"N1", "N2", "R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "X", ""}

// Valid reports whether y is a known year group.
func (y YearGroup) Valid() bool { return slices.Contains(YearGroups, y) }

// Short is the year group in a list: "Y6", "N2", "R".
func (y YearGroup) Short() string {
	if y != "" && y[0] >= '0' && y[0] <= '9' {
		return "Y" + string(y)
	}
	return string(y)
}

// Words are the year group in a sentence: "Year 6", "Nursery 2", "Reception", "not known".
func (y YearGroup) Words() string {
	switch y {
	case "":
		return "not known"
	case "N1", "N2":
		return "Nursery " + string(y[1])
	case "R":
		return "Reception"
	case "X":
		return "X"
	}
	return "Year " + string(y)
}

// Roll says whether a pupil is at the school. One who died is on no list and in no countdown.
type Roll string

// The states of Roll.
const (
	OnRoll Roll = "on roll"
	Left   Roll = "left"
	Died   Roll = "died"
)

// Rolls are the states in the order in which they are offered.
var Rolls = []Roll{OnRoll, Left, Died}

// Valid reports whether r is a known state.
func (r Roll) Valid() bool { return slices.Contains(Rolls, r) }

// Email is one e-mail address of a person.
type Email struct {
	Address    string
	FromOffice bool
}

func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

func nonEmpty(texts ...string) []string {
	return slices.DeleteFunc(texts, func(t string) bool { return t == "" })
}
