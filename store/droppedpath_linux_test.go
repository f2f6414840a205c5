package store

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe in the place of a file is refused without a look into it: kettle would wait until somebody writes.
func TestAPipeIsNoFileToTakeIn(t *testing.T) {
	s := openNew(t)
	path := filepath.Join(t.TempDir(), "pupils.csv")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	pipe, err := os.OpenFile(path, os.O_RDWR, 0) // so that nobody who opens it waits
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	const written = "age-encryption.org/v1 and more than is looked at"
	if _, err := pipe.WriteString(written); err != nil {
		t.Fatal(err)
	}
	if IsPack(path) {
		t.Error("it is taken for a pack")
	}
	if _, err := s.PreviewImportFile(ctx, path); !isProblem(err, "no ordinary file") {
		t.Errorf("%v", err)
	}
	left := make([]byte, len(written))
	if n, err := pipe.Read(left); string(left[:n]) != written {
		t.Errorf("of what was written into it %q is left (%v)", left[:n], err)
	}
}
