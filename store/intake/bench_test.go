package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"kettle/store/intake"
)

// bigExport is an export of so many pupils, most with two contacts, in families of up to three.
func bigExport(pupils int) []byte {
	var b strings.Builder
	b.WriteString("Surname,Forename,DOB,Year,Reg,SEN,Relationship,Priority,PR,Title,Contact Surname,Contact Forename,Mobile,Email,Address\n")
	for i := range pupils {
		family := i / 3
		pupil := fmt.Sprintf("Family%d,Child%d,%02d/%02d/%d,Year %d,%dH,N", family, i, i%28+1, i%12+1, 2010+i%10, i%11+1, i%11+1)
		home := fmt.Sprintf("\"%d Mill Lane, Marlowbridge, ZZ%d %dAB\"", family%90+1, family%90+1, family%9+1)
		fmt.Fprintf(&b, "%s,Mother,1,Yes,Ms,Family%d,Ann%d,07700 900%03d,ann%d@example.org,%s\n", pupil, family, family, family%1000, family, home)
		if i%5 < 3 {
			fmt.Fprintf(&b, "%s,Father,2,Yes,Mr,Family%d,Tom%d,07700 900%03d,tom%d@example.org,%s\n", pupil, family, family, family%1000, family, home)
		}
	}
	return []byte(b.String())
}

func previewed(tb testing.TB, data []byte, held intake.Caseload) intake.Plan {
	file, err := intake.Read("big.csv", data, intake.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return intake.Match(intake.Parse(file, today), held)
}

func TestEightThousandRowsAreReadWhole(t *testing.T) {
	plan := previewed(t, bigExport(5000), intake.Caseload{})
	if plan.RowsRead != 8000 || len(plan.Pupils) != 5000 || len(plan.Families) != 1667 {
		t.Errorf("%d rows, %d pupils, %d families", plan.RowsRead, len(plan.Pupils), len(plan.Families))
	}
}

// One name for everybody, so that all are compared with all: that must end.
func TestAHostileFileIsReadToItsEnd(t *testing.T) {
	var b strings.Builder
	b.WriteString("Surname,Forename,DOB,Relationship,Contact Surname,Contact Forename,Mobile\n")
	for i := range 20_000 {
		fmt.Fprintf(&b, "Hill,Ava,%02d/%02d/%d,Mother,Hill,Ann,07700 900%03d\n", i%28+1, i%12+1, 2010+i%10, i%1000)
	}
	if plan := previewed(t, []byte(b.String()), intake.Caseload{}); plan.RowsRead != 20_000 {
		t.Errorf("%d rows were read", plan.RowsRead)
	}
}

func BenchmarkPreviewOf8000Rows(b *testing.B) {
	data := bigExport(5000)
	held := stored(intake.After(intake.Caseload{}, previewed(b, data, intake.Caseload{})))
	b.Run("empty caseload", func(b *testing.B) {
		for b.Loop() {
			previewed(b, data, intake.Caseload{})
		}
	})
	b.Run("all held", func(b *testing.B) {
		for b.Loop() {
			previewed(b, data, held)
		}
	})
}
