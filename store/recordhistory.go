package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// mostHistory is how many steps of one record are read at most, the newest: more than anybody reads.
const mostHistory = 500

// RecordHistory is who changed what of a record, and when, the newest first, as far as the log goes
// back. A record that nothing is known of has no steps.
func (s *Store) RecordHistory(ctx context.Context, of view.Record) (history view.RecordHistory, err error) {
	err = s.read(ctx, func(q querier) error {
		h := historian{querier: q, of: of, window: s.o.Window, rows: map[rowKey]map[string]any{}, layout: map[string][]string{}}
		history, err = h.read()
		return err
	})
	if err != nil {
		return history, fmt.Errorf("reading the history: %w", err)
	}
	return history, nil
}

// historian reads the history of one record.
type historian struct {
	querier
	of     view.Record
	window string
	rows   map[rowKey]map[string]any // what was read of rows that changes name
	layout map[string][]string       // the columns of tables
}

type rowKey struct {
	table string
	id    int64
}

// logLine is one line of the log with the step it belongs to.
type logLine struct {
	entry
	step int64
}

func logLineRow(l *logLine) []any {
	return []any{&l.id, &l.step, &l.table, &l.row, &l.op, &l.before, &l.after}
}

func (h *historian) read() (history view.RecordHistory, err error) {
	lines, err := h.lines()
	if err != nil {
		return history, err
	}
	history.Name = h.recordName()
	if history.Steps, err = h.steps(lines); err != nil {
		return history, err
	}
	files, err := h.importFiles()
	if err != nil {
		return history, err
	}
	byStep := map[int64][]logLine{}
	for _, l := range lines {
		byStep[l.step] = append(byStep[l.step], l)
	}
	for i := range history.Steps {
		step := &history.Steps[i]
		step.File = files[step.ID]
		if step.Changes, err = h.changes(byStep[step.ID]); err != nil {
			return history, err
		}
		step.Old = slices.ContainsFunc(byStep[step.ID], func(l logLine) bool { return l.folded() })
	}
	history.Steps = slices.DeleteFunc(history.Steps, func(s view.RecordStep) bool { return len(s.Changes) == 0 && !s.Old })
	return history, nil
}

// lines are those of the log about the record and what hangs on it, in the order in which they were
// written.
func (h *historian) lines() (all []logLine, err error) {
	ids, err := h.joinedInto(h.of)
	if err != nil {
		return nil, err
	}
	for _, part := range recordParts[h.of.Kind] {
		for _, id := range ids {
			rows, err := h.query(part.logged(), id)
			lines, err := scanAll(rows, err, logLineRow)
			if err != nil {
				return nil, err
			}
			all = append(all, lines...)
		}
	}
	model.InOrder(all, func(a, b logLine) int { return cmp.Compare(a.id, b.id) })
	return slices.CompactFunc(all, func(a, b logLine) bool { return a.id == b.id }), nil
}

// steps are those of the lines, the newest first.
func (h *historian) steps(lines []logLine) ([]view.RecordStep, error) {
	ids := make([]int64, len(lines))
	for i, l := range lines {
		ids[i] = l.step
	}
	gone, err := h.takenBack()
	if err != nil {
		return nil, err
	}
	me, err := h.me()
	if err != nil {
		return nil, err
	}
	rows, err := h.query(`SELECT id, title, at, kind, window = ? FROM step WHERE id IN (SELECT value FROM json_each(?))
		ORDER BY id DESC LIMIT ?`, h.window, jsonList(ids), mostHistory)
	steps, err := scanAll(rows, err, func(s *view.RecordStep) []any {
		return []any{&s.ID, &s.Title, &s.At, &s.Kind, &s.ThisWindow}
	})
	for i := range steps {
		steps[i].TakenBack, steps[i].Who = gone[steps[i].ID], whose(me.Name, steps[i].ThisWindow)
	}
	return steps, err
}

// whose names who did a step: a caseload is one person's, so it is the one who said who they are.
func whose(name string, thisWindow bool) string {
	switch {
	case name != "":
		return name
	case thisWindow:
		return "this window"
	}
	return "another window"
}

// importFiles are the files that steps took in.
func (h *historian) importFiles() (map[int64]string, error) {
	type taken struct {
		step int64
		file string
	}
	rows, err := h.query(`SELECT c.step_id, coalesce(r.file, json_extract(c.after, '$.file'), '') FROM change_log c
		LEFT JOIN import_run r ON r.id = c.row_id WHERE c.tbl = 'import_run' AND c.op = 'insert'`)
	all, err := scanAll(rows, err, func(t *taken) []any { return []any{&t.step, &t.file} })
	files := map[int64]string{}
	for _, t := range all {
		files[t.step] = t.file
	}
	return files, err
}
