package intake

import (
	"strings"

	"kettle/model"
)

// adultKey is the folded name of an adult: surname and forename, or the title where there is no
// forename. "" is a contact without a name (section 5).
func adultKey(v Values) string { return model.AdultNameKey(v[Title], v[Forename], v[Surname]) }

// onlyInitial reports whether the forename is no more than a letter, which is not a name.
func onlyInitial(v Values) bool { return model.OnlyInitial(v[Forename]) }

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
