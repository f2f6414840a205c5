package tuitest_test

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// hostile are names that a person might paste, or an export might bring; each holds "Oka", by which
// it is to be found.
var hostile = map[string]string{
	"escape sequences":      "\x1b[31mOka\x1b[2J\x1b[H red",
	"a window title":        "\x1b]0;owned\x07Oka title",
	"a clipboard write":     "\x1b]52;c;b3duZWQ=\x1b\\Oka clip",
	"eight-bit controls":    "Oka \u009b31m\u009d0;x\u009c\u0085\u0090q\u009c end",
	"stray bytes":           "Oka \x80\x9b\xff\xfe bytes",
	"right to left":         "\u202eOka\u202c \u200fafo\u2067x\u2069",
	"zero width":            "O\u200bk\u200da\ufeff Oka zero\u00ad",
	"a NUL":                 "Oka\x00nul",
	"line breaks":           "Oka\r\nline\ntwo\ttab\vvertical",
	"10,000 characters":     "Oka " + strings.Repeat("long ", 2000),
	"one long word":         "Oka" + strings.Repeat("x", 9000),
	"stacked marks":         "Oka " + strings.Repeat("Z"+strings.Repeat("\u0301\u0327\u0336", 30), 8),
	"marks and nothing":     strings.Repeat("\u0301", 40) + "Oka",
	"wide letters":          "Oka 王小明 " + strings.Repeat("宽", 60),
	"joined emoji":          "Oka 👨‍👩‍👧‍👦👩🏽‍🏫🏳️‍🌈🇬🇧" + strings.Repeat("👨‍👩‍👧‍👦", 40),
	"format verbs":          "Oka %s %d %!x {{.}} $(rm) `x`",
	"private and unmapped":  "Oka \ue000\U000f0000\ufffe\uffff tags\U000e0041",
	"line separators":       "Oka\u2028two\u2029three",
	"Arabic":                "Oka محمد عبد الله",
	"variation selectors":   "Oka ✂️☎️❤️‍🔥 a\ufe0fb\ufe0f",
	"hangul jamo and Indic": "Oka 한 क्षि ഩ്റ് ༂",
}

// ours is the only thing that a frame may hold besides text: the colours of cells.
var ours = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// harmless fails the test when the frame holds anything that a terminal would obey but colours, when
// a line does not fit the window, or when the frame is not whole.
func harmless(t *testing.T, d *tuitest.Driver, where string) {
	t.Helper()
	c := d.App.Canvas()
	lines := strings.Split(ours.ReplaceAllString(d.App.View().Content, ""), "\n")
	if len(lines) > max(c.Height(), 1) {
		t.Errorf("%s: %d lines in a window of %d", where, len(lines), c.Height())
	}
	for y, line := range lines {
		line = strings.TrimSuffix(line, "\r")
		if w := canvas.Width(line); w > c.Width() {
			t.Errorf("%s: line %d is %d cells wide in a window of %d", where, y, w, c.Width())
		}
		if !utf8.ValidString(line) {
			t.Errorf("%s: line %d is no text: %q", where, y, line)
		}
		if i := strings.IndexFunc(line, obeyed); i >= 0 {
			t.Errorf("%s: line %d holds %q", where, y, line[i:min(i+12, len(line))])
		}
	}
}

// obeyed reports whether a terminal obeys a character, or turns what follows round. The joiners of
// an emoji are neither.
func obeyed(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// What the store let through all the same does not pass the canvas.
func TestACanvasDrawsNothingThatATerminalObeys(t *testing.T) {
	for name, text := range hostile {
		c := canvas.New(60, 4)
		c.Text(0, 0, canvas.Style{}, text)
		c.Field(0, 1, 20, canvas.Style{}, text)
		c.Wrap(0, 2, canvas.Style{}, text)
		for _, line := range strings.Split(ours.ReplaceAllString(c.Render(), ""), "\n") {
			line = strings.TrimSuffix(line, "\r")
			if strings.ContainsFunc(line, obeyed) || canvas.Width(line) > 60 {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}

// everywhereWith walks over every screen that may show a family.
func everywhereWith(t *testing.T, d *tuitest.Driver, name string) {
	t.Helper()
	for _, size := range [][2]int{{120, 40}, {60, 16}} {
		d.Resize(size[0], size[1])
		for _, section := range []string{"1", "3", "4", "7", "2"} {
			d.Press(section)
			harmless(t, d, name+": section "+section)
		}
		d.Press("enter")
		harmless(t, d, name+": page")
		for range 6 {
			d.Press("tab", "j")
			harmless(t, d, name+": page")
		}
		d.Press("ctrl+p").Type("oka")
		harmless(t, d, name+": anything")
		d.Press("esc", "?")
		harmless(t, d, name+": help")
		d.Press("esc", "esc")
	}
}

func TestHostileNamesAreKeptAndFoundAndObeyNobody(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
			if _, err := d.Store.SaveFamily(context.Background(), model.Family{Name: "Haddad"}); err != nil {
				t.Fatal(err)
			}
			d.Press("n").Paste(text).Press("tab").Paste(text).Press("tab").Paste(text)
			harmless(t, d, "the form")
			d.Press("tab", "tab", "tab").Paste(text).Press("tab", "tab").Paste(text).Press("tab").Paste(text)
			harmless(t, d, "the form")
			d.Press("ctrl+s").See("Families › ", "Oka").NotSee("[31m", "[2J", "0;owned", "52;c")
			d.Press("2", "/").Type("oka").See("1 of 2 families").NotSee("Haddad")
			harmless(t, d, "the filter")
			d.Press("esc")
			everywhereWith(t, d, name)
		})
	}
}

// hostileMeeting is a caseload in which everything about a meeting has one text for a name.
func hostileMeeting(t *testing.T, text string) (*tuitest.Driver, int64) {
	t.Helper()
	ctx := context.Background()
	c := tuitest.NewSmall(t)
	clean, _ := model.Clean(strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), ""))
	family := c.AddFamily(clean, clean, "4B", clean)
	c.Promise(clean, model.FollowUp{What: clean, Due: "2026-11-24"})
	c.Log(clean, model.Contact{At: "2026-11-20T15:30", Channel: model.ByPhone, Kind: model.Information, By: clean, Note: clean, Words: clean})
	meeting := model.Meeting{FamilyID: family, Kind: model.HonestConversation, Purpose: clean, Start: "2026-11-24T15:30", Minutes: 45}
	id := c.Keep(c.Store.PlanMeeting(ctx, view.MeetingPlan{Meeting: meeting, Agenda: model.AgendaFor(meeting.Kind, nil, 45),
		People: []model.MeetingPerson{{Side: model.FamilySide, AdultID: c.Mother(clean)}}}))
	c.Keep(c.Store.SaveAgendaItem(ctx, model.AgendaItem{MeetingID: id, Title: clean, Minutes: 5}))
	return c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Meeting, ID: id}}), id
}

func TestHostileTextsInAMeetingObeyNobody(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			d, id := hostileMeeting(t, text)
			for _, kind := range []screen.Kind{screen.Meeting, screen.RunMeeting, screen.DrawLine} {
				d.Send(screen.OpenMsg{Route: screen.Route{Kind: kind, ID: id}})
				for _, size := range [][2]int{{60, 16}, {120, 40}, {200, 60}} {
					d.Resize(size[0], size[1])
					for range 7 {
						d.Press("tab")
						harmless(t, d, string(kind))
					}
				}
			}
			d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.RunMeeting, ID: id}})
			d.Press("tab").Paste(text)
			harmless(t, d, "notes")
			everywhereWith(t, d, name)
		})
	}
}

func TestADayThatIsNotInTheCalendarIsSaidInPlaceAndTheRestStays(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	d.Press("n").Type("Okafor").Press("tab").Type("Chidi").Press("tab", "tab").Type("31/02").Press("ctrl+s")
	d.See("! ", "31/02", "Okafor", "Chidi", "Add a family")
	if !d.Selected("Born") {
		t.Errorf("the cursor is not in the field that is wrong:\n%s", d.Screen())
	}
	for range 5 {
		d.Press("backspace")
	}
	d.Type("14/3/2018").Press("ctrl+s").See("Families › Okafor", "Chidi")
}

// toField goes to the field of a form with that label.
func toField(t *testing.T, d *tuitest.Driver, label string) {
	t.Helper()
	for range 60 {
		if strings.Contains(d.Screen(), "▌"+label) {
			return
		}
		d.Press("tab")
	}
	t.Fatalf("no field %q:\n%s", label, d.Screen())
}

// byName does what "anything" finds under these words.
func byName(d *tuitest.Driver, words string) *tuitest.Driver {
	return d.Press("ctrl+p").Type(words).Press("enter")
}

// refill types another text into the field of that label.
func refill(t *testing.T, d *tuitest.Driver, label, text string) {
	t.Helper()
	toField(t, d, label)
	d.Press("ctrl+u").Paste(text)
}

func TestANumberThatIsNoneIsSaidInPlaceAndTheRestStays(t *testing.T) {
	for _, typed := range []string{"99999999999999999999999", "-5", "1e9", "many", strings.Repeat("9", 5000)} {
		d, _ := hostileMeeting(t, "Oka")
		byName(d.Press("2", "enter"), "Change the family").Type("for")
		refill(t, d, "Check in every", typed)
		d.Press("ctrl+s").See("! ", "Okafor", "Change")
		harmless(t, d, typed)
		refill(t, d, "Check in every", "10")
		d.Press("ctrl+s").See("Families › Okafor")
	}
}

func TestAMeetingThatEndsBeforeItBeginsIsSaidInPlaceAndTheRestStays(t *testing.T) {
	for _, typed := range []string{"until 14:00", "-45", "99999999999999999999 min"} {
		d, _ := hostileMeeting(t, "Oka")
		d.Press("e")
		refill(t, d, "How long", typed)
		d.Press("ctrl+s").See("! ", "Change")
	}
}
