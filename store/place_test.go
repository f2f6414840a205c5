package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
)

func TestNetworkDrivesAndSynchronisedFoldersAreToldApart(t *testing.T) {
	const network = "a network drive"
	for _, c := range []struct {
		p    place
		says string // in the sentence; "" is no sentence
	}{
		{place{folder: "/home/bell/.local/share/kettle"}, ""},
		{place{folder: "/home/bell/Documents", drive: "ext4"}, ""},
		{place{folder: "/Users/bell/Documents", drive: "apfs"}, ""},
		{place{folder: `C:\Users\bell\AppData\Local\kettle`}, ""},
		{place{folder: `\\?\C:\Users\bell`}, ""},
		{place{folder: "/srv/office", drive: "nfs"}, network},
		{place{folder: "/srv/office", drive: "cifs"}, network},
		{place{folder: "/srv/office", drive: "smb2"}, network},
		{place{folder: "/srv/office", drive: "9p"}, network},
		{place{folder: "/srv/office", drive: "afs"}, network},
		{place{folder: "/srv/office", drive: "davfs"}, network},
		{place{folder: "/home/bell/server", drive: "fuse.sshfs"}, network},
		{place{folder: "/media/bell/stick", drive: "fuseblk"}, ""},
		{place{folder: "/Volumes/Office", drive: "smbfs"}, network},
		{place{folder: "/Volumes/Office", drive: "afpfs"}, network},
		{place{folder: "/Volumes/Office", drive: "webdav"}, network},
		{place{folder: `\\office\staff\bell`}, network},
		{place{folder: `\\?\UNC\office\staff\bell`}, network},
		{place{folder: `H:\bell`, drive: "network"}, network},
		{place{folder: `\\office\OneDrive\bell`}, network}, // what can damage the file comes first
		{place{folder: `C:\Users\bell\OneDrive\Documents`}, "OneDrive carries"},
		{place{folder: `C:\Users\bell\OneDrive - Thornwick School\kettle`}, "OneDrive carries"},
		{place{folder: "/Users/bell/Library/CloudStorage/OneDrive-Thornwick/kettle"}, "OneDrive carries"},
		{place{folder: "/home/bell/Dropbox/kettle"}, "Dropbox carries"},
		{place{folder: "/home/bell/Thornwick Dropbox/kettle"}, "Dropbox carries"},
		{place{folder: "/data/cloud", hidden: []string{".dropbox.cache"}}, "Dropbox carries"},
		{place{folder: "/home/bell/kettle", hidden: []string{".dropbox", ".dropbox-dist"}}, ""},
		{place{folder: "/Users/bell/Library/Mobile Documents/com~apple~CloudDocs/kettle"}, "iCloud carries"},
		{place{folder: `C:\Users\bell\iCloudDrive\kettle`}, "iCloud carries"},
		{place{folder: `G:\My Drive\kettle`}, "Google Drive carries"},
		{place{folder: "/Users/bell/Google Drive/kettle"}, "Google Drive carries"},
		{place{folder: "/home/bell/cloud/kettle", hidden: []string{".sync_1f0a2b3c4d5e.db"}}, "Nextcloud carries"},
		{place{folder: "/home/bell/cloud/kettle", hidden: []string{".owncloudsync.log"}}, "ownCloud carries"},
		{place{folder: "/home/bell/shared/kettle", hidden: []string{".stfolder"}}, "Syncthing carries"},
		{place{folder: "/home/bell/Onedriveless"}, ""},
	} {
		w := c.p.warning()
		if c.says == "" {
			if w.about != "" {
				t.Errorf("%+v is warned of: %s", c.p, w.about)
			}
			continue
		}
		if w.about == "" || !strings.Contains(w.sentence(ctx), c.says) || !strings.Contains(w.sentence(ctx), c.p.folder) {
			t.Errorf("%+v: %q, want %q", c.p, w.about, c.says)
		}
	}
}

func TestALongOrHostileNameIsShownShortAndHarmless(t *testing.T) {
	long := "/home/" + strings.Repeat("é", 300) + "/end"
	for name, want := range map[string]string{
		"a\x1b]0;title\x07b\nc\u202ed": "ab cd",
		long:                           long[:6] + strings.Repeat("é", 24) + "…" + strings.Repeat("é", 55) + "/end",
	} {
		if got := shownName(name); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
}

func TestNamesOfConflictedCopiesAreKnown(t *testing.T) {
	for name, want := range map[string]string{
		"caseload-LAPTOP.db":                                  "OneDrive",
		"caseload-DESKTOP-4F2A1B.db":                          "OneDrive",
		"caseload (Ann Bell's conflicted copy 2026-11-24).db": "Dropbox",
		"caseload (1).db":                                     "Google Drive",
		"caseload 2.db":                                       "iCloud",
		"caseload (conflicted copy 2026-11-24 081200).db":     "Nextcloud",
		"caseload_conflict-20261124-081200.db":                "ownCloud",
		"caseload.sync-conflict-20261124-081200-ABCDEFG.db":   "Syncthing",
		"caseload.db":                                         "",
		"caseload.db-journal":                                 "",
		"caseload-kept-aside-20261124-081200.db":              "",
		"caseload (1).txt":                                    "",
		"caseloads.db":                                        "",
		"old caseload (1).db":                                 "",
		"caseload of last year.db":                            "",
	} {
		if got := copyMaker("caseload.db", name); got != want {
			t.Errorf("%s is taken for a copy by %q, want %q", name, got, want)
		}
	}
}

// anotherWrote writes a copy of a caseload beside it, with another family in it.
func anotherWrote(t *testing.T, s *Store, name, family string) {
	t.Helper()
	file, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(filepath.Dir(s.Path()), name)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	later := openAt(t, path, func(o *Options) { o.Now = func() time.Time { return testNow.Add(time.Hour) } })
	must(t)(later.SaveFamily(ctx, model.Family{Name: family}))
}

func warned(t *testing.T, s *Store) []string {
	t.Helper()
	sentences, err := s.PlaceWarnings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

func TestAConflictedCopyIsNoticedOnceAndSaidWithWhatToDo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.db")
	s := openAt(t, path)
	addOkafors(t, s)
	if got := warned(t, s); len(got) != 0 {
		t.Fatalf("without a copy it says %q", got)
	}
	anotherWrote(t, s, "caseload-LAPTOP.db", "Petrov")
	for name, text := range map[string]string{"caseload (1).db": "Dear Mrs Okafor", "caseload-notes.db": strings.Repeat("x", 9000)} {
		if err := os.WriteFile(filepath.Join(filepath.Dir(path), name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Backup(ctx, "asked"); err != nil {
		t.Fatal(err)
	}
	before := contentOf(t, s)
	got := warned(t, s)
	if len(got) != 1 {
		t.Fatalf("it says %q", got)
	}
	for _, says := range []string{"“caseload-LAPTOP.db”", "OneDrive", "2 families", "yours 1 family", "Tue 24 Nov 2026 15:30", "14:30", "the other has the later entry", "kettle --db"} {
		if !strings.Contains(got[0], says) {
			t.Errorf("it does not say %q: %s", says, got[0])
		}
	}
	if again := append(warned(t, s), warned(t, openAt(t, path))...); len(again) != 0 {
		t.Errorf("it says again %q", again)
	}
	anotherWrote(t, s, "caseload.sync-conflict-20261124-081200-ABC.db", "Adeyemi")
	if next := warned(t, s); len(next) != 1 || !strings.Contains(next[0], "Syncthing") {
		t.Errorf("of the next copy it says %q", next)
	}
	if after := contentOf(t, s); strings.Join(before, "\n") != strings.Join(after, "\n") {
		t.Errorf("looking changed the caseload:\n%s", differences(before, after))
	}
}

func TestNoMoreIsSaidAtOnceThanFitsTheScreen(t *testing.T) {
	s := openNew(t)
	ext := filepath.Ext(s.Path())
	stem := strings.TrimSuffix(filepath.Base(s.Path()), ext)
	for _, between := range []string{" 2", " 3", " 4", " 5"} {
		anotherWrote(t, s, stem+between+ext, "Petrov")
	}
	if first, next := warned(t, s), warned(t, s); len(first) != mostWarnings || len(next) != 1 {
		t.Errorf("first %d sentences, then %d", len(first), len(next))
	}
}

func TestADamagedCopyIsSaidToBeUnreadable(t *testing.T) {
	s := openNew(t)
	whole := wholeCaseload(t)
	ext := filepath.Ext(s.Path())
	path := strings.TrimSuffix(s.Path(), ext) + " (1)" + ext
	if err := os.WriteFile(path, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if got := warned(t, s); len(got) != 1 || !strings.Contains(got[0], "cannot be read") {
		t.Errorf("it says %q", got)
	}
}

func TestWhoOnlyReadsIsNotWarned(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.db")
	anotherWrote(t, openAt(t, path), "caseload 2.db", "Petrov")
	if got := warned(t, openAt(t, path, func(o *Options) { o.ReadOnly = true })); len(got) != 0 {
		t.Errorf("it says %q", got)
	}
}

func TestTheLaterOfTwoCaseloadsIsNamed(t *testing.T) {
	for _, c := range []struct{ mine, other, says string }{
		{"2026-11-24T08:41", "2026-11-24T08:42", "the other has the later entry"},
		{"2026-11-24T08:41", "2026-11-23T17:00", "yours has the later entry"},
		{"2026-11-24T08:41", "", "yours has the later entry"},
		{"", "", "neither is later"},
	} {
		got := copySentence("OneDrive", view.Backup{LastEntry: c.mine}, view.Backup{Path: "a.db", LastEntry: c.other})
		if !strings.Contains(got, c.says) {
			t.Errorf("%q and %q: %s", c.mine, c.other, got)
		}
	}
}

func TestAWarningIsGivenThoughItCannotBeNoted(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.db")
	s := openAt(t, path)
	anotherWrote(t, s, "caseload 2.db", "Petrov")
	stopped, cancel := context.WithCancel(ctx)
	defer cancel()
	fresh, err := s.unsaid(ctx, s.conflictedCopies())
	if err != nil || len(fresh) != 1 {
		t.Fatal(fresh, err)
	}
	cancel()
	if err := s.markSaid(stopped, fresh); !errors.Is(err, context.Canceled) {
		t.Errorf("noting it answered %v", err)
	}
	if got := warned(t, s); len(got) != 1 {
		t.Errorf("it says %q", got)
	}
}

func TestAFileThatIsHeldForAMomentIsRenamedInTheEnd(t *testing.T) {
	busy := errors.New("busy")
	held := func(err error) bool { return errors.Is(err, busy) }
	for _, c := range []struct {
		fails int
		with  error
		tries int
		want  error
	}{
		{0, nil, 1, nil},
		{3, busy, 4, nil},
		{renameTries, busy, renameTries, busy},
		{3, syscall.ENOENT, 1, syscall.ENOENT},
	} {
		tries, waited := 0, time.Duration(0)
		err := untilFree(func() error {
			if tries++; tries <= c.fails {
				return c.with
			}
			return nil
		}, held, func(d time.Duration) { waited += d })
		if !errors.Is(err, c.want) || tries != c.tries || waited != time.Duration(tries-1)*renamePause {
			t.Errorf("%+v: %d tries, %v, %v", c, tries, waited, err)
		}
	}
}
