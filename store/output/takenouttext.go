package output

import (
	"strings"

	"kettle/model"
)

// TakenOutText says what was written out, who was left out, and where the file lies.
func TakenOutText(t model.TakenOut) string {
	lines := []string{t.Sentence()}
	if left := t.LeftSentence(); left != "" {
		if t.Kind.NamesAdults() {
			left += " With --everyone those who are linked to a child go along, with a mark."
		}
		lines = append(lines, left)
	}
	if t.Path != "" {
		lines = append(lines, "Written: "+clean(t.Path))
	}
	return strings.Join(lines, "\n") + "\n"
}
