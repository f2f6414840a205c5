package output

import (
	"fmt"
	"strings"

	"kettle/model"
)

// CaptureText is what a line was understood as, one part in a line, for the terminal.
func CaptureText(c model.Capture) string {
	t := &text{}
	for _, r := range c.Rows() {
		words := r.Words
		if words == "" {
			continue
		}
		if r.Guessed {
			words += " (a guess)"
		}
		t.wrapped("  "+r.Label+strings.Repeat(" ", max(13-len(r.Label), 1)), strings.Repeat(" ", 15), words)
	}
	for _, h := range c.Hints {
		t.wrapped("  · ", "    ", h)
	}
	return t.String()
}

// mostNamed is how many of the families that fit are named in a sentence.
const mostNamed = 6

// CaptureMissing says why a line cannot be kept as it is.
func CaptureMissing(c model.Capture) string {
	if c.Status != model.CaptureAsk {
		return "No family is named in the line."
	}
	var names []string
	for _, f := range c.Families[:min(len(c.Families), mostNamed)] {
		name := f.Name
		if f.Children != "" {
			name += " (" + f.Children + ")"
		}
		names = append(names, name)
	}
	if more := len(c.Families) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return "Several families fit: " + strings.Join(names, ", ") + "."
}
