package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kettle/model/view"

	sqlite3 "modernc.org/sqlite/lib"
)

// splitting is one join while it is split again.
type splitting struct {
	*work
	two   view.Two
	notes []joinedNote // the last first
	later bool         // somebody else has come into the kept one since
}

// joinedNote is a row of joined_row.
type joinedNote struct {
	table  string
	row    int64
	column string
	text   string
	noted  noted
}

// splitAgain gives back what came with one who was joined, where it is still as the join left it, and
// brings them back into sight. What was written since stays.
func (w *work) splitAgain(join int64) (two view.Two, err error) {
	s, err := w.openJoin(join)
	if err != nil {
		return two, err
	}
	if err := s.inOrder(join); err != nil {
		return two, err
	}
	if err := w.touchBoth(s.two); err != nil {
		return two, err
	}
	moved := s.changedSince()
	for _, n := range s.notes {
		if moved[notedRow(n)] || s.later && n.column != "" && n.column != "id" && !isPointer(n.column) {
			continue
		}
		if err := s.giveBack(n); err != nil {
			return two, fmt.Errorf("splitting %s: %w", n.table, err)
		}
	}
	on := w.today()
	if err := w.update("joined", join, []string{"split_on"}, []any{on}); err != nil {
		return two, err
	}
	if _, err := w.keepApart(s.two.Of, s.two.Kept, s.two.Gone, on); err != nil {
		return two, err
	}
	return s.two, w.touchBoth(s.two)
}

func (w *work) openJoin(join int64) (*splitting, error) {
	s := &splitting{work: w}
	var split string
	err := noRow(w.queryRow("SELECT entity, kept_id, gone_id, split_on FROM joined WHERE id = ?", join).Scan(&s.two.Of, &s.two.Kept, &s.two.Gone, &split))
	if err != nil {
		return nil, err
	}
	if split != "" {
		return nil, Problem{Sentence: "They were split again already."}
	}
	if err := w.notGone(s.two.Of, s.two.Kept); err != nil {
		return nil, err
	}
	if s.later, err = w.has("joined WHERE entity = ? AND kept_id = ? AND id > ? AND split_on = ''", string(s.two.Of), s.two.Kept, join); err != nil {
		return nil, err
	}
	rows, err := w.query("SELECT tbl, row_id, col, was FROM joined_row WHERE joined_id = ? ORDER BY id DESC", join)
	if s.notes, err = scanAll(rows, err, func(n *joinedNote) []any { return []any{&n.table, &n.row, &n.column, &n.text} }); err != nil {
		return nil, err
	}
	for i := range s.notes {
		if n := &s.notes[i]; n.column != "" {
			if err := n.read(); err != nil {
				return nil, fmt.Errorf("reading what was joined: %w", err)
			}
		}
	}
	return s, nil
}

func (n *joinedNote) read() error {
	in := json.NewDecoder(bytes.NewReader([]byte(n.text)))
	in.UseNumber()
	if err := in.Decode(&n.noted); err != nil {
		return err
	}
	for _, value := range []*any{&n.noted.Was, &n.noted.Is} {
		if number, ok := (*value).(json.Number); ok {
			whole, err := number.Int64()
			if err != nil {
				return err
			}
			*value = whole
		}
	}
	return nil
}

// isPointer reports whether a column holds the id of a row.
func isPointer(column string) bool {
	return column == "record" || strings.HasSuffix(column, "_id") && column != "office_id"
}

// whole reports whether a row goes back as a whole or not at all: a link with its order, a number with
// its owner. Of a family or a person each field stands for itself.
func whole(table string) bool {
	return table != string(view.OfFamilies) && table != string(view.OfPupils) && table != string(view.OfAdults)
}

// changedSince are the rows that somebody has changed since the join: they stay as they are.
func (s *splitting) changedSince() map[rowKey]bool {
	changed := map[rowKey]bool{}
	for _, n := range s.notes {
		if n.column == "" || n.column == "id" || !whole(n.table) {
			continue
		}
		row, err := s.rowValues(n.table, n.row)
		if err != nil || row[n.column] != n.noted.Is {
			changed[notedRow(n)] = true
		}
	}
	return changed
}

func notedRow(n joinedNote) rowKey { return rowKey{n.table, n.row} }

func (s *splitting) giveBack(n joinedNote) error {
	switch {
	case n.column == "id":
		_, err := s.exec("DELETE FROM "+n.table+" WHERE id = ?", n.row)
		return err
	case n.column == "":
		return s.giveBackRow(n)
	}
	if has, err := s.columnsOf(n.table); err != nil || !has[n.column] {
		return err
	}
	_, err := s.exec("UPDATE "+n.table+" SET "+n.column+" = ?1 WHERE id = ?2 AND "+n.column+" IS ?3", n.noted.Was, n.row, n.noted.Is)
	return ignoreConstraint(err)
}

// giveBackRow makes a row again that was one too many. One whose place is taken, or whose owner has
// gone, stays away.
func (s *splitting) giveBackRow(n joinedNote) error {
	values, err := s.logValues(n.table, n.text)
	if err != nil {
		return err
	}
	columns := slices.Sorted(maps.Keys(values))
	args := make([]any, len(columns))
	for i, c := range columns {
		args[i] = values[c]
	}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", ")
	_, err = s.exec("INSERT INTO "+n.table+" ("+strings.Join(columns, ", ")+") VALUES ("+marks+")", args...)
	return ignoreConstraint(err)
}

func ignoreConstraint(err error) error {
	if sqliteCode(err) == sqlite3.SQLITE_CONSTRAINT {
		return nil
	}
	return err
}
