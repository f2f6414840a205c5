package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kettle/model"
)

func TestAWriteIntoAReplacedFileIsRefusedInASentenceAndGoesOnWhenTheFileIsBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	s := openAt(t, path)
	addOkafors(t, s)
	if err := os.Rename(path, path+".away"); err != nil {
		t.Skip("this system lets no open file be renamed:", err)
	}
	if _, err := s.SaveFamily(ctx, model.Family{Name: "Petrov"}); !isProblem(err, "is gone from") {
		t.Errorf("without the file a write answered %v", err)
	}
	if err := os.WriteFile(path, wholeCaseload(t), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveFamily(ctx, model.Family{Name: "Petrov"}); !isProblem(err, "was replaced by another") {
		t.Errorf("with another file a write answered %v", err)
	}
	if _, err := s.DataVersion(ctx); !isProblem(err, "was replaced by another") {
		t.Errorf("a look answered %v", err)
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Petrov"}))
}

// The first opening of all may be cut short: then the file is empty once it was mended, which is no
// reason to refuse it.
// SQLite opens a file for reading alone when the disk fails at the moment of opening it.
func TestAConnectionThatMayOnlyReadIsOpenedAnew(t *testing.T) {
	s := openNew(t)
	if _, err := s.writer.Exec("PRAGMA query_only(ON)"); err != nil {
		t.Fatal(err)
	}
	id := must(t)(s.SaveFamily(ctx, model.Family{Name: "Okafor"})).New
	must(t)(s.Undo(ctx))
	must(t)(s.Redo(ctx))
	if f, err := s.Family(ctx, id); err != nil || f.Name != "Okafor" || f.Removed {
		t.Errorf("the family is %+v, %v", f, err)
	}
}

func TestAFileThatIsEmptyAtOpeningIsNotOneThatWasEmptied(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := openAt(t, path)
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Okafor"}))
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveFamily(ctx, model.Family{Name: "Petrov"}); !isProblem(err, "was emptied") {
		t.Errorf("a write into an emptied file answered %v", err)
	}
}

func TestEveryFaultOfTheDiskSaysWhatItMeansAndWhatToDo(t *testing.T) {
	for _, c := range []struct {
		err  error
		says string
	}{
		{syscall.ENOSPC, "The disk is full, so this was not kept: make room"},
		{syscall.EDQUOT, "Your share of the disk is full, so this was not kept: make room"},
		{syscall.EIO, "The disk did not answer as it should, so this was not kept: look whether the drive"},
		{syscall.EROFS, "The caseload may not be written to, so this was not kept: look at the rights"},
		{fs.ErrPermission, "The caseload may not be written to, so this was not kept: look at the rights"},
		{fs.ErrNotExist, "The caseload's file could not be opened, so this was not kept: look whether its folder"},
	} {
		wrapped := fmt.Errorf("keeping: %w", &fs.PathError{Op: "write", Path: "caseload", Err: c.err})
		if err := notKept(wrapped); !isProblem(err, c.says) || !errors.Is(err, c.err) {
			t.Errorf("%v is said as %q", c.err, err)
		}
		if err := explained(wrapped); !isProblem(err, "") || strings.Contains(err.Error(), "not kept") {
			t.Errorf("%v while reading is said as %q", c.err, err)
		}
	}
	if plain := errors.New("a fault of the program"); notKept(plain) != plain {
		t.Error("what nobody can do anything about got a sentence")
	}
}
