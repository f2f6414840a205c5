package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Setting is one question about the school's own policy: how it is asked, what may be answered, and
// what holds while nobody has answered.
type Setting struct {
	Key      SettingKey
	Question string
	Kind     SettingKind
	Default  string
	Choices  []string // of AChoice
	Rule     string   // where the number comes from: "rules.md R13"
	Least    int      // of ANumber, both ends included
	Most     int
}

// SettingKey names a setting in the caseload.
type SettingKey string

// SettingKind says what an answer looks like.
type SettingKind string

// The kinds of answer.
const (
	ANumber  SettingKind = "number"
	AChoice  SettingKind = "choice"
	AYesOrNo SettingKind = "yes-no"
	ATime    SettingKind = "time" // "16:00", or "" for none
	AText    SettingKind = "text"
	AFolder  SettingKind = "folder" // its whole path, or "" for none
)

// The keys of the settings.
const (
	ThankYouWithin    SettingKey = "thankyou.due"
	SummaryWithin     SettingKey = "summary.due"
	MeetAgainWithin   SettingKey = "meetagain.due"
	AskHowWithin      SettingKey = "askhow.due"
	ActionWithin      SettingKey = "action.due"
	CheckinEvery      SettingKey = "checkin.every"
	GoodNewsEvery     SettingKey = "goodnews.every"
	ReplyAck          SettingKey = "reply.ack"
	ReplyFull         SettingKey = "reply.full"
	ReplyUnit         SettingKey = "reply.unit"
	ReplyCutoff       SettingKey = "reply.cutoff"
	SENTermlyWarn     SettingKey = "sen.termly_warn"
	SENRecordHome     SettingKey = "sen.record_home"
	SENAdviceAsk      SettingKey = "sen.advice_ask"
	SENTransferMeet   SettingKey = "sen.transfer_meet"
	SENDownUnder      SettingKey = "sen.down_under"
	InsetIsSchoolDay  SettingKey = "calendar.inset_is_school_day"
	CountClearDays    SettingKey = "count.clear_days"
	MeetingMinutes    SettingKey = "meeting.minutes"
	MeetingGap        SettingKey = "meeting.gap"
	LetterSignOff     SettingKey = "letter.signoff"
	BlankAfterMinutes SettingKey = "screen.blank_after"
	SecondBackupPlace SettingKey = "backup.second_place"
)

// The answers of ReplyUnit.
const (
	InSchoolDays  = "school days"
	InWorkingDays = "working days"
)

// The answers of SENDownUnder.
const (
	DownUnderNoArea    = "no area"
	DownUnderCognition = "cognition and learning"
)

// SettingTable holds every setting in the order in which it is shown.
var SettingTable = []Setting{
	{Key: ThankYouWithin, Question: "Thank a family for a meeting within how many school days?",
		Kind: ANumber, Default: "1", Rule: "practice 45", Least: 0, Most: 20},
	{Key: SummaryWithin, Question: "Send the summary of a meeting within how many school days?",
		Kind: ANumber, Default: "5", Rule: "rules.md R33, practice 46", Least: 0, Most: 20},
	{Key: MeetAgainWithin, Question: "With no date to meet again, ask about one after how many school days?",
		Kind: ANumber, Default: "15", Rule: "practice 47", Least: 1, Most: 190},
	{Key: AskHowWithin, Question: "Ask a family how a meeting was for them after how many school days?",
		Kind: ANumber, Default: "3", Rule: "practice 48", Least: 0, Most: 20},
	{Key: ActionWithin, Question: "Look after what was agreed without a day after how many school days?",
		Kind: ANumber, Default: "10", Rule: "practice 46", Least: 1, Most: 190},
	{Key: CheckinEvery, Question: "Check in with a family every how many school days?",
		Kind: ANumber, Default: "10", Rule: "practice 6", Least: 1, Most: 190},
	{Key: GoodNewsEvery, Question: "Good news every how many school days (0: once each half term)?",
		Kind: ANumber, Default: "0", Rule: "practices 1 and 2", Least: 0, Most: 190},
	{Key: ReplyAck, Question: "Say that a question has arrived within how many days?",
		Kind: ANumber, Default: "2", Rule: "rules.md R13", Least: 0, Most: 20},
	{Key: ReplyFull, Question: "Answer a question within how many days?",
		Kind: ANumber, Default: "5", Rule: "rules.md R13", Least: 0, Most: 40},
	{Key: ReplyUnit, Question: "Which days does the school count for its answers?",
		Kind: AChoice, Default: InSchoolDays, Choices: []string{InSchoolDays, InWorkingDays}, Rule: "rules.md R13"},
	{Key: ReplyCutoff, Question: "After what time does a message count as the next school day's (empty: never)?",
		Kind: ATime, Rule: "rules.md R14"},
	{Key: SENTermlyWarn, Question: "Say that a SEN meeting is missing when how many school days of the term are left?",
		Kind: ANumber, Default: "15", Rule: "rules.md R32", Least: 0, Most: 80},
	{Key: SENRecordHome, Question: "Give the record of a SEN meeting to the parents within how many school days?",
		Kind: ANumber, Default: "5", Rule: "rules.md R33", Least: 0, Most: 20},
	{Key: SENAdviceAsk, Question: "Ask for written advice how many days before it has to be with everyone?",
		Kind: ANumber, Default: "14", Rule: "rules.md R35", Least: 0, Most: 60},
	{Key: SENTransferMeet, Question: "In a year of transfer, meet how many weeks before the final plan is due?",
		Kind: ANumber, Default: "12", Rule: "rules.md R37", Least: 4, Most: 40},
	{Key: SENDownUnder, Question: "Which area of need does Down syndrome (DS) count under?",
		Kind: AChoice, Default: DownUnderNoArea, Choices: []string{DownUnderNoArea, DownUnderCognition}, Rule: "rules.md R30"},
	{Key: InsetIsSchoolDay, Question: "Does an INSET day count as a school day?",
		Kind: AYesOrNo, Default: string(No), Rule: "rules.md R4"},
	{Key: CountClearDays, Question: "Counting back, leave out the day itself and the last day (clear days)?",
		Kind: AYesOrNo, Default: string(No), Rule: "rules.md R9"},
	{Key: MeetingMinutes, Question: "How many minutes is a meeting, when nothing else is said?",
		Kind: ANumber, Default: "45", Least: 5, Most: 480},
	{Key: MeetingGap, Question: "How many minutes stay free after a meeting?",
		Kind: ANumber, Default: "15", Least: 0, Most: 240},
	{Key: LetterSignOff, Question: "What do you write above your name at the end of a letter?",
		Kind: AText, Default: "With warm wishes"},
	{Key: BlankAfterMinutes, Question: "Blank the screen after how many minutes without a key (0: never)?",
		Kind: ANumber, Default: "0", Least: 0, Most: 240},
	{Key: SecondBackupPlace, Question: "In which folder, such as on a memory stick, lies a second copy of each backup (empty: none)?",
		Kind: AFolder},
}

// How many characters an answer in words, and the path of a folder, may have at most.
const (
	longestSetting = 200
	longestPath    = 1000
)

// SettingNamed is the setting of that key, and whether there is one.
func SettingNamed(key SettingKey) (Setting, bool) {
	i := slices.IndexFunc(SettingTable, func(s Setting) bool { return s.Key == key })
	if i < 0 {
		return Setting{}, false
	}
	return SettingTable[i], true
}

// Parse is the answer as it is kept, or an error whose text is a sentence for the person who typed it.
func (s Setting) Parse(typed string) (string, error) {
	text := strings.TrimSpace(typed)
	switch s.Kind {
	case ANumber:
		return s.parseNumber(text)
	case AChoice:
		return s.parseChoice(text)
	case AYesOrNo:
		return parseYesOrNo(text)
	case ATime:
		return parseTime(text)
	case AFolder:
		return parseFolder(text)
	}
	if utf8.RuneCountInString(text) > longestSetting {
		return "", fmt.Errorf("write at most %d characters", longestSetting)
	}
	return text, nil
}

func (s Setting) parseNumber(text string) (string, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < s.Least || n > s.Most {
		return "", fmt.Errorf("write a whole number from %d to %d", s.Least, s.Most)
	}
	return strconv.Itoa(n), nil
}

func (s Setting) parseChoice(text string) (string, error) {
	for _, c := range s.Choices {
		if strings.EqualFold(c, text) {
			return c, nil
		}
	}
	return "", fmt.Errorf("choose one of these: %s", strings.Join(s.Choices, ", "))
}

func parseYesOrNo(text string) (string, error) {
	switch strings.ToLower(text) {
	case "yes", "y":
		return string(Yes), nil
	case "no", "n":
		return string(No), nil
	}
	return "", fmt.Errorf("answer yes or no")
}

// wholePath is how the path of a folder begins: at the top, in the home folder, on a drive or a server.
var wholePath = pattern(`^(/|~|\\\\|[A-Za-z]:)`)

// parseFolder takes the path of a folder as it is typed, copied in quotes or dropped on the terminal.
func parseFolder(text string) (string, error) {
	text = strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '"' || r == '\'' })
	if text != "" && !wholePath().MatchString(text) {
		return "", fmt.Errorf(`write the whole path of a folder, such as E:\ or /media/stick, or nothing`)
	}
	if utf8.RuneCountInString(text) > longestPath {
		return "", fmt.Errorf("write at most %d characters", longestPath)
	}
	return text, nil
}

func parseTime(text string) (string, error) {
	if text != "" && !Clock(text).Valid() {
		return "", fmt.Errorf("write a time such as 16:00, or nothing")
	}
	return text, nil
}

// Settings are the answers of one caseload. The zero value answers everything with the defaults.
type Settings struct {
	answers map[SettingKey]string
}

// NewSettings takes the answers as they are kept. What is no answer to a setting of this program,
// because a later one wrote it, is passed over.
func NewSettings(kept map[SettingKey]string) Settings {
	answers := map[SettingKey]string{}
	for key, value := range kept {
		s, known := SettingNamed(key)
		if answer, err := s.Parse(value); known && err == nil {
			answers[key] = answer
		}
	}
	return Settings{answers}
}

// Text is the answer as it is kept, else the default.
func (s Settings) Text(key SettingKey) string {
	if answer, ok := s.answers[key]; ok {
		return answer
	}
	setting, _ := SettingNamed(key)
	return setting.Default
}

// Answered reports whether a person has answered, or the default holds.
func (s Settings) Answered(key SettingKey) bool {
	_, ok := s.answers[key]
	return ok
}

// Number is the answer to a question for a number.
func (s Settings) Number(key SettingKey) int {
	n, err := strconv.Atoi(s.Text(key))
	if err != nil {
		return 0
	}
	return n
}

// Yes reports whether the answer to a yes-no question is yes.
func (s Settings) Yes(key SettingKey) bool { return s.Text(key) == string(Yes) }

// Clock is the answer to a question for a time of day, "" for none.
func (s Settings) Clock(key SettingKey) Clock { return Clock(s.Text(key)) }
