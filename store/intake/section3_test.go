package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"kettle/store/intake"
)

// headingTable is the table of import.md section 3, each heading as an office writes it.
var headingTable = []struct {
	field    intake.Field
	block    int
	headings string
}{
	{intake.UPN, 0, "UPN|Unique Pupil Number|Unique pupil no.|UPN Number|Current UPN|Student UPN|Pupil's UPN"},
	{intake.OfficeID, 0, "ID|AdNo|Adm No|Admission No.|Admission Number|Arbor ID|Person ID|MIS ID|iSAMS ID|School ID|SIMS ID|External ID|Student ID"},
	{intake.LegalSurname, 0, "Legal Surname|Legal last name|Legal Family Name|Student legal surname"},
	{intake.LegalForename, 0, "Legal Forename|Legal Forename(s)|Legal forenames|Legal first name|Legal given name"},
	{intake.Surname, 0, "Surname|Last name|Lastname|LastName|Family name|Second name|Pupil Surname|Child's surname"},
	{intake.PreferredSurname, 0, "Preferred surname|Preferred last name|Chosen surname"},
	{intake.Forename, 0, "Forename|Forename(s)|Forenames|First name|Firstname|FIRST_NAME|Given name|Christian name|Learner forename"},
	{intake.PreferredForename, 0, "Preferred forename|Preferred first name|Chosen forename"},
	{intake.KnownAs, 0, "Known as|Nickname|Preferred name|Usual name|Likes to be called"},
	{intake.FullName, 0, "Name|Full name|Names|Child|Pupil|Student|Learner|Child's name|Pupil name"},
	{intake.Born, 0, "DOB|D.O.B.|D O B|Date of birth|Date  of\u00a0Birth|Birth date|Birthdate|Birthday|Student DOB|DOB (dd/mm/yyyy)"},
	{intake.Year, 0, "Year|Yr|Year group|Yr group|YearGroup|NC year|NCY|NC Year Actual|NCYearActual|National Curriculum Year|Current NC Year|Curriculum year"},
	{intake.Form, 0, "Reg|Reg group|Reg. Form|Registration|Registration group|Registration form|Registration class|Form|Form group|Tutor|Tutor group|TG|Class|Class name"},
	{intake.SEN, 0, "SEN|SEN status|SEN provision|SEN code|SEN stage|SEN category|SEN support|Current SEN status|SEND|SEND status"},
	{intake.Language, 0, "First language|Home language|Main language|Language|Language code|Mother tongue|Language spoken at home"},
	{intake.Leaving, 0, "Leaving date|Date of leaving|Leave date|Date left|DOL"},
	{intake.OnRoll, 0, "Enrolment status|Enrollment status|On roll|Roll status|Status"},
	{intake.Title, 1, "Title|Prefix|Contact Title|Parent 1 title"},
	{intake.Relation, 1, "Relationship|Relation|Rel|Relationship to pupil|Relationship to student|Relationship to child|Relation to pupil|Relation to student|" +
		"Relation to child|Relationship type|Relationship name|Contact type|Contact relationship|Parent 1 relationship to child"},
	{intake.Priority, 1, "Priority|Order|Call order|Emergency priority|Contact priority|Contact order|(Contact) Priority|Guardian 1 emergency contact"},
	{intake.Responsibility, 1, "Parental responsibility|Has parental responsibility|PR|Responsibility|Responsible|Legal guardian|Parental resp.|Parental Responsibility (Y/N)"},
	{intake.CourtOrder, 1, "Court order|Court Orders|Court Order(s)|Court Order Restricted Access|Restricted access|No contact order"},
	{intake.LivesWith, 1, "Lives with|Lives with pupil|Lives with student|Lives with child|Address as pupil|Same address|Same address as pupil"},
	{intake.Mobile, 0, "Mobile|Mob|Mob.|Mobile number|Mobile phone|Mobile telephone|Mobile tel|Mobile no.|Mobile Phone Number"},
	{intake.WorkPhone, 0, "Work telephone|Work phone|Work tel|Work number|Daytime telephone|Daytime phone|Phone (work)"},
	{intake.Telephone, 0, "Telephone|Tel|Phone|Tel no|Tel. No.|Phone number|Telephone number|Home telephone|Home phone|Home tel|Home number|Landline|Main telephone|" +
		"Main phone|Contact number|Contact no|Contact phone|Contact tel|Telephone (home)"},
	{intake.Email, 0, "Email|E-mail|E Mail|Email address|Email addresses|Email Address(es)|Home email|Primary email|Main email|Work email|Personal email|Home e-mail 2|Email 2|" +
		"Primary email address"},
	{intake.Address, 0, "Address|Address block|Full address|Home address|Postal address"},
	{intake.HouseName, 0, "House name|House name (number)|Flat|Apartment|SAON"},
	{intake.HouseNumber, 0, "House number|House no|PAON"},
	{intake.Street, 0, "Street|Road|Street description"},
	{intake.AddressLine, 0, "Address line 1|Address 1|Address line 2|Address 2|Address2|Address line 3|Address 4|District|Locality|Village"},
	{intake.Town, 0, "Town|City|Town/City|Post town"},
	{intake.County, 0, "County|Administrative area"},
	{intake.Postcode, 0, "Postcode|Post code|Zip|ZIP"},
	{intake.NotImported, 0, "Former UPN|Gender|Sex|Ethnicity|FSM|Pupil premium|Religion|Nationality|ULN|House|Middle names|Salutation|Notes|Comments"},
	{"", 0, "Shoe size|Name (GP)|Doctor's name|Allergies|Class teacher|Previous school|"},
	{intake.FullName, 1, "Mum|Dad|Mother|Father|Contact name|Parent/Carer|Parent / Guardian name|Carer 1|Adult 1 name|Next of kin|Emergency contact|1st contact|2nd Contact name|" +
		"3rd contact|First contact name|Primary guardian|Guardian 2 name|Guardian 2|Contact 1: Name|Name (Parent 1)"},
	{intake.Mobile, 1, "Mum's mobile|Mum’s mobile|Mums mobile|Parent1 Mobile|Parent 1 Mobile No|Mobile (Mum)|Father's Mobile|1st Contact mobile|Guardian 1 mobile phone"},
	{intake.Telephone, 1, "Mum's number|Contact 1 number|Emergency contact number|Next of kin telephone|Parent/Carer phone 2"},
	{intake.Surname, 1, "Contact Surname|Parent/Carer surname|Emergency Contact Surname"},
	{intake.OfficeID, 1, "Contact ID|Parent ID"},
}

func TestEveryHeadingOfTheTableIsUnderstood(t *testing.T) {
	for _, row := range headingTable {
		for heading := range strings.SplitSeq(row.headings, "|") {
			text := fmt.Sprintf("Display name,Form,DOB,\"%s\"\nAva Hill,4H,,x\n", heading)
			file, err := intake.Read("x.csv", []byte(text), intake.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := intake.Column{}
			if len(file.Columns) > 3 {
				got = file.Columns[3]
			}
			if got.Field != row.field || got.Block != row.block {
				t.Errorf("%q: block %d %q, want %d %q", heading, got.Block, got.Field, row.block, row.field)
			}
		}
	}
}

// Whose a column is, beside what columns_test.go says.
func TestWhoseColumnsAre(t *testing.T) {
	for _, c := range []struct{ name, headings, want string }{
		{"the published layout", "ID,Forename,Surname,Year,ID,(Contact) Priority,Relationship,Title,Forename,Surname,Telephone,Email",
			"0 office_id,0 forename,0 surname,0 year,1 office_id,1 priority,1 relationship,1 title,1 forename,1 surname,1 telephone,1 email"},
		{"names before the first contact column are the pupil's", "Name,Address,Email,Year,Relationship,Name,Address,Email",
			"0 full_name,0 address,0 email,0 year,1 relationship,1 full_name,1 address,1 email"},
		{"the pupil's own fields stay the pupil's", "Name,Mum,Mobile,DOB,Class,SEN,Email", "0 full_name,1 full_name,1 mobile,0 dob,0 reg,0 sen,1 email"},
		{"phones and e-mails repeat within one", "Name,Year,Contact name,Mobile,Mobile,Email,Email,Telephone",
			"0 full_name,0 year,1 full_name,1 mobile,1 mobile,1 email,1 email,1 telephone"},
		{"a single-valued field starts the next", "Name,Year,Contact name,Relationship,Mobile,Relationship,Name,Mobile",
			"0 full_name,0 year,1 full_name,1 relationship,1 mobile,2 relationship,2 full_name,2 mobile"},
		{"blocks without numbers", "Name,Year,Guardian name,Relationship,Emergency contact,Mobile phone,Guardian name,Relationship,Emergency contact,Mobile phone",
			"0 full_name,0 year,1 full_name,1 relationship,1 priority,1 mobile,2 full_name,2 relationship,2 priority,2 mobile"},
		{"address lines of two", "Name,Year,Relationship,Address line 1,Address line 2,Relationship,Address line 1,Address line 2",
			"0 full_name,0 year,1 relationship,1 address_line,1 address_line,2 relationship,2 address_line,2 address_line"},
		{"known as after the contact", "Name,Year,Contact name,Known as,Legal surname", "0 full_name,0 year,1 full_name,0 known_as,0 legal_surname"},
	} {
		file, err := intake.Read("x.csv", []byte(c.headings+"\na,b,c,d,e,f\n"), intake.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, column := range file.Columns {
			got = append(got, fmt.Sprint(column.Block, " ", column.Field))
		}
		if strings.Join(got, ",") != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, strings.Join(got, ","), c.want)
		}
	}
}

func TestPreferredNamesAreShownBeforePlainBeforeLegal(t *testing.T) {
	for _, c := range []struct{ cells, forename, surname, legal string }{
		{"Avie,Ava,Avanelle,Ash,Hill,Oak", "Avie", "Ash", "Avanelle Oak"}, {",Ava,Avanelle,,Hill,Oak", "Ava", "Hill", "Avanelle Oak"},
		{",,Avanelle,,,Oak", "Avanelle", "Oak", "Avanelle Oak"}, {"Avie,Ava,,,Hill,", "Avie", "Hill", "Ava Hill"},
	} {
		_, after := imported(t, "Preferred forename,Forename,Legal forename,Preferred surname,Surname,Legal surname,Year\n"+c.cells+",4\n", intake.Caseload{})
		v := after.Pupils[0].Now
		if v[intake.Forename] != c.forename || v[intake.Surname] != c.surname || v[intake.LegalForename]+" "+v[intake.LegalSurname] != c.legal {
			t.Errorf("%s: %v", c.cells, v)
		}
	}
}

func TestANicknameStandsBehindAnyForename(t *testing.T) {
	for cells, want := range map[string]string{",,Isabella (Izzy)": "Izzy", "Bella,,Isabella (Izzy)": "Izzy", "Isabella (Bella),,Isabella (Izzy)": "Bella", ",Isabella (Bella),Isabella": "Bella"} {
		_, after := imported(t, "Preferred forename,Forename,Legal forename,Surname,Year\n"+cells+",Hill,4\n", intake.Caseload{})
		if v := after.Pupils[0].Now; v[intake.KnownAs] != want || strings.Contains(v[intake.LegalForename]+v[intake.Forename], "(") {
			t.Errorf("%s: %v", cells, v)
		}
	}
}

func TestPrioritiesOfBlocksCountFromTheLeft(t *testing.T) {
	for text, want := range map[string]string{
		"Name,Year,Contact 1 name,Contact 2 name,Contact 3 name\nAva Hill,4,Ann Hill,Tom Hill,Jo Ash\n":            "1 2 3",
		"Name,Year,Guardian name,Mobile,Guardian name,Mobile\nAva Hill,4,Ann Hill,,Tom Hill,\n":                    "1 2",
		"Name,Year,Mum,Dad,Emergency contact 1,Emergency contact 2\nAva Hill,4,Ann Hill,Tom Hill,Jo Ash,Lee Oak\n": "  1 2",
		"Name,Year,Contact 1 name,Priority,Contact 2 name\nAva Hill,4,Ann Hill,3,Tom Hill\n":                       "3 ",
	} {
		_, after := imported(t, text, intake.Caseload{})
		var got []string
		for _, l := range after.Links {
			got = append(got, l.Now[intake.Priority])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: priorities %q, want %q", text, got, want)
		}
	}
}

func TestMumAndDadAreRelationshipsUnlessAColumnSaysOne(t *testing.T) {
	_, after := imported(t, "Name,Year,Mum,Mum relationship,Dad\nAva Hill,4,Ann Hill,Step mum,Tom Hill\nNoah Ash,4,Jo Ash,,\n", intake.Caseload{})
	if a, b, c := after.Links[0].Now, after.Links[1].Now, after.Links[2].Now; a[intake.Relation] != "stepmother" || b[intake.Relation] != "father" || c[intake.Relation] != "mother" {
		t.Errorf("%v %v %v", a, b, c)
	}
}
