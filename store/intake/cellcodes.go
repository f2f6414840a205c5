package intake

import (
	"strings"

	"kettle/model"
)

// yearWords are year groups that are not a number, in small letters without spaces.
var yearWords = map[string]string{
	"n1": "N1", "nursery1": "N1", "n2": "N2", "nursery": "N2", "nursery2": "N2", "f1": "N2", "fs1": "N2",
	"r": "R", "reception": "R", "yr": "R", "yrr": "R", "yearr": "R", "f2": "R", "fs2": "R", "x": "X", "yearx": "X", "yrx": "X",
}

var yearNumber = pattern(`^(?:year|yr\.?|y|ncy|ncyear)?0*(\d{1,2})$`)

// yearGroup is a year group as the caseload writes it: N1, N2, R, X or 1 to 14 (section 4).
func yearGroup(s string) (string, bool) {
	key := strings.ReplaceAll(strings.ToLower(s), " ", "")
	if year, ok := yearWords[key]; ok {
		return year, true
	}
	m := yearNumber().FindStringSubmatch(key)
	switch {
	case m == nil:
		return "", false
	case m[1] == "0":
		return "R", true
	}
	return m[1], model.YearGroup(m[1]).Valid()
}

// senWords are SEN statuses, folded; those of senOld are no longer in use and read as what followed.
var (
	senWords = foldedSet(map[string]string{
		"N": "n,no,no sen,no special educational need,no special educational needs,no special educational provision,no sen provision,monitoring",
		"K": "k,sen,sen support,special educational needs support,special educational need support,support",
		"E": "e,ehc,ehc plan,ehcp,education health and care plan,education health care plan,education and health care plan",
	})
	senOld = foldedSet(map[string]string{
		"K": "a,p,school action,school action plus,school action +,sa,sa+",
		"E": "s,statement,statemented,statement of special educational needs,statement of sen",
	})
)

func foldedSet(table map[string]string) map[string]string {
	set := map[string]string{}
	for code, words := range table {
		for word := range strings.SplitSeq(words, ",") {
			set[model.Fold(word)] = code
		}
	}
	return set
}

var codeAndWords = pattern(`^([A-Za-z])\s*[-–:=]\s*(.+)$`)

// senStatus is the code of an SEN status in letters, words or both ("E - EHC plan"); old says that the
// code is no longer in use (section 4).
func senStatus(s string) (code string, old, ok bool) {
	if m := codeAndWords().FindStringSubmatch(s); m != nil {
		if code, old, ok = senStatus(m[1]); ok {
			return code, old, ok
		}
	}
	key := model.Fold(s)
	if code, ok = senWords[key]; ok {
		return code, false, true
	}
	code, ok = senOld[key]
	return code, ok, ok
}

// yesNo is an answer; anything that is neither is not known, and never "no".
func yesNo(s string) model.YesNo {
	switch strings.ToLower(s) {
	case "y", "yes", "true", "t", "1", "x", "tick", "ticked", "✓", "✔":
		return model.Yes
	case "n", "no", "false", "f", "0":
		return model.No
	}
	return model.NotKnown
}

// courtOrder is yes, too, for words that are no plain answer, such as "see file" or "No contact": whoever
// wrote them did not mean that there is no order.
func courtOrder(s string) model.YesNo {
	if answer := yesNo(s); answer != model.NotKnown || s == "" {
		return answer
	}
	switch strings.Trim(strings.ToLower(s), " .") {
	case "no order", "no orders", "no court order", "no court orders", "none known", "none in place", "no order in place", "no court order in place",
		"no restriction", "no restrictions", "not applicable", "not restricted":
		return model.No
	}
	return model.Yes
}

// hasLeft reads an enrolment status.
func hasLeft(s string) bool {
	switch model.Fold(s) {
	case "leaver", "left", "former", "formerpupil", "formerstudent", "offroll", "no", "n", "false", "0":
		return true
	}
	return false
}

// languages are the set letters of common languages, in plain English.
var languages = map[string]string{
	"ENG": "English", "ENB": "English", "POL": "Polish", "URD": "Urdu", "BEN": "Bengali", "SOM": "Somali", "ARA": "Arabic",
	"UKR": "Ukrainian", "PNJ": "Panjabi", "CYM": "Welsh",
}

func language(s string) string {
	if name, ok := languages[strings.ToUpper(s)]; ok {
		return name
	}
	return s
}

// priority is a place in the order of ringing, "" when the cell says none.
func priority(s string) string {
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	n := smallNumber(strings.TrimLeft(s[:end], "0"))
	if n == 0 {
		return ""
	}
	return strings.TrimLeft(s[:end], "0")
}
