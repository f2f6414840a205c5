package store

import (
	"errors"
	"syscall"
)

// Windows' codes for a file that another program has open.
const (
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
)

// heldElsewhere reports whether a file could not be renamed because another program has it open.
// os.Rename calls MoveFileEx with MOVEFILE_REPLACE_EXISTING, which answers with one of these codes, or
// that access is denied. It is written from the documentation and has not run on Windows.
func heldElsewhere(err error) bool {
	return errors.Is(err, sharingViolation) || errors.Is(err, lockViolation) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}
