package view

import "kettle/model"

// LastImport is what taking back the last import would do, before it is done: all of it goes but that on
// which something was written since.
type LastImport struct {
	Step int64 // that took the file in, 0 where there is none to take back
	File string
	At   model.Moment

	Families, Children, Adults int // that go
	Changes                    int // of those who were there before, that are taken back
	Stays                      []ImportStays
	Fields                     []ImportKept
}

// ImportStays is a family that came with the import, or got somebody with it, and stays.
type ImportStays struct {
	Family   string
	Children string // those of the import who stay
	Why      string // "2 entries in the log, a meeting"
}

// ImportKept is something that the import changed and that was changed by hand since.
type ImportKept struct{ Name, Field, Now string }
