package action

import (
	"strings"
	"testing"
)

func TestNoKeyMeansTwoThings(t *testing.T) {
	if err := Check(); err != nil {
		t.Error(err)
	}
}

func TestAClashIsNamedAtTheStart(t *testing.T) {
	before := Table
	defer func() { Table = before }()
	Table = append(Table[:len(Table):len(Table)], Action{ID: "test.clash", Title: "Clash", Keys: []string{"up"}, Scopes: []Scope{List}})
	err := Check()
	if err == nil || !strings.Contains(err.Error(), `"up"`) || !strings.Contains(err.Error(), "test.clash") {
		t.Errorf("a clash is not named: %v", err)
	}
}

func TestEveryActionHasAShortTitleAndAPlace(t *testing.T) {
	seen := map[ID]bool{}
	for _, a := range Table {
		if n := len(strings.Fields(a.Title)); n == 0 || n > 5 {
			t.Errorf("%s: the title %q has %d words", a.ID, a.Title, n)
		}
		if seen[a.ID] {
			t.Errorf("%s stands twice in the table", a.ID)
		}
		seen[a.ID] = true
		if len(a.Scopes) == 0 {
			t.Errorf("%s works nowhere", a.ID)
		}
		if a.Hidden && a.Foot == "" && a.AllKeys() == "" {
			t.Errorf("%s is in no footer, help or palette", a.ID)
		}
	}
}

// Letters only mean an action where no text is typed.
func TestLettersAreTextWhileTyping(t *testing.T) {
	var scopes []Scope
	for _, set := range together {
		scopes = append(scopes, set...)
	}
	for r := rune('!'); r <= '~'; r++ {
		if a, ok := Find(string(r), true, append(scopes, Global)...); ok {
			t.Errorf("%q means %s while a text is typed", r, a.ID)
		}
	}
	if a, ok := Find("space", true, LineField, Form, Global); ok {
		t.Errorf("space means %s while a text is typed", a.ID)
	}
}

// One letter, one meaning, on every screen: its first word is the same verb wherever it works.
func TestALetterMeansOneThingEverywhere(t *testing.T) {
	meaning := map[string]string{
		"c": "log", "m": "meeting", "f": "follow-up", "n": "new", "e": "change", "d": "drop or remove", "s": "move to a date",
		"z": "sleep", "w": "leave out", "o": "order", "p": "print", "y": "copy", "x": "mark sent", "i": "invitations",
		"a": "all meetings", "A": "all of this part", "b": "best seats", "r": "begin", "t": "story", "v": "view", "u": "undo", "H": "history", "h": "move", "j": "move", "k": "move", "l": "move",
		"g": "move", "G": "move", "q": "quit", "/": "filter", "?": "help", ":": "palette",
		"1": "section", "2": "section", "3": "section", "4": "section", "5": "section", "6": "section", "7": "section",
	}
	for _, a := range Table {
		for _, k := range a.allKeys() {
			if len([]rune(k)) == 1 && meaning[k] == "" {
				t.Errorf("%s takes the letter %q, which has no meaning in Kettle", a.ID, k)
			}
		}
	}
}
