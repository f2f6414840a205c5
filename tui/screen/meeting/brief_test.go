package meeting_test

import (
	"strings"
	"testing"
)

func TestTheBriefLooksAsItDid(t *testing.T) {
	looks(t, "brief", func(s *school) { s.d.Press("p") })
}

// practices 36 to 39, and the wall
func TestTheBriefIsReadCopiedAndPrinted(t *testing.T) {
	s := at(t, 120, 46)
	d := s.halfPrepared().Press("p").See("Brief", "Say at the start: “We work this out together. You know Chidi best.”", "Begin with good", "Who comes", "Mrs Okafor")
	d.Press("y").See("Copied the brief")
	for _, words := range []string{"On the day", "Kettle, cups, water, tissues", "Any other worry"} {
		if !strings.Contains(d.Copied, words) {
			t.Errorf("%q is not in the brief:\n%s", words, d.Copied)
		}
	}
	for _, never := range []string{"Lane", "07700", "debrief"} {
		if strings.Contains(d.Copied, never) {
			t.Errorf("%q is in the brief:\n%s", never, d.Copied)
		}
	}
	d.Press("p").See("Print the brief as", "one A4 page").NotSee("DOCX", "large print").Press("enter").See("Opened the brief")
	if len(d.Shown) != 1 || !strings.HasSuffix(d.Shown[0], ".pdf") {
		t.Errorf("shown is %q", d.Shown)
	}
	d.Press("p", "j", "enter")
	if len(d.Shown) != 2 || !strings.HasSuffix(d.Shown[1], ".txt") {
		t.Errorf("shown is %q", d.Shown)
	}
	d.Press("esc").See("A purpose in one sentence")
}

func TestTheBriefIsReadToItsEndInASmallWindow(t *testing.T) {
	at(t, 60, 16).planned().Press("p").See("more below").NotSee("Kettle, cups").Press("G").See("Said at the start").NotSee("more below")
}
