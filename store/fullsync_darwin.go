package store

// systemPragmas are set on every connection beside pragmas. An fsync of macOS only hands what was
// written to the drive, which may keep it in a memory of its own; with fullfsync SQLite asks with
// F_FULLFSYNC that it is on the medium (fsync(2) of macOS, SQLite's PRAGMA fullfsync). The rollback
// journal has no checkpoints, so that checkpoint_fullfsync is not needed. Go's Sync, by which folders
// are brought to the disk, asks the same by itself. This is written from the documentation and has not
// run on a Mac.
var systemPragmas = []string{"fullfsync(ON)"}
