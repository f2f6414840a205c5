package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Options say how a caseload is opened. Only Path is needed.
type Options struct {
	Path     string
	Window   string           // names this run of the program; "" makes a new name
	Now      func() time.Time // the day that rules get, which demo sets; nil is the machine's clock
	Machine  func() time.Time // the machine's clock, for ages of backups; nil is time.Now
	ReadOnly bool
	Observe  func(write bool) // called at the start of every read and write; nil is nobody
	Sealing  int              // how much work it is to open a pack that is made, as a power of two; 0 is the usual
	Exports  []string         // folders in which an office's export may lie; nil is the user's own

	alive        func(pid int) bool // whether a process runs; nil asks the system
	looksThrough int64              // up to which size in bytes the file is looked through at opening; 0 is checkedAtOpening
}

// Store is one open caseload. Its methods may be called from several goroutines.
type Store struct {
	o       Options
	hold    folderHold
	opened  os.FileInfo // the file as it was when it was opened
	filled  bool        // it held a caseload then
	writer  *sql.DB     // one connection, so that writes of this window queue here; opened by the first
	readers *sql.DB
	undo    undoStacks
	columns sync.Map // table to map[string]bool
	search  familySearch
	others  otherWindows
}

// Open opens the caseload at o.Path, and makes it when there is none. It brings an older file up to
// date after a backup. A file that is no caseload of this program, or is of a newer program, is
// refused with a Problem and is not touched.
func Open(ctx context.Context, o Options) (*Store, error) {
	o = o.filled()
	path, err := filepath.Abs(o.Path)
	if err != nil {
		return nil, fmt.Errorf("finding the caseload's folder: %w", err)
	}
	o.Path = path
	if err := readyFile(o); err != nil {
		return nil, err
	}
	hold, err := holdFolder(filepath.Dir(o.Path), false)
	if err != nil {
		return nil, err
	}
	s := &Store{o: o, hold: hold}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(openingProblem(o.Path, err), s.Close())
	}
	return s, nil
}

func (o Options) filled() Options {
	if o.Machine == nil {
		o.Machine = time.Now
	}
	if o.Now == nil {
		o.Now = o.Machine
	}
	if o.Window == "" {
		o.Window = NewWindow()
	}
	if o.alive == nil {
		o.alive = processRuns
	}
	if o.looksThrough == 0 {
		o.looksThrough = checkedAtOpening
	}
	return o
}

func (s *Store) open(ctx context.Context) (err error) {
	if s.writer, err = connect(s.o.Path, 1, s.o.mode()); err != nil {
		return err
	}
	if s.readers, err = connect(s.o.Path, 1, s.o.mode(), "query_only(ON)"); err != nil {
		return err
	}
	if err := s.remember(); err != nil {
		return err
	}
	if err := s.looksWhole(ctx); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	if err := s.remember(); err != nil {
		return err
	}
	if err := s.adoptDrafts(ctx); err != nil && !passing(err) {
		return err
	}
	return nil
}

// passing reports a fault that leaves the file readable and may be over soon. What only tidies waits
// for the next start then.
func passing(err error) bool {
	return slices.Contains([]sentence{diskFull, diskFails, notWritable, notOpened, othersWrite}, sentenceOf(err))
}

// Close ends the use of the file. What was answered as kept is on the disk before that.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.readers, s.writer} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	errs = append(errs, s.hold.release())
	return errors.Join(errs...)
}

// Path is the caseload's file.
func (s *Store) Path() string { return s.o.Path }

func (s *Store) observe(write bool) {
	if s.o.Observe != nil {
		s.o.Observe(write)
	}
}

// pragmas are set on every connection. The journal is a rollback journal: the file may be on a memory
// stick or a network drive, where a write-ahead log is unsafe, and is one file when at rest. EXTRA
// also syncs the folder once the journal is gone. secure_delete leaves nothing readable behind;
// temp_store keeps sorting out of the system's folder for temporary files. With cache_spill a step that
// is larger than the cache would lock out every reader until its end: only the largest may (largely).
// The rest guards against a file that was made to do harm.
var pragmas = []string{
	"busy_timeout(5000)",
	"journal_mode(DELETE)",
	"synchronous(EXTRA)",
	"foreign_keys(ON)",
	"trusted_schema(OFF)",
	"secure_delete(ON)",
	"cell_size_check(ON)",
	"temp_store(2)",
	"cache_spill(OFF)",
	"cache_size(20)", // pages, which SQLite takes in one piece: the system keeps the file's pages, too
}

// mode is SQLite's word for whether the file may be written to. Connections for reading have "rw",
// too: they must be able to roll back what a window that was killed left half-written.
func (o Options) mode() string {
	if o.ReadOnly {
		return "ro"
	}
	return "rw"
}

// connect prepares connections to the file; the first use opens one. Connections are never closed
// for being idle: a new one would begin by reading the whole schema again.
func connect(path string, connections int, mode string, more ...string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", address(path, mode, more...))
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	db.SetConnMaxIdleTime(0)
	return db, nil
}

// address is the file as SQLite's URI with our pragmas and more; names with ?, # or % stay whole.
func address(path, mode string, more ...string) string {
	slashed := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" && slashed[0] != '/' {
		slashed = "/" + slashed
	}
	query := url.Values{"_txlock": {"immediate"}, "mode": {mode}, "_pragma": slices.Concat(pragmas, systemPragmas, more)}
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: query.Encode()}).String()
}
