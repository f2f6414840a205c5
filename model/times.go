package model

import (
	"fmt"
	"strconv"
	"strings"
)

var (
	errNoSuchTime = &DateError{Code: CodeNoSuchTime, Reason: "there is no such time; type it like 3.15pm or 15:15"}

	// minuteWords stand before past and to.
	minuteWords = map[string]int{"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "half": 30}
)

// typedTime is a time as it was typed, before morning and afternoon are told apart.
type typedTime struct {
	hour, minute int
	half         string // "am", "pm" or ""
	clock24      bool   // a leading zero or four digits: the 24-hour clock
}

// readTime reads a time of day (rules.md R62). A bare hour is taken only where it can be nothing
// else (rules.md R63).
func readTime(words []string, bare bool) (Clock, error) {
	if isNoon(words) {
		return "12:00", nil
	}
	var t typedTime
	words, t.half = takeHalfOfDay(words)
	bare = bare || t.half != ""
	if n := len(words); n > 1 && words[n-1] == "oclock" {
		words, bare = words[:n-1], true
	}
	switch len(words) {
	case 1:
		return t.readDigits(words[0], bare)
	case 0:
		return "", errOtherForm
	}
	return t.readPastOrTo(words)
}

// isNoon reads noon, midday and 12 noon.
func isNoon(words []string) bool {
	if len(words) == 2 && words[0] == "12" {
		words = words[1:]
	}
	return len(words) == 1 && (words[0] == "noon" || words[0] == "midday")
}

// takeHalfOfDay takes am or pm from the end.
func takeHalfOfDay(words []string) (rest []string, half string) {
	if n := len(words); n > 1 && (words[n-1] == "am" || words[n-1] == "pm") {
		return words[:n-1], words[n-1]
	}
	return words, ""
}

// readDigits reads 3.15, 15:15, 1515, 315 and, where bare hours are taken, 3 and three.
func (t typedTime) readDigits(word string, bare bool) (Clock, error) {
	if hour, ok := numberWord(word, 12); ok && bare {
		t.hour = hour
		return t.clock()
	}
	hour, minute := word, "00"
	switch at := strings.IndexAny(word, ".:"); {
	case at > 0:
		hour, minute = word[:at], word[at+1:]
	case len(word) == 3 || len(word) == 4:
		hour, minute = word[:len(word)-2], word[len(word)-2:]
		t.clock24 = len(word) == 4
	case !bare:
		return "", errOtherForm
	}
	if !allDigits(hour, 2) || !allDigits(minute, 2) || len(minute) != 2 {
		return "", errOtherForm
	}
	t.hour, _ = strconv.Atoi(hour)
	t.minute, _ = strconv.Atoi(minute)
	t.clock24 = t.clock24 || hour[0] == '0'
	return t.clock()
}

// readPastOrTo reads half 3, half past three, quarter to 4, a quarter past 3, 10 to 4.
func (t typedTime) readPastOrTo(words []string) (Clock, error) {
	if words[0] == "a" {
		words = words[1:]
	}
	minute, ok := minuteWords[words[0]]
	if !ok && allDigits(words[0], 2) {
		minute, _ = strconv.Atoi(words[0])
		ok = minute >= 1 && minute < 30
	}
	if ok && len(words) == 2 && words[0] == "half" {
		words = []string{"half", "past", words[1]}
	}
	if !ok || len(words) != 3 || words[1] != "past" && (words[1] != "to" || minute == 30) {
		return "", errOtherForm
	}
	hour, ok := hourWord(words[2])
	if !ok {
		return "", errOtherForm
	}
	t.hour, t.minute = hour, minute
	t.clock24 = words[2][0] == '0'
	if words[1] == "to" {
		t.hour, t.minute = hour-1, 60-minute
		if hour == 1 {
			t.hour = 12
		}
	}
	return t.clock()
}

// hourWord reads an hour in digits or as a word.
func hourWord(w string) (int, bool) {
	if allDigits(w, 2) {
		n, err := strconv.Atoi(w)
		return n, err == nil
	}
	return numberWord(w, 12)
}

// clock settles morning or afternoon. Without am and pm 1 to 6 is the afternoon, 8 to 12 as said,
// and 7 could be either.
func (t typedTime) clock() (Clock, error) {
	hour := t.hour
	switch {
	case t.half != "" && (hour < 1 || hour > 12):
		return "", errNoSuchTime
	case t.half != "":
		hour %= 12
		if t.half == "pm" {
			hour += 12
		}
	case t.clock24:
	case hour == 7 && t.minute < 60:
		said := fmt.Sprintf("7.%02d", t.minute)
		return "", &DateError{Code: CodeAmbiguousTime,
			Reason: "that could be morning or evening; type " + said + "am or " + said + "pm"}
	case hour >= 1 && hour <= 6:
		hour += 12
	}
	c, ok := NewClock(hour, t.minute)
	if !ok {
		return "", errNoSuchTime
	}
	return c, nil
}
