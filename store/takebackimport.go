package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

// LastImport says what taking back the last import would do (import.md section 7); nothing is done. The
// zero LastImport is none.
func (s *Store) LastImport(ctx context.Context) (last view.LastImport, err error) {
	err = s.read(ctx, func(q querier) error {
		step, err := q.lastImport(&last)
		if err != nil || step.id == 0 {
			return err
		}
		w := &work{querier: q, s: s}
		if err := w.whole(step); err != nil {
			return err
		}
		b, err := w.backward(step.id)
		if err != nil {
			return err
		}
		return b.words(&last)
	})
	return last, err
}

// TakeBackImport takes back the import of a step, which must be the last, as far as nothing stands on it:
// families on which something was written since stay with all their people, and so does what was changed
// by hand. It is one step, which Undo takes back in turn.
func (s *Store) TakeBackImport(ctx context.Context, step int64) (view.Change, error) {
	head := stepHead{kind: stepUndo, target: step}
	err := s.read(ctx, func(q querier) (err error) {
		head.title, err = q.titleOfLast(step)
		return err
	})
	if err != nil {
		return view.Change{}, err
	}
	defer s.largely(ctx)()
	change, err := s.logged(ctx, head, func(w *work) error {
		if _, err := w.titleOfLast(step); err != nil { // another window may have taken in a file just now
			return err
		}
		effective, err := w.inEffect(step)
		if err == nil && !effective {
			err = errTakenBack
		}
		if err == nil {
			err = w.whole(loggedStep{step, head.title})
		}
		if err != nil {
			return err
		}
		b, err := w.backward(step)
		if err != nil {
			return err
		}
		return b.takeBack(loggedStep{step, head.title})
	})
	if err == nil {
		s.undo.did(view.Change{Step: change.Step, Title: view.TookBack + head.title})
	}
	return change, err
}

// titleOfLast is what the step of an import is called. It is a Problem when the import is not the last.
func (q querier) titleOfLast(step int64) (string, error) {
	is, err := q.lastImport(&view.LastImport{})
	if err == nil && is.id != step {
		err = Problem{Sentence: "That is not the last import any more: only the last one is taken back."}
	}
	return is.title, err
}

// lastImport finds the step that took in the last file that stands.
func (q querier) lastImport(last *view.LastImport) (step loggedStep, err error) {
	err = q.queryRow(`SELECT s.id, s.title, r.file, r.at FROM import_run r JOIN change_log c ON c.tbl = 'import_run' AND c.row_id = r.id AND c.op = 'insert'
		JOIN step s ON s.id = c.step_id WHERE r.id = (SELECT max(id) FROM import_run) ORDER BY c.id DESC LIMIT 1`).Scan(&step.id, &step.title, &last.File, &last.At)
	if errors.Is(err, sql.ErrNoRows) {
		return loggedStep{}, nil
	}
	last.Step = step.id
	return step, err
}

// takeBack inverts what goes and what changes back, from the last row of the import to the first.
func (b *backward) takeBack(step loggedStep) error {
	turned := 0
	for i := len(b.rows) - 1; i >= 0; i-- {
		r := b.rows[i]
		if i%500 == 0 {
			if err := view.Report(b.ctx, view.Progress{What: "Taking back " + step.title, Done: len(b.rows) - i, Total: len(b.rows)}); err != nil {
				return err
			}
		}
		done, err := b.turn(r)
		if err != nil {
			return b.blocked(step, entry{table: r.table, row: r.id}, err)
		}
		if done {
			turned++
		}
	}
	var logged int
	if err := b.queryRow("SELECT count(*) FROM change_log WHERE step_id = ?", b.stepID).Scan(&logged); err != nil {
		return err
	}
	if logged > turned {
		return Problem{fmt.Sprintf("“%s” cannot be taken back: something that was written since would go with it.", step.title), errStands}
	}
	return nil
}

func (b *backward) turn(r *importedRow) (bool, error) {
	switch {
	case r.made && (b.stays[r] || r.now == nil):
		return false, nil
	case r.made:
		_, err := b.exec("DELETE FROM "+r.table+" WHERE id = ?", r.id)
		return true, err
	case b.standing[r.unit]:
		return false, nil
	case r.gone:
		_, err := b.unDelete(entry{table: r.table, row: r.id}, r.was)
		return true, err
	}
	back, rest := map[string]any{}, false
	for column, is := range r.is {
		if b.back(r, column) {
			back[column] = r.was[column]
		} else if column != "updated_at" && is != r.was[column] {
			rest = true
		}
	}
	if at, set := r.was["updated_at"]; set && !rest {
		back["updated_at"] = at
	}
	if len(back) == 0 {
		return false, nil
	}
	_, err := b.unUpdate(entry{table: r.table, row: r.id}, back, nil)
	return true, err
}

// back reports whether a column that the import changed is to be as before: nobody changed it since.
func (b *backward) back(r *importedRow, column string) bool {
	if column == "updated_at" || r.now == nil || r.now[column] != r.is[column] {
		return false
	}
	return r.table != "office_value" || !b.kept[officeOf(r.now)]
}

// words say what goes and what stays.
func (b *backward) words(last *view.LastImport) error {
	for _, r := range b.rows {
		switch {
		case r.made && r.now != nil && !b.stays[r]:
			switch r.table {
			case "family":
				last.Families++
			case "pupil":
				last.Children++
			case "adult":
				last.Adults++
			}
		}
	}
	last.Changes = len(b.changes())
	if err := b.staying(last); err != nil {
		return err
	}
	return b.keptFields(last)
}

// changes are what is again as it was of those who were there before, as the preview counts it: a field each,
// and the numbers of a person and their e-mail addresses one each.
func (b *backward) changes() map[string]bool {
	all := map[string]bool{}
	for _, r := range b.rows {
		switch {
		case b.standing[r.unit] || b.stays[r] || b.ofNew(r):
		case r.table == "phone" || r.table == "email":
			all[r.table+" "+r.unit] = true
		case r.table == "office_value" && r.now != nil: // of the address, which the homes follow
			if of := officeOf(r.now); isAddress(textIn(r.now, "field")) && !b.kept[of] {
				all[of] = true
			}
		case !r.made && (r.table == "pupil" || r.table == "adult" || r.table == "pupil_adult"):
			for column := range r.is {
				if column != "order_from_office" && b.back(r, column) {
					all[fieldOf(r, column)] = true
				}
			}
		}
	}
	return all
}

func isAddress(field string) bool {
	return field == string(intake.Address) || field == string(intake.Postcode)
}

// ofNew reports whether a row belongs to somebody who came with the import.
func (b *backward) ofNew(r *importedRow) bool {
	return slices.ContainsFunc(b.owners(r), func(owner importedKey) bool {
		of := b.of[owner]
		return of != nil && of.made
	})
}

// staying names the families that stay, each with its children of this import and the reason.
func (b *backward) staying(last *view.LastImport) error {
	children, names := map[int64][]string{}, map[int64]bool{}
	for _, r := range b.rows {
		if b.stays[r] && r.table == "pupil" {
			family, _ := r.now["family_id"].(int64)
			p := model.Pupil{KnownAs: textIn(r.now, "known_as"), Forename: textIn(r.now, "forename"), Surname: textIn(r.now, "surname"), Class: textIn(r.now, "reg")}
			children[family], names[family] = append(children[family], p.Card()), true
		}
	}
	for family := range b.why {
		names[family] = true
	}
	for _, family := range slices.Sorted(maps.Keys(names)) {
		f, err := b.familyOf(family)
		if err != nil {
			return err
		}
		stays := view.ImportStays{Family: f.Name, Why: b.why[family].String()}
		if stays.Why == "" {
			stays.Why = "it belongs to somebody who stays"
		}
		for i, child := range children[family] {
			if i > 0 {
				stays.Children += " · "
			}
			stays.Children += child
		}
		last.Stays = append(last.Stays, stays)
	}
	model.InOrder(last.Stays, func(a, b view.ImportStays) int { return compareFolded(a.Family, b.Family) })
	return nil
}
