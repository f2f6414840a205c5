package intake_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kettle/store/intake"
)

// everyCode are the codes of import.md section 8.
const everyCode = `file-empty file-too-big file-not-text no-headings no-rows too-many-rows too-many-columns quote-unclosed
	no-pupil upn-duplicate leaver row-short row-long label-row
	upn-invalid dob-invalid date-invalid date-serial year-unknown year-missing sen-old-code sen-unknown phone-invalid phone-lost phone-restored
	email-invalid email-shared relationship-unknown contact-no-name contact-joint pupil-conflict pupil-weak-key possible-duplicate-pupil
	possible-duplicate-adult same-name-adults adult-conflict filled-down formula control-characters cell-too-long`

// Each code is given by some file, and no other code by any.
func TestEveryCodeOccursAndNoOther(t *testing.T) {
	const head = "UPN,Surname,Forename,DOB,Year,SEN,Leaving date,Relationship,Contact name,Mobile,Email,Contact address\n"
	texts := []string{
		"", strings.Repeat("a", 20<<20+1), "PK\x03\x04", "a,b,c\n", head, head + strings.Repeat("x,Hill,Ava\n", 20_001), head + strings.Repeat(",x", 500), head + "\"Hill",
		head + strings.Join([]string{
			"Year 4", "x,Hill", ",,,,4,,,Mother,Ann Hill,,,,", ",Hill,Ava,03/11/2016,4,N,,Mother,Hill, Ann,07700 900123,,,,x",
			"G999999900001,Hill,Ava,03/11/2016,,A,,Mother,Ann Hill,7.700900123E+09,ann@example.org,\"1 Mill Lane, ZZ1 1AA\"",
			",,,,,,,Father,Mr & Mrs Hill,7.7E+09,ann@example.org,",
			"G999999900001,Hill,Eva,03/11/2016,4,Z,soon,Mother,Ann Hill,07700 900123,ann@,\"2 Mill Lane, ZZ1 1AA\"",
			"G999999900001,Ash,Kit,04/11/2016,4,N,,Mother,Jo Ash,,,",
			"B801200005001,Hill,Ava,03/11/2016,7a,N,,Mother,Ann Hill,07700 9,,", "A801200005001,Oak,Kit,42064,4,N,,Taxi,,07700 900124,,",
			",Oak,Lee,31/02/2016,4,N,,Father,John Oak,,,", ",Oak,Lee,,4,N,,Grandfather,John Oak,,,", ",Elm,Jo,03/11/2016,4,N,01/01/2020,Mother,Amy Elm,,,",
			",=Elm,Jo\x07,03/11/2015,4,N,,Mother," + strings.Repeat("a", 10_001) + ",,,",
		}, "\n"),
	}
	got := map[intake.Code]bool{}
	for _, text := range texts {
		file, err := intake.Read("x.csv", []byte(text), intake.Options{})
		if refusal, ok := intake.Refused(err); ok {
			got[refusal.Code] = true
			continue
		}
		for _, p := range intake.Match(intake.Parse(file, today), intake.Caseload{}).Problems {
			got[p.Code] = true
		}
	}
	want := strings.Fields(everyCode)
	for code := range got {
		if !slices.Contains(want, string(code)) {
			t.Errorf("%s is no code of the table", code)
		}
	}
	for _, code := range want {
		if !got[intake.Code(code)] {
			t.Errorf("%s never occurs", code)
		}
	}
}

// Rows of the table of decisions that TestWhoIsWho has not, for they need what comes out.
func TestWhatIsDecided(t *testing.T) {
	t.Run("one without UPN gains it", func(t *testing.T) {
		_, after := imported(t, head+row(",Hill,Ava,03/11/2016,4,4H", ann)+row(ava, ann), intake.Caseload{})
		if after.Pupils[0].Now[intake.UPN] != "G999999916001" {
			t.Errorf("%v", after.Pupils[0].Now)
		}
	})
	t.Run("a bad UPN is not taken", func(t *testing.T) {
		_, after := imported(t, head+row(ava, ann)+row("A999999916001,Hill,Ava,03/11/2016,4,4H", ann), intake.Caseload{})
		if v := after.Pupils[0].Now; v[intake.UPN] != "G999999916001" || v[intake.UPNUnverified] != "" {
			t.Errorf("%v", v)
		}
	})
	t.Run("a shared e-mail stays with both", func(t *testing.T) {
		_, after := imported(t, head+row(ava, ann)+row(ava, strings.Replace(ann, "Mother,1,Yes,No,Ms,Hill,Ann", "Father,2,Yes,No,Mr,Hill,Tom", 1)), intake.Caseload{})
		if len(after.Adults) != 2 || len(after.Adults[0].Emails) != 1 || len(after.Adults[1].Emails) != 1 {
			t.Errorf("%+v", after.Adults)
		}
	})
	t.Run("two without a name at one number are two", func(t *testing.T) {
		_, after := imported(t, head+row(ava, "Mother,1,,,,,,020 7946 0123,,")+row(ava, "Father,2,,,,,,020 7946 0123,,"), intake.Caseload{})
		if len(after.Adults) != 2 {
			t.Errorf("%d adults", len(after.Adults))
		}
	})
	t.Run("two initials are no name", func(t *testing.T) {
		_, after := imported(t, head+row(ava, "Mother,1,,,Ms,Hill,A. B.,07700 900123,,")+row(noah, "Mother,1,,,Ms,Hill,A. B.,07700 900123,,"), intake.Caseload{})
		if len(after.Adults) != 2 {
			t.Errorf("%d adults", len(after.Adults))
		}
	})
	t.Run("one found to be two rows' adult is not doubted", func(t *testing.T) {
		plan, after := imported(t, head+row(ava, "Mother,1,,,Ms,Hill,Ann,07700 900123,,")+row(noah, "Mother,1,,,Ms,Hill,Ann,,ann@example.org,")+
			row("K999999917004,Hill,Kit,12/01/2017,3,3W", ann), intake.Caseload{})
		if len(after.Adults) != 1 || len(plan.Problems) > 0 {
			t.Errorf("%d adults, %v", len(after.Adults), plan.Problems)
		}
	})
	t.Run("separated parents are one family at two addresses", func(t *testing.T) {
		_, after := imported(t, head+row(ava, ann)+row(ava, "Father,2,Yes,No,Mr,Ash,Tom,07700 900124,,\"2 Mill Lane, ZZ1 1AA\"")+
			row(noah, "Father,1,Yes,No,Mr,Ash,Tom,07700 900124,,\"2 Mill Lane, ZZ1 1AA\""), intake.Caseload{})
		if len(after.Families) != 1 || after.Adults[0].Now[intake.Postcode] == after.Adults[1].Now[intake.Postcode] {
			t.Errorf("%d families", len(after.Families))
		}
	})
}

// What decides does not depend on which sample it is: every file of testdata has what is expected beside it.
func TestEverySampleHasItsExpectations(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.csv")
	for _, file := range files {
		if _, err := os.Stat(strings.TrimSuffix(file, ".csv") + ".expected.json"); err != nil {
			t.Error(err)
		}
	}
}
