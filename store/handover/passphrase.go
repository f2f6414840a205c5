package handover

import (
	"crypto/rand"
	_ "embed"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words are short plain words that sound like no other, for passphrases.
//
//go:embed words.txt
var words string

// passphraseWords is how many there are in a passphrase by chance: at a second for each try, guessing takes
// longer than anybody lives.
const passphraseWords = 5

// NewPassphrase is a passphrase by chance.
func NewPassphrase() string {
	all := strings.Fields(words)
	chosen := make([]string, passphraseWords)
	for i := range chosen {
		chosen[i] = all[below(len(all))]
	}
	return strings.Join(chosen, " ")
}

// below is a number by chance from 0 to n-1, each as likely as any other.
func below(n int) int {
	most := uint64(1<<32) / uint64(n) * uint64(n)
	for {
		var b [4]byte
		rand.Read(b[:])
		if x := uint64(binary.LittleEndian.Uint32(b[:])); x < most {
			return int(x % uint64(n))
		}
	}
}

// A passphrase that is no shorter, and has no fewer different letters, is taken.
const (
	leastLetters   = 14
	leastDifferent = 7
)

// commonRuns are what people type when a program asks for much.
const commonRuns = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiopasdfghjklzxcvbnm 09876543210 zyxwvutsrqponmlkjihgfedcba"

// Weak is why a passphrase would not keep a pack shut, "" for one that does.
func Weak(passphrase string) string {
	said := strings.ToLower(sayable(passphrase))
	const better = ": take five words that have nothing to do with one another, or the one that Kettle offers."
	switch {
	case said == "":
		return "A pack goes only under a passphrase" + better
	case utf8.RuneCountInString(said) < leastLetters:
		return "That passphrase is too short to keep a pack shut" + better
	case different(said) < leastDifferent:
		return "That passphrase repeats itself and is soon guessed" + better
	case !strings.ContainsFunc(said, unicode.IsLetter):
		return "That passphrase is a number, which a computer tries out in no time" + better
	case mostlyCommon(said):
		return "That passphrase is one that is tried first" + better
	}
	return ""
}

func different(text string) int {
	seen := map[rune]bool{}
	for _, r := range text {
		seen[r] = true
	}
	return len(seen)
}

// mostlyCommon reports whether little is left without runs of the keyboard, years, and words everybody takes.
func mostlyCommon(text string) bool {
	for _, common := range []string{"passphrase", "password", "passwort", "kettle", "school", "welcome", "letmein", "secret", "admin", "senco", "hand-over", "handover"} {
		text = strings.ReplaceAll(text, common, "")
	}
	left := 0
	all := []rune(text)
	for i := 0; i < len(all); {
		n := 0
		for i+n < len(all) && strings.Contains(commonRuns, string(all[i:i+n+1])) {
			n++
		}
		if n < 4 {
			n = 1
			if all[i] != ' ' {
				left++
			}
		}
		i += n
	}
	return left < leastLetters/2
}
