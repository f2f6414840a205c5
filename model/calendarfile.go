package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// CalendarFile is the calendar of a school as a file: JSON that a person can read and edit, and a
// trust can send round (rules.md R1).
type CalendarFile struct {
	Note     string
	School   string
	Kind     SchoolKind // "" when the file does not say
	Groups   []string   // the year groups as the file writes them: "N1", "R", "Y6"
	Timezone string
	Dates    CalendarDates
}

// maxCalendarBytes is far more than a school needs for a lifetime.
const maxCalendarBytes = 1 << 20

type fileCalendar struct {
	Note            string        `json:"note,omitempty"`
	School          string        `json:"school,omitempty"`
	Kind            string        `json:"kind,omitempty"`
	Groups          []string      `json:"groups,omitempty"`
	Timezone        string        `json:"timezone,omitempty"`
	Years           []fileYear    `json:"years"`
	Inset           []string      `json:"inset,omitempty"` // outside every term
	Closures        []fileClosure `json:"closures"`
	BankHolidays    []fileHoliday `json:"bank_holidays,omitempty"`
	NotBankHolidays []string      `json:"not_bank_holidays,omitempty"`
}

type fileYear struct {
	Year  string     `json:"year"`
	Terms []fileTerm `json:"terms"`
}

type fileTerm struct {
	Term     string    `json:"term"`
	Start    string    `json:"start"`
	End      string    `json:"end"`
	HalfTerm *fileSpan `json:"half_term,omitempty"`
	Inset    []string  `json:"inset"`
}

type fileSpan struct {
	Start string `json:"start"`
	End   string `json:"end"`
}

type fileHoliday struct {
	Date string `json:"date"`
	Name string `json:"name"`
}

// fileClosure is a date alone or a date with its reason.
type fileClosure struct {
	Date   string `json:"date"`
	Reason string `json:"reason,omitempty"`
}

// fileDay is one date of a term with its place in the file.
type fileDay struct {
	place, text string
	to          *Date
}

// UnmarshalJSON takes "2027-01-21" as well as {"date": "2027-01-21", "reason": "snow"}.
func (x *fileClosure) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte(`"`)) {
		return json.Unmarshal(data, &x.Date)
	}
	type plain fileClosure
	return json.Unmarshal(data, (*plain)(x))
}

// ParseCalendar reads a calendar file. The error is one sentence that names the place.
func ParseCalendar(data []byte) (CalendarFile, error) {
	if len(data) > maxCalendarBytes {
		return CalendarFile{}, errors.New("the calendar file is larger than 1 MB: it is not a calendar")
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var raw fileCalendar
	reader := json.NewDecoder(bytes.NewReader(data))
	reader.DisallowUnknownFields()
	if err := reader.Decode(&raw); err != nil {
		return CalendarFile{}, explainJSON(err, data)
	}
	if _, err := reader.Token(); !errors.Is(err, io.EOF) {
		return CalendarFile{}, fmt.Errorf("line %d: there is more behind the end of the calendar", lineAt(data, reader.InputOffset()))
	}
	f := CalendarFile{Note: plainLine(raw.Note), School: plainLine(raw.School), Kind: SchoolKind(raw.Kind), Timezone: plainLine(raw.Timezone)}
	if f.Kind != "" && !f.Kind.Valid() {
		return CalendarFile{}, fmt.Errorf("kind: %q is not known: write maintained or academy", quotable(raw.Kind))
	}
	for _, g := range raw.Groups {
		f.Groups = append(f.Groups, plainLine(g))
	}
	var err error
	f.Dates, err = raw.dates()
	return f, err
}

var unknownField = pattern(`unknown field ("[^"]*")`)

// explainJSON turns an error of the reader into a sentence with a line number.
func explainJSON(err error, data []byte) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if errors.As(err, &syntax) {
		return fmt.Errorf("line %d: this is not JSON; a comma, a quote or a bracket is missing or too many", lineAt(data, syntax.Offset))
	}
	if errors.As(err, &kind) {
		return fmt.Errorf("line %d: %q cannot be a %s here", lineAt(data, kind.Offset), quotable(kind.Field), kind.Value)
	}
	if name := unknownField().FindStringSubmatch(err.Error()); name != nil {
		at := bytes.Index(data, []byte(name[1]))
		return fmt.Errorf("line %d: the word %s is not known in a calendar: look at its spelling", lineAt(data, int64(at)), quotable(name[1]))
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the calendar file ends too early: a part of it is missing")
	}
	return fmt.Errorf("reading the calendar file: %w", err)
}

func lineAt(data []byte, offset int64) int {
	end := min(max(offset, 0), int64(len(data)))
	return 1 + bytes.Count(data[:end], []byte("\n"))
}

// dates checks every date and every name of a term, and stops at the first that is wrong.
func (raw fileCalendar) dates() (CalendarDates, error) {
	var d CalendarDates
	for i, y := range raw.Years {
		if _, ok := startOfYear(y.Year); !ok {
			return CalendarDates{}, fmt.Errorf("years, number %d: %q is not a school year: write it like 2026/27", i+1, quotable(y.Year))
		}
		for j, t := range y.Terms {
			term, inset, err := t.read(y.Year, j+1)
			if err != nil {
				return CalendarDates{}, err
			}
			d.Terms = append(d.Terms, term)
			d.Inset = append(d.Inset, inset...)
		}
	}
	return raw.otherDays(d)
}

// otherDays adds the days that belong to no term.
func (raw fileCalendar) otherDays(d CalendarDates) (CalendarDates, error) {
	inset, err := fileDates("inset", raw.Inset)
	if err != nil {
		return CalendarDates{}, err
	}
	d.Inset = append(d.Inset, inset...)
	for i, x := range raw.Closures {
		day, err := fileDate(fmt.Sprintf("closures, number %d", i+1), x.Date)
		if err != nil {
			return CalendarDates{}, err
		}
		d.Closures = append(d.Closures, Closure{Date: day, Reason: plainLine(x.Reason)})
	}
	for i, h := range raw.BankHolidays {
		day, err := fileDate(fmt.Sprintf("bank_holidays, number %d", i+1), h.Date)
		if err != nil {
			return CalendarDates{}, err
		}
		d.BankHolidays = append(d.BankHolidays, BankHoliday{Date: day, Name: plainLine(h.Name)})
	}
	d.NotBankHolidays, err = fileDates("not_bank_holidays", raw.NotBankHolidays)
	return d, err
}

func (t fileTerm) read(year string, number int) (Term, []Date, error) {
	term := Term{Year: year, Name: TermName(t.Term)}
	if !term.Name.Valid() {
		return Term{}, nil, fmt.Errorf("%s, term %d: %q is not a term: write Autumn, Spring or Summer", year, number, quotable(t.Term))
	}
	days := []fileDay{{"start", t.Start, &term.Start}, {"end", t.End, &term.End}}
	if t.HalfTerm != nil {
		days = append(days, fileDay{"start of half_term", t.HalfTerm.Start, &term.HalfTermStart},
			fileDay{"end of half_term", t.HalfTerm.End, &term.HalfTermEnd})
	}
	for _, x := range days {
		d, err := fileDate(fmt.Sprintf("%s, %s", term, x.place), x.text)
		if err != nil {
			return Term{}, nil, err
		}
		*x.to = d
	}
	if fault := term.fault(); fault != "" {
		return Term{}, nil, errors.New(strings.TrimSuffix(fault, "."))
	}
	inset, err := fileDates(term.String()+", inset", t.Inset)
	return term, inset, err
}

func fileDates(place string, texts []string) ([]Date, error) {
	var days []Date
	for i, text := range texts {
		d, err := fileDate(fmt.Sprintf("%s, number %d", place, i+1), text)
		if err != nil {
			return nil, err
		}
		days = append(days, d)
	}
	return days, nil
}

func fileDate(place, text string) (Date, error) {
	if d := Date(text); d.Valid() {
		return d, nil
	}
	return "", fmt.Errorf("%s: %q is not a date: write it like 2026-10-26", place, quotable(text))
}

// Format writes the calendar as a file, which ParseCalendar reads back to the same unless a term has
// a fault that Check names.
func (f CalendarFile) Format() ([]byte, error) {
	raw := fileCalendar{Note: f.Note, School: f.School, Kind: string(f.Kind), Groups: f.Groups, Timezone: f.Timezone,
		Years: []fileYear{}, Closures: []fileClosure{}}
	left := raw.addTerms(f.Dates.Terms, f.Dates.Inset)
	raw.Inset = textsOf(left)
	for _, x := range f.Dates.Closures {
		raw.Closures = append(raw.Closures, fileClosure{string(x.Date), x.Reason})
	}
	for _, h := range f.Dates.BankHolidays {
		raw.BankHolidays = append(raw.BankHolidays, fileHoliday{string(h.Date), h.Name})
	}
	raw.NotBankHolidays = textsOf(f.Dates.NotBankHolidays)
	var out bytes.Buffer
	writer := json.NewEncoder(&out)
	writer.SetEscapeHTML(false)
	writer.SetIndent("", "  ")
	if err := writer.Encode(raw); err != nil {
		return nil, fmt.Errorf("writing the calendar file: %w", err)
	}
	return out.Bytes(), nil
}

// addTerms writes each term under its year with the INSET days that lie in it, and gives back the
// INSET days that lie in none.
func (raw *fileCalendar) addTerms(terms []Term, inset []Date) (left []Date) {
	left = inset
	for _, t := range terms {
		row := fileTerm{Term: string(t.Name), Start: string(t.Start), End: string(t.End), Inset: []string{}}
		if t.HalfTermStart != "" {
			row.HalfTerm = &fileSpan{string(t.HalfTermStart), string(t.HalfTermEnd)}
		}
		var others []Date
		for _, d := range left {
			if t.Start <= d && d <= t.End {
				row.Inset = append(row.Inset, string(d))
			} else {
				others = append(others, d)
			}
		}
		left = others
		if n := len(raw.Years); n == 0 || raw.Years[n-1].Year != t.Year {
			raw.Years = append(raw.Years, fileYear{Year: t.Year})
		}
		last := &raw.Years[len(raw.Years)-1]
		last.Terms = append(last.Terms, row)
	}
	return left
}

func textsOf(days []Date) []string {
	var texts []string
	for _, d := range days {
		texts = append(texts, string(d))
	}
	return texts
}
