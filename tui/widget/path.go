package widget

import "strings"

// WhichFile is what is said where no file is named yet.
const WhichFile = "Which file? Drop it on this window, or type its path."

// NewPath is a line for the path of a file, which a terminal pastes when the file is dropped on it.
func NewPath(path string) *Line {
	line := NewLine(path)
	line.Placeholder = "drop the file on this window, or type its path"
	return line
}

// Drop takes the path of a dropped file in place of what was typed.
func (l *Line) Drop(path string) {
	l.SetText("")
	l.Paste(strings.TrimSpace(path))
}
