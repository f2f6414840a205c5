package intake

// Field names what a column holds and what a person or link carries. The first group are the fields
// of the caseload, under the names of sections 3 and 9; the second only occur as columns.
type Field string

// Fields of pupils, adults and links. Values are text: Born is "yyyy-mm-dd"; OnRoll and CourtOrder
// are "yes" or "no"; Responsibility and LivesWith "yes", "no" or "" for not known; Priority is a
// number; Relation is one of model.Relationships.
const (
	Surname       Field = "surname"
	Forename      Field = "forename"
	KnownAs       Field = "known_as"
	LegalSurname  Field = "legal_surname"
	LegalForename Field = "legal_forename"
	Born          Field = "dob"
	UPN           Field = "upn"
	UPNUnverified Field = "upn_unverified"
	Year          Field = "year"
	Form          Field = "reg"
	SEN           Field = "sen"
	Language      Field = "language"
	Address       Field = "address"
	Postcode      Field = "postcode"
	OnRoll        Field = "on_roll"
	OfficeID      Field = "office_id"
	Title         Field = "title"

	Relation       Field = "relationship"
	RelationText   Field = "relationship_text"
	Priority       Field = "priority"
	Responsibility Field = "parental_responsibility"
	CourtOrder     Field = "court_order"
	LivesWith      Field = "lives_with"

	// Phones and Emails stand in Values only as last imported, in the form of PhoneSet and EmailSet.
	Phones Field = "phones"
	Emails Field = "emails"
)

// Fields that are only columns: several of them make one field of a person.
const (
	FullName          Field = "full_name"
	PreferredSurname  Field = "preferred_surname"
	PreferredForename Field = "preferred_forename"
	Leaving           Field = "leaving_date"
	HouseName         Field = "house_name"
	HouseNumber       Field = "house_number"
	Street            Field = "street"
	AddressLine       Field = "address_line"
	Town              Field = "town"
	County            Field = "county"
	Mobile            Field = "mobile"
	WorkPhone         Field = "work_phone"
	Telephone         Field = "telephone"
	Email             Field = "email"
	NotImported       Field = "not_imported" // known, and left where it is
)

// Values are fields of one pupil, adult or link by name. A blank is left out.
type Values map[Field]string

// put keeps a value unless it is blank or the field has one already.
func (v Values) put(f Field, value string) {
	if value != "" && v[f] == "" {
		v[f] = value
	}
}

// pupilFields, adultFields and linkFields are the office's fields of each kind, in the order in which
// changes are listed (section 6).
var (
	pupilFields = []Field{UPN, UPNUnverified, OfficeID, Surname, Forename, KnownAs, LegalSurname, LegalForename, Born, Year, Form, SEN, Language, Address, Postcode, OnRoll}
	adultFields = []Field{OfficeID, Title, Surname, Forename, KnownAs, Language, Address, Postcode}
	linkFields  = []Field{CourtOrder, Responsibility, Relation, RelationText, Priority, LivesWith}
)

// ColumnFields are the fields a column may be assigned to by hand, in the order in which they are
// offered, with the words for them.
var ColumnFields = []struct {
	Field Field
	Words string
}{
	{FullName, "full name"}, {Surname, "surname"}, {Forename, "forename"}, {PreferredSurname, "preferred surname"},
	{PreferredForename, "preferred forename"}, {LegalSurname, "legal surname"}, {LegalForename, "legal forename"},
	{KnownAs, "known as"}, {UPN, "UPN"}, {OfficeID, "office's number"}, {Born, "date of birth"}, {Year, "year group"},
	{Form, "form"}, {SEN, "SEN status"}, {Language, "language"}, {OnRoll, "on roll"}, {Leaving, "leaving date"},
	{Title, "title"}, {Relation, "relationship"}, {Priority, "priority"}, {Responsibility, "parental responsibility"},
	{CourtOrder, "court order"}, {LivesWith, "lives with"}, {Mobile, "mobile"}, {Telephone, "telephone"},
	{WorkPhone, "work telephone"}, {Email, "e-mail"}, {Address, "address"}, {HouseName, "house name or flat"},
	{HouseNumber, "house number"}, {Street, "street"}, {AddressLine, "address line"}, {Town, "town"}, {County, "county"},
	{Postcode, "postcode"}, {NotImported, "not imported"},
}

// known reports whether a column may hold the field.
func (f Field) known() bool {
	for _, c := range ColumnFields {
		if c.Field == f {
			return true
		}
	}
	return false
}

// Pupils reports whether the pupil of a row may have the field.
func (f Field) Pupils() bool { return Target{f, 0}.valid() }

// Contacts reports whether a contact of a row may have it.
func (f Field) Contacts() bool { return Target{f, 1}.valid() }

// Words are the field as a person reads it.
func (f Field) Words() string {
	for _, c := range ColumnFields {
		if c.Field == f {
			return c.Words
		}
	}
	switch f {
	case UPNUnverified:
		return "UPN with a wrong check letter"
	case RelationText:
		return "relationship as written"
	case Emails:
		return "e-mails"
	}
	return string(f)
}
