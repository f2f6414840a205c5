package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kettle/model"
)

func TestANewCaseloadIsReadableByItsOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps rights of another kind")
	}
	path := filepath.Join(t.TempDir(), "school", "caseload.kettle")
	openAt(t, path)
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has the rights %o, want %o", name, got, want)
		}
	}
}

func TestEveryConnectionIsSetUpToLoseAndLeakNothing(t *testing.T) {
	s, err := Open(ctx, Options{Path: filepath.Join(t.TempDir(), "caseload.kettle")})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for name, db := range map[string]*sql.DB{"writer": s.writer, "readers": s.readers} {
		for pragma, want := range map[string]string{"journal_mode": "delete", "synchronous": "3", "foreign_keys": "1",
			"trusted_schema": "0", "secure_delete": "1", "cell_size_check": "1", "temp_store": "2", "busy_timeout": "5000"} {
			var got string
			if err := db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s: %s is %s, want %s (%v)", name, pragma, got, want, err)
			}
		}
	}
	if _, err := s.readers.Exec("DELETE FROM family"); err == nil {
		t.Error("a connection for reading wrote")
	}
}

func TestWhatIsNoCaseloadIsRefusedUntouched(t *testing.T) {
	whole := wholeCaseload(t)
	patched := func(at int, value uint32) []byte {
		file := bytes.Clone(whole)
		binary.BigEndian.PutUint32(file[at:], value)
		return file
	}
	foreign := patched(68, 0)
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"a letter":              {[]byte("Dear Mrs Okafor, thank you for coming."), "no caseload"},
		"a long text":           {bytes.Repeat([]byte("minutes of a meeting\n"), 500), "no caseload"},
		"nothing but zeros":     {make([]byte, 8192), "no caseload"},
		"another's database":    {foreign, "no caseload"},
		"a newer Kettle's":      {patched(60, 999), "newer Kettle"},
		"one byte":              {[]byte{'S'}, "no caseload"},
		"cut off in the head":   {whole[:64], "no caseload"},
		"cut off in the middle": {whole[:len(whole)/2], "damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "caseload.kettle")
			if err := os.WriteFile(path, c.file, 0o600); err != nil {
				t.Fatal(err)
			}
			refused(t, Options{Path: path}, c.says)
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(after, c.file) {
				t.Errorf("the file was changed (%v)", err)
			}
			if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
				t.Errorf("%d files lie there, want one", len(files))
			}
		})
	}
}

func TestAFolderAndAMissingFileAreRefusedInASentence(t *testing.T) {
	folder := t.TempDir()
	refused(t, Options{Path: folder}, "is a folder")
	refused(t, Options{Path: filepath.Join(folder, "none.kettle"), ReadOnly: true}, "no caseload at")
	if err := os.WriteFile(filepath.Join(folder, "file"), []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	refused(t, Options{Path: filepath.Join(folder, "file", "caseload.kettle")}, "rights of its folder")
}

// refused opens what may not open, and looks at the sentence.
func refused(t *testing.T, o Options, says string) {
	t.Helper()
	s, err := Open(ctx, o)
	if err == nil {
		s.Close()
		t.Fatal("it was opened")
	}
	var p Problem
	if !errors.As(err, &p) || !strings.Contains(p.Sentence, says) {
		t.Errorf("the error is %q, want a sentence with %q", err, says)
	}
}

func TestAnEmptyFileBecomesACaseload(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	addOkafors(t, openAt(t, path))
}

func TestNamesWithSignsOfAnAddressAreNames(t *testing.T) {
	for _, name := range []string{"100% ours.kettle", "who? me.kettle", "no#1.kettle", "räume & häuser.kettle", "a+b c.kettle"} {
		path := filepath.Join(t.TempDir(), name)
		openAt(t, path)
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: the caseload is not there: %v", name, err)
		}
	}
}

func TestOpeningAgainWritesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	s := openAt(t, path)
	addOkafors(t, s)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	openAt(t, path, func(o *Options) {
		o.Observe = func(write bool) {
			if write {
				t.Error("opening wrote")
			}
		}
	})
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("opening changed the file (%v)", err)
	}
}

func TestACaseloadOpenedForReadingRefusesToWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	o := addOkafors(t, openAt(t, path))
	s := openAt(t, path, func(o *Options) { o.ReadOnly = true })
	if f, err := s.Family(ctx, o.family); err != nil || f.Name != "Okafor" {
		t.Errorf("read %+v, %v", f, err)
	}
	_, err := s.SaveFamily(ctx, model.Family{Name: "Petrov"})
	var p Problem
	if !errors.As(err, &p) {
		t.Errorf("writing answered %v, want a sentence", err)
	}
}

func TestEveryReadAndWriteIsObserved(t *testing.T) {
	reads, writes := 0, 0
	s := openAt(t, filepath.Join(t.TempDir(), "caseload.kettle"), func(o *Options) {
		o.Observe = func(write bool) {
			if write {
				writes++
			} else {
				reads++
			}
		}
	})
	reads, writes = 0, 0
	o := must(t)(s.SaveFamily(ctx, model.Family{Name: "Okafor"}))
	if _, err := s.Family(ctx, o.New); err != nil {
		t.Fatal(err)
	}
	if reads != 1 || writes != 1 {
		t.Errorf("observed %d reads and %d writes, want one of each", reads, writes)
	}
}

func TestAWriteThatIsGivenUpLeavesNothing(t *testing.T) {
	s := openNew(t)
	late, cancel := context.WithTimeout(ctx, time.Hour)
	cancel()
	if _, err := s.SaveFamily(late, model.Family{Name: "Okafor"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled write answered %v", err)
	}
	if s.UndoState().Back != "" {
		t.Error("what was not kept can be undone")
	}
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Petrov"}))
}

// wholeCaseload are the bytes of a caseload with a family in it.
func wholeCaseload(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	s, err := Open(ctx, Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	addOkafors(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
