package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// FuzzOpen opens what somebody put in the caseload's place: the bytes themselves, or a sound caseload
// with these bytes written over it at some place and cut at another. It opens or is refused in a
// sentence, and what opens can be read.
func FuzzOpen(f *testing.F) {
	sound := soundCaseload(f)
	f.Add(true, uint32(0), []byte("Dear Mrs Okafor"), uint32(0))
	f.Add(true, uint32(0), sound[:2*4096], uint32(0))
	f.Add(false, uint32(16), []byte{0x10, 0x00, 2, 2}, uint32(len(sound)))
	f.Add(false, uint32(28), []byte{0xff, 0xff, 0xff, 0xff}, uint32(len(sound)))
	f.Add(false, uint32(100), []byte{0x0d, 0, 0, 0xff, 0xff}, uint32(len(sound)))
	f.Add(false, uint32(4096*7), bytes.Repeat([]byte{0x80}, 300), uint32(len(sound)-100))
	path := filepath.Join(f.TempDir(), "caseload.kettle")
	f.Fuzz(func(t *testing.T, alone bool, at uint32, patch []byte, size uint32) {
		const most = 64 << 10
		file := patch[:min(len(patch), most)]
		if !alone {
			whole := bytes.Clone(sound)
			copy(whole[int(at)%len(whole):], file)
			file = whole[:min(int(size), len(whole))]
		}
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(ctx, Options{Path: path, Now: testClock})
		if err != nil {
			wantSentence(t, err)
			return
		}
		defer s.Close()
		wantSentence(t, readSome(s))
		if _, err := Check(ctx, path); err != nil {
			wantSentence(t, err)
		}
	})
}

// soundCaseload are the bytes of a caseload with a family in it.
func soundCaseload(f *testing.F) []byte {
	f.Helper()
	path := filepath.Join(f.TempDir(), "caseload.kettle")
	s, err := Open(ctx, Options{Path: path, Now: testClock})
	if err != nil {
		f.Fatal(err)
	}
	addOkafors(f, s)
	if err := s.Close(); err != nil {
		f.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	return file
}

func readSome(s *Store) error {
	world, errWorld := s.World(ctx)
	_, errToday := s.Today(ctx, model.MomentOf(testClock()), world)
	_, errList := s.FamilyList(ctx, "", view.ByName, 0, 100)
	_, errPage := s.FamilyPage(ctx, 1)
	return errors.Join(errWorld, errToday, errList, errPage)
}

func wantSentence(t *testing.T, err error) {
	t.Helper()
	var p Problem
	if err != nil && !errors.As(err, &p) {
		t.Errorf("not a sentence: %v", err)
	}
}
