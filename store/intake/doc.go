// Package intake reads an office's CSV export and works out what taking it in would do. It is pure:
// bytes and what the caseload holds go in, a plan comes out; no database, no clock, no file.
//
//	file, err := intake.Read(name, data, intake.Options{}) // encoding, separator, headings, rows
//	result := intake.Parse(file, today)                    // cells to values, and what was wrong with them
//	plan := intake.Match(result, held)                // who is who, what is new, changed, left alone
//	plan = intake.Choose(result, held, choices)       // the same, with what somebody decided about it
//
// The store fills a Caseload from its tables and writes a Plan in one transaction; After is the
// caseload as it would be. Section numbers in comments are those of import.md. Start reading at
// plan.go for what comes out, at headings.go for what is understood.
package intake
