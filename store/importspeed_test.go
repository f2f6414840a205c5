package store

import (
	"fmt"
	"path/filepath"
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
		fmt.Fprintf(&b, "%s,Mother,1,Yes,Ms,Family%d,Ann%d,07700 900%03d,ann%d@example.org,%s\n", pupil, family, family, family%1000, family, home)
		if i%5 < 3 {
			fmt.Fprintf(&b, "%s,Father,2,Yes,Mr,Family%d,Tom%d,07700 900%03d,tom%d@example.org,%s\n", pupil, family, family, family%1000, family, home)
		}
	}
	return []byte(b.String())
}

func TestALargeExportIsTakenInOnce(t *testing.T) {
	s := openNew(t)
	preview, err := s.PreviewImport(ctx, "trust.csv", bigExport(600))
	if err != nil {
		t.Fatal(err)
	}
	change := must(t)(s.TakeIn(ctx, preview))
	if change.Title != "took in trust.csv: 600 children, 400 adults" {
		t.Error(change.Title)
	}
	again, err := s.PreviewImport(ctx, "trust.csv", bigExport(600))
	if err != nil || !again.Nothing {
		t.Errorf("the same file again brings %+v, %v", again.Counts, err)
	}
}

// BenchmarkLargeExport previews a whole trust's export, 5,000 children in 8,000 rows (import.md section
// 7: in five seconds), and takes it in.
func BenchmarkLargeExport(b *testing.B) {
	data := bigExport(5000)
	for b.Loop() {
		s, err := Open(ctx, Options{Path: filepath.Join(b.TempDir(), "caseload.db")})
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		preview, err := s.PreviewImport(ctx, "trust.csv", data)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "preview-s")
		if _, err := s.TakeIn(ctx, preview); err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}
