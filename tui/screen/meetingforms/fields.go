package meetingforms

import (
	"slices"
	"strconv"
	"strings"

	"kettle/model"
	"kettle/tui/widget"
)

// NewestGood is how many entries of the log are looked through for good news to begin with.
const NewestGood = 100

// PurposeField is the field for a meeting's purpose, with beginnings to take or leave.
func PurposeField(to *string, beginnings func() []string) widget.Field {
	return widget.Pick("Purpose", *to, nil, func(_, text string) { *to = text }).
		From(func() []widget.Option { return wordsAsOptions(beginnings()) }).AllowNew().Hint("How can … be calm again?")
}

// UnfinishedPurpose is what is wrong with a purpose that still has the gap of its beginning.
func UnfinishedPurpose(purpose string) string {
	if strings.Contains(purpose, "…") {
		return "Finish the purpose: put your words where the … stands."
	}
	return ""
}

func wordsAsOptions(words []string) []widget.Option {
	options := make([]widget.Option, len(words))
	for i, w := range words {
		options[i] = widget.Option{Value: w, Words: w}
	}
	return options
}

// OpeningField is the field for the good thing to begin with, with what is known to take or leave.
func OpeningField(to *string, known func() []string) widget.Field {
	return widget.Pick("Begin with", *to, nil, func(_, text string) { *to = text }).
		From(func() []widget.Option { return wordsAsOptions(known()) }).AllowNew().Hint("the reading certificate; down shows what is known")
}

// ChildrenField ticks whom a meeting is about, of the children in a family.
func ChildrenField(pupils []model.Pupil, to *[]int64) widget.Field {
	var options []widget.Option
	var ticked []string
	for _, c := range pupils {
		about := slices.Contains(*to, c.ID)
		if about {
			ticked = append(ticked, strconv.FormatInt(c.ID, 10))
		}
		if about || c.Roll == model.OnRoll || c.Roll == "" {
			options = append(options, widget.IDOption(c.ID, c.Card(), ""))
		}
	}
	return widget.Many("About", options, ticked, func(values []string) { *to = idsOf(values) })
}

// idsOf are the ids of options' values.
func idsOf(values []string) []int64 {
	ids := make([]int64, 0, len(values))
	for _, v := range values {
		if id, err := strconv.ParseInt(v, 10, 64); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}
