package model_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"kettle/model"
)

func TestCleanTakesOutWhatATerminalWouldObey(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"colour", "Ann \x1b[31;1mHill\x1b[0m", "Ann Hill"},
		{"window title ended by a bell", "Ann\x1b]0;owned\x07 Hill", "Ann Hill"},
		{"window title ended by a string terminator", "Ann\x1b]2;owned\x1b\\ Hill", "Ann Hill"},
		{"8-bit sequence", "Ann\u009b31m Hill", "Ann Hill"},
		{"8-bit window title", "Ann\u009d0;owned\u009c Hill", "Ann Hill"},
		{"8-bit sequence as a stray byte", "Ann\x9b31m Hill", "Ann Hill"},
		{"device control string", "Ann\x1bPq#0\x1b\\ Hill", "Ann Hill"},
		{"character set", "Ann\x1b(B Hill", "Ann Hill"},
		{"reset", "Ann\x1bc Hill", "Ann Hill"},
		{"title without an end keeps the text", "Ann \x1b]Hill", "Ann Hill"},
		{"NUL and bell", "A\x00nn\x07", "Ann"},
		{"backspace", "Ann\b\b\bBob", "AnnBob"},
		{"direction override", "Ann \u202elliH", "Ann lliH"},
		{"isolates", "\u2066Ann\u2069", "Ann"},
		{"zero width", "A\u200bnn\ufeff \u2060Hill", "Ann Hill"},
		{"delete", "Ann\x7f", "Ann"},
	} {
		got, changed := model.Clean(c.in)
		if got != c.want || !changed {
			t.Errorf("%s: Clean(%q) = %q, %v; want %q, true", c.name, c.in, got, changed, c.want)
		}
	}
}

func TestCleanLeavesOrdinaryTextAlone(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "",
		"Siân Ní Dhomhnaill – 4B": "Siân Ní Dhomhnaill – 4B",
		"one\ntwo\tthree":         "one\ntwo\tthree",
		"one\r\ntwo\rthree":       "one\ntwo\nthree",
		"محمد Łukasz 王":           "محمد Łukasz 王",
	} {
		if got, changed := model.Clean(in); got != want || changed {
			t.Errorf("Clean(%q) = %q, %v; want %q, false", in, got, changed, want)
		}
	}
}

// Cleaning that looked to the end from each beginning would not end for hours.
func TestCleanReadsBeginningsWithoutAnEndOnce(t *testing.T) {
	got, _ := model.Clean(strings.Repeat("\x1b]0;", 200_000))
	if strings.ContainsRune(got, 0x1b) {
		t.Error("an escape character is left")
	}
}

func FuzzCleanLeavesNothingToObey(f *testing.F) {
	for _, s := range []string{"Ann", "\x1b[31m", "\x1b]0;x\x07", "\u009d", "\x9b1m", "a\x1b\x00[1m", "\x1b\x1b[["} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, _ := model.Clean(s)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is not valid text", got)
		}
		for _, r := range got {
			if unicode.IsControl(r) && r != '\n' && r != '\t' {
				t.Fatalf("%q holds %U", got, r)
			}
		}
		if again, changed := model.Clean(got); again != got || changed {
			t.Fatalf("cleaning %q again gives %q", got, again)
		}
	})
}
