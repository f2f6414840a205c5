//go:build linux

package faults_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// traced are the system calls that change files, those that the program should not use among them.
// A question mark stands before those that not every machine has.
const traced = "?open,openat,?openat2,?creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,ftruncate,fallocate," +
	"?rename,?renameat,renameat2,?unlink,unlinkat,?mkdir,mkdirat,?link,linkat,copy_file_range,sendfile"

// tracer is the command line that writes such calls into a file, with all that is written.
func tracer(t *testing.T, log string) []string {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace, which records what the program asks of the disk, is not here")
	}
	return []string{"strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "1000000", "-o", log, "-e", "signal=none", "-e", "trace=" + traced}
}

// mark is what a person saw when the tracer's file was so long.
type mark struct {
	at  int
	saw string
}

// traceReader turns the lines of a tracer into what was asked of the disk below one folder.
type traceReader struct {
	folder string
	begun  map[string]string // by thread, calls that others came between
	names  map[string]bool   // the files that are there
	ops    []diskOp
}

// readTrace reads a tracer's file, with the marks in their places.
func (r *traceReader) readTrace(path string, marks []mark) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	r.begun = map[string]string{}
	for at := 0; at < len(text); {
		for len(marks) > 0 && marks[0].at <= at {
			r.ops = append(r.ops, diskOp{Kind: opKept, To: marks[0].saw})
			marks = marks[1:]
		}
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		at += len(line) + 1
		if err := r.line(string(line)); err != nil {
			return err
		}
	}
	for _, m := range marks {
		r.ops = append(r.ops, diskOp{Kind: opKept, To: m.saw})
	}
	return nil
}

// line joins the halves of a call that others came between.
func (r *traceReader) line(line string) error {
	thread, call, _ := strings.Cut(line, " ")
	call = strings.TrimLeft(call, " ")
	if rest, begun := strings.CutSuffix(call, " <unfinished ...>"); begun {
		r.begun[thread] = rest
		return nil
	}
	if _, rest, resumed := strings.Cut(call, " resumed>"); resumed && strings.HasPrefix(call, "<... ") {
		call = r.begun[thread] + rest
		delete(r.begun, thread)
	}
	name, rest, ok := strings.Cut(call, "(")
	end := strings.LastIndex(rest, " = ")
	if !ok || end < 0 {
		return nil // a thread that ended, or a signal
	}
	if result := rest[end+3:]; result[0] < '0' || result[0] > '9' {
		return nil // it failed
	}
	return r.call(name, arguments(strings.TrimRight(rest[:end], " )")))
}

// arguments takes what stands between the brackets apart; what is written holds no comma, being in
// hexadecimal.
func arguments(text string) []string { return strings.Split(text, ", ") }

// call takes one call that succeeded.
func (r *traceReader) call(name string, args []string) error {
	switch name {
	case "open":
		r.opened(args[0], args[1])
	case "openat":
		r.opened(args[1], args[2])
	case "mkdir", "mkdirat":
		return r.add(diskOp{Kind: opFolder}, args[len(args)-2])
	case "unlink":
		return r.removed(args[0])
	case "unlinkat":
		return r.removed(args[1])
	case "rename":
		r.renamed(args[0], args[1])
	case "renameat", "renameat2":
		r.renamed(args[1], args[3])
	case "fsync", "fdatasync":
		return r.add(diskOp{Kind: opSync}, args[0])
	case "pwrite64":
		at, err := strconv.ParseInt(args[3], 10, 64)
		return errors.Join(err, r.add(diskOp{Kind: opWrite, At: at, Data: []byte(unhex(args[1]))}, args[0]))
	case "ftruncate":
		length, err := strconv.ParseInt(args[1], 10, 64)
		return errors.Join(err, r.add(diskOp{Kind: opLength, At: length}, args[0]))
	default:
		if slices.ContainsFunc(args, func(a string) bool { _, ours := r.ours(a); return ours }) {
			return fmt.Errorf("the model of a disk does not know the call %s", name)
		}
	}
	return nil
}

// ours is the name below the folder that an argument speaks of, be it a path or an open file.
func (r *traceReader) ours(argument string) (string, bool) {
	if _, file, open := strings.Cut(argument, "<"); open {
		argument = strings.TrimSuffix(file, ">")
	}
	path := unhex(argument)
	if path == r.folder {
		return "", true
	}
	return strings.CutPrefix(path, r.folder+"/")
}

// add takes an op of one of our files. Those that were removed while open have no name any more.
func (r *traceReader) add(op diskOp, argument string) error {
	name, ours := r.ours(argument)
	if !ours {
		return nil
	}
	if op.Kind != opFolder && !r.names[name] {
		return fmt.Errorf("%s was never made", name)
	}
	op.Name = name
	r.names[name] = true
	r.ops = append(r.ops, op)
	return nil
}

func (r *traceReader) opened(path, how string) {
	name, ours := r.ours(path)
	if !ours {
		return
	}
	if strings.Contains(how, "O_CREAT") && !r.names[name] {
		r.names[name] = true
		r.ops = append(r.ops, diskOp{Kind: opMake, Name: name})
	}
	if strings.Contains(how, "O_TRUNC") {
		r.ops = append(r.ops, diskOp{Kind: opLength, Name: name})
	}
}

func (r *traceReader) removed(path string) error {
	err := r.add(diskOp{Kind: opRemove}, path)
	if name, ours := r.ours(path); ours {
		delete(r.names, name)
	}
	return err
}

func (r *traceReader) renamed(from, to string) {
	old, ours := r.ours(from)
	name, ours2 := r.ours(to)
	if !ours || !ours2 {
		return
	}
	delete(r.names, old)
	r.names[name] = true
	r.ops = append(r.ops, diskOp{Kind: opRename, Name: old, To: name})
}

// unhex reads a text as the tracer writes it: \x6b\x65, in quotes or not.
func unhex(text string) string {
	digits := strings.ReplaceAll(strings.Trim(text, `"`), `\x`, "")
	plain, err := hex.DecodeString(digits)
	if err != nil {
		return text
	}
	return string(plain)
}
