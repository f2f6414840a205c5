package store

import (
	"context"
	"fmt"
	"io"
	"os"

	"kettle/model"
	"kettle/model/view"
)

// mostCalendarFile is far more than the term dates of any school take, in bytes.
const mostCalendarFile = 1 << 20

// TakeInCalendarFile takes in the term dates of a JSON file, as TakeInCalendar does. A path that was
// pasted by dropping the file on the terminal may stand in quotes. A file that cannot be read, or is
// no calendar, is a Problem and changes nothing.
func (s *Store) TakeInCalendarFile(ctx context.Context, school int64, path string) (view.Change, error) {
	data, err := readSmallFile(DroppedPath(path), mostCalendarFile)
	if err != nil {
		return view.Change{}, err
	}
	file, err := model.ParseCalendar(data)
	if err != nil {
		return view.Change{}, Problem{Sentence: "These are no term dates: " + err.Error(), Err: err}
	}
	return s.TakeInCalendar(ctx, school, file.Dates)
}

// readSmallFile reads a whole file of at most so many bytes; what cannot be read is a Problem.
func readSmallFile(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, Problem{fmt.Sprintf("%s cannot be opened: look at the name.", path), err}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, Problem{fmt.Sprintf("%s is no ordinary file: choose another.", path), err}
	}
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, Problem{fmt.Sprintf("%s could not be read to its end: look whether the drive is still there.", path), err}
	}
	if int64(len(data)) > most {
		return nil, Problem{Sentence: fmt.Sprintf("%s is too large: choose another file.", path)}
	}
	return data, nil
}
