package output_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"kettle/store/output"
)

func says(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// holds fails unless the folder holds exactly these files, and nothing half-written.
func holds(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if strings.Join(names, "|") != strings.Join(want, "|") {
		t.Errorf("the folder holds %q, not %q", names, want)
	}
}

func TestANewFileIsForItsOwnerAlone(t *testing.T) {
	path, err := output.WriteNew(filepath.Join(t.TempDir(), "contacts.csv"), says("a,b"))
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode() != 0o600 {
		t.Errorf("the file has the rights %v", info.Mode())
	}
	if text, _ := os.ReadFile(path); string(text) != "a,b" {
		t.Errorf("the file holds %q", text)
	}
}

func TestAFileThatIsThereIsNeverWrittenOver(t *testing.T) {
	folder := t.TempDir()
	for _, want := range []string{"contacts.csv", "contacts 2.csv", "contacts 3.csv"} {
		path, err := output.WriteNew(filepath.Join(folder, "contacts.csv"), says(want))
		if err != nil || filepath.Base(path) != want {
			t.Fatalf("written as %q, %v; not as %s", path, err, want)
		}
	}
	for _, name := range []string{"contacts.csv", "contacts 2.csv", "contacts 3.csv"} {
		if text, _ := os.ReadFile(filepath.Join(folder, name)); string(text) != name {
			t.Errorf("%s holds %q", name, text)
		}
	}
	if os.Symlink(filepath.Join(folder, "elsewhere"), filepath.Join(folder, "link.csv")) == nil {
		if path, err := output.WriteNew(filepath.Join(folder, "link.csv"), says("x")); err != nil || filepath.Base(path) != "link 2.csv" {
			t.Errorf("a link that leads elsewhere was followed: %q, %v", path, err)
		}
	}
}

func TestManyWhoWriteAtOnceEachGetAFileOfTheirOwn(t *testing.T) {
	folder := t.TempDir()
	var wait sync.WaitGroup
	paths := make([]string, 20)
	for i := range paths {
		wait.Go(func() {
			paths[i], _ = output.WriteNew(filepath.Join(folder, "log.csv"), says(strings.Repeat("x", i+1)))
		})
	}
	wait.Wait()
	for i, path := range paths {
		if text, err := os.ReadFile(path); err != nil || len(text) != i+1 {
			t.Errorf("the file of %d holds %d letters: %v", i+1, len(text), err)
		}
	}
}

func TestWhatIsStoppedLeavesNothingBehind(t *testing.T) {
	folder := t.TempDir()
	_, err := output.WriteNew(filepath.Join(folder, "log.csv"), func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("half a file ", 100_000))
		return context.Canceled
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopping says %v", err)
	}
	holds(t, folder)
}

func TestWhatAKilledProgramLeftIsThrownAway(t *testing.T) {
	folder := t.TempDir()
	old, young := filepath.Join(folder, ".kettle-unfinished-1"), filepath.Join(folder, ".kettle-unfinished-2")
	for _, path := range []string{old, young} {
		if err := os.WriteFile(path, []byte("Okafor"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(old, before, before); err != nil {
		t.Fatal(err)
	}
	if _, err := output.WriteNew(filepath.Join(folder, "log.csv"), says("x")); err != nil {
		t.Fatal(err)
	}
	holds(t, folder, ".kettle-unfinished-2", "log.csv")
}

func TestAFolderThatIsNotThereIsSaidInASentence(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(folder, "gone", "x.csv"):                      "There is no folder " + filepath.Join(folder, "gone") + ": make it, or name another.",
		filepath.Join(file, "x.csv"):                                file + " is no folder: name another.",
		filepath.Join(folder, strings.Repeat("long", 100), "x.csv"): "is too long",
	} {
		if runtime.GOOS == "windows" && !strings.Contains(path, "gone") {
			continue
		}
		_, err := output.WriteNew(path, says("x"))
		var plain interface{ Plain() string }
		if !errors.As(err, &plain) || !strings.Contains(plain.Plain(), want) {
			t.Errorf("%.60s… says %v", path, err)
		}
	}
	holds(t, folder, "file")
}

func TestAPlaceIsAFolderOrAFile(t *testing.T) {
	usual, other := t.TempDir(), t.TempDir()
	for _, test := range []struct{ typed, want string }{
		{"", filepath.Join(usual, "contacts.csv")},
		{"mine.csv", filepath.Join(usual, "mine.csv")},
		{"mine", filepath.Join(usual, "mine.csv")},
		{other, filepath.Join(other, "contacts.csv")},
		{other + string(filepath.Separator), filepath.Join(other, "contacts.csv")},
		{filepath.Join(other, "for the office.txt"), filepath.Join(other, "for the office.txt")},
	} {
		if got, err := output.Place(test.typed, usual, "contacts.csv"); err != nil || got != test.want {
			t.Errorf("%q is %q, %v; not %q", test.typed, got, err, test.want)
		}
	}
	for _, wrong := range []string{filepath.Join(other, "gone") + string(filepath.Separator), filepath.Join(other, "gone", "x.csv")} {
		if _, err := output.Place(wrong, usual, "contacts.csv"); err == nil || !strings.HasPrefix(err.Error(), "There is no folder ") {
			t.Errorf("%q says %v", wrong, err)
		}
	}
}
