package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// unfinished begins the name of a file that is being written.
const unfinished = ".kettle-unfinished-"

// mostOfAName is how many files of one name may lie in a folder: "contacts.csv" to "contacts 999.csv".
const mostOfAName = 999

// WriteNew writes a new file that only its owner can read, and answers its path. It is there whole or
// not at all: it is written under another name in the same folder and renamed when it is on the disk.
// A file that has the name already stays as it is; the new one gets the next number that is free, as in
// "contacts 2.csv". What write answers as an error comes back as it is; a fault of the folder or the
// disk is one sentence (Plain).
func WriteNew(path string, write func(w io.Writer) error) (written string, err error) {
	folder := filepath.Dir(path)
	sweepUnfinished(folder)
	f, err := os.CreateTemp(folder, unfinished+"*") // 0600
	if err != nil {
		return "", notWritten(folder, err)
	}
	defer os.Remove(f.Name())
	disk := &diskWriter{w: f}
	if err := writeAll(disk, write); err != nil {
		f.Close()
		if disk.err != nil {
			err = notWritten(folder, disk.err)
		}
		return "", err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return "", notWritten(folder, err)
	}
	if written, err = settle(f.Name(), path); err != nil {
		return "", notWritten(folder, err)
	}
	return written, nil
}

func writeAll(w io.Writer, write func(w io.Writer) error) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	if err := write(buffered); err != nil {
		return err
	}
	return buffered.Flush()
}

// diskWriter remembers the fault of the disk, which is told apart from one of what is written.
type diskWriter struct {
	w   io.Writer
	err error
}

func (d *diskWriter) Write(p []byte) (n int, err error) {
	n, err = d.w.Write(p)
	if err != nil {
		d.err = err
	}
	return n, err
}

// settle gives a file that is whole its name, or the first of its kind that is free.
func settle(temp, path string) (string, error) {
	for n := 1; n <= mostOfAName; n++ {
		name := numbered(path, n)
		err := giveName(temp, name)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			syncFolder(filepath.Dir(name))
		}
		return name, err
	}
	return "", fs.ErrExist
}

// numbered is the path with a number behind its name, from 2 on.
func numbered(path string, n int) string {
	if n == 1 {
		return path
	}
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s %d%s", strings.TrimSuffix(path, ext), n, ext)
}

// giveName gives a file a name that must be free. A second name for a file can take none that is there,
// which renaming would; where a drive knows no second names (a memory stick), the name is taken by an
// empty file first, which renaming then replaces.
func giveName(temp, name string) error {
	err := os.Link(temp, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err = errors.Join(f.Close(), os.Rename(temp, name)); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// syncFolder brings a new name to the disk where the system can; the file itself is there already.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		f.Close()
	}
}

// sweepUnfinished throws away what a program that was killed left half-written an hour ago or longer.
func sweepUnfinished(folder string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), unfinished) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > time.Hour {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// fileProblem is a fault of the folder or the disk, as a sentence.
type fileProblem struct {
	sentence string
	err      error
}

// Error implements error.
func (p fileProblem) Error() string { return p.sentence }

// Plain is the sentence.
func (p fileProblem) Plain() string { return p.sentence }

// Unwrap gives what lies behind the sentence.
func (p fileProblem) Unwrap() error { return p.err }

// notWritten says in a sentence why nothing could be written into a folder.
func notWritten(folder string, err error) error {
	if err == nil {
		return nil
	}
	for _, fault := range folderFaults() {
		if errors.Is(err, fault.err) {
			return fileProblem{fmt.Sprintf(fault.says, folder), err}
		}
	}
	return fileProblem{fmt.Sprintf("Nothing was written into %s: look whether its drive is still there and has room, or name another folder.", folder), err}
}

type folderFault struct {
	err  error
	says string
}

func folderFaults() []folderFault {
	return []folderFault{
		{syscall.ENOSPC, "The disk is full, so nothing was written into %s: make room, or name another folder."},
		{syscall.EDQUOT, "Your share of the disk is full, so nothing was written into %s: make room, or name another folder."},
		{syscall.EROFS, "Nothing can be written into %s, which can only be read: name another folder."},
		{fs.ErrPermission, "You may not write into %s: name another folder."},
		{fs.ErrNotExist, "There is no folder %s: make it, or name another."},
		{syscall.ENOTDIR, "%s is no folder: name another."},
		{fs.ErrExist, "In %s all names of this kind are taken: name another file."},
		{syscall.ENAMETOOLONG, "The name of the file for %s is too long: name a shorter one."},
	}
}
