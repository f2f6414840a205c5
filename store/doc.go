// Package store is everything Kettle keeps on disk: the one file of a caseload, its numbered
// migrations, the queries behind each screen, the change log with undo and redo, drafts and backups.
// It knows no screen, no key and no colour.
//
// The SQL of an aggregate is in the file named after it. A write is a method with its meaning in its
// name; it is one transaction, one step of the change log, and answers with a view.Change.
package store
