package model_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kettle/model"
)

// captureBits are pieces of lines as people put them together, and signs that may be misread.
var captureBits = strings.Split("Okafor|Haddad|Hill|James|Mr Bellamy|Mrs Okafor|Ms Reed|Nadia's|mum|mum of|dad|nan|both|from|with|and|&|gate|phone|rang|they rang|"+
	"voicemail|e-mail|home visit|+|!|?|x|dsl|ref 12|now|today|yesterday|fri|15.10|at 3|last night|4B|worried|\"too loud\"|“never”|\"|ring|thank you|"+
	"thank|meet fri 3pm|by fri|on mon|to|will|they will send it|I'll|by 3/12|;|.|. Ring|:|,|'|hello|the trip|Mr.|…|é|中文|\u202e|\x1b[31m|\n|\t|(see)|-|10d", "|")

func captureLine(t *rapid.T) string {
	if rapid.Bool().Draw(t, "any text") {
		return rapid.String().Draw(t, "line")
	}
	return strings.Join(rapid.SliceOf(rapid.SampledFrom(captureBits)).Draw(t, "bits"), rapid.SampledFrom([]string{" ", ", ", ": "}).Draw(t, "between"))
}

// TestNoWordOfALineIsLost: what is understood has its place in the line, and the rest stands in the note.
func TestNoWordOfALineIsLost(t *testing.T) {
	people, calendar := captureSchool(), sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		c := model.ReadCapture(captureLine(t), people, model.CaptureNow{Now: captureMorning, Calendar: calendar})
		for _, word := range lostWords(c) {
			t.Errorf("%q: %q is lost: %+v", c.Line, word, c)
		}
	})
}

// lostWords are the words of a line that were read as nothing and do not stand in the note.
func lostWords(c model.Capture) (lost []string) {
	note := c.Note
	for from := 0; from < len(c.Line); {
		if strings.IndexByte(" ;", c.Line[from]) >= 0 {
			from++
			continue
		}
		to := from + strings.IndexAny(c.Line[from:]+" ", " ;")
		word := strings.Trim(c.Line[from:to], " .,:;'’‘\"“”„«»")
		if at := strings.Index(note, word); word != "" && !readAsPart(c, from, to) {
			if at < 0 {
				lost = append(lost, word)
			} else {
				note = note[at+len(word):]
			}
		}
		from = to
	}
	return lost
}

func readAsPart(c model.Capture, from, to int) bool {
	for _, s := range c.Spans {
		if s.From < to && from < s.To {
			return true
		}
	}
	return false
}

func TestReadingALineTwiceIsTheSame(t *testing.T) {
	people, calendar := captureSchool(), sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		line, now := captureLine(t), model.CaptureNow{Now: captureMorning, Calendar: calendar, Family: rapid.Int64Range(0, 3).Draw(t, "family")}
		first, again := model.ReadCapture(line, people, now), model.ReadCapture(line, people, now)
		if !reflect.DeepEqual(first, again) {
			t.Fatalf("%q:\n%+v\n%+v", line, first, again)
		}
		for _, s := range first.Spans {
			if s.From < 0 || s.From > s.To || s.To > len(first.Line) {
				t.Fatalf("%q: %v lies outside", first.Line, s)
			}
		}
		if !first.Kind.Valid() || !first.Channel.Valid() || !first.Dir.Valid() || !first.At.Date().Valid() {
			t.Fatalf("%q: %+v cannot be kept", line, first)
		}
		for _, p := range first.Promises {
			if p.What == "" || !p.Due.Valid() || !p.Whose.Valid() {
				t.Fatalf("%q: %+v cannot be kept", line, p)
			}
		}
		if first.Status == model.CaptureNote && now.Family > 0 {
			t.Fatalf("%q: the family of the page is lost: %+v", line, first)
		}
	})
}

// TestWhatIsSetByHandStaysWhileTheLineIsTypedOn (capture.md; the parts of the popup).
func TestWhatIsSetByHandStaysWhileTheLineIsTypedOn(t *testing.T) {
	people, calendar := captureSchool(), sampleCalendar(t)
	by, kind, note := model.ByVideo, model.GoodNews, "as I say"
	set := model.CaptureSet{Family: 9, Channel: &by, Kind: &kind, Note: &note,
		Promises: map[int]model.CapturedPromise{0: {What: "ring Mrs Hill", Whose: model.Mine, Due: "2026-12-01"}}}
	rapid.Check(t, func(t *rapid.T) {
		line := "Hill, gate, !: hello; ring fri" + captureLine(t)
		c := model.ReadCapture(line, people, model.CaptureNow{Now: captureMorning, Calendar: calendar, Set: set})
		if c.Status != model.CaptureOK || c.Family() != 9 || c.Channel != by || c.Dir != model.BothWays || c.Kind != kind || c.Note != note ||
			len(c.Promises) > 0 && c.Promises[0].What != "ring Mrs Hill" {
			t.Fatalf("%q: %+v", line, c)
		}
	})
}

func TestALongLineIsCutAndSaysSo(t *testing.T) {
	line := "Haddad, gate: " + strings.Repeat("é", 20_000)
	c := model.ReadCapture(line, captureSchool(), model.CaptureNow{Now: captureMorning})
	if n := utf8.RuneCountInString(c.Line); n != model.MostCaptured || len(c.Hints) == 0 {
		t.Errorf("%d letters, hints %q", n, c.Hints)
	}
}

func TestControlCharactersGoAndLineBreaksAreSpaces(t *testing.T) {
	c := model.ReadCapture("Haddad,\x00 gate\x1b]0;title\x07:\r\nred\u202e coat\n\nand hat\t", captureSchool(), model.CaptureNow{Now: captureMorning})
	if c.Family() != 4 || c.Channel != model.ByGate || c.Note != "red coat and hat" {
		t.Errorf("%+v", c)
	}
}

// TestTheFamilyOfThePageIsMeantUnlessAnotherIsNamed (product.md, Log a contact).
func TestTheFamilyOfThePageIsMeantUnlessAnotherIsNamed(t *testing.T) {
	people := captureSchool()
	for _, l := range []struct {
		line   string
		family int64
		adults int
	}{
		{"gate, +: hello", 4, 0}, {"mum rang: hello", 4, 1}, {"hello", 4, 0}, {"Okafor-Lane, gate: hello", 2, 0}, {"'as it stands", 4, 0}, {"", 4, 0},
	} {
		c := model.ReadCapture(l.line, people, model.CaptureNow{Now: captureMorning, Family: 4})
		if c.Family() != l.family || len(c.Adults) != l.adults {
			t.Errorf("%q: %+v", l.line, c)
		}
	}
	if c := model.ReadCapture("Hill, gate: hello", people, model.CaptureNow{Now: captureMorning, Family: 9}); c.Family() != 9 {
		t.Errorf("on the page of one Hill family: %+v", c)
	}
}

func TestWithoutTermDatesALineIsStillRead(t *testing.T) {
	c := model.ReadCapture("Haddad: ring mum", captureSchool(), model.CaptureNow{Now: captureMorning})
	if c.Channel != model.ByGate || len(c.Promises) != 1 || c.Promises[0].Due != "2026-11-25" {
		t.Errorf("%+v", c)
	}
	empty := model.ReadCapture("Haddad: ring mum", model.NewCaptureIndex(model.CapturePeople{}), model.CaptureNow{Now: captureMorning})
	if empty.Status != model.CaptureNote || empty.Note != "Haddad: ring mum" {
		t.Errorf("with nobody known: %+v", empty)
	}
}

func FuzzReadCapture(f *testing.F) {
	for _, bit := range captureBits {
		f.Add("Haddad, " + bit + ": " + bit + " hello")
	}
	people, calendar := captureSchool(), sampleCalendar(f)
	f.Fuzz(func(t *testing.T, line string) {
		c := model.ReadCapture(line, people, model.CaptureNow{Now: captureMorning, Calendar: calendar})
		if lost := lostWords(c); len(lost) > 0 {
			t.Errorf("%q: %q is lost", c.Line, lost)
		}
	})
}
