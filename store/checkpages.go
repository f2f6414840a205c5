package store

import (
	"cmp"
	"context"
	"fmt"
	"os"

	"kettle/model/view"
)

// checkedAtOpening is the size in bytes up to which a caseload is looked through whenever it is opened:
// about 400 families, in 30 ms. A larger one is looked through with each backup, by its copy.
const checkedAtOpening = 4 << 20

// looksWhole refuses a file that is damaged, or holds what Kettle did not put there, before anything
// is written.
func (s *Store) looksWhole(ctx context.Context) error {
	info, err := os.Stat(s.o.Path)
	if err != nil {
		return fmt.Errorf("looking at the caseload: %w", err)
	}
	return s.read(ctx, func(q querier) error {
		var c view.Check
		if err := q.examineSchema(&c); err != nil || !c.Sound() {
			return cmp.Or(err, error(unsafeSchema(s.o.Path)))
		}
		if info.Size() > s.o.looksThrough {
			return nil
		}
		if err := q.examinePages(&c); err != nil || !c.Sound() {
			return cmp.Or(err, error(damaged(s.o.Path)))
		}
		return nil
	})
}

// examineFile looks at the file as such, and not at what stands in it.
func (q querier) examineFile(c *view.Check) error {
	if err := q.examineSchema(c); err != nil || !c.Sound() {
		return err
	}
	return q.examinePages(c)
}

// examinePages looks whether every page of the file hangs together, every list of the tables agrees
// with them, and every row is as its table asks.
func (q querier) examinePages(c *view.Check) error {
	const most = 100
	found, err := q.names(fmt.Sprintf("PRAGMA integrity_check(%d)", most))
	if err != nil || len(found) == 1 && found[0] == "ok" {
		return err
	}
	places := fmt.Sprint(len(found))
	if len(found) >= most {
		places = fmt.Sprint("more than ", most-1)
	}
	c.Damage = append(c.Damage, view.Damage{What: fmt.Sprintf("The file does not hang together: faults in %s places.", places)})
	return nil
}

// examineKeys looks whether everything that is pointed at is there.
func (q querier) examineKeys(c *view.Check) error {
	type lost struct {
		table string
		row   *int64
	}
	rows, err := q.query(`SELECT "table", rowid FROM pragma_foreign_key_check ORDER BY 1, 2`)
	all, err := scanAll(rows, err, func(l *lost) []any { return []any{&l.table, &l.row} })
	if err != nil {
		return err
	}
	found := finds{}
	for _, l := range all {
		found.add(l.table, *l.row)
	}
	c.Damage = append(c.Damage, found.damage("belongs to something that is not there", "belong to something that is not there")...)
	return nil
}
