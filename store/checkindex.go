package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model/view"
)

// examineIndex looks whether the lines of the list of families say what the families say.
func (q querier) examineIndex(c *view.Check) error {
	rows, err := q.query("SELECT id FROM family UNION SELECT family_id FROM family_index")
	ids, err := scanIDs(rows, err)
	if err != nil {
		return err
	}
	var wrong []int64
	for chunk := range slices.Chunk(ids, indexChunk) {
		differ, err := q.linesThatDiffer(chunk)
		if err != nil {
			return fmt.Errorf("making the list of families anew: %w", err)
		}
		wrong = append(wrong, differ...)
	}
	if len(wrong) > 0 {
		c.Damage = append(c.Damage, view.Damage{Where: "family_index", Rows: wrong, Derived: true,
			What: fmt.Sprintf("The list of families does not say what the families say, in %d of its lines.", len(wrong))})
	}
	return nil
}

func (q querier) linesThatDiffer(ids []int64) ([]int64, error) {
	list := jsonList(ids)
	facts, err := (&work{querier: q}).familyFacts(list)
	if err != nil {
		return nil, err
	}
	rows, err := q.query("SELECT "+strings.Join(indexColumns, ", ")+" FROM family_index WHERE family_id"+inFamilies, list)
	lines, err := scanAll(rows, err, func(l *indexLine) []any { return l.into() })
	if err != nil {
		return nil, err
	}
	is := map[int64]string{}
	for _, l := range lines {
		is[l.id()] = l.text()
	}
	var differ []int64
	for _, id := range ids {
		f := facts[id]
		if f == nil || is[id] != textOf(f.line()) {
			differ = append(differ, id)
		}
	}
	return differ, nil
}

// indexLine are the values of indexColumns as they stand.
type indexLine [16]any

func (l *indexLine) into() []any {
	into := make([]any, len(l))
	for i := range l {
		into[i] = &l[i]
	}
	return into
}

func (l *indexLine) id() int64 { return l[0].(int64) }

func (l *indexLine) text() string { return textOf(l[:]) }

// textOf writes the values of a line so that what is stored alike is written alike.
func textOf(values []any) string {
	var text strings.Builder
	for _, v := range values {
		if yes, ok := v.(bool); ok {
			v = map[bool]int{true: 1}[yes]
		}
		fmt.Fprintf(&text, "%q ", fmt.Sprint(v))
	}
	return text.String()
}

// MakeListAnew makes the list of families anew from the families. It is not a step: nothing that was
// kept changes.
func (s *Store) MakeListAnew(ctx context.Context) error {
	err := s.write(ctx, func(w *work) (bool, error) {
		if _, err := w.exec("DELETE FROM family_index WHERE family_id NOT IN (SELECT id FROM family)"); err != nil {
			return false, err
		}
		rows, err := w.query("SELECT id FROM family")
		ids, err := scanIDs(rows, err)
		if err != nil {
			return false, err
		}
		w.family(ids...)
		return true, w.refreshFamilies()
	})
	if err != nil {
		return fmt.Errorf("making the list of families anew: %w", err)
	}
	return nil
}
