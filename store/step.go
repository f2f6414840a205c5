package store

import (
	"context"
	"database/sql"
	"fmt"

	sqlite3 "modernc.org/sqlite/lib"

	"kettle/model"
	"kettle/model/view"
)

// querier asks questions in one transaction, under the one context it was begun with.
type querier struct {
	ctx context.Context
	tx  *sql.Tx
}

func (q querier) query(sql string, args ...any) (*sql.Rows, error) {
	return q.tx.QueryContext(q.ctx, sql, args...)
}

func (q querier) queryRow(sql string, args ...any) *sql.Row {
	return q.tx.QueryRowContext(q.ctx, sql, args...)
}

// work is a transaction that writes: one step, with what it touches.
type work struct {
	querier
	s        *Store
	at       string
	stepID   int64
	change   view.Change
	families map[int64]bool
	prepared map[string]*sql.Stmt
}

// exec runs a statement. Each text is prepared once in a transaction: an import runs the same few
// thousands of times, and preparing one for a table with triggers costs more than running it.
func (w *work) exec(text string, args ...any) (sql.Result, error) {
	stmt := w.prepared[text]
	if stmt == nil {
		var err error
		if stmt, err = w.tx.PrepareContext(w.ctx, text); err != nil {
			return nil, err
		}
		w.prepared[text] = stmt
	}
	return stmt.ExecContext(w.ctx, args...)
}

// now is the moment of this step, the same for all its rows.
func (w *work) now() string { return w.at }

// report says how far the step has come; its error is that it is to stop.
func (w *work) report(what string, done, total int) error {
	return view.Report(w.ctx, view.Progress{What: what, Done: done, Total: total})
}

// today is the day of this step.
func (w *work) today() model.Date { return model.Moment(w.at).Date() }

// touch says that these changed. What the change log shows is found without it; see touches.go.
func (w *work) touch(kind view.Kind, ids ...int64) {
	known := map[int64]bool{}
	for _, id := range w.change.Touched[kind] {
		known[id] = true
	}
	for _, id := range ids {
		if !known[id] {
			known[id] = true
			w.change.Touched[kind] = append(w.change.Touched[kind], id)
		}
	}
}

// family says that the lines of these families in the list are to be made anew. The families of the
// rows that changed are found without it.
func (w *work) family(ids ...int64) {
	for _, id := range ids {
		w.families[id] = true
	}
}

// title sets a better title than the one the step began with.
func (w *work) title(title string) { w.change.Title = title }

// made says which id was made.
func (w *work) made(id int64) { w.change.New = id }

// read runs do on a read transaction.
func (s *Store) read(ctx context.Context, do func(q querier) error) error {
	s.observe(false)
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explained(err)
	}
	defer tx.Rollback()
	return explained(do(querier{ctx, tx}))
}

// step runs do as one transaction, logged as one step with this title; then the lines of the families
// it touched are made anew in the same transaction. Where do changed nothing, it is no step: the
// zero Change. A new step empties what can be redone.
func (s *Store) step(ctx context.Context, title string, do func(w *work) error) (view.Change, error) {
	change, err := s.logged(ctx, stepHead{title: title, kind: stepDo}, do)
	if err == nil && change.Step != 0 {
		s.undo.did(change)
	}
	return change, err
}

// stepHead is what a step is when it begins.
type stepHead struct {
	title  string
	kind   string
	target int64 // the step that is taken back, 0 for one that is done
}

// The kinds of step.
const (
	stepDo   = "do"
	stepUndo = "undo"
	stepRedo = "redo"
)

func (s *Store) logged(ctx context.Context, head stepHead, do func(w *work) error) (view.Change, error) {
	var change view.Change
	err := s.write(ctx, func(w *work) (bool, error) {
		if err := w.begin(head); err != nil {
			return false, err
		}
		if err := do(w); err != nil {
			return false, err
		}
		kept, err := w.end()
		if kept {
			change = w.change
		}
		return kept, err
	})
	if err != nil {
		return view.Change{}, err
	}
	return change, nil
}

// write runs do on a transaction that may write from its beginning, and commits it when do says that
// it is to be kept. Nothing of it stands after an error. After a fault of the disk the next one works,
// once the fault is over: SQLite opens a file that it fails to open for writing for reading alone, and a
// connection that was opened while the disk failed for a moment would refuse to write for ever.
func (s *Store) write(ctx context.Context, do func(w *work) (keep bool, err error)) error {
	s.observe(true)
	err := s.tryWrite(ctx, do)
	if extendedCode(err) == sqlite3.SQLITE_READONLY && !s.o.ReadOnly {
		s.writer.SetMaxIdleConns(0) // closes it; nothing of the transaction stands
		s.writer.SetMaxIdleConns(1)
		err = s.tryWrite(ctx, do)
	}
	return err
}

func (s *Store) tryWrite(ctx context.Context, do func(w *work) (keep bool, err error)) error {
	if err := s.here(); err != nil {
		return err
	}
	if err := s.aboutToWrite(ctx); err != nil {
		return s.refusedWrite(err)
	}
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return s.refusedWrite(err)
	}
	defer tx.Rollback()
	w := &work{querier: querier{ctx, tx}, s: s, at: string(model.MomentOf(s.o.Now())),
		families: map[int64]bool{}, prepared: map[string]*sql.Stmt{}}
	w.change.Touched = map[view.Kind][]int64{}
	if err := w.checkVersion(); err != nil {
		return s.refusedWrite(err)
	}
	keep, err := do(w)
	if err != nil || !keep {
		return s.refusedWrite(err)
	}
	return s.commit(ctx, w)
}

// begin opens the step, so that the triggers log under it.
func (w *work) begin(head stepHead) error {
	w.title(head.title)
	if err := w.followChanges(); err != nil {
		return err
	}
	done, err := w.exec("INSERT INTO step (title, window, at, kind, target) VALUES (?, ?, ?, ?, ?)",
		head.title, w.s.o.Window, w.at, head.kind, orNull(&head.target))
	if err != nil {
		return fmt.Errorf("beginning a step: %w", err)
	}
	if w.stepID, err = done.LastInsertId(); err != nil {
		return err
	}
	_, err = w.exec("INSERT INTO step_now (one, step_id) VALUES (1, ?)", w.stepID)
	return err
}

// end closes the step, with what it touched and the lines of the families made anew; kept is false
// when nothing was changed.
func (w *work) end() (kept bool, err error) {
	if err := w.closeLog(); err != nil {
		return false, err
	}
	var changes int
	err = w.queryRow("SELECT count(*) FROM change_log WHERE step_id = ?", w.stepID).Scan(&changes)
	if err != nil || changes == 0 {
		return false, err
	}
	if _, err := w.exec("UPDATE step SET title = ?1 WHERE id = ?2 AND title <> ?1", w.change.Title, w.stepID); err != nil {
		return false, err
	}
	w.change.Step = w.stepID
	if err := w.touchLogged(); err != nil {
		return false, fmt.Errorf("finding what changed: %w", err)
	}
	return true, w.refreshFamilies()
}
