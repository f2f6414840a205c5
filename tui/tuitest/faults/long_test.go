//go:build long

package faults_test

// How much is tried in the long form.
const (
	powerCutStates = 12000  // states of the disk
	kills          = 2000   // kills of the typing program
	diskSizes      = 200    // sizes of a small file system
	injectedErrors = 100000 // errors of single system calls
	damagedFiles   = 10500  // damaged caseloads
	twoWindowsFor  = 60     // seconds in which two processes write
	undoneActions  = 10000  // random actions, undone and redone
	simulatedDays  = 366    // days of backups
)
