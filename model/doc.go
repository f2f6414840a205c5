// Package model is the domain of Kettle: plain types named in the school's own words, and the
// rules as functions of values. Time comes in as an argument. Nothing here reads a clock, a file,
// a database or the environment, and nothing here imports another package of Kettle.
//
// One file holds one idea; a rule from a published source names it with its paragraph.
package model
