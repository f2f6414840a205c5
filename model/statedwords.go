package model

import "strings"

// The words in which people say when it suits them, and how a part of it is read.

// daySpans are the parts of the day by name.
func daySpans() map[string]Span {
	return map[string]Span{
		"morning": {0, 12 * 60}, "afternoon": {12 * 60, 17 * 60}, "evening": {17 * 60, minutesOfDay},
		"lunchtime": {12 * 60, 13*60 + 30}, "lunch": {12 * 60, 13*60 + 30},
		"daytime": {9 * 60, 17 * 60}, "schoolhours": {9 * 60, 15 * 60},
	}
}

// shifts are when somebody works or sleeps who works like that: whoever works nights sleeps in the
// morning and leaves in the evening.
func shifts() map[string][]Span {
	return map[string][]Span{
		"night": {{0, 12 * 60}, {19 * 60, minutesOfDay}}, "early": {{5 * 60, 14 * 60}}, "late": {{13 * 60, 22 * 60}},
		"day": {{8 * 60, 17 * 60}}, "fulltime": {{8 * 60, 17 * 60}},
	}
}

// dayTurns are the turns of a day that people name in place of an hour: until when "before" one of
// them reaches, and from when "after" does.
func dayTurns() map[string]struct{ before, after int } {
	return map[string]struct{ before, after int }{
		"dropoff": {8*60 + 30, 9 * 60}, "pickup": {15 * 60, 15*60 + 30}, "school": {8*60 + 45, 15*60 + 30},
		"lunch": {12 * 60, 13*60 + 30}, "work": {8 * 60, 17 * 60},
	}
}

// A school run takes so many minutes before the hour at the gate and after it; without an hour it is
// those of the morning and of the afternoon.
const (
	runBefore = 30
	runAfter  = 15
)

var schoolRuns = []int{8*60 + 45, 15*60 + 15}

var (
	afterWords  = []string{"after", "from", "since"}
	beforeWords = []string{"before", "until", "till", "by"}
	toWords     = []string{"to", "until", "till"}
	notWords    = []string{"not", "never", "no", "cannot", "busy", "without"}
	workWords   = []string{"works", "work", "working"}
	andWords    = []string{"and", "&", "plus"}
	freeWords   = []string{"any", "anytime", "whenever", "flexible", "always"}

	// fillWords say nothing about when.
	fillWords = []string{"a", "all", "am", "are", "around", "at", "available", "best", "better", "can", "come", "day", "do", "does", "easiest",
		"during", "each", "every", "everyone", "fine", "free", "good", "great", "he", "her", "his", "i", "ideally", "if", "in", "is", "it", "likes", "me", "most", "mostly", "my", "normally",
		"of", "ok", "okay", "on", "only", "please", "possible", "preferably", "preferred", "prefers", "she", "suit", "suits", "the", "they", "time", "usually",
		"week", "well", "would"}
)

// sayings brings what people write differently to one word, before the text is cut into words.
var sayings = strings.NewReplacer(
	"drop-off", "dropoff", "drop off", "dropoff", "pick-up", "pickup", "pick up", "pickup", "school run", "schoolrun", "school-run", "schoolrun",
	"after-school", "after school", "school hours", "schoolhours", "full-time", "fulltime", "full time", "fulltime", "lunch time", "lunchtime",
	"can't", "cannot", "can’t", "cannot", "won't", "not", "won’t", "not", "doesn't", "not", "doesn’t", "not", "don't", "not", "don’t", "not",
	"isn't", "not", "isn’t", "not", "earlies", "early", "lates", "late", "onwards", "", "onward", "")

var (
	partEnds   = pattern(`(?i)[,;()\n]|[.:](?:\s|$)|\s[-–—]\s|\s(?:and\s+|or\s+)?but\s`)
	exceptions = pattern(`(?i)\s(?:but\s+|and\s+)?(?:except|apart from)\s+(?:for\s+|on\s+)?`)
	hourRange  = pattern(`(?i)(\d|[ap]m)\s*[-–—]\s*(\d)`)
	dayRange   = pattern(`(?i)\b((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\s*[-–—]\s*((?:mon|tue|wed|thu|fri|sat|sun))`)
)

// partsOf cuts what was typed at commas, lines, the ends of sentences, "but" and "except".
func partsOf(text string) []string {
	clean, _ := Clean(text)
	clean = hourRange().ReplaceAllString(clean, "$1-$2")
	clean = partEnds().ReplaceAllString(exceptions().ReplaceAllString(clean, ", not "), "\n")
	var parts []string
	for _, p := range strings.Split(clean, "\n") {
		if p = strings.Trim(strings.Join(strings.Fields(p), " "), " .:-–"); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// partWords cuts a part into words; "9-11" and "mon-wed" become "9 to 11" and "mon to wed".
func partWords(text string) []string {
	text = sayings.Replace(strings.ToLower(text))
	text = hourRange().ReplaceAllString(text, "$1 to $2")
	return typedWords(dayRange().ReplaceAllString(text, "$1 to $2"))
}

// singular is a word without the s of many: "fridays", "mornings".
func singular(w string) string {
	if len(w) > 4 && strings.HasSuffix(w, "s") {
		return strings.TrimSuffix(w, "s")
	}
	return w
}
