package store

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// bigExport is an export of so many children, three in five of them with a second contact.
func bigExport(pupils int) []byte {
	var b strings.Builder
	b.WriteString("Surname,Forename,DOB,Year,Reg,SEN,Relationship,Priority,PR,Title,Contact Surname,Contact Forename,Mobile,Email,Contact Address\n")
	for i := range pupils {
		family := i / 3
		pupil := fmt.Sprintf("Family%d,Child%d,%02d/%02d/%d,Year %d,%dH,K", family, i, i%28+1, i%12+1, 2010+i%10, i%11+1, i%11+1)
		home := fmt.Sprintf("\"%d Mill Lane, Marlowbridge, ZZ%d %dAB\"", family%90+1, family%90+1, family%9+1)
		fmt.Fprintf(&b, "%s,Mother,1,Yes,Ms,Family%d,Ann%d,07700 9%05d,ann%d@example.org,%s\n", pupil, family, family, family, family, home)
		if i%5 < 3 {
			fmt.Fprintf(&b, "%s,Father,2,Yes,Mr,Family%d,Tom%d,07700 8%05d,tom%d@example.org,%s\n", pupil, family, family, family, family, home)
		}
	}
	return []byte(b.String())
}

// A whole trust's export: 5,000 children in 8,000 rows are previewed in 5 seconds (import.md section
// 7) and taken in in 15.
func TestALargeExportIsTakenInWhileOnePoursTea(t *testing.T) {
	if testing.Short() {
		t.Skip("takes several seconds")
	}
	s := openNew(t)
	start := time.Now()
	preview, err := s.PreviewImport(ctx, "trust.csv", bigExport(5000))
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("previewed in %v", took)
	}
	start = time.Now()
	change := must(t)(s.TakeIn(ctx, preview))
	if took := time.Since(start); took > 15*time.Second || change.Title != "took in trust.csv: 5000 children, 3333 adults" {
		t.Errorf("taken in in %v: %s", took, change.Title)
	}
	start = time.Now()
	again, err := s.PreviewImport(ctx, "trust.csv", bigExport(5000))
	if took := time.Since(start); err != nil || !again.Nothing || took > 5*time.Second {
		t.Errorf("previewed again in %v, %v, %+v", took, err, again.Counts)
	}
}
