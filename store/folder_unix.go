//go:build !windows

package store

import (
	"errors"
	"os"
)

// syncFolder brings a new name in a folder to the disk.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
