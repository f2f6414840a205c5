package handover

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

const (
	phrase    = "acorn ladder violet mint tunnel"
	quickWork = 1
)

// small is a pack of one family.
func small() Pack {
	return Pack{Header: Header{Made: "2026-11-24T08:50", By: "Ms Reed", Caseload: "c1"}, Records: []Record{
		{Table: Families, UID: "f", Values: map[string]string{"name": "Okafor"}},
		{Table: Pupils, UID: "p", Values: map[string]string{"forename": "Chidi", "surname": "Okafor", "roll": "on roll", "dob": "2018-03-02"}, Refs: map[string]string{"family_id": "f"}},
		{Table: Adults, UID: "a", Values: map[string]string{"forename": "Emeka", "surname": "Okafor", "in_touch": "yes"},
			Parts: []Part{{Table: "phone", Values: map[string]string{"type": "mobile", "number": "07700 900102"}}}},
		{Table: Links, UID: "p/a", Values: map[string]string{"relationship": "father", "court_order": "1"}, Refs: map[string]string{"pupil_id": "p", "adult_id": "a"}},
		{Table: Meetings, UID: "m", Values: map[string]string{"kind": "check-in", "status": "planned"}, Refs: map[string]string{"family_id": "f"}, Parts: []Part{
			{Table: "meeting_person", Values: map[string]string{"side": "family"}, Refs: map[string]string{"adult_id": "a"}},
			{Table: "time_option", Values: map[string]string{"start": "2026-11-26T09:00"}},
			{Table: "time_answer", Values: map[string]string{"answer": "yes"}, Refs: map[string]string{"option_id": "#1", "person_id": "#0"}},
		}},
	}}
}

func sealedBytes(t testing.TB, p Pack) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := Seal(&file, phrase, quickWork, p.Write); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func opened(data []byte, passphrase string) (Pack, error) {
	return Open(context.Background(), bytes.NewReader(data), passphrase)
}

// refusal is the sentence with which a file was refused; a file that was taken fails the test.
func refusal(t testing.TB, err error) string {
	t.Helper()
	var why Refusal
	if !errors.As(err, &why) {
		t.Fatalf("not refused with a sentence, but: %v", err)
	}
	if text := why.Sentence; text == "" || !strings.HasSuffix(text, ".") || strings.Contains(text, "\n") {
		t.Errorf("the sentence is %q", text)
	}
	return why.Sentence
}

func TestAPackOpensWithItsPassphraseOnly(t *testing.T) {
	file := sealedBytes(t, small())
	pack, err := opened(file, "  acorn ladder  violet mint tunnel ")
	if err != nil || len(pack.Records) != 5 || pack.By != "Ms Reed" {
		t.Fatalf("%+v, %v", pack, err)
	}
	for _, wrong := range []string{"acorn ladder violet mint", "Acorn ladder violet mint tunnel", "x"} {
		if _, err := opened(file, wrong); !strings.Contains(refusal(t, err), "passphrase") {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	_, err = opened(file, "")
	refusal(t, err)
	if bytes.Contains(file, []byte("Okafor")) {
		t.Error("a name stands in the file")
	}
}

func TestTheSamePackGivesTheSameBytes(t *testing.T) {
	var a, b bytes.Buffer
	if err := errors.Join(small().Write(&a), small().Write(&b)); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two packs of the same differ", err)
	}
}

func TestWhatIsNoPackIsRefusedInOneSentence(t *testing.T) {
	for _, c := range []struct{ name, begins, says string }{
		{"empty", "", "empty"}, {"zip", "PK\x03\x04....", "zip"}, {"csv", "Surname,Forename\n", "no hand-over pack"},
		{"binary", "\x00\x01\x02\xff\xfe", "no hand-over pack"}, {"text form", "-----BEGIN AGE ENCRYPTED FILE-----\n", "as text"},
		{"cut within the first word", "age-encry", "too early"}, {"a first line alone", "age-encryption.org/v1\n", "damaged"},
		{"to a key", "age-encryption.org/v1\n-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\nEmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n--- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0\n", ""},
	} {
		_, err := opened([]byte(c.begins), phrase)
		if text := refusal(t, err); !strings.Contains(text, c.says) {
			t.Errorf("%s: %q", c.name, text)
		}
	}
}

func TestADamagedPackIsRefusedWhereverItIsDamaged(t *testing.T) {
	file := sealedBytes(t, small())
	for n := range len(file) {
		if _, err := opened(file[:n], phrase); err == nil {
			t.Fatalf("cut to %d bytes it opens", n)
		} else {
			refusal(t, err)
		}
		flipped := slices.Clone(file)
		flipped[n] ^= 0x10
		if _, err := opened(flipped, phrase); err == nil {
			t.Fatalf("with byte %d changed it opens", n)
		} else {
			refusal(t, err)
		}
	}
}

// lines is what stands inside a pack, made by hand.
func lines(t testing.TB, text ...string) io.Reader {
	t.Helper()
	var file bytes.Buffer
	out := gzip.NewWriter(&file)
	if _, err := out.Write([]byte(strings.Join(text, "\n") + "\n")); err != nil {
		t.Fatal(err)
	}
	out.Close()
	return &file
}

const head = `{"schema":"kettle-pack/1","made":"2026-11-24T08:50","by":"","caseload":"c","counts":{"family":1}}`

func TestNothingInsideAPackIsBelieved(t *testing.T) {
	family := func(more string) string { return `{"table":"family","uid":"f",` + more + `}` }
	for _, c := range []struct {
		name, says string
		lines      []string
	}{
		{"no header", "damaged", nil},
		{"another form", "newer", []string{strings.Replace(head, "pack/1", "pack/2", 1)}},
		{"another program", "no Kettle", []string{strings.Replace(head, "kettle-pack/1", "kettle-export/1", 1)}},
		{"no moment", "no Kettle", []string{strings.Replace(head, "2026-11-24T08:50", "soon", 1)}},
		{"a header with more", "newer", []string{strings.Replace(head, `"by"`, `"more":1,"by"`, 1)}},
		{"fewer than promised", "damaged", []string{head}},
		{"a new table", "newer", []string{head, `{"table":"setting","uid":"f"}`}},
		{"the history", "newer", []string{head, `{"table":"change_log","uid":"f"}`}},
		{"a new column", "newer", []string{head, family(`"values":{"name":"A","debrief":"x"}`)}},
		{"a new part", "newer", []string{head, family(`"values":{"name":"A"},"parts":[{"table":"draft"}]`)}},
		{"no name", "no Kettle", []string{head, family(`"values":{}`)}},
		{"no uid", "no Kettle", []string{head, `{"table":"family","uid":"","values":{"name":"A"}}`}},
		{"a uid that is no name", "no Kettle", []string{head, `{"table":"family","uid":"\u001b[2J","values":{"name":"A"}}`}},
		{"a number that is none", "no Kettle", []string{head, family(`"values":{"name":"A","checkin_every":"1; DROP"}`)}},
		{"a number too large", "no Kettle", []string{head, family(`"values":{"name":"A","checkin_every":"99999999999"}`)}},
		{"a flag that is none", "no Kettle", []string{head, family(`"values":{"name":"A","name_by_hand":"7"}`)}},
		{"a value of another kind", "damaged", []string{head, family(`"values":{"name":7}`)}},
		{"more behind a record", "damaged", []string{head, family(`"values":{"name":"A"}`) + `{"table":"family"}`}},
		{"NUL", "no Kettle", []string{head, family(`"values":{"name":"A\u0000"}`)}},
		{"nothing but an escape sequence", "no Kettle", []string{head, family(`"values":{"name":"\u001b]0;x\u0007"}`)}},
		{"twice", "no Kettle", []string{head, family(`"values":{"name":"A"}`), family(`"values":{"name":"A"}`)}},
		{"out of order", "no Kettle", []string{head, family(`"values":{"name":"A"}`), `{"table":"professional","uid":"x","values":{"name":"Dr Ito"}}`}},
		{"a child of nobody", "no Kettle", []string{head, family(`"values":{"name":"A"}`), `{"table":"pupil","uid":"p","values":{"roll":"on roll"}}`}},
		{"an answer to no time", "no Kettle", []string{head, family(`"values":{"name":"A"}`),
			`{"table":"meeting","uid":"m","values":{"kind":"other","status":"planned"},"refs":{"family_id":"f"},"parts":[{"table":"time_answer","values":{"answer":"yes"},"refs":{"option_id":"#7","person_id":"#0"}}]}`}},
		{"no end to a line", "more than any caseload", []string{head, `{"table":"family","uid":"` + strings.Repeat("x", mostLine) + `"}`}},
		{"a text too long", "more than any caseload", []string{head, family(`"values":{"name":"` + strings.Repeat("x", mostText+1) + `"}`)}},
	} {
		_, err := Read(context.Background(), lines(t, c.lines...))
		if text := refusal(t, err); !strings.Contains(text, c.says) {
			t.Errorf("%s: %q", c.name, text)
		}
	}
}

func TestTextsAreCleanedOnTheWayIn(t *testing.T) {
	pack, err := Read(context.Background(), lines(t, head, `{"table":"family","uid":"f","values":{"name":"A\u001b[31mb\u202Ec","notes":"one\r\ntwo"}}`))
	if err != nil || pack.Records[0].Values["name"] != "Abc" || pack.Records[0].Values["notes"] != "one\ntwo" {
		t.Errorf("%v, %v", pack.Records, err)
	}
}

// A small file that unpacks to a large one is given up early.
func TestABombIsGivenUpEarly(t *testing.T) {
	var bomb bytes.Buffer
	out := gzip.NewWriter(&bomb)
	zeros := make([]byte, 1<<20)
	for range 64 {
		out.Write(zeros)
	}
	out.Close()
	left := bytes.NewReader(bomb.Bytes())
	if _, err := Read(context.Background(), left); !strings.Contains(refusal(t, err), "more than any caseload") {
		t.Error(err)
	}
	if left.Len() < bomb.Len()/2 {
		t.Errorf("it read on: %d of %d bytes were left", left.Len(), bomb.Len())
	}
}

// A pack in which each of many meetings follows another needs no more of the stack than one of as many that do
// not: a program whose stack is full ends at once.
func TestMeetingsThatFollowOneAnotherAreTakenInOneByOne(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(256 << 10))
	const many = 20_000
	p := Pack{Records: []Record{{Table: Families, UID: "f", Values: map[string]string{"name": "Okafor"}}}}
	for i := range many { // the last comes first
		p.Records = append(p.Records, Record{Table: Meetings, UID: fmt.Sprint("m", many-i), Values: map[string]string{"kind": "check-in", "status": "planned"},
			Refs: map[string]string{"family_id": "f", "after_id": fmt.Sprint("m", many-i-1)}})
	}
	plan := Meet(p, Here{}, Choices{})
	if len(plan.Changes) != 1+many || plan.Changes[1].UID != "m1" || plan.Changes[many].UID != fmt.Sprint("m", many) {
		t.Errorf("%d changes", len(plan.Changes))
	}
}

func TestPassphrases(t *testing.T) {
	all := strings.Fields(words)
	distinct := maps.Collect(func(yield func(string, bool) bool) {
		for _, w := range all {
			if !yield(w, true) {
				return
			}
		}
	})
	if len(distinct) < 1024 || len(distinct) != len(all) {
		t.Errorf("%d words, %d distinct", len(all), len(distinct))
	}
	for range 200 {
		if p := NewPassphrase(); Weak(p) != "" || len(strings.Fields(p)) != passphraseWords {
			t.Fatalf("%q is offered: %s", p, Weak(p))
		}
	}
	for _, weak := range []string{"", "   ", "kettle", "short one", "aaaaaaaaaaaaaaaaaaaa", "12345678901234567890", "password12345678", "qwertyuiopasdf", "abababababababab", "kettle kettle school 2026", "Password Password 1"} {
		if why := Weak(weak); why == "" || !strings.HasSuffix(why, ".") {
			t.Errorf("%q is taken (%q)", weak, why)
		}
	}
	for _, good := range []string{phrase, "correct horse battery", "Zoë likes 3 green owls"} {
		if why := Weak(good); why != "" {
			t.Errorf("%q is refused: %s", good, why)
		}
	}
}

func FuzzRead(f *testing.F) {
	var inside bytes.Buffer
	if err := small().Write(&inside); err != nil {
		f.Fatal(err)
	}
	unpacked, err := gzip.NewReader(&inside)
	if err != nil {
		f.Fatal(err)
	}
	plain, err := io.ReadAll(unpacked)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(plain)
	f.Add([]byte(head + "\n" + `{"table":"family","uid":"f","values":{"name":"A"}}`))
	f.Fuzz(func(t *testing.T, plain []byte) {
		pack, err := Read(context.Background(), lines(t, string(plain)))
		if err != nil {
			refusal(t, err)
			return
		}
		plan := Meet(pack, Here{Records: small().Records, Known: namesOf(small()), Staff: []string{"Ms Reed"}}, Choices{})
		for _, c := range plan.Changes {
			if c.Here == "" {
				t.Errorf("a change of nothing: %+v", c)
			}
		}
	})
}

func FuzzOpen(f *testing.F) {
	f.Add(sealedBytes(f, small()))
	f.Add([]byte("age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 1\n"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, err := opened(file, phrase); err != nil {
			refusal(t, err)
		}
	})
}

// namesOf are the names of all records of a pack, as a caseload knows its rows.
func namesOf(p Pack) map[string]map[string]string {
	known := map[string]map[string]string{}
	for _, r := range p.Records {
		if known[r.Table] == nil {
			known[r.Table] = map[string]string{}
		}
		known[r.Table][r.UID] = r.UID
	}
	return known
}
