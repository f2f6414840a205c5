package model

import (
	"slices"
	"strings"
)

// Name is a person's name as a list gives it in one cell.
type Name struct {
	Title, Forename, Surname string
	KnownAs                  string // what stood in brackets or double quotes
	Joint                    bool   // two people in one: "Mr & Mrs Hill"
}

// Empty reports whether there is neither a forename nor a surname.
func (n Name) Empty() bool { return n.Forename == "" && n.Surname == "" }

// titles are the titles that are recognised before a name, folded, as they are written.
func titles() map[string]string {
	return map[string]string{
		"mr": "Mr", "mrs": "Mrs", "ms": "Ms", "miss": "Miss", "mx": "Mx", "dr": "Dr", "rev": "Rev", "revd": "Revd",
		"reverend": "Reverend", "prof": "Prof", "professor": "Professor", "doctor": "Doctor", "sir": "Sir", "lady": "Lady",
		"lord": "Lord", "dame": "Dame", "cllr": "Cllr",
	}
}

// particles are small words that belong to the surname after them, folded: "van der Berg", "Ó Dónaill".
var particles = []string{
	"van", "de", "der", "den", "von", "zu", "al", "el", "bin", "bint", "ibn", "ni", "nic", "o", "mac", "mc", "st", "di", "da",
	"la", "le", "du", "del", "della", "dos", "das", "ter", "ten",
}

var nickname = pattern(`\(([^()]*)\)|["“„«]([^"“”„«»]*)["”»]`)

// SplitName takes a name of one cell apart: "HILL, Ann" at the first comma, "Ms Ann van der Berg" by
// title and particles. A title with one word is a surname, one word alone a forename; a name in
// capitals is written as people write it (import.md section 4).
func SplitName(s string) Name {
	s, known := Nickname(s)
	n := Name{KnownAs: known}
	if surname, rest, ok := strings.Cut(s, ","); ok {
		var a, b []string
		a, n.Joint = n.takeTitles(surname)
		b, _ = n.takeTitles(strings.ReplaceAll(rest, ",", " "))
		n.Surname, n.Forename = strings.Join(a, " "), strings.Join(b, " ")
	} else {
		var words []string
		words, n.Joint = n.takeTitles(s)
		n.Forename, n.Surname = splitWords(words, n.Title != "")
	}
	n.Joint = n.Joint || JointTitle(n.Title) || slices.Contains(strings.Fields(n.Forename), "&")
	n.Surname, n.Forename = RecaseSurname(n.Surname), RecaseForename(n.Forename)
	return n
}

// Nickname takes what stands in brackets or double quotes off a name: "Eleni (Nell)".
func Nickname(s string) (rest, known string) {
	rest = nickname().ReplaceAllStringFunc(s, func(part string) string {
		if inner := strings.TrimSpace(strings.Trim(part, `()"“”„«»`)); inner != "" && known == "" {
			known = inner
		}
		return " "
	})
	return strings.Join(strings.Fields(rest), " "), known
}

// takeTitles moves the titles of s into n and returns the other words. Two titles are two people.
func (n *Name) takeTitles(s string) (words []string, joint bool) {
	for _, w := range strings.Fields(strings.ReplaceAll(s, "&", " & ")) {
		title, isTitle := titles()[Fold(w)]
		switch {
		case isTitle && n.Title == "" && len(words) == 0:
			n.Title = title
		case isTitle && joint:
			n.Title += " & " + title
		case w == "&" || strings.EqualFold(w, "and"):
			joint = true
			words = append(words, "&")
		default:
			words = append(words, w)
		}
	}
	return betweenNames(words), joint
}

// TakeTitles moves the titles before a forename or surname into n, unless nothing would be left, and
// answers the rest. "Tom & Ann" are two people.
func (n *Name) TakeTitles(s string) string {
	if !strings.ContainsAny(s, " &/.") {
		return s
	}
	taken := *n
	words, joint := taken.takeTitles(s)
	if len(words) == 0 && !joint || len(words) == len(strings.Fields(s)) && !joint {
		return s
	}
	taken.Joint = taken.Joint || joint || JointTitle(taken.Title)
	*n = taken
	return strings.Join(words, " ")
}

// betweenNames leaves an "&" only where it stands between two names.
func betweenNames(words []string) []string {
	for len(words) > 0 && words[0] == "&" {
		words = words[1:]
	}
	for len(words) > 0 && words[len(words)-1] == "&" {
		words = words[:len(words)-1]
	}
	return words
}

func splitWords(words []string, titled bool) (forename, surname string) {
	if len(words) < 2 {
		one := strings.Join(words, "")
		if titled {
			return "", one
		}
		return one, ""
	}
	at := len(words) - 1
	for i := 1; i < len(words)-1; i++ {
		if slices.Contains(particles, Fold(words[i])) {
			at = i
			break
		}
	}
	// After a title a particle may come first: "Mr van der Berg" has no forename.
	if titled && slices.Contains(particles, Fold(words[0])) {
		at = 0
	}
	return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
}

var titleMarks = strings.NewReplacer("&", " & ", "/", " & ", ".", " ")

// Title is a title as it is written: known ones without dots and in their usual case, others as they
// come. "Mr. and Mrs" becomes "Mr & Mrs".
func Title(s string) string {
	words := strings.Fields(titleMarks.Replace(s))
	for i, w := range words {
		if strings.EqualFold(w, "and") {
			words[i] = "&"
		} else if known, ok := titles()[Fold(w)]; ok {
			words[i] = known
		}
	}
	return strings.Join(words, " ")
}

// JointTitle reports whether a title is that of two people.
func JointTitle(title string) bool { return strings.Contains(title, "&") }
