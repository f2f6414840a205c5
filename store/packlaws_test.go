package store

import (
	"path/filepath"
	"slices"
	"testing"

	"kettle/model"

	"pgregory.net/rapid"
)

// Whatever two people did with one family, each in a caseload of their own: opening the other's pack is taken
// back to the start, once opened it brings nothing more of what was taken, and no wall falls. Each step waits
// for the disk, so there are few examples.
func TestTheLawsOfPacks(t *testing.T) {
	made, file := okaforsFile(t)
	here, there := filepath.Join(t.TempDir(), "here.kettle"), filepath.Join(t.TempDir(), "there.kettle")
	for seed := range 12 {
		rapid.Custom(func(r *rapid.T) int {
			mine, theirs := openCopy(t, here, file), openCopy(t, there, file)
			defer mine.Close()
			defer theirs.Close()
			for _, s := range []*Store{mine, theirs} {
				p := &people{s: s, families: []int64{made.family}, pupils: []int64{made.chidi, made.ada}, adults: []int64{made.ngozi, made.emeka}}
				for range rapid.IntRange(3, 12).Draw(r, "steps") {
					p.randomStep(r)
				}
			}
			pack := packOf(t, theirs)
			start, walls := contentOf(t, mine), wallsOf(t, mine)
			preview, all := packPreviewed(t, mine, pack), true
			for i := range preview.Families {
				f := &preview.Families[i]
				f.Leave = rapid.IntRange(0, 3).Draw(r, "leave") == 0
				all = all && !f.Leave
				for j := range f.Differences {
					f.Differences[j].Take = rapid.Bool().Draw(r, "take")
				}
			}
			change, err := mine.TakeInPack(ctx, preview)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			lookAtWalls(t, mine, walls)
			end := contentOf(t, mine)
			remakeLines(t, mine)
			if diff := differences(end, contentOf(t, mine)); diff != "" {
				t.Fatalf("seed %d: the list of families was not kept up to date:\n%s", seed, diff)
			}
			again := packPreviewed(t, mine, pack)
			for _, f := range again.Families {
				if all && len(f.New)+len(f.Changed) > 0 {
					t.Errorf("seed %d: %s comes again: %v, %v", seed, f.Name, f.New, f.Changed)
				}
			}
			if change.Step == 0 {
				return 0
			}
			must(t)(mine.Undo(ctx))
			if diff := differences(start, contentOf(t, mine)); diff != "" {
				t.Fatalf("seed %d: taken back, it is not the start:\n%s", seed, diff)
			}
			return 0
		}).Example(seed)
	}
}

// wallsOf are the links behind a wall, as child and adult by uid.
func wallsOf(t *testing.T, s *Store) []string {
	t.Helper()
	var walls []string
	err := s.read(ctx, func(q querier) error {
		rows, err := q.query(`SELECT p.uid || ' ' || a.uid FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id JOIN adult a ON a.id = l.adult_id
			WHERE l.deleted_at = '' AND p.deleted_at = '' AND a.deleted_at = '' AND (l.court_order OR l.may_be_contacted = ?) ORDER BY 1`, model.No)
		walls, err = scanAll(rows, err, func(text *string) []any { return []any{text} })
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return walls
}

// lookAtWalls looks whether all that stood before stands.
func lookAtWalls(t *testing.T, mine *Store, before []string) {
	t.Helper()
	now := wallsOf(t, mine)
	for _, wall := range before {
		if !slices.Contains(now, wall) {
			t.Errorf("the wall of %s fell", wall)
		}
	}
}
