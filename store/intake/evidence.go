package intake

import (
	"strings"
	"unicode/utf8"

	"kettle/model"
)

// adultKey is the folded name of an adult: surname and forename, or the title where there is no
// forename. "" is a contact without a name (section 5).
func adultKey(v Values) string {
	if v[Surname] == "" && v[Forename] == "" {
		return ""
	}
	if v[Forename] == "" {
		return "title " + model.Fold(v[Title]) + "|" + model.Fold(v[Surname])
	}
	return model.Fold(v[Forename]) + "|" + model.Fold(v[Surname])
}

// onlyInitial reports whether the forename is no more than letters that stand alone, which is not a name.
func onlyInitial(v Values) bool {
	parts := strings.FieldsFunc(v[Forename], func(r rune) bool { return r == ' ' || r == '.' })
	for _, part := range parts {
		if utf8.RuneCountInString(part) > 1 {
			return false
		}
	}
	return len(parts) > 0
}

// evidence are the ways to reach a person by which two of one name are seen to be one: address,
// telephones, e-mails, each with a letter before it that says which.
func evidence(v Values, phones []model.Phone, emails []string) []string {
	var found []string
	if key := model.AddressKey(v[Address], v[Postcode]); key != "" {
		found = append(found, "a"+key)
	}
	for _, p := range phones {
		found = append(found, "t"+strings.ReplaceAll(p.Number, " ", ""))
	}
	for _, email := range emails {
		found = append(found, "e"+strings.ToLower(email))
	}
	return found
}

// isMobile reports whether a piece of evidence is a mobile number.
func isMobile(piece string) bool { return strings.HasPrefix(piece, "t07") }
