package intake

// pupilsOwn are the fields that are the pupil's unless the heading says otherwise (section 3).
func pupilsOwn(f Field) bool {
	switch f {
	case UPN, LegalSurname, LegalForename, KnownAs, Born, Year, Form, SEN, Leaving, OnRoll:
		return true
	}
	return false
}

// onlyPupils are the fields that no contact can have, whatever a heading says.
func onlyPupils(f Field) bool {
	switch f {
	case UPN, Born, Year, Form, SEN, Leaving, OnRoll:
		return true
	}
	return false
}

// contactsOwn are the fields that only a contact has.
func contactsOwn(f Field) bool {
	switch f {
	case Title, Relation, Priority, Responsibility, CourtOrder, LivesWith:
		return true
	}
	return false
}

// repeats are the fields that one person may have several columns of.
func repeats(f Field) bool {
	switch f {
	case Mobile, WorkPhone, Telephone, Email, AddressLine, NotImported:
		return true
	}
	return false
}

// hasLines are the columns in which a line break parts what stands before it from what follows.
func hasLines(f Field) bool {
	switch f {
	case Address, Mobile, WorkPhone, Telephone:
		return true
	}
	return false
}

// nameParts are the parts of a name that a column gives.
func nameParts(f Field) []Field {
	switch f {
	case FullName:
		return []Field{Surname, Forename}
	case Surname, PreferredSurname, LegalSurname:
		return []Field{Surname}
	case Forename, PreferredForename, LegalForename:
		return []Field{Forename}
	}
	return nil
}

// isName are the columns whose text may be "Null" or "Na", because people are called so (section 4).
func isName(f Field) bool { return len(nameParts(f)) > 0 || f == KnownAs }

// mayNotBeFormula are the columns in which a text that a spreadsheet would evaluate is blanked.
func mayNotBeFormula(f Field) bool {
	return isName(f) || f == Title || f == Relation || f == UPN || f == Email
}

// tellsPupils are the columns that say which pupil a row is about; when all are blank, the row
// belongs to the pupil above (section 2).
func tellsPupils(f Field) bool {
	return len(nameParts(f)) > 0 || f == KnownAs || f == UPN || f == Born || f == Year || f == Form
}
