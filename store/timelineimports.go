package store

import (
	"fmt"
	"slices"
	"strings"

	"kettle/model/view"
)

// What an import of the office's file changed of a family is read from the change log: by the rows that
// belong to the family, which are few, and not by what the import wrote, which is much.

// rowsOfFamily are the rows that an import may write of family ?1.
const rowsOfFamily = `WITH kin (id) AS (SELECT l.adult_id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id WHERE p.family_id = ?1
		UNION SELECT adult_id FROM family_adult WHERE family_id = ?1),
	row (tbl, id) AS (SELECT 'pupil', id FROM pupil WHERE family_id = ?1
		UNION ALL SELECT 'adult', id FROM kin
		UNION ALL SELECT 'pupil_adult', l.id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id WHERE p.family_id = ?1
		UNION ALL SELECT 'phone', h.id FROM kin JOIN phone h ON h.adult_id = kin.id
		UNION ALL SELECT 'phone', h.id FROM pupil p JOIN phone h ON h.pupil_id = p.id WHERE p.family_id = ?1
		UNION ALL SELECT 'email', e.id FROM kin JOIN email e ON e.adult_id = kin.id) `

const stepsOfFamily = rowsOfFamily + "SELECT l.step_id FROM row CROSS JOIN change_log l ON l.tbl = row.tbl AND l.row_id = row.id"

// mostChanges is how many changes of one import a timeline names.
const mostChanges = 5

// addImports says in the rows of imports what each changed of the family.
func (q querier) addImports(family int64, rows []view.TimelineRow) error {
	for i, r := range rows {
		if r.Kind != view.TimelineImport {
			continue
		}
		words, err := q.importWords(family, r.ID)
		if err != nil {
			return fmt.Errorf("reading what the office's file changed: %w", err)
		}
		rows[i].Text = words
	}
	return nil
}

// importWords are the changes of one import to a family in a line: "Chidi Okafor: Year 5, class 5B · new
// phone of Mrs Okafor".
func (q querier) importWords(family, run int64) (string, error) {
	found, err := q.query(rowsOfFamily+`SELECT l.id, l.step_id, l.tbl, l.row_id, l.op, l.before, l.after FROM row
		CROSS JOIN change_log l ON l.tbl = row.tbl AND l.row_id = row.id
		WHERE l.step_id = (SELECT step_id FROM change_log WHERE tbl = 'import_run' AND op = 'insert' AND row_id = ?2) ORDER BY l.id`, family, run)
	lines, err := scanAll(found, err, logLineRow)
	if err != nil {
		return "", err
	}
	h := &historian{querier: q, of: view.Record{Kind: view.FamilyRecord, ID: family}, rows: map[rowKey]map[string]any{}, layout: map[string][]string{}}
	var words, added []string
	for _, l := range lines {
		if l.folded() {
			continue
		}
		if l.op == "insert" && (l.table == "pupil" || l.table == "adult") {
			added = append(added, h.rowName(l.table, l.row))
			continue
		}
		more, err := h.importedLine(l, added)
		if err != nil {
			return "", err
		}
		for _, w := range more {
			if !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	if len(added) > 0 {
		words = append([]string{"new: " + strings.Join(added, ", ")}, words...)
	}
	if n := len(words); n > mostChanges {
		words = append(words[:mostChanges], fmt.Sprintf("%d more", n-mostChanges))
	}
	return strings.Join(words, " · "), nil
}

// importedLine is one line of the log as the timeline says it; what came with somebody new is not said.
func (h *historian) importedLine(l logLine, added []string) ([]string, error) {
	name := h.rowName(l.table, l.row)
	if l.table == "phone" || l.table == "email" {
		row := h.row(l.table, l.row)
		owner := h.words(l.table, "adult_id", row["adult_id"])
		if owner == "" {
			owner = h.words(l.table, "pupil_id", row["pupil_id"])
		}
		if slices.Contains(added, owner) || owner == "" {
			return nil, nil
		}
		what := map[string]string{"phone": "phone", "email": "e-mail"}[l.table]
		return []string{map[string]string{"insert": "new ", "update": "changed "}[l.op] + what + " of " + owner}, nil
	}
	if l.op == "insert" {
		if slices.ContainsFunc(added, func(who string) bool { return strings.Contains(name, who) }) {
			return nil, nil
		}
		return []string{"new: " + name}, nil
	}
	changes, err := h.inWords(l)
	var words []string
	for _, c := range changes {
		switch {
		case c.Happened != "":
			words = append(words, c.Happened)
		case strings.HasPrefix(strings.ToLower(c.To), c.Field+" "): // "Year 5"
			words = append(words, c.To)
		default:
			words = append(words, c.Field+" "+c.To)
		}
	}
	if len(words) == 0 || err != nil {
		return nil, err
	}
	return []string{name + ": " + strings.Join(words, ", ")}, nil
}
