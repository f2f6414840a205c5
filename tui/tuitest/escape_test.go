package tuitest_test

import (
	"strings"
	"testing"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

func TestEscTakesOneStepAtATimeAndNeverQuits(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12})
	d.Press("2", "/").Type("oka").Press("enter").See("Families › ")
	byName(d, "Change the family").See("Change the family", "esc")
	d.Send(screen.SayMsg{Text: "The disk is full.", Tone: screen.Bad})
	d.See("The disk is full.", "read")
	d.Press("esc").NotSee("The disk is full.").See("Change the family")
	d.Press("esc").NotSee("Change the family").See("Families › ")
	d.Press("esc").NotSee("Families › ").See("/ oka", " of 12 families")
	d.Press("esc").See("12 families").NotSee("/ oka")
	for range 5 {
		d.Press("esc").See("12 families")
	}
	if d.Ended {
		t.Error("Esc ended the program")
	}
}

func TestEscFromEverySceneEndsOnAPageAndNeverQuits(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			d := atScene(t, s.keys, s.text)
			for range 10 {
				d.Press("esc")
			}
			before := d.Screen()
			if d.Press("esc").Screen() != before || d.Ended {
				t.Errorf("Esc does not come to an end:\n%s", d.Screen())
			}
			d.See("Today", "Families", "keys").NotSee("╭")
		})
	}
}

func TestSeveralSentencesAreReadOneByOne(t *testing.T) {
	d := atScene(t, []string{"2", "n"}, "Zzyzx")
	d.Send(screen.SayMsg{Text: "The first.", Tone: screen.Bad})
	d.Send(screen.SayMsg{Text: "The second.", Tone: screen.Bad})
	d.Press("esc").See("The first.", "Zzyzx").NotSee("The second.")
	d.Press("esc").See("Zzyzx").NotSee("The first.")
}

// What must be read is not pushed out by what is only said, and what is said again stands once.
func TestASentenceThatMustBeReadOutlivesOthers(t *testing.T) {
	d := atScene(t, []string{"2", "n"}, "Zzyzx")
	d.Send(screen.SayMsg{Text: "The disk is full.", Tone: screen.Bad})
	for _, text := range []string{"One.", "Two.", "Three.", "Three.", "Four."} {
		d.Send(screen.SayMsg{Text: text})
	}
	d.See("The disk is full.", "Three.", "Four.").NotSee("One.", "Two.")
	if strings.Count(d.Screen(), "Three.") != 1 {
		t.Errorf("said twice:\n%s", d.Screen())
	}
	d.Press("esc").NotSee("The disk is full.")
}

func TestHelpOverAFormGivesTheFormBack(t *testing.T) {
	d := atScene(t, []string{"2", "n"}, "Zzyzx")
	before := d.Screen()
	if d.Press("f1", "esc").Screen() != before {
		t.Errorf("the form is not as it was:\n%s", d.Screen())
	}
	if d.Press("ctrl+p").Type("quit").Press("esc").Screen() != before {
		t.Errorf("the form is not as it was:\n%s", d.Screen())
	}
}
