// Package action is the one table of what a person can do in Kettle: the id, the keys, the words and
// where each works. Dispatch, footer, help, palette, click areas, the README's key table and the
// tests are made from it; a key is compared nowhere else. What an action does is bound to its id by
// the screen that takes it.
package action

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// ID names an action: "meeting.start".
type ID string

// Scope names where an action works. A screen takes the actions of all its scopes; Global ones work
// everywhere.
type Scope string

// Global is the scope of what works on every screen.
const Global Scope = "everywhere"

// Action is one row of the table.
type Action struct {
	ID    ID
	Title string   // five words or fewer, for help and the palette
	Also  string   // other words by which the palette finds it
	Foot  string   // its word in the footer; "" keeps it out of the footer
	Keys  []string // as Bubble Tea names them; the first is the one shown
	// TypedKeys are further keys that are letters: they mean the action except in a text, even
	// where Text is set.
	TypedKeys []string
	Letter    bool // show the letter, not the first key, where no text is typed
	Scopes    []Scope
	Text      bool // works while a text is being typed, too
	Always    bool // in the footer before anything else, however narrow the window is
	Hidden    bool // not in the palette: moving about and the like
}

// Handler is what a screen does with an action.
type Handler struct {
	Do func() tea.Cmd
	// Why says why the action is not possible just now, in a sentence; nil or "" is possible.
	Why func() string
}

// Off is why the action is not possible just now, "" when it is.
func (h Handler) Off() string {
	if h.Why == nil {
		return ""
	}
	return h.Why()
}

// Handlers are what a screen does with the actions of its scopes.
type Handlers map[ID]Handler

// Find is the action that key means in one of the scopes, while a text is typed or not.
func Find(key string, typing bool, scopes ...Scope) (Action, bool) {
	for _, i := range byKey[key] {
		a := Table[i]
		if typing && (!a.Text || slices.Contains(a.TypedKeys, key)) {
			continue
		}
		if a.In(scopes...) {
			return a, true
		}
	}
	return Action{}, false
}

// In lists the actions of the scopes in the order of the table.
func In(scopes ...Scope) []Action {
	var found []Action
	for _, a := range Table {
		if a.In(scopes...) {
			found = append(found, a)
		}
	}
	return found
}

// ByID is the row of the table with that id; it panics for one that is not there, which a test of
// every screen's handlers rules out.
func ByID(id ID) Action {
	i := slices.IndexFunc(Table, func(a Action) bool { return a.ID == id })
	if i < 0 {
		panic("no action " + string(id))
	}
	return Table[i]
}

// In reports whether the action works in one of the scopes.
func (a Action) In(scopes ...Scope) bool {
	for _, s := range scopes {
		if slices.Contains(a.Scopes, s) {
			return true
		}
	}
	return false
}

// Clashes are the keys that mean two actions where these scopes come together, in words; none is
// as it should be.
func Clashes(scopes ...Scope) []string {
	var found []string
	owner := map[string]ID{}
	for _, a := range Table {
		if !a.In(scopes...) {
			continue
		}
		for _, keys := range [][]string{a.TypedKeys, a.Keys} {
			for _, key := range keys {
				if other, taken := owner[key]; taken {
					found = append(found, fmt.Sprintf("key %q means %s and %s in %v", key, other, a.ID, scopes))
				}
				owner[key] = a.ID
			}
		}
	}
	return found
}

// KeyName is how a key is written for a person: "↵", "↑", "space".
func KeyName(key string) string {
	if name, ok := keyNames[key]; ok {
		return name
	}
	return key
}

var keyNames = map[string]string{
	"enter": "↵", "up": "↑", "down": "↓", "left": "←", "right": "→", "pgdown": "page down",
	"pgup": "page up", "shift+tab": "shift+tab", "f1": "F1", "f9": "F9",
}

// Keyname is the name of the key to show, while a text is typed or not; "" when there is none.
func (a Action) Keyname(typing bool) string {
	switch {
	case a.Letter && !typing && len(a.TypedKeys) > 0:
		return KeyName(a.TypedKeys[0])
	case len(a.Keys) > 0:
		return KeyName(a.Keys[0])
	}
	return ""
}

// AllKeys are the names of all keys of the action, for help.
func (a Action) AllKeys() string {
	keys := a.allKeys()
	for i, k := range keys {
		keys[i] = KeyName(k)
	}
	return strings.Join(keys, " ")
}

func (a Action) allKeys() []string { return slices.Concat(a.TypedKeys, a.Keys) }

// Table holds every action; within a screen its order is that of the footer and of help.
var Table = slices.Concat(selecting, sections, people, importing, columns, packs, meetings, room, reviews, running, promises, waiting, journal, goodNews, atTheGate, logLists, week, accounts, story, wholeRecord, doubles, moves, takingOut, school, forms, popups, capture, history, everywhere)

var byKey = func() map[string][]int {
	m := map[string][]int{}
	for i, a := range Table {
		for _, k := range a.allKeys() {
			m[k] = append(m[k], i)
		}
	}
	return m
}()
