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
		c.Columns[i] = view.Column{Heading: column.Heading, Now: targetOf(column.Target), Own: targetOf(column.Own),
			Samples: p.samples(row, column, s.today()), Asks: columnAsks(columns, i)}
		if column.Field == "" {
			c.Columns[i].Likely = string(intake.Likely(p.head.Samples(row, i), s.today()))
		}
	}
	return c, nil
}

// columnAsks is what should be looked at again of a column: court orders that are not taken in, or that
// another column holds the same.
func columnAsks(columns []intake.Column, at int) string {
	if orderUnheard(columns[at]) {
		return "Here the office says where there is a court order: left so, Kettle does not hear of it."
	}
	if other := intake.Twice(columns, at); other >= 0 {
		return "“" + columns[other].Heading + "” holds the same: of the two the first that is filled counts in each row."
	}
	return ""
}

// orderUnheard reports whether a column of court orders was said to hold something else.
func orderUnheard(c intake.Column) bool {
	return c.Own.Field == intake.CourtOrder && c.Field != intake.CourtOrder
}

// columnAlarms are what must be read first of what was said of the columns.
func (p *pendingImport) columnAlarms() []view.ImportNote {
	var notes []view.ImportNote
	for _, c := range p.file.Columns {
		if orderUnheard(c) {
			notes = append(notes, view.ImportNote{Row: p.file.HeadingRow,
				Text: "The column “" + c.Heading + "” says where there is a court order, and you said to read it otherwise: from this file Kettle does not hear of any."})
		}
	}
	return notes
}

var errNoNames = Problem{Sentence: "No column holds a child's name yet: say which one does."}

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

// OnTheScreen adds to the refusal of a file whose headings nobody knows that the screen can be told what its
// columns hold. Other errors stay as they are.
func OnTheScreen(err error, path string) error {
	refusal, ok := intake.Refused(err)
	if !ok || refusal.Code != intake.NoHeadings {
		return err
	}
	return Problem{Sentence: refusal.Text + " Or say on the screen what its columns hold: kettle import " + path, Err: err}
}
