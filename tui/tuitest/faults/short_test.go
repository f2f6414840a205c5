//go:build !long

package faults_test

// How much is tried in the short form.
const (
	powerCutStates = 300 // states of the disk
	kills          = 6   // kills of the typing program
	diskSizes      = 6   // sizes of a small file system
	injectedErrors = 12  // errors of single system calls
	damagedFiles   = 400 // damaged caseloads
	twoWindowsFor  = 2   // seconds in which two processes write
	undoneActions  = 400 // random actions, undone and redone
	simulatedDays  = 60  // days of backups
)
