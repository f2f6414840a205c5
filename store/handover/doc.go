// Package handover holds the pack in which families go to a colleague, or to another school, that works
// with Kettle, too (practices 16 and 21): what may travel, the encrypted file it travels in, and how a pack
// and a caseload meet. It knows no database; package store reads and writes the rows.
//
// A pack is a file of the age format, opened by a passphrase. Inside is gzip, and inside that one JSON
// object a line: a Header, then Records, each with the rows that are part of it. Only the tables and columns
// of Tables travel. What a person must not pass on by accident is not among them: debriefs, what went to the
// DSL, threats and abuse, who read a court order (whoever takes over reads it anew).
package handover
