package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

// mostExport is more than the largest file that is read, in bytes: intake refuses in better words.
const mostExport = 21 << 20

// pendingImport is what TakeIn needs of a preview: what the file says, and what was found to be done.
type pendingImport struct {
	file   *intake.File
	result intake.Result
	held   heldCaseload
	plan   intake.Plan

	choices  intake.Choices
	offered  intake.Plan    // with nothing left out: what may be decided
	together intake.Choices // those of choices that say what is offered
}

// PreviewImportFile is PreviewImport of a file. The path may be one that a terminal pasted when the
// file was dropped on it.
func (s *Store) PreviewImportFile(ctx context.Context, path string) (view.Import, error) {
	name, data, err := exportAt(path)
	if err != nil {
		return view.Import{}, err
	}
	return s.PreviewImport(ctx, name, data)
}

// CheckImportFile is why a file cannot be taken in at all, into any caseload; see PreviewImportFile.
func CheckImportFile(path string) error {
	name, data, err := exportAt(path)
	if err == nil {
		_, err = readExport(name, data, nil)
	}
	return err
}

// RefusedDump is an empty Dump whose report says why a file cannot be taken in; ok is false for another error.
func RefusedDump(path string, err error) (e view.Export, ok bool) {
	refusal, ok := intake.Refused(err)
	if !ok {
		return e, false
	}
	name, _ := model.Clean(filepath.Base(DroppedPath(path)))
	return exported(intake.Caseload{}, nil, view.ExportReport{File: name, Problems: reported([]intake.Problem{refusal.Problem()})}), true
}

func exportAt(path string) (name string, data []byte, err error) {
	return readDropped(path, mostExport, "a CSV file")
}

// readExport reads a file, given what was said of the columns of layouts.
func readExport(name string, data []byte, said map[string]intake.Said) (*intake.File, error) {
	name, _ = model.Clean(name)
	file, err := intake.Read(name, data, intake.Options{Said: said})
	return file, notRead(name, err)
}

// notRead gives an error of reading a file the sentence of its refusal.
func notRead(name string, err error) error {
	if refusal, ok := intake.Refused(err); ok {
		return Problem{Sentence: refusal.Text, Err: refusal}
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	return nil
}

// PreviewImport says what taking in an office's export would do; nothing is written, and the file is
// not kept. A file that cannot be taken in at all is a Problem. Long work stops when ctx is done.
func (s *Store) PreviewImport(ctx context.Context, name string, data []byte) (view.Import, error) {
	said, err := s.columnsSaid(ctx)
	if err != nil {
		return view.Import{}, err
	}
	file, err := readExport(name, data, said)
	if err := errors.Join(err, view.Report(ctx, view.Progress{What: "rows"})); err != nil {
		return view.Import{}, err
	}
	p := &pendingImport{file: file, result: intake.Parse(file, model.DateOf(s.o.Now()))}
	var schools []model.School
	var years view.YearsAhead
	err = s.read(ctx, func(q querier) error {
		if p.held, err = q.heldCaseload(); err != nil {
			return err
		}
		if schools, err = q.schools(); err != nil {
			return err
		}
		years, err = q.yearsDue(model.DateOf(s.o.Now()))
		return err
	})
	if err != nil {
		return view.Import{}, err
	}
	if err := view.Report(ctx, view.Progress{What: "people", Total: len(p.result.Records)}); err != nil {
		return view.Import{}, err
	}
	p.decide(nil)
	if err := view.Report(ctx, view.Progress{What: "families", Done: len(p.result.Records), Total: len(p.result.Records)}); err != nil {
		return view.Import{}, err
	}
	preview := p.preview(schools)
	preview.Behind = years.Behind()
	return preview, nil
}

// TakeIn does what a preview says, as one step after a backup. When the caseload has changed since so
// that the file would do something else, it is a Problem and nothing is written: preview it again. A
// file that brings nothing is no step.
func (s *Store) TakeIn(ctx context.Context, preview view.Import) (view.Change, error) {
	p, ok := preview.Pending.(*pendingImport)
	if !ok {
		return view.Change{}, errors.New("taking in a file: the preview holds nothing to do")
	}
	if ready, err := s.readyToTakeIn(ctx, preview.Nothing); !ready {
		return view.Change{}, err
	}
	defer s.largely(ctx)()
	school := preview.School
	return s.step(ctx, p.title(), func(w *work) error { return w.takeIn(p, school) })
}

// readyToTakeIn makes the backup before anything is taken in. Where there is nothing to take in, it is not
// ready, and there is no error.
func (s *Store) readyToTakeIn(ctx context.Context, nothing bool) (ready bool, err error) {
	if s.o.ReadOnly {
		return false, Problem{Sentence: "The caseload is open for looking only, so nothing was taken in: open it without --read-only."}
	}
	if nothing {
		return false, nil
	}
	_, err = s.Backup(ctx, "import")
	return err == nil, err
}

var errOutdated = Problem{Sentence: "The caseload has changed since this preview was made, and the file would do something else now: look at it again. Nothing was taken in."}

func (w *work) takeIn(p *pendingImport, school int64) error {
	held, err := w.heldCaseload()
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(held.Caseload, p.held.Caseload) && !reflect.DeepEqual(intake.Choose(p.result, held.Caseload, p.choices), p.plan) {
		return errOutdated
	}
	if err := newTaking(w, p.plan, held, school).write(); err != nil {
		return err
	}
	if err := w.noteRun(p); err != nil {
		return fmt.Errorf("noting the import: %w", err)
	}
	if err := w.markYears(); err != nil {
		return err
	}
	w.made(0)
	return nil
}

// title is the step in the footer: what came, and what was left.
func (p *pendingImport) title() string { return "took in " + p.file.Name + ": " + p.sum() }

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

var importRunColumns = []string{"at", "file", "size", "fingerprint", "rows_read", "added", "changed", "same", "left_out", "problems"}

// noteRun keeps what is remembered of a file: never its contents, nor where it lay.
func (w *work) noteRun(p *pendingImport) error {
	problems, err := json.Marshal(reported(p.plan.Problems))
	if err != nil {
		return err
	}
	pupils, adults := p.plan.PupilCounts(), p.plan.AdultCounts()
	_, err = w.insert("import_run", importRunColumns, []any{w.now(), p.file.Name, p.file.Size, p.file.Fingerprint, p.plan.RowsRead,
		pupils.New + adults.New, pupils.Changed + adults.Changed, pupils.Same + adults.Same, p.plan.LeftOut(), string(problems)})
	return err
}

// reported are problems in the form of the report.
func reported(problems []intake.Problem) []view.ExportProblem {
	report := make([]view.ExportProblem, len(problems))
	for i, p := range problems {
		report[i] = view.ExportProblem{Row: p.Row, Level: string(p.Level), Code: string(p.Code), Text: p.Text}
	}
	return report
}
