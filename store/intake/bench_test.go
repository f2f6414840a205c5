package intake_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

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
		fmt.Fprintf(&b, "%s,Mother,1,Yes,Ms,Family%d,Ann%d,07700 9%05d,ann%d@example.org,%s\n", pupil, family, family, family, family, home)
		if i%5 < 3 {
			fmt.Fprintf(&b, "%s,Father,2,Yes,Mr,Family%d,Tom%d,07700 8%05d,tom%d@example.org,%s\n", pupil, family, family, family, family, home)
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

func TestEightThousandRowsAreReadInUnderFiveSeconds(t *testing.T) {
	start := time.Now()
	plan := previewed(t, bigExport(5000), intake.Caseload{})
	if took := time.Since(start); plan.RowsRead != 8000 || len(plan.Pupils) != 5000 || len(plan.Families) != 1667 || took > 5*time.Second {
		t.Errorf("%d rows, %d pupils, %d families in %v", plan.RowsRead, len(plan.Pupils), len(plan.Families), took)
	}
}

// TestAHostileFileIsNotSlow: one name for everybody, so that all must be compared with all.
func TestAHostileFileIsNotSlow(t *testing.T) {
	var b strings.Builder
	b.WriteString("Surname,Forename,DOB,Relationship,Contact Surname,Contact Forename,Mobile\n")
	for i := range 20_000 {
		fmt.Fprintf(&b, "Hill,Ava,%02d/%02d/%d,Mother,Hill,Ann,07700 9%05d\n", i%28+1, i%12+1, 2010+i%10, i)
	}
	start := time.Now()
	previewed(t, []byte(b.String()), intake.Caseload{})
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
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
