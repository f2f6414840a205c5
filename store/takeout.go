package store

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/output"
)

// outChunk and outPage are how many families, and how many entries, are read at once while something is
// taken out: between them others may read and write.
const (
	outChunk = 250
	outPage  = 1000
)

// TakeOut writes what is asked for into a new file, and answers how much it was and where it lies. path
// comes from NewPlace; a file that is there stays, and the new one gets a number. Stopped halfway, there
// is no file.
func (s *Store) TakeOut(ctx context.Context, what model.TakeOut, path string) (out model.TakenOut, err error) {
	written, err := output.WriteNew(path, func(w io.Writer) error {
		out, err = s.WriteOut(ctx, what, w)
		return err
	})
	out.Path = written
	return out, err
}

// LookAtOut is what TakeOut would write, without writing it.
func (s *Store) LookAtOut(ctx context.Context, what model.TakeOut) (model.TakenOut, error) {
	return s.WriteOut(ctx, what, io.Discard)
}

// WriteOut writes what is asked for to w, a chunk at a time, and answers how much it was.
func (s *Store) WriteOut(ctx context.Context, what model.TakeOut, w io.Writer) (model.TakenOut, error) {
	t := &takingOut{ctx: ctx, s: s, w: w, out: model.TakenOut{TakeOut: what}, people: map[int64]bool{}, of: map[int64]bool{}}
	if err := t.begin(); err != nil {
		return t.out, err
	}
	write := map[model.OutKind]func() error{
		model.OutContacts: t.contacts, model.OutCards: t.cards, model.OutCalendar: t.calendar, model.OutFamilies: t.list, model.OutLog: t.log,
	}[what.Kind]
	if write == nil {
		return t.out, fmt.Errorf("nothing is called %q to be taken out", what.Kind)
	}
	if err := write(); err != nil {
		return t.out, fmt.Errorf("taking out %s: %w", what.Kind, err)
	}
	t.out.People, t.out.Families = len(t.people), len(t.of)
	return t.out, nil
}

// takingOut is one piece of writing out while it is done.
type takingOut struct {
	ctx      context.Context
	s        *Store
	w        io.Writer
	out      model.TakenOut
	families []int64        // in the order of their list
	people   map[int64]bool // the adults who stand in it
	of       map[int64]bool // the families
	today    model.Date
	sequence int64 // the number of the last step, which only grows
}

// begin finds the families that are meant.
func (t *takingOut) begin() error {
	t.today = model.DateOf(t.s.o.Now())
	return t.read(func(q querier) (err error) {
		if err := q.queryRow("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'step'").Scan(&t.sequence); err != nil {
			return err
		}
		switch {
		case t.out.FamilyID != 0:
			t.families, err = scanIDs(q.query("SELECT id FROM family WHERE id = ? AND deleted_at = ''", t.out.FamilyID))
		case t.out.Words != "":
			t.families, _, err = t.s.search.page(q, view.ByName, t.out.Words, 0, math.MaxInt)
		default:
			t.families, err = q.walkFamilies(familyOrders[view.ByName], 0, math.MaxInt)
		}
		return err
	})
}

func (t *takingOut) read(do func(q querier) error) error { return t.s.read(t.ctx, do) }

// eachChunk reads some families at a time, and writes what was read when nobody waits for it.
func (t *takingOut) eachChunk(read func(q querier, families []int64) error, write func() error) error {
	done := 0
	for chunk := range slices.Chunk(t.families, outChunk) {
		if err := view.Report(t.ctx, view.Progress{What: "families", Done: done, Total: len(t.families)}); err != nil {
			return err
		}
		if err := t.read(func(q querier) error { return read(q, chunk) }); err != nil {
			return err
		}
		if err := write(); err != nil {
			return err
		}
		done += len(chunk)
	}
	return nil
}

// whose are SQL for rows of these families alone, with its argument.
func (t *takingOut) whose(column string) (where string, arg any) {
	if t.out.FamilyID == 0 && t.out.Words == "" {
		return column + " NOT IN (SELECT family_id FROM family_index WHERE removed = 1) AND ?1 = ''", ""
	}
	return column + " IN (SELECT value FROM json_each(?1))", jsonList(t.families)
}

// days are the ends of the range as what lies within is compared with: a moment is longer than its day.
func (t *takingOut) days() (from, after string) {
	from, after = string(t.out.Begins(t.today)), lastMoment
	if t.out.Until.Valid() {
		after = string(t.out.Until.AddDays(1))
	}
	return from, after
}

// list writes the list of families.
func (t *takingOut) list() error {
	table, err := output.NewFamiliesTable(t.w)
	if err != nil {
		return err
	}
	var rows []view.FamilyRow
	err = t.eachChunk(func(q querier, families []int64) (err error) {
		rows, err = q.familyLines(families)
		return err
	}, func() error {
		for _, r := range rows {
			t.of[r.ID] = true
			t.out.Add(r.Name + " · " + r.Children)
			if err := table.AddFamily(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return table.Close()
}
