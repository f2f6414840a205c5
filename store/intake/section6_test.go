package intake_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/store/intake"
)

// layouts are the samples with the columns that a next term's file changes, -1 for none.
var layouts = []struct {
	file                   string
	separator              rune
	heading                int // the row of headings, from 0
	form, phone, order, pr int
}{
	{"sims-contacts.csv", ',', 0, 8, 19, 14, 13},
	{"arbor-students.csv", ',', 0, 8, 16, -1, 14},
	{"bromcom-contacts.csv", ',', 0, 15, 7, 4, 3},
	{"excel-homemade.csv", ';', 2, -1, 6, -1, -1}, // another class is another child where there is no date,
}

// table is a sample as rows of cells, read by another reader than ours.
func table(t *testing.T, name string, separator rune) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\uFEFF")))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = separator, -1, true
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func written(t *testing.T, rows [][]string, separator rune) string {
	t.Helper()
	var b strings.Builder
	out := csv.NewWriter(&b)
	out.Comma = separator
	if err := out.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// nextTerm changes a column in every row that has something in it.
func nextTerm(rows [][]string, heading, column int, change func(string) string) [][]string {
	next := make([][]string, len(rows))
	for i, row := range rows {
		next[i] = slices.Clone(row)
		if i > heading && column >= 0 && column < len(row) && strings.TrimSpace(row[column]) != "" {
			next[i][column] = change(row[column])
		}
	}
	return next
}

func TestNextTermsFileOverThisTerms(t *testing.T) {
	for _, l := range layouts {
		t.Run(l.file, func(t *testing.T) {
			rows := table(t, l.file, l.separator)
			_, held := imported(t, written(t, rows, l.separator), intake.Caseload{})
			held = stored(held)
			people := []int{len(held.Pupils), len(held.Adults), len(held.Links), len(held.Families)}

			next := nextTerm(rows, l.heading, l.form, func(s string) string { return s + "x" })
			plan, after := imported(t, written(t, next, l.separator), held)
			holdsTogether(t, after)
			if got := []int{len(after.Pupils), len(after.Adults), len(after.Links), len(after.Families)}; !slices.Equal(got, people) || plan.PupilCounts().New > 0 {
				t.Errorf("new classes: %v people, then %v", people, got)
			}
			if c := plan.PupilCounts(); (c.Changed > 0) != (l.form >= 0) || plan.AdultCounts().Changed+plan.LinkCounts().Changed > 0 || len(plan.Conflicts)+len(plan.Alarms)+len(plan.Missing) > 0 {
				t.Errorf("new classes: %+v, %+v, %v", c, plan.AdultCounts(), plan.Conflicts)
			}
			again, _ := imported(t, written(t, next, l.separator), after)
			nothingNew(t, again)

			blank := nextTerm(rows, l.heading, l.phone, func(string) string { return "" })
			if plan, _ := imported(t, written(t, blank, l.separator), held); plan.PupilCounts().Changed > 0 || plan.LinkCounts().Changed > 0 {
				t.Errorf("telephones blank: %+v", plan.PupilCounts())
			}

			fewer := slices.Delete(slices.Clone(rows), len(rows)/2, len(rows))
			plan, after = imported(t, written(t, fewer, l.separator), held)
			if len(after.Pupils) != people[0] || len(plan.Missing) == 0 {
				t.Errorf("half the file: %d pupils, %d missing", len(after.Pupils), len(plan.Missing))
			}
		})
	}
}

func TestANewOrderAndResponsibilityTakenAwayAreSaidInEveryLayout(t *testing.T) {
	for _, l := range layouts {
		rows := table(t, l.file, l.separator)
		_, held := imported(t, written(t, rows, l.separator), intake.Caseload{})
		held = stored(held)
		for column, change := range map[int][3]string{l.order: {"False", "No", "Yes"}, l.pr: {"True", "Yes", "No"}} {
			if column < 0 {
				continue
			}
			changed := 0
			next := nextTerm(rows, l.heading, column, func(s string) string {
				if changed > 0 || s != change[0] && s != change[1] {
					return s
				}
				changed++
				return change[2]
			})
			plan, _ := imported(t, written(t, next, l.separator), held)
			if changed != 1 || len(plan.Alarms) != 1 || len(plan.Alarms[0].Text) < 20 {
				t.Errorf("%s column %d: %d changed, alarms %+v", l.file, column, changed, plan.Alarms)
			}
		}
	}
}

// What one family's next term brings, with what the user did in between.
func TestWhatTheNextTermChangesOfOneFamily(t *testing.T) {
	both := row(ava, ann) + row(ava, "Father,2,Yes,No,Mr,Ash,Tom,07700 900124,tom@example.org,") + row(noah, ann)
	start := func(t *testing.T) intake.Caseload {
		_, held := imported(t, head+both, intake.Caseload{})
		return stored(held)
	}
	next := func(pairs ...string) string { return head + strings.NewReplacer(pairs...).Replace(both) }
	t.Run("a name changed at marriage", func(t *testing.T) {
		plan, after := imported(t, next("Ms,Hill,Ann", "Mrs,Ash-Hill,Ann"), start(t))
		if len(after.Adults) != 3 || len(plan.Missing) != 2 {
			t.Errorf("%d adults, missing %v: another surname is another adult, to be joined by hand", len(after.Adults), plan.Missing)
		}
	})
	t.Run("a child's name changed, the UPN says who", func(t *testing.T) {
		_, after := imported(t, next("Hill,Ava,", "Ash-Hill,Ava,"), start(t))
		if len(after.Pupils) != 2 || after.Pupils[0].Now[intake.Surname] != "Ash-Hill" || after.Pupils[0].Now[intake.LegalSurname] != "Ash-Hill" {
			t.Errorf("%v", after.Pupils[0].Now)
		}
	})
	t.Run("a leaver is marked and stays", func(t *testing.T) {
		text := strings.Replace(head, "DOB", "DOB,Status", 1) + strings.NewReplacer("03/11/2016,", "03/11/2016,Left,", "19/02/2020,", "19/02/2020,On roll,").Replace(both)
		_, after := imported(t, text, start(t))
		if len(after.Pupils) != 2 || after.Pupils[0].Now[intake.OnRoll] != "no" || len(after.Links) != 3 {
			t.Errorf("%v", after.Pupils[0].Now)
		}
	})
	t.Run("a new telephone replaces the office's, the user's own stays once", func(t *testing.T) {
		held := start(t)
		held.Adults[0].Phones = append(held.Adults[0].Phones, model.Phone{Type: model.PhoneMobile, Number: "07700 900999", Note: "best"})
		_, after := imported(t, next("07700 900123", "07700 900999 / 07700 900125"), held)
		if got := after.Adults[0].Phones; len(got) != 2 || got[0].Number != "07700 900125" || got[1].Note != "best" {
			t.Errorf("%+v", got)
		}
	})
	t.Run("a class that the roll-over emptied", func(t *testing.T) {
		held := start(t)
		held.Pupils[0].Now[intake.Form], held.Pupils[0].Now[intake.Year] = "", "5"
		if _, after := imported(t, head+both, held); after.Pupils[0].Now[intake.Form] != "" || after.Pupils[0].Now[intake.Year] != "5" {
			t.Errorf("last year's file puts it back: %v", after.Pupils[0].Now)
		}
		plan, after := imported(t, next("4,4H", "5,5H"), held)
		if after.Pupils[0].Now[intake.Form] != "5H" || len(plan.Conflicts) > 0 {
			t.Errorf("%v, %v", after.Pupils[0].Now, plan.Conflicts)
		}
	})
	t.Run("a class that the roll-over emptied, of a child without UPN and date", func(t *testing.T) {
		_, held := imported(t, head+row(",Hill,Ava,,4,4H", ann), intake.Caseload{})
		held = stored(held)
		held.Pupils[0].Now[intake.Form], held.Pupils[0].Now[intake.Year] = "", "5"
		if _, after := imported(t, head+row(",Hill,Ava,,5,5H", ann), held); len(after.Pupils) != 1 || after.Pupils[0].Now[intake.Form] != "5H" {
			t.Errorf("%d pupils, %v", len(after.Pupils), after.Pupils[0].Now)
		}
	})
	t.Run("a class that the user changed", func(t *testing.T) {
		held := start(t)
		held.Pupils[0].Now[intake.Form] = "4K"
		plan, after := imported(t, next("4,4H", "5,5H"), held)
		if after.Pupils[0].Now[intake.Form] != "4K" || len(plan.Conflicts) != 1 || plan.Conflicts[0].Office != "5H" {
			t.Errorf("%v, %v", after.Pupils[0].Now, plan.Conflicts)
		}
	})
	t.Run("a new sibling", func(t *testing.T) {
		plan, after := imported(t, head+both+row("K999999917004,Hill,Kit,12/01/2017,3,3W", ann), start(t))
		if len(after.Families) != 1 || plan.PupilCounts().New != 1 || plan.AdultCounts().New != 0 {
			t.Errorf("%d families, %+v", len(after.Families), plan.PupilCounts())
		}
	})
	t.Run("a pupil who is not in the file", func(t *testing.T) {
		plan, after := imported(t, head+row(ava, ann)+row(ava, "Father,2,Yes,No,Mr,Ash,Tom,07700 900124,tom@example.org,"), start(t))
		if len(plan.Missing) != 1 || plan.Missing[0].Name != "Noah Hill" || after.Pupils[1].Now[intake.OnRoll] != "yes" {
			t.Errorf("%v", plan.Missing)
		}
	})
	t.Run("responsibility taken away and an order at once", func(t *testing.T) {
		plan, after := imported(t, next("Father,2,Yes,No", "Father,2,No,Yes"), start(t))
		if len(plan.Alarms) != 2 || after.Links[1].Now[intake.CourtOrder] != "yes" || after.Links[1].Now[intake.Responsibility] != "no" {
			t.Errorf("%+v", plan.Alarms)
		}
	})
}

// A file of one year group names only some of a family, in an order of its own: that is no new name.
func TestAFileOfOneYearGroupDoesNotRenameAFamily(t *testing.T) {
	const (
		noah = ",Ash,Noah,,4,4H,Mother,1,Yes,No,Ms,Hill,Ann,07700 900123,,\n"
		ava  = ",Hill,Ava,,6,6Z,Mother,1,Yes,No,Ms,Hill,Ann,07700 900123,,\n"
	)
	_, held := imported(t, head+noah+ava, intake.Caseload{})
	held = stored(held)
	plan, after := imported(t, head+ava, held)
	if len(after.Families) != 1 || after.Families[0].Name != "Ash / Hill" || plan.Families[0].State != intake.Same {
		t.Errorf("%+v, %+v", after.Families, plan.Families)
	}
}
