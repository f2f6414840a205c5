package store

import (
	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

// problemTitles name the kinds of problems (import.md section 8), in the order in which they are shown:
// rows that are left out first, then what may concern who somebody is.
var problemTitles = []struct {
	code  intake.Code
	title string
}{
	{intake.RowLong, "More cells than headings"},
	{intake.RowShort, "Cells missing at the end"},
	{intake.NoPupil, "No child in the row"},
	{intake.UPNDuplicate, "One UPN, two children"},
	{intake.Leaver, "Children who have left"},
	{intake.LabelRow, "Labels and repeated headings"},

	{intake.PossiblePupil, "Perhaps one child twice"},
	{intake.PossibleAdult, "Perhaps one adult twice"},
	{intake.SameNameAdults, "Two adults of one name"},
	{intake.PupilConflict, "Two rows differ about a child"},
	{intake.AdultConflict, "Two rows differ about an adult"},
	{intake.PupilWeakKey, "Recognised by name and class only"},
	{intake.ContactNoName, "Contacts without a name"},
	{intake.ContactJoint, "Two people in one contact"},
	{intake.EmailShared, "One e-mail, two adults"},
	{intake.FilledDown, "Taken as the child above"},

	{intake.UPNInvalid, "UPNs with a wrong check letter"},
	{intake.DOBInvalid, "Dates of birth that cannot be"},
	{intake.DateInvalid, "Dates that cannot be"},
	{intake.DateSerial, "Dates that a spreadsheet made numbers of"},
	{intake.YearUnknown, "Year groups that are none"},
	{intake.YearMissing, "No year group"},
	{intake.SENOldCode, "Old SEN codes"},
	{intake.SENUnknown, "SEN codes that are none"},
	{intake.PhoneInvalid, "Telephone numbers that are none"},
	{intake.PhoneLost, "Telephone numbers that lost digits"},
	{intake.PhoneRestored, "Telephone numbers put right"},
	{intake.EmailInvalid, "E-mail addresses that are none"},
	{intake.RelationshipUnknown, "Relationships kept as written"},
	{intake.Formula, "Cells that a spreadsheet would run"},
	{intake.ControlCharacters, "Characters that cannot be seen"},
	{intake.CellTooLong, "Cells that are too long"},
}

// grouped are the problems by kind, each kind by row. A kind that leaves some rows out and only warns
// of others is two groups.
func grouped(problems []intake.Problem) []view.ImportProblems {
	type group struct {
		leftOut bool
		code    intake.Code
	}
	notes := map[group][]view.ImportNote{}
	var order []group
	for _, p := range problems {
		g := group{p.Level == intake.LeftOut, p.Code}
		if notes[g] == nil {
			order = append(order, g)
		}
		notes[g] = append(notes[g], view.ImportNote{Row: p.Row, Text: p.Text})
	}
	model.InOrder(order, func(a, b group) int {
		if a.leftOut != b.leftOut {
			if a.leftOut {
				return -1
			}
			return 1
		}
		return titleOf(a.code) - titleOf(b.code)
	})
	var all []view.ImportProblems
	for _, g := range order {
		title := string(g.code)
		if i := titleOf(g.code); i < len(problemTitles) {
			title = problemTitles[i].title
		}
		all = append(all, view.ImportProblems{Title: title, LeftOut: g.leftOut, Notes: notes[g]})
	}
	return all
}

// titleOf is the place of a kind in problemTitles, behind the last when it has none.
func titleOf(code intake.Code) int {
	for i, t := range problemTitles {
		if t.code == code {
			return i
		}
	}
	return len(problemTitles)
}
