package store

import (
	"fmt"

	"kettle/model"
)

// choice is a value that must be one of those that Kettle offers, and what a person calls it.
type choice struct {
	what  string
	value interface{ Valid() bool }
}

// soundChoices refuses the first value that is none of those offered.
func soundChoices(choices ...choice) error {
	for _, c := range choices {
		if !c.value.Valid() {
			return Problem{Sentence: fmt.Sprintf("“%v” is no %s that Kettle knows: choose one from the list.", c.value, c.what)}
		}
	}
	return nil
}

// soundDates refuses the first text that is no day; a date may be missing.
func soundDates(dates ...model.Date) error {
	for _, d := range dates {
		if d != "" && !d.Valid() {
			return Problem{Sentence: fmt.Sprintf("“%s” is no day of the calendar: write it as 24/11/2026.", d)}
		}
	}
	return nil
}
