package intake

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kettle/model"
)

// headings are the headings that are understood, normalised, by field (section 3). "s" behind a word
// stands for "(s)".
var headings = sync.OnceValue(func() map[string]Field { return byHeading(fieldHeadings) })

var fieldHeadings = map[Field]string{
	UPN:               "upn,unique pupil number,unique pupil no,upn number,current upn",
	OfficeID:          "id,adno,adm no,admission no,admission number,arbor id,person id,mis id,isams id,school id,sims id,external id",
	LegalSurname:      "legal surname,legal last name,legal family name",
	LegalForename:     "legal forename,legal forenames,legal first name,legal given name",
	Surname:           "surname,last name,lastname,family name,second name",
	PreferredSurname:  "preferred surname,preferred last name,chosen surname",
	Forename:          "forename,forenames,first name,firstname,given name,christian name",
	PreferredForename: "preferred forename,preferred first name,chosen forename",
	KnownAs:           "known as,nickname,preferred name,usual name,likes to be called",
	FullName:          "name,full name,names,display name",
	Born:              "dob,d o b,date of birth,birth date,birthdate,birthday",
	Year: "year,yr,year group,yr group,yeargroup,nc year,ncy,nc year actual,ncyearactual,national curriculum year,current nc year," +
		"curriculum year",
	Form: "reg,reg group,reg form,registration,registration group,registration form,registration class,form,form group,tutor," +
		"tutor group,tg,class,class name",
	SEN:      "sen,sen status,sen provision,sen code,sen stage,sen category,sen support,current sen status,send,send status",
	Language: "first language,home language,main language,language,language code,mother tongue,language spoken at home",
	Leaving:  "leaving date,date of leaving,leave date,date left,dol",
	OnRoll:   "enrolment status,enrollment status,on roll,roll status,status",
	Title:    "title,prefix",
	Relation: "relationship,relation,rel,relationship to pupil,relationship to student,relationship to child,relation to pupil," +
		"relation to student,relation to child,relationship type,relationship name,contact type",
	Priority:       "priority,order,call order,emergency priority,contact priority,contact order",
	Responsibility: "parental responsibility,has parental responsibility,pr,responsibility,responsible,legal guardian,parental resp",
	CourtOrder:     "court order,court orders,court order restricted access,restricted access,no contact order",
	LivesWith:      "lives with,lives with pupil,lives with student,lives with child,address as pupil,same address,same address as pupil",
	Mobile: "mobile,mob,mobile number,mobile phone,mobile telephone,mobile tel,mobile no,mobile phone number,mobile telephone number," +
		"mobile phone no,mobile tel no",
	WorkPhone: "work telephone,work phone,work tel,work number,daytime telephone,daytime phone,work phone number,work telephone number," +
		"work tel no,daytime number,daytime phone number,daytime telephone number",
	Telephone: "telephone,tel,tel no,phone,phone number,telephone number,home telephone,home phone,home tel,home number,landline," +
		"main telephone,main phone,contact number,contact no,contact phone,contact tel,telephone no,phone no,home phone number," +
		"home telephone number,home tel no,home no,main phone number,main telephone number",
	Email: "email,email address,email addresses,home email,primary email,main email,work email,personal email," +
		"home email address,primary email address,main email address,work email address,personal email address",
	Address:     "address,address block,full address,home address,postal address",
	HouseName:   "house name,house name number,flat,apartment,saon",
	HouseNumber: "house number,house no,paon",
	Street:      "street,road,street description",
	AddressLine: "address line 1,address 1,address line 2,address 2,address line 3,address 3,address line 4,address 4,district,locality,village",
	Town:        "town,city,town city,post town",
	County:      "county,administrative area",
	Postcode:    "postcode,post code,zip",
	NotImported: "gender,sex,ethnicity,fsm,pupil premium,religion,nationality,uln,house,middle name,middle names,salutation,note,notes," +
		"comment,comments,former upn",
}

func byHeading(table map[Field]string) map[string]Field {
	fields := map[string]Field{}
	for field, names := range table {
		for name := range strings.SplitSeq(names, ",") {
			fields[name] = field
		}
	}
	return fields
}

// owner is whose a heading says a column is. The zero value is not said.
type owner struct {
	pupil  bool
	word   string // "contact", "mother", "father", "emergency contact", "next of kin"
	number int    // "Parent 2": 2
}

// said reports whether the heading named an owner.
func (o owner) said() bool { return o.pupil || o.word != "" }

// owners are the words before a heading that say whose it is, longest first. Parents, carers and
// guardians are all just contacts.
var owners = []struct {
	words string
	owner owner
}{
	{"parent carer", owner{word: "contact"}}, {"parent guardian", owner{word: "contact"}}, {"primary guardian", owner{word: "contact"}},
	{"emergency contact", owner{word: "emergency contact"}}, {"next of kin", owner{word: "next of kin"}},
	{"student", owner{pupil: true}}, {"pupil", owner{pupil: true}}, {"child", owner{pupil: true}}, {"learner", owner{pupil: true}},
	{"contact", owner{word: "contact"}}, {"guardian", owner{word: "contact"}}, {"parent", owner{word: "contact"}},
	{"carer", owner{word: "contact"}}, {"adult", owner{word: "contact"}},
	{"mother", owner{word: "mother"}}, {"mum", owner{word: "mother"}}, {"father", owner{word: "father"}}, {"dad", owner{word: "father"}},
}

// meaning is what one heading says: a field and whose it is. Field "" is unknown.
type meaning struct {
	field Field
	owner owner
	text  string // the heading normalised, without its owner
	count int    // the number behind it, where it may count telephones or contacts: "contact phone 2"
}

// understand looks a heading up. What stands in brackets behind it is read as if it stood before, where
// that is a heading: "Phone (work)", "Mobile (Mum)"; otherwise only hints on how to fill the column in may
// stand there, for "Name (GP)" is nobody's.
func understand(heading string) meaning {
	heading, _ = model.Clean(heading)
	heading = unwrap(joinFields(heading))
	m := understandWords(normalHeading(heading))
	outer, inner, ok := strings.Cut(strings.TrimSuffix(heading, ")"), "(")
	if m.field != "" || !ok || !strings.HasSuffix(heading, ")") {
		return m
	}
	if m = understandWords(normalHeading(inner + " " + outer)); m.field == "" && headingHints[normalHeading(inner)] {
		m = understandWords(normalHeading(outer))
	}
	return m
}

var headingHints = wordSet("dd mm yyyy", "dd mm yy", "yyyy mm dd", "y n", "yes no", "optional", "if known", "if any", "n k e", "uk")

// understandWords looks a normalised heading up. One that is in the table as it stands is taken so;
// otherwise its owner is taken off, and what remains is looked up. An owner alone is a full name.
func understandWords(text string) meaning {
	if text == "" {
		return meaning{}
	}
	if field, ok := headings()[text]; ok {
		return meaning{field: field, text: text}
	}
	o, rest := takeOwner(text)
	if o.said() && rest == "" {
		return meaning{field: FullName, owner: o}
	}
	if field, ok := headingOf(o, rest); ok {
		return meaning{field: field, owner: o, text: rest}
	}
	return understandNumbered(o, rest)
}

// headingOf looks up what remains of a contact's heading, where "number" is a telephone, and "emergency
// contact" the place in the order of ringing.
func headingOf(o owner, rest string) (Field, bool) {
	if o.word != "" {
		switch rest {
		case "number", "no":
			return Telephone, true
		case "emergency contact":
			return Priority, true
		}
	}
	field, ok := headings()[rest]
	return field, ok
}

// understandNumbered reads "email 2" and "contact name 2": the number counts the contacts, or the
// e-mails and telephones of one.
func understandNumbered(o owner, rest string) meaning {
	at := strings.LastIndexByte(rest, ' ')
	if at < 0 {
		return meaning{}
	}
	number := smallNumber(rest[at+1:])
	field, ok := headingOf(o, rest[:at])
	m := meaning{field: field, owner: o, text: rest[:at]}
	switch {
	case !ok || number == 0:
		return meaning{}
	case repeats(field):
		m.count = number
		return m
	case o.word != "" && o.number == 0:
		m.owner.number = number
		return m
	case !o.said() && contactsOwn(field):
		m.owner = owner{word: "contact", number: number}
		return m
	}
	return meaning{}
}

var (
	headingMarks = strings.NewReplacer("(s)", "s", "’", "'", "‘", "'", "ʼ", "'", "`", "'")
	possessive   = pattern(`'s\b|'`)
)

// normalHeading brings a heading to the form of the table: "Parent1 E-mail" is "parent 1 email".
func normalHeading(s string) string {
	s = headingMarks.Replace(strings.ToLower(norm.NFKC.String(s)))
	if strings.Contains(s, "'") {
		s = possessive().ReplaceAllString(s, "")
	}
	var b strings.Builder
	var last rune
	for _, r := range s {
		letter, digit := unicode.IsLetter(r) || unicode.IsMark(r), unicode.IsDigit(r)
		if digit && unicode.IsLetter(last) || letter && unicode.IsDigit(last) {
			b.WriteByte(' ')
		}
		if letter || digit {
			b.WriteRune(r)
		} else {
			b.WriteByte(' ')
		}
		last = r
	}
	return strings.ReplaceAll(" "+strings.Join(strings.Fields(b.String()), " "), " e mail", " email")[1:]
}

// takeOwner takes the owner and its number off the beginning of a normalised heading.
func takeOwner(text string) (owner, string) {
	number, rest := takeOrdinal(text)
	for _, known := range owners {
		after, ok := strings.CutPrefix(rest+" ", known.words+" ")
		if !ok {
			after, ok = strings.CutPrefix(rest+" ", known.words+"s ")
		}
		if !ok {
			continue
		}
		after = strings.TrimSpace(after)
		o := known.owner
		if first, others, _ := strings.Cut(after, " "); number == 0 && smallNumber(first) > 0 {
			number, after = smallNumber(first), others
		}
		o.number = number
		return o, after
	}
	return owner{}, text
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3}

// takeOrdinal takes "1 st ", "2 nd ", "3 rd " or such a word off the beginning.
func takeOrdinal(text string) (int, string) {
	number, rest, _ := strings.Cut(text, " ")
	if n := ordinals[number]; n > 0 {
		return n, rest
	}
	ending, rest, ok := strings.Cut(rest, " ")
	n := smallNumber(number)
	if ok && n > 0 && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
		return n, rest
	}
	return 0, text
}

// smallNumber is a number of one or two digits, 0 for anything else.
func smallNumber(s string) int {
	if len(s) == 0 || len(s) > 2 {
		return 0
	}
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}
