package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"
)

//go:embed schema/*.sql
var schemaFiles embed.FS

// migration is one numbered file of schema: what brings a caseload from the version before to it.
type migration struct {
	version int
	name    string
	sql     func() string // read when it is needed, for most files are of the newest version
}

// migrations are the files of schema in order. A wrong name is a fault of the build that every test
// shows.
var migrations = sync.OnceValue(func() []migration { return readMigrations(schemaFiles) })

func readMigrations(files fs.FS) []migration {
	names, err := fs.Glob(files, "schema/*.sql")
	if err != nil {
		panic(err)
	}
	var all []migration
	for i, name := range names {
		number, rest, _ := strings.Cut(path.Base(name), "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != i+1 {
			panic(fmt.Sprintf("%s: the files of schema are numbered without a gap", name))
		}
		all = append(all, migration{version, strings.TrimSuffix(rest, ".sql"), func() string { return readMigration(files, name) }})
	}
	return all
}

func readMigration(files fs.FS, name string) string {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// newestVersion is the version of the file that this program writes.
func newestVersion() int { return len(migrations()) }

// migrate brings the file up to date, one transaction for each version. A file that holds data
// already is backed up before the first.
func (s *Store) migrate(ctx context.Context) error {
	application, version, err := s.marks(ctx)
	if err != nil {
		return err
	}
	if version == newestVersion() && application == applicationID {
		return nil
	}
	empty, err := s.empty(ctx)
	if err != nil {
		return err
	}
	if empty {
		return s.bringUp(ctx, migrations())
	}
	if err := checkMarks(s.o.Path, application, version); err != nil {
		return err
	}
	if s.o.ReadOnly {
		return Problem{Sentence: s.o.Path + " was written by an older Kettle: open it once in the ordinary way, which brings it up to date."}
	}
	if _, err := s.Backup(ctx, "migrate"); err != nil {
		return fmt.Errorf("backing up before bringing the caseload up to date: %w", err)
	}
	return s.bringUp(ctx, migrations()[version:])
}

// marks are the application_id and the version of the file. They are asked where reading goes on, for
// the connection that writes reads the whole schema when it is made.
func (s *Store) marks(ctx context.Context) (application uint32, version int, err error) {
	var id int64
	if err := s.readers.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return 0, 0, fmt.Errorf("reading what the file is: %w", err)
	}
	if err := s.readers.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, 0, fmt.Errorf("reading the version of the file: %w", err)
	}
	return uint32(id), version, nil
}

// empty reports whether the file holds no table at all.
func (s *Store) empty(ctx context.Context) (bool, error) {
	var tables int
	err := s.readers.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables)
	return tables == 0, err
}

// bringUp runs the missing migrations. Foreign keys are off meanwhile: a migration may have to make a
// table anew, and dropping the old one would take along the rows that point at it (SQLite, ALTER TABLE,
// section 7). Each migration is checked for them before it counts.
func (s *Store) bringUp(ctx context.Context, missing []migration) error {
	if _, err := s.writer.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return fmt.Errorf("getting ready to bring the caseload up to date: %w", err)
	}
	for _, m := range missing {
		if err := s.write(ctx, func(w *work) (bool, error) { return w.apply(m) }); err != nil {
			return fmt.Errorf("bringing the caseload up to version %d (%s): %w", m.version, m.name, err)
		}
	}
	if _, err := s.writer.ExecContext(ctx, "PRAGMA foreign_keys = ON"); err != nil {
		return fmt.Errorf("going on after bringing the caseload up to date: %w", err)
	}
	return nil
}

// apply runs one migration, unless another window did so while this one waited.
func (w *work) apply(m migration) (bool, error) {
	version, err := w.version()
	if err != nil || version >= m.version {
		return false, err
	}
	if _, err := w.tx.ExecContext(w.ctx, m.sql()); err != nil {
		return false, err
	}
	if err := w.checkReferences(); err != nil {
		return false, err
	}
	_, err = w.tx.ExecContext(w.ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, m.version))
	return err == nil, err
}

func (w *work) version() (version int, err error) {
	err = w.queryRow("PRAGMA user_version").Scan(&version)
	return version, err
}

// checkReferences refuses what a migration did when a row now points at nothing.
func (w *work) checkReferences() error {
	tables, err := w.names(`SELECT DISTINCT "table" FROM pragma_foreign_key_check`)
	if err != nil {
		return fmt.Errorf("checking what rows point at: %w", err)
	}
	if len(tables) > 0 {
		return fmt.Errorf("rows of %s would point at nothing", strings.Join(tables, ", "))
	}
	return nil
}

// checkVersion refuses to write into a caseload that a newer program brought up to date while this
// window was open: this one does not know what a whole row is any more.
func (w *work) checkVersion() error {
	version, err := w.version()
	if err != nil {
		return fmt.Errorf("reading the version of the file: %w", err)
	}
	if version > newestVersion() {
		return Problem{Sentence: "A newer Kettle has brought this caseload up to date, so nothing more was kept here: close this window and open the newer one."}
	}
	return nil
}
