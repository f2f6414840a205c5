package store

import (
	"fmt"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// tenThousand is a caseload of ten thousand families, filled once.
func tenThousand(b *testing.B) *Store {
	b.Helper()
	s := openAt(b, filepath.Join(b.TempDir(), "caseload.kettle"))
	names := []string{"Okafor", "Petrov", "O’Brien", "Smith-Jones", "van der Berg", "Lane", "Nowak", "Begum", "Ali", "Hill"}
	_, err := s.Together(ctx, "filled", func(batch *Batch) error {
		for i := range 10_000 {
			name := fmt.Sprint(names[i%10], " ", i)
			f := model.Family{Name: name}
			if err := batch.Family(&f); err != nil {
				return err
			}
			p := model.Pupil{FamilyID: f.ID, Forename: "Child", Surname: name, Year: model.YearGroups[i%14], Class: fmt.Sprint(i % 14), Postcode: "ZZ1 4DP"}
			if err := batch.Pupil(&p); err != nil {
				return err
			}
			a := model.Adult{Title: "Mrs", Forename: "Parent", Surname: name, Phones: []model.Phone{{Number: fmt.Sprintf("07700 900%03d", i%1000)}}}
			if err := batch.Adult(&a); err != nil {
				return err
			}
			if err := batch.Link(&model.Link{PupilID: p.ID, AdultID: a.ID, Relation: model.Mother}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func BenchmarkFamilyList(b *testing.B) {
	s := tenThousand(b)
	for _, c := range []struct {
		name, filter string
		offset       int
	}{{"first page", "", 0}, {"last page", "", 9960}, {"filter finds few", "petrov 90011", 0}, {"filter finds many", "o", 0}, {"filter finds none", "xyzzy", 0}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.FamilyList(ctx, c.filter, view.ByName, c.offset, 40); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(c.name+", count", func(b *testing.B) {
			for b.Loop() {
				if _, err := s.FamilyCount(ctx, c.filter, view.ByName); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("preparing the filter", func(b *testing.B) {
		for b.Loop() {
			s.search.known = false
			if err := s.PrepareFilter(ctx, view.ByName); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("a step", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			must(b)(s.SaveFamily(ctx, model.Family{ID: 1, Name: fmt.Sprint("Okafor ", i)}))
		}
	})
}
