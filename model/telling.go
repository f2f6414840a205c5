package model

// WorthTelling reports whether the family would like to hear that a promise is kept: of what was done
// for them, and not of a letter or a call that reached them by itself (practice 13).
func WorthTelling(kind FollowUpKind, whose Whose) bool {
	return whose != OfFamily && (kind == ActionPromised || kind == OtherFollowUp)
}
