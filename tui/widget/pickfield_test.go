package widget_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/widget"
)

func TestAnswersMayHangOnWhatIsChosenElsewhere(t *testing.T) {
	words, kept := "first", ""
	f := widget.Pick("Purpose", "", nil, func(_, text string) { kept = text }).
		From(func() []widget.Option { return []widget.Option{{Value: words, Words: words}} }).AllowNew()
	words = "second"
	f.Act(action.PickDown)
	f.Act(action.FieldEnter)
	if f.Store(); kept != "second" {
		t.Errorf("the answer taken is %q", kept)
	}
}

func TestEnterTakesAnAnswerOnlyWhenItWasPointedAt(t *testing.T) {
	kept := "none"
	f := widget.Pick("Room", "", []widget.Option{{Value: "1", Words: "Rainbow room"}}, func(value, _ string) { kept = value })
	f.Act(action.FieldEnter)
	if f.Store(); kept != "" {
		t.Errorf("an empty field took %q", kept)
	}
	f.Type(tea.KeyPressMsg{Code: 'r', Text: "r"})
	f.Type(tea.KeyPressMsg{Code: tea.KeyBackspace})
	f.Act(action.FieldEnter)
	if f.Store(); kept != "" {
		t.Errorf("a field that was emptied took %q", kept)
	}
	f.Act(action.PickDown)
	f.Act(action.FieldEnter)
	if f.Store(); kept != "1" {
		t.Errorf("the answer pointed at was not taken, but %q", kept)
	}
}
