package canvas

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of cells that s takes when drawn.
func Width(s string) int {
	width := 0
	for s != "" {
		if b := s[0]; b < 0x80 && (len(s) == 1 || s[1] < 0x80) {
			s = s[1:]
			if b >= ' ' && b != 0x7f {
				width++
			}
			continue
		}
		cluster, w := ansi.FirstGraphemeCluster(s, ansi.WcWidth)
		s = s[len(cluster):]
		if !hidden(cluster) {
			width += w
		}
	}
	return width
}

// Cut is s in at most that many cells, with an ellipsis for what is left out.
func Cut(s string, width int) string {
	if width <= 0 {
		return ""
	}
	if len(s) <= width || Width(s) <= width {
		return s
	}
	head, _ := split(s, width-1)
	return head + "…"
}

// split cuts s after at most that many cells, between clusters.
func split(s string, width int) (head, rest string) {
	used, at := 0, 0
	for at < len(s) {
		cluster, w := ansi.FirstGraphemeCluster(s[at:], ansi.WcWidth)
		if hidden(cluster) {
			w = 0
		}
		if used+w > width {
			break
		}
		used, at = used+w, at+len(cluster)
	}
	return s[:at], s[at:]
}

// WrapText breaks s into lines of at most that many cells, at spaces where it can and at its own
// line breaks. A width below one gives no lines.
func WrapText(s string, width int) []string {
	if width < 1 {
		return nil
	}
	var lines []string
	for _, paragraph := range strings.Split(s, "\n") {
		lines = append(lines, wrapParagraph(paragraph, width)...)
	}
	return lines
}

// words are what stays together in a line: a telephone number is one, with its spaces.
func words(s string) []string {
	all := strings.Fields(s)
	kept := all[:0]
	for _, word := range all {
		if last := len(kept) - 1; last >= 0 && endsInDigits(kept[last]) && digits(word) >= 3 {
			kept[last] += " " + word
			continue
		}
		kept = append(kept, word)
	}
	return kept
}

// digits is how many digits a word begins with.
func digits(word string) int {
	return len(word) - len(strings.TrimLeft(word, "0123456789"))
}

// endsInDigits reports whether a word is a part of a telephone number to which another part belongs.
func endsInDigits(word string) bool {
	last := word[strings.LastIndexByte(word, ' ')+1:]
	return len(last) >= 3 && digits(last) == len(last)
}

func wrapParagraph(s string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range words(s) {
		w := Width(word)
		if used > 0 && used+1+w <= width {
			line, used = line+" "+word, used+1+w
			continue
		}
		if used > 0 {
			lines = append(lines, line)
		}
		for w > width {
			head, rest := split(word, width)
			if head == "" { // a cluster wider than the line
				break
			}
			lines = append(lines, head)
			word, w = rest, Width(rest)
		}
		line, used = word, w
	}
	return append(lines, line)
}
