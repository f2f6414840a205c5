package view

import "kettle/model"

// ExportSchema names the form of an Export.
const ExportSchema = "kettle-export/1"

// Export is the caseload as the JSON dump of import.md section 9 has it, without what was moved out
// of sight. Of a preview, what is new has ids below 0.
type Export struct {
	Schema   string         `json:"schema"`
	Families []ExportFamily `json:"families"`
	Pupils   []ExportPupil  `json:"pupils"`
	Adults   []ExportAdult  `json:"adults"`
	Links    []ExportLink   `json:"links"`
	Report   ExportReport   `json:"import_report"`
}

// ExportFamily is a family with the ids of its people.
type ExportFamily struct {
	ID     int64   `json:"id"`
	Name   string  `json:"name"`
	Pupils []int64 `json:"pupils"`
	Adults []int64 `json:"adults"`
}

// ExportPupil is a pupil. Legal names repeat the shown ones where there are no others.
type ExportPupil struct {
	ID            int64         `json:"id"`
	Family        int64         `json:"family"`
	UPN           string        `json:"upn"`
	UPNUnverified string        `json:"upn_unverified"`
	Surname       string        `json:"surname"`
	Forename      string        `json:"forename"`
	KnownAs       string        `json:"known_as"`
	LegalSurname  string        `json:"legal_surname"`
	LegalForename string        `json:"legal_forename"`
	Born          string        `json:"dob"`
	Year          string        `json:"year"`
	Form          string        `json:"reg"`
	SEN           string        `json:"sen"`
	Language      string        `json:"language"`
	Address       string        `json:"address"`
	Postcode      string        `json:"postcode"`
	Phones        []ExportPhone `json:"phones"`
	Emails        []string      `json:"emails"`
	OnRoll        bool          `json:"on_roll"`
	Needs         []model.Need  `json:"needs,omitempty"` // in their rank, the primary one first
}

// ExportAdult is an adult.
type ExportAdult struct {
	ID       int64         `json:"id"`
	Title    string        `json:"title"`
	Surname  string        `json:"surname"`
	Forename string        `json:"forename"`
	KnownAs  string        `json:"known_as"`
	Phones   []ExportPhone `json:"phones"`
	Emails   []string      `json:"emails"`
	Address  string        `json:"address"`
	Postcode string        `json:"postcode"`
	Language string        `json:"language"`
}

// ExportPhone is a telephone.
type ExportPhone struct {
	Type   string `json:"type"`
	Number string `json:"number"`
	Ext    string `json:"ext"`
	Note   string `json:"note"`
}

// ExportLink is what an adult is to a pupil; nil is not known.
type ExportLink struct {
	Pupil          int64  `json:"pupil"`
	Adult          int64  `json:"adult"`
	Relation       string `json:"relationship"`
	RelationText   string `json:"relationship_text"`
	Priority       *int   `json:"priority"`
	Responsibility *bool  `json:"parental_responsibility"`
	CourtOrder     bool   `json:"court_order"`
	LivesWith      *bool  `json:"lives_with"`
}

// ExportReport is what the last import said, or would say.
type ExportReport struct {
	File     string          `json:"file"`
	RowsRead int             `json:"rows_read"`
	Problems []ExportProblem `json:"problems"`
}

// ExportProblem is a problem of an import; row 0 is the whole file.
type ExportProblem struct {
	Row   int    `json:"row"`
	Level string `json:"level"`
	Code  string `json:"code"`
	Text  string `json:"text"`
}
