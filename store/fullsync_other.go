//go:build !darwin

package store

// systemPragmas are set on every connection beside pragmas: here an fsync brings to the medium what was
// written. On Windows SQLite uses FlushFileBuffers, and locks the file by LockFileEx, with the same
// meaning between two windows as here; that is its documentation's word, not a test's.
var systemPragmas []string
