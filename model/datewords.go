package model

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// maxTypedDate is longer than anything a person types as a date, in bytes.
const maxTypedDate = 200

// spellings brings what people write differently to one form before the text is cut into words.
var spellings = strings.NewReplacer(
	"w/c", " wc ", "w/b", " wc ", "week commencing", " wc ", "week beginning", " wc ",
	"o'clock", " oclock ", "o’clock", " oclock ", "a.m", " am ", "p.m", " pm ",
	"@", " at ", "halfterm", "half term", "mid-day", "midday")

// typedWords cuts what a person typed into words in lower case. A word is a run of letters, a run
// of digits with the signs between them ("24/10", "3.15"), or one sign that nothing here reads.
// Text that is too long has no words.
func typedWords(text string) []string {
	text = strings.TrimSuffix(strings.TrimSpace(text), ".")
	if len(text) > maxTypedDate || !utf8.ValidString(text) {
		return nil
	}
	letters := []rune(spellings.Replace(strings.ToLower(text)))
	var words []string
	for i := 0; i < len(letters); {
		end := wordEnd(letters, i)
		if !skipped(letters, i) {
			words = append(words, string(letters[i:end]))
		}
		i = end
	}
	return words
}

// wordEnd is where the word that begins at i ends.
func wordEnd(letters []rune, i int) int {
	end := i + 1
	switch {
	case unicode.IsLetter(letters[i]):
		for end < len(letters) && unicode.IsLetter(letters[end]) {
			end++
		}
	case isDigit(letters[i]):
		for end < len(letters) && (isDigit(letters[end]) || joinsDigits(letters, end)) {
			end++
		}
	}
	return end
}

// joinsDigits reports whether the sign at i stands between two digits, as in 24/10 and 15:15.
func joinsDigits(letters []rune, i int) bool {
	return strings.ContainsRune("/.-:", letters[i]) && i+1 < len(letters) && isDigit(letters[i-1]) && isDigit(letters[i+1])
}

// skipped reports whether the sign at i only parts words: a space, a comma, a full stop, or a
// hyphen or stroke beside a letter, as in half-term and 24-oct.
func skipped(letters []rune, i int) bool {
	switch r := letters[i]; r {
	case ',', '.':
		return true
	case '-', '/':
		beside := i > 0 && unicode.IsLetter(letters[i-1]) || i+1 < len(letters) && unicode.IsLetter(letters[i+1])
		return i > 0 && beside
	default:
		return unicode.IsSpace(r)
	}
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// allDigits reports whether w is a number of at most so many digits.
func allDigits(w string, most int) bool {
	if w == "" || len(w) > most {
		return false
	}
	return strings.IndexFunc(w, func(r rune) bool { return !isDigit(r) }) < 0
}

var numberWords = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// numberWord is the number that w is, from one to most.
func numberWord(w string, most int) (int, bool) {
	n := slices.Index(numberWords, w)
	return n, n >= 1 && n <= most
}

// weekdayWord reads mon, tues, weds, thurs, friday: three letters or more of the name.
func weekdayWord(w string) (time.Weekday, bool) {
	if w == "weds" {
		return time.Wednesday, true
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(w) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), w) {
			return d, true
		}
	}
	return 0, false
}

// monthWord reads oct, sept, October: three letters or more of the name.
func monthWord(w string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		if len(w) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), w) {
			return m, true
		}
	}
	return 0, false
}

// plainLine is text in one line without anything that a terminal would obey.
func plainLine(text string) string {
	clean, _ := Clean(text)
	return strings.Join(strings.Fields(clean), " ")
}

// quotable is text as an error may repeat it: one line, and not long.
func quotable(text string) string {
	const most = 40
	line := []rune(plainLine(text))
	if len(line) > most {
		return string(line[:most-1]) + "…"
	}
	return string(line)
}
