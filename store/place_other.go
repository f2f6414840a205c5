//go:build !linux && !darwin && !windows

package store

// driveOf tells nothing: each of the other systems has a way of its own to name a drive.
func driveOf(string) string { return "" }
