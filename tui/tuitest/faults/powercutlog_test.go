//go:build linux

package faults_test

import (
	"compress/gzip"
	"encoding/gob"
	"errors"
	"os"
	"testing"
)

// diskLog is what a program asked of a disk, in order, and the files that lay there before.
type diskLog struct {
	Before map[string][]byte
	Ops    []diskOp
}

// diskOp is one thing asked of the disk. Names are relative to the caseload's folder, which is "".
type diskOp struct {
	Kind opKind
	Name string
	To   string // the new name, or what a person saw
	At   int64  // where a write begins, or the length that is left
	Data []byte
}

type opKind int

const (
	opMake   opKind = iota // a file
	opFolder               // a folder is made
	opWrite
	opLength
	opSync // a file, or a folder with its names
	opRename
	opRemove
	opKept // a person saw something as kept
)

// readLog reads a recorded log.
func readLog(t *testing.T, path string) diskLog {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var log diskLog
	if err := gob.NewDecoder(unpacked).Decode(&log); err != nil {
		t.Fatal(err)
	}
	return log
}

// writeLog packs a log into a file.
func writeLog(t *testing.T, path string, log diskLog) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err == nil {
		err = errors.Join(gob.NewEncoder(packed).Encode(log), packed.Close(), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}
