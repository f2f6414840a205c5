package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

// columnChoice is one row: what a column of a layout was said to hold.
type columnChoice struct {
	id     int64
	layout string
	place  int
	intake.Target
}

func (q querier) columnChoices(where string, args ...any) ([]columnChoice, error) {
	rows, err := q.query("SELECT id, layout, place, field, block FROM column_choice "+where, args...)
	choices, err := scanAll(rows, err, func(c *columnChoice) []any { return []any{&c.id, &c.layout, &c.place, &c.Field, &c.Block} })
	if err != nil {
		return nil, fmt.Errorf("reading what columns were said to hold: %w", err)
	}
	return choices, nil
}

// columnsSaid is what was said of the columns of every layout.
func (s *Store) columnsSaid(ctx context.Context) (map[string]intake.Said, error) {
	said := map[string]intake.Said{}
	err := s.read(ctx, func(q querier) error {
		choices, err := q.columnChoices("")
		for _, c := range choices {
			if said[c.layout] == nil {
				said[c.layout] = intake.Said{}
			}
			said[c.layout][c.place] = c.Target
		}
		return err
	})
	return said, err
}

// pendingColumns is what DealColumns and RememberColumns need of a file.
type pendingColumns struct {
	head   *intake.Head
	layout string
	said   map[string]intake.Said
}

// ImportColumns are what the columns of an office's export hold, by what was said of its layout before. A
// file whose headings nobody knows has them, too, where a line looks like headings; one that cannot be read
// whatever its columns hold is a Problem.
func (s *Store) ImportColumns(ctx context.Context, path string) (view.Columns, error) {
	name, data, err := exportAt(path)
	if err != nil {
		return view.Columns{}, err
	}
	said, err := s.columnsSaid(ctx)
	if err != nil {
		return view.Columns{}, err
	}
	head, err := intake.ReadHead(data, intake.Options{Said: said})
	if err != nil {
		return view.Columns{}, notRead(name, err)
	}
	name, _ = model.Clean(name)
	c := view.Columns{File: name, Own: head.Own, Pending: &pendingColumns{head: head, said: said}}
	for _, line := range head.Lines() {
		c.Lines = append(c.Lines, view.HeadingLine{Row: line.Row, Text: strings.Join(line.Cells, " · ")})
	}
	for _, f := range intake.ColumnFields {
		c.Fields = append(c.Fields, view.ColumnField{Key: string(f.Field), Words: f.Words, Child: f.Field.Pupils(), Contact: f.Field.Contacts()})
	}
	return s.DealColumns(ctx, c, head.Row, nil)
}

// DealColumns is what the columns hold if the headings stand in that row and it is said so of single ones;
// nil is what is remembered of them. Nothing is written.
func (s *Store) DealColumns(_ context.Context, c view.Columns, row int, said map[int]view.ColumnTarget) (view.Columns, error) {
	p := *c.Pending.(*pendingColumns)
	_, _, p.layout = p.head.Columns(row, nil)
	c.Kept = targetsOf(p.said[p.layout])
	if said == nil {
		said = maps.Clone(c.Kept)
	}
	columns, relations, _ := p.head.Columns(row, saidOf(said))
	c.Row, c.Said, c.Pending = row, said, &p
	c.Whose, c.Wrong = whoseWords(columns, relations), ""
	if !intake.Named(columns) {
		c.Wrong = errNoNames.Sentence
	}
	c.Columns = make([]view.Column, len(columns))
	for i, column := range columns {
		c.Columns[i] = view.Column{Heading: column.Heading, Now: targetOf(column.Target), Own: targetOf(column.Own), Samples: p.samples(row, column, s.today())}
		if other := intake.Twice(columns, i); other >= 0 {
			c.Columns[i].Twice = columns[other].Heading
		}
	}
	return c, nil
}

var errNoNames = Problem{Sentence: "No column holds a child's name yet, and without one no row can be taken in: say which column does."}

func (s *Store) today() model.Date { return model.DateOf(s.o.Now()) }

func targetOf(t intake.Target) view.ColumnTarget {
	return view.ColumnTarget{Field: string(t.Field), Block: t.Block}
}

func targetsOf(said intake.Said) map[int]view.ColumnTarget {
	targets := map[int]view.ColumnTarget{}
	for place, t := range said {
		targets[place] = targetOf(t)
	}
	return targets
}

func saidOf(targets map[int]view.ColumnTarget) intake.Said {
	said := intake.Said{}
	for place, t := range targets {
		said[place] = intake.Target{Field: intake.Field(t.Field), Block: t.Block}
	}
	return said
}

// whoseWords name the child and the contacts, with one more than the columns have.
func whoseWords(columns []intake.Column, relations []string) []string {
	words, most := []string{"child"}, 0
	for _, c := range columns {
		most = max(most, c.Block)
	}
	for block := 1; block <= min(most+1, intake.MostContacts); block++ {
		whose := fmt.Sprintf("contact %d", block)
		if block < len(relations) && relations[block] != "" {
			whose += ", " + relations[block]
		}
		words = append(words, whose)
	}
	return words
}

func (p *pendingColumns) samples(row int, c intake.Column, today model.Date) []view.ColumnSample {
	var samples []view.ColumnSample
	for _, text := range p.head.Samples(row, c.Index) {
		r := intake.ReadCell(c.Heading, text, c.Target, today)
		samples = append(samples, view.ColumnSample{Text: text, Reads: readingWords(r), Wrong: r.Wrong})
	}
	return samples
}

// readingWords are what is made of a cell, as a person reads it.
func readingWords(r intake.Reading) string {
	words := make([]string, len(r.Values))
	for i, v := range r.Values {
		words[i] = cellWords(v)
		if len(r.Values) > 1 && slices.Contains([]intake.Field{intake.Forename, intake.Surname, intake.KnownAs}, v.Field) {
			words[i] = v.Field.Words() + " " + words[i]
		}
	}
	return strings.Join(words, ", ")
}

// cellWords are a value, in words where a preview would show it as it is kept.
func cellWords(v intake.FieldValue) string {
	switch v.Field {
	case intake.Leaving:
		return model.Date(v.Value).Full()
	case intake.OnRoll:
		return map[string]string{string(model.Yes): "on roll", string(model.No): "has left"}[v.Value]
	case intake.CourtOrder:
		return map[string]string{string(model.Yes): "there is a court order", string(model.No): "no court order"}[v.Value]
	case intake.UPNUnverified:
		return v.Value + ", unverified"
	}
	return valueWords(v.Field, v.Value)
}

// ColumnReadings are the fields that a column may hold, each with how its first value would be read as that.
func (s *Store) ColumnReadings(_ context.Context, c view.Columns, place int) ([]view.ColumnField, error) {
	p, column := c.Pending.(*pendingColumns), c.Columns[place]
	fields := slices.Clone(c.Fields)
	samples := p.head.Samples(c.Row, place)
	for i, f := range fields {
		t := intake.Target{Field: intake.Field(f.Key), Block: max(column.Now.Block, 1)}
		if !f.Contact || f.Child && column.Now.Block == 0 {
			t.Block = 0
		}
		if len(samples) > 0 {
			fields[i].Reads = readingWords(intake.ReadCell(column.Heading, samples[0], t, s.today()))
		}
	}
	return fields, nil
}

// RememberColumns keeps what is said of the columns of a file, for every file with the same headings. What
// their headings say alone is not kept; where nothing is said any more, what was said before is forgotten. That
// no column holds a child's name is a Problem.
func (s *Store) RememberColumns(ctx context.Context, c view.Columns) (view.Change, error) {
	p := c.Pending.(*pendingColumns)
	if len(c.Said) == 0 && len(c.Kept) > 0 {
		return s.step(ctx, "forgot what was said of the columns of "+c.File, func(w *work) error { return w.rememberColumns(p.layout, nil) })
	}
	columns, _, _ := p.head.Columns(c.Row, saidOf(c.Said))
	if !intake.Named(columns) {
		return view.Change{}, errNoNames
	}
	said := intake.Said{}
	for _, column := range columns {
		if column.Said || column.Field != "" && c.Row != c.Own { // else the headings would not be found there again
			said[column.Index] = column.Target
		}
	}
	return s.step(ctx, "said what the columns of "+c.File+" hold", func(w *work) error { return w.rememberColumns(p.layout, said) })
}

func (w *work) rememberColumns(layout string, said intake.Said) error {
	held, err := w.columnChoices("WHERE layout = ?", layout)
	if err != nil {
		return err
	}
	ids := map[int]int64{}
	for _, c := range held {
		if _, stays := said[c.place]; stays {
			ids[c.place] = c.id
		} else if _, err := w.exec("DELETE FROM column_choice WHERE id = ?", c.id); err != nil {
			return fmt.Errorf("forgetting what a column was said to hold: %w", err)
		}
	}
	for _, place := range slices.Sorted(maps.Keys(said)) {
		id, t := ids[place], said[place]
		err := w.save("column_choice", &id, []string{"layout", "place", "field", "block"}, []any{&layout, &place, &t.Field, &t.Block})
		if err != nil {
			return fmt.Errorf("keeping what a column holds: %w", err)
		}
	}
	return nil
}

// OnTheScreen adds to the refusal of a file whose headings nobody knows that the screen can be told what its
// columns hold. Other errors stay as they are.
func OnTheScreen(err error, path string) error {
	refusal, ok := intake.Refused(err)
	if !ok || refusal.Code != intake.NoHeadings {
		return err
	}
	return Problem{Sentence: refusal.Text + " Or say on the screen what its columns hold: kettle import " + path, Err: err}
}
