// Package faults plays the real program, and its caseload, under everything that goes wrong with
// machines: power cuts, kills, full and failing disks, damaged files, two windows. Each test counts what
// it tried and what was lost. The short form runs with all tests; the long one with -tags long.
//
// What a person sees when nothing fails is tested elsewhere, without a terminal.
package faults
