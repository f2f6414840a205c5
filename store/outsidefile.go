package store

import (
	"fmt"
	"io"
	"os"
)

// readSmallFile reads a whole file of at most so many bytes; what cannot be read is a Problem.
func readSmallFile(path string, most int64) ([]byte, error) {
	f, err := openOrdinary(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, Problem{fmt.Sprintf("%s could not be read to its end: look whether the drive is still there.", path), err}
	}
	if int64(len(data)) > most {
		return nil, Problem{Sentence: fmt.Sprintf("%s is too large: choose another file.", path)}
	}
	return data, nil
}

// openOrdinary opens an ordinary file to be read. Anything else is not even opened: a pipe into which nobody
// writes would wait for ever, and what is read of one is gone.
func openOrdinary(path string) (*os.File, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, Problem{Sentence: fmt.Sprintf("%s is no ordinary file: choose another.", path)}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, Problem{fmt.Sprintf("%s cannot be opened: look at the name.", path), err}
	}
	return f, nil
}
