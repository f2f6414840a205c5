package model

import "strings"

// DiffWord is a word of a text, with whether the text that it is compared with has none in its place.
type DiffWord struct {
	Text   string
	Only   bool
	Breaks bool // it begins a new line
}

// mostCompared is how many pairs of words are compared: a thousand words on either side.
const mostCompared = 1_000_000

// DiffWords compares two texts word by word. Without the words that only one of them has, both are the
// same. Texts that are longer than anybody tells are not compared in their middle.
func DiffWords(a, b string) (left, right []DiffWord) {
	left, right = diffWords(a), diffWords(b)
	l, r := left, right
	for len(l) > 0 && len(r) > 0 && l[0].Text == r[0].Text {
		l, r = l[1:], r[1:]
	}
	for len(l) > 0 && len(r) > 0 && l[len(l)-1].Text == r[len(r)-1].Text {
		l, r = l[:len(l)-1], r[:len(r)-1]
	}
	markOnly(l, r)
	return left, right
}

// diffWords are the words of a text, all as if the other had them.
func diffWords(text string) []DiffWord {
	var words []DiffWord
	for i, line := range strings.Split(text, "\n") {
		for at, word := range strings.Fields(line) {
			words = append(words, DiffWord{Text: word, Breaks: i > 0 && at == 0})
		}
	}
	return words
}

// markOnly marks the words that are not in the longest run, with gaps, that both have.
func markOnly(l, r []DiffWord) {
	i, j := 0, 0
	if len(l)*len(r) <= mostCompared {
		common := commonRuns(l, r)
		for i < len(l) && j < len(r) {
			switch {
			case l[i].Text == r[j].Text:
				i, j = i+1, j+1
			case common[i+1][j] >= common[i][j+1]:
				l[i].Only = true
				i++
			default:
				r[j].Only = true
				j++
			}
		}
	}
	for ; i < len(l); i++ {
		l[i].Only = true
	}
	for ; j < len(r); j++ {
		r[j].Only = true
	}
}

// commonRuns are the lengths of the longest run that what is left of both has, from each pair of words on.
func commonRuns(l, r []DiffWord) [][]int {
	longest := make([][]int, len(l)+1)
	longest[len(l)] = make([]int, len(r)+1)
	for i := len(l) - 1; i >= 0; i-- {
		longest[i] = make([]int, len(r)+1)
		for j := len(r) - 1; j >= 0; j-- {
			if l[i].Text == r[j].Text {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	return longest
}
