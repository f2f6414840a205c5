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

func wrapParagraph(s string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(s) {
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
