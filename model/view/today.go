package view

import (
	"slices"

	"kettle/model"
)

// Today is the one page to open in the morning. Its words are made by the rules in model; the tags
// name its parts for kettle today --json. What takes longer to gather comes with TodayFigures.
type Today struct {
	Now      model.Moment `json:"now"`
	Week     string       `json:"week"` // "Autumn 2, week 4", "" without term dates
	Greeting string       `json:"greeting"`
	Some     bool         `json:"-"`       // the caseload holds a family
	Resting  bool         `json:"resting"` // nobody is reminded of anything just now
	Families int          `json:"families"`
	Terms    bool         `json:"term_dates_known"`

	Promised Promises       `json:"promised"`
	Waiting  Questions      `json:"waiting_for_an_answer"`
	Quiet    QuietFamilies  `json:"going_quiet"`
	Worries  Worries        `json:"worries_to_settle"`
	Accounts []AccountLine  `json:"accounts_of_incidents,omitempty"`
	Meetings []TodayMeeting `json:"meetings"`
	GoodNews GoodNews       `json:"good_news"`
	Coming   []ComingUp     `json:"coming_up"`
	Drafts   []DraftRow     `json:"unfinished"`
}

// TodayFigures are the parts of Today that look through the whole caseload or a checklist.
type TodayFigures struct {
	Families int
	Quiet    QuietFamilies
	GoodNews GoodNews
	Coming   []ComingUp
	Ready    []MeetingReady
}

// MeetingReady is how ready one meeting is, and what to settle next.
type MeetingReady struct {
	ID        int64
	Ready, Of int
	Item      model.ItemID // "" nothing
	Presses   string
	Asks      bool
}

// With is Today with its figures, and the greeting that they belong to.
func (t Today) With(f TodayFigures) Today {
	t.Families, t.Quiet, t.GoodNews, t.Coming = f.Families, f.Quiet, f.GoodNews, f.Coming
	t.Meetings = slices.Clone(t.Meetings)
	for i := range t.Meetings {
		m := &t.Meetings[i]
		for _, r := range f.Ready {
			if r.ID == m.ID {
				m.Ready, m.Of, m.Presses, m.Asks, m.Lacks = r.Ready, r.Of, r.Presses, r.Asks, r.Item
			}
		}
	}
	t.Greeting = model.Greeting(t.morning())
	return t
}

// morning is what the greeting is made from: what stands on the page.
func (t Today) morning() model.Morning {
	m := model.Morning{Now: t.Now.Clock(), Today: t.Now.Date(), Waiting: t.Waiting.All, Worries: t.Worries.All,
		Quiet: t.Quiet.All, NoGoodNews: t.GoodNews.Of - t.GoodNews.Had, GoodNewsTo: t.GoodNews.Of, Families: t.Families, Resting: t.Resting}
	for _, line := range t.Promised.Lines {
		switch line.Group {
		case model.DueLate:
			m.Late++
		case model.DueToday:
			m.Due++
		}
	}
	for _, line := range t.Quiet.Lines {
		if line.Last != "" {
			m.QuietFirst = line.Family
			break
		}
	}
	for _, next := range t.Meetings {
		if !next.Over {
			m.Next = &model.MeetingAhead{Family: next.Family, Start: next.Start, Mode: next.Mode, Home: next.Home, Lacks: next.Lacks}
			break
		}
	}
	return m
}

// Promises are the open promises that are late, due today or in the next days.
type Promises struct {
	Lines  []PromiseLine `json:"lines"`
	Open   int           `json:"open"`   // all open promises, whatever their date
	Asleep int           `json:"asleep"` // those that are hidden until a later day
}

// PromiseLine is one promise.
type PromiseLine struct {
	ID        int64              `json:"id"`
	Group     model.DueGroup     `json:"group"`
	When      string             `json:"when"` // "1 day late", "today", "Thu 26"
	Due       model.Date         `json:"due"`
	DueAt     model.Clock        `json:"due_at,omitempty"`
	What      string             `json:"what"`
	Kind      model.FollowUpKind `json:"kind"`
	Whose     model.Whose        `json:"whose"`
	Who       string             `json:"who,omitempty"`
	FamilyID  int64              `json:"family_id"`
	Family    string             `json:"family"`
	AdultID   int64              `json:"-"`
	ToWhom    string             `json:"to_whom,omitempty"`
	MeetingID int64              `json:"meeting_id,omitempty"`
	ContactID int64              `json:"contact_id,omitempty"`
	DateTold  bool               `json:"date_told"`
}

// Questions are what families asked and have had no answer to yet (rules.md R13).
type Questions struct {
	Lines  []QuestionLine `json:"lines"`
	All    int            `json:"all"`    // without those that sleep
	Asleep int            `json:"asleep"` // until a later day
}

// QuestionLine is one question that waits.
type QuestionLine struct {
	ContactID int64         `json:"contact_id"`
	FamilyID  int64         `json:"family_id"`
	Family    string        `json:"family"`
	Asked     model.Moment  `json:"asked"`
	Words     string        `json:"words"` // theirs, else the note
	Theirs    bool          `json:"their_own_words"`
	Channel   model.Channel `json:"channel"`
	Clock     string        `json:"clock"` // "day 2 of 5"
	Stage     model.Stage   `json:"-"`
	Late      bool          `json:"late"`
	AnswerBy  model.Date    `json:"answer_by"`

	Ack          string `json:"acknowledge"` // by when they are to know that it has come, or since when they do
	Acknowledged bool   `json:"acknowledged"`
}

// QuietFamilies are those whose check-in is due, longest ago first.
type QuietFamilies struct {
	Lines  []QuietLine `json:"lines"`
	All    int         `json:"all"`    // without those that sleep
	Asleep int         `json:"asleep"` // until a later day
}

// QuietLine is one family that has not heard from us for a while.
type QuietLine struct {
	FamilyID int64         `json:"family_id"`
	Family   string        `json:"family"`
	Children string        `json:"-"`
	Since    string        `json:"since"`   // "5 weeks", "not yet"
	Every    string        `json:"every"`   // what is planned: "every 2 weeks"
	Usual    string        `json:"usually"` // "usually every 2 weeks"
	Last     model.Moment  `json:"last"`
	Channel  model.Channel `json:"channel"`
	Words    string        `json:"last_words,omitempty"`
	Stage    model.Stage   `json:"-"`
	Counted  string        `json:"counted,omitempty"` // how the day of the check-in is counted, and why it moved
	Tried    string        `json:"tried,omitempty"`   // attempts without an answer since

	EveryDays int        `json:"-"` // school days
	OwnRhythm bool       `json:"-"` // the family's own, not the school's
	Asleep    model.Date `json:"-"` // off Today until that day, "" not

	// Whom to ring first, and how they like it.
	RingID     int64         `json:"-"`
	Ring       string        `json:"ring,omitempty"`
	RingHow    string        `json:"ring_how,omitempty"` // "by phone, before noon"
	RingBy     model.Channel `json:"-"`
	RingNumber string        `json:"-"`
}

// GoingQuiet is a window on the families whose check-in is due: those from Offset on.
type GoingQuiet struct {
	Rows   []QuietLine
	Offset int
	Total  int // with those that sleep
	Asleep int
}

// Worries are concerns that are not settled yet, the oldest first (practice 11).
type Worries struct {
	Lines  []WorryLine `json:"lines"`
	All    int         `json:"all"`    // without those that sleep
	Asleep int         `json:"asleep"` // until a later day
}

// WorryLine is one concern.
type WorryLine struct {
	ContactID int64        `json:"contact_id"`
	FamilyID  int64        `json:"family_id"`
	Family    string       `json:"family"`
	Raised    model.Moment `json:"raised"`
	What      string       `json:"what"`
	FirstStep string       `json:"first_step,omitempty"`
	Step      string       `json:"step"` // "no first step yet: due today"
	StepLate  bool         `json:"step_late"`
	Stepped   bool         `json:"-"`
	Owner     string       `json:"owner,omitempty"`
}

// TodayMeeting is a meeting of the next days, or one that was and waits for its line to be drawn.
type TodayMeeting struct {
	ID       int64             `json:"id"`
	FamilyID int64             `json:"family_id"`
	Family   string            `json:"family"`
	Kind     model.MeetingKind `json:"kind"`
	Start    model.Moment      `json:"start"`
	Over     bool              `json:"over"`  // its time has passed: draw a line under it
	Ready    int               `json:"ready"` // of Of items of its checklist
	Of       int               `json:"of"`
	Presses  string            `json:"presses,omitempty"` // what to settle next: "agenda not sent yet"
	Asks     bool              `json:"-"`                 // it is a question
	Lacks    model.ItemID      `json:"-"`
	Mode     model.Mode        `json:"mode,omitempty"`
	Home     bool              `json:"home_visit,omitempty"`
}

// GoodNews is how many families have had good news since the half term began (practice 1).
type GoodNews struct {
	Since   model.Date  `json:"since"` // "" without term dates
	Had     int         `json:"had"`
	Of      int         `json:"of"`
	NoneYet []ClassNone `json:"none_yet"` // most first
	Turn    []NewsTurn  `json:"turn"`     // whose turn it is today, as many as are named (practice 2)
	TurnAll int         `json:"turn_all"`
}

// ClassNone is how many families of a class have had none yet.
type ClassNone struct {
	Class string `json:"class"` // "4B"; "no class" where none is known
	N     int    `json:"n"`
}

// ComingUp is something ahead that has a date.
type ComingUp struct {
	On       model.Date `json:"on"`
	What     string     `json:"what"`
	FamilyID int64      `json:"family_id,omitempty"`
	Meeting  int64      `json:"meeting_id,omitempty"`
	Late     bool       `json:"late"`
	Reviews  bool       `json:"sen_meetings,omitempty"` // it is about the SEN meetings of all pupils
	Welcome  bool       `json:"welcome,omitempty"`      // a new family has not heard every point of the welcome
	Moves    bool       `json:"moves,omitempty"`        // it is about the moves to another phase or school
	Years    bool       `json:"years,omitempty"`        // the years of a school have not moved on yet

	LookBack model.PeriodSpan `json:"look_back,omitempty"` // what ends today, to look back on
}
