package intake

import "fmt"

// Level says what a problem does: the whole file is refused, a row is left out, or something in an
// imported row was left blank or changed.
type Level string

// The levels of a problem.
const (
	WholeFile Level = "file"
	LeftOut   Level = "left-out"
	Warning   Level = "warning"
)

// Code names a kind of problem, so that a preview can group by it (section 8).
type Code string

// Codes that refuse a file.
const (
	FileEmpty      Code = "file-empty"
	FileTooBig     Code = "file-too-big"
	FileNotText    Code = "file-not-text"
	NoHeadings     Code = "no-headings"
	NoRows         Code = "no-rows"
	TooManyRows    Code = "too-many-rows"
	TooManyColumns Code = "too-many-columns"
	QuoteUnclosed  Code = "quote-unclosed"
)

// Codes that leave a row out. RowShort is also a warning.
const (
	NoPupil      Code = "no-pupil"
	UPNDuplicate Code = "upn-duplicate"
	Leaver       Code = "leaver"
	RowShort     Code = "row-short"
	RowLong      Code = "row-long"
	LabelRow     Code = "label-row"
)

// Codes that warn. PhoneInvalid, PhoneLost and PhoneRestored are those of package model.
const (
	UPNInvalid          Code = "upn-invalid"
	DOBInvalid          Code = "dob-invalid"
	DateInvalid         Code = "date-invalid"
	DateSerial          Code = "date-serial"
	YearUnknown         Code = "year-unknown"
	YearMissing         Code = "year-missing"
	SENOldCode          Code = "sen-old-code"
	SENUnknown          Code = "sen-unknown"
	PhoneInvalid        Code = "phone-invalid"
	PhoneLost           Code = "phone-lost"
	PhoneRestored       Code = "phone-restored"
	EmailInvalid        Code = "email-invalid"
	EmailShared         Code = "email-shared"
	RelationshipUnknown Code = "relationship-unknown"
	ContactNoName       Code = "contact-no-name"
	ContactJoint        Code = "contact-joint"
	PupilConflict       Code = "pupil-conflict"
	PupilWeakKey        Code = "pupil-weak-key"
	PossiblePupil       Code = "possible-duplicate-pupil"
	PossibleAdult       Code = "possible-duplicate-adult"
	SameNameAdults      Code = "same-name-adults"
	AdultConflict       Code = "adult-conflict"
	FilledDown          Code = "filled-down"
	Formula             Code = "formula"
	ControlCharacters   Code = "control-characters"
	CellTooLong         Code = "cell-too-long"
)

// Problem is one thing a person should know about the file. Row is what a spreadsheet shows, 0 for
// the whole file; Text is a sentence that names column and value and says what is done about it.
type Problem struct {
	Row   int    `json:"row"`
	Level Level  `json:"level"`
	Code  Code   `json:"code"`
	Text  string `json:"text"`
}

// Refusal is the error of a file that is not read at all. Its text is a sentence for a person.
type Refusal struct {
	Code Code
	Text string
}

func (r *Refusal) Error() string { return r.Text }

// Problem is the refusal as a line of the report.
func (r *Refusal) Problem() Problem { return Problem{Level: WholeFile, Code: r.Code, Text: r.Text} }

func refuse(code Code, format string, args ...any) *Refusal {
	return &Refusal{Code: code, Text: fmt.Sprintf(format, args...)}
}

// report collects problems.
type report struct{ problems []Problem }

func (r *report) warn(row int, code Code, format string, args ...any) {
	r.add(row, Warning, code, format, args...)
}

func (r *report) leaveOut(row int, code Code, format string, args ...any) {
	r.add(row, LeftOut, code, format, args...)
}

func (r *report) add(row int, level Level, code Code, format string, args ...any) {
	r.problems = append(r.problems, Problem{Row: row, Level: level, Code: code, Text: fmt.Sprintf(format, args...)})
}

// quoted is a value in a sentence, cut so that the sentence stays one.
func quoted(value string) string {
	const longest = 60
	runes := []rune(value)
	if len(runes) > longest {
		value = string(runes[:longest]) + "…"
	}
	return "“" + value + "”"
}

// plural is a number with its noun: "1 pupil", "9 pupils".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
