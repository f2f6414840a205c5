package model

import (
	"errors"
	"strconv"
	"strings"
)

// The shortest and the longest meeting, in minutes.
const (
	shortestMeeting = 5
	longestMeeting  = 8 * 60
)

// The sentences about a length that cannot be; each says what to do.
var (
	errNoLength    = errors.New("How long is it? Write 45, 1 h 15 or until 16:15.")
	errOddLength   = errors.New("A meeting takes from 5 minutes to 8 hours: write its length again.")
	errEndsBefore  = errors.New("It would end before it begins: write a later end.")
	errBeginsWhen  = errors.New("When does it begin? Say the time first, or write the length in minutes.")
	lengthMinutes  = pattern(`^(\d{1,4}) ?(m|min|mins|minutes)?$`)
	lengthHours    = pattern(`^(\d{1,2}) ?(?:h|hr|hrs|hour|hours)(?: ?(?:and )?(\d{1,2}) ?(?:m|min|mins|minutes)?)?$`)
	lengthUntilAny = pattern(`^(?:until|till|to) *(.+)$`)
)

// ParseLength reads how long a meeting takes, in minutes, as people type it: "45", "1 h 15", or its
// end, "until 16:15", which needs the start. The error is a sentence for the person.
func ParseLength(text string, start Clock) (int, error) {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	switch {
	case text == "":
		return 0, errNoLength
	case lengthMinutes().MatchString(text):
		return soundLength(numberIn(lengthMinutes().FindStringSubmatch(text)[1]))
	case lengthHours().MatchString(text):
		found := lengthHours().FindStringSubmatch(text)
		return soundLength(60*numberIn(found[1]) + numberIn(found[2]))
	}
	if found := lengthUntilAny().FindStringSubmatch(text); found != nil {
		text = found[1]
	}
	end, err := ParseTime(text)
	switch {
	case err != nil:
		return 0, errNoLength
	case start == "":
		return 0, errBeginsWhen
	case end <= start:
		return 0, errEndsBefore
	}
	return soundLength(end.Minutes() - start.Minutes())
}

func soundLength(minutes int) (int, error) {
	if minutes < shortestMeeting || minutes > longestMeeting {
		return 0, errOddLength
	}
	return minutes, nil
}

// numberIn is the number that digits write, 0 for none.
func numberIn(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
