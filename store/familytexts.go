package store

import (
	"bytes"
	"hash/maphash"
	"slices"
	"strings"
)

// familyTexts are the folded texts that some hundred families are found by. Most names, classes,
// languages and postcodes are those of several families, so each word is held once and a family as the
// numbers of its words: that takes a third of the room.
type familyTexts struct {
	ids   []int64
	words []byte   // each before a space; their numbers count from 1
	runs  []uint16 // the numbers of each family's words, then 0
	count int      // of the words
}

// twoParts marks a number that did not fit into one part of a run.
const twoParts = 1 << 15

// that says of each family whether the filter finds it.
func (t *familyTexts) that(wanted filter) []bool {
	fits := slices.Repeat([]bool{true}, len(t.ids))
	for _, word := range wanted.words {
		both(fits, t.with(word))
	}
	for _, run := range wanted.numbers {
		apart := t.with(run[0])
		for _, word := range run[1:] {
			both(apart, t.with(word))
		}
		for i, together := range t.with(strings.Join(run, "")) {
			fits[i] = fits[i] && (apart[i] || together)
		}
	}
	return fits
}

// both leaves of fits what is in other, too.
func both(fits, other []bool) {
	for i := range fits {
		fits[i] = fits[i] && other[i]
	}
}

// with says of each family whether one of its words has this part, which has no space.
func (t *familyTexts) with(part string) []bool {
	fits := make([]bool, 0, len(t.ids))
	found := t.wordsWith([]byte(part))
	if found == nil {
		return fits[:len(t.ids)]
	}
	had := byte(0)
	for i := 0; i < len(t.runs); i++ {
		number := int(t.runs[i])
		if number == 0 {
			fits, had = append(fits, had != 0), 0
			continue
		}
		if number >= twoParts {
			i++
			number = (number-twoParts)*twoParts + int(t.runs[i])
		}
		had |= found[number]
	}
	return fits
}

// wordsWith says of the number of each word whether it has this part, 1 or 0; nil is none.
func (t *familyTexts) wordsWith(part []byte) (found []byte) {
	number := 1
	for rest := t.words; ; {
		at := bytes.Index(rest, part)
		if at < 0 {
			return found
		}
		if found == nil {
			found = make([]byte, t.count+1)
		}
		number += bytes.Count(rest[:at], []byte(" "))
		found[number] = 1
		rest = rest[at:]
		rest = rest[bytes.IndexByte(rest, ' '):]
	}
}

// textReading numbers the words while texts are read, in places that serve all texts: what grows and
// is thrown away on the way would stay with the process.
type textReading struct {
	familyTexts
	seed   maphash.Seed
	newest [1 << 12]uint32 // word of each hash, by number
	known  []knownWord     // by number
	split  []string        // the words of the text at hand
}

type knownWord struct {
	start  uint32 // in words
	before uint32 // the number of the word before it that has its hash, 0 for none
}

// begin forgets what was read.
func (r *textReading) begin() {
	r.ids, r.words, r.runs, r.count = r.ids[:0], r.words[:0], r.runs[:0], 0
	clear(r.newest[:])
	r.known = append(r.known[:0], knownWord{})
}

// read are the texts that were read, in as much room as they need.
func (r *textReading) read() familyTexts {
	return familyTexts{slices.Clone(r.ids), slices.Clone(r.words), slices.Clone(r.runs), r.count}
}

func (r *textReading) add(id int64, text string) {
	r.ids = append(r.ids, id)
	r.split = r.split[:0]
	for word := range strings.SplitSeq(text, " ") {
		r.split = append(r.split, word)
	}
	for i, word := range r.split {
		if heldNearby(r.split, i) {
			continue
		}
		number := r.number(word)
		if number >= twoParts {
			r.runs = append(r.runs, uint16(twoParts+number/twoParts))
		}
		r.runs = append(r.runs, uint16(number%twoParts))
	}
	r.runs = append(r.runs, 0)
}

// heldNearby reports whether the word is a part of one of the two before or behind it, which is found
// wherever this one would be: "zz40" and "5pl" before "zz405pl", "4" behind "y4".
func heldNearby(words []string, i int) bool {
	for j := max(i-2, 0); j < min(i+3, len(words)); j++ {
		if longer := len(words[j]) > len(words[i]) || len(words[j]) == len(words[i]) && j < i; longer && strings.Contains(words[j], words[i]) {
			return true
		}
	}
	return false
}

// number is that of a word, which gets the next one when it is new.
func (r *textReading) number(word string) int {
	newest := &r.newest[maphash.String(r.seed, word)%uint64(len(r.newest))]
	for number := *newest; number != 0; number = r.known[number].before {
		known, _, _ := bytes.Cut(r.words[r.known[number].start:], []byte(" "))
		if string(known) == word {
			return int(number)
		}
	}
	r.known = append(r.known, knownWord{uint32(len(r.words)), *newest})
	r.words = append(append(r.words, word...), ' ')
	r.count++
	*newest = uint32(r.count)
	return r.count
}
