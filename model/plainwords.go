package model

import (
	"fmt"
	"strings"
	"unicode"
)

// Reading is how a letter reads (practice 20).
type Reading struct {
	Score         int // Flesch reading ease, 0 hard to 100 easy; 100 for no text
	LongSentences []LongSentence
	Words         []Jargon // the words to look at, each once, in the order of the text
}

// LongSentence is one that is hard to read at once, and where it stands.
type LongSentence struct {
	Text      string
	Words     int
	Paragraph int // from 1, the greeting not counted
}

// ReadingSource is where the number of the reading ease comes from.
const ReadingSource = "Flesch 1948"

// Jargon is a word of the trade with plain words for it.
type Jargon struct {
	Word  string
	Plain string
}

// longSentenceWords is the most words of a sentence that is read at once.
const longSentenceWords = 25

// ReadLetter reads a letter as a parent would: how easy it is, which sentences are long, and which
// words belong to the trade.
func ReadLetter(text string) Reading {
	var r Reading
	var words, syllables, sentences int
	var all []string
	for _, sentence := range sentencesOf(text) {
		own := readWords(sentence.Text)
		sentences++
		words += len(own)
		all = append(all, own...)
		for _, w := range own {
			syllables += syllablesOf(w)
		}
		if len(own) > longSentenceWords {
			sentence.Words = len(own)
			r.LongSentences = append(r.LongSentences, sentence)
		}
	}
	r.Score = readingEase(words, syllables, sentences)
	r.Words = jargonIn(all)
	return r
}

// Ease is the score in words.
func (r Reading) Ease() string {
	switch {
	case r.Score >= 80:
		return "very easy to read"
	case r.Score >= 65:
		return "easy to read"
	case r.Score >= 50:
		return "not so easy to read"
	}
	return "hard to read"
}

// Summary is how the letter reads in one line, in numbers with their source: "easy to read (72 of 100,
// Flesch 1948) · 2 words to look at · 1 long sentence".
func (r Reading) Summary() string {
	said := fmt.Sprintf("%s (%d of 100, %s)", r.Ease(), r.Score, ReadingSource)
	if n := len(r.Words); n > 0 {
		said += " · " + countOf(n, "word") + " to look at"
	}
	if n := len(r.LongSentences); n > 0 {
		said += " · " + countOf(n, "long sentence")
	}
	return said
}

// Place says where a long sentence stands and how long it is.
func (l LongSentence) Place() string {
	return fmt.Sprintf("%s in one sentence, paragraph %d", countOf(l.Words, "word"), l.Paragraph)
}

// readingEase is Flesch's formula of 1948 (A new readability yardstick, Journal of Applied Psychology
// 32), cut to 0 to 100.
func readingEase(words, syllables, sentences int) int {
	if words == 0 {
		return 100
	}
	perSentence := float64(words) / float64(sentences)
	perWord := float64(syllables) / float64(words)
	return max(0, min(100, int(206.835-1.015*perSentence-84.6*perWord+0.5)))
}

// sentencesOf cuts a text after a full stop, question mark, exclamation mark or colon with a space
// behind it, and at every line break.
func sentencesOf(text string) []LongSentence {
	var sentences []LongSentence
	paragraph, apart := 0, true
	for line := range strings.Lines(text) {
		runes := []rune(strings.TrimSpace(line))
		if apart = apart || len(runes) == 0; isFrame(string(runes)) {
			continue
		}
		if apart {
			paragraph, apart = paragraph+1, false
		}
		from := 0
		for i, r := range runes {
			last := i == len(runes)-1
			if last || strings.ContainsRune(".!?:", r) && unicode.IsSpace(runes[i+1]) {
				if sentence := strings.TrimSpace(string(runes[from : i+1])); len(readWords(sentence)) > 0 {
					sentences = append(sentences, LongSentence{Text: sentence, Paragraph: paragraph})
				}
				from = i + 1
			}
		}
	}
	return sentences
}

// frameWords is the most words of a line that greets or signs.
const frameWords = 3

// isFrame reports whether a line is a greeting, a sign-off, a name or a role, which are no sentences:
// "Dear Mrs Okafor,", "SENCO".
func isFrame(line string) bool {
	return !endsInAny(line, ".", "?", "!") && len(readWords(line)) <= frameWords
}

// readWords are the words of a text as they are read, numbers and times among them.
func readWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("'’-:", r)
	})
}

// syllablesOf counts groups of vowels, without a silent e at the end: right for nearly every English
// word, and near enough for a score. A number counts as one.
func syllablesOf(word string) int {
	w := strings.ToLower(strings.Trim(word, "'’-:"))
	n, inVowels := 0, false
	for _, r := range w {
		vowel := strings.ContainsRune("aeiouyáéíóúàèìòùäëïöüâêîôû", r)
		if vowel && !inVowels {
			n++
		}
		inVowels = vowel
	}
	silent := strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") || strings.HasSuffix(w, "es") && !endsInAny(w, "ses", "ces", "xes", "zes", "shes", "ches", "ges") ||
		strings.HasSuffix(w, "ed") && !endsInAny(w, "ted", "ded")
	if silent && n > 1 {
		n--
	}
	return max(n, 1)
}

// jargonIn are the rows of the table that stand in the text.
func jargonIn(words []string) []Jargon {
	var found []Jargon
	seen := map[string]bool{}
	for at := range words {
		row, length := jargonAt(words[at:])
		if length > 0 && !seen[row.Word] {
			seen[row.Word] = true
			found = append(found, Jargon{Word: strings.Join(words[at:at+length], " "), Plain: row.Plain})
		}
	}
	return found
}

// jargonAt is the longest row of the table that the words begin with, and how many words it takes.
func jargonAt(words []string) (row Jargon, length int) {
	for _, table := range [][]Jargon{SchoolTerms, OfficeWords} {
		for _, j := range table {
			own := strings.Fields(j.Word)
			if len(own) > length && len(own) <= len(words) && sameWords(own, words[:len(own)]) {
				row, length = j, len(own)
			}
		}
	}
	return row, length
}

// sameWords compares words, and takes a plural at the end for its singular. What has
// capitals is only found as it is written: an ep is no EP.
func sameWords(row, words []string) bool {
	for i, w := range words {
		w = strings.Trim(w, "'’-:")
		if row[i] == strings.ToLower(row[i]) {
			w = strings.ToLower(w)
		}
		plural := i == len(row)-1 && (w == row[i]+"s" || w == row[i]+"'s" || w == row[i]+"’s")
		if w != row[i] && !plural {
			return false
		}
	}
	return true
}
