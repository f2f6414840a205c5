package widget

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// ListOf is a field for any number of short texts, one a line: phones, e-mails.
type ListOf struct {
	named
	entries []string
	line    *Line
	at      int // the entry being typed; len(entries) is a new one
	check   func(string) string
	offered []string // what an entry may be, offered while it is typed
	store   func([]string)
}

// ListField is a field for short texts. Check gives what is wrong with one, and may be nil.
func ListField(label string, entries []string, check func(string) string, store func([]string)) *ListOf {
	f := &ListOf{named: named{label: label}, entries: slices.Clone(entries), check: check, store: store, line: NewLine("")}
	f.load(len(f.entries))
	return f
}

// Hint shows what to type in the empty line.
func (f *ListOf) Hint(words string) *ListOf { f.line.Placeholder = words; return f }

// Offers makes entries one of these texts: those that fit are shown while one is typed, and Enter takes
// the first.
func (f *ListOf) Offers(texts []string) *ListOf { f.offered = texts; return f }

// mostOffered is how many fitting texts stand under the line.
const mostOffered = 4

// fitting are the offered texts that hold every word typed, those that begin with it first, without those
// that are entries already; none while nothing is typed or one of them stands there.
func (f *ListOf) fitting() []string {
	words := strings.Fields(strings.ToLower(f.line.Text()))
	if len(words) == 0 || slices.Contains(f.offered, f.line.Text()) {
		return nil
	}
	var first, fit []string
	for _, text := range f.offered {
		lower := strings.ToLower(text)
		if strings.HasPrefix(lower, strings.Join(words, " ")) && !slices.Contains(f.entries, text) {
			first = append(first, text)
		} else if !slices.Contains(f.entries, text) && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(lower, w) }) {
			fit = append(fit, text)
		}
	}
	fit = append(first, fit...)
	return fit[:min(len(fit), mostOffered)]
}

// take makes an offered text the entry, and goes on to the next.
func (f *ListOf) take(text string) {
	f.line.SetText(text)
	f.keep()
	f.load(len(f.entries))
}

func (f *ListOf) load(at int) {
	f.at = clamp(at, 0, len(f.entries))
	text := ""
	if f.at < len(f.entries) {
		text = f.entries[f.at]
	}
	f.line.SetText(text)
}

// keep puts the line back into the entries, and drops it when it is empty.
func (f *ListOf) keep() {
	text := strings.TrimSpace(f.line.Text())
	switch {
	case f.at < len(f.entries) && text == "":
		f.entries = slices.Delete(f.entries, f.at, f.at+1)
	case f.at < len(f.entries):
		f.entries[f.at] = text
	case text != "":
		f.entries = append(f.entries, text)
	}
}

// Entries are the entries with what is in the line.
func (f *ListOf) Entries() []string {
	g := *f
	g.entries = slices.Clone(f.entries)
	g.keep()
	return g.entries
}

// Scope is that of list fields.
func (f *ListOf) Scope() action.Scope { return action.ListField }

// Rows is a row for each entry, and one for a new one and those for what is offered while it has the
// cursor.
func (f *ListOf) Rows(_ int, focused bool) int {
	if focused {
		return len(f.entries) + 1 + len(f.fitting())
	}
	return max(len(f.Entries()), 1)
}

// Draw draws the entries.
func (f *ListOf) Draw(c *canvas.Canvas, th *theme.Theme, focused bool) {
	if !focused {
		for y, e := range f.Entries() {
			c.Text(0, y, th.Text, canvas.Cut(e, c.Width()))
		}
		return
	}
	fit := f.fitting()
	for i, text := range fit {
		row := c.Rows(f.at+1+i, 1)
		row.Text(2, 0, th.Dim, canvas.Cut(text, c.Width()-2))
		row.Area(func(int, int) tea.Cmd { f.take(text); return nil })
	}
	for y := range len(f.entries) + 1 {
		row := c.Rows(y, 1)
		if y == f.at {
			f.line.Draw(row, th, true)
			continue
		}
		if y > f.at {
			row = c.Rows(y+len(fit), 1)
		}
		if y < len(f.entries) {
			row.Text(0, 0, th.Text, canvas.Cut(f.entries[y], c.Width()))
		} else {
			row.Text(0, 0, th.Dim, "+")
		}
		row.Area(func(int, int) tea.Cmd { f.move(y - f.at); return nil })
	}
}

func (f *ListOf) move(n int) {
	f.keep()
	f.load(f.at + n)
}

// swap changes the entry with the one at that place, and stays with it.
func (f *ListOf) swap(with int) {
	f.entries[f.at] = strings.TrimSpace(f.line.Text())
	if with >= 0 && with < len(f.entries) {
		f.entries[f.at], f.entries[with] = f.entries[with], f.entries[f.at]
		f.load(with)
	}
}

// Type types.
func (f *ListOf) Type(msg tea.KeyPressMsg) { f.line.Key(msg) }

// Paste pastes; each line of it is an entry.
func (f *ListOf) Paste(s string) {
	for i, part := range strings.Split(strings.TrimSpace(s), "\n") {
		if i > 0 {
			f.keep()
			f.load(len(f.entries))
		}
		f.line.Paste(strings.TrimSpace(part))
	}
}

// Act moves among the entries, takes one out, and begins another with Enter.
func (f *ListOf) Act(id action.ID) bool {
	switch {
	case id == action.PickUp && f.at > 0:
		f.move(-1)
	case id == action.PickDown && f.at < len(f.entries):
		f.move(1)
	case id == action.ListRemove:
		f.line.SetText("")
		f.keep()
		f.load(min(f.at, len(f.entries)))
	case (id == action.ListUp || id == action.ListDown) && f.at < len(f.entries):
		f.swap(f.at + map[action.ID]int{action.ListUp: -1, action.ListDown: 1}[id])
	case id == action.FieldEnter && len(f.fitting()) > 0:
		f.take(f.fitting()[0])
	case id == action.FieldEnter && strings.TrimSpace(f.line.Text()) != "":
		f.keep()
		f.load(len(f.entries))
	default:
		return false
	}
	return true
}

// Text is the entries, one a line.
func (f *ListOf) Text() string { return strings.Join(f.Entries(), "\n") }

// SetText puts the entries of a draft back.
func (f *ListOf) SetText(s string) {
	f.entries = nil
	if s != "" {
		f.entries = strings.Split(s, "\n")
	}
	f.load(len(f.entries))
}

// Check is what is wrong with the first entry that is not right.
func (f *ListOf) Check() string {
	if f.check == nil {
		return ""
	}
	for _, e := range f.Entries() {
		if wrong := f.check(e); wrong != "" {
			return wrong
		}
	}
	return ""
}

// Store writes the entries.
func (f *ListOf) Store() { f.store(f.Entries()) }

// Number is a field for a whole number between two others, both included.
func Number(label string, to *int, least, most int) *TextField {
	text := strconv.Itoa(*to)
	f := Text(label, &text)
	f.store = func(s string) { *to, _ = strconv.Atoi(strings.TrimSpace(s)) }
	return f.Checked(func(s string) string {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < least || n > most {
			return "A whole number from " + strconv.Itoa(least) + " to " + strconv.Itoa(most) + ", please."
		}
		return ""
	})
}

// PickID is a field that takes one of many things by id. Store is given 0 and the text typed when it
// is none of them.
func PickID(label string, id int64, options []Option, store func(id int64, text string)) *PickOf {
	value := ""
	if id != 0 {
		value = strconv.FormatInt(id, 10)
	}
	f := Pick(label, "", options, func(v, text string) {
		n, _ := strconv.ParseInt(v, 10, 64)
		store(n, text)
	})
	if o, ok := f.byValue(value); ok {
		f.line.SetText(o.Words)
	}
	return f
}

// IDOption is an answer for a thing with an id.
func IDOption(id int64, words, note string) Option {
	return Option{Value: strconv.FormatInt(id, 10), Words: words, Note: note}
}
