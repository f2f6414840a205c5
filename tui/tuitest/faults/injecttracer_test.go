//go:build linux && amd64

package faults_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// A tracer of its own, because the usual one counts the calls of each thread by itself, and the
// program's move from thread to thread. It is this test's own program, started with a plan.

// injection is a plan: which calls about files below a folder fail, from the first to the last, and
// with which error. None fails any more once the file over is there.
type injection struct {
	calls       string
	errno       syscall.Errno
	first, last int
	folder      string
	report      string // is given the number of calls of each kind, as JSON
}

const injectionEnv = "KETTLE_TEST_INJECTION"

func init() {
	if plan := os.Getenv(injectionEnv); plan != "" {
		os.Unsetenv(injectionEnv)
		os.Exit(newCallTracer(plan).run(os.Args[1:]))
	}
}

func (i injection) env() string {
	return fmt.Sprintf("%s=%s|%d|%d|%d|%s|%s", injectionEnv, i.calls, int(i.errno), i.first, i.last, i.folder, i.report)
}

// over is the file that ends the fault.
func (i injection) over() string { return i.report + ".over" }

// counted is how many calls of each kind there were.
func (i injection) counted(t *testing.T) (calls map[string]int) {
	t.Helper()
	text, err := os.ReadFile(i.report)
	if err == nil {
		err = json.Unmarshal(text, &calls)
	}
	if err != nil {
		t.Fatal("the tracer did not report:", err)
	}
	return calls
}

// tracedCall is how a call names its file: by the argument of that number, a path or an open file.
type tracedCall struct {
	calls string
	path  int // -1: the first argument is an open file
}

var tracedCalls = map[uint64]tracedCall{
	syscall.SYS_WRITE: {"write", -1}, syscall.SYS_PWRITE64: {"write", -1}, syscall.SYS_WRITEV: {"write", -1},
	syscall.SYS_READ: {"read", -1}, syscall.SYS_PREAD64: {"read", -1},
	syscall.SYS_FSYNC: {"sync", -1}, syscall.SYS_FDATASYNC: {"sync", -1},
	syscall.SYS_FTRUNCATE: {"truncate", -1},
	syscall.SYS_OPEN:      {"open", 0}, syscall.SYS_OPENAT: {"open", 1},
	syscall.SYS_RENAME: {"rename", 0}, syscall.SYS_RENAMEAT: {"rename", 1}, 316: {"rename", 1},
	syscall.SYS_UNLINK: {"unlink", 0}, syscall.SYS_UNLINKAT: {"unlink", 1},
	syscall.SYS_MKDIR: {"mkdir", 0}, syscall.SYS_MKDIRAT: {"mkdir", 1},
	syscall.SYS_STAT: {"stat", 0}, syscall.SYS_LSTAT: {"stat", 0}, syscall.SYS_NEWFSTATAT: {"stat", 1}, syscall.SYS_FSTAT: {"stat", -1},
}

type callTracer struct {
	injection
	seen    map[string]int
	failing map[int]bool // threads whose call is made to fail
	known   map[int]bool
}

func newCallTracer(plan string) *callTracer {
	part := strings.Split(plan, "|")
	number := func(text string) int { n, _ := strconv.Atoi(text); return n }
	return &callTracer{
		injection: injection{part[0], syscall.Errno(number(part[1])), number(part[2]), number(part[3]), part[4], part[5]},
		seen:      map[string]int{}, failing: map[int]bool{}, known: map[int]bool{},
	}
}

// noTracer is the exit code when the system lets nobody trace.
const noTracer = 77

func (c *callTracer) run(line []string) int {
	runtime.LockOSThread()
	cmd := exec.Command(line[0], line[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	if err := cmd.Start(); err != nil {
		return noTracer
	}
	pid := cmd.Process.Pid
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(pid, &status, 0, nil); err != nil || !status.Stopped() {
		return noTracer
	}
	const exitKill = 0x100000
	if err := syscall.PtraceSetOptions(pid, syscall.PTRACE_O_TRACECLONE|syscall.PTRACE_O_TRACEFORK|syscall.PTRACE_O_TRACEVFORK|
		syscall.PTRACE_O_TRACEEXEC|syscall.PTRACE_O_TRACESYSGOOD|exitKill); err != nil {
		return noTracer
	}
	c.known[pid] = true
	_ = syscall.PtraceSyscall(pid, 0)
	code := c.follow(pid)
	report, _ := json.Marshal(c.seen)
	_ = os.WriteFile(c.report, report, 0o600)
	return code
}

// follow goes along with all threads until the program has ended.
func (c *callTracer) follow(pid int) (code int) {
	for {
		var status syscall.WaitStatus
		thread, err := syscall.Wait4(-1, &status, syscall.WALL, nil)
		if errors.Is(err, syscall.EINTR) {
			continue
		}
		if err != nil {
			return code
		}
		if status.Exited() || status.Signaled() {
			if thread == pid {
				code = status.ExitStatus()
			}
			continue
		}
		_ = syscall.PtraceSyscall(thread, c.stopped(thread, status))
	}
}

// stopped does what a stop asks for, and gives the signal that the thread is to be given.
func (c *callTracer) stopped(thread int, status syscall.WaitStatus) (signal int) {
	first := !c.known[thread]
	c.known[thread] = true
	switch sig := status.StopSignal(); {
	case sig == syscall.SIGTRAP|0x80:
		c.call(thread)
	case sig == syscall.SIGTRAP, sig == syscall.SIGSTOP && first:
	default:
		return int(sig)
	}
	return 0
}

// call makes a call fail: it becomes none on the way in, and has its error on the way out.
func (c *callTracer) call(thread int) {
	var regs syscall.PtraceRegs
	if err := syscall.PtraceGetRegs(thread, &regs); err != nil {
		return
	}
	if c.failing[thread] {
		delete(c.failing, thread)
		regs.Rax = uint64(-int64(c.errno))
		_ = syscall.PtraceSetRegs(thread, &regs)
		return
	}
	entering := int64(regs.Rax) == -int64(syscall.ENOSYS)
	known, ok := tracedCalls[regs.Orig_rax]
	if !entering || !ok || !c.ours(thread, known, &regs) {
		return
	}
	c.seen[known.calls]++
	if n := c.seen[known.calls]; known.calls != c.calls || n < c.first || n > c.last {
		return
	}
	if _, err := os.Stat(c.over()); err == nil {
		return
	}
	regs.Orig_rax = ^uint64(0)
	if syscall.PtraceSetRegs(thread, &regs) == nil {
		c.failing[thread] = true
	}
}

// ours reports whether the file of a call lies below the folder.
func (c *callTracer) ours(thread int, call tracedCall, regs *syscall.PtraceRegs) bool {
	var path string
	switch call.path {
	case -1:
		path, _ = os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", thread, int32(regs.Rdi)))
	case 0:
		path = textAt(thread, uintptr(regs.Rdi))
	case 1:
		path = textAt(thread, uintptr(regs.Rsi))
	}
	return strings.HasPrefix(path, c.folder)
}

// textAt reads a text of the traced program, which ends with NUL.
func textAt(thread int, at uintptr) string {
	var text []byte
	for len(text) < 4096 {
		var word [8]byte
		if _, err := syscall.PtracePeekData(thread, at+uintptr(len(text)), word[:]); err != nil {
			break
		}
		end := bytes.IndexByte(word[:], 0)
		if end >= 0 {
			return string(append(text, word[:end]...))
		}
		text = append(text, word[:]...)
	}
	return string(text)
}
