package model

// MostCaptured is how many characters of one line are taken (capture.md section 7).
const MostCaptured = 10_000

// CaptureNow says when and where a line is read.
type CaptureNow struct {
	Now      Moment
	Calendar *Calendar // of the school; nil knows no terms
	Family   int64     // of the page on which the line is typed, 0 none: theirs unless the line names another
	Set      CaptureSet
}

// Capture is what one line was understood as (capture.md). What is not understood stands in Note.
type Capture struct {
	Line   string // as it is read: cleaned, and cut at MostCaptured
	Today  Date   // the day on which it was read
	Status CaptureStatus
	// Families is the one family, or all that fit, those dealt with last first, then by name.
	Families []CaptureFamily
	Adults   []CaptureAdult
	Pupils   []CapturePupil
	Present  []string // who was there, too: adults by their whole name, staff as typed
	Channel  Channel
	Dir      Direction
	Kind     ContactKind
	At       Moment // without a clock when only the day is known
	Triage   string // "", "now", "today" or a time
	Note     string
	Words    string // their own words
	Promises []CapturedPromise
	DSLTo    string
	DSLRef   string

	ChannelGuessed bool
	AtNow          bool // nothing was said about when: it is now
	Hints          []string
	Spans          []CaptureSpan // what the words of Line were read as, in their order
}

// Family is the family of a line that was understood, 0 when none was found or several fit.
func (c Capture) Family() int64 {
	if c.Status != CaptureOK {
		return 0
	}
	return c.Families[0].ID
}

// CaptureStatus says whether a line can be kept as it is.
type CaptureStatus string

// The states of a line.
const (
	CaptureOK   CaptureStatus = "ok"
	CaptureAsk  CaptureStatus = "ask"  // several families fit
	CaptureNote CaptureStatus = "note" // no family was found
)

// CapturedPromise is a follow-up as a line says it.
type CapturedPromise struct {
	What    string
	Whose   Whose
	Who     string // an adult by their whole name, staff as typed, "" me or the family
	AdultID int64
	StaffID int64
	Due     Date
	DueAt   Clock
	Place   int  // in the line, to set it by hand
	Guessed bool // no date was typed
	Offer   bool // to meet, at a time: the offer of a meeting
}

// CapturePart is what a word of the line was read as.
type CapturePart string

// The parts of a line.
const (
	PartWho     CapturePart = "who"
	PartChannel CapturePart = "where"
	PartMark    CapturePart = "kind"
	PartWhen    CapturePart = "when"
	PartPresent CapturePart = "with"
	PartWords   CapturePart = "their words"
	PartPromise CapturePart = "follow-up"
	PartDue     CapturePart = "due"
	PartUnkept  CapturePart = "not kept" // what goes to the DSL and not into Kettle
)

// CaptureSpan says what a stretch of the line was read as; From and To are in bytes.
type CaptureSpan struct {
	From, To int
	Part     CapturePart
}

// CapturePeople are those whom a line may name, as the caseload knows them.
type CapturePeople struct {
	Families []CaptureFamily
	Adults   []CaptureAdult
	Pupils   []CapturePupil
	Links    []Link
	Staff    []Staff
}

// CaptureFamily is a family that a line may be about.
type CaptureFamily struct {
	ID       int64
	Name     string
	Children string // to tell two of one name apart: "Ava 2P"
	Dealt    Moment // when they were last dealt with, "" never
}

// CaptureAdult is an adult whom a line may name.
type CaptureAdult struct {
	ID                                int64
	Title, Forename, Surname, KnownAs string
}

// FullName is title, forename and surname.
func (a CaptureAdult) FullName() string {
	return Adult{Title: a.Title, Forename: a.Forename, Surname: a.Surname, KnownAs: a.KnownAs}.FullName()
}

// CapturePupil is a child whom a line may name; Class is the year group where there is no class.
type CapturePupil struct {
	ID, FamilyID                      int64
	Forename, Surname, KnownAs, Class string
}

// FullName is forename and surname.
func (p CapturePupil) FullName() string {
	return Pupil{Forename: firstText(p.Forename, p.KnownAs), Surname: p.Surname}.FullName()
}

// ReadCapture reads one line about a contact: "Okafor, gate, +: loved the certificate; ring fri". It
// never refuses one: what it does not understand stays in the note (capture.md).
func ReadCapture(line string, people *CaptureIndex, now CaptureNow) Capture {
	r := newCaptureReader(line, people, now)
	if r.verbatim {
		r.body = len(r.line) - len(r.rest)
		r.note = r.rest
	} else {
		r.readHead()
		r.readBody()
	}
	return r.reading()
}
