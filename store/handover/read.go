package handover

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// Limits of what is read, so that no file takes all the memory there is: more than the largest caseload
// would fill.
const (
	MostPacked   = 128 << 20 // bytes of the file
	mostUnpacked = 1 << 30   // bytes inside
	mostLine     = 4 << 20   // bytes of one record
	mostText     = 1 << 20   // bytes of one text
	mostRecords  = 2_000_000
	mostParts    = 5_000 // of one record
	mostAlso     = 50
	mostUID      = 200
)

var (
	errDamaged = Refusal{Sentence: "The pack is damaged: it was not copied whole, or was changed on the way. Ask for it again."}
	errTooBig  = Refusal{Sentence: "The pack holds more than any caseload does, so it was not opened: ask whether it is the right file."}
	errNewer   = Refusal{Sentence: "The pack was made by a newer Kettle: bring this one up to date, then open it again."}
	errStrange = Refusal{Sentence: "The pack holds something that no Kettle writes, so nothing of it was taken: ask your colleague to make it again."}
)

// Open opens a pack with its passphrase and reads it to its end. Any error is a Refusal, or that of a
// context that is done.
func Open(ctx context.Context, file io.Reader, passphrase string) (Pack, error) {
	inside, err := unseal(io.LimitReader(file, MostPacked+1), passphrase)
	if err != nil {
		return Pack{}, err
	}
	return Read(ctx, inside)
}

// Read reads what Write wrote, and believes nothing of it: sizes are bounded, texts cleaned of what a
// terminal would obey, and tables, columns and numbers must be those that travel.
func Read(ctx context.Context, inside io.Reader) (Pack, error) {
	unpacked, err := gzip.NewReader(inside)
	if err != nil {
		return Pack{}, refused(err, errDamaged)
	}
	r := newReader(unpacked)
	if err := r.readHeader(); err != nil {
		return Pack{}, err
	}
	for done := false; !done; {
		if done, err = r.readRecord(); err != nil {
			return Pack{}, err
		}
		if len(r.pack.Records)%1000 == 0 {
			if err := view.Report(ctx, view.Progress{What: "reading the pack", Done: len(r.pack.Records), Total: r.promised}); err != nil {
				return Pack{}, err
			}
		}
	}
	if !maps.Equal(counted(r.pack.Records), r.pack.Counts) {
		return Pack{}, errDamaged
	}
	return r.pack, nil
}

func refused(err error, why Refusal) error {
	why.Err = err
	return why
}

// reader reads the lines of a pack.
type reader struct {
	lines    *bufio.Scanner
	left     *io.LimitedReader
	tables   map[string]Table
	place    map[string]int // of a table in Tables: records come in that order
	at       int
	uids     map[string]bool
	promised int
	pack     Pack
}

func newReader(unpacked io.Reader) *reader {
	r := &reader{left: &io.LimitedReader{R: unpacked, N: mostUnpacked}, tables: map[string]Table{}, place: map[string]int{}, uids: map[string]bool{}}
	r.lines = bufio.NewScanner(r.left)
	r.lines.Buffer(make([]byte, 0, 64<<10), mostLine)
	for i, t := range Tables() {
		r.tables[t.Name], r.place[t.Name] = t, i
	}
	return r
}

// next is the next line, nil at the end.
func (r *reader) next() ([]byte, error) {
	if r.lines.Scan() {
		return r.lines.Bytes(), nil
	}
	switch err := r.lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong) || r.left.N <= 0:
		return nil, errTooBig
	case err != nil:
		return nil, refused(err, errDamaged)
	}
	return nil, nil
}

// readHeader reads the first line. Its form is looked at before anything else: the rest of a newer one
// may read differently.
func (r *reader) readHeader() error {
	line, err := r.next()
	if err != nil {
		return err
	}
	var form struct{ Schema string }
	if err := json.Unmarshal(line, &form); err != nil {
		return refused(err, errDamaged)
	}
	if form.Schema != Schema {
		if strings.HasPrefix(form.Schema, strings.TrimRight(Schema, "0123456789")) {
			return errNewer
		}
		return errStrange
	}
	if err := strictly(line, &r.pack.Header); err != nil {
		return err
	}
	h := &r.pack.Header
	for _, text := range []*string{&h.By, &h.School, &h.Caseload} {
		if *text, err = cleaned(*text); err != nil || len(*text) > mostUID {
			return errStrange
		}
	}
	if !model.Moment(h.Made).Valid() {
		return errStrange
	}
	for _, n := range h.Counts {
		r.promised += n
	}
	return nil
}

// strictly reads a line in which nothing may stand that is not known.
func strictly(line []byte, into any) error {
	in := json.NewDecoder(bytes.NewReader(line))
	in.DisallowUnknownFields()
	if err := in.Decode(into); err != nil {
		if strings.Contains(err.Error(), "unknown field") {
			return refused(err, errNewer)
		}
		return refused(err, errDamaged)
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return errDamaged
	}
	return nil
}

func (r *reader) readRecord() (done bool, err error) {
	line, err := r.next()
	if err != nil || line == nil {
		return true, err
	}
	if len(r.pack.Records) >= mostRecords {
		return true, errTooBig
	}
	var record Record
	if err := strictly(line, &record); err != nil {
		return true, err
	}
	t, known := r.tables[record.Table]
	if !known {
		return true, errNewer
	}
	if r.place[t.Name] < r.at {
		return true, errStrange
	}
	r.at = r.place[t.Name]
	if err := r.checkNames(&record); err != nil {
		return true, err
	}
	if err := checkRow(t, record.Values, record.Refs); err != nil {
		return true, err
	}
	r.pack.Records = append(r.pack.Records, record)
	return false, checkParts(t, record)
}
