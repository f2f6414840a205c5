package model

import (
	"regexp"
	"slices"
	"strings"
)

const postcodePattern = `([A-Za-z]{1,2}[0-9][A-Za-z0-9]?) ?([0-9][A-Za-z]{2})`

var (
	wholePostcode = pattern(`^` + postcodePattern + `$`)
	lastPostcode  = pattern(`(?:^|\s)` + postcodePattern + `[\s.]*$`)
	innerPostcode = pattern(`(?:^|\s)([A-Z]{1,2}[0-9][A-Z0-9]? )([0-9][A-Z]{2})\b`)
)

// Postcode is s as a postcode is written ("ZZ1 4DP"), and whether it has the form of one. What has
// not is only put in capitals.
func Postcode(s string) (postcode string, ok bool) {
	s = strings.ToUpper(strings.Join(strings.Fields(s), " "))
	if m := wholePostcode().FindStringSubmatch(s); m != nil {
		return m[1] + " " + m[2], true
	}
	return s, false
}

// SplitAddress brings an address of one or several lines into one, parts joined with ", ", and takes
// the postcode out: one that is a part of its own or stands at the end of one, or in capitals within.
func SplitAddress(s string) (address, postcode string) {
	var parts []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == ',' }) {
		part = strings.Join(strings.Fields(part), " ")
		if code, ok := Postcode(part); ok {
			postcode = code
		} else if part != "" {
			parts = append(parts, part)
		}
	}
	for _, form := range []func() *regexp.Regexp{lastPostcode, innerPostcode} {
		for i := len(parts) - 1; i >= 0 && postcode == ""; i-- {
			m := form().FindStringSubmatchIndex(parts[i])
			if m == nil {
				continue
			}
			postcode, _ = Postcode(parts[i][m[2]:m[3]] + parts[i][m[4]:m[5]])
			parts[i] = strings.TrimSpace(strings.TrimRight(parts[i][:m[0]], " .") + " " + strings.TrimLeft(parts[i][m[1]:], " ."))
		}
	}
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	return strings.Join(parts, ", "), postcode
}

// AddressKey is what two spellings of one address have in common: the postcode and the first number
// in the text; without a number, or without a postcode, the folded text. "" is no address to compare
// (import.md section 5).
func AddressKey(address, postcode string) string {
	if address == "" || withheld(Fold(address)) {
		return ""
	}
	if postcode == "" {
		return Fold(address)
	}
	if number := firstNumber(address); number != "" {
		return postcode + " " + number
	}
	return postcode + " " + Fold(address)
}

// withheld reports whether a folded text stands in place of an address that is not said: two who have it do
// not live together for that.
func withheld(folded string) bool {
	switch folded {
	case "confidential", "addressconfidential", "confidentialaddress", "withheld", "addresswithheld", "notdisclosed", "undisclosed", "donotdisclose",
		"nottobedisclosed", "private", "protected", "refuge", "homeless", "nofixedabode", "nofixedaddress", "nfa", "temporaryaccommodation", "tba":
		return true
	}
	return false
}

func firstNumber(s string) string {
	start := strings.IndexAny(s, "0123456789")
	if start < 0 {
		return ""
	}
	end := start
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	return s[start:end]
}
