//go:build !windows

package faults_test

import (
	"fmt"
	"strings"
	"time"

	"kettle/tui/tuitest/console"
)

// typist types varied work into the program until the moment of its kill, and remembers what was seen
// as kept.
type typist struct {
	*life
	c            *console.Console
	until        time.Time // the kill
	screens      int       // how many more texts it waits for before the kill
	hurried      bool      // the kill is near: a text that does not come is no fault
	acknowledged int
	ended        bool     // the program ended before its kill
	typed        []stroke // into the form that is open, in its order
}

// stroke is some letters typed at one moment.
type stroke struct {
	text string
	at   time.Time
}

// work goes through the kinds of work, from any of them on, until the kill.
func (y *typist) work() {
	kinds := []func() bool{y.addFamily, y.changeFamily, y.logContact, y.promise, y.leaveAForm, y.takeNotes}
	for i := y.rng.IntN(len(kinds)); kinds[i%len(kinds)](); i++ {
	}
}

// sees waits for a text until the kill.
func (y *typist) sees(text string) bool {
	if y.screens--; y.screens == 0 {
		y.killWithin(40 * time.Millisecond)
	}
	if y.c.Sees(text, time.Until(y.until)) {
		return true
	}
	y.ended = y.ended || time.Now().Before(y.until)
	if !y.hurried {
		y.t.Fatalf("%q did not come:\n%s", text, y.c.Text())
	}
	return false
}

func (y *typist) keys(keys string) bool {
	y.c.Keys(keys)
	return true
}

// word is a word that stands nowhere yet.
func (y *typist) word() string {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	var b strings.Builder
	b.WriteString("Zq")
	for range 9 {
		b.WriteByte(letters[y.rng.IntN(len(letters))])
	}
	return b.String()
}

// keep presses the keys that keep a word and waits until the footer says what was done. Every fourth
// time or so the kill comes within that.
func (y *typist) keep(keys, done, word string) bool {
	if y.rng.IntN(4) == 0 {
		y.killWithin(20 * time.Millisecond)
	}
	if !y.keys(keys) || !y.sees("undo: "+done) {
		return false
	}
	y.kept = append(y.kept, word)
	y.acknowledged++
	return true
}

// killWithin sets the kill to a random moment very soon.
func (y *typist) killWithin(d time.Duration) {
	y.hurried = true
	soon := time.Now().Add(time.Duration(y.rng.Int64N(int64(d))))
	if soon.Before(y.until) {
		y.until = soon
	}
}

func (y *typist) addFamily() bool {
	name := y.word()
	if !(y.keys("2") && y.sees("Last contact") && y.keys("n") && y.sees("Add a family") && y.keys(name) && y.keep("\x13", "added the "+name, name)) {
		return false
	}
	y.family = name
	return true
}

// toFamily opens the page of a family.
func (y *typist) toFamily(name string) bool {
	return y.keys("2") && y.sees("Last contact") && y.keys("/"+strings.Repeat("\x7f", 12)) && y.sees(" families") &&
		y.keys(name) && y.sees("/ "+name) && y.sees("▌"+name) && y.keys("\r") && y.sees("Families › "+name)
}

// toForm opens the form of the family itself.
func (y *typist) toForm() bool {
	return y.keys("\x10") && y.sees("Anything") && y.keys("change the fam") && y.sees("Change the family") && y.keys("\r") && y.sees("Good news every")
}

func (y *typist) changeFamily() bool {
	word := y.word()
	return y.toFamily(y.family) && y.toForm() && y.keys("\t"+word+" ") && y.keep("\x13", "changed the "+y.family, word)
}

func (y *typist) logContact() bool {
	word := y.word()
	return y.toFamily(y.family) && y.keys("c\x05") && y.sees("Their own words") && y.keys("\t\t"+word) && y.keep("\x13", "logged good news", word)
}

func (y *typist) promise() bool {
	word := y.word()
	return y.toFamily(y.family) && y.keys("f") && y.sees("By when") && y.keys(word) && y.keep("\x13", "added a follow-up", word)
}

// leaveAForm types into a form and leaves it with Esc.
func (y *typist) leaveAForm() bool {
	return y.toFamily("Haddad") && y.keys("c\x05") && y.sees("Their own words") && y.keys("\t\t"+y.word()) && y.sees("later") && y.keys("\x1b") && y.sees("esc back")
}

func (y *typist) toNotes() bool {
	if !(y.keys("3") && y.sees("1 coming") && y.keys("\r") && y.sees("Okafor ·") && y.keys("r") && y.sees("draw a line") && y.sees(" ◂")) {
		return false
	}
	if strings.Contains(y.c.Text(), "How they came in ◂") && !y.keys("\t\t") {
		return false
	}
	return y.keys("\t") && y.sees("Notes ◂")
}

// takeNotes writes at the table, and leaves the notes, which keeps them.
func (y *typist) takeNotes() bool {
	word := y.word()
	return y.toNotes() && y.keys(word+" ") && y.sees(word) && y.keep("\t\x1b", "wrote notes", word)
}

// typeAndWait types into one of the forms, slowly and for more than two seconds.
func (y *typist) typeAndWait() {
	forms := []func() bool{
		func() bool { return y.keys("2") && y.sees("Last contact") && y.keys("n") && y.sees("Add a family") },
		func() bool { return y.toFamily(y.family) && y.toForm() && y.keys("\t") },
		func() bool {
			return y.toFamily(y.family) && y.keys("c\x05") && y.sees("Their own words") && y.keys("\t\t")
		},
		func() bool { return y.toFamily(y.family) && y.keys("f") && y.sees("By when") },
		y.toNotes,
	}
	if !forms[y.rng.IntN(len(forms))]() {
		y.t.Fatalf("the form does not open:\n%s", y.c.Text())
	}
	end := time.Now().Add(2*time.Second + time.Duration(y.rng.Int64N(int64(700*time.Millisecond))))
	for time.Now().Before(end) {
		y.typed = append(y.typed, stroke{fmt.Sprintf("%s ", y.word()), time.Now()})
		y.keys(y.typed[len(y.typed)-1].text)
		time.Sleep(time.Duration(50+y.rng.IntN(250)) * time.Millisecond)
	}
}

// due is what was typed more than two seconds before the kill, which must be there.
func (y *typist) due(kill time.Time) string {
	var b strings.Builder
	for _, s := range y.typed {
		if kill.Sub(s.at) > 2*time.Second {
			b.WriteString(s.text)
		}
	}
	return strings.TrimSpace(b.String())
}
