package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model/view"
)

// correctedColumns are the columns of each kind of record whose change is a correction of what was
// written, and not what came of it later.
var correctedColumns = map[view.RecordKind][]string{
	view.ContactRecord: {"family_id", "at", "channel", "kind", "note", "words", "need", "wish", "abuse_what", "dsl_to", "dsl_when", "dsl_ref"},
	view.EntryRecord:   {"kind", "on_day", "text"},
	view.LetterRecord:  {"body"},
	view.MeetingRecord: {"purpose", "notes", "words", "status_why"},
	view.PromiseRecord: {"what"},
}

// changedSince is SQL for the rows of a table whose columns were changed by a step that stands.
func changedSince(kind view.RecordKind) string {
	var changed []string
	for _, c := range correctedColumns[kind] {
		changed = append(changed, "json_extract(l.before, '$."+c+"') IS NOT NULL")
	}
	return `SELECT DISTINCT l.row_id, l.step_id FROM change_log l JOIN step s ON s.id = l.step_id
		WHERE l.tbl = '` + recordParts[kind][0].table + `' AND l.row_id IN (SELECT value FROM json_each(?)) AND l.op = 'update' AND s.kind = 'do'
		AND (` + strings.Join(changed, " OR ") + ")"
}

// corrected are those of these records whose text was changed after it was kept.
func (q querier) corrected(kind view.RecordKind, ids []int64) (map[int64]bool, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := q.query(changedSince(kind), jsonList(ids))
	changes, err := scanAll(rows, err, func(p *pair) []any { return []any{&p.owner, &p.id} })
	if err != nil || len(changes) == 0 {
		return nil, err
	}
	gone, err := q.takenBack()
	corrected := map[int64]bool{}
	for _, c := range changes {
		if !gone[c.id] {
			corrected[c.owner] = true
		}
	}
	return corrected, err
}

// Corrections are what stood in a record before it was changed, the last first: corrections keep the old
// text (practice 16). What was taken back was never said.
func (s *Store) Corrections(ctx context.Context, of view.Record) (all []view.Correction, err error) {
	err = s.read(ctx, func(q querier) error {
		all, err = s.corrections(q, of)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading what stood there before: %w", err)
	}
	return all, nil
}

func (s *Store) corrections(q querier, of view.Record) ([]view.Correction, error) {
	h := historian{querier: q, of: of, window: s.o.Window, rows: map[rowKey]map[string]any{}, layout: map[string][]string{}}
	history, err := h.read()
	if err != nil {
		return nil, err
	}
	var fields []string
	for _, c := range correctedColumns[of.Kind] {
		fields = append(fields, fieldWords(recordParts[of.Kind][0].table, c))
	}
	var all []view.Correction
	for _, step := range history.Steps {
		if step.Kind != stepDo || step.TakenBack {
			continue
		}
		for _, c := range step.Changes {
			if c.Part == "" && slices.Contains(fields, c.Field) {
				all = append(all, view.Correction{Field: c.Field, Was: c.From, Until: step.When(), Who: step.Who})
			}
		}
	}
	return all, nil
}
