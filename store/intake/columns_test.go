package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"kettle/store/intake"
)

func TestColumnsGoToThePupilAndTheContacts(t *testing.T) {
	for _, c := range []struct{ name, headings, want string }{
		{"the same heading for pupil and parent", "ID,Forename,Surname,ID,(Contact) Priority,Title,Forename,Surname,Year",
			"0 office_id,0 forename,0 surname,1 office_id,1 priority,1 title,1 forename,1 surname,0 year"},
		{"numbered blocks", "Name,DOB,Parent1 Name,Parent 1 E-mail,Parent 2 Name,Parent 2 E-mail,2nd Contact mobile",
			"0 full_name,0 dob,1 full_name,1 email,2 full_name,2 email,2 mobile"},
		{"number behind the heading", "Name,DOB,Contact Name 1,Contact Phone 1,Contact Name 2,Contact Phone 2", "0 full_name,0 dob,1 full_name,1 telephone,2 full_name,2 telephone"},
		{"Mum and Dad", "Child's name,Yr,Mum,Mum's mobile,Dad,Dad's e-mail,Email 2", "0 full_name,0 year,1 full_name,1 mobile,2 full_name,2 email,2 email"},
		{"the pupil last", "Contact name,Relationship,Phone,Pupil name,Pupil DOB,Home language", "1 full_name,1 relationship,1 telephone,0 full_name,0 dob,0 language"},
		{"the contact's telephone behind the pupil", "Contact name,Relationship,Pupil name,Pupil DOB,Year,Phone,Mobile,Email",
			"1 full_name,1 relationship,0 full_name,0 dob,0 year,1 telephone,1 mobile,1 email"},
		{"the pupil's telephone behind the contact's", "Contact name,Contact mobile,Contact email,Student name,Student DOB,Mobile,Email",
			"1 full_name,1 mobile,1 email,0 full_name,0 dob,0 mobile,0 email"},
		{"the pupil's name still missing", "Relationship,Priority,Forename,Surname,Title,Forename,Surname", "1 relationship,1 priority,0 forename,0 surname,1 title,1 forename,1 surname"},
		{"inner headings repeat", "Name,Year,Guardian 1 name,Relationship,Mobile,Guardian 2 name,Relationship,Mobile",
			"0 full_name,0 year,1 full_name,1 relationship,1 mobile,2 full_name,2 relationship,2 mobile"},
		{"blocks repeat without owners", "Forename(s),Surname,Year,Relationship,Telephone,Relationship,Telephone", "0 forename,0 surname,0 year,1 relationship,1 telephone,2 relationship,2 telephone"},
		{"an emergency contact of its own", "Name,Year,Mum,Emergency contact,Emergency contact phone", "0 full_name,0 year,1 full_name,2 full_name,2 telephone"},
		{"emergency contacts side by side", "Name,Year,Emergency contact,Phone,Emergency contact,Phone", "0 full_name,0 year,1 full_name,1 telephone,2 full_name,2 telephone"},
		{"known and unknown", "Name,Year,Form,Gender,Former UPN,Shoe size", "0 full_name,0 year,0 reg,0 not_imported,0 not_imported,0 "},
		{"mother tongue is a language", "Name,Year,Form,Mother tongue,Legal guardian", "0 full_name,0 year,0 reg,0 language,1 parental_responsibility"},
		{"no court order is asked for in words", "Name,Year,Parent/Carer name,Court Order Restricted Access", "0 full_name,0 year,1 full_name,1 court_order"},
	} {
		file, err := intake.Read("x.csv", []byte(c.headings+"\na,b,c,d\n"), intake.Options{})
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

func TestBlocksSideBySideHaveTheirPlaceAsPriority(t *testing.T) {
	_, after := imported(t, "Name,Year,Contact 1 name,Contact 2 name\nAva Hill,4,Ann Hill,Tom Hill\n", intake.Caseload{})
	if after.Links[0].Now[intake.Priority] != "1" || after.Links[1].Now[intake.Priority] != "2" {
		t.Errorf("%+v", after.Links)
	}
}

func TestMoreContactsThanAnybodyHasAreLeft(t *testing.T) {
	headings := "Name,Year"
	for i := range 60 {
		headings += fmt.Sprintf(",Contact %d name", i+1)
	}
	file, err := intake.Read("x.csv", []byte(headings+"\nAva Hill,4"+strings.Repeat(",Ann", 60)+"\n"), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(intake.Parse(file, today).Records[0].Contacts); n != 20 || file.Columns[61].Field != "" {
		t.Errorf("%d contacts", n)
	}
}

func TestFieldsWithoutAColumnHaveWords(t *testing.T) {
	for f, want := range map[intake.Field]string{intake.Phones: "phones", intake.Emails: "e-mails", intake.UPNUnverified: "UPN with a wrong check letter",
		intake.RelationText: "relationship as written", intake.OnRoll: "on roll"} {
		if got := f.Words(); got != want {
			t.Errorf("%s is called %q, not %q", f, got, want)
		}
	}
}
