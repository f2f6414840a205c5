package store

import (
	"os"
	"time"
)

// How often, and how long apart, putting a file in its place is tried while another program holds it.
const (
	renameTries = 40
	renamePause = 50 * time.Millisecond
)

// renameFile gives a file its name, in place of one that has it. A virus scanner or synchroniser may
// hold a file for a moment, which Windows does not let be renamed: then it is tried again.
func renameFile(from, to string) error {
	return untilFree(func() error { return os.Rename(from, to) }, heldElsewhere, time.Sleep)
}

func untilFree(do func() error, held func(error) bool, pause func(time.Duration)) error {
	for try := 1; ; try++ {
		err := do()
		if err == nil || !held(err) || try == renameTries {
			return err
		}
		pause(renamePause)
	}
}
